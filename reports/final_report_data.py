"""What the curator's final report is made of. Cheap to import and to send; names no participant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reports.data import Summary
from reports.indicators_data import IndicatorReport

if TYPE_CHECKING:
    from reports.changing import Member, Wanted
    from surveys.definition import Definition
    from surveys.pairing import DefinitionKey


@dataclass(frozen=True, slots=True)
class People:
    """Mentorships that were at work in the year, who took part in them, and how many have come to which end."""

    mentorships: int
    mentors: int
    mentees: int
    completed: int
    ended_early: int


@dataclass(frozen=True, slots=True)
class FormRow:
    """A role model of a form ("": the form as a whole): how many pairs and groups of it there were, and how many of
    them were completed."""

    form: str
    role_model: str
    count: int
    completed: int


@dataclass(frozen=True, slots=True)
class Told:
    """A line with a figure: a key of `locales/` and its values (str, int, and float for what has decimals)."""

    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """A line for each of these questions: how its answers have changed from entry to exit."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An expected result: what the data say of it, and somebody's words (None: nothing is written)."""

    number: int
    name: str
    words: str | None
    proof: tuple[Told | Changes, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarter:
    """A part of the SWOT by its id: how many answers carry its mark, and the curator's own words."""

    mark: str
    count: int
    words: str | None


@dataclass(frozen=True, slots=True)
class Training:
    """The school of mentors in the year: lessons held, and how many steps mentors have passed."""

    sessions: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestones:
    """The organisation's roadmap: how many milestones stand how."""

    done: int
    late: int
    ahead: int


@dataclass(frozen=True, slots=True)
class FinalReport:
    """The report of an organisation over a school year. `swot` None: the reader may not see it."""

    organisation: str
    programme: str
    document: str
    first: date
    last: date
    made_on: date
    people: People
    forms: tuple[FormRow, ...]
    summary: Summary
    training: Training
    results: tuple[Answered, ...]
    indicators: IndicatorReport | None
    swot: tuple[Quarter, ...] | None
    milestones: Milestones | None
    conclusion: str | None
    ahead: str | None


def final_report(
    report: FinalReport,
    definitions: Mapping[DefinitionKey, Definition],
    wanted: Wanted,
    language: str,
    ending: str,
    *,
    rows: Iterable[Sequence[Member]],
) -> bytes:
    """A docx or a pdf; `rows`: everybody's answers before and after, piece by piece. Made in the workshop."""
    from reports.changing import change_rows
    from reports.final_report import write

    return write(report, change_rows(definitions, wanted, language, rows), language, ending)
