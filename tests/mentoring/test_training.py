"""What counts of a mentor's steps."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.training import Result, SessionState, Step, flipped, missing, standing


def step(number: int, name: str, result: Result | None, day: int | None = None) -> Step:
    return Step(number, 1, name, result=result, held_on=date(2026, 9, day) if day else None)


PASSED = step(1, "safety", Result.PASSED, 1)
FAILED = step(2, "safety", Result.FAILED, 9)
AGAIN = step(3, "safety", Result.PASSED, 5)
AHEAD = step(4, "safety", None)
ELSE = step(5, "interview", Result.ABSENT)


@pytest.mark.parametrize(
    ("steps", "counts"),
    [((), None), ((ELSE,), None), ((AHEAD,), AHEAD), ((FAILED, AHEAD), FAILED), ((PASSED, FAILED, AGAIN), AGAIN)],
)
def test_what_counts_of_a_step(steps: tuple[Step, ...], counts: Step | None) -> None:
    assert standing(steps, "safety") == counts


def test_missing_is_what_was_not_passed_in_order() -> None:
    assert missing([PASSED, ELSE], ["interview", "safety", "training"]) == ("interview", "training")
    assert missing([PASSED], []) == ()


@pytest.mark.parametrize(
    ("state", "before", "after"),
    [
        (SessionState.INVITED, None, Result.ABSENT),
        (SessionState.INVITED, Result.ABSENT, None),
        (SessionState.HELD, Result.PASSED, Result.ABSENT),
        (SessionState.HELD, Result.ABSENT, Result.PASSED),
    ],
)
def test_a_press_on_a_name(state: SessionState, before: Result | None, after: Result | None) -> None:
    assert flipped(state, before) is after
