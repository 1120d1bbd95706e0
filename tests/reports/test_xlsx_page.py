"""Sheets that LibreOffice shows whole and a printer takes: heights of rows, page set-up, read back from the files."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.table_xlsx import Table, table_workbook
from reports.xlsx_page import HIGHEST, LINE

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


def test_a_sheet_is_printed_lying_one_page_wide_with_its_head() -> None:
    book = load_workbook(BytesIO(table_workbook((Table("consents-sheet", HEADS, ()),), "ru")))
    [sheet] = book.worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"
