"""A row of the roadmap falling due in one place: its code, how it stands on a day, and when somebody is reminded.

A place is an organisation, or the municipality (None). Days are local to the place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.errors import Stale
from mentoring.tasks import Attachment

BEFORE = (14, 3, 0)
"""So many days before the last day the executor is reminded."""
SOON = timedelta(days=BEFORE[0])
LATE_AFTER = timedelta(days=1)


class MilestoneState(StrEnum):
    """What was done about it."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class Standing(StrEnum):
    """How it stands on a day."""

    LATE = "late"
    DUE = "due"
    """Today is its last day."""
    SOON = "soon"
    """Its last day is at most two weeks off."""
    AHEAD = "ahead"
    UNDATED = "undated"
    """The document leaves the day open, and nobody has set one."""
    DONE = "done"
    NOT_NEEDED = "not_needed"
    PAST = "past"
    """It was over before the place came to the bot: nobody is asked for it."""


PRESSING = (Standing.LATE, Standing.DUE, Standing.SOON)
CLOSED = (Standing.DONE, Standing.NOT_NEEDED, Standing.PAST)
_LONGEST_ID = 18
"""Digits that every database holds in an id; a forged code may have more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about it. `due`: a day set by hand; `changed_at`: UTC; note, link and file are what proves it."""

    code: str
    organisation_id: int | None
    row: str
    state: MilestoneState
    changed_by: int
    changed_at: datetime
    due: date | None = None
    note: str | None = None
    link: str | None = None
    file: Attachment | None = None


def code_of(organisation_id: int | None, row: str, term: int, last: date | None, school_year: int) -> str:
    """The lasting name of a milestone: place (0: the municipality), row, number of the term, last day or school year.

    At most 47 characters, so that it stands in a button.
    """
    when = f"{last:%Y%m%d}" if last is not None else f"y{school_year}"
    return f"{organisation_id or 0}-{row}-{term}-{when}"


def place_of(code: str) -> int | None:
    """The organisation of a code, None for the municipality. Raises ValueError for what is no code."""
    place = code.partition("-")[0]
    if len(place) > _LONGEST_ID:
        raise ValueError(code)
    return int(place) or None


def common_of(code: str) -> str:
    """What codes of the same milestone in several places share."""
    return code.partition("-")[2]


def standing(kept: Kept | None, last: date | None, today: date, since: date) -> Standing:
    """How it stands. `last`: its last day, as planned or set by hand; `since`: the place's first day in the bot."""
    if kept is not None and kept.state is not MilestoneState.OPEN:
        return Standing.DONE if kept.state is MilestoneState.DONE else Standing.NOT_NEEDED
    if last is None:
        return Standing.UNDATED
    if last < today:
        return Standing.PAST if last < since else Standing.LATE
    if last == today:
        return Standing.DUE
    return Standing.SOON if last - today <= SOON else Standing.AHEAD


def reminders(last: date) -> tuple[date, ...]:
    """The days on which its executors hear of it: two weeks before, three days before, on the day, the day after."""
    return (*(last - timedelta(days=days) for days in BEFORE), last + LATE_AFTER)


# --- changes, each of which holds only while the milestone is as it was read ------------------------------------------


def finished(fresh: Kept, kept: Kept | None, note: str | None, link: str | None, file: Attachment | None) -> Kept:
    """Done, with what proves it. `fresh`: an empty record of now. Raises Stale if it is closed already."""
    _ensure_open(kept)
    return replace(_with_day(fresh, kept), state=MilestoneState.DONE, note=note, link=link, file=file)


def dropped(fresh: Kept, kept: Kept | None, reason: str) -> Kept:
    """Not needed here, and why. Raises Stale if it is closed already."""
    _ensure_open(kept)
    return replace(_with_day(fresh, kept), state=MilestoneState.NOT_NEEDED, note=reason)


def reopened(fresh: Kept, kept: Kept | None) -> Kept:
    """To be done again; its day stays. Raises Stale if it is open."""
    if kept is None or kept.state is MilestoneState.OPEN:
        raise Stale("roadmap-refusal-open")
    return _with_day(fresh, kept)


def dated(fresh: Kept, kept: Kept | None, day: date) -> Kept:
    """Due on a day set by hand. Raises Stale if it is closed."""
    _ensure_open(kept)
    return replace(fresh, due=day)


def _with_day(fresh: Kept, kept: Kept | None) -> Kept:
    return replace(fresh, due=kept.due if kept is not None else None)


def _ensure_open(kept: Kept | None) -> None:
    if kept is not None and kept.state is not MilestoneState.OPEN:
        raise Stale("roadmap-refusal-closed")
