"""The best assignment: as good as any there is, fair to the worst-off, the same every time; and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from mentoring.life import FITS
from mentoring.matching import Candidate, Rule, Terms
from mentoring.matching_codec import read
from mentoring.mentorships import Form
from mentoring.roles import Category
from reports.assignment import assign
from reports.matching import Problem, propose

Scores = Sequence[Sequence[int]]


def quality(scores: Scores, found: Sequence[int | None]) -> tuple[int, int, int]:
    """What is to be as large as possible: how many are matched, the worst score among them, the sum."""
    reached = [scores[row][column] for row, column in enumerate(found) if column is not None]
    return len(reached), min(reached, default=0), sum(reached)


def every(scores: Scores, places: Sequence[int]) -> Iterator[tuple[int | None, ...]]:
    """All assignments that the rules and the places allow."""
    choices = [[None, *(column for column, score in enumerate(row) if score >= 0)] for row in scores]
    for found in product(*choices):
        taken = Counter(column for column in found if column is not None)
        if all(taken[column] <= places[column] for column in taken):
            yield found


_SCORE = st.sampled_from([-1, -1, 0, 10, 20, 50, 80, 100])


@st.composite
def cohorts(draw: st.DrawFn, most: int = 4) -> tuple[list[list[int]], list[int]]:
    rows, columns = draw(st.integers(0, most)), draw(st.integers(0, most))
    scores = [[draw(_SCORE) for _ in range(columns)] for _ in range(rows)]
    return scores, [draw(st.integers(0, 3)) for _ in range(columns)]


@given(cohorts())
@settings(max_examples=60)
def test_no_assignment_is_better_than_the_one_found(cohort: tuple[list[list[int]], list[int]]) -> None:
    scores, places = cohort
    found = assign(scores, places)
    taken = Counter(column for column in found if column is not None)
    assert all(taken[column] <= places[column] for column in taken)
    assert all(column is None or scores[row][column] >= 0 for row, column in enumerate(found))
    assert quality(scores, found) == max(quality(scores, one) for one in every(scores, places))
    assert assign(scores, places) == found


@given(st.integers(1, 12), st.integers(1, 12), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_sum_is_scipys_optimum_at_the_worst_score_reached(rows: int, columns: int, random: object) -> None:
    scores = [[random.randrange(101) for _ in range(columns)] for _ in range(rows)]  # type: ignore[attr-defined]
    places = [random.randrange(1, 4) for _ in range(columns)]  # type: ignore[attr-defined]
    found = assign(scores, places)
    matched, worst, total = quality(scores, found)
    seats = [column for column, many in enumerate(places) for _ in range(many)]
    allowed = [[score if score >= worst else -1000 for score in (row[seat] for seat in seats)] for row in scores]
    best = sum(allowed[row][seat] for row, seat in zip(*linear_sum_assignment(allowed, maximize=True), strict=True))
    assert matched == min(rows, len(seats))
    assert total == best


def test_the_worst_off_comes_before_the_sum() -> None:
    assert assign([[100, 60], [60, 0]], [1, 1]) == [1, 0]  # 60 + 60 rather than 100 + 0


def test_equal_sums_spread_the_mentees_over_the_mentors() -> None:
    assert sorted(str(one) for one in assign([[50, 50], [50, 50]], [2, 2])) == ["0", "1"]


@pytest.mark.parametrize(("scores", "places"), [([], [1]), ([[]], []), ([[-1, -1]], [1, 1]), ([[5]], [0])])
def test_nobody_to_match_is_no_mistake(scores: list[list[int]], places: list[int]) -> None:
    assert assign(scores, places) == [None] * len(scores)


# --- a whole matching ------------------------------------------------------------------------------------------------

RU = frozenset({"ru"})
TERMS = Terms(1, Form.TEACHER_TEACHER, FITS[Form.TEACHER_TEACHER], date(2026, 9, 1))


def teacher(number: int, *areas: str, places: int = 1) -> Candidate:
    return Candidate(number, 1, Category.TEACHER, date(1980, 1, 1), None, frozenset(areas), speaks=RU, places=places)


def proposed(problem: Problem) -> dict[int, tuple[int | None, int | None, str]]:
    return {row[0]: (row[1], row[2], row[3]) for row in json.loads(propose(problem))}


def test_a_matching_tells_why_what_else_and_why_nobody() -> None:
    mentees = (teacher(1, "a"), teacher(2, "b"), teacher(3, "a"), replace(teacher(4), speaks=frozenset({"tyv"})))
    mentors = (teacher(11, "a"), teacher(12, "b"))
    terms = replace(TERMS, failed=frozenset({(4, 11)}))
    found = proposed(Problem(mentees, mentors, terms))
    assert (found[1][0], found[2][0], found[3][0]) == (11, 12, None)
    mine = read(found[1][2])
    assert mine.why[0].about == ("a",)
    assert [other.mentor_id for other in mine.others] == [12]
    left = read(found[3][2])
    assert (left.fitting, left.against) == (2, {})
    nobody = read(found[4][2])
    assert (nobody.fitting, nobody.against) == (0, {Rule.LANGUAGE: 2})


def test_what_is_fixed_stays_and_takes_a_place() -> None:
    mentees, mentors = (teacher(1, "a"), teacher(2, "b")), (teacher(11, "a"), teacher(12, "b"))
    assert proposed(Problem(mentees, mentors, TERMS))[1][0] == 11
    found = proposed(Problem(mentees, mentors, TERMS, {1: 12}))
    assert (found[1][0], found[2][0]) == (12, 11)
    alone = proposed(Problem(mentees, (teacher(12, "b"),), TERMS, {1: 12}))
    assert (alone[1][0], alone[2][0]) == (12, None)


def test_who_failed_before_or_was_forbidden_may_be_lifted() -> None:
    terms = replace(TERMS, failed=frozenset({(1, 11)}), forbidden=frozenset({(1, 12)}))
    thought = read(proposed(Problem((teacher(1),), (teacher(11), teacher(12)), terms))[1][2])
    assert thought.liftable == (11, 12)
    assert thought.against == {Rule.FAILED: 1, Rule.FORBIDDEN: 1}
