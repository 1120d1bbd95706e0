"""Reports that the document asks for: reminded of, sent, returned, accepted, asked for, and counted as monitoring."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mentoring.roles import Role
from storage.engine import Database
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.test_documents import numerators
from tests.conversations.test_indicators_core import municipality

START = datetime(2026, 11, 16, 6, 5, tzinfo=UTC)
"""Two weeks before the end of November, just after nine in the schools."""
REPORT = "Информационно-аналитический отчёт организации"


async def test_a_report_is_owed_sent_returned_and_accepted(quick_database: Database) -> None:
    async with municipality(quick_database, "seversk", START) as world:
        school, second = await world.organisation("Школа № 80"), await world.organisation("Школа № 84")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        other, _ = await world.member("Громова Инна Ильинична", Role.CURATOR, second)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)

        await taps_door(curator, "Отчёты")
        await curator.sees("Отчёты: Школа № 80", f"1. {REPORT} — до 30 ноября 2026: ⏳ скоро срок")
        await curator.taps("1")
        await curator.sees("Принимает координатор", "приложение 2, основной этап, строка 4", "⏳ скоро срок")
        await curator.taps("Отправить отчёт")
        await curator.taps("Пропустить")
        await curator.taps("Пропустить")
        await curator.sends_document("report.docx", b"docx")
        await curator.taps("Всё верно")
        await curator.sees("Отчёт записан", "Координатор увидит его и примет")
        assert await numerators(world, leader) == [0, 1, 0]

        await taps_door(leader, "Отчёты")
        await leader.sees(f"1. {REPORT} — до 30 ноября 2026: 1 из 2, посмотреть 1")
        await leader.taps("1")
        await leader.sees("Не прислали: 1 из 2", "1. Школа № 84 — ⏳ скоро срок", "2. Школа № 80 — отправлен")
        await leader.taps("2")
        card = leader.screen.message_id
        await leader.taps("Вернуть")
        await leader.says("Добавьте числа")
        await curator.sees("отчёт вернули. Что поправить: Добавьте числа")
        assert await numerators(world, leader) == [0, 0, 0]
        await curator.taps("Открыть")
        await curator.taps("Отправить ещё раз")
        await curator.says("Числа на второй странице")
        await curator.taps("Пропустить")
        await curator.taps("Пропустить")
        await curator.taps("Всё верно")
        await leader.presses_old(card, f"owed.accept:{school.id}:organisation:20261130")
        await leader.sees("✅ принят", "Пояснение:\nЧисла на второй странице")
        await leader.presses_old(card, f"owed.accept:{school.id}:organisation:20261130")
        await leader.sees("уже что-то сделали. Сейчас: ✅ принят")
        await curator.sees("отчёт принят")
        await curator.presses_old(card, f"owed.accept:{second.id}:organisation:20261130")
        await curator.presses_old(card, f"owed.open:{second.id}:organisation:20261130")
        await curator.never_sees("Школа № 84")

        await leader.presses_old(card, "owed.who:organisation:20261130:0")
        await leader.taps("Напомнить")
        await leader.sees("Напомнили 1 организации.")
        await other.sees("Школа № 84: координатор напоминает об отчёте")
        await world.until(datetime(2026, 12, 1, 3, 0, tzinfo=UTC))
        assert f"«{REPORT}» до 30 ноября 2026 сдали не все" in digests(leader)[-1]
        await leader.taps("Кто не сдал отчёт")
        await leader.sees("Не прислали: 1 из 2", "1. Школа № 84")
        for text in digests(other):
            assert "Дорожная карта, до 30 ноября" not in text, "it stands in the roadmap, too, and is said once"


async def test_the_coordinator_asks_for_a_report(quick_database: Database) -> None:
    async with municipality(quick_database, "seversk", START) as world:
        school = await world.organisation("Школа № 80")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        await taps_door(leader, "Отчёты")
        await leader.taps("Запросить отчёт")
        await leader.taps(REPORT)
        await leader.taps("20")
        await leader.says("За сентябрь")
        await leader.taps("Всё верно")
        await leader.sees("Его ждут от 1 организации")
        await curator.sees(f"координатор просит отчёт «{REPORT}» к 20 ноября 2026. За сентябрь")
        await curator.says("/menu")
        await taps_door(curator, "Отчёты")
        await curator.sees(f"1. {REPORT} — до 20 ноября 2026: ⏳ скоро срок", "2. ")
        await world.advance(timedelta(days=1, hours=1))
        assert "Ждут 2 отчёта, ближайший — 20 ноября 2026" in digests(curator)[-1]
        await curator.taps("К отчётам")
        await curator.sees(f"1. {REPORT} — до 20 ноября 2026: ⏳ скоро срок")


async def test_the_head_takes_the_reports_of_a_school_by_itself(quick_database: Database) -> None:
    start = datetime(2026, 12, 10, 7, 0, tzinfo=UTC)
    async with municipality(quick_database, "tver-school-14", start) as world:
        school = await world.organisation()
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        head, _ = await world.member("Громов Олег Ильич", Role.HEAD, school)
        await taps_door(curator, "Отчёты")
        await curator.taps("1")
        await curator.sees("Принимает руководитель организации")
        await curator.taps("Отправить отчёт")
        await curator.taps("Пропустить")
        await curator.says("https://school14.example.ru/report")
        await curator.taps("Пропустить")
        await curator.taps("Всё верно")
        await head.sees("вам отправили «Отчёт по итогам наставнической программы»")
        await head.taps("Открыть")
        await head.taps("Принять")
        await head.sees("✅ принят")
        await curator.sees("отчёт принят")
