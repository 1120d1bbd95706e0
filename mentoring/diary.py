"""The mentor's diary: what became of each meeting, and the hours. Moments are aware UTC."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.attendance import Attendance, present
from mentoring.clock import local_date
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting that is over, with who was there; of one that was not held nobody was. `next`: the meeting after it."""

    meeting: Meeting
    there: tuple[int, ...]
    away: tuple[Attendance, ...] = ()
    next: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """Held meetings and their minutes together."""

    meetings: int = 0
    minutes: int = 0


def entries(
    mentorship: Mentorship, meetings: Iterable[Meeting], marked: Mapping[int, tuple[Attendance, ...]]
) -> tuple[Entry, ...]:
    """The meetings that were held or not held, by time; those cancelled in time stand in no diary."""
    ordered = sorted(
        (one for one in meetings if one.state is not MeetingState.CANCELLED), key=lambda one: (one.starts_at, one.id)
    )
    found: list[Entry] = []
    for number, one in enumerate(ordered):
        if one.state is MeetingState.PLANNED:
            continue
        held = one.state is MeetingState.HELD
        marks = marked.get(one.id, ()) if held else ()
        after = ordered[number + 1] if number + 1 < len(ordered) else None
        away = tuple(each for each in marks if not each.present)
        found.append(Entry(one, present(mentorship, marks) if held else (), away, after))
    return tuple(found)


def of_person(of: Iterable[Entry], person_id: int) -> tuple[Entry, ...]:
    """The held meetings somebody was at: those that make their hours."""
    return tuple(one for one in of if person_id in one.there)


def hours(of: Iterable[Entry]) -> Hours:
    """Held meetings and their minutes."""
    held = [one.meeting for one in of if one.meeting.state is MeetingState.HELD]
    return Hours(len(held), sum(one.minutes or 0 for one in held))


def by_month(of: Iterable[Entry], zone: str) -> tuple[tuple[date, Hours], ...]:
    """Hours by month (its first day by the clock of `zone`), the earliest first; of months with meetings only."""
    months: dict[date, Hours] = {}
    for one in of:
        if one.meeting.state is MeetingState.HELD:
            month = local_date(one.meeting.starts_at, zone).replace(day=1)
            known = months.get(month, Hours())
            months[month] = Hours(known.meetings + 1, known.minutes + (one.meeting.minutes or 0))
    return tuple(sorted(months.items()))
