"""The curator's evaluation of the programme, once a school year in each organisation: nine criteria, and a SWOT."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, places
from mentoring.criteria import Level, level
from mentoring.errors import NotFound
from mentoring.people import Organisation
from messaging.replies import Show
from programmes.terms import school_year_of
from services import allowed_places, catalogue, contexts, observations
from services.desk import Desk
from surveys.record import Record, Subject
from surveys.scoring import score

CRITERIA = "curator-criteria"
SWOT = "curator-swot"
SUBJECT = "school_year"
"""What an evaluation is about; its id is the year in whose autumn the school year begins."""
MEASURE = "process"


@dataclass(frozen=True, slots=True)
class YearOfCriteria:
    """The nine criteria of one school year: their sum, 0–18, and what it says."""

    year: int
    total: int
    level: Level


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is kept of an organisation. `swot`: this year's; `history`: every year with criteria, the newest first.

    `several`: the actor evaluates other organisations too."""

    organisation: Organisation
    year: int
    history: tuple[YearOfCriteria, ...]
    swot: Record | None
    several: bool

    @property
    def this_year(self) -> YearOfCriteria | None:
        return next((each for each in self.history if each.year == self.year), None)


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Where the actor evaluates the programme, by name. Raises Forbidden for nowhere."""
    return await allowed_places.where(desk, Action.OBSERVE_OUTCOMES)


async def evaluation(desk: Desk, organisation_id: int) -> Evaluation:
    """What is kept of one organisation."""
    organisation = await _organisation(desk, organisation_id)
    year = school_year_of(desk.today(organisation.zone))
    found = await desk.work.observations.of_organisation(organisation_id, SUBJECT, [CRITERIA, SWOT])
    criteria = [record for record in found if record.definition == CRITERIA]
    by_year = [await criteria_of(desk, record) for record in criteria]
    history = sorted((each for each in by_year if each is not None), key=lambda each: -each.year)
    swot = next((each for each in found if each.definition == SWOT and each.about(SUBJECT) == year), None)
    several = len(places(desk.actor, Action.OBSERVE_OUTCOMES)) > 1
    return Evaluation(organisation, year, tuple(history), swot, several)


async def criteria_of(desk: Desk, record: Record) -> YearOfCriteria | None:
    """The sum of a finished response and its level; None where a criterion is missing."""
    definition = await catalogue.find(desk, record.definition, record.draft.version)
    context = await contexts.build(desk, definition, record.subject, record.facts, {}, record.draft.answers)
    total = score(definition, record.draft.answers, context, MEASURE).total
    year = record.about(SUBJECT)
    return None if total is None or year is None else YearOfCriteria(year, total, level(total))


async def begin(desk: Desk, organisation_id: int, name: str) -> Show:
    """Fill in this school year's criteria or SWOT; what is kept is replaced once the new one is complete."""
    if name not in (CRITERIA, SWOT):
        raise NotFound
    organisation = await _organisation(desk, organisation_id)
    year = school_year_of(desk.today(organisation.zone))
    return await observations.begin(desk, name, Subject(SUBJECT, year), organisation.id)


async def guard(desk: Desk, record: Record) -> None:
    """Before every step: Forbidden for whoever does not evaluate this organisation (any more)."""
    ensure(desk.actor, Action.OBSERVE_OUTCOMES, Scope(organisation_id=record.organisation_id))


async def _organisation(desk: Desk, organisation_id: int) -> Organisation:
    ensure(desk.actor, Action.OBSERVE_OUTCOMES, Scope(organisation_id=organisation_id))
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found
