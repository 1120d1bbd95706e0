"""Organisations compared: what is hidden, and that nothing of it can be worked out from what is shown."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.comparison import NONE, OTHER, Compared, Value, by_role, counts, means, ranked, shares, unshown
from mentoring.satisfaction import SMALL_GROUP, Tally

ROLES = ("mentor", "mentee", OTHER)
TALLIES = st.dictionaries(
    st.tuples(st.integers(1, 5), st.sampled_from(ROLES)),
    st.integers(1, 9).flatmap(
        lambda people: st.builds(Tally, st.integers(people, 10 * people), st.just(people), st.just(people))
    ),
    max_size=12,
)


def test_shares_and_counts_have_totals() -> None:
    assert shares({1: (3, 4), 2: (0, 0), 3: (1, 6)}) == Compared(
        {1: Value(75.0, 4), 2: NONE, 3: Value(100 / 6, 6)}, Value(40.0, 10)
    )
    assert counts({1: 3, 2: 0}) == Compared({1: Value(3.0), 2: Value(0.0)}, Value(3.0))


def test_the_only_small_group_takes_another_with_it() -> None:
    found = means({(1, "mentor"): Tally(24, 3, 3), (2, "mentor"): Tally(48, 6, 6), (3, "mentor"): Tally(70, 10, 10)})
    assert found["mentor"].rows == {1: Value(hidden=True), 2: Value(hidden=True), 3: Value(7.0)}
    assert found["mentor"].total == Value(142 / 19)


def test_of_two_roles_one_does_not_tell_the_other() -> None:
    """The summary shows both roles of an organisation together."""
    found = means({(1, "mentor"): Tally(24, 3, 3), (1, "mentee"): Tally(48, 6, 6)})
    assert found["mentor"].rows[1].hidden
    assert found["mentee"].rows[1].hidden


def test_a_summary_keeps_back_what_the_total_would_tell() -> None:
    marks = {(1, None): Tally(12, 3, 3), (2, None): Tally(48, 6, 6), (3, "mentee"): Tally(70, 10, 10)}
    assert unshown(by_role(marks)) == {1, 2}
    assert unshown(by_role({(2, None): Tally(48, 6, 6), (3, None): Tally(70, 10, 10)})) == frozenset()
    assert unshown(by_role({(1, "mentor"): Tally(24, 3, 3)})) == {1, None}
    assert unshown({}) == frozenset()


def test_the_greatest_comes_first_and_the_hidden_before_the_empty() -> None:
    rows = {1: Value(2.0), 2: Value(hidden=True), 3: Value(9.0)}
    assert ranked(rows, {1: "А", 2: "Б", 3: "В", 4: "Г"}) == (3, 1, 2, 4)


@settings(max_examples=60, deadline=None)
@given(TALLIES)
def test_no_small_group_follows_from_what_is_shown(tallies: dict[tuple[int, str], Tally]) -> None:
    """Against everything shown at once, and the totals of each organisation that its summary shows beside it."""
    found = means(tallies)
    cells = sorted(tallies)
    shown: list[list[Fraction]] = []
    for role, compared in found.items():
        for place, value in compared.rows.items():
            if value.value is not None:
                shown.append([Fraction(cell == (place, role)) for cell in cells])
        if compared.total.value is not None:
            shown.append([Fraction(cell[1] == role) for cell in cells])
    kept = unshown(tallies)
    for place in {place for place, _ in cells} - kept:
        shown.append([Fraction(cell[0] == place) for cell in cells])
    if None not in kept:
        shown.append([Fraction(1) for _ in cells])
    for place in {place for place, _ in cells}:
        inside = [tally.people for (other, _), tally in tallies.items() if other == place]
        if sum(inside) < SMALL_GROUP:
            assert not follows(shown, [Fraction(cell[0] == place) for cell in cells]), place
    for number, cell in enumerate(cells):
        if tallies[cell].people < SMALL_GROUP:
            assert not follows(shown, [Fraction(at == number) for at in range(len(cells))]), cell


def follows(rows: list[list[Fraction]], wanted: list[Fraction]) -> bool:
    """Whether a vector is a combination of the others: then its mean can be computed from theirs."""
    return rank([*rows, wanted]) == rank(rows)


def rank(rows: list[list[Fraction]]) -> int:
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            times = row[column] / pivot[column]
            row[:] = [mine - times * other for mine, other in zip(row, pivot, strict=True)]
        found += 1
    return found
