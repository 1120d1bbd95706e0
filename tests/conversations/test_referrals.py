"""Requests of third parties: named by a class teacher, taken up or declined by the curator, who answers."""

from __future__ import annotations

from mentoring.people import MembershipState
from mentoring.referrals import ReferralState
from mentoring.roles import Role
from simulator.phones import Phone
from storage.people import PeopleFilter
from tests.conversations.newcomers import ticks
from tests.conversations.world import World

CHILD = "Петров Пётр"


async def names(referrer: Phone, name: str = CHILD) -> None:
    await referrer.presses_old(referrer.screen.message_id, "refer.begin")
    await referrer.taps("Ученику или ученице")
    await referrer.says(name)
    await referrer.says("7А")
    await ticks(referrer, "Спорт")
    await referrer.taps("Готово")
    await referrer.says("Не с кем заниматься")
    await referrer.taps("Всё верно")
    await referrer.sees("Спасибо!", name)


async def test_a_class_teacher_joins_by_the_schools_link_and_names_a_child(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    teacher = world.phone("Ольга")
    await teacher.starts(await world.invite(None, school))
    await teacher.taps("Знаю, кому нужна помощь")
    await teacher.taps("Даю согласие")
    await teacher.says("Белова Ольга Ивановна")
    await teacher.taps("Классный руководитель")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")
    await curator.sees("Белова", "рекомендующий")
    await curator.taps("Одобрить")
    await teacher.sees("Вас приняли", "назвать")

    await names(teacher)
    await curator.sees("Новое обращение", CHILD, "7А")
    await curator.taps("Открыть")
    await curator.sees("Белова Ольга Ивановна", "Спорт", "Не с кем заниматься")
    await curator.taps("Взять в работу")
    await curator.sees("в базе такого человека нет")
    await curator.taps("Личная ссылка")
    await curator.sees("Личная ссылка готова", CHILD)
    await teacher.sees("взято в работу")
    async with world.work() as work:
        which = PeopleFilter(organisation_id=school.id, states=frozenset({MembershipState.LISTED}))
        [child], _ = await work.people.page(which)
        [referral], _ = await work.referrals.page([school.id])
        assert (child.name, referral.person_id, referral.state) == (CHILD, child.id, ReferralState.TAKEN)

    await names(teacher)
    await curator.taps("Открыть")
    await curator.taps("Взять в работу")
    await curator.taps("1")
    await curator.sees("взято в работу")
    await curator.presses_old(curator.screen.message_id, "referral.link:2:1")
    await curator.sees("уже рассмотрено")
    await names(teacher, "Орлова Вера")
    await curator.taps("Открыть")
    await curator.taps("Отклонить")
    await curator.taps("Наставник уже есть")
    await curator.sees("обращение отклонено")
    await teacher.sees("Сейчас не получится", "Наставник уже есть")
    await teacher.presses_old(teacher.screen.message_id, "referrals.list")
    await teacher.sees("Ваши обращения", "Орлова Вера, 7А — отклонено")
    await curator.presses_old(curator.screen.message_id, "referrals.list")
    await curator.sees("Обращения", "Петров Пётр, 7А — взято в работу")


async def test_a_request_is_entered_without_telegram_and_strangers_see_none(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    psychologist, _ = await world.member("Белова Ольга Ивановна", Role.PSYCHOLOGIST, school)
    mentee, _ = await world.member("Орлова Вера", Role.MENTEE, school)
    await names(psychologist)
    await mentee.presses_old(mentee.screen.message_id, "referral.open:1")
    await mentee.sees_no(CHILD)
    await mentee.presses_old(mentee.screen.message_id, "refer.begin")
    await mentee.sees_no("Кому нужен наставник?")
    await psychologist.presses_old(psychologist.screen.message_id, "referral.take:1")
    await psychologist.sees_no("в базе")
    await curator.taps("Открыть")
    await curator.taps("Взять в работу")
    await curator.taps("Записать без Telegram")
    await curator.says("12.03.2014")
    await curator.taps("Пока нет, позже")
    await curator.taps("Всё верно")
    await curator.sees(CHILD, "записано в списке")
    await psychologist.sees("взято в работу")


async def test_what_somebody_named_who_withdrew_waits_for_nobody_and_waits_again_when_they_come_back(
    world: World,
) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    teacher, _ = await world.member("Белова Ольга Ивановна", Role.REFERRER, school)
    await names(teacher)
    await teacher.says("/privacy")
    await teacher.taps("Отозвать согласие")
    await teacher.taps("Стереть через 30 дн.")
    await teacher.sees("Готово: согласие отозвано")
    await curator.presses_old(curator.screen.message_id, "referral.enter:1")
    await curator.sees("уже рассмотрено")
    await curator.presses_old(curator.screen.message_id, "referral.take:1")
    await curator.sees_no(CHILD)
    await teacher.says("/privacy")
    await teacher.taps("Вернуть данные")
    await curator.presses_old(curator.screen.message_id, "referral.take:1")
    await curator.sees("в базе такого человека нет")
