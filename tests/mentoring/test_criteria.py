"""The bounds of the levels, as the target model's annex gives them."""

from __future__ import annotations

import pytest

from mentoring.criteria import Level, level


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0, Level.NOT_ACCEPTABLE),
        (8, Level.NOT_ACCEPTABLE),
        (9, Level.ACCEPTABLE),
        (14, Level.ACCEPTABLE),
        (15, Level.OPTIMAL),
        (18, Level.OPTIMAL),
    ],
)
def test_the_levels(total: int, expected: Level) -> None:
    assert level(total) is expected


@pytest.mark.parametrize("total", [-1, 19])
def test_no_sum_lies_beyond(total: int) -> None:
    with pytest.raises(ValueError, match=str(total)):
        level(total)
