"""Our polling loop, and the order of the end."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot
from aiogram.types import Update

from messaging.polling import Polling, WrongTokenError
from messaging.replies import Replies
from messaging.talk import by_polling
from simulator.faults import CUT, refuse
from simulator.session import SimulatorSession
from storage.engine import Database
from storage.work import Work
from tests.messaging.stage import ANNA, BORIS, Stage, count_words, counted, until


async def run_until_answered(stage: Stage, texts: int) -> None:
    """Poll until Anna has seen so many texts, then stop."""
    stop = asyncio.Event()
    running = asyncio.create_task(by_polling(stage.polling, stage.sender, stage.answers, stop))
    await until(lambda: len(stage.texts(ANNA)) >= texts or running.done())
    stop.set()
    async with asyncio.timeout(20):
        await running


async def test_the_loop_answers_and_acknowledges_at_the_end(sqlite_database: Database) -> None:
    stage = Stage(sqlite_database, count_words)
    await stage.phone(ANNA).says("раз")
    await run_until_answered(stage, 1)
    assert stage.telegram.updates.pending == 0
    assert await counted(stage) == {"раз": 1}


@pytest.mark.parametrize("fault", [CUT, refuse(502), refuse(429, retry_after=5), refuse(409)])
async def test_failures_of_getupdates_are_waited_out(sqlite_database: Database, fault: object) -> None:
    stage = Stage(sqlite_database)
    stage.telegram.faults.order(fault, "getUpdates", times=3)  # type: ignore[arg-type]
    await stage.phone(ANNA).says("раз")
    await run_until_answered(stage, 1)
    assert stage.time.slept == ([5, 5, 5] if getattr(fault, "code", 0) == 429 else [0.2, 0.4, 0.8])
    assert stage.texts(ANNA) == ["раз"]


async def test_a_webhook_left_behind_is_removed(sqlite_database: Database) -> None:
    stage = Stage(sqlite_database)
    await stage.telegram.call("setWebhook", {"url": "https://example.org/webhook"})
    assert stage.telegram.webhook is not None
    await stage.telegram.webhook.close()
    await stage.phone(ANNA).says("раз")
    await run_until_answered(stage, 1)
    assert stage.telegram.webhook is None


async def test_a_wrong_token_stops_with_a_clear_error(sqlite_database: Database) -> None:
    stage = Stage(sqlite_database)
    wrong = Bot("1:wrong", session=SimulatorSession(stage.telegram))
    polling = Polling(wrong, stage.intake, counters=stage.counters, sleep=stage.time.sleep)
    with pytest.raises(WrongTokenError):
        await by_polling(polling, stage.sender, stage.answers, asyncio.Event())


async def test_the_end_finishes_the_current_update_drains_then_acknowledges(database: Database) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, work: Work) -> Replies:
        inside.set()
        await go_on.wait()
        return await count_words(update, work)

    stage = Stage(database, slow)
    await stage.phone(ANNA).says("раз")
    stop = asyncio.Event()
    running = asyncio.create_task(by_polling(stage.polling, stage.sender, stage.answers, stop))
    await inside.wait()
    stop.set()
    await stage.phone(BORIS).says("после конца")
    go_on.set()
    async with asyncio.timeout(20):
        await running
    assert stage.texts(ANNA) == ["раз"]
    assert await counted(stage) == {"раз": 1}
    order = [call.method for call in stage.telegram.faults.record]
    assert order.index("sendMessage") < len(order) - 1
    assert order[-1] == "getUpdates"
    assert [update["message"]["text"] for update in stage.telegram.updates.waiting.values()] == ["после конца"]


async def test_the_end_does_not_wait_for_a_database_that_is_gone(sqlite_database: Database) -> None:
    stage = Stage(sqlite_database)
    stage.shaky.failing = [("before", ConnectionError())] * 100
    await stage.phone(ANNA).says("раз")
    stop = asyncio.Event()

    async def sleep(seconds: float) -> None:
        stop.set()
        await asyncio.sleep(0)

    stage.polling._sleep = sleep
    async with asyncio.timeout(20):
        await by_polling(stage.polling, stage.sender, stage.answers, stop)
    assert stage.telegram.updates.pending == 1
    assert stage.counters.infrastructure_error == "ConnectionError"
