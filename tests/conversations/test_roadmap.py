"""The roadmap in chat: looked at, done, moved, dropped, reminded of, and what is late where for the coordinator."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring import sent_reports
from mentoring.roadmap import Standing
from mentoring.roles import Category, Role
from programmes.reporting import periods
from services import executors, reports_owed, roadmap, roadmap_card
from simulator.phones import Phone
from storage.engine import Database
from tests.conversations.digest_month import digests
from tests.conversations.test_indicators_core import at_desk, municipality
from tests.conversations.world import Blank, World

MOSCOW_NINE = 6
"""Nine in the morning in Moscow, in hours of UTC."""


def morning(month: int, day: int) -> datetime:
    """A minute after nine in Moscow."""
    return datetime(2026, month, day, MOSCOW_NINE, 1, tzinfo=UTC)


def told(phone: Phone) -> list[str]:
    """Lines about the roadmap in the digests of somebody."""
    return [line for text in digests(phone) for line in text.splitlines() if "Дорожная карта" in line]


async def opens_card(phone: Phone, measure: str) -> None:
    """Opens the milestone whose line says so."""
    line = next(line for line in phone.screen.text.splitlines() if measure in line)
    await phone.taps(line.split(".")[0])


async def test_a_curator_sees_the_year_and_marks_what_is_done(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await curator.says("/roadmap")
    await curator.sees("Дорожная карта: Школа № 14", "Сентябрь 2026", "до 30 сентября 2026 — Информирование педагогов")
    await curator.taps("Опоздания")
    await curator.sees("Здесь пусто")
    await curator.taps("Всё")
    await curator.taps("По этапам")
    await curator.sees("Подготовка условий для запуска программы", "до подключения к боту")
    await curator.taps("Сейчас")
    await curator.sees("Сейчас ничего не горит. Следующий срок — 30 сентября 2026")

    await world.until(morning(9, 16))
    assert told(curator) == ["1. Дорожная карта: 5 дел, ближайший срок — 30 сентября 2026"]
    await curator.taps("К дорожной карте")
    await curator.sees("🔔 до 30 сентября 2026")
    await opens_card(curator, "Сбор данных о наставниках")
    await curator.sees("Скоро срок: до 30 сентября 2026", "Анкетирование потенциальных наставников")
    await curator.sees("Зам. директора по УВР: Ветрова А. Л.", "раздел 9, этап 3")
    await curator.taps("Сделано")
    await curator.sees("Что сделано?")
    await curator.says("База из 12 наставников")
    await curator.says("школа.рф")
    await curator.sees("Ссылка начинается с https://")
    await curator.says("https://school14.ru/base")
    await curator.sends_document("база.pdf", b"%PDF")
    await curator.sees("Отмечено: сделано")
    await curator.taps("Карточка")
    await curator.sees("✅ Отмечено 16 сентября 2026, Ветрова А. Л.", "База из 12 наставников", "Открыть ссылку")
    await curator.taps("Файл")
    assert curator.documents[-1][0] == "база.pdf"
    await curator.taps("Карточка")
    await curator.taps("Снять отметку")
    await curator.sees("Скоро срок: до 30 сентября 2026")
    async with world.work() as work:
        events = [each.event for each in await work.trail.of("roadmap", school.id)]
    assert events == ["milestone_reopened", "milestone_done"]


async def test_proof_is_needed_and_a_row_can_be_moved_or_dropped(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    head, _ = await world.member("Громов Илья Ильич", Role.HEAD, school)
    await curator.says("/roadmap")
    await opens_card(curator, "Отбор наставников и наставляемых")
    await curator.taps("Сделано")
    await curator.taps("Пропустить")
    await curator.taps("Пропустить")
    await curator.sees("Нужно хоть что-то одно")
    await curator.sends_photo()
    await curator.sees("Отмечено: сделано")

    await head.says("/roadmap")
    await opens_card(head, "Сбор данных о наставляемых")
    await head.taps("Изменить срок")
    await head.says("05.10.2026")
    await head.sees("Срок — 5 октября 2026")
    await head.taps("Карточка")
    await head.sees("Впереди: до 5 октября 2026", "Срок в документе: Август-сентябрь 2024-2028гг.")
    await head.taps("Не нужно")
    await head.says("Наставляемых в этом году нет")
    await head.sees("здесь это не нужно")
    await head.taps("Карточка")
    await head.sees("Отмечено как ненужное", "Наставляемых в этом году нет", "Снова нужно")
    await head.presses_old(head.screen.message_id, f"milestone.done:{school.id}-5-0-20260930")
    await head.sees("Уже отмечено как сделанное: 1 сентября 2026, Ветрова Анна Львовна")


async def test_the_picture_and_the_document_come_as_files(world: World) -> None:
    school, world.maker = await world.organisation(), Blank()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await curator.says("/roadmap")
    await curator.taps("Файлы и люди")
    ways = curator.screen.message_id
    await curator.taps("Картинка на год")
    await curator.sees("Школа № 14: дорожная карта на учебный год")
    assert curator.photos[-1].startswith(b"\x89PNG")
    await curator.taps("Документ с отметками", message=ways)
    await curator.sees("roadmap.docx")


async def test_reminders_come_once_a_day_to_those_who_answer_for_it(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    deputy, person = await world.member("Ильина Мария Олеговна", Role.MENTOR, school)
    pupil, _ = await world.member(
        "Орлов Пётр Ильич", Role.MENTOR, school, category=Category.PUPIL, birth=date(2009, 4, 1)
    )
    psychologist, _ = await world.member("Зимина Ольга Юрьевна", Role.PSYCHOLOGIST, school)
    async with at_desk(world, curator) as desk:
        assert await executors.put(desk, school.id, "deputy", person.id, stands=True)
    await world.until(morning(9, 15))
    assert told(curator) == told(deputy) == []
    await world.until(morning(9, 17))
    assert [len(told(each)) for each in (curator, deputy, psychologist, pupil)] == [1, 1, 1, 0]
    assert "4 дела, ближайший срок — 30 сентября" in told(deputy)[0]
    assert "Дорожная карта, до 30 сентября 2026: Информирование педагогов" in told(curator)[0]
    assert "Дорожная карта, до 30 сентября 2026: Отбор наставников" in told(psychologist)[0]
    await deputy.taps("К дорожной карте")  # not of the staff: the first of them, and then the next one
    await deputy.taps("Сделано")
    await deputy.says("Готово")
    await deputy.taps("Пропустить")
    await deputy.taps("Пропустить")
    await world.until(morning(10, 2))
    assert len(told(deputy)) == 4
    assert "3 дела" in told(deputy)[-1]
    await world.until(morning(10, 4))
    assert len(told(deputy)) == 4
    async with at_desk(world, curator) as desk:
        late = await roadmap.attention(desk, school.id)
    assert len(late) == 4


async def test_a_downtime_swallows_nothing_that_still_makes_sense(world: World) -> None:
    school = await world.organisation()
    head, _ = await world.member("Громов Илья Ильич", Role.HEAD, school)
    await world.until(datetime(2026, 9, 15, 12, tzinfo=UTC))
    world._clock.set(datetime(2026, 9, 18, 19, tzinfo=UTC))
    await world.advance(timedelta(minutes=1))
    assert told(head) == []
    await world.until(morning(9, 20))
    assert told(head) == [], "work rests at the weekend"
    await world.until(morning(9, 21))
    assert len(told(head)) == 1
    assert "5 дел, ближайший срок — 30 сентября 2026" in told(head)[0]


async def test_the_coordinator_learns_what_is_late_where(quick_database: Database) -> None:
    start = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
    async with municipality(quick_database, "kavkazsky", start) as world:
        first, _ = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        await leader.says("/roadmap")
        await leader.sees("Чью показать?", "Муниципалитет", "Школа № 1", "Школа № 2")
        await leader.taps("Муниципалитет")
        await leader.sees("Дорожная карта: Муниципалитет", "Утверждение муниципальной Дорожной карты")
        await leader.taps("Другая организация")
        await leader.taps("Где опаздывают")
        await leader.sees("Нигде: все сроки соблюдены")

        async with at_desk(world, curator) as desk:
            await roadmap_card.begin_done(desk, f"{first.id}-4.1-0-20261001")
        await curator.says("/menu")
        await curator.says("/roadmap")
        await world.until(morning(10, 2))
        assert sum("опаздывают с дорожной картой" in text for text in digests(leader)) == 1
        await leader.taps("Что и где опаздывает")
        await leader.sees("до 1 октября 2026", "2 из 2 организаций")
        await opens_card(leader, "Обновление базы")
        await leader.sees("Не сделано в срок: 2 из 2", "1. Школа № 1", "2. Школа № 2")
        await leader.taps("2")
        await leader.sees("Дорожная карта: Школа № 2", "опоздание, было до 1 октября 2026")
        await opens_card(leader, "Мониторинг достижения")
        await leader.sees("Руководители организаций", "заголовок раздела 5")
        await leader.taps("К дорожной карте")
        await leader.taps("Файлы и люди")
        await leader.taps("Где опаздывают")
        await leader.taps("По организациям")
        await leader.sees("1. Школа № 1: 3 мероприятия")
        await world.until(morning(10, 9))
        assert sum("опаздывают с дорожной картой" in text for text in digests(leader)) == 2, "once more within a week"


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
async def test_participants_have_no_roadmap(world: World, role: Role) -> None:
    school = await world.organisation()
    phone, _ = await world.member("Ветрова Анна Львовна", role, school)
    await phone.says("/roadmap")
    await phone.sees_no("Дорожная карта:")
    await phone.presses_old(phone.screen.message_id, f"milestone.open:{school.id}-2-0-20260930")
    await phone.sees_no("Содержание")


async def test_open_days_are_set_by_hand_and_the_next_day_is_reminded_of(quick_database: Database) -> None:
    start = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
    async with municipality(quick_database, "kavkazsky", start) as world:
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        await world.organisation("Школа № 1")
        async with at_desk(world, leader) as desk:
            board = await roadmap.board(desk, None, roadmap.Only.ALL, roadmap.Order.STAGE, 0)
            assert board.counts[Standing.UNDATED] == 2
            card = await roadmap_card.card(desk, "0-3.1-0-y2026")
            assert (card.item.last, card.may_do, card.may_plan) == (None, True, True)
        await leader.presses_old(leader.screen.message_id, "milestone.open:0-3.1-0-y2026")
        await leader.sees("Срок не назначен", "По отдельному плану-графику")
        await leader.taps("Назначить срок")
        await leader.says("20.09.2026")
        await world.until(morning(9, 7))
        assert told(leader)[-1] == "1. Дорожная карта: 2 дела, ближайший срок — 15 сентября 2026"
        await leader.taps("К дорожной карте")
        await leader.sees("до 20 сентября 2026 — Организация обучения наставников")


async def test_a_row_that_asks_for_indicators_is_done_when_they_are_sent(quick_database: Database) -> None:
    start, last = datetime(2026, 9, 20, 6, 0, tzinfo=UTC), date(2026, 10, 1)
    async with municipality(quick_database, "kavkazsky", start) as world:
        school = await world.organisation("Школа № 1")
        curator, person = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        async with at_desk(world, curator) as desk:
            period = next(each for each in periods(desk.programme) if each.report_date == last)
            asks = [one for one in await roadmap.attention(desk, school.id) if "показателей" in one.measure.ru]
            [code] = [one.code for one in asks if one.last == last]
            report = next(one for one in await reports_owed.attention(desk, school.id) if one.last == last)
            assert (await roadmap_card.card(desk, code)).may_do
            await desk.work.indicators.send(school.id, period.code, last, (), by=person.id)
            assert code not in [one.code for one in await roadmap.attention(desk, school.id)]
            assert report.report.id not in [one.report.id for one in await reports_owed.attention(desk, school.id)]
            card = await roadmap_card.card(desk, code)
            assert (card.item.standing, card.item.sent) == (Standing.DONE, date(2026, 9, 20))
            assert (card.may_do, card.may_plan, card.may_reopen) == (False, False, False)
            late = await reports_owed.item_of(desk, school.id, report.report.id, last)
            assert late.standing is sent_reports.Standing.FULFILLED
        await curator.presses_old(1, f"milestone.open:{code}")
        await curator.sees("✅ Сделано", "Показатели отправлены 20 сентября 2026")
        await curator.presses_old(1, f"milestone.done:{code}")
        await curator.sees_no("Приложите")
        await curator.presses_old(1, f"reports.of:{school.id}")
        await curator.sees("✅ показатели отправлены")
