"""`run`: one process that serves Telegram, by polling or by webhook, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import AsyncExitStack, suppress
from datetime import date, timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommand
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import house as houses
from bot.alarm import Alarm
from bot.clock import wall_clock
from bot.database import open_database
from bot.health import DatabaseState, add_health_routes, serve_health
from bot.keys import load_or_create_key
from bot.machine import Machine, telegram_session
from bot.memory import lasting
from bot.nightly import Nightly
from bot.settings import Settings
from bot.values import Address
from locales import DEFAULT_LANGUAGE, LANGUAGES
from messaging import talk
from messaging.arrivals import KINDS
from messaging.backoff import Backoff
from messaging.polling import WrongTokenError
from messaging.webhook import MAX_BODY, PATH, Webhook
from programmes.programme import Programme
from services.command_menu import EVERYBODY
from storage.engine import Database
from storage.failures import DatabaseUnavailableError

TICK_SECONDS = 20
FIRST_TICK = timedelta(seconds=2)
"""After a start the people who wait are answered first."""
HOUSEKEEPING_HOURS = 6
BACKUP_SECONDS = 900
FIRST_COPY = timedelta(seconds=60)
ALARM_SECONDS = 60
LEAD_SECONDS = 5
BOT_NAME = "bot_name"
_log = logging.getLogger(__name__)


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises what stops the start; the command line turns that into one line."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as opened:
        database = await open_database(settings)
        opened.push_async_callback(database.close)
        database.claim_single_process()
        await database.migrate(wall_clock())
        machine = await _machine(settings, database, stop)
        if machine is None:
            return
        opened.push_async_callback(machine.bot.session.close)
        await _health(settings, machine, opened)
        if await _lead(database, stop):
            await _talk(settings, machine, opened, stop)


async def bot_name(bot: Bot, database: Database) -> str | None:
    """The bot's user name: from Telegram, else as it was last known. Raises WrongTokenError."""
    try:
        name = (await bot.get_me(request_timeout=5)).username
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise WrongTokenError("Telegram knows no bot with this BOT_TOKEN") from error
    except (AiogramError, OSError, TimeoutError):
        async with database.read(wall_clock()) as work:
            return await work.facts.get(f"{BOT_NAME}:{bot.id}")
    async with database.write(wall_clock()) as work:
        await work.facts.set(f"{BOT_NAME}:{bot.id}", name or "")
    return name


async def probe(database: Database) -> DatabaseState:
    """How the database is, for /ready."""
    try:
        async with database.write(wall_clock()) as work:
            await work.facts.get(BOT_NAME)
    except Exception as error:
        return DatabaseState(False, reason=type(error).__name__)
    return DatabaseState(True, writable=True, migrated=True)


async def _machine(settings: Settings, database: Database, stop: asyncio.Event) -> Machine | None:
    """The assembled machine; waits for Telegram if it has never told the bot's name. None if stopped meanwhile."""
    session = telegram_session(settings.telegram_api_url)
    bot = Bot(settings.bot_token, session=session)
    backoff = Backoff()
    while (name := await bot_name(bot, database)) is None:
        _log.warning("Telegram does not answer; trying again")
        with suppress(TimeoutError):
            async with asyncio.timeout(backoff.wait()):
                await stop.wait()
        if stop.is_set():
            await session.close()
            return None
    with lasting():
        house = houses.build(settings.programme, name, school_year=settings.school_year)
    _warn_of_past_years(house.programme, wall_clock().date())
    async with database.read(wall_clock()) as work:
        await houses.hold_definitions(work, house)
    return Machine(
        settings.bot_token,
        session,
        database,
        house,
        rate=settings.sending_rate,
        clock=wall_clock,
        flood=settings.flood,
    )


def _warn_of_past_years(programme: Programme, today: date) -> None:
    ends = programme.years.whole.last
    if ends < today:
        _log.warning("the programme ended on %s: nothing of its calendar falls due; set SCHOOL_YEAR", ends)


async def _health(settings: Settings, machine: Machine, opened: AsyncExitStack) -> None:
    """/health, /ready and /metrics at their own address (a webhook at the same address takes them along)."""
    if settings.health_listen is not None and settings.health_listen != settings.webhook_listen:
        runner = await serve_health(settings.health_listen, machine.vitals, lambda: probe(machine.database))
        opened.push_async_callback(runner.cleanup)


async def _lead(database: Database, stop: asyncio.Event) -> bool:
    """Wait until this process is the one that talks; another on the same PostgreSQL stands by till then."""
    told = False
    while not await database.claim_leadership():
        if not told:
            _log.warning("another process serves this database; standing by")
            told = True
        with suppress(TimeoutError):
            async with asyncio.timeout(LEAD_SECONDS):
                await stop.wait()
        if stop.is_set():
            return False
    return not stop.is_set()


async def stay_leader(database: Database, stop: asyncio.Event, pause: float = LEAD_SECONDS) -> None:
    """Until `stop`: sets it when another process has taken over, for two would send everything twice.

    A database that is away is waited for, and its lead taken up again if nobody else has.
    """
    while not stop.is_set():
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stop.wait()
        if stop.is_set() or await database.claim_leadership():
            continue
        with suppress(DatabaseUnavailableError):
            await database.ping()
            if not await database.claim_leadership():
                _log.error("another process has taken over this database; this one ends")
                stop.set()


async def _talk(settings: Settings, machine: Machine, opened: AsyncExitStack, stop: asyncio.Event) -> None:
    scheduler = _scheduler(machine, settings)
    opened.callback(scheduler.shutdown, wait=False)
    working = asyncio.create_task(machine.jobs.run(stop))
    opened.push_async_callback(lambda: working)
    leading = asyncio.create_task(stay_leader(machine.database, stop))
    opened.push_async_callback(lambda: leading)
    opened.callback(stop.set)  # after a failure nobody else would tell the jobs
    await command_menu(machine)
    _log.info("serving", extra={"bot": machine.bot.id, "programme": machine.house.programme.id})
    machine.vitals.sender_up = machine.vitals.intake_up = True
    if settings.webhook_url:
        await _by_webhook(settings, machine, opened, stop)
    else:
        await talk.by_polling(machine.polling, machine.sender, machine.answers, stop)


async def _by_webhook(settings: Settings, machine: Machine, opened: AsyncExitStack, stop: asyncio.Event) -> None:
    webhook = Webhook(machine.intake, secret=settings.webhook_secret, counters=machine.vitals)
    app = web.Application(client_max_size=MAX_BODY)
    webhook.add_to(app)
    if settings.health_listen == settings.webhook_listen:
        add_health_routes(app, machine.vitals, lambda: probe(machine.database))
    opened.push_async_callback((await _listen(app, settings.webhook_listen)).cleanup)
    if await _ask_for_deliveries(settings, machine.bot, stop):
        await talk.by_webhook(webhook, machine.sender, machine.answers, stop)


async def _ask_for_deliveries(settings: Settings, bot: Bot, stop: asyncio.Event) -> bool:
    """Set the webhook, however long Telegram is away; False if stopped meanwhile. Raises WrongTokenError."""
    backoff = Backoff()
    while not stop.is_set():
        try:
            return await bot.set_webhook(
                settings.webhook_url, secret_token=settings.webhook_secret, allowed_updates=list(KINDS)
            )
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise WrongTokenError("Telegram knows no bot with this BOT_TOKEN") from error
        except (AiogramError, OSError, TimeoutError) as error:
            _log.warning("the webhook was not set; trying again", exc_info=error)
        with suppress(TimeoutError):
            async with asyncio.timeout(backoff.wait()):
                await stop.wait()
    return False


async def _listen(app: web.Application, address: Address | None) -> web.AppRunner:
    if address is None:
        raise ValueError(f"settings hold an address for {PATH} whenever they hold a webhook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, address.host, address.port).start()
    return runner


def _scheduler(machine: Machine, settings: Settings) -> AsyncIOScheduler:
    """APScheduler calls the tick; nothing is scheduled in it, so nothing is lost with it."""

    async def tick() -> None:
        try:
            while (due := await machine.tick()) is not None and due <= wall_clock():  # noqa: ASYNC110 -- no event tells
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
    scheduler.add_job(tick, "interval", seconds=TICK_SECONDS, next_run_time=wall_clock() + FIRST_TICK, **often)
    if settings.operator_chat is not None:
        alarm = Alarm(machine, settings.operator_chat)
        scheduler.add_job(alarm.look, "interval", seconds=ALARM_SECONDS, **often)
    if settings.backup_dir is not None:
        copies = _nightly(machine, settings, settings.backup_dir)
        scheduler.add_job(
            copies.look, "interval", seconds=BACKUP_SECONDS, next_run_time=wall_clock() + FIRST_COPY, **often
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
