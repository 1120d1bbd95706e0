"""Callback data read back: `Press("meeting.open", meeting=int)` matches `meeting.open:17` and passes `meeting=17`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery

LARGEST = 2**63 - 1
"""No id is larger; a forged one would not fit into a query."""


class Press(Filter):
    """Matches a button by its name; the named arguments are read in order, and a malformed one does not match."""

    def __init__(self, name: str, **arguments: Callable[[str], Any]) -> None:
        self.name = name
        self.arguments = arguments

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        name, *given = (query.data or "").split(":", len(self.arguments))
        if name != self.name or len(given) != len(self.arguments):
            return False
        try:
            found = {key: read(value) for (key, read), value in zip(self.arguments.items(), given, strict=True)}
        except ValueError:
            return False
        if any(isinstance(value, int) and abs(value) > LARGEST for value in found.values()):
            return False
        return found or True  # aiogram takes an empty dict for a refusal
