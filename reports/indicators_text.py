"""The report of indicators in words: the cells of its table, and the whole of it as lines for a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from locales import Wording
from mentoring.clock import local_date
from mentoring.indicators import ReportingPeriod, Standing
from reports.indicators_data import Cell, Heading, IndicatorReport, Row, Source

Line = tuple[str, Mapping[str, Any]]
"""A key of `locales/*/indicators.ftl` and its values: str, int, date."""


def share(value: Decimal, language: str) -> str:
    """«2,5 %»: up to thousandths, no more digits than there are."""
    return f"{format_decimal(value, '#,##0.###', locale=language)}\N{NO-BREAK SPACE}%"


def lines(report: IndicatorReport, language: str) -> list[Line]:
    """The report as a message: a line for each indicator, with its official name."""
    said = Words(language)
    head = {"title": report.title, "place": place(report, said), "period": period(report.period, said)}
    told: list[Line] = [("indicators-text-head", {**head, "day": report.period.report_date})]
    told += [
        ("indicators-text-row", {"id": row.number, "name": row.name, "fact": _whole(row, said)}) for row in report.rows
    ]
    return told


def _whole(row: Row, said: Words) -> str:
    return fact(row.stand, said, planned=True, answers=row.source.name is None)


class Words:
    """The wording of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._wording = Wording.load()

    def __call__(self, key: str, **values: Any) -> str:
        return self._wording.text(self.language, f"indicators-paper-{key}", **values)

    def day(self, heading: Heading) -> str:
        """The day of a period's column, with its year."""
        return "" if heading.day is None else self._wording.day(self.language, heading.day)


def place(report: IndicatorReport, said: Words) -> str:
    """Whose report it is."""
    return said("municipality") if report.organisation is None else report.organisation


def state(report: IndicatorReport, said: Words) -> str:
    """When it was sent, else as of which day it stands."""
    if report.sent_at is None:
        return said("unsent", on=report.made_on)
    return said("sent", on=local_date(report.sent_at, report.zone))


def period(of: ReportingPeriod, said: Words) -> str:
    return said("period", year=str(of.year), quarter=str(of.quarter or "none"))


def heading(column: Heading, said: Words) -> str:
    """The document's words with the year or the day, else the usual ones."""
    if column.name is None:
        return said("column", column=column.column, year=str(column.year or ""), quarter=str(column.quarter or "none"))
    return column.name.replace("{year}", str(column.year or "")).replace("{day}", said.day(column))


def cell(report: IndicatorReport, row: Row, at: int, said: Words) -> str:
    """What stands in a cell of the document's table."""
    match report.headings[at].column:
        case "number":
            return row.number
        case "name":
            return row.name
        case "sort":
            return row.sort or ""
        case "unit":
            return said("unit")
    return shown(row.cells[at], said, planned=not report.planned, answers=row.source.name is None)


def shown(of: Cell, said: Words, *, planned: bool, answers: bool) -> str:
    """A share with its organisations by kind; of a fact, what it is of and (`planned`) the plan."""
    kinds = ", ".join(said("kind", kind=kind, number=number) for kind, number in of.kinds if number)
    if of.stand is not None:
        return fact(of.stand, said, planned=planned, kinds=kinds, answers=answers)
    if of.share is None:
        return ""
    alone = share(of.share, said.language)
    return f"{alone} ({sum(number for _, number in of.kinds)}: {kinds})" if kinds else alone


def fact(stand: Standing, said: Words, *, planned: bool, kinds: str = "", answers: bool = False) -> str:
    """«2,5 % (10 из 400)», what is known without a denominator, or that it may not be shown.

    kinds: of which organisations the numerator is made up. answers: the share is of those who answered.
    """
    if stand.hidden or stand.numerator is None:
        return hidden(stand, said)
    whole = stand.shown
    if whole is None:
        text = said("count", n=stand.numerator, why="answers" if answers else "open")
    else:
        numbers = said("numbers", n=stand.numerator, m=stand.denominator)
        text = f"{share(whole, said.language)} ({numbers}{': ' if kinds else ''}{kinds})"
    if planned and stand.planned is not None:
        text += said("with-plan", plan=share(stand.planned, said.language))
    return text


def hidden(stand: Standing, said: Words) -> str:
    """In place of a number that would tell of few people."""
    return said("hidden", small="yes" if stand.small else "no")


def met(stand: Standing, said: Words) -> str:
    """Whether the plan is reached; nothing where there is none."""
    return "" if stand.met is None else said("met", met="yes" if stand.met else "no")


def source(of: Source, said: Words) -> str:
    """What the share is of, as of which day and from where."""
    if of.name is None:
        return said("answered")
    if of.on is None:
        return of.name
    if of.summed:
        return said("summed", name=of.name, count=of.summed)
    return said("source", name=of.name, on=of.on, text=of.text)


def counted(report: IndicatorReport, said: Words) -> Iterator[tuple[str, str, str, str, str]]:
    """How each indicator of the period was counted: number, numerator, denominator, of what, plan and whether met."""
    for row in report.rows:
        stand = row.stand
        above = hidden(stand, said) if stand.numerator is None else str(stand.numerator)
        below = "" if stand.denominator is None else str(stand.denominator)
        plan = "" if stand.planned is None else f"{share(stand.planned, said.language)} {met(stand, said)}".strip()
        yield row.number, above, below, source(row.source, said), plan
