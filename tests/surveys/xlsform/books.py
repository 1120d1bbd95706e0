"""Workbooks for tests: out of tables as pyxform's own tests write them, or out of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from pyxform.xls2json_backends import md_table_to_workbook

from surveys.definition import Definition
from surveys.xlsform import FormError, FormErrors, ReadForm, read

FORMS = Path(__file__).parent / "forms"


def table(text: str) -> bytes:
    """The workbook of a table such as `| survey | | type | name | label |`."""
    content = BytesIO()
    md_table_to_workbook(text).save(content)
    return content.getvalue()


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of sheets with these rows."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def survey(*rows: Mapping[str, object], choices: Sequence[Sequence[object]] = ()) -> bytes:
    """A workbook of questions; the columns are those the rows name. `choices`: list_name, name, label."""
    columns = list(dict.fromkeys(["type", "name", "label", *(column for row in rows for column in row)]))
    named = [{"name": f"q{number}", "label": "?", **row} for number, row in enumerate(rows, start=1)]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "survey": [columns, *([row.get(column) for column in columns] for row in named)]
    }
    if choices:
        sheets["choices"] = [("list_name", "name", "label"), *choices]
    return book(**sheets)


def taken(content: bytes, name: str = "form.xlsx") -> ReadForm:
    return read(content, name, definition_id="own-1-form", version=1)


def definition(content: bytes) -> Definition:
    return taken(content).definition


def errors(content: bytes, name: str = "form.xlsx") -> tuple[FormError, ...]:
    """Why a file is refused; none if it is taken."""
    try:
        taken(content, name)
    except FormErrors as found:
        return found.errors
    return ()


def told(content: bytes, name: str = "form.xlsx") -> list[tuple[str, int, str, str]]:
    """Sheet, row, column and code of every mistake."""
    return [
        (error.sheet, error.row, error.column, error.problem.name.removeprefix("xlsform-"))
        for error in errors(content, name)
    ]


def bare(made: Definition) -> Definition:
    """A definition without the words of its body, which may be written in several ways."""
    return replace(made, body="", sha256="")
