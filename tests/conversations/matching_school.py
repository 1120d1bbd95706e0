"""A school whose curator matches teachers: two experienced ones, three young ones, all approved and consenting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from mentoring.mentorships import Mentorship
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.world import World

MENTORS = {"Громов Олег Ильич": ("methods", "documents"), "Белова Ирина Павловна": ("discipline",)}
MENTEES = {
    "Серова Нина Юрьевна": ("methods",),
    "Котов Илья Петрович": ("discipline",),
    "Ершова Вера Олеговна": ("documents",),
}


@dataclass(frozen=True, slots=True)
class MatchingSchool:
    """The curator, and phones and people by surname."""

    world: World
    place: Organisation
    curator: Phone
    phones: Mapping[str, Phone]
    people: Mapping[str, Person]

    @classmethod
    async def open(cls, world: World) -> Self:
        place = await world.organisation()
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
        phones: dict[str, Phone] = {}
        people: dict[str, Person] = {}
        areas = [area.id for area in world.machine.house.programme.areas]
        for role, named, born in (
            (Role.MENTOR, MENTORS, date(1980, 1, 2)),
            (Role.MENTEE, MENTEES, date(2001, 3, 4)),
        ):
            for name, wanted in named.items():
                phone, person = await world.member(name, role, place, birth=born)
                phones[name.split()[0]], people[name.split()[0]] = phone, person
                async with world.work() as work:
                    membership = await work.memberships.find(person.id, place.id, role)
                    assert membership is not None
                    own = tuple(areas[["methods", "documents", "discipline"].index(one)] for one in wanted)
                    await work.memberships.save(replace(membership, areas=own, capacity=1))
        return cls(world, place, curator, phones, people)

    async def begins(self, *kind: str, gathering: tuple[str, ...] = ("Пары",)) -> None:
        """The curator makes a matching with the likely choices, of a kind where there are several."""
        await self.curator.says("/match")
        await self.curator.taps("Новый подбор")
        about = ("Учитель – учитель", "Опытный – молодой", *gathering, *kind)
        for choice in (*about, "Сегодня", "Через полгода", "Всё верно"):
            await self.curator.taps(choice)

    async def computed(self) -> None:
        await self.begins()
        await self.curator.taps("Подобрать")

    async def opens(self, surname: str) -> None:
        """From the list of proposals to the proposal of one mentee."""
        await self.curator.taps("Предложения: ")
        await self.taps_line(surname)

    async def taps_line(self, surname: str) -> None:
        """Presses the number of the line that names somebody."""
        for shown in reversed(self.curator.screens):
            line = next((line for line in shown.text.splitlines() if surname in line and "." in line[:5]), None)
            if line is not None:
                number = line.split(".")[0].strip("✓–✗ ")
                await self.curator.taps(number, message=shown.message_id)
                return
        raise AssertionError(f"no list names {surname}")

    async def led(self) -> dict[int, tuple[int, ...]]:
        """Mentees with the mentors of their open mentorships."""
        async with self.world.work() as work:
            found = await work.mentorships.of_people([one.id for one in self.people.values()])
        return {one.mentees[0]: one.mentors for one in found}

    async def mentorships(self) -> tuple[Mentorship, ...]:
        async with self.world.work() as work:
            return await work.mentorships.of_people([one.id for one in self.people.values()])

    async def takes(self, surname: str, capacity: int) -> None:
        """A mentor takes on so many."""
        async with self.world.work() as work:
            membership = await work.memberships.find(self.people[surname].id, self.place.id, Role.MENTOR)
            assert membership is not None
            await work.memberships.save(replace(membership, capacity=capacity))

    async def rests(self, surname: str, role: Role = Role.MENTOR) -> None:
        """Somebody is on a pause from today on."""
        async with self.world.work() as work:
            membership = await work.memberships.find(self.people[surname].id, self.place.id, role)
            assert membership is not None
            await work.memberships.pause(membership.id, since=date(2026, 9, 1), until=None)
