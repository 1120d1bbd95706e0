"""Small definitions, one per feature, and a person who goes through them: `says`, `taps`, `sees`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from surveys import dialogue, response
from surveys.definition import Definition, Option
from surveys.load import load
from surveys.path import Context, Value
from surveys.screens import Choice, Screen, screen
from surveys.wording import Key, Label, Wording

TODAY = date(2026, 9, 15)

EVERYTHING = """
form: everything
version: 3
title: {ru: Всё сразу, en: Everything}
intro: {ru: Начнём, en: Let us begin}
finish: people.apply
ask:
- {id: birth, kind: date, max: today - 5y, text: {ru: Когда вы родились?, en: When were you born?}}
- id: consent
  kind: consent
  text: processing@1
  when: age(birth) >= 14
- id: guardian
  kind: wait
  for: guardian_consent
  when: age(birth) < 18
  text: {ru: 'Ждём согласия: {fact.guardian}', en: 'Waiting for {fact.guardian}'}
- id: name
  kind: text
  max: 40
  text: {ru: Как вас зовут?, en: What is your name?}
- id: category
  kind: single
  likely: first
  text: {ru: 'Кто вы, {name}?', en: 'Who are you, {name}?'}
  options:
  - {id: pupil, label: {ru: Ученик, en: Pupil}}
  - {id: teacher, label: {ru: Учитель, en: Teacher}}
  - {id: parent, label: {ru: Родитель, en: Parent}}
- {id: grade, kind: single, from: classes, when: category == pupil, text: {ru: Класс, en: Class}}
- {id: post, kind: text, optional: true, quick: [учитель, завуч], when: category == teacher, text: {ru: Кто, en: Post}}
- id: areas
  kind: multi
  min_chosen: 1
  max_chosen: 2
  text: {ru: В чём помочь?, en: Where to help?}
  options:
  - {id: sport, label: {ru: Спорт, en: Sport}}
  - {id: maths, label: {ru: Математика, en: Mathematics}}
  - {id: music, label: {ru: Музыка, en: Music}}
  - {id: none, exclusive: true, label: {ru: Ничего из этого, en: None of these}}
- {id: team, kind: text, when: areas has sport, text: {ru: Какой спорт?, en: Which sport?}}
- id: comfort
  kind: scale
  min: 1
  max: 10
  text: {ru: Насколько комфортно?, en: How comfortable?}
  low: {ru: совсем нет, en: not at all}
  high: {ru: очень, en: very}
- {id: minutes, kind: number, min: 5, max: 180, quick: [45, 60], likely: first, text: {ru: Минут, en: Minutes}}
- {id: mark, kind: number, min: 2, max: 5, decimals: 1, optional: true, text: {ru: Балл, en: Mark}}
- {id: day, kind: date, min: today, max: today + 1y, quick: [today, today + 1d], text: {ru: День, en: Day}}
- {id: at, kind: time, min: '08:00', max: '20:00', quick: ['15:00'], text: {ru: Время, en: Time}}
- {id: phone, kind: contact, optional: true, text: {ru: Телефон, en: Phone}}
- {id: mentor, kind: pick, from: mentors, text: {ru: Наставник, en: Mentor}}
- {id: picture, kind: photo, optional: true, text: {ru: Фото, en: Photo}}
- {id: paper, kind: file, optional: true, text: {ru: Файл, en: File}}
- {id: check, kind: card, edit: all}
"""

CONTEXT = Context(
    today=TODAY,
    facts={"guardian": "мама"},
    options={
        "classes": [Option(f"{number}a", f"{number}А") for number in range(5, 12)],
        "mentors": [Option(str(number), f"Наставник {number}") for number in range(1, 21)],
    },
    consents={"processing@1": Wording("Согласие для {organisation}", "Consent for {organisation}")},
)


def definition(folder: Path, text: str, **known: Any) -> Definition:
    """Write one definition into a folder and load it."""
    (folder / "definitions").mkdir(parents=True, exist_ok=True)
    (folder / "definitions" / "example.yaml").write_text(text, encoding="utf-8")
    return load(folder, **known).all()[0]


def survey(*questions: str) -> str:
    """The text of a survey asking these questions (one YAML line each)."""
    asked = "\n".join(f"- {question}" for question in questions)
    return f"survey: example\nversion: 1\ntitle: {{ru: Пример, en: Example}}\nask:\n{asked}\n"


def scale(name: str, more: str = "") -> str:
    """A scale 1–5."""
    ends = "low: {ru: нет, en: nothing}, high: {ru: да, en: yes!}"
    return f"{{id: {name}, kind: scale, min: 1, max: 5, {ends}, text: {{ru: Как?, en: How?}}{more}}}"


def shown(label: Label, locale: str = "ru") -> str:
    """A label as a test reads it: a wording's text, a message's key, or the text itself."""
    if isinstance(label, Wording):
        return label.text(locale)
    return label.name if isinstance(label, Key) else label


@dataclass
class Person:
    """Somebody in the middle of a questionnaire."""

    asked: Definition
    context: Context = CONTEXT
    draft: response.Draft = field(init=False)

    def __post_init__(self) -> None:
        self.draft = response.start(self.asked, self.context)

    @property
    def screen(self) -> Screen:
        return screen(self.asked, self.draft, self.context)

    @property
    def buttons(self) -> list[Choice]:
        return [choice for row in self.screen.rows for choice in row]

    def labels(self) -> list[str]:
        return [shown(choice.label) for choice in self.buttons]

    def taps(self, *labels: str) -> None:
        """Press live buttons by what stands on them, or by the line that has their number."""
        for label in labels:
            number = next((line.mark for line in self.screen.lines if shown(line.label) == label), label)
            wanted = (label, number.removesuffix("."))
            self.presses(next(item for item in self.buttons if shown(item.label) in wanted and item.token))

    def presses(self, choice: Choice) -> None:
        """Press a button of this or an earlier screen."""
        self.draft = dialogue.press(self.asked, self.draft, choice.question, choice.token, self.context)

    def says(self, words: str) -> None:
        self.draft = dialogue.text(self.asked, self.draft, words, "ru", self.context)

    def knows(self, **facts: object) -> None:
        """Something came true in the world."""
        self.context = replace(self.context, facts={**self.context.facts, **facts})

    def answers(self, values: dict[str, Value]) -> None:
        for name, value in values.items():
            self.draft = response.answer(self.asked, self.draft, name, value, self.context)


GIVEN: dict[str, Value] = {
    "birth": "1990-03-15",
    "consent": {"text": "processing", "version": 1, "given": True},
    "name": "Анна",
    "category": "teacher",
    "post": "учитель",
    "areas": ["maths"],
    "comfort": 8,
    "minutes": 45,
    "mark": "4.5",
    "day": "2026-09-16",
    "at": "15:00",
    "phone": "+79000000000",
    "mentor": "3",
    "picture": {"file_id": "p", "name": "p.jpg", "size": 10},
    "paper": {"file_id": "f", "name": "", "size": 10},
}
"""A whole way through EVERYTHING, up to its card."""


def tokens(rows: Sequence[Sequence[Choice]]) -> list[str]:
    return [choice.token for row in rows for choice in row]
