"""When a digest is sent, what stands in it, and in which order."""

from datetime import date, timedelta

import pytest

from mentoring.digest import OWN, Kind, Matter, here, in_order, shown, speaks
from mentoring.roadmap import reminders

MONDAY = date(2026, 11, 30)
DAY = timedelta(days=1)


def told(*matters: Matter, until: int, down: frozenset[int] = frozenset()) -> list[int]:
    """On which days from a Monday on somebody hears who hears of nothing else; `down`: the bot does not run."""
    heard: date | None = None
    found = []
    for offset in range(-30, until):
        day = MONDAY + offset * DAY
        if offset not in down and speaks(matters, day, heard):
            heard = day
            found.append(offset)
    return found


def test_what_waits_is_said_when_it_comes_up_after_three_days_and_then_weekly() -> None:
    assert told(Matter(Kind.STUCK, (MONDAY,)), until=25) == [0, 3, 10, 17, 24]


def test_what_is_told_with_something_else_is_not_told_over_again() -> None:
    stuck, fresh = Matter(Kind.STUCK, (MONDAY,)), Matter(Kind.APPLICANTS, (MONDAY + 2 * DAY,), lasting=False)
    assert told(stuck, fresh, until=14) == [0, 2, 7], "five days from Wednesday is a Monday: Saturday is free"


def test_something_of_no_more_use_is_said_on_its_days_alone() -> None:
    assert told(Matter(Kind.BACK, (MONDAY,), lasting=False), until=25) == [0]
    silent = Matter(Kind.ANSWER, (), lasting=False, shows=MONDAY)
    assert told(silent, until=25) == []
    assert here(silent, MONDAY)
    assert not here(silent, MONDAY - DAY)


@pytest.mark.parametrize(
    ("down", "expected"),
    [
        (frozenset(), [-14, -3, 0, 1]),
        (frozenset({-14, -13}), [-12, -3, 0, 1]),
        (frozenset(range(-14, -2)), [0, 1]),
        (frozenset(range(-3, 5)), [-14, 7]),
        (frozenset(range(-20, 15)), []),
    ],
)
def test_terms_survive_a_downtime_and_weekends_and_come_once(down: frozenset[int], expected: list[int]) -> None:
    assert told(Matter(Kind.ROADMAP, reminders(MONDAY), lasting=False), until=30, down=down) == expected


@pytest.mark.parametrize("kind", list(Kind))
def test_work_rests_at_the_weekend_and_own_tasks_do_not(kind: Kind) -> None:
    saturday = MONDAY + 5 * DAY
    assert here(Matter(kind, (MONDAY,)), saturday) == (kind in OWN)
    assert here(Matter(kind, (MONDAY,)), saturday, asked=True)
    assert not here(Matter(kind, (saturday + DAY,)), saturday, asked=True)
    assert speaks([Matter(kind, (saturday,))], saturday, None) == (kind in OWN)
    assert here(Matter(kind, (MONDAY,)), saturday + 2 * DAY)


def test_people_stand_before_terms_and_terms_before_upkeep() -> None:
    listed = in_order([Kind.BACK, Kind.ROADMAP, Kind.STUCK, Kind.ROADMAP, Kind.ALARMS])
    assert listed == (Kind.ALARMS, Kind.STUCK, Kind.ROADMAP, Kind.BACK)


@pytest.mark.parametrize(("lines", "rows", "rest"), [(0, 0, 0), (8, 8, 0), (9, 7, 2), (20, 7, 13)])
def test_a_message_has_eight_buttons_the_last_one_to_the_rest(lines: int, rows: int, rest: int) -> None:
    page = shown(range(lines), 8)
    assert (list(page.shown), page.rest) == (list(range(rows)), rest)


def test_a_matter_comes_up_on_some_day() -> None:
    with pytest.raises(ValueError, match="some day"):
        Matter(Kind.STUCK, ())
