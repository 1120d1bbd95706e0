"""Responses as CSV (RFC 4180) for other programs: commas, decimal points, ISO dates, UTF-8 with a byte order mark.

A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, «CSV injection»). Runs in the
workshop.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable
from datetime import datetime

from reports.results_columns import FIXED, Cell, Rows
from reports.results_data import ResponseExport, ResponseRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(export: ResponseExport, language: str, rows: Iterable[ResponseRow]) -> bytes:
    """The file: a row of headings, then one row a response, as in the workbook. The rows are read once, one by one."""
    made = Rows(export, language)
    with tempfile.TemporaryFile() as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
        writer = csv.writer(text)
        writer.writerow(map(safe, made.headings()))
        for row in rows:
            cells = [*made.fixed(row), *([None] * len(made.columns))]
            for at, _, cell in made.answers(row):
                cells[len(FIXED) + at] = cell
            writer.writerow(map(safe, cells))
        text.flush()
        file.seek(0)
        return file.read()


def safe(cell: Cell) -> str | int | float | None:
    """A cell as it is written: texts that begin like a formula with an apostrophe, times to the minute."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    return cell if cell is None or isinstance(cell, int | float) else cell.isoformat()
