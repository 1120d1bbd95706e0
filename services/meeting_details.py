"""A meeting line by line, as one reader sees it: kind, time by every clock, where, who."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.meetings import Meeting, MeetingFormat
from mentoring.whereabouts import Whereabouts, link_of
from messaging.replies import Lines, Moment, Say, Text
from services.desk import Desk
from services.dialogue_screens import in_words, own
from services.meeting_occasion import Occasion, kind_name


def details(desk: Desk, about: Occasion, person_id: int | None, zone: str) -> Text:
    """Kind, time (by the clocks of those elsewhere too), place and people, line by line, for a reader in `zone`."""
    meeting = about.meeting
    lines: list[Text] = [
        Say("meetings-line-kind", {"kind": kind_name(desk, meeting.kind, about.mentorship)}),
        Say("meetings-line-when", {"when": Moment(meeting.starts_at)}),
        *clocks(desk, about, zone, meeting.starts_at),
    ]
    where = whereabouts_line(desk, meeting)
    lines += [where] if where is not None else []
    names = about.names_for(person_id)
    if names:
        lines.append(Say("meetings-line-people", {"people": ", ".join(names)}))
    return Lines(tuple(lines))


def whereabouts_line(desk: Desk, meeting: Meeting) -> Text | None:
    """Where it is; None where nobody has said."""
    link = link_of(meeting)
    if link is not None:
        return Say("meetings-line-link", {"link": link})
    match meeting.format:
        case MeetingFormat.ONLINE:
            return Say("meetings-line-online")
        case MeetingFormat.LESSON if meeting.place:
            return Say("meetings-line-lesson", {"lesson": meeting.place})
        case MeetingFormat.LESSON:
            return Say("meetings-line-lesson-unnamed")
    return Say("meetings-line-place", {"place": place(desk, meeting.place)}) if meeting.place else None


def place(desk: Desk, words: str) -> Text:
    """A place as others read it: in their language if it was chosen."""
    return in_words(desk.house.surveys, "place", words, "meeting-plan")


def where_words(desk: Desk, where: Whereabouts) -> Text:
    """The same of a place that is asked for."""
    if where.link is not None:
        return where.link
    return place(desk, where.place or where.format.value)


def clocks(desk: Desk, about: Occasion, zone: str, moment: datetime) -> list[Text]:
    """A moment in the zones of organisation and participants, wherever their clocks differ from the reader's then.

    Zones that show the same time make one line.
    """
    here = moment.astimezone(ZoneInfo(zone))
    found: dict[datetime, Text] = {}
    for each in about.zones:
        there = moment.astimezone(ZoneInfo(each))
        clock = there.replace(tzinfo=None)
        if clock == here.replace(tzinfo=None):
            continue
        key = "meetings-line-elsewhere" if there.date() == here.date() else "meetings-line-elsewhere-day"
        values = {
            "time": f"{there:%H:%M}",
            "yours": f"{here:%H:%M}",
            "day": there.date(),
            "where": zone_name(desk, each),
        }
        found.setdefault(clock, Say(key, values))
    return [found[clock] for clock in sorted(found)]


def zone_name(desk: Desk, zone: str) -> Text:
    """What the programme calls a zone."""
    named = next((item.name for item in desk.programme.zones if item.id == zone), None)
    return own(named) if named is not None else zone
