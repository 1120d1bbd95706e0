"""Single values of a programme's file: words of known sets, lists, terms. Complaints go to the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from surveys.reading import Fields
from surveys.source import Node, Report
from surveys.suggest import did_you_mean
from surveys.wording import Wording

ITEM_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,23}")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_Member = TypeVar("_Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of the file, read by the keys it may have."""

    fields: Fields

    @classmethod
    def of(cls, node: Node, report: Report, keys: Collection[str], what: str) -> Entry:
        """Check that it is a mapping and has no unknown keys."""
        fields = Fields(node, report)
        if not isinstance(node.value, dict):
            fields.complain(f"{what} must be a mapping", f"write its keys: {', '.join(sorted(keys))}")
        fields.only(keys, what)
        return cls(fields)

    @property
    def report(self) -> Report:
        return self.fields.report

    def has(self, key: str) -> bool:
        return key in self.fields.entries

    def node(self, key: str) -> Node:
        """What stands under the key; the entry itself (for its line) if nothing does."""
        return self.fields.entries.get(key, self.fields.node)

    def text(self, key: str) -> str:
        return self.fields.word(key, needed=True) or ""

    def maybe(self, key: str) -> str | None:
        return self.fields.word(key)

    def flag(self, key: str) -> bool:
        return self.fields.flag(key)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number within bounds, both included."""
        given = self.fields.plain(key)
        value = int(given) if isinstance(given, str) and given.isascii() and given.isdigit() else given
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self._complain(key, f"«{key}» must be a whole number from {least} to {most}", f"write `{key}: {least}`")
            return least
        return value

    def id(self, key: str = "id") -> str:
        """An id that fits into a button: small Latin letters, digits, dots and hyphens."""
        value = self.text(key)
        if value and not ITEM_ID.fullmatch(value):
            remedy = "use up to 24 small Latin letters, digits, «.» and «-»"
            self._complain(key, f"«{value}» is no id", remedy)
        return value

    def name(self, key: str = "name", limit: int = 200) -> Wording:
        return self.fields.wording(key, needed=True, limit=limit) or Wording("", "")

    def maybe_name(self, key: str, limit: int = 200) -> Wording | None:
        return self.fields.wording(key, limit=limit)

    def nodes(self, key: str, needed: bool = True) -> list[Node]:
        if needed and key not in self.fields.entries:
            self._complain(key, f"«{key}» is missing", f"add `{key}:` with a list, or `{key}: []`")
        return self.fields.items(key)

    def texts(self, key: str, needed: bool = True) -> tuple[str, ...]:
        found = []
        for node in self.nodes(key, needed):
            if isinstance(node.value, list | dict) or node.value is None:
                self.report.add(node, "", f"«{key}» must hold plain texts", "put a text with «: » into quotes")
            else:
                found.append(str(node.value))
        return tuple(found)

    def wholes(self, key: str, least: int, most: int) -> tuple[int, ...]:
        found = []
        for node in self.nodes(key):
            if isinstance(node.value, int) and least <= node.value <= most:
                found.append(node.value)
            else:
                problem = f"«{node.value}» in «{key}» is no whole number from {least} to {most}"
                self.report.add(node, "", problem, f"write one as {least}")
        return tuple(found)

    def member(self, key: str, kind: type[_Member]) -> _Member:
        """A word of a known set."""
        return self._member(self.node(key), self.text(key), kind, key)

    def members(self, key: str, kind: type[_Member]) -> frozenset[_Member]:
        """Words of a known set; an empty list would stand for nothing."""
        nodes = self.nodes(key)
        written = self.fields.entries.get(key)
        if written is not None and written.value == []:
            example = next(iter(kind)).value
            self.report.add(written, "", f"«{key}» is empty", f"name at least one, as `{key}: [{example}]`")
        return frozenset(self._member(node, str(node.value), kind, key) for node in nodes)

    def _member(self, node: Node, value: str, kind: type[_Member], key: str) -> _Member:
        known = {member.value: member for member in kind}
        if value in known:
            return known[value]
        if value:
            remedy = did_you_mean(value, known, f"use one of: {', '.join(known)}")
            self.report.add(node, "", f"«{key}» knows no «{value}»", remedy)
        return next(iter(known.values()))

    def zone(self, key: str) -> str:
        """An IANA zone."""
        value = self.text(key)
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._complain(key, f"there is no time zone «{value}»", "write an IANA name, as Europe/Moscow")
            return "UTC"
        return value

    def time(self, key: str) -> time:
        match = _TIME.fullmatch(self.text(key))
        if match is None:
            self._complain(key, f"«{key}» is no time", "write it in quotes, as '21:00'")
            return time()
        return time(int(match[1]), int(match[2]))

    def inner(self, key: str, keys: Collection[str]) -> Entry:
        """The mapping under a key."""
        if key not in self.fields.entries:
            self._complain(key, f"«{key}» is missing", f"add `{key}: {{{', '.join(f'{name}: …' for name in keys)}}}`")
            return Entry(Fields(Node({}, self.fields.node.file, self.fields.node.line), Report()))
        return Entry.of(self.fields.entries[key], self.report, keys, f"«{key}»")

    def each(self, key: str, keys: Collection[str], what: str, needed: bool = True) -> list[Entry]:
        """The mappings of a list."""
        return [Entry.of(node, self.report, keys, what) for node in self.nodes(key, needed)]

    def known(self, key: str, values: Collection[str], known: Collection[str], what: str) -> None:
        """Complain of values that name nothing."""
        for value in values:
            if value and value not in known:
                remedy = did_you_mean(value, known, f"use one of: {', '.join(sorted(known))}")
                self._complain(key, f"there is no {what} «{value}»", remedy)

    def _complain(self, key: str, problem: str, remedy: str) -> None:
        self.fields.complain(problem, remedy, self.node(key))


def unique(entries: list[Entry], ids: list[str], what: str) -> None:
    """Complain of ids that stand twice in a list."""
    seen: dict[str, Entry] = {}
    for entry, name in zip(entries, ids, strict=True):
        if name and name in seen:
            entry.report.add(entry.node("id"), "", f"two of «{what}» have the id «{name}»", "give each its own id")
        seen[name] = entry


def whole_numbers(node: Node) -> Mapping[str, int]:
    """A mapping of names to whole numbers, without what is none (complained of elsewhere)."""
    entries = node.value if isinstance(node.value, dict) else {}
    return {key: value.value for key, value in entries.items() if isinstance(value.value, int)}
