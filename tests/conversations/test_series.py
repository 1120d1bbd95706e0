"""Repeated meetings: planned in one go, moved and cancelled from one on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from mentoring.meetings import MeetingKind, MeetingState
from mentoring.roles import Role
from programmes.parts import Kind
from storage.engine import Database
from surveys.wording import Wording
from tests.conversations.pairs import Pair, active, meeting, pair, planned
from tests.conversations.world import World, house_of

TOMORROW_NOON = datetime(2026, 9, 2, 9, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)


async def test_a_meeting_is_repeated_moved_and_stopped(any_world: World) -> None:
    world, of = any_world, await pair(any_world)
    other, other_person = await world.member("Орлов Олег Львович", Role.MENTOR, of.school)
    elsewhere = replace(of, mentor=other, mentor_person=other_person)
    elsewhere.mentorship = await active(world, of.school, [other_person], [of.mentee_person])
    await meeting(world, elsewhere, TOMORROW_NOON + 2 * WEEK)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00", "В школе", "Всё верно", "Повторять", "Каждую неделю", "На месяц"):
        await of.mentor.taps(label)
    await of.mentor.sees("Назначено ещё 3 встречи", "с ср, 9 сентября, 12:00 по ср, 30 сентября, 12:00", "16.09")
    await of.mentor.never_sees("Орлов")
    await of.mentee.sees("назначает повторяющиеся встречи: ещё 3", "meeting.ics")
    file = Calendar.from_ical(of.mentee.documents[-1][1])
    assert len({str(event["UID"]) for event in file.walk("VEVENT")}) == 4
    found = await planned(world, of)
    assert [one.starts_at for one in found] == [TOMORROW_NOON + number * WEEK for number in (0, 1, 3, 4)]
    assert [one.kind.value for one in found] == ["acquaintance", "trial", "planning", "working"]
    assert {one.place for one in found} == {"В школе"}
    assert len({one.series_id for one in found}) == 1

    await of.mentor.taps("Повторяющиеся встречи")
    await of.mentor.sees("Каждую неделю", "ср, 30 сентября, 12:00")
    await of.mentee.presses_old(1, f"series.open:{found[1].id}")
    await of.mentee.taps("Перенести с этой")
    for label in ("10", "15:00"):
        await of.mentee.taps(label)
    await of.mentee.sees("Перенесено встреч: 3", "чт, 10 сентября, 15:00")
    await of.mentor.sees("переносит повторяющиеся встречи, их 3", "meeting.ics")
    moved = await planned(world, of)
    shift = timedelta(days=1, hours=3)
    assert [one.starts_at for one in moved] == [found[0].starts_at, *(one.starts_at + shift for one in found[1:])]

    await of.mentor.presses_old(1, f"meeting.move:{moved[2].id}")
    for label in ("25", "15:00"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча перенесена")
    await world.advance(timedelta(hours=26))
    await of.mentee.sees("Встреча через час")
    await of.mentor.presses_old(1, f"series.cancel:{moved[1].id}")
    await of.mentor.taps("Болезнь")
    await of.mentor.sees("Отменено встреч: 3")
    await of.mentee.sees("отменяет повторяющиеся встречи: их 3", "Болезнь", "meeting.ics")
    gone = Calendar.from_ical(of.mentee.documents[-1][1])
    assert str(gone["METHOD"]) == "CANCEL"
    assert sorted(int(str(event["SEQUENCE"])) for event in gone.walk("VEVENT")) == [2, 2, 3]
    left = await planned(world, of)
    assert [one.state for one in left] == [MeetingState.PLANNED, *[MeetingState.CANCELLED] * 3]
    async with world.work() as work:
        series = await work.series.get(found[0].series_id or 0)
    assert series is not None
    assert series.stopped_at == world.now


async def _ending(world: World, of: Pair, days: int) -> None:
    async with world.work() as work:
        known = await work.mentorships.get(of.mentorship)
        assert known is not None
        await work.connection.exec_driver_sql(
            f"UPDATE mentorships SET ends = '{world.now.date() + timedelta(days=days)}' WHERE id = {of.mentorship}"
        )


async def test_what_cannot_be_repeated(world: World) -> None:
    of = await pair(world)
    await _ending(world, of, 5)
    known = await meeting(world, of, TOMORROW_NOON)
    await of.mentor.presses_old(1, f"series.begin:{known}")
    for label in ("Раз в две недели", "До конца"):
        await of.mentor.taps(label)
    await of.mentor.sees("повторить встречу не получится")
    await of.mentor.presses_old(1, f"series.open:{known}")
    await of.mentor.sees("не повторяется")
    assert len(await planned(world, of)) == 1


@pytest.fixture
async def quick_world(quick_database: Database) -> AsyncIterator[World]:
    """A programme that knows mentorships of one meeting."""
    house = house_of("tver-school-14", "school_bot")
    kinds = (*house.programme.kinds, Kind("flash", Wording("Флеш", "Flash"), single_meeting=True))
    made = await World.open(quick_database, house=replace(house, programme=replace(house.programme, kinds=kinds)))
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


async def test_one_meeting_is_all_of_a_flash_mentorship(quick_world: World) -> None:
    of = await pair(quick_world)
    async with quick_world.work() as work:
        await work.connection.exec_driver_sql(f"UPDATE mentorships SET kind = 'flash' WHERE id = {of.mentorship}")
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    assert of.mentor.screen.labels[0] == "Рабочая"
    assert "Знакомство" not in of.mentor.screen.labels
    for label in ("Рабочая", "2", "12:00", "В школе", "Всё верно"):
        await of.mentor.taps(label)
    assert "Повторять" not in of.mentor.screen.labels
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    await of.mentor.sees("одна встреча, и она уже есть")
    (found,) = await planned(quick_world, of)
    assert found.kind is MeetingKind.WORKING
