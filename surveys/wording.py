"""What a screen says: wordings out of definitions, and keys of the engine's own fixed sentences.

A `Wording` holds its text in both languages; a `Key` names a message in locales/ with its values. Who renders
a screen turns both into text, escapes what people typed, and puts it into the `{name}` places with `fill`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

LANGUAGES = ("ru", "en")

_PLACE = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
_FILLED = re.compile(_PLACE.pattern + r"(\.(?!\.))?")
_ENDED = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in Russian and English; each may have its own variant for a child («ты» instead of «вы»)."""

    ru: str
    en: str
    ru_child: str | None = None
    en_child: str | None = None

    def text(self, locale: str, child: bool = False) -> str:
        """The text in `locale` (Russian unless it is English), in the child's variant if there is one."""
        adult, own = (self.en, self.en_child) if locale.startswith("en") else (self.ru, self.ru_child)
        return own if child and own is not None else adult

    def variants(self) -> tuple[str, ...]:
        """Every text this wording may show."""
        return tuple(text for text in (self.ru, self.ru_child, self.en, self.en_child) if text is not None)


@dataclass(frozen=True, slots=True)
class Key:
    """A message of locales/*/survey.ftl with its values."""

    name: str
    values: Mapping[str, str | int | Decimal | date] = field(default_factory=dict)


Label = Wording | Key | str
"""Something to show: a wording, a message, or text as it is (typed by a person or plain digits)."""


def places(text: str) -> tuple[str, ...]:
    """The names in `{name}` places of a text, in order."""
    return tuple(_PLACE.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values (rendered and escaped already) into the `{name}` places; others stay as they are. A value that ends
    its sentence by itself («Анна В.») takes no full stop after it."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in values:
            return match[0]
        value = values[match[1]]
        return value if value.endswith(_ENDED) else value + (match[2] or "")

    return _FILLED.sub(put, text)
