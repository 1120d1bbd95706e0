"""What the programmes measure, line by line, and the questionnaires that ask it."""

from __future__ import annotations

from itertools import product

import pytest

from surveys.definition import Definition
from tests.surveys.content import (
    FORMS,
    PAIRS,
    ROLES,
    YOUNG_FORMS,
    asked,
    ids,
    library,
    minutes,
    reaches_pupils,
    surveys,
)
from tests.surveys.listed import ROWS

STAGES = ("entry", "interim", "exit")
INFLUENCE = {
    **{(form, "mentee"): "pupils" for form in YOUNG_FORMS},
    ("pupil-pupil", "mentor"): "pupils",
    ("student-pupil", "mentor"): "pupils",
    ("teacher-pupil", "mentor"): "teachers",
    ("employer-pupil", "mentor"): "enterprises",
    **{(form, role): "teachers" for form in FORMS[4:] for role in ROLES},
}
"""On whom the influence is measured, by form and role."""


def groups(form: str, role: str, stage: str) -> set[str]:
    """The groups of the table that one set asks."""
    own = {role, f"{role} {stage}"} if form in YOUNG_FORMS else {f"teacher {role}", f"teacher {stage}"}
    return {"every", f"{stage}-{form}-{role}", INFLUENCE[form, role]} | own


def definitions(group: str) -> list[Definition]:
    """The questionnaires that ask a group of the table."""
    made = [
        library().get(f"{stage}-{form}-{role}")
        for (form, role), stage in product(PAIRS, ("entry", "exit"))
        if group in groups(form, role, stage)
    ]
    return made or [one for one in surveys() if one.id == group or one.id.startswith(f"{group}-")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[2]}")
def test_everything_listed_is_asked_in_its_kind(row: tuple[str, ...]) -> None:
    group, kind, name, _ = row
    made = [library().get(group)] if group in {one.id for one in surveys()} else definitions(group)
    assert made
    for each in made:
        question = asked(each, name)
        match kind:
            case "S10" | "1–5" | "0–2":
                ends = {"S10": (1, 10), "1–5": (1, 5), "0–2": (0, 2)}[kind]
                assert (question.kind, question.minimum, question.maximum) == ("scale", *ends)
            case "yn":
                assert [option.id for option in question.options] == ["yes", "no"]
            case "t":
                assert (question.kind, question.optional) == ("text", True)
            case _:
                assert question.kind == {"choice": "single"}.get(kind, kind)


@pytest.mark.parametrize("stage", ["entry", "exit"])
@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_a_set_asks_what_is_listed_and_nothing_besides(form: str, role: str, stage: str) -> None:
    made, wanted = library().get(f"{stage}-{form}-{role}"), groups(form, role, stage)
    assert ids(made) == {name for group, _, name, _ in ROWS if group in wanted}
    assert [question.id for question in made.questions[:2]] == ["prior", "prior_where"]


def test_the_sets_are_complete() -> None:
    """Every form and role at every stage; a set is named after what it is for."""
    for stage, form, role in product(STAGES, FORMS, ROLES):
        audience = library().get(f"{stage}-{form}-{role}").audience
        assert (audience.form, audience.role, audience.stage) == (form, role, stage)
    single: tuple[tuple[str, str | None, str | None], ...] = (
        *(("outcomes-entry", "curator", "entry"), ("outcomes-exit", "curator", "exit")),
        *(("curator-criteria", "curator", None), ("curator-swot", "curator", None), ("self-audit", "head", None)),
        *(("selection-mentor", "mentor", None), ("selection-mentee", "mentee", None)),
        *(("compatibility", "psychologist", None), ("deficits", None, None), ("pulse", None, None)),
        *(("compatibility-mentor", "mentor", None), ("compatibility-mentee", "mentee", None)),
        *(("strength", "mentee", None), ("strength-mentor", "mentor", None), ("meeting-feedback", None, None)),
    )
    for name, who, at in single:
        audience = library().get(name).audience
        assert (audience.form, audience.role, audience.stage) == (None, who, at), name


@pytest.mark.parametrize(
    ("before", "after"),
    [*((f"entry-{form}-{role}", f"exit-{form}-{role}") for form, role in PAIRS), ("outcomes-entry", "outcomes-exit")],
)
def test_a_parameter_measured_twice_is_the_same_question(before: str, after: str) -> None:
    entry, last = library().get(before), library().get(after)
    common = ids(entry) & ids(last)
    assert common
    for name in common:
        assert entry.question(name) == last.question(name)


@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_satisfaction_is_told_only_after_the_start(form: str, role: str) -> None:
    entry, middle, last = (library().get(f"{stage}-{form}-{role}") for stage in STAGES)
    assert not [question.id for question in entry.questions if question.measures]
    assert [question.id for question in middle.questions if question.measures == "satisfaction"] == ["satisfaction"]
    told = [question for question in last.questions if question.measures == "satisfaction"]
    assert told
    assert {(question.minimum, question.maximum, question.reversed) for question in told} == {(1, 10, False)}


@pytest.mark.parametrize(("form", "role"), PAIRS)
def test_halfway_takes_four_minutes_and_asks_the_same_of_the_relationship(form: str, role: str) -> None:
    entry, middle, last = (library().get(f"{stage}-{form}-{role}") for stage in STAGES)
    assert all(minutes(middle, locale) < 4 for locale in ("ru", "en"))
    assert {"comfort", "joint_work", "satisfaction", "improve"} <= ids(middle)
    for name in ids(middle) & ids(entry):
        assert middle.question(name) == entry.question(name)
    # A pupil looks back on the whole at the end, so only there it counts as satisfaction.
    apart = {"joint_work"} if (role, form in YOUNG_FORMS) == ("mentee", True) else set()
    for name in ids(middle) & ids(last) - apart:
        assert middle.question(name) == last.question(name)


@pytest.mark.parametrize(
    ("forms", "stage", "alike"),
    [
        (YOUNG_FORMS, "entry", {"comfort"}),
        (YOUNG_FORMS, "interim", {"comfort", "joint_work", "plan_clear", "expectations_agreed"}),
        (YOUNG_FORMS, "exit", {"comfort", "joint_work"}),
        *((FORMS[4:], stage, {"comfort", "joint_work", "adaptation_usefulness"}) for stage in STAGES),
    ],
)
def test_both_sides_rate_these_alike(forms: tuple[str, ...], stage: str, alike: set[str]) -> None:
    for form in forms:
        sides = [library().get(f"{stage}-{form}-{role}") for role in ROLES]
        marked = [{one.id for one in made.questions if one.both_sides} for made in sides]
        assert marked[0] & marked[1] == alike
        for name in alike:
            ends = [(each.minimum, each.maximum) for each in (asked(made, name) for made in sides)]
            assert ends == [(1, 10)] * 2


def test_the_strength_of_relationship_turns_some_items() -> None:
    for name in ("strength", "strength-mentor"):
        items = library().get(name).questions
        assert {item.measures for item in items} == {"relationship"}
        assert [item.id for item in items if item.reversed] == ["bored", "misunderstood"]
    assert ids(library().get("strength")) == ids(library().get("strength-mentor"))


def test_outcomes_name_the_mentee_and_hide_the_register() -> None:
    for name in ("outcomes-entry", "outcomes-exit"):
        made = library().get(name)
        for question in made.questions:
            assert question.optional
            assert question.text is not None
            assert all("{fact.about}" in text for text in question.text.variants())
        hidden = {question.id for question in made.questions if question.sensitive}
        assert hidden == ids(made) & {"on_register", "taken_off_register", "no_relapse"} != set()


def test_the_nine_criteria_make_eighteen() -> None:
    items = library().get("curator-criteria").questions
    assert len(items) == 9
    assert {item.measures for item in items} == {"process"}
    assert not [item.id for item in items if item.optional or item.reversed or item.when]


def test_the_psychologist_concludes_and_both_sides_tell_how_they_work() -> None:
    conclusion = asked(library().get("compatibility"), "conclusion")
    assert [option.id for option in conclusion.options] == ["recommended", "with_support", "not_recommended"]
    one, other = (library().get(f"compatibility-{role}").questions for role in ROLES)
    assert one == other


def test_difficulties_are_asked_of_adults_alone() -> None:
    asking = {made.id for made in surveys() if {"difficulties", "legal", "on_register"} & ids(made)}
    assert asking
    assert not [made.id for made in surveys() if made.id in asking and reaches_pupils(made)]
