"""How the process is, over HTTP: `/health`, `/ready` and `/metrics` (`HEALTH_LISTEN`).

The running process writes down how it fares in one `Vitals`; these routes only read it. The metrics are a
dozen plain numbers, so they are written in Prometheus' text format here: its client library would bring a
registry, threads and locks into the way of an update and give nothing more.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Literal

from aiohttp import web

from bot.values import Address
from messaging.counters import Counters

PROBE_SECONDS = 3.0
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
PREFIX = "mentoring_bot_"


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """What a look at the database found; `reason` is the machine's, without personal data.

    `newer`: a newer version of the bot has migrated it, so this one can't use it; `lacks`: a right that is missing.
    """

    reachable: bool
    writable: bool = False
    migrated: bool = False
    newer: bool = False
    reason: str = ""
    lacks: str = ""

    @property
    def ready(self) -> bool:
        return self.reachable and self.writable and self.migrated


DatabaseProbe = Callable[[], Awaitable[DatabaseState]]


@dataclass(slots=True, kw_only=True)
class Vitals(Counters):
    """How the running process fares, the talk with Telegram included; whoever does a work updates its fields."""

    started_at: datetime
    intake_up: bool = False
    sender_up: bool = False
    jobs_finished: int = 0
    jobs_failed: int = 0
    ticks: int = 0
    jobs_waiting: int = 0
    backups_made: int = 0
    backups_failed: int = 0
    last_backup_at: datetime | None = None
    last_tick_at: datetime | None = None


_GAUGES = frozenset({"queue_waiting", "jobs_waiting"})
_HELP = {
    "updates_taken": "Updates committed",
    "updates_repeated": "Updates delivered again and skipped",
    "updates_parked": "Updates put aside",
    "updates_held": "Updates of people who sent too many at once",
    "handler_failures": "Updates whose handler raised",
    "infrastructure_failures": "Times the database or disk failed",
    "messages_sent": "Messages accepted by Telegram",
    "messages_retried": "Calls repeated after a network error or 5xx",
    "messages_dead": "Messages refused for good",
    "messages_expired": "Messages that lost their sense before they could be sent",
    "too_many_requests": "Calls answered 429",
    "jobs_finished": "Long jobs done",
    "jobs_failed": "Long jobs failed",
    "ticks": "Ticks of the programme's clock",
    "backups_made": "Nightly copies of the database made",
    "backups_failed": "Nightly copies of the database that failed",
    "queue_waiting": "Messages waiting to be sent",
    "jobs_waiting": "Jobs waiting",
}


def add_health_routes(app: web.Application, vitals: Vitals, probe: DatabaseProbe) -> None:
    """Put the three routes on an application, the webhook's own where both listen at one address."""

    async def health(_: web.Request) -> web.Response:
        fault = vitals.infrastructure_error
        return _answer("failing" if fault else "ok", error=fault)

    async def ready(_: web.Request) -> web.Response:
        state = await _look(probe)
        checks: dict[str, bool] = {
            "database": state.reachable,
            "writable": state.writable,
            "migrated": state.migrated,
            "intake": vitals.intake_up,
        }
        return _answer("ok" if all(checks.values()) else "failing", **checks)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=render_metrics(vitals).encode(), headers={"Content-Type": METRICS_TYPE})

    app.add_routes([web.get("/health", health), web.get("/ready", ready), web.get("/metrics", metrics)])


async def serve_health(address: Address, vitals: Vitals, probe: DatabaseProbe) -> web.AppRunner:
    """Listen at `address`; whoever calls cleans the runner up. Raises OSError if the address is taken."""
    app = web.Application()
    add_health_routes(app, vitals, probe)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner


def render_metrics(vitals: Vitals) -> str:
    """The vitals in Prometheus' text format 0.0.4."""
    return "".join(
        f"# HELP {name} {text}\n# TYPE {name} {kind}\n{name} {value}\n" for name, text, kind, value in _rows(vitals)
    )


def _rows(vitals: Vitals) -> Iterator[tuple[str, str, Literal["counter", "gauge"], float]]:
    for field in fields(vitals):
        value = getattr(vitals, field.name)
        if field.name in _GAUGES:
            yield PREFIX + field.name, _HELP[field.name], "gauge", value
        elif field.name in _HELP:
            yield f"{PREFIX}{field.name}_total", _HELP[field.name], "counter", value
    yield PREFIX + "intake_up", "Whether updates are being taken", "gauge", int(vitals.intake_up)
    yield PREFIX + "sender_up", "Whether this process sends", "gauge", int(vitals.sender_up)
    fault = int(vitals.infrastructure_error is not None)
    yield PREFIX + "infrastructure_fault", "Whether the database or disk is failing", "gauge", fault
    for name in ("started_at", "last_update_at", "last_sent_at", "last_tick_at", "last_backup_at"):
        moment: datetime | None = getattr(vitals, name)
        seconds = moment.astimezone(UTC).timestamp() if moment else 0.0
        yield (
            f"{PREFIX}{name.removesuffix('_at')}_timestamp_seconds",
            "Unix time, 0 for never",
            "gauge",
            seconds,
        )


async def _look(probe: DatabaseProbe) -> DatabaseState:
    """A probe that hangs or raises is an answer too."""
    try:
        return await asyncio.wait_for(probe(), PROBE_SECONDS)
    except Exception as error:
        return DatabaseState(reachable=False, reason=type(error).__name__)


def _answer(status: str, **details: object) -> web.Response:
    return web.json_response({"status": status, **details}, status=200 if status == "ok" else 503)
