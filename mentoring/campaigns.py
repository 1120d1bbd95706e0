"""Campaigns: one questionnaire put to many. Who is asked, when they are reminded, how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from mentoring.clock import QuietHours, at
from mentoring.errors import Invalid
from mentoring.mentorships import Form, Side
from mentoring.roles import Category, Role

LEAST_ANONYMOUS = 5
"""Fewer people than that could be guessed behind anonymous answers."""
CLOSING_HOUR = time(20)
"""A campaign closes on the evening of its last day, before the quiet hours."""
OPENING_HOUR = time(9)
REMINDERS = 2
FIRST_REMINDER = timedelta(days=2)
LAST_REMINDER = timedelta(days=1)
"""Before the closing."""
BAR = 8


class Origin(StrEnum):
    """Somebody began it, a mentorship's life did, or the programme's calendar."""

    PERSON = "person"
    STAGE = "stage"
    CALENDAR = "calendar"


class CampaignState(StrEnum):
    """Draft → launched (planned) → people are being asked (opening) → open → closed; or cancelled before it opened."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPENING = "opening"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


RUNNING = frozenset({CampaignState.OPENING, CampaignState.OPEN})
AHEAD = frozenset({CampaignState.DRAFT, CampaignState.PLANNED})
OVER = frozenset({CampaignState.CLOSED, CampaignState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a campaign asks: all of these conditions, any value of each; an empty one narrows nothing."""

    roles: frozenset[Role] = frozenset()
    forms: frozenset[Form] = frozenset()
    categories: frozenset[Category] = frozenset()
    classes: frozenset[str] = frozenset()
    mentorships: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign. Times are UTC.

    `organisation_id` None: every organisation. `questionnaire` None: a stage, where each form and side has its own.
    `closes_at` None: never by itself. `shown`: how many had answered when people's screens last said so.
    """

    id: int
    organisation_id: int | None
    origin: Origin
    questionnaire: str | None
    version: int | None
    stage: str | None
    anonymous: bool
    audience: Audience
    state: CampaignState
    created_by: int | None
    created_at: datetime
    opens_at: datetime
    closes_at: datetime | None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    shown: int = -1
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in an active mentorship."""

    mentorship_id: int
    organisation_id: int
    form: Form
    side: Side


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be asked: approved in these roles, consenting. `organisation_id`: where they were found."""

    person_id: int
    organisation_id: int
    roles: frozenset[Role]
    category: Category | None = None
    school_class: str | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody a campaign asks; `form` and `role` are those of their mentorships, None where these differ."""

    person_id: int
    organisation_id: int
    form: Form | None
    role: Role | None


def chosen(audience: Audience, candidates: Iterable[Candidate]) -> tuple[Chosen, ...]:
    """Those whom the audience means, each once, in the given order."""
    return tuple(found for candidate in candidates if (found := _chosen(audience, candidate)) is not None)


def _chosen(audience: Audience, candidate: Candidate) -> Chosen | None:
    roles = candidate.roles & audience.roles if audience.roles else candidate.roles
    fits = (
        bool(roles)
        and (not audience.categories or candidate.category in audience.categories)
        and (not audience.classes or candidate.school_class in audience.classes)
        and (not audience.people or candidate.person_id in audience.people)
    )
    places = [place for place in candidate.places if _stands(audience, roles, place)]
    if not fits or (not places and (audience.forms or audience.mentorships)):
        return None
    forms, sides = {place.form for place in places}, {place.side for place in places}
    parts = {Role(side.value) for side in sides} or roles
    return Chosen(
        candidate.person_id,
        places[0].organisation_id if places else candidate.organisation_id,
        next(iter(forms)) if len(forms) == 1 else None,
        next(iter(parts)) if len(parts) == 1 else None,
    )


def _stands(audience: Audience, roles: frozenset[Role], place: Place) -> bool:
    return (
        Role(place.side.value) in roles
        and (not audience.forms or place.form in audience.forms)
        and (not audience.mentorships or place.mentorship_id in audience.mentorships)
    )


def calendar_key(organisation_id: int, entry: str, school_year: int) -> str:
    """What a campaign of the programme's calendar is known by, so that it begins once."""
    return f"calendar:{organisation_id}:{entry}:{school_year}"


def ensure_times(opens_at: datetime, closes_at: datetime, now: datetime) -> None:
    """Raise Invalid for an opening that is past or a closing that is not after it."""
    if opens_at < now:
        raise Invalid("campaigns-opens-past")
    if closes_at <= opens_at:
        raise Invalid("campaigns-closes-too-soon")


def closing(day: date, zone: str) -> datetime:
    """When a campaign whose last day is `day` closes, UTC."""
    return at(day, CLOSING_HOUR, zone)


@dataclass(frozen=True, slots=True)
class Reminding:
    """The first or second reminder of a campaign: `due` at its own time, sent between `sends_at` and `expires_at`."""

    number: int
    due: datetime
    sends_at: datetime
    expires_at: datetime


def reminder_times(opened_at: datetime, closes_at: datetime) -> tuple[datetime, datetime]:
    """Two days after the opening and a day before the closing; in a short campaign after one and two thirds."""
    third = (closes_at - opened_at) / 3
    return opened_at + min(FIRST_REMINDER, third), closes_at - min(LAST_REMINDER, third)


def remindings(opened_at: datetime, closes_at: datetime, zone: str, quiet: QuietHours) -> Iterator[Reminding]:
    """What somebody in `zone` is reminded by: never in quiet hours, never after the closing, and not twice at once."""
    first, second = reminder_times(opened_at, closes_at)
    for number, due, expires_at in ((1, first, second), (2, second, closes_at)):
        sends_at = quiet.release(due, zone)
        if sends_at < expires_at:
            yield Reminding(number, due, sends_at, expires_at)


@dataclass(frozen=True, slots=True)
class Count:
    """How many were asked and how many of them have answered."""

    asked: int = 0
    answered: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.asked + other.asked, self.answered + other.answered)

    @property
    def percent(self) -> int:
        """Per cents, half up; 100 only when all have answered, 0 where nobody was asked."""
        if not self.asked:
            return 0
        share = (200 * self.answered + self.asked) // (2 * self.asked)
        return share if self.answered >= self.asked else min(99, share)

    @property
    def bar(self) -> str:
        """«▓▓▓▓▓▓░░»: full eighths."""
        full = BAR * self.answered // self.asked if self.asked else 0
        return "▓" * full + "░" * (BAR - full)
