"""Mentorships: who with whom, in which form, and the life from proposal to the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Form(StrEnum):
    PUPIL_PUPIL = "pupil-pupil"
    STUDENT_PUPIL = "student-pupil"
    TEACHER_PUPIL = "teacher-pupil"
    EMPLOYER_PUPIL = "employer-pupil"
    TEACHER_TEACHER = "teacher-teacher"
    HEAD_TEACHER = "head-teacher"


class Side(StrEnum):
    """A party's side; the values are those of `Role`, so a questionnaire's role names either."""

    MENTOR = "mentor"
    MENTEE = "mentee"


class MentorshipState(StrEnum):
    """Proposed → agreed by everybody → (entry questionnaires, order) active → completed or ended early."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    DECLINED = "declined"


OPEN_STATES = frozenset({MentorshipState.PROPOSED, MentorshipState.AGREED, MentorshipState.ACTIVE})


class EarlyEnd(StrEnum):
    """Grounds to release a mentor before the end (Tver programme, section 2); the last three are beside it.

    GUARDIAN: the legal representative wants it ended; HANDED_OVER: another mentor goes on with the mentees.
    """

    STATEMENT = "statement"
    DUTIES = "duties"
    PETITION = "petition"
    LEFT = "left"
    OTHER = "other"
    GUARDIAN = "guardian"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Party:
    """A person's place in a mentorship; `agreed` None while they have not answered."""

    person_id: int
    side: Side
    agreed: bool | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """The organisation's order that fixes or ends a mentorship: number and date as the curator typed them."""

    number: str
    date: date


@dataclass(frozen=True, slots=True)
class Mentorship:
    """A pair (1–1), a group (1–many) or a circle (many–many). Dates are days in the organisation's zone.

    `continues_id`: the mentorship that this one goes on with after a hand-over.
    """

    id: int
    organisation_id: int
    form: Form
    role_model: str
    kind: str
    starts: date
    ends: date
    state: MentorshipState
    parties: tuple[Party, ...]
    proposed_by: int
    proposed_at: datetime
    order: Order | None = None
    activated_at: datetime | None = None
    exit_asked_at: datetime | None = None
    ended_at: datetime | None = None
    end_reason: EarlyEnd | None = None
    end_comment: str | None = None
    end_order: Order | None = None
    continues_id: int | None = None

    def on_side(self, side: Side) -> tuple[int, ...]:
        """Ids of the people on one side."""
        return tuple(p.person_id for p in self.parties if p.side == side)

    @property
    def mentors(self) -> tuple[int, ...]:
        return self.on_side(Side.MENTOR)

    @property
    def mentees(self) -> tuple[int, ...]:
        return self.on_side(Side.MENTEE)

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(p.person_id for p in self.parties)

    def side_of(self, person_id: int) -> Side | None:
        return next((p.side for p in self.parties if p.person_id == person_id), None)
