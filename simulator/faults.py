"""Faults to order: slowness, refusals and broken connections; and the record of every call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.errors import ApiError, ConnectionCut, NoAnswer

_DESCRIPTIONS = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Call(NamedTuple):
    """One call of the bot: `at` in monotonic seconds, `outcome` is ok, an error code, cut or timeout."""

    method: str
    chat: int | None
    at: float
    outcome: str


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails: `code` is an HTTP status, or 0 for a cut connection, -1 for no answer in time.

    With `after` the call is done first and only its answer is lost.
    """

    code: int
    description: str = ""
    retry_after: int | None = None
    after: bool = False

    def strike(self) -> None:
        """Raise what the caller meets."""
        if self.code == 0:
            raise ConnectionCut
        if self.code < 0:
            raise NoAnswer
        text = self.description or _DESCRIPTIONS.get(self.code, "Internal Server Error")
        raise ApiError(self.code, text.format(retry_after=self.retry_after), self.retry_after)


CUT = Fault(0)
CUT_AFTER = Fault(0, after=True)
TIMEOUT = Fault(-1)
TIMEOUT_AFTER = Fault(-1, after=True)


def refuse(code: int, description: str = "", retry_after: int | None = None, *, after: bool = False) -> Fault:
    """A refusal with an HTTP status; a 429 without `retry_after` asks for one second."""
    if code == 429 and retry_after is None:
        retry_after = 1
    return Fault(code, description, retry_after, after)


@dataclass(slots=True)
class Rule:
    """When a fault strikes: the named methods (all if none), one chat (any if None), a predicate.

    The first `skip` fitting calls pass, the next `times` fail (all if None).
    """

    fault: Fault
    methods: frozenset[str] = frozenset()
    chat: int | None = None
    times: int | None = 1
    skip: int = 0
    when: Callable[[str, int | None], bool] | None = None

    def strikes(self, method: str, chat: int | None) -> bool:
        """Whether this call fails; counts it."""
        if self.methods and method not in self.methods:
            return False
        if self.chat is not None and self.chat != chat:
            return False
        if self.times == 0 or (self.when is not None and not self.when(method, chat)):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass(slots=True)
class Faults:
    """Ordered faults and what came of the calls. `latency` in seconds is awaited before every call."""

    latency: float = 0
    latency_of: dict[str, float] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    record: list[Call] = field(default_factory=list)
    recording: bool = True

    def order(
        self,
        fault: Fault,
        *methods: str,
        times: int | None = 1,
        skip: int = 0,
        chat: int | None = None,
        when: Callable[[str, int | None], bool] | None = None,
    ) -> Rule:
        """Let calls fail from now on; see `Rule`."""
        rule = Rule(fault, frozenset(methods), chat, times, skip, when)
        self.rules.append(rule)
        return rule

    def clear(self) -> None:
        """Let everything work again; the record stays."""
        self.rules.clear()
        self.latency = 0
        self.latency_of.clear()

    def choose(self, method: str, chat: int | None) -> Fault | None:
        """The fault that strikes this call."""
        for rule in self.rules:
            if rule.strikes(method, chat):
                return rule.fault
        return None

    async def delay(self, method: str) -> None:
        """Wait as long as the network takes."""
        seconds = self.latency_of.get(method, self.latency)
        if seconds > 0:
            await asyncio.sleep(seconds)

    def calls(self, *methods: str, chat: int | None = None, outcome: str | None = None) -> list[Call]:
        """The recorded calls of the methods (all if none), of a chat, with an outcome."""
        return [
            call
            for call in self.record
            if (not methods or call.method in methods)
            and (chat is None or call.chat == chat)
            and (outcome is None or call.outcome == outcome)
        ]
