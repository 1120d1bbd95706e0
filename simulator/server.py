"""The simulator over HTTP: the Bot API for bots, the page of phones for people, trials from outside."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aiohttp import web

from simulator import phones_api, trials
from simulator.clock import Advance, Clock, Reset
from simulator.errors import ApiError, ConnectionCut, NoAnswer
from simulator.files import Upload
from simulator.guard import guard
from simulator.keeper import Keeper
from simulator.telegram import Telegram

TELEGRAM = web.AppKey("telegram", Telegram)
SILENCE = web.AppKey("silence", float)
MAX_BODY = 60 * 1024 * 1024
DEFAULT_SILENCE = 75.0  # seconds until a call that gets no answer is cut off


async def serve(
    telegram: Telegram,
    host: str = "127.0.0.1",
    port: int = 8081,
    *,
    advance: Advance | None = None,
    reset: Reset | None = None,
    zone: str = "UTC",
    keep: Path | None = None,
    allowed_hosts: Iterable[str] = (),
    with_trials: bool = False,
) -> web.AppRunner:
    """Serve until `cleanup()` of the returned runner; port 0 takes a free one (see `address_of`).

    `advance` moves the programme's time (without it the page's clock has no buttons), `reset` begins anew
    (without it chats alone are emptied), `zone` is the IANA zone the page shows times in. With `keep` the
    state is written there after changes. `allowed_hosts` may open the page besides loopback names.
    `with_trials` opens the endpoints under `/trial`.
    """
    app = web.Application(client_max_size=MAX_BODY, middlewares=[guard(frozenset(allowed_hosts))])
    app[TELEGRAM] = telegram
    app[SILENCE] = DEFAULT_SILENCE
    app.router.add_route("*", "/bot{token}/{method}", _bot_call)
    app.router.add_get("/file/bot{token}/{path:.+}", _bot_file)
    phones_api.install(app, telegram, Clock(telegram.world.now, zone, advance), reset)
    if with_trials:
        trials.install(app, telegram)
    if keep is not None:
        app.cleanup_ctx.append(Keeper(telegram, keep).run)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, host, port, backlog=1024).start()
    return runner


def address_of(runner: web.AppRunner) -> str:
    """The base address of a running server, such as `http://127.0.0.1:8081`."""
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


async def _bot_call(request: web.Request) -> web.StreamResponse:
    app = request.app
    telegram = app[TELEGRAM]
    try:
        if request.match_info["token"] != telegram.token:
            raise ApiError(401, "Unauthorized")
        params, files = await _read(request)
        result = await telegram.call(request.match_info["method"], params, files)
    except ApiError as error:
        return _json(error.as_answer(), error.code)
    except NoAnswer:
        await asyncio.sleep(app[SILENCE])
        return _cut(request)
    except ConnectionCut:
        return _cut(request)
    return _json({"ok": True, "result": result})


def _json(answer: dict[str, Any], status: int = 200) -> web.Response:
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(body=body, status=status, content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and uploads of a call: from the query, a form of either kind, or JSON."""
    params: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if not request.can_read_body:
        return params, files
    if request.content_type == "application/json":
        return params | _json_params(await request.read()), files
    for key, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = await asyncio.to_thread(value.file.read)
            files[key] = Upload(value.filename, content, value.content_type)
        else:
            params[key] = value
    return params, files


def _json_params(body: bytes) -> dict[str, Any]:
    try:
        params = json.loads(body or b"{}")
    except ValueError:
        params = None
    if not isinstance(params, dict):
        raise ApiError(400, "Bad Request: object expected as request body")
    return params


async def _bot_file(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    if request.match_info["token"] != telegram.token:
        return _json(ApiError(401, "Unauthorized").as_answer(), 401)
    content = telegram.world.files.at_path(request.match_info["path"])
    if content is None:
        return _json(ApiError(404, "Not Found").as_answer(), 404)
    return web.Response(body=content, content_type="application/octet-stream")
