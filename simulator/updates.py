"""The queue of updates: each stays until it is acknowledged, by a later offset or by the webhook's 200."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from simulator.errors import ApiError, bad_request

Update = dict[str, Any]

MAX_TIMEOUT = 50
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates in the order they happened.

    `on_put` is told of each new update (the webhook's delivery). Identifiers start at `first_id`.
    """

    def __init__(self, first_id: int = 1) -> None:
        self.next_id = first_id
        self.waiting: dict[int, Update] = {}
        self.allowed: frozenset[str] | None = None
        self.on_put: Callable[[Update], None] | None = None
        self._poll: asyncio.Future[None] | None = None

    @property
    def pending(self) -> int:
        """How many updates nobody has acknowledged."""
        return len(self.waiting)

    def put(self, kind: str, value: Any) -> int | None:
        """Queue an update of a kind; None if the bot did not ask for that kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT
        return self.put_raw({kind: value}) if wanted else None

    def put_raw(self, update: Update) -> int:
        """Queue an update of any shape, even one that no bot understands; returns its id."""
        update_id = self.next_id
        self.next_id += 1
        complete = {"update_id": update_id, **update}
        self.waiting[update_id] = complete
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        if self.on_put is not None:
            self.on_put(complete)
        return update_id

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set which kinds are queued from now on; None keeps the setting, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def acknowledge(self, update_id: int) -> None:
        """Forget one update."""
        self.waiting.pop(update_id, None)

    def forget_before(self, offset: int) -> None:
        """Acknowledge every update with a smaller id; a negative offset counts from the end."""
        if offset < 0:
            surplus = max(len(self.waiting) + offset, 0)
            gone = list(self.waiting)[:surplus]
        else:
            gone = []
            for update_id in self.waiting:
                if update_id >= offset:
                    break
                gone.append(update_id)
        for update_id in gone:
            del self.waiting[update_id]

    async def get(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """The earliest unacknowledged updates, waiting up to `seconds` for the first.

        A poll that is still waiting when another begins ends with 409, as at Telegram.
        """
        if not 1 <= limit <= 100:
            limit = 100
        if seconds < 0:
            raise bad_request("timeout must be non-negative")
        self.forget_before(offset)
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(ApiError(409, _CONFLICT))
        if not self.waiting and seconds:
            await self._wait(min(seconds, MAX_TIMEOUT))
        return [update for update, _ in zip(self.waiting.values(), range(limit), strict=False)]

    async def _wait(self, seconds: float) -> None:
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
