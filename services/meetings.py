"""Planning, moving and cancelling meetings. Everybody concerned is told, with a calendar file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from mentoring import cycle, planning
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Stale
from mentoring.meetings import Meeting, MeetingFormat, MeetingKind
from mentoring.mentorships import Mentorship, MentorshipState
from messaging.replies import Replies, Say, Show, Text
from services import dialogue, meeting_changes, meeting_notices, meeting_overlaps, meeting_places, meeting_races, series
from services.desk import Asked, Desk
from services.dialogue_screens import done, in_words
from services.meeting_occasion import Occasion, actor_name, around, is_single, moment, occasion, steps, zone_of_actor
from services.meeting_races import FOLLOWING
from services.meeting_views import mentorship_of
from surveys.definition import Option
from surveys.path import Value
from surveys.record import Record, Subject

LIKELY_PLACE = 24
"""A longer place does not fit on a button."""


async def begin_plan(desk: Desk, mentorship_id: int) -> Show:
    """The form that plans a meeting; the place of the last one is offered first."""
    mentorship = await mentorship_of(desk, mentorship_id)
    ensure(desk.actor, Action.PLAN_MEETING, Scope.of(mentorship))
    if mentorship.state is not MentorshipState.ACTIVE:
        raise Stale("refusal-not-active")
    await _expect_room(desk, mentorship)
    return await dialogue.begin(
        desk,
        "meeting-plan",
        subject=Subject("mentorship", mentorship_id),
        organisation_id=mentorship.organisation_id,
    )


async def _expect_room(desk: Desk, mentorship: Mentorship) -> None:
    """A mentorship of one meeting gets no second one."""
    if is_single(desk, mentorship) and cycle.is_over(await desk.work.meetings.of_mentorship(mentorship.id)):
        raise Stale("meetings-refusal-single")


async def kinds(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `meeting_kinds`: the kinds of the mentorship's cycle, the next one first and by the name of its step."""
    mentorship, earlier = await _planned_for(desk, asked)
    if mentorship is None:
        return tuple(Option(step.kind.value, step.name) for step in desk.programme.cycle)
    course = steps(desk, mentorship)
    order = [step.kind for step in course]
    if is_single(desk, mentorship):
        offered: Sequence[MeetingKind] = (cycle.only_kind(order),)
    else:
        offered = cycle.offered(mentorship, earlier, desk.today(), order)
    places = {kind: cycle.place_in(order, kind, earlier) for kind in offered}
    return tuple(Option(kind.value, course[place].name) for kind, place in places.items() if place is not None)


async def likely(desk: Desk, asked: Asked) -> Mapping[str, Value]:
    """Where the meeting may well be: what its step of the cycle says, else where the last one was."""
    mentorship, earlier = await _planned_for(desk, asked)
    if mentorship is None:
        return {}
    course, kind = steps(desk, mentorship), asked.answers.get("kind")
    place = cycle.place_in([step.kind for step in course], MeetingKind(str(kind)), earlier) if kind else None
    if place is not None and course[place].format is not MeetingFormat.IN_PERSON:
        return {"place": course[place].format.value}
    for meeting in reversed(earlier):
        if meeting.format is MeetingFormat.ONLINE:
            return {"place": meeting.format.value}
        if meeting.format is MeetingFormat.IN_PERSON and meeting.place and len(meeting.place) <= LIKELY_PLACE:
            return {"place": meeting.place}
    return {}


async def _planned_for(desk: Desk, asked: Asked) -> tuple[Mentorship | None, tuple[Meeting, ...]]:
    """The mentorship a form plans a meeting for, and its meetings by time."""
    if asked.subject is None or asked.subject.kind != "mentorship":
        return None, ()
    mentorship = await mentorship_of(desk, asked.subject.id)
    return mentorship, await desk.work.meetings.of_mentorship(mentorship.id)


async def plan(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.plan`: the meeting is planned, the other side and guardians are told."""
    mentorship = await mentorship_of(desk, record.about("mentorship") or 0)
    ensure(desk.actor, Action.PLAN_MEETING, Scope.of(mentorship))
    await _expect_room(desk, mentorship)
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    starts_at = moment(answers["date"], answers["time"], await zone_of_actor(desk))
    meeting = planning.plan(
        mentorship,
        MeetingKind(str(answers["kind"])),
        starts_at,
        organisation.zone if organisation else desk.programme.zone,
        where=meeting_places.asked_for(desk, answers),
        planned_by=desk.actor.person_id or 0,
        now=desk.now,
    )
    overlap = await meeting_overlaps.warning(desk, mentorship, starts_at)
    about = await around(desk, replace(meeting, id=await desk.work.meetings.add(meeting)))
    said = Say("meetings-told-planned", {"who": actor_name(desk)})
    await meeting_notices.tell_everybody(desk, about, said, keyboard=meeting_notices.invitation(about))
    return (await _done(desk, record, about, "meetings-planned", overlap),)


async def _done(desk: Desk, record: Record, about: Occasion, key: str, overlap: Text | None = None) -> Show:
    """What is done, and where to go from there."""
    more = () if overlap is None else (overlap,)
    return done(
        record,
        await meeting_notices.said(desk, about, Say(key), *more),
        meeting_notices.after(desk, about),
    )


async def begin_move(desk: Desk, meeting_id: int, *, following: bool = False) -> Show:
    """The form that moves a meeting; `following`: with those after it in its series."""
    return await _begin_change(desk, meeting_id, "meeting-move", Action.MOVE_MEETING, following=following)


async def begin_cancel(desk: Desk, meeting_id: int, *, following: bool = False) -> Show:
    """The form that cancels a meeting; `following`: with those after it in its series."""
    return await _begin_change(desk, meeting_id, "meeting-cancel", Action.CANCEL_MEETING, following=following)


async def _begin_change(desk: Desk, meeting_id: int, form: str, action: Action, *, following: bool) -> Show:
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, action, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    if following and about.meeting.series_id is None:
        raise Stale("meetings-refusal-no-series")
    facts = meeting_races.seen(about.meeting)
    return await dialogue.begin(
        desk,
        form,
        subject=Subject("meeting", meeting_id),
        organisation_id=about.mentorship.organisation_id,
        facts={**facts, FOLLOWING: True} if following else facts,
    )


async def move(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.move`."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.MOVE_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about, record)
    starts_at = moment(answers["date"], answers["time"], await zone_of_actor(desk))
    if record.facts.get(FOLLOWING):
        return (await series.move_following(desk, record, about, starts_at),)
    moved = await move_to(desk, about, starts_at)
    overlap = await meeting_overlaps.warning(desk, about.mentorship, starts_at, except_ids=(about.meeting.id,))
    return (await _done(desk, record, moved, "meetings-moved", overlap),)


async def move_to(desk: Desk, about: Occasion, starts_at: datetime, accepted: int | None = None) -> Occasion:
    """Move a meeting whatever led to it (`accepted`: a proposal), and tell everybody; Stale if somebody was quicker."""
    before = about.meeting
    after = planning.move(about.mentorship, before, starts_at, about.organisation.zone, desk.now)
    said = Say(
        "meetings-told-moved" if accepted is None else "meetings-told-agreed",
        {"who": actor_name(desk), "before": before.starts_at},
    )
    return await meeting_changes.become(desk, about, after, said, accepted)


async def cancel(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.cancel`: the reason is told to everybody and kept with the meeting."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.CANCEL_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about, record)
    reason = str(answers["reason"])
    if record.facts.get(FOLLOWING):
        return (await series.cancel_following(desk, record, about, reason),)
    after = planning.cancel(about.meeting, reason, by=desk.actor.person_id, now=desk.now)
    if not await desk.work.meetings.change(about.meeting, after):
        raise await meeting_races.lost(desk, after.id)
    await desk.work.meetings.close_proposals(after.id)
    cancelled = about.with_(after)
    words = in_words(desk.house.surveys, "reason", reason, "meeting-cancel")
    said = Say("meetings-told-cancelled", {"who": actor_name(desk), "reason": words})
    await meeting_notices.tell_everybody(desk, cancelled, said)
    return (await _done(desk, record, cancelled, "meetings-cancelled"),)


async def call_off(desk: Desk, mentorship_id: int) -> None:
    """What was planned ahead in a mentorship that is over is cancelled; all who expected it hear of it."""
    called_off = [
        await occasion(desk, meeting_id)
        for meeting_id in await desk.work.meetings.cancel_planned(mentorship_id, by=desk.actor.person_id)
    ]
    if called_off:
        first, *more = called_off
        key = "meetings-told-called-off-all" if more else "meetings-told-called-off"
        said = Say(key, {"count": len(called_off)})
        await meeting_notices.tell_everybody(desk, first, said, more=[one.meeting for one in more])
