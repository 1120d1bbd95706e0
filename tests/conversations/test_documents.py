"""The register of documents: kept by the curator, reviewed by the coordinator, who sees who has none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.documents import Details, DocumentKind
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from services import indicators
from services.documents_duty import Attention, attention
from simulator.phones import Phone
from storage.engine import Database
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.test_indicators_core import at_desk, municipality
from tests.conversations.world import World

START = datetime(2026, 11, 10, 6, 0, tzinfo=UTC)
"""A Tuesday, 13:00 in Seversk."""


async def adds(curator: Phone, kind: str, title: str) -> None:
    """Through the form, with a file."""
    await curator.taps("Добавить документ")
    await curator.taps(kind)
    await curator.says(title)
    await curator.says("12-ОД")
    await curator.taps("Сегодня")
    await curator.taps("Пропустить")
    await curator.taps("Пришлю файл")
    await curator.sends_document("programme.pdf", b"%PDF")
    await curator.sees("Проверьте: всё верно?", title, "12-ОД")
    await curator.taps("Всё верно")


async def test_a_programme_is_kept_sent_returned_and_approved(quick_database: Database) -> None:
    async with municipality(quick_database, "seversk", START) as world:
        school = await world.organisation("Школа № 80")
        curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
        head, _ = await world.member("Громов Олег Ильич", Role.HEAD, school)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        stranger, _ = await world.member("Лисов Пётр Ильич", Role.MENTOR, school)

        await taps_door(curator, "Документы")
        await curator.sees("Документы: Школа № 80", "Здесь пока пусто")
        await adds(curator, "Программа", "Программа наставничества")
        await curator.sees("Записали: «Программа наставничества».")
        assert await numerators(world, leader) == [1, 0, 0]
        await curator.taps("Отправить на проверку")
        await curator.sees("На проверке у координатора с 10 ноября 2026", "№ 12-ОД")
        assert not {"Исправить", "В архив"} & set(curator.screen.labels)

        await leader.sees("Школа № 80: Программа «Программа наставничества» ждёт вашей проверки.")
        await leader.taps("Открыть документ")
        card = leader.screen.message_id
        await leader.taps("Получить файл")
        await leader.sees("programme.pdf")
        await leader.taps("Вернуть на доработку", message=card)
        await leader.says("Добавьте план встреч")
        await leader.sees("Вернули на доработку")
        await curator.sees("вернул на доработку. Что поправить: Добавьте план встреч")
        await head.sees("вернул на доработку")
        assert await numerators(world, leader) == [0, 0, 0]

        await curator.taps("Открыть документ")
        await curator.taps("Исправить")
        await curator.taps("Пропустить")
        await curator.sees("Проверьте: всё верно?", "programme.pdf")
        await curator.taps("Всё верно")
        await curator.taps("Отправить на проверку")
        await leader.taps("Открыть документ")
        await leader.taps("Утвердить")
        await leader.sees("✅ Проверено и утверждено 10 ноября 2026, Нина С.")
        await head.sees("всё утверждено")
        assert await numerators(world, leader) == [1, 0, 1]

        await leader.presses_old(card, "document.approve:1")
        await leader.sees("уже что-то сделали: его утвердили")
        for name in ("documents.of:1", "document.open:1", "documents.open", "documents.missing:order:0"):
            await stranger.presses_old(stranger.screens[-1].message_id, name)
        await stranger.never_sees("Программа наставничества")
        await curator.presses_old(card, "document.approve:1")
        await curator.presses_old(card, "document.archive:1")
        await curator.sees("В архиве")
        assert await numerators(world, leader) == [0, 0, 0]
        await curator.taps("Вернуть из архива")
        await curator.sees("✅ Проверено и утверждено")


async def numerators(world: World, leader: Phone) -> list[int | None]:
    """Of Seversk's three indicators, IV.1, IV.3 and IV.4."""
    async with at_desk(world, leader) as desk:
        board = await indicators.standing(desk, None, "2026")
        assert board.period.report_date == date(2026, 11, 30)
        return [line.standing.numerator for line in board.lines]


async def test_the_coordinator_sees_who_has_none_and_reminds_once_a_week(quick_database: Database) -> None:
    async with municipality(quick_database, "seversk", START) as world:
        first, second = await world.organisation("Школа № 80"), await world.organisation("Школа № 84")
        async with world.work() as work:
            garden = await work.organisations.add("Детский сад № 7", OrganisationKind.PRESCHOOL, "Asia/Tomsk")
        curator, person = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
        other, _ = await world.member("Громова Инна Ильинична", Role.CURATOR, second)
        leader, _ = await world.member("Серова Нина Павловна", Role.COORDINATOR, None)
        async with world.work() as work:
            register = work.organisation_documents
            await register.add(first.id, Details(DocumentKind.PROGRAMME, "Программа"), by=person.id)
            old = Details(DocumentKind.ORDER, "Приказ", valid_until=date(2026, 11, 9))
            await register.add(first.id, old, by=person.id)
            ends = Details(DocumentKind.AGREEMENT, "Договор с заводом", valid_until=date(2026, 12, 10))
            await register.add(second.id, ends, by=person.id)

        async with at_desk(world, leader) as desk:
            assert [each.details for each in (await attention(desk, second.id)).ending] == [ends]
            assert await attention(desk, None) == await attention(desk, first.id) == Attention()

        await taps_door(leader, "Документы")
        await leader.sees("1. Программа разработана: 1 из 3 (школы 1 из 2, детские сады 0 из 1)")
        await leader.sees(
            "3. Приказ о внедрении: 0 из 3", "6. Куратор в боте: 2 из 3 (школы 2 из 2, детские сады 0 из 1)"
        )
        await leader.taps("1")
        await leader.sees("Пока нет у 2 организаций", "1. Детский сад № 7", "2. Школа № 84")
        await leader.taps("Напомнить")
        await leader.sees("Напомнили 1 организации. Некому написать, позвоните: Детский сад № 7.")
        await other.sees("Школа № 84: координатор просит", "• программа наставничества", "• приказ о внедрении")
        await other.sees_no("утверждение программы")
        await leader.taps("К списку")
        await leader.sees("2. Школа № 84 — напомнили на этой неделе")
        await leader.taps("Напомнить")
        await leader.sees("Новых напоминаний не отправили. На этой неделе уже напоминали: 1.")
        await curator.never_sees("координатор просит")

        await world.until(START + timedelta(days=6))
        assert "Соглашение «Договор с заводом» действует до 10 декабря 2026" in digests(other)[-1]
        await leader.taps("К списку")
        await leader.taps("Напомнить")
        await leader.sees("Напомнили 1 организации")
        assert garden.id
