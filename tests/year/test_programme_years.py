"""A year of each programme, its own organisations and 40 people (600 in the long form) from a fixed seed.

Every indicator on every day of a report, and every number of the summaries in the middle and at the end of the year,
is compared with the same counted by hand from the record of what was typed and pressed.
"""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.periods import Span
from storage.engine import Database
from tests.conversations.world import START, Blank, World, house_of
from tests.year import office, on_phones
from tests.year.agreeing import boards_differ, indicators_differ, sends, summaries_differ
from tests.year.by_hand import Period
from tests.year.casting import CLOSED, PLOTS
from tests.year.story import Story

MIDDLE = date(2027, 1, 15)
PEOPLE = 40
MANY = 600


@pytest.mark.parametrize("programme", PLOTS)
async def test_a_year(programme: str, quick_database: Database) -> None:
    await lives(quick_database, programme, PEOPLE)


@pytest.mark.long
@pytest.mark.parametrize("programme", PLOTS)
async def test_a_year_of_many(programme: str, quick_database: Database) -> None:
    await lives(quick_database, programme, MANY)


async def lives(database: Database, programme: str, many: int) -> None:
    house = house_of(programme, "bot", school_year=2026)
    world = await World.open(database, START, house)
    world.maker = Blank()
    story = Story(world, PLOTS[programme], many)
    await story.begin()
    office.opens(story)
    story.at(story.local(date(2026, 9, 22), 11), lambda: on_phones.a_newcomer_begins(story))
    story.at(story.local(date(2027, 1, 12), 11), lambda: on_phones.somebody_types_a_denominator(story))
    stops = {one.on: one for one in story.plot.periods if one.on < CLOSED}
    for day in sorted({*stops, MIDDLE, CLOSED}):
        await story.until(story.local(day))
        if day in stops:
            await the_report_is_right(story, stops[day])
        if day in (MIDDLE, CLOSED):
            await the_summaries_are_right(story, Span.QUARTER if day == MIDDLE else Span.YEAR)
    for period in story.plot.periods:
        assert await indicators_differ(story, period) == []
    await world.machine.jobs.close()
    await world.machine.bot.session.close()


async def the_report_is_right(story: Story, period: Period) -> None:
    assert await indicators_differ(story, period) == []
    places = [one.id for one in story.ledger.places.values() if one.kind != "enterprise"]
    assert await boards_differ(story, places[:2], period) == []
    assert await sends(story, period, [*places[:3], None]) == []


async def the_summaries_are_right(story: Story, span: Span) -> None:
    first, *_ = hosts(story)
    assert await summaries_differ(story, hosts(story), (span,) if story.many == PEOPLE else Span) == []
    await on_phones.the_board_on_phones(story, first)
    await on_phones.summaries_on_phones(story, first, span.value)


def hosts(story: Story) -> list[int]:
    """Organisations in which anybody is mentored."""
    return sorted({one.place for one in story.ledger.unions.values()})
