"""How fast calls may follow each other: the token bucket, and the pauses that Telegram asks for. Monotonic seconds."""

from __future__ import annotations

from messaging.bucket import Bucket


class Pace:
    """`rate` calls a second in all; 0 lifts every limit but Telegram's own complaints."""

    def __init__(self, rate: float, now: float) -> None:
        self._bucket = Bucket(rate, now)
        self._paused_until = now
        self._complained: tuple[int, float] | None = None
        self._wait: float | None = None

    def begin(self, now: float) -> bool:
        """Before calls are started: whether any may be."""
        self._wait = None
        return now >= self._paused_until

    def takes(self, chat: int, now: float) -> bool:
        """Whether a call to this chat may be made now; it is counted then."""
        wait = self._bucket.take(chat, now)
        if wait > 0.0:
            self._wait = wait if self._wait is None else min(wait, self._wait)
        return wait == 0.0

    def complain(self, chat: int, seconds: float, now: float) -> None:
        """A 429 does not say whose limit it is: everybody's if this chat was quiet or another complained just now."""
        others = self._complained is not None and self._complained[0] != chat and self._complained[1] > now
        if others or self._bucket.was_quiet(chat, now):
            self._paused_until = max(self._paused_until, now + seconds)
        self._complained = (chat, now + seconds)

    def wait(self, now: float) -> float | None:
        """Seconds until a call that was held up may be made; None if none was."""
        return self._paused_until - now if self._paused_until > now else self._wait
