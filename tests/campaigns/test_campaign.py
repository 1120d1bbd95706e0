"""A campaign from its spreadsheet to its results, answered by many people on their phones, each in their own way.

Every number the bot tells is held against the people's own records (`tests.campaigns.person`), to the last count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

import pytest

from mentoring.mentorships import Form
from mentoring.roles import Role
from tests.campaigns.crowd import AFTER, SLOTS, Crowd, Fate, Member, moment
from tests.campaigns.curator import Curator
from tests.campaigns.reckoning import KINDS, NUMERIC, Workbook, bars, cells, csv_cells, csv_table, reckon, rounded
from tests.campaigns.sheet import QUESTIONS, TITLE, asked
from tests.conversations.world import World

SEED = 3
SHORT, FULL = 24, 580
"""So many are asked; of the larger number more than four hundred answer."""
_FORMS = {Form.TEACHER_TEACHER: "Учитель – учитель", Form.TEACHER_PUPIL: "Учитель – ученик", None: "не указано"}
_ROLES = {Role.MENTOR: "Наставники", Role.MENTEE: "Наставляемые"}


@dataclass
class Trial:
    """A school whose curator asks everybody; `given`: by name the answers of those who have finished, as they know."""

    world: World
    curator: Curator
    crowd: Crowd
    given: dict[str, dict[str, Any]]

    @classmethod
    async def begins(cls, world: World, many: int, seed: int = SEED, *, anonymous: bool = False) -> Trial:
        """The questionnaire is sent in, the campaign launched; a minute later everybody has been asked."""
        school = await world.organisation()
        phone, _ = await world.member("Седова Ольга Павловна", Role.CURATOR, school)
        trial = cls(world, Curator(phone), await Crowd.gathers(world, school, many, seed), {})
        await trial.curator.sends_the_questionnaire(anonymous=anonymous)
        await trial.curator.begins(many)
        await trial.crowd.before_it_opens()
        await world.advance(timedelta(minutes=1))
        assert trial.curator.progress() == (0, many)
        return trial

    @property
    def many(self) -> int:
        return len(self.crowd.members)

    async def on(self, written: str) -> None:
        await self.world.until(moment(written))

    async def lives(self, *slots: int) -> None:
        """Time passes through these slots; a minute after each, the curator's card tells how far it is by itself."""
        for slot in slots:
            await self.on(SLOTS[slot])
            await self.crowd.lives(slot)
            self.notes()
            await self.world.advance(timedelta(minutes=1))
            assert self.curator.progress() == (len(self.given), self.many)

    def notes(self) -> None:
        """Who has been thanked, with what they remember."""
        for member in self.crowd.answered:
            assert {one.name for one in asked(member.given)} == member.counts.keys() | (
                member.skipped & {one.name for one in asked(member.given)}
            ), f"{member.name} was thanked too early"
            self.given.setdefault(member.name, member.counts)

    async def paper(self) -> None:
        """The curator types in what came on paper."""
        for member in self.crowd.of(Fate.PAPER):
            self.given[member.name] = (await self.curator.enters(member)).counts
        await self.world.advance(timedelta(minutes=1))
        assert self.curator.progress() == (len(self.given), self.many)

    @property
    def members(self) -> Sequence[Member]:
        """Those who have answered."""
        return [member for member in self.crowd.members if member.name in self.given]

    async def first_reminder(self) -> None:
        """Two days after the opening, once to each who has not answered."""
        await self.on("03.09 08:55")
        wanted = self.crowd.waiting()
        await self.on("03.09 09:30")
        assert self.crowd.reminded(moment("01.09 09:00")) == wanted

    async def second_reminder(self) -> None:
        """A day before the end; in the far east it is night then, so there in the morning."""
        await self.on("07.09 19:55")
        wanted, here = self.crowd.waiting(), {one.phone.id for one in self.crowd.members if one.zone.key[:4] == "Euro"}
        await self.on("07.09 20:30")
        heard = self.crowd.reminded(moment("07.09 19:00"))
        assert heard == {chat: many for chat, many in wanted.items() if chat in here}
        await self.on("08.09 09:30")
        assert self.crowd.reminded(moment("07.09 19:00")) == wanted
        zones = {member.phone.id: member.zone for member in self.crowd.members}
        hours = [one.at.astimezone(zones[one.chat]).time() for one in self.crowd.heard]
        assert all(time(8) <= hour < time(21) for hour in hours)

    async def closes(self) -> None:
        """By itself; after that nothing counts any more."""
        await self.on("08.09 20:05")
        answered = len(self.given)
        await self.curator.phone.sees(f"Рассылка «{TITLE}» закрыта", f"Ответили {answered} из {self.many}")
        assert "закрыта" in self.curator.card().text
        await self.on(AFTER)
        for member in self.crowd.of(Fate.STOPS):
            await member.opens()
            await self.world.settle()
            if (seen := member.seen()) is not None:
                await member.phone.presses_old(seen.message_id, seen.buttons[0][1])
            await self.world.settle()
            await member.phone.sees("Здесь уже всё завершено")
        assert self.curator.progress() == (answered, self.many)


async def test_two_dozen_people_answer(world: World) -> None:
    await is_answered_to_the_last_count(world, SHORT)


@pytest.mark.long
async def test_four_hundred_people_answer(world: World) -> None:
    assert await is_answered_to_the_last_count(world, FULL) >= 400


async def is_answered_to_the_last_count(world: World, many: int) -> int:
    """The whole week, then everything that is told of it; gives how many have answered."""
    trial = await Trial.begins(world, many)
    await trial.lives(0, 1)
    await trial.first_reminder()
    await trial.lives(2)
    await trial.paper()
    await trial.second_reminder()
    await trial.lives(3)
    await trial.closes()
    await nobody_heard_more_than_that(trial)
    await the_missing_are_named(trial)
    await the_screens_tell_it(trial)
    await the_parts_tell_it(trial)
    await the_workbook_tells_it(trial)
    await the_csv_tells_it(trial)
    everything_happened(trial)
    print(figures(trial))
    return len(trial.given)


def figures(trial: Trial) -> str:
    """What was tried, for the record."""
    done = sum((member.did for member in trial.crowd.members), Counter[str]())
    return f"{trial.many} asked, {len(trial.given)} answered, {dict(done)}, {len(trial.crowd.heard)} reminders"


def everything_happened(trial: Trial) -> None:
    """The trial tried what it is there for."""
    done = sum((member.did for member in trial.crowd.members), Counter[str]())
    assert all(done[name] for name in ("changes", "switches", "backs", "nonsense", "old", "twice", "pauses")), done
    answered = {member.fate for member in trial.members}
    assert answered == {Fate.STEADY, Fate.LATE, Fate.RETURNS, Fate.PAPER}


async def nobody_heard_more_than_that(trial: Trial) -> None:
    """Who never answers hears the invitation and two reminders."""
    for member in trial.crowd.of(Fate.SILENT):
        said = [one.get("text", "") for one in member.phone.messages if TITLE in one.get("text", "")]
        assert len(said) == 3, said


async def the_missing_are_named(trial: Trial) -> None:
    names = await trial.curator.reads_who_is_missing()
    assert sorted(names) == sorted(one.name for one in trial.crowd.members if one.name not in trial.given)


async def the_screens_tell_it(trial: Trial, fewest: int = 1) -> None:
    """Every question's mean, median and counts, on the list's pages and on its own screen; fewer than `fewest` answers
    are told by their number alone."""
    answers, share = list(trial.given.values()), (200 * len(trial.given) + trial.many) // (2 * trial.many)
    head, said, alone = await trial.curator.reads_results()
    assert f"Спросили {trial.many}, ответили {len(answers)} ({share} %)" in head
    assert said.keys() == {question.name for question in QUESTIONS}
    for question in QUESTIONS:
        found = reckon(question, answers)
        if 0 < found.answered < fewest:
            assert said[question.name].startswith(f"{found.answered} "), question.name
            assert not bars(alone.get(question.name, "")), question.name
            continue
        if question.kind in NUMERIC and found.answered:
            assert said[question.name].startswith(found.figures()), question.name
        elif question.options:
            assert f"(всего {found.answered})" in said[question.name], question.name
        else:
            assert said[question.name].startswith(str(found.answered or "Ответов пока нет")), question.name
        if question.name in alone:
            assert f"Ответили {found.answered} из {len(answers)}" in alone[question.name]
            assert bars(alone[question.name]) == found.values, question.name


async def the_parts_tell_it(trial: Trial) -> None:
    """One question by role and by form."""
    mood = next(question for question in QUESTIONS if question.name == "mood")
    by_role = await trial.curator.reads_parts(mood, "По ролям")
    by_form = await trial.curator.reads_parts(mood, "По формам")
    for names, told, key in ((_ROLES, by_role, "role"), (_FORMS, by_form, "form")):
        assert told.keys() == {names[getattr(member, key)] for member in trial.members}
        for part, name in names.items():
            given = [trial.given[member.name] for member in trial.members if getattr(member, key) is part]
            if given:
                assert told[name].startswith(reckon(mood, given).figures()), name


async def the_workbook_tells_it(trial: Trial) -> None:
    """A row for each who answered with what they answered, the codebook, the totals; and no formula."""
    name, content = await trial.curator.downloads("Таблица Excel")
    book = Workbook(content)
    rows = book.responses().by_name()
    assert name == "results.xlsx"
    assert rows.keys() == trial.given.keys()
    for member in trial.members:
        row = rows[member.name]
        assert {key: row[key] for key in (one.name for one in QUESTIONS) if row[key] is not None} == cells(
            trial.given[member.name]
        ), member.name
        assert row["С бумаги"] == ("нет" if member.has_telegram else "да")
        assert row["Роль"]
        assert bool(row["Форма"]) == (member.form is not None)
    codebook = book.codebook()
    assert list(codebook) == [question.name for question in QUESTIONS]
    for question in QUESTIONS:
        row = codebook[question.name]
        assert question.says in row["Текст вопроса"]
        assert (row["Вид"], row["Версия"]) == (KINDS[question.kind], 1)
        told = "\n".join(f"{option} = {label}" for option, label in (question.options or {}).items())
        assert (row["Варианты"] or "") == told
    answers = list(trial.given.values())
    assert book.totals() == {question.name: rounded(reckon(question, answers)) for question in QUESTIONS}
    assert book.formulas() == []


async def the_csv_tells_it(trial: Trial) -> None:
    name, content = await trial.curator.downloads("CSV")
    table = csv_table(content)
    assert name == "results.csv"
    for person, row in table.by_name().items():
        assert {key: row[key] for key in (one.name for one in QUESTIONS) if row[key]} == csv_cells(trial.given[person])
    assert len(table.rows) == len(trial.given)
