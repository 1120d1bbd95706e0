"""Whatever is pressed, typed or sent, in whatever order: a response stays valid and nothing but a SurveyError rises."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys import answers, dialogue, errors, response
from surveys.definition import Definition
from surveys.path import Context, Value, answers_on_path, breaks, next_open, on_path
from surveys.response import Draft
from surveys.screens import screen
from tests.surveys.examples import CONTEXT, EVERYTHING, GIVEN, definition, scale, survey, tokens


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Definition:
    folder: Path = tmp_path_factory.mktemp("everything")
    return definition(folder, EVERYTHING)


QUESTIONS = st.sampled_from([*GIVEN, "grade", "team", "guardian", "check", "nowhere"])
BUTTONS = (
    "1 10 45 60 4.5 pupil teacher 7a +sport -sport +maths +none 15:00 1990-03-15 2026-09-16 2026-13-99 . "
    ".show .skip .done .pause .resume .cancel .check .agree .refuse .q0 .p2 .c .c1990 .y1990 .m1990-03"
)
TOKENS = st.one_of(st.sampled_from(BUTTONS.split()), st.text(max_size=30))
WORDS = st.one_of(
    st.sampled_from(
        ["15.03.1990", "15.03.2016", "16.09.2026", "Анна", "8", "4,5", "15.30", "Учитель", "x" * 5000, "٣"]
    ),
    st.text(max_size=60),
)
STEPS = st.one_of(
    st.tuples(st.just("press"), QUESTIONS, TOKENS),
    st.tuples(st.just("shown"), st.integers(0, 60), st.just("")),
    st.tuples(st.just("say"), WORDS, st.just("")),
    st.tuples(st.just("contact"), st.text(max_size=15), st.just("")),
    st.tuples(st.just("file"), st.booleans(), st.just("")),
    st.tuples(st.just("give"), st.sampled_from(sorted(GIVEN)), st.just("")),
    st.tuples(st.just("fact"), st.booleans(), st.just("")),
    st.tuples(st.just("other"), st.just(""), st.just("")),
)


def step(asked: Definition, draft: Draft, context: Context, what: tuple[str, object, str]) -> Draft:
    """One input of any kind."""
    kind, first, second = what
    if kind == "shown":
        rows = screen(asked, draft, context).rows
        buttons = [choice for row in rows for choice in row]
        if not buttons:
            return draft
        choice = buttons[int(str(first)) % len(buttons)]
        return dialogue.press(asked, draft, choice.question, choice.token, context)
    if kind == "press":
        return dialogue.press(asked, draft, str(first), second, context)
    if kind == "say":
        return dialogue.text(asked, draft, str(first), "ru", context)
    if kind == "contact":
        return dialogue.contact(asked, draft, str(first), context)
    if kind == "file":
        return dialogue.file(asked, draft, "id", "n", 1, photo=bool(first), context=context)
    if kind == "other":
        dialogue.other(asked, draft, context)
    return response.answer(asked, draft, str(first), GIVEN[str(first)], context)


def check_valid(asked: Definition, draft: Draft, context: Context) -> None:
    """What holds of every response at every moment."""
    path = {question.id: question for question in on_path(asked, draft.answers, context)}
    for name, value in draft.answers.items():
        answers.check(asked.by_id[name], value, context)
    if draft.state == "finished":
        left = next_open(asked, draft.answers, draft.skipped, context)
        assert left is None or left.kind == "card"
        counted = answers_on_path(asked, draft.answers, context)
        assert not [name for name, value in counted.items() if breaks(asked.by_id[name], value, counted, context)]
    if draft.closed:
        assert draft.asking is None
    else:
        assert draft.asking in path
    shown = screen(asked, draft, context)
    for row in shown.rows:
        for choice in row:
            assert len(f"a:{10**10 - 1}:{choice.question}:{choice.token}".encode()) <= 64
    live = [token for token in tokens(shown.rows) if token]
    assert live or draft.closed


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=60), begun=st.integers(0, len(GIVEN)))
def test_any_sequence_leaves_a_response_valid(
    everything: Definition, steps: list[tuple[str, object, str]], begun: int
) -> None:
    context = CONTEXT
    refused: list[str] = []
    draft = response.start(everything, context)
    for name in list(GIVEN)[:begun]:
        draft = response.answer(everything, draft, name, GIVEN[name], context)
    for what in steps:
        if what[0] == "fact":
            context = replace(context, facts={**context.facts, "guardian_consent": what[1]})
            draft = response.settle(everything, draft, context)
        else:
            try:
                draft = step(everything, draft, context, what)
            except errors.SurveyError as error:
                refused.append(error.key)
        check_valid(everything, draft, context)
    assert all(key.startswith("survey-") for key in refused)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=st.lists(st.integers(0, 60), max_size=80))
def test_pressing_a_button_twice_does_what_pressing_it_once_does(everything: Definition, presses: list[int]) -> None:
    draft = response.start(everything, CONTEXT)
    for number in presses:
        buttons = [choice for row in screen(everything, draft, CONTEXT).rows for choice in row if choice.token]
        if not buttons:
            return
        choice = buttons[number % len(buttons)]
        try:
            draft = dialogue.press(everything, draft, choice.question, choice.token, CONTEXT)
        except errors.SurveyError:
            continue
        try:
            again = dialogue.press(everything, draft, choice.question, choice.token, CONTEXT)
        except errors.SurveyError:
            continue
        assert again == draft


SAID = "invalid: {ru: Не так, en: Not so}, text: {ru: Что?, en: What?}"
BOUND = survey(
    "{id: hello, kind: note, text: {ru: Привет, en: Hello}}",
    scale("q1"),
    scale("q2", ", optional: true"),
    scale("more", ", valid: answer >= q1, invalid: {ru: Не так, en: Not so}"),
    "{id: half, kind: note, when: q1 > q2, text: {ru: Половина, en: Half}}",
    f"{{id: sum, kind: number, when: q1 < 4, valid: answer + q2 <= 2 * more, quick: [2, 4, 6], {SAID}}}",
    f"{{id: word, kind: text, optional: true, valid: 'matches(answer, \"[a-c]+\") and length(answer) > q1', {SAID}}}",
    "{id: check, kind: card}",
)


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Definition:
    return definition(tmp_path_factory.mktemp("bound"), BOUND)


FILLED: dict[str, Value] = {"q1": 2, "q2": 1, "more": 3, "sum": 4, "word": "abc"}
CORRECTIONS = st.tuples(
    st.sampled_from(["q1", "q2", "more", "sum", "word", "hello", "half"]),
    st.sampled_from([".skip", ".next", "1", "2", "3", "4", "5", "6", "ab", "abcabc", "что-то"]),
)


def corrected(asked: Definition, draft: Draft, name: str, given: str) -> Draft:
    """A line of the card or «назад», then another answer by button or by word, then «всё верно»."""
    with suppress(errors.SurveyError):
        draft = dialogue.press(asked, draft, name, ".show", CONTEXT)
    with suppress(errors.SurveyError):
        if name == "word" and not given.startswith("."):
            draft = dialogue.text(asked, draft, given, "ru", CONTEXT)
        else:
            draft = dialogue.press(asked, draft, name, given, CONTEXT)
    return draft


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corrections=st.lists(CORRECTIONS, min_size=1, max_size=12))
def test_conditions_on_answers_hold_whatever_is_corrected_in_whatever_order(
    bound: Definition, corrections: list[tuple[str, str]]
) -> None:
    draft = response.start(bound, CONTEXT, FILLED)
    for note in ("hello", "half"):
        draft = response.read(bound, draft, note, CONTEXT)
    assert draft.asking == "check"
    for name, given_ in corrections:
        draft = corrected(bound, draft, name, given_)
        check_valid(bound, draft, CONTEXT)
        try:
            done = response.finish(bound, draft, CONTEXT)
        except errors.NotComplete:
            continue
        check_valid(bound, done, CONTEXT)
