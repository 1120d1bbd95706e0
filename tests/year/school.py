"""The school that lives through the year: its clock, its people's phones, and an ear for everything the bot wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from simulator.chats import Change
from simulator.phones import Phone
from tests.conversations.world import START, World
from tests.databases import opened

TVER = ZoneInfo("Europe/Moscow")
SCHOOL = "МОУ СОШ № 14"


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the bot as it arrived; `at` by the school's clock."""

    at: datetime
    phone: int
    text: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody with a phone: two who run it, three mentors, five mentees, a mother."""

    coordinator: Phone
    curator: Phone
    gromov: Phone
    vetrova: Phone
    tkachev: Phone
    nina: Phone
    petya: Phone
    alina: Phone
    denis: Phone
    kirill: Phone
    mother: Phone

    @classmethod
    def of(cls, world: World) -> Cast:
        """They have Telegram, and have never heard of the bot."""
        names = ("Светлана", "Ирина", "Олег", "Мария", "Илья", "Нина", "Петя", "Алина", "Денис", "Кирилл", "Ольга")
        return cls(*(world.phone(name) for name in names))


class Year:
    """A world with its cast, from 1 September 2026, 09:00 in Tver."""

    def __init__(self, world: World, url: str) -> None:
        self.world = world
        self.cast = Cast.of(world)
        self.heard: list[Heard] = []
        self._url = url
        world.telegram.watch(self._listen)

    @classmethod
    async def begins(cls, url: str) -> Year:
        """An empty, migrated database at `url`, and nobody registered."""
        return cls(await World.open(await opened(url), START), url)

    async def on(self, moment: str) -> None:
        """Time passes till `moment` («15.09 16:30», by the school's clock) through everything that falls due."""
        when = datetime.strptime(f"{moment} 2026", "%d.%m %H:%M %Y").replace(tzinfo=TVER)
        assert when >= self.world.now, f"{moment} has passed"
        await self.world.until(when.astimezone(UTC))

    async def restarts(self) -> None:
        """The process ends, and another one begins on the same database."""
        world, house = self.world, self.world.machine.house
        await world.machine.close()
        world.database = await opened(self._url)
        world.machine = world._machine(house)

    async def ends(self) -> None:
        """Nothing stays open."""
        await self.world.machine.close()

    def told(self, phone: Phone, part: str) -> list[str]:
        """When messages with `part` arrived on a phone: «04.11 15:00»."""
        return [f"{one.at:%d.%m %H:%M}" for one in self.heard if one.phone == phone.id and part in one.text]

    def at_night(self) -> list[Heard]:
        """What arrived between 21:00 and 8:00."""
        return [one for one in self.heard if not time(8) <= one.at.time() < time(21)]

    def _listen(self, change: Change) -> None:
        if change.kind == "message" and change.value["from"]["is_bot"]:
            at = self.world.now.astimezone(TVER)
            self.heard.append(Heard(at, change.chat, change.value.get("text") or change.value.get("caption") or ""))
