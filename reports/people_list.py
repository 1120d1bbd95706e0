"""Lists of people as .xlsx: the template to fill in, a filled one read, mistakes and personal links written.

Runs in the workshop: a file comes from somebody else, so it is looked at before it is opened, and reading it ends.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from typing import Any

from locales import Wording
from mentoring.imports import CATEGORIES, COLUMNS, LARGEST, ROLES, Cell, Listing, Rules, Sheet, first_words, read
from reports.xlsx_page import grow, lay_out

_WIDEST = 30
"""Columns that are looked at; a list has ten."""
TEMPLATE: Mapping[str, int] = {
    "name": 38,
    "role": 16,
    "category": 18,
    "class": 9,
    "post": 28,
    "birth": 16,
    "workplace": 28,
}
"""Columns of the template with their widths in characters."""
MEANING = 90
"""Width of a column of sentences, in characters."""
ABOUT: tuple[tuple[str, int], ...] = (("column", 24), ("meaning", MEANING), ("example", 30))
MISTAKES: tuple[tuple[str, int], ...] = (("sheet", 16), ("row", 9), ("column", 18), ("wrong", MEANING))
LINKS: tuple[tuple[str, int], ...] = (
    ("name", 38),
    ("class", 18),
    ("role", 16),
    ("link", 46),
    ("until", 14),
    ("qr", 18),
)


def read_people(content: bytes, name: str, rules: Rules) -> bytes:
    """What the file of the name `name` says, as JSON: `entries` (rows of `mentoring.imports.Entry`), or `mistakes`
    `[sheet, row, column, problem, values]`."""
    from surveys.xlsform.errors import FormErrors
    from surveys.xlsform.guard import check_file

    try:
        check_file(content, name)
        found = read(_sheets(content), rules)
    except FormErrors:
        return _json({"mistakes": [["", 0, "", "no-workbook", {}]]})
    return _json(_told(found))


def _told(found: Listing) -> Mapping[str, Any]:
    if found.mistakes:
        return {"mistakes": [[each.sheet, each.row, each.column, each.problem, each.values] for each in found.mistakes]}
    return {"entries": [asdict(entry) for entry in found.entries]}


def _sheets(content: bytes) -> list[Sheet]:
    """Every sheet's rows that say something, with their numbers; what can't be opened is no workbook."""
    from openpyxl import load_workbook

    from surveys.xlsform.errors import refuse

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        try:
            return [_sheet(page.title, page.iter_rows(max_col=_WIDEST, values_only=True)) for page in book.worksheets]
        finally:
            book.close()
    except Exception as error:  # whatever a broken file makes the library raise
        raise refuse("broken") from error


def _sheet(title: str, rows: Any) -> Sheet:
    kept: list[tuple[int, Sequence[Cell]]] = []
    for number, cells in enumerate(rows, 1):
        values = [_cell(each) for each in cells]
        if any(value not in (None, "") for value in values):
            kept.append((number, values))
        if len(kept) > LARGEST + 2:
            break
    return Sheet(title, kept)


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()


# --- what is written --------------------------------------------------------------------------------------------------


def people_template(language: str) -> bytes:
    """The sheet to fill in: headings and choices in the cells, and a page that explains each column."""
    words = Wording.load()
    book, content = _book()
    page = book.add_worksheet(words.text(language, "import-sheet-people"))
    head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF"})
    plain = book.add_format({"num_format": "@"})
    for place, (column, width) in enumerate(TEMPLATE.items()):
        page.set_column(place, place, width, plain)
        page.write_string(0, place, COLUMNS[column][0], head)
    page.freeze_panes(1, 0)
    lay_out(page, TEMPLATE.values())
    _choices(page, "role", first_words(ROLES))
    _choices(page, "category", first_words(CATEGORIES))
    about = book.add_worksheet(words.text(language, "import-sheet-about"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (column, width) in enumerate(ABOUT):
        about.set_column(place, place, width, wrapped)
        about.write_string(0, place, words.text(language, f"import-head-{column}"), head)
    for number, column in enumerate(TEMPLATE, 1):
        about.write_string(number, 0, COLUMNS[column][0])
        about.write_string(number, 1, meaning := words.text(language, f"import-about-{column}"))
        grow(about, number, (meaning,), (MEANING,))
        about.write_string(number, 2, words.text(language, f"import-example-{column}"))
    lay_out(about, [width for _, width in ABOUT])
    book.close()
    return content.getvalue()


def _choices(page: Any, column: str, words: Sequence[str]) -> None:
    place = list(TEMPLATE).index(column)
    page.data_validation(1, place, LARGEST, place, {"validate": "list", "source": list(words), "error_type": "warning"})


def mistakes_sheet(mistakes: Sequence[Sequence[Any]], language: str) -> bytes:
    """Every mistake of a list in a row of its own: sheet, row, column, what is wrong, what to do."""
    words = Wording.load()
    book, content = _book()
    page = book.add_worksheet(words.text(language, "import-sheet-mistakes"))
    head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (column, width) in enumerate(MISTAKES):
        page.set_column(place, place, width, wrap)
        page.write_string(0, place, words.text(language, f"import-head-{column}"), head)
    for number, (sheet, row, column, problem, values) in enumerate(mistakes, 1):
        page.write_string(number, 0, sheet)
        if row:
            page.write_number(number, 1, row)
        page.write_string(number, 2, column)
        page.write_string(number, 3, wrong := words.text(language, f"import-wrong-{problem}", **values))
        grow(page, number, (wrong,), (MEANING,))
    page.freeze_panes(1, 0)
    lay_out(page, [width for _, width in MISTAKES])
    book.close()
    return content.getvalue()


def links_sheet(rows: Sequence[tuple[str, str, str, str, date]], language: str) -> bytes:
    """Personal links to be printed and cut apart: name, class or post, role, link, last day, and the link as a QR code.

    rows: name, class or post, role's code, link, last day.
    """
    import segno

    words = Wording.load()
    book, content = _book()
    page = book.add_worksheet(words.text(language, "import-sheet-links"))
    head = book.add_format({"bold": True, "bg_color": "#1F6F5C", "font_color": "#FFFFFF"})
    wrap = book.add_format({"text_wrap": True, "valign": "vcenter"})
    day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "vcenter", "align": "left"})
    for place, (column, width) in enumerate(LINKS):
        page.set_column(place, place, width, wrap)
        page.write_string(0, place, words.text(language, f"import-head-{column}"), head)
    for number, (name, where, role, link, until) in enumerate(rows, 1):
        page.set_row_pixels(number, 124)
        page.write_string(number, 0, name)
        page.write_string(number, 1, where)
        page.write_string(number, 2, words.text(language, "import-role", role=role))
        page.write_string(number, 3, link)
        page.write_datetime(number, 4, until, day)
        code = BytesIO()
        segno.make(link, error="m").save(code, kind="png", scale=3, border=2)
        page.insert_image(number, 5, f"{number}.png", {"image_data": code, "x_offset": 4, "y_offset": 4})
    page.freeze_panes(1, 0)
    lay_out(page, [width for _, width in LINKS])
    book.close()
    return content.getvalue()


def _book() -> tuple[Any, BytesIO]:
    from xlsxwriter import Workbook

    content = BytesIO()
    return Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}), content
