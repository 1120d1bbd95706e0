"""Counting on the report date, as tables; shares and plans; what grows with what, by hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.indicator_counts import Answered, Facts, Joined, Kept, Post, Window, count
from mentoring.indicator_people import Judge, PersonFacts, years_before
from mentoring.indicators import ReportingPeriod, Standing, from_thousandths, percent, thousandths
from mentoring.mentorships import Side
from mentoring.needs import Fact, Need, Needs, Qualification
from mentoring.numerators import (
    Engagement,
    Giving,
    Having,
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
from mentoring.small_groups import hide_counts

ON = date(2027, 6, 30)
WINDOW = Window(ON, date(2027, 1, 1), date(2026, 9, 15))
SCHOOL, OTHER = 1, 2
MENTOR, PUPIL, SECOND = 11, 12, 13


def nobody_knows(person_id: int, organisation_id: int) -> Needs | None:
    return None


# --- one person on the report date -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("persons", "person", "verdict"),
    [
        (Persons(age=(10, 19)), PersonFacts(1, birth=date(2017, 6, 30)), True),  # ten today
        (Persons(age=(10, 19)), PersonFacts(1, birth=date(2017, 7, 1)), False),
        (Persons(age=(10, 19)), PersonFacts(1, birth=date(2007, 7, 1)), True),  # twenty tomorrow
        (Persons(age=(10, 19)), PersonFacts(1, birth=date(2007, 6, 30)), False),
        (Persons(age=(10, 19)), PersonFacts(1), None),
        (Persons(under=35), PersonFacts(1, birth=date(1992, 7, 1)), True),
        (Persons(under=35), PersonFacts(1, birth=date(1992, 6, 30)), False),
        (Persons(experience=(0, 3)), PersonFacts(1, career_start=date(2024, 6, 30)), True),  # the third anniversary
        (Persons(experience=(0, 3)), PersonFacts(1, career_start=date(2024, 6, 29)), False),
        (Persons(experience=(0, 3)), PersonFacts(1, career_start=ON), True),
        (Persons(experience=(0, 3)), PersonFacts(1, career_start=date(2027, 7, 1)), False),
        (Persons(experience=(0, 3)), PersonFacts(1, hired_here=ON), None),
        (Persons(hired=(0, 1)), PersonFacts(1, career_start=date(2000, 9, 1), hired_here=date(2026, 9, 1)), True),
        (Persons(categories=frozenset({Category.TEACHER})), PersonFacts(1, category=Category.EMPLOYEE), False),
        (Persons(categories=frozenset({Category.TEACHER}), under=35), PersonFacts(1, category=Category.TEACHER), None),
        (Persons(categories=frozenset({Category.TEACHER}), under=35), PersonFacts(1, category=Category.PUPIL), False),
        (Persons(grades=frozenset({8, 9})), PersonFacts(1, school_class="9Б"), True),
        (Persons(grades=frozenset({8, 9})), PersonFacts(1, school_class="10А"), False),
        (Persons(grades=frozenset({8, 9})), PersonFacts(1), None),
        (Persons(posts=("заместитель директора",)), PersonFacts(1, post="Заместитель  директора по НМР"), True),
        (Persons(posts=("тьютор",)), PersonFacts(1, post="учитель физики"), False),
        (Persons(needs=frozenset({Need.REGISTER})), PersonFacts(1), False),  # what is not marked does not hold
    ],
)
def test_one_person_on_the_report_date(persons: Persons, person: PersonFacts, verdict: bool | None) -> None:
    assert Judge(persons, ON).sees(person, SCHOOL, nobody_knows) is verdict


def test_the_29th_of_february_is_full_on_the_first_of_march() -> None:
    assert years_before(date(2028, 2, 29), 10) == date(2018, 2, 28)
    leap = PersonFacts(1, birth=date(2016, 2, 29), career_start=date(2024, 2, 29))
    for day, ten, three in ((date(2026, 2, 28), False, True), (date(2026, 3, 1), True, True)):
        assert Judge(Persons(age=(10, 19)), day).sees(leap, SCHOOL, nobody_knows) is ten
        assert Judge(Persons(experience=(0, 3)), day).sees(leap, SCHOOL, nobody_knows) is three
    last = Judge(Persons(experience=(0, 4)), date(2028, 2, 29))
    assert last.sees(leap, SCHOOL, nobody_knows) is True
    assert last.sees(replace(leap, career_start=date(2024, 2, 28)), SCHOOL, nobody_knows) is False


def test_a_mark_that_was_taken_off_held_before() -> None:
    known = Needs(
        1, SCHOOL, (Fact(Need.REGISTER, date(2026, 9, 1)), Fact(Need.QUALIFICATION, date(2026, 9, 1), "first"))
    )
    gone = replace(known, facts=known.without(Need.REGISTER), past=known.past_after(Need.REGISTER, ON))
    assert (gone.on(Need.REGISTER, ON), gone.on(Need.REGISTER, ON - timedelta(days=1))) == (False, True)
    assert not gone.on(Need.REGISTER, date(2026, 8, 31))
    assert known.past_after(Need.REGISTER, date(2026, 9, 1)) == ()  # a slip of the same day leaves nothing
    higher = Fact(Need.QUALIFICATION, ON, "highest")
    raised = replace(gone, facts=gone.having(higher), past=gone.past_after(Need.QUALIFICATION, ON))
    assert raised.value_on(Need.QUALIFICATION, ON) == "highest"
    assert raised.value_on(Need.QUALIFICATION, ON - timedelta(days=1)) == "first"
    assert [fact.need for fact in raised.open_part().past] == [Need.QUALIFICATION]


# --- whom a numerator counts -----------------------------------------------------------------------------------------


def pair(
    began: date, ended: date | None = None, *, place: int = SCHOOL, mentor: int = MENTOR, model: str = "m"
) -> Joined:
    return Joined(place, model, began, ended, (mentor,), (PUPIL,))


@pytest.mark.parametrize(
    ("began", "ended", "entered", "working"),
    [
        (date(2026, 9, 15), None, True, True),
        (date(2026, 9, 14), None, False, True),  # before the programme's first day
        (date(2026, 9, 15), date(2026, 12, 31), True, False),  # ended before the reported year
        (date(2026, 9, 15), date(2027, 1, 1), True, True),
        (ON, ON, True, True),
        (ON + timedelta(days=1), None, False, False),
    ],
)
def test_entered_and_working(began: date, ended: date | None, entered: bool, working: bool) -> None:
    facts = Facts({MENTOR: PersonFacts(MENTOR), PUPIL: PersonFacts(PUPIL)}, (pair(began, ended),))
    found = {each: count(Union((People(Side.MENTEE, each),)), facts, WINDOW)[None].numerator for each in Engagement}
    assert found == {Engagement.ENTERED: entered, Engagement.WORKING: working}


def test_a_person_counts_once_in_each_organisation_and_once_in_all() -> None:
    people = {each: PersonFacts(each) for each in (MENTOR, PUPIL, SECOND)}
    joined = (
        pair(ON),
        pair(ON, ON),
        pair(ON, place=OTHER),
        Joined(OTHER, "m", ON, None, (MENTOR, SECOND), (PUPIL,)),
    )
    found = count(Union((People(Side.MENTOR), Staff(frozenset({Role.HEAD})))), Facts(people, joined), WINDOW)
    assert {place: each.people for place, each in found.items()} == {
        SCHOOL: {MENTOR}, OTHER: {MENTOR, SECOND}, None: {MENTOR, SECOND},
    }  # fmt: skip


def knowing(marked: Mapping[tuple[int, int], tuple[Need, ...]]) -> Facts:
    """A teacher mentors two pupils of grade 8 at the school, of whom this was marked by these organisations."""

    def known(person_id: int, organisation_id: int) -> Needs | None:
        found = marked.get((person_id, organisation_id))
        return (
            found and Needs(person_id, organisation_id, tuple(Fact(need, date(2026, 9, 1)) for need in found))
        ) or None

    people = {
        MENTOR: PersonFacts(MENTOR, category=Category.TEACHER),
        PUPIL: PersonFacts(PUPIL, category=Category.PUPIL, school_class="8А"),
        SECOND: PersonFacts(SECOND, category=Category.PUPIL, school_class="8А"),
    }
    return Facts(people, (Joined(SCHOOL, "special-needs", ON, None, (MENTOR,), (PUPIL, SECOND)),), known=known)


FAILING = Persons(grades=frozenset({8, 9}), needs=frozenset({Need.UNDERACHIEVING}))
MENTORS_OF_FAILING = Union((People(Side.MENTOR, mentees=FAILING),))
TUTORED = Union(
    (
        People(Side.MENTEE, who=Persons(needs=frozenset({Need.PMPK, Need.TUTOR}))),
        People(Side.MENTEE, who=Persons(needs=frozenset({Need.PMPK})), role_models=frozenset({"special-needs"})),
    )
)


@pytest.mark.parametrize(
    ("rule", "marked", "people"),
    [
        (MENTORS_OF_FAILING, {}, set()),
        (MENTORS_OF_FAILING, {(PUPIL, SCHOOL): (Need.UNDERACHIEVING,)}, {MENTOR}),
        (MENTORS_OF_FAILING, {(SECOND, SCHOOL): (Need.UNDERACHIEVING,), (PUPIL, SCHOOL): (Need.GIFTED,)}, {MENTOR}),
        (MENTORS_OF_FAILING, {(PUPIL, OTHER): (Need.UNDERACHIEVING,)}, set()),  # another organisation's mark
        (MENTORS_OF_FAILING, {(MENTOR, SCHOOL): (Need.UNDERACHIEVING,)}, set()),
        (TUTORED, {(PUPIL, SCHOOL): (Need.PMPK, Need.TUTOR), (SECOND, SCHOOL): (Need.PMPK,)}, {PUPIL, SECOND}),
        (TUTORED, {(PUPIL, SCHOOL): (Need.TUTOR,)}, set()),
    ],
)
def test_mentors_are_counted_by_their_mentees(
    rule: Numerator, marked: Mapping[tuple[int, int], tuple[Need, ...]], people: set[int]
) -> None:
    found = count(rule, knowing(marked), WINDOW)
    assert found[None].people == people
    assert found[None].numerator == len(people)


def test_who_might_count_is_told_apart() -> None:
    facts = knowing({(PUPIL, SCHOOL): (Need.UNDERACHIEVING,)})
    nameless = {**facts.people, PUPIL: PersonFacts(PUPIL), SECOND: PersonFacts(SECOND)}
    found = count(MENTORS_OF_FAILING, replace(facts, people=nameless), WINDOW)[SCHOOL]
    assert found.unknown == {MENTOR}  # the class of the failing pupil is not known
    assert found.numerator == 0
    assert count(MENTORS_OF_FAILING, facts, WINDOW)[SCHOOL].unknown == frozenset()


def test_qualification_and_staff_make_a_union() -> None:
    rule = Union(
        (
            Staff(frozenset({Role.HEAD})),
            People(Side.MENTOR, who=Persons(qualification=frozenset({Qualification.FIRST, Qualification.HIGHEST}))),
        )
    )
    needs = Needs(MENTOR, SCHOOL, (Fact(Need.QUALIFICATION, ON, "first"),))
    posts = (Post(SECOND, SCHOOL, Role.HEAD, ON), Post(99, SCHOOL, Role.HEAD, ON + timedelta(days=1)))
    facts = Facts({MENTOR: PersonFacts(MENTOR)}, (pair(ON),), posts, known=lambda person, place: needs)
    assert count(rule, facts, WINDOW)[SCHOOL].people == {MENTOR, SECOND}


def test_enterprises_are_counted_by_name() -> None:
    people = {
        11: PersonFacts(11, workplace="ООО  Ёлка"),
        12: PersonFacts(12),
        13: PersonFacts(13, workplace="Другое"),
        14: PersonFacts(14, workplace="ООО Елка"),
    }
    joined = (pair(ON, mentor=11), pair(ON, mentor=13), pair(ON, mentor=14, place=OTHER), pair(ON, mentor=12))
    belonging = {13: ((OrganisationKind.ENTERPRISE, "Завод"),), 14: ((OrganisationKind.COLLEGE, "Колледж"),)}
    found = count(Giving(frozenset({OrganisationKind.ENTERPRISE})), Facts(people, joined, belonging=belonging), WINDOW)
    assert found[None].names == ("Завод", "ООО  Ёлка")
    assert found[None].people == {11, 13, 14}
    assert found[None].numerator == 2
    assert (found[SCHOOL].numerator, found[OTHER].names) == (2, ("ООО Елка",))


def test_documents_and_the_yearly_monitoring() -> None:
    kept = (
        Kept(1, "programme", {"kept": date(2027, 1, 1), "approved": ON + timedelta(days=1)}),
        Kept(2, "programme", {"kept": date(2026, 1, 1), "approved": date(2026, 2, 1)}, date(2027, 6, 29)),
        Kept(3, "programme", {"kept": ON, "approved": ON}),
        Kept(4, "order", {"kept": ON, "approved": ON}),
    )
    filled = {"criteria": ((1, date(2027, 1, 1)), (1, ON), (2, date(2026, 12, 31)), (3, ON + timedelta(days=1)))}
    facts = Facts(kept=kept, monitored=filled)
    worked_out, approved = (
        Having("programme", frozenset({"kept", "approved"})),
        Having("programme", frozenset({"approved"})),
    )
    found = [count(rule, facts, WINDOW) for rule in (worked_out, approved, Monitored("criteria"), Monitored("other"))]
    assert [each[None].numerator for each in found] == [2, 1, 1, 0]
    assert [sorted(place for place in each if place) for each in found] == [[1, 3], [3], [1], []]


def test_who_is_satisfied_has_a_denominator_of_its_own() -> None:
    answered = {
        (Side.MENTEE, SCHOOL): Answered(3, 4),
        (Side.MENTEE, None): Answered(3, 5),
        (Side.MENTOR, None): Answered(1, 1),
    }
    found = count(Satisfied(Side.MENTEE), Facts(answered=answered), WINDOW)
    assert {place: (each.numerator, each.denominator) for place, each in found.items()} == {
        SCHOOL: (3, 4),
        None: (3, 5),
    }
    assert WINDOW.answers_from == date(2026, 9, 15)
    assert Window(ON, ON, date(2020, 1, 1)).answers_from == date(2026, 7, 1)


# --- shares and plans ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numerator", "denominator", "planned", "more", "fact", "met"),
    [
        (13, 20_000, "0.065", True, "0.065", True),
        (1, 3, "33.333", True, "33.333", True),
        (2, 3, "66.667", True, "66.667", True),
        (41, 1000, "4", False, "4.100", False),
        (40, 1000, "4", False, "4.000", True),
        (7, 1000, "0.8", True, "0.700", False),
        (7, 0, "0.8", True, None, None),
        (7, None, "0.8", True, None, None),
        (7, 10, None, True, "70.000", None),
        (None, 10, "1", True, None, None),
    ],
)
def test_fact_against_plan(
    numerator: int | None, denominator: int | None, planned: str | None, more: bool, fact: str | None, met: bool | None
) -> None:
    plan = None if planned is None else Decimal(planned)
    found = Standing("1", numerator, denominator, plan, more_is_better=more)
    assert (None if found.fact is None else str(found.fact), found.met) == (fact, met)
    assert (found.gap is None) == (met is None)
    assert met is None or (found.gap or 0) >= 0 if met else (found.gap or 0) <= 0


def test_a_period_tells_its_quarter() -> None:
    day = date(2026, 7, 1)
    assert [ReportingPeriod(code, day, day, day).quarter for code in ("2026q3", "2026")] == [3, None]


# --- what grows with what --------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_grows_with_its_numerator_and_falls_with_its_denominator(numerator: int, denominator: int) -> None:
    share = percent(numerator, denominator)
    assert percent(numerator + 1, denominator) >= share >= percent(numerator, denominator + 1)
    assert from_thousandths(thousandths(share)) == share


_days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
_joined = st.builds(
    Joined,
    st.integers(1, 3),
    st.just("m"),
    _days,
    st.none() | _days,
    st.lists(st.integers(1, 9), min_size=1, max_size=2).map(tuple),
    st.lists(st.integers(11, 19), min_size=1, max_size=2).map(tuple),
)
_PEOPLE = {each: PersonFacts(each, birth=date(2010, 1, each)) for each in range(1, 20)}


@given(st.lists(_joined, max_size=8), _joined, _days, st.sampled_from(Engagement))
def test_one_mentorship_more_never_makes_a_count_smaller(
    listed: list[Joined], more: Joined, on: date, engagement: Engagement
) -> None:
    window = Window(on, on.replace(month=1, day=1), date(2026, 6, 1))
    rule = Union((People(Side.MENTOR, engagement, mentees=Persons(age=(10, 19))),))
    before, after = (count(rule, Facts(_PEOPLE, tuple(each)), window) for each in (listed, [*listed, more]))
    assert all(after[place].people >= each.people for place, each in before.items())
    places = [each.numerator for place, each in after.items() if place is not None]
    assert max(places, default=0) <= after[None].numerator <= sum(places)


@given(st.lists(_joined, max_size=8), _days, st.integers(0, 400))
def test_who_has_entered_stays(listed: list[Joined], on: date, days: int) -> None:
    rule = Union((People(Side.MENTEE),))
    facts, begins = Facts(_PEOPLE, tuple(listed)), date(2026, 6, 1)
    now, later = (count(rule, facts, Window(day, day, begins))[None] for day in (on, on + timedelta(days=days)))
    assert now.people <= later.people


@given(st.dictionaries(st.integers(1, 30), st.integers(0, 12), max_size=12))
def test_no_small_count_follows_from_the_total(counts: dict[int, int]) -> None:
    hidden = hide_counts(counts)
    small = {place for place, people in counts.items() if people < 5}
    assert small <= hidden
    if any(counts[place] for place in small) and len(hidden) < len(counts):
        rest = sum(counts[place] for place in hidden)
        assert len(hidden) > 1
        assert hidden > small or rest < 4 * len(hidden)


@pytest.mark.parametrize(
    ("numerator", "denominator", "planned", "shown", "met"),
    [
        (7, 12, None, "58.3", None),
        (7, 12, "100", "58.3", False),
        (5896, 10000, "59", "58.96", False),
        (5904, 10000, "59", "59.04", True),
        (59, 100, "59", "59.0", True),
        (5899996, 10000000, "59", "58.999", False),
        (6, 800, "0.8", "0.75", False),
        (2, 3, "66.667", "66.667", True),
        (2, 1680, "0.17", "0.12", False),
        (11, 17000, "0.065", "0.065", True),
        (1, 10000, None, "0.01", None),
        (0, 10000, "1", "0.0", False),
        (99996, 100000, None, "99.996", None),
        (3, 2, None, "150.0", None),
    ],
)
def test_a_share_is_shown_short_and_never_as_the_plan_it_has_not_reached(
    numerator: int, denominator: int, planned: str | None, shown: str, met: bool | None
) -> None:
    found = Standing("1", numerator, denominator, Decimal(planned) if planned else None)
    assert (str(found.shown), found.met) == (shown, met)
