"""A meeting as an .ics file (RFC 5545, 5546): opened on a phone it goes into the calendar, a newer one replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from locales import Wording
from mentoring.meetings import Meeting, MeetingState

USUAL_MINUTES = 60
"""How long a meeting stands in the calendar while nobody has said how long it takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as the reader is to see it.

    `people`: the others' names; `bot`: its user name, without the @; `place`: in the reader's words, or a link.
    """

    meeting: Meeting
    people: tuple[str, ...]
    organisation: str
    bot: str
    place: str | None = None


def calendar_file(entry: Entry, language: str, now: datetime) -> bytes:
    """The file's bytes. The same meeting has the same UID for ever; `sequence` tells which state is newer.

    A cancelled meeting is told as METHOD:CANCEL with STATUS:CANCELLED, any other is published as confirmed. Times are
    UTC, so each phone shows its own zone. There is no alarm (the bot reminds), and no organiser: that would have
    to be a mail address.
    """
    cancelled = entry.meeting.state is MeetingState.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", "-//mentoring-bot//meetings//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(_event(entry, language, now, cancelled=cancelled))
    return bytes(calendar.to_ical())


def _event(entry: Entry, language: str, now: datetime, *, cancelled: bool) -> Event:
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
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("duration", timedelta(minutes=meeting.minutes or USUAL_MINUTES))
    event.add("summary", wording.text(language, f"report-calendar-title-{meeting.kind.value}"))
    event.add("description", about)
    if entry.place:
        event.add("location", entry.place)
        if entry.place.startswith(("https://", "http://")) and not set(entry.place) & set(" \r\n\t"):
            event.add("url", entry.place)
    return event
