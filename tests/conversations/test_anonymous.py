"""An anonymous questionnaire as it is answered in chat: five mix, the rest at the end, nobody is found out."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from mentoring.access import Actor
from mentoring.errors import Refusal
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from services import anonymity, dialogue
from services.desk import Desk
from simulator.phones import Phone
from storage.anonymity import Anonymity, Standing
from storage.tables import answer_counts, answers, campaigns, responses
from storage.work import Work
from surveys.definition import Definition
from surveys.load import load
from surveys.record import Subject
from tests.conversations.world import World
from tests.databases import quick
from tests.storage import nameless

CLIMATE = """
survey: own-1-climate
version: 1
anonymous: true
title: {ru: Климат в коллективе, en: Climate}
ask:
- id: mark
  kind: scale
  min: 1
  max: 5
  low: {ru: плохо, en: bad}
  high: {ru: хорошо, en: good}
  text: {ru: 'Как вам работается?', en: 'How do you like it here?'}
- id: reasons
  kind: multi
  text: {ru: 'Почему?', en: 'Why?'}
  options:
  - {id: people, label: {ru: Люди, en: People}}
  - {id: pay, label: {ru: Оплата, en: Pay}}
- id: words
  kind: text
  optional: true
  text: {ru: 'Что изменить?', en: 'What should change?'}
"""
Answer = tuple[int, str, str]
GIVEN: Sequence[Answer] = (
    (1, "Люди", "Окна"),
    (2, "Оплата", "Стулья"),
    (3, "Люди", "Чай"),
    (4, "Оплата", "Часы"),
    (5, "Люди", "Лампы"),
    (2, "Оплата", "Парты"),
    (3, "Люди", "Двери"),
)


class Asked:
    """A campaign with an anonymous questionnaire in a school, as the curator would have opened it."""

    def __init__(self, world: World, definition: Definition, school: Organisation) -> None:
        self.world = world
        self.definition = definition
        self.school = school
        self.campaign = 0
        self.phones: list[Phone] = []
        self.people: list[Person] = []

    @classmethod
    async def open(cls, world: World, folder: Path, many: int) -> Asked:
        (folder / "definitions").mkdir(parents=True, exist_ok=True)
        (folder / "definitions" / "own-1-climate.yaml").write_text(CLIMATE, encoding="utf-8")
        definition = load(folder).get("own-1-climate")
        asked = cls(world, definition, await world.organisation())
        for number in range(many):
            phone, person = await world.member(f"Человек Имя{number} Отчество", Role.MENTOR, asked.school)
            asked.phones.append(phone)
            asked.people.append(person)
        async with world.work() as work:
            await asked._begin(work)
        return asked

    async def _begin(self, work: Work) -> None:
        own = await work.own_questionnaires.add(
            self.definition.id, {"ru": "Климат", "en": "Climate"}, organisation_id=self.school.id, created_by=None
        )
        assert own is not None
        await work.definitions.archive(self.definition)
        row = {"origin": "person", "anonymous": True, "audience": {}, "state": "open", "created_at": work.now}
        made = await work.connection.execute(
            insert(campaigns).values(organisation_id=self.school.id, opens_at=work.now, **row).returning(campaigns.c.id)
        )
        self.campaign = made.scalar_one()
        for phone, person in zip(self.phones, self.people, strict=True):
            await self.ask(work, person, phone.id, self.campaign)

    async def ask(self, work: Work, person: Person, chat: int, campaign_id: int | None) -> None:
        await dialogue.ask(
            self.desk(work),
            self.definition.id,
            person.id,
            chat,
            organisation_id=self.school.id,
            subject=Subject("campaign", campaign_id or 0),
            campaign_id=campaign_id,
            role="mentor",
        )

    def desk(self, work: Work) -> Desk:
        return Desk(work, self.world.machine.house, Actor(0, None), work.now)

    async def answer(self, number: int, given: Answer) -> None:
        mark, reason, words = given
        phone = self.phones[number]
        await phone.says("/surveys")
        await phone.taps("Климат в коллективе")
        await phone.taps(str(mark))
        await phone.taps(reason)
        await phone.taps("Готово")
        await phone.says(words)
        await phone.sees("Спасибо")

    async def close(self) -> None:
        async with self.world.work() as work:
            await work.connection.execute(update(campaigns).values(state="closed"))
            await anonymity.close(self.desk(work), self.campaign)

    async def standing(self) -> Standing:
        async with self.world.work() as work:
            return await anonymity.standing(self.desk(work), self.campaign, self.school.id)

    async def whole(self) -> int:
        """How many responses are counted."""
        async with self.world.work() as work:
            counted = select(func.sum(answer_counts.c.count)).where(answer_counts.c.question == "")
            return await work.connection.scalar(counted) or 0

    async def named_answers(self) -> int:
        """How many answers stand beside a person."""
        async with self.world.work() as work:
            query = select(func.count()).select_from(answers.join(responses)).where(responses.c.person_id.is_not(None))
            return await work.connection.scalar(query) or 0


async def test_five_complete_answers_are_detached_and_the_sixth_waits(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 7)
    for number in range(4):
        await asked.answer(number, GIVEN[number])
    assert await asked.standing() == Standing(asked=7, waiting=4, detached=0)
    assert await asked.whole() == 0
    await asked.answer(4, GIVEN[4])
    assert await asked.standing() == Standing(asked=7, waiting=0, detached=5)
    assert (await asked.whole(), await asked.named_answers()) == (5, 0)
    await asked.answer(5, GIVEN[5])
    assert await asked.standing() == Standing(asked=7, waiting=1, detached=5)
    assert (await asked.whole(), await asked.named_answers()) == (5, 3)


async def test_a_draft_can_be_put_by_corrected_and_resumed(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 5)
    for number in range(4):
        await asked.answer(number, GIVEN[number])
    phone = asked.phones[4]
    await phone.says("/surveys")
    await phone.taps("Климат в коллективе")
    await phone.taps("1")
    await phone.taps("Назад")
    await phone.taps("5")
    await phone.taps("Продолжить позже")
    await phone.says("/surveys")
    await phone.taps("Климат в коллективе")
    await phone.sees("Почему?")
    await phone.taps("Люди")
    await phone.taps("Готово")
    await phone.taps("Пропустить")
    await phone.sees("Спасибо")
    async with world.work() as work:
        marks = select(answers.c.value).where(answers.c.question == "mark")
        assert sorted((await work.connection.execute(marks)).scalars()) == [1, 2, 3, 4, 5]


async def test_closing_detaches_the_rest_and_erases_what_is_not_complete(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 8)
    for number in range(7):
        await asked.answer(number, GIVEN[number])
    late = asked.phones[7]
    await late.says("/surveys")
    await late.taps("Климат в коллективе")
    await late.taps("1")
    await asked.close()
    assert await asked.standing() == Standing(asked=8, waiting=0, detached=7)
    assert (await asked.whole(), await asked.named_answers()) == (7, 0)
    await late.taps("Люди")
    await late.sees("Здесь уже всё завершено")
    assert await asked.named_answers() == 0
    async with world.work() as work:
        states = select(responses.c.state).where(responses.c.person_id.is_not(None)).order_by(responses.c.id)
        assert list((await work.connection.execute(states)).scalars()) == ["finished"] * 7 + ["unanswered"]


async def test_after_four_answers_nobody_is_known_to_be_one_of_them(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 6)
    for number in range(4):
        await asked.answer(number, GIVEN[number])
    await asked.close()
    assert await asked.standing() == Standing(asked=6, waiting=0, detached=4)
    async with world.work() as work:
        columns = [column for column in responses.c if column.name not in ("id", "chat_id", "person_id")]
        facts = select(*columns).where(responses.c.person_id.is_not(None))
        assert len({str(row) for row in await work.connection.execute(facts)}) == 1
        await asked.ask(work, asked.people[0], asked.phones[0].id, asked.campaign)
        again = select(func.count()).select_from(responses).where(responses.c.person_id == asked.people[0].id)
        assert await work.connection.scalar(again) == 1, "nobody is asked twice"
    await asked.phones[0].says("/surveys")
    await asked.phones[0].sees("Анкет и незаконченных форм нет")


async def test_the_whole_database_is_the_same_whoever_answered_what(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same people answer at the same times in the same manner; who of them gave which answers is in no table."""
    monkeypatch.setattr("storage.anonymity._SHUFFLE", nameless.by_content)
    monkeypatch.setattr(Anonymity.__init__, "__defaults__", (nameless.by_content,))
    dumps: list[dict[str, list[dict[str, Any]]]] = []
    for name, order in (("first", (0, 1, 2, 3, 4, 5)), ("second", (3, 5, 1, 0, 4, 2))):
        shutil.copy(sqlite_template, tmp_path / f"{name}.db")
        database = quick(f"sqlite+aiosqlite:///{tmp_path / f'{name}.db'}")
        world = await World.open(database)
        asked = await Asked.open(world, tmp_path / "own", 6)
        for number, which in enumerate(order):
            await asked.answer(number, GIVEN[which])
        await asked.close()
        dumps.append(await nameless.dump(database))
        await world.machine.close()
    for dump in dumps:
        del dump["settings"]  # the check of the key is encrypted, each time otherwise
    assert [name for name in dumps[0] if dumps[0][name] != dumps[1][name]] == []
    assert len(dumps[0]["answers"]) == 18


async def test_it_is_asked_in_campaigns_alone(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 1)
    with pytest.raises(Refusal, match="anonymity-campaign-only"):
        async with world.work() as work:
            await asked.ask(work, asked.people[0], asked.phones[0].id, None)


async def test_trying_it_out_leaves_nothing(world: World, tmp_path: Path) -> None:
    asked = await Asked.open(world, tmp_path / "own", 1)
    phone = asked.phones[0]
    async with world.work() as work:
        actor = await work.chats.actor(phone.id)
        desk = Desk(work, world.machine.house, actor, work.now)
        shown = await dialogue.try_out(desk, asked.definition, organisation_id=asked.school.id, as_child=False)
    await world.machine.tell([shown])
    await world.settle()
    await phone.taps("3")
    await phone.taps("Люди")
    await phone.taps("Готово")
    await phone.taps("Пропустить")
    await phone.sees("Предпросмотр окончен")
    assert (await asked.standing(), await asked.whole()) == (Standing(1, 0, 0), 0)
