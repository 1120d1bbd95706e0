"""The same without names: the results are the people's own, to the last count, and nobody's answers lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.tables import answers, responses
from tests.campaigns.crowd import SLOTS
from tests.campaigns.reckoning import Given, Workbook, cells, csv_cells, csv_table, reckon, rounded
from tests.campaigns.sheet import QUESTIONS
from tests.campaigns.test_campaign import Trial, the_screens_tell_it
from tests.conversations.world import World

FEW, MANY = 16, 120
LEAST = 5
"""So many people at least stand behind every number of an anonymous questionnaire that is shown."""


class Secrets:
    """Every encrypted answer that stood beside a person at some time: the drafts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.seen: set[bytes] = set()

    async def notes(self) -> int:
        """How many there are now."""
        raw = (
            "SELECT secret FROM answers JOIN responses ON id = response_id"
            " WHERE person_id IS NOT NULL AND secret IS NOT NULL"
        )
        async with self._world.work() as work:
            found = [bytes(row[0]) for row in await work.connection.exec_driver_sql(raw)]
        self.seen.update(found)
        return len(found)

    def left(self) -> int:
        """How many of them any file of the database still holds."""
        path = self._world.database.path
        assert path is not None
        files = [one.read_bytes() for one in (path, Path(f"{path}-wal")) if one.exists()]
        return sum(any(secret in content for content in files) for secret in self.seen)

    def spelt(self, given: list[Given]) -> list[str]:
        """Typed answers that stand readable in a file of the database."""
        path = self._world.database.path
        assert path is not None
        content = b"".join(one.read_bytes() for one in (path, Path(f"{path}-wal")) if one.exists())
        typed = [str(one[name]) for one in given for name in ("goals", "wish", "why", "help_more") if name in one]
        return [words for words in typed if words.encode() in content]


async def test_a_few_people_answer_without_names(world: World) -> None:
    await is_answered_without_names(world, FEW)


@pytest.mark.long
async def test_many_people_answer_without_names(world: World) -> None:
    await is_answered_without_names(world, MANY)


async def is_answered_without_names(world: World, many: int) -> None:
    """A week; meanwhile answers are detached, at the end all of them are."""
    trial = await Trial.begins(world, many, anonymous=True)
    secrets = Secrets(world)
    for slot in range(len(SLOTS)):
        await trial.lives(slot)
        await secrets.notes()
    await trial.paper()
    await trial.closes()
    assert secrets.seen
    assert await secrets.notes() == 0
    assert secrets.left() == 0
    assert secrets.spelt(list(trial.given.values())) == []
    await nothing_leads_to_anybody(trial)
    await the_screens_tell_it(trial, LEAST)
    await the_files_tell_it(trial)


async def nothing_leads_to_anybody(trial: Trial) -> None:
    """As many nameless responses as people answered, alike in everything but what they say."""
    async with trial.world.work() as work:
        nameless = responses.c.anonymous & responses.c.person_id.is_(None)
        kept = [column for column in responses.c if column.name != "id"]
        rows = (await work.connection.execute(select(*kept).where(nameless))).all()
        named = select(func.count()).select_from(answers.join(responses)).where(responses.c.person_id.is_not(None))
        assert await work.connection.scalar(named) == 0
    assert len(rows) == len(trial.given)
    assert len({str(row) for row in rows}) == 1


def shown(trial: Trial) -> list[Given]:
    """What everybody answered, without questions that so few answered that rows would give away who."""
    given = list(trial.given.values())
    few = {question.name for question in QUESTIONS if reckon(question, given).answered < LEAST}
    return [{name: value for name, value in one.items() if name not in few} for one in given]


async def the_files_tell_it(trial: Trial) -> None:
    """Everybody's answers, in no order, beside nobody's name; what few answered stays empty."""
    _, workbook = await trial.curator.downloads("Таблица Excel")
    _, text = await trial.curator.downloads("CSV")
    book, table = Workbook(workbook), csv_table(text)
    given = shown(trial)
    assert _counted(book.responses().given()) == _counted([cells(one) for one in given])
    assert _counted(table.given()) == _counted([csv_cells(one) for one in given])
    assert book.totals() == {question.name: rounded(reckon(question, given)) for question in QUESTIONS}
    told = {str(row["Кто"] or "") for row in (*book.responses().rows, *table.rows)}
    assert told == {""}
    names = [member.name for member in trial.crowd.members]
    assert not [name for name in names if name in str(book.responses().rows) or name in text.decode("utf-8-sig")]


def _counted(rows: Sequence[Mapping[str, object]]) -> Counter[str]:
    return Counter(str(sorted(row.items())) for row in rows)
