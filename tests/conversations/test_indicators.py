"""Indicators in chat: a curator types, looks behind and sends; the coordinator reminds and sends; papers of each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from mentoring.roles import Role
from simulator.phones import Phone
from storage.engine import Database
from tests.conversations.test_indicators_core import municipality, pupils_with_a_mentor
from tests.conversations.world import Blank, World

DECEMBER = datetime(2026, 12, 26, 9, 0, tzinfo=UTC)
HALF_A_DAY = timedelta(hours=12)


def table(content: bytes, number: int = 0) -> list[list[str]]:
    """A table of a docx, cell by cell."""
    return [[cell.text for cell in row.cells] for row in Document(BytesIO(content)).tables[number].rows]


async def test_a_curator_types_looks_behind_and_sends_and_the_coordinator_gathers(quick_database: Database) -> None:
    async with municipality(quick_database, "kavkazsky", DECEMBER) as world:
        first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
        other, _ = await world.member("Громова Инна Ильинична", Role.CURATOR, second)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        await pupils_with_a_mentor(world, first, 9)
        await pupils_with_a_mentor(world, second, 2)
        await the_curator_at_work(curator)
        await the_coordinator_at_work(world, leader, other)


async def the_curator_at_work(curator: Phone) -> None:
    await curator.says("/indicators")
    await curator.sees(
        "Показатели: Школа № 1",
        "4 квартал 2026 года, отчётная дата — 1 января 2027",
        "1. Дети и молодёжь 10–19 лет – наставляемые: 9, доли пока нет ↑",
        "не хватает 3 чисел",
        "Ещё не отправлено",
    )
    await curator.taps("1")
    await curator.sees(
        "Доля детей и молодежи в возрасте от 10 до 19 лет, вошедших в программы наставничества",
        "приложение 1, строка 5.1, показатель 1",
        "Числитель: наставляемые, от 10 до 19 лет, чьё наставничество началось за время программы",
        "ещё не введён",
    )
    await curator.taps("Ввести знаменатель")
    await curator.says("360")
    await curator.taps("Сегодня")
    await curator.taps("Отчёт ОО-1")
    await curator.sees("Записали")
    await curator.taps("К показателям")
    await curator.sees("наставляемые: 2,5 % (9 из 360) ↑", "не хватает 2 чисел")
    await curator.taps("1")
    await curator.sees("Факт: 2,5 % (9 из 360)", "на 26 декабря 2026; источник: Отчёт ОО-1")
    await curator.taps("Ввести план")
    await curator.says("3")
    await curator.taps("Пропустить")
    await curator.taps("К показателям")
    await curator.sees("2,5 % (9 из 360), план 3 % ↑ — не выполнен")
    await curator.taps("1")
    await curator.taps("Кто за числителем")
    await curator.sees("за числителем 9 человек", "1. Имя 01 mentee")
    await curator.taps("›")
    await curator.sees("1. Имя 09 mentee")
    await curator.taps("1")
    await curator.sees("Имя 09 mentee", "14 лет")
    await curator.says("/indicators")
    await curator.taps("Отправить")
    await curator.sees("Проверьте перед отправкой", "нет знаменателя", "отчётная дата — 1 января 2027")
    await curator.taps("Отправить")
    await curator.sees("Отправлено: Школа № 1", "Ветрова Анна Львовна", "2,5 % (9 из 360)")
    await curator.presses_old(curator.screen.message_id, "indicators.send:1:2026q4:0")
    await curator.sees("Этот отчёт уже отправлен")
    await curator.says("/indicators")
    await curator.sees("✅ Отправлено: сб, 26 декабря")
    await curator.taps("Другой период")
    await curator.sees("1. 3 квартал 2026 года", "3. 1 квартал 2027 года")
    await curator.taps("3")
    await curator.sees("1 квартал 2027 года, отчётная дата — 1 апреля 2027")
    await curator.sees_no("[Отправить]")


async def the_coordinator_at_work(world: World, leader: Phone, other: Phone) -> None:
    await leader.says("/indicators")
    await leader.sees("Показатели: муниципалитет", "11, доли пока нет", "ждём 2 организации")
    await leader.taps("Кто отправил")
    await leader.sees("1 из 2", "1. Школа № 2 — ещё нет", "2. Школа № 1 — ✅ сб, 26 декабря")
    await leader.taps("Напомнить всем")
    await leader.sees("Напомнили 1 организации: Школа № 2")
    await other.sees("Школа № 2: координатор ждёт показатели за 4 квартал 2026 года")
    await leader.taps("Кто отправил")
    await leader.taps("1")
    await leader.taps("Напомнить")
    await leader.sees("Сегодня уже напоминали: Школа № 2")
    await world.advance(2 * HALF_A_DAY)
    await leader.says("/indicators")
    await leader.taps("1")
    await leader.taps("По организациям")
    await leader.sees("Муниципалитет: 11", "1. Школа № 1: 2,5 % (9 из 360)", "2. Школа № 2: 2, доли пока нет")
    await leader.says("/indicators")
    await leader.taps("Отправить")
    await leader.sees("не прислала 1 организация: Школа № 2")
    await leader.taps("Отправить")
    await leader.sees("Отправлено: муниципалитет")
    await leader.taps("Отчёт и файлы")
    await leader.taps("Текстом")
    await leader.sees("Мониторинг достижения показателей", "5.1.6 Уровень удовлетворенности наставников")


async def test_the_report_has_the_document_s_columns(quick_database: Database) -> None:
    async with municipality(quick_database, "kavkazsky", DECEMBER) as world:
        school = await world.organisation("Школа № 1")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        await pupils_with_a_mentor(world, school, 9)
        async with world.work() as work:
            entered = (school.id, "children-10-19", 360, DECEMBER.date(), "ОО-1")
            await work.indicators.enter(*entered, by=1)
        await curator.says("/indicators")
        for label in ("Отправить", "Отправить", "Отчёт и файлы", "Документ Word"):
            await curator.taps(label)
        await curator.presses_old(1, f"indicators.as:{school.id}:2026q4:xlsx")
        files = dict(curator.documents)
        rows = table(files["indicators-2026q4.docx"])
        assert rows[0][:3] == ["№ п/п", "Показатель", "на 1 января 2027"]
        assert rows[1][0] == "5.1.1"
        assert rows[1][1].startswith("Доля детей и молодежи в возрасте от 10 до 19 лет, вошедших в программы")
        assert rows[1][2] == "2,5\N{NO-BREAK SPACE}% (9 из 360)"
        assert table(files["indicators-2026q4.docx"], 1)[1][1:3] == ["9", "360"]
        book = load_workbook(BytesIO(files["indicators-2026q4.xlsx"]))
        assert book.sheetnames == ["Показатели", "Как посчитано"]
        assert book["Показатели"].cell(6, 3).value == "2,5\N{NO-BREAK SPACE}% (9 из 360)"
        assert book["Как посчитано"].cell(2, 2).value == 9
        world.maker = Blank()  # what it looks like is the business of tests/reports
        await curator.says("/indicators")
        await curator.taps("1")
        await curator.sees("█ 4 квартал 2026 года: 2,5 % (9 из 360)")
        await curator.taps("Картинка")
        await curator.sees("по отправленным отчётам")
        assert len(curator.photos) == 1


async def test_a_school_without_indicators_is_told_what_it_is_judged_by(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await curator.says("/indicators")
    await curator.sees("показателей нет", "их 17")
    await curator.taps("К сводке")
    await curator.sees("Активных пар и групп")
    mentor, _ = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
    await mentor.says("/indicators")
    await mentor.sees("Это вам недоступно")


async def test_indicators_that_were_sent_are_owed_under_no_other_name(sqlite_database: Database) -> None:
    """Row 5.1 of the roadmap and the report of the same place in the document ask for nothing else."""
    async with municipality(sqlite_database, "kavkazsky", DECEMBER) as world:
        first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
        sent, _ = await world.member("Главная Инна Ильинична", Role.HEAD, first)
        owing, _ = await world.member("Ершов Олег Павлович", Role.HEAD, second)
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
        await curator.says("/indicators")
        await curator.taps("Отправить")
        await curator.taps("Отправить")
        await world.advance(timedelta(days=13))
        for phone in (sent, curator, owing):
            await phone.says("/menu")
            await phone.presses_old(phone.screen.message_id, "digest.open")
        await owing.sees("Отчёт образовательной организации")
        for phone in (sent, curator):
            await phone.sees_no("Отчёт образовательной организации")
            await phone.sees_no("Мониторинг достижения показателей")
