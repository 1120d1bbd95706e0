"""Adults beside a pair: who answers for it and who is consulted, as the curator and they see it."""

from __future__ import annotations

from mentoring.adults import AdultDuty
from mentoring.roles import Role
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
    await school.curator.taps("Убрать 2", message=screen)
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
