"""Official papers of a mentorship and of a person: which there are, and the jobs `paper` that make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import NotFound, Stale
from mentoring.mentorships import EarlyEnd, Mentorship, MentorshipState, Side
from mentoring.papers import Paper, StatementKind
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Say, Show, press
from reports.documents import paper as made
from services import jobs, pairs, papers_data
from services.desk import Desk
from services.jobs import Making
from services.pairs import Pair, full_names
from storage.jobs import Job

KIND = "paper"
"""The kind of jobs."""


class PaperKind(StrEnum):
    """The values stand in buttons."""

    FIXING = "fixing"
    RELEASE = "release"
    JOIN = "join"
    LEAVE = "leave"
    PETITION = "petition"
    CONSENTS = "consents"


_STATEMENTS: Mapping[PaperKind, StatementKind] = {
    PaperKind.JOIN: StatementKind.JOIN,
    PaperKind.LEAVE: StatementKind.LEAVE,
    PaperKind.PETITION: StatementKind.PETITION,
}


@dataclass(frozen=True, slots=True)
class PairPapers:
    """The papers of a mentorship; `draft`: its order has no number yet."""

    pair: Pair
    kinds: tuple[PaperKind, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """The papers of a person in an organisation. `letter`: the actor may write down that they withdrew by a letter."""

    person: Person
    kinds: tuple[PaperKind, ...]
    letter: bool = False


async def of_pair(desk: Desk, mentorship_id: int) -> PairPapers:
    """What can be printed about a mentorship, for whoever makes its papers."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.MAKE_PAPERS, Scope.of(mentorship))
    return PairPapers(await pairs.pair_of(desk, mentorship), kinds_of(mentorship), mentorship.order is None)


def kinds_of(mentorship: Mentorship) -> tuple[PaperKind, ...]:
    """Papers in the order of their use: what the present state needs first."""
    fixed = mentorship.activated_at is not None
    match mentorship.state:
        case MentorshipState.PROPOSED:
            return (PaperKind.JOIN,)
        case MentorshipState.AGREED:
            return (PaperKind.FIXING, PaperKind.JOIN, PaperKind.LEAVE, PaperKind.PETITION)
        case MentorshipState.ACTIVE:
            return (PaperKind.FIXING, PaperKind.LEAVE, PaperKind.PETITION, PaperKind.JOIN)
        case MentorshipState.COMPLETED:
            return (PaperKind.FIXING,)
        case MentorshipState.ENDED_EARLY if fixed:
            asked = {EarlyEnd.STATEMENT: (PaperKind.LEAVE,), EarlyEnd.PETITION: (PaperKind.PETITION,)}
            ground = asked.get(mentorship.end_reason, ()) if mentorship.end_reason else ()
            return (PaperKind.RELEASE, *ground, PaperKind.FIXING)
    return ()


async def of_person(desk: Desk, person_id: int) -> PersonPapers:
    """What can be printed about a person; NotFound for somebody of no organisation whose papers the actor makes."""
    person, organisation = await _person(desk, person_id)
    held = await desk.work.memberships.of_person(person_id)
    mentors = any(one.role is Role.MENTOR and one.organisation_id == organisation.id for one in held)
    kinds = (PaperKind.CONSENTS, PaperKind.JOIN) if mentors else (PaperKind.CONSENTS,)
    letter = allowed(desk.actor, Action.WITHDRAW_CONSENT, Scope(organisation.id, person.id))
    return PersonPapers(person, kinds, letter)


async def _person(desk: Desk, person_id: int) -> tuple[Person, Organisation]:
    """The person, and the first of their organisations in which the actor may make papers."""
    person = await desk.work.people.get(person_id)
    held = await desk.work.memberships.of_person(person_id)
    own = [one.organisation_id for one in held if one.organisation_id is not None]
    may = (one for one in own if allowed(desk.actor, Action.MAKE_PAPERS, Scope(one, person_id)))
    organisation = await desk.work.organisations.get(next(may, 0))
    if person is None or organisation is None:
        raise NotFound("papers-nobody")
    return person, organisation


# --- made as jobs ----------------------------------------------------------------------------------------------------


async def order(desk: Desk, kind: PaperKind, mentorship_id: int) -> Show:
    """Order a paper of a mentorship; Stale where there is nothing (any more) to make it of."""
    seen = await of_pair(desk, mentorship_id)
    if kind not in seen.kinds:
        raise Stale("papers-not-yet")
    asked = {"paper": kind.value, "mentorship": mentorship_id}
    return await jobs.order(
        desk,
        KIND,
        asked,
        slot=f"paper:{kind}:{mentorship_id}",
        text=Say("papers-waiting"),
        back=press("papers.open", mentorship_id),
    )


async def order_for_person(desk: Desk, kind: PaperKind, person_id: int) -> Show:
    """Order a paper of a person."""
    seen = await of_person(desk, person_id)
    if kind not in seen.kinds:
        raise Stale("papers-not-yet")
    asked = {"paper": kind.value, "person": person_id}
    return await jobs.order(
        desk,
        KIND,
        asked,
        slot=f"paper:{kind}:p{person_id}",
        text=Say("papers-waiting"),
        back=press("person.papers", person_id),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads what the paper says. Raises Forbidden, NotFound or Stale if it can't be made any more."""
    kind = PaperKind(job.arguments["paper"])
    if "person" in job.arguments:
        person_id = int(job.arguments["person"])
        seen = await of_person(desk, person_id)
        if kind not in seen.kinds:
            raise Stale("papers-not-yet")
        paper = await _of_person(desk, kind, person_id)
        return _making(kind, paper, f"p{person_id}", seen.person.name)
    pair_papers = await of_pair(desk, int(job.arguments["mentorship"]))
    if kind not in pair_papers.kinds:
        raise Stale("papers-not-yet")
    pair = pair_papers.pair
    writes = Side.MENTEE if kind is PaperKind.PETITION else Side.MENTOR
    names = full_names(pair.on(writes))
    return _making(kind, await _of_pair(desk, kind, pair), str(pair.mentorship.id), names)


def _making(kind: PaperKind, paper: Paper, name: str, names: Any) -> Making:
    caption = Say("papers-ready", {"paper": kind.value, "names": names})
    return Making(made, (paper,), name=f"{kind}-{name}.docx", caption=caption)


async def _of_pair(desk: Desk, kind: PaperKind, pair: Pair) -> Paper:
    match kind:
        case PaperKind.FIXING:
            return await papers_data.fixing(desk, pair)
        case PaperKind.RELEASE:
            return await papers_data.release(desk, pair)
    return await papers_data.statements(desk, _STATEMENTS[kind], pair)


async def _of_person(desk: Desk, kind: PaperKind, person_id: int) -> Paper:
    person, organisation = await _person(desk, person_id)
    if kind is PaperKind.JOIN:
        return await papers_data.joining(desk, person, organisation)
    return await papers_data.consents(desk, person, organisation)
