"""What may be shown of a table to somebody who may know no mean over fewer than five people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.small_groups import Cell, Keys, hide_small

FORMS, ROLES = ("pupil-pupil", "teacher-teacher", "head-teacher"), ("mentor", "mentee", "third")


def table(*sizes: Sequence[int], totals: Iterable[Keys] | None = None) -> tuple[Cell, ...]:
    """Rows of numbers of people, with every total over rows, columns and both (or those named)."""
    finest = {
        (FORMS[row], ROLES[column]): people for row, line in enumerate(sizes) for column, people in enumerate(line)
    }
    margins = totals
    if margins is None:
        margins = [*((form, None) for form, _ in finest), *((None, role) for _, role in finest), (None, None)]
    people = dict(finest)
    for keys in dict.fromkeys(margins):
        people[keys] = sum(
            many for own, many in finest.items() if all(k in (None, o) for k, o in zip(keys, own, strict=True))
        )
    return tuple(Cell(keys, many, 7.5 if many else None) for keys, many in people.items())


def hidden(cells: Iterable[Cell]) -> set[Keys]:
    return {cell.keys for cell in cells if cell.hidden}


def rank(rows: Iterable[Sequence[int]]) -> int:
    """By elimination over fractions: nothing is shared with the code under test."""
    left = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((at for at in range(found, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        for at in range(found + 1, len(left)):
            times = left[at][column] / left[found][column]
            left[at] = [value - times * above for value, above in zip(left[at], left[found], strict=True)]
        found += 1
    return found


def leaks(cells: Sequence[Cell], fewest: int = 5) -> Iterator[tuple[Keys, ...]]:
    """Every group of fewer than `fewest` people whose sum is a combination of what is shown: all groups are tried."""
    finest = [cell for cell in cells if None not in cell.keys and cell.people]
    shown = [
        [int(all(k in (None, o) for k, o in zip(cell.keys, part.keys, strict=True))) for part in finest]
        for cell in cells
        if not cell.hidden and cell.people
    ]
    known = rank(shown)
    for size in range(1, fewest):
        for group in combinations(finest, size):
            if sum(cell.people for cell in group) < fewest:
                indicator = [int(cell in group) for cell in finest]
                if rank([*shown, indicator]) == known:
                    yield tuple(cell.keys for cell in group)


def test_nothing_is_hidden_where_everybody_is_many() -> None:
    cells = table((5, 6), (7, 8))
    assert hide_small(cells) == cells


def test_a_small_cell_hides_a_second_one_in_a_list_with_its_total() -> None:
    cells = hide_small([Cell(("a",), 3, 2.0), Cell(("b",), 8, 7.0), Cell(("c",), 6, 7.0), Cell((None,), 17, 6.0)])
    assert hidden(cells) == {("a",), ("c",)}
    assert {cell.keys: cell.mean for cell in cells} == {("a",): None, ("b",): 7.0, ("c",): None, (None,): 6.0}


def test_two_small_cells_that_are_few_together_need_a_third() -> None:
    cells = [Cell(("a",), 2, 2.0), Cell(("b",), 2, 2.0), Cell(("c",), 20, 7.0), Cell((None,), 24, 6.0)]
    assert hidden(hide_small(cells)) == {("a",), ("b",), ("c",)}


def test_two_small_cells_that_are_enough_together_protect_each_other() -> None:
    cells = [Cell(("a",), 3, 2.0), Cell(("b",), 3, 2.0), Cell(("c",), 20, 7.0), Cell((None,), 26, 6.0)]
    assert hidden(hide_small(cells)) == {("a",), ("b",)}


def test_a_total_over_too_few_is_hidden_with_its_cells() -> None:
    assert hidden(hide_small(table((3, 0)))) == {(FORMS[0], ROLES[0]), (FORMS[0], None), (None, ROLES[0]), (None, None)}


def test_one_small_cell_of_a_table_takes_a_rectangle_with_it_and_leaves_the_totals() -> None:
    cells = hide_small(table((2, 6, 9), (6, 8, 9), (9, 9, 9)))
    assert hidden(cells) == {(form, role) for form in FORMS[:2] for role in ROLES[:2]}


def test_a_total_that_would_give_a_single_cell_away_is_hidden() -> None:
    """A form that one organisation alone has: its total and the cell are the same people."""
    cells = hide_small(table((2,), (9,)))
    assert {(FORMS[0], ROLES[0]), (FORMS[0], None)} <= hidden(cells)
    assert list(leaks(cells)) == []


def test_a_cell_is_hidden_with_the_total_over_it_alone() -> None:
    """Of organisations with one form each, the municipality's total stays."""
    cells = hide_small(table((4,), (20,), (6,)))
    assert hidden(cells) == {(form, key) for form in (FORMS[0], FORMS[2]) for key in (ROLES[0], None)}
    assert list(leaks(cells)) == []


def test_without_totals_nothing_more_is_hidden() -> None:
    assert hidden(hide_small(table((2, 9), (9, 9), totals=()))) == {(FORMS[0], ROLES[0])}


def test_a_total_without_its_cells_and_a_cell_that_stands_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="without its cells"):
        hide_small([Cell((None,), 9, 7.0)])
    with pytest.raises(ValueError, match="twice"):
        hide_small([Cell(("a",), 9, 7.0), Cell(("a",), 9, 7.0)])


SIZES = st.integers(0, 7)
TWO_WAY = st.tuples(st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda shape: st.lists(st.lists(SIZES, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0])
)


@given(TWO_WAY)
@example([[1, 1, 1], [1, 1, 1], [1, 1, 1]])
@example([[1, 9, 9], [9, 1, 9], [9, 9, 1]])
@settings(max_examples=75, deadline=None)
def test_no_mean_over_too_few_can_be_worked_out_of_a_two_way_table(sizes: list[list[int]]) -> None:
    cells = hide_small(table(*sizes))
    assert all(cell.people >= 5 or not cell.people for cell in cells if not cell.hidden)
    assert all(cell.mean is None for cell in cells if cell.hidden)
    assert list(leaks(cells)) == []


@given(st.lists(SIZES, min_size=8, max_size=8), st.sets(st.sampled_from(list(product((0, 1), repeat=3)))))
@example([0, 1, 0, 1, 5, 5, 0, 0], {(1, 0, 0), (0, 0, 1), (0, 1, 0)})
@settings(max_examples=60, deadline=None)
def test_nor_of_a_three_way_table_with_any_totals(sizes: list[int], margins: set[tuple[int, int, int]]) -> None:
    finest = dict(zip(product("ab", "cd", "ef"), sizes, strict=True))
    people: dict[Keys, int] = dict(finest)
    for kept in margins:
        for own, many in finest.items():
            keys = tuple(key if keep else None for key, keep in zip(own, kept, strict=True))
            if None in keys:
                people[keys] = people.get(keys, 0) + many
    cells = hide_small([Cell(keys, many, 5.0) for keys, many in people.items()])
    assert list(leaks(cells)) == []


def test_a_municipality_is_done_in_a_moment() -> None:
    """30 organisations × 6 forms × 2 roles with all totals, half of the cells small."""
    finest = {
        (f"school {school}", f"form {form}", role): (school * 7 + form * 5 + len(role)) % 9
        for school in range(30)
        for form in range(6)
        for role in ("mentor", "mentee!")
    }
    people: dict[Keys, int] = {}
    for own, many in finest.items():
        for kept in product((True, False), repeat=3):
            keys = tuple(key if keep else None for key, keep in zip(own, kept, strict=True))
            people[keys] = people.get(keys, 0) + many
    cells = hide_small([Cell(keys, many, 5.0) for keys, many in people.items()])
    assert all(cell.people >= 5 or not cell.people for cell in cells if not cell.hidden)
    assert {cell.keys for cell in cells if not cell.hidden} >= {(None, None, None), (None, "form 0", None)}
