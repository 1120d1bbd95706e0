"""An update stays until it is acknowledged: by a later offset, or by the webhook's success."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from simulator.errors import ApiError
from simulator.telegram import Telegram


async def ids(telegram: Telegram, **params: Any) -> list[int]:
    return [update["update_id"] for update in await telegram.call("getUpdates", params)]


def say(telegram: Telegram, *texts: str) -> list[int]:
    first = telegram.updates.next_id
    for text in texts:
        telegram.gestures.say(11, text)
    return list(range(first, telegram.updates.next_id))


async def test_updates_stay_until_a_later_offset(telegram: Telegram) -> None:
    one, two, three = say(telegram, "a", "b", "c")
    assert await ids(telegram) == [one, two, three]
    assert await ids(telegram, limit=2) == [one, two]
    assert await ids(telegram, offset=two) == [two, three]
    assert await ids(telegram) == [two, three]
    assert await ids(telegram, offset=three + 1) == []
    assert telegram.updates.pending == 0


async def test_a_negative_offset_counts_from_the_end(telegram: Telegram) -> None:
    three = say(telegram, "a", "b", "c")[-1]
    assert await ids(telegram, offset=-1) == [three]
    assert telegram.updates.pending == 1


async def test_a_long_poll_ends_with_the_first_update(telegram: Telegram) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    (one,) = say(telegram, "a")
    assert await poll == [one]


async def test_an_empty_long_poll_ends_in_time(telegram: Telegram) -> None:
    assert await telegram.updates.get(0, 100, 0.01) == []


async def test_a_second_poll_ends_the_first_with_a_conflict(telegram: Telegram) -> None:
    first = asyncio.create_task(ids(telegram, timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(ids(telegram, timeout=30))
    with pytest.raises(ApiError) as caught:
        await first
    assert caught.value.code == 409
    (one,) = say(telegram, "a")
    assert await second == [one]


async def test_only_wanted_kinds_are_queued(telegram: Telegram) -> None:
    await ids(telegram, allowed_updates=json.dumps(["message"]))
    say(telegram, "a")
    telegram.gestures.press(11, 1, "x")
    assert [sorted(u)[0] for u in telegram.updates.waiting.values()] == ["message"]


async def test_a_raw_update_of_any_shape_is_queued(telegram: Telegram) -> None:
    number = telegram.updates.put_raw({"telepathy": {"from": 5}})
    assert await telegram.call("getUpdates") == [{"update_id": number, "telepathy": {"from": 5}}]


class Bot:
    """The receiving end of a webhook, which fails when told."""

    def __init__(self) -> None:
        self.got: list[int] = []
        self.secrets: set[str | None] = set()
        self.failures = 0
        self.expects = 0
        self.done = asyncio.Event()

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> int:
        self.got.append(json.loads(body)["update_id"])
        self.secrets.add(headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if len(self.got) == self.expects:
            self.done.set()
        self.failures -= 1
        return 503 if self.failures >= 0 else 200


async def test_the_webhook_repeats_in_order_until_success(telegram: Telegram) -> None:
    bot = Bot()
    telegram.post = bot.post
    one, two = say(telegram, "a", "b")
    bot.failures, bot.expects = 1, 4
    await telegram.call("setWebhook", {"url": "https://bot.example/webhook", "secret_token": "s3"})
    (three,) = say(telegram, "c")
    await asyncio.wait_for(bot.done.wait(), 5)
    assert bot.got == [one, one, two, three]
    assert bot.secrets == {"s3"}
    info = await telegram.call("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == ("https://bot.example/webhook", 0)
    with pytest.raises(ApiError, match="can't use getUpdates method while webhook is active"):
        await telegram.call("getUpdates")
    await telegram.call("deleteWebhook")
    assert await ids(telegram) == []


async def test_what_the_webhook_did_not_take_waits_for_polling(telegram: Telegram) -> None:
    bot = Bot()
    bot.failures = 100
    telegram.post = bot.post
    await telegram.call("setWebhook", {"url": "https://bot.example/webhook"})
    (one,) = say(telegram, "a")
    await asyncio.sleep(0)
    await telegram.call("deleteWebhook")
    assert await ids(telegram) == [one]


async def test_a_webhook_needs_a_safe_address(telegram: Telegram) -> None:
    with pytest.raises(ApiError, match="An HTTPS URL must be provided"):
        await telegram.call("setWebhook", {"url": "http://bot.example/webhook"})
    with pytest.raises(ApiError, match="only on ports"):
        await telegram.call("setWebhook", {"url": "https://bot.example:77/webhook"})
    for address in ("https://bot.example:8443/webhook", "https://bot.example/webhook"):
        assert await telegram.call("setWebhook", {"url": address})
