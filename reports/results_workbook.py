"""Responses as an xlsx: one row a response, what each column means, and every question's totals.

Texts are written as texts, whatever they begin with; numbers and dates are real ones. The rows are read once and go to
disk one by one, so that hundreds of thousands fit into little memory. Runs in the workshop.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reports.results_columns import COUNTED, FIXED, Cell, Column, Rows, options_told
from reports.results_data import ResponseExport, ResponseRow, title_of, worded
from reports.workbook import as_text
from reports.xlsx_page import grow, lay_out
from surveys.counting import ANSWERED
from surveys.path import Value
from surveys.tally import tally

ROWS_OF_A_SHEET = 1_000_000
"""Excel takes 1,048,576 (its specifications and limits); more responses go on further sheets."""
MOST_WIDTH = 48

CODEBOOK = (
    *(("column", 24), ("question", 20), ("questionnaire", 32), ("version", 9), ("text", 60), ("kind", 20)),
    *(("bottom", 7), ("low", 20), ("top", 7), ("high", 20), ("options", 48), ("measures", 16), ("reversed", 11)),
)
TOTALS = (("column", 24), ("text", 60), ("value", 32), ("count", 10), ("mean", 10), ("median", 10))


def write(export: ResponseExport, language: str, rows: Iterable[ResponseRow]) -> bytes:
    """The xlsx in the reader's language. Raises KeyError for a row whose definition is not in the export."""
    made = Rows(export, language)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "responses.xlsx"
        book = Workbook(
            path,
            {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False},
        )
        sheets = Sheets(book, made)
        counts = sheets.responses(rows)
        sheets.table("codebook", CODEBOOK, _codebook(export, made, language))
        sheets.table("totals", TOTALS, _totals(export, made, language, counts))
        book.close()
        return path.read_bytes()


class Sheets:
    """Writes sheets from the top down: a row that is begun is the last one that is kept in memory."""

    def __init__(self, book: Workbook, made: Rows) -> None:
        self._book, self._made = book, made
        self._head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF", "valign": "top"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = book.add_format({"valign": "top"})
        self._day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        self._moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"})

    def responses(self, rows: Iterable[ResponseRow]) -> list[Counter[str]]:
        """The rows, on as many sheets as they need; returns how often each column has which value."""
        counts: list[Counter[str]] = [Counter() for _ in self._made.columns]
        following = iter(rows)
        number = 1
        while self._responses(number, islice(following, ROWS_OF_A_SHEET), counts) == ROWS_OF_A_SHEET:
            number += 1
        return counts

    def _responses(self, number: int, rows: Iterable[ResponseRow], counts: Sequence[Counter[str]]) -> int:
        made = self._made
        name = made.word("sheet-responses") if number == 1 else made.word("sheet-more", number=number)
        widths = [*(width for _, width in FIXED), *(min(MOST_WIDTH, len(c.heading) + 4) for c in made.columns)]
        sheet = self._sheet(name, made.headings(), widths)
        counted = [column.question.kind in COUNTED for column in made.columns]
        last = 0
        for last, row in enumerate(rows, start=1):
            for at, cell in enumerate(made.fixed(row)):
                self._write(sheet, last, at, cell)
            for at, value, cell in made.answers(row):
                self._write(sheet, last, len(FIXED) + at, cell)
                counts[at][ANSWERED] += 1
                if counted[at]:
                    _count(counts[at], value)
        sheet.autofilter(0, 0, last, len(widths) - 1)
        return last

    def table(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> None:
        """A small sheet with headings of its own."""
        headings = [self._made.word(f"column-{key}") for key, _ in columns]
        widths = [width for _, width in columns]
        sheet = self._sheet(self._made.word(f"sheet-{name}"), headings, widths)
        last = 0
        for last, row in enumerate(rows, start=1):
            grow(sheet, last, row, widths)
            for at, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(last, at, as_text(cell), self._wrapped)
                elif isinstance(cell, int | float):
                    sheet.write_number(last, at, cell, self._plain)
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _sheet(self, name: str, headings: Sequence[str], widths: Sequence[int]) -> Worksheet:
        """A sheet whose headings stay in sight and on paper. What stands above the rows is told before them."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        lay_out(sheet, widths)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        for at, heading in enumerate(headings):
            sheet.write_string(0, at, heading, self._head)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            if cell:
                sheet.write_string(row, column, as_text(cell))
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, self._moment)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, datetime.combine(cell, time()), self._day)


def _count(counts: Counter[str], value: Value) -> None:
    """As `surveys.counting` counts: every option that was chosen, a number as its text."""
    if isinstance(value, list):
        counts.update(value)
    else:
        counts[str(value)] += 1


def _codebook(export: ResponseExport, made: Rows, language: str) -> Iterator[Sequence[Cell]]:
    """A row for every question of every version: what was asked, how it was answered, what it counts for."""
    for column in made.columns:
        for key in column.asked_in:
            yield _described(export, made, language, column, key)


def _described(
    export: ResponseExport, made: Rows, language: str, column: Column, key: tuple[str, int]
) -> Sequence[Cell]:
    """In the order of CODEBOOK. What the question counts for may differ between versions, the rest does not."""
    definition = export.definitions[key]
    question = definition.by_id[column.question.id]
    return (
        *(column.heading, question.id, worded(definition.title, language), definition.version),
        *(title_of(question, language), made.word(f"value-kind-{question.kind}")),
        *(_end(question.minimum), worded(question.low, language), _end(question.maximum)),
        *(worded(question.high, language), options_told(question, export.options, language)),
        *(question.measures, made.word("value-yes") if question.reversed else None),
    )


def _totals(
    export: ResponseExport, made: Rows, language: str, counts: Sequence[Counter[str]]
) -> Iterator[Sequence[Cell]]:
    """For every question how many answered with mean and median, then how often each value was given."""
    for column, counted in zip(made.columns, counts, strict=True):
        question = column.question
        options = export.options.get(question.source or "", ())
        found = tally(question, counted, counted[ANSWERED], options)
        title = title_of(question, language)
        yield column.heading, title, made.word("value-answered"), found.answered, _mean(found.mean), found.median
        labels = {option.id: worded(option.label, language) for option in (*question.options, *options)}
        for share in found.values:
            value: Cell = labels.get(share.value, share.value)
            yield (
                column.heading,
                title,
                value if question.options or question.source else float(share.value),
                share.count,
            )


def _mean(mean: float | None) -> float | None:
    """To hundredths, as the other tables have it."""
    return None if mean is None else round(mean, 2)


def _end(value: int | Decimal | None) -> float | None:
    return None if value is None else float(value)
