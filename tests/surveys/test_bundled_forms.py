"""The bundled forms, walked with the engine: who is asked what, in what order, in how many steps."""

from collections.abc import Mapping
from datetime import date

import pytest

from surveys import dialogue, response
from surveys.consents import load_consents
from surveys.definition import Definition, Option
from surveys.load import BUNDLED, Library, load
from surveys.path import Context, Value
from surveys.response import Draft
from surveys.screens import screen

TODAY = date(2026, 9, 7)
TEACHER = "1990-05-17"
PUPIL_OF_15 = "2011-03-02"
PUPIL_OF_12 = "2014-03-02"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(BUNDLED, consents=load_consents(BUNDLED / "consents").references)


def context(**facts: object) -> Context:
    options = {
        name: tuple(Option(key, key) for key in keys)
        for name, keys in {
            "areas": ["maths", "sport"],
            "topics": ["maths"],
            "classes": ["7a", "7b"],
            "mentorships": ["11", "12"],
            "meeting_kinds": ["trial", "working"],
        }.items()
    }
    return Context(TODAY, facts, options)


def consent(name: str, given: bool = True) -> Value:
    return {"text": name, "version": {"processing": 2, "participation": 1}[name], "given": given}


AGREED: Mapping[str, Value] = {"processing": consent("processing"), "participation": consent("participation")}


def walk(made: Definition, answers: Mapping[str, Value], world: Context) -> tuple[Draft, list[str]]:
    """Answer what is asked, skipping what has no answer, until the card, a wait or the end; and what was asked."""
    draft, asked = response.start(made, world), []
    while draft.asking is not None:
        asked.append(draft.asking)
        question = made.question(draft.asking)
        assert question is not None
        if question.kind in ("card", "wait"):
            break
        if question.id in answers:
            draft = response.answer(made, draft, question.id, answers[question.id], world)
        else:
            draft = response.skip(made, draft, question.id, world)
    return draft, asked


@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_a_teacher_registers_within_fourteen_steps(library: Library, role: str) -> None:
    answers: dict[str, Value] = {
        **AGREED, "birth": TEACHER, "name": "Петрова Анна Ивановна", "category": "teacher", "post": "учитель физики",
        "career_start": "2012-09-01", "hired_here": "2020-09-01", "role": role,
        "help_areas": ["maths"], "request_areas": ["maths"],
    }  # fmt: skip
    draft, asked = walk(library.get("registration"), answers, context(role_open=True))
    assert draft.asking == "check"
    opening_the_link, done_of_the_areas = 1, 1
    assert opening_the_link + len(asked) + done_of_the_areas <= 14
    assert ("help_areas" in asked, "request_areas" in asked) == (role == "mentor", role == "mentee")


def test_an_invitation_for_a_mentee_asks_no_role(library: Library) -> None:
    answers: dict[str, Value] = {
        **AGREED, "birth": "2004-03-02", "name": "Петров Пётр", "category": "pupil", "class": "7a",
        "request_areas": ["maths"],
    }  # fmt: skip
    draft, asked = walk(library.get("registration"), answers, context(role="mentee"))
    assert asked == [
        "birth",
        "processing",
        "participation",
        "name",
        "category",
        "class",
        "request_areas",
        "request",
        "check",
    ]
    assert draft.asking == "check"


@pytest.mark.parametrize("birth", [PUPIL_OF_12, PUPIL_OF_15])
def test_a_minor_waits_for_the_guardian_before_anything_else(library: Library, birth: str) -> None:
    draft, asked = walk(library.get("registration"), {"birth": birth}, context(role_open=True))
    assert asked == ["birth", "guardian"]
    assert set(draft.answers) == {"birth"}


@pytest.mark.parametrize(("birth", "consents"), [(PUPIL_OF_12, []), (PUPIL_OF_15, ["processing", "participation"])])
def test_from_fourteen_the_child_consents_beside_the_guardian(
    library: Library, birth: str, consents: list[str]
) -> None:
    answers: dict[str, Value] = {
        **AGREED, "birth": birth, "name": "Петров Пётр", "category": "pupil", "class": "7a", "role": "mentee",
        "request_areas": ["sport"],
    }  # fmt: skip
    _, asked = walk(library.get("registration"), answers, context(role_open=True, guardian_consent=True))
    assert asked[: 2 + len(consents)] == ["birth", *consents, "name"]
    assert asked[-1] == "check"


@pytest.mark.parametrize("refused", ["processing", "participation"])
def test_who_refuses_a_consent_is_asked_nothing_more(library: Library, refused: str) -> None:
    answers: dict[str, Value] = {"birth": TEACHER, **AGREED, refused: consent(refused, given=False)}
    draft, asked = walk(library.get("registration"), answers, context(role_open=True))
    assert draft.state == "finished"
    assert asked[-1] == refused


def test_a_guardian_consents_before_giving_a_name_and_a_refusal_ends_it(library: Library) -> None:
    made = library.get("guardian")
    answers: dict[str, Value] = {**AGREED, "name": "Петрова Анна", "relation": "mother", "hears": "yes"}
    _, asked = walk(made, answers, context())
    assert asked == ["processing", "participation", "name", "relation", "hears", "check"]
    draft, asked = walk(made, {"processing": consent("processing", given=False)}, context())
    assert (draft.state, asked) == ("finished", ["processing"])


def test_a_held_meeting_is_logged_in_three_taps(library: Library) -> None:
    answers: dict[str, Value] = {"held": "held", "minutes": 45, "more": "done"}
    draft, asked = walk(library.get("meeting-log"), answers, context(planned=True))
    assert (draft.state, asked) == ("finished", ["held", "minutes", "more"])


def test_topics_and_outcome_are_there_for_who_wants_them(library: Library) -> None:
    answers: dict[str, Value] = {"held": "held", "minutes": 45, "more": "add", "topics": ["maths"]}
    draft, asked = walk(library.get("meeting-log"), answers, context(planned=True))
    assert (draft.state, asked[3:]) == ("finished", ["topics", "outcome"])


@pytest.mark.parametrize(("single", "taps"), [(True, 3), (False, 4)])
def test_the_first_button_logs_an_unplanned_meeting(library: Library, single: bool, taps: int) -> None:
    made, world = library.get("meeting-log"), context(one_mentorship=single)
    draft = response.start(made, world)
    for _ in range(taps):
        first = screen(made, draft, world).rows[0][0]
        draft = dialogue.press(made, draft, first.question, first.token, world)
    assert draft.state == "finished"
    assert draft.answers["date"] == TODAY.isoformat()
    assert draft.answers["minutes"] == 45


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"held": "not_held", "reason": "mentee_ill"}, ["held", "reason"]),
        (
            {"held": "moved", "new_date": "2026-09-10", "new_time": "15:00"},
            ["held", "new_date", "new_time"],
        ),
    ],
)
def test_a_meeting_that_was_not_held_or_was_moved(
    library: Library, answers: dict[str, Value], asked: list[str]
) -> None:
    draft, shown = walk(library.get("meeting-log"), answers, context(planned=True))
    assert (draft.state, shown) == ("finished", asked)


def test_a_meeting_is_planned_in_six_taps_with_the_opening_one(library: Library) -> None:
    answers: dict[str, Value] = {"kind": "trial", "date": "2026-09-10", "time": "15:00", "place": "В школе"}
    _, asked = walk(library.get("meeting-plan"), answers, context())
    assert asked == ["kind", "date", "time", "place", "check"]
