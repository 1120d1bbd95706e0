"""A definition that is written as a workbook comes back as it was, and other programmes can read it too."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from surveys.definition import Definition, Option
from surveys.load import BUNDLED, from_body, load
from surveys.xlsform import FormErrors, read, write
from tests.surveys.xlsform.books import bare, book, told

LIBRARY = load(BUNDLED)
SURVEYS = [made for made in LIBRARY.all() if made.kind == "survey"]


def again(made: Definition) -> Definition:
    return read(write(made), "form.xlsx", definition_id=made.id, version=made.version).definition


@pytest.mark.parametrize("made", SURVEYS, ids=[made.id for made in SURVEYS])
def test_a_bundled_questionnaire_comes_back_as_it_was(made: Definition) -> None:
    assert bare(again(made)) == bare(made)


@pytest.mark.parametrize("made", SURVEYS[::5], ids=[made.id for made in SURVEYS[::5]])
def test_pyxform_makes_a_form_of_a_bundled_questionnaire(made: Definition) -> None:
    form = convert(write(made), file_type=".xlsx", validate=False, pretty_print=False)
    assert f'id="{made.id}"' in form.xform
    assert all(f"<{question.id}" in form.xform for question in made.questions)


def test_a_form_is_not_written() -> None:
    registration = LIBRARY.get("registration")
    with pytest.raises(FormErrors) as raised:
        write(registration)
    assert {error.problem.name for error in raised.value.errors} == {"xlsform-form-only"}


def body(*questions: dict[str, Any], **more: Any) -> Definition:
    """A definition asking these questions."""
    asked = [{"text": {"ru": "Вопрос?", "en": "A question?"}, **question} for question in questions]
    tree = {"survey": "own-1-x", "version": 3, "title": {"ru": "Анкета", "en": "Form"}, "ask": asked, **more}
    return from_body(json.dumps(tree))


def cells(made: Definition, sheet: str = "survey") -> list[dict[str, Any]]:
    rows = list(load_workbook(BytesIO(write(made)))[sheet].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("text", ["=1+1", "+7 900", "@SUM(A1)", "-5", '=HYPERLINK("http://x")'])
def test_a_text_is_written_as_text(text: str) -> None:
    made = body({"id": "a", "kind": "text", "text": {"ru": text, "en": text}})
    cell = load_workbook(BytesIO(write(made)))["survey"]["C2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bare(again(made)) == bare(made)


def test_what_xlsform_has_words_for_is_said_in_them() -> None:
    made = body(
        {"id": "age", "kind": "number", "min": 5, "max": 99, "when": None},
        {"id": "why", "kind": "text", "optional": True, "when": "age >= 18 and not age == 50"},
        {
            "id": "mark", "kind": "scale", "min": 1, "max": 5,
            "low": {"ru": "нет", "en": "no"}, "high": {"ru": "да", "en": "yes"},
        },
        {
            "id": "end", "kind": "date", "min": "today - 5d", "max": "2030-01-01",
            "text": {"ru": "{age}?", "en": "{age}?"},
        },
    )  # fmt: skip
    age, why, mark, end = cells(made)
    assert (age["type"], age["constraint"], age["required"]) == ("integer", ". >= 5 and . <= 99", "yes")
    assert (why["relevant"], why["required"]) == ("${age} >= 18 and not(${age} = 50)", None)
    assert mark["parameters"] == "start=1 end=5 step=1 tick_labelset=mark_ends"
    assert end["constraint"] == ". >= today() - 5 and . <= date('2030-01-01')"
    assert end["label::Русский (ru)"] == "${age}?"
    assert not any(column.startswith("bot_") for column in age)
    assert [row["label::English (en)"] for row in cells(made, "choices")] == ["no", "yes"]


@pytest.mark.parametrize(
    "condition",
    [
        "mark != 3", "mark in [1, 2]", "mark not in [1, 2]", "fact.minor", "mark", "age(born) < 18", "age(born) >= 18",
        "born <= today - 5y", "born <= today - 5d", "kind in [a, b]", "kind not in [a]", "born == 2010-01-02",
        "not (areas has a or kind == b)", "mark == 1 and (mark == 2 and kind == a)", "length(name) > 3",
        "matches(name, '[a-z]+')", "matches(name, \"it's\")", "answered(name) or not answered(kind)",
        "name == \"a 'b\"", "mark + 2 * mark - 1 > 3", "mark - (mark - 1) == 1", "at > '08:00'",
        "not fact.minor and mark > 1", "fact.minor == true", "count(areas) >= 1", "count(areas) < 3", "name == 'its'",
        "mark == {age}", "areas has {kind}", "name != {nick}", "areas has a and count(areas) == 1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["when", "valid"])
def test_any_condition_comes_back_as_it_was(condition: str, key: str) -> None:
    options = [{"id": name, "label": {"ru": name, "en": name}} for name in "ab"]
    asked: list[dict[str, Any]] = [
        {"id": "mark", "kind": "number", "decimals": 1, "min": 0},
        {"id": "age", "kind": "number"},
        {"id": "born", "kind": "date"},
        {"id": "kind", "kind": "single", "options": options},
        {"id": "areas", "kind": "multi", "options": options},
        {"id": "name", "kind": "text"},
        {"id": "nick", "kind": "text"},
        {"id": "at", "kind": "time"},
    ]
    last: dict[str, Any] = {"id": "last", "kind": "number", "max": 9, key: condition}
    if key == "valid":
        last |= {"valid": f"answer > 2 or ({condition})", "invalid": {"ru": "Нет", "en": "No"}}
    made = body(*asked, last)
    assert bare(again(made)) == bare(made)


@pytest.mark.parametrize("valid", ["answer >= 5", "answer != 3", "answer > 1 and answer < 5", "not answer == 2"])
def test_a_condition_that_looks_like_a_bound_stays_a_condition(valid: str) -> None:
    made = body({"id": "a", "kind": "number", "max": 9, "valid": valid, "invalid": {"ru": "Нет", "en": "No"}})
    assert bare(again(made)) == bare(made)


def test_an_edit_of_one_column_is_never_lost() -> None:
    made = body({"id": "a", "kind": "number"}, {"id": "b", "kind": "text", "when": "a != 3"})
    rows = [list(row) for row in load_workbook(BytesIO(write(made)))["survey"].iter_rows(values_only=True)]
    place = rows[0].index("relevant")
    rows[2][place] = "${a} = 4"
    assert told(book(survey=rows)) == [("survey", 3, "F", "own-differs")]
    rows[2][rows[0].index("bot_when")] = None
    assert told(book(survey=rows)) == []


def test_a_named_source_stays_named() -> None:
    made = body({"id": "area", "kind": "single", "from": "areas"}, {"id": "b", "kind": "text", "when": "area == sport"})
    assert bare(again(made)) == bare(made)
    content = write(made, {"areas": [Option("sport", "Спорт"), Option("music", "Музыка")]})
    names = [row[1].value for row in load_workbook(BytesIO(content))["choices"].iter_rows(min_row=2)]
    assert names == ["sport", "music"]


LETTERS = "абвгд яЁ xyzABC 0123 '\"«»„“’—=+-@#&<>,;:!?()[]%\u00a0\n\t😀é"
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@st.composite
def wordings(draw: st.DrawFn) -> dict[str, Any]:
    """A text in both languages, perhaps with the variants for a child."""
    texts: dict[str, Any] = {}
    for language in ("ru", "en"):
        child = draw(st.booleans())
        texts[language] = {"adult": draw(WORDS), "child": draw(WORDS)} if child else draw(WORDS)
    return texts


@st.composite
def options(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(
        st.lists(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,10}", fullmatch=True), min_size=1, max_size=5, unique=True)
    )
    return [
        {"id": name, "label": draw(wordings()), **({"exclusive": True} if draw(st.booleans()) else {})}
        for name in names
    ]


@st.composite
def quick(draw: st.DrawFn, values: list[Any]) -> list[Any]:
    chosen = draw(st.lists(st.sampled_from(values), min_size=1, unique=True))
    return [{"value": value, "label": draw(wordings())} if draw(st.booleans()) else value for value in chosen]


@st.composite
def own_fields(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """What a kind has of its own."""
    match kind:
        case "single":
            return {"options": draw(options())} | draw(st.sampled_from([{}, {"likely": "first"}]))
        case "multi":
            offered = draw(options())
            most = draw(st.integers(1, len(offered)))
            return {"options": offered, "min_chosen": draw(st.integers(1, most)), "max_chosen": most}
        case "scale":
            low = draw(st.integers(-5, 5))
            ends = {"low": draw(wordings()), "high": draw(wordings())}
            flags = {key: True for key in ("both_sides",) if draw(st.booleans())}
            measured = draw(st.booleans())
            measures = {"measures": f"m{low}", "reversed": draw(st.booleans())} if measured else {}
            return {"min": low, "max": low + 5, **ends, **flags, **measures}
        case "number":
            bounds = {key: draw(st.sampled_from([-3, 0, "1.5", 10])) for key in ("min",) if draw(st.booleans())}
            likely = {"quick": draw(quick(["15", "4.5", "-1"])), "likely": "first"} if draw(st.booleans()) else {}
            return {**bounds, "max": draw(st.integers(10, 99)), "decimals": draw(st.sampled_from([0, 1, 4])), **likely}
        case "text":
            more = {"quick": draw(quick(["учитель", "a b", "=1"]))} if draw(st.booleans()) else {}
            rule = {"must_be": "name"} if draw(st.booleans()) else {}
            return {"max": draw(st.sampled_from([10, 1000, 2000])), **more, **rule}
        case "date":
            days = st.sampled_from(["today", "today - 5d", "today + 2w", "today - 1y", "2026-09-01", "2026-09-01 + 1m"])
            more = {"quick": draw(quick(["today", "today + 1d"]))} if draw(st.booleans()) else {}
            return {"min": draw(days), "max": draw(days), **more}
        case "time":
            return {"min": "08:00", "max": draw(st.sampled_from(["20:00", "23:59"]))}
    return {}


def conditions(earlier: list[dict[str, Any]]) -> list[str]:
    """Conditions that may be put on the questions before."""
    asked = [(question["id"], question) for question in earlier if question["kind"] != "note"]
    found = ["fact.minor"]
    for name, question in asked:
        found += [f"answered({name})", f"not answered({name})"]
        if question["kind"] in ("number", "scale"):
            found += [f"{name} >= 3", f"{name} != 3", f"{name} + 1 < 5 or {name} == -1"]
        if question["kind"] in ("single", "multi"):
            option = question["options"][0]["id"]
            found.append(f"{name} == '{option}'" if question["kind"] == "single" else f"{name} has '{option}'")
        if question["kind"] == "date":
            found += [f"age({name}) < 18", f"{name} < today - 5y", f"{name} > 2020-01-01"]
    return found + [f"({one}) and ({other})" for one, other in pairwise(found)]


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Any questionnaire of the kinds that XLSForm knows."""
    names = draw(st.lists(IDS.map(lambda name: f"q{name}"), min_size=1, max_size=5, unique=True))
    asked: list[dict[str, Any]] = []
    kinds = st.sampled_from(["single", "multi", "scale", "number", "text", "date", "time"])
    for place, name in enumerate(names):
        kind = "note" if place and draw(st.integers(0, 5)) == 0 else draw(kinds)
        question: dict[str, Any] = {"id": name, "kind": kind, "text": draw(wordings()), **draw(own_fields(kind))}
        for key in ("hint", "short") if kind != "note" else ("hint",):
            if draw(st.booleans()):
                question[key] = draw(wordings())
        if kind != "note":
            question |= {key: True for key in ("optional", "sensitive") if draw(st.booleans())}
            if draw(st.booleans()):
                valid = st.sampled_from([f"answered(answer) and ({one})" for one in conditions(asked)])
                question |= {"valid": draw(valid), "invalid": draw(wordings())}
        if draw(st.booleans()):
            question["when"] = draw(st.sampled_from(conditions(asked)))
        if asked and asked[-1]["kind"] != "note" and draw(st.booleans()):
            question["text"] = {"ru": f"{{{asked[-1]['id']}}}?", "en": f"? {{{asked[-1]['id']}}} {{fact.name}}"}
        asked.append(question)
    top: dict[str, Any] = {key: draw(wordings()) for key in ("intro", "thanks") if draw(st.booleans())}
    top["anonymous"] = draw(st.booleans())
    tree = {"survey": "own-7-any", "version": 2, "title": draw(wordings()), "ask": asked, **top}
    return from_body(json.dumps(tree))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(made=definitions())
def test_any_questionnaire_comes_back_as_it_was(made: Definition) -> None:
    assert bare(again(made)) == bare(made)
