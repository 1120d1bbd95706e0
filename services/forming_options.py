"""What the form `mentorship` offers: people, forms, kinds and role models that fit the answers so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from mentoring import life
from mentoring.access import Action, Scope, allowed
from mentoring.mentorships import Side
from mentoring.people import Person
from mentoring.roles import Role
from programmes.parts import Kind
from services.desk import Asked, Desk
from storage.people import PeopleFilter
from surveys.definition import Option
from surveys.path import Answers

ORGANISATION = "organisation"
MANY = 8
"""More people than one page has: then a name or a class may be asked for first."""
MOST = 90
"""People one screen can offer; Telegram takes a hundred buttons."""
_CHOSEN: Mapping[Side, tuple[str, str]] = {Side.MENTEE: ("mentee", "mentees"), Side.MENTOR: ("mentor", "mentors")}
"""Questions of the form in which the people of a side are chosen: one, or several."""


async def mentees(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentees`."""
    return await _people(desk, asked, Side.MENTEE)


async def mentors(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentors`: without those chosen as mentees."""
    return await _people(desk, asked, Side.MENTOR)


async def forms(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `forms`: those in which the people chosen may stand where they were put; all if there is none such."""
    chosen = {side: await chosen_people(desk, asked.answers, side) for side in Side}
    reverse = any(kind.id == asked.answers.get("kind") and kind.reverse for kind in desk.programme.kinds)
    fitting = [
        form.id.value
        for form in desk.programme.forms
        if all(
            life.fitting(form.id, side, one, desk.programme.fits, reverse=reverse)
            for side, people in chosen.items()
            for one in people
        )
    ]
    every = desk.programme.source("forms")
    return [option for option in every if option.id in fitting] or every


async def kinds(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `mentorship_kinds`: those a pair, a group or a circle may be of, the usual one first."""
    return tuple(Option(kind.id, kind.name) for kind in _kinds(desk, asked.answers))


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """Facts of the form `mentorship`: for which gatherings there is a kind to choose."""
    return {f"kinds_{each}": len(desk.programme.kinds_for(each)) > 1 for each in life.Gathering}


def _network(desk: Desk, answers: Answers) -> bool:
    """Whether the kind chosen joins people of different organisations."""
    return any(kind.id == answers.get("kind") and kind.network for kind in desk.programme.kinds)


def _kinds(desk: Desk, answers: Answers) -> tuple[Kind, ...]:
    gathering = answers.get("gathering")
    return desk.programme.kinds_for(life.Gathering(gathering)) if isinstance(gathering, str) else ()


async def role_models(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `role_models`: those of the form chosen."""
    return desk.programme.source("role_models", asked.answers)


async def _people(desk: Desk, asked: Asked, side: Side) -> Sequence[Option]:
    """Approved people of a side, after those chosen: the nearest to the name sought, or the free ones, first."""
    if asked.subject is None or asked.subject.kind != ORGANISATION:
        return ()
    organisation_id = asked.subject.id
    if not allowed(desk.actor, Action.PROPOSE_MENTORSHIP, Scope(organisation_id)):
        return ()  # the role was lost while the form stood open
    which = approved(organisation_id, side, str(asked.answers.get(f"{side}_find", "")), desk.programme.classes)
    if side is Side.MENTOR and _network(desk, asked.answers):
        which = replace(which, organisation_id=None)
    found, _ = await desk.work.people.page(which, limit=MOST)
    taken = await desk.work.mentorships.joined(organisation_id, side)
    other = {one.id for one in await chosen_people(desk, asked.answers, Side.MENTEE)} if side is Side.MENTOR else set()
    chosen = await chosen_people(desk, asked.answers, side)
    ranked = found if which.part else sorted(found, key=lambda one: one.id in taken)
    listed = {one.id: one for one in (*chosen, *ranked)}
    return [Option(str(one.id), _label(one)) for one in listed.values() if one.id not in other][:MOST]


def approved(organisation_id: int, side: Side, sought: str = "", classes: Collection[str] = ()) -> PeopleFilter:
    """Approved people of a side; what is sought may be a class or a part of a name."""
    word = "".join(sought.split()).upper()
    return PeopleFilter(
        organisation_id=organisation_id,
        roles=frozenset({Role(side.value)}),
        school_class=word if word in classes else None,
        part="" if word in classes else sought,
    )


def _label(person: Person) -> str:
    school_class = person.profile.school_class
    return f"{person.name}, {school_class}" if school_class else person.name


def _chosen(answers: Answers, side: Side) -> tuple[int, ...]:
    """Ids of the people chosen for a side."""
    one, several = (answers.get(name) for name in _CHOSEN[side])
    ids = several if isinstance(several, list) else [one] if isinstance(one, str) else []
    return tuple(int(person) for person in ids)


async def chosen_people(desk: Desk, answers: Answers, side: Side) -> tuple[Person, ...]:
    ids = _chosen(answers, side)
    known = await desk.work.people.many(ids) if ids else {}
    return tuple(known[person] for person in ids if person in known)
