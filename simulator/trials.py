"""Endpoints under `/trial` for load and fault trials from another process: gestures, faults, the record."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from simulator.chats import Person
from simulator.errors import PersonCannot
from simulator.faults import Fault, refuse
from simulator.limits import Limits
from simulator.phones import Phone
from simulator.telegram import Telegram


def install(app: web.Application, telegram: Telegram) -> None:
    """Add the endpoints to a server."""
    desk = _Desk(telegram)
    app.router.add_post("/trial/act", desk.act)
    app.router.add_get("/trial/record", desk.record)
    app.router.add_post("/trial/faults", desk.faults)
    app.router.add_get("/trial/status", desk.status)
    app.router.add_get("/trial/chats/{person:\\d+}", desk.chat)


class _Desk:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def act(self, request: web.Request) -> web.Response:
        """Do a list of gestures, `[{"do": "say", "person": 1, "text": "…"}, …]`; people unknown come to be.

        `do` is start (token), say (text), press (message_id, data), tap (label), edit (message_id, text),
        block, unblock, or update (a raw update without its id). Answers with a list of results or errors.
        """
        results: list[Any] = []
        for step in await request.json():
            try:
                results.append(await self._step(step))
            except (PersonCannot, AssertionError) as error:
                results.append({"error": str(error)})
        return _json(results)

    async def _step(self, step: dict[str, Any]) -> Any:
        telegram, do = self.telegram, step["do"]
        if do == "update":
            return telegram.updates.put_raw(step["update"])
        person = int(step["person"])
        if person not in telegram.world.chats:
            telegram.add(Person(person, f"Person {person}"))
        if do == "tap":
            await Phone(telegram, person).taps(step["label"])
            return True
        gestures = telegram.gestures
        if do == "start":
            return gestures.start(person, step.get("token"))["message_id"]
        if do == "say":
            return gestures.say(person, step["text"])["message_id"]
        if do == "press":
            return gestures.press(person, int(step["message_id"]), step["data"])
        if do == "edit":
            return gestures.edit(person, int(step["message_id"]), step["text"])["message_id"]
        if do in ("block", "unblock"):
            (gestures.block if do == "block" else gestures.unblock)(person)
            return True
        raise PersonCannot(f"no gesture is called {do}")

    async def record(self, request: web.Request) -> web.Response:
        """Calls from the number `since` on: `{"next": n, "calls": [[method, chat, at, outcome], …]}`."""
        since = int(request.query.get("since", 0))
        calls = self.telegram.faults.record[since:]
        return _json({"next": since + len(calls), "calls": calls})

    async def faults(self, request: web.Request) -> web.Response:
        """Order faults: `latency`, `latency_of`, `limits` (true, false), `clear`, and `rules`.

        A rule has a `code` (HTTP status, 0 for a cut, -1 for silence) and what `Faults.order` takes.
        """
        ordered = await request.json()
        faults = self.telegram.faults
        if ordered.get("clear"):
            faults.clear()
        faults.latency = float(ordered.get("latency", faults.latency))
        faults.latency_of.update(ordered.get("latency_of", {}))
        if "limits" in ordered:
            self.telegram.limits = Limits() if ordered["limits"] else None
        for rule in ordered.get("rules", []):
            code, after = int(rule["code"]), bool(rule.get("after"))
            fault = Fault(code, after=after)
            if code > 0:
                fault = refuse(code, rule.get("description", ""), rule.get("retry_after"), after=after)
            faults.order(
                fault,
                *rule.get("methods", []),
                times=rule.get("times", 1),
                skip=rule.get("skip", 0),
                chat=rule.get("chat"),
            )
        return _json({})

    async def status(self, _: web.Request) -> web.Response:
        """How much waits and how much was done."""
        telegram = self.telegram
        return _json(
            {
                "pending": telegram.updates.pending,
                "next_update_id": telegram.updates.next_id,
                "calls": len(telegram.faults.record),
                "last_message_id": telegram.world.last_message_id,
                "webhook": telegram.webhook.url if telegram.webhook else "",
            }
        )

    async def chat(self, request: web.Request) -> web.Response:
        """The messages of one chat, oldest first."""
        chat = self.telegram.world.chats.get(int(request.match_info["person"]))
        if chat is None:
            raise web.HTTPNotFound
        return _json(list(chat.messages.values()))


def _json(value: Any) -> web.Response:
    body = json.dumps(value, ensure_ascii=False).encode()
    return web.Response(body=body, content_type="application/json")
