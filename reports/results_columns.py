"""Which columns an export of responses has, and how an answer stands in a cell: the same for xlsx and csv.

One column a question. Versions and questionnaires share a column where the question's text and scale are the same;
where they differ, each has its own, named with its version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from locales import Wording
from reports.results_data import ResponseExport, ResponseRow, worded
from surveys.definition import Kind, Option, Question
from surveys.items import same_item
from surveys.pairing import DefinitionKey
from surveys.path import Value

Cell = str | int | float | date | datetime | None

FIXED = (
    *(("number", 9), ("questionnaire", 30), ("version", 9), ("organisation", 28), ("form", 22), ("role", 18)),
    *(("person", 28), ("answered-at", 17), ("paper", 10)),
)
"""What stands before the answers: keys of headings with the columns' widths in characters."""
COUNTED: frozenset[Kind] = frozenset({"single", "multi", "scale", "number"})
_NO_ANSWER: frozenset[str] = frozenset({"consent", "wait", "card", "note"})


@dataclass(frozen=True, slots=True)
class Column:
    """One question's column: its heading, and in which questionnaires it is asked (the first names its text)."""

    heading: str
    question: Question
    asked_in: tuple[DefinitionKey, ...]


def columns(export: ResponseExport) -> tuple[Column, ...]:
    """The columns of all definitions, by questionnaire and version, in the order of the questions."""
    found: list[tuple[Question, list[DefinitionKey]]] = []
    for key, definition in sorted(export.definitions.items()):
        for question in definition.questions:
            if question.kind in _NO_ANSWER:
                continue
            same = (keys for known, keys in found if known.id == question.id and same_item(known, question))
            if (asked_in := next(same, None)) is not None:
                asked_in.append(key)
            else:
                found.append((question, [key]))
    ids = [question.id for question, _ in found]
    return tuple(
        Column(_heading(question.id, keys[0], apart=ids.count(question.id) > 1), question, tuple(keys))
        for question, keys in found
    )


def _heading(name: str, key: DefinitionKey, *, apart: bool) -> str:
    """The question's id; where several columns have it, with the questionnaire and version that asked it first."""
    return f"{name} ({key[0]} {key[1]})" if apart else name


class Rows:
    """Turns responses into cells, in the reader's language and the organisation's zone."""

    def __init__(self, export: ResponseExport, language: str) -> None:
        self.columns = columns(export)
        self._language, self._zone = language, ZoneInfo(export.zone)
        self._wording = Wording.load()
        self._names = {key: worded(definition.title, language) for key, definition in export.definitions.items()}
        self._paper = {on: self.word(f"value-{'yes' if on else 'no'}") for on in (True, False)}
        self._known: dict[tuple[str, str], str] = {}
        self._plans: dict[DefinitionKey, list[tuple[int, str, Callable[[Any], Cell]]]] = {}
        for at, column in enumerate(self.columns):
            reads = reader(column.question, language, export.options.get(column.question.source or "", ()))
            for key in column.asked_in:
                self._plans.setdefault(key, []).append((at, column.question.id, reads))

    def word(self, key: str, **values: Any) -> str:
        return self._wording.text(self._language, f"results-{key}", **values)

    def headings(self) -> list[str]:
        return [*(self.word(f"column-{key}") for key, _ in FIXED), *(column.heading for column in self.columns)]

    def fixed(self, row: ResponseRow) -> tuple[Cell, ...]:
        """In the order of FIXED. A questionnaire is called by its title, form and role by their words."""
        at = row.answered_at
        return (
            row.number,
            self._names[row.questionnaire, row.version],
            row.version,
            row.organisation,
            self._value("form", row.form),
            self._value("role", row.role),
            row.person,
            None if at is None else at.astimezone(self._zone).replace(tzinfo=None, second=0, microsecond=0),
            self._paper[row.paper],
        )

    def answers(self, row: ResponseRow) -> Iterator[tuple[int, Value, Cell]]:
        """The column (from 0), the answer as stored and the cell of every question that is answered."""
        given = row.answers
        for at, name, reads in self._plans[row.questionnaire, row.version]:
            value = given.get(name)
            if value is not None:
                yield at, value, reads(value)

    def _value(self, group: str, name: str) -> str:
        """A form or a role in words; one without a word as it is."""
        known = self._known.get((group, name))
        if known is None:
            key = f"report-value-{group}-{name}"
            known = self._wording.text(self._language, key) if self._wording.has(self._language, key) else name
            self._known[group, name] = known
        return known


def reader(question: Question, language: str, options: Sequence[Option] = ()) -> Callable[[Any], Cell]:
    """How a question's answers become cells: labels of what was chosen, real numbers and dates, texts as they are."""
    labels = {option.id: worded(option.label, language) for option in (*question.options, *options)}
    match question.kind:
        case "scale":
            return _same
        case "number":
            return _decimal
        case "single" | "pick":
            return lambda value: labels.get(str(value), str(value))
        case "multi":
            return lambda value: "; ".join(labels.get(each, each) for each in value)
        case "date":
            return date.fromisoformat
        case "photo" | "file":
            return lambda value: str(value.get("name") or value.get("file_id"))
        case _:
            return str


def _same(value: int) -> Cell:
    return value


def _decimal(value: int | str) -> Cell:
    return value if isinstance(value, int) else float(Decimal(value))


def options_told(question: Question, options: Mapping[str, Sequence[Option]], language: str) -> str:
    """The options of a choice for the codebook, one a line: `id = label`."""
    offered = (*question.options, *options.get(question.source or "", ()))
    return "\n".join(f"{option.id} = {worded(option.label, language)}" for option in offered)
