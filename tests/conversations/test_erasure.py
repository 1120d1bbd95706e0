"""Withdrawing the consent to processing: hidden at once, taken back, erased in the term or at once, and its act."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

from docx import Document

from mentoring.consents import ConsentKind
from mentoring.mentorships import EarlyEnd, MentorshipState
from mentoring.roles import Category, Role
from tests.conversations import newcomers, pairs
from tests.conversations.world import World
from tests.reading import plain
from tests.storage.nameless import dump, read

NAME = "Журавлёва Аграфена Спиридоновна"


async def said(world: World, part: str) -> list[str]:
    """The tables in which somebody with file and key finds it."""
    return [name for name, rows in (await dump(world.database)).items() if part in str(rows)]


async def test_a_mentee_withdraws_takes_it_back_and_is_erased_in_the_term(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    mentee, person = await world.member(NAME, Role.MENTEE, school, birth=date(2001, 3, 4))
    number = await pairs.active(world, school, [mentor_person], [person])
    pair = pairs.Pair(school, mentor, mentee, mentor_person, person, number)
    await pairs.meeting(world, pair, world.now + timedelta(days=2))

    await mentee.says("/privacy")
    await mentee.taps("Отозвать согласие")
    await mentee.sees("Отозвать согласие на обработку данных?", "открытых пар завершится: 1", "До 1 октября")
    await mentee.taps("Стереть через 30 дн.")
    await mentee.sees("Готово: согласие отозвано", "сотрутся 1 октября")
    await mentor.sees("прекращено досрочно")
    await curator.sees(f"{NAME}: отозвано согласие", "скрыты и сотрутся 1 октября")
    async with world.work() as work:
        ended = await work.mentorships.get(number)
        hidden = await work.people.get(person.id)
        assert await work.chats.of_person(person.id) is None
    assert ended is not None
    assert hidden is not None
    assert (ended.state, ended.end_reason) == (MentorshipState.ENDED_EARLY, EarlyEnd.LEFT)
    assert hidden.name == f"№ {person.id}"
    await mentor.presses_old(mentor.screen.message_id, f"pair.card:{number}")
    await mentor.sees(f"№ {person.id}")
    await mentor.sees_no("Журавлёва")
    await curator.presses_old(curator.screen.message_id, f"person.of:{person.id}")
    await curator.sees("скрыты или стёрты")
    shown = len(mentee.messages)
    await world.advance(timedelta(days=4))
    assert len(mentee.messages) == shown, "nothing is sent any more"
    await mentee.says("/menu")
    await mentee.sees_no("Журавлёва")

    await mentee.says("/privacy")
    await mentee.sees("Согласие отозвано", "сотрутся 1 октября")
    await mentee.taps("Вернуть данные")
    await mentee.sees("Данные и согласия снова на месте")
    await curator.sees(f"{NAME}: отзыв согласия отменён")
    async with world.work() as work:
        back = await work.people.get(person.id)
        consents = await work.consents.current(person.id)
    assert back is not None
    assert (back.name, back.telegram_id, back.birth) == (NAME, mentee.id, date(2001, 3, 4))
    assert {one.kind for one in consents} == {ConsentKind.PROCESSING, ConsentKind.PARTICIPATION}

    await mentee.says("/privacy")
    await mentee.taps("Отозвать согласие")
    await mentee.taps("Стереть через 30 дн.")
    await world.advance(timedelta(days=31))
    await curator.sees(f"Персональные данные человека № {person.id} уничтожены")
    assert await said(world, NAME) == []
    assert await said(world, "Аграфена") == []
    await mentee.presses_old(mentee.screen.message_id, "erasure.undo:2")
    await mentee.sees("недоступно")
    await curator.taps("Акт об уничтожении")
    name, content = curator.documents[-1]
    assert name == "act-2.docx"
    document = Document(BytesIO(content))
    words = plain("\n".join([each.text for each in document.paragraphs]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"№ {person.id}" in words
    assert "Дата уничтожения: 5 октября 2026" in words
    assert "отзыв согласия субъектом" in words
    assert any("фамилия, имя, отчество" in cell for cell in cells)
    assert not any("Журавлёва" in each for each in (words, *cells))


async def test_a_guardian_erases_the_child_at_once_and_nothing_is_left(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    child, person = await world.member(NAME, Role.MENTEE, school, category=Category.PUPIL, birth=date(2013, 5, 1))
    mother, mother_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(person.id, mother_person.id, "mother")
        assert world.database.path is None or NAME.encode() in read(world.database)
    await child.says("/privacy")
    await child.sees_no("[Отозвать согласие]")
    await child.presses_old(child.screen.message_id, f"erase.now:{person.id}")
    await child.sees("До 14 лет решают родители")
    await mother.presses_old(mother.screen.message_id, f"ward.consents:{person.id}")
    await mother.taps("Стереть данные ребёнка")
    await mother.sees(f"{NAME}?", "Стереть сразу")
    await mother.taps("Стереть сразу")
    await mother.sees("Вернуть их будет нельзя")
    await mother.taps("Да, стереть навсегда")
    await mother.sees(f"№ {person.id}", "стираются, вернуть их нельзя")
    await curator.sees(f"{NAME}: отозвано согласие", "(решение родителя)", "Данные стираются сейчас")
    await world.advance(timedelta(minutes=5))
    await curator.sees("Акт об уничтожении")
    assert await said(world, "Журавлёва") == []
    if world.database.path is not None:
        assert "Журавлёва".encode() not in read(world.database)
        assert "журавлева".encode() not in read(world.database)
    await curator.says("/privacy")
    await curator.taps("Реестры и журналы")
    await curator.taps("Акты об уничтожении")
    await curator.sees(f"человек № {person.id}, уничтожено 1 сентября 2026")
    await child.says("/privacy")
    await child.sees("О вас хранится только номер этого чата")


async def test_a_letter_is_written_down_by_the_curator_and_only_of_their_own_people(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Школа № 2")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    head, _ = await world.member("Зимин Пётр Ильич", Role.HEAD, school)
    _, person = await world.member(NAME, Role.MENTOR, school)
    _, busy = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    async with world.work() as work:
        await work.memberships.grant(busy.id, other.id, Role.MENTEE)
    await head.presses_old(head.screen.message_id, f"person.papers:{person.id}")
    await head.sees_no("письмо")
    await head.presses_old(head.screen.message_id, f"erase.now:{person.id}")
    await head.sees("недоступно")
    await curator.presses_old(curator.screen.message_id, f"erase.ask:{busy.id}")
    await curator.sees("участвует и в другой организации")
    await curator.presses_old(curator.screen.message_id, f"person.papers:{person.id}")
    await curator.taps("Отзыв согласия (письмо)")
    await curator.taps("Стереть через 30 дн.")
    await curator.sees(f"№ {person.id}", "сотрутся 1 октября")
    await curator.says("/privacy")
    await curator.sees(f"Согласие отозвано (№ {person.id})")
    await curator.taps("Вернуть данные")
    await curator.sees(f"{NAME}: данные и согласия снова на месте")


async def test_a_guardian_who_leaves_alone_stops_the_child_too(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    child, person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2013, 5, 1)
    )
    mother, mother_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(person.id, mother_person.id, "mother")
    await mother.says("/privacy")
    await mother.taps("Отозвать согласие")
    await mother.sees("Орлов Петя Иванович: других родителей в боте нет")
    await mother.taps("Стереть через 30 дн.")
    await child.sees("Твоё участие в программе остановлено")
    await curator.sees("останавливает участие ребёнка")


async def test_only_the_name_is_published_no_more(world: World) -> None:
    phone, person = await world.member(NAME, Role.MENTOR, await world.organisation())
    async with world.work() as work:
        await work.consents.give(person.id, ConsentKind.PUBLICATION, 1, given_by=person.id)
    await phone.says("/privacy")
    await phone.taps("Не публиковать имя")
    await phone.sees("Согласие на публикацию отозвано")
    await phone.presses_old(phone.screen.message_id, "privacy.unpublish")
    await phone.sees("нигде не публикуется")


async def test_a_registration_that_was_begun_is_erased_by_a_button(world: World) -> None:
    phone = world.phone("Лада")
    await newcomers.begins(phone, await world.invite(None, await world.organisation()), newcomers.ADULT)
    await phone.says("/privacy")
    await phone.sees("Вы начали регистрироваться")
    await phone.taps("Стереть начатое")
    await phone.sees("Начатая регистрация стёрта")
    assert await said(world, "1990-03-12") == []
    await phone.presses_old(phone.screen.message_id, "privacy.forget")
    await phone.sees("Стирать нечего")
