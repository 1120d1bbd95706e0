"""A person's way through a questionnaire: forward, back, skipped, paused, corrected, pressed twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from surveys import dialogue, errors, response
from surveys.path import Context
from surveys.wording import Key
from tests.surveys.examples import EVERYTHING, GIVEN, Person, definition, scale, shown, survey


@pytest.fixture
def anna(tmp_path: Path) -> Person:
    return Person(definition(tmp_path, EVERYTHING))


@pytest.fixture
def three(tmp_path: Path) -> Person:
    return Person(definition(tmp_path, survey(scale("q1"), scale("q2"), scale("q3", ", optional: true"))))


def test_a_survey_is_answered_with_one_tap_a_question_and_ends_with_thanks(three: Person) -> None:
    assert three.screen.progress == Key("survey-progress", {"n": 1, "m": 3})
    three.taps("4", "5", "1")
    assert three.draft.state == "finished"
    assert three.screen.text == Key("survey-thanks")
    assert three.draft.answers == {"q1": 4, "q2": 5, "q3": 1}


def test_a_double_tap_answers_one_question_only(three: Person) -> None:
    button = three.buttons[0]
    three.presses(button)
    with pytest.raises(errors.Stale):
        three.presses(button)
    assert three.draft.asking == "q2"
    assert three.draft.answers == {"q1": 1}


def test_back_pressed_twice_goes_back_once(three: Person) -> None:
    three.taps("4", "5")
    back = next(button for button in three.buttons if shown(button.label) == "survey-back")
    three.presses(back)
    three.presses(back)
    assert three.draft.asking == "q2"
    three.taps("3")
    assert three.draft.asking == "q3"
    assert three.draft.answers == {"q1": 4, "q2": 3}


def test_an_answered_question_may_be_left_as_it_is(three: Person) -> None:
    three.taps("4", "5", "survey-back", "survey-back")
    assert [button.label for button in three.buttons if button.chosen] == ["4"]
    three.taps("survey-keep")
    assert three.draft.asking == "q3"


def test_an_optional_question_is_skipped_and_its_earlier_answer_withdrawn(tmp_path: Path) -> None:
    person = Person(definition(tmp_path, survey(scale("q1", ", optional: true"), scale("q2"))))
    person.taps("4", "survey-back", "survey-skip")
    assert person.draft.answers == {}
    assert person.draft.skipped == {"q1"}
    assert person.draft.asking == "q2"
    with pytest.raises(errors.CannotSkip):
        dialogue.press(person.asked, person.draft, "q2", ".skip", person.context)


def test_paused_and_resumed_days_later(three: Person) -> None:
    three.taps("4", "survey-later")
    assert three.draft.state == "paused"
    assert shown(three.screen.text) == "survey-paused"
    three.taps("survey-resume")
    assert (three.draft.state, three.draft.asking) == ("open", "q2")


def test_an_answer_to_a_paused_response_is_not_lost(three: Person) -> None:
    fourth = next(button for button in three.buttons if button.label == "4")
    three.taps("survey-later")
    three.presses(fourth)
    assert (three.draft.state, three.draft.asking) == ("open", "q2")


def test_nothing_is_taken_after_the_end(three: Person) -> None:
    button = three.buttons[0]
    three.taps("1", "2", "3")
    with pytest.raises(errors.Closed):
        three.presses(button)
    with pytest.raises(errors.Closed):
        three.says("4")
    with pytest.raises(errors.Closed):
        response.cancel(three.draft)


def test_a_cancelled_form_says_so(anna: Person) -> None:
    anna.taps("survey-cancel")
    assert anna.draft.state == "cancelled"
    assert shown(anna.screen.text) == "survey-cancelled"
    assert response.cancel(anna.draft) == anna.draft


def test_the_wait_ends_when_the_fact_is_there(anna: Person) -> None:
    anna.says("15.03.2016")
    assert anna.draft.asking == "guardian"
    assert anna.screen.values == {"fact.guardian": ("мама",)}
    anna.taps("survey-check")
    assert anna.draft.asking == "guardian"
    with pytest.raises(errors.UseButtons):
        anna.says("ну пожалуйста")
    anna.knows(guardian_consent=True)
    assert anna.screen.question == "name"
    anna.draft = response.resume(anna.asked, anna.draft, anna.context)
    assert anna.draft.asking == "name"


def test_a_refused_consent_is_an_answer(anna: Person) -> None:
    anna.says("15.03.1990")
    assert shown(anna.screen.text) == "survey-consent-line"
    assert anna.screen.document is not None
    assert shown(anna.screen.document) == "Согласие для {organisation}"
    anna.taps("survey-refuse")
    assert anna.draft.answers["consent"] == {"text": "processing", "version": 1, "given": False}


def test_ticks_count_only_after_done(anna: Person) -> None:
    anna.answers({name: GIVEN[name] for name in list(GIVEN)[:5]})
    with pytest.raises(errors.TooFewChosen):
        anna.taps("survey-done")
    anna.taps("Спорт", "Музыка")
    assert "areas" not in anna.draft.answers
    with pytest.raises(errors.TooManyChosen):
        anna.taps("Математика")
    anna.taps("survey-back", "survey-keep")
    assert anna.draft.choosing == {"areas": ("sport", "music")}
    anna.taps("Ничего из этого")
    assert anna.draft.choosing == {"areas": ("none",)}
    anna.taps("Спорт", "survey-done")
    assert anna.draft.answers["areas"] == ["sport"]
    assert anna.draft.asking == "team"


def test_a_tick_pressed_twice_stays(anna: Person) -> None:
    anna.answers({name: GIVEN[name] for name in list(GIVEN)[:5]})
    sport = next(button for button in anna.buttons if shown(button.label) == "Спорт")
    anna.presses(sport)
    anna.presses(sport)
    assert anna.draft.choosing == {"areas": ("sport",)}


def test_the_card_shows_every_answer_and_corrects_one(anna: Person) -> None:
    anna.answers(GIVEN)
    assert anna.draft.asking == "check"
    lines = len(anna.screen.lines)
    anna.taps("›")
    assert (lines, len(anna.screen.lines)) == (8, len(GIVEN) - 8)
    anna.taps("‹")
    name = next(line for line in anna.screen.lines if line.answer == ("Анна",))
    anna.taps(name.mark.removesuffix("."))
    assert anna.draft.asking == "name"
    anna.says("Анна Ивановна")
    assert anna.draft.asking == "check"
    anna.taps("survey-confirm")
    assert anna.draft.state == "finished"
    assert shown(anna.screen.text) == "survey-saved"


def test_a_correction_that_opens_questions_asks_them_before_the_card(anna: Person) -> None:
    anna.answers(GIVEN)
    anna.draft = response.show(anna.asked, anna.draft, "category", anna.context)
    anna.taps("Ученик")
    assert anna.draft.asking == "grade"
    with pytest.raises(errors.NotComplete):
        response.finish(anna.asked, anna.draft, anna.context)
    anna.taps("7А")
    assert anna.draft.asking == "check"


def test_answers_off_the_path_are_kept_and_come_back(anna: Person) -> None:
    anna.answers(GIVEN)
    for category in ("Ученик", "Учитель"):
        anna.draft = response.show(anna.asked, anna.draft, "category", anna.context)
        anna.taps(category)
    assert anna.draft.asking == "check"
    assert any(line.answer == ("учитель",) for line in anna.screen.lines)


def test_a_wrong_input_says_what_is_awaited_and_loses_nothing(anna: Person) -> None:
    before = anna.draft
    with pytest.raises(errors.NotADate) as caught:
        anna.says("не помню")
    assert anna.draft == before
    assert caught.value.message == Key("survey-not-a-date")
    with pytest.raises(errors.NotADate):
        dialogue.other(anna.asked, anna.draft, anna.context)


def test_contact_and_files_are_taken_where_they_are_asked(anna: Person) -> None:
    with pytest.raises(errors.NotADate):
        dialogue.contact(anna.asked, anna.draft, "79000000000", anna.context)
    anna.answers({name: GIVEN[name] for name in list(GIVEN)[:11]})
    assert anna.screen.wants == "contact"
    anna.draft = dialogue.contact(anna.asked, anna.draft, "79000000000", anna.context)
    assert anna.draft.answers["phone"] == "+79000000000"
    anna.taps("›", "Наставник 12")
    assert anna.draft.answers["mentor"] == "12"

    def sent(*, photo: bool) -> response.Draft:
        return dialogue.file(anna.asked, anna.draft, "id", "a.pdf", 5, photo=photo, context=anna.context)

    with pytest.raises(errors.PhotoExpected):
        sent(photo=False)
    anna.draft = sent(photo=True)
    anna.draft = sent(photo=False)
    assert anna.draft.asking == "check"


def test_prefilled_answers_are_not_asked_again(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(scale("q1"), scale("q2")))
    context = Context(date(2026, 9, 1))
    assert response.start(asked, context, {"q1": 3}).asking == "q2"
    with pytest.raises(errors.NumberOutOfRange):
        response.start(asked, context, {"q1": 7})
