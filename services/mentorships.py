"""Mentorships as somebody sees them: lists of an organisation or of one's own, and the card with what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.access import Action, Scope, allowed, ensure, only_beside, places
from mentoring.errors import Forbidden
from mentoring.life import gathering
from mentoring.meetings import MeetingState
from mentoring.mentorships import OPEN_STATES, Form, Mentorship, MentorshipState
from mentoring.pages import pages_of
from mentoring.people import Person
from programmes.parts import RoleModel
from services import adults, data_log, evidence, leaving, observations, pair_doors, pairs
from services.adults import Beside
from services.desk import Desk
from services.evidence import Progress, Stage
from services.leaving import Asked
from services.observations import Conclusion
from services.pair_doors import Do
from services.pairs import Pair
from services.role_models import sees_model
from storage.mentorships import PairFilter
from surveys.wording import Wording

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
    """A page of mentorships. `own`: the reader's own ones, not an organisation's; `may_propose`: a new one.

    `may_fix`: several of them wait for an order, and the reader may fix them.
    """

    view: View
    lines: tuple[Line, ...]
    total: int
    own: bool
    may_propose: bool
    may_fix: bool = False

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Card:
    """A mentorship as its viewer sees it.

    `role_model` None: not for these eyes; `waiting`: who has not answered the proposal; `held`: meetings that took
    place; `in_list`: the viewer has a list it stands in; `shows_end`: the ground of an early end, too;
    `end_words`: what was written about it, for curator and psychologist.
    `adults`: those beside it; `asked`: somebody wants out and the viewer decides; `doors`: what may be done, the main
    things first; `conclusion`: of its compatibility, for those who may observe it; `from_beside`: the viewer has it in
    the list of those they stand beside, and hears nothing of questionnaires.
    """

    pair: Pair
    kind: Wording | None
    role_model: RoleModel | None
    responsible: tuple[str, ...]
    entry: Progress
    exit: Progress
    held: int
    waiting: tuple[Person, ...]
    adults: tuple[Beside, ...]
    asked: Asked | None
    doors: tuple[Do, ...]
    in_list: bool
    shows_end: bool
    end_words: str | None
    conclusion: Conclusion | None
    from_beside: bool = False


_UNTOLD = Progress(0, ())
"""Of questionnaires, to somebody who only stands beside."""


async def listing(desk: Desk, view: View) -> Listing:
    """A page of what the actor may see: an organisation's mentorships, else their own; Forbidden for nobody's."""
    organisations = frozenset(places(desk.actor, Action.SEE_PAIRS))
    if not organisations:
        return await _own(desk, view)
    which = PairFilter(organisations, STATES[view.which], view.form)
    found, total = await desk.work.mentorships.page(which, offset=view.page * PAGE, limit=PAGE)
    shown = [one.organisation_id for one in found]
    await data_log.note_list(desk, data_log.Look.PAIRS, organisations, shown, total)
    may_propose = bool(places(desk.actor, Action.PROPOSE_MENTORSHIP))
    may_fix = False
    if view.which in (Which.OPEN, Which.AGREED):
        fixing = places(desk.actor, Action.FIX_MENTORSHIP)
        may_fix = bool(fixing) and (await desk.work.mentorships.counts(fixing))[MentorshipState.AGREED] > 1
    return Listing(view, await _lines(desk, found), total, own=False, may_propose=may_propose, may_fix=may_fix)


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
    await data_log.note_mentorship(desk, data_log.Look.PAIR, mentorship)
    pair = await pairs.pair_of(desk, mentorship)
    model = desk.programme.role_model(mentorship.form, mentorship.role_model)
    staff = allowed(desk.actor, Action.SEE_PAIRS, Scope.of(mentorship))
    beside = only_beside(desk.actor, Action.SEE_MENTORSHIP, Scope.of(mentorship))
    seen = model if sees_model(desk.actor, mentorship, model) else None
    known = await adults.beside(desk, mentorship_id)
    asked = await leaving.open_request(desk, mentorship)
    return Card(
        pair,
        _kind(desk, mentorship),
        seen,
        tuple(seen.responsible) if seen else (),
        _UNTOLD if beside else await evidence.progress(desk, mentorship, Stage.ENTRY),
        _UNTOLD if beside else await evidence.progress(desk, mentorship, Stage.EXIT),
        len(await desk.work.meetings.of_mentorship(mentorship.id, MeetingState.HELD)),
        tuple(pair.people[one.person_id] for one in mentorship.parties if one.agreed is None),
        known,
        asked if allowed(desk.actor, Action.END_MENTORSHIP, Scope.of(mentorship)) else None,
        pair_doors.doors(desk, mentorship, asked=asked is not None, adults=bool(known)),
        in_list=staff or desk.actor.person_id in mentorship.people,
        shows_end=staff,
        end_words=mentorship.end_comment if _carer(desk, mentorship) else None,
        conclusion=await observations.conclusion(desk, mentorship),
        from_beside=beside,
    )


def _carer(desk: Desk, mentorship: Mentorship) -> bool:
    """A head reads the order and its ground; what a child or a guardian has told is not for their eyes."""
    return allowed(desk.actor, Action.SEE_SENSITIVE, Scope(mentorship.organisation_id))


def _kind(desk: Desk, mentorship: Mentorship) -> Wording | None:
    """The kind's name where it tells more than how many people there are: there is another one for as many."""
    usual = {kind.id: kind.name for kind in desk.programme.kinds_for(gathering(mentorship))}
    return usual.get(mentorship.kind) if len(usual) > 1 else None
