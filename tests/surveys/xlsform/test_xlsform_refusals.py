"""Broken and hostile files are refused in one sentence, before anything of them is built."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from surveys.xlsform.guard import FILE_LIMIT
from tests.surveys.xlsform.books import book, errors, survey, told

GOOD = survey({"type": "text"})


def changed(content: bytes = GOOD, **parts: bytes) -> bytes:
    """A workbook with parts put in or replaced; `__` stands for `/` in their names."""
    made = BytesIO()
    named = {name.replace("__", "/"): value for name, value in parts.items()}
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, value in named.items():
            new.writestr(name, value)
    return made.getvalue()


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, value in parts.items():
            archive.writestr(name.replace("__", "/"), value)
    return made.getvalue()


def encrypted() -> bytes:
    """A workbook in the directory of whose zip every part is marked as encrypted."""
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def bomb() -> bytes:
    return changed(**{"xl__media__image1.png": bytes(60 * 1024 * 1024)})


def doctype() -> bytes:
    with ZipFile(BytesIO(GOOD)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    return changed(**{"xl__worksheets__sheet1.xml": entity + sheet.partition(b"?>")[2]})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty-file"),
    "a pdf": (lambda: b"%PDF-1.7 ...", "not-xlsx"),
    "a text": (lambda: b"type,name,label", "not-xlsx"),
    "a renamed zip": (lambda: zipped(photo=b"x"), "not-xlsx"),
    "a zip cut in two": (lambda: GOOD[: len(GOOD) // 2], "broken"),
    "a document of LibreOffice": (lambda: zipped(**{"content.xml": b"<x/>", "mimetype": b"ods"}), "ods"),
    "an old .xls": (lambda: OLE + bytes(600), "old-xls"),
    "a workbook with a password": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an encrypted zip": (encrypted, "encrypted"),
    "50 MB": (lambda: b"PK\x03\x04" + bytes(50 * 1024 * 1024), "too-big"),
    "just too large": (lambda: b"PK" + bytes(FILE_LIMIT), "too-big"),
    "macros": (lambda: changed(**{"xl__vbaProject.bin": b"x"}), "macros"),
    "links to other files": (lambda: changed(**{"xl__externalLinks__externalLink1.xml": b"<x/>"}), "links"),
    "a database behind it": (lambda: changed(**{"xl__connections.xml": b"<x/>"}), "links"),
    "a zip bomb": (bomb, "bomb"),
    "a small part that grows": (lambda: changed(**{"xl__x.xml": b" " * (5 * 1024 * 1024)}), "bomb"),
    "entities": (doctype, "broken"),
    "a sheet that is no XML": (lambda: changed(**{"xl__worksheets__sheet1.xml": b"<worksheet><"}), "broken"),
    "a workbook that is no XML": (lambda: changed(**{"xl__workbook.xml": b"nonsense"}), "broken"),
    "no survey": (lambda: book(questions=[("type",)], more=[("type",)]), "no-survey-sheet"),
    "10,000 questions": (lambda: survey(*[{"type": "text"}] * 10_000), "too-many-questions"),
    "too many options": (
        lambda: survey({"type": "select_one a"}, choices=[("a", f"o{n}", "?") for n in range(6000)]),
        "too-many-rows",
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_a_bad_file_is_refused_in_one_sentence(what: str) -> None:
    make, code = FILES[what]
    found = told(make())
    assert [error[3] for error in found] == [code]


def test_macros_are_known_by_the_name_too() -> None:
    assert [error[3] for error in told(GOOD, "form.XLSM")] == ["macros"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (survey({"type": "text", "label": "=1+1"}), ("survey", 2, "C")),
        (survey({"type": "select_one a"}, choices=[("a", "b", '=HYPERLINK("x")')]), ("choices", 2, "C")),
        (book(survey=[("type",)], settings=[("form_title",), ("=A1",)]), ("settings", 2, "A")),
    ],
)
def test_a_formula_is_refused_at_its_cell(content: bytes, place: tuple[str, int, str]) -> None:
    assert told(content) == [(*place, "formula")]


def test_a_text_of_a_whole_book_is_refused_at_its_cell() -> None:
    assert told(survey({"type": "text", "default": "x + " * 5000})) == [("survey", 2, "D", "too-long")]


def test_a_formula_on_a_sheet_of_ones_own_does_not_matter() -> None:
    content = book(survey=[("type", "name", "label"), ("text", "a", "A")], mine=[("=1+1",)])
    assert told(content) == []


def test_10_000_questions_are_refused_at_once() -> None:
    content = survey(*[{"type": "text", "label": f"Question {number}"} for number in range(10_000)])
    start = time.perf_counter()
    assert [error[3] for error in told(content)] == ["too-many-questions"]
    assert time.perf_counter() - start < 2


def test_a_refusal_names_no_place_and_says_what_to_do() -> None:
    (refusal,) = errors(b"%PDF")
    assert (refusal.sheet, refusal.row, refusal.column) == ("", 0, "")
    assert refusal.remedy.name == "xlsform-not-xlsx-fix"


@pytest.mark.parametrize("cut", [30, 200, 1000, 3000])
@pytest.mark.parametrize("put", [b"", b"\x00\xff" * 40])
def test_a_file_damaged_anywhere_never_raises_anything_else(cut: int, put: bytes) -> None:
    assert all(error.problem.name.startswith("xlsform-") for error in errors(GOOD[:cut] + put + GOOD[cut + 60 :]))
