"""Reads what a programme plans and reports: expected results, monitoring, roadmap, indicators, reports."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from mentoring.people import OrganisationKind
from programmes.dates import KEYS, read_term, term_of
from programmes.formulas import FormulaReader
from programmes.milestones import (
    Due,
    ExpectedResult,
    Indicator,
    Monitoring,
    Period,
    ReportDue,
    RoadmapRow,
)
from programmes.proof_reading import read_proofs
from programmes.reading import Entry, unique
from surveys.reading import Fields, read_wording
from surveys.source import Node

LONG = 300
"""Characters of an official sentence."""
BRIEF = 60
"""Characters of a line on a phone."""
RESULT = 600
"""Characters of an expected result, which may be several sentences."""
MEASURE = 500
"""Characters of a row's title, which may hold a list."""


def read_results(top: Entry, formulas: FormulaReader, topics: Collection[str]) -> tuple[ExpectedResult, ...]:
    """Expected results, numbered as in the document, with what shows them; topics: the programme's."""
    entries = top.each("results", ("number", "name", "proof", "short"), "an expected result")
    return tuple(
        ExpectedResult(
            each.whole("number", 1, 999),
            each.name(limit=RESULT),
            read_proofs(each, formulas, topics),
            each.maybe_name("short", 2 * BRIEF),
        )
        for each in entries
    )


def read_monitoring(top: Entry) -> tuple[Monitoring, ...]:
    entries = top.each("monitoring", ("id", "name", "term"), "a monitoring")
    return tuple(Monitoring(each.id(), each.name(), read_term(each)) for each in entries)


def read_roadmap(top: Entry, stages: Collection[str], executors: Collection[str]) -> tuple[RoadmapRow, ...]:
    """Rows in the document's order; stages and executors must be the programme's."""
    entries = top.each("roadmap", _ROW, "a row of the roadmap")
    rows = [_row(each, stages, executors) for each in entries]
    unique(entries, [row.id for row in rows], "roadmap")
    return tuple(rows)


_ROW = ("id", "stage", "measure", "content", "term", "terms", "responsible", "place", "document", "note")


def _row(entry: Entry, stages: Collection[str], executors: Collection[str]) -> RoadmapRow:
    stage = entry.text("stage")
    entry.known("stage", (stage,), stages, "stage")
    content = tuple(
        read_wording(Fields(node, entry.report), "content", LONG) for node in entry.nodes("content", needed=False)
    )
    return RoadmapRow(
        id=entry.id(),
        stage=stage,
        measure=entry.name("measure", MEASURE),
        content=content,
        terms=_terms(entry, executors),
        place=entry.text("place"),
        document=entry.maybe("document"),
        note=entry.maybe("note"),
    )


def _terms(row: Entry, executors: Collection[str]) -> tuple[Due, ...]:
    """One `term` with the row's `responsible`, or several `terms`, each with its own."""
    if not row.has("terms"):
        return (Due(read_term(row), _responsible(row, executors)),)
    for key in ("term", "responsible"):
        if row.has(key):
            remedy = f"give each of «terms» its own «{key}»" if key == "responsible" else "move it into «terms»"
            row.report.add(row.node(key), "", f"a row with «terms» has no «{key}»", remedy)
    entries = row.each("terms", (*KEYS, "responsible"), "a term")
    return tuple(Due(term_of(each), _responsible(each, executors)) for each in entries)


def _responsible(entry: Entry, executors: Collection[str], key: str = "responsible") -> tuple[str, ...]:
    found = entry.texts(key)
    entry.known(key, found, executors, "executor")
    return found


def read_indicators(top: Entry, formulas: FormulaReader, monitoring: Collection[str]) -> tuple[Indicator, ...]:
    """Indicators with their formulas and their plans by year, in per cent; a plan that is left out is typed in.

    monitoring: ids of the programme's measurements.
    """
    entries = top.each("indicators", _INDICATOR, "an indicator")
    indicators = [_indicator(each, formulas, monitoring) for each in entries]
    unique(entries, [indicator.id for indicator in indicators], "indicators")
    return tuple(indicators)


_INDICATOR = (
    "id", "name", "better", "numerator", "denominator", "plan", "base", "period", "years", "counts", "place", "note",
    "monitoring", "short", "sort",
)  # fmt: skip


def _indicator(entry: Entry, formulas: FormulaReader, monitoring: Collection[str]) -> Indicator:
    better, plan = entry.text("better"), _yearly(entry, "plan")
    entry.known("better", (better,), ("more", "less"), "direction")
    years = entry.wholes("years", 2000, 2100) if entry.has("years") else ()
    measured = entry.maybe("monitoring")
    entry.known("monitoring", () if measured is None else (measured,), monitoring, "monitoring")
    numerator = formulas.numerator(entry)
    return Indicator(
        id=entry.id(),
        name=entry.name(limit=LONG),
        more_is_better=better != "less",
        plan=plan,
        numerator=numerator,
        denominator=formulas.denominator(entry, numerator),
        base=_yearly(entry, "base"),
        period=entry.member("period", Period) if entry.has("period") else Period.YEARLY,
        years=years or tuple(year for year, _ in plan),
        counts=_counts(entry),
        place=entry.maybe("place"),
        note=entry.maybe("note"),
        monitoring=measured,
        short=entry.maybe_name("short", BRIEF),
        sort=entry.maybe_name("sort", BRIEF),
    )


def _mapping(entry: Entry, key: str) -> dict[str, Node]:
    node = entry.fields.entries.get(key)
    return node.value if node is not None and isinstance(node.value, dict) else {}


def _yearly(indicator: Entry, key: str) -> tuple[tuple[int, Decimal], ...]:
    found = []
    for year, value in _mapping(indicator, key).items():
        if year.isdigit() and isinstance(value.value, int | Decimal) and not isinstance(value.value, bool):
            found.append((int(year), Decimal(value.value)))
        else:
            indicator.report.add(value, "", f"«{key}» has «{year}: {value.value}»", f"write `{key}: {{2023: 0.8}}`")
    return tuple(sorted(found))


def _counts(indicator: Entry) -> tuple[tuple[int, OrganisationKind, int], ...]:
    """How many organisations of each kind make up the plan of a year."""
    kinds = {kind.value: kind for kind in OrganisationKind}
    found = []
    for year, value in _mapping(indicator, "counts").items():
        for kind, number in (value.value if isinstance(value.value, dict) else {"": value}).items():
            if year.isdigit() and kind in kinds and isinstance(number.value, int):
                found.append((int(year), kinds[kind], number.value))
            else:
                problem, remedy = f"«counts» has «{year}: {kind}»", "write `counts: {2023: {school: 14}}`"
                indicator.report.add(value, "", problem, remedy)
    return tuple(found)


def read_reports(top: Entry, executors: Collection[str]) -> tuple[ReportDue, ...]:
    """Reports the document asks for: by whom, to whom, when; may be left out."""
    entries = top.each("reports", ("id", "name", "by", "to", "term", "place"), "a report", needed=False)
    reports = [
        ReportDue(
            id=each.id(),
            name=each.name(),
            by=_responsible(each, executors, "by"),
            to=_responsible(each, executors, "to") if each.has("to") else (),
            term=read_term(each),
            place=each.text("place"),
        )
        for each in entries
    ]
    unique(entries, [report.id for report in reports], "reports")
    return tuple(reports)
