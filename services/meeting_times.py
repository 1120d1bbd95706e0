"""«Хорошо», «Другое время», «Другое место»: the other side of a planned meeting answers, and the planner decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring import planning
from mentoring.access import Action, Scope, ensure
from mentoring.errors import NotFound, Stale, TooLate
from mentoring.meetings import TimeProposal
from mentoring.mentorships import Mentorship
from mentoring.reminders import Recipient
from mentoring.whereabouts import Whereabouts
from messaging.replies import Button, Keyboard, Lines, Moment, Replies, Say, Show, Style, Text, press
from services import (
    dialogue,
    drafts,
    meeting_clashes,
    meeting_notices,
    meeting_overlaps,
    meeting_places,
    meeting_races,
    meetings,
    notices,
)
from services.desk import Desk
from services.dialogue_screens import done
from services.meeting_details import clocks, where_words
from services.meeting_occasion import Occasion, actor_name, kind_name, moment, occasion, planner, zone_of_actor
from services.meeting_views import Card, card
from surveys.path import Value
from surveys.record import Record, Subject


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A proposal that makes a clash: whoever accepts it is asked whether it shall be so all the same."""

    meeting_id: int
    proposal_id: int
    clash: tuple[Text, ...]


async def fine(desk: Desk, meeting_id: int) -> Card:
    """The time suits the actor: whoever planned the meeting hears of it once."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    if about.meeting.starts_at <= desk.now:
        raise TooLate("refusal-meeting-begun")
    me, meeting = desk.actor.person_id, about.meeting
    planned_by = await planner(desk, about)
    others = [each for each in about.mentorship.people if each != me]
    for person_id in others if planned_by is None or planned_by == me else [planned_by]:
        await notices.to(
            desk,
            person_id,
            Say("meetings-told-fine", {"who": actor_name(desk), "when": meeting.starts_at}),
            keyboard=(meeting_notices.open_button(meeting),),
            slot=f"meeting:{meeting.id}",
            key=f"meeting_fine:{meeting.id}:{meeting.sequence}:{me}:{person_id}",
            due=desk.now,
        )
    return await card(desk, meeting_id)


async def begin_propose(desk: Desk, meeting_id: int, what: str = "time") -> Show:
    """The form that asks for another time, or (`what`) place."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    if about.meeting.starts_at <= desk.now:
        raise TooLate("refusal-meeting-begun")
    subject = Subject("meeting", meeting_id)
    await drafts.drop_other(desk, "meeting-propose", subject, {"what": what})
    return await dialogue.begin(
        desk,
        "meeting-propose",
        subject=subject,
        organisation_id=about.mentorship.organisation_id,
        facts=meeting_races.seen(about.meeting),
        prefilled={"what": what},
    )


async def counter(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.counter`: those who may decide are asked; nothing changes before."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.PROPOSE_TIME, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about, record)
    proposal = await _proposal(desk, about, answers)
    proposal = replace(proposal, id=await desk.work.meetings.propose(proposal))
    await _ask(desk, about, proposal)
    said = Say("meetings-proposed", {"when": Moment(proposal.starts_at), "now": about.meeting.starts_at})
    where = planning.asked_place(about.meeting, proposal)
    if where is not None:
        said = Say("meetings-proposed-place", {"place": where_words(desk, where)})
    return (done(record, said, (meeting_notices.open_button(about.meeting),)),)


async def _proposal(desk: Desk, about: Occasion, answers: Mapping[str, Value]) -> TimeProposal:
    me, comment = desk.actor.person_id or 0, answers.get("comment")
    words = str(comment) if comment is not None else None
    if answers["what"] == "place":
        where = meeting_places.asked_for(desk, answers)
        return planning.propose_place(about.meeting, where, proposed_by=me, comment=words, now=desk.now)
    return planning.propose_time(
        about.mentorship,
        about.meeting,
        moment(answers["date"], answers["time"], await zone_of_actor(desk)),
        about.organisation.zone,
        proposed_by=me,
        comment=words,
        now=desk.now,
    )


async def _ask(desk: Desk, about: Occasion, proposal: TimeProposal) -> None:
    mentorship, zones = about.mentorship, {one.person_id: one for one in about.audience}
    for person_id in _heard(mentorship, await planner(desk, about)):
        if planning.may_answer(about.meeting, proposal, person_id, mentorship.mentors):
            await notices.to(
                desk,
                person_id,
                await _asked(desk, about, proposal, zones.get(person_id)),
                keyboard=_answers(proposal),
                slot=f"meeting:{about.meeting.id}",
            )


def _heard(mentorship: Mentorship, planned_by: int | None) -> set[int]:
    """Its people, and the curator who planned it."""
    return {*mentorship.people, *([planned_by] if planned_by is not None else [])}


async def _asked(desk: Desk, about: Occasion, proposal: TimeProposal, reader: Recipient | None) -> Text:
    """What is asked for, by every clock, and who could not come then."""
    meeting, where = about.meeting, planning.asked_place(about.meeting, proposal)
    values = {
        "who": actor_name(desk),
        "kind": kind_name(desk, meeting.kind, about.mentorship),
        "now": meeting.starts_at,
    }
    parts: list[Text] = []
    if where is not None:
        parts.append(Say("meetings-told-proposed-place", {**values, "place": where_words(desk, where)}))
    else:
        parts.append(Say("meetings-told-proposed", {**values, "when": Moment(proposal.starts_at)}))
        zone = reader.zone if reader is not None else about.organisation.zone
        elsewhere = clocks(desk, about, zone, proposal.starts_at)
        parts += [Lines(tuple(elsewhere))] if elsewhere else []
    parts += await _clash(desk, about, proposal)
    if proposal.comment:
        parts.append(Say("meetings-comment", {"comment": proposal.comment}))
    return Lines(tuple(parts), "\n\n")


async def _overlap(desk: Desk, about: Occasion, proposal: TimeProposal) -> Text | None:
    except_ids = (about.meeting.id,)
    return await meeting_overlaps.warning(desk, about.mentorship, proposal.starts_at, except_ids=except_ids)


def _answers(proposal: TimeProposal) -> Keyboard:
    accept = Button(Say("meetings-button-accept"), press("meeting.accept", proposal.id), style=Style.GOOD)
    return ((accept,), (Button(Say("meetings-button-keep"), press("meeting.keep", proposal.id)),))


async def accept(desk: Desk, proposal_id: int, *, anyway: bool = False) -> Card | Doubtful:
    """The meeting is from now on as proposed, and everybody is told; first one is asked where that makes a clash.

    `anyway`: it was asked and answered.
    """
    about, proposal = await _open(desk, proposal_id)
    planning.accept(
        about.mentorship,
        about.meeting,
        proposal,
        person_id=desk.actor.person_id or 0,
        zone=about.organisation.zone,
        now=desk.now,
    )
    where = planning.asked_place(about.meeting, proposal)
    clash = await _clash(desk, about, proposal)
    if clash and not anyway:
        return Doubtful(about.meeting.id, proposal_id, clash)
    if where is not None:
        await meeting_places.relocate_to(desk, about, where, accepted=proposal_id)
        return await card(desk, about.meeting.id)
    await meetings.move_to(desk, about, proposal.starts_at, accepted=proposal_id)
    return replace(await card(desk, about.meeting.id), overlap=await _overlap(desk, about, proposal))


async def _clash(desk: Desk, about: Occasion, proposal: TimeProposal) -> tuple[Text, ...]:
    """What is to be known before a proposal is accepted: who is busy then, whether the room is taken."""
    meeting, where = about.meeting, planning.asked_place(about.meeting, proposal)
    place = where if where is not None else Whereabouts(meeting.format, meeting.place, meeting.link)
    moments = (meeting.starts_at if where is not None else proposal.starts_at,)
    room = meeting_clashes.room(place)
    clash = await meeting_clashes.at(desk, about.mentorship, moments, room, except_ids=(meeting.id,))
    return (replace(clash, busy="") if where is not None else clash).sentences()


async def keep(desk: Desk, proposal_id: int) -> Card:
    """The meeting stays as it is; who asked is told."""
    about, proposal = await _open(desk, proposal_id)
    planning.refuse(about.mentorship, about.meeting, proposal, desk.actor.person_id or 0)
    if not await desk.work.meetings.answer_proposal(proposal_id, accepted=False):
        raise Stale("refusal-proposal-closed")
    of_place = planning.asked_place(about.meeting, proposal) is not None
    key = "meetings-told-kept-place" if of_place else "meetings-told-kept"
    said = Say(key, {"who": actor_name(desk), "when": about.meeting.starts_at})
    if proposal.proposed_by in _heard(about.mentorship, await planner(desk, about)):
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
    await meeting_races.expect_planned(desk, about)
    return about, proposal
