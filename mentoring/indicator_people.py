"""Whether somebody is what an indicator counts, by what is known of them on the report date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentoring.names import plain
from mentoring.needs import Need, Needs
from mentoring.numerators import Persons
from mentoring.roles import Category

_GRADE = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of a person outside an organisation's needs; None: not known."""

    id: int
    birth: date | None = None
    category: Category | None = None
    school_class: str | None = None
    post: str | None = None
    career_start: date | None = None
    hired_here: date | None = None
    workplace: str | None = None


Known = Callable[[int, int], Needs | None]
"""What the curators of an organisation know of a person: by person and organisation."""
_Check = Callable[[PersonFacts], bool | None]


class Judge:
    """Says of people whether they are such `persons` on a day; bounds of dates are worked out once."""

    def __init__(self, persons: Persons, on: date) -> None:
        self._on = on
        self._needs = persons.needs
        self._qualification = frozenset(each.value for each in persons.qualification)
        self._checks = tuple(_checks(persons, on))

    def sees(self, person: PersonFacts, organisation_id: int, known: Known) -> bool | None:
        """True or False; None if it may be, but something that matters is not known. Needs are asked last."""
        sure = True
        for check in self._checks:
            verdict = check(person)
            if verdict is False:
                return False
            sure = sure and verdict is True
        if (self._needs or self._qualification) and not self._of_needs(known(person.id, organisation_id)):
            return False
        return True if sure else None

    def _of_needs(self, needs: Needs | None) -> bool:
        """What nobody has marked does not hold: a mark is made, it is not forgotten."""
        if needs is None or not all(needs.on(need, self._on) for need in self._needs):
            return False
        return not self._qualification or needs.value_on(Need.QUALIFICATION, self._on) in self._qualification


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February for a 29th that is not there.

    Who was born on that day or before has so many full years.
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _checks(persons: Persons, on: date) -> list[_Check]:
    found: list[_Check] = []
    if persons.categories:
        found.append(_of_category(persons.categories))
    if persons.age is not None:
        least, most = persons.age
        found.append(_born(years_before(on, most + 1), years_before(on, least)))
    if persons.under is not None:
        found.append(_born(years_before(on, persons.under), date.max))
    if persons.experience is not None:
        found.append(_working(persons.experience, on, lambda person: person.career_start))
    if persons.hired is not None:
        found.append(_working(persons.hired, on, lambda person: person.hired_here))
    if persons.grades:
        found.append(_in_grade(persons.grades))
    if persons.posts:
        found.append(
            lambda person: None if person.post is None else any(o in plain(person.post) for o in persons.posts)
        )
    return found


def _of_category(categories: frozenset[Category]) -> _Check:
    return lambda person: None if person.category is None else person.category in categories


def _born(after: date, until: date) -> _Check:
    """Born after a day (excluded) and not later than another."""
    return lambda person: None if person.birth is None else after < person.birth <= until


def _working(years: tuple[int, int], on: date, start: Callable[[PersonFacts], date | None]) -> _Check:
    """So many years since the start, both anniversaries included."""
    least, most = years
    day = (on.year, on.month, on.day)

    def check(person: PersonFacts) -> bool | None:
        began = start(person)
        if began is None:
            return None
        return (
            (began.year + least, began.month, began.day) <= day <= (began.year + most, began.month, began.day)
        )  # fmt: skip

    return check


def _in_post(posts: tuple[str, ...]) -> _Check:
    """The post as typed has one of these in it: «заместитель директора по НМР» is a «заместитель директора»."""
    return lambda person: None if person.post is None else any(post in plain(person.post) for post in posts)


def _in_grade(grades: frozenset[int]) -> _Check:
    def check(person: PersonFacts) -> bool | None:
        found = _GRADE.match(person.school_class.strip()) if person.school_class else None
        return None if found is None else int(found[0]) in grades

    return check
