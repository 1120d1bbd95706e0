"""How a mentorship is: on course, worth a look, or stuck; why, and what its curator may do next.

Days without a meeting come first (the programme's thresholds), then what people said and left undone. Whoever is on a
pause is left in peace; after it the days count anew. Once the curator has looked into it, what had happened before
counts no more, and until the day they named its warnings rest. Days are those of the organisation's zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

AHEAD_AFTER = timedelta(days=7)
"""So long after a meeting nobody need have planned the next one."""
NOT_HELD_RUNNING = 2


class State(StrEnum):
    ON_COURSE = "on_course"
    LOOK = "look"
    STUCK = "stuck"


class Sign(StrEnum):
    """Why somebody should look, the most serious first."""

    NEVER_MET = "never_met"
    NO_MEETING = "no_meeting"
    NOT_HELD = "not_held"
    HELP = "help"
    LOW_MARK = "low_mark"
    GAP = "gap"
    UNLOGGED = "unlogged"
    UNANSWERED = "unanswered"
    TASKS = "tasks"
    PLAN = "plan"
    NOTHING_AHEAD = "nothing_ahead"


class Remedy(StrEnum):
    """What may be done about it; each is a button."""

    REMIND_TO_MEET = "remind_to_meet"
    PLAN_MEETING = "plan_meeting"
    WRITE = "write"
    OPEN_HELP = "open_help"
    REMIND_TO_LOG = "remind_to_log"
    REMIND_TO_ANSWER = "remind_to_answer"
    OPEN_TASKS = "open_tasks"
    OPEN_PLAN = "open_plan"


REMEDIES: dict[Sign, Remedy] = {
    Sign.NEVER_MET: Remedy.REMIND_TO_MEET,
    Sign.NO_MEETING: Remedy.REMIND_TO_MEET,
    Sign.NOT_HELD: Remedy.WRITE,
    Sign.HELP: Remedy.OPEN_HELP,
    Sign.LOW_MARK: Remedy.WRITE,
    Sign.GAP: Remedy.WRITE,
    Sign.UNLOGGED: Remedy.REMIND_TO_LOG,
    Sign.UNANSWERED: Remedy.REMIND_TO_ANSWER,
    Sign.TASKS: Remedy.OPEN_TASKS,
    Sign.PLAN: Remedy.OPEN_PLAN,
    Sign.NOTHING_AHEAD: Remedy.PLAN_MEETING,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The programme's thresholds: days without a meeting held until somebody should look, and until it is stuck."""

    look_after: int
    stuck_after: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one active mentorship.

    `returned`: the day somebody came back from a pause; `paused`: a whole side is on one. `meets_once`: one meeting and
    it is done; `on_demand`: no regular meetings. `finishing`: its exit questionnaires are asked. Counts: `not_held`
    meetings since the last one that was, `unlogged` ones over, feedback marks that are `low`, questionnaires nobody
    `unanswered`, calls for `help` that wait too long, overdue `tasks` and those that wait for a check, overdue items of
    the `plan`; `low`, `gap` and `not_held` since the curator's last look.
    """

    mentorship_id: int
    organisation_id: int
    began: date
    last_held: date | None = None
    returned: date | None = None
    paused: bool = False
    meets_once: bool = False
    on_demand: bool = False
    finishing: bool = False
    not_held: int = 0
    unlogged: int = 0
    low: int = 0
    gap: bool = False
    unanswered: int = 0
    help: int = 0
    tasks: int = 0
    plan: int = 0
    planned_ahead: bool = False
    rests_until: date | None = None

    @property
    def since(self) -> date:
        """From when the days without a meeting count."""
        met = self.last_held or self.began
        return met if self.returned is None else max(met, self.returned)

    @property
    def awaits_meetings(self) -> bool:
        """Whether the days count at all."""
        met = self.meets_once and self.last_held is not None
        return not (self.paused or self.on_demand or self.finishing or met)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign; `count` is its number: days, meetings, marks, questionnaires, tasks. `grave`: it is stuck by it."""

    sign: Sign
    count: int = 1
    grave: bool = False

    @property
    def remedy(self) -> Remedy:
        return REMEDIES[self.sign]


@dataclass(frozen=True, slots=True)
class Health:
    """The state of one mentorship, and its reasons in order. `rests_until`: it warns of nothing up to that day."""

    mentorship_id: int
    organisation_id: int
    state: State
    reasons: tuple[Reason, ...]
    days: int
    paused: bool = False
    rests_until: date | None = None

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What may be done, each once, in the order of the reasons."""
        return tuple(dict.fromkeys(reason.remedy for reason in self.reasons))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many mentorships are in each state."""

    stuck: int = 0
    look: int = 0
    on_course: int = 0

    @property
    def total(self) -> int:
        return self.stuck + self.look + self.on_course


def assess(facts: Facts, limits: Limits, today: date) -> Health:
    """The state of a mentorship on a day."""
    rests = facts.rests_until if facts.rests_until is not None and today <= facts.rests_until else None
    days = max(0, (today - facts.since).days)
    reasons = () if facts.paused else tuple(sorted(_reasons(facts, limits, days), key=_order))
    return Health(
        facts.mentorship_id,
        facts.organisation_id,
        State.ON_COURSE if rests is not None else _state(reasons),
        reasons,
        days,
        facts.paused,
        rests,
    )


def stuck_from(facts: Facts, limits: Limits) -> date | None:
    """The day from which it is stuck if nothing happens; None where that can't be said now."""
    if not facts.awaits_meetings:
        return None
    by_days = facts.since + timedelta(days=limits.stuck_after)
    return by_days if facts.rests_until is None else max(by_days, facts.rests_until + timedelta(days=1))


def by_urgency(found: Iterable[Health]) -> list[Health]:
    """Stuck ones first, then those worth a look; in each who has waited longest."""
    ranks = {State.STUCK: 0, State.LOOK: 1, State.ON_COURSE: 2}
    return sorted(found, key=lambda one: (ranks[one.state], -one.days, one.mentorship_id))


def count(found: Iterable[Health]) -> Counts:
    states = [one.state for one in found]
    return Counts(states.count(State.STUCK), states.count(State.LOOK), states.count(State.ON_COURSE))


def _reasons(facts: Facts, limits: Limits, days: int) -> list[Reason]:
    counted = {
        Sign.HELP: facts.help,
        Sign.LOW_MARK: facts.low,
        Sign.GAP: int(facts.gap),
        Sign.UNLOGGED: facts.unlogged,
        Sign.UNANSWERED: facts.unanswered,
        Sign.TASKS: facts.tasks,
        Sign.PLAN: facts.plan,
    }
    found = [Reason(sign, number) for sign, number in counted.items() if number]
    if facts.not_held >= NOT_HELD_RUNNING:
        found.append(Reason(Sign.NOT_HELD, facts.not_held))
    if facts.awaits_meetings:
        found += _of_meetings(facts, limits, days)
    return found


def _of_meetings(facts: Facts, limits: Limits, days: int) -> list[Reason]:
    found = []
    if days >= limits.look_after:
        sign = Sign.NEVER_MET if facts.last_held is None else Sign.NO_MEETING
        found.append(Reason(sign, days, grave=days >= limits.stuck_after))
    if not facts.planned_ahead and days >= AHEAD_AFTER.days:
        found.append(Reason(Sign.NOTHING_AHEAD))
    return found


def _state(reasons: tuple[Reason, ...]) -> State:
    if any(reason.grave for reason in reasons):
        return State.STUCK
    return State.LOOK if reasons else State.ON_COURSE


def _order(reason: Reason) -> tuple[bool, int]:
    return not reason.grave, tuple(Sign).index(reason.sign)
