"""Groups: capacity, size and hard rules hold, nobody has one mentee alone; even sizes, the sum is scipy’s optimum."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from mentoring.matching_groups import LEAST, Scores, Solver, form_groups
from reports.assignment import assign, reach

SOLVER = Solver(assign, reach)
_SCORE = st.sampled_from([-1, -1, 0, 10, 20, 50, 80, 100])


def sizes(found: Sequence[int | None]) -> list[int]:
    return sorted(Counter(one for one in found if one is not None).values())


@pytest.mark.parametrize(
    ("mentees", "rooms", "expected"),
    [
        (0, [3], []),
        (1, [3, 3], []),  # one alone makes no group
        (2, [3, 3], [2]),
        (3, [2, 2], [2]),  # two and one: the third waits
        (3, [3, 3], [3]),
        (4, [4, 4], [2, 2]),
        (5, [5, 5, 5], [2, 3]),
        (6, [2, 4], [2, 4]),
        (7, [4, 4], [3, 4]),
        (12, [5, 5, 5, 5], [3, 3, 3, 3]),
        (13, [5, 5, 5, 5], [3, 3, 3, 4]),
        (9, [1, 1, 8], [8]),
        (30, [5] * 20, [2] * 15),
    ],
)
def test_the_sizes_are_as_even_as_they_can_be(mentees: int, rooms: list[int], expected: list[int]) -> None:
    scores = [[(7 * row + 11 * column) % 101 for column in range(len(rooms))] for row in range(mentees)]
    assert sizes(form_groups(scores, rooms, SOLVER)) == expected


def test_the_worst_off_comes_before_the_sum() -> None:
    scores = [[100, 60], [100, 60], [60, 0], [60, 0]]
    assert form_groups(scores, [2, 2], SOLVER) == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("held", "rooms", "expected"),
    [
        ([1, 0], [2, 3], [0, 0]),  # a mentee who is fixed is joined first
        ([1, 0], [0, 3], [1, 1]),  # no room beside: that group stays small, and is the curator's to mend
        ([2, 0], [0, 2], [1, 1]),
    ],
)
def test_what_the_curator_has_fixed_counts(held: list[int], rooms: list[int], expected: list[int]) -> None:
    assert form_groups([[10, 10], [10, 10]], rooms, SOLVER, held=held) == expected


@st.composite
def cohorts(draw: st.DrawFn, mentees: int, mentors: int) -> tuple[Scores, list[int]]:
    rows, columns = draw(st.integers(0, mentees)), draw(st.integers(0, mentors))
    scores = [[draw(_SCORE) for _ in range(columns)] for _ in range(rows)]
    return scores, [draw(st.integers(0, 4)) for _ in range(columns)]


@given(cohorts(8, 4))
@settings(max_examples=80)
def test_capacity_rules_and_sizes_hold_and_the_sum_is_scipys_optimum(cohort: tuple[Scores, list[int]]) -> None:
    scores, rooms = cohort
    found = form_groups(scores, rooms, SOLVER)
    groups = Counter(one for one in found if one is not None)
    assert all(LEAST <= size <= rooms[mentor] for mentor, size in groups.items())
    assert all(one is None or scores[row][one] >= 0 for row, one in enumerate(found))
    assert form_groups(scores, rooms, SOLVER) == found
    placed = [row for row, one in enumerate(found) if one is not None]
    if placed:
        worst = min(scores[row][found[row] or 0] for row in placed)
        seats = [mentor for mentor, size in groups.items() for _ in range(size)]
        allowed = [
            [score if score >= worst else -1000 for score in (scores[row][seat] for seat in seats)] for row in placed
        ]
        best = sum(allowed[row][seat] for row, seat in zip(*linear_sum_assignment(allowed, maximize=True), strict=True))
        assert sum(scores[row][found[row] or 0] for row in placed) == best


def test_hardly_anybody_is_left_out_who_need_not_be() -> None:
    """The search for who leads is no exhaustive one; against all that is possible it falls short once in a thousand."""
    chance = random.Random(5)
    short = 0
    for _ in range(150):
        rows, columns = chance.randint(2, 5), chance.randint(1, 3)
        scores = [[chance.choice([-1, -1, chance.randrange(101)]) for _ in range(columns)] for _ in range(rows)]
        rooms = [chance.randint(0, 4) for _ in range(columns)]
        short += sum(sizes(form_groups(scores, rooms, SOLVER))) < most(scores, rooms)
    assert short <= 1


def most(scores: Scores, rooms: Sequence[int]) -> int:
    """How many mentees the best of all possible choices of groups has."""
    found = 0
    for one in product([None, *range(len(rooms))], repeat=len(scores)):
        groups = Counter(mentor for mentor in one if mentor is not None)
        fits = all(mentor is None or scores[row][mentor] >= 0 for row, mentor in enumerate(one))
        if fits and all(LEAST <= size <= rooms[mentor] for mentor, size in groups.items()):
            found = max(found, sum(groups.values()))
    return found


@given(st.integers(2, 40), st.integers(1, 8), st.integers(3, 9))
@settings(max_examples=40)
def test_where_everybody_fits_nobody_is_alone_and_no_group_is_larger_than_need_be(
    mentees: int, mentors: int, room: int
) -> None:
    scores = [[(13 * row + 29 * column) % 101 for column in range(mentors)] for row in range(mentees)]
    found = sizes(form_groups(scores, [room] * mentors, SOLVER))
    assert sum(found) == min(mentees, mentors * room)
    assert max(found) == -(-sum(found) // len(found))  # the largest as small as it can be
    assert min(found) >= LEAST
