"""The change that somebody may see, worked out in the workshop: figures to be read back, or their picture.

To whoever is not the organisation's own a parameter is shown only where no change of fewer than five people could be
worked out from it, alone or together with what the same reader is shown of other organisations and forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

from mentoring.small_groups import Cell, Keys, hide_small
from surveys.pairing import DefinitionKey, Enrolled, Parameter, ParameterChange, changes, parameters

if TYPE_CHECKING:
    from reports.results_data import ChangeRow
    from surveys.definition import Definition

SCALES = ("satisfaction", "process", "relationship", "compatibility")
"""Scales that have a name in `locales/`."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody enrolled in one mentorship, and where: the organisation's id and the form, as texts."""

    organisation: str
    form: str
    person_id: int
    enrolled: Enrolled


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose change; None: every organisation, every form. `fewest`: people who must stand behind a figure."""

    organisation: str | None
    form: str | None
    fewest: int

    def has(self, member: Member) -> bool:
        return self.organisation in (None, member.organisation) and self.form in (None, member.form)


def figures(
    definitions: Mapping[DefinitionKey, Definition], wanted: Wanted, *, rows: Iterable[Sequence[Member]]
) -> bytes:
    """The changes that may be seen, to be read back with `reports.change_results.read`."""
    from reports.change_results import written

    return written(seen(definitions, wanted, chain.from_iterable(rows)))


def picture(
    definitions: Mapping[DefinitionKey, Definition],
    wanted: Wanted,
    title: str,
    part: int,
    language: str,
    *,
    rows: Iterable[Sequence[Member]],
) -> bytes:
    """The slopes of one part of them as a PNG, `reports.change_chart.MOST_ROWS` at a time."""
    from reports.change_chart import MOST_ROWS, draw

    found = change_rows(definitions, wanted, language, rows)
    return draw(title, found[part * MOST_ROWS : (part + 1) * MOST_ROWS], language)


def change_rows(
    definitions: Mapping[DefinitionKey, Definition],
    wanted: Wanted,
    language: str,
    rows: Iterable[Sequence[Member]],
) -> list[ChangeRow]:
    """The changes that may be seen, named in the reader's language."""
    from locales import Wording
    from reports.results_data import change_row

    words = Wording.load()
    scales = {name: words.text(language, "change-scale", scale=name) for name in SCALES}
    return [change_row(each, language, scales) for each in seen(definitions, wanted, chain.from_iterable(rows))]


def seen(
    definitions: Mapping[DefinitionKey, Definition], wanted: Wanted, members: Iterable[Member]
) -> tuple[ParameterChange, ...]:
    """The changes of those wanted, those with too few pairs last, without the parameters that would tell of too few
    people."""
    everybody = list(members)
    found = changes(definitions, (member.enrolled for member in everybody if wanted.has(member)))
    if wanted.fewest > 1:
        behind = _behind(definitions, everybody)
        found = tuple(each for each in found if _shown(_of(each.parameter, behind), wanted))
    return tuple(sorted(found, key=lambda each: each.change.too_few))


Groups = dict[tuple[str, str], set[int]]
"""By organisation and form: whose pairs of answers there are."""
Behind = list[tuple[Parameter, Groups]]


def _behind(definitions: Mapping[DefinitionKey, Definition], members: Iterable[Member]) -> Behind:
    """By parameter: who has both answers, by group."""
    common: dict[tuple[DefinitionKey, DefinitionKey], Behind] = {}
    found: Behind = []
    for member in members:
        before, after = member.enrolled.before, member.enrolled.after
        if before is None or after is None:
            continue
        asked = (member.enrolled.entry, member.enrolled.exit)
        if asked not in common:
            own = parameters(definitions[asked[0]], definitions[asked[1]])
            common[asked] = [(parameter, _of(parameter, found)) for parameter in own]
        for parameter, groups in common[asked]:
            if parameter.value(before) is not None and parameter.value(after) is not None:
                groups.setdefault((member.organisation, member.form), set()).add(member.person_id)
    return found


def _of(parameter: Parameter, behind: Behind) -> Groups:
    """The groups of a parameter, empty ones if it was not met yet."""
    for known, groups in behind:
        if known.same(parameter):
            return groups
    behind.append((parameter, {}))
    return behind[-1][1]


def _shown(groups: Groups, wanted: Wanted) -> bool:
    """Whether the figure of those wanted may be shown. Too few pairs of the organisation's whole are told as such."""
    inside = [
        people
        for (organisation, form), people in groups.items()
        if wanted.organisation in (None, organisation) and wanted.form in (None, form)
    ]
    if not inside:
        return True
    if len(set[int]().union(*inside)) < wanted.fewest:
        return False
    cells: dict[Keys, int] = {}
    for group, people in groups.items():
        for totals in product((False, True), repeat=2):
            keys = tuple(None if total else key for total, key in zip(totals, group, strict=True))
            cells[keys] = cells.get(keys, 0) + len(people)
    hidden = {cell.keys for cell in hide_small([Cell(*each) for each in cells.items()], wanted.fewest) if cell.hidden}
    return (wanted.organisation, wanted.form) not in hidden
