"""The self-audit of organisations: filled in by the head once a school year, read by leaders and the coordinator.

There is one where the programme names a monitoring `self-audit` with days; from its first day on it is open until the
school year ends, so that whoever is late can still fill it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure, everywhere
from mentoring.audit import Audit
from mentoring.errors import NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Replies, Say, Show, press
from programmes.terms import Span, school_year_of
from services import allowed_places, catalogue, observations
from services.desk import Desk
from services.dialogue_screens import done
from services.people import last_page
from surveys.record import Record, Subject
from surveys.wording import Wording

NAME = "self-audit"
"""The questionnaire's id, and the id of the monitoring that says when."""
SUBJECT = "school_year"
PAGE = 8
EVERY = 0
"""Stands for all organisations together in callback data."""


@dataclass(frozen=True, slots=True)
class Card:
    """The audits of one organisation. `days`: this school year's, None: the programme has none in it.

    `now`: this year's, `before`: the one of the year before; `criteria`: what each criterion is called.
    """

    organisation: Organisation
    year: int
    days: Span | None
    now: Audit | None
    before: Audit | None
    criteria: Mapping[str, Wording]
    may_fill: bool
    municipal: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A page of all organisations with their audits of this year (None: not filled in), those without one first."""

    year: int
    days: Span | None
    rows: tuple[tuple[Organisation, Audit | None], ...]
    page: int
    total: int
    filled: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


def days_of(desk: Desk, year: int) -> Span | None:
    """The days of the audit in the school year that begins in the autumn of `year`."""
    spans = (
        span for each in desk.programme.monitoring if each.id == NAME for span in each.term.spans(desk.programme.years)
    )
    return next((span for span in spans if school_year_of(span.first) == year), None)


def asked_for(desk: Desk) -> bool:
    """Whether the programme has such an audit at all."""
    return any(each.id == NAME for each in desk.programme.monitoring)


async def own(desk: Desk) -> tuple[Organisation, ...]:
    """Whose audits the actor reads; none: everybody's. Raises Forbidden for nobody's."""
    if everywhere(desk.actor, Action.SEE_AUDIT):
        return ()
    return await allowed_places.where(desk, Action.SEE_AUDIT)


async def card(desk: Desk, organisation_id: int) -> Card:
    """What is kept of one organisation. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_AUDIT, Scope(organisation_id))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None or not asked_for(desk):
        raise NotFound
    today = desk.today(organisation.zone)
    year = school_year_of(today)
    days = days_of(desk, year)
    found = await desk.work.observations.of_organisation(organisation_id, SUBJECT, [NAME])
    by_year = {audit.year: audit for audit in [await audit_of(desk, record) for record in reversed(found)]}
    fills = allowed(desk.actor, Action.AUDIT, Scope(organisation_id))
    return Card(
        organisation,
        year,
        days,
        by_year.get(year),
        by_year.get(year - 1),
        await criteria(desk),
        may_fill=fills and days is not None and today >= days.first,
        municipal=everywhere(desk.actor, Action.SEE_AUDIT),
    )


async def table(desk: Desk, page: int = 0) -> Table:
    """For the coordinator: who has filled it in this year, and the sums. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.SEE_AUDIT, Scope())
    if not asked_for(desk):
        raise NotFound
    year = school_year_of(desk.today())
    known = await of_year(desk, year)
    rows = [(each, known.get(each.id)) for each in await _taking_part(desk)]
    rows.sort(key=lambda row: (row[1] is not None, row[0].name.casefold(), row[0].id))
    page = min(max(page, 0), last_page(len(rows)))
    filled = sum(audit is not None for _, audit in rows)
    return Table(year, days_of(desk, year), tuple(rows[page * PAGE : (page + 1) * PAGE]), page, len(rows), filled)


async def of_year(desk: Desk, year: int) -> Mapping[int, Audit]:
    """All audits of one school year, by organisation; no rights are asked."""
    found = await desk.work.observations.about(Subject(SUBJECT, year), [NAME])
    audits = [await audit_of(desk, record) for record in reversed(found)]
    return {audit.organisation_id: audit for audit in audits}


async def attention(desk: Desk, organisation_id: int | None) -> tuple[Organisation, ...]:
    """Whose audit is open and not filled in (of all: None), by name; no rights are asked: for duties and digests."""
    year = school_year_of(desk.today())
    days = days_of(desk, year)
    if days is None or desk.today() < days.first:
        return ()
    known = await of_year(desk, year)
    listed = [each for each in await _taking_part(desk) if organisation_id in (None, each.id)]
    return tuple(each for each in listed if each.id not in known)


async def begin(desk: Desk, organisation_id: int) -> Show:
    """The head fills it in; what is kept is replaced once the new one is complete. Raises Forbidden, Stale."""
    ensure(desk.actor, Action.AUDIT, Scope(organisation_id))
    seen = await card(desk, organisation_id)
    if not seen.may_fill:
        raise Stale("audit-refusal-not-yet")
    return await observations.begin(desk, NAME, Subject(SUBJECT, seen.year), organisation_id)


async def guard(desk: Desk, record: Record) -> None:
    """Before every step: Forbidden for whoever is not the organisation's head (any more)."""
    ensure(desk.actor, Action.AUDIT, Scope(record.organisation_id))


async def kept(desk: Desk, record: Record) -> Replies:
    """Follows the last answer: it replaces an earlier one, and its sum is shown."""
    if record.about(SUBJECT) is None or record.organisation_id is None:
        return ()
    made = await audit_of(desk, await observations.replaced(desk, record))
    ways = (
        (Button(Say("audit-result"), press("audit.open", made.organisation_id)),),
        (Button(Say("menu-button"), press("menu.open")),),
    )
    return (done(record, Say("audit-kept", {"total": made.total, "most": made.most}), ways),)


async def audit_of(desk: Desk, record: Record) -> Audit:
    """A finished response as an audit."""
    definition = await catalogue.find(desk, record.definition, record.draft.version)
    given = record.draft.answers
    scales = (question.id for question in definition.questions if question.measures is not None)
    ratings = {name: int(str(given[name])) for name in scales if name in given}
    achieved, improve = (str(given[name]) if given.get(name) else None for name in ("achieved", "improve"))
    place, year = record.organisation_id or 0, record.about(SUBJECT) or 0
    return Audit(place, year, ratings, achieved, improve, record.finished_at)


async def criteria(desk: Desk) -> Mapping[str, Wording]:
    """What each criterion is called, in the questionnaire's order."""
    definition = await catalogue.find(desk, NAME)
    named = {each.id: each.short or each.text for each in definition.questions if each.measures is not None}
    return {name: wording for name, wording in named.items() if wording is not None}


async def _taking_part(desk: Desk) -> tuple[Organisation, ...]:
    return tuple(each for each in await desk.work.organisations.all() if each.kind in desk.programme.organisations)
