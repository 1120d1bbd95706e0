"""Whose name may be shown to everybody."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mentoring.consents import may_be_named
from mentoring.people import Person, Profile
from mentoring.roles import Category

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("category", "birth", "givers", "shown"),
    [
        (Category.TEACHER, date(1985, 5, 12), {7}, True),
        (Category.TEACHER, date(1985, 5, 12), {8}, False),
        (Category.TEACHER, date(1985, 5, 12), set(), False),
        (Category.TEACHER, None, {7}, True),
        (Category.TEACHER, None, {8}, False),
        (Category.PUPIL, date(2010, 5, 12), {8}, False),
        (Category.PUPIL, date(2010, 5, 12), {7, 8}, True),
        (Category.PUPIL, date(2010, 5, 12), {7, 9}, False),
        (Category.PUPIL, date(2010, 5, 12), {7}, False),
        (Category.PUPIL, date(2014, 5, 12), {8}, True),
        (Category.PUPIL, date(2014, 5, 12), {9}, False),
        (Category.PUPIL, None, {7}, False),
        (Category.PUPIL, None, {7, 8}, True),
    ],
)
def test_a_name_is_shown_with_the_consents_of_its_age(
    category: Category, birth: date | None, givers: set[int], shown: bool
) -> None:
    person = Person(7, None, "Петров Илья", birth, category, Profile(), "ru", None, NOW)
    assert may_be_named(person, givers, {8}, TODAY) is shown
