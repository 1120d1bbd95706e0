"""A school at the end of its year, for reports: pairs that have met, answered twice, and whose outcomes are entered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.house import library
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.needs import Fact, Need
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from surveys.path import Value
from surveys.record import Subject
from tests.conversations.answering import answered
from tests.conversations.world import World

MODELS = {Form.PUPIL_PUPIL: "achiever-underachiever", Form.TEACHER_TEACHER: "experienced-young"}


@dataclass
class ReportSchool:
    """The school and its curator; `pairs`: ids of its mentorships."""

    school: Organisation
    curator: Phone
    curator_person: Person
    pairs: list[int]


async def report_school(world: World, pairs: int, name: str = "Школа № 14", *, language: str = "ru") -> ReportSchool:
    """Two of three pairs are pupils. Each has met four times; in every scale the mentees rose from 5 to 7."""
    school = await world.organisation(name)
    curator, person = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, school, language=language)
    found = ReportSchool(school, curator, person, [])
    for number in range(pairs):
        form = Form.TEACHER_TEACHER if number % 3 == 2 else Form.PUPIL_PUPIL
        found.pairs.append(await _pair(world, found, number, form))
    return found


async def _pair(world: World, of: ReportSchool, number: int, form: Form) -> int:
    young = form is Form.PUPIL_PUPIL
    category, birth = (Category.PUPIL, date(2012, 5, 12)) if young else (Category.TEACHER, date(1998, 5, 12))
    async with world.work() as work:
        mentor = await work.people.add(f"Наставников Олег {number}-й", birth=date(2009, 4, 1), category=category)
        mentee = await work.people.add(f"Подопечный Пётр {number}-й", birth=birth, category=category)
        parties = (Party(mentor.id, Side.MENTOR, True, world.now), Party(mentee.id, Side.MENTEE, True, world.now))
        mentorship = Mentorship(
            id=0,
            organisation_id=of.school.id,
            form=form,
            role_model=MODELS[form],
            kind="individual",
            starts=world.now.date(),
            ends=world.now.date() + timedelta(days=270),
            state=MentorshipState.ACTIVE,
            parties=parties,
            proposed_by=mentor.id,
            proposed_at=world.now,
            order=Order("12", date(2026, 9, 1)),
            activated_at=world.now,
        )
        pair = await work.mentorships.propose(mentorship)
        for week in range(4):
            when = world.now - timedelta(minutes=4 - week)
            topics = ("career",) if week == 3 and number % 2 else ("homework",)
            met = Meeting(0, pair, MeetingKind.WORKING, when, "Кабинет 12", MeetingState.HELD, mentor.id, when)
            await work.meetings.add(replace(met, topics=topics, minutes=45))
        if young and number % 6 == 0:
            known = await work.needs.get(mentee.id, of.school.id)
            marked = Fact(Need.UNDERACHIEVING, world.now.date())
            await work.needs.save(known, [marked], by=of.curator_person.id)
        about = Subject("mentorship", pair)
        for stage, value in (("entry", 5), ("exit", 7)):
            name = f"{stage}-{form.value}-mentee"
            given = {**_scales(name, value), **({"joined_club": "yes"} if young and stage == "exit" else {})}
            await answered(work, name, mentee, of.school.id, given, subject=about, form=form.value, role="mentee")
            outcomes: dict[str, Value] = {"mean_mark": "3.5" if stage == "entry" else "4.25", "olympiads": value - 4}
            if stage == "exit":
                outcomes["exam_oge"] = "failed" if number % 5 == 0 else "passed"
            if young:
                by = of.curator_person.id
                await answered(work, f"outcomes-{stage}", mentee, of.school.id, outcomes, subject=about, entered_by=by)
    return pair


def _scales(name: str, value: int) -> dict[str, Value]:
    return {question.id: value for question in library().get(name).questions if question.kind == "scale"}
