"""Where conversation tests take place: the real machine over an in-process Telegram, with a clock of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from typing import Self

from bot import house as houses
from bot.clock import MovableClock
from bot.machine import Machine
from mentoring.consents import ConsentKind
from mentoring.people import Organisation, OrganisationKind, Person, Profile
from mentoring.roles import Category, Role
from messaging import post
from messaging.flood import UNLIMITED, Flood
from reports.documents import summary_chart
from services.desk import House
from simulator.chats import Person as Owner
from simulator.phones import Phone
from simulator.pictures import small_picture
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database
from storage.work import Work
from tests.conversations.phone_limits import BothLanguages, Limits

post.Renderer = BothLanguages  # type: ignore[attr-defined]
"""So that every screen of every world is measured in both languages."""
START = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
"""Tuesday, 1 September 2026, 09:00 in Tver."""
ROUNDS = 50


house_of = cache(houses.build)
"""The house never changes, and reading it takes a fifth of a second."""


class Here:
    """Makes documents in the test's own process: the child process has tests of its own, and takes seconds to start.

    The chart of every Monday is a patch of colour: what it looks like is the business of `tests/reports`.
    """

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        if function is summary_chart:
            return small_picture()
        if rows is None:
            return function(*arguments)
        return function(*arguments, rows=iter([each async for each in rows]))

    async def close(self) -> None:
        """There is nothing to end."""


class Blank(Here):
    """Makes nothing: for tests that press every button and look into no document."""

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        return small_picture()


class World:
    """Time stands still unless a test moves it (`advance`, `until`); `settle` runs the bot until it is idle."""

    def __init__(self, database: Database, start: datetime, house: House | None, flood: Flood = UNLIMITED) -> None:
        self._flood = flood
        self._clock = MovableClock(lambda: start)
        self._ids = count(1001)
        self.database = database
        self.telegram = Telegram(now=self._clock.now)
        self._limits = Limits(self.telegram)
        self.maker = Here()
        self.machine = self._machine(house or house_of("tver-school-14", self.telegram.username))

    def _machine(self, house: House) -> Machine:
        session = SimulatorSession(self.telegram)
        return Machine(
            self.telegram.token,
            session,
            self.database,
            house,
            rate=0,
            clock=self._clock.now,
            flood=self._flood,
            workshop=lambda: self.maker,
        )

    @classmethod
    async def open(
        cls, database: Database, start: datetime = START, house: House | None = None, flood: Flood = UNLIMITED
    ) -> Self:
        """A world with nobody in it yet; `house`: another than Tver's; `flood`: what one person may send at once."""
        return cls(database, start, house, flood)

    async def settle(self) -> None:
        """Run the bot until nothing is left to take, to make or to send."""
        await self.database.claim_leadership()  # on PostgreSQL only who leads sends
        for _ in range(ROUNDS):
            while await self.machine.polling.step():
                pass
            made = await self.machine.jobs.work_off()
            await self.machine.sender.settle()
            await self.machine.answers.settle()
            if not made:
                self._limits.hold()
                return
        raise AssertionError("the bot does not come to rest")

    async def advance(self, by: timedelta) -> None:
        """Let time pass through everything that falls due on the way."""
        await self.until(self.now + by)

    async def until(self, moment: datetime, *, lived: timedelta | None = None) -> None:
        """Let time pass till `moment` (aware); `lived`: only so much of it, before that the bot is switched off."""
        if lived is not None:
            self._clock.set(max(self.now, moment - lived))
        await self._clock.leap(moment, self.machine.tick, self.settle)

    def passes_unlived(self, by: timedelta) -> None:
        """Time goes by while the bot is switched off."""
        self._clock.set(self.now + by)

    @property
    def now(self) -> datetime:
        """The world's time, UTC."""
        return self._clock.now()

    def phone(self, name: str, *, language: str = "ru", telegram_id: int | None = None) -> Phone:
        """The phone of somebody who has not written to the bot yet."""
        owner = Owner(telegram_id or next(self._ids), name, language)
        return Phone(self.telegram, owner, self.settle)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction at the world's time, to prepare what a test is not about or to look at what came of it."""
        async with self.database.write(self.now) as work:
            yield work

    async def organisation(self, name: str = "Школа № 14") -> Organisation:
        """An organisation as the coordinator would have created it."""
        async with self.work() as work:
            return await work.organisations.add(name, OrganisationKind.SCHOOL, "Europe/Moscow")

    async def member(
        self,
        name: str,
        role: Role,
        organisation: Organisation | None,
        *,
        category: Category = Category.TEACHER,
        birth: date = date(1985, 5, 12),
        language: str = "ru",
        profile: Profile | None = None,
    ) -> tuple[Phone, Person]:
        """Somebody registered, consenting and approved already, with the bot opened on their phone."""
        phone = self.phone(name.split()[1] if " " in name else name, language=language)
        async with self.work() as work:
            await work.chats.start(phone.id, language)
            person = await work.people.add(
                name,
                telegram_id=phone.id,
                birth=birth,
                category=category,
                profile=profile or Profile(),
                language=language,
            )
            await work.memberships.grant(person.id, organisation.id if organisation else None, role)
            for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
                await work.consents.give(person.id, kind, 1, given_by=person.id)
        await phone.starts()
        return phone, person

    async def invite(self, role: Role | None, organisation: Organisation | None = None) -> str:
        """A fresh invitation's token, as the command line or a curator would make it."""
        async with self.work() as work:
            return await work.invitations.create(role, organisation.id if organisation else None)
