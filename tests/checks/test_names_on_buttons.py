"""Names that come from YAML stand whole on their buttons, or are numbered in the text, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from messaging.replies import Button, Own, Text
from programmes.load import bundled, load_programme
from services.dialogue_screens import own
from services.keyboards import LABEL, MOST, options
from surveys.definition import Definition, Option
from surveys.keyboards import keyboard
from surveys.path import Context
from surveys.response import Draft
from surveys.wording import Wording
from tests.surveys.content import library

TODAY = date(2026, 9, 1)
STEPS = 4
"""Buttons that may stand under a question: back, keep, skip, later."""


def names() -> Iterator[tuple[str, tuple[Wording, ...]]]:
    """Each list of names that people choose from."""
    for name in bundled():
        programme = load_programme(name)
        yield f"{name}: forms", tuple(each.name for each in programme.forms)
        yield f"{name}: kinds", tuple(each.name for each in programme.kinds)
        yield f"{name}: areas", tuple(each.name for each in programme.areas)
        yield f"{name}: role models", tuple(each.name for form in programme.forms for each in form.role_models)
    titles = tuple(each.title for each in library().all())
    yield from ((f"titles {start}", titles[start : start + MOST]) for start in range(0, len(titles), MOST))


LISTS = dict(names())


def texts(label: Text) -> list[str]:
    if isinstance(label, Own):
        return [text for variants in label.texts.values() for text in variants]
    return [str(label)]


@pytest.mark.parametrize("which", LISTS)
def test_a_name_stands_whole_or_is_numbered(which: str) -> None:
    found = options((Button(own(name), "x") for name in LISTS[which]), turn=lambda page: f"page:{page}")
    labels = [button.label for row in found.rows for button in row if button.press == "x"]
    assert all(len(text) <= LABEL for label in labels for text in texts(label))
    assert len(found.lines) <= MOST
    assert [str(number) for number in range(1, len(found.lines) + 1)] == labels[: len(found.lines)] or not found.lines
    assert len(labels) == min(len(LISTS[which]), MOST)


@pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
def test_a_question_has_room_for_its_steps(made: Definition) -> None:
    """However long the list behind it: eight buttons beside numbers, and no more lines than eight."""
    many = tuple(Option(f"o{number}", f"Вариант {number}") for number in range(20))
    for question in made.questions:
        if question.kind not in ("single", "pick", "multi"):
            continue
        context = Context(today=TODAY, options={question.source: many} if question.source else {})
        lines, rows = keyboard(made, question, Draft(made.id, made.version, asking=question.id), context, STEPS)
        labels = [choice.label for row in rows for choice in row if choice.token]
        beside = [label for label in labels if label not in ("‹", "›") and not str(label).isdigit()]
        assert len(beside) + STEPS <= MOST, question.id
        assert len(lines) <= MOST, question.id
