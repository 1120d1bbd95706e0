"""Reads templates of individual plans: columns, fields, sections with their rows, footnotes, names of the sides."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.mentorships import Form
from programmes.parts import (
    FormOfMentoring,
    PlanColumn,
    PlanColumnId,
    PlanField,
    PlanItem,
    PlanParty,
    PlanSection,
    PlanTemplate,
)
from programmes.reading import Entry, unique

LONG = 400
"""Characters of an official sentence."""
FIELD = 60
_KEYS = (
    "id", "name", "title", "forms", "role_models", "columns", "mentee", "mentor", "fields", "sections", "footnotes",
)  # fmt: skip


def read_plans(top: Entry, forms: Sequence[FormOfMentoring]) -> tuple[PlanTemplate, ...]:
    """Templates; their role models must be of forms of the programme, and each form of the programme's."""
    entries = top.each("plans", _KEYS, "a plan")
    models = {model.id for form in forms for model in form.role_models}
    plans = [_template(each, models) for each in entries]
    unique(entries, [plan.id for plan in plans], "plans")
    return tuple(plans)


def _template(each: Entry, models: set[str]) -> PlanTemplate:
    role_models = each.texts("role_models")
    each.known("role_models", role_models, models, "role model")
    footnotes = each.texts("footnotes", needed=False)
    return PlanTemplate(
        id=each.id(),
        name=each.name(limit=FIELD),
        title=each.name("title"),
        forms=each.members("forms", Form),
        role_models=role_models,
        columns=_columns(each, len(footnotes)),
        mentee=_party(each, "mentee"),
        mentor=_party(each, "mentor"),
        fields=_fields(each),
        sections=_sections(each, len(footnotes)),
        footnotes=footnotes,
    )


def _columns(plan: Entry, notes: int) -> tuple[PlanColumn, ...]:
    entries = plan.each("columns", ("id", "name", "note"), "a column")
    columns = [PlanColumn(each.member("id", PlanColumnId), each.name(), _note(each, "note", notes)) for each in entries]
    unique(entries, [column.id.value for column in columns], "columns")
    if PlanColumnId.TASK not in [column.id for column in columns]:
        plan.report.add(plan.node("columns"), "", "the plan has no column of tasks", "add one with `id: task`")
    return tuple(columns)


def _party(plan: Entry, key: str) -> PlanParty:
    entry = plan.inner(key, ("line", "signature"))
    return PlanParty(entry.name("line"), entry.name("signature"))


def _fields(plan: Entry) -> tuple[PlanField, ...]:
    entries = plan.each("fields", ("id", "name", "hint", "for_staff"), "a field", needed=False)
    fields = [
        PlanField(each.id(), each.name(limit=FIELD), each.maybe_name("hint", LONG), each.flag("for_staff"))
        for each in entries
    ]
    unique(entries, [field.id for field in fields], "fields")
    return tuple(fields)


def _sections(plan: Entry, notes: int) -> tuple[PlanSection, ...]:
    keys = ("number", "name", "items", "free_rows", "new_hires_only", "note")
    entries = plan.each("sections", keys, "a section")
    sections = [
        PlanSection(
            number=each.whole("number", 1, 20),
            name=each.name(),
            items=_items(each, notes),
            free_rows=each.flag("free_rows"),
            new_hires_only=each.flag("new_hires_only"),
            note=_note(each, "note", notes),
        )
        for each in entries
    ]
    for before, after, entry in zip(sections, sections[1:], entries[1:], strict=False):
        if after.number <= before.number:
            entry.report.add(entry.node("number"), "", "sections are not in order", "number them 1, 2, 3 …")
    return tuple(sections)


def _items(section: Entry, notes: int) -> tuple[PlanItem, ...]:
    keys = ("number", "task", "result", "task_note", "result_note")
    return tuple(
        PlanItem(
            each.text("number"),
            each.name("task", LONG),
            each.maybe_name("result", LONG),
            _note(each, "task_note", notes),
            _note(each, "result_note", notes),
        )
        for each in section.each("items", keys, "a row of a plan", needed=False)
    )


def _note(entry: Entry, key: str, notes: int) -> int | None:
    """The number of a footnote that the plan has."""
    return entry.whole(key, 1, max(notes, 1)) if key in entry.fields.entries else None
