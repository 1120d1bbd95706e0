"""The wording in locales/ is whole, used, and fits a phone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    Junk,
    Message,
    MessageReference,
    Pattern,
    Placeable,
    SelectExpression,
    StringLiteral,
    TextElement,
    VariableReference,
)
from fluent.syntax.visitor import Visitor

from locales import LANGUAGES
from locales.entries import Entries, MissingWordingError
from locales.typography import joined
from locales.words import Words

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "messaging", "handlers", "services", "mentoring", "surveys", "reports", "programmes")
BUTTON = 24
COUNTS = frozenset({"count", "n", "m", "number", "page", "version"})
"""Values that are small numbers."""
LINES = 12
REPORTS = re.compile(r"^(report|summary|doctor|cli|setting|help|privacy|start-|key-)")
"""Reports, and what the operator reads in a terminal, may be longer."""
SHORT_DASH = re.compile("[а-яё»,)] [-–] [а-яё«]|[,»)] [-–] ", re.IGNORECASE)
"""A hyphen or a short dash where a sentence has a dash."""
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
            assert not isinstance(entry, Junk), f"{path.name}: can't be read: {(entry.content or '')[:80]!r}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def patterns(message: Message) -> Iterator[Pattern]:
    if message.value is not None:
        yield message.value
    yield from (attribute.value for attribute in message.attributes)


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
    joined = (node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return tuple(shape for node in joined if (shape := _shape(node)) is not None)


def _shape(node: ast.JoinedStr) -> re.Pattern[str] | None:
    parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
    fixed = "".join(part for part in parts if part)
    if not re.fullmatch(r"[a-z_-]{3,}", fixed) or "-" not in fixed:
        return None
    return re.compile("".join("[a-z0-9_-]+" if part is None else part for part in parts))


def said() -> Iterator[tuple[Path, int, str]]:
    """Every key given to `Say` as it is."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Say", "Key") and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield path, node.lineno, key.value


def button_keys() -> Iterator[str]:
    """Every key that labels a button: said where one is made, or given to a function that makes one."""
    known, elsewhere = messages(LANGUAGES[0]), {key for _, _, key in said()}
    for _, tree in trees():
        makers = {"Button", "Choice", *_makers(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in makers and node.args:
                for inner in ast.walk(node.args[0]):
                    if isinstance(inner, ast.Constant) and inner.value in known:
                        yield str(inner.value)
                    elif isinstance(inner, ast.JoinedStr) and (shape := _shape(inner)) is not None:
                        yield from (key for key in known if shape.fullmatch(key) and key not in elsewhere)


def _makers(tree: ast.Module) -> Iterator[str]:
    """The functions of a module that give a button."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and getattr(node.returns, "id", "") in ("Button", "Choice"):
            yield node.name


def labels(pattern: Pattern, language: str) -> list[str]:
    """Every text that a pattern may come to; none where somebody's own words stand in it."""
    texts = [""]
    for element in pattern.elements:
        texts = [text + more for text in texts for more in _pieces(element, language)]
    return texts


def _pieces(element: TextElement | Placeable, language: str) -> list[str]:
    if isinstance(element, TextElement):
        return [element.value]
    inside = element.expression
    if isinstance(inside, SelectExpression):
        return [text for variant in inside.variants for text in labels(variant.value, language)]
    if isinstance(inside, MessageReference):
        return [text for pattern in patterns(messages(language)[inside.id.name]) for text in labels(pattern, language)]
    if isinstance(inside, StringLiteral):
        return [inside.value]
    return ["99"] if isinstance(inside, VariableReference) and inside.id.name in COUNTS else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_found_without_reading_the_others(language: str) -> None:
    entries = Entries(language, (ROOT / "locales" / language).glob("*.ftl"))
    assert [key for key in messages(language) if key not in entries] == []
    assert "no-such-key" not in entries
    for key, message in list(messages(language).items())[::40]:
        alone = entries.message(key)
        assert alone.attributes.keys() == {each.id.name for each in message.attributes}
        assert (alone.value is None) == (message.value is None)


def test_what_a_text_takes_in_is_read_with_it(tmp_path: Path) -> None:
    file = tmp_path / "some.ftl"
    name = "name = Аня\n    .child = Анечка\n# end\n"
    text = f"-bot = Бот\nhello = Это {{ -bot }} и {{ name }}\n\n{name}last = {{ $n ->\n *[other] да\n}}\n"
    file.write_text(text, encoding="utf-8")
    entries = Entries("ru", [file])
    told, mistakes = entries.bundle.format_pattern(entries.message("hello").value, {})
    assert (joined(told), mistakes) == ("Это Бот и Аня", [])
    assert entries.bundle.format_pattern(entries.message("last").value, {"n": 1}) == ("да", [])
    assert "-bot" not in entries
    with pytest.raises(MissingWordingError):
        entries.message("-bot")


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
    used = literals() | quoted() | {entry.asked.say for entry in Words.load().entries}
    unused = [key for key in messages("ru") if key not in used and not any(shape.fullmatch(key) for shape in shapes())]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_fits_a_phone(language: str) -> None:
    """With every variant, and numbers of two digits. What takes in somebody's words is measured in conversations."""
    long = [
        f"{key}: {text} ({len(text)})"
        for key in sorted(set(button_keys()))
        for pattern in patterns(messages(language)[key])
        for text in labels(pattern, language)
        if len(text) > BUTTON
    ]
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


def test_a_dash_in_russian_is_a_long_one() -> None:
    for path in sorted((ROOT / "locales" / "ru").glob("*.ftl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not SHORT_DASH.search(line), f"{path.name}:{number}: {line.strip()}"
