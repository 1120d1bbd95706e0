"""The municipality's summary organisation by organisation, for the coordinator: on a phone, as a table, in the note.

Means are hidden as in the summaries of the organisations themselves, so that nothing follows from laying them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.people import Organisation
from mentoring.periods import Period, Span, up_to
from mentoring.satisfaction import NO_MARKS, Tally
from messaging.replies import Say, Show, press
from programmes.reporting import reporting_kinds
from reports.data import Measure
from reports.table_xlsx import Cell, Hidden, Table, table_workbook
from services import jobs, summary, summary_veil
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job

PAGE = 8
KIND = "summary-places"
"""The kind of job."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean; None where there is none, or it is `hidden`."""

    value: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Pairs active in the period, meetings held of those planned, questionnaires answered of those asked.

    satisfaction: of ten; marks: of meetings, of five.
    """

    pairs: int
    held: int
    planned: int
    answered: int
    asked: int
    satisfaction: Mean
    marks: Mean


@dataclass(frozen=True, slots=True)
class Seen:
    """Every organisation that reports, by name and number, and all of them together."""

    title: str
    period: Period
    rows: tuple[tuple[Organisation, Line], ...]
    total: Line


async def seen(desk: Desk, span: Span) -> Seen:
    """The last week, month, quarter or year up to now. Raises Forbidden."""
    return await over(desk, up_to(desk.now, span, desk.programme.zone))


async def over(desk: Desk, period: Period) -> Seen:
    """The same over any period. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_SUMMARY, Scope())
    every = await desk.work.organisations.all()
    kinds, store = reporting_kinds(desk.programme), desk.work.comparison
    ids = [each.id for each in every]
    groups = {
        measure.value: [place for item in summary.items(desk) if item.measure is measure for place in item.places]
        for measure in Measure
    }
    found = _Found(
        await store.active(ids, period),
        await store.meetings(ids, period),
        await store.answered(ids, period, {*desk.house.ways.guards, desk.programme.questionnaires.feedback}),
        await summary_veil.by_place(desk, period, groups),
    )
    places = sorted((each for each in every if each.kind in kinds), key=lambda each: each.turn)
    rows = tuple((each, found.line(each.id)) for each in places)
    return Seen(desk.programme.title.text(desk.actor.language), period, rows, found.total())


@dataclass(frozen=True, slots=True)
class _Found:
    """Numbers by organisation."""

    active: Mapping[int, int]
    meetings: Mapping[int, tuple[int, int]]
    questionnaires: Mapping[int, tuple[int, int]]
    means: Mapping[str, Mapping[int | None, Tally]]

    def line(self, place: int) -> Line:
        held, asked = self.meetings.get(place, (0, 0)), self.questionnaires.get(place, (0, 0))
        return Line(self.active.get(place, 0), *held, *asked, *self._means(place))

    def total(self) -> Line:
        """Of all organisations, those that report nothing too: so the municipality's summary has it."""
        meetings, asked = self.meetings.values(), self.questionnaires.values()
        return Line(
            sum(self.active.values()),
            sum(held for held, _ in meetings),
            sum(planned for _, planned in meetings),
            sum(answered for answered, _ in asked),
            sum(many for _, many in asked),
            *self._means(None),
        )

    def _means(self, place: int | None) -> tuple[Mean, Mean]:
        return self._mean(Measure.SATISFACTION, place), self._mean(Measure.MEETING, place)

    def _mean(self, measure: Measure, place: int | None) -> Mean:
        tally = self.means[measure.value].get(place, NO_MARKS)
        return Mean(tally.mean, False) if tally.people else Mean(None, bool(tally.count))


async def order(desk: Desk, span: Span) -> Show:
    """Order the table. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_SUMMARY, Scope())
    return await jobs.order(
        desk,
        KIND,
        {"span": span.value},
        slot=f"{KIND}:{span}",
        text=Say("summary-rows-waiting"),
        back=press("summary.places", span.value, 0),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Counts everything anew. Raises Forbidden if the right to see it is gone."""
    found = await seen(desk, Span(job.arguments["span"]))
    names = ("pairs", "planned", "held", "asked", "answered", "satisfaction", "marks")
    heads = ("colleagues-column-organisation", *(f"summary-column-{name}" for name in names))
    rows = (*((each.name, *_cells(line)) for each, line in found.rows), (found.title, *_cells(found.total)))
    table = Table("summary-places-sheet", heads, rows)
    days = f"{found.period.first_day}-{found.period.last_day}"
    caption = Say("summary-places-caption", {"first": found.period.first_day, "last": found.period.last_day})
    return Making(table_workbook, ((table,), desk.actor.language), name=f"organisations-{days}.xlsx", caption=caption)


def _cells(line: Line) -> tuple[Cell, ...]:
    numbers = (line.pairs, line.planned, line.held, line.asked, line.answered)
    return (*numbers, _cell(line.satisfaction), _cell(line.marks))


def _cell(mean: Mean) -> Cell:
    if mean.hidden:
        return Hidden.CELL
    return None if mean.value is None else round(mean.value, 2)
