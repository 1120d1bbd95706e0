"""The engine for PostgreSQL, and the one replica that sends and ticks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.failures import is_unavailable

LOCK_SPACE = 0x6D656E74  # "ment": our two-number advisory locks; a person's lock is one 64-bit number, another space
MIGRATION, LEADERSHIP = 1, 2
CHECK_WAIT = 5.0
SILENCE, SURE = 9, 7
"""Seconds without a claim after which the server ends the leader's session, and the leader no longer takes itself for
one; it claims every two seconds."""
APPLICATION = "mentoring-bot"
"""By this name the server knows connections of the bot."""

_SERVER_SETTINGS = {
    "application_name": APPLICATION,
    # Longer than the handler's deadline of 10 s, which another replica may spend on the same person.
    "lock_timeout": "15s",
    "statement_timeout": "60s",
    # A frozen replica holds up its person's updates no longer; what reads long says so (`Database.read`).
    "idle_in_transaction_session_timeout": "15s",
    # The default, 4, is the price of a turning disk: a school's answers would be found by reading everybody's.
    "random_page_cost": "1.1",
    # A leader whose machine vanished is noticed in 5 + 3 * 3 = 14 s.
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "3",
}


def engine(url: URL) -> AsyncEngine:
    """A pool for one replica: up to 15 connections, renewed every half hour."""
    return create_async_engine(
        url,
        pool_size=5,
        max_overflow=10,
        pool_timeout=10,
        pool_recycle=1800,
        connect_args={"timeout": 5, "server_settings": _SERVER_SETTINGS},
    )


class Leadership:
    """A session advisory lock, kept on a connection of its own: gone with the process, its network, or its silence.

    A process that is frozen keeps its connections open. So the server ends this one after `SILENCE` without a
    `claim`, and whoever has not claimed for `SURE` seconds takes itself for deposed: the two never overlap.
    """

    def __init__(self, engine: AsyncEngine, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._engine = engine
        self._monotonic = monotonic
        self._connection: AsyncConnection | None = None
        self._sure_until = 0.0

    @property
    def held(self) -> bool:
        connection = self._connection
        return connection is not None and not connection.invalidated and self._monotonic() < self._sure_until

    async def claim(self) -> bool:
        """Takes the lock or makes sure that it is held; False while another replica has it or the server is away."""
        asked_at = self._monotonic()
        try:
            async with asyncio.timeout(CHECK_WAIT):
                held = await (self._take() if self._connection is None else self._check(self._connection))
        except BaseException as error:
            await self.release()
            if isinstance(error, OSError) or is_unavailable(error):
                return False
            raise
        if held:
            self._sure_until = asked_at + SURE
        return held

    async def _check(self, connection: AsyncConnection) -> bool:
        if connection.invalidated:  # the next statement would be another session's, without the lock
            raise ConnectionError("the leader's connection is lost")
        await connection.execute(text("SELECT 1"))
        return True

    async def _take(self) -> bool:
        connection = await self._engine.connect()
        try:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            taken = await connection.scalar(
                text("SELECT pg_try_advisory_lock(:space, :lock)"), {"space": LOCK_SPACE, "lock": LEADERSHIP}
            )
        except BaseException:
            await _drop(connection)
            raise
        if not taken:
            await connection.close()
            return False
        self._connection = connection
        # PostgreSQL 14 is the first that knows it; before that a frozen leader keeps its lock until it thaws.
        with suppress(ProgrammingError):
            await connection.execute(
                text("SELECT set_config('idle_session_timeout', :silence, false)"), {"silence": f"{SILENCE}s"}
            )
        return True

    async def release(self) -> None:
        """Closing the connection, rather than giving it back to the pool, drops the lock in any case."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await _drop(connection)


async def _drop(connection: AsyncConnection) -> None:
    with suppress(Exception):
        await connection.invalidate()
    with suppress(Exception):
        await connection.close()


class Listener:
    """Hears NOTIFY on a channel through a connection of its own."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connections: list[AsyncConnection] = []

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Calls `heard()` in the loop's thread at each NOTIFY of `channel`, until the connection is lost."""
        connection = await self._engine.connect()
        self._connections.append(connection)
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.add_listener(channel, lambda *_: heard())

    async def close(self) -> None:
        for connection in self._connections:
            await _drop(connection)
        self._connections.clear()
