"""Awards: criteria anyone can read, given by them or with a reason, the board by consent, papers and certificates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.consents import ConsentKind
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.roles import Role
from tests.conversations.pairs import active, taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("kyzyl", START)


async def meets(world: World, mentorship: int, mentor: int, times: int) -> None:
    """Held meetings of three quarters of an hour, one a day."""
    async with world.work() as work:
        for day in range(times):
            when = world.now - timedelta(days=day + 1)
            await work.meetings.add(
                Meeting(
                    0, mentorship, MeetingKind.ACQUAINTANCE, when, None, MeetingState.HELD, mentor, when, minutes=45
                )
            )


async def test_thanks_by_criteria_and_a_board_by_consent(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, first = await world.member("Иванова Мария Петровна", Role.MENTOR, school)
    _, second = await world.member("Орлов Пётр Ильич", Role.MENTOR, school)
    mentee, third = await world.member("Сергеев Иван Ильич", Role.MENTEE, school)
    for person, times in ((first, 6), (second, 4)):
        await meets(world, await active(world, school, [person], [third]), person.id, times)

    await taps_door(mentee, "Доска почёта")
    await mentee.sees("Пока никого нет")
    await mentee.taps("За что награждают")
    await mentee.sees("Для наставников", "от 8 встреч", "средняя оценка встреч от 4 из 5")

    await curator.presses_old(1, f"awards.of:{school.id}")
    await curator.sees("Награды этого учебного года", "вручено: 0")
    await curator.presses_old(1, f"awards.list:{school.id}:diploma:n:0")
    await curator.sees("Иванова Мария Петровна: встреч 6 из 5", "Орлов Пётр Ильич: встреч 4 из 5, не хватает 1")
    await curator.taps("1")
    await curator.sees("отзывов о встречах нет (норма 4)", "Выполнено не всё")
    await curator.taps("Вручить с обоснованием")
    await curator.says("Помогла молодому коллеге открыть кружок")
    await curator.taps("1")
    await curator.taps("Сегодня")
    await curator.taps("Всё верно")
    await curator.sees("Готово: Иванова Мария Петровна")
    await mentor.sees("Вам вручено: Грамота «Лучший наставник»")
    await mentor.taps("PDF")
    await mentor.sees("готово к печати")

    await curator.taps("Открыть награду")
    await curator.sees("№ 1 от 1 октября 2026", "Помогла молодому коллеге")
    await curator.taps("На доску почёта")
    await taps_door(mentee, "Доска почёта")
    await mentee.sees("Пока никого нет")
    async with world.work() as work:
        await work.consents.give(first.id, ConsentKind.PUBLICATION, 1, given_by=first.id)
    await mentee.presses_old(1, "board.open")
    await mentee.sees("Иванова Мария Петровна — Грамота «Лучший наставник»")
    await curator.presses_old(1, f"sitetext.of:{school.id}")
    await curator.sees("работают 2 наставнические пары", "Уже состоялось 10 встреч", "Мария Петровна — Грамота")
    await curator.taps("Текстовый файл")
    await curator.sees("Текст для сайта")
    async with world.work() as work:
        await work.consents.withdraw(first.id, ConsentKind.PUBLICATION)
    await mentee.presses_old(1, "board.open")
    await mentee.sees("Пока никого нет")
    await curator.presses_old(1, f"sitetext.of:{school.id}")
    await curator.sees("Благодарностью и грамотами отмечен 1 участник")
    assert "Мария Петровна" not in curator.screen.text

    await curator.presses_old(1, "award.revoke:1")
    await curator.taps("Отозвать")
    await curator.sees("Награда отозвана")
    await mentor.presses_old(1, "award.board:1:1")
    await mentor.sees("Это вам недоступно")
    await mentor.presses_old(1, f"certificate.of:{first.id}")
    await mentor.sees("Пара", "6 встреч, 4,5 ч", "приказ № 12")
    await mentor.taps("Документ Word")
    await mentor.sees("справка наставника")
    await mentee.presses_old(1, f"certificate.of:{first.id}")
    await mentee.never_sees("6 встреч")


async def test_all_who_have_earned_it_are_given_it_once(world: World) -> None:
    school = await world.organisation()
    head, _ = await world.member("Громов Олег Ильич", Role.HEAD, school)
    other, _ = await world.member("Серова Нина Павловна", Role.CURATOR, await world.organisation("Школа № 2"))
    async with world.work() as work:
        assert await work.awards.numbered(school.id, 2026) == 0
    await other.presses_old(1, f"awards.of:{school.id}")
    await other.never_sees("Награды этого учебного года")
    await head.presses_old(1, f"award.everyone:{school.id}:diploma")
    await head.sees("Вручать больше некому")
    await head.presses_old(1, f"awards.list:{school.id}:contest:s:0")
    await head.sees("Пока никто не выполнил")
