"""The webhook: 200 only after the commit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import Update
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from messaging.replies import Replies
from messaging.talk import by_sending
from messaging.webhook import HEADER, PATH, Webhook
from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from storage.work import Work
from tests.messaging.stage import ANNA, BORIS, Stage, count_words, counted, said, until

SECRET = "a-secret"


class Line:
    """Telegram's end of the webhook."""

    def __init__(self, stage: Stage, webhook: Webhook, url: str, session: ClientSession) -> None:
        self.stage = stage
        self.webhook = webhook
        self._url = url
        self._session = session

    async def post(self, body: Any = None, *, secret: str | None = SECRET, **more: Any) -> int:
        headers = {} if secret is None else {HEADER: secret}
        async with self._session.post(self._url, json=body, headers=headers, **more) as answer:
            return answer.status

    async def post_raw(self, data: bytes) -> int:
        async with self._session.post(self._url, data=data, headers={HEADER: SECRET}) as answer:
            return answer.status

    async def update(self, person: int, text: str) -> dict[str, Any]:
        """What Telegram would deliver when somebody writes."""
        await self.stage.phone(person).says(text)
        return list(self.stage.telegram.updates.waiting.values())[-1]


@pytest.fixture
async def line(database: Database) -> AsyncIterator[Line]:
    stage = Stage(database, count_words)
    webhook = Webhook(stage.intake, secret=SECRET, counters=stage.counters, workers=1 if database.path else 3)
    app = web.Application()
    webhook.add_to(app)
    async with TestServer(app) as server, ClientSession() as session:
        yield Line(stage, webhook, str(server.make_url(PATH)), session)


async def test_only_telegram_gets_in(line: Line) -> None:
    update = await line.update(ANNA, "раз")
    assert await line.post(update, secret=None) == 401
    assert await line.post(update, secret="другой".encode().hex()) == 403
    assert await line.post_raw(b"not json") == 400
    assert await line.post([update]) == 400
    assert await line.post_raw(b'{"x":"' + b"x" * (1024 * 1024) + b'"}') == 413
    assert await counted(line.stage) == {}


async def test_200_comes_after_the_commit_and_a_second_delivery_changes_nothing(line: Line) -> None:
    update = await line.update(ANNA, "раз")
    assert await line.post(update) == 200
    assert await counted(line.stage) == {"раз": 1}
    assert await line.post(update) == 200
    assert await counted(line.stage) == {"раз": 1}
    await line.stage.sender.settle()
    assert line.stage.texts(ANNA) == ["раз"]


async def test_503_while_the_database_is_gone(line: Line) -> None:
    update = await line.update(ANNA, "раз")
    line.stage.shaky.failing = [("before", DatabaseUnavailableError("gone"))] * 2
    assert [await line.post(update) for _ in range(3)] == [503, 503, 200]
    assert line.stage.counters.infrastructure_failures == 2
    assert line.stage.counters.infrastructure_error is None


async def test_a_fault_of_the_handler_is_not_delivered_again(line: Line) -> None:
    async def fails(update: Update, work: Work) -> Replies:
        raise KeyError(said(update))

    line.stage.handler = fails
    assert await line.post(await line.update(ANNA, "раз")) == 200
    await line.stage.sender.settle()
    assert line.stage.texts(ANNA) == ["Не получилось, напишите ещё раз."]


async def test_what_waits_shares_a_commit_and_one_persons_updates_keep_their_order(line: Line) -> None:
    inside, go_on, order = asyncio.Event(), asyncio.Event(), []

    async def slow(update: Update, work: Work) -> Replies:
        inside.set()
        await go_on.wait()
        order.append(said(update))
        return []

    line.stage.handler = slow
    first = asyncio.create_task(line.post(await line.update(ANNA, "раз")))
    await inside.wait()
    written = line.stage.shaky.written
    updates = [await line.update(ANNA, word) for word in ("два", "три", "четыре")]
    rest = [asyncio.create_task(line.post(update)) for update in updates]
    await until(lambda: len(line.webhook._waiting) == len(updates))
    go_on.set()
    assert await asyncio.gather(first, *rest) == [200] * 4
    assert order == ["раз", "два", "три", "четыре"]
    assert line.stage.shaky.written == written + 2


async def test_a_slow_update_is_answered_503_and_goes_on(line: Line) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow(update: Update, work: Work) -> Replies:
        inside.set()
        await go_on.wait()
        return await count_words(update, work)

    line.stage.handler = slow
    line.webhook._patience = 0.05
    update = await line.update(ANNA, "раз")
    assert await line.post(update) == 503
    go_on.set()
    line.webhook._patience = 20
    assert await line.post(update) == 200
    assert await counted(line.stage) == {"раз": 1}


async def test_the_end_answers_503_and_finishes_what_is_being_done(line: Line) -> None:
    inside, go_on, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(update: Update, work: Work) -> Replies:
        inside.set()
        await go_on.wait()
        return await count_words(update, work)

    line.stage.handler = slow
    talk = asyncio.create_task(by_sending(line.stage.sender, line.stage.answers, stop))
    first = asyncio.create_task(line.post(await line.update(ANNA, "раз")))
    await inside.wait()
    closing = asyncio.create_task(line.webhook.close())
    await until(lambda: line.webhook._closed)
    assert await line.post(await line.update(BORIS, "два")) == 503
    go_on.set()
    assert await first == 200
    await closing
    stop.set()
    await talk
    assert line.stage.texts(ANNA) == ["раз"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"update_id": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"update_id": ' + b"9" * 5000 + b"}",
    ],
)
async def test_what_is_no_update_is_refused(line: Line, body: bytes) -> None:
    assert await line.post_raw(body) == 400
    assert await line.stage.rows("parked") == 0


@pytest.mark.parametrize(
    "odd", [r'"\ud800"', r'"\u0000"', r'{"\ud800": 1}', "1e999", "NaN", "9" * 400, "[" * 300 + "]" * 300]
)
@pytest.mark.parametrize("where", ['{{"update_id": 7, "odd": {}}}', '{{"odd": {}}}', '{{"update_id": {}}}'])
async def test_what_no_database_can_keep_is_put_aside_and_the_queue_goes_on(line: Line, odd: str, where: str) -> None:
    assert await line.post_raw(where.format(odd).encode()) == 200
    assert await line.stage.rows("parked") == 1
    update = await line.update(ANNA, "раз")
    assert await line.post({**update, "update_id": 8}) == 200
    assert await counted(line.stage) == {"раз": 1}


async def test_a_secret_of_odd_bytes_is_a_wrong_one(line: Line) -> None:
    assert await line.post({}, secret="ключ\udcff") == 403
