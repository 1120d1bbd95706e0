"""Reads single values of a definition out of its tree: wordings, options, bounds, quick values.

Every reader takes a `Fields` (one mapping with its place and the report) and returns something usable even if
it had to complain, so that all mistakes of all files are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from surveys.definition import TIME, DateBound, Kind, Option, Quick
from surveys.source import Node, Plain, Report
from surveys.suggest import did_you_mean
from surveys.wording import LANGUAGES, Wording, places

LABEL_LIMIT = 80
TEXT_LIMIT = 600
OPTION_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a definition while it is read: where complaints about it go."""

    node: Node
    report: Report
    question: str = ""

    @property
    def entries(self) -> dict[str, Node]:
        return self.node.value if isinstance(self.node.value, dict) else {}

    def complain(self, problem: str, remedy: str, at: Node | None = None) -> None:
        self.report.add(at or self.node, self.question, problem, remedy)

    def only(self, known: Collection[str], what: str) -> None:
        """Refuse keys that mean nothing here."""
        for key, node in self.entries.items():
            if key not in known:
                self.complain(
                    f"{what} has no «{key}»",
                    did_you_mean(key, known, f"use one of: {', '.join(sorted(known))}"),
                    node,
                )

    def plain(self, key: str) -> Plain:
        """The value of a key if it is a plain one; lists and mappings are refused."""
        node = self.entries.get(key)
        if node is None:
            return None
        if isinstance(node.value, list | dict):
            self.complain(f"«{key}» must be one value", f"write it as `{key}: value`", node)
            return None
        return node.value

    def word(self, key: str, needed: bool = False) -> str | None:
        value = self.plain(key)
        if value is None:
            if needed:
                self.complain(f"«{key}» is missing", f"add `{key}: …`")
            return None
        return str(value)

    def flag(self, key: str) -> bool:
        value = self.plain(key)
        if value is not None and not isinstance(value, bool):
            self.complain(f"«{key}» is «{value}»", f"write `{key}: true` or leave it out", self.entries[key])
        return value is True

    def number(self, key: str, default: int | Decimal | None = None) -> int | Decimal | None:
        """A whole or decimal number (text too: an archived body keeps decimals as text)."""
        value = self.plain(key)
        if value is None or isinstance(value, bool):
            return default
        try:
            exact = Decimal(str(value))
        except InvalidOperation:
            self.complain(f"«{key}» is «{value}», which is no number", f"write `{key}: 10`", self.entries[key])
            return default
        return int(exact) if exact == exact.to_integral_value() else exact

    def whole(self, key: str, default: int, least: int = 0) -> int:
        """A whole number; the default if the key is missing and the default itself is allowed."""
        value = self.plain(key) if key in self.entries else default
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            self.complain(f"«{key}» must be a whole number from {least}", f"write `{key}: {max(default, least)}`")
            return default
        return value

    def items(self, key: str) -> list[Node]:
        node = self.entries.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.complain(f"«{key}» must be a list", "write one item a line, each after «- »", node)
            return []
        return node.value

    def bound(self, key: str) -> DateBound | None:
        """A date bound, as `today - 5y`."""
        text = self.word(key)
        if text is None:
            return None
        try:
            return DateBound.parse(text)
        except ValueError:
            self.complain(
                f"«{key}: {text}» is no date",
                "write `today`, `today - 5y`, `today + 2w` or 2026-09-01",
                self.entries[key],
            )
            return None

    def time(self, key: str) -> str | None:
        text = self.word(key)
        if text is not None and not TIME.fullmatch(text):
            self.complain(f"«{key}: {text}» is no time", "write it as 09:30", self.entries[key])
            return None
        return text

    def wording(self, key: str, needed: bool = False, limit: int = TEXT_LIMIT) -> Wording | None:
        """A text in both languages, each perhaps with an adult's and a child's variant."""
        node = self.entries.get(key)
        if node is None:
            if needed:
                self.complain(f"«{key}» is missing", f"add `{key}: {{ru: …, en: …}}`")
            return None
        return read_wording(Fields(node, self.report, self.question), key, limit)


def read_wording(fields: Fields, what: str, limit: int) -> Wording:
    """Read {ru: …, en: …}; complains of a missing language and of texts that do not fit a phone."""
    if not fields.entries:
        fields.complain(f"«{what}» must have both languages", f"write `{what}: {{ru: …, en: …}}`")
        return Wording("", "")
    fields.only(LANGUAGES, f"«{what}»")
    adult: dict[str, str] = {}
    child: dict[str, str | None] = {}
    for locale in LANGUAGES:
        node = fields.entries.get(locale)
        if node is None or node.value is None:
            fields.complain(f"«{what}» has no {locale}", f"add `{locale}: …`")
            adult[locale], child[locale] = "", None
            continue
        own = Fields(node, fields.report, fields.question)
        if isinstance(node.value, dict):
            own.only(("adult", "child"), f"«{what}»")
            adult[locale], child[locale] = (
                own.word("adult", needed=True) or "",
                own.word("child", needed=True),
            )
        else:
            adult[locale], child[locale] = fields.word(locale) or "", None
    wording = Wording(adult["ru"], adult["en"], child["ru"], child["en"])
    for text in wording.variants():
        if len(text) > limit:
            fields.complain(f"«{what}» is {len(text)} characters long", f"shorten it to {limit}: it must fit a phone")
    return wording


def read_options(fields: Fields) -> tuple[Option, ...]:
    """The options of a single or multi question; their ids must differ."""
    found: dict[str, Option] = {}
    for node in fields.items("options"):
        own = Fields(node, fields.report, fields.question)
        if not own.entries:
            own.complain("an option must have an id and a label", "write `- {id: often, label: {ru: …, en: …}}`")
            continue
        own.only(("id", "label", "exclusive"), "an option")
        name = own.word("id", needed=True) or ""
        if name and not OPTION_ID.fullmatch(name):
            own.complain(f"«{name}» is no option id", "use up to 24 small Latin letters, digits, «_» and «-»")
        if name in found:
            own.complain(f"two options have the id «{name}»", "give each its own id")
        label = own.wording("label", needed=True, limit=LABEL_LIMIT) or Wording("", "")
        if any(places(text) for text in label.variants()):
            own.complain("a label cannot hold {name}", "put the name into the question's text")
        found[name] = Option(name, label, own.flag("exclusive"))
    return tuple(found.values())


def read_quick(fields: Fields, kind: Kind) -> tuple[Quick, ...]:
    """Likely values as buttons: plain values or {value, label}."""
    checks: dict[str, Callable[[str], bool]] = {
        "number": lambda text: bool(re.fullmatch(r"-?\d+([.,]\d+)?", text)),
        "time": lambda text: bool(TIME.fullmatch(text)),
        "date": _is_bound,
        "text": lambda text: bool(text) and len(text) <= LABEL_LIMIT,
    }
    examples = {"number": "45", "time": "15:30", "date": "today + 1d", "text": "a short text"}
    found: list[Quick] = []
    for node in fields.items("quick"):
        own = Fields(node, fields.report, fields.question)
        if own.entries:
            own.only(("value", "label"), "a quick value")
            value, label = (
                own.word("value", needed=True),
                own.wording("label", needed=True, limit=LABEL_LIMIT),
            )
        else:
            value, label = str(node.value), None
        if value is None:
            continue
        if not checks[kind](value):
            own.complain(f"«{value}» is no quick value of a {kind}", f"write one like {examples[kind]}")
            continue
        found.append(Quick(DateBound.parse(value) if kind == "date" else value, label))
    return tuple(found)


def _is_bound(text: str) -> bool:
    try:
        DateBound.parse(text)
    except ValueError:
        return False
    return True
