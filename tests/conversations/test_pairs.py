"""Forming a pair and agreeing to it, as the curator and the parties see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.consents import ConsentKind
from mentoring.life import Gathering
from mentoring.mentorships import MentorshipState
from mentoring.people import Profile
from mentoring.roles import Category, Role
from tests.conversations.pair_school import School
from tests.conversations.world import START, World, house_of


@pytest.fixture
async def school(world: World) -> School:
    return await School.open(world)


async def test_the_curator_forms_a_pair_and_both_are_told(school: School) -> None:
    await school.proposes()
    await school.curator.sees("Предложение отправлено", "Громов Олег Ильич → Серова Нина Юрьевна")
    await school.mentor.sees("Вас приглашают стать наставником", "Серова Нина Юрьевна", "Учитель – учитель")
    await school.mentee.sees("Для вас нашёлся наставник", "Громов Олег Ильич", "1 марта 2027")
    made = await school.newest()
    assert (made.state, made.kind, made.role_model) == (MentorshipState.PROPOSED, "individual", "experienced-young")
    assert (made.starts, made.ends) == (date(2026, 9, 1), date(2027, 3, 1))


async def test_when_both_agree_entry_questionnaires_are_asked(school: School) -> None:
    await school.proposes()
    await school.mentor.taps("Согласиться")
    await school.mentor.sees("Ждём ответа остальных")
    await school.mentor.sees_no("Анкета")
    answered = school.mentor.screen.message_id
    await school.mentee.taps("Согласиться")
    await school.mentee.sees("Все согласны", "Анкета перед началом")
    await school.mentor.sees("Анкета перед началом", "Серова Нина Юрьевна")
    said = {screen.message_id: screen.text for screen in school.mentor.screens}
    assert "Все согласны! Ответьте на анкету" in said[answered]
    assert not any("Ждём ответа остальных" in text for text in said.values())
    await school.curator.sees("Все согласны")
    assert (await school.newest()).state is MentorshipState.AGREED
    await school.mentor.taps("Ответить")
    await school.mentor.sees("Вопрос 1")


async def test_agreeing_twice_is_agreeing_once(school: School) -> None:
    await school.proposes()
    await school.mentor.taps("Согласиться")
    await school.mentor.sees("Ждём ответа остальных")
    mentorship = await school.newest()
    await school.mentor.presses_old(school.mentor.screen.message_id, f"pair.agree:{mentorship.id}")
    await school.mentor.toasted("Спасибо")
    assert (await school.newest()).state is MentorshipState.PROPOSED


async def test_a_refusal_reaches_the_curator_with_its_reason(school: School) -> None:
    await school.proposes()
    await school.mentee.taps("Отказаться")
    await school.mentee.sees("Почему вы отказываетесь?")
    await school.mentee.says("<b>Уезжаю</b> 🙂")
    await school.mentee.sees("Отказ записан")
    await school.curator.sees("Серова Нина Юрьевна не хочет участвовать", "<b>Уезжаю</b> 🙂")
    await school.mentor.sees("не состоится")
    await school.mentor.never_sees("Уезжаю")
    await school.mentor.taps("Согласиться")
    await school.mentor.sees("Это предложение уже закрыто")


async def test_a_refusal_can_be_taken_back_before_its_reason(school: School) -> None:
    await school.proposes()
    await school.mentee.taps("Отказаться")
    await school.mentee.taps("Отменить")
    await school.mentee.taps("Согласиться")
    await school.mentee.sees("Записали ваше согласие")


async def test_a_refusal_needs_no_reason(school: School) -> None:
    await school.proposes()
    await school.mentor.taps("Отказаться")
    await school.mentor.taps("Пропустить")
    await school.curator.sees("Причина: не названа")


async def test_the_same_two_are_not_joined_twice(school: School) -> None:
    await school.proposes()
    await school.proposes()
    await school.curator.sees("Громов Олег Ильич и Серова Нина Юрьевна уже работают вместе")


async def test_a_group_with_a_minor_without_consents_says_who(school: School) -> None:
    world, place = school.world, school.place
    child, child_person = await world.member(
        "Орлов Петя Иванович",
        Role.MENTEE,
        place,
        category=Category.PUPIL,
        birth=date(2014, 5, 1),
        profile=Profile(school_class="6А"),
    )
    second, _ = await world.member(
        "Орлова Катя Ивановна", Role.MENTEE, place, category=Category.PUPIL, birth=date(2014, 5, 1)
    )
    guardian, guardian_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, place)
    await school.curator.says("/pairs")
    await school.curator.taps("Новая пара")
    await school.curator.taps("Группу")
    await school.curator.sees("1. Орлов Петя Иванович, 6А", "2. Орлова Катя Ивановна")
    await school.curator.taps("1")
    await school.curator.taps("2")
    await school.curator.taps("Готово")
    await school.curator.taps("Громов Олег Ильич")
    await school.curator.taps("Учитель – ученик")
    await school.curator.taps("Учитель – одарённый")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Через 3 месяца")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Орлов Петя Иванович: нет всех согласий")
    async with world.work() as work:
        for person in await work.people.many([child_person.id, second.id and child_person.id + 1]):
            await work.guardianships.put(person, guardian_person.id, "mother")
            for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
                await work.consents.give(person, kind, 1, given_by=guardian_person.id)
    await school.curator.taps("Всё верно")
    await school.curator.sees("Предложение отправлено")
    await child.sees("Для тебя нашёлся наставник")
    await guardian.sees("Орлов Петя Иванович получает предложение")
    made = await school.newest()
    assert (made.kind, len(made.mentees)) == ("group", 2)


async def test_who_was_not_approved_any_more_is_named(school: School) -> None:
    await school.curator.says("/pairs")
    await school.curator.taps("Новая пара")
    for choice in ("Пару", "Серова Нина Юрьевна", "Громов Олег Ильич", "Учитель – учитель", "Опытный – молодой"):
        await school.curator.taps(choice)
    await school.curator.taps("Сегодня")
    await school.curator.taps("Через полгода")
    async with school.world.work() as work:
        membership = await work.memberships.find(school.mentee_person.id, school.place.id, Role.MENTEE)
        assert membership is not None
        await work.memberships.leave(membership.id)
    await school.curator.taps("Всё верно")
    await school.curator.sees("Серова Нина Юрьевна: участие не одобрено")


async def test_in_a_large_school_a_name_or_a_class_is_looked_for(school: School) -> None:
    async with school.world.work() as work:
        for number in range(12):
            person = await work.people.add(
                f"Ученик Номер {number:02}", category=Category.PUPIL, profile=Profile(school_class=f"{5 + number % 2}А")
            )
            await work.memberships.grant(person.id, school.place.id, Role.MENTEE)
    await school.curator.says("/pairs")
    await school.curator.taps("Новая пара")
    await school.curator.taps("Пару")
    await school.curator.sees("Кого ищем среди наставляемых?")
    await school.curator.says("6а")
    await school.curator.sees("Ученик Номер 01, 6А")
    await school.curator.sees_no("Ученик Номер 02")
    await school.curator.taps("Назад")
    await school.curator.says("нина сирова")
    await school.curator.sees("Серова Нина Юрьевна")
    await school.curator.sees_no("Ученик Номер")
    await school.curator.taps("Назад")
    await school.curator.taps("Пропустить")
    await school.curator.sees("1 / 2")


async def test_in_a_large_school_a_group_is_ticked_over_several_pages(school: School) -> None:
    async with school.world.work() as work:
        for number in range(30):
            person = await work.people.add(f"Ученик Номер {number:02}")
            await work.memberships.grant(person.id, school.place.id, Role.MENTEE)
    await school.curator.says("/pairs")
    for choice in ("Новая пара", "Группу", "Пропустить", "Ученик Номер 00", "›"):
        await school.curator.taps(choice)
    await school.curator.sees("2 / 4")
    await school.curator.taps("Ученик Номер 09")
    await school.curator.sees("2 / 4", "3. Ученик Номер 09", "✓ 3")
    await school.curator.taps("‹")
    await school.curator.sees("2. Ученик Номер 00", "✓ 2")
    await school.curator.taps("Готово")
    await school.curator.sees("Кто наставник?")


async def test_strangers_to_a_pair_are_kept_out(school: School) -> None:
    await school.activate()
    mentorship = await school.newest()
    outsider, _ = await school.world.member("Чужаков Егор Ильич", Role.MENTOR, school.place)
    for name in ("open", "card", "agree", "refuse", "order", "order_now", "complete", "complete_now", "end_early"):
        await outsider.presses_old(outsider.screen.message_id, f"pair.{name}:{mentorship.id}")
        await outsider.sees("недоступно")
        await school.mentor.presses_old(school.mentor.screen.message_id, f"pair.{name}:{mentorship.id + 99}")
        await school.mentor.sees("Этого здесь уже нет")
    await outsider.never_sees("Серова")
    assert (await school.newest()).state is MentorshipState.ACTIVE


@pytest.mark.parametrize("data", ["pairs.page:open:-:x", "pairs.page:all:-:0", "pairs.filter:open:no", "pair.open:-"])
async def test_forged_buttons_change_nothing(school: School, data: str) -> None:
    await school.curator.says("/pairs")
    await school.curator.presses_old(school.curator.screen.message_id, data)
    await school.curator.toasted("")
    assert school.curator.screen.buttons, "there is a way on"


async def test_the_list_is_narrowed_by_state_and_form(school: School) -> None:
    await school.proposes()
    await school.curator.says("/pairs")
    await school.curator.sees("Пары и группы", "ждём согласия: 2 из 2")
    await school.curator.taps("Фильтр")
    await school.curator.sees("Ждут согласия: 1", "Работают: 0")
    await school.curator.taps("Работают: 0")
    await school.curator.sees("Пока здесь никого нет")
    await school.curator.taps("Фильтр")
    await school.curator.taps("Ждут согласия: 1")
    await school.curator.taps("Фильтр")
    await school.curator.taps("По форме")
    await school.curator.taps("Учитель – учитель")
    await school.curator.sees("Олег Г. → Нина С.")


async def test_a_party_sees_their_own_pairs(school: School) -> None:
    await school.proposes()
    await school.mentee.says("/pairs")
    await school.mentee.sees("в которых вы участвуете", "Олег Г. → Нина С.")
    await school.mentee.taps("1")
    await school.mentee.taps("Согласиться", message=school.mentee.screen.message_id)
    await school.mentee.sees("Записали ваше согласие")


async def test_who_could_not_be_told_is_named(school: School) -> None:
    await school.mentor.blocks()
    await school.proposes()
    await school.curator.sees("написать получилось не всем", "Не дошло: Громов Олег Ильич")


async def test_a_curator_of_two_schools_says_where(school: School) -> None:
    second = await school.world.organisation("Школа № 15")
    async with school.world.work() as work:
        person = await work.people.by_telegram(school.curator.id)
        assert person is not None
        await work.memberships.grant(person.id, second.id, Role.CURATOR)
    await school.curator.says("/pairs")
    await school.curator.taps("Новая пара")
    await school.curator.sees("В какой организации")
    await school.curator.taps("Школа № 15")
    await school.curator.sees("нет ни одного одобренного")
    await school.curator.taps("Школа № 14")
    await school.curator.sees("Кого соединяем?")


async def test_nobody_to_choose_from_says_what_to_do(world: World) -> None:
    place = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
    await curator.says("/pairs")
    await curator.taps("Новая пара")
    await curator.sees("нет ни одного одобренного")


async def test_in_english(world: World) -> None:
    place = await world.organisation()
    curator, _ = await world.member("Smith Anna", Role.CURATOR, place, language="en")
    mentor, _ = await world.member("Brown John", Role.MENTOR, place, language="en")
    mentee, _ = await world.member("Green Mary", Role.MENTEE, place, language="en")
    await curator.says("/pairs")
    for choice in ("New pair", "A pair", "Green Mary", "Brown John", "Teacher – teacher", "Experienced – young"):
        await curator.taps(choice)
    await curator.taps("Today")
    await curator.taps("In 6 months")
    await curator.taps(curator.screen.labels[0])
    await mentor.sees("You are invited to be a mentor")
    await mentor.taps("Agree")
    await mentee.taps("Agree")
    await mentee.sees("Questionnaire before the start")
    await world.advance(timedelta(days=3))
    await mentee.sees("What needs your attention", "waits for your answer")


@pytest.mark.parametrize("programme", ["kumtorkala", "tver-school-14"])
async def test_the_kind_is_asked_only_where_there_is_a_choice(world: World, programme: str) -> None:
    several = len(house_of(programme, "bot").programme.kinds_for(Gathering.PAIR)) > 1
    place = World(world.database, START, house_of(programme, world.telegram.username))
    school = await School.open(place)
    await school.curator.says("/pairs")
    await school.curator.taps("Новая пара")
    await school.curator.taps("Пару")
    if several:
        await school.curator.sees("Какого вида наставничество?")
        await school.curator.taps(school.curator.screen.labels[0])
    await school.curator.sees("Кто наставляемый?")
    await place.machine.jobs.close()
    await place.machine.bot.session.close()
    assert several is (programme == "kumtorkala")
