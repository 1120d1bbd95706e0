"""The bundled questionnaires and forms: what must hold of their content, whoever edits it."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from surveys.consents import Consents, load_consents
from surveys.definition import Definition, Question
from surveys.load import BUNDLED, Library, load
from surveys.wording import Wording

SOURCES = {
    "areas",
    "classes",
    "forms",
    "meeting_kinds",
    "mentees",
    "mentors",
    "mentorships",
    "role_models",
    "topics",
    "zones",
}
FACTS = {"comment", "many_mentees", "many_mentors", "one_mentorship", "ordered", "planned", "role", "role_open"}

FORMS = ("pupil-pupil", "student-pupil", "teacher-pupil", "employer-pupil", "teacher-teacher", "head-teacher")
PAIRS = [(form, role) for form in FORMS for role in ("mentee", "mentor")]
YOUNG_FORMS = FORMS[:4]
YOUNG_SETS = [
    *((form, "mentee") for form in YOUNG_FORMS),
    ("pupil-pupil", "mentor"),
    ("student-pupil", "mentor"),
]
"""Sets a person under 18 may be asked."""

WORDS_A_MINUTE = 120
"""A pupil of 12 reads about 150–180 words a minute silently; a third is taken off for a phone held in the hand."""
SECONDS = {"scale": 5, "single": 4, "multi": 12, "number": 8, "text": 30}
"""To make up one's mind and press; a text is some ten words typed with thumbs, though every one may be skipped."""
LONGEST_MINUTES = 10
MOST_QUESTIONS = 30

BUTTON = 24
SCREEN_LINES = 12
LINE = 36
"""Characters of a line on a narrow phone."""

ADULT_QUESTIONS = {"workplace", "post", "career_start", "hired_here", "subject"}
"""Questions of registration that only a teacher or an employee meets."""
PUPIL_FORMS = {
    "registration", "meeting-plan", "meeting-propose", "meeting-move", "meeting-cancel", "meeting-log",
    "meeting-comment",
}  # fmt: skip

POLITE = re.compile(r"\b(вы|вам|вас|вами|ваш\w*|\w+(?:йте|ите|ьте)(?:сь)?)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(ты|тебе|тебя|тобой|тво[йяеёи]\w*|хочешь|\w+ешь)\b", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z]+")
FORBIDDEN = re.compile(
    r"диагноз|заболев|болезн|инвалид|\bовз\b|полици|профуч|\bна уч[её]те\b|судим|преступ|развод|\bсемь|алкогол|"
    r"наркот|насили|diagnos|illness|disab|police|crime|criminal|divorce|family|alcohol|drug|violen|abuse",
    re.IGNORECASE,
)

BOTH = {
    "mentee": "comfort one_to_one group_meetings support help plan_clear safe_to_share expectations_agreed",
    "mentor": "comfort leading organise_group organise_one_to_one planning keeping_plan mentee_involvement "
    "joint_work training_useful",
    "teacher-mentee": "effectiveness comfort adaptation_events adaptation_usefulness skill_events theory practice "
    "adaptation support joint_work skill_events_often",
    "teacher-mentor": "effectiveness comfort adaptation_events adaptation_usefulness skill_events mentee_theory "
    "mentee_practice mentee_adaptation mentee_involvement joint_work skill_events_often",
}
"""What is measured before and after, by the same question."""
ONLY = {
    ("mentee", "entry"): "expected_change expected_usefulness expect matters glad",
    (
        "mentee",
        "exit",
    ): "joint_work results expectations_met valuable missing expected_and_came liked go_on become_mentor",
    ("mentor", "entry"): "expect matters glad",
    ("mentor", "exit"): "satisfaction expectations_met valuable missing liked go_on training_enough",
}
EXTRAS = {
    "pupil-pupil": "joined_club beyond_syllabus own_project",
    "student-pupil": "clearer_future such_events own_project",
    "employer-pupil": "clearer_future enterprise_interest",
    "teacher-pupil": "better_marks fewer_conflicts class_life",
}
INFLUENCE_PUPIL = (
    "learning_involvement activity self_esteem wish_to_attend anxiety own_future wish_for_marks soft_skills"
)
INFLUENCE_TEACHER = "burnout job_satisfaction team_climate innovation difficulties"
INFLUENCE = {
    **{(form, "mentee"): INFLUENCE_PUPIL for form in YOUNG_FORMS},
    ("pupil-pupil", "mentor"): f"{INFLUENCE_PUPIL} mood mean_mark",
    ("student-pupil", "mentor"): f"{INFLUENCE_PUPIL} mood mean_mark",
    ("teacher-pupil", "mentor"): INFLUENCE_TEACHER,
    ("employer-pupil", "mentor"): "recruits",
    **{(form, role): INFLUENCE_TEACHER for form in FORMS[4:] for role in ("mentee", "mentor")},
}


@cache
def consents() -> Consents:
    return load_consents(BUNDLED / "consents")


@cache
def library() -> Library:
    return load(BUNDLED, sources=SOURCES, facts=FACTS, consents=consents().references)


def surveys() -> list[Definition]:
    return [made for made in library().all() if made.kind == "survey"]


def entry_exit(form: str, role: str) -> tuple[Definition, Definition]:
    return library().get(f"entry-{form}-{role}"), library().get(f"exit-{form}-{role}")


def ids(definition: Definition) -> set[str]:
    return {question.id for question in definition.questions}


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


def test_every_bundled_file_is_a_definition_named_like_its_file() -> None:
    files = {path.stem for folder in ("definitions", "forms") for path in (BUNDLED / folder).glob("*.yaml")}
    assert files == {made.id for made in library().all()}


def test_no_part_is_left_unused() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (BUNDLED / "definitions").glob("*.yaml"))
    used = set(re.findall(r"include: ([\w-]+)", text))
    assert used == {path.stem for path in (BUNDLED / "parts").glob("*.yaml")}


@pytest.mark.parametrize("stage", ["entry", "exit"])
@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_a_set_asks_what_the_programme_measures(form: str, role: str, stage: str) -> None:
    made = library().get(f"{stage}-{form}-{role}")
    assert (made.audience.form, made.audience.role, made.audience.stage) == (form, role, stage)
    wanted = {"prior", "prior_where", *INFLUENCE[form, role].split()}
    if form in YOUNG_FORMS:
        wanted |= {*BOTH[role].split(), *ONLY[role, stage].split()}
        wanted |= set(EXTRAS[form].split()) if (role, stage) == ("mentee", "exit") else set()
    else:
        wanted |= set(BOTH[f"teacher-{role}"].split())
        wanted |= {"expect", "matters"} if stage == "entry" else {"satisfaction", "valuable", "missing"}
    assert ids(made) == wanted
    assert [question.id for question in made.questions[:2]] == ["prior", "prior_where"]


@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_a_parameter_measured_twice_is_the_same_question(form: str, role: str) -> None:
    entry, last = entry_exit(form, role)
    for name in ids(entry) & ids(last):
        assert entry.question(name) == last.question(name)


@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_satisfaction_is_told_only_after_the_start(form: str, role: str) -> None:
    entry, last = entry_exit(form, role)
    assert not [question.id for question in entry.questions if question.measures]
    told = [question for question in last.questions if question.measures == "satisfaction"]
    assert told
    assert {(question.minimum, question.maximum, question.reversed) for question in told} == {(1, 10, False)}


@pytest.mark.parametrize("made", surveys(), ids=lambda made: made.id)
def test_scales_are_one_to_ten_or_five_with_both_ends_labelled(made: Definition) -> None:
    short = {"sample", "meeting-feedback", "strength"}
    for question in made.questions:
        if question.kind == "scale":
            assert (question.minimum, question.maximum) == (1, 5 if made.id in short else 10)
            assert question.low is not None
            assert question.high is not None
            assert all(len(text) <= BUTTON for end in (question.low, question.high) for text in end.variants())


@pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
def test_every_text_is_in_both_languages(made: Definition) -> None:
    for place, wording in everything(made):
        for text in wording.variants():
            assert text == text.strip() != "", place
        for text in filter(None, (wording.ru, wording.ru_child)):
            assert re.search("[а-яё]", text, re.IGNORECASE) or not re.search("[a-z]", text), (place, text)
            assert set(LATIN.findall(text)) <= {"Telegram"}, (place, text)
        assert not re.search("[а-яё]", wording.en, re.IGNORECASE), (place, wording.en)


@pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
def test_every_screen_fits_a_phone(made: Definition) -> None:
    assert all(len(text) <= 40 for text in made.title.variants())
    for question in made.questions:
        buttons = [option.label for option in question.options] + [quick.label for quick in question.quick]
        for label in buttons:
            if isinstance(label, Wording):
                assert all(len(text) <= BUTTON for text in label.variants()), (question.id, label)
        intro = made.intro if question is made.questions[0] else None
        for locale in ("ru", "en"):
            texts = [wording.text(locale, True) for wording in (intro, question.text, question.hint) if wording]
            assert sum(-(-len(text) // LINE) + 1 for text in texts) <= SCREEN_LINES, question.id


def minutes(made: Definition, locale: str) -> float:
    """How long every question of a survey takes at most, as if every condition held."""
    texts = [wording.text(locale, True) for place, wording in everything(made)]
    reading = sum(len(text.split()) for text in texts) / WORDS_A_MINUTE
    return reading + sum(SECONDS[question.kind] for question in made.questions) / 60


@pytest.mark.parametrize("made", surveys(), ids=lambda made: made.id)
def test_no_set_takes_a_pupil_ten_minutes(made: Definition) -> None:
    assert len(made.questions) <= MOST_QUESTIONS
    assert all(minutes(made, locale) < LONGEST_MINUTES for locale in ("ru", "en"))


@pytest.mark.parametrize("made", surveys(), ids=lambda made: made.id)
def test_nobody_is_asked_for_diagnoses_police_or_family_troubles(made: Definition) -> None:
    for place, wording in everything(made):
        for text in wording.variants():
            assert not FORBIDDEN.search(text), (place, text)


def reaches_pupils(made: Definition) -> bool:
    if made.kind == "form":
        return made.id in PUPIL_FORMS
    return made.audience.form is None or (made.audience.form, made.audience.role) in YOUNG_SETS


@pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
def test_pupils_are_addressed_as_ty_and_adults_as_vy(made: Definition) -> None:
    for place, wording in everything(made):
        assert not FAMILIAR.search(wording.ru), (place, wording.ru)
        if reaches_pupils(made) and place not in ADULT_QUESTIONS:
            assert not POLITE.search(wording.text("ru", child=True)), (place, wording.text("ru", child=True))


@pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
def test_nothing_guesses_whether_a_boy_or_a_girl_reads(made: Definition) -> None:
    for place, wording in everything(made):
        assert "(а)" not in wording.ru + (wording.ru_child or ""), place
        assert "(ла)" not in wording.ru + (wording.ru_child or ""), place


def test_the_sample_is_ten_plain_questions_from_one_to_five() -> None:
    made = library().get("sample")
    assert [question.id for question in made.questions] == [f"q{n}" for n in range(1, 11)]
    for question in made.questions:
        assert (question.kind, question.minimum, question.maximum) == ("scale", 1, 5)
        assert not question.optional
        assert question.when is None


def test_the_strength_of_relationship_turns_some_items() -> None:
    items = library().get("strength").questions
    assert {item.measures for item in items} == {"relationship"}
    assert [item.id for item in items if item.reversed] == ["bored", "misunderstood"]
    assert {"trust", "heard", "looking_forward"} <= {item.id for item in items}
