"""Loading: includes, versions, archived bodies, and every mistake told with its place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.load import DefinitionError, DefinitionErrors, from_body, load
from tests.surveys.examples import EVERYTHING, definition, scale, survey

TEXT = "text: {ru: Как?, en: How?}"


def mistakes(folder: Path, text: str, **known: object) -> tuple[DefinitionError, ...]:
    with pytest.raises(DefinitionErrors) as caught:
        definition(folder, text, **known)
    return caught.value.errors


def test_an_archived_body_is_read_back_the_same(tmp_path: Path) -> None:
    made = definition(tmp_path, EVERYTHING)
    assert from_body(made.body) == made
    assert len(made.sha256) == 64


def test_the_hash_knows_the_content_and_not_the_layout(tmp_path: Path) -> None:
    first = definition(tmp_path, survey(scale("q1")))
    second = definition(tmp_path, "# a remark\n" + survey(scale("q1")).replace("version: 1", "version:   1"))
    third = definition(tmp_path, survey(scale("q2")))
    assert first.sha256 == second.sha256 != third.sha256


def test_parts_are_included_in_parts(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.yaml").write_text(f"- {scale('q1')}\n- include: two\n", encoding="utf-8")
    (tmp_path / "parts" / "two.yaml").write_text(f"- {scale('q2')}\n", encoding="utf-8")
    made = definition(tmp_path, survey("include: one", scale("q3")))
    assert [question.id for question in made.questions] == ["q1", "q2", "q3"]


def test_a_circle_of_includes_is_told(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.yaml").write_text("- include: two\n", encoding="utf-8")
    (tmp_path / "parts" / "two.yaml").write_text("- include: one\n", encoding="utf-8")
    (error,) = mistakes(tmp_path, survey("include: one"))
    assert error.problem == "«one» includes itself"
    assert error.file.endswith("parts/two.yaml")


def test_a_mistake_in_a_part_names_the_part_once(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.yaml").write_text(f"- {{id: q1, kind: text, {TEXT}, hnt: x}}\n", encoding="utf-8")
    (tmp_path / "forms").mkdir()
    form = "form: other\nversion: 1\nfinish: a.b\ntitle: {ru: Ф, en: F}\nask:\n- include: one\n"
    (tmp_path / "forms" / "other.yaml").write_text(form, encoding="utf-8")
    (error,) = mistakes(tmp_path, survey("include: one"))
    assert (error.line, error.question, error.remedy) == (1, "q1", "did you mean «hint»?")
    assert str(error).endswith(
        "parts/one.yaml:1, question «q1»: a question of kind text has no «hnt»; did you mean «hint»?"
    )


def test_a_rule_that_does_not_exist_is_told(tmp_path: Path) -> None:
    (error,) = mistakes(tmp_path, survey(f"{{id: q1, kind: text, must_be: nam, {TEXT}}}"))
    assert (error.problem, error.remedy) == ("there is no rule «nam»", "did you mean «name»?")
    (other,) = mistakes(tmp_path, survey(f"{{id: q1, kind: time, must_be: name, {TEXT}}}"))
    assert other.problem == "a question of kind time has no «must_be»"


def test_the_newest_version_is_given_unless_told(tmp_path: Path) -> None:
    folder = tmp_path / "definitions"
    folder.mkdir()
    for version in (1, 2):
        text = survey(scale("q1")).replace("version: 1", f"version: {version}")
        (folder / f"v{version}.yaml").write_text(text, encoding="utf-8")
    library = load(tmp_path)
    assert library.get("example").version == 2
    assert library.get("example", 1).version == 1
    assert library.bodies["example", 1].sha256 == library.get("example", 1).sha256
    with pytest.raises(KeyError):
        library.get("nothing")


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "broken.yaml").write_text("form: [\n", encoding="utf-8")
    (tmp_path / "forms" / "empty.yaml").write_text("", encoding="utf-8")
    (tmp_path / "forms" / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    found = mistakes(tmp_path, survey("{id: q1, kind: sclae, text: {ru: А, en: A}}", "{id: q2, kind: text}"))
    places = [(Path(error.file).name, error.line) for error in found]
    assert places == [
        ("example.yaml", 5),
        ("example.yaml", 6),
        ("broken.yaml", 2),
        ("bytes.yaml", 1),
        ("empty.yaml", 1),
    ]


@pytest.mark.parametrize(
    ("question", "problem", "remedy"),
    [
        ("{id: Q-1, kind: text, %s}", "«Q-1» is no question id", "small Latin letters"),
        ("{id: q1, kind: sclae, %s}", "no kind «sclae»", "did you mean «scale»?"),
        ("{id: q1, kind: text}", "«text» is missing", "add `text: {ru: …, en: …}`"),
        ("{id: q1, kind: text, text: {ru: Как}}", "«text» has no en", "add `en: …`"),
        ("{id: q1, kind: text, text: {ru: {adult: Как}, en: How}}", "«child» is missing", "child"),
        ("{id: q1, kind: single, options: [{id: no, label: {ru: А, en: A}}], %s}", "bare «no»", "in quotes: 'no'"),
        ("{id: q1, id: q2, kind: text, %s}", "«id» is written twice", "keep one"),
        ("{id: q1, kind: single, %s}", "a choice needs options", "options"),
        ("{id: q1, kind: single, options: [a], %s}", "an option must have an id", "label"),
        ("{id: q1, kind: single, from: clases, %s}", "no source «clases»", "did you mean «classes»?"),
        ("{id: q1, kind: scale, min: 1, max: 5, high: {ru: а, en: a}, %s}", "«low» is missing", "low"),
        ("{id: q1, kind: scale, max: 5,low: {ru: а, en: a}, high: {ru: б, en: b}, %s}", "whole «min» and «max»", "min"),
        ("{id: q1, kind: date, max: yesterday, %s}", "«max: yesterday» is no date", "today - 5y"),
        ("{id: q1, kind: time, quick: ['25:00'], %s}", "no quick value of a time", "15:30"),
        ("{id: q1, kind: number, likely: first, %s}", "«likely» needs a first button", "quick"),
        ("{id: q1, kind: number, min: 9, max: 3, %s}", "«min» is above «max»", "swap"),
        ("{id: q1, kind: text, optional: 'yes', %s}", "«optional» is «yes»", "optional: true"),
        ("{id: q1, kind: text, when: q9 == 3, %s}", "«q9», which is no earlier question", "asked before"),
        ("{id: q1, kind: text, when: fact.minr, %s}", "no fact «minr»", "did you mean «minor»?"),
        ("{id: q1, kind: text, when: first == sprot, %s}", "no option «sprot»", "did you mean «sport»?"),
        ("{id: q1, kind: text, when: first has sport, %s}", "«has» does not go with first", "multi"),
        ("{id: q1, kind: text, when: first > sport, %s}", "has no order", "use =="),
        ("{id: q1, kind: text, text: {ru: 'Где, {nam}?', en: Where?}}", "{nam}, which is no earlier", "{fact.NAME}"),
        ("{id: q1, kind: consent, text: processing}", "names no text", "processing@1"),
        ("{id: q1, kind: consent, text: procesing@1}", "no consent text «procesing@1»", "«processing@1»"),
        ("{id: q1, kind: wait, %s}", "«for» is missing", "for"),
        ("{id: q1, kind: text, text: {ru: %s, en: A}}" % ("а" * 601), "601 characters long", "shorten it to 600"),
        ("{id: first, kind: text, %s}", "the id «first» is used twice", "its own id"),
        ("include: nowhere", "no part «nowhere»", "parts/nowhere.yaml"),
        ("{id: q1, kind: note, optional: true, %s}", "kind note has no «optional»", "text"),
        ("{id: q1, kind: note}", "«text» is missing", "text"),
        ("{id: q1, kind: text, both_sides: true, %s}", "kind text has no «both_sides»", "use one of"),
        ("{id: q1, kind: photo, valid: answer == 1, %s}", "kind photo has no «valid»", "use one of"),
        ("{id: q1, kind: number, valid: answer > 1, %s}", "«valid» and «invalid» need each other", "sentence"),
        ("{id: q1, kind: number, invalid: {ru: А, en: A}, %s}", "«valid» and «invalid» need each other", "condition"),
        ("{id: q1, kind: number, valid: first == sport, invalid: {ru: А, en: A}, %s}", "does not look at", "answer"),
        ("{id: q1, kind: number, valid: answer == x, invalid: {ru: А, en: A}, %s}", "«x», which is no", "asked"),
        ("{id: q1, kind: number, valid: \"answer == 'x'\", invalid: {ru: А, en: A}, %s}", "is a number", "a number"),
        ("{id: q1, kind: number, valid: answer - today > 1, invalid: {ru: А, en: A}, %s}", "«-» does not go", "reckon"),
        ("{id: q1, kind: number, valid: answer > today, invalid: {ru: А, en: A}, %s}", "never the same", "two numbers"),
        ("{id: q1, kind: date, valid: answer > 5, invalid: {ru: А, en: A}, %s}", "is a date", "today - 5y"),
        ("{id: q1, kind: date, valid: today - answer > 2w, invalid: {ru: А, en: A}, %s}", "is a number", "a number"),
        ("{id: q1, kind: time, valid: answer > 25:00, invalid: {ru: А, en: A}, %s}", "is a time", "15:30"),
        ("{id: q1, kind: number, when: answer > 5, %s}", "«answer», which is no earlier", "asked before"),
        ("{id: q1, kind: number, valid: answer > 1, invalid: {ru: '{q1}', en: A}, %s}", "{q1}, which is no", "before"),
        ("{id: answer, kind: text, %s}", "«answer» means something of its own", "another id"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_remedy(tmp_path: Path, question: str, problem: str, remedy: str) -> None:
    first = f"{{id: first, kind: single, {TEXT}, options: [{{id: sport, label: {{ru: Спорт, en: Sport}}}}]}}"
    asked = survey(first, question.replace("%s", TEXT))
    found = mistakes(tmp_path, asked, sources=["classes"], facts=["minor"], consents=["processing@1"])
    assert len(found) == 1
    assert found[0].line == 6
    assert problem in found[0].problem
    assert remedy in found[0].remedy


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version: 1\n", "does not say what it is"),
        ("survey: a\nform: b\nversion: 1\n", "does not say what it is"),
        ("survey: example\nversion: 1\ntitle: {ru: А, en: A}\n", "nothing is asked"),
        (survey(scale("q1")).replace("survey:", "form:"), "a form needs «finish»"),
        (survey(scale("q1")) + "finish: a.b\n", "a survey has no «finish»"),
        (survey(scale("q1")).replace("version: 1", "version: one"), "«version» must be a whole number"),
        (survey(scale("q1", ", reversed: true")), "«reversed» needs «measures»"),
        (survey("{id: c, kind: card}", scale("q1")), "a card must be the last question"),
        (survey(f"{{id: n, kind: note, {TEXT}}}"), "nothing is asked"),
        (survey(f"{{id: n, kind: note, {TEXT}}}", "{id: c, kind: card, edit: [n]}"), "the card cannot edit «n»"),
        (survey(*(scale(f"q{number}") for number in range(301))), "301 questions are too many"),
        (survey(scale("q1")) + "anonymous: true\nfor: {stage: entry}\n", "cannot be for the stage «entry»"),
        (survey(scale("q1")) + "anonymous: true\nfor: {stage: exit}\n", "cannot be for the stage «exit»"),
        (survey(scale("q1"), "{id: c, kind: card, edit: [q2]}"), "the card cannot edit «q2»"),
        (survey(scale("q1").replace("Как?", "а" * 101), "{id: c, kind: card}"), "too long for a line of the card"),
        (
            survey(scale("q1", ", measures: m"), scale("q2", ", measures: m").replace("max: 5", "max: 7")),
            "different ends",
        ),
    ],
)
def test_a_whole_definition_is_checked(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in mistakes(tmp_path, text)[0].problem


def test_what_may_be_anonymous_and_how_long_it_may_be(tmp_path: Path) -> None:
    text = survey(*(scale(f"q{number}") for number in range(300))) + "anonymous: true\nfor: {stage: interim}\n"
    made = definition(tmp_path, text)
    assert made.anonymous
    assert len(made.questions) == 300


def test_both_sides_rate_a_scale(tmp_path: Path) -> None:
    made = definition(tmp_path, survey(scale("q1", ", both_sides: true"), scale("q2")))
    assert [question.both_sides for question in made.questions] == [True, False]


def test_conditions_are_read_back_from_an_archived_body(tmp_path: Path) -> None:
    valid = "valid: 'matches(answer, \"[0-9]{6}\")', invalid: {ru: Шесть цифр, en: Six digits}"
    made = definition(tmp_path, survey(f"{{id: q1, kind: text, {valid}, {TEXT}}}", f"{{id: n, kind: note, {TEXT}}}"))
    assert from_body(made.body) == made


def test_anchors_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]" for number in range(1, 9)]
    (error, *_) = (found for found in mistakes(tmp_path, "\n".join(lines) + "\n") if "values" in found.problem)
    assert "more than 50000 values" in error.problem


def test_the_same_version_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "twin.yaml").write_text(survey(scale("q1")), encoding="utf-8")
    assert "exists already" in mistakes(tmp_path, survey(scale("q1")))[0].problem
