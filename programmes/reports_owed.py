"""Which reports the document asks of an organisation of a kind, or of the municipality (None), and who takes them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from mentoring.people import OrganisationKind
from mentoring.roles import Role
from programmes.milestones import ReportDue
from programmes.programme import Programme
from programmes.reporting import reporting_kinds
from programmes.terms import Open


class Goes(StrEnum):
    """To whom a report goes: who says that it is accepted.

    NOBODY: it is published, kept, or goes to somebody outside the bot (a regional centre), so sending is all.
    """

    COORDINATOR = "coordinator"
    HEAD = "head"
    NOBODY = "nobody"


def owes(programme: Programme, report: ReportDue, kind: OrganisationKind | None) -> bool:
    """Whether one of those who send it stands for organisations of the kind, or for the municipality (None)."""
    return any(_stands_for(programme, name, kind) for name in report.by)


def days_owed(programme: Programme, kind: OrganisationKind | None) -> tuple[tuple[ReportDue, date], ...]:
    """Every report with a day of its own, by its last day; those on request are asked for besides."""
    found = [
        (report, span.last)
        for report in programme.reports
        if owes(programme, report, kind)
        for span in report.term.spans(programme.years)
    ]
    return tuple(sorted(found, key=lambda each: each[1]))


def on_request(programme: Programme) -> tuple[ReportDue, ...]:
    """Those that are also, or only, sent when they are asked for («по запросу», «по требованию»)."""
    return tuple(report for report in programme.reports if report.term.open is Open.REQUEST)


def report_of(programme: Programme, report: str) -> ReportDue | None:
    """A report by its id; None for one that the programme does not ask for."""
    return next((each for each in programme.reports if each.id == report), None)


def goes_to(programme: Programme, report: ReportDue, kind: OrganisationKind | None) -> Goes:
    """Who takes the report of an organisation of the kind; what the municipality sends nobody in the bot takes."""
    if kind is None:
        return Goes.NOBODY
    takers = [programme.executor(name).roles for name in report.to]
    if any(Role.COORDINATOR in roles for roles in takers):
        return Goes.COORDINATOR
    return Goes.HEAD if any(Role.HEAD in roles for roles in takers) else Goes.NOBODY


def _stands_for(programme: Programme, executor: str, kind: OrganisationKind | None) -> bool:
    found = programme.executor(executor)
    municipal = found.roles <= {Role.COORDINATOR}
    if kind is None or municipal:
        return municipal and kind is None
    return kind in (found.organisations or reporting_kinds(programme))
