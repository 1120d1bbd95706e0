"""Telegram's limits on sending: 30 messages a second in all, one a second in a chat with a small burst.

Source: the Bot API's FAQ, «My bot is hitting limits, how do I avoid this?».
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from simulator.errors import too_many

COUNTED = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
    }
)


class _Bucket:
    __slots__ = ("at", "tokens")

    def __init__(self, tokens: float, at: float) -> None:
        self.tokens = tokens
        self.at = at


class Limits:
    """Token buckets over a monotonic clock in seconds; `take` raises `ApiError` 429 when one is empty."""

    def __init__(
        self,
        overall: float = 30,
        per_chat: float = 1,
        burst: float = 3,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.overall = overall
        self.per_chat = per_chat
        self.burst = burst
        self._clock = clock
        self._all = _Bucket(overall, clock())
        self._chats: dict[int, _Bucket] = {}

    def take(self, method: str, chat: int | None) -> None:
        """Count one call; methods that send nothing are free."""
        if method not in COUNTED:
            return
        now = self._clock()
        buckets = [(self._all, self.overall, self.overall)]
        if chat is not None:
            own = self._chats.setdefault(chat, _Bucket(self.burst, now))
            buckets.append((own, self.per_chat, self.burst))
        for bucket, rate, most in buckets:
            bucket.tokens = min(most, bucket.tokens + (now - bucket.at) * rate)
            bucket.at = now
        for bucket, rate, _ in buckets:
            if bucket.tokens < 1:
                raise too_many(max(1, math.ceil((1 - bucket.tokens) / rate)))
        for bucket, _, _ in buckets:
            bucket.tokens -= 1
