"""Meetings as one reader sees them: the list, the card, and what may be done about them now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentoring import planning
from mentoring.access import Action, Scope, allowed, ensure, only_beside
from mentoring.attendance import Attendance
from mentoring.diary import Hours
from mentoring.errors import NotFound
from mentoring.meetings import Meeting, MeetingState, TimeProposal
from mentoring.mentorships import Mentorship, MentorshipState
from mentoring.pages import pages_of
from mentoring.people import short_name
from mentoring.roles import Role
from messaging.replies import Text
from services import data_log, paper_answers
from services.desk import Desk
from services.dialogue_screens import in_words
from services.meeting_details import details, where_words
from services.meeting_occasion import Occasion, is_single, kind_name, occasion, zone_of_actor

PAGE = 5
LAST_PAGE = 9_999
"""A forged page beyond it shows this one, which is empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting in a list: `who` are short names of the others, `waits` that it has begun and is not logged."""

    meeting: Meeting
    kind: Text
    who: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of meetings. `zone` is the reader's; `mentorship_id` where they are one mentorship's."""

    lines: tuple[Line, ...]
    page: int
    pages: int
    zone: str
    may_plan: bool
    may_log: bool
    mentorship_id: int | None = None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Another time or (`place`) place somebody asked for, and whether the reader may answer."""

    proposal: TimeProposal
    by: str
    may_answer: bool
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A meeting as one reader sees it, with what they may do about it now.

    `there` and `away`: who was at a held meeting of a group or circle; `on_paper`: somebody's feedback waits to be
    typed in by the reader; `overlap`: a warning to whoever accepted a time.
    """

    about: Occasion
    details: Text
    may_change: bool
    may_log: bool
    may_propose: bool
    proposals: tuple[Proposed, ...]
    cancelled_why: Text | None = None
    there: tuple[str, ...] = ()
    away: tuple[tuple[str, Attendance], ...] = ()
    may_repeat: bool = False
    on_paper: bool = False
    overlap: Text | None = None


async def listing(desk: Desk, page: int) -> Listing:
    """The actor's planned meetings (a guardian's: those of the wards), what waits to be logged first."""
    people = {*desk.actor.wards, *_self(desk)}
    page = min(max(page, 0), LAST_PAGE)
    found, total = await desk.work.meetings.of_people(people, offset=page * PAGE, limit=PAGE)
    mine = await active_mentorships(desk)
    return Listing(
        await lines(desk, found),
        page,
        pages_of(total, PAGE),
        await zone_of_actor(desk),
        may_plan=bool(mine),
        may_log=any(_may(desk, Action.LOG_MEETING, each) for each in mine),
        hours=await _own_hours(desk),
    )


async def _own_hours(desk: Desk) -> Hours | None:
    """What the actor has held as a mentor, in all mentorships together; None for who mentors nobody."""
    if desk.actor.person_id is None or Role.MENTOR not in desk.actor.roles:
        return None
    found = (await desk.work.attendances.hours(desk.actor.person_id)).values()
    return Hours(sum(one.meetings for one in found), sum(one.minutes for one in found))


async def of_mentorship(desk: Desk, mentorship_id: int, page: int) -> Listing:
    """All meetings of one mentorship, the newest first."""
    mentorship = await mentorship_of(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_MEETING, Scope.of(mentorship))
    await data_log.note_mentorship(desk, data_log.Look.MEETINGS, mentorship)
    found = (await desk.work.meetings.of_mentorship(mentorship_id))[::-1]
    page = min(max(page, 0), LAST_PAGE)
    active = mentorship.state is MentorshipState.ACTIVE
    return Listing(
        await lines(desk, found[page * PAGE : (page + 1) * PAGE]),
        page,
        pages_of(len(found), PAGE),
        await zone_of_actor(desk),
        may_plan=active and _may(desk, Action.PLAN_MEETING, mentorship),
        may_log=active and _may(desk, Action.LOG_MEETING, mentorship),
        mentorship_id=mentorship_id,
    )


async def card(desk: Desk, meeting_id: int) -> Card:
    """The card of a meeting."""
    about = await occasion(desk, meeting_id)
    meeting, mentorship = about.meeting, about.mentorship
    ensure(desk.actor, Action.SEE_MEETING, Scope.of(mentorship))
    await data_log.note_mentorship(desk, data_log.Look.MEETINGS, mentorship)
    alive = meeting.state is MeetingState.PLANNED and mentorship.state is MentorshipState.ACTIVE
    begun = meeting.starts_at <= desk.now
    own = desk.actor.person_id == meeting.planned_by
    marks = (await desk.work.attendances.of_meetings([meeting_id])).get(meeting_id, ())
    beside = only_beside(desk.actor, Action.SEE_MEETING, Scope.of(mentorship))  # hears no reasons, reads no talk
    away = [replace(one, reason=None) if beside else one for one in marks if not one.present]
    repeats = meeting.series_id is None and not is_single(desk, mentorship)
    return Card(
        about,
        details(desk, about, desk.actor.person_id, await zone_of_actor(desk)),
        may_change=alive and _may(desk, Action.MOVE_MEETING, mentorship),
        may_log=alive and begun and _may(desk, Action.LOG_MEETING, mentorship),
        may_propose=alive and not begun and not own and _may(desk, Action.PROPOSE_TIME, mentorship),
        proposals=await _proposals(desk, about) if alive and not beside else (),
        cancelled_why=None if beside else _why(desk, meeting),
        there=about.names(one.person_id for one in marks if one.present),
        away=tuple((name, one) for one in away for name in about.names([one.person_id])),
        may_repeat=alive and repeats and _may(desk, Action.PLAN_MEETING, mentorship),
        on_paper=meeting.state is MeetingState.HELD and await paper_answers.waits_about(desk, meeting_id),
    )


def _why(desk: Desk, meeting: Meeting) -> Text | None:
    """Why it was cancelled, if it was and somebody said so."""
    if meeting.state is not MeetingState.CANCELLED or not meeting.outcome:
        return None
    return in_words(desk.house.surveys, "reason", meeting.outcome, "meeting-cancel")


async def _proposals(desk: Desk, about: Occasion) -> tuple[Proposed, ...]:
    me = desk.actor.person_id or 0
    found = await desk.work.meetings.open_proposals(about.meeting.id)
    names = await desk.work.people.many(one.proposed_by for one in found)
    return tuple(
        Proposed(
            one,
            names[one.proposed_by].name if one.proposed_by in names else "",
            planning.may_answer(about.meeting, one, me, about.mentorship.mentors)
            and _may(desk, Action.MOVE_MEETING, about.mentorship),
            _place(desk, about.meeting, one),
        )
        for one in found
    )


def _place(desk: Desk, meeting: Meeting, proposal: TimeProposal) -> Text | None:
    where = planning.asked_place(meeting, proposal)
    return where_words(desk, where) if where is not None else None


async def lines(desk: Desk, meetings: Sequence[Meeting]) -> tuple[Line, ...]:
    """Meetings as lines of a list."""
    known: dict[int, tuple[Mentorship, str]] = {}
    for meeting in meetings:
        if meeting.mentorship_id not in known:
            mentorship = await mentorship_of(desk, meeting.mentorship_id)
            known[meeting.mentorship_id] = mentorship, await others(desk, mentorship)
    return tuple(
        Line(
            meeting,
            kind_name(desk, meeting.kind, known[meeting.mentorship_id][0]),
            known[meeting.mentorship_id][1],
            meeting.state is MeetingState.PLANNED and meeting.starts_at <= desk.now,
        )
        for meeting in meetings
    )


async def others(desk: Desk, mentorship: Mentorship) -> str:
    """Short names of everybody in a mentorship but the actor."""
    ids = [person_id for person_id in mentorship.people if person_id != desk.actor.person_id]
    people = await desk.work.people.many(ids)
    return ", ".join(short_name(people[person_id].name) for person_id in ids if person_id in people)


async def mentorship_of(desk: Desk, mentorship_id: int) -> Mentorship:
    """The mentorship, or NotFound."""
    found = await desk.work.mentorships.get(mentorship_id)
    if found is None:
        raise NotFound
    return found


async def active_mentorships(desk: Desk) -> tuple[Mentorship, ...]:
    """The actor's own mentorships that are active."""
    found: list[Mentorship] = []
    for person_id in _self(desk):
        found += await desk.work.mentorships.of_person(person_id)
    return tuple(one for one in found if one.state is MentorshipState.ACTIVE)


async def choices(desk: Desk) -> tuple[tuple[Mentorship, str], ...]:
    """Them, each with the short names of the others."""
    return tuple([(one, await others(desk, one)) for one in await active_mentorships(desk)])


def _self(desk: Desk) -> tuple[int, ...]:
    return () if desk.actor.person_id is None else (desk.actor.person_id,)


def _may(desk: Desk, action: Action, mentorship: Mentorship) -> bool:
    return allowed(desk.actor, action, Scope.of(mentorship))
