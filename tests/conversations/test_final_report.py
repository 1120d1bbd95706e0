"""The curator's final report: sections written in chat, nothing typed is lost, the document."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

from docx import Document

from mentoring.roles import Role
from tests.conversations.pairs import pair
from tests.conversations.report_school import report_school
from tests.conversations.world import World
from tests.reading import plain


def told(content: bytes) -> str:
    document: Any = Document(BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return plain("\n".join([*(each.text for each in document.paragraphs), *cells]))


def tables(content: bytes) -> list[list[list[str]]]:
    document: Any = Document(BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


async def test_the_curator_writes_sections_and_gets_the_document(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, of.school)
    other, _ = await world.member("Белов Пётр Ильич", Role.CURATOR, of.school)
    head, _ = await world.member("Орлова Анна Юрьевна", Role.HEAD, of.school)
    await curator.says("/menu")
    await curator.presses_old(1, f"reports.of:{of.school.id}")
    await curator.taps("Итоговый отчёт")
    await curator.sees("Написано разделов: 0 из 19", "1. ▫️ Измеримое улучшение")
    await curator.taps("1")
    await curator.sees("Пока ничего не написано.")
    await curator.taps("Написать")
    await curator.sees("что сделано и чего достигли?")
    await other.says("/menu")
    await other.presses_old(1, f"final.write:{of.school.id}:r1")
    await other.says("Трое стали призёрами.")
    await other.sees("Записано в отчёт.")
    await curator.says("Средний балл вырос.")
    await curator.taps("‹ К разделам")
    await curator.sees("Написано разделов: 1 из 19", "1. ✅ Измеримое улучшение")
    await curator.presses_old(1, f"final.write:{of.school.id}:conclusion")
    await curator.says("Программа работает.")
    await head.says("/menu")
    await head.presses_old(1, f"report.final:{of.school.id}")
    await head.taps("1")
    await head.sees("Трое стали призёрами.", "Средний балл вырос.")
    await head.never_sees("Написать заново")
    await head.taps("‹ К разделам")
    await head.taps("Собрать для Word")
    name, content = head.documents[-1]
    assert name == "final-report-2026-2027.docx"
    for part in ("Трое стали призёрами.\n\nСредний балл вырос.", "Программа работает.", "Наставники", "Дорожная карта"):
        assert part in told(content), part


async def test_nobody_else_opens_it(world: World) -> None:
    of = await pair(world)
    elsewhere = await world.organisation("Школа № 15")
    stranger, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, elsewhere)
    for phone in (of.mentor, stranger):
        await phone.says("/menu")
        for forged in ("report.final:{}", "final.make:{}:docx", "final.make:{}:pdf", "final.write:{}:r1"):
            await phone.presses_old(1, forged.format(of.school.id))
            await phone.never_sees("Написано разделов")


async def test_the_coordinator_writes_the_note_of_the_municipality(world: World) -> None:
    of = await pair(world)
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await coordinator.says("/menu")
    await coordinator.presses_old(1, "report.note")
    await coordinator.sees("Аналитическая справка", "Написано разделов: 0 из 2")
    await coordinator.taps("1")
    await coordinator.taps("Написать")
    await coordinator.says("Наставничество прижилось.")
    await coordinator.taps("‹ К разделам")
    await coordinator.sees("Написано разделов: 1 из 2")
    await coordinator.taps("Собрать для Word")
    name, content = coordinator.documents[-1]
    assert name == "analytical-note-2026-2027.docx"
    for part in (of.school.name, "Наставничество прижилось.", "Координатор пока не заполнил.", "Рекомендации: ждут"):
        assert part in told(content), part
    await coordinator.taps("Собрать в PDF")
    name, content = coordinator.documents[-1]
    assert (name, content[:5]) == ("analytical-note-2026-2027.pdf", b"%PDF-")


async def test_the_data_stand_beside_the_curators_words(world: World) -> None:
    of = await report_school(world, 9)
    await world.advance(timedelta(minutes=1))
    await of.curator.says("/menu")
    await of.curator.presses_old(1, f"final.make:{of.school.id}:docx")
    table = next(each for each in tables(of.curator.documents[-1][1]) if each[0][0] == "№")
    data = {int(row[0]): row[2] for row in table[1::2]}
    assert table[0][1:] == ["Ожидаемый результат", "Что показывают данные"]
    assert table[2][0] == "Что достигнуто (1): Куратор пока не заполнил."
    for number, part in (
        (1, "Средний балл: был 3,5, стал 4,25 (известен у 6 наставляемых)."),
        (1, "Олимпиад и конкурсов за год: было 6, стало 18 (известно о 6 наставляемых)."),
        (1, "— «да» ответили 6 из 6."),
        (2, "«Насколько вам комфортно общаться с наставником?»: было 5,0, стало 7,0 (9 пар ответов)."),
        (4, "мало данных (3 пары ответов)"),
        (7, "Неуспевающие с наставником: 2."),
        (7, "ВПР, ОГЭ и ЕГЭ: сдали всё 5 из 6."),
        (9, "Встречи на темы: Профессии. Наставляемых: 4 из 9."),
        (17, "Дети с ОВЗ в парах и группах: 0."),
    ):
        assert part in data[number], (number, part, data[number])
    assert data[8] == "Данных пока нет."


async def test_a_coordinator_is_not_told_of_few(world: World) -> None:
    of = await report_school(world, 3)
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await world.advance(timedelta(minutes=1))
    await coordinator.says("/menu")
    await coordinator.presses_old(1, f"final.make:{of.school.id}:docx")
    content = told(coordinator.documents[-1][1])
    for part in ("Средний балл: мало данных.", "Неуспевающие с наставником: меньше 5.", "мало данных (2 ответа)"):
        assert part in content, part
    for hidden in ("был 3,5", "ответили 2 из 2", "Успевающий", "Сильные стороны"):
        assert hidden not in content, hidden
