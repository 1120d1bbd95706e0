"""What has changed from entry to exit: of an organisation, a form, everybody, or the two sides of one pair.

Only the same person in the same mentorship, the same question in the same words, both questionnaires finished
(docs/results.md#change). The figures are worked out in the workshop, as the jobs `change-text` and `change-chart`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.mentorships import Form, Side
from mentoring.people import Person
from reports.changing import Member, Wanted
from services import catalogue, pairs, results_view
from services.desk import Desk
from services.pairs import Pair
from services.results_view import Sight
from storage.paired import Answered, Placed
from surveys.change import Number
from surveys.definition import Definition
from surveys.pairing import DefinitionKey, Enrolled, Parameter, parameters
from surveys.path import Value

PIECE = 1000
"""People handed over at a time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose change somebody wants to see. `organisation_id` None: everybody's; `form` None: all forms together."""

    organisation_id: int | None
    form: Form | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One parameter of one person: what they answered before and after, None where an answer is missing."""

    parameter: Parameter
    before: Number | None
    after: Number | None


@dataclass(frozen=True, slots=True)
class OfPerson:
    """One party of a pair with every parameter of theirs. `began`, `ended`: the entry and exit answers are in."""

    person: Person
    side: Side
    began: bool
    ended: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class OfPair:
    """A mentorship before and after, person by person."""

    pair: Pair
    people: tuple[OfPerson, ...]


async def sight(desk: Desk, asked: Asked) -> Sight:
    """With which eyes the actor sees it. Raises Forbidden and NotFound."""
    return await results_view.sight(desk, asked.organisation_id)


def wanted(asked: Asked, seen: Sight) -> Wanted:
    """The same for the workshop."""
    organisation = None if asked.organisation_id is None else str(asked.organisation_id)
    return Wanted(organisation, asked.form.value if asked.form else None, seen.fewest)


async def enrolled(desk: Desk, asked: Asked, seen: Sight) -> tuple[Placed, ...]:
    """Everybody whose answers the figures need: those asked about, or, where small groups are hidden, everybody."""
    entries, exits = questionnaires(desk)
    store = desk.work.paired
    if seen.fewest > 1:
        return await store.placed(entries, exits)
    organisations = None if asked.organisation_id is None else {asked.organisation_id}
    form = asked.form.value if asked.form else None
    return await store.placed(entries, exits, organisations=organisations, form=form)


def questionnaires(desk: Desk) -> tuple[set[str], set[str]]:
    """What is asked at the entry and at the exit, whatever the form and the side."""
    known = desk.programme.questionnaires
    sides = [(form, side) for form in Form for side in Side]
    return {known.entry_id(*each) for each in sides}, {known.exit_id(*each) for each in sides}


Ends = tuple[Placed, DefinitionKey, DefinitionKey]
"""Somebody with the questionnaires of either end."""


async def ends(desk: Desk, people: Iterable[Placed]) -> tuple[dict[DefinitionKey, Definition], list[Ends]]:
    """Everybody with the versions they were asked, or would be asked now, and the definitions of these."""
    known: dict[DefinitionKey, Definition] = {}
    found: list[Ends] = []
    names = desk.programme.questionnaires
    for each in people:
        form, side = Form(each.form), Side(each.side)
        entry = _asked(desk, each.entry, names.entry_id(form, side))
        out = _asked(desk, each.exit, names.exit_id(form, side))
        if entry is None or out is None:
            continue
        for key in (entry, out):
            if key not in known:
                known[key] = await catalogue.find(desk, *key)
        found.append((each, entry, out))
    return known, found


def _asked(desk: Desk, asked: Answered | None, name: str) -> DefinitionKey | None:
    """The version somebody was asked; for those who have not been asked the present one."""
    if asked is not None:
        return asked.definition, asked.version
    try:
        return name, desk.house.surveys.get(name).version
    except KeyError:
        return None


async def members(people: Sequence[Ends]) -> AsyncIterator[Sequence[Member]]:
    """Everybody for the workshop, piece by piece; unpacking is for a thread."""
    for start in range(0, len(people), PIECE):
        yield await asyncio.to_thread(_piece, people[start : start + PIECE])


def _piece(people: Sequence[Ends]) -> list[Member]:
    return [
        Member(
            str(each.organisation_id),
            each.form,
            each.person_id,
            Enrolled(entry, out, _values(each.entry), _values(each.exit)),
        )
        for each, entry, out in people
    ]


def _values(of: Answered | None) -> dict[str, Value] | None:
    """The answers; None where the questionnaire is not finished."""
    if of is None or of.values is None:
        return None
    found: dict[str, Value] = json.loads(of.values)
    return found


# --- one pair ---------------------------------------------------------------------------------------------------------


async def of_pair(desk: Desk, mentorship_id: int) -> OfPair:
    """Both sides before and after, for the organisation's curator alone. Raises Forbidden and NotFound.

    No statistics: of one person there are answers, not means.
    """
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_CHANGE_OF_PAIR, Scope.of(mentorship))
    pair = await pairs.pair_of(desk, mentorship)
    placed = await desk.work.paired.placed(*questionnaires(desk), mentorship_id=mentorship_id)
    known, found = await ends(desk, placed)
    people = []
    for each, entry, out in found:
        person = pair.people.get(each.person_id)
        if person is not None:
            before, after = _values(each.entry), _values(each.exit)
            steps = tuple(_steps(known[entry], known[out], before, after))
            people.append(OfPerson(person, Side(each.side), before is not None, after is not None, steps))
    return OfPair(pair, tuple(people))


def _steps(
    entry: Definition, out: Definition, before: Mapping[str, Value] | None, after: Mapping[str, Value] | None
) -> Iterator[Step]:
    """Every parameter that both questionnaires ask; anonymous ones can't be laid beside each other."""
    if entry.anonymous or out.anonymous:
        return
    for parameter in parameters(entry, out):
        yield Step(
            parameter,
            None if before is None else parameter.value(before),
            None if after is None else parameter.value(after),
        )
