"""The parts a programme is made of, as read from its file.

Official texts are the document's, in Russian; names that people see have both languages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentoring.life import Fit, Gathering
from mentoring.matching_groups import MOST
from mentoring.matching_weights import Strengths
from mentoring.meetings import MeetingFormat, MeetingKind
from mentoring.mentorships import Form, Side
from mentoring.needs import Need
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from programmes.terms import FIRST_MONTH, Term
from surveys.wording import Wording

TRAINING = ("interview", "training", "safety")
"""Steps of a mentor's preparation that the bot keeps dates of."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id and a name: a topic, a post, a language."""

    id: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mentorship, and what is special about it.

    `single_meeting`: one meeting and it is done (speed, flash). `on_demand`: help when it is asked for, no
    regular meetings. `gatherings`: of which it may be. `network`: mentor and mentee may be of different
    organisations. `reverse`: the younger teaches the more experienced.
    """

    id: str
    name: Wording
    single_meeting: bool = False
    on_demand: bool = False
    gatherings: frozenset[Gathering] = frozenset(Gathering)
    network: bool = False
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Matchmaking:
    """How a matching begins: how much each part of the score counts, and mentees of a group at most."""

    strengths: Strengths = field(default_factory=dict)
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the programme: what is done in it and what comes of it."""

    id: str
    name: Wording
    measures: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Executor:
    """Whom the document names as responsible; reminders go to those who have one of `roles`.

    `organisations`: only those of organisations of these kinds; empty: of all.
    """

    id: str
    name: Wording
    roles: frozenset[Role]
    duties: tuple[str, ...] = ()
    term: str | None = None
    organisations: frozenset[OrganisationKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Vertical:
    """A model in which a party is an organisation: another one, or the municipality, mentors it."""

    name: Wording
    goal: str


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A kind of meeting in its place of the cycle, and in which format it is usually held."""

    kind: MeetingKind
    name: Wording
    format: MeetingFormat = MeetingFormat.IN_PERSON


@dataclass(frozen=True, slots=True)
class RoleModel:
    """A role model inside a form, with the problem it answers, how, and the responsible adults (ids of executors).

    `sensitive`: it tells something about the child that only curator, psychologist and this mentor may know.
    `older`: the mentor must be older than the mentee. `about`: ids of the needs it is about; its mentor may see
    these. `cycle`: its own meetings instead of the programme's.
    """

    id: str
    name: Wording
    problem: str
    solution: str
    responsible: tuple[str, ...]
    sensitive: bool = False
    older: bool = False
    about: frozenset[Need] = frozenset()
    cycle: tuple[CycleStep, ...] = ()


@dataclass(frozen=True, slots=True)
class BaseTerm:
    """When the base of mentees or of mentors is refreshed."""

    role: Role
    term: Term


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """A step of a mentor's preparation; `needed`: a curator is warned who pairs a mentor without it."""

    id: str
    name: Wording
    needed: bool


@dataclass(frozen=True, slots=True)
class FormOfMentoring:
    """A form the programme works in, and whose categories stand on which side of it."""

    id: Form
    name: Wording
    goal: str
    fit: Fit
    role_models: tuple[RoleModel, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """What help is asked for and offered; `pupils`, `adults`: whom it may concern as mentees."""

    id: str
    name: Wording
    pupils: bool
    adults: bool


class PlanColumnId(StrEnum):
    """What a column of a plan holds."""

    NUMBER = "number"
    TASK = "task"
    DUE = "due"
    EXPECTED = "expected"
    RESULT = "result"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A row of a plan template: what is to be done, and the result that is hoped for (None: left to the mentor).

    `task_note`, `result_note`: numbers of the footnotes behind the cells.
    """

    number: str
    task: Wording
    result: Wording | None
    task_note: int | None = None
    result_note: int | None = None


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section of a plan template; `new_hires_only`: filled in for newly hired teachers alone."""

    number: int
    name: Wording
    items: tuple[PlanItem, ...]
    free_rows: bool
    new_hires_only: bool = False
    note: int | None = None


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of the plan's table under the document's heading."""

    id: PlanColumnId
    name: Wording
    note: int | None = None


@dataclass(frozen=True, slots=True)
class PlanField:
    """A text of the plan besides its table: goal, resources, information note. `for_staff`: not for the mentee."""

    id: str
    name: Wording
    hint: Wording | None = None
    for_staff: bool = False


@dataclass(frozen=True, slots=True)
class PlanParty:
    """How the document names one side: in the heading («Ф.И.О. и должность …») and at the signature."""

    line: Wording
    signature: Wording


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """An individual development plan as the programme has it, for one or more forms.

    `role_models`: those the document names it for; it serves the others of its forms, too, that have none of their own.
    """

    id: str
    name: Wording
    title: Wording
    forms: frozenset[Form]
    role_models: tuple[str, ...]
    columns: tuple[PlanColumn, ...]
    mentee: PlanParty
    mentor: PlanParty
    fields: tuple[PlanField, ...]
    sections: tuple[PlanSection, ...]
    footnotes: tuple[str, ...] = ()

    def section(self, number: int) -> PlanSection | None:
        return next((section for section in self.sections if section.number == number), None)

    def field(self, name: str) -> PlanField | None:
        return next((field for field in self.fields if field.id == name), None)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Satisfied from this mark of ten; stuck after so many days without a meeting; groups below are small.

    Health of a mentorship: needs a look after `look_after_days` without a meeting held, is stuck after
    `stuck_after_days`; a feedback mark of `low_mark` or less of five is low.
    """

    satisfied: int
    stuck_days: int
    small_group: int
    look_after_days: int = 21
    stuck_after_days: int = 42
    low_mark: int = 3


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
