"""Rules of individual plans: new hires, versions, numbers, progress, reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.plans import (
    Grade,
    Item,
    Plan,
    PlanState,
    agreed,
    is_new_hire,
    neighbour,
    next_place,
    progress,
    returned,
    rewritten,
    sent,
)
from mentoring.reminders import Recipient
from mentoring.roles import Role

NOW = datetime(2026, 9, 10, 7, 0, tzinfo=UTC)
TODAY = date(2026, 9, 10)
MOSCOW = Recipient(7, "Europe/Moscow", Role.MENTEE)


def item(number: int, due: date | None = None, grade: Grade | None = None, *, removed: bool = False) -> Item:
    return Item(number, 1, 1, number, f"Задание {number}", due=due, grade=grade, removed_at=NOW if removed else None)


def plan(*items: Item, state: PlanState = PlanState.DRAFT) -> Plan:
    return Plan(1, 1, 7, "teacher-teacher", 5, NOW, NOW, state, items=items)


@pytest.mark.parametrize(
    ("hired", "on", "new"),
    [
        (None, TODAY, False),
        (date(2026, 9, 1), TODAY, True),
        (date(2026, 9, 20), TODAY, True),
        (date(2025, 9, 11), TODAY, True),
        (date(2025, 9, 10), TODAY, False),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2024, 2, 29), date(2025, 3, 1), False),
    ],
)
def test_a_new_hire_is_one_for_a_year(hired: date | None, on: date, new: bool) -> None:
    assert is_new_hire(hired, on) is new


def test_a_change_after_the_agreement_makes_a_new_version() -> None:
    both = agreed(sent(plan(), NOW), NOW)
    anew = rewritten(both, NOW)
    assert (both.state, both.version, both.agreed_at) == (PlanState.AGREED, 1, NOW)
    assert (anew.state, anew.version, anew.agreed_at) == (PlanState.DRAFT, 2, NOW)
    assert rewritten(anew, NOW).version == 2
    assert returned(sent(anew, NOW), NOW).version == 2


def test_numbers_follow_the_order_of_what_is_kept() -> None:
    seen = plan(item(1), item(2, removed=True), item(3))
    assert [seen.number_of(one) for one in seen.kept] == ["1.1", "1.2"]
    assert neighbour(seen, seen.items[0], 1) == seen.items[2]
    assert neighbour(seen, seen.items[0], -1) is None
    assert neighbour(seen, seen.items[1], 1) is None
    assert next_place(seen, 1) == 4
    assert next_place(seen, 2) == 1


def test_a_stamp_changes_with_the_content_and_not_with_the_outcome() -> None:
    before = item(1)
    graded = replace(before, grade=Grade.FULL, result="Сделано")
    assert before.stamp == graded.stamp
    assert before.outcome_stamp != graded.outcome_stamp
    assert before.stamp != replace(before, due=TODAY).stamp


def test_progress_counts_what_is_kept() -> None:
    late, future = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    seen = plan(
        item(1, late),
        item(2, late, Grade.NOT),
        item(3, future, Grade.EXCEEDED),
        item(4, None, Grade.FULL),
        item(5, late, removed=True),
        state=PlanState.AGREED,
    )
    found = progress([seen, plan()], TODAY)
    assert (found.plans, found.agreed, found.items, found.graded, found.done, found.overdue) == (2, 1, 4, 3, 2, 1)
    assert found.share == 50
    assert progress([], TODAY).share is None
