"""Mentorships as rows, and what falls due about them: exits, interim questionnaires, answers that are awaited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, extract, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import MeetingKind, MeetingState
from mentoring.mentorships import EarlyEnd, Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.reminders import Recipient, ReminderKind, Waiting
from mentoring.roles import Role
from storage.tables import meetings, mentorships, organisations, people, responses
from surveys.record import UNFINISHED, RecordState

SUBJECT = "mentorship"
"""What the responses of a mentorship's questionnaires are about."""
_ACTIVE = mentorships.c.state == MentorshipState.ACTIVE.value
_ABOUT = (responses.c.subject == SUBJECT) & (responses.c.kind == "survey")
_UNFINISHED = responses.c.state.in_([state.value for state in UNFINISHED])
_ZONE = func.coalesce(people.c.zone, organisations.c.zone).label("zone")
_UNIX_EPOCH = 2440587.5
"""1 January 1970 as a Julian day."""
_HELD = exists().where(meetings.c.mentorship_id == mentorships.c.id, meetings.c.state == MeetingState.HELD.value)
_FINAL_HELD = _HELD.where(meetings.c.kind == MeetingKind.FINAL.value)


@dataclass(frozen=True, slots=True)
class Ending:
    """An active mentorship whose exit questionnaires are not asked; `zone` is its organisation's."""

    mentorship_id: int
    ends: date
    zone: str
    final_held: bool


@dataclass(frozen=True, slots=True)
class Middle:
    """An active mentorship whose interim questionnaire is not asked; `zone` is its organisation's."""

    mentorship_id: int
    activated_at: datetime
    ends: date
    zone: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A questionnaire about a mentorship that was put to one person."""

    mentorship_id: int
    response_id: int
    person_id: int
    definition: str
    state: RecordState


def order(number: str | None, day: date | None) -> Order | None:
    """An order, if its columns hold one."""
    return Order(number, day) if number is not None and day is not None else None


def party(row: Row[Any]) -> Party:
    """The value of a row of `parties`."""
    return Party(row.person_id, Side(row.side), row.agreed, row.answered_at)


def mentorship(row: Row[Any], its_parties: tuple[Party, ...]) -> Mentorship:
    """The value of a row of `mentorships` with its parties."""
    return Mentorship(
        id=row.id,
        organisation_id=row.organisation_id,
        form=Form(row.form),
        role_model=row.role_model,
        kind=row.kind,
        starts=row.starts,
        ends=row.ends,
        state=MentorshipState(row.state),
        parties=its_parties,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        order=order(row.order_number, row.order_date),
        activated_at=row.activated_at,
        exit_asked_at=row.exit_asked_at,
        ended_at=row.ended_at,
        end_reason=EarlyEnd(row.end_reason) if row.end_reason else None,
        end_comment=row.end_comment,
        end_order=order(row.end_order_number, row.end_order_date),
        continues_id=row.continues_id,
    )


class MentorshipDues:
    """The part of the mentorships' store that the tick reads, and the questionnaires about mentorships."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # --- questionnaires -----------------------------------------------------------------------------------------------

    async def askings(self, ids: Iterable[int]) -> tuple[Asking, ...]:
        """Every questionnaire that was asked about these mentorships, in the order of asking; withdrawn ones not."""
        found = await self._connection.execute(
            select(
                responses.c.subject_id,
                responses.c.id,
                responses.c.person_id,
                responses.c.definition,
                responses.c.state,
            )
            .where(
                _ABOUT,
                responses.c.subject_id.in_(set(ids)),
                responses.c.person_id.is_not(None),
                responses.c.state != RecordState.CANCELLED.value,
            )
            .order_by(responses.c.id)
        )
        return tuple(
            Asking(row.subject_id, row.id, row.person_id, row.definition, RecordState(row.state)) for row in found
        )

    async def close_at(self, response_id: int, due_at: datetime) -> None:
        """From `due_at` on, the questionnaire stands as unanswered."""
        await self._connection.execute(update(responses).where(responses.c.id == response_id).values(due_at=due_at))

    # --- the course of a mentorship -----------------------------------------------------------------------------------

    async def ended_by_meeting(self, limit: int, single: Collection[str] = ()) -> tuple[Ending, ...]:
        """Those whose final meeting was held; of a kind in `single`, which has one meeting, any."""
        over = _FINAL_HELD | (mentorships.c.kind.in_(sorted(single)) & _HELD) if single else _FINAL_HELD
        return await self._endings(_endings().where(over).limit(limit), final_held=True)

    async def next_endings(self, limit: int) -> tuple[Ending, ...]:
        """Those whose last day comes first, past ones included."""
        return await self._endings(_endings().order_by(mentorships.c.ends, mentorships.c.id).limit(limit))

    async def _endings(self, query: Select[Any], *, final_held: bool = False) -> tuple[Ending, ...]:
        return tuple(Ending(row.id, row.ends, row.zone, final_held) for row in await self._connection.execute(query))

    async def next_middles(
        self, interims: frozenset[str], shortest: int, limit: int, *, without: Collection[str] = ()
    ) -> tuple[Middle, ...]:
        """Those asked none of the questionnaires `interims`, at least `shortest` days long, middle ones first.

        `without`: kinds that are not asked halfway.
        """
        begun, ended = self._days(mentorships.c.activated_at), self._days(mentorships.c.ends)
        known = responses.c.definition.in_(sorted(interims))
        asked = exists().where(_ABOUT, responses.c.subject_id == mentorships.c.id, known)
        query = (
            _courses()
            .add_columns(mentorships.c.activated_at)
            .where(~asked, mentorships.c.exit_asked_at.is_(None), ended - begun >= literal(float(shortest)))
            .order_by(begun + ended, mentorships.c.id)
            .limit(limit)
        )
        if without:
            query = query.where(mentorships.c.kind.not_in(sorted(without)))
        return tuple(
            Middle(row.id, row.activated_at, row.ends, row.zone) for row in await self._connection.execute(query)
        )

    def _days(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """A date or time as days since 1970."""
        if self._connection.dialect.name == "sqlite":
            return func.julianday(column) - _UNIX_EPOCH
        return extract("epoch", column) / 86400.0


def _courses() -> Select[Any]:
    return (
        select(mentorships.c.id, mentorships.c.ends, organisations.c.zone)
        .join(organisations, organisations.c.id == mentorships.c.organisation_id)
        .where(_ACTIVE)
    )


def _endings() -> Select[Any]:
    return _courses().where(mentorships.c.exit_asked_at.is_(None))


def _waiting(kind: ReminderKind, row: Any) -> Waiting:
    return Waiting(kind, row.id, Recipient(row.person_id, row.zone, Role(row.side)), row.asked_at)
