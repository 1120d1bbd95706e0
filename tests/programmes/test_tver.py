"""The programme of School 14 as loaded, counted against its document."""

from datetime import date

import pytest

from mentoring.life import Gathering
from mentoring.meetings import MeetingKind
from mentoring.mentorships import Form
from mentoring.roles import Category, Role
from programmes.load import load_programme
from programmes.programme import Programme, Scope
from programmes.terms import Span, school_year_of


@pytest.fixture(scope="module")
def tver() -> Programme:
    return load_programme("tver-school-14")


def test_its_parts_as_the_document_counts_them(tver: Programme) -> None:
    assert len(tver.stages) == 7
    assert [step.kind for step in tver.cycle] == list(MeetingKind)
    assert len(tver.plans) == 3
    assert [result.number for result in tver.results] == list(range(1, 18))
    assert len(tver.roadmap) == 11
    assert sum(len(row.content) for row in tver.roadmap) == 28
    assert tver.indicators == ()
    assert sum(len(executor.duties) for executor in tver.executors) == 2 + 8 + 1 + 3 + 1


def test_who_runs_it_and_when(tver: Programme) -> None:
    assert (tver.scope, tver.zone, tver.youngest) == (Scope.SCHOOL, "Europe/Moscow", 10)
    assert (tver.years.first, tver.years.last, tver.erasure_days) == (2024, 2028, 30)
    thresholds = tver.thresholds
    assert (thresholds.satisfied, thresholds.stuck_days, thresholds.small_group) == (7, 21, 5)


def test_its_three_forms_and_their_role_models(tver: Programme) -> None:
    assert {form.id: len(form.role_models) for form in tver.forms} == {
        Form.PUPIL_PUPIL: 5,
        Form.TEACHER_PUPIL: 6,
        Form.TEACHER_TEACHER: 1,
    }
    sensitive = {model.id for form in tver.forms for model in form.role_models if model.sensitive}
    assert sensitive == {"special-needs-mentor", "social-pedagogue-pupil"}
    assert Category.PARENT in tver.fits[Form.TEACHER_PUPIL].mentors
    assert tver.role_model("teacher-pupil", "teacher-gifted").responsible == ("subject-teacher",)
    with pytest.raises(KeyError):
        tver.form(Form.HEAD_TEACHER)


def test_its_plan_templates(tver: Programme) -> None:
    rows = {plan.id: [len(section.items) for section in plan.sections] for plan in tver.plans}
    assert rows == {"pupil-pupil": [2, 5], "teacher-teacher": [3, 7, 9], "teacher-pupil": [3, 5]}
    assert all(section.free_rows for plan in tver.plans for section in plan.sections)
    new_hires = [(plan.id, s.number) for plan in tver.plans for s in plan.sections if s.new_hires_only]
    assert new_hires == [("teacher-teacher", 2)]
    found = tver.plan_for(Form.EMPLOYER_PUPIL)
    assert found is not None
    assert found.id == "teacher-pupil"


def test_milestones_of_its_own_years(tver: Programme) -> None:
    found = tver.milestones()
    assert len(found) == 3 + 8 * 5
    first, last = found[0], found[-1]
    assert (first.row.id, first.days) == ("1.1", Span(date(2024, 8, 1), date(2024, 8, 31)))
    assert last.days == Span(date(2028, 12, 1), date(2028, 12, 31))
    assert first.late(date(2024, 9, 1))
    assert not first.late(date(2024, 8, 31))


def test_the_slip_of_the_document_is_noted(tver: Programme) -> None:
    assert [row.id for row in tver.roadmap if row.note] == ["1.3"]


@pytest.mark.parametrize(
    ("known", "source", "has", "lacks"),
    [
        ({"category": "pupil", "role": "mentee"}, "areas", "subjects", "paperwork"),
        ({"category": "pupil", "role": "mentor"}, "areas", "subjects", "paperwork"),
        ({"category": "teacher", "role": "mentee"}, "areas", "paperwork", "subjects"),
        ({"category": "teacher", "role": "mentor"}, "areas", "paperwork", None),
        ({"category": "parent", "role": "mentor"}, "areas", "career", "paperwork"),
        ({"form": "pupil-pupil"}, "role_models", "peer-peer", "experienced-young"),
        ({"form": "pupil-pupil"}, "topics", "homework", "lesson"),
        ({"form": "teacher-teacher"}, "topics", "lesson", "homework"),
        ({"form": "nonsense", "category": 5}, "areas", "subjects", None),
    ],
)
def test_sources_follow_what_is_known(
    tver: Programme, known: dict[str, object], source: str, has: str, lacks: str | None
) -> None:
    ids = {option.id for option in tver.sources(known)[source]}
    assert has in ids
    assert lacks not in ids


def test_kinds_executors_and_years(tver: Programme) -> None:
    assert tver.kind_for(Gathering.PAIR) == "individual"
    assert tver.kind_for(Gathering.CIRCLE) == tver.kind_for(Gathering.GROUP) == "group"
    assert tver.executor("deputy").roles == {Role.CURATOR}
    assert tver.classes[4] == "5А"
    assert school_year_of(date(2026, 8, 1)) == school_year_of(date(2027, 7, 31)) == 2026
