"""What the page of phones asks for: the state of every phone, gestures, live changes, the clock."""

from __future__ import annotations

import asyncio
import json
import mimetypes
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from simulator.chats import Change, Chat
from simulator.clock import Clock, Reset
from simulator.errors import PersonCannot
from simulator.files import Upload
from simulator.guard import add_headers
from simulator.telegram import Telegram

_PAGE = Path(__file__).parent / "page"
_MESSAGES_SHOWN = 300
_MOST_WAITING = 2000
_READ_ANEW = json.dumps({"chat": 0, "kind": "overflow", "value": None, "now": None})
_HEARTBEAT = 15.0
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

Gesture = Callable[[Telegram, int, dict[str, Any]], object]

_GESTURES: dict[str, Gesture] = {
    "start": lambda t, person, said: t.gestures.start(person, said.get("token") or None),
    "say": lambda t, person, said: t.gestures.say(person, str(said.get("text", ""))),
    "edit": lambda t, person, said: t.gestures.edit(person, int(said["message_id"]), str(said["text"])),
    "press": lambda t, person, said: t.gestures.press(person, int(said["message_id"]), str(said["data"])),
    "contact": lambda t, person, said: t.gestures.send_contact(person, "+70000000000"),
    "block": lambda t, person, said: t.gestures.block(person),
    "unblock": lambda t, person, said: t.gestures.unblock(person),
}


def install(app: web.Application, telegram: Telegram, clock: Clock, reset: Reset | None) -> None:
    """Add the page and its endpoints to a server."""
    page = _Page(telegram, clock, reset)
    app.router.add_get("/", page.index)
    app.router.add_static("/page/", _PAGE)
    app.router.add_get("/phones/state", page.state)
    app.router.add_get("/phones/events", page.events)
    app.router.add_get("/phones/files/{file_id}", page.file)
    app.router.add_post("/phones/{person:\\d+}/file", page.send_file)
    app.router.add_post("/phones/{person:\\d+}/{gesture}", page.act)
    app.router.add_get("/clock", page.show_clock)
    app.router.add_post("/clock", page.move_clock)
    app.router.add_post("/reset", page.begin_anew)
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(page.stop)


class _Page:
    def __init__(self, telegram: Telegram, clock: Clock, reset: Reset | None) -> None:
        self.telegram = telegram
        self.clock = clock
        self.reset = reset
        self.listeners: set[asyncio.Queue[str | None]] = set()
        self.unwatch = telegram.watch(self._tell)

    async def index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(_PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def state(self, _: web.Request) -> web.Response:
        world = self.telegram.world
        return _json(
            {
                "bot": {**world.bot, "description": world.profile.descriptions},
                "clock": self.clock.state(),
                "people": [self._phone(chat) for chat in world.chats.values() if not chat.person.hidden],
            }
        )

    def _phone(self, chat: Chat) -> dict[str, Any]:
        person = chat.person
        return {
            "id": person.id,
            "name": " ".join(filter(None, (person.first_name, person.last_name))),
            "caption": person.caption,
            "messages": list(chat.messages.values())[-_MESSAGES_SHOWN:],
            **self._chat_state(chat),
        }

    def _chat_state(self, chat: Chat) -> dict[str, Any]:
        return {
            "language": chat.person.language,
            "started": chat.started,
            "blocked": chat.blocked,
            "keyboard": chat.keyboard,
            "commands": self.telegram.world.profile.commands_for(chat.person),
        }

    def _tell(self, change: Change) -> None:
        chat = self.telegram.world.chats.get(change.chat)
        if not self.listeners or (chat is not None and chat.person.hidden):
            return
        kind, value = change.kind, change.value
        if kind == "chat":
            value = self._chat_state(self.telegram.chat(change.chat))
        self._broadcast(kind, change.chat, value)

    def _broadcast(self, kind: str, chat: int, value: Any) -> None:
        now = self.telegram.world.now().isoformat()
        event = {"chat": chat, "kind": kind, "value": value, "now": now}
        text = json.dumps(event, ensure_ascii=False)
        for queue in self.listeners:
            if queue.qsize() < _MOST_WAITING:
                queue.put_nowait(text)
            elif queue.qsize() == _MOST_WAITING:
                queue.put_nowait(_READ_ANEW)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Changes as Server-Sent Events until the browser goes away."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"}
        )
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self.listeners.add(queue)
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while True:
                try:
                    text = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if text is None:
                    break
                await response.write(f"data: {text}\n\n".encode())
        except ConnectionResetError:
            pass  # the browser closed the page
        finally:
            self.listeners.discard(queue)
        return response

    async def stop(self, _: web.Application) -> None:
        self.unwatch()
        for queue in self.listeners:
            queue.put_nowait(None)

    async def file(self, request: web.Request) -> web.Response:
        stored = self.telegram.world.files.by_id.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        mime = mimetypes.guess_type(stored.path)[0] or "application/octet-stream"
        shown = stored.kind == "photo" and mime in _PICTURES
        way = "inline" if shown else "attachment"
        headers = {
            "Content-Disposition": f"{way}; filename*=UTF-8''{quote(stored.name)}",
            "Cache-Control": "private, max-age=86400",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        kind = mime if shown else "application/octet-stream"
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def act(self, request: web.Request) -> web.Response:
        gesture = _GESTURES.get(request.match_info["gesture"])
        if gesture is None:
            raise web.HTTPNotFound
        said = await _object(request)
        try:
            gesture(self.telegram, int(request.match_info["person"]), said)
        except (PersonCannot, KeyError, ValueError, TypeError) as error:
            return _json({"error": str(error)}, 409)
        return _json({})

    async def send_file(self, request: web.Request) -> web.Response:
        form = await request.post()
        field = form.get("file")
        if not isinstance(field, web.FileField):
            raise web.HTTPBadRequest
        upload = Upload(field.filename, field.file.read(), field.content_type)
        kind = "photo" if form.get("kind") == "photo" else "document"
        person = int(request.match_info["person"])
        try:
            self.telegram.gestures.send_file(person, kind, upload, str(form.get("caption", "")))
        except PersonCannot as error:
            return _json({"error": str(error)}, 409)
        return _json({})

    async def show_clock(self, _: web.Request) -> web.Response:
        return _json(self.clock.state())

    async def move_clock(self, request: web.Request) -> web.Response:
        by = str((await _object(request)).get("by"))
        if not self.clock.may_leap(by):
            return _json(self.clock.state(), 409)
        task = asyncio.create_task(self.clock.leap(by))
        self._broadcast("clock", 0, self.clock.state() | {"leaping": True})
        try:
            await asyncio.shield(task)  # a closed page must not stop time halfway
        finally:
            self._broadcast("clock", 0, self.clock.state())
        return _json(self.clock.state())

    async def begin_anew(self, _: web.Request) -> web.Response:
        if self.clock.leaping:
            return _json(self.clock.state(), 409)
        if self.reset is None:
            self.telegram.reset()
        else:
            await asyncio.shield(asyncio.ensure_future(self.reset()))
        self._broadcast("reset", 0, None)
        return _json({})


def _json(value: dict[str, Any], status: int = 200) -> web.Response:
    body = json.dumps(value, ensure_ascii=False).encode()
    headers = {"Cache-Control": "no-store"}
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)


async def _object(request: web.Request) -> dict[str, Any]:
    try:
        said = json.loads(await request.read() or b"{}")
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(said, dict):
        raise web.HTTPBadRequest
    return said
