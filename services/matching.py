"""Matchings as the curator works with them: lists, a new one, its card, having it computed, dropping it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.life import Gathering
from mentoring.matching_records import OPEN_MATCHING, Chosen, Matching, MatchingState, Tally
from mentoring.matching_weights import full
from mentoring.mentorships import Form
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Replies, Say, Show, Style, press
from reports.matching import Problem, propose
from services import allowed_places, dialogue, dialogue_screens, jobs, matching_people
from services.desk import Asked, Desk
from services.jobs import Making
from services.matching_access import Seen, changeable, find
from storage.jobs import Job
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "matching"
ORGANISATION = "organisation"
COMPUTE = "matching"
"""Kind of the job."""
PAGE = 4
_GATHERINGS = (Gathering.PAIR, Gathering.GROUP)
"""What is matched. Circles are formed by hand: who leads together is for the people to say."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of matchings, the newest first."""

    lines: tuple[tuple[Matching, Organisation], ...]
    page: int
    pages: int
    several: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A matching with who takes part and how far it is; `comments`: how many the council has written."""

    seen: Seen
    chosen: Chosen
    tally: Tally
    comments: int

    @property
    def matching(self) -> Matching:
        return self.seen.matching


def slot(matching_id: int) -> str:
    """The place on a phone where everything about a matching is shown."""
    return f"match:{matching_id}"


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor may match; Forbidden if nowhere."""
    return await allowed_places.where(desk, Action.MATCH)


async def listing(desk: Desk, page: int = 0) -> Listing:
    """The matchings of the actor's organisations."""
    where = {one.id: one for one in await organisations(desk)}
    page = max(page, 0)
    found, total = await desk.work.matchings.page(list(where), offset=page * PAGE, limit=PAGE)
    pages = pages_of(total, PAGE)
    if not found and page:
        return await listing(desk, pages - 1)
    return Listing(tuple((one, where[one.organisation_id]) for one in found), page, pages, len(where) > 1)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The first screen of the form `matching`."""
    ensure(desk.actor, Action.MATCH, Scope(organisation_id))
    several = {f"kinds_{one}": len(desk.programme.kinds_for(one)) > 1 for one in _GATHERINGS}
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(ORGANISATION, organisation_id),
        organisation_id=organisation_id,
        facts={**several, "most": desk.programme.matchmaking.most},
    )


async def kinds(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `matching_kinds`: kinds that a pair may be of, or a group."""
    return tuple(Option(kind.id, kind.name) for kind in desk.programme.kinds_for(_gathering(asked.answers)))


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `matching`: a draft with everybody in it who may take part."""
    organisation_id = record.about(ORGANISATION)
    organisation = await desk.work.organisations.get(organisation_id or 0)
    if organisation is None:
        raise NotFound
    ensure(desk.actor, Action.MATCH, Scope(organisation.id))
    new = _new(desk, organisation, answers)
    made = await desk.work.matchings.get(await desk.work.matchings.add(new))
    if made is None:
        raise NotFound
    await matching_people.choose_all(desk, made, organisation)
    chosen = await desk.work.matchings.chosen(made.id)
    said = Say("match-created", {"mentees": len(chosen.mentees), "mentors": len(chosen.mentors)})
    keyboard = (
        (Button(Say("match-compute"), press("match.compute", made.id), style=Style.GOOD),),
        (Button(Say("match-open-card"), press("match.card", made.id)),),
    )
    return (dialogue_screens.done(record, said, keyboard),)


def _gathering(answers: Mapping[str, Value]) -> Gathering:
    return Gathering.GROUP if answers.get("gathering") == Gathering.GROUP.value else Gathering.PAIR


def _new(desk: Desk, organisation: Organisation, answers: Mapping[str, Value]) -> Matching:
    form, role_model = Form(str(answers["form"])), str(answers["role_model"])
    if role_model not in {one.id for one in desk.programme.form(form).role_models}:
        raise Invalid("pairs-role-model-other")
    gathering = _gathering(answers)
    usual = desk.programme.kinds_for(gathering)
    kind = str(answers.get("kind") or usual[0].id)
    if kind not in {one.id for one in usual}:
        raise Invalid("pairs-kind-other")
    starts, ends = date.fromisoformat(str(answers["starts"])), date.fromisoformat(str(answers["ends"]))
    if ends < starts:
        raise Invalid("refusal-dates-order")
    usually = desk.programme.matchmaking
    return Matching(
        0,
        organisation.id,
        form,
        role_model,
        kind,
        starts,
        ends,
        MatchingState.DRAFT,
        desk.actor.person_id or 0,
        desk.now,
        strengths=full(usually.strengths),
        most=min(int(str(answers["most"])), usually.most) if gathering is Gathering.GROUP else None,
    )


async def card(desk: Desk, matching_id: int) -> Card:
    """A matching and how far it is."""
    seen = await find(desk, matching_id)
    if seen.matching.state is MatchingState.DROPPED:
        raise Stale("match-gone-dropped")
    chosen = await desk.work.matchings.chosen(matching_id)
    comments = await desk.work.matchings.comments(matching_id) if seen.matching.council_at else ()
    return Card(seen, chosen, await desk.work.matchings.tally(matching_id), len(comments))


async def drop(desk: Desk, matching_id: int) -> None:
    """Throws a matching away; the pairs that were proposed from it stay. Stale where somebody was quicker."""
    await changeable(desk, matching_id)
    if not await desk.work.matchings.move(matching_id, OPEN_MATCHING, MatchingState.DROPPED):
        raise Stale("match-gone-published")


# --- the computation -------------------------------------------------------------------------------------------------


async def order(desk: Desk, matching_id: int) -> Show:
    """Has it computed (anew): what stands in its place until then."""
    seen = await changeable(desk, matching_id)
    chosen = await desk.work.matchings.chosen(matching_id)
    for side in ("mentees", "mentors"):
        if not getattr(chosen, side):
            raise Invalid(f"match-no-{side}")
    asked = {"matching": seen.matching.id}
    return await jobs.order(
        desk, COMPUTE, asked, slot=slot(matching_id), text=Say("match-computing"), back=press("match.card", matching_id)
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads everything about the people of a matching; what was published from it already is left out."""
    seen = await changeable(desk, job.arguments["matching"])
    number = seen.matching.id
    chosen = await desk.work.matchings.chosen(number)
    published = await desk.work.matchings.published(number)
    mentees, mentors = await matching_people.chosen_candidates(desk, seen, chosen, published)
    known = await matching_people.terms(desk, seen.matching, [one.id for one in mentees])
    taking_part = {one.id for one in mentees}, {one.id for one in mentors}
    marked = await desk.work.matchings.fixed(number)
    fixed = {
        mentee: mentor for mentee, mentor in marked.items() if mentee in taking_part[0] and mentor in taking_part[1]
    }
    problem = Problem(mentees, mentors, known, fixed, seen.matching.most)
    follow = partial(_take, read=seen.matching, known=marked)
    return Making(propose, (problem,), name="", caption=Say("match-computing"), then=follow)


async def _take(desk: Desk, job: Job, content: bytes, *, read: Matching, known: Mapping[int, int]) -> Show:
    """Keeps what was found, and says how it went.

    read: the matching as it was when the computation began; where another one was quicker its result stays, and this
    is told. known: what was fixed then; who was taken out since gets no proposal.
    """
    number = read.id
    await changeable(desk, number)
    counted = await desk.work.matchings.computed(read)
    if counted:
        mentees = frozenset((await desk.work.matchings.chosen(number)).mentees)
        rows = [(mentee, *found) for mentee, *found in json.loads(content) if mentee in mentees]
        await desk.work.matchings.replace(number, rows, known)
    return _result(job, read, await desk.work.matchings.tally(number), counted=counted)


def _result(job: Job, matching: Matching, tally: Tally, *, counted: bool) -> Show:
    said = {"pairs": tally.open, "alone": tally.alone, "worst": tally.worst or 0, "groups": tally.groups}
    key = "match-computed-groups" if matching.groups else "match-computed"
    text = Say(key, said) if counted else Lines((Say("match-computed-by-other"), Say(key, said)), "\n\n")
    see = "match-see-groups" if matching.groups else "match-see-pairs"
    keyboard = (
        (Button(Say(see), proposals(matching), style=Style.GOOD),),
        (Button(Say("match-open-card"), press("match.card", matching.id)),),
    )
    return Show(job.chat_id, job.slot, text, keyboard)


def proposals(matching: Matching, page: int = 0) -> str:
    """The press that lists what is proposed, by pairs (from a page on) or by groups."""
    if matching.groups:
        return press("match.groups", matching.id, 0)
    return press("match.pairs", matching.id, "proposed", page)
