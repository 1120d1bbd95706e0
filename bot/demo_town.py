"""Who lives in the demo: organisations of the kinds a programme is for, their staff, pairs of its forms and models.

Nothing is stored here: `bot.demo_life` lets them live for some months. All is made of the programme and the lists of
bot/demo.yaml and bot/training.yaml, so a programme of one's own has a town, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Any

import yaml

from bot.demo_souls import Casting, Place, Soul
from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role
from programmes.parts import FormOfMentoring, RoleModel
from programmes.programme import Programme, Scope

LISTS = Path(__file__).with_name("demo.yaml")
_PAIRS, _FEW = 5, 2
"""Pairs of a school at least, and of an organisation without pupils."""
_GROUP = 3
_MENTORS = (Category.TEACHER, Category.STUDENT, Category.EMPLOYEE, Category.PUPIL, Category.PARENT, Category.ALUMNUS)
_HOSTS = (OrganisationKind.SCHOOL, OrganisationKind.PRESCHOOL, OrganisationKind.SUPPLEMENTARY)


class Fate(Enum):
    """What becomes of a mentorship: it goes on, has stood still for weeks, or has been completed."""

    RUNNING = auto()
    STUCK = auto()
    COMPLETED = auto()


@dataclass(frozen=True, slots=True)
class Couple:
    """A mentorship of the town, in the organisation of this number."""

    place: int
    form: FormOfMentoring
    model: RoleModel
    mentor: Soul
    mentees: tuple[Soul, ...]
    fate: Fate

    @property
    def souls(self) -> tuple[Soul, ...]:
        return (self.mentor, *self.mentees)


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone of the page: whose, and the words under the name. `place`: what `key` may say of."""

    id: int
    first: str
    key: str
    place: str
    registered: bool


@dataclass(frozen=True, slots=True)
class Town:
    """`rooms`, `sayings`, `outcomes`: what people write; `numbers`: denominators by id, typed in from `source`;
    `works`: what people have worked out, by sort."""

    places: tuple[Place, ...]
    staff: tuple[Soul, ...]
    couples: tuple[Couple, ...]
    phones: tuple[Phone, ...]
    rooms: tuple[str, ...]
    sayings: tuple[str, ...]
    outcomes: tuple[str, ...]
    numbers: Mapping[str, int]
    source: str
    works: Mapping[str, Any]

    @property
    def souls(self) -> tuple[Soul, ...]:
        """Everybody who is registered, each once; guardians before their children."""
        everybody = [*self.staff, *(soul for couple in self.couples for soul in couple.souls)]
        return tuple(one for soul in everybody for one in (soul.guardian, soul) if one is not None)


def town(programme: Programme, today: date) -> Town:
    """The town of a programme as it is on `today`; the same programme has the same one."""
    return _Planner(programme, today, yaml.safe_load(LISTS.read_text(encoding="utf-8"))).town()


class _Planner:
    def __init__(self, programme: Programme, today: date, lists: Mapping[str, Any]) -> None:
        self._programme = programme
        self._today = today
        self._lists = lists
        self._places = self._organisations()
        self._cast = Casting(programme, today, lists, self._places)
        self._hosts = [number for number, place in enumerate(self._places) if place.kind in _HOSTS]
        self._shown: set[Category] = set()
        self._grouped: set[int] = set()

    def town(self) -> Town:
        couples = tuple(self._couples())
        return Town(
            self._places,
            tuple(self._staff()),
            couples,
            tuple(self._phones(couples)),
            tuple(self._lists["rooms"]),
            tuple(self._lists["sayings"]),
            tuple(self._lists["outcomes"]),
            self._lists["numbers"],
            self._lists["source"],
            self._lists["works"],
        )

    def _organisations(self) -> tuple[Place, ...]:
        known = self._lists["organisations"]
        listed = [
            Place(each["name"], OrganisationKind(each["kind"]))
            for each in known.get(self._programme.id, known["others"])
        ]
        fitting = [place for place in listed if place.kind in self._programme.organisations] or listed[:1]
        if self._programme.id not in known and self._programme.scope is Scope.SCHOOL:
            return tuple(fitting[:1])
        return tuple(fitting)

    # --- staff --------------------------------------------------------------------------------------------------------

    def _staff(self) -> Iterator[Soul]:
        """Those with phones, and for every other organisation with mentorships a curator and a head."""
        taken = set()
        for each in self._cast.people:
            if "role" in each and each.get("at", 0) < len(self._hosts):
                role = Role(each["role"])
                places = () if role is Role.COORDINATOR else (self._hosts[each["at"]],)
                taken.add((role, places))
                yield self._cast.employee(each["id"], each["name"], role, places, each.get("stands_for"))
        for host in self._hosts:
            for role in (Role.CURATOR, Role.HEAD):
                if (role, (host,)) not in taken:
                    yield self._cast.stranger(role, (host,))

    # --- mentorships --------------------------------------------------------------------------------------------------

    def _couples(self) -> Iterator[Couple]:
        """Every role model is somewhere; each organisation begins with another one."""
        schools = sum(self._places[host].kind is OrganisationKind.SCHOOL for host in self._hosts)
        many = max(_PAIRS, -(-len(list(self._models(pupils=True))) // max(schools, 1)))
        begin = 0
        for host in self._hosts:
            pupils = self._places[host].kind is OrganisationKind.SCHOOL
            models = list(self._models(pupils=pupils))
            fates = iter((Fate.RUNNING, Fate.STUCK, Fate.COMPLETED))
            for number in range(many if pupils else _FEW) if models else ():
                form, model = models[(begin + number) % len(models)]
                mentee = self._mentee(form)
                shown = host == self._hosts[0] and mentee not in self._shown
                fate = Fate.RUNNING if shown else next(fates, Fate.RUNNING)
                yield self._couple(host, form, model, fate, shown=shown)
                self._shown.add(mentee)
            begin += many if pupils else _FEW

    def _models(self, *, pupils: bool) -> Iterator[tuple[FormOfMentoring, RoleModel]]:
        """The forms by turns: first model of each, second of each …"""
        forms = [form for form in self._programme.forms if pupils or Category.TEACHER in form.fit.mentees]
        for number in range(max((len(form.role_models) for form in forms), default=0)):
            for form in forms:
                if number < len(form.role_models):
                    yield form, form.role_models[number]

    def _mentee(self, form: FormOfMentoring) -> Category:
        return Category.PUPIL if Category.PUPIL in form.fit.mentees else Category.TEACHER

    def _couple(self, host: int, form: FormOfMentoring, model: RoleModel, fate: Fate, *, shown: bool) -> Couple:
        """`shown`: with phones on the page. The first pupils who are not are a group."""
        mentor = next(category for category in _MENTORS if category in form.fit.mentors)
        mentee = self._mentee(form)
        group = mentee is Category.PUPIL and not (shown or model.sensitive or host in self._grouped)
        if group:
            self._grouped.add(host)
        phones = mentee if shown else None
        own = self._cast.participant(host, Role.MENTOR, mentor, form, model, phones)
        mentees = [self._cast.participant(host, Role.MENTEE, mentee, form, model, phones)]
        mentees += [
            self._cast.participant(host, Role.MENTEE, mentee, form, model) for _ in range(_GROUP - 1 if group else 0)
        ]
        return Couple(host, form, model, own, tuple(mentees), fate)

    # --- phones -------------------------------------------------------------------------------------------------------

    def _phones(self, couples: Sequence[Couple]) -> Iterator[Phone]:
        acting = {soul.chat for couple in couples for soul in couple.souls}
        for each in self._cast.people:
            at = each.get("at", 0)
            staff, in_couple = "role" in each and at < len(self._hosts), each["id"] in acting
            if staff or in_couple or self._may_come(each.get("comes", {})):
                place = self._places[self._hosts[at if staff else 0]].name if self._hosts else ""
                yield Phone(each["id"], each["first"], each["key"], place, staff or in_couple)

    def _may_come(self, comes: Mapping[str, str]) -> bool:
        fits = [form.fit for form in self._programme.forms]
        mentor, mentee = comes.get("mentor"), comes.get("mentee")
        return any(mentor in fit.mentors or mentee in fit.mentees for fit in fits)
