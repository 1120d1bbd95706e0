"""A school in which a pair of teachers is formed by its curator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from mentoring.mentorships import Mentorship
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from simulator.phones import Phone
from surveys.record import RecordState, Subject
from tests.conversations.world import World


@dataclass(frozen=True, slots=True)
class School:
    """A curator, an experienced teacher and a young one, nobody together yet."""

    world: World
    place: Organisation
    curator: Phone
    mentor: Phone
    mentee: Phone
    mentor_person: Person
    mentee_person: Person

    @classmethod
    async def open(cls, world: World) -> Self:
        """The three of them, approved and consenting."""
        place = await world.organisation()
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
        mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, place)
        mentee, mentee_person = await world.member("Серова Нина Юрьевна", Role.MENTEE, place, birth=date(2001, 3, 4))
        return cls(world, place, curator, mentor, mentee, mentor_person, mentee_person)

    async def newest(self) -> Mentorship:
        async with self.world.work() as work:
            found = await work.mentorships.of_people([self.mentor_person.id, self.mentee_person.id])
            every = await work.mentorships.get(found[0].id if found else 1)
        assert every is not None
        return every

    async def proposes(self) -> None:
        """The curator forms the pair with the likely choices."""
        await self.curator.says("/pairs")
        await self.curator.taps("Новая пара")
        await self.curator.taps("Пару")
        await self.curator.taps("Серова Нина Юрьевна")
        await self.curator.taps("Громов Олег Ильич")
        await self.curator.taps("Учитель – учитель")
        await self.curator.taps("Опытный – молодой")
        await self.curator.taps("Сегодня")
        await self.curator.taps("Через полгода")
        await self.curator.taps("Всё верно")

    async def agree(self) -> None:
        await self.proposes()
        await self.mentor.taps("Согласиться")
        await self.mentee.taps("Согласиться")

    async def answered(self, stage: str) -> None:
        """Everybody's questionnaires of the stage are answered, without going through their questions."""
        mentorship = await self.newest()
        async with self.world.work() as work:
            for record in await work.responses.about(Subject("mentorship", mentorship.id)):
                if record.definition.startswith(stage):
                    await work.responses.close([record.id], RecordState.FINISHED)

    async def activate(self) -> None:
        await self.agree()
        await self.answered("entry")
        await self.curator.taps("Приказ")
        await self.curator.says("125-од")
        await self.curator.taps("Сегодня")
        await self.curator.taps("Всё верно")
