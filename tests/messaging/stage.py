"""A whole talk in one process: a local Telegram, the intake, the outbox and the sender, with tiny handlers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from sqlalchemy import Table, func, select, text

from messaging.answers import Answers
from messaging.counters import Counters
from messaging.flood import UNLIMITED, Flood
from messaging.intake import Intake
from messaging.polling import Polling
from messaging.ports import Written
from messaging.post import post
from messaging.replies import Replies, Say, Show
from messaging.sender import Sender
from simulator.chats import Person
from simulator.phones import Phone
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database
from storage.intake import is_infrastructure
from storage.tables import metadata
from storage.work import Work
from tests.databases import NOW

ANNA, BORIS, VERA = 11, 12, 13
WORDS = {
    "ru": {
        "hello": "Здравствуйте, {name}!",
        "hello.child": "Привет, {name}!",
        "fault-apology": "Не получилось, напишите ещё раз.",
        "text-cut": "Дальше не поместилось.",
        "flood-calm": "Подождите {seconds} с.",
        "gone": "Участник недоступен.",
        "menu": "Меню",
    },
    "en": {
        "hello": "Hello, {name}!",
        "fault-apology": "That failed, please write again.",
        "text-cut": "The rest did not fit.",
        "flood-calm": "Wait {seconds} s.",
        "gone": "A participant is unreachable.",
        "menu": "Menu",
    },
}


class TinyWords:
    """Wording of a few keys; a missing one raises as the real one does."""

    def text(self, language: str, key: str, *, child: bool = False, zone: str = "UTC", **values: Any) -> str:
        texts = WORDS[language]
        if key not in texts:
            raise LookupError(f"{language}: no wording {key!r}")
        return texts.get(f"{key}.child" if child else key, texts[key]).format(**values)

    def moment(self, language: str, at: datetime, zone: str) -> str:
        return f"{at:%d.%m %H:%M}"

    def day(self, language: str, on: date, pattern: str = "date") -> str:
        return f"{on:%d.%m.%Y}"


class Time:
    """A clock that stands still until it is moved; sleeping moves it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def passes(self, seconds: float) -> None:
        self.seconds += seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)


class ShakyDatabase:
    """A database whose next writes fail: `before` the work, or at its `commit`."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.failing: list[tuple[str, BaseException]] = []
        self.written = 0

    @asynccontextmanager
    async def write(self, now: datetime):  # type: ignore[no-untyped-def]
        when, error = self.failing.pop(0) if self.failing else ("", None)
        if when == "before" and error:
            raise error
        async with self.database.write(now) as work:
            yield work
            if when == "commit" and error:
                raise error
        self.written += 1
        if when == "after" and error:
            raise error

    def read(self, now: datetime):  # type: ignore[no-untyped-def]
        return self.database.read(now)


Handler = Callable[[Update, Work], Awaitable[Replies]]


def said(update: Update) -> str:
    """What the person wrote or pressed."""
    if update.message is not None:
        return update.message.text or ""
    return (update.callback_query.data if update.callback_query else None) or ""


def who(update: Update) -> int:
    """The chat of an update."""
    message = update.message or (update.callback_query.message if update.callback_query else None)
    assert message is not None
    return message.chat.id


async def echo(update: Update, work: Work) -> Replies:
    """Says back what it was told."""
    return [Show(who(update), "echo", said(update), fresh=True)]


@dataclass
class Stage:
    """One process of the bot. `restarted` gives another one on the same database and Telegram."""

    database: Database
    handler: Handler = echo
    rate: float = 0
    telegram: Telegram = field(default_factory=lambda: Telegram(now=lambda: datetime.now(UTC)))
    time: Time = field(default_factory=Time)
    deadline: float = 10.0
    flood: Flood = UNLIMITED

    def __post_init__(self) -> None:
        self.shaky = ShakyDatabase(self.database)
        self.counters = Counters()
        self.words = TinyWords()
        self.bot = Bot(self.telegram.token, session=SimulatorSession(self.telegram))
        self.answers = Answers(self.bot)
        self.reached: list[tuple[int, bool]] = []
        self.sender = Sender(
            self.bot,
            self.shaky,
            self.words,
            rate=self.rate,
            on_reachability=self.reach,
            infrastructure=is_infrastructure,
            clock=self.time.now,
            counters=self.counters,
            monotonic=self.time.monotonic,
        )
        self.intake = Intake(
            self.bot,
            self.shaky,
            self.handle,
            self.words,
            announce=self.sender.offer,
            answer=self.answers.give,
            menu=self.answers.menu,
            on_reachability=self.reach,
            infrastructure=is_infrastructure,
            clock=self.time.now,
            counters=self.counters,
            deadline=self.deadline,
            flood=self.flood,
            monotonic=self.time.monotonic,
        )
        self.polling = Polling(self.bot, self.intake, counters=self.counters, sleep=self.time.sleep, timeout=1)

    async def handle(self, update: Update, work: Work) -> Replies:
        return await self.handler(update, work)

    async def reach(self, work: Work, chat: int, reachable: bool) -> list[Show]:
        """The curator, here Vera, hears of it."""
        if dict(self.reached).get(chat, True) == reachable:
            return []
        self.reached.append((chat, reachable))
        await work.chats.set_reachable(chat, reachable)
        return [] if reachable else [Show(VERA, f"gone:{chat}", Say("gone"), fresh=True)]

    def restarted(self) -> Stage:
        """Another process after this one ended."""
        return Stage(self.database, self.handler, self.rate, self.telegram, self.time, self.deadline)

    def phone(self, person: int) -> Phone:
        """Somebody's phone; the bot is started on it without a word to the bot."""
        if person not in self.telegram.world.chats:
            self.telegram.add(Person(person, {ANNA: "Анна", BORIS: "Борис", VERA: "Вера"}.get(person, f"N{person}")))
        chat = self.telegram.chat(person)
        chat.started = True
        return Phone(self.telegram, person)

    async def goes(self) -> None:
        """Everything that waits is taken and answered."""
        while await self.polling.step():
            await self.sender.settle()
        await self.sender.settle()
        await self.answers.settle()

    async def tells(self, *shows: Show) -> Written:
        """Messages that are nobody's answer."""
        async with self.database.write(self.time.now()) as work:
            written = await post(work, self.words, shows)
        self.sender.offer(written, {})
        return written

    def texts(self, person: int) -> list[str]:
        """What the bot shows on a phone, from the top."""
        return [screen.text for screen in self.phone(person).screens]

    def calls(self, *methods: str, chat: int | None = None) -> int:
        """How many calls of these methods were made."""
        return len(self.telegram.faults.calls(*methods, chat=chat))

    async def rows(self, name: str, **where: Any) -> int:
        """How many rows of a table there are."""
        table: Table = metadata.tables[name]
        query = select(func.count()).select_from(table).where(*(table.c[key] == value for key, value in where.items()))
        async with self.database.read(self.time.now()) as work:
            return int((await work.connection.execute(query)).scalar_one())

    async def column(self, name: str, column: str) -> list[Any]:
        """All values of a column."""
        table: Table = metadata.tables[name]
        async with self.database.read(self.time.now()) as work:
            return list((await work.connection.execute(select(table.c[column]).order_by(*table.primary_key))).scalars())


async def count_words(update: Update, work: Work) -> Replies:
    """Has an effect that would show if it were done twice: a row of `settings` counts what was said."""
    row = {"name": f"said:{said(update)}"}
    found = await work.connection.execute(text("UPDATE settings SET value = value || '1' WHERE name = :name"), row)
    if not found.rowcount:
        await work.connection.execute(text("INSERT INTO settings (name, value) VALUES (:name, '1')"), row)
    return await echo(update, work)


async def counted(stage: Stage) -> dict[str, int]:
    """What `count_words` counted."""
    async with stage.database.read(stage.time.now()) as work:
        rows = await work.connection.execute(text("SELECT name, value FROM settings WHERE name LIKE 'said:%'"))
        return {name.removeprefix("said:"): len(value) for name, value in rows}


async def until(condition: Callable[[], bool]) -> None:
    """Other tasks run until the condition holds."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 -- what is waited for sets no event
            await asyncio.sleep(0.005)


def shows(replies: Iterable[Show]) -> Handler:
    """A handler that always says the same."""

    async def handle(update: Update, work: Work) -> Replies:
        return list(replies)

    return handle
