"""The columns in which a programme's document has its indicators, so that a report looks as the document does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from programmes.reading import Entry
from surveys.wording import Wording

LONG = 200


class ColumnId(StrEnum):
    """What a column holds. BASE, PLAN and FACT stand once for each period that has any."""

    NUMBER = "number"
    NAME = "name"
    SORT = "sort"
    UNIT = "unit"
    BASE = "base"
    PLAN = "plan"
    FACT = "fact"


BY_PERIOD = frozenset({ColumnId.BASE, ColumnId.PLAN, ColumnId.FACT})


@dataclass(frozen=True, slots=True)
class IndicatorColumn:
    """A column and the document's heading, in which `{year}` and `{day}` are filled; None: the usual heading."""

    id: ColumnId
    name: Wording | None = None


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The table as the document has it; without a title it is called by the programme's name."""

    columns: tuple[IndicatorColumn, ...]
    title: Wording | None = None
    place: str | None = None


USUAL = IndicatorTable(
    tuple(map(IndicatorColumn, (ColumnId.NUMBER, ColumnId.NAME, ColumnId.BASE, ColumnId.PLAN, ColumnId.FACT)))
)
"""Where a programme's file says nothing."""


def read_indicator_table(top: Entry) -> IndicatorTable:
    """The table of the indicators; may be left out."""
    if not top.has("indicator_table"):
        return USUAL
    entry = top.inner("indicator_table", ("title", "place", "columns"))
    columns = tuple(
        IndicatorColumn(each.member("id", ColumnId), each.maybe_name("name", LONG))
        for each in entry.each("columns", ("id", "name"), "a column")
    )
    missing = [each for each in (ColumnId.NAME, ColumnId.FACT) if each not in {column.id for column in columns}]
    if missing:
        remedy = f"add `- id: {missing[0].value}`"
        entry.report.add(entry.node("columns"), "", f"the table has no column «{missing[0].value}»", remedy)
    return IndicatorTable(columns, entry.maybe_name("title", LONG), entry.maybe("place"))
