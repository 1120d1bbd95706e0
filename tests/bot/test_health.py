"""Health, readiness and metrics, asked over HTTP."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import pytest

from bot import health
from bot.health import DatabaseState, Vitals, render_metrics, serve_health
from bot.values import Address

START = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
READY = DatabaseState(reachable=True, writable=True, migrated=True)
Ask = Callable[[str], Awaitable[tuple[int, str]]]


async def ready_database() -> DatabaseState:
    return READY


@asynccontextmanager
async def listening(vitals: Vitals, probe: health.DatabaseProbe = ready_database) -> AsyncIterator[Ask]:
    runner = await serve_health(Address("127.0.0.1", 0), vitals, probe)
    host, port = runner.addresses[0]
    async with aiohttp.ClientSession(f"http://{host}:{port}") as session:

        async def ask(path: str) -> tuple[int, str]:
            async with session.get(path) as answer:
                return answer.status, await answer.text()

        yield ask
    await runner.cleanup()


async def test_health_is_red_while_the_infrastructure_fails_and_green_again_afterwards() -> None:
    vitals = Vitals(started_at=START)
    async with listening(vitals) as ask:
        assert (await ask("/health"))[0] == 200
        vitals.failed(OSError("no space left on device"))
        status, body = await ask("/health")
        assert (status, "OSError" in body) == (503, True)
        assert "no space" not in body
        vitals.recovered()
        assert (await ask("/health"))[0] == 200
    assert vitals.infrastructure_failures == 1


@pytest.mark.parametrize(
    ("state", "intake_up", "status"),
    [
        (READY, True, 200),
        (READY, False, 503),
        (DatabaseState(reachable=True, writable=True, migrated=False), True, 503),
        (DatabaseState(reachable=True, writable=False, migrated=True), True, 503),
        (DatabaseState(reachable=False), True, 503),
    ],
)
async def test_ready_means_database_and_intake(state: DatabaseState, intake_up: bool, status: int) -> None:
    async def probe() -> DatabaseState:
        return state

    async with listening(Vitals(started_at=START, intake_up=intake_up), probe) as ask:
        assert (await ask("/ready"))[0] == status


async def test_a_probe_that_raises_or_hangs_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    async def raising() -> DatabaseState:
        raise ConnectionRefusedError

    async def hanging() -> DatabaseState:
        await asyncio.Event().wait()
        return READY

    monkeypatch.setattr(health, "PROBE_SECONDS", 0.01)
    for probe in (raising, hanging):
        async with listening(Vitals(started_at=START, intake_up=True), probe) as ask:
            assert (await ask("/ready"))[0] == 503


async def test_metrics_are_prometheus_text() -> None:
    vitals = Vitals(started_at=START, updates_taken=7, queue_waiting=3, last_tick_at=START)
    async with listening(vitals) as ask:
        status, body = await ask("/metrics")
    assert (status, body) == (200, render_metrics(vitals))
    assert body.endswith("\n")
    samples = re.findall(r"^(\w+) (\S+)$", body, re.MULTILINE)
    named = {name: float(value) for name, value in samples}
    assert len(named) == len(samples)
    assert body.count("# TYPE ") == body.count("# HELP ") == len(samples)
    assert named["mentoring_bot_updates_taken_total"] == 7
    assert named["mentoring_bot_queue_waiting"] == 3
    assert named["mentoring_bot_last_tick_timestamp_seconds"] == START.timestamp()
    assert named["mentoring_bot_last_sent_timestamp_seconds"] == 0
    assert "# TYPE mentoring_bot_updates_taken_total counter" in body
    assert "# TYPE mentoring_bot_queue_waiting gauge" in body


async def test_an_address_that_is_taken_is_told() -> None:
    vitals = Vitals(started_at=START)
    runner = await serve_health(Address("127.0.0.1", 0), vitals, ready_database)
    try:
        with pytest.raises(OSError, match="in use"):
            await serve_health(Address("127.0.0.1", runner.addresses[0][1]), vitals, ready_database)
    finally:
        await runner.cleanup()
