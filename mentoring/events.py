"""Events of an organisation or of the municipality: who may sign up, who has a seat, who waits for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.errors import Stale
from mentoring.roles import Role

USUAL = timedelta(hours=2)
"""How long an event lasts in the calendar."""


class EventKind(StrEnum):
    """What is held; which of them a programme's documents name is its own data."""

    SEMINAR = "seminar"
    COURSE = "course"
    CONTEST = "contest"
    CONFERENCE = "conference"
    CLOSING = "closing"
    OTHER = "other"
    FESTIVAL = "festival"
    FORUM = "forum"
    ROUND_TABLE = "round-table"
    WEBINAR = "webinar"
    MASTER_CLASS = "master-class"


USUAL_KINDS = (
    EventKind.SEMINAR,
    EventKind.COURSE,
    EventKind.CONTEST,
    EventKind.CONFERENCE,
    EventKind.CLOSING,
    EventKind.OTHER,
)
"""Offered whatever the programme's documents name."""
JUDGED = frozenset({EventKind.CONTEST, EventKind.FESTIVAL})
"""Kinds that have places and nominations."""
TEACHING = frozenset(EventKind) - JUDGED - {EventKind.CLOSING}
"""Kinds at which a mentor may have learnt what a step of the school of mentors asks for."""


class EventState(StrEnum):
    """Draft: nobody was invited yet. Held: who came is recorded. Announced: everybody who came was told the results."""

    DRAFT = "draft"
    OPEN = "open"
    HELD = "held"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


PAST = frozenset({EventState.HELD, EventState.ANNOUNCED})
"""It took place."""


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
class Result:
    """What somebody achieved: a place from 1, a nomination in the words of who runs it, or both."""

    place: int | None = None
    nomination: str | None = None

    def __bool__(self) -> bool:
        return self.place is not None or self.nomination is not None


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody's sign-up. `organisation_id`: for which organisation they come; `came` None: not recorded.

    `result` None: none was written down, or there is none.
    """

    id: int
    event_id: int
    person_id: int
    organisation_id: int | None
    state: SignState
    signed_at: datetime
    came: bool | None = None
    result: Result | None = None


def signs_up(event: Event, now: datetime) -> bool:
    """Whether people may still sign up."""
    return event.state is EventState.OPEN and now < min(event.sign_up_until or event.starts_at, event.starts_at)


def ensure_open(event: Event, now: datetime) -> None:
    """Raises Stale where nobody can sign up (any more)."""
    if event.state is not EventState.OPEN:
        raise Stale("event-refusal-closed")
    if not signs_up(event, now):
        raise Stale("event-refusal-late")


def ensure_ahead(event: Event, now: datetime) -> None:
    """Raises Stale for what has begun or was cancelled: nobody can sign off, nothing of it can be changed."""
    if event.state is not EventState.OPEN and event.state is not EventState.DRAFT:
        raise Stale("event-refusal-closed")
    if now >= event.starts_at:
        raise Stale("event-refusal-begun")


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
        EventState.ANNOUNCED: {EventState.HELD},
    }
    if event.state not in before.get(state, set()):
        raise Stale("event-refusal-changed")
    return replace(event, state=state, sequence=event.sequence + (state is EventState.CANCELLED))


def changed(before: Event, after: Event) -> Event:
    """After an edit: calendars hear of another name, time or place."""
    told = (before.title, before.starts_at, before.place) != (after.title, after.starts_at, after.place)
    return replace(after, sequence=before.sequence + told)


def ranked(people: Iterable[Signed]) -> tuple[Signed, ...]:
    """Those with a result: places first, the best ahead, then nominations by their words."""
    found = [(one.result, one) for one in people if one.result]
    found.sort(key=lambda each: (each[0].place or _LAST, (each[0].nomination or "").casefold(), each[1].id))
    return tuple(one for _, one in found)


_LAST = 1_000
"""Behind every place."""
