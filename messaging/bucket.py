"""Telegram's limits on sending, kept by a token bucket instead of being run into. Pure: the time is an argument.

Source: the Bot API's FAQ, «My bot is hitting limits»: 30 messages a second in all, one a second in a chat.
"""

from __future__ import annotations

PER_CHAT = 1.0
CHAT_BURST = 3.0
OVERALL_BURST = 2.0
"""With 28/s no second has more than 30 calls, however it is cut out."""
_FORGET_EVERY = 4096


class _Tokens:
    __slots__ = ("at", "left")

    def __init__(self, left: float, at: float) -> None:
        self.left = left
        self.at = at

    def wait(self, now: float, rate: float, most: float) -> float:
        """Refill, and tell in how many seconds there is a token."""
        self.left = min(most, self.left + max(now - self.at, 0.0) * rate)
        self.at = max(now, self.at)
        # A hair below one is a token: sums of floats must not let a caller wait for ever.
        return 0.0 if self.left >= 1.0 - 1e-9 else (1.0 - self.left) / rate


class Bucket:
    """`rate` calls a second in all (0: no limit at all), one a second in each chat with a burst of three."""

    def __init__(self, rate: float, now: float = 0.0) -> None:
        self._rate = rate
        self._burst = max(1.0, min(OVERALL_BURST, rate))
        self._all = _Tokens(self._burst, now)
        self._chats: dict[int, _Tokens] = {}

    def take(self, chat: int, now: float) -> float:
        """0.0: the call may be made and is counted. Else the seconds until it is worth asking again."""
        if not self._rate:
            return 0.0
        own = self._chats.get(chat)
        if own is None:
            self._forget(now)
            own = self._chats[chat] = _Tokens(CHAT_BURST, now)
        wait = max(own.wait(now, PER_CHAT, CHAT_BURST), self._all.wait(now, self._rate, self._burst))
        if wait == 0.0:
            own.left -= 1
            self._all.left -= 1
        return wait

    def was_quiet(self, chat: int, now: float) -> bool:
        """Whether the chat had at most one call of late, so that its own limit can't be what Telegram complains of."""
        own = self._chats.get(chat)
        return own is None or own.left + max(now - own.at, 0.0) * PER_CHAT >= CHAT_BURST - 1

    def _forget(self, now: float) -> None:
        """A chat that is full again needs no memory."""
        if len(self._chats) >= _FORGET_EVERY:
            full = [chat for chat, own in self._chats.items() if now - own.at >= CHAT_BURST / PER_CHAT]
            for chat in full:
                del self._chats[chat]
