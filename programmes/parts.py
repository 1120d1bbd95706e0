"""The parts a programme is made of, as read from its file.

Official texts are the document's, in Russian; names that people see have both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentoring.life import Fit
from mentoring.meetings import MeetingKind
from mentoring.mentorships import Form, Side
from mentoring.roles import Role
from programmes.terms import FIRST_MONTH, Span, Term
from surveys.wording import Wording


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id and a name: a kind, a topic, a consent document."""

    id: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the programme: what is done in it and what comes of it."""

    id: str
    name: Wording
    measures: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Executor:
    """Whom the document names as responsible; reminders go to those who have one of `roles`."""

    id: str
    name: Wording
    roles: frozenset[Role]
    duties: tuple[str, ...] = ()
    term: str | None = None


@dataclass(frozen=True, slots=True)
class RoleModel:
    """A role model inside a form, with the problem it answers, how, and the responsible adults (ids of executors).

    `sensitive`: it tells something about the child that only curator, psychologist and this mentor may know.
    """

    id: str
    name: Wording
    problem: str
    solution: str
    responsible: tuple[str, ...]
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FormOfMentoring:
    """A form the programme works in, and whose categories stand on which side of it."""

    id: Form
    name: Wording
    goal: str
    fit: Fit
    role_models: tuple[RoleModel, ...]


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A kind of meeting in its place of the cycle."""

    kind: MeetingKind
    name: Wording


@dataclass(frozen=True, slots=True)
class Area:
    """What help is asked for and offered; `pupils`, `adults`: whom it may concern as mentees."""

    id: str
    name: Wording
    pupils: bool
    adults: bool


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A row of a plan template: what is to be done, and the result that is hoped for (None: left to the mentor)."""

    number: str
    task: Wording
    result: Wording | None


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section of a plan template; `new_hires_only`: filled in for newly hired teachers alone."""

    number: int
    name: Wording
    items: tuple[PlanItem, ...]
    free_rows: bool
    new_hires_only: bool = False


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """An individual development plan as the programme has it, for one or more forms."""

    id: str
    name: Wording
    forms: frozenset[Form]
    role_model: str
    sections: tuple[PlanSection, ...]
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    number: int
    name: Wording


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A measurement the programme makes every year in these months."""

    id: str
    name: Wording
    term: Term


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """A row of the roadmap; `place` is where the document has it, `note` a slip of the document."""

    id: str
    stage: str
    measure: Wording
    content: tuple[Wording, ...]
    term: Term
    responsible: tuple[str, ...]
    place: str
    document: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A share in per cent with yearly plans: numerator counted from the data, denominator typed in."""

    id: str
    name: Wording
    more_is_better: bool
    plan: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A row of the roadmap in one school year."""

    row: RoadmapRow
    school_year: int
    days: Span

    def late(self, today: date) -> bool:
        return today > self.days.last


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Satisfied from this mark of ten; stuck after so many days without a meeting; groups below are small."""

    satisfied: int
    stuck_days: int
    small_group: int


@dataclass(frozen=True, slots=True)
class CalendarQuestionnaire:
    """A questionnaire that is put to these people every school year on one day, and closes `days` later."""

    id: str
    questionnaire: str
    roles: frozenset[Role]
    forms: frozenset[Form]
    month: int
    day: int
    days: int

    def on(self, school_year: int) -> date:
        """The day in the school year that begins in the autumn of `school_year`."""
        return date(school_year if self.month >= FIRST_MONTH else school_year + 1, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Questionnaires:
    """Ids of questionnaires by stage; `{stage}`, `{form}` and `{role}` are filled in. `calendar`: yearly ones."""

    entry: str
    exit: str
    interim: str
    feedback: str
    calendar: tuple[CalendarQuestionnaire, ...] = ()

    def entry_id(self, form: Form, side: Side) -> str:
        return self.entry.format(stage="entry", form=form.value, role=side.value)

    def exit_id(self, form: Form, side: Side) -> str:
        return self.exit.format(stage="exit", form=form.value, role=side.value)

    def interim_id(self, form: Form, side: Side) -> str:
        return self.interim.format(stage="interim", form=form.value, role=side.value)

    @property
    def interim_ids(self) -> frozenset[str]:
        """Every questionnaire that is asked halfway, whatever the form and the side."""
        return frozenset(self.interim_id(form, side) for form in Form for side in Side)
