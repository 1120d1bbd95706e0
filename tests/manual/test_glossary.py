"""The glossary has a word, with its Russian beside it, for whatever the rules and the tables are named by."""

from __future__ import annotations

import re
from pathlib import Path

import mentoring
from storage.tables import metadata
from tests.manual.site import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
KNOWN = {word.removesuffix("s") for word in re.findall("[a-z]+", GLOSSARY.lower())}
INNER = {"matching_codec", "pages"}
"""How a room keeps its own values, and how lists are cut: nobody speaks of it."""


def _unnamed(name: str) -> bool:
    return any(word.removesuffix("s") not in KNOWN for word in name.split("_"))


def test_every_module_of_rules_is_named_by_words_of_the_glossary() -> None:
    (room,) = mentoring.__path__
    modules = {path.stem for path in Path(room).glob("[a-z]*.py")}
    assert len(modules) > 50
    assert [name for name in sorted(modules - INNER) if _unnamed(name)] == []


def test_every_table_is_named_by_words_of_the_glossary() -> None:
    assert len(metadata.tables) > 50
    assert [name for name in sorted(metadata.tables) if _unnamed(name)] == []


def test_every_word_has_a_russian_one() -> None:
    rows = re.findall(r"^\| ([a-zA-Z].*?) \| (.*?) \|", GLOSSARY, re.MULTILINE)
    assert len(rows) > 150
    assert [code for code, russian in rows if code != "code" and not re.search("[а-яё]", russian, re.IGNORECASE)] == []
