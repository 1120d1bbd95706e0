"""What a use case works with: the open transaction, the house's knowledge, who acts, and what time it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.access import Actor
from messaging.replies import Replies, Show
from programmes.programme import Programme
from storage.work import Work
from surveys.alarms import Alarms
from surveys.consents import Consents
from surveys.definition import Option
from surveys.load import Library
from surveys.path import Answers, Value
from surveys.record import Record, Subject


@dataclass(frozen=True, slots=True)
class Asked:
    """What a source of options may look at: what the response is about, its facts, and the answers so far."""

    subject: Subject | None
    facts: Mapping[str, object]
    answers: Answers


@dataclass(frozen=True, slots=True)
class Ways:
    """The names that definitions use, joined to use cases (`services.ways` has the table).

    finishes: a form's `finish:` → takes its answers; raises Refusal before any effect.
    after: a survey's id, else its stage → what follows once somebody has answered it; it sees the record as it began.
    guards: what staff fill in about others, by id → raises Forbidden before any step of whoever may not (any more).
    sources: options that depend on who asks about what; all others are the programme's.
    waits: what a `wait` question waits for → whether it has come true for a response.
    facts: a form's id → what its texts say that depends on the answers so far.
    likely: a form's id → likely answers that are looked up at every step and kept nowhere, being people's own words.
    """

    finishes: Mapping[str, Callable[[Desk, Record, Mapping[str, Value]], Awaitable[Replies]]]
    after: Mapping[str, Callable[[Desk, Record], Awaitable[Replies]]]
    sources: Mapping[str, Callable[[Desk, Asked], Awaitable[Sequence[Option]]]]
    waits: Mapping[str, Callable[[Desk, int], Awaitable[bool]]]
    guards: Mapping[str, Callable[[Desk, Record], Awaitable[None]]]
    facts: Mapping[str, Callable[[Desk, Asked], Awaitable[Mapping[str, object]]]] = field(default_factory=dict)
    likely: Mapping[str, Callable[[Desk, Asked], Awaitable[Mapping[str, Value]]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class House:
    """What the process knows all along. `bot_name` is the bot's user name, for deep links."""

    programme: Programme
    surveys: Library
    consents: Consents
    ways: Ways
    bot_name: str
    alarms: Alarms

    def link(self, token: str) -> str:
        """The deep link that opens the bot with an invitation's token."""
        return f"https://t.me/{self.bot_name}?start={token}"


@dataclass(slots=True)
class Desk:
    """One use case at work. `now` is UTC; `told` gathers the notices to others, written with the transaction."""

    work: Work
    house: House
    actor: Actor
    now: datetime
    told: list[Show] = field(default_factory=list)

    @property
    def programme(self) -> Programme:
        return self.house.programme

    def tell(self, *shows: Show) -> None:
        """Leave notices to anybody; they are queued when the transaction commits."""
        self.told.extend(shows)

    def today(self, zone: str | None = None) -> date:
        """The day it is in `zone` (default: the programme's)."""
        return self.now.astimezone(ZoneInfo(zone or self.programme.zone)).date()
