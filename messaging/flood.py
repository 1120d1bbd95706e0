"""How much one person may send: a token bucket a chat, kept in memory. Pure: monotonic seconds are an argument.

It is there for scripts and stuck keys: no hand taps a hundred times without a pause. A restart or another replica
begins with full buckets, which is harmless.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

BURST = 120
PER_SECOND = 2.0
_AGAIN = 4
"""Whoever was held up goes on once this part of the burst has come back, not with every token."""
_FORGET_EVERY = 4096


class Verdict(Enum):
    """What becomes of an update."""

    SERVED = auto()
    FIRST = auto()
    """Held up, and the person is told so."""
    MORE = auto()
    """Held up like the one before, without a word."""


@dataclass(slots=True)
class _Person:
    left: float
    at: float
    newest: int
    held: bool = False


class Flood:
    """`burst` updates in a row and `per_second` for ever; 0 of either lifts the limit."""

    def __init__(self, burst: int = BURST, per_second: float = PER_SECOND) -> None:
        self._burst = float(burst)
        self._rate = per_second
        self._people: dict[int, _Person] = {}

    @property
    def pause(self) -> int:
        """Seconds of rest after which somebody who was held up is served again."""
        return ceil(self._burst / _AGAIN / self._rate) if self._rate else 0

    def judge(self, chat: int, update_id: int, now: float) -> Verdict:
        """Counts one update. One delivered again (the commit failed, two deliveries crossed) is served, not counted."""
        if not (self._burst and self._rate):
            return Verdict.SERVED
        person = self._people.get(chat)
        if person is None or self._full(person, now):
            self._forget(now)
            self._people[chat] = _Person(self._burst - 1, now, update_id)
            return Verdict.SERVED
        if update_id <= person.newest:
            return Verdict.SERVED
        person.newest = update_id
        return self._take(person, now)

    def _take(self, person: _Person, now: float) -> Verdict:
        person.left = min(self._burst, person.left + max(now - person.at, 0.0) * self._rate)
        person.at = max(now, person.at)
        if person.left >= (max(1.0, self._burst / _AGAIN) if person.held else 1.0):
            person.left -= 1
            person.held = False
            return Verdict.SERVED
        told, person.held = person.held, True
        person.left = max(0.0, person.left - 1) if told else person.left
        return Verdict.MORE if told else Verdict.FIRST

    def _full(self, person: _Person, now: float) -> bool:
        return person.left + (now - person.at) * self._rate >= self._burst

    def _forget(self, now: float) -> None:
        """A chat whose bucket is full again needs no memory."""
        if len(self._people) >= _FORGET_EVERY:
            for chat in [chat for chat, person in self._people.items() if self._full(person, now)]:
                del self._people[chat]


UNLIMITED = Flood(0, 0)
"""Holds nobody up, and remembers nobody."""
