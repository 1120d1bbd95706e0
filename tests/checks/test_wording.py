"""The wording in locales/ is whole, used, and fits a phone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, MessageReference, Pattern, Placeable, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

from locales import LANGUAGES

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "messaging", "handlers", "services", "mentoring", "surveys", "reports", "programmes")
BUTTON = 24
LINES = 12
REPORTS = re.compile(r"^(report|summary|doctor|cli|setting|help|privacy|start-|key-)")
"""Reports, and what the operator reads in a terminal, may be longer."""
EMOJI = re.compile("[\U0001f300-\U0001faff☀-➿⬀-⯿]️?")


class _Variables(Visitor):
    """The names of the values a text takes, and of other messages that stand in it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.messages.add(node.id.name)

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def patterns(message: Message) -> Iterator[Pattern]:
    if message.value is not None:
        yield message.value
    yield from (attribute.value for attribute in message.attributes)


def plain(pattern: Pattern) -> str | None:
    """The text of a pattern without values; None where a value decides about its length."""
    if any(isinstance(element, Placeable) for element in pattern.elements):
        return None
    return "".join(element.value for element in pattern.elements if isinstance(element, TextElement))


def read(message: Message) -> _Variables:
    found = _Variables()
    found.visit(message)
    return found


def variables(message: Message) -> set[str]:
    return read(message).names


@cache
def quoted() -> frozenset[str]:
    """Every message that stands in another one."""
    return frozenset(name for message in messages("ru").values() for name in read(message).messages)


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    files = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in files)


@cache
def literals() -> frozenset[str]:
    """Every string constant of the code."""
    return frozenset(
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def shapes() -> tuple[re.Pattern[str], ...]:
    """Shapes of keys that are completed by a value: f"role-{role}", f"{key}-remedy"."""
    found = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.JoinedStr):
                continue
            parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
            fixed = "".join(part for part in parts if part)
            if re.fullmatch(r"[a-z_-]{3,}", fixed) and "-" in fixed:
                found.append(re.compile("".join("[a-z0-9_-]+" if part is None else part for part in parts)))
    return tuple(found)


def said() -> Iterator[tuple[Path, int, str]]:
    """Every key given to `Say` as it is."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Say", "Key") and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield path, node.lineno, key.value


def button_keys() -> Iterator[str]:
    """Every key that labels a button."""
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Button" and node.args:
                for inner in ast.walk(node.args[0]):
                    if isinstance(inner, ast.Constant) and inner.value in messages(LANGUAGES[0]):
                        yield str(inner.value)


def test_both_languages_have_the_same_keys_and_values() -> None:
    russian, english = messages("ru"), messages("en")
    assert sorted(russian.keys() ^ english.keys()) == []
    differ = [key for key in russian if variables(russian[key]) != variables(english[key])]
    assert differ == []


def test_every_key_that_is_said_exists() -> None:
    known = messages("ru")
    missing = [f"{path.relative_to(ROOT)}:{line} {key}" for path, line, key in said() if key not in known]
    assert missing == []


def test_every_key_is_used() -> None:
    used = literals() | quoted()
    unused = [key for key in messages("ru") if key not in used and not any(shape.fullmatch(key) for shape in shapes())]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_fits_a_phone(language: str) -> None:
    long = []
    for key in sorted(set(button_keys())):
        for pattern in patterns(messages(language)[key]):
            text = plain(pattern)
            if text is not None and len(text) > BUTTON:
                long.append(f"{key}: {text} ({len(text)})")
    assert long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_fits_a_phone(language: str) -> None:
    for key, message in messages(language).items():
        for pattern in patterns(message):
            text = "".join(element.value for element in pattern.elements if isinstance(element, TextElement))
            assert REPORTS.match(key) or text.count("\n") < LINES, key
            for line in text.splitlines():
                assert len(EMOJI.findall(line)) <= 1, f"{key}: {line}"


def test_no_value_is_named_like_an_argument_of_the_wording() -> None:
    taken = {"language", "key", "child", "zone"}
    assert [key for key, message in messages("ru").items() if variables(message) & taken] == []
