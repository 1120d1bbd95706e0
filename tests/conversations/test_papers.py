"""Orders, statements and consent forms as files in chat, and one order for several pairs."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from docx import Document

from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.pair_school import School
from tests.conversations.world import World
from tests.reading import plain


def newest(phone: Phone) -> tuple[str, str]:
    """Name and text of the last document, tables included."""
    name, content = phone.documents[-1]
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return name, plain("\n".join([*(one.text for one in document.paragraphs), *cells]))


async def test_papers_of_a_pair_from_the_draft_to_the_order(world: World) -> None:
    school = await School.open(world)
    head, _ = await world.member("Павлова Елена Викторовна", Role.HEAD, school.place)
    await school.agree()
    curator, number = school.curator, (await school.newest()).id
    await curator.presses_old(curator.screen.message_id, f"papers.open:{number}")
    await curator.sees("Документы", "Проект приказа (.docx)", "Заявление наставника")
    await curator.taps("Проект приказа")
    await curator.sees("fixing-1.docx", "Приказ о закреплении: Громов Олег Ильич")
    text = newest(curator)[1]
    assert "№ __________" in text
    assert "Закрепить наставника Громова Олега Ильича за наставляемой Серовой Ниной Юрьевной" in text
    assert "Е. В. Павлова" in text

    await school.answered("entry")
    await curator.presses_old(curator.screen.message_id, f"pair.order:{number}")
    await curator.says("125-од")
    await curator.taps("Сегодня")
    await curator.taps("Всё верно")
    await curator.taps("Приказ (.docx)")
    assert "№ 125-од" in newest(curator)[1]
    await head.presses_old(head.screen.message_id, f"papers.make:petition:{number}")
    await head.sees("petition-1.docx")
    assert "от Серовой Нины Юрьевны" in newest(head)[1]
    await school.mentor.presses_old(school.mentor.screen.message_id, f"papers.make:fixing:{number}")
    await school.mentor.sees("Это вам недоступно")
    await curator.presses_old(curator.screen.message_id, f"papers.make:release:{number}")
    await curator.sees("пока не из чего составить")


async def test_a_petition_reaches_the_head_without_the_words_told_to_the_curator(world: World) -> None:
    school = await School.open(world)
    head, _ = await world.member("Павлова Елена Викторовна", Role.HEAD, school.place)
    await school.agree()
    number, words = (await school.newest()).id, "Мне страшно на занятиях"
    await school.mentee.presses_old(school.mentee.screen.message_id, f"pair.leave:{number}")
    await school.mentee.says(words)
    for phone in (head, school.curator):
        await phone.presses_old(phone.screen.message_id, f"papers.make:petition:{number}")
        await phone.sees("petition-1.docx")
        text = newest(phone)[1]
        assert "Директору\nшколы № 14\nПавловой Елене Викторовне\nот Серовой Нины Юрьевны" in text
        assert (words in text) is (phone is school.curator)
    await head.never_sees(words)


async def test_consents_of_a_pupil_are_the_guardians_and_the_childs(world: World) -> None:
    school = await School.open(world)
    _, pupil = await world.member(
        "Орлов Пётр Иванович", Role.MENTOR, school.place, category=Category.PUPIL, birth=date(2011, 5, 1)
    )
    curator = school.curator
    await curator.presses_old(curator.screen.message_id, f"person.papers:{pupil.id}")
    await curator.sees("Документы: Орлов Пётр Иванович", "Согласия", "Заявление наставника")
    await curator.taps("Согласия")
    await curator.sees(f"consents-p{pupil.id}.docx")
    text = newest(curator)[1]
    assert text.count("СОГЛАСИЕ") == 6
    assert "законный представитель ребёнка: Орлов Пётр Иванович." in text
    assert school.place.name in text
    await curator.presses_old(curator.screen.message_id, f"papers.person:join:{pupil.id}")
    await curator.sees(f"join-p{pupil.id}.docx")
    assert "Законный представитель" in newest(curator)[1]
    stranger, _ = await world.member("Чужая Анна Львовна", Role.CURATOR, await world.organisation("Школа № 2"))
    await stranger.presses_old(stranger.screen.message_id, f"person.papers:{pupil.id}")
    await stranger.sees("он не состоит в вашей организации")


async def agreed(world: World, school: School, mentor: Person, mentee: Person) -> int:
    """A pair that waits for its order, nobody asked anything."""
    async with world.work() as work:
        return await work.mentorships.propose(
            Mentorship(
                id=0,
                organisation_id=school.place.id,
                form=Form.TEACHER_TEACHER,
                role_model="experienced-young",
                kind="individual",
                starts=world.now.date(),
                ends=date(2027, 5, 31),
                state=MentorshipState.AGREED,
                parties=(
                    Party(mentor.id, Side.MENTOR, True, world.now),
                    Party(mentee.id, Side.MENTEE, True, world.now),
                ),
                proposed_by=mentor.id,
                proposed_at=world.now,
            )
        )


async def test_one_order_fixes_several_pairs(world: World) -> None:
    school = await School.open(world)
    other, _ = await world.member("Лаптева Ирина Олеговна", Role.CURATOR, school.place)
    await school.agree()  # its entry questionnaires are not answered
    _, third = await world.member("Белова Ольга Игоревна", Role.MENTEE, school.place)
    second = await agreed(world, school, school.mentor_person, third)
    _, fourth = await world.member("Рябов Павел Андреевич", Role.MENTOR, school.place)
    taken = await agreed(world, school, fourth, third)
    await school.curator.says("/pairs")
    await school.curator.taps("Один приказ на всех")
    await school.curator.sees("Приказа ждут: 3")
    await school.curator.taps("Всех")
    await school.curator.sees("Таких пар и групп: 1")
    await school.curator.taps("Подождать их ответов")
    await school.curator.says("200-од")
    await school.curator.taps("Сегодня")
    await other.presses_old(other.screen.message_id, f"pair.order:{taken}")
    await other.says("7")
    await other.taps("Сегодня")
    await other.taps("Всё верно")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Приказ № 200-од", "закреплено пар и групп — 1", "Не закреплены", "Олег Г. → Нина С.")
    await school.mentor.sees("Наставничество началось")
    async with world.work() as work:
        states = {one.id: (one.state, one.order) for one in await work.mentorships.many([1, second, taken])}
    order = Order("200-од", date(2026, 9, 1))
    assert states[1] == (MentorshipState.AGREED, None)
    assert states[second] == (MentorshipState.ACTIVE, order)
    assert states[taken] == (MentorshipState.ACTIVE, Order("7", date(2026, 9, 1)))

    await school.curator.presses_old(school.curator.screen.message_id, f"orders.new_in:{school.place.id}")
    await school.curator.taps("Выбрать")
    await school.curator.taps("Олег Г. → Нина С.")
    await school.curator.taps("Готово")
    await school.curator.taps("Закрепить и их")
    await school.curator.says("200-од")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    await school.curator.taps("Приказ (.docx)")
    text = newest(school.curator)[1]
    assert "согласно приложению" in text
    assert {"Белова Ольга Игоревна", "Серова Нина Юрьевна"} <= set(text.splitlines())
    await school.curator.presses_old(school.curator.screen.message_id, f"orders.new_in:{school.place.id}")
    await school.curator.sees("Сейчас никто не ждёт приказа")
