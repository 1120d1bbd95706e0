"""Rules about people: needs and who sees them, pauses, times, bases that are due."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mentoring.bases import Review, due
from mentoring.needs import SENSITIVE, Fact, Need, Needs, needs_of, visible
from mentoring.people import Membership, MembershipState
from mentoring.roles import Category, Role
from mentoring.times import TIMES, ordered

DAY = date(2026, 9, 10)


def test_a_fact_takes_the_place_of_the_earlier_one() -> None:
    known = Needs(1, 1, (Fact(Need.REGISTER, DAY),))
    more = known.having(Fact(Need.SPECIAL_NEEDS, DAY))
    assert [fact.need for fact in more] == [Need.SPECIAL_NEEDS, Need.REGISTER]
    assert known.having(Fact(Need.REGISTER, date(2026, 1, 1))) == (Fact(Need.REGISTER, date(2026, 1, 1)),)
    assert known.without(Need.REGISTER) == ()
    assert known.on(Need.REGISTER, DAY)
    assert not known.on(Need.REGISTER, date(2026, 9, 9))
    assert not known.on(Need.GIFTED, DAY)


def test_only_the_circle_sees_a_need() -> None:
    facts = (Fact(Need.REGISTER, DAY), Fact(Need.GIFTED, DAY))
    assert visible(facts) == ()
    assert visible(facts, about={"register"}) == facts[:1]
    assert visible(facts, whole=True) == facts


def test_what_may_be_set_for_whom() -> None:
    assert Need.QUALIFICATION in needs_of(Category.TEACHER)
    assert Need.REGISTER not in needs_of(Category.TEACHER)
    assert Need.REGISTER in needs_of(Category.PUPIL)
    assert needs_of(Category.PARENT) == ()
    assert set(needs_of(None)) == set(Need)
    assert {Need.SPECIAL_NEEDS, Need.REGISTER, Need.HARD_SITUATION} <= SENSITIVE


@pytest.mark.parametrize(
    ("since", "until", "paused"),
    [
        (None, None, False),
        (date(2026, 9, 1), None, True),
        (date(2026, 9, 1), date(2026, 9, 11), True),
        (date(2026, 9, 1), date(2026, 9, 10), False),  # back on the day itself
        (date(2026, 9, 11), None, False),
        (None, date(2026, 9, 11), False),  # came back early
    ],
)
def test_a_pause_ends_on_the_morning_of_its_day(since: date | None, until: date | None, paused: bool) -> None:
    place = Membership(1, 1, 1, Role.MENTOR, MembershipState.APPROVED, paused_from=since, paused_until=until)
    assert place.paused(DAY) is paused
    assert place.taking_part(DAY) is not paused


def test_times_stand_in_the_order_of_the_week() -> None:
    assert len(TIMES) == 21
    assert ordered(["7e", "1d", "1m", "x"]) == ("1m", "1d", "7e")


@pytest.mark.parametrize(
    ("today", "reviewed", "waits"),
    [
        (date(2026, 7, 31), None, False),
        (date(2026, 8, 1), None, True),
        (date(2026, 8, 20), datetime(2026, 7, 31, 20, 59, tzinfo=UTC), True),
        (date(2026, 8, 20), datetime(2026, 7, 31, 21, 0, tzinfo=UTC), False),  # already August in Moscow
    ],
)
def test_a_base_waits_from_the_first_day_of_its_term(today: date, reviewed: datetime | None, waits: bool) -> None:
    review = Review(1, Role.MENTOR, 1, reviewed) if reviewed else None
    assert due(date(2026, 8, 1), today, "Europe/Moscow", review) is waits
