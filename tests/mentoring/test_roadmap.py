"""Rules of milestones: how they stand on a day, when somebody is reminded, what may be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.errors import Stale
from mentoring.roadmap import (
    Kept,
    MilestoneState,
    Standing,
    code_of,
    common_of,
    dated,
    dropped,
    finished,
    place_of,
    reopened,
    standing,
)

TODAY = date(2026, 11, 16)
SINCE = date(2026, 9, 1)
FRESH = Kept("7-6.1.1-0-20261130", 7, "6.1.1", MilestoneState.OPEN, 3, datetime(2026, 11, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    ("state", "last", "expected"),
    [
        (None, None, Standing.UNDATED),
        (None, date(2026, 8, 31), Standing.PAST),
        (None, date(2026, 9, 1), Standing.LATE),
        (None, date(2026, 11, 15), Standing.LATE),
        (MilestoneState.OPEN, date(2026, 11, 15), Standing.LATE),
        (None, TODAY, Standing.DUE),
        (None, date(2026, 11, 30), Standing.SOON),
        (None, date(2026, 12, 1), Standing.AHEAD),
        (MilestoneState.DONE, date(2026, 11, 1), Standing.DONE),
        (MilestoneState.NOT_NEEDED, None, Standing.NOT_NEEDED),
    ],
)
def test_how_a_milestone_stands(state: MilestoneState | None, last: date | None, expected: Standing) -> None:
    kept = None if state is None else replace(FRESH, state=state)
    assert standing(kept, last, TODAY, SINCE) is expected


def test_a_code_tells_its_place_and_fits_a_button() -> None:
    assert code_of(7, "6.1.1", 0, date(2026, 11, 30), 2026) == FRESH.code
    assert code_of(None, "3.1", 1, None, 2026) == "0-3.1-1-y2026"
    assert (place_of(FRESH.code), place_of("0-3.1-1-y2026")) == (7, None)
    assert common_of(FRESH.code) == common_of(code_of(12, "6.1.1", 0, date(2026, 11, 30), 2026)) == "6.1.1-0-20261130"
    longest = code_of(2**31 - 1, "a" * 24, 99, date(2026, 11, 30), 2026)
    assert len(f"milestone.done:{longest}") <= 64


def test_each_step_holds_from_its_state_alone() -> None:
    moved = dated(FRESH, None, date(2026, 12, 10))
    done = finished(FRESH, moved, "Приказ № 7", None, None)
    assert (done.state, done.due, done.note) == (MilestoneState.DONE, date(2026, 12, 10), "Приказ № 7")
    again = reopened(FRESH, done)
    assert (again.state, again.due, again.note) == (MilestoneState.OPEN, date(2026, 12, 10), None)
    assert dropped(FRESH, again, "нет наставников").state is MilestoneState.NOT_NEEDED
    with pytest.raises(Stale):
        finished(FRESH, done, "ещё раз", None, None)
    with pytest.raises(Stale):
        dated(FRESH, done, TODAY)
    with pytest.raises(Stale):
        reopened(FRESH, None)
