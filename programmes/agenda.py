"""What of a roadmap is due where: in an organisation of a kind, or in the municipality itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mentoring.people import OrganisationKind
from mentoring.roadmap import code_of
from mentoring.roles import Role
from programmes.milestones import Due, Milestone
from programmes.programme import Programme, Scope
from programmes.reporting import reporting_kinds
from programmes.same import Same


@dataclass(frozen=True, slots=True)
class Planned:
    """A milestone with the number of its term within the row, from 0."""

    milestone: Milestone
    term: int

    def code(self, organisation_id: int | None) -> str:
        """Its lasting name in a place (None: the municipality)."""
        days = self.milestone.days
        last = days.last if days is not None else None
        return code_of(organisation_id, self.milestone.row.id, self.term, last, self.milestone.school_year)


def agenda(programme: Programme, kind: OrganisationKind | None) -> tuple[Planned, ...]:
    """The milestones that concern every organisation of a kind (None: the municipality), by date, open days last.

    A row concerns whomever its executors stand for: the municipality if only coordinators do, else the organisations
    of the executor's kinds; enterprises are partners and have no roadmap unless an executor names them. Where the
    document names nobody, whoever runs the programme answers for the row.
    """
    return _agenda(Same(programme), kind)


@lru_cache(maxsize=64)
def _agenda(same: Same, kind: OrganisationKind | None) -> tuple[Planned, ...]:
    """Computed once for a programme and a kind: a municipality has a hundred organisations of it."""
    programme = same.programme
    rows = {row.id: row for row in programme.roadmap}
    found = []
    for each in programme.milestones():
        if _concerns(programme, each.due, kind):
            term = next(at for at, due in enumerate(rows[each.row.id].terms) if due is each.due)
            found.append(Planned(each, term))
    return tuple(found)


def _concerns(programme: Programme, due: Due, kind: OrganisationKind | None) -> bool:
    if not due.responsible:
        run_by_municipality = programme.scope is Scope.MUNICIPALITY
        return (kind is None) == run_by_municipality and (kind is None or kind in reporting_kinds(programme))
    return any(_stands_for(programme, name, kind) for name in due.responsible)


def _stands_for(programme: Programme, executor: str, kind: OrganisationKind | None) -> bool:
    found = programme.executor(executor)
    municipal = found.roles <= {Role.COORDINATOR}
    if kind is None or municipal:
        return municipal and kind is None
    return kind in (found.organisations or reporting_kinds(programme))
