"""The curator's final report on a school year: gathered by a fixed number of statements, made as a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from mentoring.access import Action, Scope, ensure
from mentoring.clock import at
from mentoring.mentorships import Mentorship, MentorshipState, Side
from mentoring.periods import Period, Span
from mentoring.roadmap import PRESSING, Standing
from mentoring.training import SessionState
from messaging.replies import Say, Show
from programmes import reporting
from programmes.terms import FIRST_MONTH
from reports.final_report_data import Answered, FinalReport, FormRow, Milestones, Quarter, Training, final_report
from reports.indicators_data import IndicatorReport
from services import change, indicators_report, jobs, open_answers, report_texts, results_view, roadmap, summary
from services.desk import Desk
from services.jobs import Making
from services.report_texts import CONCLUSION, NEXT
from services.summary_detail import with_weeks
from storage.jobs import Job

KIND = "final-report"
"""The kind of job."""
SESSIONS = 100
"""Lessons of the school of mentors that are looked through."""


@dataclass(frozen=True, slots=True)
class Year:
    """The school year up to today, and what there is of it."""

    period: Period
    last: date


async def order(desk: Desk, organisation_id: int) -> Show:
    """Order the document. Raises Forbidden, NotFound."""
    await report_texts.checklist(desk, organisation_id)
    asked = {"organisation": organisation_id}
    return await jobs.order(desk, KIND, asked, slot=f"report-final:{organisation_id}", text=Say("final-waiting"))


async def make(desk: Desk, job: Job) -> Making:
    """Reads everything the report holds. Raises Forbidden if the right to it is gone."""
    organisation_id = int(job.arguments["organisation"])
    gathered = await report(desk, organisation_id)
    asked = change.Asked(organisation_id)
    sight = await change.sight(desk, asked)
    known, people = await change.ends(desk, await change.enrolled(desk, asked, sight))

    def feed(_: Desk) -> AsyncIterator[object]:
        return change.members(people)

    return Making(
        final_report,
        (gathered, known, change.wanted(asked, sight), desk.actor.language),
        name=f"final-report-{gathered.first.year}-{gathered.last.year}.docx",
        caption=Say("final-caption", {"organisation": gathered.organisation}),
        feed=feed,
    )


async def report(desk: Desk, organisation_id: int) -> FinalReport:
    """Everything of it but the change. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.MAKE_REPORT, Scope(organisation_id=organisation_id))
    written = await report_texts.checklist(desk, organisation_id)
    seen, language = await summary.view(desk, organisation_id), desk.actor.language
    year = school_year(desk, written.school_year, seen.zone)
    pairs = await _pairs(desk, organisation_id, year.period)
    words = {each.code: each.words for each in written.sections}
    names = {each.number: each.name.text(language) for each in desk.programme.results}
    return FinalReport(
        organisation=seen.title,
        programme=desk.programme.title.text(language),
        document=desk.programme.document,
        first=year.period.first_day,
        last=year.last,
        made_on=desk.today(seen.zone),
        mentorships=len(pairs),
        mentors=len({person for each in pairs for person in each.on_side(Side.MENTOR)}),
        mentees=len({person for each in pairs for person in each.on_side(Side.MENTEE)}),
        completed=_in_state(pairs, MentorshipState.COMPLETED),
        ended_early=_in_state(pairs, MentorshipState.ENDED_EARLY),
        forms=_forms(desk, pairs, by_model=seen.fewest == 1),
        summary=await with_weeks(desk, seen, await summary.numbers(desk, seen, year.period)),
        training=await _training(desk, organisation_id, year.period),
        results=tuple(
            Answered(each.number, names[each.number], each.words)
            for each in written.sections
            if each.number is not None
        ),
        indicators=await _indicators(desk, organisation_id),
        swot=await _swot(desk, organisation_id),
        milestones=await _milestones(desk, organisation_id),
        conclusion=words[CONCLUSION],
        ahead=words[NEXT],
    )


def school_year(desk: Desk, begins: int, zone: str) -> Year:
    """The school year that begins in the autumn of a calendar year."""
    last = date(begins + 1, FIRST_MONTH, 1) - timedelta(days=1)
    return Year(Period(Span.YEAR, at(date(begins, FIRST_MONTH, 1), time(0), zone), desk.now, zone), last)


async def _pairs(desk: Desk, organisation_id: int, period: Period) -> tuple[Mentorship, ...]:
    """Mentorships that were active at some moment of the year."""
    found = await desk.work.summary.open_mentorships([organisation_id], period)
    return tuple(each for each in found if each.activated_at is not None)


def _in_state(pairs: Sequence[Mentorship], state: MentorshipState) -> int:
    return sum(each.state is state for each in pairs)


def _forms(desk: Desk, pairs: Sequence[Mentorship], *, by_model: bool) -> tuple[FormRow, ...]:
    """In the programme's order; role models it no longer has come last by their ids.

    by_model: False for readers from outside, whom the number of a sensitive role model's pairs is not for.
    """
    if not by_model:
        return _whole_forms(desk, pairs)
    language = desk.actor.language
    counted = Counter((each.form, each.role_model) for each in pairs)
    done = Counter((each.form, each.role_model) for each in pairs if each.state is MentorshipState.COMPLETED)
    rows = []
    for form in desk.programme.forms:
        for model in form.role_models:
            if many := counted.pop((form.id, model.id), 0):
                name = model.name.text(language)
                rows.append(FormRow(form.name.text(language), name, many, done[form.id, model.id]))
    rows += [FormRow(form.value, model, many, done[form, model]) for (form, model), many in sorted(counted.items())]
    return tuple(rows)


def _whole_forms(desk: Desk, pairs: Sequence[Mentorship]) -> tuple[FormRow, ...]:
    names = {each.id: each.name.text(desk.actor.language) for each in desk.programme.forms}
    counted = Counter(each.form for each in pairs)
    done = Counter(each.form for each in pairs if each.state is MentorshipState.COMPLETED)
    return tuple(FormRow(names.get(form, form.value), "", many, done[form]) for form, many in counted.items())


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
    items = roadmap.items_of(desk, place, await desk.work.milestones.of(organisation_id))
    if not items:
        return None
    how = Counter(each.standing for each in items)
    ahead = how[Standing.AHEAD] + sum(how[each] for each in PRESSING if each is not Standing.LATE)
    return Milestones(how[Standing.DONE], how[Standing.LATE], ahead)
