"""What the report of indicators is made of: the document's table with its numbers. Cheap to import and to send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from mentoring.indicators import ReportingPeriod, Standing


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what it holds (`programmes.indicator_table.ColumnId`), its period, and the document's own words.

    `name` None: the usual words; `{year}` and `{day}` in it are filled from the period.
    """

    column: str
    name: str | None = None
    year: int | None = None
    quarter: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Under a heading of a period: a share that was planned or was before, or how a fact stands; empty: nothing.

    `kinds`: how many organisations of each kind (by its id) make it up.
    """

    share: Decimal | None = None
    stand: Standing | None = None
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Of what the share of the reported period is: the denominator's name, number, day and source.

    `name` None: the bot has counted it. `summed`: so many organisations have typed their parts.
    """

    name: str | None
    value: int | None = None
    on: date | None = None
    text: str = ""
    summed: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator: its number and official name, a cell for each heading, and how the reported period was counted.

    Cells of number, name, sort and unit are empty: those stand beside them. `note`: what the document leaves open.
    """

    number: str
    name: str
    sort: str | None
    cells: tuple[Cell, ...]
    stand: Standing
    source: Source
    note: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """The report of one period. `organisation` None: the municipality's own. `sent_at` None: as it stands now.

    `planned`: the table has a column of plans; else a plan that was typed in stands with the fact.
    """

    title: str
    programme: str
    organisation: str | None
    period: ReportingPeriod
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    made_on: date
    sent_at: datetime | None
    zone: str

    @property
    def planned(self) -> bool:
        return any(each.column == "plan" for each in self.headings)


@dataclass(frozen=True, slots=True)
class Past:
    """One indicator through its periods, the oldest first: (year, quarter, share, plan)."""

    title: str
    place: str | None
    points: tuple[tuple[int, int | None, Decimal, Decimal | None], ...]
