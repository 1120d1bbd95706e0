"""What somebody takes out is all that is kept about them, but what is apart for a reason."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Column, Table, update
from sqlalchemy.sql.visitors import iterate

from storage import tables
from storage.engine import Database
from storage.merging import pointers
from storage.own_data import APART
from storage.own_data_queries import SECTIONS
from tests.databases import NOW
from tests.storage.test_erasure_plan import NAME, fill, somebody, words_of

ELSEWHERE = {
    "answers": "read with their questions (`OwnData.answers`)",
    "responses": "read with their answers",
}
LEFT_OUT = {
    **dict.fromkeys(
        ("events.about", "events.link", "events.place", "events.roles", "speed_events.place"), "the event's"
    ),
    **dict.fromkeys(("awards.grounds", "referrals.areas", "plans.template", "people.search"), "codes and counts"),
    **dict.fromkeys(
        ("mentorships.role_model", "mentorships.end_order_number"), "of the order, which names all of them"
    ),
    **dict.fromkeys(("mentorships.end_comment", "training_steps.note"), "a curator's words, by letter"),
    "mentorship_adults.name": "of whom is in no base; the person's own stands on the card",
    "consents.paper_file": "Telegram's id of a picture that the curator has",
}
"""Columns that stand in no section though their table does, and why."""


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


def columns_read() -> set[str]:
    """Every `table.column` that a section selects."""
    found = set()
    for query in SECTIONS.values():
        for column in query(1).selected_columns:
            for part in iterate(column):
                if isinstance(part, Column):
                    found.add(f"{part.table.name}.{part.name}")
    return found


def test_every_column_of_words_in_it_is_read_or_apart() -> None:
    """A new column of a table that somebody takes out goes with it, or has its reason."""
    read = columns_read()
    about = {name for section in SECTIONS for name in read_by(section)} - {"organisations"}
    words = {
        f"{name}.{column.name}"
        for name in about
        if name in tables.metadata.tables
        for column in words_of(tables.metadata.tables[name])
    }
    assert sorted(words - read - LEFT_OUT.keys()) == []


async def test_every_section_is_read_on_both_databases(database: Database) -> None:
    async with database.write(NOW) as work:
        person = await somebody(work)
        await fill(work, person)
        sent = {"file_id": "x", "name": "grades.pdf", "photo": False}
        await work.connection.execute(update(tables.tasks).values(file=json.dumps(sent)))
        await work.connection.execute(update(tables.practices).values(file=sent))
        found = await work.own_data.sections(person.id)
        told = await work.own_data.answers(person.id, ())
        other = await work.people.add("Громов Олег Ильич")
        nothing = await work.own_data.sections(other.id)
    hung_on_others = {"said", "family", "wishes", "council", "plan", "training", "meetings"}
    assert found.keys() >= SECTIONS.keys() - hung_on_others
    assert found["card"][0]["name"] == NAME
    assert found["tasks"][0]["file"] == found["practices"][0]["file"] == "grades.pdf"
    assert told == []
    assert nothing.keys() == {"card"}
