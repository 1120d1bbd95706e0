"""A text for the school's site: numbers of the school year, events, thanks, and names of those who consent to it.

Means are told over five people at least, and to the organisation's own staff alone.
"""

from __future__ import annotations

from mentoring.access import Action, Scope, ensure, places
from mentoring.clock import local_date
from mentoring.errors import NotFound
from mentoring.events import ranked
from mentoring.periods import Period, Span
from mentoring.roles import Role
from mentoring.satisfaction import SMALL_GROUP
from programmes.terms import school_year_of
from reports.data import Measure
from reports.thanks_data import Merit, SiteText
from services import awards, board, naming, summary
from services.desk import Desk
from storage.deeds import Wanted


async def text(desk: Desk, organisation_id: int) -> SiteText:
    """Of an organisation, or (0) of the municipality, up to today. Raises Forbidden, NotFound."""
    ensure(desk.actor, Action.WRITE_SITE_TEXT, Scope(organisation_id or None))
    organisation = await desk.work.organisations.get(organisation_id) if organisation_id else None
    if organisation_id and organisation is None:
        raise NotFound
    year = school_year_of(desk.today(organisation.zone if organisation else None))
    asked = awards.wanted(desk, organisation, year)
    deeds = [deed for doer in await desk.work.deeds.doers(asked) for deed in doer.deeds]
    pairs = {deed.mentorship_id for deed in deeds}
    meetings, minutes = await desk.work.deeds.held(asked)
    given = await desk.work.awards.of_year(organisation_id or None, year)
    language = desk.actor.language
    return SiteText(
        organisation.name if organisation else desk.programme.title.text(language),
        year,
        local_date(asked.starts, asked.zone),
        desk.today(asked.zone),
        pairs=len(pairs),
        mentors=len({deed.person_id for deed in deeds if deed.role is Role.MENTOR}),
        mentees=len({deed.person_id for deed in deeds if deed.role is Role.MENTEE}),
        meetings=meetings,
        minutes=minutes,
        completed=len({deed.mentorship_id for deed in deeds if deed.completed}),
        people=board.honoured(await board.published(desk, given), language),
        events=await desk.work.deeds.events(asked),
        thanked=len({one.person_id for one in given}),
        satisfaction=await _satisfaction(
            desk, organisation_id, Period(Span.YEAR, asked.starts, asked.ends, asked.zone)
        ),
        winners=await _winners(desk, asked),
    )


async def _winners(desk: Desk, asked: Wanted) -> tuple[tuple[str, Merit], ...]:
    """What those achieved in contests who consent to being named, event by event, the best first."""
    found = await desk.work.events.winners(asked.organisation_id, asked.starts, asked.ends)
    held = {event.id: event for event, _ in found}
    people = await desk.work.people.many(one.person_id for _, one in found)
    named = await naming.published(desk, people.values())
    return tuple(
        (people[one.person_id].name, Merit.of(event, one.result, asked.zone))
        for event in held.values()
        for one in ranked([signed for at, signed in found if at.id == event.id])
        if one.person_id in named and one.result is not None
    )


async def _satisfaction(desk: Desk, organisation_id: int, period: Period) -> float | None:
    """The mean of all roles, for whoever sees the organisation's own summary, over people enough to be published."""
    if organisation_id not in places(desk.actor, Action.SEE_SUMMARY):
        return None
    which = [each for item in summary.items(desk) if item.measure is Measure.SATISFACTION for each in item.places]
    tally, _ = (await desk.work.summary.tallies([organisation_id], period, {Measure.SATISFACTION: which}))[
        Measure.SATISFACTION
    ]
    return tally.mean if tally.people >= SMALL_GROUP else None
