"""A sixth programme, a file beside this one: people register, pair up and meet in it, and stand behind its roadmap."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from mentoring.access import Actor
from mentoring.meetings import MeetingState
from mentoring.mentorships import Form, MentorshipState
from mentoring.roles import Role
from programmes.programme import Programme
from services.desk import Desk
from services.executors import standing
from storage.engine import Database
from surveys.record import RecordState
from tests.conversations.school_year import SchoolYear
from tests.conversations.world import World, house_of

WRITTEN = Path(__file__).with_name("sixth.yaml")


async def test_it_runs_from_the_first_invitation_to_a_meeting(quick_database: Database, tmp_path: Path) -> None:
    own = tmp_path / "zarechny.yaml"
    shutil.copy(WRITTEN, own)
    world = await World.open(quick_database, house=house_of(str(own), "mentoring_bot", school_year=2026))
    year = await SchoolYear.open(world, "ru")
    await year.everybody_comes()
    await _a_pair_is_formed(world, year)
    await _they_meet(world, year)
    mentor = "\n".join(year.people["mentor"].seen)
    assert "Педагог – ученик" in mentor
    assert "Первая встреча" in mentor, "the programme's own name of the acquaintance"
    async with world.work() as work:
        (pair,) = await work.mentorships.many([1])
        meetings = await work.meetings.of_mentorship(1)
    assert (pair.form, pair.role_model, pair.state) == (Form.TEACHER_PUPIL, "guide", MentorshipState.ACTIVE)
    assert [meeting.state for meeting in meetings] == [MeetingState.HELD]
    _its_dates_are_this_years(world.machine.house.programme)
    await _people_stand_behind_its_roadmap(world)


async def _a_pair_is_formed(world: World, year: SchoolYear) -> None:
    """As curators form one; the entry questionnaires are answered without going through their questions."""
    curator = year.people["curator"]
    await curator.says("/pairs")
    await curator.opens("pair.new")
    await curator.fills({})
    for who in ("mentor", "child"):
        await year.people[who].opens("pair.agree")
    async with world.work() as work:
        asked = await work.mentorships.askings([1])
        assert {one.definition for one in asked} == {"entry-teacher-pupil-mentor", "entry-teacher-pupil-mentee"}
        await work.responses.close([one.response_id for one in asked], RecordState.FINISHED)
    await curator.opens("pair.order")
    await curator.fills({"number": "1"})


async def _they_meet(world: World, year: SchoolYear) -> None:
    mentor = year.people["mentor"]
    await mentor.says("/menu")
    await mentor.opens("meetings.list")
    await mentor.opens("meeting.new")
    await mentor.fills({"date": "2026-09-03", "time": "15:00"})
    await world.until(datetime(2026, 9, 3, 13, 30, tzinfo=UTC))
    await mentor.opens("meeting.logged")
    await mentor.fills({})


def _its_dates_are_this_years(programme: Programme) -> None:
    due = [(each.row.id, each.days and each.days.last, each.due.responsible) for each in programme.milestones()]
    assert due == [
        ("1", date(2026, 9, 10), ("heads",)),
        ("2", date(2026, 10, 31), ("deputy",)),
        ("2", date(2027, 1, 15), ("authority",)),
        ("2", date(2027, 4, 15), ("authority",)),
        ("2", date(2027, 10, 31), ("deputy",)),
        ("2", date(2028, 1, 15), ("authority",)),
        ("2", date(2028, 4, 15), ("authority",)),
    ]
    assert [(indicator.id, dict(indicator.plan)) for indicator in programme.indicators] == [("a", {2026: 5, 2027: 10})]


async def _people_stand_behind_its_roadmap(world: World) -> None:
    async with world.work() as work:
        places = await work.organisations.all()
        found = await standing(Desk(work, world.machine.house, Actor(0, None), world.now), places)
        curators = await work.memberships.holders(Role.CURATOR, places[0].id)
        coordinators = await work.memberships.holders(Role.COORDINATOR, None)
    assert found.behind(["deputy", "heads"], places[0]) == (curators[0].person_id,), "it has no head yet"
    assert found.behind(["authority"], None) == (coordinators[0].person_id,)
    assert found.behind(["deputy"], None) == ()
