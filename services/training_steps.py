"""The school of mentors, one mentor at a time: which steps they have been through, and what the curator records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring import training as rules
from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import NotFound, Stale
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.roles import Role
from mentoring.training import Result, Session, Step
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Text, press
from programmes.parts import TrainingStep
from services import dialogue, dialogue_screens, notices
from services.desk import Asked, Desk
from services.dialogue_screens import own
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "training-step"
MEMBERSHIP = "membership"
OPEN = "training.open"


@dataclass(frozen=True, slots=True)
class Course:
    """A mentor's way through the school. `lines`: each step of the programme with what counts of it; `ahead`: sessions
    they are asked to; `runs`: the viewer is its curator."""

    membership: Membership
    person: Person
    organisation: Organisation
    lines: tuple[tuple[TrainingStep, Step | None], ...]
    ahead: tuple[Session, ...]
    runs: bool
    own: bool


async def course(desk: Desk, membership_id: int) -> Course:
    """The steps of one mentor, for them and those who look after mentors."""
    membership, person, organisation = await _mentor(desk, membership_id, Action.SEE_TRAINING)
    steps = await desk.work.training.of([membership_id])
    return Course(
        membership,
        person,
        organisation,
        tuple((one, rules.standing(steps, one.id)) for one in desk.programme.training),
        await desk.work.training.ahead([membership_id]),
        allowed(desk.actor, Action.RUN_TRAINING, Scope(organisation.id)),
        person.id == desk.actor.person_id,
    )


async def begin(desk: Desk, membership_id: int, step: str) -> Show:
    """The form in which the curator writes down how a step went."""
    _, _, organisation = await _mentor(desk, membership_id, Action.RUN_TRAINING)
    _step(desk, step)
    return await dialogue.begin(
        desk,
        FORM,
        subject=Subject(MEMBERSHIP, membership_id),
        organisation_id=organisation.id,
        facts={"step": step},
        prefilled={"step": step},
    )


async def record(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `training-step`: kept with date and result; the mentor hears of it, but not of the note."""
    membership, person, organisation = await _mentor(desk, record.about(MEMBERSHIP) or 0, Action.RUN_TRAINING)
    step, result = _step(desk, str(answers["step"])), Result(str(answers["result"]))
    day = date.fromisoformat(str(answers["date"]))
    note = str(answers.get("note") or "").strip() or None
    await _keep(desk, membership, organisation, step, result, day, note)
    said = {"name": person.name, "step": own(step.name), "day": day, "result": result.value}
    menu = Button(Say("menu-button"), press("menu.open"))
    back = ((Button(Say("training-to-steps"), press(OPEN, membership.id)), menu),)
    return (dialogue_screens.done(record, Say("training-recorded", said), back),)


async def passed(
    desk: Desk, membership: Membership, organisation: Organisation, step: TrainingStep, day: date, *, note: str
) -> None:
    """A step that a mentor has passed elsewhere, on a day there; they hear of it. Raises Forbidden."""
    ensure(desk.actor, Action.RUN_TRAINING, Scope(organisation.id, membership.person_id))
    await _keep(desk, membership, organisation, step, Result.PASSED, day, note)


def trained(membership: Membership) -> bool:
    """Whether it is a mentor's, whose steps are kept."""
    return membership.role is Role.MENTOR and membership.state is MembershipState.APPROVED


async def _keep(
    desk: Desk,
    membership: Membership,
    organisation: Organisation,
    step: TrainingStep,
    result: Result,
    day: date,
    note: str | None,
) -> None:
    """Kept with date and result; the mentor hears of it, but not of the note."""
    by = desk.actor.person_id or 0
    await desk.work.training.record(membership.id, step.id, result, day, note=note, by=by)
    if membership.person_id != desk.actor.person_id:
        said = {"step": own(step.name), "day": day, "result": result.value, "organisation": organisation.name}
        await notices.to(desk, membership.person_id, Say("training-told", said), keyboard=ways(membership.id))


def ways(membership_id: int) -> Keyboard:
    """To their steps, for a mentor."""
    return (
        (Button(Say("training-steps"), press(OPEN, membership_id)), Button(Say("menu-button"), press("menu.open"))),
    )


async def options(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `training_steps`: those of the programme."""
    return tuple(Option(one.id, one.name) for one in desk.programme.training)


async def warning(desk: Desk, mentors: Sequence[Person]) -> Text | None:
    """For a curator about to pair these mentors: who lacks which needed step, wherever they are mentors; else None."""
    needed = [one for one in desk.programme.training if one.needed]
    held = await desk.work.memberships.of_people(one.id for one in mentors) if needed and mentors else {}
    theirs = {person: [one.id for one in all_ if one.role is Role.MENTOR] for person, all_ in held.items()}
    steps = await desk.work.training.of(one for ids in theirs.values() for one in ids) if theirs else ()
    lines: list[Text] = []
    for person in mentors:
        own_steps = [one for one in steps if one.membership_id in theirs.get(person.id, ())]
        lacking = rules.missing(own_steps, [one.id for one in needed])
        names = tuple(own(one.name) for one in needed if one.id in lacking)
        if names:
            lines.append(Say("training-missing", {"name": person.name, "steps": Lines(names, ", ")}))
    return Lines(tuple(lines)) if lines else None


async def _mentor(desk: Desk, membership_id: int, action: Action) -> tuple[Membership, Person, Organisation]:
    """An approved mentor whose training the actor may see or run."""
    membership = await desk.work.memberships.get(membership_id)
    if membership is None or membership.organisation_id is None or membership.role is not Role.MENTOR:
        raise NotFound
    ensure(desk.actor, action, Scope(membership.organisation_id, membership.person_id))
    person = await desk.work.people.get(membership.person_id)
    organisation = await desk.work.organisations.get(membership.organisation_id)
    if person is None or organisation is None:
        raise NotFound
    if membership.state is not MembershipState.APPROVED:
        raise Stale("training-no-mentor", name=person.name)
    return membership, person, organisation


def _step(desk: Desk, wanted: str) -> TrainingStep:
    """A step of the programme; NotFound for another."""
    found = next((one for one in desk.programme.training if one.id == wanted), None)
    if found is None:
        raise NotFound
    return found
