"""Reads who works with whom and how: forms with their role models, kinds, the cycle of meetings, preparation."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.life import Fit, Gathering
from mentoring.matching_groups import LEAST, MOST
from mentoring.matching_weights import SETTABLE, Strength
from mentoring.meetings import MeetingFormat, MeetingKind
from mentoring.mentorships import Form
from mentoring.needs import Need
from mentoring.roles import PARTICIPANTS, Category, Role
from programmes.dates import read_term
from programmes.parts import (
    TRAINING,
    BaseTerm,
    CycleStep,
    FormOfMentoring,
    Kind,
    Matchmaking,
    Named,
    RoleModel,
    TrainingStep,
)
from programmes.reading import Entry, unique
from surveys.wording import Wording

BUTTON = 24
"""Characters a phone shows on a button."""
RUSSIAN = Named("ru", Wording("Русский", "Russian"))


def read_forms(top: Entry, executors: Collection[str]) -> tuple[FormOfMentoring, ...]:
    """Forms in the document's order; a role model's responsible adults must be executors."""
    keys = ("id", "name", "goal", "mentors", "mentees", "role_models")
    entries = top.each("forms", keys, "a form")
    forms = [
        FormOfMentoring(
            id=each.member("id", Form),
            name=each.name(limit=BUTTON),
            goal=each.text("goal"),
            fit=Fit(each.members("mentors", Category), each.members("mentees", Category)),
            role_models=_role_models(each, executors),
        )
        for each in entries
    ]
    unique(entries, [form.id.value for form in forms], "forms")
    return tuple(forms)


def _role_models(form: Entry, executors: Collection[str]) -> tuple[RoleModel, ...]:
    keys = ("id", "name", "problem", "solution", "responsible", "sensitive", "older", "about", "cycle")
    entries = form.each("role_models", keys, "a role model")
    models = [_role_model(each, executors) for each in entries]
    if not entries:
        form.report.add(form.node("role_models"), "", "the form has no role model", "name at least one")
    unique(entries, [model.id for model in models], "role_models")
    return tuple(models)


def _role_model(entry: Entry, executors: Collection[str]) -> RoleModel:
    responsible = entry.texts("responsible")
    entry.known("responsible", responsible, executors, "executor")
    return RoleModel(
        id=entry.id(),
        name=entry.name(limit=60),
        problem=entry.text("problem"),
        solution=entry.text("solution"),
        responsible=responsible,
        sensitive=entry.flag("sensitive"),
        older=entry.flag("older"),
        about=entry.members("about", Need) if entry.has("about") else frozenset(),
        cycle=_steps(entry) if entry.has("cycle") else (),
    )


def read_kinds(top: Entry) -> tuple[Kind, ...]:
    """Kinds, the usual ones first; together those with regular meetings must serve pairs, groups and circles."""
    keys = ("id", "name", "single_meeting", "on_demand", "gatherings", "network", "reverse")
    entries = top.each("kinds", keys, "a kind")
    kinds = [
        Kind(
            id=each.id(),
            name=each.name(limit=BUTTON),
            single_meeting=each.flag("single_meeting"),
            on_demand=each.flag("on_demand"),
            gatherings=each.members("gatherings", Gathering) if each.has("gatherings") else frozenset(Gathering),
            network=each.flag("network"),
            reverse=each.flag("reverse"),
        )
        for each in entries
    ]
    unique(entries, [kind.id for kind in kinds], "kinds")
    for gathering in Gathering:
        if not any(gathering in kind.gatherings for kind in kinds if not (kind.single_meeting or kind.on_demand)):
            problem, remedy = (
                f"no kind of regular meetings is for a {gathering.value}",
                f"add {gathering.value} to the «gatherings» of one",
            )
            top.report.add(top.node("kinds"), "", problem, remedy)
    return tuple(kinds)


def read_cycle(top: Entry) -> tuple[CycleStep, ...]:
    """The programme's usual meetings. Each kind must be among them: a curator may offer any."""
    steps = _steps(top)
    missing = [kind.value for kind in MeetingKind if kind not in {step.kind for step in steps}]
    if missing and steps:
        remedy = "name every kind of meeting once; a role model may have a «cycle» of its own"
        top.report.add(top.node("cycle"), "", f"«cycle» lacks {', '.join(missing)}", remedy)
    return steps


def _steps(entry: Entry) -> tuple[CycleStep, ...]:
    return tuple(
        CycleStep(
            each.member("kind", MeetingKind),
            each.name(limit=BUTTON),
            each.member("format", MeetingFormat) if each.has("format") else MeetingFormat.IN_PERSON,
        )
        for each in entry.each("cycle", ("kind", "name", "format"), "a meeting of the cycle")
    )


def read_bases(top: Entry) -> tuple[BaseTerm, ...]:
    """When the bases of mentees and of mentors are refreshed; may be left out."""
    entries = top.each("bases", ("role", "term"), "a base", needed=False)
    bases = []
    for each in entries:
        role = each.member("role", Role)
        each.known("role", (role.value,), {one.value for one in PARTICIPANTS}, "base")
        bases.append(BaseTerm(role, read_term(each)))
    return tuple(bases)


def read_training(top: Entry) -> tuple[TrainingStep, ...]:
    """Steps of a mentor's preparation; may be left out."""
    entries = top.each("training", ("id", "name", "needed"), "a step of training", needed=False)
    steps = [TrainingStep(each.id(), each.name(limit=BUTTON), each.flag("needed")) for each in entries]
    for each, step in zip(entries, steps, strict=True):
        each.known("id", (step.id,), TRAINING, "step of training")
    unique(entries, [step.id for step in steps], "training")
    return tuple(steps)


def read_languages(top: Entry) -> tuple[Named, ...]:
    """Languages that mentor and mentee may talk in, the programme's own first; Russian if none is named."""
    entries = top.each("languages", ("id", "name"), "a language", needed=False)
    languages = [Named(each.id(), each.name(limit=BUTTON)) for each in entries]
    unique(entries, [language.id for language in languages], "languages")
    return tuple(languages) or (RUSSIAN,)


def read_matchmaking(top: Entry) -> Matchmaking:
    """What the programme says of matching; all as usual where it says nothing."""
    if not top.has("matching"):
        return Matchmaking()
    entry = top.inner("matching", ("weights", "group"))
    most = entry.whole("group", LEAST, MOST) if entry.has("group") else MOST
    if not entry.has("weights"):
        return Matchmaking(most=most)
    told = entry.inner("weights", [part.value for part in SETTABLE])
    return Matchmaking({part: told.member(part.value, Strength) for part in SETTABLE if told.has(part.value)}, most)
