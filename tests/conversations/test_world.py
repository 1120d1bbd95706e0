"""The world itself comes to rest."""

from mentoring.roles import Role
from tests.conversations.world import World


async def test_a_member_is_there(any_world: World) -> None:
    school = await any_world.organisation()
    phone, person = await any_world.member("Иванова Анна Петровна", Role.MENTOR, school)
    async with any_world.work() as work:
        assert await work.chats.of_person(person.id) == phone.id
