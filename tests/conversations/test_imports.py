"""A list of people from a file: preview, mistakes, all or nothing, and personal links that join the same records."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook

from mentoring.people import MembershipState, Organisation
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.people import PeopleFilter
from tests.conversations.newcomers import consents, guardian_consents, link_of, teacher_tells, ticks
from tests.conversations.world import World

HEAD = ("Класс", "Роль", "ФИО", "Дата рождения", "Должность")
TEACHER = (None, "наставник", "Алфёрова Анна Ивановна", "12.03.1990", "учитель физики")
PUPIL = ("7А", "наставляемый", "Петров Пётр Ильич", "25.03.2013", None)


def sheet(*rows: tuple[object, ...]) -> bytes:
    book, content = Workbook(), BytesIO()
    page = book.active
    assert page is not None
    page.title = "Люди"
    for each in (HEAD, *rows):
        page.append(each)
    book.save(content)
    return content.getvalue()


async def curator_of(world: World) -> tuple[Phone, Organisation]:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    return curator, school


async def opens_import(curator: Phone) -> None:
    await curator.presses_old(curator.screen.message_id, "import.open")


async def sends(curator: Phone, content: bytes) -> None:
    await opens_import(curator)
    await curator.sends_document("people.xlsx", content)


async def states(world: World, school: Organisation) -> dict[str, MembershipState]:
    async with world.work() as work:
        which = PeopleFilter(organisation_id=school.id, states=frozenset(MembershipState))
        found, _ = await work.people.page(which)
        places = await work.memberships.of_people(person.id for person in found)
        return {person.name: places[person.id][0].state for person in found}


async def links(curator: Phone) -> dict[str, str]:
    """Names and links of the sheet the curator was given last."""
    _, content = curator.documents[-1]
    page = load_workbook(BytesIO(content)).active
    assert page is not None
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2, max_col=4)]
    return {str(name): str(link) for name, _, _, link in rows}


async def test_a_list_is_looked_at_taken_in_once_and_its_people_come_by_their_links(world: World) -> None:
    curator, school = await curator_of(world)
    await sends(curator, sheet(TEACHER, PUPIL))
    await curator.sees("2 строки", "Новых людей: 2", "Наставников добавится: 1", "Петров Пётр Ильич, 7А")
    assert list(await states(world, school)) == ["Сидорова Анна Ивановна"], "nothing is taken in by looking"
    await curator.taps("Взять в базу")
    await curator.sees("Список принят", "Новых людей: 2")
    await curator.taps("Личные ссылки")
    await curator.taps("Сделать ссылки")
    await curator.sees("Личные ссылки: 2")
    handed = await links(curator)

    await sends(curator, sheet(TEACHER, PUPIL))
    await curator.sees("Новых людей: 0", "Уже есть в базе: 2", "добавлять нечего")

    teacher = world.phone("Анна")
    await teacher.opens(handed[TEACHER[2]])
    await teacher.sees("Школа № 14", "Дата рождения")
    await teacher.never_sees("Алфёрова")
    await teacher.says("12.03.1990")
    await consents(teacher)
    assert "Алфёрова Анна Ивановна" in teacher.screen.labels, "the name is offered once the consents are there"
    await teacher.taps("Алфёрова Анна Ивановна")
    await teacher.taps("Учитель или педагог")
    await teacher.taps("Учитель-предметник")
    await teacher.says("01.09.2014")
    await teacher.says("01.09.2020")
    await teacher.taps("Проекты")
    await teacher.taps("Готово")
    await teacher.taps("Пропустить")
    await teacher.taps("Всё верно")
    await teacher.sees("Вас приняли")
    await curator.sees("Алфёрова Анна Ивановна", "по личной ссылке")
    assert (await states(world, school))["Алфёрова Анна Ивановна"] is MembershipState.APPROVED
    async with world.work() as work:
        assert await work.people.count() == 3, "the same record, no second one"

    stranger = world.phone("Чужой")
    await stranger.opens(handed[TEACHER[2]])
    await stranger.sees("уже")
    async with world.work() as work:
        assert await work.people.by_telegram(stranger.id) is None


async def test_a_child_of_a_list_waits_for_the_guardian_as_ever(world: World) -> None:
    curator, school = await curator_of(world)
    await sends(curator, sheet(PUPIL))
    await curator.taps("Взять в базу")
    await curator.taps("Кто ещё не пришёл")
    await curator.taps("1")
    await curator.taps("Скопировать ссылку")
    child = world.phone("Петя")
    await child.opens(curator.copied or "")
    await child.says("25.03.2013")
    await child.sees("нужно согласие")
    await guardian_consents(world.phone("Ольга"), await link_of(child), "Петрова Ольга Сергеевна")
    await child.taps("Петров Пётр Ильич")
    await child.taps("Ученик или ученица")
    await child.says("7А")
    await ticks(child, "Спорт")
    await child.taps("Готово")
    await child.taps("Пропустить")
    await child.taps("Всё верно")
    await child.sees("Тебя приняли")
    assert (await states(world, school))["Петров Пётр Ильич"] is MembershipState.APPROVED


async def test_mistakes_are_told_with_their_places_and_nothing_is_taken_in(world: World) -> None:
    curator, school = await curator_of(world)
    await sends(curator, sheet(TEACHER, ("99Я", "наставляемый", "Петров Пётр", "31.02.2013", None)))
    await curator.sees("«Люди», строка 3, «Класс»", "нет такого класса", "«Дата рождения»", "это не дата")
    await curator.taps("Ошибки файлом")
    _, content = curator.documents[-1]
    page = load_workbook(BytesIO(content)).active
    assert page is not None
    assert [page.cell(2, column).value for column in (1, 2, 3)] == ["Люди", 3, "Дата рождения"]
    assert list(await states(world, school)) == ["Сидорова Анна Ивановна"]
    await opens_import(curator)
    await curator.sends_document("people.txt", b"...")
    await curator.sees("Нужен файл .xlsx")
    await curator.sends_document("people.xlsx", b"no workbook")
    await curator.sees("не открывается")
    await curator.taps("К спискам из файла")
    await curator.taps("Шаблон")
    name, template = curator.documents[-1]
    assert name == "people.xlsx"
    assert [cell.value for cell in next(load_workbook(BytesIO(template)).worksheets[0].iter_rows())][:2] == [
        "ФИО",
        "Роль",
    ]
    await sends(curator, template)
    await curator.sees("нет ни одного человека")


async def test_who_comes_by_the_schools_link_joins_their_record_and_waits_for_the_decision(world: World) -> None:
    curator, school = await curator_of(world)
    await sends(curator, sheet(TEACHER))
    await curator.taps("Взять в базу")
    teacher = world.phone("Анна")
    await teacher.starts(await world.invite(None, school))
    await teacher.taps("Хочу быть наставником")
    await teacher.says("12.03.1990")
    await consents(teacher)
    await teacher_tells(teacher, "Алферова Анна Ивановна")
    await teacher.taps("Всё верно")
    await curator.sees("Новая заявка", "Алферова")
    async with world.work() as work:
        assert await work.people.count() == 2
    assert (await states(world, school))["Алферова Анна Ивановна"] is MembershipState.APPLIED


async def test_a_link_opened_by_somebody_registered_tells_the_curator_of_two_records(world: World) -> None:
    curator, school = await curator_of(world)
    teacher, person = await world.member(
        "Алфёрова Анна", Role.MENTEE, school, category=Category.TEACHER, birth=date(1990, 3, 12)
    )
    await sends(curator, sheet(TEACHER))
    await curator.taps("Взять в базу")
    async with world.work() as work:
        [listed] = await work.people_drafts.listed(school.id)
        token = await work.invitations.create(Role.MENTOR, school.id, person_id=listed.person.id)
    await teacher.starts(token)
    await teacher.sees("вторую запись мы не заводим")
    await curator.sees("Похоже, это один человек")
    await curator.taps("Сравнить записи")
    await curator.sees("Объединить две записи?", "Telegram сохранится")
    await curator.taps("Объединить")
    await curator.sees("одна запись")
    async with world.work() as work:
        places = {(one.role, one.state) for one in await work.memberships.of_person(person.id)}
        assert places == {(Role.MENTEE, MembershipState.APPROVED), (Role.MENTOR, MembershipState.LISTED)}
        assert await work.people.get(listed.person.id) is None
