"""What the analytical note of a municipality is made of. Cheap to import and to send; names no participant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentoring.indicators import Standing
from reports.data import Summary
from reports.final_report_data import FormRow, People
from reports.indicators_data import IndicatorReport

if TYPE_CHECKING:
    from reports.changing import Member, Wanted
    from surveys.definition import Definition
    from surveys.pairing import DefinitionKey


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation. `pairs`: active ones; `held`, `planned`: meetings; `answered`, `asked`: questionnaires.

    satisfaction: its mean of ten; None where there is none, or (`hidden`) it may not be shown.
    """

    name: str
    pairs: int
    held: int
    planned: int
    answered: int
    asked: int
    satisfaction: float | None
    hidden: bool
    late: int


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An organisation with where each indicator of the period stands there, in the programme's order."""

    name: str
    stands: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Milestones of the organisations: how many are done and late, and in how many organisations any is late."""

    done: int
    late: int
    places: int


@dataclass(frozen=True, slots=True)
class AnalyticalNote:
    """The note on a school year. `conclusion`, `ahead`: the coordinator's own words, None: nothing is written.

    recommendations: how many wait for an answer, of these are overdue, and wait for a decision. titles: what an
    indicator is called in short, by its id.
    """

    programme: str
    document: str
    first: date
    last: date
    made_on: date
    people: People
    forms: tuple[FormRow, ...]
    summary: Summary
    places: tuple[Place, ...]
    indicators: IndicatorReport | None
    by_place: tuple[IndicatorRow, ...]
    titles: Mapping[str, str]
    roadmap: Roadmap | None
    recommendations: tuple[int, int, int]
    conclusion: str | None
    ahead: str | None


def analytical_note(
    note: AnalyticalNote,
    definitions: Mapping[DefinitionKey, Definition],
    wanted: Wanted,
    language: str,
    ending: str,
    *,
    rows: Iterable[Sequence[Member]],
) -> bytes:
    """A docx or a pdf; `rows`: everybody's answers before and after, piece by piece. Made in the workshop."""
    from reports.analytical_note import write
    from reports.changing import change_rows

    return write(note, change_rows(definitions, wanted, language, rows), language, ending)
