"""Whether somebody on a list, or who registers, is in the base already: same name, same birth date, class or post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring.imports import COLUMNS, Entry, Mistake
from mentoring.names import plain
from mentoring.roles import PARTICIPANTS, Role


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the organisation's base, as far as a list is compared with it. `place`: class or post, plain."""

    person_id: int
    name: str
    birth: date | None
    place: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and whom it means. `person_id` None: somebody new; `first`: place in the list of the entry that brings
    them. `enlists`: the role is new for them.
    """

    entry: Entry
    person_id: int | None
    first: int
    enlists: bool


def match(entries: Sequence[Entry], known: Iterable[Known]) -> tuple[tuple[Match, ...], list[Mistake]]:
    """Whom each entry means, and the rows that might mean several people.

    The same name and birth date are the same person; where one of the birth dates is missing, the same name and class
    or post. Read twice, a list brings nobody twice.
    """
    base = _Base(known)
    found: list[Match] = []
    mistakes: list[Mistake] = []
    for place, entry in enumerate(entries):
        same = base.same(entry)
        if len(same) > 1:
            mistakes.append(Mistake(entry.sheet, entry.row, COLUMNS["birth"][0], "several", {"said": entry.name}))
            continue
        if same:
            found.append(base.again(same[0], entry))
        else:
            found.append(base.new(entry, place))
    return tuple(found), mistakes


@dataclass(slots=True)
class _Somebody:
    person_id: int | None
    first: int
    birth: date | None
    place: str
    roles: set[Role]


class _Base:
    """Those of the base by name, with everybody whom the list has brought so far."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._named: dict[str, list[_Somebody]] = defaultdict(list)
        for one in known:
            self._named[plain(one.name)].append(_Somebody(one.person_id, 0, one.birth, one.place, set(one.roles)))

    def same(self, entry: Entry) -> list[_Somebody]:
        """Who may be meant: of several, those with the same birth date."""
        fitting = [one for one in self._named[plain(entry.name)] if _fits(one, entry)]
        sure = [one for one in fitting if one.birth is not None and one.birth == entry.birth]
        return sure or fitting

    def again(self, one: _Somebody, entry: Entry) -> Match:
        enlists = entry.role not in one.roles
        one.roles.add(entry.role)
        one.birth = one.birth or entry.birth
        return Match(entry, one.person_id, one.first, enlists)

    def new(self, entry: Entry, first: int) -> Match:
        one = _Somebody(None, first, entry.birth, entry.place, {entry.role})
        self._named[plain(entry.name)].append(one)
        return Match(entry, None, first, enlists=True)


def _fits(one: _Somebody, entry: Entry) -> bool:
    if one.birth is not None and entry.birth is not None:
        return one.birth == entry.birth
    return one.place == entry.place


def by_role(matches: Collection[Match]) -> Mapping[Role, int]:
    """How many places of each role a list brings."""
    return {role: sum(each.enlists and each.entry.role is role for each in matches) for role in sorted(PARTICIPANTS)}
