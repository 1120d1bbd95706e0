"""The coordinator's rooms: what there is in the municipality, what waits, and which doors lead on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.roles import Role
from messaging.replies import press
from services import audit
from services.colleagues import Base, View
from services.desk import Desk
from storage.municipality import ColleagueFilter

PRESSES: Mapping[str, str] = {
    "organisations": press("organisations.list"),
    "recommendations": press("recommendations.of", 0),
    "comparison": press("compare.open"),
    "vertical": press("vertical.list"),
    "curators": press("staff.view", View(Base.CURATORS).code),
    "mentors": press("staff.view", View(Base.MENTORS).code),
    "experts": press("staff.view", View(Base.EXPERTS).code),
    "campaigns": press("campaign.list"),
    "indicators": press("indicators.open"),
    "roadmap": press("roadmap.open"),
    "documents": press("documents.open"),
    "reports": press("reports.open"),
    "awards": press("awards.of", 0),
    "practices": press("practices.list"),
    "audit": press("audit.open", 0),
    "events": press("events.list"),
    "note": press("report.note"),
}
"""By name of a room, the press that opens it."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """Numbers of the municipality. `answered`: recommendations that wait for a decision, `overdue` for an answer.

    `proposed`: help between organisations that waits for an agreement; None where the programme has no such model.
    """

    organisations: int
    curators: int
    mentors: int
    answered: int
    overdue: int
    proposed: int | None
    doors: tuple[str, ...]


async def rooms(desk: Desk) -> Rooms:
    """For the coordinator. Raises Forbidden."""
    ensure(desk.actor, Action.SEE_ORGANISATIONS, Scope())
    work = desk.work
    _, organisations = await work.organisations.page(limit=1)
    _, curators = await work.municipality.colleagues(ColleagueFilter(Role.CURATOR), limit=1)
    _, mentors = await work.municipality.colleagues(ColleagueFilter(Role.MENTOR), limit=1)
    _, overdue, answered = await work.recommendations.counts(None, desk.today())
    proposed = await work.organisation_mentorships.proposed() if desk.programme.vertical is not None else None
    return Rooms(organisations, curators, mentors, answered, overdue, proposed, doors(desk))


def doors(desk: Desk) -> tuple[str, ...]:
    """Names of the rooms that are open to the actor, the most needed first."""
    whole = Scope()
    wanted = (
        ("organisations", True),
        ("recommendations", allowed(desk.actor, Action.SEE_RECOMMENDATIONS, whole)),
        ("comparison", allowed(desk.actor, Action.COMPARE_ORGANISATIONS, whole)),
        ("vertical", desk.programme.vertical is not None and allowed(desk.actor, Action.SEE_VERTICAL, whole)),
        ("curators", allowed(desk.actor, Action.SEE_CURATORS, whole)),
        ("mentors", allowed(desk.actor, Action.SEE_MENTORS, whole)),
        ("experts", allowed(desk.actor, Action.SEE_MENTORS, whole)),
        ("campaigns", allowed(desk.actor, Action.RUN_CAMPAIGN, whole)),
        ("indicators", bool(desk.programme.indicators) and allowed(desk.actor, Action.SEE_INDICATORS, whole)),
        ("roadmap", bool(desk.programme.roadmap) and allowed(desk.actor, Action.SEE_ROADMAP, whole)),
        ("documents", allowed(desk.actor, Action.REVIEW_DOCUMENTS, whole)),
        ("reports", bool(desk.programme.reports) and allowed(desk.actor, Action.SEE_REPORTS, whole)),
        ("awards", bool(desk.programme.awards) and allowed(desk.actor, Action.SEE_AWARDS, whole)),
        ("note", allowed(desk.actor, Action.MAKE_REPORT, whole)),
        ("practices", allowed(desk.actor, Action.SEE_PRACTICES, whole)),
        ("audit", audit.asked_for(desk) and allowed(desk.actor, Action.SEE_AUDIT, whole)),
        ("events", allowed(desk.actor, Action.RUN_EVENT, whole)),
    )
    return tuple(name for name, is_open in wanted if is_open)
