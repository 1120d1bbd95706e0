"""Whatever people press, type and forge, in whatever order: no handler fails, and every response stays valid."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.training import sample
from services import contexts
from services.desk import Desk
from simulator.chats import Person
from storage.tables import parked, responses
from storage.work import Work
from surveys import answers
from surveys.path import next_open, on_path
from surveys.screens import screen
from tests.conversations.world import World
from tests.databases import quick

PEOPLE = (1, 2, 3, 900_001, 900_002, 77)
"""A mentor, their mentee, another mentor, the curator, the coordinator, a stranger."""
COMMANDS = "/start /menu /help /cancel /language /privacy /meetings /log /surveys /people /pairs /summary /nothing"
WORDS = (
    "5",
    "да",
    "завтра",
    "31.02.2026",
    "01.09.2020",
    "<b>Анна</b> 🙂",
    "x" * 4096,
    "٣",
    "-1",
    "15:30",
    "/start abc",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that one person does. `number` chooses among what is there, `other` whose button it is."""

    person: int
    what: str
    number: int = 0
    words: str = ""
    other: int = 1


def _fits(data: str) -> bool:
    return 0 < len(data.encode()) <= 64


_PERSON = st.sampled_from(PEOPLE)
_NUMBER = st.integers(0, 200)
# Telegram takes any Unicode text but lone surrogates, which have no bytes.
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=64)
_NAMES = ("a", "response.open", "surveys.page", "meeting.open", "people.view", "applicant.approve", "pair.open")
_IDS = ("1", "2", "-1", "9" * 19, "x", "")
_PARTS = st.tuples(st.sampled_from(_NAMES), st.sampled_from(_IDS), st.sampled_from(["q1", "q9", ""]), _TEXT)
_FORGED = st.one_of(_TEXT, _PARTS.map(":".join)).filter(_fits)
STEPS = st.one_of(
    st.builds(Step, _PERSON, st.just("press"), _NUMBER),
    st.builds(Step, _PERSON, st.just("newest"), _NUMBER),
    st.builds(Step, _PERSON, st.just("repeat")),
    st.builds(Step, _PERSON, st.just("foreign"), _NUMBER, other=_PERSON),
    st.builds(Step, _PERSON, st.just("forged"), words=_FORGED),
    st.builds(Step, _PERSON, st.just("say"), words=st.one_of(st.sampled_from(WORDS), _TEXT.filter(str.strip))),
    st.builds(Step, _PERSON, st.just("say"), words=st.sampled_from(COMMANDS.split())),
    st.builds(Step, _PERSON, st.just("edit"), words=st.sampled_from(WORDS)),
)


class Play:
    """The people of a training school, and what each pressed last."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._last: dict[int, tuple[int, str]] = {}
        for number in PEOPLE:
            world.telegram.add(Person(number, f"Person {number}"))
            world.telegram.chat(number).started = True

    async def do(self, step: Step) -> None:
        gestures, person = self.world.telegram.gestures, step.person
        if step.what == "say":
            gestures.say(person, step.words)
        elif step.what == "edit":
            self._edit(person, step.words)
        elif step.what == "forged":
            gestures.press(person, step.number, step.words)
        elif step.what == "repeat" and person in self._last:
            gestures.press(person, *self._last[person])
        else:
            self._press(step)
        await self.world.settle()

    def _press(self, step: Step) -> None:
        buttons = self._buttons(step.other if step.what == "foreign" else step.person)
        if step.what == "newest" and buttons:
            buttons = [button for button in buttons if button[0] == buttons[-1][0]]
        if buttons:
            chosen = self._last[step.person] = buttons[step.number % len(buttons)]
            self.world.telegram.gestures.press(step.person, *chosen)

    def _edit(self, person: int, words: str) -> None:
        own = [m for m in self.world.telegram.chat(person).messages.values() if not m["from"]["is_bot"]]
        if own:
            self.world.telegram.gestures.edit(person, own[-1]["message_id"], words)

    def _buttons(self, person: int) -> list[tuple[int, str]]:
        """Every button of the chat, old messages included."""
        messages: list[dict[str, Any]] = list(self.world.telegram.chat(person).messages.values())
        return [
            (message["message_id"], button["callback_data"])
            for message in messages
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        ]


async def valid(world: World, work: Work) -> None:
    """Every response can be read, shown and gone on with; its answers are answers; what is finished lacks none."""
    for response_id in (await work.connection.scalars(select(responses.c.id))).all():
        record = await work.responses.get(response_id)
        assert record is not None
        house, draft = world.machine.house, record.draft
        definition = house.surveys.get(record.definition, draft.version)
        desk = Desk(work, house, await work.chats.actor(record.chat_id or 0), work.now)
        context = await contexts.build(
            desk, definition, record.subject, record.facts, record.likely, draft.answers, record.id
        )
        assert screen(definition, draft, context).text
        for question in on_path(definition, draft.answers, context):
            if question.id in draft.answers:
                answers.check(question, draft.answers[question.id], context)
        if record.state.value == "finished":
            assert next_open(definition, draft.answers, draft.skipped, context) is None
        elif draft.asking is not None:
            assert definition.question(draft.asking) is not None


async def play(template: Path, steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mentoring.db"
        shutil.copy(template, path)
        database = quick(f"sqlite+aiosqlite:///{path}")
        try:
            world = await World.open(database)
            actors = Play(world)
            for step in steps:
                await actors.do(step)
            async with world.work() as work:
                reasons = (await work.connection.execute(select(parked.c.traceback, parked.c.reason))).all()
                assert [tuple(row) for row in reasons] == []
                await valid(world, work)
            assert world.machine.vitals.messages_dead == 0
        finally:
            await database.close()


@pytest.fixture(scope="session")
def school(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training school of four people as a file."""
    path = tmp_path_factory.mktemp("school") / "school.db"
    shutil.copy(sqlite_template, path)

    async def fill() -> None:
        database = quick(f"sqlite+aiosqlite:///{path}")
        world = await World.open(database)
        async with world.work() as work:
            await sample(work, world.machine.house, 4)
        await database.close()

    asyncio.run(fill())
    return path


_CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=8, deadline=None, suppress_health_check=_CHECKS)
@given(steps=st.lists(STEPS, min_size=10, max_size=40))
def test_any_sequence(school: Path, steps: list[Step]) -> None:
    asyncio.run(play(school, steps))


@pytest.mark.long
@settings(max_examples=300, deadline=None, suppress_health_check=_CHECKS)
@given(steps=st.lists(STEPS, min_size=10, max_size=80))
def test_any_long_sequence(school: Path, steps: list[Step]) -> None:
    asyncio.run(play(school, steps))


@settings(max_examples=6, deadline=None, suppress_health_check=_CHECKS)
@given(forged=st.lists(st.builds(Step, _PERSON, st.just("forged"), words=_FORGED), min_size=20, max_size=40))
def test_forged_buttons(school: Path, forged: list[Step]) -> None:
    """Any text that Telegram would carry as callback data."""
    asyncio.run(play(school, forged))
