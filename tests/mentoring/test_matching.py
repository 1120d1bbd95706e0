"""Hard rules one by one, parts of the score, reasons; the whole cohort at once is what the pairs are one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.life import FITS
from mentoring.matching import RULES, Candidate, Rule, Terms, barred_by, excluded_by
from mentoring.matching_codec import read, written
from mentoring.matching_records import Other, Thought
from mentoring.matching_score import (
    EXCLUDED,
    areas_part,
    distance_part,
    languages_part,
    score,
    scores,
    times_part,
    why,
    wishes_part,
)
from mentoring.matching_weights import SETTABLE, WEIGHTS, Part, Strength, full, shares, weights
from mentoring.mentorships import Form, Side
from mentoring.roles import Category

RU = frozenset({"ru"})
MENTEE = Candidate(
    1, 7, Category.PUPIL, date(2013, 5, 1), 7, frozenset({"maths", "sport"}), frozenset({"1d", "2e"}), RU
)
MENTOR = Candidate(2, 7, Category.PUPIL, date(2010, 5, 1), 10, frozenset({"maths"}), frozenset({"1d"}), RU)
TERMS = Terms(7, Form.PUPIL_PUPIL, FITS[Form.PUPIL_PUPIL], date(2026, 9, 1), youngest=10)
PAIR = frozenset({(1, 2)})
OLDER = replace(TERMS, older=True)
FAILED = replace(TERMS, failed=PAIR)

CASES = [
    # rule, mentee, mentor, terms it speaks against, and what lets the pair through
    (Rule.SELF, MENTEE, replace(MENTOR, id=1), TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.FORM, MENTEE, replace(MENTOR, category=Category.TEACHER), TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.FORM, replace(MENTEE, category=None), MENTOR, TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.MEMBER, MENTEE, replace(MENTOR, member=False), TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.CONSENT, replace(MENTEE, consented=False), MENTOR, TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.CONSENT, MENTEE, replace(MENTOR, consented=False), TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.PAUSE, MENTEE, replace(MENTOR, paused=True), TERMS, (MENTEE, MENTOR, TERMS)),
    (
        Rule.AGE,
        replace(MENTEE, birth=date(2016, 9, 2)),
        MENTOR,
        TERMS,
        (replace(MENTEE, birth=date(2016, 9, 1)), MENTOR, TERMS),
    ),
    (Rule.AGE, replace(MENTEE, birth=date(2016, 9, 2)), MENTOR, TERMS, (replace(MENTEE, birth=None), MENTOR, TERMS)),
    (
        Rule.ORGANISATION,
        MENTEE,
        replace(MENTOR, organisation_id=8),
        TERMS,
        (MENTEE, replace(MENTOR, organisation_id=8), replace(TERMS, network=True)),
    ),
    (
        Rule.GUARDIAN,
        MENTEE,
        replace(MENTOR, wards=frozenset({1})),
        TERMS,
        (MENTEE, replace(MENTOR, wards=frozenset({3})), TERMS),
    ),
    (Rule.OLDER, MENTEE, replace(MENTOR, birth=MENTEE.birth), OLDER, (MENTEE, MENTOR, OLDER)),
    (Rule.OLDER, MENTEE, replace(MENTOR, birth=None), OLDER, (MENTEE, replace(MENTOR, birth=None), TERMS)),
    (
        Rule.LANGUAGE,
        MENTEE,
        replace(MENTOR, speaks=frozenset({"tyv"})),
        TERMS,
        (MENTEE, replace(MENTOR, speaks=frozenset({"tyv", "ru"})), TERMS),
    ),
    (
        Rule.TOGETHER,
        MENTEE,
        MENTOR,
        replace(TERMS, together=PAIR),
        (MENTEE, MENTOR, replace(TERMS, together=frozenset({(2, 1)}))),
    ),
    (Rule.CAPACITY, MENTEE, replace(MENTOR, places=0), TERMS, (MENTEE, MENTOR, TERMS)),
    (Rule.FORBIDDEN, MENTEE, MENTOR, replace(TERMS, forbidden=PAIR), (MENTEE, MENTOR, TERMS)),
    (Rule.FAILED, MENTEE, MENTOR, FAILED, (MENTEE, MENTOR, replace(FAILED, again=PAIR))),
]


@pytest.mark.parametrize(("rule", "mentee", "mentor", "terms", "fitting"), CASES)
def test_each_hard_rule_excludes_and_lets_through(
    rule: Rule, mentee: Candidate, mentor: Candidate, terms: Terms, fitting: tuple[Candidate, Candidate, Terms]
) -> None:
    assert excluded_by(mentee, mentor, terms) is rule
    assert score(mentee, mentor, terms) == EXCLUDED
    assert scores([mentee], [mentor], terms) == [[EXCLUDED]]
    assert excluded_by(*fitting) is None
    assert scores([fitting[0]], [fitting[1]], fitting[2]) == [[score(*fitting)]]


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in CASES} == set(Rule) == set(RULES)


@pytest.mark.parametrize(
    ("one", "side", "rule"),
    [
        (MENTEE, Side.MENTEE, None),
        (replace(MENTOR, places=0), Side.MENTEE, None),
        (replace(MENTOR, places=0), Side.MENTOR, Rule.CAPACITY),
        (replace(MENTOR, paused=True), Side.MENTOR, Rule.PAUSE),
        (replace(MENTEE, category=Category.TEACHER), Side.MENTEE, Rule.FORM),
        (replace(MENTOR, organisation_id=8), Side.MENTOR, Rule.ORGANISATION),
    ],
)
def test_what_bars_somebody_whoever_the_other_is(one: Candidate, side: Side, rule: Rule | None) -> None:
    assert barred_by(one, side, TERMS) is rule


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (areas_part(frozenset("ab"), frozenset("b")), 50),
        (areas_part(frozenset(), frozenset("b")), 50),
        (areas_part(frozenset("ab"), frozenset("c")), 0),
        (times_part(frozenset(["1m"]), frozenset(["1m", "2m"])), 60),
        (times_part(frozenset(["1m"]), frozenset(["2m"])), 0),
        (times_part(frozenset(), frozenset(["2m"])), 50),
        (wishes_part(2, 2), 100),
        (wishes_part(2, -1), 50),
        (wishes_part(None, None), 50),
        (wishes_part(-1, -1), 0),
        (distance_part(7, 9), 100),
        (distance_part(7, 7), 50),
        (distance_part(9, 7), 20),
        (distance_part(5, 11), 40),
        (distance_part(None, 7), 50),
        (languages_part(frozenset({"ru", "tyv"}), RU), 50),
    ],
)
def test_parts_of_the_score(found: int, expected: int) -> None:
    assert found == expected


def test_a_score_is_its_weighted_parts_and_says_why() -> None:
    # areas 50 of 100, no wishes 50, one time 60, three classes ahead 100, the language 100
    assert sum(WEIGHTS.values()) == 100
    assert score(MENTEE, MENTOR, TERMS) == round(0.4 * 50 + 0.25 * 50 + 0.15 * 60 + 0.1 * 100 + 0.1 * 100)
    told = {one.name: (one.part, one.about) for one in why(MENTEE, MENTOR, TERMS)}
    assert told[Part.AREAS] == (50, ("maths",))
    assert told[Part.TIMES] == (60, ("1d",))
    assert told[Part.DISTANCE] == (100, ("7", "10"))
    wished = replace(TERMS, wishes={(1, 2): 2, (2, 1): -1, (9, 2): 2})
    assert {one.name: one.about for one in why(MENTEE, MENTOR, wished)}[Part.WISHES] == ("2", "-1")
    glad = replace(TERMS, wishes={(1, 2): 2, (2, 1): 2})
    assert score(MENTEE, MENTOR, glad) > score(MENTEE, MENTOR, TERMS)


def test_classes_count_between_pupils_alone() -> None:
    assert Part.DISTANCE not in weights(Form.TEACHER_PUPIL)
    assert shares(Form.PUPIL_PUPIL) == WEIGHTS


@pytest.mark.parametrize(
    ("form", "strengths", "expected"),
    [
        (Form.TEACHER_TEACHER, {}, {Part.AREAS: 44, Part.WISHES: 28, Part.TIMES: 17, Part.LANGUAGES: 11}),
        (Form.TEACHER_TEACHER, {Part.DISTANCE: Strength.HIGH}, shares(Form.TEACHER_TEACHER)),
        (
            Form.PUPIL_PUPIL,
            {Part.AREAS: Strength.LOW, Part.WISHES: Strength.HIGH, Part.TIMES: Strength.OFF},
            {Part.AREAS: 22, Part.WISHES: 56, Part.DISTANCE: 11, Part.LANGUAGES: 11},
        ),
        (Form.PUPIL_PUPIL, dict.fromkeys(SETTABLE, Strength.OFF), {Part.LANGUAGES: 100}),
        (Form.PUPIL_PUPIL, full({}), WEIGHTS),
    ],
)
def test_the_curator_turns_parts_up_and_down(
    form: Form, strengths: dict[Part, Strength], expected: dict[Part, int]
) -> None:
    assert shares(form, strengths) == expected


def test_what_is_off_neither_counts_nor_stands_among_the_reasons() -> None:
    off = replace(TERMS, strengths={Part.AREAS: Strength.OFF, Part.TIMES: Strength.HIGH})
    told = why(MENTEE, MENTOR, off)
    assert [one.name for one in told] == [Part.TIMES, Part.WISHES, Part.DISTANCE, Part.LANGUAGES]
    assert score(MENTEE, MENTOR, off) == score(replace(MENTEE, areas=frozenset()), MENTOR, off)
    assert abs(sum(one.points for one in told) - score(MENTEE, MENTOR, off)) <= len(told) // 2


def test_what_was_found_travels_as_text() -> None:
    reasons = why(MENTEE, MENTOR, TERMS)
    thought = Thought(reasons, (Other(5, 60, reasons),), 3, {Rule.PAUSE: 2}, (9,), ("pairs-paused", {"name": "А"}))
    assert read(written(thought)) == thought
    assert read(None) == Thought()


# --- the cohort at once ----------------------------------------------------------------------------------------------

_SOME = st.frozensets(st.sampled_from("abcd"), max_size=3)
_SPEAKS = st.frozensets(st.sampled_from(["ru", "tyv"]), min_size=1)
_BORN = st.none() | st.sampled_from([date(2009, 1, 1), date(2012, 6, 1), date(2017, 1, 1)])


def _person(number: int) -> st.SearchStrategy[Candidate]:
    return st.builds(
        Candidate,
        st.just(number),
        st.sampled_from([7, 7, 7, 8]),
        st.sampled_from([Category.PUPIL, Category.PUPIL, Category.TEACHER]),
        _BORN,
        st.none() | st.integers(1, 11),
        _SOME,
        _SOME,
        _SPEAKS,
        st.integers(0, 3),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.frozensets(st.integers(1, 4), max_size=1),
    )


_TWOS = st.frozensets(st.tuples(st.integers(1, 4), st.integers(3, 8)), max_size=4)


@given(
    st.tuples(*(_person(number) for number in range(1, 5))),
    st.tuples(*(_person(number) for number in range(3, 9))),
    st.builds(
        Terms,
        st.just(7),
        st.sampled_from([Form.PUPIL_PUPIL, Form.TEACHER_PUPIL]),
        st.just(FITS[Form.PUPIL_PUPIL]),
        st.just(date(2026, 9, 1)),
        st.booleans(),
        st.booleans(),
        st.none() | st.just(10),
        _TWOS,
        _TWOS,
        _TWOS,
        _TWOS,
        st.dictionaries(st.tuples(st.integers(1, 8), st.integers(1, 8)), st.sampled_from([2, 1, -1]), max_size=6),
        st.dictionaries(st.sampled_from(SETTABLE), st.sampled_from(Strength), max_size=4),
    ),
)
def test_the_cohort_at_once_is_everybody_one_by_one(
    mentees: tuple[Candidate, ...], mentors: tuple[Candidate, ...], terms: Terms
) -> None:
    assert scores(mentees, mentors, terms) == [[score(one, other, terms) for other in mentors] for one in mentees]
