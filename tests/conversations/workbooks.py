"""Spreadsheets that curators send: good ones in the XLSForm layout, and every kind of broken one."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

Row = Sequence[object]
SURVEY = ("type", "name", "label::Русский (ru)", "label::English (en)", "relevant", "required")
CHOICES = ("list_name", "name", "label::Русский (ru)", "label::English (en)")
SETTINGS = ("form_title", "form_id", "default_language")
ASKED: tuple[Row, ...] = (
    ("select_one yn", "liked", "Вам понравился кружок?", "Did you like the club?", "", "yes"),
    ("integer", "visits", "Сколько раз вы приходили?", "How often did you come?", "${liked} = 'yes'", "yes"),
    ("text", "wish", "Что добавить?", "What should we add?", "", ""),
)
OPTIONS: tuple[Row, ...] = (("yn", "yes", "Да", "Yes"), ("yn", "no", "Нет", "No"))


def book(**sheets: Sequence[Row]) -> bytes:
    """A workbook of these sheets, row by row."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def form(*asked: Row, title: str = "Кружок", form_id: str = "club", options: Sequence[Row] = OPTIONS) -> bytes:
    """A questionnaire of these questions, by default `ASKED`."""
    survey = (SURVEY, *(asked or ASKED))
    return book(survey=survey, choices=(CHOICES, *options), settings=(SETTINGS, (title, form_id, "Русский (ru)")))


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with another file inside."""
    made = BytesIO(content)
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return made.getvalue()


def some_zip() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")
    return made.getvalue()


def many(count: int) -> bytes:
    """As many questions as nobody answers."""
    return form(*(("text", f"q{number}", f"Вопрос {number}", f"Question {number}") for number in range(count)))


def cyclic() -> bytes:
    """Two questions that wait for each other."""
    return form(
        ("text", "one", "Раз?", "One?", "${two} != ''", ""),
        ("text", "two", "Два?", "Two?", "${one} != ''", ""),
    )


def locked() -> bytes:
    """How Office keeps a workbook under a password: an OLE container with one encrypted stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def bomb() -> bytes:
    """A sheet of 200 MB of zeros, packed into 200 KB."""
    return with_part(form(), "xl/worksheets/sheet9.xml", bytes(200 * 1024 * 1024))


def listed(source: str) -> bytes:
    """A question that takes its options from a list of the programme."""
    head = ("type", "name", "label", "bot_from")
    return book(
        survey=(head, ("select_one places", "place", "Где?", source)),
        choices=(("list_name", "name", "label"), ("places", "here", "Здесь")),
    )
