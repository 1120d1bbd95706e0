"""The columns in which each document has its indicators, what a list calls them, and mistakes in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from programmes.indicator_table import USUAL
from programmes.load import bundled, load_programme, parse_programme
from surveys.source import DefinitionErrors

PROGRAMMES = {name: load_programme(name) for name in bundled()}


@pytest.mark.parametrize(
    ("name", "columns", "last"),
    [
        ("kumtorkala", "number name fact", "{year} г."),
        ("kavkazsky", "number name fact", "на {day}"),
        ("kyzyl", "number name sort unit base plan fact", "{year} (факт)"),
        ("seversk", "number name plan fact", "{year} г., факт"),
    ],
)
def test_each_document_has_columns_of_its_own(name: str, columns: str, last: str) -> None:
    table = PROGRAMMES[name].indicator_table
    assert " ".join(each.id for each in table.columns) == columns
    assert table.columns[-1].name is not None
    assert table.columns[-1].name.ru == last
    assert table.place


def test_a_programme_without_indicators_has_the_usual_table() -> None:
    assert PROGRAMMES["tver-school-14"].indicator_table is USUAL


def test_every_indicator_has_a_line_for_a_phone() -> None:
    named = [one for found in PROGRAMMES.values() for one in found.indicators]
    assert all(one.short is not None and one.brief is one.short for one in named)
    assert len({(one.brief.ru, one.brief.en) for one in PROGRAMMES["kyzyl"].indicators}) == 6
    assert [one.id for one in PROGRAMMES["kyzyl"].indicators if one.sort is None] == ["2.1.3"]


@pytest.mark.parametrize(
    ("written", "wrong", "complaint"),
    [
        (
            "- {id: fact, name: {ru: 'на {day}'",
            "- {id: number, name: {ru: 'на {day}'",
            "the table has no column «fact»",
        ),
        ("- {id: fact, name: {ru: 'на {day}'", "- {id: facts, name: {ru: 'на {day}'", "facts"),
        ("  place: приложение 1, строка 5\n", "  where: приложение 1\n", "where"),
    ],
)
def test_a_mistake_is_told(written: str, wrong: str, complaint: str) -> None:
    text = (Path(__file__).parents[2] / "programmes" / "kavkazsky.yaml").read_text(encoding="utf-8")
    assert written in text
    with pytest.raises(DefinitionErrors) as caught:
        parse_programme(text.replace(written, wrong), "kavkazsky.yaml")
    assert any(complaint in str(error) for error in caught.value.errors)
