"""The curator's final report on a school year: gathered by a fixed number of statements, made as a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

from mentoring.access import Action, Scope, ensure
from mentoring.periods import Period
from mentoring.roadmap import PRESSING, Standing
from mentoring.training import SessionState
from messaging.replies import Say, Show, press
from programmes import reporting
from reports.final_report_data import Answered, FinalReport, Milestones, Quarter, Training, final_report
from reports.indicators_data import IndicatorReport
from services import (
    change,
    indicators_report,
    jobs,
    open_answers,
    report_people,
    report_texts,
    result_proofs,
    results_view,
    roadmap,
    summary,
)
from services.desk import Desk
from services.fulfilled import fulfilled
from services.jobs import Making
from services.report_texts import CONCLUSION, NEXT
from services.summary_detail import with_weeks
from storage.jobs import Job

KIND = "final-report"
"""The kind of job."""
SESSIONS = 100
"""Lessons of the school of mentors that are looked through."""


async def order(desk: Desk, organisation_id: int, ending: str) -> Show:
    """Order the document as `docx` or `pdf`. Raises Forbidden, NotFound."""
    await report_texts.checklist(desk, organisation_id)
    asked = {"organisation": organisation_id, "ending": ending}
    slot = f"report-final:{organisation_id}:{ending}"
    return await jobs.order(
        desk, KIND, asked, slot=slot, text=Say("final-waiting"), back=press("report.final", organisation_id)
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads everything the report holds. Raises Forbidden if the right to it is gone."""
    organisation_id, ending = int(job.arguments["organisation"]), str(job.arguments.get("ending", "docx"))
    gathered = await report(desk, organisation_id)
    asked = change.Asked(organisation_id)
    sight = await change.sight(desk, asked)
    known, people = await change.ends(desk, await change.enrolled(desk, asked, sight))

    def feed(_: Desk) -> AsyncIterator[object]:
        return change.members(people)

    return Making(
        final_report,
        (gathered, known, change.wanted(asked, sight), desk.actor.language, ending),
        name=f"final-report-{gathered.first.year}-{gathered.last.year}.{ending}",
        caption=Say("final-caption", {"organisation": gathered.organisation, "ending": ending}),
        feed=feed,
    )


async def report(desk: Desk, organisation_id: int) -> FinalReport:
    """Everything of it but the change. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.MAKE_REPORT, Scope(organisation_id=organisation_id))
    written = await report_texts.checklist(desk, organisation_id)
    seen, language = await summary.view(desk, organisation_id), desk.actor.language
    year = report_people.school_year(desk, written.school_year, seen.zone)
    pairs = await report_people.at_work(desk, [organisation_id], year.period)
    words = {each.code: each.words for each in written.sections}
    names = {each.number: each.name.text(language) for each in desk.programme.results}
    numbers = await with_weeks(desk, seen, await summary.numbers(desk, seen, year.period))
    training = await _training(desk, organisation_id, year.period)
    proofs = await result_proofs.told(
        desk, result_proofs.Seen(seen, year, written.school_year, pairs, numbers, training)
    )
    return FinalReport(
        organisation=seen.title,
        programme=desk.programme.title.text(language),
        document=desk.programme.document,
        first=year.period.first_day,
        last=year.last,
        made_on=desk.today(seen.zone),
        people=report_people.people(pairs),
        forms=report_people.forms(desk, pairs, by_model=seen.fewest == 1),
        summary=numbers,
        training=training,
        results=tuple(
            Answered(each.number, names[each.number], each.words, proofs[each.number])
            for each in written.sections
            if each.number is not None
        ),
        indicators=await _indicators(desk, organisation_id),
        swot=await _swot(desk, organisation_id),
        milestones=await _milestones(desk, organisation_id),
        conclusion=words[CONCLUSION],
        ahead=words[NEXT],
    )


async def _training(desk: Desk, organisation_id: int, period: Period) -> Training:
    found, _ = await desk.work.training.sessions([organisation_id], limit=SESSIONS)
    held = [each for each in found if each.state is SessionState.HELD and period.has(each.starts_at)]
    return Training(len(held), tuple(dict.fromkeys(each.title for each in reversed(held))))


async def _indicators(desk: Desk, organisation_id: int) -> IndicatorReport | None:
    """The indicators of the period that is reported now; None where the programme has none."""
    current = reporting.current(desk.programme, desk.today())
    return None if current is None else await indicators_report.report(desk, organisation_id, current.code)


async def _swot(desk: Desk, organisation_id: int) -> tuple[Quarter, ...] | None:
    if not (await results_view.sight(desk, organisation_id)).opens:
        return None
    found = await open_answers.swot(desk, organisation_id)
    return tuple(Quarter(each.mark.value, each.count, each.words) for each in found.quarters)


async def _milestones(desk: Desk, organisation_id: int) -> Milestones | None:
    """How the roadmap stands; None where nothing is due there."""
    place = await roadmap.place_of(desk, organisation_id)
    items = roadmap.items_of(desk, place, await desk.work.milestones.of(organisation_id), await fulfilled(desk))
    if not items:
        return None
    how = Counter(each.standing for each in items)
    ahead = how[Standing.AHEAD] + sum(how[each] for each in PRESSING if each is not Standing.LATE)
    return Milestones(how[Standing.DONE], how[Standing.LATE], ahead)
