"""«Быстрые встречи»: mentors and mentees talk by turns for some minutes, then each says with whom they would work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.mentorships import Side

GLADLY, COULD, RATHER_NOT = 2, 1, -1
WISH_VALUES = (GLADLY, COULD, RATHER_NOT)
"""What somebody may say about a person they talked to."""


class SpeedState(StrEnum):
    """Draft → invited → held; called off before that."""

    DRAFT = "draft"
    INVITED = "invited"
    HELD = "held"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class SpeedEvent:
    """One event of an organisation. `starts_at` is UTC; a talk takes `talk_minutes`."""

    id: int
    organisation_id: int
    title: str
    starts_at: datetime
    place: str | None
    talk_minutes: int
    state: SpeedState
    created_by: int
    created_at: datetime

    def round_at(self, number: int) -> datetime:
        """When a round (from 0) begins."""
        return self.starts_at + timedelta(minutes=number * self.talk_minutes)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at an event. `turn` is the place in the rotation; `came` None until it was held."""

    person_id: int
    side: Side
    turn: int
    came: bool | None = None

    @property
    def present(self) -> bool:
        """Who was not marked as missing is taken to have come."""
        return self.came is not False


@dataclass(frozen=True, slots=True)
class Talk:
    """Two who talk in a round; on a break the other is None."""

    mentor_id: int | None
    mentee_id: int | None


@dataclass(frozen=True, slots=True)
class Wish:
    """How gladly somebody would work with another: GLADLY, COULD, RATHER_NOT."""

    person_id: int
    about_id: int
    wish: int


def rotation(mentors: Sequence[int], mentees: Sequence[int]) -> tuple[tuple[Talk, ...], ...]:
    """The rounds: in as few as possible everybody of one side talks to everybody of the other, each pair once.

    The smaller side stays, the larger one moves on by a seat each round; its surplus has a break. Nobody has two talks
    in a round. No rounds while a side is empty.
    """
    if not mentors or not mentees:
        return ()
    size = max(len(mentors), len(mentees))
    return tuple(tuple(_round(mentors, mentees, size, number)) for number in range(size))


def _round(mentors: Sequence[int], mentees: Sequence[int], size: int, number: int) -> list[Talk]:
    talks = []
    for seat in range(size):
        other = (seat + number) % size
        mentor = mentors[seat] if seat < len(mentors) else None
        mentee = mentees[other] if other < len(mentees) else None
        talks.append(Talk(mentor, mentee))
    return talks


def seats(event_seats: Sequence[Seat], side: Side) -> tuple[int, ...]:
    """Ids of a side in order of their turns."""
    return tuple(
        one.person_id for one in sorted(event_seats, key=lambda one: (one.turn, one.person_id)) if one.side is side
    )


def plan(event_seats: Sequence[Seat]) -> tuple[tuple[Talk, ...], ...]:
    """The rounds of an event."""
    return rotation(seats(event_seats, Side.MENTOR), seats(event_seats, Side.MENTEE))


def ends_at(event: SpeedEvent, event_seats: Sequence[Seat]) -> datetime:
    """When its last talk is over."""
    return event.round_at(len(plan(event_seats)))


def own_plan(event_seats: Sequence[Seat], seat: Seat) -> tuple[tuple[int, int | None], ...]:
    """Of one person: round (from 0) and with whom, None for a break."""
    found = []
    for number, talks in enumerate(plan(event_seats)):
        for talk in talks:
            own, other = talk.mentor_id, talk.mentee_id
            if seat.side is Side.MENTEE:
                own, other = other, own
            if own == seat.person_id:
                found.append((number, other))
    return tuple(found)


def met(event_seats: Sequence[Seat], seat: Seat) -> tuple[int, ...]:
    """Ids of those whom somebody talked to, in order of the rounds: nobody where one of the two did not come."""
    present = {one.person_id for one in event_seats if one.present and one.side is not seat.side}
    if not seat.present:
        return ()
    return tuple(other for _, other in own_plan(event_seats, seat) if other in present)
