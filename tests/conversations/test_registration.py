"""People come in by the organisation's link: what they are asked, what is stored, what they hear."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from mentoring.consents import ConsentKind
from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.tables import answers, responses
from tests.conversations.newcomers import ADULT, PUPIL_OF_12, begins, consents, pupil_tells, teacher_tells, ticks
from tests.conversations.world import World

NAME = "Иванова Мария Петровна"


async def arrived(world: World) -> tuple[str, Phone]:
    """The link of a school and its curator's phone."""
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    return await world.invite(None, school), curator


async def test_a_teacher_registers_and_the_curator_approves_in_one_tap(any_world: World) -> None:
    world = any_world
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await teacher.sees("Оператор: Школа № 14")
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена", "куратор")
    await curator.sees("Новая заявка", NAME, "наставник")
    await curator.taps("Одобрить")
    await curator.sees(NAME, "одобрена")
    await teacher.sees("Вас приняли")
    async with world.work() as work:
        person = await work.people.by_telegram(teacher.id)
        assert person is not None
        assert (person.name, person.category, person.profile.post) == (NAME, Category.TEACHER, "учитель-предметник")
        [membership] = await work.memberships.of_person(person.id)
        assert (membership.role, membership.state, membership.areas) == (
            Role.MENTOR,
            MembershipState.APPROVED,
            ("digital",),
        )
        assert {one.kind for one in await work.consents.current(person.id)} == {
            ConsentKind.PROCESSING,
            ConsentKind.PARTICIPATION,
        }
        left = await work.connection.scalar(select(func.count()).select_from(responses))
        kept = await work.connection.scalar(select(func.count()).select_from(answers))
        assert (left, kept) == (0, 0), "the form and what was typed into it are erased"


@pytest.mark.parametrize("refused", [1, 2])
async def test_who_refuses_a_consent_leaves_nothing_behind(world: World, refused: int) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    for _ in range(refused - 1):
        await teacher.taps("Даю согласие")
    await teacher.taps("Не даю согласия")
    await teacher.sees("ничего не записали", "ещё раз")
    await curator.sees_no("Новая заявка")
    async with world.work() as work:
        assert await work.people.by_telegram(teacher.id) is None
        assert await work.connection.scalar(select(func.count()).select_from(responses)) == 0


async def test_bad_input_is_answered_and_loses_nothing(world: World) -> None:
    token, _ = await arrived(world)
    teacher = world.phone("Мария")
    await teacher.starts(token)
    await teacher.taps("Хочу быть наставником")
    await teacher.says("вчера или раньше")
    await teacher.sees("Не получилось понять дату")
    await teacher.says("31.02.1990")
    await teacher.sees("такой день должен быть в календаре")
    await teacher.says("12.03.2090")
    await teacher.sees("Слишком поздно")
    await teacher.says(ADULT)
    await teacher.says("даю согласие")
    await teacher.sees("Обработка данных", "⚠️ Нажмите, пожалуйста, одну из кнопок")
    await consents(teacher)
    await teacher.says("я" * 4000)
    await teacher.sees("Слишком длинно")
    await teacher.sends_sticker()
    await teacher.sees("Как вас зовут")
    await teacher.sends_photo()
    await teacher.sees("Как вас зовут")
    await teacher.says("<b>Мария</b> 🙂")
    await teacher.sees("Как вас зовут", "В имени могут быть только буквы")
    await teacher_tells(teacher, "Петрова Мария")
    await teacher.taps("4")
    await teacher.sees("Как вас зовут")
    await teacher.says("О’Нил-Петрова Мария")
    await teacher.sees("О’Нил-Петрова Мария", "всё верно?")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")


async def test_every_line_of_the_card_can_be_corrected(world: World) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    corrected = 0
    for page in ("1 / 2", "2 / 2"):
        numbers = [label for label in teacher.screen.labels if label.isdigit()]
        for number in numbers:
            await teacher.taps(number, message=teacher.screen.message_id)
            await teacher.taps("Оставить как есть")
            await teacher.sees("всё верно?")
            if page not in teacher.screen.labels:
                await teacher.taps("›")
            corrected += 1
        if page == "1 / 2":
            await teacher.taps("›")
    assert corrected == 11
    await teacher.taps("‹")
    await teacher.sees(NAME)
    await teacher.taps("6")
    await teacher.taps("Хочу помощи наставника")
    await ticks(teacher, "Методика и уроки")
    await teacher.taps("Готово")
    await teacher.taps("Пропустить")
    await teacher.sees("Хочу помощи наставника")
    await teacher.taps("›")
    await teacher.sees("Методика и уроки")
    await teacher.taps("Всё верно")
    await curator.sees(NAME, "наставляемый")


async def test_a_child_under_the_programmes_age_hears_so_at_once(world: World) -> None:
    token, _ = await arrived(world)
    child = world.phone("Петя")
    await begins(child, token, "12.03.2018")
    await child.sees("с 10 лет")
    await child.says(PUPIL_OF_12)
    await child.sees("согласие родителя")


@pytest.mark.parametrize(
    ("category", "more", "told"),
    [
        ("Сотрудник предприятия", "Завод", "Сотрудники предприятий"),
        ("Родитель", None, "Родители"),
        ("Выпускник школы", None, "Выпускники"),
    ],
)
async def test_some_can_be_mentors_only(world: World, category: str, more: str | None, told: str) -> None:
    token, _ = await arrived(world)
    adult = world.phone("Олег")
    await begins(adult, token, ADULT, "Хочу помощи наставника")
    await consents(adult)
    await adult.says("Смирнов Олег")
    await adult.taps(category)
    if more:
        await adult.says(more)
    await ticks(adult, "Цифровые навыки")
    await adult.taps("Готово")
    await adult.taps("Пропустить")
    await adult.taps("Всё верно")
    await adult.sees(told, "не наставляемыми")


async def test_the_same_person_adds_a_role_with_what_is_known(world: World) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    await teacher.taps("Всё верно")
    await curator.taps("Одобрить")
    await teacher.starts(token)
    await teacher.sees("Вы уже зарегистрированы", "наставник")
    await teacher.taps("Хочу наставника")
    await teacher.sees("С чем вам нужна помощь")
    await ticks(teacher, "Методика и уроки")
    await teacher.taps("Готово")
    await teacher.taps("Пропустить")
    await teacher.sees("всё верно?", NAME)
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")
    async with world.work() as work:
        assert await work.people.count() == 2
        person = await work.people.by_telegram(teacher.id)
        assert person is not None
        assert {m.role for m in await work.memberships.of_person(person.id)} == {Role.MENTOR, Role.MENTEE}
        assert len(await work.consents.history(person.id)) == 4


async def test_another_role_is_not_taken_for_the_one_left_half_way(world: World) -> None:
    school = await world.organisation()
    parent, _ = await world.member("Петрова Ольга Сергеевна", Role.GUARDIAN, school)
    for role in (Role.MENTOR, Role.MENTEE, Role.MENTEE):
        await parent.presses_old(1, f"registration.add:{school.id}:{role}")
        async with world.work() as work:
            asked = await work.responses.active(parent.id)
        assert asked is not None
        assert asked.facts["role"] == role
    async with world.work() as work:
        assert len(await work.responses.waiting(parent.id)) == 2


async def test_a_name_typed_without_capitals_is_shown_with_them_to_be_confirmed(world: World) -> None:
    token, _ = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher.says(NAME.lower())
    for label in ("Учитель или педагог", "Учитель-предметник"):
        await teacher.taps(label)
    for day in ("01.09.2014", "01.09.2020"):
        await teacher.says(day)
    await ticks(teacher, "Цифровые навыки")
    await teacher.taps("Готово")
    await teacher.taps("Пропустить")
    await teacher.sees("всё верно?", NAME)


async def test_a_link_opened_again_goes_on_where_it_was_left(world: World) -> None:
    token, _ = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher.says(NAME)
    await teacher.starts(token)
    await teacher.sees("Кто вы?")
    await teacher.taps("Учитель или педагог")
    await teacher.sees("Ваша должность")


async def test_a_link_taken_back_half_way_keeps_what_was_entered(world: World) -> None:
    token, _ = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    async with world.work() as work:
        found = await work.invitations.find(token)
        assert found is not None
        await work.invitations.revoke(found.id)
    await teacher.taps("Всё верно")
    await teacher.sees("отозвала", NAME)


async def test_a_pupil_of_age_speaks_for_themselves(world: World) -> None:
    token, curator = await arrived(world)
    pupil = world.phone("Пётр")
    await begins(pupil, token, "12.03.2008", "Хочу помощи наставника")
    await consents(pupil)
    await pupil_tells(pupil, "Петров Пётр", "11А", minor=False)
    await pupil.taps("Всё верно")
    await curator.sees("Петров Пётр", "11А", "наставляемый")


async def test_the_form_speaks_english(world: World) -> None:
    token, _ = await arrived(world)
    guest = world.phone("Ann", language="en")
    await guest.starts(token)
    await guest.sees("Which suits you?")
    await guest.taps("I want a mentor")
    await guest.says("12.03.2018")
    await guest.sees("10 and older")


async def test_forged_presses_are_refused(world: World) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    message = teacher.screens[-1].message_id
    for data in ("registration.add:1:mentor", "registration.add:1:curator", "applicant.approve:1", "person.open:1:x"):
        await teacher.presses_old(message, data)
    async with world.work() as work:
        assert await work.people.by_telegram(teacher.id) is None
    await curator.sees_no("Новая заявка")


async def test_another_organisation_asks_for_consents_but_not_for_what_is_known(world: World) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    await teacher.taps("Всё верно")
    other = await world.organisation("Школа № 15")
    await teacher.starts(await world.invite(None, other))
    await teacher.taps("Хочу быть наставником")
    await teacher.sees("Оператор: Школа № 15")
    await consents(teacher)
    await ticks(teacher, "Спорт")
    await teacher.taps("Готово")
    await teacher.taps("Пропустить")
    await teacher.sees("всё верно?", NAME, "учитель-предметник")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена: Школа № 15")
    await curator.sees_no("Школа № 15")
    async with world.work() as work:
        person = await work.people.by_telegram(teacher.id)
        assert person is not None
        assert len(await work.memberships.of_person(person.id)) == 2
        assert len(await work.consents.history(person.id)) == 4


async def test_a_participant_who_is_a_parent_too_asks_for_that_role(world: World) -> None:
    token, curator = await arrived(world)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher_tells(teacher, NAME)
    await teacher.taps("Всё верно")
    await teacher.starts(token)
    await teacher.sees("заявка ждёт решения")
    await teacher.taps("Я ещё и родитель")
    await teacher.taps("Даю согласие")
    await teacher.taps("Мать")
    await teacher.says("Иванов Иван, 5Б")
    await teacher.taps("Всё верно")
    await curator.sees("Новая заявка", NAME, "родитель или опекун")
    await teacher.starts(token)
    await teacher.sees("родитель или опекун — заявка ждёт решения")


async def test_cancelling_what_was_put_by_leaves_the_present_form_alone(world: World) -> None:
    school = await world.organisation()
    phone = world.phone("Анна")
    await phone.starts(await world.invite(None, school))
    async with world.work() as work:
        (arrival,) = await work.responses.waiting(phone.id)
    await phone.starts(await world.invite(Role.CURATOR, school))
    await phone.taps("Даю согласие")
    await phone.presses_old(1, f"a:{arrival.id}:who:.cancel")
    await phone.says("Сидорова Анна Ивановна")
    async with world.work() as work:
        (staff,) = await work.responses.waiting(phone.id)
        known = await work.responses.get(staff.id)
    assert known is not None
    assert known.draft.answers["name"] == "Сидорова Анна Ивановна"
