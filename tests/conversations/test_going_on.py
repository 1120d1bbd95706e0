"""What goes on when somebody leaves: plan, tasks and adults with the new mentor, a group without the child, one request
however often it is pressed, and nothing to drop once it is over."""

from __future__ import annotations

from datetime import date

from mentoring.adults import Adult, AdultDuty
from mentoring.mentorships import MentorshipState
from mentoring.roles import Category, Role
from mentoring.tasks import TaskState
from tests.conversations import pairs
from tests.conversations.pair_school import School
from tests.conversations.world import World


async def test_plan_tasks_and_consultant_go_on_with_the_new_mentor_and_the_old_one_sees_no_more(world: World) -> None:
    school = await School.open(world)
    successor, _ = await world.member("Лисина Вера Павловна", Role.MENTOR, school.place)
    advice, consultant = await world.member("Зимина Ольга Львовна", Role.REFERRER, school.place)
    await school.activate()
    old = await school.newest()
    await school.mentor.presses_old(1, f"plan.open:{old.id}")
    mentor, mentee = school.mentor_person.id, school.mentee_person.id
    async with world.work() as work:
        [task] = await work.tasks.add(old.id, [mentee], "Составить план урока", date(2026, 9, 9), by=mentor)
        await work.adults.add(
            Adult(0, old.id, AdultDuty.CONSULTANT, added_by=1, added_at=world.now, person_id=consultant.id)
        )
        before = await work.plans.of(old.id, mentee)
    assert before is not None
    curator = school.curator
    await curator.presses_old(curator.screen.message_id, f"pair.hand_over:{old.id}")
    await curator.taps("Лисина Вера Павловна")
    for _ in range(2):
        await curator.taps("Пропустить")
    await curator.taps("Всё верно")
    async with world.work() as work:
        (made,) = await work.mentorships.of_person(mentee)
        carried, kept = await work.plans.of(made.id, mentee), await work.tasks.get(task.id)
        assert [one.person_id for one in await work.adults.of(made.id)] == [consultant.id]
    assert carried is not None
    assert kept is not None
    assert [one.task for one in carried.items] == [one.task for one in before.items]
    assert (kept.mentorship_id, kept.state) == (made.id, TaskState.SET)
    for phone in (successor, school.mentee):
        await phone.taps("Согласиться")
    await successor.presses_old(successor.screen.message_id, f"plan.show:{carried.id}")
    await successor.sees("План развития")
    for press in (f"plan.show:{carried.id}", f"task.card:{task.id}", f"pair.card:{made.id}", f"tasks.open:{made.id}"):
        await school.mentor.presses_old(school.mentor.screen.message_id, press)
        await school.mentor.sees("Это вам недоступно")
    await school.mentor.presses_old(school.mentor.screen.message_id, f"task.drop:{task.id}")
    await school.mentor.sees("Это вам недоступно")
    await advice.presses_old(advice.screen.message_id, f"pair.card:{old.id}")
    await advice.sees("Это вам недоступно")  # what is over needs no advice
    await advice.says("/menu")
    await advice.taps("Где я консультант")
    await advice.sees("1. Вера Л. → Нина С.")


async def test_a_group_goes_on_without_the_child_whose_guardian_stops_it(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    guardian, mother = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    petya, child = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2014, 5, 1)
    )
    masha, other = await world.member(
        "Зимина Маша Олеговна", Role.MENTEE, school, category=Category.PUPIL, birth=date(2014, 5, 1)
    )
    async with world.work() as work:
        await work.guardianships.put(child.id, mother.id, "mother")
    group = await pairs.active(world, school, [mentor_person], [child, other])
    await guardian.presses_old(guardian.screen.message_id, f"pair.card:{group}")
    await guardian.taps("Остановить участие")
    await guardian.says("Много уроков")
    form = guardian.screen.message_id
    await guardian.taps("Всё верно")
    await guardian.sees("Орлов Петя Иванович больше не в группе")
    await curator.sees("Орлов Петя Иванович", "Причина: Много уроков", "Группа продолжает", "Зимина Маша Олеговна")
    assert sum("Орлов Петя" in each.text for each in curator.screens) == 1
    await mentor.sees("Орлов Петя Иванович больше не участвует", "Остальные продолжают: Зимина Маша Олеговна")
    await petya.sees("Ты больше не участвуешь в группе")
    for phone in (mentor, masha):
        await phone.never_sees("Много уроков")
    async with world.work() as work:
        found = await work.mentorships.get(group)
    assert found is not None
    assert (found.state, found.mentees) == (MentorshipState.ACTIVE, (other.id,))
    for press in (f"pair.card:{group}", f"pair.leave:{group}"):
        await guardian.presses_old(form, press)
        await guardian.sees("Это вам недоступно")
    await petya.presses_old(petya.screen.message_id, f"pair.card:{group}")
    await petya.sees("недоступно")


async def test_a_request_to_leave_stands_once_and_what_is_over_has_no_task_to_drop(world: World) -> None:
    school = await School.open(world)
    await school.activate()
    number, mentor, curator = (await school.newest()).id, school.mentor, school.curator
    async with world.work() as work:
        [task] = await work.tasks.add(
            number, [school.mentee_person.id], "Прочитать главу", date(2026, 9, 9), by=school.mentor_person.id
        )
    for _ in range(2):
        await mentor.presses_old(mentor.screen.message_id, f"pair.leave:{number}")
        await mentor.taps("Не хватает времени")
    await mentor.sees("Ваша просьба уже у куратора", "1 сентября")
    async with world.work() as work:
        events = [one.event for one in await work.trail.of("mentorship", number)]
    assert events.count("statement") == 1
    assert sum("просит освободить" in each.text for each in curator.screens) == 1

    await curator.taps("Завершить")
    await curator.taps("Пропустить")
    await curator.taps("Всё верно")
    await curator.sees("Прекращено")
    for phone in (mentor, curator):
        await phone.presses_old(phone.screen.message_id, f"task.drop:{task.id}")
        await phone.sees("снимать их не нужно")
        await phone.presses_old(phone.screen.message_id, f"task.card:{task.id}")
        assert "Снять задачу" not in phone.screen.labels
    async with world.work() as work:
        kept = await work.tasks.get(task.id)
    assert kept is not None
    assert kept.state is TaskState.SET
