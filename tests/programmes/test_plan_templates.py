"""Templates of individual plans: as the documents have them, whose they are, and what is told of broken ones."""

from __future__ import annotations

import re

import pytest

from mentoring.mentorships import Form
from programmes.load import BUNDLED, load_programme, parse_programme
from programmes.parts import PlanColumnId
from services.plans_making import due_sections
from surveys.source import DefinitionErrors

TVER = (BUNDLED / "tver-school-14.yaml").read_text(encoding="utf-8")


def test_the_tables_of_school_14_are_the_documents() -> None:
    tver = load_programme("tver-school-14")
    headings = ["№", "Проект, задание", "Срок", "Планируемый результат", "Фактический результат", "Оценка наставника"]
    for plan in tver.plans:
        assert [column.name.ru for column in plan.columns] == headings
        assert [column.id for column in plan.columns] == list(PlanColumnId)
        assert plan.title.ru == "Индивидуальный план развития под руководством наставника"
    notes = {plan.id: [column.note for column in plan.columns if column.note] for plan in tver.plans}
    assert notes == {"pupil-pupil": [1, 2], "teacher-teacher": [1, 2], "teacher-pupil": []}
    assert {plan.id: len(plan.footnotes) for plan in tver.plans} == {
        "pupil-pupil": 3,
        "teacher-teacher": 5,
        "teacher-pupil": 0,
    }
    signatures = [plan.mentee.signature.ru for plan in tver.plans]
    assert signatures == [
        "Подпись наставляемого",
        "Подпись наставляемого сотрудника",
        "Подпись наставляемого обучающегося",
    ]


def test_the_information_note_is_not_for_the_mentee() -> None:
    tver = load_programme("tver-school-14")
    notes = {plan.id: [(field.id, field.for_staff) for field in plan.fields] for plan in tver.plans}
    assert notes == {"pupil-pupil": [], "teacher-teacher": [("note", True)], "teacher-pupil": [("note", True)]}
    rows = [item for plan in tver.plans for section in plan.sections for item in section.items if item.number == "1.3"]
    assert {item.task.ru for item in rows} == {"Подготовить информационно-аналитическую справку на наставляемого"}


def test_the_section_for_new_hires_is_theirs_alone() -> None:
    template = load_programme("tver-school-14").plan_template("teacher-teacher")
    assert [section.number for section in due_sections(template, new_hire=True)] == [1, 2, 3]
    assert [section.number for section in due_sections(template, new_hire=False)] == [1, 3]


@pytest.mark.parametrize(
    ("programme", "form", "role_model", "template"),
    [
        ("tver-school-14", Form.PUPIL_PUPIL, "leader-passive", "pupil-pupil"),
        ("tver-school-14", Form.TEACHER_PUPIL, "teacher-gifted", "teacher-pupil"),
        ("kumtorkala", Form.HEAD_TEACHER, "head-teacher", "route"),
        ("kyzyl", Form.TEACHER_TEACHER, "network", "teacher-plan"),
        ("kyzyl", Form.TEACHER_PUPIL, "underachieving", "pupil-plan"),
        ("kyzyl", Form.TEACHER_PUPIL, "register", "accompaniment-card"),
        ("kyzyl", Form.TEACHER_PUPIL, "special-needs", "tutor-programme"),
        ("kyzyl", Form.TEACHER_PUPIL, None, "pupil-plan"),
    ],
)
def test_whose_template_it_is(programme: str, form: Form, role_model: str | None, template: str) -> None:
    found = load_programme(programme).plan_for(form, role_model)
    assert found is not None
    assert found.id == template


def test_the_route_and_the_tutors_programme_follow_their_documents() -> None:
    route = load_programme("kumtorkala").plan_template("route")
    assert [field.id for field in route.fields] == ["goal", "resources", "surroundings", "needs"]
    assert [len(section.items) for section in route.sections] == [1, 7, 1, 2, 1]
    tutor = load_programme("kyzyl").plan_template("tutor-programme")
    assert len(tutor.sections[0].items) == 7, "row 5.2 has seven steps of a tutor"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("role_models: [experienced-young]", "role_models: [experienced]", "role model"),
        ("    note: 3\n", "    note: 9\n", "«note» must be a whole number from 1 to 5"),
        ("- {id: due, name: {ru: Срок, en: Due}}", "- {id: term, name: {ru: Срок, en: Due}}", "«id» knows no «term»"),
        ("  - number: 3\n", "  - number: 1\n", "sections are not in order"),
    ],
)
def test_a_broken_template_is_told_of(was: str, becomes: str, told: str) -> None:
    plans = TVER.index("\nplans:")
    text = TVER[:plans] + re.sub(re.escape(was), becomes, TVER[plans:], count=1)
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(text, "broken.yaml")
    assert told in "\n".join(map(str, raised.value.errors))
