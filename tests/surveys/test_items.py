"""Items across versions: the same only where text and scale did not change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from surveys.definition import Option, Question
from surveys.items import same_item, text_asked
from surveys.wording import Wording

SCALE = Question(
    "q1", "scale", Wording("Как вам?", "How?", "Как тебе?"), minimum=1, maximum=10,
    low=Wording("плохо", "bad"), high=Wording("хорошо", "good"),
)  # fmt: skip
CHOICE = Question(
    "q2", "single", Wording("Что?", "What?"),
    options=(Option("a", Wording("А", "A")), Option("b", Wording("Б", "B"))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SCALE, True),
        (replace(SCALE, hint=Wording("Подумайте", "Think")), True),
        (replace(SCALE, measures="satisfaction", both_sides=True, sensitive=True, optional=True), True),
        (replace(SCALE, id="q9"), True),
        (replace(SCALE, text=Wording("Как вам?", "How is it?", "Как тебе?")), False),
        (replace(SCALE, text=Wording("Как вам?", "How?", "Ну как тебе?")), False),
        (replace(SCALE, text=Wording("Как вам?", "How?")), False),
        (replace(SCALE, maximum=5), False),
        (replace(SCALE, low=Wording("ужасно", "bad")), False),
        (replace(SCALE, reversed=True), False),
        (replace(SCALE, kind="number"), False),
    ],
)
def test_a_scale(other: Question, same: bool) -> None:
    assert same_item(SCALE, other) is same
    assert same_item(other, SCALE) is same


@pytest.mark.parametrize(
    ("options", "same"),
    [
        (CHOICE.options, True),
        ((Option("a", Wording("А", "A")), Option("b", Wording("Бэ", "B"))), False),
        ((Option("a", Wording("А", "A")), Option("c", Wording("Б", "B"))), False),
        (CHOICE.options[::-1], False),
        ((*CHOICE.options, Option("c", Wording("В", "C"))), False),
    ],
)
def test_a_choice(options: tuple[Option, ...], same: bool) -> None:
    assert same_item(CHOICE, replace(CHOICE, options=options)) is same


def test_the_text_that_was_asked() -> None:
    assert text_asked(SCALE, "ru") == "Как вам?"
    assert text_asked(SCALE, "ru", child=True) == "Как тебе?"
    assert text_asked(SCALE, "en-GB") == "How?"
    assert text_asked(Question("ok", "consent", consent="processing@1"), "ru") == "processing@1"
    assert text_asked(Question("check", "card"), "ru") == "check"
