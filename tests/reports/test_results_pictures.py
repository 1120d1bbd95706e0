"""Pictures of results and of change: they fit a phone, nothing overlaps, nothing is told by colour alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.lines import Line2D

from locales import LANGUAGES
from reports import change_chart, documents, results_chart, sheet
from reports.comparison_chart import Bars, comparison_chart
from reports.results_data import Bar, ChangeRow, QuestionResult
from surveys.change import Change
from tests.reports import results_example as example
from tests.reports.test_pictures import Drawn, drawn, overlapping, pixels

__all__ = ["drawn"]

QUESTIONS = (
    "Насколько вам комфортно общаться с наставником?",
    "Насколько спокойно вы можете делиться с наставником своими мыслями?",
    "Насколько ясно, чего вы с наставником ждёте друг от друга?",
    "Как часто вы волнуетесь из-за учёбы?",
    "Насколько вы верите в свои силы?",
    "Насколько вам понятен план работы с наставником?",
    "Насколько охотно вы ходите на занятия?",
)
MEANS = ((5.9, 7.1), (6.1, 7.2), (6.2, 7.3), (6.8, 5.1), (7.5, 7.5), (4.0, 6.3), (7.4, 7.2))


def rows(*means: tuple[float, float]) -> list[ChangeRow]:
    return [example.change_row(label, *each) for label, each in zip(QUESTIONS, means, strict=False)]


def check(drawn: Drawn, picture: bytes) -> None:
    height, width, _ = pixels(picture).shape
    assert width == 1080
    assert height <= 1080 * 2.2
    assert len(picture) < 400_000
    assert min(drawn.heights()) >= 33
    assert drawn.outside() == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_distribution_of_a_scale(drawn: Drawn, language: str) -> None:
    check(drawn, documents.question_chart(example.scale_result(), language))
    words = drawn.words()
    percent = "29 %" if language == "ru" else "29%"
    assert f"90 · {percent}" in [word.replace("\u00a0", " ") for word in words]
    assert {"1 — совсем нет", "10 — очень"} <= set(words)
    assert any(("7,5" if language == "ru" else "7.5") in word for word in words)


def test_organisations_whose_names_begin_alike_are_told_apart(drawn: Drawn) -> None:
    names = ("Детский сад «Ромашка»", "Детский сад «Теремок»", "Центр детского творчества", "Школа № 7")
    bars = Bars("held", "", "share", tuple((name, 90.0 - at, False) for at, name in enumerate(names)), 88.5)
    check(drawn, comparison_chart(bars, "ru"))
    words = " ".join(drawn.words())
    assert all(name in words for name in names)
    assert "…" not in words


@pytest.mark.parametrize("options", [1, 2, 9, 12, 30])
def test_choices_in_words_with_the_rarest_of_very_many_together(drawn: Drawn, options: int) -> None:
    check(drawn, results_chart.draw(example.choice_result(options), "ru"))
    others = [word for word in drawn.words() if word.startswith("остальные")]
    assert others == (["остальные (19)"] if options == 30 else [])


def test_many_numbers_are_gathered_into_ranges_that_lose_nobody(drawn: Drawn) -> None:
    bars = tuple(Bar(str(minutes), 2, 2 / 80) for minutes in range(5, 205, 5))
    result = QuestionResult("Сколько минут?", 80, 80, bars, 102.5, 102.5)
    shown = results_chart.shown_bars(result, "ru")
    assert len(shown) <= results_chart.MOST_BARS
    assert sum(bar.count for bar in shown) == 80
    assert shown[0].label == "5–15"
    check(drawn, results_chart.draw(result, "ru"))


def test_the_mean_stands_on_the_axis_where_it_lies_between_the_steps(drawn: Drawn) -> None:
    results_chart.draw(example.scale_result(), "ru")
    figure = drawn.figures[-1]
    diamonds = [line for line in figure.findobj(Line2D) if line.get_marker() == "D"]
    assert len(diamonds) == 2, "on the axis and beside the words"
    heights = {text.get_text(): text.get_position()[1] for text in drawn.texts() if text.get_text() in ("7", "8")}
    height = float(diamonds[1].get_ydata()[0])  # type: ignore[index]
    assert (heights["7"] - height) / (heights["7"] - heights["8"]) == pytest.approx(0.4519, abs=0.01)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (QuestionResult("Что мешает?", 5, 0), "Ответов пока нет"),
        (QuestionResult("Что мешает?", 5, 3), "Ответы словами — в списке"),
    ],
)
def test_a_question_without_bars_says_why(drawn: Drawn, result: QuestionResult, words: str) -> None:
    check(drawn, results_chart.draw(result, "ru"))
    assert words in drawn.words()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_of_scales(drawn: Drawn, language: str) -> None:
    asked = [example.scale_result(title) for title in QUESTIONS]
    empty = QuestionResult("Никто", 9, 0, bottom=1, top=5)
    check(drawn, documents.overview_chart("Наставляемые: перед началом", [*asked, empty], language))
    words = drawn.words()
    assert words.count("7,5" if language == "ru" else "7.5") == 7
    assert words.count("n 312") == 7


def test_an_overview_takes_so_many_scales_and_nothing_else() -> None:
    with pytest.raises(ValueError, match="9 questions"):
        results_chart.overview("Много", [example.scale_result()] * 9, "ru")
    with pytest.raises(ValueError, match="scales"):
        results_chart.overview("Выбор", [example.choice_result()], "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slopes_of_change(drawn: Drawn, language: str) -> None:
    check(drawn, documents.change_chart("Ученик — ученик: до и после", rows(*MEANS), language))
    words = drawn.words()
    comma = "," if language == "ru" else "."
    figures = ("▲ 1.2   5.9 → 7.1", "▼ 1.7   6.8 → 5.1", "= 0.0   7.5 → 7.5")
    assert {figure.replace(".", comma) for figure in figures} <= set(words)
    assert words.count("n 41") == 7


def test_a_rise_and_a_fall_differ_without_colour(drawn: Drawn) -> None:
    change_chart.draw("До и после", rows((5, 7), (7, 5), (6, 6)), "ru")
    strokes = {line.get_linestyle() for line in drawn.figures[-1].findobj(Line2D) if line.get_linewidth() > 4}
    assert {"-", "--", ":"} <= strokes


def test_a_parameter_with_too_few_pairs_is_named_without_figures(drawn: Drawn) -> None:
    few = ChangeRow(QUESTIONS[0], Change("x", 9, 3), 1, 10)
    check(drawn, change_chart.draw("До и после", [few, *rows((5, 7))], "ru"))
    assert "мало данных (n 3)" in drawn.words()
    check(drawn, change_chart.draw("До и после", [few], "ru"))
    check(drawn, change_chart.draw("До и после", [], "ru"))
    assert "Сравнивать пока нечего" in drawn.words()


@given(st.lists(st.tuples(st.floats(1, 10), st.floats(1, 10)), min_size=1, max_size=7))
@settings(max_examples=12, deadline=None)
def test_no_means_make_labels_overlap(means: list[tuple[float, float]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        seen = Drawn(patch)
        change_chart.draw("До и после", rows(*means), "ru")
        assert overlapping(seen) == []
        assert seen.outside() == []


def test_a_number_without_ends_and_more_rows_than_fit() -> None:
    free = ChangeRow("Часов в неделю", Change("x", 9, 9, 12.0, 15.0, 3.0), None, None, points=False)
    assert change_chart.draw("До и после", [free], "ru")
    with pytest.raises(ValueError, match="8 parameters"):
        change_chart.draw("Много", rows((5, 6)) * 8, "ru")


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(20, 120)), min_size=1, max_size=8))
def test_things_that_are_spread_do_not_cover_each_other(things: list[tuple[float, float]]) -> None:
    middles, heights = [middle for middle, _ in things], [height for _, height in things]
    places = change_chart.spread(middles, heights, 0, 1000)
    taken = sorted((place - height / 2, place + height / 2) for place, height in zip(places, heights, strict=True))
    assert all(end <= begin + 1e-6 for (_, end), (begin, _) in pairwise(taken))
    assert taken[0][0] >= -1e-6
    assert taken[-1][1] <= 1000 + 1e-6


@pytest.mark.parametrize("title", ["🚀", "", "Ж" * 300, "слово " * 80, "<b>№ 1</b> $x^2$"])
def test_no_title_breaks_a_picture(drawn: Drawn, title: str) -> None:
    check(drawn, results_chart.draw(example.scale_result(title), "ru"))
    check(drawn, change_chart.draw(title, rows((5, 7)), "ru"))
    check(drawn, results_chart.overview(title, [example.scale_result(title)], "ru"))


def test_lines_are_no_wider_than_their_room() -> None:
    broken: Any = sheet.lines("Насколько спокойно вы можете делиться с наставником своими мыслями?", 29, 300, 2)
    assert len(broken) == 2
    assert broken[-1].endswith("…")
    assert all(sheet.width_of(line, 29) <= 300 for line in broken)
