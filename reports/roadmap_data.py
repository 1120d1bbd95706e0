"""What the roadmap's picture and document are made from. Importing this is cheap: the drawing loads in the child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.roadmap import Standing


@dataclass(frozen=True, slots=True)
class Step:
    """A time a row is due. `on`, `by`: when and by whom it was closed; `proof`: note and link."""

    first: date | None
    last: date | None
    standing: Standing
    on: date | None = None
    by: str | None = None
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the roadmap as the document prints it, with its times in this place."""

    number: str
    measure: str
    content: tuple[str, ...]
    terms: tuple[str, ...]
    responsible: tuple[str, ...]
    document: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SheetStage:
    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class RoadmapSheet:
    """The roadmap of a place on a day. `first`, `last`: the days the picture shows, a school year.

    `moved`: the document's own years are past, so its terms are told with the days they mean now.
    """

    title: str
    place: str
    today: date
    first: date
    last: date
    stages: tuple[SheetStage, ...]
    moved: bool = False


def roadmap_picture(sheet: RoadmapSheet, language: str) -> bytes:
    """A PNG, 1080 pixels wide: stages, rows and their days over a school year. Made in the workshop."""
    from reports.roadmap_chart import draw

    return draw(sheet, language)


def roadmap_document(sheet: RoadmapSheet, language: str) -> bytes:
    """A docx in the layout of the document's table. Made in the workshop."""
    from reports.roadmap_docx import write

    return write(sheet, language)
