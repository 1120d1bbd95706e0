"""What the sum of the curator's nine criteria says of the programme.

Source: the target model's annex for the curator (monitoring, stage 1): each criterion 0, 1 or 2; a sum of 15–18 is
optimal, 9–14 acceptable, 0–8 not acceptable.
"""

from __future__ import annotations

from enum import StrEnum

HIGHEST = 18
_OPTIMAL = 15
_ACCEPTABLE = 9


class Level(StrEnum):
    """How the programme stands."""

    OPTIMAL = "optimal"
    ACCEPTABLE = "acceptable"
    NOT_ACCEPTABLE = "not-acceptable"


def level(total: int) -> Level:
    """The level of a sum of 0–18. Raises ValueError for any other number."""
    if not 0 <= total <= HIGHEST:
        raise ValueError(total)
    if total >= _OPTIMAL:
        return Level.OPTIMAL
    return Level.ACCEPTABLE if total >= _ACCEPTABLE else Level.NOT_ACCEPTABLE
