"""Sessions of the school of mentors: planned, mentors asked to come, who came recorded in one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from mentoring import training as rules
from mentoring.access import Action, Scope, ensure
from mentoring.clock import at, local_date
from mentoring.errors import Invalid, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation
from mentoring.roles import Role
from mentoring.training import Result, Session, SessionState, Step
from messaging.replies import Button, Moment, Replies, Say, Show, press
from programmes.parts import TrainingStep
from services import allowed_places, dialogue, dialogue_screens, notices
from services.desk import Desk
from services.dialogue_screens import own
from services.training_steps import ways
from storage.candidates import Member
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "training-session"
ORGANISATION = "organisation"
PAGE = 6
SESSIONS = 5
_AHEAD = (SessionState.DRAFT, SessionState.INVITED)


@dataclass(frozen=True, slots=True)
class Sessions:
    """A page of sessions, the latest first."""

    lines: tuple[tuple[Session, Organisation], ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session with those asked to come."""

    session: Session
    organisation: Organisation
    step: TrainingStep | None
    asked: tuple[Step, ...]

    def of(self, membership_id: int) -> Step | None:
        return next((one for one in self.asked if one.membership_id == membership_id), None)


@dataclass(frozen=True, slots=True)
class SessionPeople:
    """A page of mentors: of those who could come, or who were asked; `lacks`: who has not passed the step."""

    card: SessionCard
    lines: tuple[tuple[Member, Step | None], ...]
    lacks: frozenset[int]
    page: int
    pages: int


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor runs the school; Forbidden if nowhere."""
    return await allowed_places.where(desk, Action.RUN_TRAINING)


async def listing(desk: Desk, number: int = 0) -> Sessions:
    """The sessions of the actor's organisations."""
    where = {one.id: one for one in await organisations(desk)}
    number = max(number, 0)
    found, total = await desk.work.training.sessions(list(where), offset=number * SESSIONS, limit=SESSIONS)
    pages = pages_of(total, SESSIONS)
    if not found and number:
        return await listing(desk, pages - 1)
    return Sessions(tuple((one, where[one.organisation_id]) for one in found), number, pages)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The first screen of the form `training-session`."""
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation_id))
    if not desk.programme.training:
        raise Invalid("training-no-steps")
    subject = Subject(ORGANISATION, organisation_id)
    return await dialogue.begin(desk, FORM, subject=subject, organisation_id=organisation_id)


async def create(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `training-session`: a draft to which nobody is asked yet; Invalid for a time long over."""
    organisation = await desk.work.organisations.get(record.about(ORGANISATION) or 0)
    if organisation is None:
        raise NotFound
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation.id))
    step = str(answers["step"])
    if step not in {one.id for one in desk.programme.training}:
        raise NotFound
    day, hour = date.fromisoformat(str(answers["date"])), time.fromisoformat(str(answers["time"]))
    starts_at = at(day, hour, organisation.zone)
    if starts_at <= desk.now:
        raise Invalid("training-too-early")
    place = str(answers["place"]) if answers.get("place") else None
    by = desk.actor.person_id or 0
    title = str(answers["title"])
    new = Session(0, organisation.id, step, title, starts_at, place, SessionState.DRAFT, by, desk.now)
    made = await desk.work.training.add_session(new)
    on = ((Button(Say("training-whom"), press("training.people", made, 0)),), *_ways(made))
    said = Say("training-created", {"title": title, "when": starts_at})
    return (dialogue_screens.done(record, said, on),)


async def card(desk: Desk, session_id: int) -> SessionCard:
    """A session for its curator; Stale once it was called off."""
    session = await desk.work.training.session(session_id)
    organisation = await desk.work.organisations.get(session.organisation_id) if session is not None else None
    if session is None or organisation is None:
        raise NotFound
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation.id))
    if session.state is SessionState.CALLED_OFF:
        raise Stale("training-gone")
    return await card_of(desk, session, organisation)


async def card_of(desk: Desk, session: Session, organisation: Organisation) -> SessionCard:
    """A session with those asked to come, whoever looks."""
    step = next((one for one in desk.programme.training if one.id == session.step), None)
    return SessionCard(session, organisation, step, await desk.work.training.attendees(session.id))


# --- who comes -------------------------------------------------------------------------------------------------------


async def people(desk: Desk, session_id: int, number: int = 0) -> SessionPeople:
    """A page of the mentors who could come, by name."""
    found = await _open(desk, session_id)
    return await _people(desk, found, await _mentors(desk, found.organisation), number)


async def toggle(desk: Desk, session_id: int, membership_id: int) -> None:
    """Somebody is asked to come, or not. Once people were told, whoever is added or taken off hears it at once."""
    found = await _open(desk, session_id)
    member = next((one for one in await _mentors(desk, found.organisation) if one.membership.id == membership_id), None)
    if member is None:
        raise NotFound
    told = found.session.state is SessionState.INVITED
    if found.of(membership_id) is not None:
        if await desk.work.training.unask(session_id, membership_id) and told:
            await _tell(desk, found, [member.person.id], "training-called-off")
    elif await desk.work.training.ask(found.session, membership_id) and told:
        await _tell(desk, found, [member.person.id], "training-invitation", membership_id)


async def ask_lacking(desk: Desk, session_id: int) -> None:
    """Everybody who has not passed the step is asked to come."""
    found = await _open(desk, session_id)
    members = await _mentors(desk, found.organisation)
    lacks = await _lacks(desk, found.session.step, members)
    told = found.session.state is SessionState.INVITED
    for one in members:
        if one.membership.id in lacks and await desk.work.training.ask(found.session, one.membership.id) and told:
            await _tell(desk, found, [one.person.id], "training-invitation", one.membership.id)


async def invite(desk: Desk, session_id: int) -> tuple[SessionCard, int]:
    """Everybody asked is told; gives how many could not be. Of two curators one wins."""
    found = await _open(desk, session_id)
    if not found.asked:
        raise Invalid("training-nobody")
    if found.session.starts_at <= desk.now:
        raise Invalid("training-too-early")
    if not await desk.work.training.move(session_id, (SessionState.DRAFT,), SessionState.INVITED):
        raise Stale("training-invited-already")
    missed = 0
    for member in await asked(desk, found):
        missed += await _tell(desk, found, [member.person.id], "training-invitation", member.membership.id)
    return await card(desk, session_id), missed


async def call_off(desk: Desk, session_id: int) -> SessionCard:
    """It does not take place; who was told of it hears that."""
    found = await card(desk, session_id)
    if not await desk.work.training.move(session_id, _AHEAD, SessionState.CALLED_OFF):
        raise Stale("training-held-already")
    if found.session.state is SessionState.INVITED:
        await _tell(desk, found, [one.person.id for one in await asked(desk, found)], "training-called-off")
    return found


async def _open(desk: Desk, session_id: int) -> SessionCard:
    """One to which people can still be asked."""
    found = await card(desk, session_id)
    if found.session.state not in _AHEAD:
        raise Stale("training-held-already")
    return found


# --- who came --------------------------------------------------------------------------------------------------------


async def attendance(desk: Desk, session_id: int, number: int = 0) -> SessionPeople:
    """A page of those who were asked; Invalid before it has begun."""
    found = await _begun(desk, session_id)
    return await _people(desk, found, await asked(desk, found), number)


async def mark(desk: Desk, session_id: int, membership_id: int) -> None:
    """Notes that somebody did not come, or takes it back."""
    found = await _begun(desk, session_id)
    step = found.of(membership_id)
    if step is None:
        raise NotFound
    after = rules.flipped(found.session.state, step.result)
    day = local_date(found.session.starts_at, found.organisation.zone)
    if not await desk.work.training.mark(step, after, held_on=day, by=desk.actor.person_id or 0):
        raise Stale("training-marked")


async def hold(desk: Desk, session_id: int) -> SessionCard:
    """Records the step, with the day, for everybody who was not marked as absent; they hear it. Once a session."""
    found = await _begun(desk, session_id)
    if not await desk.work.training.move(session_id, (SessionState.INVITED,), SessionState.HELD):
        raise Stale("training-held-already")
    day, by = local_date(found.session.starts_at, found.organisation.zone), desk.actor.person_id or 0
    for member in await asked(desk, found):
        step = found.of(member.membership.id)
        came = step is not None and step.result is None
        if step is not None and came and await desk.work.training.mark(step, Result.PASSED, held_on=day, by=by):
            await _tell(desk, found, [member.person.id], "training-came", member.membership.id)
    return await card(desk, session_id)


async def _begun(desk: Desk, session_id: int) -> SessionCard:
    found = await card(desk, session_id)
    if found.session.state is SessionState.DRAFT or desk.now < found.session.starts_at:
        raise Invalid("training-not-yet")
    return found


# --- how it works ----------------------------------------------------------------------------------------------------


def facts(found: SessionCard) -> dict[str, object]:
    """What texts about a session say of it."""
    session = found.session
    return {
        "title": session.title,
        "step": own(found.step.name) if found.step is not None else session.step,
        "when": Moment(session.starts_at),
        "place": session.place or "none",
    }


async def _tell(
    desk: Desk, found: SessionCard, people: Sequence[int], name: str, membership_id: int | None = None
) -> int:
    """How many of these people could not be told; the one who acts knows."""
    keyboard = ways(membership_id) if membership_id is not None else ()
    others = [one for one in people if one != desk.actor.person_id]
    return len(await notices.to_all(desk, others, Say(name, facts(found)), keyboard=keyboard))


async def _mentors(desk: Desk, organisation: Organisation) -> tuple[Member, ...]:
    return await desk.work.candidates.members(Role.MENTOR, organisation.id)


async def asked(desk: Desk, found: SessionCard) -> tuple[Member, ...]:
    """Those asked who are mentors there still, by name."""
    asked = {one.membership_id for one in found.asked}
    return tuple(one for one in await _mentors(desk, found.organisation) if one.membership.id in asked)


async def _lacks(desk: Desk, step: str, members: Sequence[Member]) -> frozenset[int]:
    """The memberships in which the step was not passed."""
    known = await desk.work.training.of(one.membership.id for one in members)
    passed = {one.membership_id for one in known if one.step == step and one.result is Result.PASSED}
    return frozenset(one.membership.id for one in members) - passed


async def _people(desk: Desk, found: SessionCard, members: Sequence[Member], number: int) -> SessionPeople:
    pages = pages_of(len(members), PAGE)
    number = min(max(number, 0), pages - 1)
    lines = tuple((one, found.of(one.membership.id)) for one in members[number * PAGE : (number + 1) * PAGE])
    return SessionPeople(found, lines, await _lacks(desk, found.session.step, members), number, pages)


def _ways(session_id: int) -> tuple[tuple[Button, ...], ...]:
    return ((Button(Say("training-session"), press("training.session", session_id)),),)
