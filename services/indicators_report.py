"""The report of a period as the document has its table: every column filled from what was sent and what stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentoring.indicators import ReportingPeriod, Standing
from programmes import reporting
from programmes.indicator_table import BY_PERIOD, ColumnId, IndicatorColumn
from programmes.milestones import Indicator
from reports.indicators_data import Cell, Heading, IndicatorReport, Row, Source
from services import indicators, indicators_sent
from services.desk import Desk
from services.indicators import Board, Line


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with the period or, of a base, the year it is about."""

    column: IndicatorColumn
    year: int | None = None
    period: ReportingPeriod | None = None


async def report(desk: Desk, organisation_id: int | None, period: str) -> IndicatorReport:
    """Of a period that was sent, the numbers as they were sent; else as they stand. Raises Forbidden and NotFound."""
    board = await indicators.standing(desk, organisation_id, period)
    listed = tuple(each.indicator for each in board.lines)
    told = await _told(desk, board)
    columns = tuple(_columns(desk, board.period, listed))
    kinds = {each.id: await _kinds(desk, board, each) for each in listed}
    table, zone = desk.programme.indicator_table, board.organisation.zone if board.organisation else desk.programme.zone
    title, language = table.title or desk.programme.title, desk.actor.language
    return IndicatorReport(
        title.text(language),
        desk.programme.title.text(language),
        board.organisation.name if board.organisation else None,
        board.period,
        tuple(_heading(each, language) for each in columns),
        tuple(_row(board, each, columns, told, kinds[each.indicator.id], language) for each in board.lines),
        desk.today(zone),
        board.sent.sent_at if board.sent else None,
        zone,
    )


async def _told(desk: Desk, board: Board) -> Mapping[tuple[str, str], Standing]:
    """By period and indicator: what was sent, and of the board's own period else what stands now."""
    place = board.organisation.id if board.organisation else None
    found = {(board.period.code, each.indicator.id): each.standing for each in board.lines}
    for past in await indicators_sent.history(desk, place):
        found |= {(past.period.code, one.id): stand for one, stand in past.lines}
    return found


async def _kinds(desk: Desk, board: Board, indicator: Indicator) -> tuple[tuple[str, int], ...]:
    """Of the municipality, where the document plans by kind: how many organisations of each kind count now."""
    if board.organisation is not None or not indicator.counts:
        return ()
    found: dict[str, int] = {kind.value: 0 for _, kind, _ in indicator.counts}
    for place, stand in (await indicators.across(desk, indicator.id, board.period.code)).organisations:
        if place.kind.value in found:
            found[place.kind.value] += stand.numerator or 0
    return tuple(found.items())


def _columns(desk: Desk, chosen: ReportingPeriod, listed: Sequence[Indicator]) -> Iterator[_Column]:
    """The document's columns from left to right, those of a period once for each, period by period."""
    table = desk.programme.indicator_table.columns
    based = sorted({year for each in listed for year, _ in each.base})
    yield from (_Column(each) for each in table if each.id not in BY_PERIOD)
    yield from (_Column(each, year) for each in table if each.id is ColumnId.BASE for year in based)
    for period in _periods(desk, chosen, listed, based):
        for each in table:
            if each.id is ColumnId.FACT or (each.id is ColumnId.PLAN and period.year not in based):
                yield _Column(each, period.year, period)


def _periods(
    desk: Desk, chosen: ReportingPeriod, listed: Sequence[Indicator], based: Sequence[int]
) -> list[ReportingPeriod]:
    """Years: all that are no base; quarters: those whose report dates lie in the same calendar year."""
    known = {each.code: each for one in listed for each in reporting.periods_of(desk.programme, one)}
    if chosen.quarter is None:
        wanted = [each for each in known.values() if each == chosen or each.year not in based]
    else:
        wanted = [each for each in known.values() if each.report_date.year == chosen.report_date.year]
    return sorted(wanted, key=lambda each: each.report_date)


def _heading(of: _Column, language: str) -> Heading:
    name = of.column.name.text(language) if of.column.name else None
    period = of.period
    day, quarter = (period.report_date, period.quarter) if period else (None, None)
    return Heading(of.column.id.value, name, of.year, quarter, day)


def _row(
    board: Board,
    line: Line,
    columns: Sequence[_Column],
    told: Mapping[tuple[str, str], Standing],
    kinds: tuple[tuple[str, int], ...],
    language: str,
) -> Row:
    one = line.indicator
    stand = told[board.period.code, one.id]
    fitting = kinds if sum(number for _, number in kinds) == stand.numerator else ()  # as it was when it was sent
    shares = board.organisation is None or line.shares
    cells = []
    for each in columns:
        known = told.get((each.period.code, one.id)) if each.period else None
        own = fitting if each.period == board.period else ()
        cells.append(_cell(one, each, known, own, municipal=board.organisation is None, shares=shares))
    sort = one.sort.text(language) if one.sort else None
    return Row(
        one.id.upper(), one.name.text(language), sort, tuple(cells), stand, _source(line, stand, language), one.note
    )


def _cell(
    one: Indicator,
    of: _Column,
    known: Standing | None,
    kinds: tuple[tuple[str, int], ...],
    *,
    municipal: bool,
    shares: bool,
) -> Cell:
    """`kinds`: what the fact of this column is made of, where that is known. `shares`: there are any at this level."""
    match of.column.id:
        case ColumnId.BASE:
            base = next((share for year, share in one.base if year == of.year), None)
            return Cell(base if municipal else None)
        case ColumnId.PLAN:
            planned = tuple((kind.value, number) for year, kind, number in one.counts if year == of.year)
            share = known.planned if known else one.planned(of.year or 0) if shares else None
            return Cell(share, kinds=planned if municipal else ())
        case ColumnId.FACT:
            return Cell(stand=known, kinds=kinds)
    return Cell()


def _source(line: Line, stand: Standing, language: str) -> Source:
    """What was typed in; of a report that was sent with another number since replaced, the name alone."""
    wanted, known = line.indicator.denominator, line.denominator
    if wanted is None:
        return Source(None)
    name = wanted.name.text(language)
    if known is None or known.value != stand.denominator:
        return Source(name, stand.denominator)
    return Source(name, known.value, known.on, known.source, known.summed)
