"""Sentences about change: plurals, commas, direction, honesty about chance."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from locales import LANGUAGES, Wording
from reports import change_results, change_text, results_text
from reports.change_text import Line
from reports.results_data import ChangeRow, change_row, question_result
from surveys.change import Change
from surveys.pairing import Enrolled, changes
from surveys.tally import QuestionTally, tally
from tests.reading import plain
from tests.reports import results_example as example


def told(line: Line, language: str = "ru") -> str:
    return plain(Wording.load().text(language, line[0], **line[1]))


def all_told(row: ChangeRow, language: str = "ru") -> list[str]:
    return [told(line, language) for line in change_text.lines(row)]


def row(change: Change, label: str = "Уверенность", top: float | None = 10, points: bool = True) -> ChangeRow:
    return ChangeRow(label, change, 1, top, points)


RISE = Change("confidence", 50, 41, 5.9, 7.1, 1.2, (0.6, 1.8), 0.63, 0.0004)
FALL = Change("anxiety", 50, 22, 6.8, 5.1, -1.7, (-2.5, 0.2), -0.8, 0.03)


def test_the_sentence_of_a_rise() -> None:
    assert all_told(row(RISE)) == [
        "Из 41 пары ответов: «Уверенность» — оценка выросла в среднем на 1,2 балла из 10, 95 % от 0,6 до 1,8",
        "Было 5,9, стало 7,1. Оба раза ответили 41 из 50",
        "Сдвиг средний (d 0,6)",
        "Вряд ли случайность: без настоящих изменений такое бывает реже 1 раза из 1 000",
    ]


def test_a_fall_is_told_with_its_interval_in_its_own_direction_and_not_judged() -> None:
    first, _, effect, chance = all_told(row(FALL, "Как часто вы волнуетесь?"))
    assert first == (
        "Из 22 пар ответов: «Как часто вы волнуетесь?» — оценка снизилась в среднем на 1,7 балла из 10, "
        "95 % от −0,2 до 2,5"
    )
    assert effect == "Сдвиг большой (d 0,8)"
    assert chance == "Вряд ли случайность: без настоящих изменений такое бывает примерно 3 раза из 100"
    assert not re.search("лучш|хуж|хорош|плох|успе", " ".join(all_told(row(FALL))))


@pytest.mark.parametrize(
    ("paired", "words"),
    [(5, "5 пар"), (21, "21 пары"), (22, "22 пар"), (11, "11 пар"), (101, "101 пары"), (500, "500 пар")],
)
def test_pairs_agree_with_their_number(paired: int, words: str) -> None:
    assert told(change_text.sentence(row(replace(RISE, enrolled=600, paired=paired)))).startswith(
        f"Из {words} ответов: "
    )


@pytest.mark.parametrize(
    ("paired", "words"),
    [
        (0, "«Уверенность»: мало данных. Пар ответов пока нет, нужно хотя бы 5"),
        (1, "«Уверенность»: мало данных. Есть 1 пара ответов, нужно хотя бы 5"),
        (4, "«Уверенность»: мало данных. Есть 4 пары ответов, нужно хотя бы 5"),
    ],
)
def test_below_five_pairs_there_is_one_sentence_without_figures(paired: int, words: str) -> None:
    assert all_told(row(Change("x", 12, paired))) == [words]


def test_a_change_that_rounds_to_nothing_is_none() -> None:
    still = replace(RISE, mean_change=-0.04, mean_after=5.86, interval95=(-0.5, 0.42), effect=-0.03, wilcoxon_p=0.87)
    first, _, effect, chance = all_told(row(still))
    assert "оценка в среднем не изменилась: сдвиг 0,0 балла из 10, 95 % от −0,5 до 0,4" in first
    assert effect == "Сдвиг едва заметный (d 0,0)"
    assert chance == "Может быть и случайностью: без настоящих изменений такое бывает примерно 87 раз из 100"


def test_without_spread_there_is_no_interval_and_no_effect() -> None:
    alike = Change("x", 9, 9, 5.0, 6.0, 1.0)
    assert all_told(row(alike)) == [
        "Из 9 пар ответов: «Уверенность» — оценка выросла в среднем на 1,0 балла из 10",
        "Было 5,0, стало 6,0. Оба раза ответили 9 из 9",
        "У всех ответ сдвинулся одинаково",
        "Случайность ли это, по числам не скажешь: пар меньше 10",
    ]
    assert all_told(row(Change("x", 12, 12, 5.0, 5.0, 0.0, wilcoxon_p=1.0)))[-1] == "Никто не изменил ответа"


def test_a_number_has_no_points() -> None:
    mark = Change("mark", 12, 12, 3.9, 4.2, 0.3, (0.1, 0.5), 0.9, 0.01)
    assert told(change_text.sentence(row(mark, "Средний балл", 5, points=False))) == (
        "Из 12 пар ответов: «Средний балл» — число выросло в среднем на 0,3, 95 % от 0,1 до 0,5"
    )


def test_in_english() -> None:
    assert all_told(row(RISE, "Confidence"), "en")[0] == (
        "From 41 pairs of answers: “Confidence” — the mark rose by 1.2 points of 10 on average, 95% from 0.6 to 1.8"
    )
    assert all_told(row(Change("x", 5, 1)), "en") == [
        "“Уверенность”: too little data. There is 1 pair of answers, at least 5 are needed"
    ]


@pytest.mark.parametrize(
    ("p", "start"),
    [(0.0009, "Вряд ли"), (0.0099, "Вряд ли"), (0.0499, "Вряд ли"), (0.05, "Может быть"), (1.0, "Может быть")],
)
def test_chance_is_told_as_how_often_it_would_do_the_same(p: float, start: str) -> None:
    sentence = all_told(row(replace(RISE, wilcoxon_p=p)))[-1]
    assert sentence.startswith(start)
    assert "без настоящих изменений такое бывает" in sentence


@pytest.mark.parametrize(
    ("value", "written"), [(1.25, "1.3"), (1.15, "1.2"), (-0.04, "0.0"), (-0.05, "-0.1"), (0.1 + 0.2, "0.3")]
)
def test_tenths_are_rounded_half_up_and_zero_has_no_sign(value: float, written: str) -> None:
    assert str(change_text.tenth(value)) == str(Decimal(written))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_warn_of_cause_and_of_many_parameters(language: str) -> None:
    assert change_text.notes([row(Change("x", 9, 2))]) == ()
    assert [key for key, _ in change_text.notes([row(RISE)])] == ["change-note-interval", "change-note-cause"]
    many = change_text.notes([row(RISE)] * 12)
    assert [key for key, _ in many][1] == "change-note-many"
    assert all(told(line, language) for line in many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_parameter_of_a_definition_gets_its_words(language: str, tmp_path: Path) -> None:
    asked = example.definition(tmp_path)
    people = [
        Enrolled(example.KEY, example.KEY, {"comfort": 5, "bored": 9}, {"comfort": 6 + n, "bored": 2})
        for n in (0, 1) * 3
    ]
    rows = [change_row(found, language, {"climate": "Климат"}) for found in changes({example.KEY: asked}, people)]
    assert [each.label for each in rows][-1] == "Климат"
    assert (rows[0].bottom, rows[0].top, rows[0].points) == (1, 10, True)
    assert [each.points for each in rows] == [True, True, False, True]
    assert all(each.label in all_told(each, language)[0] for each in rows)


def test_changes_come_back_from_the_workshop_as_they_were(tmp_path: Path) -> None:
    definitions = {example.KEY: example.definition(tmp_path)}
    people = [
        Enrolled(example.KEY, example.KEY, {"comfort": n, "bored": 9}, {"comfort": n + n % 3}) for n in range(1, 8)
    ]
    found = changes(definitions, people)
    assert change_results.read(change_results.written(found), definitions) == found


def test_one_question_in_lines(tmp_path: Path) -> None:
    result = question_result(
        example.definition(tmp_path).by_id["areas"],
        tally(example.definition(tmp_path).by_id["areas"], {"*": 300, "sport": 299, "music": 1}, 400),
        "ru",
    )
    assert [told(line) for line in results_text.lines(result)] == [
        "<b>Что важно?</b>",
        "Ответили 300 из 400",
        "▓▓▓▓▓▓▓▓▓▓ 299 (100 %) — Спорт",
        "▓ 1 (< 1 %) — Музыка",
    ]
    assert told(results_text.lines(example.scale_result())[2]) == "В среднем <b>7,5</b>, медиана 8,0"


def test_many_choices_are_cut_to_a_screen_and_an_empty_question_says_so() -> None:
    lines = [told(line) for line in results_text.lines(example.choice_result(14))]
    assert lines[-1] == "…и ещё 4 варианта: все в таблице"
    assert len(lines) == 13
    nobody = replace(example.scale_result(), answered=0, mean=None, median=None)
    assert [told(line) for line in results_text.lines(nobody)][1:] == ["Ответили 0 из 400"]


def test_somebodys_own_answer_in_a_text_is_not_told(tmp_path: Path) -> None:
    why = example.definition(tmp_path).by_id["why"]
    assert question_result(why, QuestionTally("why", "text", 3, 2), "ru").title == "Почему …?"
