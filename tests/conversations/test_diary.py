"""Who was at a group's meeting, and the mentor's diary with its hours and documents."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from mentoring.roles import Role
from tests.conversations.pairs import active, meeting, pair
from tests.conversations.test_meeting_log import DAY, HOUR, first, marks
from tests.conversations.world import World


async def test_a_group_is_logged_with_who_was_there_and_stands_in_the_diary(world: World) -> None:
    of = await pair(world)
    third, third_person = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    of.mentorship = await active(world, of.school, [of.mentor_person], [of.mentee_person, third_person])
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Были не все", "Орлова Вера Олеговна", "Готово", "Болезнь"):
        await of.mentor.taps(label)
    await of.mentor.sees("Записано", "Не было: Орлова Вера Олеговна")
    await of.mentee.sees("Как прошла встреча?")
    await third.never_sees("Как прошла встреча?")
    assert set(await marks(world, known)) == {of.mentor_person.id, of.mentee_person.id}
    await third.presses_old(1, f"meeting.open:{known}")
    await third.sees(
        "Не было: Орлова Вера Олеговна (болезнь)", "Были 2 из 3: Иванова Анна Петровна, Сергеев Пётр Ильич"
    )

    await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    for label in ("Да", "1 час", "Темы, итог, кто был", "Пропустить", "Цели и план", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.says("=Договорились")
    await of.mentor.sees("Записано")
    await of.mentor.says("/meetings")
    await of.mentor.sees("Как наставник: 2 встречи, 1 ч 45 мин.")

    await of.mentor.presses_old(1, f"diary.open:{of.mentorship}")
    await of.mentor.sees(
        "Всего: 2 встречи, 1 ч 45 мин",
        "сентябрь 2026",
        "Цели и план",
        "=Договорились",
        "Не было: Орлова",
        "Были 2 из 3",
        "Были 3 из 3",
    )
    await of.mentor.taps("Документ")
    await of.mentor.taps("Таблица")
    (_, word), (_, sheet) = of.mentor.documents[-2:]
    table = Document(BytesIO(word)).tables[0]
    assert [cell.text for cell in table.rows[2].cells][2:5] == ["60", "Цели и план", "=Договорились"]
    assert table.rows[1].cells[5].text.startswith("2 из 3: Иванова Анна Петровна")
    assert "не было: Орлова Вера Олеговна" in table.rows[1].cells[5].text
    book = load_workbook(BytesIO(sheet))
    assert [cell.value for cell in book["Встречи"][3]][2:5] == [60, "Цели и план", "=Договорились"]
    assert book["Встречи"]["E3"].data_type == "s"
    assert [[cell.value for cell in row] for row in book["Часы"].iter_rows(min_row=2)] == [
        ["сентябрь 2026", 2, 105],
        ["Всего", 2, 105],
    ]
    for data in ("diary.open", "diary.page"):
        await of.mentee.presses_old(
            1, f"{data}:{of.mentorship}:0" if data == "diary.page" else f"{data}:{of.mentorship}"
        )
        await of.mentee.never_sees("Договорились")
    await of.mentee.presses_old(1, f"diary.file:{of.mentorship}:docx")
    assert all(name.endswith(".ics") for name, _ in of.mentee.documents)


async def test_everybody_was_there_is_the_first_button(world: World) -> None:
    """Four presses, though the mentor has two mentorships and one of them is a group."""
    of = await pair(world)
    _, third = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    _, fourth = await world.member("Ежов Яков Ильич", Role.MENTEE, of.school)
    of.mentorship = await active(world, of.school, [of.mentor_person], [third, fourth])
    await of.mentor.says("/log")
    await of.mentor.taps("Вера О., Яков Е.")
    for _ in range(2):
        await first(of.mentor)
    assert of.mentor.screen.labels[0] == "Все были"
    await first(of.mentor)
    assert any("Записано" in message.text for message in of.mentor.screens)
    await of.mentor.says("/log")
    await of.mentor.taps("Вера О., Яков Е.")
    for label in ("Сегодня", "1 час", "Были не все", "Орлова", "Ежов", "Готово", "Занятость"):
        await of.mentor.taps(label)
    await of.mentor.sees("встреча не состоялась")
    await world.advance(DAY)
    async with world.work() as work:
        hours = await work.attendances.hours(of.mentor_person.id)
    assert {one: (found.meetings, found.minutes) for one, found in hours.items()} == {of.mentorship: (1, 45)}
