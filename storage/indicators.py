"""Indicators as people type and send them: denominators, plans, reports of a period. Rows are only ever added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.indicators import Denominator, Plan, SentFact, SentIndicators, from_thousandths, thousandths
from storage.tables import denominators, indicator_facts, indicator_plans, indicator_reports


class IndicatorStore:
    """`organisation_id` None is the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def enter(
        self, organisation_id: int | None, name: str, value: int, on: date, source: str, *, by: int
    ) -> Denominator:
        """A denominator as of a day; what was typed before stays."""
        kept = {"name": name, "value": value, "source": source, "entered_at": self._now}
        await self._connection.execute(
            insert(denominators).values(organisation_id=organisation_id, on_date=on, entered_by=by, **kept)
        )
        return Denominator(name, value, on, source, self._now, organisation_id)

    async def denominators(self, on: date) -> dict[tuple[int | None, str], Denominator]:
        """By organisation and name what counts on a report date: the newest of that day or before.

        Where there is none, the first one after it. Of one day the one typed last.
        """
        found: dict[tuple[int | None, str], Denominator] = {}
        rows = await self._connection.execute(select(denominators).order_by(denominators.c.on_date, denominators.c.id))
        for row in rows:
            place = (row.organisation_id, row.name)
            known = found.get(place)
            if known is None or row.on_date <= on or row.on_date == known.on:
                found[place] = _denominator(row)
        return found

    async def set_plan(
        self, organisation_id: int | None, indicator: str, period: str, value: Decimal, source: str | None, *, by: int
    ) -> None:
        """A planned value in per cent; the newest counts."""
        kept = {"thousandths": thousandths(value), "source": source, "entered_at": self._now}
        await self._connection.execute(
            insert(indicator_plans).values(
                organisation_id=organisation_id, indicator=indicator, period=period, entered_by=by, **kept
            )
        )

    async def plans(self, period: str) -> dict[tuple[int | None, str], Plan]:
        """By organisation and indicator."""
        rows = await self._connection.execute(
            select(indicator_plans).where(indicator_plans.c.period == period).order_by(indicator_plans.c.id)
        )
        return {(row.organisation_id, row.indicator): _plan(row) for row in rows}

    async def send(
        self, organisation_id: int | None, period: str, report_date: date, facts: Iterable[SentFact], *, by: int
    ) -> SentIndicators:
        """Keeps the indicators as they stand now; what was sent before stays."""
        head = {"period": period, "report_date": report_date, "sent_by": by, "sent_at": self._now}
        statement = insert(indicator_reports).values(organisation_id=organisation_id, **head)
        new = (await self._connection.execute(statement.returning(indicator_reports.c.id))).scalar_one()
        kept = tuple(facts)
        if kept:
            await self._connection.execute(insert(indicator_facts), [_written(new, fact) for fact in kept])
        return SentIndicators(new, organisation_id, period, report_date, by, self._now, kept)

    async def sent(self, period: str) -> dict[int | None, SentIndicators]:
        """What counts of a period: the newest report of every organisation that sent one."""
        found = await self._reports(indicator_reports.c.period == period)
        return {each.organisation_id: each for each in found}

    async def sent_by(self, organisation_id: int | None) -> tuple[SentIndicators, ...]:
        """What counts of every period, the newest period first."""
        mine = (
            indicator_reports.c.organisation_id.is_(None)
            if organisation_id is None
            else indicator_reports.c.organisation_id == organisation_id
        )
        found = await self._reports(mine)
        return tuple(sorted(found, key=lambda each: (each.report_date, each.period), reverse=True))

    async def senders(self, periods: Iterable[str]) -> dict[str, dict[int | None, datetime]]:
        """By period: who has sent it, and when first (UTC)."""
        rows = await self._connection.execute(
            select(
                indicator_reports.c.period,
                indicator_reports.c.organisation_id,
                func.min(indicator_reports.c.sent_at).label("first"),
            )
            .where(indicator_reports.c.period.in_(set(periods)))
            .group_by(indicator_reports.c.period, indicator_reports.c.organisation_id)
        )
        found: defaultdict[str, dict[int | None, datetime]] = defaultdict(dict)
        for row in rows:
            found[row.period][row.organisation_id] = row.first
        return dict(found)

    async def _reports(self, which: ColumnElement[bool]) -> list[SentIndicators]:
        """The newest of each organisation and period, with its facts."""
        order = (indicator_reports.c.sent_at.desc(), indicator_reports.c.id.desc())
        place = func.row_number().over(
            partition_by=(indicator_reports.c.organisation_id, indicator_reports.c.period), order_by=order
        )
        numbered = select(indicator_reports, place.label("place")).where(which).subquery()
        rows = (await self._connection.execute(select(numbered).where(numbered.c.place == 1))).all()
        newest = select(numbered.c.id).where(numbered.c.place == 1)
        facts: defaultdict[int, list[SentFact]] = defaultdict(list)
        for row in await self._connection.execute(
            select(indicator_facts).where(indicator_facts.c.report_id.in_(newest)).order_by(indicator_facts.c.id)
        ):
            facts[row.report_id].append(_fact(row))
        return [_report(row, facts[row.id]) for row in rows]


def _denominator(row: Row[Any]) -> Denominator:
    return Denominator(row.name, row.value, row.on_date, row.source, row.entered_at, row.organisation_id)


def _plan(row: Row[Any]) -> Plan:
    return Plan(row.indicator, row.period, from_thousandths(row.thousandths), row.organisation_id, row.source)


def _written(report_id: int, fact: SentFact) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "indicator": fact.indicator,
        "numerator": fact.numerator,
        "denominator": fact.denominator,
        "planned": None if fact.planned is None else thousandths(fact.planned),
    }


def _fact(row: Row[Any]) -> SentFact:
    planned = None if row.planned is None else from_thousandths(row.planned)
    return SentFact(row.indicator, row.numerator, row.denominator, planned)


def _report(row: Row[Any], facts: list[SentFact]) -> SentIndicators:
    return SentIndicators(
        row.id, row.organisation_id, row.period, row.report_date, row.sent_by, row.sent_at, tuple(facts)
    )
