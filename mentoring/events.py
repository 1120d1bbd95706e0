"""Events of an organisation or of the municipality: who may sign up, who has a seat, who waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.errors import Stale
from mentoring.roles import Role

USUAL = timedelta(hours=2)
"""How long an event lasts in the calendar."""


class EventKind(StrEnum):
    SEMINAR = "seminar"
    COURSE = "course"
    CONTEST = "contest"
    CONFERENCE = "conference"
    CLOSING = "closing"
    OTHER = "other"


class EventState(StrEnum):
    """Draft: nobody was invited yet. Held: who came is recorded."""

    DRAFT = "draft"
    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"


class SignState(StrEnum):
    """WAITING: all seats were taken; the first of those who wait gets the next one."""

    SIGNED = "signed"
    WAITING = "waiting"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Event:
    """An event. Times are UTC; `organisation_id` None: of the municipality; `seats` None: for as many as come.

    `sign_up_until` None: until it begins. `sequence` rises with every change that calendars must hear of.
    """

    id: int
    organisation_id: int | None
    kind: EventKind
    title: str
    starts_at: datetime
    roles: tuple[Role, ...]
    state: EventState
    created_by: int
    created_at: datetime
    about: str | None = None
    place: str | None = None
    link: str | None = None
    seats: int | None = None
    sign_up_until: datetime | None = None
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody's sign-up. `organisation_id`: for which organisation they come; `came` None: not recorded."""

    id: int
    event_id: int
    person_id: int
    organisation_id: int | None
    state: SignState
    signed_at: datetime
    came: bool | None = None


def ensure_open(event: Event, now: datetime) -> None:
    """Raises Stale where nobody can sign up (any more)."""
    if event.state is not EventState.OPEN:
        raise Stale("event-refusal-closed")
    if now >= min(event.sign_up_until or event.starts_at, event.starts_at):
        raise Stale("event-refusal-late")


def seat_for(event: Event, people: Sequence[Signed]) -> SignState:
    """A seat, or a place among those who wait: nobody overtakes these."""
    if event.seats is None:
        return SignState.SIGNED
    taken = sum(one.state is not SignState.OFF for one in people)
    return SignState.SIGNED if taken < event.seats else SignState.WAITING


def next_in(event: Event, people: Sequence[Signed]) -> tuple[Signed, ...]:
    """Those who wait and now get a seat, who waits longest first."""
    waiting = sorted((one for one in people if one.state is SignState.WAITING), key=lambda one: (one.signed_at, one.id))
    if event.seats is None:
        return tuple(waiting)
    free = event.seats - sum(one.state is SignState.SIGNED for one in people)
    return tuple(waiting[: max(0, free)])


def moved(event: Event, state: EventState) -> Event:
    """Opened, cancelled or held. Raises Stale unless that follows."""
    before = {
        EventState.OPEN: {EventState.DRAFT},
        EventState.CANCELLED: {EventState.DRAFT, EventState.OPEN},
        EventState.HELD: {EventState.OPEN},
    }
    if event.state not in before.get(state, set()):
        raise Stale("event-refusal-changed")
    return replace(event, state=state, sequence=event.sequence + (state is EventState.CANCELLED))
