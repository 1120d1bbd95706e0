"""Drawing a plan up: its rows come from the programme's template, in the language of whoever draws it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from mentoring.access import Action
from mentoring.clock import local_date
from mentoring.errors import Forbidden, Stale
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.people import Person
from mentoring.plans import EDITABLE, Item, Plan, PlanState, is_new_hire
from programmes.parts import PlanSection, PlanTemplate
from services import pairs, plans
from services.desk import Desk
from services.pairs import Pair
from services.plans import Opened


@dataclass(frozen=True, slots=True)
class Choice:
    """The mentees of a mentorship whose plans the actor may see, where there are several."""

    pair: Pair
    mentees: tuple[tuple[Person, Plan | None], ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no plan yet, and the actor is not the one to draw it up."""

    pair: Pair
    mentee: Person


async def of_mentorship(desk: Desk, mentorship_id: int) -> Opened | Choice | Missing:
    """The plan of the only mentee, or the choice among several. Raises NotFound, Forbidden."""
    mentorship = await pairs.find(desk, mentorship_id)
    seen = [one for one in mentorship.mentees if plans.may(desk, Action.SEE_PLAN, mentorship, one)]
    if not seen:
        raise Forbidden
    if len(seen) == 1:
        return await of_mentee(desk, mentorship_id, seen[0])
    pair = await pairs.pair_of(desk, mentorship)
    known = {plan.person_id: plan for plan in await desk.work.plans.of_mentorships([mentorship_id])}
    return Choice(pair, tuple((pair.people[one], known.get(one)) for one in seen if one in pair.people))


async def of_mentee(desk: Desk, mentorship_id: int, person_id: int) -> Opened | Missing:
    """One mentee's plan; for who may edit it, drawn up from the template if there is none. Raises Forbidden, Stale."""
    mentorship = await desk.work.mentorships.hold(mentorship_id) or await pairs.find(desk, mentorship_id)
    if person_id not in mentorship.mentees or not plans.may(desk, Action.SEE_PLAN, mentorship, person_id):
        raise Forbidden
    plan = await desk.work.plans.of(mentorship_id, person_id)
    edits = plans.may(desk, Action.EDIT_PLAN, mentorship, person_id) and mentorship.state in EDITABLE
    if plan is None and not edits:
        return await _missing(desk, mentorship, person_id)
    if plan is None:
        plan = await _make(desk, mentorship, person_id)
    opened = await plans.around(desk, plan, mentorship)
    return await _completed(desk, opened) if edits else opened


async def _missing(desk: Desk, mentorship: Mentorship, person_id: int) -> Missing:
    if mentorship.state is MentorshipState.PROPOSED:
        raise Stale("plans-refusal-not-agreed")
    pair = await pairs.pair_of(desk, mentorship)
    return Missing(pair, pair.people[person_id])


async def _make(desk: Desk, mentorship: Mentorship, person_id: int) -> Plan:
    template = desk.programme.plan_for(mentorship.form, mentorship.role_model)
    if template is None:
        raise Stale("plans-refusal-no-template")
    pair = await pairs.pair_of(desk, mentorship)
    hired = pair.people[person_id].profile.hired_here
    sections = due_sections(template, new_hire=is_new_hire(hired, local_date(desk.now, pair.zone)))
    plan_id = await desk.work.plans.add(
        Plan(
            id=0,
            mentorship_id=mentorship.id,
            person_id=person_id,
            template=template.id,
            created_by=desk.actor.person_id or 0,
            created_at=desk.now,
            changed_at=desk.now,
            items=_rows(desk, sections),
        )
    )
    made = await desk.work.plans.get(plan_id)
    if made is None:
        raise Stale
    return made


def due_sections(template: PlanTemplate, *, new_hire: bool) -> tuple[PlanSection, ...]:
    """The sections to fill in: footnote 6 of the Tver plans keeps one for the newly hired alone."""
    return tuple(section for section in template.sections if new_hire or not section.new_hires_only)


def _rows(desk: Desk, sections: Iterable[PlanSection]) -> tuple[Item, ...]:
    language = desk.actor.language
    return tuple(
        Item(
            id=0,
            plan_id=0,
            section=section.number,
            place=place,
            number=row.number,
            task=row.task.text(language),
            expected=row.result.text(language) if row.result is not None else None,
        )
        for section in sections
        for place, row in zip(count(1), section.items, strict=False)
    )


async def _completed(desk: Desk, opened: Opened) -> Opened:
    """A draft gets the rows of a section that has become due since: the day of hiring was put right, say."""
    plan = opened.plan
    filled = {item.section for item in plan.items}
    empty = [section for section in opened.sections if section.new_hires_only and section.number not in filled]
    if not empty or plan.state is not PlanState.DRAFT:
        return opened
    for item in _rows(desk, empty):
        await desk.work.plans.add_item(
            Item(0, plan.id, item.section, item.place, item.task, item.number, expected=item.expected)
        )
    return await plans.find(desk, plan.id)
