"""Events: made, opened with one invitation each, one seat for two, reminded of, attendance, cancelled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mentoring.roles import Category, Role
from services import events_inviting
from simulator.phones import Phone
from tests.conversations.pairs import taps_door
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("seversk", START)


async def makes(maker: Phone, title: str) -> None:
    """A seminar on 10 October at 14:00 for mentors and mentees with one seat; invitations go out."""
    await maker.taps("Новое мероприятие")
    await maker.taps("Семинар")
    await maker.says(title)
    await maker.taps("Пропустить")
    await maker.says("10.10.2026")
    await maker.taps("14:00")
    await maker.taps("Пропустить")
    await maker.says("Актовый зал")
    await maker.taps("Наставники")
    await maker.taps("Наставляемые")
    await maker.taps("Готово")
    await maker.says("1")
    await maker.taps("Всё верно")
    await maker.taps("К мероприятию")
    await maker.sees("черновик")
    await maker.taps("Открыть запись")


async def test_one_seat_two_who_want_it_and_a_child_without_a_name(world: World) -> None:
    school = await world.organisation("Школа № 1")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    pupil, child = await world.member(
        "Лисин Пётр", Role.MENTEE, school, category=Category.PUPIL, birth=date(2012, 3, 1)
    )
    head, _ = await world.member("Громов Олег Ильич", Role.HEAD, school)
    await taps_door(coordinator, "Муниципалитет")
    await taps_door(coordinator, "Мероприятия")
    await makes(coordinator, "Первая встреча")
    await head.never_sees("Первая встреча")

    await mentor.sees("Приглашение: «Первая встреча»", "Актовый зал")
    await pupil.sees("Открой, чтобы записаться")
    await mentor.taps("Открыть")
    await mentor.taps("Записаться")
    await mentor.sees("Записались: 1 из 1", "Вы записаны")
    await pupil.taps("Открыть")
    await pupil.taps("Записаться")
    await pupil.sees("ждут места: 1", "Ты в листе ожидания")
    await mentor.taps("Отменить запись")
    await pupil.sees("Освободилось место", "Место за тобой")
    await world.advance(timedelta(minutes=1))
    await mentor.taps("Записаться")
    await mentor.sees("Вы в листе ожидания")
    await head.presses_old(head.screens[-1].message_id, "event.sign:1")
    await head.toasted("недоступно")

    await coordinator.taps("Участники")
    await coordinator.sees("1. Участник, Школа № 1", "2. Дубов Сергей Ильич, Школа № 1 — ждёт места")
    await coordinator.taps("Таблицей")
    book = load_workbook(BytesIO(coordinator.documents[-1][1]))
    cells = [[cell.value for row in sheet.iter_rows(min_row=2) for cell in row] for sheet in book]
    nothing = [None] * 3
    assert cells == [[None, "Школа № 1", *nothing], ["Дубов Сергей Ильич", "Школа № 1", *nothing]]
    await coordinator.presses_old(coordinator.screens[-1].message_id, "event.field:1:room")
    await coordinator.says("2")
    await mentor.sees("Освободилось место", "Вы записаны")
    await mentor.taps("Открыть")
    await mentor.taps("Отменить запись")
    await coordinator.presses_old(coordinator.screens[-1].message_id, f"event.came:1:{child.id}:0")
    await coordinator.sees("отмечают после начала")
    await world.until(datetime(2026, 10, 9, 12, 0, tzinfo=UTC))
    assert len([each for each in pupil.screens if "Завтра: «Первая встреча»" in each.text]) == 1
    await mentor.never_sees("Завтра: «Первая встреча»")
    await world.until(datetime(2026, 10, 10, 12, 0, tzinfo=UTC))
    await coordinator.presses_old(coordinator.screens[-1].message_id, "event.people:1:0")
    await coordinator.taps("1")
    await coordinator.sees("1. Участник, Школа № 1 — пришёл(ла)")


async def test_a_cancelled_event_takes_nobody(world: World) -> None:
    school = await world.organisation("Школа № 1")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    await taps_door(curator, "Мероприятия")
    await makes(curator, "Круглый стол")
    await mentor.taps("Открыть")
    await mentor.taps("Записаться")
    await mentor.presses_old(mentor.screens[-1].message_id, "event.cancel:1")
    await mentor.toasted("недоступно")
    await curator.taps("Изменить…")
    await curator.taps("Отменить мероприятие")
    await curator.toasted("Отменено")
    await mentor.sees("Отменено: «Круглый стол»", "event.ics")
    await mentor.presses_old(mentor.screens[-1].message_id, "event.sign:1")
    await mentor.sees("сейчас не записывают")


async def test_seats_of_who_leaves_go_on_and_invitations_in_batches(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events_inviting, "AT_ONCE", 1)
    school = await world.organisation("Школа № 1")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    first, leaver = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    second, erased = await world.member("Орлов Пётр Ильич", Role.MENTOR, school)
    third, _ = await world.member("Серова Нина Павловна", Role.MENTOR, school)
    await taps_door(curator, "Мероприятия")
    await makes(curator, "Круглый стол")
    await curator.toasted("Приглашения уходят")
    await third.never_sees("Приглашение")
    await world.advance(timedelta(minutes=5))
    for phone in (first, second, third):
        await phone.sees("Приглашение: «Круглый стол»")
        await phone.taps("Открыть")
        await phone.taps("Записаться")
    await second.sees("Вы в листе ожидания")
    async with world.work() as work:
        (place,) = await work.memberships.of_person(leaver.id)
    await first.presses_old(1, f"place.left:{place.id}")
    await second.sees("Освободилось место")
    await third.never_sees("Освободилось место")
    async with world.work() as work:
        await work.people.erase(erased.id)
    await world.advance(timedelta(hours=1))
    await third.sees("Освободилось место")
    await curator.presses_old(1, "event.people:1:0")
    await curator.sees("В списке: 1", "1. Серова Нина Павловна")
