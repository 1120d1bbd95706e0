"""Reads the definitions at start: the only part of the package that touches files.

A folder given to `load` holds `definitions/` (surveys), `forms/` and `parts/` (lists to include);
each may be missing. Every mistake of every file is told at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from surveys.checks import Known, check_questions
from surveys.definition import Audience, Definition, Question, Wording
from surveys.questions import read_question
from surveys.reading import Fields
from surveys.source import DefinitionError, DefinitionErrors, Node, Report, from_plain, from_yaml

__all__ = [
    "BUNDLED",
    "Body",
    "DefinitionError",
    "DefinitionErrors",
    "Library",
    "from_body",
    "load",
]

BUNDLED = Path(__file__).parent
_TOP = frozenset({"survey", "form", "version", "for", "title", "intro", "thanks", "anonymous", "finish", "ask"})
QUESTION_LIMIT = 300
"""Questions of one definition, everything included: nobody answers more, and each step looks at all of them."""
_PAIRED = frozenset({"entry", "exit"})
_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class Body:
    """A definition as it is archived on first use: canonical JSON and its hash."""

    json: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Library:
    """Every definition that was loaded."""

    definitions: Mapping[tuple[str, int], Definition]

    def get(self, definition_id: str, version: int | None = None) -> Definition:
        """A definition, of the newest version unless told; raises KeyError for an unknown one."""
        if version is not None:
            return self.definitions[definition_id, version]
        versions = [known for name, known in self.definitions if name == definition_id]
        if not versions:
            raise KeyError(definition_id)
        return self.definitions[definition_id, max(versions)]

    def all(self) -> tuple[Definition, ...]:
        """Every definition in every version, by id and version."""
        return tuple(self.definitions[place] for place in sorted(self.definitions))

    @property
    def bodies(self) -> Mapping[tuple[str, int], Body]:
        """The canonical JSON and sha256 of each definition, by id and version."""
        return {place: Body(made.body, made.sha256) for place, made in self.definitions.items()}


def load(
    *folders: Path | str,
    sources: Collection[str] | None = None,
    facts: Collection[str] | None = None,
    consents: Collection[str] | None = None,
) -> Library:
    """Read folders of definitions (the bundled ones if none is given).

    `sources` and `facts` are the names `from:` and `fact.` may use, `consents` the texts a consent may show
    (`processing@1`); None accepts any name. Raises DefinitionErrors."""
    report = Report()
    roots = [Path(folder) for folder in folders] or [BUNDLED]
    parts = dict(_files(roots, "parts", report))
    known = Known(sources, facts, consents)
    definitions: dict[tuple[str, int], Definition] = {}
    for folder in ("definitions", "forms"):
        for _, node in _files(roots, folder, report):
            made = _Reader(parts, report, known).definition(Fields(node, report)) if node else None
            if node is None or made is None:
                continue
            if (made.id, made.version) in definitions:
                report.add(
                    node,
                    "",
                    f"«{made.id}» version {made.version} exists already",
                    "use another id or version",
                )
            definitions[made.id, made.version] = made
    report.settle()
    return Library(definitions)


def from_body(body: str) -> Definition:
    """A definition out of its archived canonical JSON. Raises DefinitionErrors if it cannot be read."""
    report = Report()
    tree = from_plain(json.loads(body, parse_float=Decimal), "archived body")
    made = _Reader({}, report, Known()).definition(Fields(tree, report))
    report.settle()
    if made is None:
        raise DefinitionErrors(())
    return made


def _files(roots: list[Path], folder: str, report: Report) -> Iterator[tuple[str, Node | None]]:
    """The name and the tree of every YAML file in one kind of folder; None for what cannot be read."""
    for root in roots:
        for path in sorted((root / folder).glob("*.yaml")):
            place = str(path.relative_to(root.parent))
            try:
                yield path.stem, from_yaml(path.read_text(encoding="utf-8"), place, report)
            except (UnicodeDecodeError, OSError):
                report.errors.append(DefinitionError(place, 1, "", "it is no text", "save the file as UTF-8"))
                yield path.stem, None


class _Reader:
    """Reads one definition with its includes."""

    def __init__(self, parts: Mapping[str, Node | None], report: Report, known: Known) -> None:
        self._parts = parts
        self._report = report
        self._known = known

    def definition(self, fields: Fields) -> Definition | None:
        fields.only(_TOP, "a definition")
        kind: Literal["survey", "form"] = "form" if "form" in fields.entries else "survey"
        name = fields.word(kind)
        if name is None or not _NAME.fullmatch(name) or {"survey", "form"} <= set(fields.entries):
            fields.complain("the file does not say what it is", "begin it with `survey: id` or `form: id`")
            return None
        nodes = self._expanded(fields.items("ask"), ())
        questions = self._questions(nodes)
        if not fields.entries.get("ask") or (questions and all(item.kind == "note" for item in questions)):
            fields.complain("nothing is asked", "write the questions under `ask:`")
        self._check_finish(fields, kind)
        audience, anonymous = self._audience(fields), fields.flag("anonymous")
        self._check_anonymous(fields, audience, anonymous)
        tree = {key: node.plain() for key, node in fields.entries.items()} | {"ask": [node.plain() for node in nodes]}
        body = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return Definition(
            id=name,
            version=fields.whole("version", 0, 1),
            kind=kind,
            title=fields.wording("title", needed=True, limit=100) or Wording("", ""),
            questions=tuple(questions),
            audience=audience,
            intro=fields.wording("intro"),
            thanks=fields.wording("thanks"),
            anonymous=anonymous,
            finish=fields.word("finish"),
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
        )

    def _check_finish(self, fields: Fields, kind: str) -> None:
        if kind == "form" and fields.word("finish") is None:
            fields.complain("a form needs «finish»", "name the action it ends in, as `finish: people.apply`")
        if kind == "survey" and "finish" in fields.entries:
            fields.complain("a survey has no «finish»", "remove it, or begin the file with `form:`")

    def _check_anonymous(self, fields: Fields, audience: Audience, anonymous: bool) -> None:
        """Entry and exit answers are compared person by person, which nobody can do with anonymous ones."""
        if anonymous and audience.stage in _PAIRED:
            fields.complain(
                f"an anonymous questionnaire cannot be for the stage «{audience.stage}»: its answers are nobody's, so "
                "entry and exit could not be paired",
                "remove `anonymous`, or leave `stage` out",
                fields.entries["anonymous"],
            )

    def _audience(self, fields: Fields) -> Audience:
        node = fields.entries.get("for")
        if node is None:
            return Audience()
        own = Fields(node, self._report)
        own.only(("form", "role", "stage"), "«for»")
        return Audience(own.word("form"), own.word("role"), own.word("stage"))

    def _expanded(self, items: list[Node], inside: tuple[str, ...]) -> list[Node]:
        """The questions with every `include` replaced by its part."""
        found: list[Node] = []
        for node in items:
            own = Fields(node, self._report)
            if "include" not in own.entries:
                found.append(node)
                continue
            own.only(("include",), "an include")
            name = own.word("include") or ""
            part = self._parts.get(name)
            if name in inside:
                own.complain(f"«{name}» includes itself", "break the circle")
            elif name not in self._parts:
                own.complain(f"there is no part «{name}»", f"write it as parts/{name}.yaml")
            elif part is not None and not isinstance(part.value, list):
                self._report.add(part, "", "a part must be a list of questions", "write each after «- »")
            elif part is not None and isinstance(part.value, list):
                found += self._expanded(part.value, (*inside, name))
        return found

    def _questions(self, nodes: list[Node]) -> list[Question]:
        kinds: dict[str, str] = {}
        items: list[tuple[Question, Fields]] = []
        if len(nodes) > QUESTION_LIMIT:
            problem = f"{len(nodes)} questions are too many"
            self._report.add(nodes[QUESTION_LIMIT], "", problem, f"ask up to {QUESTION_LIMIT}")
        for node in nodes[:QUESTION_LIMIT]:
            question = read_question(Fields(node, self._report), kinds)
            if question is not None:
                kinds[question.id] = question.kind
                items.append((question, Fields(node, self._report, question.id)))
        check_questions(items, self._known)
        return [question for question, _ in items]
