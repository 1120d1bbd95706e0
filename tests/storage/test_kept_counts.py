"""Counts that triggers keep: after whatever happens to responses and answers, they are what the rows say."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import case, delete, func, insert, select, text, update

from mentoring.participation import Rate
from mentoring.people import OrganisationKind
from mentoring.periods import Period, Span
from mentoring.satisfaction import Tally
from storage import kept_counts
from storage.engine import Database
from storage.marks import Measured, marks_of
from storage.summary_rows import NAMELESS, asked_in
from storage.tables import answers, asked_days, mark_days, mark_people, people, responses
from storage.work import Work
from tests.databases import NOW

STEPS, WALKS = 60, 6
DEFINITIONS, QUESTIONS = ("exit", "feedback"), ("liked", "dreaded", "why")
GROUPS = {
    "liking": [Measured("exit", "liked"), Measured("exit", "dreaded", turned=11)],
    "meeting": [Measured("feedback", "liked")],
}
STATES = ("finished", "finished", "finished", "open", "cancelled")


class Walk:
    """Random changes of the rows, of every kind that the stores make."""

    def __init__(self, work: Work, number: int) -> None:
        self.work = work
        self.random = Random(number)
        self.places: list[int] = []
        self.people: list[int] = []

    async def begin(self) -> None:
        for number in range(3):
            made = await self.work.organisations.add(f"Школа {number}", OrganisationKind.SCHOOL, "UTC")
            self.places.append(made.id)
        for number in range(5):
            self.people.append((await self.work.people.add(f"Человек {number} Тестович")).id)

    def moment(self) -> datetime:
        return NOW - timedelta(hours=self.random.randrange(24 * 40))

    def value(self) -> Any:
        return self.random.choice((*range(1, 11), "often", "4.5", None, -3, ["a"]))

    def response(self) -> dict[str, Any]:
        state, anonymous = self.random.choice(STATES), self.random.random() < 0.2
        person = self.random.choice([*self.people, *([None] if anonymous else [])])
        asked = self.moment()
        done = asked + timedelta(hours=self.random.randrange(90)) if state == "finished" else None
        if person is None:  # a detached answer is complete, and has one time, that of its campaign
            state, done = "finished", asked
        return {
            "person_id": person,
            "organisation_id": self.random.choice([*self.places, None]),
            "definition": self.random.choice(DEFINITIONS),
            "kind": self.random.choice(("survey", "survey", "survey", "trial")) if not done else "survey",
            "state": state,
            "anonymous": anonymous,
            "asked_at": asked,
            "finished_at": None if anonymous and person and self.random.random() < 0.5 else done,
            "role": self.random.choice(("mentor", "mentee", None)),
        }

    async def step(self) -> None:
        await self.random.choice((self.add, self.add, self.change, self.answer, self.answer, self.lose, self.erase))()

    async def add(self) -> None:
        row = {"version": 1, "skipped": [], "marks": {}, **self.response()}
        made = (
            await self.work.connection.execute(insert(responses).values(row).returning(responses.c.id))
        ).scalar_one()
        for question in self.random.sample(QUESTIONS, self.random.randrange(4)):
            await self.put(made, question)

    async def put(self, response_id: int, question: str) -> None:
        key = (answers.c.response_id == response_id) & (answers.c.question == question)
        await self.work.connection.execute(delete(answers).where(key))
        row = {"response_id": response_id, "question": question, "value": self.value(), "answered_at": NOW}
        await self.work.connection.execute(insert(answers).values(**row, on_path=self.random.random() < 0.8))

    async def any_response(self) -> int:
        found = (await self.work.connection.execute(select(responses.c.id).order_by(responses.c.id))).scalars().all()
        return int(self.random.choice([*found, 0]))

    async def change(self) -> None:
        new = self.response()
        chosen = self.random.sample(sorted(new), self.random.randrange(1, 4))
        if new["person_id"] is None or self.random.random() < 0.3:
            chosen = sorted(new)
        # Detached answers are never changed, only written anew.
        which = (responses.c.id == await self.any_response()) & responses.c.person_id.is_not(None)
        await self.work.connection.execute(update(responses).where(which).values({name: new[name] for name in chosen}))

    async def answer(self) -> None:
        if response_id := await self.any_response():
            await self.put(response_id, self.random.choice(QUESTIONS))
            path = {"on_path": self.random.random() < 0.8, "value": self.value()}
            await self.work.connection.execute(
                update(answers).where(answers.c.response_id == response_id, answers.c.question == "liked").values(path)
            )

    async def lose(self) -> None:
        response_id = await self.any_response()
        if self.random.random() < 0.5:
            await self.work.connection.execute(delete(answers).where(answers.c.response_id == response_id))
        await self.work.connection.execute(delete(responses).where(responses.c.id == response_id))

    async def erase(self) -> None:
        if len(self.people) > 3 and self.random.random() < 0.3:
            gone = self.people.pop(self.random.randrange(len(self.people)))
            await self.work.connection.execute(delete(people).where(people.c.id == gone))


async def held(work: Work) -> tuple[set[Any], ...]:
    """What the three tables hold, without zeros."""
    queries = (
        select(mark_days).where(mark_days.c.count != 0),
        select(mark_people),
        select(asked_days).where((asked_days.c.asked != 0) | (asked_days.c.answered != 0)),
    )
    return tuple([{tuple(row) for row in await work.connection.execute(query)} for query in queries])


async def read(work: Work, places: list[int], period: Period) -> dict[str, dict[tuple[int, str | None], Tally]]:
    """The marks of a period, counted from the rows in the plainest way."""
    which = [each for several in GROUPS.values() for each in several]
    rows = await work.connection.execute(
        select(responses, answers.c.question, answers.c.value)
        .join(answers, answers.c.response_id == responses.c.id)
        .where(marks_of(places, period.starts, period.ends, which), responses.c.kind == "survey")
    )
    marks: dict[tuple[str, int, str | None], list[tuple[int, Any]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name, several in GROUPS.items():
            for each in several:
                if (each.definition, each.question) == (row.definition, row.question):
                    value = row.value if each.turned is None else each.turned - row.value
                    marks[name, row.organisation_id, row.role].append((value, row.person_id or f"nobody {number}"))
    found: dict[str, dict[tuple[int, str | None], Tally]] = {name: {} for name in GROUPS}
    for (name, place, role), given in marks.items():
        tally = Tally(sum(value for value, _ in given), len(given), len({who for _, who in given}))
        found[name][place, role] = tally
    return found


async def rates(work: Work, places: list[int], period: Period) -> dict[str, Rate]:
    """Surveys asked and answered, from the rows."""
    put, in_time = case((NAMELESS, 0), else_=1), case((responses.c.finished_at < period.ends, 1), else_=0)
    rows = await work.connection.execute(
        select(responses.c.definition, func.sum(put).label("asked"), func.sum(in_time).label("answered"))
        .where(asked_in(places, period.starts, period.ends))
        .group_by(responses.c.definition)
    )
    return {row.definition: Rate(max(row.asked, row.answered), row.answered) for row in rows}


def period(random: Random) -> Period:
    starts = NOW - timedelta(hours=random.randrange(24 * 30))
    if random.random() < 0.3:
        starts = starts.replace(hour=0)
    return Period(Span.WEEK, starts, starts + timedelta(hours=random.randrange(1, 24 * 12)), "UTC")


@pytest.mark.parametrize("number", range(WALKS))
async def test_kept_counts_are_those_of_the_rows(database: Database, number: int) -> None:
    async with database.write(NOW) as work:
        walk = Walk(work, number)
        await walk.begin()
        for _ in range(STEPS):
            await walk.step()
        kept = await held(work)
        for statement in kept_counts.refilled(work.connection.dialect.name):
            await work.connection.execute(text(statement))
        assert kept == await held(work)
        assert any(kept)


@pytest.mark.parametrize("number", range(WALKS))
async def test_periods_are_counted_as_from_the_rows(database: Database, number: int) -> None:
    """Whole numbers only: what else might be among answers to such a question, the rows cannot be added up with."""
    async with database.write(NOW) as work:
        walk = Walk(work, number)
        walk.value = lambda: walk.random.randrange(1, 11)  # type: ignore[method-assign]
        await walk.begin()
        for _ in range(STEPS):
            await walk.step()
        surveys = update(responses).where(responses.c.kind == "trial").values(kind="survey")
        await work.connection.execute(surveys)
        for _ in range(20):
            chosen = period(walk.random)
            found = await work.summary.tallies_by_place(walk.places, chosen, GROUPS)
            for now, each in ((True, chosen), (False, chosen.previous())):
                again = await read(work, walk.places, each)
                assert {name: found.get((name, now), {}) for name in GROUPS} == again
            assert await work.summary.asked(walk.places, chosen) == await rates(work, walk.places, chosen)


async def test_they_can_be_made_anew(database: Database) -> None:
    async with database.write(NOW) as work:
        walk = Walk(work, 0)
        await walk.begin()
        for _ in range(STEPS):
            await walk.step()
        kept = await held(work)
        await work.connection.execute(delete(mark_days))
        await work.connection.run_sync(kept_counts.count_anew)
        assert await held(work) == kept
        for _ in range(STEPS):
            await walk.step()
        kept = await held(work)
        await work.connection.run_sync(kept_counts.count_anew)
        assert await held(work) == kept
