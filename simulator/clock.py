"""The clock on the page: shows the programme's time and, where the demo allows it, moves it on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

Advance = Callable[[timedelta], Awaitable[None]]
Reset = Callable[[], Awaitable[None]]

STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}


class Clock:
    """`now` gives aware time, `zone` is the IANA name the page shows it in; one leap at a time."""

    def __init__(self, now: Callable[[], datetime], zone: str, advance: Advance | None) -> None:
        self._now = now
        self._zone = zone
        self._advance = advance
        self.leaping = False

    def state(self) -> dict[str, Any]:
        """What the page shows; `now` in UTC."""
        return {
            "now": self._now().astimezone(UTC).isoformat(),
            "zone": self._zone,
            "leaping": self.leaping,
            "adjustable": self._advance is not None,
        }

    def may_leap(self, by: str) -> bool:
        """Whether the step is known, allowed and no other is under way."""
        return self._advance is not None and not self.leaping and by in STEPS

    async def leap(self, by: str) -> None:
        """Move on by an hour, a day or a week; returns when everything due on the way has happened."""
        if self._advance is None:
            return
        self.leaping = True
        try:
            await self._advance(STEPS[by])
        finally:
            self.leaping = False
