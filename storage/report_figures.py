"""What reports count of a year in one organisation: answers at the exit, and what meetings were about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.meetings import MeetingState
from mentoring.periods import Period
from storage.tables import answers, meetings, mentorships, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of how many answers how many are «yes»."""

    yes: int
    answers: int


class ReportFigures:
    """Reads, never changes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

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
