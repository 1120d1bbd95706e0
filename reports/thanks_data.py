"""What papers of thanks are made of: data in, with names in the nominative."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.clock import local_date
from mentoring.events import Event, Result


@dataclass(frozen=True, slots=True)
class Merit:
    """A result of a contest or a festival that was announced: a place from 1, a nomination, or both."""

    title: str
    day: date
    place: int | None
    nomination: str | None

    @classmethod
    def of(cls, event: Event, result: Result, zone: str) -> Merit:
        """A result with the event's name and its day in `zone`."""
        return cls(event.title, local_date(event.starts_at, zone), result.place, result.nomination)


@dataclass(frozen=True, slots=True)
class MeritPaper:
    """The diploma of a contest. `kind`: `contest` or `festival`; `called`: that in the programme's own words.

    `called`, `head` None: the programme has none; a line to be filled in.
    """

    name: str
    kind: str
    called: str | None
    merit: Merit
    organisation: str
    head: str | None


@dataclass(frozen=True, slots=True)
class AwardPaper:
    """A letter of thanks or a diploma. `kind`: `letter` or `diploma`; `title`: the award's name in the document.

    `name`: who is thanked, or whose parents are; `parents` None: the person, else the names of those who are known.
    `role`: `mentor`, or `mentee` (for mentees, or both);
    `school_year`: the calendar year it begins in; `head` None: a line to be filled in; `merits`: results of contests
    of that year which it names.
    """

    kind: str
    title: str
    name: str
    parents: tuple[str, ...] | None
    role: str
    organisation: str
    head: str | None
    number: str
    day: date
    school_year: int
    merits: tuple[Merit, ...] = ()


@dataclass(frozen=True, slots=True)
class Led:
    """One mentorship of a mentor. `form`: its name; `order`: number and date of the order, if there is one."""

    form: str
    several: bool
    begun: date
    ended: date | None
    meetings: int
    minutes: int
    order: tuple[str, date] | None = None


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """What a mentor has done; it names no mentee."""

    name: str
    organisation: str
    head: str | None
    day: date
    led: tuple[Led, ...]

    @property
    def meetings(self) -> int:
        return sum(one.meetings for one in self.led)

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.led)


@dataclass(frozen=True, slots=True)
class Honoured:
    """Somebody on the board, and what for: the names of their awards in the reader's language."""

    name: str
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board of honour of a place in a school year."""

    place: str
    school_year: int
    people: tuple[Honoured, ...]


@dataclass(frozen=True, slots=True)
class SiteText:
    """What a school tells of its mentoring: numbers of the school year from `first` to `last`, names with consent.

    `pairs`: mentorships at work in it, `completed` of them to their planned end; `events`: title and day; `winners`:
    names with what they achieved in contests; `satisfaction`: mean of ten, where
    enough people answered.
    """

    organisation: str
    school_year: int
    first: date
    last: date
    pairs: int
    mentors: int
    mentees: int
    meetings: int
    minutes: int
    completed: int
    people: tuple[Honoured, ...]
    events: tuple[tuple[str, date], ...] = ()
    thanked: int = 0
    satisfaction: float | None = None
    winners: tuple[tuple[str, Merit], ...] = ()
