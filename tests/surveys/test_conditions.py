"""Conditions: what they mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import date

import pytest

from surveys.condition_parser import ConditionError, parse
from surveys.conditions import full_years, holds

KINDS = {
    "category": "single", "birth": "date", "areas": "multi", "mark": "number", "comfort": "scale",
    "at": "time", "consent": "consent", "name": "text",
}  # fmt: skip
ANSWERS: dict[str, object] = {
    "category": "pupil",
    "birth": "2010-03-15",
    "areas": ["sport", "maths"],
    "mark": "4.5",
    "comfort": 8,
    "at": "15:30",
    "consent": {"text": "processing", "version": 1, "given": False},
}
FACTS: dict[str, object] = {"minor": True, "grades": ["pupil", "student"], "limit": 8}
TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("category == pupil", True),
        ("category == 'pupil' and age(birth) < 16", True),
        ("age(birth) >= 16", False),
        ("category != pupil or areas has sport", True),
        ("not areas has music", True),
        ("category in [pupil, teacher]", True),
        ("category not in [pupil, teacher]", False),
        ("category in fact.grades", True),
        ("mark > 4.4 and mark < 5", True),
        ("comfort >= fact.limit", True),
        ("at < 16:00", True),
        ("birth >= 2010-01-01", True),
        ("consent", False),
        ("consent == refused", True),
        ("fact.minor", True),
        ("fact.unknown", False),
        ("fact.unknown == 3", False),
        ("fact.minor == true", True),
        ("fact.grades < 3", False),
        ("answered(name)", False),
        ("not answered(name)", True),
        ("name == x", False),
        ("name != x", False),
        ("category == teacher and fact.minor or comfort == 8", True),
        ("category == teacher and (fact.minor or comfort == 8)", False),
    ],
)
def test_meaning(text: str, expected: bool) -> None:
    assert holds(parse(text, KINDS), ANSWERS, FACTS, TODAY) is expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("catgory == pupil", "«catgory», which is no earlier question"),
        ("category ==", "ends too early"),
        ("category == pupil)", "unexpected «)»"),
        ("(category == pupil", "«)» expected, the end found"),
        ("category == pupil age", "unexpected «age»"),
        ("age(name) > 3", "needs a question of kind date"),
        ("3 == category", "where a question or a fact is expected"),
        ("category == and", "where a value is expected"),
        ("category ~ pupil", "cannot read «~ pupil»"),
        ("birth > 2026-02-30", "is no date"),
        ("category not has x", "«in» expected"),
        ("", "ends too early"),
    ],
)
def test_what_cannot_be_read(text: str, problem: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text, KINDS)
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(ConditionError) as caught:
        parse("categori == pupil", KINDS)
    assert caught.value.remedy == "did you mean «category»?"


def test_who_was_born_on_29_february_turns_older_on_1_march() -> None:
    assert full_years(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert full_years(date(2012, 2, 29), date(2026, 3, 1)) == 14
