"""What people did in mentorships in a span of time, counted for thanks and certificates.

A fixed number of statements, whatever the number of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, and_, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.awards import Deed, Doer
from mentoring.clock import local_date
from mentoring.events import PAST
from mentoring.meetings import MeetingState
from mentoring.mentorships import Form, MentorshipState
from mentoring.roles import Category, Role
from storage.tables import answers, attendances, events, meetings, mentorships, parties, people, practices, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose deeds are read: of an organisation (None: of all) or of one person; UTC moments, `ends` excluded.

    `feedback`: the questionnaire after meetings, its question is `mark`; `zone`: in which days are told.
    """

    organisation_id: int | None
    starts: datetime
    ends: datetime
    zone: str
    feedback: str
    person_id: int | None = None


class Deeds:
    """Reads, never changes."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection

    async def doers(self, wanted: Wanted) -> tuple[Doer, ...]:
        """Everybody who took part in mentorships that were active in the span, with what they did; by name."""
        rows = (await self._connection.execute(_parts(wanted))).all()
        whole = await self._meetings(wanted)
        absent, marks = await self._absent(wanted), await self._marks(wanted)
        sides: dict[tuple[int, int], str] = {(row.mentorship_id, row.person_id): row.side for row in rows}
        crowd: defaultdict[tuple[int, str], int] = defaultdict(int)
        for row in rows:
            crowd[row.mentorship_id, row.side] += 1
        deeds: defaultdict[int, list[Deed]] = defaultdict(list)
        for row in rows:
            if wanted.person_id not in (None, row.person_id):
                continue
            attended = {
                meeting: minutes
                for meeting, minutes in whole.get(row.mentorship_id, {}).items()
                if (meeting, row.person_id) not in absent
            }
            theirs = tuple(
                mark
                for meeting in attended
                for giver, mark in marks.get(meeting, ())
                if sides.get((row.mentorship_id, giver), row.side) != row.side
            )
            deeds[row.person_id].append(_deed(row, wanted, attended, theirs, crowd))
        return await self._people(wanted, deeds)

    async def held(self, wanted: Wanted) -> tuple[int, int]:
        """Meetings held in the span, and their minutes, each once."""
        found = await self._connection.execute(
            select(func.count().label("many"), func.sum(meetings.c.minutes).label("minutes")).where(_held(wanted))
        )
        row = found.one()
        return row.many, int(row.minutes or 0)

    async def events(self, wanted: Wanted) -> tuple[tuple[str, date], ...]:
        """Events held in the span, with their days: of the organisation, or the municipality's own; by time."""
        place = events.c.organisation_id
        here = place.is_(None) if wanted.organisation_id is None else place == wanted.organisation_id
        found = await self._connection.execute(
            select(events.c.title, events.c.starts_at)
            .where(
                here,
                events.c.state.in_(sorted(state.value for state in PAST)),
                events.c.starts_at >= wanted.starts,
                events.c.starts_at < wanted.ends,
            )
            .order_by(events.c.starts_at)
        )
        return tuple((row.title, local_date(row.starts_at, wanted.zone)) for row in found)

    async def _people(self, wanted: Wanted, deeds: Mapping[int, list[Deed]]) -> tuple[Doer, ...]:
        since: defaultdict[int, dict[Role, date]] = defaultdict(dict)
        for row in await self._connection.execute(
            select(parties.c.person_id, parties.c.side, func.min(mentorships.c.activated_at).label("first"))
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(parties.c.person_id.in_(list(deeds)), mentorships.c.activated_at.is_not(None))
            .group_by(parties.c.person_id, parties.c.side)
        ):
            since[row.person_id][Role(row.side)] = local_date(row.first, wanted.zone)
        published: dict[int, int] = {}
        for row in await self._connection.execute(
            select(practices.c.author_id, func.count().label("many"))
            .where(
                practices.c.author_id.in_(list(deeds)),
                practices.c.state == "published",
                practices.c.decided_at >= wanted.starts,
                practices.c.decided_at < wanted.ends,
            )
            .group_by(practices.c.author_id)
        ):
            published[row.author_id] = row.many
        known = await self._connection.execute(
            select(people.c.id, people.c.name, people.c.category).where(people.c.id.in_(list(deeds)))
        )
        found = (
            Doer(
                row.id,
                row.name,
                Category(row.category) if row.category else None,
                tuple(deeds[row.id]),
                since.get(row.id, {}),
                published.get(row.id, 0),
            )
            for row in known
        )
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.person_id)))

    async def _meetings(self, wanted: Wanted) -> dict[int, dict[int, int]]:
        """Minutes of held meetings, by mentorship and meeting."""
        found: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for row in await self._connection.execute(
            select(meetings.c.id, meetings.c.mentorship_id, meetings.c.minutes).where(_held(wanted))
        ):
            found[row.mentorship_id][row.id] = row.minutes or 0
        return found

    async def _absent(self, wanted: Wanted) -> set[tuple[int, int]]:
        found = await self._connection.execute(
            select(attendances.c.meeting_id, attendances.c.person_id)
            .join(meetings, meetings.c.id == attendances.c.meeting_id)
            .where(_held(wanted), attendances.c.present.is_(False))
        )
        return {(row.meeting_id, row.person_id) for row in found}

    async def _marks(self, wanted: Wanted) -> dict[int, list[tuple[int, int]]]:
        """Who gave which mark, by meeting."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in await self._connection.execute(
            select(meetings.c.id, responses.c.person_id, cast(answers.c.value, Integer).label("mark"))
            .join(responses, and_(responses.c.subject == "meeting", responses.c.subject_id == meetings.c.id))
            .join(answers, answers.c.response_id == responses.c.id)
            .where(
                _held(wanted),
                responses.c.definition == wanted.feedback,
                responses.c.state == RecordState.FINISHED.value,
                responses.c.person_id.is_not(None),
                answers.c.question == "mark",
                answers.c.value.is_not(None),
            )
        ):
            found[row.id].append((row.person_id, row.mark))
        return found


def _active(wanted: Wanted) -> ColumnElement[bool]:
    """Mentorships at work in the span that are asked about."""
    which = [
        mentorships.c.activated_at < wanted.ends,
        mentorships.c.ended_at.is_(None) | (mentorships.c.ended_at >= wanted.starts),
    ]
    if wanted.organisation_id is not None:
        which.append(mentorships.c.organisation_id == wanted.organisation_id)
    if wanted.person_id is not None:
        mine = select(parties.c.mentorship_id).where(parties.c.person_id == wanted.person_id)
        which.append(mentorships.c.id.in_(mine))
    return and_(*which)


def _parts(wanted: Wanted) -> Any:
    columns = (mentorships.c.form, mentorships.c.state, mentorships.c.activated_at, mentorships.c.ended_at)
    return (
        select(parties.c.mentorship_id, parties.c.person_id, parties.c.side, *columns)
        .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
        .where(_active(wanted), parties.c.person_id.is_not(None))
        .order_by(mentorships.c.activated_at, parties.c.id)
    )


def _held(wanted: Wanted) -> ColumnElement[bool]:
    return and_(
        meetings.c.mentorship_id.in_(select(mentorships.c.id).where(_active(wanted))),
        meetings.c.state == MeetingState.HELD.value,
        meetings.c.starts_at >= wanted.starts,
        meetings.c.starts_at < wanted.ends,
    )


def _deed(
    row: Row[Any],
    wanted: Wanted,
    attended: Mapping[int, int],
    marks: tuple[int, ...],
    crowd: Mapping[tuple[int, str], int],
) -> Deed:
    ended_in_time = row.ended_at is not None and row.ended_at < wanted.ends
    other = Role.MENTEE.value if row.side == Role.MENTOR.value else Role.MENTOR.value
    return Deed(
        row.mentorship_id,
        row.person_id,
        Role(row.side),
        Form(row.form),
        local_date(row.activated_at, wanted.zone),
        local_date(row.ended_at, wanted.zone) if row.ended_at is not None else None,
        completed=ended_in_time and row.state == MentorshipState.COMPLETED.value,
        several=crowd.get((row.mentorship_id, other), 0) > 1,
        meetings=len(attended),
        minutes=sum(attended.values()),
        marks=marks,
    )
