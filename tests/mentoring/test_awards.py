"""Criteria against deeds, as tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mentoring.awards import Criteria, Deed, Doer, Measure, mean_mark, nearly, suited, weigh
from mentoring.mentorships import Form
from mentoring.roles import Category, Role

TODAY = date(2026, 11, 22)
MENTORS = frozenset({Role.MENTOR})


def deed(meetings: int, *marks: int, role: Role = Role.MENTOR, form: Form = Form.TEACHER_TEACHER) -> Deed:
    return Deed(1, 7, role, form, date(2025, 9, 1), meetings=meetings, minutes=45 * meetings, marks=marks)


def doer(*deeds: Deed, name: str = "Иванова Анна", since: date = date(2024, 11, 22)) -> Doer:
    return Doer(7, name, Category.TEACHER, deeds, {Role.MENTOR: since}, practices=1)


@pytest.mark.parametrize(
    ("criteria", "who", "met"),
    [
        (Criteria(MENTORS, meetings=5), doer(deed(3), deed(2)), True),
        (Criteria(MENTORS, meetings=6), doer(deed(3), deed(2)), False),
        (Criteria(MENTORS, meetings=1), doer(deed(9, role=Role.MENTEE)), None),
        (Criteria(MENTORS, frozenset({Category.PUPIL}), meetings=1), doer(deed(9)), None),
        (Criteria(MENTORS, forms=frozenset({Form.PUPIL_PUPIL}), meetings=1), doer(deed(9)), None),
        (Criteria(MENTORS, feedback=Decimal(4)), doer(deed(3, 4, 4, 4)), True),
        (Criteria(MENTORS, feedback=Decimal(4)), doer(deed(3, 4, 4, 3)), False),
        (Criteria(MENTORS, feedback=Decimal(4)), doer(deed(3)), False),
        (Criteria(MENTORS, years=2), doer(deed(1)), True),
        (Criteria(MENTORS, years=2), doer(deed(1), since=date(2024, 11, 23)), False),
        (Criteria(MENTORS, practices=1), doer(deed(1)), True),
        (Criteria(MENTORS, completed=1), doer(deed(1)), False),
    ],
)
def test_everything_must_hold(criteria: Criteria, who: Doer, met: bool | None) -> None:
    verdict = weigh(criteria, who, TODAY)
    assert (verdict.met if verdict is not None else None) is met


def test_a_mean_never_reaches_a_mark_by_rounding() -> None:
    assert mean_mark([deed(1, *[5] * 199, 4)]) == (Decimal("4.99"), 200)
    assert mean_mark([deed(1)]) == (Decimal(0), 0)


def test_who_misses_least_stands_first_with_what_is_missing() -> None:
    criteria = Criteria(MENTORS, meetings=8)
    found = [weigh(criteria, doer(deed(many), name=name), TODAY) for many, name in ((2, "А"), (7, "Б"), (9, "В"))]
    verdicts = [one for one in found if one is not None]
    assert [one.doer.name for one in suited(verdicts)] == ["В"]
    close = nearly(verdicts)
    assert [one.doer.name for one in close] == ["Б", "А"]
    assert [(one.measure, one.lacks) for one in close[0].missed] == [(Measure.MEETINGS, Decimal(1))]
