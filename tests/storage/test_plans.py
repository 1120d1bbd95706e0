"""Plans in both databases: kept whole, changed once, listed, counted, and who hears of what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind, Profile
from mentoring.plans import Grade, Item, Plan, PlanState, agreed, rewritten, sent
from mentoring.roles import Category, Role
from storage.engine import Database
from storage.plans_lists import Among
from storage.work import Work
from tests.databases import NOW

TODAY = NOW.date()
DAY = timedelta(days=1)


async def person(work: Work, name: str, organisation: int, role: Role) -> int:
    number = 1000 + len(name)
    await work.chats.start(number, "ru")
    made = await work.people.add(
        name, telegram_id=number, birth=date(1985, 5, 12), category=Category.TEACHER, profile=Profile(), language="ru"
    )
    await work.memberships.grant(made.id, organisation, role)
    return made.id


async def prepared(work: Work) -> tuple[int, int, int, int]:
    """A mentor with two mentees in an active mentorship: ids of organisation, mentorship, mentor, first mentee."""
    school = await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")
    mentor = await person(work, "Иванова Анна", school.id, Role.MENTOR)
    first = await person(work, "Сергеев Пётр Ильич", school.id, Role.MENTEE)
    second = await person(work, "Орлова Вера", school.id, Role.MENTEE)
    sides = ((mentor, Side.MENTOR), (first, Side.MENTEE), (second, Side.MENTEE))
    mentorship = await work.mentorships.propose(
        Mentorship(
            id=0,
            organisation_id=school.id,
            form=Form.TEACHER_TEACHER,
            role_model="experienced-young",
            kind="group",
            starts=TODAY,
            ends=TODAY + 200 * DAY,
            state=MentorshipState.ACTIVE,
            parties=tuple(Party(one, side, True, NOW) for one, side in sides),
            proposed_by=mentor,
            proposed_at=NOW,
        )
    )
    return school.id, mentorship, mentor, first


def new_plan(mentorship: int, mentor: int, mentee: int) -> Plan:
    items = (
        Item(0, 0, 2, 1, "Второй раздел", due=TODAY - DAY, expected="Результат"),
        Item(0, 0, 1, 2, "Второе", due=TODAY + 3 * DAY, grade=Grade.FULL, result="Сделано"),
        Item(0, 0, 1, 1, "Первое", number="1.1", due=TODAY + 4 * DAY),
        Item(0, 0, 1, 3, "Удалённое", due=TODAY - DAY, removed_at=NOW),
    )
    return Plan(0, mentorship, mentee, "teacher-teacher", mentor, NOW, NOW, fields={"note": "Справка"}, items=items)


async def test_a_plan_its_agreements_and_versions(database: Database) -> None:
    async with database.write(NOW) as work:
        _, mentorship, mentor, mentee = await prepared(work)
        plan_id = await work.plans.add(new_plan(mentorship, mentor, mentee))
        plan = await work.plans.hold(plan_id)
        assert plan is not None
        assert plan == await work.plans.of(mentorship, mentee)
        assert [one.task for one in plan.items] == ["Первое", "Второе", "Удалённое", "Второй раздел"]
        assert (plan.fields, plan.state, plan.version) == ({"note": "Справка"}, PlanState.DRAFT, 1)
        both = agreed(sent(plan, NOW), NOW + DAY)
        assert await work.plans.change(plan, both)
        assert not await work.plans.change(plan, rewritten(plan, NOW)), "somebody was quicker"
        await work.plans.agree(both, mentor, Side.MENTOR)
        await work.plans.agree(both, mentee, Side.MENTEE)
        assert [one.side for one in await work.plans.agreements(plan_id, 1)] == ["mentor", "mentee"]
        await work.plans.keep_version(both)
        (kept,) = await work.plans.versions(plan_id)
        assert [(one.task, one.due) for one in kept.items] == [(one.task, one.due) for one in plan.kept]
        await work.plans.withdraw(both)
        assert await work.plans.agreements(plan_id, 1) == ()
        first = plan.items[0]
        assert await work.plans.plan_of_item(first.id) == plan_id
        await work.plans.change_item(replace(first, task="Иначе", grade=Grade.PARTLY, graded_at=NOW))
        after = await work.plans.get(plan_id)
        assert after is not None
        assert after.item(first.id) == replace(first, task="Иначе", grade=Grade.PARTLY, graded_at=NOW)
        assert await work.plans.get(plan_id + 1) is None


async def test_plans_are_listed_counted_and_their_people_reminded(database: Database) -> None:
    async with database.write(NOW) as work:
        school, mentorship, mentor, mentee = await prepared(work)
        plan_id = await work.plans.add(
            replace(new_plan(mentorship, mentor, mentee), state=PlanState.AGREED, agreed_at=NOW - DAY)
        )
        lines, total = await work.plans.lines(Among(mentors=frozenset({mentor})), TODAY)
        assert [(one.plan_id, one.items, one.done, one.overdue) for one in lines] == [
            (plan_id, 3, 1, 1),
            (None, 0, 0, 0),
        ]
        assert total == 2
        for among, many in ((Among(frozenset({school})), 2), (Among(mentees=frozenset({mentee})), 1), (Among(), 0)):
            assert (await work.plans.lines(among, TODAY))[1] == many
        found = await work.plans.progress([school], TODAY)
        assert (found.plans, found.agreed, found.items, found.graded, found.done, found.overdue) == (1, 1, 3, 1, 1, 1)
        assert (await work.plans.progress([school], TODAY, mentorship + 1)).plans == 0
        assert await work.plans.drawn_up(mentorship) == {mentee: PlanState.AGREED}
        terms = await work.digests.plan_terms([mentor, mentee], TODAY, TODAY + 5 * DAY)
        assert {(one.person_id, one.subject, one.day) for one in terms} == {
            (mentor, plan_id, TODAY + 4 * DAY),
            (mentee, plan_id, TODAY + 4 * DAY),
        }
        assert await work.digests.plan_terms([mentee], TODAY, TODAY + 3 * DAY) == (), "what is graded is no more due"
        (seat,) = await work.memberships.of_person(mentee)
        await work.memberships.pause(seat.id, since=TODAY, until=TODAY + DAY)
        terms = await work.digests.plan_terms([mentor, mentee], TODAY, TODAY + 5 * DAY)
        assert [one.person_id for one in terms] == [mentor], "who is on a pause is left in peace"
