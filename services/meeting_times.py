"""«Хорошо» and «Другое время»: the other side of a planned meeting answers, and the planner decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mentoring import planning
from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound, Stale, TooLate
from mentoring.meetings import TimeProposal
from messaging.replies import Button, Keyboard, Lines, Replies, Say, Show, Style, Text, press
from services import dialogue, meeting_notices, meetings, notices
from services.desk import Desk
from services.dialogue_screens import done
from services.meeting_notices import Occasion, occasion, zone_of_actor
from services.meeting_views import Card, card
from surveys.path import Value
from surveys.record import Record, Subject


async def fine(desk: Desk, meeting_id: int) -> Card:
    """The time suits the actor: whoever planned the meeting hears of it once."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    planning.expect_planned(about.meeting)
    if about.meeting.starts_at <= desk.now:
        raise TooLate("refusal-meeting-begun")
    me, meeting = desk.actor.person_id, about.meeting
    hear = {meeting.planned_by} - {me} or set(about.mentorship.people) - {me}
    for person_id in hear - {None}:
        await notices.to(
            desk,
            person_id,
            Say("meetings-told-fine", {"who": meetings.actor_name(desk), "when": meeting.starts_at}),
            keyboard=(meeting_notices.open_button(meeting),),
            slot=f"meeting:{meeting.id}",
            key=f"meeting_fine:{meeting.id}:{meeting.sequence}:{me}:{person_id}",
            due=desk.now,
        )
    return await card(desk, meeting_id)


async def begin_propose(desk: Desk, meeting_id: int) -> Show:
    """The form that asks for another time."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    planning.expect_planned(about.meeting)
    if about.meeting.starts_at <= desk.now:
        raise TooLate("refusal-meeting-begun")
    subject = Subject("meeting", meeting_id)
    return await dialogue.begin(
        desk, "meeting-propose", subject=subject, organisation_id=about.mentorship.organisation_id
    )


async def counter(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.counter`: those who may decide are asked; nothing moves before."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    comment = answers.get("comment")
    proposal = planning.propose_time(
        about.mentorship,
        about.meeting,
        meeting_notices.moment(answers["date"], answers["time"], await zone_of_actor(desk)),
        about.organisation.zone,
        proposed_by=desk.actor.person_id or 0,
        comment=str(comment) if comment is not None else None,
        now=desk.now,
    )
    proposal = replace(proposal, id=await desk.work.meetings.propose(proposal))
    await _ask(desk, about, proposal)
    said = Say("meetings-proposed", {"when": proposal.starts_at, "now": about.meeting.starts_at})
    return (done(record, said, (meeting_notices.open_button(about.meeting),)),)


async def _ask(desk: Desk, about: Occasion, proposal: TimeProposal) -> None:
    mentorship = about.mentorship
    for person_id in {*mentorship.people, about.meeting.planned_by}:
        if planning.may_answer(about.meeting, proposal, person_id, mentorship.mentors):
            await notices.to(
                desk,
                person_id,
                _asked(desk, about, proposal),
                keyboard=_answers(proposal),
                slot=f"meeting:{about.meeting.id}",
            )


def _asked(desk: Desk, about: Occasion, proposal: TimeProposal) -> Text:
    parts: list[Text] = [
        Say(
            "meetings-told-proposed",
            {
                "who": meetings.actor_name(desk),
                "kind": meeting_notices.kind_name(desk, about.meeting.kind),
                "now": about.meeting.starts_at,
                "when": proposal.starts_at,
            },
        )
    ]
    if proposal.comment:
        parts.append(Say("meetings-comment", {"comment": proposal.comment}))
    return Lines(tuple(parts), "\n\n")


def _answers(proposal: TimeProposal) -> Keyboard:
    accept = Button(Say("meetings-button-accept"), press("meeting.accept", proposal.id), style=Style.GOOD)
    return ((accept,), (Button(Say("meetings-button-keep"), press("meeting.keep", proposal.id)),))


async def accept(desk: Desk, proposal_id: int) -> Card:
    """The meeting moves to the proposed time and everybody is told."""
    about, proposal = await _open(desk, proposal_id)
    planning.accept(
        about.mentorship,
        about.meeting,
        proposal,
        person_id=desk.actor.person_id or 0,
        zone=about.organisation.zone,
        now=desk.now,
    )
    await meetings.move_to(desk, about, proposal.starts_at, accepted=proposal_id)
    return await card(desk, about.meeting.id)


async def keep(desk: Desk, proposal_id: int) -> Card:
    """The meeting stays where it is; who asked is told."""
    about, proposal = await _open(desk, proposal_id)
    planning.refuse(about.mentorship, about.meeting, proposal, desk.actor.person_id or 0)
    if not await desk.work.meetings.answer_proposal(proposal_id, accepted=False):
        raise Stale("refusal-proposal-closed")
    said = Say("meetings-told-kept", {"who": meetings.actor_name(desk), "when": about.meeting.starts_at})
    keyboard = (meeting_notices.open_button(about.meeting),)
    await notices.to(desk, proposal.proposed_by, said, keyboard=keyboard, slot=f"meeting:{about.meeting.id}")
    return await card(desk, about.meeting.id)


async def _open(desk: Desk, proposal_id: int) -> tuple[Occasion, TimeProposal]:
    """A proposal the actor may decide on: a participant, or a curator who planned the meeting."""
    proposal = await desk.work.meetings.proposal(proposal_id)
    if proposal is None:
        raise NotFound
    about = await occasion(desk, proposal.meeting_id)
    inside = desk.actor.person_id in about.mentorship.people
    action = Action.ANSWER_TIME if inside else Action.MOVE_MEETING
    ensure(desk.actor, action, Scope.of(about.mentorship))
    return about, proposal
