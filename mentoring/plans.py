"""Individual development plans: items, grades, agreement of both sides, versions. Days are the organisation's.

What is agreed upon is the content: tasks, due dates, planned results and fields. A change of it after the agreement
makes a new version that both sides must agree to again; grades, results and assessments change nothing of that.
Source: Tver programme, appendix «Типовые индивидуальные планы развития», with its footnotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from mentoring.mentorships import MentorshipState

EDITABLE = frozenset({MentorshipState.AGREED, MentorshipState.ACTIVE})
"""In Tver the order is given on the ground of the plan, so a plan is drawn up before the mentorship is active."""
ASSESSABLE = frozenset({MentorshipState.ACTIVE, MentorshipState.COMPLETED})


class PlanState(StrEnum):
    """Drawn up by the mentor, sent to the mentee, agreed by both."""

    DRAFT = "draft"
    SENT = "sent"
    AGREED = "agreed"


class Grade(StrEnum):
    """The actual result against the planned one (Tver programme, footnote 2 of the plans)."""

    FULL = "full"
    PARTLY = "partly"
    NOT = "not"
    EXCEEDED = "exceeded"


ACHIEVED = frozenset({Grade.FULL, Grade.EXCEEDED})


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a plan. `number` is the template's, None of a free row; `result` is what was really done."""

    id: int
    plan_id: int
    section: int
    place: int
    task: str
    number: str | None = None
    due: date | None = None
    expected: str | None = None
    grade: Grade | None = None
    result: str | None = None
    assessment: str | None = None
    graded_by: int | None = None
    graded_at: datetime | None = None
    removed_at: datetime | None = None

    @property
    def stamp(self) -> str:
        """Changes with the content: tells whoever began to edit whether somebody else was quicker."""
        return stamp(self.task, self.due, self.expected, self.removed_at)

    @property
    def outcome_stamp(self) -> str:
        """The same for grade, result and assessment."""
        return stamp(self.grade, self.result, self.assessment, self.removed_at)

    def overdue(self, today: date) -> bool:
        """Its day has passed and nobody has graded it."""
        return self.due is not None and self.due < today and self.grade is None and self.removed_at is None


@dataclass(frozen=True, slots=True)
class Plan:
    """One mentee's plan in one mentorship; `template` is an id of the programme's. Items by section and place.

    `agreed_at`: when the last agreed version was agreed, also while a newer one is being drawn up.
    `assessment`: the mentor's of the whole plan, `closed_at` when it was given.
    """

    id: int
    mentorship_id: int
    person_id: int
    template: str
    created_by: int
    created_at: datetime
    changed_at: datetime
    state: PlanState = PlanState.DRAFT
    version: int = 1
    fields: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    assessment: str | None = None
    agreed_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def kept(self) -> tuple[Item, ...]:
        """The items that count."""
        return tuple(item for item in self.items if item.removed_at is None)

    @property
    def removed(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.removed_at is not None)

    def section(self, number: int) -> tuple[Item, ...]:
        """The items of a section in their order."""
        return tuple(item for item in self.kept if item.section == number)

    def item(self, item_id: int) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)

    def number_of(self, item: Item) -> str:
        """«2.3»: section and place among the items that count, as the document numbers them."""
        kept = self.section(item.section)
        return f"{item.section}.{kept.index(item) + 1}" if item in kept else f"{item.section}.…"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed to a version, on which side, and when (UTC)."""

    person_id: int
    side: str
    agreed_at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """The content of a plan as it was agreed to."""

    version: int
    agreed_at: datetime
    fields: Mapping[str, str]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far plans are.

    `graded`: items with any grade; `done`: fully achieved or more; `overdue`: due before today and ungraded.
    """

    plans: int
    agreed: int
    items: int
    graded: int
    done: int
    overdue: int

    @property
    def share(self) -> int | None:
        """Done items in per cent of all, rounded down; None of no items."""
        return 100 * self.done // self.items if self.items else None


def stamp(*parts: object) -> str:
    """Ten characters that differ when what they stand for differs."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:10]


def progress(plans: Iterable[Plan], today: date) -> Progress:
    """Counted over the items that are not removed."""
    found = tuple(plans)
    items = [item for plan in found for item in plan.kept]
    return Progress(
        plans=len(found),
        agreed=sum(plan.state is PlanState.AGREED for plan in found),
        items=len(items),
        graded=sum(item.grade is not None for item in items),
        done=sum(item.grade in ACHIEVED for item in items),
        overdue=sum(item.overdue(today) for item in items),
    )


def is_new_hire(hired_here: date | None, on: date) -> bool:
    """Whether somebody was hired here less than a year before `on` (or is to be): footnote 6 of the Tver plans.

    The document says «вновь принятые» and no term; a year is the mentorship's usual length. Unknown: no.
    """
    if hired_here is None:
        return False
    return on < _a_year_after(hired_here)


def _a_year_after(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


# --- the agreement ---------------------------------------------------------------------------------------------------


def rewritten(plan: Plan, now: datetime) -> Plan:
    """The plan once its content changes: a draft again, of the next version if this one was agreed to."""
    version = plan.version + 1 if plan.state is PlanState.AGREED else plan.version
    return replace(plan, state=PlanState.DRAFT, version=version, changed_at=now)


def sent(plan: Plan, now: datetime) -> Plan:
    """The mentor has signed and asks the mentee."""
    return replace(plan, state=PlanState.SENT, changed_at=now)


def agreed(plan: Plan, now: datetime) -> Plan:
    """Both sides have agreed to this version."""
    return replace(plan, state=PlanState.AGREED, agreed_at=now, changed_at=now)


def returned(plan: Plan, now: datetime) -> Plan:
    """The mentee asks for a change: the mentor draws the same version up anew."""
    return replace(plan, state=PlanState.DRAFT, changed_at=now)


# --- order of items --------------------------------------------------------------------------------------------------


def next_place(plan: Plan, section: int) -> int:
    """Behind the last item of a section, the removed ones included."""
    return max((item.place for item in plan.items if item.section == section), default=0) + 1


def neighbour(plan: Plan, item: Item, step: int) -> Item | None:
    """The item before (-1) or behind (1) it in its section; None at the edge."""
    kept: Sequence[Item] = plan.section(item.section)
    if item not in kept:
        return None
    place = kept.index(item) + step
    return kept[place] if 0 <= place < len(kept) else None
