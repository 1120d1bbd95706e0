"""Meetings, proposals of another time, and the feedback that is awaited about meetings.

Whatever changes a meeting is conditional on the state it was read in: of two people at once one wins.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, insert, select, update

from mentoring.meetings import Meeting, MeetingFormat, MeetingState, TimeProposal
from mentoring.mentorships import MentorshipState, Side
from storage.meeting_dues import ALL, OF_ACTIVE, PLANNED, MeetingDues, meeting
from storage.tables import meetings, mentorships, parties, time_proposals

_ONE = ALL.where(meetings.c.id == bindparam("meeting"))


def _columns(of: Meeting) -> dict[str, Any]:
    """What `meetings` stores of a meeting, but its id."""
    return {
        "mentorship_id": of.mentorship_id,
        "kind": of.kind.value,
        "starts_at": of.starts_at,
        "place": of.place,
        "state": of.state.value,
        "planned_by": of.planned_by,
        "planned_at": of.planned_at,
        "sequence": of.sequence,
        "moves": of.moves,
        "unplanned": of.unplanned,
        "minutes": of.minutes,
        "not_held_reason": of.not_held_reason.value if of.not_held_reason else None,
        "topics": list(of.topics),
        "outcome": of.outcome,
        "logged_by": of.logged_by,
        "logged_at": of.logged_at,
        "format": of.format.value,
        "link": of.link,
        "series_id": of.series_id,
    }


def _proposal(row: Row[Any]) -> TimeProposal:
    return TimeProposal(
        id=row.id,
        meeting_id=row.meeting_id,
        proposed_by=row.proposed_by,
        starts_at=row.starts_at,
        comment=row.comment,
        proposed_at=row.proposed_at,
        accepted=row.accepted,
        place=row.place,
        link=row.link,
    )


def _is_party(persons: Collection[int]) -> ColumnElement[bool]:
    """Meetings of mentorships in which one of `persons` stands on either side."""
    return meetings.c.mentorship_id.in_(select(parties.c.mentorship_id).where(parties.c.person_id.in_(set(persons))))


class Meetings(MeetingDues):
    """Meetings by id, by mentorship, by person, and by what falls due about them."""

    # --- one meeting --------------------------------------------------------------------------------------------------

    async def add(self, new: Meeting) -> int:
        """Stores a new meeting (its id does not matter) and gives its id."""
        statement = insert(meetings).values(**_columns(new)).returning(meetings.c.id)
        found: int = (await self._connection.execute(statement)).scalar_one()
        return found

    async def get(self, meeting_id: int) -> Meeting | None:
        row = (await self._connection.execute(_ONE, {"meeting": meeting_id})).one_or_none()
        return meeting(row) if row else None

    async def hold(self, meeting_id: int) -> Meeting | None:
        """The same, and until the end of the transaction nobody else changes it."""
        row = (await self._connection.execute(ALL.where(meetings.c.id == meeting_id).with_for_update())).one_or_none()
        return meeting(row) if row else None

    async def change(self, before: Meeting, after: Meeting) -> bool:
        """Moves, cancels or logs a meeting that is planned and as it was read; False if somebody was quicker."""
        changed = await self._connection.execute(
            update(meetings)
            .where(meetings.c.id == before.id, PLANNED, meetings.c.sequence == before.sequence)
            .values(**_columns(after))
        )
        return changed.rowcount == 1

    async def cancel_planned(self, mentorship_id: int, *, by: int | None = None) -> tuple[int, ...]:
        """Cancels what a mentorship that ends has still ahead, and gives the ids.

        A meeting whose time has passed without a word stays as it is: nobody knows that it was not held.
        """
        found = await self._connection.execute(
            update(meetings)
            .where(meetings.c.mentorship_id == mentorship_id, PLANNED, meetings.c.starts_at > self._now)
            .values(
                state=MeetingState.CANCELLED.value,
                sequence=meetings.c.sequence + 1,
                logged_by=by,
                logged_at=self._now,
            )
            .returning(meetings.c.id)
        )
        cancelled = tuple(sorted(found.scalars()))
        for meeting_id in cancelled:
            await self.close_proposals(meeting_id)
        return cancelled

    # --- lists --------------------------------------------------------------------------------------------------------

    async def of_mentorship(self, mentorship_id: int, *states: MeetingState) -> tuple[Meeting, ...]:
        """All of a mentorship's, or those in one of `states`, by time."""
        query = ALL.where(meetings.c.mentorship_id == mentorship_id)
        if states:
            query = query.where(meetings.c.state.in_([state.value for state in states]))
        return await self.several(query.order_by(meetings.c.starts_at, meetings.c.id))

    async def of_people(
        self, persons: Collection[int], *, offset: int = 0, limit: int = 8
    ) -> tuple[tuple[Meeting, ...], int]:
        """One page of the planned meetings in which one of `persons` takes part, by time, and how many there are."""
        matching = OF_ACTIVE.where(_is_party(persons))
        total = await self._connection.scalar(select(func.count()).select_from(matching.subquery()))
        page = matching.order_by(meetings.c.starts_at, meetings.c.id).offset(offset).limit(limit)
        return await self.several(page), total or 0

    async def places(
        self, organisation_id: int, first: datetime, last: datetime, *, besides: int
    ) -> tuple[tuple[str, datetime], ...]:
        """Where planned meetings of an organisation that begin between the two moments are, in person, and when.

        `besides`: the mentorship whose own meetings do not count.
        """
        found = await self._connection.execute(
            select(meetings.c.place, meetings.c.starts_at)
            .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
            .where(
                PLANNED,
                mentorships.c.organisation_id == organisation_id,
                mentorships.c.state == MentorshipState.ACTIVE.value,
                mentorships.c.id != besides,
                meetings.c.starts_at > first,
                meetings.c.starts_at < last,
                meetings.c.format == MeetingFormat.IN_PERSON.value,
                meetings.c.place.is_not(None),
            )
        )
        return tuple((row.place, row.starts_at) for row in found)

    async def busy(
        self, persons: Collection[int], first: datetime, last: datetime, *, except_ids: Collection[int] = ()
    ) -> tuple[tuple[int, datetime], ...]:
        """Who of `persons` has a planned meeting that begins between the two moments, and when; by time.

        In whatever mentorship it is; `except_ids`: meetings that do not count.
        """
        found = await self._connection.execute(
            select(parties.c.person_id, meetings.c.starts_at)
            .select_from(meetings)
            .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
            .join(parties, parties.c.mentorship_id == meetings.c.mentorship_id)
            .where(
                PLANNED,
                mentorships.c.state == MentorshipState.ACTIVE.value,
                parties.c.person_id.in_(set(persons)),
                meetings.c.starts_at > first,
                meetings.c.starts_at < last,
                meetings.c.id.not_in(set(except_ids)),
            )
            .order_by(meetings.c.starts_at, parties.c.id)
        )
        return tuple((row.person_id, row.starts_at) for row in found)

    async def of_series(self, series_id: int, first: datetime) -> tuple[Meeting, ...]:
        """The planned meetings of a series that begin at `first` or later, by time; they are held, too."""
        return await self.several(
            ALL.where(PLANNED, meetings.c.series_id == series_id, meetings.c.starts_at >= first)
            .order_by(meetings.c.starts_at, meetings.c.id)
            .with_for_update()
        )

    async def to_log(self, person_id: int, begun_before: datetime, limit: int = 6) -> tuple[Meeting, ...]:
        """Planned meetings of a mentor that have begun, so that they may be logged; who waits longest comes first."""
        mentored = select(parties.c.mentorship_id).where(
            parties.c.person_id == person_id, parties.c.side == Side.MENTOR.value
        )
        return await self.several(
            OF_ACTIVE.where(meetings.c.mentorship_id.in_(mentored), meetings.c.starts_at <= begun_before)
            .order_by(meetings.c.starts_at, meetings.c.id)
            .limit(limit)
        )

    # --- another time -------------------------------------------------------------------------------------------------

    async def propose(self, new: TimeProposal) -> int:
        """Stores a proposal and gives its id; an open one of the same person is replaced by it."""
        await self._connection.execute(
            update(time_proposals)
            .where(
                time_proposals.c.meeting_id == new.meeting_id,
                time_proposals.c.proposed_by == new.proposed_by,
                time_proposals.c.accepted.is_(None),
            )
            .values(accepted=False)
        )
        statement = insert(time_proposals).values(
            meeting_id=new.meeting_id,
            proposed_by=new.proposed_by,
            starts_at=new.starts_at,
            comment=new.comment,
            proposed_at=new.proposed_at,
            accepted=new.accepted,
            place=new.place,
            link=new.link,
        )
        found: int = (await self._connection.execute(statement.returning(time_proposals.c.id))).scalar_one()
        return found

    async def proposal(self, proposal_id: int) -> TimeProposal | None:
        found = await self._connection.execute(select(time_proposals).where(time_proposals.c.id == proposal_id))
        row = found.one_or_none()
        return _proposal(row) if row else None

    async def open_proposals(self, meeting_id: int) -> tuple[TimeProposal, ...]:
        """Those that nobody has answered, the oldest first."""
        found = await self._connection.execute(
            select(time_proposals)
            .where(time_proposals.c.meeting_id == meeting_id, time_proposals.c.accepted.is_(None))
            .order_by(time_proposals.c.id)
        )
        return tuple(_proposal(row) for row in found)

    async def answer_proposal(self, proposal_id: int, accepted: bool) -> bool:
        """Whether this answer was the one that counted."""
        changed = await self._connection.execute(
            update(time_proposals)
            .where(time_proposals.c.id == proposal_id, time_proposals.c.accepted.is_(None))
            .values(accepted=accepted)
        )
        return changed.rowcount == 1

    async def close_proposals(self, meeting_id: int) -> None:
        """The meeting was moved, cancelled or logged: what was proposed for it has lost its sense."""
        await self._connection.execute(
            update(time_proposals)
            .where(time_proposals.c.meeting_id == meeting_id, time_proposals.c.accepted.is_(None))
            .values(accepted=False)
        )
