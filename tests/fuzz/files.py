"""Files of any kind under the name of a workbook: good ones bent in one place, and those that were never one."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from tests.conversations import workbooks
from tests.fuzz.texts import a_text

PEOPLE = (
    ("ФИО", "Роль", "Класс", "Дата рождения", "Должность"),
    ("Алфёрова Анна Ивановна", "наставник", None, "12.03.1990", "учитель физики"),
    ("Петров Пётр Ильич", "наставляемый", "7А", "25.03.2013", None),
)
NAMES = (
    "people.xlsx",
    "people.XLSX",
    "people.docx",
    "people.xlsm",
    "п\u202eslx.exe",
    "",
    "x" * 300,
    "../../etc/x.xlsx",
)
_NUMBERS = ("1e308", "-1e308", "9" * 400, "NaN", "-1", "2958466", "60", "0.0000001", "1/0", "A1048577", "XFD9", "")


def good(chance: Random) -> bytes:
    """A list of people, a questionnaire, or a table that is neither; its cells hold what people type."""
    rows = [list(row) for row in (PEOPLE if chance.random() < 0.5 else (workbooks.SURVEY, *workbooks.ASKED))]
    for _ in range(chance.randrange(4)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = _cell(chance)
    name = chance.choice(("survey", "Люди"))
    sheets = {name: rows, "choices": [workbooks.CHOICES, *workbooks.OPTIONS]}
    return workbooks.book(**sheets)


def any_file(chance: Random) -> bytes:
    """Nothing, noise, half a workbook, one with a bent part, a document of another program, a bomb."""
    content = good(chance)
    match chance.randrange(9):
        case 0:
            return chance.randbytes(chance.choice((0, 1, 4, 1000)))
        case 1:
            return b"PK\x03\x04" + chance.randbytes(300)
        case 2:
            return content[: chance.randrange(len(content))]
        case 3:
            return _noisy(chance, content)
        case 4:
            return _zipped({"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"})
        case 5:
            return _bent(chance, content, _grown)
        case _:
            return _bent(chance, content, _rewritten)


def _cell(chance: Random) -> object:
    return chance.choice((_writable(a_text(chance)), 5, -1.5, True, None, 10**15, "=1+1", "#REF!"))


def _writable(text: str) -> str:
    """What the library that writes test files takes; the rest is put in by `_rewritten`."""
    return re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", text)[:2000]


def _noisy(chance: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _bent(chance: Random, content: bytes, how: Callable[[Random, bytes], bytes]) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return _zipped({**parts, name: how(chance, parts[name])})


def _grown(chance: Random, part: bytes) -> bytes:
    """Far larger than it looks, or deeper than a parser goes."""
    return chance.choice(
        (part + b" " * 3_000_000, b"<a>" * 20_000, part.replace(b"<row", b"<row " * 3000), b"\xff\xfe")
    )


def _rewritten(chance: Random, part: bytes) -> bytes:
    """XML in which a value, a name or a tag is another one, or none."""
    text = part.decode()
    places = list(re.finditer(r'"[^"]*"|>[^<]*<|<[^>]+>', text))
    for place in sorted(chance.sample(places, min(len(places), chance.choice((1, 1, 3)))), key=lambda p: -p.start()):
        old = place[0]
        if old.startswith('"'):
            new = f'"{chance.choice((*_NUMBERS, "rId9", "s", "b", "d", "e", "str", "inlineStr", "x"))}"'
        elif old.startswith(">"):
            new = f">{chance.choice((*_NUMBERS, '&amp;', '&#0;', '&lol;', 'текст'))}<"
        else:
            new = chance.choice(("", old + old, "<!DOCTYPE a>", "<b>"))
        text = text[: place.start()] + new + text[place.end() :]
    return text.encode()


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
