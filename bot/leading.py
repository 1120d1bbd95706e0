"""What one process of all does: it sends, ticks, makes files and copies, for as long as it leads.

On PostgreSQL every replica may take updates; the lead is a lock of the database's (`storage.postgres.Leadership`), gone
some seconds after its holder was killed, cut off or frozen. On SQLite there is one process, and it leads.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.alarm import Alarm
from bot.keys import load_or_create_key
from bot.machine import Machine
from bot.nightly import Nightly
from bot.settings import Settings
from locales import DEFAULT_LANGUAGE, LANGUAGES
from messaging.ports import OUTGOING_CHANNEL
from services.command_menu import EVERYBODY
from storage.engine import Database
from storage.failures import DatabaseUnavailableError

CLAIM_SECONDS = 2.0
TICK_SECONDS = 20
FIRST_TICK = timedelta(seconds=2)
"""After a start the people who wait are answered first."""
HOUSEKEEPING_HOURS = 6
ALARM_SECONDS = 60
BACKUP_SECONDS = 900
FIRST_COPY = timedelta(seconds=60)
Term = Callable[[asyncio.Event], Awaitable[None]]
"""What is done until the event is set: the lead is lost, or the process ends."""
_log = logging.getLogger(__name__)


async def lead(database: Database, stop: asyncio.Event, do: Term, pause: float = CLAIM_SECONDS) -> None:
    """Until `stop`: does `do` whenever this process has the lead, and stands by otherwise."""
    told = False
    while not stop.is_set():
        if await database.claim_leadership():
            told = False
            await _while_leading(database, stop, do, pause)
        else:
            if not told:
                _log.info("another process leads, or the database is away; standing by")
                told = True
            await _wait(stop, pause)


async def _while_leading(database: Database, stop: asyncio.Event, do: Term, pause: float) -> None:
    over = asyncio.Event()
    beside = (asyncio.create_task(_end_with(stop, over)), asyncio.create_task(_keep(database, over, pause)))
    try:
        await do(over)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


async def _end_with(stop: asyncio.Event, over: asyncio.Event) -> None:
    await stop.wait()
    over.set()


async def _keep(database: Database, over: asyncio.Event, pause: float) -> None:
    """Claims the lead again and again, also while the end is drained; sets `over` when it is lost."""
    try:
        while await database.claim_leadership():  # noqa: ASYNC110 -- the database tells nobody
            await asyncio.sleep(pause)
        _log.warning("the lead is lost; another process may send now")
    finally:
        over.set()


def _machine_clock() -> datetime:
    """What APScheduler goes by, whatever clock the machine is given."""
    return datetime.now(UTC)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()


async def term(settings: Settings, machine: Machine, over: asyncio.Event, talking: Term) -> None:
    """One time of leading: ticks, jobs, copies and alarms beside `talking`, which sends."""
    async with AsyncExitStack() as opened:
        await machine.sender.forget()
        with suppress(DatabaseUnavailableError):  # then it looks for itself, once a second
            await machine.database.listen(OUTGOING_CHANNEL, machine.sender.wake)
        opened.push_async_callback(machine.database.stop_listening)
        scheduler = _scheduler(machine, settings)
        opened.callback(scheduler.shutdown, wait=False)
        working = asyncio.create_task(machine.jobs.run(over))
        opened.push_async_callback(lambda: working)
        minding = asyncio.create_task(mind_the_clock(scheduler, over))
        opened.push_async_callback(lambda: minding)
        opened.callback(over.set)  # after a failure nobody else would tell the jobs
        await command_menu(machine)
        machine.vitals.sender_up = True
        try:
            await talking(over)
        finally:
            machine.vitals.sender_up = False


async def mind_the_clock(
    scheduler: AsyncIOScheduler,
    over: asyncio.Event,
    *,
    seconds: float = TICK_SECONDS,
    clock: Callable[[], datetime] = _machine_clock,
) -> None:
    """Wakes every job when the machine's clock was set back: APScheduler waits for a moment of that clock, so after a
    step back by hours nothing would be due for as long."""
    before = clock()
    while not over.is_set():
        await _wait(over, seconds)
        now = clock()
        if now < before:
            _log.warning("the machine's clock was set back; every round begins anew")
            for job in scheduler.get_jobs():
                job.modify(next_run_time=now)
        before = now


def _scheduler(machine: Machine, settings: Settings) -> AsyncIOScheduler:
    """APScheduler calls the tick; nothing is scheduled in it, so nothing is lost with it."""

    async def tick() -> None:
        if not machine.database.is_leader:
            return
        try:
            while (due := await machine.tick()) is not None and due <= machine.clock():  # noqa: ASYNC110 -- no event tells
                await asyncio.sleep(0)  # more was due than one tick takes; updates come in between
        except Exception as error:
            machine.vitals.failed(error)
            _log.error("the tick failed; it is repeated", exc_info=error)

    async def keep_house() -> None:
        try:
            await machine.housekeeping()
        except Exception as error:
            _log.error("housekeeping failed; it is repeated", exc_info=error)

    scheduler = AsyncIOScheduler(timezone="UTC")
    often = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler.add_job(tick, "interval", seconds=TICK_SECONDS, next_run_time=_machine_clock() + FIRST_TICK, **often)
    if settings.operator_chat is not None:
        alarm = Alarm(machine, settings.operator_chat)
        scheduler.add_job(alarm.look, "interval", seconds=ALARM_SECONDS, **often)
    if settings.backup_dir is not None:
        copies = _nightly(machine, settings, settings.backup_dir)
        scheduler.add_job(
            copies.look, "interval", seconds=BACKUP_SECONDS, next_run_time=_machine_clock() + FIRST_COPY, **often
        )
    scheduler.add_job(keep_house, "interval", hours=HOUSEKEEPING_HOURS, **often)
    scheduler.start()
    return scheduler


def _nightly(machine: Machine, settings: Settings, folder: Path) -> Nightly:
    key = load_or_create_key(settings, settings.data_dir)
    send = settings.operator_chat if settings.backup_send else None
    return Nightly(machine, folder, keep=settings.backup_keep, key=key, send=send)


async def command_menu(machine: Machine) -> None:
    """Telegram's command menu for everybody who has no role yet; a failure only leaves the old one."""
    try:
        for language in LANGUAGES:
            menu = [BotCommand(command=name, description=_described(machine, language, name)) for name in EVERYBODY]
            await machine.bot.set_my_commands(menu, language_code=language)
            if language == DEFAULT_LANGUAGE:
                await machine.bot.set_my_commands(menu)
    except (AiogramError, OSError) as error:
        _log.warning("the command menu was not set", exc_info=error)


def _described(machine: Machine, language: str, command: str) -> str:
    return machine.words.text(language, f"command-{command}")
