"""The bundled questionnaires and forms: how they are worded, how they fit a phone and the patience of a pupil."""

from __future__ import annotations

import re

import pytest

from surveys.definition import Definition
from surveys.load import BUNDLED
from surveys.wording import Wording
from tests.surveys.content import everything, library, minutes, reaches_pupils, surveys

LONGEST_MINUTES = 10
MOST_QUESTIONS = 32

BUTTON = 24
TICK = 2
SCREEN_LINES = 12
LINE = 36
"""Characters of a line on a narrow phone."""
LONGEST_TEXT = 300

ADULT_QUESTIONS = {"workplace", "post", "career_start", "hired_here", "subject"}
"""Questions of registration that only a teacher or an employee meets."""
SHORT_SCALES = {"sample": (1, 5), "meeting-feedback": (1, 5), "strength": (1, 5), "strength-mentor": (1, 5)}
SHORT_SCALES |= {"curator-criteria": (0, 2), "self-audit": (0, 2)}

POLITE = re.compile(r"\b(вы|вам|вас|вами|ваш\w*|\w+(?:йте|ите|ьте)(?:сь)?)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(ты|тебе|тебя|тобой|тво[йяеёи]\w*|хочешь|\w+ешь)\b", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z]+")
PLACES = re.compile(r"\{[a-z_.]+\}")
FORBIDDEN = re.compile(
    r"диагноз|заболев|болезн|инвалид|здоров|психиатр|\bовз\b|полици|профуч|уч[её]т\b|\bна уч[её]те\b|судим|преступ|"
    r"правонаруш|нарушени|развод|\bсемь|\bсемей|родител[ья] пь|алкогол|\bкур(?:ишь|ите|ение)|наркот|насили|побо[ия]|"
    r"diagnos|illness|disease|disab|mental|police|crime|criminal|offence|relapse|register|divorce|family|alcohol|smok|"
    r"drug|violen|abuse",
    re.IGNORECASE,
)

every_definition = pytest.mark.parametrize("made", library().all(), ids=lambda made: made.id)
every_survey = pytest.mark.parametrize("made", surveys(), ids=lambda made: made.id)


def test_every_bundled_file_is_a_definition_named_like_its_file() -> None:
    files = {path.stem for folder in ("definitions", "forms") for path in (BUNDLED / folder).glob("*.yaml")}
    assert files == {made.id for made in library().all()}


def test_no_part_is_left_unused() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (BUNDLED / "definitions").glob("*.yaml"))
    used = set(re.findall(r"include: ([\w-]+)", text))
    assert used == {path.stem for path in (BUNDLED / "parts").glob("*.yaml")}


@every_survey
def test_scales_have_both_ends_labelled_in_both_languages(made: Definition) -> None:
    for question in made.questions:
        if question.kind == "scale":
            assert (question.minimum, question.maximum) == SHORT_SCALES.get(made.id, (1, 10))
            for end in (question.low, question.high):
                assert end is not None
                assert end.ru
                assert end.en
                assert all(len(text) <= BUTTON for text in end.variants())
            assert question.low != question.high


@every_definition
def test_every_text_is_in_both_languages(made: Definition) -> None:
    for place, wording in everything(made):
        for text in wording.variants():
            assert text == text.strip() != "", place
        for text in filter(None, (wording.ru, wording.ru_child)):
            words = PLACES.sub("", text)
            assert re.search("[а-яё]", words, re.IGNORECASE) or not re.search("[a-z]", words), (place, text)
            assert set(LATIN.findall(words)) <= {"Telegram", "xlsx"}, (place, text)
        assert not re.search("[а-яё]", wording.en, re.IGNORECASE), (place, wording.en)


@every_definition
def test_every_screen_fits_a_phone(made: Definition) -> None:
    assert all(len(text) <= 40 for text in made.title.variants())
    for question in made.questions:
        room = BUTTON - TICK if question.kind == "multi" else BUTTON
        buttons = [option.label for option in question.options] + [quick.label for quick in question.quick]
        for label in buttons:
            if isinstance(label, Wording):
                assert all(len(text) <= room for text in label.variants()), (question.id, label)
        assert all(len(text) <= LONGEST_TEXT for text in (question.text.variants() if question.text else ()))
        intro = made.intro if question is made.questions[0] else None
        for locale in ("ru", "en"):
            for child in (False, True):
                texts = [wording.text(locale, child) for wording in (intro, question.text, question.hint) if wording]
                assert sum(-(-len(text) // LINE) + 1 for text in texts) <= SCREEN_LINES, question.id


@every_survey
def test_no_set_takes_a_pupil_ten_minutes(made: Definition) -> None:
    assert len(made.questions) <= MOST_QUESTIONS
    assert all(minutes(made, locale) < LONGEST_MINUTES for locale in ("ru", "en"))


@every_survey
def test_no_participant_is_asked_for_diagnoses_police_or_family_troubles(made: Definition) -> None:
    """What the curator and the psychologist enter may touch such things: stored encrypted, never asked of a child."""
    for place, wording in everything(made):
        question = made.question(place)
        for text in wording.variants():
            if question is not None and question.sensitive:
                assert not reaches_pupils(made)
                assert made.audience.role in ("curator", "psychologist")
            else:
                assert not FORBIDDEN.search(text), (place, text)


@every_definition
def test_pupils_are_addressed_as_ty_and_adults_as_vy(made: Definition) -> None:
    for place, wording in everything(made):
        assert not FAMILIAR.search(wording.ru), (place, wording.ru)
        if reaches_pupils(made) and place not in ADULT_QUESTIONS:
            assert not POLITE.search(wording.text("ru", child=True)), (place, wording.text("ru", child=True))
            if POLITE.search(wording.ru):
                assert wording.ru_child not in (None, wording.ru), (place, wording.ru)


@every_survey
def test_who_is_never_under_eighteen_has_no_text_for_children(made: Definition) -> None:
    if made.audience.role in ("curator", "psychologist"):
        assert not [place for place, wording in everything(made) if wording.ru_child or wording.en_child]


@every_definition
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
