"""Whoever tries links that lead nowhere is calmly asked to wait, by whatever way they try."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mentoring.roles import Role
from services.invitations import WRONG_AN_HOUR
from storage.tables import metadata, parked
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


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_elsewhere_than_in_private_a_link_is_not_spent_and_nothing_is_said(world: World, kind: str) -> None:
    token = await world.invite(Role.CURATOR, await world.organisation())
    phone = world.phone("Мария")
    updates, person = world.telegram.gestures.updates, world.telegram.chat(phone.id).person.as_user()
    chat = {"id": -100123, "type": kind, "title": "7А"}
    command = {"text": f"/start {token}", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    written = {"message_id": 5, "date": 0, "chat": chat, **command}
    member = {"user": {"id": world.machine.bot.id, "is_bot": True, "first_name": "Bot"}}
    joined = {"old_chat_member": {**member, "status": "left"}, "new_chat_member": {**member, "status": "member"}}
    updates.put("my_chat_member", {"chat": chat, "from": person, "date": 0, **joined})
    if kind == "channel":
        updates.put("channel_post", written)
        updates.put("edited_channel_post", {**written, "edit_date": 1})
    else:
        updates.put("message", {**written, "from": person})
        updates.put("message", {**written, "sender_chat": chat})
        updates.put("edited_message", {**written, "from": person, "edit_date": 1})
    await world.settle()
    assert not [call for call in world.telegram.faults.record if call.chat == -100123]
    async with world.work() as work:
        found = await work.invitations.find(token)
        assert (await work.chats.actor(-100123)).person is None
        assert await work.connection.scalar(select(func.count()).select_from(parked)) == 0
    assert found is not None
    assert found.used_at is None
    await phone.starts(token)
    await phone.sees("Школа № 14")
