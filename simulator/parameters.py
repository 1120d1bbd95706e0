"""Parameters of a call, which arrive as JSON values or as the strings of a form."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from simulator.errors import bad_request

_TRUE = frozenset({"true", "1", "yes", "True"})


@cache
def interface() -> dict[str, Any]:
    """The part of Telegram's interface that is served: methods with their parameters, and button types."""
    text = (Path(__file__).parent / "interface.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _allowed(method: str) -> tuple[frozenset[str], frozenset[str]]:
    entry = interface()["methods"][method]
    return frozenset(entry["required"]), frozenset(entry["required"] + entry["optional"])


class Params:
    """Typed reading of one call's parameters."""

    __slots__ = ("raw",)

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw

    def check(self, method: str) -> None:
        """Refuse names that the interface does not have. (Telegram itself overlooks them.)"""
        unknown = self.raw.keys() - _allowed(method)[1]
        if unknown:
            raise bad_request(f'{method} has no parameter "{min(unknown)}"')

    def text(self, name: str) -> str | None:
        """A string, or None when absent or empty."""
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            if isinstance(value, (dict, list)):
                raise bad_request(f'field "{name}" must be of type String')
            return json.dumps(value)
        return value

    def integer(self, name: str) -> int | None:
        """A whole number, or None when absent or unreadable."""
        value = self.raw.get(name)
        if isinstance(value, bool) or value is None:
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """True for what Telegram reads as true."""
        value = self.raw.get(name)
        return value is True or (isinstance(value, str) and value in _TRUE)

    def json(self, name: str) -> Any:
        """A JSON value given as such or as text; None when absent."""
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
