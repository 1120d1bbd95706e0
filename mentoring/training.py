"""The school of mentors: what a mentor goes through before a pair, with whom and when; materials to read.

Which steps there are is the programme's (`Programme.training`), in its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Result(StrEnum):
    """How a step ended. ABSENT: asked to a session and did not come."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of one mentor. `result` None: asked to the session, nothing recorded yet.

    `held_on` is a day in the organisation's zone.
    """

    id: int
    membership_id: int
    step: str
    session_id: int | None = None
    result: Result | None = None
    held_on: date | None = None
    note: str | None = None
    recorded_by: int | None = None
    recorded_at: datetime | None = None


class SessionState(StrEnum):
    """DRAFT: nobody was asked to come yet; HELD: who came is recorded."""

    DRAFT = "draft"
    INVITED = "invited"
    HELD = "held"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Session:
    """A lesson, an interview or a safety briefing for several mentors. Times are aware UTC."""

    id: int
    organisation_id: int
    step: str
    title: str
    starts_at: datetime
    place: str | None
    state: SessionState
    created_by: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in Telegram's store."""

    file_id: str
    name: str
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """Something to read: a link, or a file."""

    id: int
    organisation_id: int
    title: str
    link: str | None
    file: Attachment | None
    added_by: int
    added_at: datetime
    archived: bool = False


def standing(steps: Iterable[Step], wanted: str) -> Step | None:
    """What counts of a step: when it was last passed, else the last thing recorded, else what lies ahead."""
    mine = [one for one in steps if one.step == wanted]
    passed = [one for one in mine if one.result is Result.PASSED]
    recorded = [one for one in mine if one.result is not None]
    known = passed or recorded or mine
    return max(known, key=lambda one: (one.held_on or date.min, one.id), default=None)


def missing(steps: Iterable[Step], needed: Sequence[str]) -> tuple[str, ...]:
    """The needed steps that were not passed, in the programme's order."""
    passed = {one.step for one in steps if one.result is Result.PASSED}
    return tuple(step for step in needed if step not in passed)


def flipped(state: SessionState, result: Result | None) -> Result | None:
    """What a press on a name among those who came makes of it: absent, or back to what the state has for who came."""
    if result is Result.ABSENT:
        return Result.PASSED if state is SessionState.HELD else None
    return Result.ABSENT
