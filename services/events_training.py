"""Coming to a seminar counted as a step of the school of mentors, where the curator of those mentors says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, places
from mentoring.clock import local_date
from mentoring.errors import Forbidden, NotFound, Stale
from mentoring.people import Membership, Organisation, Person
from mentoring.training import missing
from programmes.parts import TrainingStep
from services import training_steps
from services.desk import Desk
from services.events import Card, card, zone_of


@dataclass(frozen=True, slots=True)
class Learner:
    """A mentor of the actor's organisations who came. `lacks`: the ids of the steps they have not passed."""

    membership: Membership
    person: Person
    organisation: Organisation
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Learners:
    """Who came, by name, and each step of the programme with how many of them lack it."""

    card: Card
    rows: tuple[Learner, ...]
    steps: tuple[tuple[TrainingStep, int], ...]


async def learners(desk: Desk, event_id: int) -> Learners:
    """For curators of mentors who came. Raises Forbidden, NotFound."""
    seen = await card(desk, event_id)
    if not seen.teaches:
        raise NotFound
    came = [one.person_id for one in await desk.work.events.people(event_id) if one.came]
    people = await desk.work.people.many(came)
    mentors = await _mentors(desk, seen, tuple(people))
    known = await desk.work.training.of(one.id for one in mentors)
    where = await desk.work.organisations.many(one.organisation_id for one in mentors if one.organisation_id)
    steps = desk.programme.training
    rows = tuple(
        Learner(
            one,
            people[one.person_id],
            where[one.organisation_id or 0],
            frozenset(missing([each for each in known if each.membership_id == one.id], [each.id for each in steps])),
        )
        for one in sorted(mentors, key=lambda one: (people[one.person_id].name.casefold(), one.id))
    )
    return Learners(seen, rows, tuple((step, sum(step.id in one.lacks for one in rows)) for step in steps))


async def count(desk: Desk, event_id: int, step_id: str) -> int:
    """Everybody of them who has not passed the step has it now, with the event's day; they hear of it. How many.

    Raises Forbidden, NotFound, and Stale where nobody lacks it.
    """
    seen = await learners(desk, event_id)
    step = next((each for each, _ in seen.steps if each.id == step_id), None)
    if step is None:
        raise NotFound
    lacking = [one for one in seen.rows if step_id in one.lacks]
    if not lacking:
        raise Stale("event-refusal-counted")
    event = seen.card.event
    day = local_date(event.starts_at, zone_of(desk, seen.card.organisation))
    for one in lacking:
        ensure(desk.actor, Action.RUN_TRAINING, Scope(one.organisation.id))
        await training_steps.passed(desk, one.membership, one.organisation, step, day, note=event.title)
    return len(lacking)


async def _mentors(desk: Desk, seen: Card, people: tuple[int, ...]) -> list[Membership]:
    """Their places as mentors in the actor's organisations, one each in an organisation."""
    mine = set(places(desk.actor, Action.RUN_TRAINING))
    if not mine:
        raise Forbidden
    held: Mapping[int, tuple[Membership, ...]] = await desk.work.memberships.of_people(people)
    return [
        one for theirs in held.values() for one in theirs if training_steps.trained(one) and one.organisation_id in mine
    ]
