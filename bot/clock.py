"""Clocks: the machine's own, and one that the demo moves through everything that falls due on the way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

Tick = Callable[[], Awaitable[datetime | None]]
Settle = Callable[[], Awaitable[None]]
Halted = Callable[[], bool]


def wall_clock() -> datetime:
    """The present time of this machine, UTC."""
    return datetime.now(UTC)


class MovableClock:
    """Runs as the underlying clock does, `offset` ahead of it; a test's underlying clock stands still."""

    def __init__(self, underlying: Callable[[], datetime] = wall_clock, offset: timedelta = timedelta()) -> None:
        self._underlying = underlying
        self.offset = offset

    def now(self) -> datetime:
        """The programme's time, UTC."""
        return self._underlying() + self.offset

    def set(self, moment: datetime) -> None:
        """Let it be `moment` now."""
        self.offset = moment - self._underlying()

    async def leap(self, until: datetime, tick: Tick, settle: Settle, halted: Halted = lambda: False) -> None:
        """Move on to `until`, stopping at each moment at which something falls due, as if the time had been lived.

        tick: does what is due now and tells the next moment; settle: runs the bot until it is idle;
        halted: whether to stay at the moment that is reached.
        """
        while not halted():
            now = self.now()
            due = await tick()
            await settle()
            if due is not None and due <= now:
                continue  # more was due than one tick takes
            if now >= until:
                return
            self.set(until if due is None else min(due, until))
