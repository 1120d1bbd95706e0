"""What the tests of own questionnaires have in common."""

from __future__ import annotations

from mentoring.people import Organisation, Person
from mentoring.roles import Role
from services import dialogue
from services.desk import Desk
from simulator.phones import Phone
from storage.own_questionnaires import OwnQuestionnaire
from surveys.record import Subject
from tests.conversations.world import World

FILE = "Анкета кружка.xlsx"
LONGER = ("text", "who", "Кто ведёт кружок?", "Who runs the club?", "", "yes")


async def curator(world: World, school: Organisation, name: str = "Седова Ольга Павловна") -> Phone:
    phone, _ = await world.member(name, Role.CURATOR, school)
    return phone


async def available(world: World, organisation_id: int | None) -> list[OwnQuestionnaire]:
    async with world.work() as work:
        return list(await work.own_questionnaires.available(organisation_id))


async def asked(world: World, phone: Phone, person: Person, school: Organisation, name: str, about: int = 1) -> int:
    """The questionnaire put before somebody, as a campaign does it."""
    async with world.work() as work:
        desk = Desk(work, world.machine.house, await work.chats.actor(phone.id), work.now)
        subject = Subject("campaign", about)
        record = await dialogue.ask(desk, name, person.id, phone.id, organisation_id=school.id, subject=subject)
        return record.id


async def forged(phone: Phone, data: str) -> None:
    await phone.presses_old(phone.screen.message_id, data)
