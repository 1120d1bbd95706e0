"""Adults beside a pair: who answers for it and who is consulted, as the curator and they see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.adults import MOST, Adult, AdultDuty, Speciality
from mentoring.roles import Role
from mentoring.tasks import TaskState
from tests.conversations import pairs
from tests.conversations.pair_school import School
from tests.conversations.world import World


async def test_the_curator_names_who_answers_and_who_is_consulted(world: World) -> None:
    school = await School.open(world)
    helper, _ = await world.member("Зимина Ольга Львовна", Role.PSYCHOLOGIST, school.place)
    await school.agree()
    mentorship = await school.newest()
    await school.curator.says("/pairs")
    await school.curator.taps("1")
    await school.curator.sees("Кто отвечает: Зам. директора по УМР")
    await school.curator.presses_old(school.curator.screen.message_id, f"adults.open:{mentorship.id}")
    await school.curator.sees("Взрослые рядом", "Пока никого")
    await school.curator.taps("Добавить")
    await school.curator.taps("Ответственный")
    await school.curator.sees("Ветрова Анна Львовна", "Пропустить")
    await school.curator.taps("Пропустить")
    await school.curator.says("Ким Анна Сергеевна")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Добавили: Ким Анна Сергеевна, ответственный")

    await school.curator.taps("Взрослые рядом")
    await school.curator.taps("Добавить")
    await school.curator.taps("Консультант")
    await school.curator.taps("Психолог")
    await school.curator.taps("Зимина Ольга Львовна")
    await school.curator.taps("Всё верно")
    await helper.sees(
        "Вы консультант наставничества", "Громов Олег Ильич → Серова Нина Юрьевна", "Ветрова Анна Львовна"
    )
    await helper.taps("Карточка")  # a psychologist sees pairs by a role of their own
    await helper.sees("1. Ответственный: Ким Анна Сергеевна", "2. Психолог: Зимина Ольга Львовна")
    await school.mentor.says("/pairs")
    await school.mentor.taps("1")
    await school.mentor.sees("Ответственный: Ким Анна Сергеевна")
    await school.mentor.sees_no("Кто отвечает")

    await school.curator.says("/pairs")
    await school.curator.presses_old(school.curator.screen.message_id, f"adults.open:{mentorship.id}")
    screen = school.curator.screen.message_id
    await school.curator.taps("Убрать", message=screen)
    await school.curator.taps("2", message=screen)
    await helper.sees("Вы больше не консультант")
    async with world.work() as work:
        [left] = await work.adults.of(mentorship.id)
        assert (left.duty, left.name) == (AdultDuty.RESPONSIBLE, "Ким Анна Сергеевна")
        events = [one.event for one in await work.trail.of("mentorship", mentorship.id)]
    assert events[:3] == ["adult_removed", "adult_added", "adult_added"]


async def test_nobody_else_changes_them_and_of_two_one_removes(world: World) -> None:
    school = await School.open(world)
    other, _ = await world.member("Лаптева Ирина Олеговна", Role.CURATOR, school.place)
    stranger, _ = await world.member("Чужой Иван Иванович", Role.MENTOR, await world.organisation("Школа № 2"))
    await school.agree()
    mentorship = await school.newest()
    await school.curator.presses_old(school.curator.screen.message_id, f"adults.add:{mentorship.id}")
    await school.curator.taps("Ответственный")
    await school.curator.taps("Лаптева Ирина Олеговна")
    await school.curator.taps("Всё верно")
    await other.sees("Вы отвечаете за наставничество")
    for phone in (school.curator, other):
        await phone.presses_old(phone.screen.message_id, "adults.remove:1")
    await other.sees("уже убрали")
    for phone in (school.mentor, stranger):
        await phone.presses_old(phone.screen.message_id, f"adults.add:{mentorship.id}")
        await phone.sees("Это вам недоступно")
    await stranger.presses_old(stranger.screen.message_id, f"adults.open:{mentorship.id}")
    await stranger.sees("Это вам недоступно")


async def test_a_consultant_opens_the_pair_its_meetings_plan_and_tasks_until_taken_off(world: World) -> None:
    of = await pairs.pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    zimina, person = await world.member("Зимина Ольга Львовна", Role.REFERRER, of.school)
    meeting = await pairs.meeting(world, of, world.now + timedelta(days=1))
    async with world.work() as work:
        [task] = await work.tasks.add(
            of.mentorship, [of.mentee_person.id], "Разобрать урок", date(2026, 9, 9), by=of.mentor_person.id
        )
        await work.tasks.change(task, replace(task, state=TaskState.DONE, report="Пока трудно", done_at=world.now))
    await zimina.presses_old(zimina.screen.message_id, f"pair.card:{of.mentorship}")
    await zimina.sees("Это вам недоступно")
    await curator.presses_old(curator.screen.message_id, f"adults.add:{of.mentorship}")
    for choice in ("Консультант", "Учитель-предметник", "Зимина Ольга Львовна", "Всё верно"):
        await curator.taps(choice)
    await zimina.sees("Вы консультант наставничества")
    await zimina.taps("Карточка")
    await zimina.sees("Иванова Анна Петровна", "Сергеев Пётр Ильич", "Учитель-предметник: Зимина Ольга Львовна")
    assert set(zimina.screen.labels) == {
        "Встречи", "План развития", "Задачи", "Взрослые рядом", "Назад", "Меню",
    }  # fmt: skip

    await zimina.taps("Меню")
    await zimina.taps("Где я консультант")
    await zimina.sees("1. Анна И. → Пётр С.", "вы консультант")
    await zimina.taps("1")
    await zimina.taps("Встречи")
    await zimina.sees("Знакомство")
    await zimina.taps("1. 02.09 09:00")
    await zimina.sees("Кабинет 12")
    await zimina.sees_no("Перенести", "Отменить", "Другое время")
    await zimina.presses_old(zimina.screen.message_id, f"tasks.open:{of.mentorship}")
    await zimina.sees("Разобрать урок — ждёт проверки")
    await zimina.sees_no("Новая задача")
    await zimina.taps("1")
    await zimina.sees("Разобрать урок")
    await zimina.sees_no("Пока трудно", "Принять", "Вернуть", "Снять")
    await zimina.presses_old(zimina.screen.message_id, f"plan.open:{of.mentorship}")
    await zimina.sees("Пётр С.: план ещё не составлен")
    await of.mentor.presses_old(1, f"plan.open:{of.mentorship}")
    await zimina.presses_old(zimina.screen.message_id, f"plan.open:{of.mentorship}")
    await zimina.sees("План развития")
    await zimina.sees_no("Добавить", "Отправить", "Изменить", "Оценить")
    refused = (
        f"meeting.new:{of.mentorship}", f"meeting.move:{meeting}", f"meeting.log:{meeting}",
        f"diary.open:{of.mentorship}",
        f"health.open:{of.mentorship}", f"trail.open:{of.mentorship}", f"change.pair:{of.mentorship}",
        f"closing.open:{of.mentorship}", f"papers.open:{of.mentorship}", f"help.ask:{of.mentorship}",
        f"pair.leave:{of.mentorship}", f"pair.hand_over:{of.mentorship}", f"task.accept:{task.id}",
        f"needs.open:{of.mentee_person.id}:{of.school.id}", f"person.open:{of.mentee_person.id}:ea---..0",
        f"observation.compatibility:{of.mentorship}",
    )  # fmt: skip
    for press in refused:
        await zimina.presses_old(zimina.screen.message_id, press)
        assert "недоступно" in zimina.screens[-1].text, (press, zimina.screens[-1].text)

    await zimina.presses_old(zimina.screen.message_id, f"pair.card:{of.mentorship}")
    card = zimina.screen.message_id
    await curator.taps("Взрослые рядом")
    await curator.taps("Убрать")
    await curator.taps("1")
    await zimina.sees("Вы больше не консультант")
    for press in ("pair.card", "meetings.of", "plan.open", "tasks.open"):
        more = ":0" if press == "meetings.of" else ""
        await zimina.presses_old(card, f"{press}:{of.mentorship}{more}")
        await zimina.sees("Это вам недоступно")
    await zimina.presses_old(card, "pairs.beside")
    await zimina.sees("никого не консультируете")
    await zimina.says("/menu")
    await zimina.sees_no("Где я консультант")

    async with world.work() as work:
        await work.adults.add(
            Adult(0, of.mentorship, AdultDuty.RESPONSIBLE, added_by=1, added_at=world.now, person_id=person.id)
        )
    await zimina.says("/menu")
    await zimina.taps("Где я отвечаю")
    await zimina.sees("вы отвечаете")
    async with world.work() as work:
        place = await work.memberships.find(person.id, of.school.id, Role.REFERRER)
        assert place is not None
        await work.memberships.leave(place.id, by=1)
    await zimina.presses_old(card, f"pair.card:{of.mentorship}")
    await zimina.sees("Это вам недоступно")  # who has left the organisation stands beside nobody there


async def test_eight_adults_leave_room_for_the_buttons(world: World) -> None:
    of = await pairs.pair(world)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    async with world.work() as work:
        for number in range(MOST):
            await work.adults.add(
                Adult(0, of.mentorship, AdultDuty.CONSULTANT, added_by=1, added_at=world.now,
                      name=f"Зимина Ольга {'АБВГДЕЖЗ'[number]}", speciality=Speciality.PSYCHOLOGIST)
            )  # fmt: skip
    await curator.presses_old(curator.screen.message_id, f"adults.open:{of.mentorship}")
    assert curator.screen.labels == ["Убрать", "Назад", "Меню"], "nobody can be added to eight"
    await curator.taps("Убрать")
    await curator.sees("Кого убрать?", "8. Психолог: Зимина Ольга З")
    assert curator.screen.labels == [*map(str, range(1, MOST + 1)), "Назад", "Меню"]
    await curator.taps("Назад")
    await curator.taps("Убрать")
    await curator.taps("8")
    await curator.sees("7. Психолог: Зимина Ольга Ж")
    await curator.sees_no("Зимина Ольга З")
    assert curator.screen.labels == ["Добавить", "Убрать", "Назад", "Меню"]
    await of.mentor.presses_old(of.mentor.screen.message_id, f"adults.removing:{of.mentorship}")
    await of.mentor.sees("Это вам недоступно")
