"""Organisations compared by one measure: what may be shown of it beside its total, and in which order.

Means over few people are hidden by `mentoring.small_groups`, with whatever would give them away: the means of the roles
within an organisation and of the whole municipality stand in the same table, as the summary shows them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.roles import Role
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
ROLES: Mapping[Measure, str] = {Measure.MENTORS: Role.MENTOR.value, Measure.MENTEES: Role.MENTEE.value}
"""Whose satisfaction a measure is."""


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


def by_role(tallies: Mapping[tuple[int, str | None], Tally]) -> dict[tuple[int, str], Tally]:
    """By organisation and compared role; all other roles are one."""
    found: dict[tuple[int, str], Tally] = {}
    for (place, role), tally in tallies.items():
        keys = (place, role if role is not None and role in ROLES.values() else OTHER)
        found[keys] = found.get(keys, Tally()) + tally
    return found


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
    """What may be shown beside everything that the summaries show."""
    if not known:
        return {}
    hidden = unshown(known, fewest)
    cells = tuple(_cells(known))
    wholes = {cell.keys[0] for cell in cells if cell.keys[1] is None}
    kept = {
        cell.keys
        for cell in cells
        if (cell.keys[1] is None or cell.keys[0] not in wholes) and _place(cell.keys[0]) not in hidden
    }
    return {cell.keys: cell for cell in hide_small(cells, fewest, kept)}


def unshown(tallies: Mapping[tuple[int, str], Tally], fewest: int = SMALL_GROUP) -> frozenset[int | None]:
    """Whose mean over all roles a summary may not show; None: that of all together.

    Those over few people, and those from which one of these could be worked out: the total of all stands in one
    summary, each organisation's mean in another.
    """
    cells = [Cell((str(place),), tally.people) for place, tally in _by_place(tallies).items()]
    whole = Cell((None,), sum(cell.people for cell in cells))
    hidden = hide_small([*cells, whole], fewest) if cells else ()
    return frozenset(_place(cell.keys[0]) for cell in hidden if cell.hidden)


def _place(key: str | None) -> int | None:
    return None if key is None else int(key)


def _by_place(tallies: Mapping[tuple[int, str], Tally]) -> dict[int, Tally]:
    """All roles of an organisation as one, where anybody answered."""
    found: dict[int, Tally] = {}
    for (place, _), tally in tallies.items():
        if tally.people:
            found[place] = found.get(place, Tally()) + tally
    return found


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
