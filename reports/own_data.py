"""Somebody's own data as a zip: `data.html` to be read anywhere, `data.json` for programs. Runs in the workshop."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from locales import Wording
from locales.typography import bound

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#222}"
    "h2{border-bottom:1px solid #1f6f5c;margin-top:2em}dl{margin:1em 0;padding:.5em 1em;background:#f4f7f6}"
    "dt{color:#1f6f5c;font-size:.85em}dd{margin:0 0 .5em;white-space:pre-wrap;overflow-wrap:anywhere}"
)


_CODED = frozenset({"category", "duty", "form", "format", "grade", "kind", "relation", "role", "side", "state", "step"})
"""Values that are codes, told in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: as JSON has it, and as people read it."""

    name: str
    value: Any
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is kept of one kind (`storage.own_data_queries.SECTIONS`, or `answers`)."""

    name: str
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything of one person, on a day."""

    name: str
    programme: str
    on: date
    sections: tuple[Section, ...]


def own_data_zip(data: OwnData, language: str) -> bytes:
    """The zip, its page in the reader's language (`ru` or `en`); what people typed is never read as HTML."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("data.html", page(data, language))
        archive.writestr("data.json", machine(data))
    return content.getvalue()


def machine(data: OwnData) -> str:
    """The same for programs: sections, rows, values as they are kept."""
    sections = {each.name: [{one.name: one.value for one in row} for row in each.rows] for each in data.sections}
    told = {"name": data.name, "programme": data.programme, "on": data.on.isoformat(), "data": sections}
    return json.dumps(told, ensure_ascii=False, indent=1)


def page(data: OwnData, language: str) -> str:
    """The page; it asks nothing of the net."""
    wording = Wording.load()

    def word(key: str, **values: Any) -> str:
        return escape(wording.text(language, f"owndata-{key}", zone="UTC", **values))

    def shown(one: Entry) -> str:
        return word("code", code=one.words) if one.name in _CODED else escape(one.words)

    body = [f"<h1>{word('title')}</h1>", f"<p>{escape(data.name)}</p>", f"<p>{escape(data.programme)}</p>"]
    body.append(f"<p>{word('made', day=data.on)}</p>")
    for section in data.sections:
        body.append(f"<h2>{word('section', name=section.name)}</h2>")
        for row in section.rows:
            pairs = (f"<dt>{word('field', name=each.name)}</dt><dd>{shown(each)}</dd>" for each in row)
            body.append(f"<dl>{''.join(pairs)}</dl>")
    body.append(f"<p>{word('apart')}</p>")
    head = f'<meta charset="utf-8"><title>{word("title")}</title><style>{_STYLE}</style>'
    return bound(f'<!doctype html><html lang="{language}"><head>{head}</head><body>{"".join(body)}</body></html>')
