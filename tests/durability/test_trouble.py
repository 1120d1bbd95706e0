"""An update of no known shape, a handler that raises, a database that fails, a stop: while people answer."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from locales import Wording
from simulator.chats import Person
from simulator.phones import Phone
from simulator.telegram import Telegram
from tests.durability.people import PATIENCE, Crowd, count_of, pressed, stored
from tests.durability.process import MAGIC, BotProcess

PEOPLE = 8
APOLOGY = Wording.load().text("ru", "fault-apology")


@asynccontextmanager
async def answering(telegram: Telegram, bot: BotProcess, seed: int) -> AsyncIterator[Crowd]:
    """Half of the presses are made before the block; then whatever the block does; then all answer to the end."""
    await bot.sample(PEOPLE)
    crowd = Crowd(telegram, PEOPLE, seed)
    walk = asyncio.create_task(crowd.answer_all())
    try:
        await bot.start()
        crowd.gate.let(crowd.actions // 2)
        yield crowd
        crowd.gate.open()
        await walk
    except AssertionError as error:
        raise AssertionError(f"{error}\n{bot.log()[-4000:]}") from error
    finally:
        walk.cancel()
    assert await bot.stop() == 0, bot.log()
    assert stored(bot.database) == pressed(crowd.respondents)
    assert not crowd.repeated()
    assert telegram.updates.pending == 0
    assert count_of(bot.database, "outgoing") == 0


def parked(database: Path) -> list[str]:
    """Why updates were put aside."""
    with sqlite3.connect(database) as connection:
        return [reason for (reason,) in connection.execute("SELECT reason FROM parked ORDER BY id")]


def visitor(telegram: Telegram) -> Phone:
    """Somebody who is not answering anything."""
    phone = Phone(telegram, Person(PEOPLE + 1, "Visitor"))
    telegram.chat(phone.id).started = True
    return phone


async def test_an_update_of_no_known_shape(telegram: Telegram, bot: BotProcess, seed: int) -> None:
    async with answering(telegram, bot, seed):
        chat = {"id": PEOPLE + 1, "type": "private"}
        phone = visitor(telegram)
        telegram.updates.put_raw({"message": {"message_id": "one", "chat": chat, "text": ["no", "text"]}})
        telegram.updates.put_raw({"callback_query": 17})
        await phone.waits_for(APOLOGY, seconds=PATIENCE)
    assert parked(bot.database) == ["unparseable", "unparseable"]


async def test_a_handler_that_raises(telegram: Telegram, bot: BotProcess, seed: int) -> None:
    bot.trouble = {"handler": True}
    async with answering(telegram, bot, seed):
        phone = visitor(telegram)
        await phone.says(MAGIC)
        await phone.waits_for(APOLOGY, seconds=PATIENCE)
    assert parked(bot.database) == ["handler"]
    with sqlite3.connect(bot.database) as connection:
        written = connection.execute("SELECT count(*) FROM settings WHERE name = 'written_by_a_broken_handler'")
        assert written.fetchone() == (0,)


async def test_a_database_that_fails_twice(telegram: Telegram, bot: BotProcess, seed: int) -> None:
    bot.trouble = {"commits": [2, 3]}
    async with answering(telegram, bot, seed):
        await until_failed(bot, 2)
    assert parked(bot.database) == []


async def until_failed(bot: BotProcess, times: int) -> None:
    """Until the bot counts so many faults of the infrastructure."""
    async with asyncio.timeout(PATIENCE):
        while await bot.metric("infrastructure_failures_total") < times:  # noqa: ASYNC110 -- another process
            await asyncio.sleep(0.05)


async def test_a_stop_in_the_middle_of_traffic(telegram: Telegram, bot: BotProcess, seed: int) -> None:
    async with answering(telegram, bot, seed) as crowd:
        assert await bot.stop() == 0, bot.log()
        crowd.life += 1
        crowd.gate.open()
        await bot.start()
    assert parked(bot.database) == []
