"""The three sheets as they stand in the file: raw texts by row and column, for wordings and for places of mistakes.

pyxform reads the same file into its JSON (surveys/xlsform/parse.py), but tidies texts up (quotes, spaces) and forgets
columns; which column means what is asked of pyxform here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pyxform import aliases
from pyxform.parsing.sheet_headers import process_header
from pyxform.question import MultipleChoiceQuestion, Option
from pyxform.survey import Survey
from pyxform.xls2json_backends import xlsx_value_to_str

from surveys.xlsform.errors import FormErrors, Place, refuse

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
QUESTION_LIMIT = 300
ROW_LIMITS = {SURVEY: 3000, CHOICES: 5000, SETTINGS: 50}
COLUMN_LIMIT = 300
CELL_LIMIT = 5000
"""Characters; the longest text that is shown has 600, the longest condition 2000."""
_EMPTY_RUN = 60
"""Empty rows after which a sheet ends: pyxform's own number."""
_RETURN = "_x000D_"
"""How Excel writes the first half of a line end."""
_SPACES = re.compile(r" +")
_NO_QUESTION = re.compile(r"(begin|end)[ _]", re.IGNORECASE)
_COLUMNS: dict[str, tuple[dict[str, Any], frozenset[str]]] = {
    SURVEY: (aliases.survey_header, frozenset(MultipleChoiceQuestion.get_slot_names())),
    CHOICES: (aliases.list_header, frozenset(Option.get_slot_names())),
    SETTINGS: (aliases.settings_header, frozenset(Survey.get_slot_names())),
}


@dataclass(slots=True)
class Sheet:
    """One sheet. `columns` are pyxform's names of its columns: `("label", "English (en)")`, `("bind", "relevant")`."""

    title: str
    headers: list[str | None] = field(default_factory=list)
    columns: dict[tuple[str, ...], int] = field(default_factory=dict)
    rows: dict[int, dict[int, str]] = field(default_factory=dict)

    def text(self, row: int, *column: str) -> str:
        """The raw text of a cell, "" if it is empty or there is no such column."""
        place = self.columns.get(column)
        return "" if place is None else self.rows.get(row, {}).get(place, "")

    def texts(self, row: int, *column: str) -> dict[str, str]:
        """A text by language; the one of a column without language is under ""."""
        found = {}
        for tokens, place in self.columns.items():
            if tokens[: len(column)] == column and len(tokens) <= len(column) + 1:
                text = self.rows.get(row, {}).get(place, "")
                if text:
                    found[tokens[len(column)] if len(tokens) > len(column) else ""] = text
        return found

    def header(self, *column: str) -> str | None:
        """What stands above a column."""
        place = self.columns.get(column)
        return None if place is None else self.headers[place]

    def place(self, row: int, *column: str) -> Place:
        """Where a cell is; without such a column, the first one of that name in any language."""
        at = self.columns.get(column)
        if at is None and column:
            at = next((n for tokens, n in self.columns.items() if tokens[: len(column)] == column), None)
        return Place(self.title, row, "" if at is None else get_column_letter(at + 1))

    def under(self, header: str, row: int) -> Place:
        """Where a cell is, by what stands above its column."""
        if header in self.headers:
            return Place(self.title, row, get_column_letter(self.headers.index(header) + 1))
        return Place(self.title, row)


@dataclass(slots=True)
class Sheets:
    """The sheets a form is made of; those a file has not are empty."""

    survey: Sheet
    choices: Sheet
    settings: Sheet

    def named(self, name: str) -> Sheet:
        return {CHOICES: self.choices, SETTINGS: self.settings}.get(name, self.survey)


def read_sheets(content: bytes) -> Sheets:
    """Read the sheets of a file that surveys/xlsform/guard.py let through.

    Raises FormErrors with the one reason why the file cannot be taken: it is broken, has no sheet `survey`, has
    formulas, or asks too much."""
    try:
        with closing(load_workbook(BytesIO(content), read_only=True, keep_links=False)) as book:
            found = {name.lower(): name for name in book.sheetnames}
            if SURVEY not in found and len(book.sheetnames) == 1:
                found = {SURVEY: book.sheetnames[0]}  # pyxform takes the only sheet for the survey, whatever its name
            if SURVEY not in found:
                raise refuse("no-survey-sheet", found=", ".join(book.sheetnames)[:100])
            return Sheets(*(_read(name, found.get(name, name), book) for name in (SURVEY, CHOICES, SETTINGS)))
    except FormErrors:
        raise
    except Exception:
        # openpyxl raises whatever its parsers stumble over; a file that cannot be read is not ours to debug
        raise refuse("broken") from None


def _read(name: str, title: str, book: Any) -> Sheet:
    sheet = Sheet(title)
    if title not in book.sheetnames:
        return sheet
    questions = 0
    for number, row in _rows(book[title], title):
        if number == 1:
            _read_header(sheet, name, row)
            continue
        if number > ROW_LIMITS[name]:
            raise refuse("too-many-rows", Place(title), limit=ROW_LIMITS[name])
        sheet.rows[number] = row
        kind = sheet.text(number, "type") if name == SURVEY else ""
        questions += bool(kind) and not _NO_QUESTION.match(kind)
        if questions > QUESTION_LIMIT:
            raise refuse("too-many-questions", limit=QUESTION_LIMIT)
    return sheet


def _read_header(sheet: Sheet, name: str, row: dict[int, str]) -> None:
    known, slots = _COLUMNS[name]
    width = max(row, default=-1) + 1
    sheet.headers = [_SPACES.sub(" ", row[place]) if place in row else None for place in range(width)]
    double = any("::" in header for header in row.values())
    for place, header in enumerate(sheet.headers):
        if header is not None:
            _, tokens = process_header(header, double, known, slots)
            sheet.columns.setdefault(tuple(tokens), place)


def _rows(sheet: Any, title: str) -> Iterator[tuple[int, dict[int, str]]]:
    """The rows that hold anything, by number. A formula is refused at once, wherever it stands."""
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=COLUMN_LIMIT), start=1):
        row: dict[int, str] = {}
        for place, cell in enumerate(cells):
            if cell.data_type == "f":
                raise refuse("formula", Place(title, number, get_column_letter(place + 1)))
            text = _text(cell.value)
            if len(text) > CELL_LIMIT:
                place_of = Place(title, number, get_column_letter(place + 1))
                raise refuse("too-long", place_of, limit=CELL_LIMIT, length=len(text))
            if text:
                row[place] = text
        empty = 0 if row else empty + 1
        if empty > _EMPTY_RUN:
            return
        if row or number == 1:
            yield number, row


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace(_RETURN, "").replace("\r\n", "\n").strip()
    return str(xlsx_value_to_str(value))
