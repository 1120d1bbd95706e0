"""The table read back as a spreadsheet reads it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from statistics import fmean
from typing import Any

import pytest
from openpyxl import load_workbook

from locales import LANGUAGES
from reports import workbook
from reports.data import AnswerRow, Summary
from tests.reports import example

INJECTIONS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1+2",
    "@x",
    "=1+1",
    "{=1}",
    "https://evil.example",
    "<b>ж</b>",
    "<r>ж</r>",
    "<r><broken</r>",
)

Rows = list[dict[str, Any]]


def sheets(summary: Summary, language: str = "ru") -> dict[str, Rows]:
    """Sheet → rows by heading."""
    book = load_workbook(BytesIO(workbook.write(summary, language)))
    found: dict[str, Rows] = {}
    for sheet in book.worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return found


def figures(rows: Rows) -> dict[str, dict[str, Any]]:
    return {row["Показатель"]: row for row in rows}


def test_the_sheets_in_both_languages() -> None:
    assert list(sheets(example.summary())) == ["Сводка", "Пары", "Встречи", "Кого спросили", "Ответы"]
    assert list(sheets(example.summary(), "en")) == ["Summary", "Pairs", "Meetings", "Asked", "Answers"]


def test_the_numbers_of_the_summary_can_be_counted_from_the_rows() -> None:
    book = sheets(example.summary())
    shown = {name: row["Значение"] for name, row in figures(book["Сводка"]).items()}
    agreed = [row for row in book["Встречи"] if row["По плану"] == "да"]
    held = [row for row in book["Встречи"] if row["Итог"] == "состоялась"]
    assert shown["Активных пар и групп"] == sum(row["Активна"] == "да" for row in book["Пары"])
    assert shown["Встреч запланировано"] == sum(row["Итог"] != "отменена" for row in agreed)
    assert shown["Из них проведено"] == sum(row["По плану"] == "да" for row in held)
    assert shown["Проведено без плана"] == sum(row["По плану"] == "нет" for row in held)
    assert shown["Не состоялось"] == sum(row["Итог"] == "не состоялась" for row in agreed)
    assert shown["Без отметки"] == sum(row["Итог"] == "запланирована" for row in agreed)
    assert shown["Отменено"] == sum(row["Итог"] == "отменена" for row in book["Встречи"])
    assert shown["Перенесено"] == sum(row["Переносов"] > 0 for row in book["Встречи"])
    asked = book["Кого спросили"]
    feedback = [row for row in asked if row["О чём"] == "отзыв о встрече"]
    others = [row for row in asked if row["О чём"] != "отзыв о встрече"]
    assert (shown["Отзывов запрошено"], shown["Отзывов получено"]) == (len(feedback), answered(feedback))
    assert (shown["Анкет отправлено"], shown["Анкет заполнено"]) == (len(others), answered(others))


def answered(rows: Rows) -> int:
    return sum(row["Ответ есть"] == "да" for row in rows)


@pytest.mark.parametrize(
    ("name", "measure"),
    [("Оценка встреч (1–5), среднее", "оценка встречи"), ("Удовлетворённость (1–10), среднее", "удовлетворённость")],
)
def test_means_can_be_counted_from_the_answers(name: str, measure: str) -> None:
    book = sheets(example.summary())
    scores = [row["Балл"] for row in book["Ответы"] if row["Для чего считается"] == measure]
    figure = figures(book["Сводка"])[name]
    assert figure["Значение"] == pytest.approx(fmean(scores), abs=0.005)
    assert figure["Ответов"] == len(scores)


def test_the_change_and_every_item_stand_in_the_summary() -> None:
    shown = figures(sheets(example.summary())["Сводка"])
    assert shown["Оценка встреч (1–5), среднее"]["Изменение"] == 0.25
    assert shown["Удовлетворённость (1–10), среднее"]["Изменение"] is None
    assert shown["Насколько комфортно?"]["Значение"] == 9
    assert shown["Дней без встречи: Мария И. — Пётр С."]["Значение"] == 24


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_people_type_stays_text(text: str) -> None:
    summary = example.summary()
    spoilt = replace(
        summary,
        organisation=text,
        pairs=tuple(replace(row, pair=text, mentors=(text,)) for row in summary.pairs),
        meetings=tuple(replace(row, place=text, pair=text) for row in summary.meetings),
        asked=tuple(replace(row, title=text, who=text) for row in summary.asked),
        answers=tuple(replace(row, answer=text, question=text) for row in summary.answers),
    )
    content = workbook.write(spoilt, "ru")
    cells = [cell for sheet in load_workbook(BytesIO(content)) for row in sheet.iter_rows() for cell in row]
    own = [cell for cell in cells if isinstance(cell.value, str) and cell.value.rstrip() == text]
    assert len(own) > 20
    assert {cell.data_type for cell in own} == {"s"}
    with zipfile.ZipFile(BytesIO(content)) as parts:
        written = {name: parts.read(name) for name in parts.namelist()}
    assert not [name for name, part in written.items() if b"<f>" in part or b"<hyperlink" in part]
    assert not [name for name in written if "externalLink" in name]


def test_times_are_real_and_local() -> None:
    summary = example.summary()
    midnight = replace(summary.meetings[0], starts_at=datetime(2026, 9, 3, 22, 30, tzinfo=UTC))
    book = sheets(replace(summary, meetings=(midnight,)))
    assert book["Встречи"][0]["Когда"] == datetime(2026, 9, 4, 1, 30)  # noqa: DTZ001 - a spreadsheet has no zones
    assert book["Пары"][0]["Начало"] == datetime(2026, 9, 1)  # noqa: DTZ001
    assert figures(book["Сводка"])["Часовой пояс"]["Значение"] == "Europe/Moscow"


def test_anonymous_answers_carry_no_trace_of_who_and_in_what_order() -> None:
    rows = tuple(AnswerRow("Климат", question, answer) for answer in ("б", "а") for question in ("2", "1"))
    shown = sheets(replace(example.summary(), answers=rows))["Ответы"]
    assert [(row["Вопрос"], row["Ответ"]) for row in shown] == [("1", "а"), ("1", "б"), ("2", "а"), ("2", "б")]
    assert {row["Кто"] for row in shown} == {"анонимно"}
    assert {row["Когда ответили"] for row in shown} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("summary", [example.summary(), example.nothing()])
def test_headings_stay_in_sight_and_columns_are_wide_enough_to_read(summary: Summary, language: str) -> None:
    book = load_workbook(BytesIO(workbook.write(summary, language)))
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet.column_dimensions["A"].width >= 20
        assert sheet.auto_filter.ref is not None


def test_a_new_school_has_headings_and_no_rows() -> None:
    book = sheets(example.nothing())
    assert [book[name] for name in ("Пары", "Встречи", "Кого спросили", "Ответы")] == [[], [], [], []]
    assert figures(book["Сводка"])["Оценка встреч (1–5), среднее"]["Ответов"] == 0


def test_a_text_longer_than_a_cell_is_cut_and_not_lost_whole() -> None:
    long = replace(example.summary(), answers=(AnswerRow("Анкета", "Вопрос", "ж" * 40_000),))
    assert sheets(long)["Ответы"][0]["Ответ"] == "ж" * workbook.LONGEST_TEXT
