"""Help between organisations («vertical model»): proposed by the coordinator, agreed to by both sides, closed.

Only where the programme has such a model (`Programme.vertical`). The coordinator sees all of it, curator and head that
of their own organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring import vertical as rules
from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from mentoring.vertical import OPEN, OrganisationMentorship, VerticalState
from messaging.replies import Button, Keyboard, Replies, Say, Show, Text, press
from services import dialogue, notices
from services.desk import Desk
from services.dialogue_screens import done
from services.people import last_page
from services.recommendations_writing import leaders
from surveys.path import Value
from surveys.record import Record, Subject

PAGE = 8
FORM, END, SUBJECT = "vertical", "vertical-end", "vertical"


@dataclass(frozen=True, slots=True)
class Board:
    """One page. `organisation` None: of the whole municipality; `names`: organisations by id."""

    organisation: Organisation | None
    page: int
    total: int
    rows: tuple[OrganisationMentorship, ...]
    names: Mapping[int, Organisation]
    may_propose: bool

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Card:
    """One of them with the organisations, who agreed or changed it (people by id), and what may be done."""

    mentorship: OrganisationMentorship
    names: Mapping[int, Organisation]
    people: Mapping[int, Person]
    may_answer: bool
    may_finish: bool
    municipal: bool


async def board(desk: Desk, organisation_id: int | None, page: int = 0) -> Board:
    """Those of an organisation, or (None) all. Raises Forbidden, NotFound where the programme has no such model."""
    _ensure_model(desk)
    ensure(desk.actor, Action.SEE_VERTICAL, Scope(organisation_id))
    organisation = None
    if organisation_id is not None:
        organisation = await desk.work.organisations.get(organisation_id)
        if organisation is None:
            raise NotFound
    among = None if organisation_id is None else [organisation_id]
    page = max(page, 0)
    found, total = await desk.work.organisation_mentorships.page(among, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = last_page(total)
        found, total = await desk.work.organisation_mentorships.page(among, offset=page * PAGE, limit=PAGE)
    names = await desk.work.organisations.many({side for one in found for side in one.sides})
    return Board(organisation, page, total, found, names, everywhere(desk.actor, Action.RUN_VERTICAL))


async def card(desk: Desk, mentorship_id: int) -> Card:
    """One of them, for the coordinator and the leaders of both sides. Raises Forbidden, NotFound."""
    one = await _known(desk, mentorship_id)
    wanted = {who for who in (one.mentor_agreed_by, one.mentee_agreed_by, one.changed_by) if who is not None}
    runs = everywhere(desk.actor, Action.RUN_VERTICAL)
    return Card(
        one,
        await desk.work.organisations.many(one.sides),
        await desk.work.people.many(wanted),
        may_answer=one.waits_for(_answers_for(desk)),
        may_finish=runs and one.state in OPEN,
        municipal=runs,
    )


def _ensure_model(desk: Desk) -> None:
    if desk.programme.vertical is None:
        raise NotFound


def _answers_for(desk: Desk) -> tuple[int, ...]:
    return places(desk.actor, Action.ANSWER_VERTICAL)


async def _known(desk: Desk, mentorship_id: int) -> OrganisationMentorship:
    _ensure_model(desk)
    one = await desk.work.organisation_mentorships.get(mentorship_id)
    if one is None:
        raise NotFound
    if not any(allowed(desk.actor, Action.SEE_VERTICAL, Scope(side)) for side in one.sides):
        raise Forbidden
    return one


# --- proposing --------------------------------------------------------------------------------------------------------


async def begin(desk: Desk) -> Show:
    """The form of a proposal."""
    _ensure_model(desk)
    ensure(desk.actor, Action.RUN_VERTICAL, Scope())
    return await dialogue.begin(desk, FORM)


async def propose(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `vertical.propose`: both sides are asked. Raises Invalid for what can't be so, or is there already."""
    _ensure_model(desk)
    ensure(desk.actor, Action.RUN_VERTICAL, Scope())
    mentor, mentee = int(str(answers.get("mentor") or 0)) or None, int(str(answers["mentee"]))
    starts = date.fromisoformat(str(answers["starts"]))
    ends = date.fromisoformat(str(answers["ends"])) if answers.get("ends") else None
    rules.ensure_sound(mentor, mentee, starts, ends)
    if await desk.work.organisation_mentorships.open_between(mentor, mentee):
        raise Invalid("vertical-refusal-again")
    if desk.actor.person_id is None:
        raise Forbidden
    goal = str(answers["goal"])
    made = await desk.work.organisation_mentorships.propose(mentor, mentee, goal, starts, ends, by=desk.actor.person_id)
    await _trace(desk, made, "proposed")
    await _tell(desk, made, "vertical-told-proposed")
    ways = ((Button(Say("vertical-list"), press("vertical.list")), Button(Say("menu-button"), press("menu.open"))),)
    return (done(record, Say("vertical-proposed"), ways),)


# --- answering --------------------------------------------------------------------------------------------------------


async def agree(desk: Desk, mentorship_id: int) -> Card:
    """The actor agrees for their organisation. Raises Stale if somebody was quicker."""
    one = await _answerable(desk, mentorship_id)
    after = rules.agreed(one, _answers_for(desk), desk.actor.person_id or 0, desk.now)
    await _store(desk, one, after, "agreed")
    if after.state is VerticalState.ACTIVE:
        await _tell(desk, after, "vertical-told-active", proposer=True)
    return await card(desk, mentorship_id)


async def decline(desk: Desk, mentorship_id: int) -> Card:
    """The actor's organisation does not want it; the other side and the coordinator hear so."""
    one = await _answerable(desk, mentorship_id)
    after = rules.declined(one, _answers_for(desk), desk.actor.person_id or 0, desk.now)
    await _store(desk, one, after, "declined")
    await _tell(desk, after, "vertical-told-declined", proposer=True)
    return await card(desk, mentorship_id)


async def _answerable(desk: Desk, mentorship_id: int) -> OrganisationMentorship:
    one = await _known(desk, mentorship_id)
    own = _answers_for(desk)
    if not set(own) & set(one.sides):
        raise Forbidden
    if not one.waits_for(own):
        raise await _overtaken(desk, one)
    return one


# --- closing ----------------------------------------------------------------------------------------------------------


async def begin_end(desk: Desk, mentorship_id: int) -> Show:
    """The form with what came of it."""
    one = await _closable(desk, mentorship_id)
    facts = {"begun": one.state is VerticalState.ACTIVE, "names": await _names(desk, one)}
    return await dialogue.begin(desk, END, subject=Subject(SUBJECT, one.id), facts=facts)


async def finish(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `vertical.finish`: both sides hear of it."""
    one = await _closable(desk, record.about(SUBJECT) or 0)
    completed = answers.get("outcome") == "completed"
    after = rules.finished(
        one, completed=completed, result=str(answers["result"]), by=desk.actor.person_id, now=desk.now
    )
    await _store(desk, one, after, after.state.value)
    await _tell(desk, after, "vertical-told-over")
    ways = (
        (Button(Say("vertical-open"), press("vertical.open", one.id)), Button(Say("menu-button"), press("menu.open"))),
    )
    return (done(record, Say("vertical-over", {"state": after.state.value}), ways),)


async def _closable(desk: Desk, mentorship_id: int) -> OrganisationMentorship:
    ensure(desk.actor, Action.RUN_VERTICAL, Scope())
    one = await _known(desk, mentorship_id)
    if one.state not in OPEN:
        raise await _overtaken(desk, one)
    return one


# --- how it works -----------------------------------------------------------------------------------------------------


async def _overtaken(desk: Desk, one: OrganisationMentorship) -> Stale:
    who = one.changed_by
    people = await desk.work.people.many([who] if who is not None else [])
    name = people[who].name if who is not None and who in people else "none"
    return Stale("vertical-overtaken", state=one.state.value, who=name)


async def _store(desk: Desk, before: OrganisationMentorship, after: OrganisationMentorship, event: str) -> None:
    if not await desk.work.organisation_mentorships.move(before, after):
        raise Stale("vertical-refusal-answered")
    await _trace(desk, after, event)


async def _trace(desk: Desk, one: OrganisationMentorship, event: str) -> None:
    await desk.work.trail.add(SUBJECT, one.id, event, actor_id=desk.actor.person_id, organisation_id=one.mentee_id)


async def _names(desk: Desk, one: OrganisationMentorship) -> str:
    """«Mentor → mentee» in the actor's language, for a form's text."""
    known = await desk.work.organisations.many(one.sides)
    mentor = known[one.mentor_id].label if one.mentor_id is not None else _model(desk)
    return f"{mentor} → {known[one.mentee_id].label}"


def _model(desk: Desk) -> str:
    model = desk.programme.vertical
    return model.name.text(desk.actor.language) if model is not None else ""


def sides(one: OrganisationMentorship, names: Mapping[int, Organisation]) -> dict[str, Text]:
    """Names of both sides for a text."""
    mentor: Text = names[one.mentor_id].name if one.mentor_id is not None else Say("vertical-municipality")
    return {"mentor": mentor, "mentee": names[one.mentee_id].name}


def open_button(one: OrganisationMentorship) -> Keyboard:
    """The way to its card from a notice."""
    return ((Button(Say("vertical-open"), press("vertical.card", one.id)),),)


async def audience(desk: Desk, one: OrganisationMentorship, *, proposer: bool) -> tuple[int, ...]:
    """Curators and heads of both sides, and who proposed it, each once."""
    people: Iterable[int] = await leaders(desk, one.sides)
    return tuple(dict.fromkeys((*people, one.proposed_by) if proposer else people))


async def _tell(desk: Desk, one: OrganisationMentorship, key: str, *, proposer: bool = False) -> None:
    """By day, to everybody it concerns but who did it."""
    people = [each for each in await audience(desk, one, proposer=proposer) if each != desk.actor.person_id]
    names = await desk.work.organisations.many(one.sides)
    said = {**sides(one, names), "goal": one.goal, "result": one.result or "none", "state": one.state.value}
    release = desk.programme.quiet.release(desk.now, names[one.mentee_id].zone)
    await notices.to_all(desk, people, Say(key, said), keyboard=open_button(one), not_before=release)
