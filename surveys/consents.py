"""Consent texts: what a person agrees to, by document, version and who is asked (surveys/consents/*.yaml).

Three documents are kept apart (processing of data, taking part, publication). Each has three variants: for an
adult, for a guardian who consents on a child's behalf, and a plain one for a child of 14 or older. A version
once shown to somebody is never edited: a changed text is a new file with the next version.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from surveys.reading import Fields
from surveys.source import Report, from_yaml
from surveys.wording import Wording, fill, places

VARIANTS = ("self_adult", "for_child", "self_child")
"""An adult for themselves; a guardian for a child; a child of 14 or older for themselves."""

PLACES = frozenset({"organisation", "days"})
"""What a text may name: the organisation that is the operator, and days until erasure after the end. Days with their
word are written `{days|день|дня|дней}`, in English `{days|day|days}`."""

LONGEST = 3500
"""Characters of a text: it is shown whole, with title and question in one message (Telegram: 4,096)."""

_COUNTED = re.compile(r"\{days\|([^{}|]*(?:\|[^{}|]*)*)\}")
_DOCUMENT = re.compile(r"[a-z][a-z0-9-]{0,31}")


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of one document; `variants` has every name of `VARIANTS`."""

    id: str
    version: int
    title: Wording
    variants: Mapping[str, Wording]

    @property
    def reference(self) -> str:
        """How a consent question names it: `processing@1`."""
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True)
class Consents:
    """Every version of every document."""

    texts: Mapping[tuple[str, int], ConsentText]

    @property
    def references(self) -> frozenset[str]:
        """Every text as questions name it; what surveys.load wants as `consents`."""
        return frozenset(text.reference for text in self.texts.values())

    def versions(self, document: str) -> tuple[int, ...]:
        """The versions of a document, the oldest first; empty if there is no such document."""
        return tuple(sorted(version for known, version in self.texts if known == document))

    def get(self, document: str, version: int | None = None) -> ConsentText:
        """One version of a document, by default the newest. Raises KeyError if there is none."""
        wanted = max(self.versions(document), default=0) if version is None else version
        return self.texts[document, wanted]

    def text(self, document: str, version: int, variant: str, locale: str, values: Mapping[str, str]) -> str:
        """The text as it is shown.

        `variant` is one of `VARIANTS`; `values` fills the `PLACES`, already escaped for where it is shown.
        Raises KeyError for an unknown document, version or variant, or when a place has no value: a consent
        with a gap in it is no consent.
        """
        whole = self.get(document, version).variants[variant]
        wording = in_days(whole, int(values.get("days", 0))).text(locale)
        for place in places(wording):
            if place not in values:
                raise KeyError(place)
        return fill(wording, values)


def in_days(wording: Wording, days: int) -> Wording:
    """The wording with the word that this number of days asks for: `{days|день|дня|дней}` becomes `{days} дней`."""
    return Wording(_counted(wording.ru, _russian_form(days)), _counted(wording.en, int(days != 1)))


def _counted(text: str, form: int) -> str:
    return _COUNTED.sub(lambda found: f"{{days}} {found[1].split('|')[form]}", text)


def _russian_form(count: int) -> int:
    """Which of «день, дня, дней» follows a number."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def load_consents(folder: Path) -> Consents:
    """Read and check every consent text in a folder.

    Raises surveys.source.DefinitionErrors with every mistake of every file, each with its line and remedy.
    """
    report = Report()
    texts: dict[tuple[str, int], ConsentText] = {}
    for path in sorted(folder.glob("*.yaml")):
        node = from_yaml(path.read_text(encoding="utf-8"), f"{folder.name}/{path.name}", report)
        if node is None:
            continue
        text = _read(Fields(node, report))
        if (text.id, text.version) in texts:
            report.add(node, "", f"«{text.reference}» is in another file too", "give the new text the next version")
        texts[text.id, text.version] = text
    report.settle()
    return Consents(texts)


def _read(fields: Fields) -> ConsentText:
    fields.only(("consent", "version", "title", "text"), "a consent")
    document = fields.word("consent", needed=True) or ""
    if not _DOCUMENT.fullmatch(document):
        fields.complain(f"«{document}» is no name of a document", "use small Latin letters, as `consent: processing`")
    title = fields.wording("title", needed=True, limit=40) or Wording("", "")
    return ConsentText(document, fields.whole("version", 0, 1), title, _variants(fields))


def _variants(fields: Fields) -> dict[str, Wording]:
    node = fields.entries.get("text")
    own = Fields(node or fields.node, fields.report)
    if node is None:
        own.complain("«text» is missing", f"write it for each of: {', '.join(VARIANTS)}")
        return {}
    own.only(VARIANTS, "the text of a consent")
    found = {name: own.wording(name, needed=True, limit=LONGEST) or Wording("", "") for name in VARIANTS}
    for name, wording in found.items():
        _check_places(own, name, wording)
    return found


def _check_places(fields: Fields, name: str, wording: Wording) -> None:
    known = f"use {' and '.join(f'{{{place}}}' for place in sorted(PLACES))} only"
    for place in sorted({place for text in wording.variants() for place in places(text)} - PLACES):
        fields.complain(f"«{name}» names {{{place}}}, which nothing fills", known)
    for text, forms in ((wording.ru, 3), (wording.en, 2)):
        for found in _COUNTED.finditer(text):
            if len(found[1].split("|")) != forms:
                fields.complain(f"«{name}» has {found[0]}", "write {days|день|дня|дней}, in English {days|day|days}")
    if set(places(wording.ru)) != set(places(wording.en)):
        fields.complain(f"«{name}» names different places in ru and en", "name the same in both languages")
