"""Refusals: why a person may not do what they asked. Each carries a message key and values, no wording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

Value = str | int | float | Decimal | date | datetime | None


class Refusal(Exception):
    """Raised before any effect. `key` names a message of `locales/`, `values` fill it.

    Subclasses say what kind of refusal it is, for whoever reacts differently (a stale button reopens the
    menu); without a key of its own each has the general one of its kind.
    """

    default = "refusal-invalid"

    def __init__(self, key: str | None = None, /, **values: Value) -> None:
        self.key: str = key or self.default
        self.values: Mapping[str, Value] = values
        super().__init__(self.key)

    def __str__(self) -> str:
        """The key alone: values may be personal and must not reach a log."""
        return self.key


class Forbidden(Refusal):
    """The person has no right to this (mentoring.access)."""

    default = "refusal-forbidden"


class NotFound(Refusal):
    """What the button points at is not there (any more)."""

    default = "refusal-not-found"


class Stale(Refusal):
    """It has changed since the button was shown: done by somebody else, ended, cancelled."""

    default = "refusal-stale"


class TooLate(Stale):
    """Its time is over."""

    default = "refusal-too-late"


class Invalid(Refusal):
    """What was entered can't be so; the sentence says what would do."""

    default = "refusal-invalid"
