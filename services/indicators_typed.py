"""What people type in beside what is counted: denominators with their day and source, and planned values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mentoring.access import Action, Scope, ensure
from mentoring.errors import Forbidden, Invalid, NotFound
from mentoring.numerators import Level
from messaging.replies import Button, Replies, Say, Show, press
from programmes.milestones import DenominatorOf
from services import dialogue, dialogue_screens
from services.desk import Desk
from services.indicator_table import levels
from services.indicators import indicator_of, organisation_of, period_of
from services.registration_answers import text_of
from surveys.path import Value
from surveys.record import Record, Subject

DENOMINATOR, PLAN = "indicator-denominator", "indicator-plan"
SUBJECT = "indicators"
"""What a draft is about: the organisation, 0 the municipality; which number it is stands in the facts."""


async def begin_denominator(desk: Desk, organisation_id: int | None, name: str, period: str | None = None) -> Show:
    """The form that asks for a number, its day and its source; the likely day is the report date of the period."""
    wanted = await _typed_here(desk, organisation_id, name)
    organisation = await organisation_of(desk, organisation_id)
    chosen = period_of(desk, period, organisation)
    today = desk.today(organisation.zone if organisation else None)
    facts = {"name": wanted.name.text(desk.actor.language), "denominator": name, "period": chosen.code}
    likely: dict[str, Value] = {"on": min(chosen.report_date, today).isoformat()}
    known = (await desk.work.indicators.denominators(chosen.report_date)).get((organisation_id, name))
    if known is not None:
        likely["source"] = known.source
    return await _begin(desk, DENOMINATOR, organisation_id, facts, likely)


async def enter_denominator(
    desk: Desk, organisation_id: int | None, name: str, value: int, on: date, source: str
) -> None:
    """Keeps it; of one day the one typed last counts. Raises Invalid for less than nothing."""
    await _typed_here(desk, organisation_id, name)
    if value < 0 or desk.actor.person_id is None:
        raise Invalid
    await desk.work.indicators.enter(organisation_id, name, value, on, source, by=desk.actor.person_id)
    await _trace(desk, organisation_id, "denominator_entered", {"name": name, "value": value, "on": on.isoformat()})


async def denominator(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `indicator-denominator`."""
    place, name = _place(record), str(record.facts.get("denominator", ""))
    source = text_of(answers, "source") or ""
    value, on = int(str(answers["value"])), date.fromisoformat(str(answers["on"]))
    await enter_denominator(desk, place, name, value, on, source)
    said = {"name": str(record.facts.get("name", "")), "value": value, "on": on}
    return (dialogue_screens.done(record, Say("indicators-denominator-done", said), ((_back(record),),)),)


async def begin_plan(desk: Desk, organisation_id: int | None, indicator: str, period: str) -> Show:
    """The form that asks for a planned share in per cent, and where it is laid down."""
    ensure(desk.actor, Action.PLAN_INDICATOR, Scope(organisation_id=organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    chosen = period_of(desk, period, organisation)
    one = indicator_of(desk, indicator, chosen)
    facts = {"name": one.name.text(desk.actor.language), "indicator": indicator, "period": chosen.code}
    return await _begin(desk, PLAN, organisation_id, facts, {})


async def plan(
    desk: Desk, organisation_id: int | None, indicator: str, period: str, value: Decimal, source: str | None = None
) -> None:
    """Keeps a planned share; the newest counts. Raises Invalid where the document has laid it down itself."""
    ensure(desk.actor, Action.PLAN_INDICATOR, Scope(organisation_id=organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    chosen = period_of(desk, period, organisation)
    one = indicator_of(desk, indicator, chosen)
    if organisation_id is None and one.planned(chosen.year) is not None:
        raise Invalid("indicators-plan-laid-down")
    level = None if one.denominator is None else levels(desk)[one.denominator.id]
    if organisation_id is not None and level is Level.MUNICIPALITY:
        raise NotFound
    if not 0 <= value <= 100 or desk.actor.person_id is None:
        raise Invalid
    kept = (organisation_id, indicator, chosen.code, value, source)
    await desk.work.indicators.set_plan(*kept, by=desk.actor.person_id)
    await _trace(desk, organisation_id, "indicator_planned", {"indicator": indicator, "value": str(value)})


async def planned(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `indicator-plan`."""
    value = Decimal(str(answers["value"]))
    indicator, period = str(record.facts.get("indicator", "")), str(record.facts.get("period", ""))
    await plan(desk, _place(record), indicator, period, value, text_of(answers, "source"))
    said = {"name": str(record.facts.get("name", "")), "value": value}
    return (dialogue_screens.done(record, Say("indicators-plan-done", said), ((_back(record),),)),)


async def _typed_here(desk: Desk, organisation_id: int | None, name: str) -> DenominatorOf:
    """The denominator, for whoever may type it in at this level; NotFound where nobody does."""
    ensure(desk.actor, Action.ENTER_DENOMINATOR, Scope(organisation_id=organisation_id))
    await organisation_of(desk, organisation_id)
    known = (each.denominator for each in desk.programme.indicators if each.denominator is not None)
    found = next((each for each in known if each.id == name), None)
    if found is None or (organisation_id is not None and levels(desk)[name] is Level.MUNICIPALITY):
        raise NotFound
    return found


async def _begin(
    desk: Desk, form: str, organisation_id: int | None, facts: Mapping[str, object], likely: Mapping[str, Value]
) -> Show:
    """A fresh draft; one that was begun before is dropped."""
    for earlier in await desk.work.responses.waiting(desk.actor.chat_id, "form"):
        if earlier.definition == form:
            await desk.work.responses.erase(earlier.id)
    subject = Subject(SUBJECT, organisation_id or 0)
    return await dialogue.begin(
        desk, form, subject=subject, organisation_id=organisation_id, facts=facts, likely=likely
    )


async def _trace(desk: Desk, organisation_id: int | None, event: str, details: Mapping[str, object]) -> None:
    await desk.work.trail.add(
        SUBJECT,
        organisation_id or 0,
        event,
        actor_id=desk.actor.person_id,
        organisation_id=organisation_id,
        details=details,
    )


def _place(record: Record) -> int | None:
    """The organisation of a draft; None for the municipality. Raises Forbidden for a draft about something else."""
    place = record.about(SUBJECT)
    if place is None:
        raise Forbidden
    return place or None


def _back(record: Record) -> Button:
    """To the board of the period for which it was typed."""
    place, period = record.about(SUBJECT) or 0, str(record.facts.get("period", ""))
    return Button(Say("indicators-back"), press("indicators.show", place, period))
