"""What somebody takes out is all that is kept about them, but what is apart for a reason."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Table
from sqlalchemy.sql.visitors import iterate

from storage.engine import Database
from storage.merging import pointers
from storage.own_data import APART, SECTIONS
from tests.databases import NOW
from tests.storage.test_erasure_plan import NAME, fill, somebody

ELSEWHERE = {
    "answers": "read with their questions (`OwnData.answers`)",
    "responses": "read with their answers",
}


def read_by(section: str) -> Iterable[str]:
    """The tables that a section looks into."""
    for part in iterate(SECTIONS[section](1)):
        if isinstance(part, Table):
            yield part.name


def test_every_table_about_a_person_is_in_it_or_apart() -> None:
    """A column that points at a person, but does not say who did something, makes a table one about people."""
    about = {
        column.table.name
        for column in pointers()
        if any(key.column.table.name == "people" for key in column.foreign_keys) and not column.name.endswith("_by")
    }
    told = {name for section in SECTIONS for name in read_by(section)}
    assert sorted(about - told - APART.keys() - ELSEWHERE.keys()) == []
    assert sorted(APART.keys() & told) == []


async def test_every_section_is_read_on_both_databases(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        await fill(work, person)
        found = await work.own_data.sections(person.id)
        told = await work.own_data.answers(person.id, ())
        other = await work.people.add("Громов Олег Ильич")
        nothing = await work.own_data.sections(other.id)
    hung_on_others = {"family", "wishes", "council", "plan", "training", "meetings"}
    assert found.keys() >= SECTIONS.keys() - hung_on_others
    assert found["card"][0]["name"] == NAME
    assert told == []
    assert nothing.keys() == {"card"}
