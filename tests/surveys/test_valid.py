"""Conditions on answers: a wrong one is told in the author's own words, whichever way it comes in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from messaging.replies import Lines, Own, Say
from services.dialogue_screens import draft_screen
from surveys import errors, response
from surveys.record import Record, RecordState
from surveys.screens import screen
from surveys.wording import Key, Wording
from tests.surveys.examples import Person, definition, scale, shown, survey

TEXT = "text: {ru: Что?, en: What?}"
SAID = "invalid: {ru: Так нельзя, en: Not so}"
A, B, C = (f"{{id: {name}, label: {{ru: {name.upper()}, en: {name.upper()}}}}}" for name in "abc")


def person(folder: Path, *questions: str) -> Person:
    return Person(definition(folder, survey(*questions)))


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        (f"kind: single, options: [{A}, {B}], valid: answer != a", "A", "B"),
        ("kind: scale, min: 1, max: 5, low: {ru: а, en: a}, high: {ru: б, en: b}, valid: answer > 2", "2", "3"),
        ("kind: number, quick: [15, 45], valid: answer >= 30", "survey-number", "45"),
        ("kind: text, quick: [да, нет], valid: \"answer != 'да'\"", "да", "нет"),
        ("kind: time, quick: ['15:00', '18:00'], valid: answer > 16:00", "15:00", "18:00"),
        ("kind: pick, from: mentors, valid: 'answer in [2, 3]'", "Наставник 1", "2"),
    ],
)
def test_pressed(tmp_path: Path, question: str, wrong: str, right: str) -> None:
    somebody = person(tmp_path, f"{{id: q1, {question}, {SAID}, {TEXT}}}")
    before = somebody.draft
    with pytest.raises(errors.InputError) as caught:
        somebody.taps(wrong)
    assert caught.value.message == Wording("Так нельзя", "Not so")
    assert somebody.draft == before
    choice = next(item for item in somebody.buttons if right in (shown(item.label), item.token))
    somebody.presses(choice)
    assert somebody.draft.state == "finished"


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("kind: text, valid: length(answer) > 3", "нет", "никогда"),
        ("kind: text, valid: 'matches(answer, \"[0-9]{6}\")'", "63405", "634050"),
        ("kind: contact, valid: 'matches(answer, \"[+]79.*\")'", "+380441234567", "8 900 000 00 00"),
        ("kind: number, valid: answer + 1 < 10 and answer != 5", "5", "6"),
        ("kind: number, decimals: 1, valid: answer * 2 == 9", "4", "4,5"),
        ("kind: date, valid: answer <= today and answer > today - 2w", "16.09.2026", "14.09.2026"),
        ("kind: date, valid: age(answer) >= 18", "16.09.2008", "15.09.2008"),
        (f"kind: single, options: [{A}, {B}], valid: answer == b", "a", "b"),
    ],
)
def test_typed(tmp_path: Path, question: str, wrong: str, right: str) -> None:
    somebody = person(tmp_path, f"{{id: q1, {question}, {SAID}, {TEXT}}}")
    with pytest.raises(errors.Invalid):
        somebody.says(wrong)
    assert somebody.draft.answers == {}
    somebody.says(right)
    assert somebody.draft.state == "finished"


def test_ticks_are_judged_at_done(tmp_path: Path) -> None:
    valid = "valid: count(answer) != 2 and not answer has c"
    somebody = person(tmp_path, f"{{id: q1, kind: multi, options: [{A}, {B}, {C}], {valid}, {SAID}, {TEXT}}}")
    somebody.taps("A", "B")
    with pytest.raises(errors.Invalid):
        somebody.taps("survey-done")
    assert somebody.draft.choosing == {"q1": ("a", "b")}
    somebody.taps("B", "survey-done")
    assert somebody.draft.answers == {"q1": ["a"]}


def test_a_day_of_the_calendar(tmp_path: Path) -> None:
    somebody = person(
        tmp_path, f"{{id: q1, kind: date, min: today, max: today + 1m, valid: answer != today, {SAID}, {TEXT}}}"
    )
    with pytest.raises(errors.Invalid):
        somebody.taps("15")
    somebody.taps("16")
    assert somebody.draft.answers == {"q1": "2026-09-16"}


def test_what_does_not_fit_the_kind_is_told_first(tmp_path: Path) -> None:
    somebody = person(tmp_path, f"{{id: q1, kind: number, max: 9, valid: answer < 5, {SAID}, {TEXT}}}")
    with pytest.raises(errors.NumberOutOfRange):
        somebody.says("10")
    with pytest.raises(errors.NotANumber):
        somebody.says("много")


EARLIER = "invalid: {ru: 'Раньше, чем {from}', en: 'Before {from}'}"
LATER = [
    f"{{id: from, kind: date, optional: true, {TEXT}}}",
    f"{{id: till, kind: date, valid: answer >= from, {EARLIER}, {TEXT}}}",
    "{id: check, kind: card}",
]


def test_a_corrected_answer_opens_the_later_one_it_contradicts(tmp_path: Path) -> None:
    somebody = person(tmp_path, *LATER)
    somebody.says("01.09.2026")
    with pytest.raises(errors.Invalid):
        somebody.says("31.08.2026")
    somebody.says("02.09.2026")
    assert somebody.draft.asking == "check"
    somebody.taps("1")
    somebody.says("10.09.2026")
    assert somebody.draft.asking == "till"
    assert somebody.draft.answers["till"] == "2026-09-02"
    assert shown(somebody.screen.problem or "") == "Раньше, чем {from}"
    assert somebody.screen.values == {"from": (Key("survey-date", {"date": date(2026, 9, 10)}),)}
    with pytest.raises(errors.NotComplete):
        response.finish(somebody.asked, somebody.draft, somebody.context)
    somebody.says("11.09.2026")
    assert somebody.draft.asking == "check"


def test_nobody_is_held_up_by_what_was_skipped(tmp_path: Path) -> None:
    somebody = person(tmp_path, *LATER)
    somebody.taps("survey-skip")
    somebody.says("31.08.2026")
    assert somebody.draft.asking == "check"


def test_an_answer_off_the_path_holds_nobody_up(tmp_path: Path) -> None:
    hidden = f"{{id: q2, kind: number, when: q1 == 5, {TEXT}}}"
    somebody = person(tmp_path, scale("q1"), hidden, f"{{id: q3, kind: number, valid: answer > q2, {SAID}, {TEXT}}}")
    somebody.taps("5")
    somebody.says("100")
    somebody.taps("survey-back", "survey-back", "4")
    somebody.says("7")
    assert somebody.draft.state == "finished"


def test_what_is_known_beforehand_and_contradicts_is_asked(tmp_path: Path) -> None:
    asked = definition(tmp_path, survey(f"{{id: q1, kind: number, valid: answer > 5, {SAID}, {TEXT}}}", scale("q2")))
    context = Person(asked).context
    assert response.start(asked, context, {"q1": 3}).asking == "q1"
    assert response.start(asked, context, {"q1": 6}).asking == "q2"


def test_the_sentence_is_shown_as_the_problem(tmp_path: Path) -> None:
    somebody = person(tmp_path, *LATER)
    somebody.says("01.09.2026")
    sentence = Wording("Раньше, чем {from}", "Before {from}")
    assert screen(somebody.asked, somebody.draft, somebody.context, sentence).problem == sentence
    now = datetime(2026, 9, 15, tzinfo=UTC)
    record = Record(7, 1, 1, 1, "survey", None, RecordState.OPEN, somebody.draft, asked_at=now)
    body = draft_screen(record, somebody.asked, somebody.draft, somebody.context, sentence).text
    assert isinstance(body, Lines)
    problem = body.parts[-1]
    assert isinstance(problem, Say)
    told = problem.values["text"]
    assert isinstance(told, Own)
    assert told.texts["ru"][0] == "Раньше, чем {from}"
    assert set(told.values) == {"from"}
