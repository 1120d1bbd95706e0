"""Organisations compared by a chosen measure over a chosen span, for the coordinator: numbers, a picture, a table.

Indicators are compared as `services.indicator_table` lets the coordinator see them: veiled. Kinds that report nothing
(enterprises are partners) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring import comparison as rules
from mentoring.access import Action, Scope, ensure
from mentoring.comparison import MEANS, NONE, ROLES, Compared, Measure, Value
from mentoring.errors import NotFound
from mentoring.indicators import Standing
from mentoring.people import Organisation
from mentoring.periods import Period, Span, up_to
from messaging.replies import Say, Show, press
from programmes.milestones import Indicator
from programmes.reporting import reporting_kinds
from reports.comparison_chart import Bars, comparison_chart
from reports.data import Measure as Measured
from reports.table_xlsx import Cell, Hidden, Share, Table, table_workbook
from services import indicators, jobs, summary
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job

PAGE = 8
CHART, TABLE = "comparison-chart", "comparison-table"
"""Kinds of jobs."""
_INDICATOR = "i."
"""Begins the code of a measure that is an indicator."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is compared: `code` is a `Measure`, or `i.` and an indicator's id; `period` None for an indicator."""

    code: str
    indicator: Indicator | None
    span: Span
    period: Period | None
    rows: tuple[tuple[Organisation, Value], ...]
    total: Value


def measures(desk: Desk) -> tuple[tuple[str, Indicator | None], ...]:
    """Everything that can be chosen: the measures, then the programme's indicators that are reported now."""
    ensure(desk.actor, Action.COMPARE_ORGANISATIONS, Scope())
    listed = ((f"{_INDICATOR}{each.id}", each) for each in desk.programme.indicators)
    return (*((each.value, None) for each in Measure), *listed)


async def compare(desk: Desk, code: str, span: Span) -> Seen:
    """Every organisation by one measure, the greatest first. Raises Forbidden, NotFound for no such measure."""
    ensure(desk.actor, Action.COMPARE_ORGANISATIONS, Scope())
    if code.startswith(_INDICATOR):
        return await _by_indicator(desk, code, span)
    if code not in set(Measure):
        raise NotFound
    period = up_to(desk.now, span, desk.programme.zone)
    places = await _places(desk)
    found = await _counted(desk, Measure(code), tuple(places), period)
    return Seen(code, None, span, period, _ranked(places, found), found.total)


async def _places(desk: Desk) -> dict[int, Organisation]:
    kinds = reporting_kinds(desk.programme)
    return {each.id: each for each in await desk.work.organisations.all() if each.kind in kinds}


async def _counted(desk: Desk, measure: Measure, ids: tuple[int, ...], period: Period) -> Compared:
    store = desk.work.comparison
    match measure:
        case Measure.ACTIVE:
            return rules.counts(await store.active(ids, period))
        case Measure.MET:
            met = await store.met(ids, period)
            active = await store.active(ids, period)
            return rules.shares({place: (met.get(place, 0), many) for place, many in active.items()})
        case Measure.HELD:
            return rules.shares(await store.meetings(ids, period))
        case Measure.ANSWERED:
            return rules.shares(await store.answered(ids, period, desk.house.ways.guards))
        case _:
            by_role = await _means(desk, period)
            return by_role.get(ROLES[measure], Compared({}, NONE))


async def _means(desk: Desk, period: Period) -> dict[str, Compared]:
    """Both roles are hidden together: what is shown of one must not tell the other.

    Of every organisation, those that report nothing too: they are in the municipality's summary.
    """
    every = [each.id for each in await desk.work.organisations.all()]
    wanted = {place for item in summary.items(desk) if item.measure is Measured.SATISFACTION for place in item.places}
    return rules.means(rules.by_role(await desk.work.comparison.tallies(every, period, wanted)))


def _ranked(places: Mapping[int, Organisation], found: Compared) -> tuple[tuple[Organisation, Value], ...]:
    order = rules.ranked(found.rows, {each.id: each.name for each in places.values()})
    return tuple((places[each], found.rows.get(each, NONE)) for each in order)


async def _by_indicator(desk: Desk, code: str, span: Span) -> Seen:
    across = await indicators.across(desk, code.removeprefix(_INDICATOR))
    places = {each.id: each for each, _ in across.organisations}
    found = Compared({each.id: _share(one) for each, one in across.organisations}, _share(across.total))
    return Seen(code, across.indicator, span, None, _ranked(places, found), found.total)


def _share(one: Standing) -> Value:
    if one.hidden:
        return Value(hidden=True)
    return Value(float(one.fact)) if one.fact is not None else NONE


# --- files ------------------------------------------------------------------------------------------------------------


async def order(desk: Desk, kind: str, code: str, span: Span) -> Show:
    """Order the comparison as a picture or as a table."""
    ensure(desk.actor, Action.COMPARE_ORGANISATIONS, Scope())
    text = Say("compare-waiting")
    return await jobs.order(
        desk,
        kind,
        {"code": code, "span": span.value},
        slot=f"{kind}:{span}",
        text=text,
        back=press("compare.view", span.value, 0, code),
    )


async def make_chart(desk: Desk, job: Job) -> Making:
    """Reads the numbers for the picture. Raises Forbidden if the right to see them is gone."""
    seen = await compare(desk, str(job.arguments["code"]), Span(job.arguments["span"]))
    language = desk.actor.language
    name = seen.indicator.brief.text(language) if seen.indicator is not None else ""
    rows = tuple((each.label, value.value, value.hidden) for each, value in seen.rows)
    bars = Bars(seen.code, name, unit(seen), rows, seen.total.value)
    caption = Say("compare-caption")
    return Making(comparison_chart, (bars, language), name="comparison.png", caption=caption, picture=True)


async def make_table(desk: Desk, job: Job) -> Making:
    """Reads every measure for a table, and the indicator if that was chosen."""
    span, code = Span(job.arguments["span"]), str(job.arguments["code"])
    found = [await compare(desk, each.value, span) for each in Measure]
    heads = ["colleagues-column-organisation", *(f"compare-measure-{each.value}" for each in Measure)]
    if code.startswith(_INDICATOR):
        found.append(await compare(desk, code, span))
        heads.append("compare-indicator")
    units = [unit(seen) for seen in found]
    by_place = [{each.id: value for each, value in seen.rows} for seen in found]
    places = (await _places(desk)).values()
    rows = [
        (each.name, *(_cell(values.get(each.id, NONE), of) for values, of in zip(by_place, units, strict=True)))
        for each in places
    ]
    total = (
        desk.programme.title.text(desk.actor.language),
        *(_cell(seen.total, of) for seen, of in zip(found, units, strict=True)),
    )
    table = Table("compare-sheet", tuple(heads), (*rows, total))
    caption = Say("compare-caption")
    return Making(table_workbook, ((table,), desk.actor.language), name="comparison.xlsx", caption=caption)


def _cell(value: Value, of: str) -> Cell:
    if value.hidden:
        return Hidden.CELL
    if value.value is None:
        return None
    return Share(value.value) if of == "share" else round(value.value, 2)


def unit(seen: Seen) -> str:
    """`count`, `share` or `mean`: how the values are told."""
    if seen.code == Measure.ACTIVE:
        return "count"
    return "mean" if seen.code in MEANS else "share"
