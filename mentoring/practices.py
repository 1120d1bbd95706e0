"""The bank of best practices: submitted by an author, returned or published by a reviewer, withdrawn by either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.errors import Stale
from mentoring.mentorships import Form
from mentoring.tasks import Attachment


class PracticeState(StrEnum):
    """Submitted → published, or returned and submitted anew; what was withdrawn may be submitted anew, too."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


MENDABLE = frozenset({PracticeState.RETURNED, PracticeState.WITHDRAWN})
"""Its author may correct it and submit it anew."""


@dataclass(frozen=True, slots=True)
class Story:
    """What an author tells. `form` None: of no one form of mentoring; `link` begins with https:// or http://."""

    title: str
    problem: str
    description: str
    outcome: str
    form: Form | None = None
    link: str | None = None
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice of an organisation. Times are UTC; `author_id` None: the author's data were erased.

    `comment`: what the reviewer said when returning it.
    """

    id: int
    organisation_id: int
    author_id: int | None
    story: Story
    state: PracticeState
    submitted_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None
    comment: str | None = None


def published(one: Practice, by: int | None, now: datetime) -> Practice:
    """Everybody may read it. Raises Stale unless it waits for a decision."""
    return _decided(one, PracticeState.PUBLISHED, None, by, now)


def returned(one: Practice, comment: str, by: int | None, now: datetime) -> Practice:
    """Its author is to correct it. Raises Stale unless it waits for a decision."""
    return _decided(one, PracticeState.RETURNED, comment, by, now)


def withdrawn(one: Practice, by: int | None, now: datetime) -> Practice:
    """It is read by nobody but its author any more. Raises Stale if it was withdrawn before."""
    if one.state is PracticeState.WITHDRAWN:
        raise Stale("practice-refusal-changed")
    return replace(one, state=PracticeState.WITHDRAWN, decided_by=by, decided_at=now)


def submitted_anew(one: Practice, story: Story, now: datetime) -> Practice:
    """Corrected by its author; the comment stays, so that the reviewer sees what was asked for. Raises Stale."""
    if one.state not in MENDABLE:
        raise Stale("practice-refusal-changed")
    return replace(one, story=story, state=PracticeState.SUBMITTED, submitted_at=now)


def tell_of(listed: Iterable[Practice], words: str) -> tuple[Practice, ...]:
    """Those that have every one of these words, or beginnings of words, in any of their texts."""
    wanted = words.casefold().replace("ё", "е").split()
    return tuple(one for one in listed if all(word in _text(one.story) for word in wanted))


def _text(story: Story) -> str:
    told = " ".join((story.title, story.problem, story.description, story.outcome))
    return told.casefold().replace("ё", "е")


def _decided(one: Practice, state: PracticeState, comment: str | None, by: int | None, now: datetime) -> Practice:
    if one.state is not PracticeState.SUBMITTED:
        raise Stale("practice-refusal-changed")
    return replace(one, state=state, comment=comment, decided_by=by, decided_at=now)
