"""The running parts, joined by hand: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer

from bot.dispatch import Dispatch
from bot.downloads import Downloads
from bot.health import Vitals
from bot.jobs import Jobs, Makes
from locales import Wording
from mentoring.access import Actor
from messaging.answers import Answers
from messaging.flood import UNLIMITED, Flood
from messaging.intake import Intake
from messaging.polling import Polling
from messaging.ports import Clock, Written
from messaging.post import post, prune
from messaging.replies import Show
from messaging.sender import Sender
from reports.workshop import Workshop
from services import reachability
from services.desk import Desk, House
from services.tick import DUTIES, Duty
from storage.engine import Database
from storage.intake import is_infrastructure
from storage.work import Work


def telegram_session(api_url: str) -> AiohttpSession:
    """aiogram's HTTP session to the official Bot API or one of one's own."""
    return AiohttpSession(api=TelegramAPIServer.from_base(api_url))


@dataclass(frozen=True, slots=True)
class Rest:
    """What a duty found at `since`: it does nothing before `due` (None: no moment is in sight) in this `state`.

    state: of the database; None where it wrote something itself, or where no state is told.
    """

    since: datetime
    due: datetime | None
    state: tuple[int, ...] | None

    def holds(self, state: tuple[int, ...] | None, now: datetime) -> bool:
        """Whether it may rest on. A clock that was set back ends it."""
        ahead = self.due is None or now < self.due
        return state is not None and state == self.state and self.since <= now and ahead


class Machine:
    """One process of the bot over one database. `rate`: calls a second, 0 without limit; `flood`: what one may send."""

    def __init__(
        self,
        token: str,
        session: BaseSession,
        database: Database,
        house: House,
        *,
        rate: float,
        clock: Clock,
        flood: Flood = UNLIMITED,
        workshop: Callable[[], Makes] = Workshop,
    ) -> None:
        self.bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        self.database = database
        self.house = house
        self.clock = clock
        self.words = Wording.load()
        self.vitals = Vitals(started_at=clock())
        self._resting: dict[Duty, Rest] = {}
        self._noted = 0
        self.answers = Answers(self.bot)
        self.sender = Sender(
            self.bot,
            database,
            self.words,
            rate=rate,
            on_reachability=self._reachability,
            infrastructure=is_infrastructure,
            clock=clock,
            counters=self.vitals,
            leads=lambda: database.is_leader,
        )
        self.intake = Intake(
            self.bot,
            database,
            Dispatch(self.bot, house),
            self.words,
            announce=self._offer,
            answer=self.answers.give,
            menu=self.answers.menu,
            on_reachability=self._reachability,
            infrastructure=is_infrastructure,
            clock=clock,
            counters=self.vitals,
            leads=lambda: database.is_leader,
            flood=flood,
        )
        self.polling = Polling(self.bot, self.intake, counters=self.vitals)
        self.jobs = self._jobs(workshop)

    def _jobs(self, workshop: Callable[[], Makes]) -> Jobs:
        return Jobs(
            self.database,
            self.house,
            self.words,
            offer=self.sender.offer,
            clock=self.clock,
            infrastructure=is_infrastructure,
            counters=self.vitals,
            workshop=workshop,
            fetch=Downloads(self.bot).fetch,
        )

    async def tick(self) -> datetime | None:
        """Do what is due now; returns when something falls due next, if anything is in sight.

        A duty that fails is undone and keeps none of the others from theirs; the first error is raised afterwards.
        One that wrote nothing but how far it has come (a fact, which it alone reads) rests until the moment it named,
        while nobody writes anything else (`Work.state`).
        """
        moments: list[datetime] = []
        failed: list[Exception] = []
        state = await self._state()
        for duty in DUTIES:
            rest = self._resting.get(duty)
            if rest is None or not rest.holds(state, self.clock()):
                try:
                    rest, state = await self._do(duty)
                except Exception as error:
                    self._resting.pop(duty, None)
                    failed.append(error)
                    continue
                self._resting[duty] = rest
            moments += [rest.due] if rest.due is not None else []
        if failed:
            raise failed[0]
        self.vitals.ticks += 1
        self.vitals.last_tick_at = self.clock()
        return min(moments, default=None)

    async def _do(self, duty: Duty) -> tuple[Rest, tuple[int, ...] | None]:
        """Does it; until when it may rest then, and the state of the database afterwards."""
        async with self.database.write(self.clock()) as work:
            before = await self._state_in(work)
            desk = Desk(work, self.house, Actor(0, None), work.now)
            due = await duty(desk)
            written = await post(work, self.words, desk.told)
            self._noted += work.facts.written
            after = await self._state_in(work)
        self.sender.offer(written, {})
        self.jobs.wake()
        return Rest(work.now, due, after if before == after else None), after

    async def _state(self) -> tuple[int, ...] | None:
        async with self.database.write(self.clock()) as work:
            return await self._state_in(work)

    async def _state_in(self, work: Work) -> tuple[int, ...] | None:
        """The state of the database, without the duties' own notes."""
        state = await work.state()
        return None if state is None else (state[0] - self._noted, *state[1:])

    async def housekeeping(self) -> None:
        """Once a day: forget updates, keys, dead messages and files that nothing can ask for again."""
        async with self.database.write(self.clock()) as work:
            await prune(work)

    async def tell(self, shows: Iterable[Show]) -> None:
        """Put messages into the queue in a transaction of their own."""
        async with self.database.write(self.clock()) as work:
            written = await post(work, self.words, shows)
        self.sender.offer(written, {})

    async def close(self) -> None:
        """Close what was opened for this process."""
        await self.jobs.close()
        await self.bot.session.close()
        await self.database.close()

    def _offer(self, written: Written, incoming: Mapping[int, int]) -> None:
        """To the sender, if it is this process that sends; the one that does looks for itself."""
        if self.database.is_leader:
            self.sender.offer(written, incoming)

    async def _reachability(self, work: Work, chat: int, reachable: bool) -> Iterable[Show]:
        return await reachability.changed(work, self.house, chat, reachable)
