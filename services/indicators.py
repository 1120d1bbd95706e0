"""Where the indicators of an organisation or of the municipality stand in a period, and who stands behind a numerator.

Curator, psychologist and head see their own organisation; the coordinator every one and the municipality, but of a
sensitive category no count under five and no second one that would give it away (`mentoring.small_groups`).
Typing denominators and plans is in `services.indicators_typed`, sending in `services.indicators_sent`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places
from mentoring.errors import NotFound
from mentoring.indicators import Denominator, ReportingPeriod, SentIndicators, Standing
from mentoring.names import plain
from mentoring.numerators import Level
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from programmes import reporting
from programmes.milestones import Indicator
from services import allowed_places
from services.desk import Desk
from services.indicator_table import Table, guarded, table

PAGE = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator on the board. `lacking`: organisations (by name) whose denominator the sum still waits for.

    `unknown`: people who might count, but whose birth date, class or start of work is not known. `enters`, `plans`,
    `looks`: the actor may type the denominator in here, the plan, see the people behind the numerator. A plan of the
    municipality is typed in where the document has none; an organisation that has shares may have its own. `shares`:
    a share can be told at this level.
    """

    indicator: Indicator
    standing: Standing
    denominator: Denominator | None
    lacking: tuple[Organisation, ...]
    unknown: int
    enters: bool
    plans: bool
    looks: bool
    shares: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The indicators of a period. `organisation` None: the municipality. `sent`: what was sent of it last.

    `periods`: every period there is something to report for, by report date; `sends`: the actor may send this one.
    """

    organisation: Organisation | None
    period: ReportingPeriod
    periods: tuple[ReportingPeriod, ...]
    lines: tuple[Line, ...]
    sent: SentIndicators | None
    sends: bool


@dataclass(frozen=True, slots=True)
class Across:
    """One indicator in the municipality and in every organisation that reports, by name."""

    indicator: Indicator
    period: ReportingPeriod
    total: Standing
    organisations: tuple[tuple[Organisation, Standing], ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a numerator, by name, one page of them. `names`: the enterprises, where these are counted.

    `nameless`: how many more answered without a name.
    """

    indicator: Indicator
    organisation: Organisation
    period: ReportingPeriod
    people: tuple[Person, ...]
    names: tuple[str, ...]
    page: int
    total: int
    nameless: int = 0

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def choices(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations whose indicators the actor may see, by name. Raises Forbidden for nobody's."""
    if everywhere(desk.actor, Action.SEE_INDICATORS):
        kinds = reporting.reporting_kinds(desk.programme)
        return tuple(each for each in await desk.work.organisations.all() if each.kind in kinds)
    return await allowed_places.where(desk, Action.SEE_INDICATORS)


async def standing(desk: Desk, organisation_id: int | None, period: str | None = None) -> Board:
    """The board of an organisation, or (None) of the municipality.

    period: its code; None: the one to be reported next. Raises Forbidden, and NotFound where nothing is reported.
    """
    ensure(desk.actor, Action.SEE_INDICATORS, Scope(organisation_id=organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    chosen = period_of(desk, period, organisation)
    shown = reporting.reported_in(desk.programme, chosen.code)
    counted = await table(desk, shown, chosen, _reach(desk, organisation_id, shown))
    sent = (await desk.work.indicators.sent(chosen.code)).get(organisation_id)
    return Board(
        organisation,
        chosen,
        reporting.periods(desk.programme),
        tuple(_line(desk, counted, each, organisation_id) for each in shown),
        sent,
        sends=may_send(desk, organisation, chosen),
    )


async def across(desk: Desk, indicator: str, period: str | None = None) -> Across:
    """For the coordinator: one indicator in every organisation that reports."""
    ensure(desk.actor, Action.COMPARE_ORGANISATIONS, Scope())
    chosen = period_of(desk, period)
    one = indicator_of(desk, indicator, chosen)
    counted = await table(desk, (one,), chosen)
    listed = tuple((each, shown(desk, counted, one, each.id)) for each in counted.organisations)
    return Across(one, chosen, shown(desk, counted, one, None), listed)


async def behind(desk: Desk, organisation_id: int, indicator: str, page: int = 0, period: str | None = None) -> Behind:
    """For the curator of the organisation: the people behind a numerator; a page past the end is the last one."""
    ensure(desk.actor, Action.SEE_BEHIND_INDICATOR, Scope(organisation_id=organisation_id))
    organisation = await organisation_of(desk, organisation_id)
    if organisation is None:
        raise NotFound
    chosen = period_of(desk, period, organisation)
    one = indicator_of(desk, indicator, chosen)
    counted = (await table(desk, (one,), chosen, organisation_id)).count(one, organisation_id)
    people = await desk.work.people.many(counted.people)
    listed = sorted(people.values(), key=lambda each: (plain(each.name), each.id))
    page = min(max(page, 0), max(0, -(-len(listed) // PAGE) - 1))
    nameless = counted.numerator - len(listed) if counted.denominator is not None else 0
    chunk = tuple(listed[page * PAGE : (page + 1) * PAGE])
    return Behind(one, organisation, chosen, chunk, counted.names, page, len(listed), nameless)


def shown(desk: Desk, counted: Table, indicator: Indicator, organisation_id: int | None) -> Standing:
    """A standing as the actor may see it: whoever belongs to the organisation sees it as it is."""
    if organisation_id in places(desk.actor, Action.SEE_INDICATORS):
        return counted.standing(indicator, organisation_id)
    return counted.veiled(indicator, organisation_id)


def may_send(desk: Desk, organisation: Organisation | None, period: ReportingPeriod) -> bool:
    """Whether the actor may send this period now: it has begun, and somebody reports there."""
    scope = Scope(organisation_id=organisation.id if organisation else None)
    zone = organisation.zone if organisation else None
    return allowed(desk.actor, Action.SEND_INDICATORS, scope) and desk.today(zone) >= period.first


def period_of(desk: Desk, code: str | None, organisation: Organisation | None = None) -> ReportingPeriod:
    """The period of a code, by default the one to be reported next; NotFound where nothing is reported."""
    today = desk.today(organisation.zone if organisation else None)
    found = reporting.current(desk.programme, today) if code is None else reporting.period(desk.programme, code)
    if found is None:
        raise NotFound
    return found


def indicator_of(desk: Desk, indicator: str, period: ReportingPeriod) -> Indicator:
    """An indicator that is reported in the period; NotFound for another."""
    listed = reporting.reported_in(desk.programme, period.code)
    found = next((each for each in listed if each.id == indicator), None)
    if found is None:
        raise NotFound
    return found


async def organisation_of(desk: Desk, organisation_id: int | None) -> Organisation | None:
    """The organisation, None for the municipality; NotFound for one that is not there."""
    if organisation_id is None:
        return None
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


def _reach(desk: Desk, organisation_id: int | None, indicators: Sequence[Indicator]) -> int | None:
    """What must be counted: what a coordinator may see of one organisation depends on all the others."""
    own = organisation_id in places(desk.actor, Action.SEE_INDICATORS)
    return organisation_id if own or not any(map(guarded, indicators)) else None


def _line(desk: Desk, counted: Table, indicator: Indicator, organisation_id: int | None) -> Line:
    scope, here = Scope(organisation_id=organisation_id), organisation_id is not None
    seen = shown(desk, counted, indicator, organisation_id)
    level = None if indicator.denominator is None else counted.levels[indicator.denominator.id]
    enters = level is not None and (not here or level is Level.ORGANISATION)
    shares = not here or level is not Level.MUNICIPALITY
    plans = shares if here else indicator.planned(counted.period.year) is None
    return Line(
        indicator,
        seen,
        counted.denominator(indicator, organisation_id),
        () if here else counted.lacking(indicator),
        0 if seen.hidden else len(counted.count(indicator, organisation_id).unknown),
        enters=enters and allowed(desk.actor, Action.ENTER_DENOMINATOR, scope),
        plans=plans and allowed(desk.actor, Action.PLAN_INDICATOR, scope),
        looks=here and allowed(desk.actor, Action.SEE_BEHIND_INDICATOR, scope),
        shares=shares,
    )
