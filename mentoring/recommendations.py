"""Recommendations of the municipality to one organisation: written, read, answered, closed or returned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.errors import Stale
from mentoring.tasks import Attachment

REMINDED = (timedelta(days=3), timedelta())
"""So long before its day the organisation is reminded of what it has not answered."""


class RecommendationState(StrEnum):
    """Sent → answered → closed, or returned and answered anew; withdrawn: not needed any more."""

    SENT = "sent"
    ANSWERED = "answered"
    RETURNED = "returned"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


WAITING = frozenset({RecommendationState.SENT, RecommendationState.RETURNED})
"""The organisation has to answer."""
OPEN = WAITING | {RecommendationState.ANSWERED}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What one organisation was advised. Times are UTC, `due` is a day of the organisation's; None: no day is set.

    `indicator`: the programme's id of what it is about. `answer`, `file`: what the organisation says was done;
    `comment`: what whoever decided about the answer said.
    """

    id: int
    organisation_id: int
    title: str
    words: str
    state: RecommendationState
    written_by: int
    written_at: datetime
    indicator: str | None = None
    due: date | None = None
    read_at: datetime | None = None
    answer: str | None = None
    file: Attachment | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    comment: str | None = None

    def overdue(self, today: date) -> bool:
        """Whether its day is over without an answer."""
        return self.state in WAITING and self.due is not None and self.due < today


def answered(
    one: Recommendation, words: str | None, file: Attachment | None, by: int | None, now: datetime
) -> Recommendation:
    """The organisation has answered. Raises Stale unless it waits for that."""
    if one.state not in WAITING:
        raise Stale("recommendation-refusal-answered")
    state = RecommendationState.ANSWERED
    return replace(one, state=state, answer=words, file=file, answered_by=by, answered_at=now)


def decided(one: Recommendation, *, closed: bool, comment: str | None, by: int | None, now: datetime) -> Recommendation:
    """Closed, or returned with a comment. Raises Stale unless there is an answer to decide about."""
    if one.state is not RecommendationState.ANSWERED:
        raise Stale("recommendation-refusal-decided")
    state = RecommendationState.CLOSED if closed else RecommendationState.RETURNED
    return replace(one, state=state, comment=comment, decided_by=by, decided_at=now)


def withdrawn(one: Recommendation, by: int | None, now: datetime) -> Recommendation:
    """It is not needed any more. Raises Stale once it is over."""
    if one.state not in OPEN:
        raise Stale("recommendation-refusal-decided")
    return replace(one, state=RecommendationState.WITHDRAWN, decided_by=by, decided_at=now)


def most_urgent_first(listed: Iterable[Recommendation], today: date) -> tuple[Recommendation, ...]:
    """Overdue ones, then those with the nearest day, then those without one."""
    return tuple(sorted(listed, key=lambda one: (not one.overdue(today), one.due is None, one.due or today, one.id)))
