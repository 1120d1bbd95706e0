"""When a mentorship is on course, worth a look, or stuck, and what is due about tasks and calls for help."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mentoring.errors import Stale
from mentoring.health import Facts, Limits, Remedy, Sign, State, assess, by_urgency, count, stuck_from
from mentoring.help import Expert, fitting, late_at
from mentoring.tasks import Task, TaskState, check, drop, finish

TODAY = date(2026, 10, 20)
LIMITS = Limits(look_after=21, stuck_after=42)
NOW = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def facts(**known: Any) -> Facts:
    """Met a week ago, the next meeting planned, nothing left undone."""
    usual = {"began": ago(60), "last_held": ago(7), "planned_ahead": True}
    return Facts(1, 1, **{**usual, **known})


@pytest.mark.parametrize(
    ("known", "state", "signs"),
    [
        ({}, State.ON_COURSE, []),
        ({"last_held": ago(20)}, State.ON_COURSE, []),
        ({"last_held": ago(21)}, State.LOOK, [Sign.NO_MEETING]),
        ({"last_held": ago(41)}, State.LOOK, [Sign.NO_MEETING]),
        ({"last_held": ago(42)}, State.STUCK, [Sign.NO_MEETING]),
        ({"last_held": None}, State.STUCK, [Sign.NEVER_MET]),
        ({"last_held": None, "began": ago(20)}, State.ON_COURSE, []),
        ({"last_held": ago(50), "returned": ago(5)}, State.ON_COURSE, []),
        ({"last_held": ago(50), "returned": ago(21)}, State.LOOK, [Sign.NO_MEETING]),
        ({"last_held": ago(90), "paused": True, "low": 2, "unlogged": 1}, State.ON_COURSE, []),
        ({"last_held": ago(90), "on_demand": True}, State.ON_COURSE, []),
        ({"last_held": ago(90), "on_demand": True, "help": 1}, State.LOOK, [Sign.HELP]),
        ({"last_held": ago(90), "meets_once": True}, State.ON_COURSE, []),
        ({"last_held": None, "meets_once": True}, State.STUCK, [Sign.NEVER_MET]),
        ({"last_held": ago(90), "finishing": True}, State.ON_COURSE, []),
        ({"planned_ahead": False}, State.LOOK, [Sign.NOTHING_AHEAD]),
        ({"planned_ahead": False, "last_held": ago(6)}, State.ON_COURSE, []),
        ({"not_held": 1}, State.ON_COURSE, []),
        ({"not_held": 2}, State.LOOK, [Sign.NOT_HELD]),
        ({"low": 1, "gap": True}, State.LOOK, [Sign.LOW_MARK, Sign.GAP]),
        ({"unlogged": 1, "unanswered": 2, "tasks": 1, "plan": 3}, State.LOOK, [
            Sign.UNLOGGED, Sign.UNANSWERED, Sign.TASKS, Sign.PLAN]),
        ({"last_held": ago(42), "help": 1, "planned_ahead": False}, State.STUCK, [
            Sign.NO_MEETING, Sign.HELP, Sign.NOTHING_AHEAD]),
        ({"last_held": ago(90), "rests_until": TODAY}, State.ON_COURSE, [Sign.NO_MEETING]),
        ({"last_held": ago(90), "rests_until": ago(1)}, State.STUCK, [Sign.NO_MEETING]),
    ],
)  # fmt: skip
def test_the_state_follows_from_the_facts(known: dict[str, Any], state: State, signs: list[Sign]) -> None:
    health = assess(facts(**known), LIMITS, TODAY)
    assert (health.state, [reason.sign for reason in health.reasons]) == (state, signs)


def test_each_sign_says_how_much_and_what_to_do_once() -> None:
    health = assess(facts(last_held=ago(30), planned_ahead=False, low=2, gap=True), LIMITS, TODAY)
    assert [(reason.sign, reason.count) for reason in health.reasons] == [
        (Sign.NO_MEETING, 30), (Sign.LOW_MARK, 2), (Sign.GAP, 1), (Sign.NOTHING_AHEAD, 1),
    ]  # fmt: skip
    assert health.remedies == (Remedy.REMIND_TO_MEET, Remedy.WRITE, Remedy.PLAN_MEETING)


def test_the_stuck_come_first_and_in_each_state_who_waits_longest() -> None:
    known = [facts(last_held=ago(days)) for days in (3, 25, 50, 30, 70)]
    found = by_urgency(assess(one, LIMITS, TODAY) for one in known)
    assert [one.days for one in found] == [70, 50, 30, 25, 3]
    assert (count(found).stuck, count(found).look, count(found).on_course, count(found).total) == (2, 2, 1, 5)


@pytest.mark.parametrize(
    ("known", "day"),
    [
        ({"last_held": ago(2)}, TODAY + timedelta(days=40)),
        ({"last_held": ago(50)}, ago(8)),
        ({"last_held": ago(50), "rests_until": TODAY}, TODAY + timedelta(days=1)),
        ({"last_held": ago(50), "returned": ago(10)}, TODAY + timedelta(days=32)),
        ({"paused": True}, None),
        ({"on_demand": True}, None),
    ],
)
def test_when_it_will_be_stuck_is_known_beforehand(known: dict[str, Any], day: date | None) -> None:
    assert stuck_from(facts(**known), LIMITS) == day


@pytest.mark.parametrize(
    ("asked", "late"),
    [
        (datetime(2026, 10, 19, 9, 0, tzinfo=UTC), datetime(2026, 10, 21, 9, 0, tzinfo=UTC)),  # Monday → Wednesday
        (datetime(2026, 10, 22, 9, 0, tzinfo=UTC), datetime(2026, 10, 26, 9, 0, tzinfo=UTC)),  # Thursday → Monday
        (datetime(2026, 10, 24, 9, 0, tzinfo=UTC), datetime(2026, 10, 27, 9, 0, tzinfo=UTC)),  # Saturday → Tuesday
        (datetime(2026, 10, 23, 22, 0, tzinfo=UTC), datetime(2026, 10, 26, 22, 0, tzinfo=UTC)),  # it is Saturday there
    ],
)
def test_a_question_may_wait_two_working_days(asked: datetime, late: datetime) -> None:
    assert late_at(asked, "Europe/Moscow") == late


def test_experts_of_the_area_are_asked_and_never_who_is_in_the_pair() -> None:
    base = (Expert(1, ("maths",)), Expert(2, ("sport",)), Expert(3, ("maths", "art")), Expert(4, ()))
    assert fitting(base, "maths") == (1, 3)
    assert fitting(base, "maths", without={1}) == (3,)
    assert fitting(base, "chess", without={2}) == (1, 3, 4)
    assert fitting(base, None) == (1, 2, 3, 4)


def test_a_task_is_done_returned_done_again_and_accepted() -> None:
    task = Task(1, 1, 2, "Прочитать главу", date(2026, 10, 21), TaskState.SET, 3, NOW)
    with pytest.raises(Stale):
        check(task, True, None, 3, NOW)
    done = finish(task, "Готово", None, NOW)
    with pytest.raises(Stale):
        finish(done, "Ещё раз", None, NOW)
    again = check(done, False, "Допиши вывод", 3, NOW)
    assert (again.state, again.comment, again.overdue(date(2026, 10, 22))) == (TaskState.RETURNED, "Допиши вывод", True)
    accepted = check(finish(again, "С выводом", None, NOW), True, None, 3, NOW)
    assert (accepted.state, accepted.report, accepted.overdue(date(2026, 10, 22))) == (
        TaskState.ACCEPTED, "С выводом", False,
    )  # fmt: skip
    with pytest.raises(Stale):
        drop(accepted, 3, NOW)
