"""The formulas of the 21 indicators against the words of the documents, their report dates, and mistakes in a file."""

from datetime import date

import pytest

from mentoring.mentorships import Side
from mentoring.needs import Need, Qualification
from mentoring.numerators import (
    Engagement,
    Giving,
    Having,
    Level,
    Monitored,
    Numerator,
    People,
    Persons,
    Satisfied,
    Staff,
    Union,
)
from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role
from programmes.load import bundled, load_programme, parse_programme
from programmes.reporting import current, period, periods, reported_in, reporting_kinds
from surveys.source import DefinitionErrors
from tests.programmes.test_sixth import WRITTEN

PROGRAMMES = {name: load_programme(name) for name in bundled()}
TEACHER, PUPIL = frozenset({Category.TEACHER}), frozenset({Category.PUPIL})
MENTEE, MENTOR = Side.MENTEE, Side.MENTOR


def entered(side: Side, who: Persons) -> Numerator:
    return Union((People(side, Engagement.ENTERED, who),))


def teachers_of(mentees: Persons) -> Numerator:
    return Union((People(MENTOR, Engagement.WORKING, Persons(categories=TEACHER), mentees),))


def needing(*needs: Need, categories: frozenset[Category] = PUPIL, grades: tuple[int, ...] = ()) -> Persons:
    return Persons(categories=categories, grades=frozenset(grades), needs=frozenset(needs))


CHILDREN, YOUTH = Persons(age=(10, 19)), Persons(age=(15, 19))
YOUNG = Persons(categories=TEACHER, experience=(0, 3))
TUTORED = frozenset({Need.PMPK, Need.TUTOR})
ENTERPRISES = Giving(frozenset({OrganisationKind.ENTERPRISE}))

FORMULAS: list[tuple[str, str, str, Numerator, str | None]] = [
    # programme, indicator, words of the document, numerator, denominator
    ("kumtorkala", "1", "от 10 до 19 лет|проживающих|наставляемого", entered(MENTEE, CHILDREN), "children"),
    ("kumtorkala", "2", "от 15 до 19 лет|проживающих|наставника", entered(MENTOR, YOUTH), "children"),
    ("kumtorkala", "3", "учителей|молодых специалистов|наставляемого", entered(MENTEE, YOUNG), "young-teachers"),
    ("kumtorkala", "4", "учителей|молодых специалистов|наставника", entered(MENTOR, YOUNG), "young-teachers"),
    ("kumtorkala", "5", "удовлетворенности наставляемых", Satisfied(MENTEE), None),
    ("kumtorkala", "6", "удовлетворенности наставников", Satisfied(MENTOR), None),
    ("kavkazsky", "5.1.1", "от 10 до 19 лет|вошедших|наставляемого", entered(MENTEE, CHILDREN), "children-10-19"),
    ("kavkazsky", "5.1.2", "от 15 до 19 лет|вошедших|наставника", entered(MENTOR, YOUTH), "youth-15-19"),
    ("kavkazsky", "5.1.3", "учителей|от 0 до 3 лет|наставляемого", entered(MENTEE, YOUNG), "young-teachers"),
    ("kavkazsky", "5.1.4", "предприятий|предоставив своих наставников", ENTERPRISES, "enterprises"),
    ("kavkazsky", "5.1.5", "удовлетворенности наставляемых", Satisfied(MENTEE), None),
    ("kavkazsky", "5.1.6", "удовлетворенности наставников", Satisfied(MENTOR), None),
    (
        "kyzyl", "2.1", "педагогических работников|задействованных в наставничестве",
        Union((
            Staff(frozenset({Role.HEAD, Role.CURATOR})),
            People(
                MENTOR, Engagement.WORKING,
                Persons(posts=("заместитель директора", "deputy head", "тьютор", "tutor")),
            ),
            People(
                MENTOR, Engagement.WORKING,
                Persons(qualification=frozenset({Qualification.FIRST, Qualification.HIGHEST})),
            ),
        )),
        "named-staff",
    ),
    (
        "kyzyl", "2.1.1", "педагогов|от общего числа|молодыми педагогами до 35 лет",
        teachers_of(Persons(under=35, categories=TEACHER)), "teachers",
    ),
    (
        "kyzyl", "2.1.2", "педагогов|от общего числа|низким образовательным результатами",
        teachers_of(needing(Need.LOW_RESULTS, categories=TEACHER)), "teachers",
    ),
    (
        "kyzyl", "2.1.3", "педагогов|от общего числа|неуспевающими обучающимися 8-9 классов",
        teachers_of(needing(Need.UNDERACHIEVING, grades=(8, 9))), "teachers",
    ),
    (
        "kyzyl", "2.1.4", "педагогов|от общего числа|находящимися на профучетах",
        teachers_of(needing(Need.REGISTER)), "teachers",
    ),
    (
        "kyzyl", "2.1.5", "детей имеющих заключение (рекомендации) ПМПК с тьюторским сопровождением",
        Union((
            People(MENTEE, Engagement.WORKING, Persons(categories=PUPIL, needs=TUTORED)),
            People(
                MENTEE, Engagement.WORKING, needing(Need.PMPK), role_models=frozenset({"special-needs"})
            ),
        )),
        "pupils",
    ),
    (
        "seversk", "iv.1", "разработка программ",
        Having("programme", frozenset({"kept", "sent", "approved"})), "organisations",
    ),
    (
        "seversk", "iv.3", "охват образовательных организаций",
        Monitored("curator-criteria", "organisation"), "organisations",
    ),
    (
        "seversk", "iv.4", "Разработка программ|внедрению",
        Having("programme", frozenset({"approved"})), "organisations",
    ),
]  # fmt: skip


def test_every_one_of_the_twenty_one_indicators_has_its_formula() -> None:
    listed = [(name, each.id) for name, found in PROGRAMMES.items() for each in found.indicators]
    assert sorted(listed) == sorted((name, indicator) for name, indicator, *_ in FORMULAS)
    assert len(listed) == 21


@pytest.mark.parametrize(("name", "indicator", "words", "numerator", "denominator"), FORMULAS)
def test_a_formula_says_what_the_document_says(
    name: str, indicator: str, words: str, numerator: Numerator, denominator: str | None
) -> None:
    found = next(each for each in PROGRAMMES[name].indicators if each.id == indicator)
    assert all(word in found.name.ru for word in words.split("|"))
    assert found.numerator == numerator
    assert (found.denominator and found.denominator.id) == denominator
    assert found.numerator.sensitive == (indicator in {"2.1.2", "2.1.3", "2.1.4", "2.1.5"})


def test_who_types_a_denominator_in_is_the_documents() -> None:
    levels = {
        (name, each.denominator.id): each.denominator.level
        for name, found in PROGRAMMES.items()
        for each in found.indicators
        if each.denominator
    }
    own = {place for place, level in levels.items() if level is Level.ORGANISATION}
    assert own == {
        ("kavkazsky", "children-10-19"), ("kavkazsky", "youth-15-19"), ("kavkazsky", "young-teachers"),
        ("kyzyl", "named-staff"), ("kyzyl", "teachers"), ("kyzyl", "pupils"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("kumtorkala", ["2023 2023-12-31", "2024 2024-12-31"]),
        ("kyzyl", ["2022 2022-12-31", "2023 2023-06-30"]),
        ("seversk", ["2021 2021-11-30", "2022 2022-11-30", "2023 2023-11-30", "2024 2024-11-30"]),
        ("tver-school-14", []),
        (
            "kavkazsky",
            [
                "2022q3 2022-10-01", "2022q4 2023-01-01", "2023q1 2023-04-01", "2023q2 2023-07-01",
                "2023q3 2023-10-01", "2023q4 2024-01-01", "2024q1 2024-04-01", "2024q2 2024-07-01",
                "2024q3 2024-10-01", "2024q4 2025-01-01",
            ],
        ),
    ],
)  # fmt: skip
def test_report_dates_are_those_of_the_monitoring(name: str, dates: list[str]) -> None:
    assert [f"{each.code} {each.report_date}" for each in periods(PROGRAMMES[name])] == dates


def test_the_period_to_look_at_is_the_one_to_be_reported_next() -> None:
    moved = PROGRAMMES["kavkazsky"].for_school_year(2026)
    seen = {
        day: current(moved, day) for day in (date(2026, 1, 1), date(2027, 4, 15), date(2027, 4, 16), date(2030, 1, 1))
    }
    assert [each and each.code for each in seen.values()] == ["2026q3", "2027q1", "2027q2", "2028q4"]
    quarter = period(moved, "2027q2")
    assert quarter is not None
    assert (quarter.quarter, quarter.first, quarter.last) == (2, date(2027, 4, 1), date(2027, 6, 30))
    assert (period(moved, "2022q3"), current(PROGRAMMES["tver-school-14"], date(2026, 1, 1))) == (None, None)


def test_an_indicator_is_reported_in_its_own_years_and_enterprises_report_nothing() -> None:
    assert [each.id for each in reported_in(PROGRAMMES["seversk"], "2021")] == ["iv.1", "iv.3", "iv.4"]
    assert [each.id for each in reported_in(PROGRAMMES["seversk"], "2022")] == ["iv.3", "iv.4"]
    assert len(reported_in(PROGRAMMES["kyzyl"], "2022")) == 6  # the base of every one is of 2022
    assert OrganisationKind.ENTERPRISE not in reporting_kinds(PROGRAMMES["kavkazsky"])
    last = PROGRAMMES["seversk"].indicators[2]
    assert (last.organisations(2023), last.organisations(2030)) == (32, None)
    assert last.planned(2023) == 80


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("{people: pupil}", "«people» knows no «pupil»"),
        ("{age: [10, 19]}", "the formula does not say what it counts"),
        ("{people: mentee, age: [19, 10]}", "«age» must hold two numbers, the lower first"),
        ("{people: mentee, needs: [underachiever]}", "did you mean «underachieving»"),
        ("{people: mentee, posts: [teecher]}", "did you mean «teacher»"),
        ("{people: mentee, role_models: [tutor]}", "there is no role model «tutor»"),
        ("{people: mentee, mentees: {under: 35}}", "«mentees» is said of mentors alone"),
        ("{people: mentee, document: programme}", "«document» says nothing beside «people»"),
        ("{people: mentee, sex: male}", "«numerator» has no «sex»"),
        ("{staff: [mentee]}", "there is no role of staff «mentee»"),
        ("{organisations: having_papers}", "there is no formula «having_papers»"),
        ("{organisations: having_document, document: programme, states: [signed]}", "there is no state of a document"),
        ("{organisations: monitored, questionnaire: puls}", "there is no questionnaire «puls»"),
        ("{organisations: monitored, questionnaire: pulse, report: nought}", "there is no report «nought»"),
        ("{satisfied: mentee}", "counts its own «denominator»"),
        ("{any: [{satisfied: mentee}]}", "it says neither «people» nor «staff»"),
    ],
)
def test_a_wrong_formula_is_named_with_its_line(wrong: str, says: str) -> None:
    right = "{people: mentee, age: [10, 19], needs: [underachieving]}"
    with pytest.raises(DefinitionErrors) as raised:
        parse_programme(WRITTEN.replace(right, wrong, 1), "mine.yaml", {"pulse"})
    line = WRITTEN[: WRITTEN.index(right)].count("\n") + 1
    found = [str(error) for error in raised.value.errors if says in str(error)]
    assert found
    assert any(error.startswith(f"mine.yaml:{near}:") for error in found for near in range(line - 5, line + 2))


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("  denominator: underachievers\n", "", "the indicator has no «denominator»"),
        ("denominator: underachievers", "denominator: pupils", "there is no denominator «pupils»"),
        ("monitoring: final\n  plan", "monitoring: yearly\n  plan", "there is no monitoring «yearly»"),
        ("by: organisation", "by: school", "«by» knows no «school»"),
    ],
)
def test_what_a_formula_names_must_be_there(right: str, wrong: str, says: str) -> None:
    with pytest.raises(DefinitionErrors, match=says):
        parse_programme(WRITTEN.replace(right, wrong, 1), "mine.yaml")
