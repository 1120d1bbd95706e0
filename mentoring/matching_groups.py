"""Groups out of a cohort: a mentor with several mentees, nobody with one alone, the sizes as even as they can be.

Five aims, each only within what the ones before leave open: as many mentees as possible are placed; the largest group
is as small as it can be; the worst score is as high as it can be (fair to the worst-off, as with pairs); every group
has its even share; the sum of scores. Which mentors lead is found step by step: with all of them at first, then without
those who would have too few, the weakest half of them at a time. That search is no exhaustive one; what stands at its
end is the best assignment to the groups that are left.
Source: Tver programme, section 2 («в отношении группы обучающихся»); docs/glossary.md#matching.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST = 2
"""Mentees of a group: one alone makes a pair."""
MOST = 15
"""Mentees of a group at most, where neither programme nor curator says less: as many as are chosen by hand."""
_FEW = 24
"""So many mentors are tried one by one."""

Scores = Sequence[Sequence[int]]
"""A row a mentee, a column a mentor; below 0 where the two must not meet."""


@dataclass(frozen=True, slots=True)
class Solver:
    """How the best assignment is found (`reports.assignment`).

    assign: scores, places and floors of the columns → the column of each row, or None. reach: how many rows can be
    placed at once.
    """

    assign: Callable[[Scores, Sequence[int], Sequence[int]], list[int | None]]
    reach: Callable[[Scores, Sequence[int]], int]


def form_groups(
    scores: Scores, rooms: Sequence[int], solver: Solver, *, held: Sequence[int] = (), least: int = LEAST
) -> list[int | None]:
    """For each mentee their mentor, or None.

    rooms: how many more mentees each mentor may have, capacity and size of a group considered. held: how many the
    curator has fixed with each mentor already; such a group stands, however small.
    """
    search = _Search(scores, rooms, held or [0] * len(rooms), solver, least)
    found = search.assigned()
    while small := search.too_small(found):
        search.close(small, found)
        found = search.assigned()
    return found


class _Search:
    """The mentors that may still lead, as their rooms: 0 for who leads no group."""

    def __init__(self, scores: Scores, rooms: Sequence[int], held: Sequence[int], solver: Solver, least: int) -> None:
        self._scores, self._held, self._solver, self._least = scores, held, solver, least
        self._rooms = [room if fixed or room + fixed >= least else 0 for room, fixed in zip(rooms, held, strict=True)]

    def assigned(self) -> list[int | None]:
        """The best assignment to those who may lead: even sizes first."""
        reach = self._solver.reach(self._scores, self._rooms)
        places = self._places(self._largest(reach))
        leading = sum(place + fixed > 0 for place, fixed in zip(places, self._held, strict=True))
        even = max(self._least, (reach + sum(self._held)) // leading if leading else 0)
        floors = [max(0, even - fixed) for fixed in self._held]
        return self._solver.assign(self._scores, places, floors)

    def _places(self, largest: int) -> list[int]:
        return [max(0, min(room, largest - fixed)) for room, fixed in zip(self._rooms, self._held, strict=True)]

    def _largest(self, reach: int) -> int:
        """The smallest size of the largest group at which as many are placed."""
        low = self._least
        high = max((room + fixed for room, fixed in zip(self._rooms, self._held, strict=True)), default=low)
        while low < high:
            middle = (low + high) // 2
            if self._solver.reach(self._scores, self._places(middle)) == reach:
                high = middle
            else:
                low = middle + 1
        return low

    def too_small(self, found: Sequence[int | None]) -> list[int]:
        """Who would lead too few, the weakest first."""
        sizes, totals = _sizes(found), self._totals(found)
        small = [place for place, size in sizes.items() if not self._held[place] and size < self._least]
        return sorted(small, key=lambda place: (sizes[place], totals[place], -place))

    def close(self, small: Sequence[int], found: Sequence[int | None]) -> None:
        """The weakest half leads no group; nor do idle mentors, where there are more than groups could be filled."""
        sizes = _sizes(found)
        leading = [place for place, room in enumerate(self._rooms) if room]
        if len(leading) <= _FEW:
            self._rooms[self._dispensable(small, leading)] = 0
            return
        for place in small[: (len(small) + 1) // 2]:
            self._rooms[place] = 0
        leading = [place for place in leading if self._rooms[place]]
        idle = [place for place in leading if not sizes[place] and not self._held[place]]
        most = (len(self._scores) + sum(self._held)) // self._least
        best = {place: max((row[place] for row in self._scores), default=0) for place in idle}
        for place in sorted(idle, key=lambda one: (best[one], -one))[: max(0, len(leading) - most)]:
            self._rooms[place] = 0

    def _dispensable(self, small: Sequence[int], leading: Sequence[int]) -> int:
        """Without whom most can still be placed; of several the weakest of those who have too few."""

        def left(place: int) -> int:
            return self._solver.reach(
                self._scores, [0 if one == place else room for one, room in enumerate(self._rooms)]
            )

        free = [place for place in leading if not self._held[place] and place not in small]
        return max([*small, *free], key=left)

    def _totals(self, found: Sequence[int | None]) -> Counter[int]:
        totals: Counter[int] = Counter()
        for row, place in enumerate(found):
            if place is not None:
                totals[place] += self._scores[row][place]
        return totals


def _sizes(found: Sequence[int | None]) -> Counter[int]:
    return Counter(place for place in found if place is not None)
