"""Notes: read with «Дальше», on the path like a question, in no count and in no card."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys import dialogue, errors, response
from surveys.path import answers_on_path
from surveys.wording import Key
from tests.surveys.examples import Person, definition, scale, shown, survey

NOTE = "{id: hello, kind: note, text: {ru: Привет, en: Hello}, hint: {ru: Это недолго, en: It is short}}"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    secret = "{id: about, kind: note, when: q1 > 3, text: {ru: 'Вы сказали {q1}', en: 'You said {q1}'}}"
    return Person(definition(tmp_path, survey(NOTE, scale("q1"), secret, scale("q2"))))


def test_a_note_is_read_and_leaves_no_answer(person: Person) -> None:
    assert shown(person.screen.text) == "Привет"
    assert shown(person.screen.hint or "") == "Это недолго"
    assert person.screen.progress is None
    assert person.labels() == ["survey-next", "survey-later"]
    person.taps("survey-next")
    assert person.screen.progress == Key("survey-progress", {"n": 1, "m": 2})
    person.taps("5")
    assert person.screen.values == {"q1": ("5",)}
    person.taps("survey-next", "2")
    assert person.draft.state == "finished"
    assert person.draft.skipped == {"hello", "about"}
    assert answers_on_path(person.asked, person.draft.answers, person.context) == {"q1": 5, "q2": 2}


def test_back_shows_it_again_and_next_goes_on_where_it_stopped(person: Person) -> None:
    person.taps("survey-next", "4", "survey-next", "survey-back")
    assert shown(person.screen.text) == "Вы сказали {q1}"
    assert person.labels() == ["survey-next", "survey-back", "survey-later"]
    person.taps("survey-back", "survey-back")
    assert person.draft.asking == "hello"
    person.taps("survey-next")
    assert person.draft.asking == "q2"


def test_a_note_off_the_path_is_not_shown(person: Person) -> None:
    person.taps("survey-next", "3")
    assert person.draft.asking == "q2"


def test_next_pressed_twice_is_pressed_once(person: Person) -> None:
    button = person.buttons[0]
    person.presses(button)
    with pytest.raises(errors.Stale):
        person.presses(button)
    assert person.draft.asking == "q1"


def test_words_and_skips_are_no_answer_to_a_note(person: Person) -> None:
    with pytest.raises(errors.UseButtons):
        person.says("ага")
    with pytest.raises(errors.CannotSkip):
        dialogue.press(person.asked, person.draft, "hello", ".skip", person.context)
    with pytest.raises(errors.UseButtons):
        response.answer(person.asked, person.draft, "hello", "read", person.context)
    person.taps("survey-next")
    with pytest.raises(errors.Stale):
        response.read(person.asked, person.draft, "q1", person.context)


def test_a_card_does_not_list_a_note(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(NOTE, scale("q1"), "{id: check, kind: card}")))
    person.taps("survey-next", "3")
    assert [shown(line.label) for line in person.screen.lines] == ["Как?"]


def test_a_note_may_be_the_last_thing_of_a_survey(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(scale("q1"), NOTE)))
    person.taps("3", "survey-later", "survey-resume", "survey-next")
    assert person.draft.state == "finished"
