"""How and where people meet: in person, online by a link, or at a lesson."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mentoring.errors import Invalid
from mentoring.meetings import Meeting, MeetingFormat

LONGEST_PLACE = 200
LONGEST_LINK = 500
_SCHEME = re.compile(r"https?:", re.IGNORECASE)
_LINK = re.compile(r"https://([a-z0-9.-]+)(:[0-9]{1,5})?([/?#][^\s<>\"\\^`{|}\x00-\x20]*)?", re.IGNORECASE)
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Format with what goes with it: a place in person, a lesson's subject and class, an online meeting's link."""

    format: MeetingFormat
    place: str | None = None
    link: str | None = None


def whereabouts(answer: str, lesson: str | None = None) -> Whereabouts:
    """What an answer to «Где встретимся?» means.

    It is a format's name (`online`, `lesson`), a link, or else a place in words; `lesson` is the subject and class that
    go with a lesson. Raises Invalid for a link that cannot be opened and for a place that is too long.
    """
    if answer == MeetingFormat.ONLINE:
        return Whereabouts(MeetingFormat.ONLINE)
    if answer == MeetingFormat.LESSON:
        return Whereabouts(MeetingFormat.LESSON, lesson)
    if _SCHEME.match(answer):
        return Whereabouts(MeetingFormat.ONLINE, link=checked_link(answer))
    if len(answer) > LONGEST_PLACE:
        raise Invalid("meetings-refusal-place-long", longest=LONGEST_PLACE)
    return Whereabouts(MeetingFormat.IN_PERSON, answer)


def checked_link(link: str) -> str:
    """The link, if phones open it: https, a host with a dot, no password, at most 500 characters. Else Invalid."""
    if len(link) > LONGEST_LINK:
        raise Invalid("meetings-refusal-link-long", longest=LONGEST_LINK)
    if not is_link(link):
        raise Invalid("meetings-refusal-link")
    return link


def is_link(text: str) -> bool:
    """Whether a text is such a link."""
    found = _LINK.fullmatch(text)
    return found is not None and _HOST.fullmatch(found[1]) is not None and len(text) <= LONGEST_LINK


def link_of(meeting: Meeting) -> str | None:
    """The link that opens a meeting; of one planned before links had a field of their own, its place."""
    if meeting.link is not None:
        return meeting.link
    return meeting.place if meeting.place is not None and is_link(meeting.place) else None
