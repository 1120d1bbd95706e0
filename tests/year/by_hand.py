"""The 21 indicators of the four documents that set any, counted from the ledger as a methodologist would on paper.

Each programme's indicators are written out here once more, from the documents and docs/results.md, not from its file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
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


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of one organisation or of the municipality. `below` None: nobody has typed it in."""

    number: int
    below: int | None
    plan: str | None
    falls: bool = False

    @property
    def share(self) -> Decimal | None:
        """Per cent, half up to thousandths."""
        if not self.below:
            return None
        return (Decimal(100 * self.number) / self.below).quantize(Decimal("0.001"), ROUND_HALF_UP)

    @property
    def met(self) -> bool | None:
        if self.share is None or self.plan is None:
            return None
        return self.share <= Decimal(self.plan) if self.falls else self.share >= Decimal(self.plan)


@dataclass(frozen=True, slots=True)
class Rule:
    """`count`: the numerator of an organisation, or (None) of all. `below`: the denominator's name; `alone`: it is one
    number for the municipality. `answers`: the denominator is counted, too. `few`: it tells of a sensitive category."""

    count: Callable[[Ledger, int | None, Period], tuple[int, int | None]]
    below: str | None = None
    alone: bool = False
    plans: tuple[tuple[str, str], ...] = ()
    falls: bool = False
    few: bool = False
    answers: bool = False


# --- who --------------------------------------------------------------------------------------------------------------


def full_years(since: date, on: date) -> int:
    """Anniversaries that have come, the day itself included."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def _aged(least: int, most: int) -> Callable[[Soul, date], bool]:
    return lambda soul, on: least <= full_years(soul.birth, on) <= most


def _young(soul: Soul, on: date) -> bool:
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


def _came_in(side: str, fits: Callable[[Soul, date], bool]) -> Callable[[Ledger, int | None, Period], tuple[int, None]]:
    def count(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
        who = {chat for one in _entered(ledger, place, period.on) for chat in getattr(one, side)}
        return sum(fits(ledger.souls[chat], period.on) for chat in who), None

    return count


def _enterprises(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    """Organisations of the kind to which mentors belong; of others the workplace they named; each name once."""
    names = set()
    for one in _entered(ledger, place, period.on):
        for chat in one.mentors:
            soul = ledger.souls[chat]
            own = [ledger.places[each].name for each in soul.belongs if ledger.places[each].kind == "enterprise"]
            names.update(own or ([soul.workplace] if soul.workplace else []))
    return len({name.casefold() for name in names}), None


def _guides(
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


def _staff(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
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


def _with_a_tutor(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    who = set()
    for one in _working(ledger, place, period):
        for chat in one.mentees:
            concluded = _marked(ledger, chat, one.place, "pmpk", period.on) is not None
            tutor = _marked(ledger, chat, one.place, "tutor", period.on) is not None or one.model == "special-needs"
            if ledger.souls[chat].category == "pupil" and concluded and tutor:
                who.add(chat)
    return len(who), None


# --- organisations and answers ----------------------------------------------------------------------------------------


def _with_paper(states: Collection[str]) -> Callable[[Ledger, int | None, Period], tuple[int, None]]:
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


def _monitored(ledger: Ledger, place: int | None, period: Period) -> tuple[int, None]:
    """The criteria filled in, or the report sent, in the calendar year and up to the day of the report."""
    found = set()
    for one in ledger.reports:
        day = ledger.day(one.at, one.place)
        back = one.returned is not None and ledger.day(one.returned, one.place) <= period.on
        if not back and day.year == period.first.year and day <= period.on and place in (None, one.place):
            found.add(one.place)
    return len(found), None


def _pleased(side: str) -> Callable[[Ledger, int | None, Period], tuple[int, int | None]]:
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


# --- the documents ----------------------------------------------------------------------------------------------------

_CHILDREN = _came_in("mentees", _aged(10, 19))
_TEENAGERS = _came_in("mentors", _aged(15, 19))

RULES: dict[str, dict[str, Rule]] = {
    "kumtorkala": {
        "1": Rule(_CHILDREN, "children", alone=True),
        "2": Rule(_TEENAGERS, "children", alone=True),
        "3": Rule(_came_in("mentees", _young), "young-teachers", alone=True),
        "4": Rule(_came_in("mentors", _young), "young-teachers", alone=True),
        "5": Rule(_pleased("mentee"), answers=True),
        "6": Rule(_pleased("mentor"), answers=True),
    },
    "kavkazsky": {
        "5.1.1": Rule(_CHILDREN, "children-10-19"),
        "5.1.2": Rule(_TEENAGERS, "youth-15-19"),
        "5.1.3": Rule(_came_in("mentees", _young), "young-teachers"),
        "5.1.4": Rule(_enterprises, "enterprises", alone=True),
        "5.1.5": Rule(_pleased("mentee"), answers=True),
        "5.1.6": Rule(_pleased("mentor"), answers=True),
    },
    "seversk": {
        "iv.1": Rule(_with_paper(("kept", "sent", "approved")), "organisations", alone=True, plans=(("2026", "100"),)),
        "iv.3": Rule(
            _monitored,
            "organisations",
            alone=True,
            plans=(("2026", "100"), ("2027", "100"), ("2028", "100"), ("2029", "100")),
        ),
        "iv.4": Rule(
            _with_paper(("approved",)),
            "organisations",
            alone=True,
            plans=(("2026", "40"), ("2027", "60"), ("2028", "80"), ("2029", "100")),
        ),
    },
    "kyzyl": {
        "2.1": Rule(_staff, "named-staff", plans=(("2026", "100"), ("2027", "100"))),
        "2.1.1": Rule(_guides("teacher", under=35), "teachers", plans=(("2027", "0.8"),)),
        "2.1.2": Rule(_guides("teacher", "low_results"), "teachers", plans=(("2027", "0.6"),), falls=True, few=True),
        "2.1.3": Rule(
            _guides("pupil", "underachieving", (8, 9)), "teachers", plans=(("2027", "4"),), falls=True, few=True
        ),
        "2.1.4": Rule(_guides("pupil", "register"), "teachers", plans=(("2027", "15"),), falls=True, few=True),
        "2.1.5": Rule(_with_a_tutor, "pupils", plans=(("2027", "0.17"),), few=True),
    },
}


def found(ledger: Ledger, rule: Rule, name: str, place: int | None, period: Period) -> Found:
    """The indicator there: numerator, denominator, plan."""
    number, answered = rule.count(ledger, place, period)
    below = (answered or None) if rule.answers else _below(ledger, rule, place, period.on)
    return Found(number, below, _plan(ledger, rule, name, place, period), rule.falls)


def _below(ledger: Ledger, rule: Rule, place: int | None, on: date) -> int | None:
    typed = None if rule.below is None or (rule.alone and place is not None) else _typed(ledger, rule.below, place, on)
    if typed is not None or place is not None or rule.alone or rule.below is None:
        return typed
    reporting = [one.id for one in ledger.places.values() if one.kind != "enterprise"]
    each = [_typed(ledger, rule.below, one, on) for one in reporting]
    return None if None in each else sum(one for one in each if one is not None)


def _typed(ledger: Ledger, name: str, place: int | None, on: date) -> int | None:
    """The newest of those dated up to the day, else the first one after it; of one day the one typed last."""
    mine = [one for one in ledger.typed if (one.place, one.name) == (place, name)]
    before = [one for one in mine if one.on <= on]
    if before:
        newest = max(one.on for one in before)
        return [one.value for one in before if one.on == newest][-1]
    first = min((one.on for one in mine), default=None)
    return None if first is None else [one.value for one in mine if one.on == first][-1]


def _plan(ledger: Ledger, rule: Rule, name: str, place: int | None, period: Period) -> str | None:
    if rule.alone and place is not None:
        return None
    for whose in (place, None):
        if (whose, name, period.code) in ledger.plans:
            return ledger.plans[whose, name, period.code]
    return dict(rule.plans).get(period.code[:4])
