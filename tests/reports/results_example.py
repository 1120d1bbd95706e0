"""Questionnaires in two versions with their responses, as the exports and pictures of results take them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reports.results_data import Bar, ChangeRow, QuestionResult, ResponseExport, ResponseRow
from surveys.change import Change
from surveys.definition import Definition, Option
from surveys.load import load
from surveys.path import Value

ZONE = "Europe/Moscow"
KEY, NEXT = ("climate", 1), ("climate", 2)

_HEAD = """
survey: climate
version: {version}
title: {{ru: Климат, en: Climate}}
ask:
- id: comfort
  kind: scale
  min: 1
  max: 10
  measures: climate
  text: {{ru: {{adult: Насколько вам комфортно?, child: Насколько тебе комфортно?}}, en: How comfortable are you?}}
  low: {{ru: совсем нет, en: not at all}}
  high: {{ru: очень, en: very}}
- id: bored
  kind: scale
  min: 1
  max: {top}
  measures: {measure}
  reversed: true
  text: {{ru: Бывает ли скучно?, en: Are you bored at times?}}
  low: {{ru: нет, en: never}}
  high: {{ru: да, en: often}}
- id: areas
  kind: multi
  text: {{ru: Что важно?, en: What matters?}}
  options:
  - {{id: sport, label: {{ru: Спорт, en: Sport}}}}
  - {{id: music, label: {{ru: Музыка, en: Music}}}}
- {{id: grade, kind: single, from: classes, text: {{ru: Класс, en: Class}}}}
- {{id: mark, kind: number, min: 2, max: 5, decimals: 1, text: {{ru: Балл, en: Mark}}}}
- {{id: day, kind: date, text: {{ru: День, en: Day}}}}
- {{id: why, kind: text, max: 500, optional: true, text: {{ru: 'Почему {{comfort}}?', en: 'Why {{comfort}}?'}}}}
"""

ANSWERS: dict[str, Value] = {
    "comfort": 8,
    "bored": 2,
    "areas": ["sport", "music"],
    "grade": "7b",
    "mark": "4.5",
    "day": "2026-09-04",
    "why": "Всё нравится",
}


def definition(folder: Path, version: int = 1, top: int = 10) -> Definition:
    """The questionnaire; another `top` makes «bored» another item."""
    place = folder / str(version)
    text = _HEAD.format(version=version, top=top, measure="climate" if top == 10 else "boredom")
    (place / "definitions").mkdir(parents=True, exist_ok=True)
    (place / "definitions" / "climate.yaml").write_text(text, encoding="utf-8")
    return load(place).all()[0]


def export(folder: Path) -> ResponseExport:
    """Both versions."""
    return ResponseExport(
        {KEY: definition(folder), NEXT: definition(folder, 2, top=5)},
        ZONE,
        {"classes": [Option("7b", "7Б"), Option("8a", "8А")]},
    )


def row(number: int = 1, version: int = 1, person: str = "Мария И.", **answers: Value) -> ResponseRow:
    return ResponseRow(
        number=number,
        person=person,
        organisation="МОУ СОШ № 14",
        form="pupil-pupil",
        role="mentee",
        answered_at=datetime(2026, 9, 3, 22, 30, 15, tzinfo=UTC),
        paper=False,
        questionnaire="climate",
        version=version,
        answers={**ANSWERS, **answers},
    )


def crowd(many: int) -> Iterator[ResponseRow]:
    """Rows one by one, none of which is kept here."""
    at = datetime(2026, 9, 1, tzinfo=UTC)
    for number in range(1, many + 1):
        yield ResponseRow(
            number,
            "",
            "МОУ СОШ № 14",
            "",
            "",
            at + timedelta(minutes=number),
            number % 2 == 0,
            "climate",
            1,
            {"comfort": number % 10 + 1, "why": f"Ответ {number}"},
        )


def scale_result(title: str = "Насколько вам комфортно общаться с наставником?") -> QuestionResult:
    counts = (3, 1, 4, 9, 22, 30, 61, 90, 55, 37)
    bars = tuple(Bar(str(step), count, count / 312) for step, count in enumerate(counts, start=1))
    return QuestionResult(title, 400, 312, bars, 7.4519, 8.0, (6.0, 9.0), 1, 10, "совсем нет", "очень")


def choice_result(options: int = 4) -> QuestionResult:
    bars = tuple(
        Bar(f"Вариант номер {at} с длинным названием, которое надо перенести", at, at / 10) for at in range(options)
    )
    return QuestionResult("Что сейчас даётся вам труднее всего?", 12, 10, bars, several=True)


def change_row(label: str, before: float, after: float, paired: int = 41, p: float | None = 0.02) -> ChangeRow:
    shift = after - before
    change = Change("item", 50, paired, before, after, shift, (shift - 0.6, shift + 0.6), shift / 1.9, p)
    return ChangeRow(label, change, 1, 10)
