"""The engine for PostgreSQL, and the one replica that sends and ticks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.failures import is_unavailable

LOCK_SPACE = 0x6D656E74  # "ment": our two-number advisory locks; a person's lock is one 64-bit number, another space
MIGRATION, LEADERSHIP = 1, 2
CHECK_WAIT = 5.0
APPLICATION = "mentoring-bot"
"""By this name the server knows connections of the bot."""

_SERVER_SETTINGS = {
    "application_name": APPLICATION,
    # Longer than the handler's deadline of 10 s, which another replica may spend on the same person.
    "lock_timeout": "15s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",
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
    """A session advisory lock, kept on a connection of its own: gone with the process or its network."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None

    @property
    def held(self) -> bool:
        return self._connection is not None and not self._connection.invalidated

    async def claim(self) -> bool:
        """Takes the lock or makes sure that it is held; False while another replica has it or the server is away."""
        try:
            async with asyncio.timeout(CHECK_WAIT):
                return await (self._take() if self._connection is None else self._check(self._connection))
        except Exception as error:
            await self.release()
            if isinstance(error, OSError) or is_unavailable(error):
                return False
            raise

    async def _check(self, connection: AsyncConnection) -> bool:
        await connection.execute(text("SELECT 1"))
        return True

    async def _take(self) -> bool:
        connection = await self._engine.connect()
        self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        taken = await self._connection.scalar(
            text("SELECT pg_try_advisory_lock(:space, :lock)"), {"space": LOCK_SPACE, "lock": LEADERSHIP}
        )
        if not taken:
            await self.release()
        return bool(taken)

    async def release(self) -> None:
        """Closing the connection, rather than giving it back to the pool, drops the lock in any case."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
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
            with suppress(Exception):
                await connection.invalidate()
            with suppress(Exception):
                await connection.close()
        self._connections.clear()
