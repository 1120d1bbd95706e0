"""Lists of people: tabs, pages, filters, search, cards, and who sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import MembershipState, Organisation, Profile
from mentoring.roles import Category, Role
from services.people import Only, Tab, View, searched
from simulator.phones import Phone
from storage.work import Work
from tests.conversations.world import World


async def school_with(world: World, pupils: int) -> tuple[Organisation, Phone]:
    """A school with a curator, pupils in two classes and one teacher who mentors."""
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    async with world.work() as work:
        for number in range(pupils):
            person = await work.people.add(
                f"Ученик{'абвгдежзик'[number]} Ёлкин",
                birth=date(2012, 3, 4),
                category=Category.PUPIL,
                profile=Profile(school_class="7А" if number % 2 else "11Б"),
            )
            await work.memberships.grant(person.id, school.id, Role.MENTEE)
        teacher = await work.people.add("Смирнов Олег Ильич", category=Category.TEACHER)
        await work.memberships.grant(teacher.id, school.id, Role.MENTOR)
    return school, curator


async def test_pages_tabs_and_a_card_with_the_way_back(any_world: World) -> None:
    world = any_world
    _, curator = await school_with(world, 10)
    await curator.says("/people")
    await curator.sees("Наставляемые", "Одобрены: 10", "1. Ученика Ёлкин, 11Б", "1 / 2")
    assert max(map(len, curator.screen.buttons)) <= 4
    assert all(len(label) <= 24 for label in curator.screen.labels)
    await curator.taps("›")
    await curator.sees("2 / 2")
    await curator.taps("2")
    await curator.sees("Класс: 7А", "Дата рождения: 4 марта 2012 (14 лет)", "Школа № 14 — наставляемый: одобрено")
    await curator.taps("Назад")
    await curator.sees("2 / 2")
    await curator.taps("Наставники")
    await curator.sees("Наставники", "Смирнов Олег Ильич (педагог)")
    await curator.taps("Родители")
    await curator.sees("Родители и опекуны", "Одобрены: 0")
    await curator.taps("Ждут согласия")
    await curator.sees("никто")


async def test_filters_by_category_class_and_state(world: World) -> None:
    school, curator = await school_with(world, 4)
    async with world.work() as work:
        waiting = await work.people.add("Новичок Пётр", category=Category.STUDENT)
        await work.memberships.apply(waiting.id, school.id, Role.MENTEE)
    await curator.says("/people")
    await curator.taps("Отбор")
    assert len(curator.screen.labels) <= 9
    await curator.taps("По классу")
    assert [label for label in curator.screen.labels if label[0].isdigit()] == ["7А", "11Б"]
    await curator.taps("7А")
    await curator.sees("Одобрены, 7А: 2", "Ученикб Ёлкин", "Ученикг Ёлкин")
    await curator.taps("Отбор")
    await curator.taps("Показать всех")
    await curator.sees("Одобрены: 4")
    await curator.taps("Отбор")
    await curator.taps("Состояние")
    await curator.taps("Ждут решения")
    await curator.sees("Ждут решения: 1", "Новичок Пётр")
    await curator.taps("Отбор")
    await curator.taps("Категория")
    await curator.taps("педагог")
    await curator.sees("Ждут решения, педагог: 0")


async def test_filters_by_area_room_pause_and_pair(world: World) -> None:
    school, curator = await school_with(world, 2)
    async with world.work() as work:
        people = await work.people.many(range(100))
        olga, oleg = [one for one in people.values() if one.name.startswith("Ученик")]
        await work.memberships.apply(olga.id, school.id, Role.MENTOR, areas=["sport"])
        busy = await work.memberships.find(olga.id, school.id, Role.MENTOR)
        mentee = await work.memberships.find(oleg.id, school.id, Role.MENTEE)
        assert busy is not None
        assert mentee is not None
        await work.memberships.approve(busy.id, by=1)
        await work.memberships.save(replace(busy, capacity=1))
        await work.memberships.pause(mentee.id, since=date(2026, 9, 1), until=date(2026, 9, 20))
        await joined(work, school, olga.id, oleg.id)
    await curator.says("/people")
    await curator.taps("Отбор")
    await curator.taps("Пара, место, пауза")
    await curator.taps("На паузе")
    await curator.sees("Одобрены, на паузе: 1", oleg.name)
    await curator.taps("Отбор")
    await curator.taps("Пара, место, пауза")
    await curator.taps("Без пары")
    await curator.sees("Одобрены, без пары: 1", olga.name)
    await curator.taps("Наставники")
    await curator.taps("Отбор")
    await curator.taps("Пара, место, пауза")
    await curator.taps("Есть место")
    await curator.sees("Одобрены, есть место: 1", "Смирнов Олег")
    await curator.taps("Отбор")
    await curator.taps("Показать всех")
    await curator.taps("Отбор")
    await curator.taps("Направление")
    await curator.taps("›")
    await curator.taps("Спорт")
    await curator.sees("Направление: Спорт", "Одобрены: 1", olga.name)


async def joined(work: Work, school: Organisation, mentor: int, mentee: int) -> None:
    """An active pair of pupils."""
    agreed = [Party(person, side, True) for person, side in ((mentor, Side.MENTOR), (mentee, Side.MENTEE))]
    await work.mentorships.propose(
        Mentorship(
            0,
            school.id,
            Form.PUPIL_PUPIL,
            "achiever-underachiever",
            "individual",
            date(2026, 9, 1),
            date(2027, 5, 31),
            MentorshipState.ACTIVE,
            tuple(agreed),
            1,
            work.now,
        )
    )


async def test_search_by_a_part_of_the_name(world: World) -> None:
    _, curator = await school_with(world, 3)
    await curator.says("/people")
    await curator.taps("Поиск")
    await curator.sees("Кого найти?")
    await curator.says("я" * 100)
    await curator.sees("Слишком длинно")
    await curator.says("  елкин   УЧЕНИКБ ")
    await curator.sees("1. Ученикб Ёлкин, 7А")
    await curator.taps("1")
    await curator.sees("Класс: 7А")
    await curator.taps("Назад")
    await curator.sees("Поиск: елкин УЧЕНИКБ", "1. Ученикб Ёлкин")
    await curator.taps("Поиск")
    await curator.says("%_<b>🙂")
    await curator.sees("никого нет")
    await curator.taps("Искать ещё")
    await curator.says("лкин")
    await curator.sees("найдено 3")
    await curator.taps("Искать ещё")
    await curator.says("смернов")
    await curator.sees("найдено 1", "Смирнов Олег Ильич")


async def test_nobody_else_sees_the_lists(world: World) -> None:
    school, curator = await school_with(world, 1)
    mentor, _ = await world.member("Орлова Инна Ильинична", Role.MENTOR, school)
    other = await world.organisation("Школа № 15")
    stranger, _ = await world.member("Чужая Анна Ивановна", Role.CURATOR, other)
    async with world.work() as work:
        [pupil] = [p for p in (await work.people.many(range(100))).values() if p.category is Category.PUPIL]
    await mentor.says("/people")
    await mentor.sees_no("Ученика")
    await mentor.says("/menu")
    for phone in (mentor, stranger):
        await phone.says("/menu")
        for data in ("people.list", "people.search", f"person.open:{pupil.id}:{View().code}", "children.list:0"):
            await phone.presses_old(phone.screens[-1].message_id, data)
            await phone.sees_no("Ученика")
    await curator.says("/menu")
    await curator.presses_old(curator.screens[-1].message_id, f"person.open:{pupil.id}:{View().code}")
    await curator.sees("Ученика Ёлкин")


async def test_a_list_past_its_end_and_forged_views_do_no_harm(world: World) -> None:
    _, curator = await school_with(world, 3)
    await curator.says("/menu")
    message = curator.screens[-1].message_id
    await curator.presses_old(message, f"people.view:{View(page=7).code}")
    await curator.sees("Ученика Ёлкин")
    for data in (
        f"children.list:{10**17}",
        "applicants.page:-1",
        "applicants.page:7",
        "people.view:",
        "people.view:zzz....",
        "people.view:ea---..-1",
        "people.classes:wa---..0",
        "people.filter:wa---..0",
        "people.areas:7:ea---..0",
        "people.view:ea--Z..0",
        "card.show:9:1:ea---..0",
        "children.list:9",
    ):
        await curator.presses_old(message, data)
        await curator.sees_no("ошибка")


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(Tab.MENTORS, MembershipState.LEFT, Category.PARENT, "11Б", 999, only=Only.FREE, area=61),
        View(page=999, part=searched("Я" * 40)),
        View(Tab.WAITING, page=3),
        View(part="а.б:в"),
    ],
)
def test_a_view_fits_into_a_button_and_comes_back(view: View) -> None:
    assert View.read(view.code) == view
    assert len(f"card.show:9:{10**9}:{view.code}".encode()) <= 64


@pytest.mark.parametrize(
    "code",
    [
        "",
        "ea---",
        "xa---..0",
        "ez---..0",
        "eaz--..0",
        "ea---..x",
        "ea---.12345.0",
        "ea---..99999",
        "eax--..0",
        "ea--_..0",
        "?x.а",
    ],
)
def test_no_other_text_is_a_view(code: str) -> None:
    with pytest.raises(ValueError):
        View.read(code)


async def test_a_guardians_card_names_no_child_of_another_organisation(world: World) -> None:
    school, curator = await school_with(world, 0)
    elsewhere = await world.organisation("Школа № 20")
    async with world.work() as work:
        guardian = await work.people.add("Волкова Нина Олеговна", category=Category.PARENT)
        await work.memberships.grant(guardian.id, school.id, Role.GUARDIAN)
        for name, place in (("Волков Пётр", school), ("Волков Иван", elsewhere)):
            child = await work.people.add(name, birth=date(2013, 3, 4), category=Category.PUPIL)
            await work.memberships.grant(child.id, place.id, Role.MENTEE)
            await work.guardianships.put(child.id, guardian.id, "mother")
    await curator.says("/people")
    await curator.taps("Родители")
    await curator.taps("1")
    await curator.sees("Волкова Нина Олеговна", "Волков Пётр")
    await curator.never_sees("Волков Иван")


async def test_nobody_is_shown_a_list_that_is_closed_to_them(world: World) -> None:
    school, curator = await school_with(world, 2)
    psychologist, _ = await world.member("Сидорова Ольга Ильинична", Role.PSYCHOLOGIST, school)
    await curator.says("/people")
    assert {"Родители", "Ждут согласия"} <= set(curator.screen.labels)
    await psychologist.says("/people")
    assert "Родители" in psychologist.screen.labels
    assert "Ждут согласия" not in psychologist.screen.labels
