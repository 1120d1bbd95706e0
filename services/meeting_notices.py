"""A meeting with everybody around it, and telling them of it: each in their own words, zone and calendar file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from mentoring.clock import at
from mentoring.errors import NotFound
from mentoring.meetings import Meeting, MeetingKind
from mentoring.mentorships import Mentorship
from mentoring.people import Organisation, Person
from mentoring.reminders import Recipient
from mentoring.roles import Role
from messaging.replies import Button, File, Keyboard, Lines, Say, Text, press
from reports.calendar_file import Entry, calendar_file
from services import notices
from services.desk import Desk
from services.dialogue_screens import chosen_or_typed, in_words, own
from surveys.wording import Wording

FILE_NAME = "meeting.ics"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, its mentorship and organisation, its people by id, and whom a message about it reaches."""

    meeting: Meeting
    mentorship: Mentorship
    organisation: Organisation
    people: dict[int, Person]
    audience: tuple[Recipient, ...]

    def names_for(self, person_id: int | None) -> tuple[str, ...]:
        """Full names of the participants as one of them, a guardian or a curator reads them: all but oneself."""
        known = (self.people.get(each) for each in self.mentorship.people if each != person_id)
        return tuple(person.name for person in known if person is not None)

    def with_(self, meeting: Meeting) -> Occasion:
        """The same around a changed meeting."""
        return replace(self, meeting=meeting)


async def around(desk: Desk, meeting: Meeting, audience: tuple[Recipient, ...] | None = None) -> Occasion:
    """Everything around a meeting (`audience`, where it is known already); NotFound where its mentorship is gone."""
    mentorship = await desk.work.mentorships.get(meeting.mentorship_id)
    if mentorship is None:
        raise NotFound
    organisation = await desk.work.organisations.get(mentorship.organisation_id)
    if organisation is None:
        raise NotFound
    if audience is None:
        audience = (await desk.work.meetings.audiences([mentorship.id])).get(mentorship.id, ())
    ids = {*mentorship.people, *(one.person_id for one in audience), meeting.planned_by}
    return Occasion(meeting, mentorship, organisation, await desk.work.people.many(ids), audience)


async def occasion(desk: Desk, meeting_id: int) -> Occasion:
    """The same by the meeting's id."""
    meeting = await desk.work.meetings.get(meeting_id)
    if meeting is None:
        raise NotFound
    return await around(desk, meeting)


async def zone_of_actor(desk: Desk) -> str:
    """The zone in which whoever acts reads and types times."""
    return (await desk.work.chats.reader(desk.actor.chat_id)).zone


def moment(day: object, hour: object, zone: str) -> datetime:
    """Answers to a date and a time question as UTC."""
    return at(date.fromisoformat(str(day)), time.fromisoformat(str(hour)), zone)


def kind_name(desk: Desk, kind: MeetingKind) -> Text:
    """What the programme calls a kind of meeting."""
    named = next((step.name for step in desk.programme.cycle if step.kind is kind), None)
    return own(named) if named is not None else Say(f"report-calendar-title-{kind.value}")


def details(desk: Desk, about: Occasion, person_id: int | None, zone: str) -> Text:
    """Kind, time (also by the clocks of those elsewhere), place and people, line by line, for one reader."""
    meeting = about.meeting
    lines: list[Text] = [
        Say("meetings-line-kind", {"kind": kind_name(desk, meeting.kind)}),
        Say("meetings-line-when", {"when": meeting.starts_at}),
        *_elsewhere(desk, about, zone),
    ]
    if meeting.place:
        place = in_words(desk.house.surveys, "place", meeting.place, "meeting-plan")
        lines.append(Say("meetings-line-place", {"place": place}))
    names = about.names_for(person_id)
    if names:
        lines.append(Say("meetings-line-people", {"people": ", ".join(names)}))
    return Lines(tuple(lines))


def _elsewhere(desk: Desk, about: Occasion, zone: str) -> list[Text]:
    """The meeting's time in the zones of participants whose clocks differ from the reader's then."""
    starts_at = about.meeting.starts_at
    here = starts_at.astimezone(ZoneInfo(zone))
    found: dict[datetime, Text] = {}
    for one in about.audience:
        there = starts_at.astimezone(ZoneInfo(one.zone))
        clock = there.replace(tzinfo=None)
        if one.role is Role.GUARDIAN or clock == here.replace(tzinfo=None):
            continue
        key = "meetings-line-elsewhere" if there.date() == here.date() else "meetings-line-elsewhere-day"
        values = {"time": f"{there:%H:%M}", "day": there.date(), "there": zone_name(desk, one.zone)}
        found.setdefault(clock, Say(key, values))
    return [found[clock] for clock in sorted(found)]


def zone_name(desk: Desk, zone: str) -> Text:
    """What the programme calls a zone."""
    named = next((item.name for item in desk.programme.zones if item.id == zone), None)
    return own(named) if named is not None else zone


def calendar(desk: Desk, about: Occasion, person_id: int) -> File:
    """The meeting for somebody's calendar; one sent later about the same meeting replaces it."""
    person = about.people.get(person_id)
    language = person.language if person is not None else desk.actor.language
    others = about.names_for(person_id)
    place = _place(desk, about.meeting, language)
    entry = Entry(about.meeting, others, about.organisation.name, desk.house.bot_name, place)
    return File(FILE_NAME, calendar_file(entry, language, desk.now))


def _place(desk: Desk, meeting: Meeting, language: str) -> str | None:
    """Where a meeting is, for a reader of that language."""
    if not meeting.place:
        return None
    place = chosen_or_typed(desk.house.surveys, "place", meeting.place, "meeting-plan")
    return place.text(language) if isinstance(place, Wording) else meeting.place


def open_button(meeting: Meeting) -> tuple[Button, ...]:
    """The row that opens a meeting's card."""
    return (Button(Say("meetings-button-open"), press("meeting.card", meeting.id)),)


def invitation(about: Occasion) -> Keyboard:
    """What the other side of a planned meeting may answer."""
    fine = Button(Say("meetings-button-fine"), press("meeting.fine", about.meeting.id))
    return ((fine,), (Button(Say("meetings-button-propose"), press("meeting.propose", about.meeting.id)),))


async def tell_everybody(
    desk: Desk,
    about: Occasion,
    said: Say,
    *,
    keyboard: Keyboard = (),
    file: bool = True,
    besides: Collection[int] = (),
) -> None:
    """Tell all who hear of the meeting but the actor, and `besides` (a curator who planned it).

    Participants get `keyboard` (or the button to the card), guardians the text and the file alone.
    """
    told = {one.person_id: one for one in about.audience}
    for person_id in besides:
        told.setdefault(person_id, Recipient(person_id, about.organisation.zone, Role.CURATOR))
    for one in told.values():
        if one.person_id != desk.actor.person_id:
            buttons = keyboard if one.role in (Role.MENTOR, Role.MENTEE) else ()
            await _tell(desk, about, one, said, buttons or (open_button(about.meeting),), file)


async def _tell(desk: Desk, about: Occasion, one: Recipient, said: Say, keyboard: Keyboard, file: bool) -> None:
    text = Lines((said, details(desk, about, one.person_id, one.zone)), "\n\n")
    attached = calendar(desk, about, one.person_id) if file else None
    await notices.to(desk, one.person_id, text, keyboard=keyboard, slot=f"meeting:{about.meeting.id}", file=attached)
