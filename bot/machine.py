"""The running parts, joined by hand: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from messaging.intake import Intake
from messaging.polling import Polling
from messaging.ports import Clock
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


class Machine:
    """One process of the bot over one database. `rate`: calls a second, 0 without limit."""

    def __init__(
        self,
        token: str,
        session: BaseSession,
        database: Database,
        house: House,
        *,
        rate: float,
        clock: Clock,
        workshop: Callable[[], Makes] = Workshop,
    ) -> None:
        self.bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        self.database = database
        self.house = house
        self.clock = clock
        self.words = Wording.load()
        self.vitals = Vitals(started_at=clock())
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
        )
        self.intake = Intake(
            self.bot,
            database,
            Dispatch(self.bot, house),
            self.words,
            announce=self.sender.offer,
            answer=self.answers.give,
            menu=self.answers.menu,
            on_reachability=self._reachability,
            infrastructure=is_infrastructure,
            clock=clock,
            counters=self.vitals,
            leads=lambda: database.is_leader,
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
        """
        moments: list[datetime] = []
        failed: list[Exception] = []
        for duty in DUTIES:
            try:
                due = await self._do(duty)
            except Exception as error:
                failed.append(error)
            else:
                moments += [due] if due is not None else []
        if failed:
            raise failed[0]
        self.vitals.ticks += 1
        self.vitals.last_tick_at = self.clock()
        return min(moments, default=None)

    async def _do(self, duty: Duty) -> datetime | None:
        async with self.database.write(self.clock()) as work:
            desk = Desk(work, self.house, Actor(0, None), work.now)
            due = await duty(desk)
            written = await post(work, self.words, desk.told)
        self.sender.offer(written, {})
        self.jobs.wake()
        return due

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

    async def _reachability(self, work: Work, chat: int, reachable: bool) -> Iterable[Show]:
        return await reachability.changed(work, self.house, chat, reachable)
