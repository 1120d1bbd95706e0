"""The people of the demo's town, one by one: names, ages, posts, classes, needs, as a programme has use for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from bot.training import names
from mentoring.mentorships import Form
from mentoring.needs import Fact, Need, Qualification, needs_of
from mentoring.people import ADULT_AGE, OrganisationKind, Profile, age
from mentoring.roles import Category, Role
from programmes.parts import FormOfMentoring, RoleModel
from programmes.programme import Programme
from programmes.terms import school_year_of

HIDDEN = 1001
"""Chats from here on have no phone on the page."""
_POOL, _STRIDE = 3072, 1009
"""All the names there are, and a step with no common divisor: neighbours share neither first nor last name."""
_FROM = {Category.STUDENT: OrganisationKind.COLLEGE, Category.EMPLOYEE: OrganisationKind.ENTERPRISE}
"""Where mentors come from who are not the organisation's own."""
_POSTS = {OrganisationKind.PRESCHOOL: ("preschool",), OrganisationKind.SUPPLEMENTARY: ("club",)}
_GRADES: tuple[int, ...] = (8, 9, 6, 7)


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True)
class Soul:
    """Somebody of the town. `places`: numbers of the organisations in which they have `role`, empty: the municipality.

    `guardian` answers for a minor. `stands_for`: an executor of the programme to which they are appointed.
    """

    chat: int
    name: str
    role: Role
    places: tuple[int, ...]
    category: Category
    birth: date
    profile: Profile = field(default_factory=Profile)
    facts: tuple[Fact, ...] = ()
    guardian: Soul | None = None
    stands_for: str | None = None


class Casting:
    """Finds people for the places of a town. `lists`: bot/demo.yaml; `people`: those with a phone on the page."""

    def __init__(self, programme: Programme, today: date, lists: Mapping[str, Any], places: Sequence[Place]) -> None:
        self._programme = programme
        self._today = today
        self._lists = lists
        self._places = places
        self._chats = count(HIDDEN)
        pool = names(_POOL)
        self._names = (pool[number * _STRIDE % _POOL] for number in range(_POOL))
        self.people: list[dict[str, Any]] = [
            each for each in lists["people"] if each.get("only", programme.id) == programme.id
        ]

    def employee(
        self, chat: int, name: str, role: Role, places: tuple[int, ...], stands_for: str | None = None
    ) -> Soul:
        return Soul(chat, name, role, places, Category.TEACHER, self._born(42), stands_for=stands_for)

    def stranger(self, role: Role, places: tuple[int, ...]) -> Soul:
        """An employee without a phone on the page."""
        return self.employee(next(self._chats), next(self._names), role, places)

    def participant(
        self,
        host: int,
        role: Role,
        category: Category,
        form: FormOfMentoring,
        model: RoleModel,
        shown: Category | None = None,
    ) -> Soul:
        phone = next(
            (each for each in self.people if shown and each.get("couple") == shown and each["side"] == role), None
        )
        chat, name = (phone["id"], phone["name"]) if phone else (next(self._chats), next(self._names))
        birth = self._birth(chat, role, category)
        return Soul(
            chat,
            name,
            role,
            (host, *self._home(category)),
            category,
            birth,
            self._profile(chat, host, role, category, form, birth),
            self._facts(role, category, model),
            self._guardian(host) if age(birth, self._today) < ADULT_AGE else None,
        )

    def _home(self, category: Category) -> tuple[int, ...]:
        """The college or enterprise that gave a mentor."""
        wanted = _FROM.get(category)
        known = [number for number, place in enumerate(self._places) if place.kind is wanted]
        return tuple(known[:1])

    def _guardian(self, host: int) -> Soul:
        return Soul(next(self._chats), next(self._names), Role.GUARDIAN, (host,), Category.PARENT, self._born(41))

    def _birth(self, chat: int, role: Role, category: Category) -> date:
        """Young or experienced, of an elder or a lower class."""
        mentor = role is Role.MENTOR
        if category is Category.PUPIL:
            return date(school_year_of(self._today) - self._grade(chat, mentor=mentor) - 6, 4, 12)
        years = {Category.STUDENT: 19, Category.TEACHER: 40 + chat % 4 * 4 if mentor else 24 + chat % 3 * 5}
        return self._born(years.get(category, 38))

    def _profile(
        self, chat: int, host: int, role: Role, category: Category, form: FormOfMentoring, birth: date
    ) -> Profile:
        mentor = role is Role.MENTOR
        if category is Category.PUPIL:
            letter = self._programme.letters[chat % len(self._programme.letters)]
            return Profile(school_class=f"{self._grade(chat, mentor=mentor)}{letter}")
        if category is not Category.TEACHER:
            home = self._home(category)
            return Profile(workplace=self._places[home[0]].name if home else None)
        kind = self._places[host].kind
        taught: Sequence[str] = self._lists["subjects"]
        began = date(birth.year + 23, 9, 1)
        hired = date(birth.year + 31, 9, 1) if mentor else began
        subject = None if kind is OrganisationKind.PRESCHOOL else taught[chat % len(taught)]
        leads = mentor and form.id is Form.HEAD_TEACHER
        return Profile(None, self._post(chat, kind, leads=leads), subject, began, hired)

    def _post(self, chat: int, kind: OrganisationKind, *, leads: bool) -> str | None:
        """A likely post of the programme's."""
        wanted = ("deputy",) if leads else _POSTS.get(kind, ("primary", "subject", "class-teacher"))
        fitting = [post.name.ru for post in self._programme.posts if post.id in wanted]
        listed = fitting or [post.name.ru for post in self._programme.posts]
        return listed[chat % len(listed)] if listed else None

    def _grade(self, chat: int, *, mentor: bool) -> int:
        """Grades 8 and 9 are what indicators ask for."""
        grades = self._programme.grades
        if mentor:
            return max(grades)
        wanted = [grade for grade in _GRADES if grade in grades] or list(grades)
        return wanted[chat % len(wanted)]

    def _facts(self, role: Role, category: Category, model: RoleModel) -> tuple[Fact, ...]:
        since = self._today - timedelta(days=100)
        if role is Role.MENTOR:
            experienced = (Fact(Need.QUALIFICATION, since, Qualification.HIGHEST.value),)
            return experienced if category is Category.TEACHER else ()
        known = [need for need in needs_of(category) if need in model.about]
        return tuple(
            Fact(need, since, Qualification.NONE.value if need is Need.QUALIFICATION else None) for need in known
        )

    def _born(self, years: int) -> date:
        return date(self._today.year - years, 3, 8)
