"""Who took part in a school year, for reports: mentorships at work in it, their people, forms and ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from mentoring.clock import at
from mentoring.mentorships import Form, Mentorship, MentorshipState, Side
from mentoring.periods import Period, Span
from programmes.terms import FIRST_MONTH
from reports.final_report_data import FormRow, People
from services.desk import Desk


@dataclass(frozen=True, slots=True)
class Year:
    """The school year up to now, and its last day."""

    period: Period
    last: date


def school_year(desk: Desk, begins: int, zone: str) -> Year:
    """The school year that begins in the autumn of a calendar year."""
    last = date(begins + 1, FIRST_MONTH, 1) - timedelta(days=1)
    return Year(Period(Span.YEAR, at(date(begins, FIRST_MONTH, 1), time(0), zone), desk.now, zone), last)


async def at_work(desk: Desk, organisations: Collection[int], period: Period) -> tuple[Mentorship, ...]:
    """Mentorships of these organisations that were active at some moment of the year."""
    found = await desk.work.summary.open_mentorships(organisations, period)
    return tuple(each for each in found if each.activated_at is not None)


def people(pairs: Sequence[Mentorship]) -> People:
    """Everybody once on each side."""
    return People(
        mentorships=len(pairs),
        mentors=len({person for each in pairs for person in each.on_side(Side.MENTOR)}),
        mentees=len({person for each in pairs for person in each.on_side(Side.MENTEE)}),
        completed=_in_state(pairs, MentorshipState.COMPLETED),
        ended_early=_in_state(pairs, MentorshipState.ENDED_EARLY),
    )


def _in_state(pairs: Sequence[Mentorship], state: MentorshipState) -> int:
    return sum(each.state is state for each in pairs)


async def municipality(
    desk: Desk, organisations: Collection[int], period: Period
) -> tuple[People, tuple[FormRow, ...]]:
    """The same of many organisations, counted where the rows lie; by form, since the number of a sensitive role
    model's pairs is for the organisation alone."""
    found = await desk.work.report_figures.at_work(organisations, period)
    ends: Counter[MentorshipState] = Counter()
    counted: Counter[Form] = Counter()
    for (form, state), many in found.mentorships.items():
        ends[state] += many
        counted[form] += many
    done = {form: found.mentorships.get((form, MentorshipState.COMPLETED), 0) for form in counted}
    everybody = People(
        mentorships=counted.total(),
        mentors=found.people.get(Side.MENTOR, 0),
        mentees=found.people.get(Side.MENTEE, 0),
        completed=ends[MentorshipState.COMPLETED],
        ended_early=ends[MentorshipState.ENDED_EARLY],
    )
    return everybody, _whole_forms(desk, counted, done)


def forms(desk: Desk, pairs: Sequence[Mentorship], *, by_model: bool) -> tuple[FormRow, ...]:
    """In the programme's order; role models it no longer has come last by their ids.

    by_model: False for readers from outside, whom the number of a sensitive role model's pairs is not for.
    """
    counted = Counter((each.form, each.role_model) for each in pairs)
    done = Counter((each.form, each.role_model) for each in pairs if each.state is MentorshipState.COMPLETED)
    if not by_model:
        return _whole_forms(desk, _by_form(counted), _by_form(done))
    language = desk.actor.language
    rows = []
    for form in desk.programme.forms:
        for model in form.role_models:
            if many := counted.pop((form.id, model.id), 0):
                name = model.name.text(language)
                rows.append(FormRow(form.name.text(language), name, many, done[form.id, model.id]))
    rows += [FormRow(form.value, model, many, done[form, model]) for (form, model), many in sorted(counted.items())]
    return tuple(rows)


def _by_form(models: Mapping[tuple[Form, str], int]) -> Counter[Form]:
    found: Counter[Form] = Counter()
    for (form, _), many in models.items():
        found[form] += many
    return found


def _whole_forms(desk: Desk, counted: Mapping[Form, int], done: Mapping[Form, int]) -> tuple[FormRow, ...]:
    names = {each.id: each.name.text(desk.actor.language) for each in desk.programme.forms}
    ordered = [*(form for form in names if counted.get(form)), *sorted(counted.keys() - names.keys())]
    return tuple(FormRow(names.get(form, form.value), "", counted[form], done.get(form, 0)) for form in ordered)
