"""A language's Fluent bundle whose entries are parsed when they are first asked for.

A process needs some dozens of the thousands of entries, and parsing them all took most of a start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.syntax.ast import Junk, MessageReference, TermReference
from fluent.syntax.visitor import Visitor

from locales.typography import bound

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""Only an entry begins with a letter or a hyphen at the margin: what continues one is indented or a bracket."""


class MissingWordingError(LookupError):
    """A key, or a value that its text needs, is missing in a language, or the text can't be read."""


class Entries:
    """Reads `*.ftl` of one language, where no two entries have one name. What it formats has marks around the values,
    which `locales.typography.joined` takes out."""

    def __init__(self, language: str, files: Iterable[Path]) -> None:
        self._sources = {name: source for path in files for name, source in _split(path.read_text(encoding="utf-8"))}
        self._added: set[str] = set()
        self.bundle = FluentBundle([language])

    def __contains__(self, key: str) -> bool:
        return key in self._sources and not key.startswith("-")

    def message(self, key: str) -> Message:
        """The message, ready to be formatted. Raises MissingWordingError."""
        if key not in self:
            raise MissingWordingError(f"{self.bundle.locales[0]}: no wording {key!r}")
        self._add(key)
        return self.bundle.get_message(key)

    def _add(self, name: str) -> None:
        """Parse the entry and all that it refers to."""
        if name in self._added or name not in self._sources:
            return
        self._added.add(name)
        resource = FluentResource(bound(self._sources[name]))
        if any(isinstance(entry, Junk) for entry in resource.body):
            raise MissingWordingError(f"{self.bundle.locales[0]}: {name!r} can't be read")
        self.bundle.add_resource(resource)
        references = _References()
        references.visit(resource)
        for each in references.names:
            self._add(each)


class _References(Visitor):
    """Names of the entries that a text takes in."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.names.append(node.id.name)

    def visit_TermReference(self, node: TermReference) -> None:
        self.names.append(f"-{node.id.name}")
        self.generic_visit(node)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Each entry's name and source, comments that follow it included."""
    begins = list(_ENTRY.finditer(text))
    ends = [found.start() for found in begins[1:]] + [len(text)]
    for found, end in zip(begins, ends, strict=True):
        yield found[1], text[found.start() : end]
