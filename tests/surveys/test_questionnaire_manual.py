"""The manual of questionnaires is true: its examples can be asked, and its tables are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from pathlib import Path

import yaml

from mentoring.mentorships import Form, Side
from surveys.definition import Definition
from surveys.load import BUNDLED, load
from surveys.questions import KINDS
from tests.surveys.content import minutes, surveys
from tests.surveys.xlsform.books import book, definition

MANUAL = (Path(__file__).parents[2] / "docs" / "questionnaires.md").read_text(encoding="utf-8")


def section(anchor: str) -> str:
    """What stands under the heading of this anchor, up to the next one."""
    return MANUAL.split(f"{{ #{anchor} }}\n")[1].split("\n#")[0]


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text as rows of cells, their heads first."""
    found = re.findall(r"(?:^\|.*\|\n)+", text + "\n", re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "|---" not in line]
        for table in found
    ]


def test_the_yaml_example_is_a_questionnaire(tmp_path: Path) -> None:
    own = tmp_path / "surveys"
    (own / "definitions").mkdir(parents=True)
    written = section("yaml-example").split("```yaml\n")[1].split("```")[0]
    (own / "definitions" / "club-week.yaml").write_text(written, encoding="utf-8")
    made = load(BUNDLED, own).get("club-week")
    assert [question.id for question in made.questions] == [
        "prior", "prior_where", "comfort", "why", "next", "hours",
    ]  # fmt: skip
    assert "surveys/parts/prior.yaml" in written


def test_the_workbook_example_is_a_questionnaire() -> None:
    survey, choices, settings = tables(section("excel-example"))
    made = definition(book(survey=survey, choices=choices, settings=settings))
    assert made.title.ru == "Неделя наставничества"
    assert [(question.id, question.kind) for question in made.questions] == [
        ("mood", "scale"), ("met", "single"), ("why", "text"), ("next", "multi"), ("idea", "text"),
    ]  # fmt: skip
    assert made.questions[1].text is not None
    assert made.questions[1].text.text("ru", True) == "Вы с наставником встречались на этой неделе?"


def test_every_kind_and_key_is_named() -> None:
    words = set(re.findall(r"[a-z_]+", MANUAL))
    files = [path for name in ("definitions", "forms", "parts") for path in (BUNDLED / name).glob("*.yaml")]
    keys = {key for path in files for key in _keys(yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader))}
    assert sorted((keys | set(KINDS)) - words) == []


def _keys(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value
            yield from _keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _keys(item)


def test_the_table_of_sets_is_whole_and_its_minutes_right() -> None:
    (rows,) = tables(section("sets"))
    told = {name: int(row[-1]) for row in rows[1:] for name in _named(row[0])}
    known = {made.id: made for made in surveys()}
    assert set(told) == set(known)
    longest = {tuple(_named(row[0])): max(_minutes(known[name]) for name in _named(row[0])) for row in rows[1:]}
    assert {names: told[names[0]] for names in longest} == longest


def _named(cell: str) -> list[str]:
    """The ids that a cell of the table stands for."""
    names = re.findall(r"`([^`]+)`", cell)
    pairs = list(product(Form, Side))
    return list(dict.fromkeys(name.format(form=form.value, role=side.value) for name in names for form, side in pairs))


def _minutes(made: Definition) -> int:
    """Whole minutes of the slower language, half up."""
    slowest = max(minutes(made, locale) for locale in ("ru", "en"))
    return int(Decimal(slowest).quantize(Decimal(1), ROUND_HALF_UP))
