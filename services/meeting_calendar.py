"""Meetings as a file for somebody's calendar; one sent later about the same meeting replaces it there."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.access import Action, Scope, ensure
from mentoring.meetings import Meeting, MeetingFormat
from mentoring.whereabouts import link_of
from messaging.replies import Button, File, Say, Show, press
from reports.calendar_file import Entry, calendar_file
from services.desk import Desk
from services.dialogue_screens import chosen_or_typed
from services.meeting_occasion import Occasion, occasion
from surveys.wording import Wording

FILE_NAME = "meeting.ics"


def calendar(desk: Desk, about: Occasion, person_id: int | None, *more: Meeting) -> File:
    """The meeting, and `more` of the same mentorship, in one file for one reader."""
    person = about.people.get(person_id) if person_id is not None else None
    language = person.language if person is not None else desk.actor.language
    entries = [_entry(desk, about, meeting, person_id, language) for meeting in (about.meeting, *more)]
    return File(FILE_NAME, calendar_file(entries, language, desk.now))


def _entry(desk: Desk, about: Occasion, meeting: Meeting, person_id: int | None, language: str) -> Entry:
    return Entry(
        meeting,
        about.names_for(person_id),
        about.organisation.name,
        desk.house.bot_name,
        _place(desk, meeting, language),
        link_of(meeting),
    )


def _place(desk: Desk, meeting: Meeting, language: str) -> str | None:
    """Where a meeting is, for a reader of that language; a lesson's subject and class, too."""
    words = meeting.place
    if words is None:
        words = meeting.format.value if meeting.format is not MeetingFormat.IN_PERSON else None
    if words is None:
        return None
    place = chosen_or_typed(desk.house.surveys, "place", words, "meeting-plan")
    return place.text(language) if isinstance(place, Wording) else words


async def on_press(desk: Desk, meeting_id: int) -> Show:
    """The file for the actor, who may have the meeting in their calendar as it was before."""
    about = await occasion(desk, meeting_id)
    ensure(desk.actor, Action.SEE_MEETING, Scope.of(about.mentorship))
    others: Sequence[Meeting] = ()
    if about.meeting.series_id is not None:
        series = await desk.work.meetings.of_mentorship(about.mentorship.id)
        others = [each for each in series if each.series_id == about.meeting.series_id and each.id != meeting_id]
    file = calendar(desk, about, desk.actor.person_id, *others)
    back = ((Button(Say("meetings-button-open"), press("meeting.card", meeting_id)),),)
    return Show(desk.actor.chat_id, f"ics:{meeting_id}", Say("meetings-calendar"), back, file, fresh=True)
