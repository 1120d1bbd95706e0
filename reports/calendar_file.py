"""An .ics file (RFC 5545, 5546): opened on a phone it fills the calendar, a newer one of the same thing replaces it.

Meetings are here; what they share with events is `Slot` and `calendar`.
"""

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
class Slot:
    """Something in a calendar. `uid`: the same thing's for ever; `sequence` tells which state of it is newer."""

    uid: str
    sequence: int
    cancelled: bool
    starts_at: datetime
    length: timedelta
    title: str
    about: str
    location: str | None = None
    link: str | None = None


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
    """Meetings: the file's bytes."""
    return calendar([_slot(entry, language) for entry in entries], now)


def calendar(slots: Sequence[Slot], now: datetime) -> bytes:
    """The file's bytes.

    Where all are cancelled it is METHOD:CANCEL, else they are published; each has its own STATUS. Times are UTC, so
    each phone shows its own zone. There is no alarm (the bot reminds), and no organiser: that would have to be a mail
    address.
    """
    made = Calendar()
    made.add("prodid", "-//mentoring-bot//meetings//RU")
    made.add("version", "2.0")
    made.add("method", "CANCEL" if all(slot.cancelled for slot in slots) else "PUBLISH")
    for slot in slots:
        made.add_component(_event(slot, now))
    return bytes(made.to_ical())


def _event(slot: Slot, now: datetime) -> Event:
    event = Event()
    event.add("uid", slot.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", slot.sequence)
    event.add("status", "CANCELLED" if slot.cancelled else "CONFIRMED")
    event.add("dtstart", slot.starts_at.astimezone(UTC))
    event.add("duration", slot.length)
    event.add("summary", slot.title)
    event.add("description", slot.about if slot.link is None else f"{slot.about}\n{slot.link}")
    location = slot.link or slot.location
    if location:
        event.add("location", location)
    if slot.link is not None:
        event.add("url", slot.link)
    return event


def _slot(entry: Entry, language: str) -> Slot:
    meeting, wording = entry.meeting, Wording.load()
    about = wording.text(
        language,
        "report-calendar-about",
        people=", ".join(entry.people),
        organisation=entry.organisation,
        bot=f"https://t.me/{entry.bot}",
    )
    return Slot(
        f"meeting-{meeting.id}@{entry.bot}.t.me",
        meeting.sequence,
        meeting.state is MeetingState.CANCELLED,
        meeting.starts_at,
        timedelta(minutes=meeting.minutes or USUAL_MINUTES),
        wording.text(language, _title(meeting)),
        about,
        entry.place,
        entry.link,
    )


def _title(meeting: Meeting) -> str:
    if meeting.format is MeetingFormat.LESSON:
        return "meetings-calendar-lesson"
    return f"report-calendar-title-{meeting.kind.value}"
