"""Small groups: which means of a table may be shown so that none over fewer than five people can be worked out.

Rule: docs/results.md#access, small groups. Hiding a small cell is not enough: a total less the cells shown
gives it back, alone or together with other hidden ones. So further cells are hidden until no sums and differences of
what is shown, however combined, give the mean of a group that is too small.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from random import Random

from mentoring.satisfaction import SMALL_GROUP

Keys = tuple[str | None, ...]
"""One key a dimension (form, role, organisation…); None: the total over that dimension."""
_PRIME = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell or a total of a table: how many people stand behind it and their mean, None where there is none.

    hidden: neither its mean nor anything the mean could be worked out from (its distribution) may be shown.
    """

    keys: Keys
    people: int
    mean: float | None = None
    hidden: bool = False


def hide_small(cells: Iterable[Cell], fewest: int = SMALL_GROUP, kept: Collection[Keys] = ()) -> tuple[Cell, ...]:
    """The same cells in the same order, those hidden that may not be shown, without their means.

    The cells must hold every combination of keys that has people (without None), besides any totals; what is shown in
    the end may be less than all of them, never more. The numbers of people are taken as known to everybody. Raises
    ValueError for a total over cells that are not there, and for a cell that stands twice.

    kept: what is shown elsewhere and so is not hidden beside others; by itself it must give no small group away.
    """
    table = _Table(cells, fewest, frozenset(kept))
    while groups := table.open_groups():
        hid = [table.hide_beside(group) for group in groups]  # one may close another group too
        if not any(hid) and not table.hide_rest():
            break
    return table.shown()


def hide_counts(counts: Mapping[int, int], fewest: int = SMALL_GROUP) -> frozenset[int]:
    """Of numbers of people by organisation, those that may not be shown where their total is given.

    All under `fewest`, none or few alike; and, where the total less what is shown would tell one of them, the smallest
    others with them. Rule: docs/glossary.md#personal-data.
    """
    small = {place for place, people in counts.items() if people < fewest}
    if not any(counts[place] for place in small):
        return frozenset(small)
    hidden = set(small)
    others = sorted(counts.keys() - small, key=lambda place: (counts[place], place))
    alike = sum(counts[place] for place in small) == len(small) * (fewest - 1)
    if others and (len(small) == 1 or alike):
        hidden.add(others[0])
    return frozenset(hidden)


class _Table:
    """Cells by their keys, each with the finest cells it is made of."""

    def __init__(self, cells: Iterable[Cell], fewest: int, kept: frozenset[Keys]) -> None:
        listed = list(cells)
        self._cells = {cell.keys: cell for cell in listed}
        if len(self._cells) < len(listed):
            raise ValueError("a cell stands twice")
        self._fewest, self._kept = fewest, kept
        self._finest = [cell.keys for cell in listed if None not in cell.keys and cell.people]
        self._parts = self._made_of()
        self._hidden = {keys for keys in self._parts if self._cells[keys].people < fewest}
        self._same: dict[Keys, list[Keys]] = {}  # by cell: totals over it alone
        for keys, made_of in self._parts.items():
            if len(made_of) == 1 and keys != made_of[0]:
                self._same.setdefault(made_of[0], []).append(keys)
        self._through = {keys: _lines_of(keys) for keys in self._finest}
        self._lines: dict[Keys, list[Keys]] = {}
        for keys, through in self._through.items():
            for line in through:
                self._lines.setdefault(line, []).append(keys)
        self._random = Random(0)

    def _made_of(self) -> dict[Keys, list[Keys]]:
        """The finest cells of every cell and total that has people."""
        parts: dict[Keys, list[Keys]] = {keys: [] for keys, cell in self._cells.items() if cell.people}
        for finest in self._finest:
            for total in product(*((None, key) for key in finest)):
                if total in parts:
                    parts[total].append(finest)
        for keys, made_of in parts.items():
            if not made_of:
                raise ValueError(f"a total without its cells: {keys}")
        return parts

    def shown(self) -> tuple[Cell, ...]:
        return tuple(
            replace(cell, mean=None, hidden=True) if cell.keys in self._hidden else cell
            for cell in self._cells.values()
        )

    def open_groups(self) -> list[tuple[Keys, ...]]:
        """Groups of hidden cells with too few people, whose sum what is shown gives away; no cell is in two of them.

        A group's sum can be worked out exactly when the group's indicator is a combination of the rows that are shown,
        so when it is orthogonal to everything that is orthogonal to these. One random vector of that kind stands for
        all of them: by chance it misleads once in 2^61 (then too much is hidden, never too little).
        """
        vector = _orthogonal(self._equations(), sorted(set(self._finest) & self._hidden, key=_order), self._random)
        small = {keys: many for keys in vector if (many := self._cells[keys].people) < self._fewest}
        found: list[tuple[Keys, ...]] = []
        taken: set[Keys] = set()
        halves: dict[int, list[tuple[Keys, ...]]] = {0: [()]}
        for size in range(1, self._fewest // 2 + 1):
            most = self._most_of_half(size)
            for half in combinations([keys for keys, many in small.items() if many + size - 1 <= most], size):
                if not taken.isdisjoint(half) or sum([small[keys] for keys in half]) > most:
                    continue
                total = sum([vector[keys] for keys in half]) % _PRIME
                others = halves.get(-total % _PRIME, ())
                if group := self._whole(half, others, taken):
                    found.append(group)
                    taken.update(group)
                halves.setdefault(total, []).append(half)
        return found

    def _most_of_half(self, size: int) -> int:
        """People in a half of so many cells that are looked at, the other having as many or one less: of an uneven
        group it is the cells with the fewest people."""
        return max(size * (self._fewest - 1) // (2 * size - 1), self._fewest - 1 - size)

    def _whole(
        self, half: tuple[Keys, ...], others: Iterable[tuple[Keys, ...]], taken: set[Keys]
    ) -> tuple[Keys, ...] | None:
        """The half with another along which the vector adds up to nothing, if both together have too few people."""
        for other in others:
            if taken.isdisjoint(other) and set(half).isdisjoint(other) and self._people(half + other) < self._fewest:
                return half + other
        return None

    def _equations(self) -> Iterator[set[Keys]]:
        """Of every total that is shown, the hidden cells in it: their sum is known."""
        for keys, parts in self._parts.items():
            if keys not in self._hidden and None in keys:
                yield {part for part in parts if part in self._hidden}

    def _people(self, group: Iterable[Keys]) -> int:
        return sum(self._cells[keys].people for keys in group)

    def hide_beside(self, group: tuple[Keys, ...]) -> bool:
        """Hide one more cell: in a line with the group or with what is hidden beside it, closing as many lines of one
        hidden cell as can be, with as few people as can be, and the totals over it alone; where none is left, the
        smallest total over the group. False where there is nothing that may be hidden.
        """
        near = self._reach(group)
        beside = {keys for line in near for keys in self._lines[line] if self._may_hide(keys)}
        lonely = {line for line, cells in self._lines.items() if len(self._hidden.intersection(cells)) == 1}
        if beside:
            chosen = min(beside, key=lambda keys: self._price(keys, lonely))
            self._hidden.update((chosen, *self._same.get(chosen, ())))
            return True
        open_ = self._parts.keys() - self._hidden - self._kept
        if totals := [keys for keys in open_ if not set(group).isdisjoint(self._parts[keys])]:
            self._hidden.add(min(totals, key=lambda keys: (self._cells[keys].people, _order(keys))))
        return bool(totals)

    def _may_hide(self, keys: Keys) -> bool:
        """Whether hiding a cell hides it: not where a total of it alone is shown elsewhere."""
        return keys not in self._hidden and self._kept.isdisjoint((keys, *self._same.get(keys, ())))

    def _price(self, keys: Keys, lonely: set[Keys]) -> tuple[int, int, tuple[str, ...]]:
        return -len(lonely & self._through[keys]), self._cells[keys].people, _order(keys)

    def hide_rest(self) -> bool:
        """Hide everything that may be hidden; False where that is done."""
        rest = self._parts.keys() - self._hidden - self._kept
        self._hidden |= rest
        return bool(rest)

    def _reach(self, group: Sequence[Keys]) -> set[Keys]:
        """Lines through the group and through every hidden cell that is joined to it by such lines."""
        found: set[Keys] = set()
        waiting = list(group)
        while waiting:
            for line in self._through[waiting.pop()] - found:
                found.add(line)
                waiting += [keys for keys in self._lines[line] if keys in self._hidden]
        return found


def _lines_of(keys: Keys) -> set[Keys]:
    return {(*keys[:at], None, *keys[at + 1 :]) for at in range(len(keys))}


def _order(keys: Keys) -> tuple[str, ...]:
    """For the same choice every time."""
    return tuple(key or "" for key in keys)


def _orthogonal(equations: Iterable[set[Keys]], unknowns: Sequence[Keys], random: Random) -> dict[Keys, int]:
    """A random vector over the unknowns, modulo a prime, along which every equation adds up to nothing."""
    place = {keys: at for at, keys in enumerate(unknowns)}
    solved: dict[int, dict[int, int]] = {}  # rows by their first entry, which is 1
    for equation in sorted(equations, key=len):  # the short ones first: the long ones then fill up least
        row = dict.fromkeys((place[keys] for keys in equation), 1)
        while row and (first := min(row)) in solved:
            _subtract(row, row[first], solved[first])
        if row:
            inverse = pow(row[first], -1, _PRIME)
            solved[first] = {at: value * inverse % _PRIME for at, value in row.items()}
    vector = [random.randrange(1, _PRIME) for _ in unknowns]
    for first in sorted(solved, reverse=True):  # what follows it in its row is known by then
        vector[first] = -sum([value * vector[at] for at, value in solved[first].items() if at != first]) % _PRIME
    return dict(zip(unknowns, vector, strict=True))


def _subtract(row: dict[int, int], times: int, other: Mapping[int, int]) -> None:
    """Take a multiple of another row away; entries that vanish are left out."""
    for at, value in other.items():
        left = (row.get(at, 0) - times * value) % _PRIME
        if left:
            row[at] = left
        else:
            row.pop(at, None)
