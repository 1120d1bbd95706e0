"""Calls for help as rows: asked, taken by whoever comes first, answered; and the experts of a base."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.help import WAITING, Addressee, Expert, HelpRequest, HelpState
from mentoring.meetings import MeetingState
from mentoring.people import MembershipState
from mentoring.roles import Role
from storage.tables import help_requests, meetings, memberships, organisations

_ALL = select(help_requests)


@dataclass(frozen=True, slots=True)
class Late:
    """A question without an answer, and the zone of its organisation."""

    request: HelpRequest
    zone: str


def request(row: Row[Any]) -> HelpRequest:
    """The value of a row of `help_requests`."""
    return HelpRequest(
        id=row.id,
        organisation_id=row.organisation_id,
        mentorship_id=row.mentorship_id,
        asked_by=row.asked_by,
        area=row.area,
        question=row.question,
        addressee=Addressee(row.addressee),
        state=HelpState(row.state),
        asked_at=row.asked_at,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
        answer=row.answer,
        answered_at=row.answered_at,
        helped=row.helped,
        closed_at=row.closed_at,
    )


class HelpRequests:
    """Questions and answers are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self,
        organisation_id: int,
        mentorship_id: int,
        asked_by: int,
        question: str,
        addressee: Addressee,
        area: str | None,
    ) -> HelpRequest:
        statement = insert(help_requests).values(
            organisation_id=organisation_id,
            mentorship_id=mentorship_id,
            asked_by=asked_by,
            question=question,
            addressee=addressee.value,
            area=area,
            state=HelpState.OPEN.value,
            asked_at=self._now,
        )
        made = int((await self._connection.execute(statement.returning(help_requests.c.id))).scalar_one())
        return (await self._several(_ALL.where(help_requests.c.id == made)))[0]

    async def get(self, request_id: int) -> HelpRequest | None:
        found = await self._several(_ALL.where(help_requests.c.id == request_id))
        return found[0] if found else None

    # --- steps: each says whether it was the one that counted ---------------------------------------------------------

    async def take(self, request_id: int, by: int) -> bool:
        """Of several who press at once, one answers."""
        return await self._move(
            request_id,
            help_requests.c.state == HelpState.OPEN.value,
            state=HelpState.TAKEN,
            taken_by=by,
            taken_at=self._now,
        )

    async def release(self, request_id: int, by: int) -> bool:
        """Whoever took it gives it back."""
        mine = (help_requests.c.state == HelpState.TAKEN.value) & (help_requests.c.taken_by == by)
        return await self._move(request_id, mine, state=HelpState.OPEN, taken_by=None, taken_at=None)

    async def hand_to_experts(self, request_id: int) -> bool:
        """What was put to the mentor goes to the experts; nobody has taken it then."""
        to_mentor = _waiting() & (help_requests.c.addressee == Addressee.MENTOR.value)
        return await self._move(
            request_id,
            to_mentor,
            state=HelpState.OPEN,
            addressee=Addressee.EXPERT.value,
            taken_by=None,
            taken_at=None,
        )

    async def answer(self, request_id: int, by: int, words: str) -> bool:
        """Answered by whoever took it, or where nobody has."""
        free = _waiting() & (help_requests.c.taken_by.is_(None) | (help_requests.c.taken_by == by))
        return await self._move(
            request_id, free, state=HelpState.ANSWERED, taken_by=by, answer=words, answered_at=self._now
        )

    async def close(self, request_id: int, *, helped: bool) -> bool:
        """The asker has said whether it helped."""
        answered = help_requests.c.state == HelpState.ANSWERED.value
        return await self._move(request_id, answered, state=HelpState.CLOSED, helped=helped, closed_at=self._now)

    async def withdraw(self, request_id: int) -> bool:
        """The asker needs no answer any more."""
        return await self._move(request_id, _waiting(), state=HelpState.WITHDRAWN, closed_at=self._now)

    async def met(self) -> int:
        """Questions whose mentor took them to a meeting and has planned one since: answered by that; how many."""
        planned = exists().where(
            meetings.c.mentorship_id == help_requests.c.mentorship_id,
            meetings.c.planned_at >= help_requests.c.taken_at,
            meetings.c.state != MeetingState.CANCELLED.value,
        )
        changed = await self._connection.execute(
            update(help_requests)
            .where(
                help_requests.c.state == HelpState.TAKEN.value,
                help_requests.c.addressee == Addressee.MENTOR.value,
                planned,
            )
            .values(state=HelpState.ANSWERED.value, answered_at=self._now)
        )
        return changed.rowcount

    # --- lists --------------------------------------------------------------------------------------------------------

    async def page(
        self, organisations_: Collection[int], *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[HelpRequest, ...], int]:
        """What an organisation's curator follows: what waits, the oldest first, then what did not help."""
        which = help_requests.c.organisation_id.in_(set(organisations_)) & (
            _waiting() | (help_requests.c.helped.is_(False))
        )
        return await self._page(which, offset, limit)

    async def of_person(
        self,
        person_id: int,
        mentorship_ids: Collection[int],
        expert_in: Collection[int],
        *,
        offset: int = 0,
        limit: int = 8,
    ) -> tuple[tuple[HelpRequest, ...], int]:
        """Somebody's own questions, and what waits for them: as a mentor of these mentorships, as an expert there."""
        addressee, taken_by = help_requests.c.addressee, help_requests.c.taken_by
        to_mentor = help_requests.c.mentorship_id.in_(set(mentorship_ids)) & (addressee == Addressee.MENTOR.value)
        to_expert = help_requests.c.organisation_id.in_(set(expert_in)) & (addressee == Addressee.EXPERT.value)
        free = taken_by.is_(None) | (taken_by == person_id)
        which = (help_requests.c.asked_by == person_id) | (_waiting() & free & (to_mentor | to_expert))
        return await self._page(which, offset, limit)

    async def waiting(self, asked_after: datetime, limit: int) -> tuple[Late, ...]:
        """Questions asked after that moment that nobody has answered, the oldest first."""
        found = await self._connection.execute(
            select(help_requests, organisations.c.zone)
            .join(organisations, organisations.c.id == help_requests.c.organisation_id)
            .where(_waiting(), help_requests.c.asked_at > asked_after)
            .order_by(help_requests.c.asked_at, help_requests.c.id)
            .limit(limit)
        )
        return tuple(Late(request(row), row.zone) for row in found)

    async def experts(self, organisation_id: int, today: date) -> tuple[Expert, ...]:
        """Mentors of the base who are experts and not on a pause on this day."""
        paused = (memberships.c.paused_from <= today) & (
            memberships.c.paused_until.is_(None) | (memberships.c.paused_until > today)
        )
        found = await self._connection.execute(
            select(memberships.c.person_id, memberships.c.areas)
            .where(
                memberships.c.organisation_id == organisation_id,
                memberships.c.role == Role.MENTOR.value,
                memberships.c.state == MembershipState.APPROVED.value,
                memberships.c.expert,
                or_(memberships.c.paused_from.is_(None), ~paused),
            )
            .order_by(memberships.c.id)
        )
        return tuple(Expert(row.person_id, tuple(row.areas)) for row in found)

    async def _page(self, which: ColumnElement[bool], offset: int, limit: int) -> tuple[tuple[HelpRequest, ...], int]:
        total = await self._connection.scalar(select(func.count()).select_from(help_requests).where(which))
        waits_first = case((_waiting(), 0), else_=1)
        recent = case((_waiting(), help_requests.c.id), else_=-help_requests.c.id)
        query = _ALL.where(which).order_by(waits_first, recent).offset(offset).limit(limit)
        return await self._several(query), total or 0

    async def _move(self, request_id: int, only: ColumnElement[bool], *, state: HelpState, **values: Any) -> bool:
        changed = await self._connection.execute(
            update(help_requests).where(help_requests.c.id == request_id, only).values(state=state.value, **values)
        )
        return changed.rowcount == 1

    async def _several(self, query: Select[Any]) -> tuple[HelpRequest, ...]:
        return tuple(request(row) for row in await self._connection.execute(query))


def _waiting() -> ColumnElement[bool]:
    return help_requests.c.state.in_([state.value for state in WAITING])
