"""Mentorships as somebody sees them: lists of an organisation or of one's own, and the card with what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.errors import Forbidden
from mentoring.meetings import MeetingState
from mentoring.mentorships import OPEN_STATES, Form, Mentorship, MentorshipState
from mentoring.people import Person
from programmes.parts import RoleModel
from services import evidence, observations, pairs
from services.desk import Desk
from services.evidence import Progress, Stage
from services.observations import Conclusion
from services.pairs import Pair
from storage.mentorships import PairFilter

PAGE = 8


class Which(StrEnum):
    """Which mentorships a list shows, by their state; the values stand in buttons."""

    OPEN = "open"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    ENDED = "ended"
    DECLINED = "declined"


STATES: Mapping[Which, frozenset[MentorshipState]] = {
    Which.OPEN: OPEN_STATES,
    Which.PROPOSED: frozenset({MentorshipState.PROPOSED}),
    Which.AGREED: frozenset({MentorshipState.AGREED}),
    Which.ACTIVE: frozenset({MentorshipState.ACTIVE}),
    Which.ENDED: frozenset({MentorshipState.COMPLETED, MentorshipState.ENDED_EARLY}),
    Which.DECLINED: frozenset({MentorshipState.DECLINED}),
}


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows; it travels in the buttons."""

    which: Which = Which.OPEN
    form: Form | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One mentorship of a list and what it waits for: `waits` of `asked` answers."""

    pair: Pair
    waits: int
    asked: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of mentorships. `own`: the reader's own ones, not an organisation's; `may_propose`: a new one."""

    view: View
    lines: tuple[Line, ...]
    total: int
    own: bool
    may_propose: bool

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


class Do(StrEnum):
    """What a card offers."""

    AGREE = "agree"
    REFUSE = "refuse"
    ORDER = "order"
    PLAN = "plan"
    COMPLETE = "complete"
    END = "end"


@dataclass(frozen=True, slots=True)
class Card:
    """A mentorship as its viewer sees it.

    `role_model` None: not for these eyes; `waiting`: who has not answered the proposal; `held`: meetings that took
    place; `in_list`: the viewer has a list it stands in; `shows_end`: the ground and the words of an early end, too.
    `observes`: what staff may fill in about it; `compares`: its change is for them, too; `conclusion`: of its
    compatibility, for those who may observe it.
    """

    pair: Pair
    role_model: RoleModel | None
    responsible: tuple[str, ...]
    entry: Progress
    exit: Progress
    held: int
    waiting: tuple[Person, ...]
    actions: tuple[Do, ...]
    in_list: bool
    shows_end: bool
    observes: tuple[str, ...]
    compares: bool
    conclusion: Conclusion | None


async def listing(desk: Desk, view: View) -> Listing:
    """A page of what the actor may see: an organisation's mentorships, else their own; Forbidden for nobody's."""
    organisations = frozenset(places(desk.actor, Action.SEE_PAIRS))
    if not organisations:
        return await _own(desk, view)
    which = PairFilter(organisations, STATES[view.which], view.form)
    found, total = await desk.work.mentorships.page(which, offset=view.page * PAGE, limit=PAGE)
    may_propose = bool(places(desk.actor, Action.PROPOSE_MENTORSHIP))
    return Listing(view, await _lines(desk, found), total, own=False, may_propose=may_propose)


async def _own(desk: Desk, view: View) -> Listing:
    if desk.actor.person_id is None:
        raise Forbidden
    mine = await desk.work.mentorships.of_person(desk.actor.person_id)
    shown = mine[view.page * PAGE : (view.page + 1) * PAGE]
    return Listing(view, await _lines(desk, shown), len(mine), own=True, may_propose=False)


async def _lines(desk: Desk, found: tuple[Mentorship, ...]) -> tuple[Line, ...]:
    askings = await desk.work.mentorships.askings([one.id for one in found])
    lines = []
    for pair in await pairs.pairs_of(desk, found):
        stage = Stage.ENTRY if pair.mentorship.state is MentorshipState.AGREED else Stage.EXIT
        progress = evidence.counted(desk, pair.mentorship, stage, askings)
        if pair.mentorship.state is MentorshipState.PROPOSED:
            silent = sum(party.agreed is None for party in pair.mentorship.parties)
            lines.append(Line(pair, silent, len(pair.mentorship.parties)))
        else:
            lines.append(Line(pair, len(progress.missing), progress.asked))
    return tuple(lines)


async def counts(desk: Desk) -> Mapping[Which, int]:
    """How many mentorships each choice of a list would show; Forbidden without a list of an organisation."""
    organisations = places(desk.actor, Action.SEE_PAIRS)
    if not organisations:
        raise Forbidden
    known = await desk.work.mentorships.counts(organisations)
    return {which: sum(known[state] for state in states) for which, states in STATES.items()}


async def card(desk: Desk, mentorship_id: int) -> Card:
    """One mentorship, for those who may see it."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_MENTORSHIP, Scope.of(mentorship))
    pair = await pairs.pair_of(desk, mentorship)
    model = desk.programme.role_model(mentorship.form, mentorship.role_model)
    staff = allowed(desk.actor, Action.SEE_PAIRS, Scope.of(mentorship))
    seen = model if _sees(desk, mentorship, model) else None
    return Card(
        pair,
        seen,
        tuple(seen.responsible) if seen else (),
        await evidence.progress(desk, mentorship, Stage.ENTRY),
        await evidence.progress(desk, mentorship, Stage.EXIT),
        len(await desk.work.meetings.of_mentorship(mentorship.id, MeetingState.HELD)),
        tuple(pair.people[one.person_id] for one in mentorship.parties if one.agreed is None),
        actions(desk, mentorship),
        in_list=staff or desk.actor.person_id in mentorship.people,
        shows_end=staff,
        observes=observations.doors(desk, mentorship),
        compares=allowed(desk.actor, Action.SEE_CHANGE_OF_PAIR, Scope.of(mentorship)),
        conclusion=await observations.conclusion(desk, mentorship),
    )


def _sees(desk: Desk, mentorship: Mentorship, model: RoleModel) -> bool:
    """A sensitive role model is for curator, psychologist and its own mentors."""
    sensitive = Scope.of(mentorship)
    return (
        not model.sensitive
        or desk.actor.person_id in mentorship.mentors
        or allowed(desk.actor, Action.SEE_SENSITIVE, sensitive)
    )


def actions(desk: Desk, mentorship: Mentorship) -> tuple[Do, ...]:
    """What the actor may do with it now."""
    scope, state = Scope.of(mentorship), mentorship.state
    may: list[Do] = []
    if state is MentorshipState.PROPOSED:
        may += _answers(desk, mentorship)
    if state is MentorshipState.AGREED and allowed(desk.actor, Action.FIX_MENTORSHIP, scope):
        may.append(Do.ORDER)
    if state is MentorshipState.ACTIVE:
        if allowed(desk.actor, Action.PLAN_MEETING, scope):
            may.append(Do.PLAN)
        if allowed(desk.actor, Action.COMPLETE_MENTORSHIP, scope):
            may.append(Do.COMPLETE)
    if state in OPEN_STATES and allowed(desk.actor, Action.END_MENTORSHIP, scope):
        may.append(Do.END)
    return tuple(may)


def _answers(desk: Desk, mentorship: Mentorship) -> list[Do]:
    """A party who has agreed may still change their mind while others have not answered."""
    own = next((one for one in mentorship.parties if one.person_id == desk.actor.person_id), None)
    if own is None or not allowed(desk.actor, Action.ANSWER_PROPOSAL, Scope.of(mentorship, own.person_id)):
        return []
    return [Do.REFUSE] if own.agreed else [Do.AGREE, Do.REFUSE]
