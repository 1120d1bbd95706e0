"""A guide on one sheet of A4 for pupils, parents or teachers, as PDF with the QR code of the link.

Runs in the workshop. Set from `guide.typ`.
"""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from locales import Wording
from reports import fonts, typeset

TEMPLATE = Path(__file__).with_name("guide.typ")
PARTS = {"join": 4, "use": 4, "kept": 3, "stop": 2}
"""The parts of the sheet, and how many lines each has."""
NAME_WIDTH = 62
"""Characters of the organisation's name in a line of the head."""


def write(audience: str, organisation: str, link: str, valid_until: date | None, language: str) -> bytes:
    """The PDF. `audience`: pupils, parents or teachers; `link`: as printed and coded; `valid_until`: its last day."""
    wording = Wording.load()

    def worded(key: str, **values: Any) -> str:
        return wording.text(language, f"report-guide-{key}", **values)

    said: dict[str, Any] = {
        "language": language,
        "organisation": "\n".join(fonts.lines(organisation, NAME_WIDTH, most=3)),
        "title": worded(f"{audience}-title"),
        "lead": worded(f"{audience}-lead"),
        "link": link,
        "shown": link.removeprefix("https://"),
        "scan": worded("scan"),
        "questions": worded("questions"),
        "valid": worded("valid", until=valid_until) if valid_until else "",
    }
    for part, lines in PARTS.items():
        texts = [worded(f"{audience}-{part}-{number}") for number in range(1, lines + 1)]
        said[part] = {"head": worded(part), "lines": texts}
    return _set(said, link)


def _set(said: dict[str, Any], link: str) -> bytes:
    code = BytesIO()
    segno.make_qr(link, error="m").save(code, kind="png", scale=12, border=4)
    return typeset.pdf(TEMPLATE, {"guide.json": json.dumps(said).encode(), "code.png": code.getvalue()})
