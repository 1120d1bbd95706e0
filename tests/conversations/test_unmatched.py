"""Mentees without a mentor: the psychologist supports them, the curator goes on searching."""

from __future__ import annotations

from datetime import timedelta

from mentoring.roles import Role
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.world import World


async def test_the_psychologist_supports_who_waits_and_the_search_goes_on(world: World) -> None:
    school = await MatchingSchool.open(world)
    psychologist, _ = await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, school.place)
    await psychologist.says("/menu")
    await psychologist.taps("Без наставника")
    await psychologist.sees("Без наставника: 3", "Нина С. — с 1 сентября 2026")
    await psychologist.taps("1")
    await psychologist.sees("Серова Нина Юрьевна", "Просит помочь")
    await psychologist.taps("Поддержка оказана")
    await psychologist.says("Поговорили о первых неделях.")
    await psychologist.sees("Серова Нина Юрьевна получает поддержку")
    await school.curator.sees("психолог оказал поддержку")
    await school.curator.taps("Подбор пар")
    await school.computed()
    await school.curator.taps("Посмотреть пары")
    await school.taps_line("Серова")
    await school.curator.taps("Предложить")
    await psychologist.taps("Назад")
    await psychologist.sees("Без наставника: 2")
    await psychologist.sees_no("Нина С.")
    stranger = school.phones["Котов"]
    await stranger.presses_old(stranger.screen.message_id, "unmatched.list")
    await stranger.sees("недоступно")


async def test_the_digest_names_whom_the_psychologist_has_not_supported_yet(world: World) -> None:
    school = await MatchingSchool.open(world)
    psychologist, _ = await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, school.place)
    await world.advance(timedelta(days=13))
    await psychologist.never_sees("Что ждёт вашего внимания")
    await world.advance(timedelta(days=2))
    await psychologist.sees("3 наставляемых больше двух недель без наставника")
    await school.curator.never_sees("больше двух недель без наставника")
    await psychologist.taps("Кому нужна поддержка")
    await psychologist.sees("Без наставника: 3")
    for number in ("1", "2"):
        await psychologist.presses_old(psychologist.screen.message_id, "unmatched.list")
        await psychologist.taps(number)
        await psychologist.taps("Поддержка оказана")
        await psychologist.says("Поговорили.")
    await psychologist.presses_old(psychologist.screen.message_id, "digest.open")
    await psychologist.sees("Без наставника больше двух недель: Ершова Вера Олеговна")
