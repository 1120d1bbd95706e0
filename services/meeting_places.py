"""Where a meeting is to be: what people answer, and another place, lesson or link for a planned one."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring import planning
from mentoring.access import Action, Scope, ensure
from mentoring.meetings import Meeting, MeetingFormat
from mentoring.whereabouts import Whereabouts, link_of, whereabouts
from messaging.replies import Replies, Say, Show
from services import dialogue, meeting_changes, meeting_notices, meeting_races
from services.desk import Desk
from services.dialogue_screens import done
from services.meeting_occasion import Occasion, actor_name, occasion
from surveys.path import Value
from surveys.record import Record, Subject
from surveys.wording import Wording


def asked_for(desk: Desk, answers: Mapping[str, Value]) -> Whereabouts:
    """The answers `place` and `lesson` of a form; whoever types a button's words means the button. Raises Invalid."""
    answer, lesson = str(answers["place"]).strip(), answers.get("lesson")
    question = desk.house.surveys.get("meeting-plan").question("place")
    for quick in question.quick if question is not None else ():
        label = quick.label
        if isinstance(label, Wording) and answer.casefold() in {each.casefold() for each in label.variants()}:
            answer = str(quick.value)
    return whereabouts(answer, str(lesson) if lesson is not None else None)


async def begin(desk: Desk, meeting_id: int) -> Show:
    """The form that changes the place or link."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.MOVE_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about)
    return await dialogue.begin(
        desk,
        "meeting-place",
        subject=Subject("meeting", meeting_id),
        organisation_id=about.mentorship.organisation_id,
        facts=meeting_races.seen(about.meeting),
    )


async def relocate(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `meetings.relocate`."""
    about = await occasion(desk, record.about("meeting") or 0)
    ensure(desk.actor, Action.MOVE_MEETING, Scope.of(about.mentorship))
    await meeting_races.expect_planned(desk, about, record)
    there = await relocate_to(desk, about, asked_for(desk, answers))
    return (
        done(
            record,
            await meeting_notices.said(desk, there, Say("meetings-relocated")),
            meeting_notices.after(desk, there),
        ),
    )


async def relocate_to(desk: Desk, about: Occasion, where: Whereabouts, accepted: int | None = None) -> Occasion:
    """Another place whatever led to it (`accepted`: a proposal), and tell everybody; Stale if somebody was quicker."""
    after = planning.relocate(about.meeting, where)
    said = Say(_told(about.meeting, after), {"who": actor_name(desk)})
    return await meeting_changes.become(desk, about, after, said, accepted)


def _told(before: Meeting, after: Meeting) -> str:
    """What is news: the link, if both are online and one is there; else the place."""
    if after.format is before.format is MeetingFormat.ONLINE and link_of(after) is not None:
        return "meetings-told-link-changed" if link_of(before) is not None else "meetings-told-link"
    return "meetings-told-relocated"
