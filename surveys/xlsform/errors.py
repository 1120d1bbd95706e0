"""What can be wrong with a spreadsheet of questions: where it is, what it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from surveys.wording import Key

Value = str | int
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: the sheet's name, the row as the spreadsheet counts it (0: the whole sheet), the column's letter."""

    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class FormError:
    """One mistake (or one remark). Both sentences are keys of locales/*/xlsform.ftl."""

    sheet: str
    row: int
    column: str
    problem: Key
    remedy: Key

    @classmethod
    def at(cls, place: Place, code: str, **values: Value) -> FormError:
        """The mistake `code` at a place: the sentences are `xlsform-CODE` and `xlsform-CODE-fix`."""
        problem, remedy = Key(f"xlsform-{code}", values), Key(f"xlsform-{code}-fix", values)
        return cls(place.sheet, place.row, place.column, problem, remedy)


TOLD = ""
"""The code of a problem that follows from one told already."""


class FormErrors(Exception):
    """A file that cannot be taken: every mistake in it, or the one reason why it was not even read."""

    def __init__(self, errors: tuple[FormError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        """Places and codes alone: what stands in a file is nobody's business but its sender's."""
        return "; ".join(f"{error.sheet} {error.column}{error.row}: {error.problem.name}" for error in self.errors)


class Problem(Exception):
    """A mistake in one cell, before the place is known: the code of its sentences and their values."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def refuse(code: str, place: Place | None = None, **values: Value) -> FormErrors:
    """The refusal of a whole file, in one sentence."""
    return FormErrors((FormError.at(place or Place(), code, **values),))


@dataclass(slots=True)
class Report:
    """Where mistakes, and remarks that stop nothing, are gathered while a file is read."""

    errors: list[FormError] = field(default_factory=list)
    notes: list[FormError] = field(default_factory=list)

    def add(self, place: Place, code: str, **values: Value) -> None:
        self.errors.append(FormError.at(place, code, **values))

    def note(self, place: Place, code: str, **values: Value) -> None:
        self.notes.append(FormError.at(place, code, **values))

    def attempt(self, place: Place, make: Callable[[], T]) -> T | None:
        """What `make` gives; None if it raises a Problem, which is then told at the place."""
        try:
            return make()
        except Problem as problem:
            if problem.code != TOLD:
                self.add(place, problem.code, **problem.values)
            return None

    def settle(self) -> None:
        """Raise FormErrors if anything was wrong: each mistake once, by sheet and row."""
        if self.errors:
            raise FormErrors(ordered(self.errors))


_SHEETS = ("", "survey", "choices", "settings")


def ordered(errors: list[FormError]) -> tuple[FormError, ...]:
    """Mistakes in the order of the sheets; of several in one cell the first, since the others often follow from it."""
    found: dict[tuple[str, int, str], FormError] = {}
    for error in errors:
        cell = error.column or str((error.problem.name, error.problem.values))
        found.setdefault((error.sheet, error.row, cell), error)
    return tuple(sorted(found.values(), key=_order))


def _order(error: FormError) -> tuple[int, int, int, str]:
    sheet = error.sheet.lower()
    place = _SHEETS.index(sheet) if sheet in _SHEETS else len(_SHEETS)
    return place, error.row, len(error.column), error.column
