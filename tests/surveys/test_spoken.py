"""People type what they could press: the number of a line, a label, the first word of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys import dialogue, errors
from tests.surveys.examples import CONTEXT, Person, definition, survey

ASKED = "text: {ru: Что?, en: What?}"
YES_NO = (
    "{id: q1, kind: single, options: [{id: tell, label: {ru: 'Да, сообщать', en: 'Yes, tell me'}}, "
    "{id: quiet, label: {ru: 'Нет, не нужно', en: Not now}}, {id: rarely, label: {ru: 1 раз в год, en: Yearly}}], "
    f"{ASKED}}}"
)
CLASSES = f"{{id: q1, kind: single, from: classes, {ASKED}}}"
SEVERAL = f"{{id: q1, kind: multi, from: mentors, {ASKED}}}"
MINUTES = (
    f"{{id: q1, kind: number, min: 5, max: 300, quick: [{{value: 60, label: {{ru: 1 час, en: 1 hour}}}}], {ASKED}}}"
)
NEXT = f"{{id: q2, kind: text, {ASKED}}}"


def person(folder: Path, question: str) -> Person:
    return Person(definition(folder, survey(question, NEXT)))


def says(who: Person, text: str) -> None:
    who.draft = dialogue.text(who.asked, who.draft, text, "ru", CONTEXT)


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (YES_NO, "да", "tell"),
        (YES_NO, "Нет!", "quiet"),
        (CLASSES, "7 а", "7a"),
        (CLASSES, "11-А", "11a"),
        (MINUTES, "1 час", 60),
        (f"{{id: q1, kind: pick, from: mentors, {ASKED}}}", "3", "3"),
    ],
)
def test_a_typed_button_is_pressed(tmp_path: Path, question: str, typed: str, answer: object) -> None:
    anna = person(tmp_path, question)
    says(anna, typed)
    assert anna.draft.answers == {"q1": answer}


def test_a_number_is_that_of_the_page_shown(tmp_path: Path) -> None:
    anna = person(tmp_path, f"{{id: q1, kind: pick, from: mentors, {ASKED}}}")
    anna.taps("›")
    says(anna, "2")
    assert anna.draft.answers == {"q1": "10"}


def test_several_are_ticked_and_unticked_by_typing(tmp_path: Path) -> None:
    anna = person(tmp_path, SEVERAL)
    for typed in ("1", "наставник 12", "2", "1"):
        says(anna, typed)
    anna.taps("survey-done")
    assert anna.draft.answers == {"q1": ["2", "12"]}


@pytest.mark.parametrize(
    ("question", "typed", "error"),
    [
        (YES_NO, "1", errors.UseButtons),
        (YES_NO, "наверное", errors.UseButtons),
        (SEVERAL, "наставник", errors.UseButtons),
        (MINUTES, "полчаса", errors.NotANumber),
    ],
)
def test_what_names_no_button_or_several_is_refused(
    tmp_path: Path, question: str, typed: str, error: type[errors.SurveyError]
) -> None:
    anna = person(tmp_path, question)
    with pytest.raises(error):
        says(anna, typed)
    assert anna.draft.answers == {}


def test_the_words_of_a_text_question_stay_words(tmp_path: Path) -> None:
    anna = person(tmp_path, f"{{id: q1, kind: text, quick: [учитель], {ASKED}}}")
    says(anna, "учитель физики")
    assert anna.draft.answers == {"q1": "учитель физики"}


def test_a_line_of_the_card_is_opened_by_its_number(tmp_path: Path) -> None:
    check = "{id: check, kind: card, edit: all}"
    anna = Person(definition(tmp_path, survey(YES_NO, NEXT, check).replace("survey:", "form:") + "finish: a.b\n"))
    says(anna, "да")
    says(anna, "слово")
    says(anna, "1")
    assert anna.draft.asking == "q1"
