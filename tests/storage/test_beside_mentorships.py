"""What is kept beside mentorships: the trail, and the adults who answer for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.adults import Adult, AdultDuty, Speciality
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.work import Work
from tests.databases import NOW


async def mentorship(work: Work, *, state: MentorshipState = MentorshipState.AGREED, order: Order | None = None) -> int:
    """A mentorship of two new people in a new school; its id."""
    school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")
    mentor, mentee = [await work.people.add(name) for name in ("Один Первый", "Два Второй")]
    return await work.mentorships.propose(
        Mentorship(
            id=0,
            organisation_id=school.id,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="individual",
            starts=NOW.date(),
            ends=NOW.date() + timedelta(days=90),
            state=state,
            parties=(Party(mentor.id, Side.MENTOR, True, NOW), Party(mentee.id, Side.MENTEE, True, NOW)),
            proposed_by=9,
            proposed_at=NOW,
            order=order,
            continues_id=5,
        )
    )


async def test_the_trail_is_read_from_its_end(database: Database) -> None:
    for minute in range(3):
        async with database.write(NOW + timedelta(minutes=minute)) as work:
            await work.trail.add("mentorship", 7, f"step_{minute}", actor_id=minute, details={"words": "личное"})
            await work.trail.add("person", 7, "merged")
    async with database.read(NOW) as work:
        every = await work.trail.of("mentorship", 7)
        assert [one.event for one in every] == ["step_2", "step_1", "step_0"]
        assert (every[0].actor_id, every[0].at, every[0].details) == (
            2,
            NOW + timedelta(minutes=2),
            {"words": "личное"},
        )
        page, total = await work.trail.page("mentorship", 7, offset=2, limit=2)
        assert ([one.event for one in page], total) == (["step_0"], 3)
        last = await work.trail.last("person", 7)
        assert last is not None
        assert (last.event, last.actor_id, last.details) == ("merged", None, {})
        assert await work.trail.last("person", 8) is None


async def test_an_event_is_a_short_word(sqlite_database: Database) -> None:
    async with sqlite_database.write(NOW) as work:
        with pytest.raises(ValueError, match="short"):
            await work.trail.add("mentorship", 1, "x" * 33)


async def test_adults_come_and_go(database: Database) -> None:
    async with database.write(NOW) as work:
        number = await mentorship(work)
        helper = await work.people.add("Три Третий")
        consultant = Adult(
            0, number, AdultDuty.CONSULTANT, 9, NOW, person_id=helper.id, speciality=Speciality.PSYCHOLOGIST
        )
        first = await work.adults.add(consultant)
        second = await work.adults.add(Adult(0, number, AdultDuty.RESPONSIBLE, 9, NOW, name="Ким Анна"))
        known = await work.adults.of(number)
        assert [(one.id, one.duty, one.name) for one in known] == [
            (second, AdultDuty.RESPONSIBLE, "Ким Анна"),
            (first, AdultDuty.CONSULTANT, None),
        ]
        assert known[1].speciality is Speciality.PSYCHOLOGIST
        assert [await work.adults.remove(first), await work.adults.remove(first)] == [True, False]
        assert await work.adults.get(first) is None
        assert [one.id for one in await work.adults.of_many([number])] == [second]


async def test_one_order_and_those_that_wait_for_it(database: Database) -> None:
    order = Order("125-од", date(2026, 9, 1))
    async with database.write(NOW) as work:
        fixed = await mentorship(work, state=MentorshipState.ACTIVE, order=order)
        found = await work.mentorships.get(fixed)
        assert found is not None
        assert found.continues_id == 5
        assert await work.mentorships.fixed_by(found.organisation_id, order) == (found,)
        assert await work.mentorships.fixed_by(found.organisation_id, Order("126-од", order.date)) == ()
        waiting = await mentorship(work)
        agreed = await work.mentorships.get(waiting)
        assert agreed is not None
        assert await work.mentorships.awaiting_order(agreed.organisation_id, 8) == (agreed,)
        assert await work.mentorships.awaiting_order(found.organisation_id, 8) == ()
