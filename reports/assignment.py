"""The best assignment of a cohort. Runs in the workshop: scipy is imported in the child alone.

Three aims, each only within what the one before leaves open:
1. as many mentees as possible get a mentor;
2. the worst score among them is as high as it can be (the largest threshold at which as many can still be matched);
3. the sum of the scores is as large as possible; and where that leaves a choice, mentees are spread over mentors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def assign(scores: Sequence[Sequence[int]], places: Sequence[int]) -> list[int | None]:
    """For each row (mentee) its column (mentor), or None.

    scores: 0 or more, below 0 where the two must not meet. places: how many rows a column may take. The same input
    gives the same output.
    """
    columns = _columns(places, len(scores))
    if not scores or not columns:
        return [None] * len(scores)
    wide = _matrix(scores, [place for place, _ in columns])
    worst = _threshold(wide, sorted({score for row in scores for score in row if score >= 0}))
    if worst is None:
        return [None] * len(scores)
    return _best(wide, columns, worst)


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


def _best(wide: Any, columns: Sequence[tuple[int, int]], worst: int) -> list[int | None]:
    """The largest sum at that threshold. Whole numbers below 2**53: floating point loses nothing of them."""
    from scipy.optimize import linear_sum_assignment

    dense = wide.toarray().astype("int64")
    rows, turns = dense.shape[0], [turn for _, turn in columns]
    spread = rows * (max(turns) + 1)  # more than all turns together: they decide between equal sums alone
    one_more = rows * (102 * spread)  # more than all scores together: nobody is left out for a better sum
    value = (dense >= worst + 1) * (one_more + dense * spread - turns)
    found: list[int | None] = [None] * rows
    for row, column in zip(*linear_sum_assignment(value, maximize=True), strict=True):
        if value[row, column]:
            found[row] = columns[column][0]
    return found
