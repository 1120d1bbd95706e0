"""When somebody has time: weekdays by part of the day, as short codes."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

WEEKDAYS = range(1, 8)
"""ISO: 1 is Monday."""


class PartOfDay(StrEnum):
    """Before noon, from noon to 17:00, from 17:00; local time."""

    MORNING = "m"
    DAY = "d"
    EVENING = "e"


TIMES: tuple[str, ...] = tuple(f"{weekday}{part.value}" for weekday in WEEKDAYS for part in PartOfDay)
"""Every code there is, `1m` (Monday before noon) to `7e`, in the order of the week."""


def ordered(codes: Collection[str]) -> tuple[str, ...]:
    """The codes that there are, in the order of the week, each once."""
    return tuple(code for code in TIMES if code in codes)
