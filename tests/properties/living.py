"""A town lives through days: people do things, time passes, and every evening the rules are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.entries import buttons
from tests.conversations.hearing import Hearing
from tests.conversations.world import World
from tests.properties.invariants import Rules
from tests.properties.onlookers import gone, overheard
from tests.properties.recount import miscounted
from tests.properties.secrecy import Circles, circles
from tests.properties.town import Town
from tests.properties.walkers import Walkers
from tests.properties.witness import Witness

BUSY = {Role.CURATOR: 6.0, Role.PSYCHOLOGIST: 2.0, Role.COORDINATOR: 2.0, Role.MENTOR: 2.0}
"""How often people take their phone; everybody else once."""


@dataclass
class Living:
    """One run; `seed` stands in every failure."""

    seed: int
    town: Town
    walkers: Walkers
    witness: Witness
    hearing: Hearing
    rules: Rules
    evenings: int = 0
    morning: Circles | None = None

    @classmethod
    async def begin(cls, world: World, hearing: Hearing, seed: int) -> Living:
        town = await Town.built(world)
        await world.settle()
        witness = Witness.of(world.telegram)
        walkers = Walkers(town, Random(seed))
        return cls(seed, town, walkers, witness, hearing, Rules(world.machine.house.programme.capacity))

    async def lives(self, until: datetime, *, visits: int, steps: int) -> None:
        """Day after day, some of them passed over, till `until`."""
        world, random = self.town.world, self.walkers.random
        while world.now < until:
            try:
                for phone in await self._visitors(visits):
                    self.witness.acting = phone.id
                    async for _ in self.walkers.visit(phone, random.randint(1, steps)):
                        self.witness.compare(await self._gone())
                self.witness.acting = None
                await world.advance(timedelta(hours=random.choice((3, 20, 24, 24, 50))))
                self.witness.compare(await self._gone())
            except Exception as error:
                raise AssertionError(f"seed {self.seed}, {world.now}, after: {self.walkers.last}") from error
            wrong = await self._evening()
            assert not wrong, "\n".join((f"seed {self.seed}, {world.now}, after: {self.walkers.last}", *wrong))

    async def _visitors(self, many: int) -> list[Phone]:
        phones = list(self.town.phones.values())
        async with self.town.world.database.read(self.town.world.now) as work:
            known = await circles(work)
        weights = [
            max((BUSY.get(role, 1.0) for _, role in known.roles.get(phone.id, ())), default=1.0) for phone in phones
        ]
        return self.walkers.random.choices(phones, weights, k=many)

    async def _gone(self) -> frozenset[int]:
        async with self.town.world.database.read(self.town.world.now) as work:
            return await gone(work)

    async def _evening(self) -> list[str]:
        """What is wrong: all rules, and whatever was shown since the last evening."""
        world, self.evenings = self.town.world, self.evenings + 1
        async with world.database.read(world.now) as work:
            evening = await circles(work)
            known, self.morning = evening.joined(self.morning), evening
            wrong = await self.rules.broken(work)
            wrong += await self.town.secrets.leaked(work, known, self.witness.shown)
            programme = world.machine.house.programme
            network = any(kind.network for kind in programme.kinds)
            sensitive = [model.id for form in programme.forms for model in form.role_models if model.sensitive]
            wrong += await overheard(work, known, self.witness.shown, network=network, sensitive=sensitive)
            wrong += await miscounted(work, world.machine.house, evening)
        wrong += self.witness.wrong
        wrong += [f"no word to whoever did {what}" for what in self.hearing.silence()]
        vitals = world.machine.vitals
        wrong += [f"{vitals.jobs_failed} jobs failed"] if vitals.jobs_failed else []
        wrong += [f"{vitals.messages_dead} messages were refused"] if vitals.messages_dead else []
        self.hearing.said.clear()
        self.witness.forget()
        return wrong

    def told(self) -> Mapping[str, object]:
        """Figures of the run, and the buttons that nobody came across."""
        names = {each.name for each in buttons()}
        return {
            "seed": self.seed,
            "evenings": self.evenings,
            "gestures": self.walkers.gestures,
            "messages": self.witness.messages,
            "marked words": len(self.town.secrets.known),
            "labels longer than on a phone": sorted(self.witness.long_labels),
            "buttons pressed": len(names & set(self.walkers.pressed)),
            "buttons never pressed": sorted(names - set(self.walkers.pressed)),
        }
