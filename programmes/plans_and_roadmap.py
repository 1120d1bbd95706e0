"""Reads what a programme plans: templates of individual plans, expected results, monitoring, roadmap, indicators."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from mentoring.mentorships import Form
from programmes.parts import (
    ExpectedResult,
    FormOfMentoring,
    Indicator,
    Monitoring,
    PlanItem,
    PlanSection,
    PlanTemplate,
    RoadmapRow,
)
from programmes.reading import Entry, unique
from surveys.reading import Fields, read_wording

LONG = 300
"""Characters of an official sentence."""


def read_plans(top: Entry, forms: Sequence[FormOfMentoring]) -> tuple[PlanTemplate, ...]:
    """Templates; each role model must be one of a form of the programme."""
    entries = top.each("plans", ("id", "name", "forms", "role_model", "sections", "footnotes"), "a plan")
    models = {model.id for form in forms for model in form.role_models}
    plans = []
    for each in entries:
        role_model = each.text("role_model")
        each.known("role_model", (role_model,), models, "role model")
        plans.append(
            PlanTemplate(
                id=each.id(),
                name=each.name(),
                forms=each.members("forms", Form),
                role_model=role_model,
                sections=_sections(each),
                footnotes=each.texts("footnotes", needed=False),
            )
        )
    unique(entries, [plan.id for plan in plans], "plans")
    return tuple(plans)


def _sections(plan: Entry) -> tuple[PlanSection, ...]:
    keys = ("number", "name", "items", "free_rows", "new_hires_only")
    return tuple(
        PlanSection(
            number=each.whole("number", 1, 20),
            name=each.name(),
            items=_items(each),
            free_rows=each.flag("free_rows"),
            new_hires_only=each.flag("new_hires_only"),
        )
        for each in plan.each("sections", keys, "a section")
    )


def _items(section: Entry) -> tuple[PlanItem, ...]:
    return tuple(
        PlanItem(each.text("number"), each.name("task", LONG), each.maybe_name("result", LONG))
        for each in section.each("items", ("number", "task", "result"), "a row of a plan")
    )


def read_results(top: Entry) -> tuple[ExpectedResult, ...]:
    """Expected results, numbered as in the document."""
    entries = top.each("results", ("number", "name"), "an expected result")
    return tuple(ExpectedResult(each.whole("number", 1, 999), each.name(limit=LONG)) for each in entries)


def read_monitoring(top: Entry) -> tuple[Monitoring, ...]:
    entries = top.each("monitoring", ("id", "name", "term"), "a monitoring")
    return tuple(Monitoring(each.id(), each.name(), each.term()) for each in entries)


def read_roadmap(top: Entry, stages: Collection[str], executors: Collection[str]) -> tuple[RoadmapRow, ...]:
    """Rows in the document's order; stages and executors must be the programme's."""
    keys = ("id", "stage", "measure", "content", "term", "responsible", "place", "document", "note")
    entries = top.each("roadmap", keys, "a row of the roadmap")
    rows = []
    for each in entries:
        stage, responsible = each.text("stage"), each.texts("responsible")
        each.known("stage", (stage,), stages, "stage")
        each.known("responsible", responsible, executors, "executor")
        content = tuple(
            read_wording(Fields(node, each.report), "content", LONG) for node in each.nodes("content", needed=False)
        )
        rows.append(
            RoadmapRow(
                id=each.id(),
                stage=stage,
                measure=each.name("measure", LONG),
                content=content,
                term=each.term(),
                responsible=responsible,
                place=each.text("place"),
                document=each.maybe("document"),
                note=each.maybe("note"),
            )
        )
    unique(entries, [row.id for row in rows], "roadmap")
    return tuple(rows)


def read_indicators(top: Entry) -> tuple[Indicator, ...]:
    """Indicators with their plans by year, in per cent; a plan that is left out is typed in by the coordinator."""
    entries = top.each("indicators", ("id", "name", "better", "plan"), "an indicator")
    indicators = []
    for each in entries:
        better = each.text("better")
        each.known("better", (better,), ("more", "less"), "direction")
        indicators.append(Indicator(each.id(), each.name(limit=LONG), better != "less", _yearly(each)))
    unique(entries, [indicator.id for indicator in indicators], "indicators")
    return tuple(indicators)


def _yearly(indicator: Entry) -> tuple[tuple[int, Decimal], ...]:
    node = indicator.fields.entries.get("plan")
    found = []
    for year, value in (node.value if node is not None and isinstance(node.value, dict) else {}).items():
        if year.isdigit() and isinstance(value.value, int | Decimal) and not isinstance(value.value, bool):
            found.append((int(year), Decimal(value.value)))
        else:
            indicator.report.add(value, "", f"«plan» has «{year}: {value.value}»", "write `plan: {2023: 0.8}`")
    return tuple(sorted(found))
