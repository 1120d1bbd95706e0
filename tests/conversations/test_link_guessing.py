"""Whoever tries links that lead nowhere is calmly asked to wait, by whatever way they try."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.roles import Role
from services.invitations import WRONG_AN_HOUR
from storage.tables import metadata
from tests.conversations.world import World

WAYS = ("start", "staff.accept", "personal.join")


@pytest.mark.parametrize("way", WAYS)
async def test_guessing_ends_for_the_hour_and_for_that_chat_alone(world: World, way: str) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    guesser, other = world.phone("Пётр"), world.phone("Мария")
    await guesser.starts()
    for number in range(WRONG_AN_HOUR):
        if way == "start":
            await guesser.starts(f"guess-{number}")
        else:
            await guesser.presses_old(guesser.screen.message_id, f"{way}:guess-{number}")
        await guesser.sees("Такой ссылки нет")
    await guesser.starts(token)
    await guesser.sees("Слишком много ссылок", "через час")
    await guesser.never_sees("Школа № 14")
    await other.starts(token)
    await other.sees("Школа № 14")
    await world.advance(timedelta(hours=1))
    await guesser.starts(token)
    await guesser.sees("Школа № 14")


async def test_a_personal_token_stands_nowhere_in_the_database(world: World) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    phone = world.phone("Мария")
    await phone.starts(token)
    await phone.sees("Школа № 14")
    async with world.work() as work:
        for table in metadata.sorted_tables:
            for row in await work.connection.execute(table.select()):
                assert token not in repr(tuple(row)), table.name
