"""Whatever a definition or a button names leads somewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.house import library
from services.ways import WAYS

ROOT = Path(__file__).parents[2]


def called(room: str, name: str) -> Iterator[str]:
    """The first argument of every call of `name` in a room, where it is a literal."""
    for path in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def test_every_form_ends_in_a_use_case() -> None:
    finishes = {form.finish for form in library().all() if form.kind == "form"}
    assert finishes == set(WAYS.finishes)


def test_every_wait_is_looked_up() -> None:
    waits = {question.waits_for for form in library().all() for question in form.questions if question.waits_for}
    assert waits == set(WAYS.waits)


def test_every_source_of_the_ways_is_asked_for() -> None:
    sources = {question.source for form in library().all() for question in form.questions if question.source}
    assert set(WAYS.sources) <= sources


def test_every_press_has_a_handler() -> None:
    pressed = {name for room in ("services", "handlers") for name in called(room, "press")}
    assert pressed - set(called("handlers", "Press")) == set()


def test_every_handler_has_a_button() -> None:
    """A name that stands in `Press(...)` alone leads from nowhere."""
    named: list[str] = []
    for room in ("services", "handlers"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    named.append(node.value)
    handled = list(called("handlers", "Press"))
    lonely = {name for name in handled if named.count(name) <= handled.count(name)}
    assert lonely - {"a"} == set()
