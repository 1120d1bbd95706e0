"""YAML as a tree that remembers its file and lines, so that an error can point at the place to mend.

Plain words are read more strictly than YAML 1.1 would: `15:30` and `2026-09-01` are text, a repeated key is
an error, and a bare yes/no/on/off is refused, which YAML reads as true or false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import yaml

Plain = str | int | Decimal | bool | None
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is built in: ten times faster, and it reads `{ru: Как дела?, en: …}`, as YAML 1.2 does."""

NODE_LIMIT = 50_000
"""Values one file may hold, those that an anchor repeats counted each time."""
_YES_NO = frozenset({"yes", "no", "on", "off"})


class DefinitionError(Exception):
    """One mistake in a definition: where it is, what is wrong, how to mend it."""

    def __init__(self, file: str, line: int, question: str, problem: str, remedy: str) -> None:
        super().__init__(file, line, question, problem, remedy)
        self.file = file
        self.line = line
        self.question = question
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f", question «{self.question}»" if self.question else "")
        return f"{place}: {self.problem}; {self.remedy}"


class DefinitionErrors(Exception):
    """Every mistake of every file, found in one go."""

    def __init__(self, errors: tuple[DefinitionError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


@dataclass(slots=True)
class Report:
    """Where mistakes are gathered while files are read."""

    errors: list[DefinitionError] = field(default_factory=list)

    def add(self, node: Node, question: str, problem: str, remedy: str) -> None:
        self.errors.append(DefinitionError(node.file, node.line, question, problem, remedy))

    def settle(self) -> None:
        """Raise DefinitionErrors if anything was wrong: each mistake once, by file and line."""
        if self.errors:
            found = {(error.file, error.line, str(error)): error for error in self.errors}
            raise DefinitionErrors(tuple(found[place] for place in sorted(found)))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a definition with the place it stands at."""

    value: Plain | list[Node] | dict[str, Node]
    file: str
    line: int

    def plain(self) -> object:
        """The bare value, for the canonical JSON."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return str(self.value) if isinstance(self.value, Decimal) else self.value


def from_plain(value: object, file: str) -> Node:
    """A tree out of values read from JSON (an archived body), where lines mean nothing."""
    if isinstance(value, Mapping):
        return Node({str(key): from_plain(item, file) for key, item in value.items()}, file, 0)
    if isinstance(value, list):
        return Node([from_plain(item, file) for item in value], file, 0)
    return Node(value if isinstance(value, str | int | Decimal | bool) else None, file, 0)


def from_yaml(text: str, file: str, report: Report) -> Node | None:
    """Read one file; None if it is not YAML at all (what is wrong goes to the report)."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        problem = getattr(error, "problem", None) or str(error)
        report.errors.append(
            DefinitionError(
                file, line, "", f"not readable as YAML: {problem}",
                "check indents, and put texts with «: » or «#», inside {…} also with «,» or «?», into quotes",
            )
        )  # fmt: skip
        return None
    if root is None:
        report.errors.append(DefinitionError(file, 1, "", "the file is empty", "write a definition or remove the file"))
        return None
    return _Tree(file, report).node(root)


class _Tree:
    """Turns PyYAML's nodes into ours."""

    def __init__(self, file: str, report: Report) -> None:
        self._file = file
        self._report = report
        self._open: list[int] = []
        self._made = 0

    def node(self, raw: yaml.Node) -> Node:
        line = raw.start_mark.line + 1
        self._made += 1
        if self._made > NODE_LIMIT:
            if self._made == NODE_LIMIT + 1:
                self._complain(line, f"the file holds more than {NODE_LIMIT} values", "shorten it or split it up")
            return Node(None, self._file, line)
        if isinstance(raw, yaml.ScalarNode):
            return Node(self._scalar(raw, line), self._file, line)
        if id(raw) in self._open:
            self._complain(line, "an anchor refers to itself", "write the value out")
            return Node(None, self._file, line)
        self._open.append(id(raw))
        value: list[Node] | dict[str, Node] = (
            self._mapping(raw) if isinstance(raw, yaml.MappingNode) else [self.node(item) for item in raw.value]
        )
        self._open.pop()
        return Node(value, self._file, line)

    def _mapping(self, raw: yaml.MappingNode) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for key, value in raw.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in found:
                self._complain(line, f"«{name}» is written twice", "keep one of the two")
            found[name] = self.node(value)
        return found

    def _scalar(self, raw: yaml.ScalarNode, line: int) -> Plain:
        text = str(raw.value)
        if raw.style:
            return text
        if text.lower() in _YES_NO:
            self._complain(line, f"a bare «{text}» is read by YAML as true or false", f"write it in quotes: '{text}'")
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if re.fullmatch(r"-?(0|[1-9]\d*)", text):
            return int(text)
        return Decimal(text) if re.fullmatch(r"-?\d+\.\d+", text) else text

    def _complain(self, line: int, problem: str, remedy: str) -> None:
        self._report.errors.append(DefinitionError(self._file, line, "", problem, remedy))
