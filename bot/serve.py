"""`run`: one process that serves Telegram, by polling or by webhook, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import AsyncExitStack, suppress
from datetime import date

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiohttp import web

from bot import house as houses
from bot.clock import wall_clock
from bot.database import open_database
from bot.health import DatabaseState, add_health_routes, serve_health
from bot.leading import lead, term
from bot.machine import Machine, telegram_session
from bot.memory import lasting
from bot.settings import Settings
from bot.values import Address
from messaging import talk
from messaging.arrivals import KINDS
from messaging.backoff import Backoff, unless
from messaging.polling import WrongTokenError
from messaging.webhook import MAX_BODY, PATH, RefusedWebhookError, Webhook
from programmes.programme import Programme
from storage.engine import Database

SIDE_BY_SIDE = 4
"""Transactions of a webhook on PostgreSQL at once."""
BOT_NAME = "bot_name"
UNRESOLVED = "resolve host"
"""In Telegram's refusal of an address whose name it can't look up: a new or failing name server mends itself."""
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


async def _talk(settings: Settings, machine: Machine, opened: AsyncExitStack, stop: asyncio.Event) -> None:
    _log.info("serving", extra={"bot": machine.bot.id, "programme": machine.house.programme.id})
    if settings.webhook_url:
        await _by_webhook(settings, machine, opened, stop)
        return

    async def poll(over: asyncio.Event) -> None:
        machine.vitals.intake_up = True
        try:
            await talk.by_polling(machine.polling, machine.sender, machine.answers, over)
        finally:
            machine.vitals.intake_up = False

    await lead(machine.database, stop, lambda over: term(settings, machine, over, poll))


async def _by_webhook(settings: Settings, machine: Machine, opened: AsyncExitStack, stop: asyncio.Event) -> None:
    """Every replica takes updates; the one that leads does all the rest, and ends it when nothing more comes in."""
    workers = SIDE_BY_SIDE if machine.database.path is None else 1
    webhook = Webhook(machine.intake, secret=settings.webhook_secret, counters=machine.vitals, workers=workers)
    app = web.Application(client_max_size=MAX_BODY)
    webhook.add_to(app)
    if settings.health_listen == settings.webhook_listen:
        add_health_routes(app, machine.vitals, lambda: probe(machine.database))
    opened.push_async_callback((await _listen(app, settings.webhook_listen)).cleanup)
    machine.vitals.intake_up = True
    if not await _ask_for_deliveries(settings, machine.bot, stop):
        return

    async def send(over: asyncio.Event) -> None:
        await talk.by_sending(machine.sender, machine.answers, over)

    quiet = asyncio.Event()
    leading = asyncio.create_task(lead(machine.database, quiet, lambda over: term(settings, machine, over, send)))
    try:
        await unless(stop, asyncio.shield(leading))
    finally:
        machine.vitals.intake_up = False
        await webhook.close()
        quiet.set()
        await leading


async def _ask_for_deliveries(settings: Settings, bot: Bot, stop: asyncio.Event) -> bool:
    """Set the webhook, however long Telegram is away; False if stopped meanwhile.

    Raises WrongTokenError, and RefusedWebhookError where trying again would change nothing.
    """
    backoff = Backoff()
    while not stop.is_set():
        seconds = backoff.wait()
        try:
            return await bot.set_webhook(
                settings.webhook_url, secret_token=settings.webhook_secret, allowed_updates=list(KINDS)
            )
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise WrongTokenError("Telegram knows no bot with this BOT_TOKEN") from error
        except TelegramBadRequest as error:
            if UNRESOLVED not in error.message:
                raise RefusedWebhookError(error.message) from error
            _log.warning("Telegram can't look up the name in WEBHOOK_URL; trying again", exc_info=error)
        except TelegramRetryAfter as error:
            seconds = error.retry_after
            _log.warning("the webhook was not set: Telegram asks for patience", extra={"seconds": seconds})
        except (AiogramError, OSError, TimeoutError) as error:
            _log.warning("the webhook was not set; trying again", exc_info=error)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stop.wait()
    return False


async def _listen(app: web.Application, address: Address | None) -> web.AppRunner:
    if address is None:
        raise ValueError(f"settings hold an address for {PATH} whenever they hold a webhook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, address.host, address.port).start()
    return runner
