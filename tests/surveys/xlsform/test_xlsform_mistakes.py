"""Every mistake is told at once, at its cell, in words for a teacher."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import surveys.xlsform
from locales.wording import Wording
from surveys.xlsform import FormErrors, read
from tests.surveys.xlsform.books import book, errors, survey, told

SOURCES = "".join(path.read_text("utf-8") for path in Path(surveys.xlsform.__file__).parent.glob("*.py"))
KEYS = re.findall(r"^(xlsform-[a-z-]+) =", (Path("locales") / "ru" / "xlsform.ftl").read_text("utf-8"), re.MULTILINE)


def one(**row: object) -> list[tuple[str, int, str, str]]:
    return told(survey({"type": "integer", "name": "n"}, row, choices=[("a", "b", "B"), ("a", "c", "C")]))


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ({"type": "geopoint"}, "A", "unknown-type"),
        ({"type": "image"}, "A", "unknown-type"),
        ({"type": "selct_one a"}, "A", "unknown-type"),
        ({"type": "rank a"}, "A", "unknown-type"),
        ({"type": "select_one_from_file a.csv"}, "A", "unknown-type"),
        ({"type": "select_one ${n}"}, "A", "list-elsewhere"),
        ({"type": "calculate"}, "A", "calculate"),
        ({"type": "select_one z"}, "A", "no-list"),
        ({"type": "text", "name": "two words"}, "B", "name-bad"),
        ({"type": "text", "name": "n"}, "B", "name-twice"),
        ({"type": "text", "name": None}, "B", "no-name"),
        ({"type": None}, "A", "no-type"),
        ({"type": "text", "label": None}, "C", "no-label"),
        ({"type": "text", "label": "x" * 601}, "C", "too-long"),
        ({"type": "text", "label": "${later}"}, "C", "reference-unknown"),
        ({"type": "text", "label": "${n"}, "C", "reference-bad"),
        ({"type": "text", "label": "{n}"}, "C", None),
        ({"type": "text", "label": "{m}"}, "C", "braces"),
        ({"type": "range", "parameters": "start=a end=5"}, "D", "parameters-bad"),
        ({"type": "text", "required": "${n} > 1"}, "D", "required-condition"),
        ({"type": "text", "choice_filter": "n=1"}, "D", "choice-filter"),
        ({"type": "text", "read_only": "yes"}, "D", "read-only"),
        ({"type": "text", "calculation": "1+1"}, "D", "calculate"),
        ({"type": "text", "relevant": "${n} >"}, "D", "expression-bad"),
        ({"type": "text", "relevant": "${n} = 'b'"}, "D", "number-expected"),
        ({"type": "text", "relevant": "/data/n = 1"}, "D", "expression-path"),
        ({"type": "text", "relevant": "${n} mod 2 = 0"}, "D", "function-unknown"),
        ({"type": "text", "relevant": "pulldata('a', 'b') = 1"}, "D", "function-unknown"),
        ({"type": "text", "relevant": "1 = 1"}, "D", "condition-constant"),
        ({"type": "text", "relevant": "no"}, "D", "expression-bad"),
        ({"type": "text", "relevant": ". > 1"}, "D", "dot-outside"),
        ({"type": "text", "relevant": "${q2} = 1"}, "D", "reference-self"),
        ({"type": "text", "relevant": "selected(${n}, 'a')"}, "D", "selected-kind"),
        ({"type": "text", "relevant": "(" * 30 + "${n} = 1" + ")" * 30}, "D", "expression-long"),
        ({"type": "integer", "constraint": "regex(., '1')"}, "D", "pattern-kind"),
        ({"type": "text", "constraint": "regex(., '(')"}, "D", "condition-bad"),
        ({"type": "text", "constraint": ". > 3"}, "D", "condition-bad"),
        ({"type": "select_one a", "constraint": ". = 'z'"}, "D", "option-unknown"),
        ({"type": "date", "constraint": ". = 'z'"}, "D", "date-expected"),
        ({"type": "time", "constraint": ". > 'z'"}, "D", "time-expected"),
        ({"type": "select_one a", "appearance": "search('x')"}, "D", "list-elsewhere"),
        ({"type": "text", "bot_sensitive": "maybe"}, "D", "yes-no"),
        ({"type": "text", "bot_min": "3"}, "B", "rejected"),
    ],
)
def test_a_mistake_is_told_at_its_cell(row: dict[str, object], column: str, code: str | None) -> None:
    assert one(**row) == ([] if code is None else [("survey", 3, column, code)])


def test_all_mistakes_are_told_at_once() -> None:
    content = survey(
        {"type": "geopoint"},
        {"type": "begin repeat", "name": "r"},
        {"type": "text", "name": "a"},
        {"type": "text", "name": "a"},
        {"type": "end repeat", "name": None, "label": None},
        {"type": "select_one z"},
        {"type": "select_multiple a"},
        {"type": "text", "relevant": "${nobody} = 1"},
        {"type": "text", "relevant": "${q1} = 1"},
        {"type": "text", "constraint": ". >"},
        {"type": "begin group", "name": "g"},
        {"type": "text"},
        choices=[("a", "b", "B"), ("a", "b", "C"), ("a", None, "D"), ("a", "long", "x" * 81)],
    )
    assert told(content) == [
        ("survey", 2, "A", "unknown-type"),
        ("survey", 3, "A", "repeat"),
        ("survey", 5, "B", "name-twice"),
        ("survey", 7, "A", "no-list"),
        ("survey", 9, "D", "reference-unknown"),
        ("survey", 11, "E", "expression-bad"),
        ("survey", 12, "A", "group-no-end"),
        ("choices", 3, "B", "choice-twice"),
        ("choices", 4, "B", "choice-no-name"),
        ("choices", 5, "C", "too-long"),
    ]


def test_questions_that_wait_for_each_other_are_named() -> None:
    content = survey(
        {"type": "text", "name": "a", "relevant": "${c} = 'x'"},
        {"type": "text", "name": "b", "relevant": "${a} = 'x'"},
        {"type": "text", "name": "c", "relevant": "${b} = 'x'"},
    )
    (error,) = errors(content)
    assert (error.row, error.column, error.problem.name) == (2, "D", "xlsform-reference-cycle")
    assert error.problem.values == {"own": "a", "name": "c"}


def test_a_question_asked_later_is_named() -> None:
    (error,) = errors(survey({"type": "text", "name": "a", "relevant": "${b} = 'x'"}, {"type": "text", "name": "b"}))
    assert (error.row, error.problem.name) == (2, "xlsform-reference-later")
    assert error.problem.values["name"] == "b"


@pytest.mark.parametrize(("name", "code"), [("g", "group"), ("start", "unasked"), ("hello", "note")])
def test_what_has_no_answer_cannot_be_asked_about(name: str, code: str) -> None:
    content = survey(
        {"type": "start", "name": "start"},
        {"type": "note", "name": "hello"},
        {"type": "begin group", "name": "g"},
        {"type": "text"},
        {"type": "end group", "name": None},
        {"type": "text", "relevant": f"${{{name}}} = 'x'"},
    )
    assert told(content) == [("survey", 7, "D", f"reference-{code}")]


def test_mistakes_on_the_other_sheets() -> None:
    head = ("type", "name", "label")
    assert told(book(survey=[head])) == [("survey", 0, "", "nothing-asked")]
    assert told(book(survey=[("name", "label"), ("a", "A")])) == [("survey", 1, "", "column-missing")]
    assert told(book(survey=[(*head, "label"), ("text", "a", "A", "A")])) == [("survey", 1, "C", "column-twice")]
    settings = [("form_title", "anonymous"), ("T", "perhaps")]
    assert told(book(survey=[head, ("text", "a", "A")], settings=settings)) == [("settings", 2, "B", "yes-no")]
    assert told(survey({"type": "select_one a"})) == [("survey", 2, "A", "no-choices-sheet")]
    spaces = survey({"type": "select_multiple a"}, choices=[("a", "b", "B"), ("a", "b c", "C")])
    assert told(spaces) == [("choices", 3, "B", "choice-spaces")]


def test_three_hundred_mistakes_take_no_longer_than_a_moment() -> None:
    content = survey(*({"type": "text", "name": "same"} for _ in range(300)))
    assert len(errors(content)) == 299


def test_a_list_too_long_for_a_phone_is_told_at_each_question() -> None:
    choices = [("a", f"o{number}", "?") for number in range(201)]
    content = survey({"type": "select_one a"}, {"type": "select_multiple a"}, choices=choices)
    assert told(content) == [("survey", 2, "A", "too-many-options"), ("survey", 3, "A", "too-many-options")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_sentence_can_be_said(language: str) -> None:
    text = (Path("locales") / language / "xlsform.ftl").read_text("utf-8")
    values: dict[str, Any] = dict.fromkeys(re.findall(r"\$ ?(\w+)", text), "x")
    for key in KEYS:
        assert Wording.load().text(language, key, **values)


def test_every_mistake_has_a_remedy_and_every_sentence_a_use() -> None:
    problems = {key for key in KEYS if not key.endswith("-fix")}
    assert {f"{key}-fix" for key in problems} == {key for key in KEYS if key.endswith("-fix")}
    said = {f"xlsform-{word}" for word in re.findall(r'"([a-z-]+)"', SOURCES)} | {
        "xlsform-length-kind",
        "xlsform-count-kind",
    }
    assert problems <= said


def test_what_is_raised_reads_in_a_log_without_the_texts_of_the_form() -> None:
    with pytest.raises(FormErrors) as raised:
        read(survey({"type": "geopoint", "label": "Secret"}), "f.xlsx", definition_id="own-1-x", version=1)
    assert "Secret" not in str(raised.value)
