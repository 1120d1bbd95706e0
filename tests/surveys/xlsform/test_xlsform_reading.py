"""How the layout of XLSForm becomes our questions."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from surveys import errors as refused
from surveys import response
from surveys.definition import DateBound, Definition, Question, Wording
from surveys.path import Context, Value, on_path
from tests.surveys.xlsform.books import book, definition, survey, table, taken

CONTEXT = Context(date(2026, 9, 15))


def only(**row: object) -> Question:
    (question,) = definition(survey(row)).questions
    return question


def asked(made: Definition, answers: dict[str, Value]) -> list[str]:
    return [question.id for question in on_path(made, answers, CONTEXT)]


@pytest.mark.parametrize(
    ("language", "ru", "en"),
    [
        ("label", "A", "A"),
        ("label::ru", "A", "A"),
        ("label::Русский", "A", "A"),
        ("label::English (en)", "A", "A"),
        ("label::French (fr)", "A", "A"),
        ("label:english", "A", "A"),
    ],
)
def test_a_form_in_one_language_is_asked_in_it(language: str, ru: str, en: str) -> None:
    made = definition(book(survey=[("type", "name", language), ("text", "a", "A")]))
    assert made.questions[0].text == Wording(ru, en)


def test_both_languages_and_the_variants_for_a_child() -> None:
    head = ("type", "name", "label::Русский (ru)", "label::Русский, ты (ru-child)", "label::English (en)")
    made = definition(book(survey=[head, ("text", "a", "Вам?", "Тебе?", "You?"), ("text", "b", "Вы?", None, "And?")]))
    assert [question.text for question in made.questions] == [Wording("Вам?", "You?", "Тебе?"), Wording("Вы?", "And?")]


def test_a_missing_language_follows_the_setting() -> None:
    head = ("type", "name", "label::French (fr)", "label::Swahili (sw)")
    settings = [("default_language",), ("Swahili (sw)",)]
    made = definition(book(survey=[head, ("text", "a", "Oui?", "Ndio?")], settings=settings))
    assert made.questions[0].text == Wording("Ndio?", "Ndio?")


def test_settings() -> None:
    settings = [("form_title", "form_id", "version", "anonymous"), ("Настроение", "mood", "7", "да")]
    found = taken(book(survey=[("type", "name", "label"), ("text", "a", "A")], settings=settings))
    assert (found.form_id, found.definition.title.ru, found.definition.anonymous) == ("mood", "Настроение", True)
    assert (found.definition.id, found.definition.version) == ("own-1-form", 1)


def test_without_a_title_the_name_of_the_file_is_one() -> None:
    assert taken(survey({"type": "text"}), "Как дела.xlsx").definition.title.ru == "Как дела"


def test_names_become_ids_each_once() -> None:
    names = ["Настроение", "настроение", "Mood-Today", "very_long_name_of_a_question", "_1", "answer", "mood_today"]
    made = definition(survey(*({"type": "text", "name": name} for name in names)))
    assert [question.id for question in made.questions] == [
        "nastroenie", "nastroenie_2", "mood_today", "very_long_name_of_a_ques", "q_1", "q_answer", "mood_today_2",
    ]  # fmt: skip


def test_options_become_ids_and_conditions_follow_them() -> None:
    rows = ({"type": "select_one a", "name": "Кто"}, {"type": "text", "relevant": "${Кто} = 'Учитель школы'"})
    choices = [("a", "Учитель школы", "Учитель"), ("a", "Ученик", "Ученик"), ("a", 3, "Другой")]
    made = definition(survey(*rows, choices=choices))
    assert [option.id for option in made.questions[0].options] == ["uchitel_shkoly", "uchenik", "3"]
    assert asked(made, {"kto": "uchitel_shkoly"}) == ["kto", "q2"]
    assert asked(made, {"kto": "uchenik"}) == ["kto"]


def test_an_answer_is_optional_unless_required() -> None:
    made = definition(survey({"type": "text"}, {"type": "text", "required": "yes"}, {"type": "text", "required": True}))
    assert [question.optional for question in made.questions] == [True, False, False]


def test_or_other_asks_what_it_is() -> None:
    rows = ({"type": "select_multiple a or_other", "name": "club"}, {"type": "select_one a"})
    made = definition(survey(*rows, choices=[("a", "chess", "Шахматы")]))
    club, specify, plain = made.questions
    assert [option.id for option in club.options] == ["chess", "other"]
    assert [option.id for option in plain.options] == ["chess"]
    assert specify.text is not None
    assert specify.text.ru_child == "Напиши, что именно"
    assert asked(made, {"club": ["chess"]}) == ["club", "q2"]
    assert asked(made, {"club": ["other"]}) == ["club", "club_other", "q2"]


def test_groups_are_flat_and_hand_their_condition_down() -> None:
    made = definition(
        survey(
            {"type": "integer", "name": "age"},
            {"type": "begin group", "name": "adult", "label": "О работе", "relevant": "${age} >= 18"},
            {"type": "text", "name": "job"},
            {"type": "begin group", "name": "inner", "label": None},
            {"type": "text", "name": "place", "relevant": "${job} != ''"},
            {"type": "end group", "name": None, "label": None},
            {"type": "end group", "name": None, "label": None},
        )
    )
    assert [question.kind for question in made.questions] == ["number", "note", "text", "text"]
    assert asked(made, {"age": 17, "job": "x"}) == ["age"]
    assert asked(made, {"age": 18}) == ["age", "adult", "job"]
    assert asked(made, {"age": 18, "job": "x"}) == ["age", "adult", "job", "place"]


@pytest.mark.parametrize(
    ("parameters", "kind", "low", "high"),
    [
        ("start=1 end=10 step=1", "scale", 1, 10),
        ("start=0 end=10", "scale", 0, 10),
        ("start=5 end=1 step=-1", "scale", 1, 5),
        ("", "scale", 1, 10),
        ("start=0 end=11 step=1", "number", 0, 11),
        ("start=0 end=100 step=10", "number", 0, 100),
        ("start=0.5 end=2.5 step=0.5", "number", Decimal("0.5"), Decimal("2.5")),
    ],
)
def test_a_range_is_a_scale_where_it_fits(parameters: str, kind: str, low: Any, high: Any) -> None:
    question = only(type="range", parameters=parameters)
    assert (question.kind, question.minimum, question.maximum) == (kind, low, high)
    if kind == "scale":
        assert question.low == Wording(str(low), str(low))
        assert question.high == Wording(str(high), str(high))


@pytest.mark.parametrize(
    ("kind", "constraint", "fields"),
    [
        ("integer", ". >= 1 and . <= 10", {"minimum": 1, "maximum": 10}),
        ("integer", "(. > 0) and (10 >= .)", {"minimum": 1, "maximum": 10}),
        ("decimal", ". >= 1.5", {"minimum": Decimal("1.5")}),
        ("text", "string-length(.) <= 20", {"maximum": 20}),
        ("select_multiple a", "count-selected(.) >= 2 and count-selected(.) < 4", {"min_chosen": 2, "max_chosen": 3}),
        ("date", ". <= today()", {"latest": DateBound()}),
        ("date", ". > today() - 7", {"earliest": DateBound(None, -6, "d")}),
        ("date", ". >= date('2026-09-01')", {"earliest": DateBound(date(2026, 9, 1))}),
        ("percentage", None, {"minimum": 0, "maximum": 100}),
    ],
)
def test_a_simple_constraint_is_a_bound(kind: str, constraint: str | None, fields: dict[str, object]) -> None:
    row = {"type": kind, "constraint": constraint}
    (question,) = definition(survey(row, choices=[("a", name, name) for name in "bcdef"])).questions
    assert {key: getattr(question, key) for key in fields} == fields
    assert question.valid is None


@pytest.mark.parametrize(
    ("kind", "constraint", "good", "bad"),
    [
        ("text", "regex(., '^[0-9]{6}$')", "123456", "12345"),
        ("integer", ". >= 1 and (. < 5 or . = 10)", 10, 7),
        ("integer", ". != 3", 4, 3),
        ("integer", ". * 2 = ${a} + 1", 3, 4),
        ("select_one b", "not(. = 'c')", "d", "c"),
        ("integer", "${a} < 5", None, 1),
    ],
)
def test_any_other_constraint_is_a_condition_on_the_answer(kind: str, constraint: str, good: Any, bad: Any) -> None:
    rows = (
        {"type": "integer", "name": "a"},
        {"type": kind, "name": "b", "constraint": constraint, "constraint_message": "Не так"},
    )
    made = definition(survey(*rows, choices=[("b", "c", "C"), ("b", "d", "D")]))
    draft = response.answer(made, response.start(made, CONTEXT), "a", 5, CONTEXT)
    with pytest.raises(refused.InputError):
        response.answer(made, draft, "b", bad, CONTEXT)
    assert made.questions[1].invalid == Wording("Не так", "Не так")
    if good is not None:
        assert response.answer(made, draft, "b", good, CONTEXT).answers["b"] == good


def test_a_constraint_without_a_message_gets_one_in_both_languages() -> None:
    question = only(type="text", constraint="regex(., '[a-z]+')")
    assert question.invalid is not None
    assert question.invalid.ru_child
    assert question.invalid.en


RELEVANT: list[tuple[str, dict[str, Value], bool]] = [
    ("${n} > 3", {"n": 4}, True),
    ("${n} > 3", {}, False),
    ("3 < ${n}", {"n": 4}, True),
    ("${n} != 3", {}, True),
    ("${n} != 3", {"n": 3}, False),
    ("${s} = 'c'", {"s": "c"}, True),
    ("${s} = ''", {}, True),
    ("${s} != ''", {"s": "c"}, True),
    ("selected(${m}, 'c') and selected(${m}, 'd')", {"m": ["c", "d"]}, True),
    ("selected(${m}, 'c') and selected(${m}, 'd')", {"m": ["c"]}, False),
    ("not(selected(${m}, 'c'))", {}, True),
    ("selected(${s}, 'c')", {"s": "c"}, True),
    ("${m} = 'c'", {"m": ["c", "d"]}, False),
    ("${m} = 'c'", {"m": ["c"]}, True),
    ("count-selected(${m}) < 2", {}, True),
    ("count-selected(${m}) < 2", {"m": ["c", "d"]}, False),
    ("string-length(${t}) > 3", {"t": "abcd"}, True),
    ("string-length(${t}) = 0", {}, True),
    ("${n} + 1 = ${k} * 2", {"n": 5, "k": 3}, True),
    ("${n} - 1 - 1 = 3", {"n": 5}, True),
    ("${n} div 2 >= 2.5", {"n": 5}, True),
    ("${n}=5 or ${n}=6 and ${k}=1", {"n": 5}, True),
    ("(${n}=5 or ${n}=6) and ${k}=1", {"n": 5}, False),
    ("${d} < today()", {"d": "2026-09-14"}, True),
    ("${d} >= '2026-09-15'", {"d": "2026-09-14"}, False),
    ("int((today() - ${d}) div 365.25) >= 14", {"d": "2012-09-01"}, True),
    ("int((today() - ${d}) div 365.25) >= 14", {"d": "2012-12-01"}, False),
    ("${s} = ‘c’", {"s": "c"}, True),
    ("true()", {}, True),
]


@pytest.mark.parametrize(("relevant", "answers", "shown"), RELEVANT)
def test_a_relevant_means_what_it_means_in_xlsform(relevant: str, answers: dict[str, Value], shown: bool) -> None:
    kinds = {"n": "integer", "k": "integer", "s": "select_one a", "m": "select_multiple a", "t": "text", "d": "date"}
    rows = [{"type": kind, "name": name} for name, kind in kinds.items()]
    content = survey(*rows, {"type": "text", "name": "last", "relevant": relevant}, choices=[("a", n, n) for n in "cd"])
    assert ("last" in asked(definition(content), answers)) is shown


def test_a_text_may_hold_an_earlier_answer() -> None:
    made = definition(survey({"type": "text", "name": "Имя"}, {"type": "text", "label": "Как дела, ${Имя}?"}))
    assert made.questions[1].text == Wording("Как дела, {imya}?", "Как дела, {imya}?")


def test_what_is_left_out_is_told_and_stops_nothing() -> None:
    found = taken(
        table("""
            | survey |
            | | type    | name  | label | default | media::image | parameters |
            | | start   | start |       |         |              |            |
            | | text    | a     | A     | hello   | a.png        | rows=5     |
            | | range   | b     | B     |         |              | start=0 end=20 step=5 |
            """)
    )
    assert [question.id for question in found.definition.questions] == ["a", "b"]
    assert sorted((note.row, note.column, note.problem.name) for note in found.notes) == [
        (2, "A", "xlsform-unasked"),
        (3, "D", "xlsform-not-shown"),
        (3, "E", "xlsform-not-shown"),
        (4, "F", "xlsform-step"),
    ]


def test_the_same_file_gives_the_same_definition() -> None:
    content = survey({"type": "text", "name": "Имя"}, {"type": "integer"})
    first, second = definition(content), definition(content)
    assert first == second
    assert json.loads(first.body)["survey"] == "own-1-form"
