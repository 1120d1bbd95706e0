"""The bundled questionnaires and forms for tests of content: whom they reach, what they say, how long it takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from surveys.consents import Consents, load_consents
from surveys.definition import Definition, Question
from surveys.load import BUNDLED, Library, load
from surveys.wording import Wording

SOURCES = {
    "adults",
    "areas",
    "awaiting_order",
    "campaign_classes",
    "campaign_pairs",
    "campaign_people",
    "campaign_questionnaires",
    "classes",
    "document_partners",
    "event_kinds",
    "every_organisation",
    "forms",
    "help_areas",
    "matching_kinds",
    "meeting_kinds",
    "mentees",
    "mentors",
    "mentorship_kinds",
    "mentorships",
    "own_mentors",
    "participants",
    "programme_indicators",
    "role_models",
    "reports_on_request",
    "successors",
    "task_mentees",
    "topics",
    "training_steps",
    "zones",
}
FACTS = {
    "about",
    "ahead",
    "concludes",
    "asks_mentor",
    "begun",
    "busy",
    "taken",
    "circle",
    "comment",
    "everywhere",
    "field",
    "named",
    "expected",
    "has_experts",
    "kinds_circle",
    "kinds_group",
    "kinds_pair",
    "many_adults",
    "many_mentees",
    "many_mentors",
    "measured",
    "measure",
    "met",
    "missing",
    "most",
    "name",
    "names",
    "now",
    "number",
    "one",
    "one_mentorship",
    "ordered",
    "person_name",
    "planned",
    "pupil",
    "reach",
    "reported",
    "result",
    "role",
    "role_open",
    "several",
    "task",
    "title",
    "waiting",
}

FORMS = ("pupil-pupil", "student-pupil", "teacher-pupil", "employer-pupil", "teacher-teacher", "head-teacher")
ROLES = ("mentee", "mentor")
PAIRS = [(form, role) for form in FORMS for role in ROLES]
YOUNG_FORMS = FORMS[:4]
YOUNG_SETS = [
    *((form, "mentee") for form in YOUNG_FORMS),
    ("pupil-pupil", "mentor"),
    ("student-pupil", "mentor"),
]
"""Sets a person under 18 may be asked."""
STAFF = {"head", "curator", "psychologist"}
TEACHERS_ONLY = {"deficits"}
PUPIL_FORMS = {
    "registration", "meeting-plan", "meeting-propose", "meeting-move", "meeting-cancel", "meeting-log",
    "meeting-place", "meeting-repeat", "meeting-comment", "task", "task-report", "task-return",
    "help-ask", "help-answer", "leave-request",
}  # fmt: skip

WORDS_A_MINUTE = 120
"""A pupil of 12 reads about 150–180 words a minute silently; a third is taken off for a phone held in the hand."""
SECONDS = {"scale": 5, "single": 4, "multi": 12, "number": 8, "text": 30}
"""To make up one's mind and press; a text is some ten words typed with thumbs, though every one may be skipped."""


@cache
def consents() -> Consents:
    return load_consents(BUNDLED / "consents")


@cache
def library() -> Library:
    return load(BUNDLED, sources=SOURCES, facts=FACTS, consents=consents().references)


def surveys() -> list[Definition]:
    return [made for made in library().all() if made.kind == "survey"]


def ids(definition: Definition) -> set[str]:
    return {question.id for question in definition.questions}


def asked(definition: Definition, name: str) -> Question:
    """The question of that id, which must be there."""
    question = definition.question(name)
    assert question is not None, f"{definition.id} does not ask {name}"
    return question


def reaches_pupils(made: Definition) -> bool:
    """Whether somebody under 18 may be asked it."""
    if made.kind == "form":
        return made.id in PUPIL_FORMS
    if made.audience.role in STAFF or made.id in TEACHERS_ONLY:
        return False
    return made.audience.form is None or (made.audience.form, made.audience.role) in YOUNG_SETS


def wordings(question: Question) -> Iterator[Wording]:
    yield from (w for w in (question.text, question.hint, question.short, question.low, question.high) if w)
    yield from (option.label for option in question.options if isinstance(option.label, Wording))
    yield from (quick.label for quick in question.quick if quick.label)


def everything(definition: Definition) -> Iterator[tuple[str, Wording]]:
    """Every wording of a definition with the place it stands at."""
    for name in ("title", "intro", "thanks"):
        if wording := getattr(definition, name):
            yield name, wording
    for question in definition.questions:
        for wording in wordings(question):
            yield question.id, wording


def minutes(made: Definition, locale: str) -> float:
    """How long every question of a survey takes at most, as if every condition held."""
    texts = [wording.text(locale, True) for place, wording in everything(made)]
    reading = sum(len(text.split()) for text in texts) / WORDS_A_MINUTE
    return reading + sum(SECONDS[question.kind] for question in made.questions) / 60
