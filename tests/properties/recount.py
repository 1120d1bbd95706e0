"""The summary's numbers, counted again over all rows."""

from __future__ import annotations

from mentoring.mentorships import MentorshipState
from mentoring.participation import Participation, participation
from mentoring.periods import Span, up_to
from mentoring.roles import Role
from services import summary
from services.desk import Desk, House
from storage.mentorships import PairFilter
from storage.work import Work
from tests.properties.secrecy import Circles

EVERY = frozenset(MentorshipState)


async def miscounted(work: Work, house: House, known: Circles) -> list[str]:
    """Organisations whose last month is told otherwise than their rows have it, as their curator sees it."""
    wrong = []
    for organisation in await work.organisations.all():
        place = (organisation.id, Role.CURATOR)
        actors = [await work.chats.actor(chat) for chat, held in known.roles.items() if place in held]
        curator = next((actor for actor in actors if organisation.id in actor.organisations(Role.CURATOR)), None)
        if curator is None:
            continue
        desk = Desk(work, house, curator, work.now)
        seen = await summary.view(desk, organisation.id)
        period = up_to(work.now, Span.MONTH, seen.zone)
        told = (await summary.numbers(desk, seen, period)).participation
        pairs, _ = await work.mentorships.page(PairFilter(frozenset({organisation.id}), EVERY), limit=10_000)
        meetings = [each for one in pairs for each in await work.meetings.of_mentorship(one.id)]
        again = participation(period, pairs, meetings, ())
        if _figures(told) != _figures(again):
            wrong.append(f"{organisation.name}: the summary says {_figures(told)}, the rows {_figures(again)}")
    return wrong


def _figures(of: Participation) -> tuple[int, ...]:
    return (of.active, of.planned, of.held, of.unplanned, of.not_held, of.unlogged)
