"""The best assignment of a cohort. Runs in the workshop: scipy is imported in the child alone.

Three aims, each only within what the one before leaves open:
1. as many mentees as possible get a mentor;
2. the worst score among them is as high as it can be (the largest threshold at which as many can still be matched);
3. the sum of the scores is as large as possible; and where that leaves a choice, mentees are spread over mentors.
For groups (`mentoring.matching_groups`) there is one more before the third: everybody's first places are filled first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def assign(
    scores: Sequence[Sequence[int]], places: Sequence[int], floors: Sequence[int] | None = None
) -> list[int | None]:
    """For each row (mentee) its column (mentor), or None.

    scores: 0 or more, below 0 where the two must not meet. places: how many rows a column may take. floors: how many
    rows a column ought to have before another has more than it ought to. The same input gives the same output.
    """
    columns = _columns(places, len(scores))
    if not scores or not columns:
        return [None] * len(scores)
    wide = _matrix(scores, [place for place, _ in columns])
    worst = _threshold(wide, sorted({score for row in scores for score in row if score >= 0}))
    if worst is None:
        return [None] * len(scores)
    first = [floors is not None and turn < floors[mentor] for mentor, turn in columns]
    return _best(wide, columns, worst, first)


def reach(scores: Sequence[Sequence[int]], places: Sequence[int]) -> int:
    """How many rows can have a column at once."""
    columns = _columns(places, len(scores))
    return _matched(_matrix(scores, [place for place, _ in columns]), 0) if scores and columns else 0


def _columns(places: Sequence[int], rows: int) -> list[tuple[int, int]]:
    """Each mentor once a place: (mentor, which of their places), the first places of all before the second ones."""
    most = min(max(places, default=0), rows)
    return [(mentor, turn) for turn in range(most) for mentor, many in enumerate(places) if many > turn]


def _matrix(scores: Sequence[Sequence[int]], columns: Sequence[int]) -> Any:
    """Scores plus one, nothing where there is none, the columns repeated."""
    from scipy.sparse import csr_array

    return csr_array([[score + 1 if score >= 0 else 0 for score in row] for row in scores])[:, columns]


def _matched(wide: Any, threshold: int) -> int:
    """How many rows can be matched at once by scores from `threshold` on."""
    from scipy.sparse.csgraph import maximum_bipartite_matching

    return int((maximum_bipartite_matching(wide >= threshold + 1, perm_type="column") >= 0).sum())


def _threshold(wide: Any, found: Sequence[int]) -> int | None:
    """The largest score that need not be fallen below to match as many as possible."""
    if not found:
        return None
    most = _matched(wide, found[0])
    low, high = 0, len(found) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _matched(wide, found[middle]) == most:
            low = middle
        else:
            high = middle - 1
    return found[low]


def _best(wide: Any, columns: Sequence[tuple[int, int]], worst: int, first: Sequence[bool]) -> list[int | None]:
    """The largest sum at that threshold. Whole numbers below 2**53: floating point loses nothing of them.

    first: the columns that are filled before the others, whatever the sum.
    """
    from scipy.optimize import linear_sum_assignment

    dense = wide.toarray().astype("int64")
    rows, turns = dense.shape[0], [turn for _, turn in columns]
    spread = rows * (max(turns) + 1)  # more than all turns together: they decide between equal sums alone
    ahead = rows * (102 * spread) if any(first) else 0  # more than all scores together
    one_more = rows * (102 * spread + ahead)  # more than all of that: nobody is left out for a better sum
    sooner = [ahead * before for before in first]
    value = (dense >= worst + 1) * (one_more + dense * spread - turns + sooner)
    found: list[int | None] = [None] * rows
    for row, column in zip(*linear_sum_assignment(value, maximize=True), strict=True):
        if value[row, column]:
            found[row] = columns[column][0]
    return found
