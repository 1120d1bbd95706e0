"""A person's card: who sees what of it, and the needs that the curator alone sets."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import text

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import Organisation, Profile
from mentoring.roles import Category, Role
from services.people import View
from simulator.phones import Phone
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

FROM_HERE = View().code


async def pupil(world: World, school: Organisation) -> tuple[Phone, int]:
    """A pupil of the eighth form who wants help."""
    phone, person = await world.member(
        "Лебедев Иван Олегович",
        Role.MENTEE,
        school,
        category=Category.PUPIL,
        birth=date(2012, 3, 4),
        profile=Profile(school_class="8Б"),
    )
    return phone, person.id


async def mentors(world: World, school: Organisation, mentee: int, name: str, form: Form, role_model: str) -> Phone:
    """Somebody who mentors the pupil in this role model."""
    phone, person = await world.member(name, Role.MENTOR, school)
    parties = (Party(person.id, Side.MENTOR, True), Party(mentee, Side.MENTEE, True))
    days = world.now.date(), world.now.date() + timedelta(days=200)
    async with world.work() as work:
        await work.mentorships.propose(
            Mentorship(
                0, school.id, form, role_model, "individual", *days, MentorshipState.ACTIVE, parties, 1, work.now
            )
        )
    return phone


async def presses(phone: Phone, data: str) -> None:
    await phone.says("/menu")
    await phone.presses_old(phone.screens[-1].message_id, data)


async def test_the_curator_sets_needs_and_only_their_circle_sees_them(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    psychologist, _ = await world.member("Белова Рита Олеговна", Role.PSYCHOLOGIST, school)
    head, _ = await world.member("Главный Пётр Ильич", Role.HEAD, school)
    mother, parent = await world.member("Лебедева Ольга Ивановна", Role.GUARDIAN, school, category=Category.PARENT)
    child, person = await pupil(world, school)
    async with world.work() as work:
        await work.guardianships.put(person, parent.id, "mother")
    social = await mentors(world, school, person, "Громов Олег Ильич", Form.TEACHER_PUPIL, "teacher-underachiever")
    peer = await mentors(world, school, person, "Серов Юрий Ильич", Form.PUPIL_PUPIL, "leader-passive")

    await curator.says("/people")
    await curator.taps("1")
    await curator.sees("Лебедев Иван Олегович", "Класс: 8Б", "Родитель или опекун: Лебедева Ольга")
    await curator.taps("Отметки куратора")
    await curator.sees("Это видят куратор и психолог")
    assert len(curator.screen.labels) <= 10
    await curator.taps("На учёте")
    await curator.sees("✓ профилактический учёт — с 1 сентября 2026")
    await curator.taps("Неуспевающий")
    await curator.taps("Ещё…")
    await curator.taps("Одарённый")
    await curator.taps("✓ Одарённый")  # on the screen on which it was marked
    await curator.taps("К отметкам")
    await curator.taps("✓ Одарённый")
    await curator.taps("Снять отметку")
    assert "Одарённый" in curator.screen.labels
    await curator.taps("К отметкам")
    await curator.sees_no("✓ одарённый")
    await curator.taps("✓ Неуспевающий")
    await curator.taps("Изменить дату")
    await curator.sees("С какого дня")
    await curator.says("15.04.2026")
    await curator.sees("Записали: с 15 апреля 2026")
    await curator.taps("К отметкам")
    await curator.taps("Назад")
    await curator.sees("профилактический учёт, с 1 сентября 2026", "неуспевающий, с 15 апреля 2026")

    for phone in (psychologist, child, mother):
        await presses(phone, f"person.of:{person}")
        await phone.sees("Дата рождения")
        if phone is not child:  # who finds the school's marks among what is kept of them, not on the card
            await phone.sees("профилактический учёт", "неуспевающий")
        await presses(phone, f"needs.open:{person}:{school.id}")
        await phone.sees_no("Это видят куратор")
    await child.never_sees("неуспевающий")
    await presses(social, f"person.of:{person}")
    await social.sees("Лебедев Иван Олегович", "Класс: 8Б", "неуспевающий")
    await social.never_sees("профилактический")
    await social.never_sees("Дата рождения")
    await presses(peer, f"person.of:{person}")
    await peer.sees("Лебедев Иван Олегович")
    await peer.never_sees("неуспевающий")
    await presses(head, f"person.of:{person}")
    await head.never_sees("Лебедев Иван")
    await curator.says("/people")
    await curator.sees_no("учёт", "неуспевающий")

    async with world.work() as work:
        [stored] = (await work.connection.execute(text("SELECT facts FROM needs"))).scalars()
        events = [(one.event, dict(one.details)) for one in await work.trail.of("person", person)]
    assert b"register" not in stored
    assert events == [("needs_set", {})] * 5


async def test_another_organisation_sees_and_sets_nothing(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Школа № 15")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    stranger, _ = await world.member("Чужая Рита Олеговна", Role.CURATOR, other)
    _, person = await pupil(world, school)
    async with world.work() as work:
        await work.memberships.grant(person, other.id, Role.MENTEE)
    await presses(curator, f"needs.mark:{person}:{school.id}:special_needs")
    await curator.sees("✓ ОВЗ")
    await presses(curator, f"needs.since:{person}:{school.id}:special_needs")
    await curator.sees_no("Вопрос")
    await curator.taps("Назад")
    await curator.sees("Отметка", "ОВЗ")
    await curator.never_sees("special_needs")
    await curator.taps("Оставить как есть")
    await curator.taps("Сегодня")
    await curator.sees("Записали: с 1 сентября 2026")
    await presses(stranger, f"person.open:{person}:{FROM_HERE}")
    await stranger.sees("Лебедев Иван Олегович", "Школа № 15")
    await presses(stranger, f"needs.open:{person}:{other.id}")
    await stranger.sees("ОВЗ")  # as a button only: nothing is known here
    await stranger.never_sees("✓")
    for data in (
        f"needs.open:{person}:{school.id}",
        f"needs.mark:{person}:{school.id}:gifted",
        f"needs.clear:{person}:{school.id}:special_needs",
        f"needs.grade:{person}:{other.id}:first",
        f"needs.mark:{person}:{other.id}:nothing",
        f"needs.fact:{10**15}:{other.id}:gifted",
    ):
        await presses(stranger, data)
        await stranger.never_sees("✓")
    async with world.work() as work:
        assert [fact.need for fact in (await work.needs.get(person, school.id)).facts] == ["special_needs"]


async def test_a_teachers_category_a_long_card_in_pages_and_ones_own_card(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    coordinator, _ = await world.member("Общая Инна Ивановна", Role.COORDINATOR, None)
    profile = Profile(None, "учитель физики", "физика", date(2015, 9, 1), date(2020, 9, 1), "Школа № 14")
    teacher, person = await world.member("Громов Олег Ильич", Role.MENTOR, school, profile=profile)
    async with world.work() as work:
        await work.memberships.grant(person.id, school.id, Role.MENTEE)
    await presses(curator, f"person.of:{person.id}")
    await curator.taps("Отметки куратора")
    await curator.taps("Категория")
    await curator.taps("Высшая")
    await curator.sees("✓ высшая категория")
    await curator.taps("Назад")
    await curator.sees("Громов Олег Ильич", "Предмет: физика", "1 / 2")
    assert len(curator.screen.text.splitlines()) <= 12
    assert len(curator.screen.labels) <= 11  # with the pager and the way back
    await curator.taps("›")
    await curator.sees("Громов Олег Ильич", "Согласие", "2 / 2")
    await curator.taps("Ещё…")
    assert set(curator.screen.labels) >= {"Документы", "Объединить записи"}
    assert "Личная ссылка" not in curator.screen.labels  # the teacher has Telegram
    await curator.taps("Назад")
    await curator.sees("1 / 2")

    await teacher.says("/menu")
    await taps_door(teacher, "Моя карточка")
    await teacher.sees("Громов Олег Ильич", "высшая категория")
    assert "Ещё…" not in teacher.screen.labels
    await presses(coordinator, f"person.of:{person.id}")
    await coordinator.sees("Громов Олег Ильич", "наставник", "Наставляемых сейчас: 0 из 5")
    await coordinator.never_sees("Дата рождения")
    await coordinator.never_sees("категория")
