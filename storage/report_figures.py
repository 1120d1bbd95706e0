"""What reports count of a year: who was at work, answers at the exit, and what meetings were about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import MeetingState
from mentoring.mentorships import Form, MentorshipState, Side
from mentoring.periods import Period
from storage.tables import answers, meetings, mentorships, parties, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of how many answers how many are «yes»."""

    yes: int
    answers: int


@dataclass(frozen=True, slots=True)
class AtWork:
    """Mentorships by form and state, and different people by side."""

    mentorships: Mapping[tuple[Form, MentorshipState], int]
    people: Mapping[Side, int]


class ReportFigures:
    """Reads, never changes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def at_work(self, organisations: Collection[int], period: Period) -> AtWork:
        """Of mentorships of these organisations that were active at some moment of the period."""
        which = and_(
            mentorships.c.organisation_id.in_(organisations),
            mentorships.c.activated_at < period.ends,
            mentorships.c.ended_at.is_(None) | (mentorships.c.ended_at >= period.starts),
        )
        counted = await self._connection.execute(
            select(mentorships.c.form, mentorships.c.state, func.count().label("many"))
            .where(which)
            .group_by(mentorships.c.form, mentorships.c.state)
        )
        sides = await self._connection.execute(
            select(parties.c.side, func.count(distinct(parties.c.person_id)).label("many"))
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(which)
            .group_by(parties.c.side)
        )
        return AtWork(
            {(Form(row.form), MentorshipState(row.state)): row.many for row in counted},
            {Side(row.side): row.many for row in sides},
        )

    async def said_yes(
        self, organisation_id: int, period: Period, definitions: Collection[str], questions: Collection[str]
    ) -> dict[str, Chosen]:
        """By question: answers on the path of these questionnaires, finished in the period; unanswered ones are out."""
        if not questions:
            return {}
        found = await self._connection.execute(
            select(answers.c.question, answers.c.value)
            .join(responses, responses.c.id == answers.c.response_id)
            .where(
                responses.c.organisation_id == organisation_id,
                responses.c.state == RecordState.FINISHED.value,
                responses.c.definition.in_(sorted(definitions)),
                responses.c.finished_at >= period.starts,
                responses.c.finished_at < period.ends,
                answers.c.question.in_(sorted(questions)),
                answers.c.on_path,
            )
        )
        counted: dict[str, Chosen] = {}
        for row in found:
            known = counted.get(row.question, Chosen(0, 0))
            counted[row.question] = Chosen(known.yes + (row.value == "yes"), known.answers + 1)
        return counted

    async def topics(self, organisation_id: int, period: Period) -> dict[int, frozenset[str]]:
        """By mentorship: what its meetings that were held in the period were about."""
        found = await self._connection.execute(
            select(meetings.c.mentorship_id, meetings.c.topics)
            .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
            .where(
                mentorships.c.organisation_id == organisation_id,
                meetings.c.state == MeetingState.HELD.value,
                meetings.c.starts_at >= period.starts,
                meetings.c.starts_at < period.ends,
            )
        )
        about: dict[int, frozenset[str]] = {}
        for row in found:
            about[row.mentorship_id] = about.get(row.mentorship_id, frozenset()) | frozenset(row.topics)
        return about
