"""Planning, moving and cancelling meetings. Everybody concerned is told, with a calendar file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from mentoring import cycle, planning
from mentoring.access import Action, Scope, ensure
from mentoring.errors import Stale
from mentoring.meetings import Meeting, MeetingKind
from mentoring.mentorships import Mentorship, MentorshipState
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Text, press
from services import dialogue, meeting_notices
from services.desk import Asked, Desk
from services.dialogue_screens import done, in_words
from services.meeting_notices import Occasion, around, occasion, zone_of_actor
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
    earlier = await desk.work.meetings.of_mentorship(mentorship_id)
    places = [meeting.place for meeting in earlier if meeting.place and len(meeting.place) <= LIKELY_PLACE]
    return await dialogue.begin(
        desk,
        "meeting-plan",
        subject=Subject("mentorship", mentorship_id),
        organisation_id=mentorship.organisation_id,
        likely={"place": places[-1]} if places else None,
    )


async def kinds(desk: Desk, asked: Asked) -> Sequence[Option]:
    """Source `meeting_kinds`: the programme's kinds, the next of the cycle first."""
    names = {step.kind: step.name for step in desk.programme.cycle}
    order: Sequence[MeetingKind] = tuple(names)
    if asked.subject is not None and asked.subject.kind == "mentorship":
        mentorship = await mentorship_of(desk, asked.subject.id)
        earlier = await desk.work.meetings.of_mentorship(mentorship.id)
        order = cycle.offered(mentorship, earlier, desk.today())
    return tuple(Option(kind.value, names[kind]) for kind in order if kind in names)


async def plan(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.plan`: the meeting is planned, the other side and guardians are told."""
    mentorship = await mentorship_of(desk, record.about("mentorship") or 0)
    ensure(desk.actor, Action.PLAN_MEETING, Scope.of(mentorship))
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    starts_at = meeting_notices.moment(answers["date"], answers["time"], await zone_of_actor(desk))
    meeting = planning.plan(
        mentorship,
        MeetingKind(str(answers["kind"])),
        starts_at,
        organisation.zone if organisation else desk.programme.zone,
        place=str(answers["place"]),
        planned_by=desk.actor.person_id or 0,
        now=desk.now,
    )
    overlaps = await _overlaps(desk, mentorship, starts_at)
    meeting = replace(meeting, id=await desk.work.meetings.add(meeting))
    about = await around(desk, meeting)
    await tell_planned(desk, about)
    return (done(record, await _said(desk, about, "meetings-planned", overlaps), _keyboard(meeting)),)


async def tell_planned(desk: Desk, about: Occasion) -> None:
    """Everybody but the planner hears of a new meeting and may propose another time."""
    said = Say("meetings-told-planned", {"who": actor_name(desk)})
    await meeting_notices.tell_everybody(desk, about, said, keyboard=meeting_notices.invitation(about))


async def _overlaps(
    desk: Desk, mentorship: Mentorship, starts_at: datetime, except_id: int | None = None
) -> tuple[Meeting, ...]:
    near = await desk.work.meetings.near(mentorship.people, starts_at, planning.LENGTH)
    return planning.overlapping(starts_at, near, except_id=except_id)


async def _said(desk: Desk, about: Occasion, key: str, overlaps: Sequence[Meeting] = ()) -> Text:
    """What is done, the meeting's details, and a warning where somebody has another meeting then."""
    zone = await zone_of_actor(desk)
    parts: list[Text] = [Say(key), meeting_notices.details(desk, about, desk.actor.person_id, zone)]
    if overlaps:
        parts.append(Say("meetings-overlap"))
    return Lines(tuple(parts), "\n\n")


def _keyboard(meeting: Meeting) -> Keyboard:
    return (
        meeting_notices.open_button(meeting),
        (Button(Say("menu-button"), press("menu.open")),),
    )


def actor_name(desk: Desk) -> str:
    """Full name of whoever acts."""
    return desk.actor.person.name if desk.actor.person is not None else ""


async def begin_move(desk: Desk, meeting_id: int) -> Show:
    """The form that moves a meeting."""
    return await _begin_change(desk, meeting_id, "meeting-move", Action.MOVE_MEETING)


async def begin_cancel(desk: Desk, meeting_id: int) -> Show:
    """The form that cancels a meeting."""
    return await _begin_change(desk, meeting_id, "meeting-cancel", Action.CANCEL_MEETING)


async def _begin_change(desk: Desk, meeting_id: int, form: str, action: Action) -> Show:
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, action, Scope.of(about.mentorship))
    planning.expect_planned(about.meeting)
    return await dialogue.begin(
        desk, form, subject=Subject("meeting", meeting_id), organisation_id=about.mentorship.organisation_id
    )


async def move(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.move`."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.MOVE_MEETING, Scope.of(about.mentorship))
    starts_at = meeting_notices.moment(answers["date"], answers["time"], await zone_of_actor(desk))
    moved = await move_to(desk, about, starts_at)
    overlaps = await _overlaps(desk, about.mentorship, starts_at, about.meeting.id)
    return (done(record, await _said(desk, moved, "meetings-moved", overlaps), _keyboard(moved.meeting)),)


async def move_to(desk: Desk, about: Occasion, starts_at: datetime, accepted: int | None = None) -> Occasion:
    """Move a meeting whatever led to it (`accepted`: a proposal), and tell everybody; Stale if somebody was quicker."""
    before = about.meeting
    after = planning.move(about.mentorship, before, starts_at, about.organisation.zone, desk.now)
    if after == before:
        return about
    if not await desk.work.meetings.change(before, after):
        raise Stale("meetings-refusal-changed")
    if accepted is not None:
        await desk.work.meetings.answer_proposal(accepted, accepted=True)
    await desk.work.meetings.close_proposals(before.id)
    moved = about.with_(after)
    said = Say("meetings-told-moved", {"who": actor_name(desk), "before": before.starts_at})
    keyboard = meeting_notices.invitation(moved)
    await meeting_notices.tell_everybody(desk, moved, said, keyboard=keyboard, besides=(before.planned_by,))
    return moved


async def cancel(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.cancel`: the reason is told to everybody and kept with the meeting."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.CANCEL_MEETING, Scope.of(about.mentorship))
    planning.expect_planned(about.meeting)
    reason = str(answers["reason"])
    after = replace(planning.cancel(about.meeting), outcome=reason, logged_by=desk.actor.person_id, logged_at=desk.now)
    if not await desk.work.meetings.change(about.meeting, after):
        raise Stale("meetings-refusal-changed")
    await desk.work.meetings.close_proposals(after.id)
    cancelled = about.with_(after)
    words = in_words(desk.house.surveys, "reason", reason, "meeting-cancel")
    said = Say("meetings-told-cancelled", {"who": actor_name(desk), "reason": words})
    await meeting_notices.tell_everybody(desk, cancelled, said, besides=(after.planned_by,))
    return (done(record, await _said(desk, cancelled, "meetings-cancelled"), _keyboard(after)),)


async def call_off(desk: Desk, mentorship_id: int) -> None:
    """What was planned ahead in a mentorship that is over is cancelled; all who expected it hear of it."""
    for meeting_id in await desk.work.meetings.cancel_planned(mentorship_id, by=desk.actor.person_id):
        called_off = await occasion(desk, meeting_id)
        await meeting_notices.tell_everybody(desk, called_off, Say("meetings-told-called-off"))
