"""The register of consents and the log of who looked at personal data, in chat and as a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO

from openpyxl import load_workbook

from mentoring.consents import ConsentKind
from mentoring.roles import Category, Role
from storage.consents import Paper
from tests.conversations import pairs
from tests.conversations.pair_school import School
from tests.conversations.world import World


async def test_curator_and_head_read_the_register_of_consents_and_download_it(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Школа № 2")
    curator, curator_person = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school)
    stranger, _ = await world.member("Громов Олег Ильич", Role.MENTOR, other)
    child = (await world.member("Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL))[1]
    mother = (await world.member("Орлова Вера Петровна", Role.GUARDIAN, school))[1]
    async with world.work() as work:
        paper = Paper(date(2026, 8, 20), "Орлова В. П.", curator_person.id)
        await work.consents.give(child.id, ConsentKind.PUBLICATION, 1, given_by=mother.id, paper=paper)
        await work.consents.withdraw(child.id, ConsentKind.PARTICIPATION)
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Реестр согласий")
    await head.sees("всего записей: 9", "Орлов Петя Иванович: Публикация имени и фото, редакция 1, 1 сентября 2026")
    await head.sees("(на бумаге), дал(а) Орлова В. П.")
    await head.sees_no("Громов")
    await head.taps("›")
    await head.sees("2 / 2", "Ветрова Анна Львовна: Обработка персональных данных")
    await curator.says("/privacy")
    await curator.taps("Реестры и журналы")
    await curator.taps("Реестр согласий")
    await curator.taps("Скачать реестр")
    name, content = curator.documents[-1]
    assert name == "consents-2026-09-01.xlsx"
    book = load_workbook(BytesIO(content))
    sheets = {sheet.title: [tuple(map(day, row)) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    newest = (
        "Орлов Петя Иванович",
        "Публикация имени и фото",
        1,
        date(2026, 9, 1),
        "Орлова В. П.",
        date(2026, 8, 20),
    )
    assert sheets["Согласия"][1][:6] == newest
    assert sum(row[7] == date(2026, 9, 1) for row in sheets["Согласия"][1:]) == 1
    assert not any("Громов" in str(row) for row in sheets["Согласия"])
    assert any("Школа № 14" in str(row[3]) for row in sheets["Тексты редакций"][1:])
    await stranger.presses_old(stranger.screen.message_id, f"consents.of:{school.id}:0")
    await stranger.sees("Это вам недоступно")


def day(cell: object) -> object:
    """A sheet's day as a day."""
    return cell.date() if isinstance(cell, datetime) else cell


async def test_whoever_looks_is_written_down_once_and_only_the_head_reads_it(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school)
    _, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    await curator.presses_old(curator.screen.message_id, f"person.of:{mentor.id}")
    await curator.sees("Громов Олег Ильич")
    await curator.presses_old(curator.screen.message_id, f"person.of:{mentor.id}")
    await world.advance(timedelta(minutes=11))
    await curator.presses_old(curator.screen.message_id, f"person.of:{mentor.id}")
    await curator.says("/people")
    await curator.says("/export")
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Кто смотрел данные")
    await head.sees("всего записей: 4", "Ветрова Анна Львовна: выгрузка людей, пар и встреч", "список людей")
    await head.sees("09:11 · Ветрова Анна Львовна: карточка — Громов Олег Ильич")
    await curator.says("/privacy")
    await curator.taps("Реестры и журналы")
    await curator.sees_no("Кто смотрел данные")
    await curator.presses_old(curator.screen.message_id, f"datalog.of:{school.id}:0")
    await curator.sees("Это вам недоступно")


async def test_an_opened_list_of_pairs_is_one_line_however_often_it_is_turned(world: World) -> None:
    school = await School.open(world)
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school.place)
    psychologist, _ = await world.member("Белова Мария Львовна", Role.PSYCHOLOGIST, school.place)
    await world.member("Орлов Петя Иванович", Role.MENTEE, school.place)
    await pairs.active(world, school.place, [school.mentor_person], [school.mentee_person])
    for pressed in ("pairs.list", "plan.list", "pairs.list", "health.list", "plan.page:0"):
        await school.curator.presses_old(school.curator.screen.message_id, pressed)
    await psychologist.presses_old(psychologist.screen.message_id, "unmatched.list")
    await psychologist.sees("Петя О.")
    for pressed in ("pairs.list", "plan.list"):
        await school.mentor.presses_old(school.mentor.screen.message_id, pressed)
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Кто смотрел данные")
    await head.sees("всего записей: 3", "Ветрова Анна Львовна: список пар: 1", "Ветрова Анна Львовна: список планов: 1")
    await head.sees("Белова Мария Львовна: наставляемые без наставника: 1")
    await head.sees_no("Громов", "Орлов")


async def test_ones_own_card_is_nobodys_look(world: World) -> None:
    school = await world.organisation()
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school)
    mentor, person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    await mentor.presses_old(mentor.screen.message_id, "person.me")
    await mentor.sees(person.name)
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Кто смотрел данные")
    await head.sees("Пока никто ничего не смотрел")


async def test_a_curators_looks_at_pairs_meetings_and_plans_are_written_down_and_their_own_peoples_are_not(
    world: World,
) -> None:
    school = await School.open(world)
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school.place)
    first, second = school.mentee_person, (await world.member("Орлов Петя Иванович", Role.MENTEE, school.place))[1]
    group = await pairs.active(world, school.place, [school.mentor_person], [first, second])
    for phone in (school.mentor, school.curator):
        await phone.presses_old(phone.screen.message_id, f"pair.open:{group}")
        await phone.presses_old(phone.screen.message_id, f"meetings.of:{group}:0")
    await head.says("/privacy")
    await head.taps("Реестры и журналы")
    await head.taps("Кто смотрел данные")
    curator = "Ветрова Анна Львовна"
    await head.sees("всего записей: 2", f"{curator}: карточка пары или группы — Серова Нина Юрьевна и ещё 1")
    await head.sees(f"{curator}: встречи — Серова Нина Юрьевна и ещё 1")
    await head.sees_no("Громов")
