"""Conditions: what they mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import date

import pytest

from surveys.condition_parser import ConditionError, parse
from surveys.days import full_years
from surveys.judging import broken, holds

KINDS = {
    "category": "single", "birth": "date", "areas": "multi", "mark": "number", "comfort": "scale",
    "at": "time", "consent": "consent", "name": "text", "city": "text", "since": "date", "sport": "number",
    "rest": "number", "hello": "note", "code": "single",
}  # fmt: skip
ANSWERS: dict[str, object] = {
    "category": "pupil",
    "birth": "2010-03-15",
    "areas": ["sport", "maths"],
    "mark": "4.5",
    "comfort": 8,
    "at": "15:30",
    "city": "Томск 7",
    "since": "2026-03-01",
    "sport": 3,
    "code": "2",
    "consent": {"text": "processing", "version": 1, "given": False},
}
FACTS: dict[str, object] = {"minor": True, "grades": ["pupil", "student"], "limit": 8, "began": date(2026, 3, 1)}
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
        ("comfort + 2 * sport == 14", True),
        ("(comfort + 2) * sport == 30", True),
        ("comfort - sport - 1 == 4", True),
        ("comfort-1 == 7", True),
        ("-sport == -3", True),
        ("sport in [-3, 3]", True),
        ("mark / 2 == 2.25", True),
        ("mark * 2 == 9", True),
        ("comfort / (sport - 3) > 0", False),
        ("comfort / (sport - 3) <= 0", False),
        ("comfort + rest > 0", False),
        ("fact.limit * 2 == 16", True),
        ("comfort == fact.minor + 7", False),
        ("comfort > sport", True),
        ("comfort < {sport}", False),
        ("category == sport", False),
        ("areas has sport", True),
        ("count(areas) == 2", True),
        ("count(areas) + sport > 4", True),
        ("length(city) == 7", True),
        ("length(name) < 9", False),
        ("age(birth) + 1 == 16", True),
        ("since <= today", True),
        ("since == today - 13d", True),
        ("since > today - 2w and since < today()", True),
        ("birth < today - 15y", True),
        ("today - since == 13", True),
        ("since + sport == 2026-03-04", True),
        ("since >= fact.began", True),
        ("fact.began + 1w <= today", True),
        ("fact.began < today", True),
        ("matches(city, '[А-Я][а-я]+ \\d')", True),
        ("not matches(city, '[а-я]+')", True),
        ("matches(name, '.*')", False),
        ("(category == pupil) and not (areas has music or sport > 3)", True),
        ("at > 9:30", True),
        ("code == 2", True),
        ("code in [1, 2]", True),
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
        ("count(name) > 1", "needs a question of kind multi"),
        ("length(areas) > 1", "needs a question of kind text"),
        ("matches(name)", "«,» expected"),
        ("matches(name, abc)", "where a pattern is expected"),
        ("matches(name, '[a')", "cannot be used: a «]» is missing"),
        ("category + 1 > 2", "«+» does not go with"),
        ("since + since == today", "«+» does not go with"),
        ("comfort < 3 < 5", "unexpected «<»"),
        ("(comfort < 3) + 1 > 2", "a comparison stands where a value is expected"),
        ("comfort + 1", "a bare value says nothing"),
        ("today", "a bare value says nothing"),
        ("comfort > hapy", "«hapy», which is no earlier question"),
        ("comfort > {catgory}", "«catgory», which is no earlier question"),
        ("category == very-often", "unexpected «-»"),
        ("answered(hello)", "«hello» is a note, which has no answer"),
        ("(" * 30 + "category" + ")" * 30, "nested too deep"),
        ("not " * 30 + "category", "nested too deep"),
        ("comfort > " + "-" * 30 + "1", "nested too deep"),
        ("comfort > 1" + " + 1" * 41, "too much is reckoned"),
        ("comfort > 1" + " and comfort > 1" * 90, "has 1451 characters"),
    ],
)
def test_what_cannot_be_read(text: str, problem: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text, KINDS)
    assert problem in caught.value.problem
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("answer > 5", False),
        ("answer > 3", False),
        ("answer < 4", True),
        ("answer <= sport", True),
        ("answer > rest", False),  # nothing was said of «rest»: nobody is held up by it
        ("not answer > rest", False),
        ("answer > rest or answer < 4", False),
        ("answer > rest and answer < 4", True),
        ("answer < 10 and not answered(rest)", False),
        ("answer < fact.unknown", False),
        ("answer + sport == 9 or fact.minor and answer == 6", False),
        ("answer == 5 or matches(name, 'x')", False),
    ],
)
def test_an_answer_breaks_a_condition_only_by_what_is_known(text: str, expected: bool) -> None:
    condition = parse(text, {**KINDS, "answer": "number"})
    assert broken(condition, {**ANSWERS, "answer": 6}, FACTS, TODAY) is expected


def test_a_date_beyond_the_calendar_is_no_date() -> None:
    assert not holds(parse("since > today - 999y - 999y - 999y", KINDS), ANSWERS, FACTS, TODAY)
    assert not holds(parse("since + 1000000 * 1000000 > today", KINDS), ANSWERS, FACTS, TODAY)


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(ConditionError) as caught:
        parse("categori == pupil", KINDS)
    assert caught.value.remedy == "did you mean «category»?"


def test_who_was_born_on_29_february_turns_older_on_1_march() -> None:
    assert full_years(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert full_years(date(2012, 2, 29), date(2026, 3, 1)) == 14
