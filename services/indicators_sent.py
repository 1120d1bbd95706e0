"""Sending the indicators of a period: a snapshot that stays, what was sent before, and who has not sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, places
from mentoring.errors import Forbidden, Invalid, Stale
from mentoring.indicators import Count, ReportingPeriod, SentFact, SentIndicators, Standing
from mentoring.people import Organisation, Person
from programmes import reporting
from programmes.milestones import Indicator
from services.desk import Desk
from services.indicator_table import guarded, hidden_places, table, veil
from services.indicators import may_send, organisation_of, period_of
from services.indicators_typed import SUBJECT


@dataclass(frozen=True, slots=True)
class Past:
    """What was sent of a period last, by whom (None: gone since), as the actor may see it."""

    period: ReportingPeriod
    sent: SentIndicators
    by: Person | None
    lines: tuple[tuple[Indicator, Standing], ...]


@dataclass(frozen=True, slots=True)
class Receipts:
    """Of a period: who has sent it (with the newest report) and who has not, each by name."""

    period: ReportingPeriod
    sent: tuple[tuple[Organisation, SentIndicators], ...]
    missing: tuple[Organisation, ...]


async def send(desk: Desk, organisation_id: int | None, period: str, *, after: int | None = None) -> SentIndicators:
    """Keeps the indicators of a period as they stand now; sent again, the newest counts.

    after: the id of the newest report that the sender had before them (0: there was none); None: whatever there is.
    Raises Forbidden, NotFound, Invalid before the period has begun, and Stale where somebody was faster.
    """
    ensure(desk.actor, Action.SEND_INDICATORS, Scope(organisation_id=organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    chosen = period_of(desk, period, organisation)
    if desk.actor.person_id is None:
        raise Forbidden
    if not may_send(desk, organisation, chosen):
        raise Invalid("indicators-too-early", first=chosen.first)
    if after is not None:
        newest = (await desk.work.indicators.sent(chosen.code)).get(organisation_id)
        if after != (newest.id if newest else 0):
            raise Stale("indicators-sent-already")
    shown = reporting.reported_in(desk.programme, chosen.code)
    counted = await table(desk, shown, chosen, organisation_id)
    stand = [counted.standing(each, organisation_id) for each in shown]
    facts = [SentFact(each.indicator, each.numerator or 0, each.denominator, each.planned) for each in stand]
    sent = await desk.work.indicators.send(
        organisation_id, chosen.code, chosen.report_date, facts, by=desk.actor.person_id
    )
    await desk.work.trail.add(
        SUBJECT,
        organisation_id or 0,
        "indicators_sent",
        actor_id=desk.actor.person_id,
        organisation_id=organisation_id,
        details={"period": chosen.code, "report": sent.id},
    )
    return sent


async def history(desk: Desk, organisation_id: int | None) -> tuple[Past, ...]:
    """What was sent, the newest period first; periods and indicators that the programme has no more are left out."""
    ensure(desk.actor, Action.SEE_INDICATORS, Scope(organisation_id=organisation_id))
    await organisation_of(desk, organisation_id)
    mine = await desk.work.indicators.sent_by(organisation_id)
    people = await desk.work.people.many({each.sent_by for each in mine})
    own = organisation_id in places(desk.actor, Action.SEE_INDICATORS)
    found = []
    for sent in mine:
        period = reporting.period(desk.programme, sent.period)
        if period is None:
            continue
        lines = await _lines(desk, sent, veiled=not own)
        found.append(Past(period, sent, people.get(sent.sent_by), lines))
    return tuple(found)


async def receipts(desk: Desk, period: str | None = None) -> Receipts:
    """For the coordinator: who has sent a period (by default the one to be reported next), and who has not."""
    ensure(desk.actor, Action.COMPARE_ORGANISATIONS, Scope())
    chosen = period_of(desk, period)
    sent = await desk.work.indicators.sent(chosen.code)
    every = await reporters(desk)
    return Receipts(
        chosen,
        tuple((each, sent[each.id]) for each in every if each.id in sent),
        tuple(each for each in every if each.id not in sent),
    )


async def missing(desk: Desk, period: str | None = None) -> tuple[Organisation, ...]:
    """For the coordinator: the organisations that have not sent a period, by name."""
    return (await receipts(desk, period)).missing


async def reporters(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations that report, by name."""
    kinds = reporting.reporting_kinds(desk.programme)
    return tuple(each for each in await desk.work.organisations.all() if each.kind in kinds)


async def _lines(desk: Desk, sent: SentIndicators, *, veiled: bool) -> tuple[tuple[Indicator, Standing], ...]:
    """A report's indicators in the document's order; `veiled`: as whoever is not of the organisation may see them."""
    listed = [each for each in desk.programme.indicators if sent.fact(each.id) is not None]
    beside = await desk.work.indicators.sent(sent.period) if veiled and any(map(guarded, listed)) else {}
    found = []
    for one in listed:
        stand = _standing(one, sent)
        if beside and sent.organisation_id in hidden_places(one, _counts(one, beside)):
            stand = veil(stand)
        found.append((one, stand))
    return tuple(found)


def _standing(indicator: Indicator, sent: SentIndicators) -> Standing:
    fact = sent.fact(indicator.id)
    if fact is None:
        raise KeyError(indicator.id)
    base = indicator.before(int(sent.period[:4])) if sent.organisation_id is None else None
    numbers = (fact.numerator, fact.denominator, fact.planned)
    return Standing(indicator.id, *numbers, base, indicator.more_is_better)


def _counts(indicator: Indicator, sent: Mapping[int | None, SentIndicators]) -> dict[int | None, Count]:
    facts = {place: each.fact(indicator.id) for place, each in sent.items()}
    return {
        place: Count(fact.numerator, denominator=fact.denominator) for place, fact in facts.items() if fact is not None
    }
