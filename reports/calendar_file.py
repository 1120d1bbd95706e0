"""Meetings as an .ics file (RFC 5545, 5546): opened on a phone it fills the calendar, a newer one replaces them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from locales import Wording
from mentoring.meetings import Meeting, MeetingFormat, MeetingState

USUAL_MINUTES = 60
"""How long a meeting stands in the calendar while nobody has said how long it takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as the reader is to see it.

    `people`: the others' names; `bot`: its user name, without the @; `place`: in the reader's words, of a lesson its
    subject and class; `link` opens an online meeting.
    """

    meeting: Meeting
    people: tuple[str, ...]
    organisation: str
    bot: str
    place: str | None = None
    link: str | None = None


def calendar_file(entries: Sequence[Entry], language: str, now: datetime) -> bytes:
    """The file's bytes. The same meeting has the same UID for ever; `sequence` tells which state is newer.

    Where all are cancelled it is METHOD:CANCEL, else they are published; each has its own STATUS. Times are UTC, so
    each phone shows its own zone. There is no alarm (the bot reminds), and no organiser: that would have to be a mail
    address.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//mentoring-bot//meetings//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if all(map(_is_cancelled, entries)) else "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, language, now))
    return bytes(calendar.to_ical())


def _is_cancelled(entry: Entry) -> bool:
    return entry.meeting.state is MeetingState.CANCELLED


def _event(entry: Entry, language: str, now: datetime) -> Event:
    meeting, wording = entry.meeting, Wording.load()
    about = wording.text(
        language,
        "report-calendar-about",
        people=", ".join(entry.people),
        organisation=entry.organisation,
        bot=f"https://t.me/{entry.bot}",
    )
    event = Event()
    event.add("uid", f"meeting-{meeting.id}@{entry.bot}.t.me")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if _is_cancelled(entry) else "CONFIRMED")
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("duration", timedelta(minutes=meeting.minutes or USUAL_MINUTES))
    event.add("summary", wording.text(language, _title(meeting)))
    event.add("description", about if entry.link is None else f"{about}\n{entry.link}")
    location = entry.link or entry.place
    if location:
        event.add("location", location)
    if entry.link is not None:
        event.add("url", entry.link)
    return event


def _title(meeting: Meeting) -> str:
    if meeting.format is MeetingFormat.LESSON:
        return "meetings-calendar-lesson"
    return f"report-calendar-title-{meeting.kind.value}"
