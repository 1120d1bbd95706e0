"""How many SQL statements an answered question takes: alone, and among updates that share a commit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, event

from bot import house as houses
from bot.machine import Machine
from bot.training import sample
from simulator.chats import Person
from simulator.phones import Phone
from simulator.session import SimulatorSession
from simulator.telegram import Telegram
from storage.engine import Database

PEOPLE = 50
KEY = b"dGVzdHMtYW5kLW5vdGhpbmctYnV0LXRlc3RzLTMyLWI="


def _now() -> datetime:
    return datetime.now(UTC)


class Counter:
    """Statements, begins and commits of all engines, while it counts."""

    def __init__(self) -> None:
        self.count = 0
        event.listen(Engine, "before_cursor_execute", self._executed)

    def _executed(self, *_: object) -> None:
        self.count += 1

    def taken(self) -> int:
        """Those since the last time."""
        count, self.count = self.count, 0
        return count

    def stop(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._executed)


async def statements(folder: Path) -> dict[str, float]:
    """Statements for each answer, those of the sender included."""
    database = await Database.open(f"sqlite+aiosqlite:///{folder}/statements.db", key=KEY)
    await database.migrate(_now())
    telegram = Telegram(people=[Person(number, f"Person {number}") for number in range(1, PEOPLE + 1)])
    house = houses.build("tver-school-14", telegram.username)
    machine = Machine(telegram.token, SimulatorSession(telegram), database, house, rate=0, clock=_now)
    async with database.write(_now()) as work:
        await sample(work, house, PEOPLE)
    phones = [Phone(telegram, number) for number in range(1, PEOPLE + 1)]
    for phone in phones:
        await phone.starts()
        await phone.says("/surveys")
    await _settled(machine)
    for phone in phones:
        await phone.taps(phone.screen.labels[0])
    await _settled(machine)
    counter = Counter()
    found: dict[str, float] = {}
    try:
        for name, people in (("one answer alone", phones[:1]), (f"each of {PEOPLE} at once", phones)):
            for phone in people:
                await phone.taps("3")
            counter.taken()
            await _settled(machine)
            found[name] = counter.taken() / len(people)
    finally:
        counter.stop()
        await machine.close()
    return found


async def _settled(machine: Machine) -> None:
    """Until everything is taken and sent."""
    while await machine.polling.step():
        await machine.sender.settle()
        await machine.answers.settle()
