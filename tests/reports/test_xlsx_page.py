"""Sheets that LibreOffice shows whole and a printer takes: heights of rows, page set-up, read back from the files."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.people_list import people_template
from reports.results_data import ResponseExport
from reports.results_workbook import write
from reports.table_xlsx import Hidden, Share, Table, table_workbook
from reports.xlsform import example_form
from reports.xlsx_page import A4, HIGHEST, LINE

REPORTS = Path(__file__).parents[2] / "reports"
HEADS = ("consents-column-document", "consents-column-text")


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("коротко", None),
        ("слово " * 25, 3 * LINE),
        ("первая\nвторая", 2 * LINE),
        ("слово " * 2000, HIGHEST),
    ],
)
def test_a_row_is_as_high_as_its_text(text: str, height: int | None) -> None:
    book = load_workbook(BytesIO(table_workbook((Table("consents-sheet", HEADS, (("вид", text),)),), "ru")))
    assert book.worksheets[0].row_dimensions[2].height == height


def test_days_and_shares_are_numbers_that_are_shown_as_people_write_them() -> None:
    row = (date(2026, 9, 4), Share(96.03), Hidden.CELL, None)
    book = load_workbook(
        BytesIO(table_workbook((Table("consents-sheet", ("consents-column-text",) * 4, (row,)),), "ru"))
    )
    day, share, hidden, empty = book.worksheets[0][2]
    assert (str(day.value), day.number_format) == ("2026-09-04 00:00:00", "dd.mm.yyyy")
    assert (round(share.value, 4), share.number_format) == (0.9603, "0.0%")
    assert (hidden.data_type, empty.value) == ("s", None)


def test_a_sheet_is_printed_lying_one_page_wide_with_its_head() -> None:
    book = load_workbook(BytesIO(table_workbook((Table("consents-sheet", HEADS, ()),), "ru")))
    [sheet] = book.worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"


def test_a_sheet_too_wide_to_be_read_on_one_page_takes_several_with_its_first_column() -> None:
    many = ("consents-column-text",) * 10
    book = load_workbook(BytesIO(table_workbook((Table("consents-sheet", many, (("слово " * 20,) * 10,)),), "ru")))
    [sheet] = book.worksheets
    assert 1 < sheet.page_setup.fitToWidth < len(many)
    assert sheet.print_title_cols == "$A:$A"


def test_the_sheets_of_answers_lists_and_questionnaires_are_set_up_too() -> None:
    export = ResponseExport({}, "Europe/Moscow")
    for content in (write(export, "ru", ()), people_template("ru"), example_form()):
        for sheet in load_workbook(BytesIO(content)).worksheets:
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", A4), sheet.title
            assert sheet.print_title_rows == "$1:$1", sheet.title
            assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title


def test_no_maker_of_sheets_forgets_the_page() -> None:
    for path in REPORTS.glob("*.py"):
        code = path.read_text(encoding="utf-8")
        if "add_worksheet(" in code:
            assert code.count("lay_out(") >= code.count("add_worksheet("), path.name
