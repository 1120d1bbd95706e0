"""`demo`: the programme on phones in a browser. A local Bot API, the bot and the page in one process."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import socket
from contextlib import AsyncExitStack, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot import house as houses
from bot.cli import CommandError
from bot.clock import MovableClock
from bot.demo_life import live
from bot.demo_town import Town, town
from bot.keys import load_or_create_key
from bot.leading import command_menu
from bot.machine import Machine
from bot.settings import Settings
from bot.words import say
from messaging import talk
from programmes.load import load_programme
from programmes.programme import Programme
from services.desk import House
from simulator.chats import Person as Owner
from simulator.server import address_of, serve
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database
from storage.failures import AlreadyRunningError

HOST, PORT = "127.0.0.1", 8081
DATA = Path("data")
TICK_SECONDS = 5.0
ROUNDS = 200
_log = logging.getLogger(__name__)


async def demo(settings: Settings, programme: str, port: int | None) -> None:
    """Show `programme` until Ctrl+C; its data is kept between runs in `data/`, apart from DATABASE_URL.

    Raises CommandError where the port or the demo's data is taken.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as opened:
        shown = Demo(settings, programme)
        opened.push_async_callback(shown.close)
        try:
            await shown.open(port=PORT if port is None else port)
        except AlreadyRunningError as error:
            raise CommandError(say("demo-running")) from error
        page = await _page(shown, PORT if port is None else port)
        opened.push_async_callback(page.cleanup)
        print(say("demo-open", address=address_of(page)), say("demo-stop"), sep="\n", flush=True)
        await stop.wait()
        await shown.close()  # before the page, which writes down what was said last


def _ensure_free(port: int) -> None:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError as error:
            raise CommandError(say("demo-port", port=str(port))) from error


async def _page(shown: Demo, port: int) -> web.AppRunner:
    try:
        return await serve(
            shown.telegram,
            host=HOST,
            port=port,
            advance=shown.advance,
            reset=shown.reset,
            zone=shown.zone,
            keep=shown.path(".json"),
        )
    except OSError as error:
        raise CommandError(say("demo-port", port=str(port))) from error


class Demo:
    """The demo's data and the running bot; time is the machine's own plus what the page has leapt."""

    def __init__(self, settings: Settings, programme: str) -> None:
        found = load_programme(programme)
        self.zone = found.zone
        self._settings = settings
        self._programme = programme
        self._name = found.id
        DATA.mkdir(parents=True, exist_ok=True)
        self._clock = MovableClock(offset=self._kept_offset())
        self._town = self._todays_town(found)
        self.telegram = Telegram.load(self.path(".json"), now=self._clock.now, people=_owners(self._town))
        self._machine: Machine | None = None
        self._halted = False
        self._moving = asyncio.Lock()
        self._stop = asyncio.Event()
        self._tasks: list[asyncio.Task[Any]] = []

    def path(self, suffix: str) -> Path:
        """A file of this demo."""
        return DATA / f"demo-{self._name}{suffix}"

    async def open(self, *, port: int = 0) -> None:
        """Start the bot on the kept data, or on a fresh school.

        Raises AlreadyRunningError, and CommandError where the page's port is taken: before a school is filled, whose
        first messages nobody would see.
        """
        database = await Database.open(f"sqlite+aiosqlite:///{self.path('.db')}", key=self._key())
        try:
            database.claim_single_process()
            _ensure_free(port)
            fresh, house = await self._prepare(database)
        except BaseException:
            await database.close()
            raise
        session = SimulatorSession(self.telegram)
        machine = Machine(self.telegram.token, session, database, house, rate=0, clock=self._clock.now)
        if fresh:
            self.telegram.reset()
        await command_menu(machine)
        self._machine = machine
        if fresh:
            self._greet()
        self._run(machine)

    async def advance(self, by: timedelta) -> None:
        """Leap through everything that falls due on the way; a halt ends the leap at the moment it has reached."""
        async with self._moving:
            machine = self._machine
            if machine is None:
                return
            await self._pause()
            try:
                await self._clock.leap(
                    self._clock.now() + by, machine.tick, lambda: self._live(machine), lambda: self._halted
                )
            finally:
                self._keep_offset()
                self._run(machine)

    async def reset(self) -> None:
        """Begin anew: a fresh school, empty chats, the present day."""
        async with self._moving:
            if self._halted:
                return
            await self._end()
            for suffix in (".db", ".db-wal", ".db-shm", ".clock"):
                self.path(suffix).unlink(missing_ok=True)
            self._clock.offset = timedelta()
            await self.open()

    async def close(self) -> None:
        """Stop the bot as a shutdown would, after the step of a leap that is under way; for good."""
        self._halted = True
        async with self._moving:
            await self._end()

    async def _prepare(self, database: Database) -> tuple[bool, House]:
        """Whether the school is a fresh one, and the house for it."""
        now = self._clock.now()
        await database.migrate(now)
        house = houses.build(
            self._programme, self.telegram.username, school_year=self._settings.school_year or _school_year(now.date())
        )
        async with database.write(now) as work:
            await houses.hold_definitions(work, house)
            fresh = not await work.people.count()
        if fresh:
            self._town = self._todays_town(house.programme)
            await live(database, house, self._town, now)
        return fresh, house

    def _todays_town(self, programme: Programme) -> Town:
        return town(programme, self._clock.now().astimezone(ZoneInfo(programme.zone)).date())

    def _greet(self) -> None:
        """Those who are registered open the bot, so that their menus stand there; the others have it open already."""
        for phone in self._town.phones:
            if phone.registered:
                self.telegram.gestures.start(phone.id)
        for soul in self._town.souls:
            self.telegram.chat(soul.chat).started = True

    async def _end(self) -> None:
        machine, self._machine = self._machine, None
        if machine is not None:
            await self._pause()
            await machine.close()

    async def _live(self, machine: Machine) -> None:
        await _settle(machine)
        self._keep_offset()

    def _run(self, machine: Machine) -> None:
        self._stop = asyncio.Event()
        talking = talk.by_polling(machine.polling, machine.sender, machine.answers, self._stop)
        jobs = (talking, machine.jobs.run(self._stop), self._ticking(machine))
        self._tasks = [asyncio.create_task(job) for job in jobs]

    async def _pause(self) -> None:
        self._stop.set()
        await asyncio.gather(*self._tasks)
        self._tasks = []

    async def _ticking(self, machine: Machine) -> None:
        while not self._stop.is_set():
            try:
                await machine.tick()
            except Exception as error:
                _log.error("the tick failed; it is repeated", exc_info=error)
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK_SECONDS):
                    await self._stop.wait()

    def _key(self) -> bytes:
        return load_or_create_key(self._settings, DATA)

    def _kept_offset(self) -> timedelta:
        try:
            return timedelta(seconds=json.loads(self.path(".clock").read_text()))
        except (OSError, ValueError):
            return timedelta()

    def _keep_offset(self) -> None:
        new = self.path(".clock.new")
        new.write_text(json.dumps(self._clock.offset.total_seconds()))
        new.replace(self.path(".clock"))


def _owners(shown: Town) -> list[Owner]:
    """The people of the town with a Telegram; those without a phone on the page are hidden."""
    on_page = {phone.id for phone in shown.phones}
    owners = [Owner(phone.id, phone.first, "ru", say(phone.key, place=phone.place)) for phone in shown.phones]
    others = {soul.chat: soul.name for soul in shown.souls if soul.chat not in on_page}
    return owners + [Owner(chat, name.split()[1], "ru", hidden=True) for chat, name in others.items()]


async def _settle(machine: Machine) -> None:
    """Run the bot until it is idle."""
    for _ in range(ROUNDS):
        taken = await machine.polling.step()
        made = await machine.jobs.work_off()
        await machine.sender.settle()
        await machine.answers.settle()
        if not taken and not made:
            return


def _school_year(today: date) -> int:
    """The year in which the current school year began (1 September)."""
    return today.year if today.month >= 9 else today.year - 1
