"""What of the results may be shown: no mean over too few people, and none from which such a mean could be worked out.

Whoever is not the organisation's own sees no mean over fewer than five people; of anonymous answers nobody does. Every
screen shows a cell of one table (organisation × campaign × form × role), so that what was hidden on one screen can't be
worked out from the others (`mentoring.small_groups`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from mentoring.satisfaction import SMALL_GROUP
from mentoring.small_groups import Cell, Keys, hide_small
from services.desk import Desk
from services.results_items import Item, Known
from services.results_view import Sight, View
from storage.results import By, Group, People, Place
from surveys.counting import WHOLE

MOST_CELLS = 320
"""A table finer than that would be weighed for seconds: its parts by role, then by form are hidden instead."""
_ALL = tuple(By)


@dataclass(frozen=True, slots=True)
class Veil:
    """Which items are hidden where. `fewest` 1: none anywhere."""

    fewest: int
    answered: Mapping[Place, Mapping[Group, int]] = field(default_factory=dict)
    people: Mapping[int, Mapping[Group, People]] = field(default_factory=dict)

    def hides(self, item: Item, view: View, behind: int | None = None) -> bool:
        """Whether the item's mean and distribution in this view are hidden.

        `behind`: different people behind the finished responses of the view, where known.
        """
        if self.fewest <= 1:
            return False
        if behind is not None and behind < self.fewest:
            return True
        groups = self._groups(item)
        if not groups:
            return False
        dimensions, hidden = _table(tuple(sorted(groups.items(), key=str)), self.fewest)
        wanted = {
            By.ORGANISATION: _key(view.organisation_id),
            By.CAMPAIGN: _key(view.campaign_id),
            By.FORM: view.form.value if view.form else None,
            By.ROLE: view.role.value if view.role else None,
        }
        if any(wanted[by] is not None and not _alike(groups, by) for by in _ALL if by not in dimensions):
            return True
        return tuple(wanted[by] for by in dimensions) in hidden

    def _groups(self, item: Item) -> dict[Group, int]:
        """How many different people at least answered the item, by the finest group."""
        found: dict[Group, int] = {}
        for place in item.places:
            version, _ = place
            finished = self.answered.get((version, WHOLE), {})
            for group, answered in self.answered.get(place, {}).items():
                people = self.people.get(version, {}).get(group, People(0, 0)).people
                fewest = people - (finished.get(group, answered) - answered)
                found[group] = found.get(group, 0) + max(1, min(answered, fewest))
        return found


async def veil(desk: Desk, known: Known, sight: Sight) -> Veil:
    """The veil over a questionnaire for somebody's eyes."""
    fewest = SMALL_GROUP if known.anonymous else sight.fewest
    if fewest <= 1:
        return Veil(1)
    name = known.definition.id
    return Veil(fewest, await desk.work.results.groups(name), await desk.work.results.people(name))


@lru_cache(maxsize=128)
def _table(groups: Sequence[tuple[Group, int]], fewest: int) -> tuple[tuple[By, ...], frozenset[Keys]]:
    """The dimensions that tell groups apart, and the cells and totals over them that are hidden."""
    known = dict(groups)
    dimensions = tuple(by for by in _ALL if not _alike(known, by))
    for left_out in (By.ROLE, By.FORM, By.CAMPAIGN, By.ORGANISATION):
        if len({_keys(group, dimensions) for group in known}) > MOST_CELLS:
            dimensions = tuple(by for by in dimensions if by is not left_out)
    people: dict[Keys, int] = {}
    for group, many in known.items():
        for total in product((False, True), repeat=len(dimensions)):
            keys = tuple(None if whole else key for whole, key in zip(total, _keys(group, dimensions), strict=True))
            people[keys] = people.get(keys, 0) + many
    cells = hide_small([Cell(keys, many) for keys, many in people.items()], fewest)
    return dimensions, frozenset(cell.keys for cell in cells if cell.hidden)


def _alike(groups: Mapping[Group, int], by: By) -> bool:
    """Whether all groups have the same there: then a part is the whole."""
    return len({getattr(group, by.value) for group in groups}) == 1


def _keys(group: Group, dimensions: Sequence[By]) -> tuple[str, ...]:
    return tuple(str(getattr(group, by.value)) for by in dimensions)


def _key(number: int | None) -> str | None:
    return None if number is None else str(number)
