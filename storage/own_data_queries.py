"""What is kept about one person and shown to them: a query for each section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Select, and_, case, or_, select

from storage.tables import (
    appointments,
    attendances,
    awards,
    consents,
    event_people,
    events,
    guardianships,
    help_requests,
    matching_comments,
    meetings,
    memberships,
    mentorship_adults,
    mentorships,
    needs,
    organisations,
    parties,
    people,
    plan_agreements,
    plan_items,
    plans,
    practices,
    referrals,
    speed_events,
    speed_people,
    tasks,
    time_proposals,
    trail,
    training_steps,
    wishes,
)

Query = Callable[[int], Select[Any]]
_OTHER = people.alias("other")
_MINE = parties.alias("mine")
_THEIRS = parties.alias("theirs")


def _pairs(person: int) -> Select[Any]:
    return (
        select(
            _MINE.c.side,
            mentorships.c.form,
            mentorships.c.starts,
            mentorships.c.ends,
            mentorships.c.state,
            mentorships.c.order_number,
            mentorships.c.order_date,
            _OTHER.c.name.label("with"),
        )
        .select_from(
            _MINE.join(mentorships, mentorships.c.id == _MINE.c.mentorship_id)
            .outerjoin(_THEIRS, (_THEIRS.c.mentorship_id == mentorships.c.id) & (_THEIRS.c.side != _MINE.c.side))
            .outerjoin(_OTHER, _OTHER.c.id == _THEIRS.c.person_id)
        )
        .where(_MINE.c.person_id == person)
        .order_by(mentorships.c.id)
    )


def _meetings(person: int) -> Select[Any]:
    own = case((meetings.c.logged_by == person, meetings.c.outcome))
    return (
        select(
            meetings.c.starts_at,
            meetings.c.kind,
            meetings.c.state,
            meetings.c.minutes,
            meetings.c.topics,
            meetings.c.format,
            meetings.c.place,
            meetings.c.link,
            own.label("outcome"),
            attendances.c.present,
            attendances.c.reason,
        )
        .select_from(
            meetings.join(_MINE, _MINE.c.mentorship_id == meetings.c.mentorship_id).outerjoin(
                attendances, and_(attendances.c.meeting_id == meetings.c.id, attendances.c.person_id == person)
            )
        )
        .where(_MINE.c.person_id == person)
        .order_by(meetings.c.starts_at)
    )


def _places(person: int) -> Select[Any]:
    place = memberships.c
    shown = (place.role, place.state, place.areas, place.request, place.reason, place.times, place.capacity)
    rest = (place.paused_from, place.paused_until, place.pause_reason, place.council, place.expert, place.applied_at)
    return (
        select(organisations.c.name.label("organisation"), *shown, *rest)
        .select_from(memberships.outerjoin(organisations, organisations.c.id == place.organisation_id))
        .where(place.person_id == person)
        .order_by(place.id)
    )


def _family(person: int) -> Select[Any]:
    tie = guardianships.c
    near = or_(
        and_(tie.child_id == person, _OTHER.c.id == tie.guardian_id),
        and_(tie.guardian_id == person, _OTHER.c.id == tie.child_id),
    )
    side = case((tie.child_id == person, "guardian"), else_="child").label("side")
    return select(side, _OTHER.c.name.label("with"), tie.relation, tie.hears_of_meetings).select_from(
        guardianships.join(_OTHER, near)
    )


def _card(person: int) -> Select[Any]:
    of = people.c
    shown = (of.name, of.birth, of.category, of.school_class, of.post, of.subject, of.workplace, of.career_start)
    rest = (of.hired_here, of.language, of.zone, of.speaks, of.telegram_id, of.registered_at)
    return select(*shown, *rest).where(of.id == person)


def _consents(person: int) -> Select[Any]:
    of = consents.c
    shown = (of.kind, of.version, of.given_at, of.paper_date, of.paper_giver, of.withdrawn_at)
    return select(*shown).where(of.person_id == person).order_by(of.id)


def _plan(person: int) -> Select[Any]:
    of = plan_items.c
    shown = (of.task, of.due, of.expected, of.grade, of.result, of.assessment)
    return (
        select(*shown)
        .select_from(plan_items.join(plans, plans.c.id == of.plan_id))
        .where(plans.c.person_id == person, of.removed_at.is_(None))
        .order_by(of.plan_id, of.section, of.place)
    )


def _led(person: int) -> Select[Any]:
    """Of plans that the person drew up or graded, what is not the mentee's own word."""
    of = plan_items.c
    said = case((of.graded_by == person, of.result))
    return (
        select(of.task, of.due, of.expected, of.grade, said.label("result"), of.assessment)
        .select_from(plan_items.join(plans, plans.c.id == of.plan_id))
        .where(or_(plans.c.created_by == person, of.graded_by == person), of.removed_at.is_(None))
        .order_by(of.plan_id, of.section, of.place)
    )


def _said(person: int) -> Select[Any]:
    """What they wrote about pairs of their own: why they want to leave, what of a plan should be otherwise."""
    own = select(parties.c.mentorship_id).where(parties.c.person_id == person)
    plan = select(plans.c.id).where(plans.c.mentorship_id.in_(own))
    of = trail.c
    about = or_(
        and_(of.subject == "mentorship", of.subject_id.in_(own)), and_(of.subject == "plan", of.subject_id.in_(plan))
    )
    return select(of.at, of.details).where(of.actor_id == person, about, of.details.is_not(None)).order_by(of.id)


def _agreed(person: int) -> Select[Any]:
    of = plan_agreements.c
    return select(of.version, of.agreed_at).where(of.person_id == person).order_by(of.id)


def _training(person: int) -> Select[Any]:
    of = training_steps.c
    return (
        select(of.step, of.result, of.held_on)
        .select_from(training_steps.join(memberships, memberships.c.id == of.membership_id))
        .where(memberships.c.person_id == person)
        .order_by(of.id)
    )


def _events(person: int) -> Select[Any]:
    of = event_people.c
    return (
        select(events.c.title, events.c.starts_at, of.state, of.came, of.result)
        .select_from(event_people.join(events, events.c.id == of.event_id))
        .where(of.person_id == person)
        .order_by(of.id)
    )


def _speed(person: int) -> Select[Any]:
    return (
        select(speed_events.c.title, speed_events.c.starts_at, speed_people.c.came)
        .select_from(speed_people.join(speed_events, speed_events.c.id == speed_people.c.event_id))
        .where(speed_people.c.person_id == person)
        .order_by(speed_people.c.id)
    )


def _wishes(person: int) -> Select[Any]:
    return (
        select(_OTHER.c.name.label("with"), wishes.c.wish, wishes.c.wished_at)
        .select_from(wishes.join(_OTHER, _OTHER.c.id == wishes.c.about_id))
        .where(wishes.c.person_id == person)
        .order_by(wishes.c.id)
    )


def _of(person_column: Any, *columns: Any) -> Query:
    """Columns of the rows whose `person_column` is the person, the oldest first."""
    return lambda person: select(*columns).where(person_column == person).order_by(person_column.table.c.id)


_TASK, _HELP, _AWARD, _TOLD = tasks.c, help_requests.c, awards.c, referrals.c
SECTIONS: Mapping[str, Query] = {
    "card": _card,
    "places": _places,
    "consents": _consents,
    "family": _family,
    "needs": _of(needs.c.person_id, needs.c.facts, needs.c.set_at),
    "pairs": _pairs,
    "beside": _of(mentorship_adults.c.person_id, mentorship_adults.c.duty, mentorship_adults.c.speciality),
    "meetings": _meetings,
    "proposals": _of(
        time_proposals.c.proposed_by,
        time_proposals.c.starts_at,
        time_proposals.c.place,
        time_proposals.c.link,
        time_proposals.c.comment,
    ),
    "goals": _of(plans.c.person_id, plans.c.state, plans.c.fields, plans.c.assessment),
    "plan": _plan,
    "led_goals": _of(plans.c.created_by, plans.c.state, plans.c.fields, plans.c.assessment),
    "led": _led,
    "agreed": _agreed,
    "said": _said,
    "tasks": _of(
        _TASK.person_id, _TASK.task, _TASK.due, _TASK.state, _TASK.report, _TASK.file, _TASK.comment, _TASK.done_at
    ),
    "tasks_set": _of(_TASK.set_by, _TASK.task, _TASK.due, _TASK.state, _TASK.comment),
    "help": _of(
        _HELP.asked_by, _HELP.area, _HELP.question, _HELP.state, _HELP.asked_at, _HELP.answer, _HELP.answered_at
    ),
    "helped": _of(_HELP.taken_by, _HELP.answer, _HELP.answered_at),
    "training": _training,
    "events": _events,
    "speed": _speed,
    "wishes": _wishes,
    "referrals": _of(_TOLD.referred_by, _TOLD.name, _TOLD.reason, _TOLD.state, _TOLD.answer, _TOLD.created_at),
    "council": _of(matching_comments.c.author_id, matching_comments.c.comment, matching_comments.c.written_at),
    "awards": _of(_AWARD.person_id, _AWARD.award, _AWARD.words, _AWARD.number, _AWARD.given_on, _AWARD.revoked_at),
    "practices": _of(
        practices.c.author_id,
        practices.c.title,
        practices.c.problem,
        practices.c.description,
        practices.c.outcome,
        practices.c.link,
        practices.c.file,
        practices.c.state,
        practices.c.comment,
    ),
    "appointed": _of(appointments.c.person_id, appointments.c.executor, appointments.c.appointed_at),
}
"""Every section and where it comes from."""
