"""Fluent bundles and the one way to a text: a missing key or value raises, so a test finds it, not a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_decimal

from locales.entries import Entries, MissingWordingError
from locales.typography import joined, minus, nested

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "MissingWordingError", "Wording"]

LANGUAGES = ("ru", "en")
DEFAULT_LANGUAGE = "ru"
FOLDER = Path(__file__).parent
_PATTERNS = {
    "ru": {
        "day": "d MMMM",
        "weekday": "EEEE, d MMMM",
        "date": "d MMMM y",
        "short": "dd.MM.yyyy",
        "moment": "EEE, d MMMM, HH:mm",
    },
    "en": {
        "day": "d MMMM",
        "weekday": "EEEE, d MMMM",
        "date": "d MMMM y",
        "short": "d MMM y",
        "moment": "EEE, d MMMM, HH:mm",
    },
}


class Wording:
    """Texts of all languages. Dates are shown in the zone given with each call; times arrive aware."""

    def __init__(self, entries: Mapping[str, Entries]) -> None:
        self._entries = entries

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Wording:
        """Read `locales/<language>/*.ftl`."""
        return cls({language: Entries(language, (FOLDER / language).glob("*.ftl")) for language in LANGUAGES})

    def has(self, language: str, key: str) -> bool:
        return key in self._entries[language]

    def text(self, language: str, key: str, *, child: bool = False, zone: str = "UTC", **values: Any) -> str:
        """The text of `key`; for a child its `.child` variant where there is one. Values are not escaped here."""
        entries = self._entries.get(language) or self._entries[DEFAULT_LANGUAGE]
        message = entries.message(key)
        pattern = message.attributes.get("child") if child else None
        pattern = pattern if pattern is not None else message.value
        if pattern is None:
            raise MissingWordingError(f"{language}: {key!r} has no text")
        shown = {name: self._shown(value, language, zone) for name, value in values.items()}
        text, errors = entries.bundle.format_pattern(pattern, shown)
        if errors:
            raise MissingWordingError(f"{language}: {key!r}: {errors[0]}")
        told = joined(str(text))
        if language == "ru" and told.count("«") > 1:
            told = nested(told)
        return minus(told) if any(map(_negative, values.values())) else told

    def _shown(self, value: Any, language: str, zone: str) -> Any:
        """Dates and times become words here; numbers stay numbers so that plurals work."""
        if isinstance(value, datetime):
            return self.moment(language, value, zone)
        if isinstance(value, date):
            return format_date(value, _PATTERNS[language]["date"], locale=language)
        if isinstance(value, time):
            return format_time(value, "HH:mm", locale=language)
        if isinstance(value, float):
            return format_decimal(value, locale=language)
        return value

    @staticmethod
    def moment(language: str, at: datetime, zone: str) -> str:
        """A time as people say it, in their zone: «пн, 7 сентября, 15:00»."""
        return str(format_datetime(at.astimezone(ZoneInfo(zone)), _PATTERNS[language]["moment"], locale=language))

    @staticmethod
    def day(language: str, on: date, pattern: str = "date") -> str:
        """A day: pattern `day` (7 сентября), `weekday`, `date` (with the year) or `short` (07.09.2026)."""
        return str(format_date(on, _PATTERNS[language][pattern], locale=language))


def _negative(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and value < 0
