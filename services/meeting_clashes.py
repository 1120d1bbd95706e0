"""What a form about a meeting warns of before it acts: who has another meeting then, and whether the room is taken.

Worth a warning, never a refusal; nobody learns what the other meetings are about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring import planning
from mentoring.errors import Invalid
from mentoring.meetings import Meeting, MeetingFormat
from mentoring.mentorships import Mentorship
from mentoring.whereabouts import Whereabouts
from messaging.replies import Say, Text
from services import attendance, meeting_overlaps, meeting_places, series
from services.desk import Asked, Desk
from services.meeting_occasion import around, moment, zone_of_actor
from services.meeting_races import FOLLOWING
from services.meeting_views import mentorship_of
from surveys.path import Answers

_DAYS = (("date", "time"), ("new_date", "new_time"))
"""How forms call the day and the hour that are asked for."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Short names of those who have another meeting, and the place where there is another one."""

    busy: str = ""
    taken: str | None = None

    def facts(self) -> dict[str, object]:
        """As forms know it: `busy` and `taken`."""
        known: dict[str, object] = {"busy": self.busy} if self.busy else {}
        return known if self.taken is None else {**known, "taken": self.taken}

    def sentences(self) -> tuple[Text, ...]:
        """What to warn of, none where there is nothing."""
        said: list[Text] = [Say("meetings-clash-busy", {"busy": self.busy})] if self.busy else []
        if self.taken is not None:
            said.append(Say("meetings-clash-taken", {"place": self.taken}))
        return tuple(said)


async def at(
    desk: Desk,
    mentorship: Mentorship,
    moments: Sequence[datetime],
    place: str | None,
    *,
    except_ids: Collection[int] = (),
) -> Clash:
    """Who is busy at one of `moments` at least, and whether `place` is taken at one of them."""
    found = await meeting_overlaps.busy_at_each(desk, mentorship, moments, except_ids=except_ids)
    busy = {each for people in found.values() for each in people}
    names = await meeting_overlaps.names(desk, [each for each in mentorship.people if each in busy])
    taken = place is not None and await _taken(desk, mentorship, moments, place)
    return Clash(names, place if taken else None)


async def _taken(desk: Desk, mentorship: Mentorship, moments: Sequence[datetime], place: str) -> bool:
    """Whether another mentorship of the organisation meets in the same room; «В школе» is no room."""
    question = desk.house.surveys.get("meeting-plan").question("place")
    usual = {str(quick.value) for quick in question.quick} if question is not None else set()
    if not moments or place in usual:
        return False
    first, last = min(moments) - planning.LENGTH, max(moments) + planning.LENGTH
    known = await desk.work.meetings.places(mentorship.organisation_id, first, last, besides=mentorship.id)
    return any(planning.is_taken(place, moment, known) for moment in moments)


async def facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """`busy` and `taken` for forms that ask when or where a meeting is to be, as soon as it is answered."""
    subject = asked.subject
    if subject is None or subject.kind not in ("meeting", "mentorship"):
        return {}
    meeting = await desk.work.meetings.get(subject.id) if subject.kind == "meeting" else None
    if subject.kind == "meeting" and meeting is None:
        return {}
    mentorship = await mentorship_of(desk, meeting.mentorship_id if meeting is not None else subject.id)
    moments = await _moments(desk, asked, meeting)
    ids = {meeting.id} if meeting is not None else set[int]()
    if meeting is not None and asked.facts.get(FOLLOWING) and moments:
        moved, _ = await series.moves(desk, await around(desk, meeting), moments[0])
        ids |= {after.id for _, after in moved}
        moments = [after.starts_at for _, after in moved]
    clash = await at(desk, mentorship, moments, _place(desk, asked.answers, meeting), except_ids=ids)
    return clash.facts()


async def logging_facts(desk: Desk, asked: Asked) -> Mapping[str, object]:
    """What the log of a meeting knows: of its attendance, and of a meeting that was moved."""
    return {**await attendance.facts(desk, asked), **await facts(desk, asked)}


async def _moments(desk: Desk, asked: Asked, meeting: Meeting | None) -> list[datetime]:
    """When it is to be by the answers, else as it is; none where only half of it is known."""
    for day, hour in _DAYS:
        if day in asked.answers and hour in asked.answers and asked.answers.get("what") != "place":
            return [moment(asked.answers[day], asked.answers[hour], await zone_of_actor(desk))]
    return [meeting.starts_at] if meeting is not None and "place" in asked.answers else []


def _place(desk: Desk, answers: Answers, meeting: Meeting | None) -> str | None:
    """The room that is asked for, else the one it has."""
    if "place" in answers and answers.get("what") != "time":
        try:
            return room(meeting_places.asked_for(desk, answers))
        except Invalid:  # the form's finish says what is wrong with it
            return None
    return room(Whereabouts(meeting.format, meeting.place, meeting.link)) if meeting is not None else None


def room(where: Whereabouts) -> str | None:
    """Where people meet in person."""
    return where.place if where.format is MeetingFormat.IN_PERSON else None
