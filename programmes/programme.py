"""A programme: everything in which schools and municipalities differ, as frozen values read from one YAML file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from mentoring.clock import QuietHours
from mentoring.life import Fit, Gathering
from mentoring.mentorships import Form
from mentoring.people import OrganisationKind
from mentoring.reminders import MORNING
from mentoring.roles import Category, Role
from programmes.awards import Award
from programmes.events import EventNamed
from programmes.indicator_table import USUAL, IndicatorTable
from programmes.milestones import (
    Due,
    ExpectedResult,
    Indicator,
    Milestone,
    Monitoring,
    ReportDue,
    RoadmapRow,
)
from programmes.parts import (
    Area,
    BaseTerm,
    CycleStep,
    Executor,
    FormOfMentoring,
    Kind,
    Matchmaking,
    Named,
    PlanTemplate,
    Questionnaires,
    RoleModel,
    Stage,
    Thresholds,
    TrainingStep,
    Vertical,
)
from programmes.terms import Span, Years, school_year_of
from surveys.definition import Option
from surveys.wording import Wording

CAPACITY = 5
_ADULTS = frozenset({Category.TEACHER, Category.EMPLOYEE, Category.PARENT, Category.ALUMNUS})


class Scope(StrEnum):
    """Who runs it: one school by itself, or all organisations of a municipality."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme. `years` are the years it is run for (`for_school_year` moves them), `zone` an IANA name.

    `youngest` is the age in full years from which pupils take part; `classes` are grades with letters.
    `organisations` are the kinds that take part, `capacity` is how many mentees a mentor takes at once unless said
    otherwise, the first of `languages` is the programme's own.
    """

    id: str
    title: Wording
    document: str
    scope: Scope
    zone: str
    years: Years
    youngest: int
    grades: tuple[int, ...]
    letters: tuple[str, ...]
    stages: tuple[Stage, ...]
    executors: tuple[Executor, ...]
    forms: tuple[FormOfMentoring, ...]
    kinds: tuple[Kind, ...]
    cycle: tuple[CycleStep, ...]
    questionnaires: Questionnaires
    areas: tuple[Area, ...]
    topics: tuple[Area, ...]
    posts: tuple[Named, ...]
    zones: tuple[Named, ...]
    plans: tuple[PlanTemplate, ...]
    results: tuple[ExpectedResult, ...]
    monitoring: tuple[Monitoring, ...]
    roadmap: tuple[RoadmapRow, ...]
    indicators: tuple[Indicator, ...]
    thresholds: Thresholds
    quiet: QuietHours
    erasure_days: int
    consents: Mapping[str, int]
    bases: tuple[BaseTerm, ...] = ()
    training: tuple[TrainingStep, ...] = ()
    languages: tuple[Named, ...] = ()
    capacity: int = CAPACITY
    organisations: frozenset[OrganisationKind] = frozenset(OrganisationKind)
    vertical: Vertical | None = None
    reports: tuple[ReportDue, ...] = ()
    awards: tuple[Award, ...] = ()
    events: tuple[EventNamed, ...] = ()
    matchmaking: Matchmaking = field(default_factory=Matchmaking)
    indicator_table: IndicatorTable = USUAL
    digest: time = MORNING

    def for_school_year(self, year: int) -> Programme:
        """The same programme beginning in the autumn of `year`, all its dates moved."""
        by = year - self.years.first
        moved = tuple(indicator.moved(by) for indicator in self.indicators)
        return replace(self, years=self.years.starting_in(year), indicators=moved)

    def milestones(self) -> tuple[Milestone, ...]:
        """Everything the roadmap makes due, by date; what has no days of its own comes last."""
        found = [
            self._milestone(row, due, days) for row in self.roadmap for due in row.terms for days in self._days(due)
        ]
        return tuple(sorted(found, key=_by_date))

    def _days(self, due: Due) -> tuple[Span | None, ...]:
        return due.term.spans(self.years) or (None,)

    def _milestone(self, row: RoadmapRow, due: Due, days: Span | None) -> Milestone:
        return Milestone(row, due, self.years.first if days is None else school_year_of(days.first), days)

    def form(self, form: Form | str) -> FormOfMentoring:
        """A form of the programme; KeyError if it does not work in that form."""
        return _by_id(self.forms, Form(form) if form in tuple(Form) else form)

    def role_model(self, form: Form | str, role_model: str) -> RoleModel:
        """A role model of a form; KeyError if there is none such."""
        return _by_id(self.form(form).role_models, role_model)

    def executor(self, executor: str) -> Executor:
        """Whom the document names by this id; KeyError if nobody."""
        return _by_id(self.executors, executor)

    @property
    def fits(self) -> Mapping[Form, Fit]:
        """Whose categories stand on which side, by form: what `mentoring.life.propose` takes."""
        return {form.id: form.fit for form in self.forms}

    def kind_for(self, gathering: Gathering) -> str:
        """The usual kind of a mentorship by its number of people."""
        return self.kinds_for(gathering)[0].id

    def kinds_for(self, gathering: Gathering) -> tuple[Kind, ...]:
        """Kinds a pair, a group or a circle may be of, the usual one first; there is always one."""
        return tuple(kind for kind in self.kinds if gathering in kind.gatherings)

    def kind(self, kind: str) -> Kind:
        """A kind of mentorship; KeyError if there is none such."""
        return _by_id(self.kinds, kind)

    def cycle_for(self, form: Form | str, role_model: str) -> tuple[CycleStep, ...]:
        """The meetings of a role model: its own where it has such, else the programme's.

        One kind may stand in it several times, under names of their own.
        """
        try:
            return self.role_model(form, role_model).cycle or self.cycle
        except KeyError:  # a mentorship of a programme that has been changed since
            return self.cycle

    def plan_for(self, form: Form, role_model: str | None = None) -> PlanTemplate | None:
        """The plan template made for the role model, else the first of the form; None if the form has none."""
        fitting = [plan for plan in self.plans if form in plan.forms]
        own = (plan for plan in fitting if role_model in plan.role_models)
        return next(own, fitting[0] if fitting else None)

    def plan_template(self, template: str) -> PlanTemplate:
        """A template by its id; KeyError if the programme has none such."""
        return _by_id(self.plans, template)

    @property
    def classes(self) -> tuple[str, ...]:
        """Every class as it is written: 5А, 5Б …"""
        return tuple(f"{grade}{letter}" for grade in self.grades for letter in self.letters)

    def areas_for(self, category: Category | None, role: Role | None) -> tuple[Area, ...]:
        """Areas of help to choose from.

        An adult who wants a mentor chooses among the adults', a teacher who mentors among all, others the pupils'.
        """
        if category is Category.TEACHER and role is Role.MENTOR:
            return self.areas
        adult = category in _ADULTS and role is Role.MENTEE
        return tuple(area for area in self.areas if (area.adults if adult else area.pupils))

    def topics_for(self, form: Form | None) -> tuple[Area, ...]:
        """Topics of meetings, by whether the form's mentees are pupils; all of them where the form is not known."""
        if form is None:
            return self.topics
        adults = form in (Form.TEACHER_TEACHER, Form.HEAD_TEACHER)
        return tuple(topic for topic in self.topics if (topic.adults if adults else topic.pupils))

    def sources(self, known: Mapping[str, object] | None = None) -> dict[str, tuple[Option, ...]]:
        """Options of every named source (`SOURCES`), as `source` gives them."""
        return {name: self.source(name, known) for name in _SOURCES}

    def source(self, name: str, known: Mapping[str, object] | None = None) -> tuple[Option, ...]:
        """Options of one source, by what is known so far: answers and facts in one mapping.

        `form` narrows role models and topics, `category` with `role` narrows areas; without them all are given.
        """
        return _SOURCES[name](self, known or {})

    def _areas(self, seen: Mapping[str, object]) -> tuple[Area, ...]:
        category, role = _member(Category, seen.get("category")), _member(Role, seen.get("role"))
        return self.areas if category is None else self.areas_for(category, role)

    def _role_models(self, form: Form | None) -> tuple[RoleModel, ...]:
        return tuple(model for each in self.forms if form in (None, each.id) for model in each.role_models)


_Member = TypeVar("_Member", bound=StrEnum)
_Item = TypeVar("_Item", FormOfMentoring, RoleModel, Executor, Kind, PlanTemplate)


def _member(kind: type[_Member], value: object) -> _Member | None:
    return next((member for member in kind if member.value == value), None)


def _by_id(items: Sequence[_Item], wanted: str) -> _Item:
    found = next((item for item in items if item.id == wanted), None)
    if found is None:
        raise KeyError(wanted)
    return found


def _meeting_kinds(cycle: Sequence[CycleStep]) -> tuple[Option, ...]:
    """One option a kind, under the name of its first step."""
    names = {step.kind: step.name for step in reversed(cycle)}
    return tuple(Option(kind.value, names[kind]) for kind in dict.fromkeys(step.kind for step in cycle))


def _by_date(milestone: Milestone) -> tuple[date, date]:
    days = milestone.days
    return (date.max, date.max) if days is None else (days.last, days.first)


def _options(items: Sequence[Named | Area | RoleModel | Kind]) -> tuple[Option, ...]:
    return tuple(Option(item.id, item.name) for item in items)


def _form(seen: Mapping[str, object]) -> Form | None:
    return _member(Form, seen.get("form"))


_SOURCES: Mapping[str, Callable[[Programme, Mapping[str, object]], tuple[Option, ...]]] = MappingProxyType(
    {
        "areas": lambda of, seen: _options(of._areas(seen)),
        "classes": lambda of, seen: tuple(Option(name, name) for name in of.classes),
        "forms": lambda of, seen: tuple(Option(each.id.value, each.name) for each in of.forms),
        "grades": lambda of, seen: tuple(Option(str(grade), str(grade)) for grade in of.grades),
        "letters": lambda of, seen: tuple(Option(letter, letter) for letter in of.letters),
        "kinds": lambda of, seen: _options(of.kinds),
        "meeting_kinds": lambda of, seen: _meeting_kinds(of.cycle),
        "posts": lambda of, seen: _options(of.posts),
        "role_models": lambda of, seen: _options(of._role_models(_form(seen))),
        "topics": lambda of, seen: _options(of.topics_for(_form(seen))),
        "zones": lambda of, seen: _options(of.zones),
    }
)
SOURCES = frozenset(_SOURCES)
"""Names that `from:` of a definition may use and a programme answers."""
