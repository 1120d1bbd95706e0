"""Campaigns: whom an audience means, when people are reminded, how far it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.campaigns import (
    Audience,
    Candidate,
    Chosen,
    Count,
    Place,
    chosen,
    closing,
    ensure_times,
    reminder_times,
    remindings,
)
from mentoring.clock import QuietHours
from mentoring.errors import Invalid
from mentoring.mentorships import Form, Side
from mentoring.roles import Category, Role

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
TVER = "Europe/Moscow"
PUPILS, TEACHERS = Form.PUPIL_PUPIL, Form.TEACHER_TEACHER
ANNA = Candidate(1, 7, frozenset({Role.MENTEE}), Category.PUPIL, "7А", (Place(50, 7, PUPILS, Side.MENTEE),))
BORIS = Candidate(
    2,
    7,
    frozenset({Role.MENTOR, Role.CURATOR}),
    Category.TEACHER,
    None,
    (Place(51, 7, TEACHERS, Side.MENTOR), Place(52, 7, Form.TEACHER_PUPIL, Side.MENTOR)),
)
VERA = Candidate(3, 7, frozenset({Role.MENTEE}), Category.TEACHER)
ALL = (ANNA, BORIS, VERA)


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        (Audience(), [1, 2, 3]),
        (Audience(frozenset({Role.MENTEE})), [1, 3]),
        (Audience(frozenset({Role.MENTEE, Role.CURATOR})), [1, 2, 3]),
        (Audience(frozenset({Role.HEAD})), []),
        (Audience(forms=frozenset({PUPILS})), [1]),
        (Audience(frozenset({Role.CURATOR}), forms=frozenset({TEACHERS})), []),
        (Audience(forms=frozenset({PUPILS, TEACHERS})), [1, 2]),
        (Audience(categories=frozenset({Category.TEACHER})), [2, 3]),
        (Audience(frozenset({Role.MENTEE}), categories=frozenset({Category.TEACHER})), [3]),
        (Audience(classes=frozenset({"7А", "8Б"})), [1]),
        (Audience(mentorships=frozenset({51, 99})), [2]),
        (Audience(people=frozenset({2, 3}), categories=frozenset({Category.TEACHER})), [2, 3]),
        (Audience(people=frozenset({2}), mentorships=frozenset({50})), []),
    ],
)
def test_all_conditions_hold_and_any_value_of_each(audience: Audience, people: list[int]) -> None:
    assert [one.person_id for one in chosen(audience, ALL)] == people


def test_form_and_part_are_those_that_fit_and_left_out_where_they_differ() -> None:
    assert chosen(Audience(), [ANNA]) == (Chosen(1, 7, PUPILS, Role.MENTEE),)
    assert chosen(Audience(frozenset({Role.MENTOR})), [BORIS]) == (Chosen(2, 7, None, Role.MENTOR),)
    assert chosen(Audience(forms=frozenset({TEACHERS})), [BORIS]) == (Chosen(2, 7, TEACHERS, Role.MENTOR),)
    assert chosen(Audience(frozenset({Role.CURATOR})), [BORIS]) == (Chosen(2, 7, None, Role.CURATOR),)
    assert chosen(Audience(), [VERA]) == (Chosen(3, 7, None, Role.MENTEE),)


def test_two_days_after_the_opening_and_a_day_before_the_closing() -> None:
    closes = closing(date(2026, 9, 8), TVER)
    assert closes == datetime(2026, 9, 8, 17, 0, tzinfo=UTC)
    assert reminder_times(NOW, closes) == (NOW + timedelta(days=2), closes - timedelta(days=1))
    assert reminder_times(NOW, NOW + timedelta(hours=9)) == (NOW + timedelta(hours=3), NOW + timedelta(hours=6))


@given(
    st.integers(0, 60 * 24 * 7),
    st.integers(1, 60 * 24 * 40),
    st.sampled_from([TVER, "Asia/Kamchatka", "Europe/Kaliningrad"]),
)
def test_never_at_night_never_late_never_both_at_once(starts: int, lasts: int, zone: str) -> None:
    quiet = QuietHours()
    opened = NOW + timedelta(minutes=starts)
    closes = opened + timedelta(minutes=lasts)
    found = list(remindings(opened, closes, zone, quiet))
    for one in found:
        assert opened < one.due <= one.sends_at < one.expires_at <= closes
        assert quiet.release(one.sends_at, zone) == one.sends_at
    assert [one.number for one in found] in ([], [1], [2], [1, 2])
    if len(found) == 2:
        assert found[0].sends_at < found[1].sends_at


def test_a_long_campaign_reminds_twice() -> None:
    assert len(list(remindings(NOW, NOW + timedelta(days=7), TVER, QuietHours()))) == 2


@pytest.mark.parametrize(
    ("opens", "closes", "key"),
    [(-1, 5, "campaigns-opens-past"), (2, 2, "campaigns-closes-too-soon"), (3, 2, "campaigns-closes-too-soon")],
)
def test_times_that_make_no_sense(opens: int, closes: int, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        ensure_times(NOW + timedelta(hours=opens), NOW + timedelta(hours=closes), NOW)
    assert refused.value.key == key


def test_how_far_it_is() -> None:
    count = Count(400, 312)
    assert (count.percent, count.bar) == (78, "▓▓▓▓▓▓░░")
    assert (Count().percent, Count().bar) == (0, "░░░░░░░░")
    assert Count(3, 3).bar == "▓▓▓▓▓▓▓▓"
    assert Count(5, 2) + Count(1, 1) == Count(6, 3)
