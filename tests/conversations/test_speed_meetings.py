"""Speed meetings: an event, everybody's plan, who came, wishes that the curator alone sees and that matching counts."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document

from mentoring.roles import Category, Role
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.world import World


@pytest.fixture
async def school(world: World) -> MatchingSchool:
    return await MatchingSchool.open(world)


async def invited(school: MatchingSchool, mentees: int = 3) -> None:
    """The curator makes an event on the next day at 15:00 and invites everybody."""
    curator = school.curator
    await curator.says("/match")
    await curator.taps("Быстрые встречи")
    await curator.taps("Новые встречи")
    await curator.taps("Быстрые встречи", message=curator.screen.message_id)
    await curator.says("02.09.2026")
    await curator.taps("15:00")
    await curator.taps("Актовый зал")
    await curator.taps("5")
    await curator.taps("Всё верно")
    await curator.taps("Открыть")
    for side in ("Наставляемые", "Наставники"):
        await curator.taps(side)
        await curator.taps("Выбрать всех")
        await curator.taps("Назад")
    await curator.sees(f"Наставников: 2, наставляемых: {mentees}", f"Раундов: {mentees}, закончится в 15:{5 * mentees}")
    await curator.taps("Пригласить всех")


async def test_from_the_event_to_wishes_that_matching_counts(school: MatchingSchool) -> None:
    curator, kotov, gromov = school.curator, school.phones["Котов"], school.phones["Громов"]
    await invited(school)
    await curator.sees("Все приглашены")
    await kotov.sees_no("Быстрые встречи: Быстрые встречи")
    await kotov.sees("Быстрые встречи", "Актовый зал", "По 5 мин с каждым, до 15:15")
    await kotov.taps("Мой план")
    await kotov.sees("1. 15:00 — ", "2. 15:05 — ", "3. 15:10 — ", "перерыв", "Олег Г.", "Ирина Б.")
    await curator.taps("План на печать")
    (name, content), *_ = curator.documents
    assert name == "speed-meetings-2026-09-02.docx"
    heads, *rows = [[cell.text for cell in row.cells] for row in Document(BytesIO(content)).tables[0].rows]
    assert heads == ["Наставник", "Раунд 1, 15:00", "Раунд 2, 15:05", "Раунд 3, 15:10"]
    [gromov_talks] = [row[1:] for row in rows if row[0] == "Громов Олег Ильич"]
    assert "Котов Илья Петрович" in gromov_talks
    assert len(set(gromov_talks)) == 3
    assert rows[-1][0] == "Перерыв у наставляемых"
    assert "Котов Илья Петрович" in rows[-1]
    await school.world.advance(timedelta(days=2))
    await kotov.sees("с кем вы хотели бы работать?")
    await curator.sees("прошли. Отметьте, кто не пришёл")
    await curator.taps("Открыть")
    await curator.taps("Кто пришёл")
    await school.taps_line("Нина С.")
    await curator.sees("✗ ")
    await kotov.taps("Ответить")
    await kotov.taps("Ответить по порядку")
    for _ in range(2):
        glad = "Олег Г." in kotov.screen.text
        await kotov.taps("С радостью" if glad else "Лучше не надо")
    await kotov.sees("Спасибо, всё отмечено!", "Олег Г. — с радостью", "Ирина Б. — лучше не надо")
    await gromov.taps("Ответить")
    await gromov.sees_no("Нина С.")
    await gromov.never_sees("с радостью")
    await curator.taps("Назад")
    await curator.taps("Пожелания")
    await curator.sees("Котов Илья Петрович: ответов 2 из 2", "Громов Олег Ильич: ответов 0 из 2")
    await school.computed()
    await curator.taps("Посмотреть пары")
    await school.taps_line("Котов")
    await curator.sees("Пожелания: наставляемый — ")


async def test_strangers_see_no_wishes_and_called_off_meetings_are_gone(school: MatchingSchool) -> None:
    await invited(school)
    outsider, kotov = school.phones["Серова"], school.people["Котов"]
    await outsider.presses_old(outsider.screen.message_id, f"wishes.of:1:{kotov.id}:0")
    await outsider.sees("недоступно")
    await outsider.presses_old(outsider.screen.message_id, f"wishes.put:1:0:{kotov.id}:2")
    await outsider.sees("ещё не прошли")
    await school.curator.taps("Отменить встречи")
    await school.curator.taps("Да, отменить")
    await outsider.sees("отменены. Приходить не нужно")
    await outsider.taps("Мой план")
    await outsider.sees("Эти встречи отменены")
    await school.world.advance(timedelta(days=2))
    await outsider.never_sees("с кем вы хотели бы работать?")


async def test_the_curator_marks_wishes_for_who_has_no_telegram(school: MatchingSchool) -> None:
    curator = school.curator
    async with school.world.work() as work:
        child = await work.people.add("Тихонов Лев Олегович", category=Category.TEACHER)
        await work.memberships.grant(child.id, school.place.id, Role.MENTEE)
    await invited(school, mentees=4)
    await curator.sees("Не дошло: 1")
    await school.world.advance(timedelta(days=2))
    await curator.taps("Открыть")
    await curator.taps("Пожелания")
    await school.taps_line("Котов")
    await curator.sees_no("Ответить по порядку")
    await curator.taps("Назад")
    await school.taps_line("Тихонов")
    await curator.taps("Ответить по порядку")
    await curator.sees("Тихонов Лев Олегович: хочет ли работать вместе?")
    for _ in range(2):
        await curator.taps("Можно")
    async with school.world.work() as work:
        assert set((await work.wishes.of_person(school.place.id, child.id)).values()) == {1}
