"""A matching as the curator works with it: whom it is for, what was proposed and why, what the council says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mentoring.matching import Rule
from mentoring.matching_score import Reason
from mentoring.matching_weights import Strengths, full
from mentoring.mentorships import Form, Side


class MatchingState(StrEnum):
    """Draft → ready (computed) → publishing → published; dropped by the curator before that."""

    DRAFT = "draft"
    READY = "ready"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    DROPPED = "dropped"


OPEN_MATCHING = frozenset({MatchingState.DRAFT, MatchingState.READY})
"""The curator may still change it."""


class Mark(StrEnum):
    """Proposed by the computation, fixed or forbidden by the curator; dropped: it could not be published."""

    PROPOSED = "proposed"
    FIXED = "fixed"
    FORBIDDEN = "forbidden"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Matching:
    """One matching of an organisation. Dates are days in its zone; `kind` is the programme's.

    `strengths`: how much the curator lets each part of the score count; `computed_with`: when it was computed.
    `round`: how often it was computed. `most`: mentees of a group at most; None: it makes pairs.
    """

    id: int
    organisation_id: int
    form: Form
    role_model: str
    kind: str
    starts: date
    ends: date
    state: MatchingState
    created_by: int
    created_at: datetime
    computed_at: datetime | None = None
    council_at: datetime | None = None
    published_at: datetime | None = None
    published_by: int | None = None
    strengths: Strengths = field(default_factory=lambda: full({}))
    computed_with: Strengths = field(default_factory=lambda: full({}))
    round: int = 0
    most: int | None = None

    @property
    def changeable(self) -> bool:
        """Whether the curator may still change it."""
        return self.state in OPEN_MATCHING

    @property
    def outdated(self) -> bool:
        """Whether the curator has changed what counts since it was computed: scores and reasons are of before."""
        return self.state is not MatchingState.DRAFT and full(self.strengths) != full(self.computed_with)

    @property
    def groups(self) -> bool:
        """Whether it makes groups: a mentor with several mentees."""
        return self.most is not None


@dataclass(frozen=True, slots=True)
class Other:
    """Another mentor who would do, with the score and why."""

    mentor_id: int
    score: int
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Thought:
    """What the computation found about one mentee.

    why: of the mentor proposed; others: the next best, best first. Of a mentee without a mentor, `fitting` is how many
    mentors would do whose places went to others, and `against` what excluded the rest, by rule. `liftable`: mentors
    whom the curator's word or a failed pair alone excludes. `refused`: why it was not published, as key and values.
    """

    why: tuple[Reason, ...] = ()
    others: tuple[Other, ...] = ()
    fitting: int = 0
    against: Mapping[Rule, int] = field(default_factory=dict)
    liftable: tuple[int, ...] = ()
    refused: tuple[str, Mapping[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a matching has for one mentee: a mentor, or none (`mentor_id` None)."""

    id: int
    matching_id: int
    mentee_id: int
    mentor_id: int | None
    mark: Mark
    score: int | None
    thought: Thought
    mentorship_id: int | None = None

    @property
    def open(self) -> bool:
        """Whether it may still be changed and published."""
        return self.mentorship_id is None and self.mark in (Mark.PROPOSED, Mark.FIXED)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group in a list: how many mentees it has, the lowest score among them, whether it was proposed to them."""

    mentor_id: int
    many: int
    worst: int
    published: bool


class Shelf(StrEnum):
    """The lists of what a matching has found."""

    PROPOSED = "proposed"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a matching is, in numbers. `worst`: the lowest score still to be published; `dropped`: could not be.

    `groups`: how many mentors those still to be published have.
    """

    proposed: int = 0
    fixed: int = 0
    alone: int = 0
    published: int = 0
    dropped: int = 0
    worst: int | None = None
    groups: int = 0

    @property
    def open(self) -> int:
        """Pairs that may be published."""
        return self.proposed + self.fixed


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who takes part in a matching, by side, in order of their ids."""

    mentees: tuple[int, ...]
    mentors: tuple[int, ...]

    def on(self, side: Side) -> tuple[int, ...]:
        return self.mentors if side is Side.MENTOR else self.mentees


@dataclass(frozen=True, slots=True)
class Comment:
    """What a member of the council says about one proposal."""

    mentee_id: int
    author_id: int
    comment: str
    written_at: datetime
