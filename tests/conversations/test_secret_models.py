"""Role models about a category of the child: what they shape is not for everybody who looks at the mentorship."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

import pytest

from mentoring.adults import Adult, AdultDuty, Speciality
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form
from mentoring.plans import Plan
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.engine import Database
from tests.conversations.pairs import active
from tests.conversations.world import World, house_of

REFUSED = "Это вам недоступно"
TELLS = ("учёт", "тьютор", "Тьютор", "ОВЗ", "АООП", "План для карты", "Карта сопровождения", "Программа обучения")
MODELS = {"register": "План для карты", "special-needs": "Программа обучения"}
"""Sensitive role models of Kyzyl, each with its name of the meeting at which the plan is made."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's mentorship by a sensitive role model, its plan and its meeting, and everybody around."""

    mentorship: int
    plan: Plan
    meeting: int
    mentor: Phone
    mentee: Phone
    guardian: Phone
    curator: Phone
    consultant: Phone
    head: Phone

    @classmethod
    async def open(cls, database: Database, model: str, form: Form = Form.TEACHER_PUPIL) -> Self:
        world = await World.open(database, house=house_of("kyzyl", "mentoring_bot", school_year=2026))
        school = await world.organisation()
        curator, boss = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        head, _ = await world.member("Ким Олег Ильич", Role.HEAD, school)
        mentor, teacher = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
        consultant, other = await world.member("Зимина Ольга Львовна", Role.MENTOR, school)
        guardian, mother = await world.member("Сергеева Вера Ильинична", Role.GUARDIAN, school)
        mentee, child = await world.member(
            "Сергеев Пётр Ильич", Role.MENTEE, school, category=Category.PUPIL, birth=date(2012, 3, 4)
        )
        mentorship = await active(world, school, [teacher], [child])
        async with world.work() as work:
            await work.guardianships.put(child.id, mother.id, "mother")
            before = await work.mentorships.get(mentorship)
            assert before is not None
            assert await work.mentorships.change(before, replace(before, form=form, role_model=model))
            await work.adults.add(
                Adult(0, mentorship, AdultDuty.CONSULTANT, boss.id, world.now, other.id, None, Speciality.OTHER)
            )
            planned = Meeting(
                0, mentorship, MeetingKind.PLANNING, world.now + timedelta(days=1), "Кабинет 12", MeetingState.PLANNED,
                teacher.id, world.now,
            )  # fmt: skip
            held = replace(planned, starts_at=world.now - timedelta(hours=2), state=MeetingState.HELD, minutes=30)
            await work.meetings.add(held)
            meeting = await work.meetings.add(planned)
        await mentor.presses_old(1, f"plan.open:{mentorship}")
        async with world.work() as work:
            plan = await work.plans.of(mentorship, child.id)
        assert plan is not None
        return cls(mentorship, plan, meeting, mentor, mentee, guardian, curator, consultant, head)


@pytest.fixture(params=MODELS)
async def model(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def place(quick_database: Database, model: str) -> Place:
    return await Place.open(quick_database, model)


@pytest.mark.parametrize("who", ["consultant", "head"])
async def test_whoever_may_not_know_the_model_is_refused_its_plan_and_told_nothing(place: Place, who: str) -> None:
    phone: Phone = getattr(place, who)
    plan, item = place.plan.id, place.plan.items[0]
    await phone.presses_old(1, f"pair.card:{place.mentorship}")
    await phone.sees("Иванова Анна Петровна", "Сергеев Пётр Ильич")
    await phone.sees_no("План развития")
    refused = (
        f"plan.open:{place.mentorship}", f"plan.of:{place.mentorship}:{place.plan.person_id}",
        f"plan.card:{plan}", f"plan.show:{plan}", f"plan.more:{plan}", f"plan.section:{plan}:{item.section}:0",
        f"plan.item:{item.id}", f"plan.fields:{plan}", f"plan.removed:{plan}:0", f"plan.versions:{plan}",
        f"plan.paper:{plan}",
    )  # fmt: skip
    for data in refused:
        await phone.presses_old(1, data)
        await phone.sees(REFUSED)
    assert not phone.documents
    await phone.says("/plan")
    await phone.sees_no("Пётр С.")
    named = {"consultant": f"meeting.open:{place.meeting}", "head": f"diary.open:{place.mentorship}"}
    await phone.presses_old(1, named[who])
    await phone.sees("Кабинет 12", "Планирование")
    for told in TELLS:
        await phone.never_sees(told)


async def test_mentor_curator_mentee_and_guardian_read_plan_and_meeting(place: Place, model: str) -> None:
    for phone in (place.mentor, place.curator, place.mentee, place.guardian):
        await phone.presses_old(1, f"pair.card:{place.mentorship}")
        assert "План развития" in phone.screen.labels
        await phone.presses_old(1, f"plan.open:{place.mentorship}")
        await phone.sees("Сергеев Пётр Ильич")
        await phone.says("/plan")
        await phone.sees("Пётр С.")
        await phone.presses_old(1, f"meeting.open:{place.meeting}")
        await phone.sees(MODELS[model])


async def test_a_head_lists_plans_by_the_other_models_still(quick_database: Database) -> None:
    place = await Place.open(quick_database, "network", Form.TEACHER_TEACHER)
    await place.head.says("/plan")
    await place.head.sees("Пётр С.")
