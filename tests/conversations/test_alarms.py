"""Alarm answers reach the psychologist quietly, and nobody else; staff find what is theirs in the menu."""

from __future__ import annotations

from datetime import date

from mentoring.needs import Fact, Need
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.conversations import pairs
from tests.conversations.world import World

NOTICE = "Есть ответ, на который стоит взглянуть"


async def asked(world: World, phone: Phone, person: Person, school: Organisation, about: int) -> int:
    """The questionnaire `strength` put before a mentee, with all but the last answer given."""
    definition = world.machine.house.surveys.get("strength")
    answers = {one.id: 5 for one in definition.questions[:-1]} | {"trust": 1, "bored": 1, "misunderstood": 5}
    async with world.work() as work:
        await work.definitions.archive(definition)
        empty = Draft(definition.id, definition.version)
        record = await work.responses.add(
            empty,
            definition,
            state=RecordState.OPEN,
            chat_id=phone.id,
            person_id=person.id,
            organisation_id=school.id,
            subject=Subject("mentorship", about),
        )
        everything = frozenset(one.id for one in definition.questions)
        draft = Draft(definition.id, definition.version, answers, frozenset(), definition.questions[-1].id, "open")
        await work.responses.save(record, draft, definition, was_on_path=frozenset(), on_path=everything)
    return record.id


async def test_the_psychologist_alone_hears_of_a_worrying_answer(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    psychologist, _ = await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, school)
    second, _ = await world.member("Лапина Зоя Игоревна", Role.PSYCHOLOGIST, school)
    head, _ = await world.member("Павлова Елена Викторовна", Role.HEAD, school)
    coordinator, _ = await world.member("Дроздова Инна Олеговна", Role.COORDINATOR, None)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    child, person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2010, 5, 1)
    )
    async with world.work() as work:  # a psychologist who mentors the child hears nothing of it
        await work.memberships.grant(mentor_person.id, school.id, Role.PSYCHOLOGIST)
    number = await pairs.active(world, school, [mentor_person], [person])
    response = await asked(world, child, person, school, number)
    last = world.machine.house.surveys.get("strength").questions[-1].id
    await child.presses_old(child.screen.message_id, f"a:{response}:{last}:5")
    await child.sees("Спасибо")
    await child.presses_old(child.screen.message_id, f"a:{response}:{last}:5")
    for phone in (psychologist, second):
        await phone.sees(NOTICE)
        await phone.never_sees("доверяю")
        assert sum(NOTICE in screen.text for screen in phone.screens) == 1
    for phone in (curator, head, coordinator, mentor, child):
        await phone.never_sees(NOTICE)

    await psychologist.taps("Посмотреть")
    await psychologist.sees("1. 🔸 Петя О.", "2. 🔸 Петя О.")
    await psychologist.taps("2")
    await psychologist.sees("Орлов Петя Иванович", "Я доверяю наставнику.", "Ответ: 1", "Поговорите с глазу на глаз")
    await second.presses_old(second.screen.message_id, "alarm.seen:1")
    await second.sees("Что сделано или решено?")
    await psychologist.taps("Посмотрели")
    await psychologist.says("Поговорили, подождём неделю")
    await psychologist.sees("отмечен как просмотренный")
    await second.taps("Пропустить")
    await second.sees("уже посмотрели: Миронова Ольга Игоревна")
    await curator.presses_old(curator.screen.message_id, "alarms.list")
    await curator.sees("2. ✓ Петя О.", "Миронова Ольга Игоревна")
    await curator.taps("2")
    await curator.sees("Поговорили, подождём неделю")
    for phone in (head, coordinator, child):
        await phone.presses_old(phone.screen.message_id, "alarms.list")
        await phone.sees("недоступно")
    await mentor.presses_old(mentor.screen.message_id, "alarms.list")
    await mentor.sees("Тревожных ответов нет")
    await mentor.presses_old(mentor.screen.message_id, "alarm.card:1")
    await mentor.sees("недоступно")


async def test_a_head_finds_the_reports_and_a_psychologist_their_work_from_the_menu(world: World) -> None:
    school = await world.organisation()
    head, _ = await world.member("Павлова Елена Викторовна", Role.HEAD, school)
    psychologist, _ = await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, school)
    _, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    _, person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2010, 5, 1)
    )
    async with world.work() as work:
        facts = (Fact(Need.REGISTER, date(2026, 9, 1)),)
        await work.needs.save(await work.needs.get(person.id, school.id), facts, by=mentor.id)
    number = await pairs.active(world, school, [mentor], [person])
    for door in ("Сводка", "Опросы", "Как дела у пар", "Пары и группы"):
        await head.says("/menu")
        await head.taps(door)
        await head.sees()
        await head.sees_no("недоступно")
    await head.taps("1")
    await head.sees("Документы", "История", "План развития", "Дневник")
    for closed in (f"meetings.of:{number}:0", f"needs.open:{person.id}:{school.id}", "swot.open:1", "unmatched.list"):
        await head.presses_old(head.screen.message_id, closed)
        await head.sees("недоступно")
    await head.never_sees("учёт")
    for door in ("Тревожные ответы", "Без наставника", "Пары и группы"):
        await psychologist.says("/menu")
        await psychologist.taps(door)
        await psychologist.sees_no("недоступно")
    await psychologist.taps("1")
    await pairs.taps_door(psychologist, "Совместимость")
    await psychologist.sees("Вопрос 1")
