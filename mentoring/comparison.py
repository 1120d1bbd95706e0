"""Organisations compared by one measure: what may be shown of it beside its total, and in which order.

Means over few people are hidden by `mentoring.small_groups`, with whatever would give them away: the means of the roles
within an organisation and of the whole municipality stand in the same table, as the summary shows them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.satisfaction import SMALL_GROUP, Tally
from mentoring.small_groups import Cell, Keys, hide_small


class Measure(StrEnum):
    """By what organisations are compared; each value stands in buttons and in the keys of its wordings."""

    ACTIVE = "active"
    MET = "met"
    HELD = "held"
    ANSWERED = "answered"
    MENTORS = "mentors"
    MENTEES = "mentees"


MEANS = frozenset({Measure.MENTORS, Measure.MENTEES})
"""Means of satisfaction items, one to ten, of what people of that role answered."""
SHARES = frozenset({Measure.MET, Measure.HELD, Measure.ANSWERED})
"""Shares in per cent: pairs that met of those active, meetings held of planned, questionnaires answered of asked."""
OTHER = "other"
"""Everybody who answered in a role that is not compared."""


@dataclass(frozen=True, slots=True)
class Value:
    """One number: `value` None where there is none, or it is `hidden`. `of`: how many stand behind it, if told."""

    value: float | None = None
    of: int | None = None
    hidden: bool = False


NONE = Value()


@dataclass(frozen=True, slots=True)
class Compared:
    """Values by organisation, and of all together."""

    rows: Mapping[int, Value]
    total: Value


def share(part: int, whole: int) -> Value:
    """A share in per cent; none of nothing."""
    return Value(100 * part / whole, whole) if whole else NONE


def shares(parts: Mapping[int, tuple[int, int]]) -> Compared:
    """By organisation: how many of how many."""
    total = (sum(part for part, _ in parts.values()), sum(whole for _, whole in parts.values()))
    return Compared({place: share(*counted) for place, counted in parts.items()}, share(*total))


def counts(numbers: Mapping[int, int]) -> Compared:
    """Plain numbers, which the municipality may see as they are."""
    rows = {place: Value(float(number)) for place, number in numbers.items()}
    return Compared(rows, Value(float(sum(numbers.values()))))


def means(tallies: Mapping[tuple[int, str], Tally], fewest: int = SMALL_GROUP) -> dict[str, Compared]:
    """By role: means by organisation and of all, without those over few people and those that would give them away.

    tallies: what was answered, by organisation and role. The numbers of people are taken as known, so none is told.
    """
    known = {keys: tally for keys, tally in tallies.items() if tally.people}
    shown = _shown(known, fewest)
    found: dict[str, Compared] = {}
    for role in {role for _, role in known}:
        rows = {place: _value(shown[str(place), role]) for place, other in known if other == role}
        found[role] = Compared(rows, _value(shown[None, role]))
    return found


def _shown(known: Mapping[tuple[int, str], Tally], fewest: int) -> dict[Keys, Cell]:
    """What may be shown; nothing at all where that would need a total hidden which the summary shows."""
    if not known:
        return {}
    cells = hide_small(_cells(known), fewest)
    if any(cell.hidden and cell.keys[1] is None and cell.people >= fewest for cell in cells):
        cells = tuple(replace(cell, mean=None, hidden=True) for cell in cells)
    return {cell.keys: cell for cell in cells}


def _cells(known: Mapping[tuple[int, str], Tally]) -> Iterable[Cell]:
    """Every cell and the totals of roles, of all, and of organisations in which several roles answered: elsewhere the
    organisation's own mean is the cell itself."""
    roles: dict[int, int] = {}
    for place, _ in known:
        roles[place] = roles.get(place, 0) + 1
    grouped: dict[Keys, list[Tally]] = {}
    for (place, role), tally in known.items():
        within: tuple[Keys, ...] = ((str(place), role), (None, role), (None, None))
        for keys in (*within, (str(place), None)) if roles[place] > 1 else within:
            grouped.setdefault(keys, []).append(tally)
    for keys, tallies in grouped.items():
        total, count = sum(each.total for each in tallies), sum(each.count for each in tallies)
        yield Cell(keys, sum(each.people for each in tallies), total / count if count else None)


def _value(cell: Cell) -> Value:
    return Value(None if cell.hidden else cell.mean, hidden=cell.hidden)


def ranked(rows: Mapping[int, Value], names: Mapping[int, str]) -> tuple[int, ...]:
    """The greatest value first, what is hidden or not there last; alike by name."""
    return tuple(sorted(names, key=lambda each: _rank(rows.get(each, NONE), names[each])))


def _rank(value: Value, name: str) -> tuple[bool, float, bool, str]:
    return value.value is None, -(value.value or 0), not value.hidden, name.casefold()
