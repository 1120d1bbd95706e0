"""The analytical note of the municipality on a school year: gathered by a fixed number of statements, made as a job.

Numbers of organisations are hidden as the coordinator's summaries, comparison and indicators hide them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

from mentoring.access import Action, Scope, ensure
from mentoring.periods import Period
from mentoring.roadmap import Standing
from messaging.replies import Say, Show, press
from programmes import reporting
from reports.analytical_note_data import AnalyticalNote, IndicatorRow, Place, Roadmap, analytical_note
from reports.indicators_data import IndicatorReport
from services import (
    change,
    indicators,
    indicators_report,
    jobs,
    municipal_summary,
    report_people,
    report_texts,
    roadmap,
    summary,
)
from services.desk import Desk
from services.fulfilled import fulfilled
from services.indicator_table import table
from services.jobs import Making
from services.report_texts import CONCLUSION, NEXT
from services.roadmap import Item
from services.summary_detail import with_weeks
from storage.jobs import Job

KIND = "analytical-note"
"""The kind of job."""


async def order(desk: Desk, ending: str) -> Show:
    """Order the document as `docx` or `pdf`. Raises Forbidden."""
    ensure(desk.actor, Action.MAKE_REPORT, Scope())
    return await jobs.order(
        desk,
        KIND,
        {"ending": ending},
        slot=f"report-note:{ending}",
        text=Say("note-waiting"),
        back=press("report.note"),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads everything the note holds. Raises Forbidden if the right to it is gone."""
    found, ending = await note(desk), str(job.arguments.get("ending", "docx"))
    asked = change.Asked(None)
    sight = await change.sight(desk, asked)
    known, people = await change.ends(desk, await change.enrolled(desk, asked, sight))

    def feed(_: Desk) -> AsyncIterator[object]:
        return change.members(people)

    return Making(
        analytical_note,
        (found, known, change.wanted(asked, sight), desk.actor.language, ending),
        name=f"analytical-note-{found.first.year}-{found.last.year}.{ending}",
        caption=Say("note-caption", {"ending": ending}),
        feed=feed,
    )


async def note(desk: Desk) -> AnalyticalNote:
    """Everything of it. Raises Forbidden."""
    written = await report_texts.checklist(desk, None)
    seen, language = await summary.view(desk, None), desk.actor.language
    year = report_people.school_year(desk, written.school_year, seen.zone)
    words = {each.code: each.words for each in written.sections}
    items = await _items(desk)
    people, forms = await report_people.municipality(desk, seen.ids, year.period)
    return AnalyticalNote(
        programme=seen.title,
        document=desk.programme.document,
        first=year.period.first_day,
        last=year.last,
        made_on=desk.today(seen.zone),
        people=people,
        forms=forms,
        summary=await with_weeks(desk, seen, await summary.numbers(desk, seen, year.period)),
        places=await _places(desk, year.period, items),
        indicators=await _indicators(desk),
        by_place=await _by_place(desk),
        titles={each.id: each.brief.text(language) for each in desk.programme.indicators},
        roadmap=_roadmap(items),
        recommendations=await desk.work.recommendations.counts(None, desk.today()),
        conclusion=words[CONCLUSION],
        ahead=words[NEXT],
    )


async def _items(desk: Desk) -> tuple[Item, ...]:
    """The whole roadmap of every organisation."""
    kept, sent = await desk.work.milestones.all(), await fulfilled(desk)
    listed = [each for each in await roadmap.every(desk) if each.organisation is not None]
    return tuple(item for place in listed for item in roadmap.items_of(desk, place, kept, sent))


async def _places(desk: Desk, period: Period, items: tuple[Item, ...]) -> tuple[Place, ...]:
    """Every organisation that reports, by name, as the coordinator may see it."""
    late = Counter(each.place.id for each in items if each.standing is Standing.LATE)
    found = await municipal_summary.over(desk, period)
    return tuple(
        Place(
            each.name,
            line.pairs,
            line.held,
            line.planned,
            line.answered,
            line.asked,
            line.satisfaction.value,
            line.satisfaction.hidden,
            late[each.id],
        )
        for each, line in found.rows
    )


def _roadmap(items: tuple[Item, ...]) -> Roadmap | None:
    if not items:
        return None
    late = [each for each in items if each.standing is Standing.LATE]
    done = sum(each.standing is Standing.DONE for each in items)
    return Roadmap(done, len(late), len({each.place.id for each in late}))


async def _indicators(desk: Desk) -> IndicatorReport | None:
    """The municipality's indicators of the period that is reported now; None where the programme has none."""
    current = reporting.current(desk.programme, desk.today())
    return None if current is None else await indicators_report.report(desk, None, current.code)


async def _by_place(desk: Desk) -> tuple[IndicatorRow, ...]:
    """Plan and fact of every organisation, as the coordinator may see them."""
    current = reporting.current(desk.programme, desk.today())
    if current is None:
        return ()
    listed = reporting.reported_in(desk.programme, current.code)
    counted = await table(desk, listed, current)
    return tuple(
        IndicatorRow(place.name, tuple(indicators.shown(desk, counted, one, place.id) for one in listed))
        for place in counted.organisations
    )
