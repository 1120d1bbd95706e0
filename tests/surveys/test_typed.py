"""Dates, times, numbers and phones as people type them; answers that fit their question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from surveys import answers, errors, inputs, typed
from surveys.definition import DateBound
from tests.surveys.examples import CONTEXT, TODAY, definition, survey

PAST = (date(1916, 1, 1), TODAY)
AHEAD = (TODAY, date(2027, 9, 15))


@pytest.mark.parametrize(
    "text",
    ["15.03.2012", "15/03/2012", "15-3-2012", "15 03 2012", "2012-03-15", "15 марта 2012", " 15  Марта 2012 г. ",
     "15 мар 2012 года", "15.03.12", "15 March 2012", "March 15, 2012", "15th mar 2012"],
)  # fmt: skip
def test_a_date_is_understood(text: str) -> None:
    assert typed.read_date(text, TODAY, *PAST) == date(2012, 3, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("завтра", date(2026, 9, 16)), ("today", TODAY), ("1.10", date(2026, 10, 1)), ("1 февраля", date(2027, 2, 1))],
)
def test_a_day_without_a_year_is_the_next_one_within_the_bounds(text: str, expected: date) -> None:
    assert typed.read_date(text, TODAY, *AHEAD) == expected


def test_two_digits_of_a_year_fall_within_the_bounds() -> None:
    assert typed.read_date("1.1.55", TODAY, *PAST) == date(1955, 1, 1)


@pytest.mark.parametrize(
    "text", ["", "скоро", "31.02.2012", "15.13.2012", "15 мартобря 2012", "15 ² 2012", "2012", "0.0.0"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(errors.NotADate):
        typed.read_date(text, TODAY, *PAST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15:30", "15:30"),
        ("15.30", "15:30"),
        ("9 05", "09:05"),
        ("в 15", "15:00"),
        ("3:30 pm", "15:30"),
        ("12 am", "00:00"),
    ],
)
def test_a_time_is_understood(text: str, expected: str) -> None:
    assert typed.read_time(text) == expected


@pytest.mark.parametrize("text", ["", "25:00", "15:75", "после уроков", "13 pm"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(errors.NotATime):
        typed.read_time(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("45", 45), ("4,5", "4.5"), ("4.50", "4.5"), ("1 000", 1000), ("−3", -3), ("5,0", 5)]
)
def test_a_number_is_understood(text: str, expected: int | str) -> None:
    assert typed.read_number(text) == expected


@pytest.mark.parametrize("text", ["", "сорок", "1e5", "4,5,6", "NaN", "٣", "9" * 40, "1_0"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(errors.NotANumber):
        typed.read_number(text)


@pytest.mark.parametrize("text", ["+7 900 000-00-00", "8 (900) 000 00 00", "9000000000", "79000000000"])
def test_a_phone_is_understood(text: str) -> None:
    assert typed.read_phone(text) == "+79000000000"


@pytest.mark.parametrize("text", ["", "нет", "123", "+7 900 000-00-00 доб. 5"])
def test_what_is_no_phone(text: str) -> None:
    with pytest.raises(errors.NotAPhone):
        typed.read_phone(text)


@pytest.mark.parametrize(
    "name", ["Иванова Мария", "О’Нил-Петрова Мария", "D'Artagnan Jr.", "Салтыков (Щедрин) М.", "Ёж"]
)
def test_a_name_is_kept_as_it_is(name: str) -> None:
    assert typed.read_name(f"  {name} ") == name


@pytest.mark.parametrize("name", ["<b>Мария</b>", "Мария 🙂", "Мария ❤️", "Мария 2", "-", "М", "a@b", "\u3164\u3164"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(errors.NotAName):
        typed.read_name(name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("серёга петров", "Серёга Петров"),
        ("ИВАНОВА-ПЕТРОВА АННА ЛЬВОВНА", "Иванова-Петрова Анна Львовна"),
        ("мамедов гасан али оглы", "Мамедов Гасан Али оглы"),
        ("МАМЕДОВА ЛЕЙЛА АЛИ-КЫЗЫ", "Мамедова Лейла Али-кызы"),
        ("ИВАНОВ И.И.", "Иванов И.И."),
        ("o'brien", "O'Brien"),
        ("салтыков (щедрин) м.", "Салтыков (Щедрин) М."),
        ("Петров сергей", "Петров сергей"),
        ("МакКартни Пол", "МакКартни Пол"),
        ("Людвиг ван Бетховен", "Людвиг ван Бетховен"),
        ("людвиг ван бетховен", "Людвиг ван Бетховен"),
        ("ван лин", "Ван Лин"),
    ],
)
def test_a_name_typed_in_one_case_is_written_as_names_are(name: str, written: str) -> None:
    assert typed.capitalised(name) == written


TEXT = "text: {ru: Что?, en: What?}"


@pytest.mark.parametrize(
    ("question", "text", "error", "values"),
    [
        ("kind: text, max: 20", "а" * 23, errors.TooLong, {"max": 20, "over": 3}),
        ("kind: text", "  ", errors.EmptyText, {}),
        ("kind: text", "\u200b\u2060\ufe0f", errors.EmptyText, {}),
        ("kind: text, must_be: name", "\u200b", errors.EmptyText, {}),
        ("kind: text, must_be: name", "Анна 2", errors.NotAName, {}),
        ("kind: number, min: 5, max: 60", "4", errors.NumberOutOfRange, {"min": 5, "max": 60}),
        ("kind: number", "4,5", errors.NotWhole, {"decimals": 0}),
        ("kind: date, min: today", "14.09.2026", errors.TooEarly, {"min": TODAY}),
        ("kind: date, max: today - 5y", "15.09.2022", errors.TooLate, {"max": date(2021, 9, 15)}),
        ("kind: time, min: '08:00', max: '20:00'", "21:00", errors.TimeOutOfRange, {"min": "08:00", "max": "20:00"}),
        ("kind: single, from: classes", "12А", errors.UseButtons, {}),
        ("kind: photo", "вот", errors.PhotoExpected, {}),
        ("kind: multi, from: classes", "5А", errors.UseButtons, {}),
    ],
)
def test_an_answer_that_does_not_fit_says_why(
    tmp_path: Path, question: str, text: str, error: type[errors.SurveyError], values: dict[str, object]
) -> None:
    asked = definition(tmp_path, survey(f"{{id: q1, {question}, {TEXT}}}")).questions[0]
    with pytest.raises(error) as caught:
        inputs.read_text(asked, text, "ru", CONTEXT)
    assert caught.value.values == values


def test_a_name_is_stored_tidy(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(f"{{id: q1, kind: text, must_be: name, {TEXT}}}")).questions[0]
    assert inputs.read_text(asked, " Ан\u200bна   Петрова", "ru", CONTEXT) == "Анна Петрова"
    with pytest.raises(errors.NotAName):
        answers.check(asked, "Анна  Петрова", CONTEXT)


def test_a_label_may_be_typed_instead_of_pressed(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(f"{{id: q1, kind: pick, from: mentors, {TEXT}}}")).questions[0]
    assert inputs.read_text(asked, " наставник  12", "ru", CONTEXT) == "12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("today - 5y", date(2019, 2, 28)), ("today + 1m", date(2024, 3, 29)), ("today-2w", date(2024, 2, 15)),
     ("2026-09-01", date(2026, 9, 1)), ("today + 1d", date(2024, 3, 1))],
)  # fmt: skip
def test_bounds_are_reckoned_from_today(text: str, expected: date) -> None:
    assert DateBound.parse(text).on(date(2024, 2, 29)) == expected
