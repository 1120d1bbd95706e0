"""What indicators count, taken from the ledger as a methodologist would on paper (docs/results.md#indicators)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.year.ledger import Asked, Ledger, Paper, Soul, Union

YOUNG = 3
"""Years of work up to which somebody is a young specialist."""
PLEASED = 7


@dataclass(frozen=True, slots=True)
class Period:
    """What is reported: its code, its first day, and the day of the report."""

    code: str
    first: date
    on: date


# --- who --------------------------------------------------------------------------------------------------------------


def full_years(since: date, on: date) -> int:
    """Anniversaries that have come, the day itself included."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def aged(least: int, most: int) -> Callable[[Soul, date], bool]:
    return lambda soul, on: least <= full_years(soul.birth, on) <= most


def young(soul: Soul, on: date) -> bool:
    """A teacher up to and with the third anniversary of the first working day."""
    if soul.category != "teacher" or soul.career is None or soul.career > on:
        return False
    return (soul.career.year + YOUNG, soul.career.month, soul.career.day) >= (on.year, on.month, on.day)


def _marked(ledger: Ledger, chat: int, place: int, need: str, on: date) -> str | None:
    """The value of what was marked of somebody there on a day («yes» where it has none); None: it did not hold."""
    for one in ledger.known:
        held = one.since <= on and (one.until is None or on < one.until)
        if (one.chat, one.place, one.need) == (chat, place, need) and held:
            return one.value or "yes"
    return None


# --- unions -----------------------------------------------------------------------------------------------------------


def _here(ledger: Ledger, place: int | None) -> Collection[Union]:
    return [one for one in ledger.unions.values() if one.began is not None and place in (None, one.place)]


def _entered(ledger: Ledger, place: int | None, on: date) -> list[Union]:
    found = []
    for one in _here(ledger, place):
        assert one.began is not None
        if ledger.begins <= ledger.day(one.began, one.place) <= on:
            found.append(one)
    return found


def _working(ledger: Ledger, place: int | None, period: Period) -> list[Union]:
    found = []
    for one in _here(ledger, place):
        assert one.began is not None
        ended = None if one.ended is None else ledger.day(one.ended, one.place)
        first = max(period.first, ledger.begins)
        if ledger.day(one.began, one.place) <= period.on and (ended is None or ended >= first):
            found.append(one)
    return found


def came_in(side: str, fits: Callable[[Soul, date], bool]) -> Callable[[Ledger, int | None, Period], tuple[int, None]]:
    def count(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
        who = {chat for one in _entered(ledger, place, period.on) for chat in getattr(one, side)}
        return sum(fits(ledger.souls[chat], period.on) for chat in who), None

    return count


def enterprises(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    """Organisations of the kind to which mentors belong; of others the workplace they named; each name once."""
    names = set()
    for one in _entered(ledger, place, period.on):
        for chat in one.mentors:
            soul = ledger.souls[chat]
            own = [ledger.places[each].name for each in soul.belongs if ledger.places[each].kind == "enterprise"]
            names.update(own or ([soul.workplace] if soul.workplace else []))
    return len({name.casefold() for name in names}), None


def guides(
    who: str, need: str | None = None, grades: Collection[int] = (), under: int | None = None
) -> Callable[[Ledger, int | None, Period], tuple[int, None]]:
    """Teachers who are mentors of a mentee of this category of whom this is so."""

    def fits(ledger: Ledger, chat: int, place: int, on: date) -> bool:
        soul = ledger.souls[chat]
        right = soul.category == who and (not grades or soul.grade in grades)
        young = under is None or full_years(soul.birth, on) < under
        return right and young and (need is None or _marked(ledger, chat, place, need, on) is not None)

    def count(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
        mentors = {
            chat
            for one in _working(ledger, place, period)
            if any(fits(ledger, mentee, one.place, period.on) for mentee in one.mentees)
            for chat in one.mentors
            if ledger.souls[chat].category == "teacher"
        }
        return len(mentors), None

    return count


def staff(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    """Heads and curators; mentors who are deputies or tutors by post, or of the first or highest category."""
    who = {
        one.chat
        for one in ledger.staff
        if one.role in ("head", "curator")
        and place in (None, one.place)
        and ledger.day(one.since, one.place) <= period.on
    }
    for one in _working(ledger, place, period):
        for chat in one.mentors:
            soul = ledger.souls[chat]
            post = (soul.post or "").casefold()
            at_home = one.place if one.place in soul.belongs else soul.belongs[0]
            rank = _marked(ledger, chat, at_home, "qualification", period.on)
            if "заместитель" in post or "тьютор" in post or rank in ("first", "highest"):
                who.add(chat)
    return len(who), None


def with_a_tutor(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    who = set()
    for one in _working(ledger, place, period):
        for chat in one.mentees:
            concluded = _marked(ledger, chat, one.place, "pmpk", period.on) is not None
            tutor = _marked(ledger, chat, one.place, "tutor", period.on) is not None or one.model == "special-needs"
            if ledger.souls[chat].category == "pupil" and concluded and tutor:
                who.add(chat)
    return len(who), None


# --- organisations and answers ----------------------------------------------------------------------------------------


def with_paper(states: Collection[str]) -> Callable[[Ledger, int | None, Period], tuple[int, None]]:
    def there(ledger: Ledger, paper: Paper, on: date) -> bool:
        if paper.steps[-1][0] == "archived" or (paper.until is not None and paper.until < on):
            return False
        passed = [(state, ledger.day(at, paper.place)) for state, at in paper.steps]
        if paper.dated is not None:
            passed[0] = ("kept", min(passed[0][1], paper.dated))
        done = [state for state, day in passed if day <= on]
        return bool(done) and done[-1] in states

    def count(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
        found = {one.place for one in ledger.papers if there(ledger, one, period.on)}
        return len({each for each in found if place in (None, each)}), None

    return count


def monitored(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    """The criteria filled in, or the report sent, in the calendar year and up to the day of the report."""
    found = set()
    for one in ledger.reports:
        day = ledger.day(one.at, one.place)
        back = one.returned is not None and ledger.day(one.returned, one.place) <= period.on
        if not back and day.year == period.first.year and day <= period.on and place in (None, one.place):
            found.add(one.place)
    return len(found), None


def pleased(side: str) -> Callable[[Ledger, int | None, Period], tuple[int, int | None]]:
    """Of everybody who answered in the year before: whose newest answers have a mean of seven."""

    def count(ledger: Ledger, place: int | None, period: Period) -> tuple[int, int | None]:
        first = max(_year_before(period.on) + timedelta(days=1), ledger.begins)
        newest: dict[int, Asked] = {}
        for one in sorted(ledger.asked.values(), key=lambda each: (each.answered is not None, each.answered, each.id)):
            if one.answered is None or one.side != side or place not in (None, one.place):
                continue
            if first <= _day(ledger, one.answered) <= period.on and _satisfaction(one):
                newest[one.chat] = one
        good = [one for one in newest.values() if sum(_satisfaction(one)) >= PLEASED * len(_satisfaction(one))]
        return len(good), len(newest)

    return count


def _day(ledger: Ledger, moment: datetime) -> date:
    """Answers are of the day by the programme's clock."""
    return moment.astimezone(ZoneInfo(ledger.zone)).date()


def _satisfaction(one: Asked) -> list[int]:
    return [value for measure, value in one.marks if measure == "satisfaction"]


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
