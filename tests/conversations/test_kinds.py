"""Kinds of mentoring from the proposal to a logged meeting: a pupil teaches a teacher, one meeting, another school."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.consents import ConsentKind
from mentoring.life import Gathering
from mentoring.meetings import MeetingState
from mentoring.mentorships import EarlyEnd, Mentorship, MentorshipState
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from programmes.parts import Kind
from simulator.phones import Phone
from storage.engine import Database
from surveys.record import RecordState, Subject
from surveys.wording import Wording
from tests.conversations.pairs import taps_door
from tests.conversations.world import World, house_of

PAIR = frozenset({Gathering.PAIR})
KINDS = (
    Kind("reverse", Wording("Реверсивное", "Reverse"), gatherings=PAIR, reverse=True),
    Kind("flash", Wording("Одна встреча", "One meeting"), gatherings=PAIR, single_meeting=True),
    Kind("network", Wording("Сетевое", "Network"), gatherings=PAIR, network=True),
)
CURATOR = "Ветрова Анна Львовна"
TEACHER = "Громов Олег Ильич"
YOUNG = "Серова Нина Юрьевна"


@pytest.fixture
async def kinds(quick_database: Database) -> AsyncIterator[World]:
    """A programme with a kind of each sort beside the usual pairs."""
    house = house_of("tver-school-14", "mentoring_bot")
    programme = replace(house.programme, kinds=(*house.programme.kinds, *KINDS))
    made = await World.open(quick_database, house=replace(house, programme=programme))
    yield made
    await made.machine.jobs.close()
    await made.machine.bot.session.close()


async def proposes(curator: Phone, kind: str, mentee: str, mentor: str, *more: str) -> None:
    """The curator proposes a pair for half a year from today; `more`: form and role model."""
    await curator.says("/pairs")
    await curator.taps("Новая пара")
    for choice in ("Пару", kind, mentee, mentor, *more, "Сегодня", "Через полгода", "Всё верно"):
        await curator.taps(choice)


async def ordered(world: World, curator: Phone, *agreeing: Phone) -> Mentorship:
    """Everybody agrees and the order is entered; entry questionnaires, where there are any, are answered."""
    for phone in agreeing:
        await phone.taps("Согласиться")
    async with world.work() as work:
        for record in await work.responses.about(Subject("mentorship", 1)):
            await work.responses.close([record.id], RecordState.FINISHED)
    await curator.taps("Приказ")
    await curator.says("125-од")
    await curator.taps("Сегодня")
    await curator.taps("Всё верно")
    return await stored(world)


async def stored(world: World) -> Mentorship:
    async with world.work() as work:
        found = await work.mentorships.get(1)
    assert found is not None
    return found


async def plans(phone: Phone, kind: str) -> None:
    """A meeting on the next day at noon."""
    await phone.taps("Назначить встречу")
    for choice in (kind, "2", "12:00", "В школе", "Всё верно"):
        await phone.taps(choice)


async def logs(world: World, phone: Phone, *more: str) -> None:
    """The day after, in three taps."""
    await world.advance(timedelta(days=1, hours=4))
    for choice in ("Да", "45 минут", *more, "Готово"):
        await phone.taps(choice)
    await phone.sees("Записано")


async def pupil(world: World, place: Organisation, name: str, role: Role) -> tuple[Phone, Person]:
    """Fifteen years old: consents of their own and of the mother."""
    phone, person = await world.member(name, role, place, category=Category.PUPIL, birth=date(2011, 3, 1))
    async with world.work() as work:
        mother = await work.people.add("Орлова Вера Петровна", category=Category.PARENT)
        await work.guardianships.put(person.id, mother.id, "mother")
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            await work.consents.give(person.id, kind, 1, given_by=mother.id)
    return phone, person


async def test_a_pupil_mentors_a_teacher_in_a_reverse_kind(kinds: World) -> None:
    place = await kinds.organisation()
    curator, _ = await kinds.member(CURATOR, Role.CURATOR, place)
    mentor, mentor_person = await pupil(kinds, place, "Орлов Петя Иванович", Role.MENTOR)
    mentee, mentee_person = await kinds.member(TEACHER, Role.MENTEE, place)
    await proposes(curator, "Индивидуальное", TEACHER, "Орлов Петя Иванович", "Учитель – ученик", "Учитель – одарённый")
    await curator.sees("Петя О. не может быть наставником в этой форме")  # usually a teacher mentors a pupil
    async with kinds.work() as work:
        assert await work.mentorships.get(1) is None
    for choice in ("2", "Реверсивное", "Всё верно"):
        await curator.taps(choice)
    await mentor.sees("Тебя приглашают стать наставником", TEACHER)
    await mentee.sees("Для вас нашёлся наставник", "Орлов Петя Иванович")
    made = await ordered(kinds, curator, mentor, mentee)
    assert (made.state, made.kind) == (MentorshipState.ACTIVE, "reverse")
    assert (made.mentors, made.mentees) == ((mentor_person.id,), (mentee_person.id,))
    await mentor.sees("назначь встречу-знакомство")
    await plans(mentor, "Знакомство")
    await mentee.sees("Орлов Петя Иванович", "Знакомство")
    await logs(kinds, mentor)
    await mentee.sees("Как прошла встреча")
    async with kinds.work() as work:
        (held,) = await work.meetings.of_mentorship(1, MeetingState.HELD)
    assert held.logged_by == mentor_person.id
    await curator.presses_old(curator.screen.message_id, "pair.open:1")
    await curator.sees("Вид: Реверсивное", "Встреч прошло: 1")


async def test_one_meeting_is_planned_held_and_closes_the_pair_without_questionnaires(kinds: World) -> None:
    place = await kinds.organisation()
    curator, _ = await kinds.member(CURATOR, Role.CURATOR, place)
    mentor, _ = await kinds.member(TEACHER, Role.MENTOR, place)
    mentee, _ = await kinds.member(YOUNG, Role.MENTEE, place, birth=date(2001, 3, 4))
    await proposes(curator, "Одна встреча", YOUNG, TEACHER, "Учитель – учитель", "Опытный – молодой")
    await mentor.sees("Когда согласятся все, школа закрепит вас приказом")
    for phone in (mentor, mentee):
        await phone.taps("Согласиться")
    await mentee.sees("Теперь школа закрепит вас приказом")
    await curator.sees("Встреча здесь одна, анкет до неё нет")
    async with kinds.work() as work:
        assert not await work.responses.about(Subject("mentorship", 1))
    await ordered(kinds, curator)
    await plans(mentor, "Рабочая")
    await mentor.presses_old(mentor.screen.message_id, "meeting.new:1")
    await mentor.sees("одна встреча, и она уже есть")
    await logs(kinds, mentor)
    await kinds.advance(timedelta(days=2))
    await curator.sees("Пора завершать")
    await curator.taps("Завершить")
    await curator.sees("Завершаем?")
    await curator.taps("Да, завершить")
    await mentee.sees("Наставничество завершено")
    for phone in (mentor, mentee):
        for questionnaire in ("Анкета перед началом", "Итоговая анкета", "Отчёт наставника"):
            await phone.never_sees(questionnaire)
    assert (await stored(kinds)).state is MentorshipState.COMPLETED


async def test_a_mentor_of_another_school_from_the_proposal_to_a_logged_meeting(kinds: World) -> None:
    place, far = await kinds.organisation(), await kinds.organisation("Школа № 15")
    curator, _ = await kinds.member(CURATOR, Role.CURATOR, place)
    theirs, _ = await kinds.member("Лаптева Ирина Олеговна", Role.CURATOR, far)
    mentor, mentor_person = await kinds.member(TEACHER, Role.MENTOR, far)
    await kinds.member("Белова Ирина Павловна", Role.MENTOR, place)
    mentee, mentee_person = await kinds.member(YOUNG, Role.MENTEE, place, birth=date(2001, 3, 4))
    await curator.says("/pairs")
    await curator.taps("Новая пара")
    for choice in ("Пару", "Индивидуальное", YOUNG):
        await curator.taps(choice)
    await curator.sees_no(TEACHER)  # of another school: only a kind of the network joins them
    await curator.taps("Отменить")
    await curator.taps("Да, отменить")
    await proposes(curator, "Сетевое", YOUNG, TEACHER, "Учитель – учитель", "Опытный – молодой")
    await mentor.sees("Вас приглашают стать наставником", YOUNG)
    made = await ordered(kinds, curator, mentor, mentee)
    assert (made.organisation_id, made.mentors) == (place.id, (mentor_person.id,))
    await plans(mentor, "Знакомство")
    await mentee.sees(TEACHER)
    await logs(kinds, mentor)
    await mentor.says("/menu")
    await mentor.taps("Моя пара")
    await mentor.sees(YOUNG, "Встреч прошло: 1")
    await taps_door(mentor, "План развития")
    await mentor.sees_no("недоступно")
    for press in (f"needs.open:{mentee_person.id}:{place.id}", "pair.order:1", "health.open:1", "trail.open:1"):
        await mentor.presses_old(mentor.screen.message_id, press)
        await mentor.sees("недоступно")  # the pair alone is theirs in that school
    await theirs.presses_old(theirs.screen.message_id, "pair.open:1")
    await theirs.sees("недоступно")
    await curator.presses_old(curator.screen.message_id, "pair.end_early:1")
    for choice in ("Заявление наставника", "Пропустить", "Пропустить", "Всё верно"):
        await curator.taps(choice)
    await mentor.sees("прекращено досрочно")
    assert (await stored(kinds)).end_reason is EarlyEnd.STATEMENT
