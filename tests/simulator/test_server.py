"""The Bot API, the page's endpoints and the trials over HTTP on loopback."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.types import BufferedInputFile

from simulator.faults import CUT
from simulator.server import address_of, serve
from simulator.telegram import Telegram


class Served:
    """A running server and a client for it."""

    def __init__(self, telegram: Telegram, address: str, client: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.address = address
        self.client = client

    async def bot_call(self, method: str, token: str | None = None, **how: Any) -> tuple[int, dict[str, Any]]:
        url = f"{self.address}/bot{token or self.telegram.token}/{method}"
        async with self.client.post(url, **how) as answer:
            return answer.status, await answer.json()

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        async with self.client.get(self.address + path, headers=headers) as answer:
            return answer.status, await answer.json() if answer.content_type == "application/json" else None

    async def post(self, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        async with self.client.post(self.address + path, json=body, headers=headers) as answer:
            return answer.status, await answer.json() if answer.content_type == "application/json" else None


@pytest.fixture
async def served(telegram: Telegram, watch: Any, tmp_path: Path) -> AsyncIterator[Served]:
    async def advance(by: timedelta) -> None:
        watch.goes(by)

    runner = await serve(
        telegram, port=0, advance=advance, zone="Europe/Moscow", keep=tmp_path / "t.json", with_trials=True
    )
    async with aiohttp.ClientSession() as client:
        yield Served(telegram, address_of(runner), client)
    await runner.cleanup()


async def test_calls_come_as_json_form_or_multipart(served: Served) -> None:
    for how in ({"json": {"chat_id": 11, "text": "x"}}, {"data": {"chat_id": "11", "text": "x"}}):
        status, answer = await served.bot_call("sendMessage", **how)
        assert (status, answer["result"]["text"]) == (200, "x")
    form = aiohttp.FormData({"chat_id": "11", "caption": "подпись"})
    form.add_field("document", b"abc", filename="a.txt", content_type="text/plain")
    status, answer = await served.bot_call("sendDocument", data=form)
    assert answer["result"]["document"]["file_name"] == "a.txt"
    async with served.client.get(f"{served.address}/bot{served.telegram.token}/getMe?x=1") as got:
        assert got.status == 400
    served.telegram.strict = False
    status, answer = await served.bot_call("GETME")
    assert answer["result"]["username"] == "mentoring_demo_bot"


async def test_refusals_have_telegrams_shape(served: Served) -> None:
    assert await served.bot_call("getMe", token="1:wrong") == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert (await served.bot_call("fly"))[1] == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await served.bot_call("sendMessage", data=b"[", headers={"Content-Type": "application/json"}))[0] == 400


async def test_aiogram_over_http(served: Served) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(served.address))
    async with Bot(served.telegram.token, session=session) as bot:
        sent = await bot.send_document(11, BufferedInputFile("абв".encode(), "план.txt"), caption="вот")
        assert sent.document is not None
        received = await bot.download(sent.document)
        assert received is not None
        assert received.read() == "абв".encode()
        served.telegram.gestures.say(11, "привет")
        (update,) = await bot.get_updates(timeout=5)
        assert update.message is not None
        assert update.message.text == "привет"
        served.telegram.faults.order(CUT, "sendMessage")
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(11, "x")


async def test_the_page_shows_and_acts(served: Served) -> None:
    async with served.client.get(served.address + "/") as page:
        assert "Content-Security-Policy" in page.headers
        assert "/page/page.js" in await page.text()
    async with served.client.get(served.address + "/page/page.js") as script:
        assert script.status == 200
    async with served.client.get(served.address + "/phones/events") as events:
        await events.content.readuntil(b"\n\n")
        assert (await served.post("/phones/12/start", {"token": "abc"}))[0] == 200
        lines = [await events.content.readuntil(b"\n\n") for _ in range(2)]
    changes = [json.loads(line.removeprefix(b"data: ")) for line in lines]
    assert [change["kind"] for change in changes] == ["chat", "message"]
    assert changes[1]["value"]["text"] == "/start abc"
    assert (await served.post("/phones/12/say", {"text": "привет"}))[0] == 200
    assert (await served.post("/phones/12/press", {"message_id": 1, "data": "x"}))[0] == 200
    assert (await served.post("/phones/99/say", {"text": "x"}))[0] == 409
    assert (await served.post("/phones/12/press", {}))[0] == 409
    assert (await served.post("/phones/12/fly", {}))[0] == 404
    _, state = await served.get("/phones/state")
    boris = state["people"][1]
    assert [message["text"] for message in boris["messages"]] == ["/start abc", "привет"]
    assert state["clock"]["zone"] == "Europe/Moscow"


async def test_files_of_the_page_never_run_in_it(served: Served) -> None:
    form = aiohttp.FormData({"kind": "document"})
    form.add_field("file", b"<script>alert(1)</script>", filename="x.html", content_type="text/html")
    async with served.client.post(served.address + "/phones/11/file", data=form) as answer:
        assert answer.status == 200
    (file_id,) = served.telegram.world.files.by_id
    async with served.client.get(f"{served.address}/phones/files/{file_id}") as got:
        assert got.content_type == "application/octet-stream"
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in got.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_may_not_act(served: Served, headers: dict[str, str]) -> None:
    assert (await served.post("/phones/11/say", {"text": "x"}, **headers))[0] == 403
    assert (await served.post("/clock", {"by": "week"}, **headers))[0] == 403
    assert (await served.get("/phones/state", **headers))[0] == 403
    assert len(served.telegram.chat(11).messages) == 1


async def test_the_clock_leaps(served: Served) -> None:
    before = (await served.get("/clock"))[1]
    status, after = await served.post("/clock", {"by": "week"})
    assert (status, before["now"][:10], after["now"][:10]) == (200, "2026-09-01", "2026-09-08")
    assert (await served.post("/clock", {"by": "year"}))[0] == 409


async def test_beginning_anew_empties_the_chats(served: Served) -> None:
    assert (await served.post("/reset"))[0] == 200
    assert served.telegram.chat(11).messages == {}


async def test_trials_from_another_process(served: Served) -> None:
    steps = [
        {"do": "start", "person": 500, "token": "t"},
        {"do": "say", "person": 500, "text": "привет"},
        {"do": "update", "update": {"telepathy": {}}},
        {"do": "tap", "person": 500, "label": "нет такой"},
    ]
    _, results = await served.post("/trial/act", steps)
    assert "finds no button" in results[3]["error"]
    assert served.telegram.updates.pending == 3
    rules = [{"code": 429, "methods": ["sendMessage"], "retry_after": 3}]
    await served.post("/trial/faults", {"rules": rules, "latency": 0.001})
    status, answer = await served.bot_call("sendMessage", json={"chat_id": 500, "text": "x"})
    assert (status, answer["parameters"]) == (429, {"retry_after": 3})
    _, record = await served.get("/trial/record")
    assert record["calls"][-1][:2] == ["sendMessage", 500]
    assert record["calls"][-1][3] == "429"
    assert (await served.get(f"/trial/record?since={record['next']}"))[1]["calls"] == []
    _, messages = await served.get("/trial/chats/500")
    assert [message["text"] for message in messages] == ["/start t", "привет"]
    assert (await served.get("/trial/status"))[1]["pending"] == 3
