"""People who do everything wrong: each mistake gets a sentence that says what to do, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.meetings import MeetingState
from mentoring.roles import Role
from surveys.record import RecordState, Subject
from surveys.response import Draft
from surveys.typed import read_name
from tests.conversations import pairs
from tests.conversations.clumsy import Clumsy
from tests.conversations.failing_school import parked_bodies
from tests.conversations.newcomers import ADULT, begins, consents, teacher_tells
from tests.conversations.world import World

NAME = "Иванова Мария Петровна"
TEACHER = {
    "who": "mentor",
    "birth": ADULT,
    "name": NAME,
    "category": "teacher",
    "career_start": "01.09.2014",
    "hired_here": "01.09.2020",
}


async def test_a_clumsy_teacher_registers_all_the_same(world: World) -> None:
    school = await world.organisation()
    teacher = Clumsy(world, world.phone("Мария"), "Слово")
    await teacher.starts(await world.invite(None, school))
    await teacher.fills(TEACHER)
    assert "заявка отправлена" in teacher.phone.screen.text, "what came of it stands, pressed twice or not"
    assert {"birth", "processing", "name", "post", "career_start", "help_areas", "check"} <= teacher.fumbled.keys()
    assert min(teacher.fumbled.values()) >= 8
    async with world.work() as work:
        person = await work.people.by_telegram(teacher.phone.id)
        assert person is not None
        assert person.name == NAME
        assert len(await work.memberships.of_person(person.id)) == 1
    assert await parked_bodies(world) == []


async def test_a_clumsy_mentor_plans_and_logs(world: World) -> None:
    pair = await pairs.pair(world)
    mentor = Clumsy(world, pair.mentor, "Слово")
    await mentor.says("/meetings")
    await mentor.opens("meeting.plan")
    await mentor.fills({"date": "03.09.2026", "time": "15:00"})
    [planned] = await pairs.planned(world, pair)
    mentor.fumbled.clear()
    await world.until(planned.starts_at + timedelta(hours=2))
    await mentor.opens("meeting.logged")
    await mentor.fills({"minutes": "50", "more": "add"}, until="mark")
    assert {"minutes", "more", "topics"} <= mentor.fumbled.keys()
    logged = await pairs.stored(world, planned.id)
    assert (logged.state, logged.minutes) == (MeetingState.HELD, 50)
    assert await parked_bodies(world) == []


async def test_a_clumsy_mentee_answers_a_questionnaire_over_days(world: World) -> None:
    pair = await pairs.pair(world)
    name = "entry-teacher-teacher-mentee"
    async with world.work() as work:
        definition = world.machine.house.surveys.get(name)
        await work.definitions.archive(definition)
        await work.responses.add(
            Draft(definition.id, definition.version),
            definition,
            state=RecordState.WAITING,
            chat_id=pair.mentee.id,
            person_id=pair.mentee_person.id,
            organisation_id=pair.school.id,
            subject=Subject("mentorship", pair.mentorship),
        )
    mentee = Clumsy(world, pair.mentee, "Слово")
    await mentee.says("/surveys")
    await mentee.opens("response.open")
    third = definition.questions[3].id
    await mentee.fills({}, until=third)
    await pair.mentee.taps("Продолжить позже")
    await pair.mentee.sees("Отложили")
    await world.advance(timedelta(days=3))
    await mentee.says("/surveys")
    await mentee.opens("response.open")
    await pair.mentee.sees("Вопрос 4")
    await mentee.fills({})
    assert "Спасибо" in pair.mentee.screen.text
    async with world.work() as work:
        [found] = await work.responses.about(Subject("mentorship", pair.mentorship))
        record = await work.responses.get(found.id)
    assert record is not None
    assert record.state is RecordState.FINISHED
    assert record.draft.answers.keys() == mentee.fumbled.keys(), "what was asked before and after the pause"
    assert await parked_bodies(world) == []


async def test_starting_again_in_the_middle_goes_on_where_one_was(world: World) -> None:
    school = await world.organisation()
    token = await world.invite(None, school)
    teacher = world.phone("Мария")
    await begins(teacher, token, ADULT)
    await consents(teacher)
    await teacher.says(NAME)
    await teacher.starts()
    await teacher.sees("Всё введённое сохранено", "Незавершённое")
    await teacher.taps("Незавершённое")
    await teacher.taps("Регистрация")
    await teacher.sees("Кто вы?")
    await teacher.starts(token)
    await teacher.sees("Кто вы?")
    written = next(m["message_id"] for m in teacher.messages if m.get("text") == NAME)
    await teacher.edits(written, "Другое имя")
    await teacher.sees("ответ уже записан", "«Назад»")
    async with world.work() as work:
        record = await work.responses.active(teacher.id)
        assert record is not None
        assert record.draft.answers["name"] == NAME


@pytest.mark.parametrize("trouble", ["unknown", "expired", "revoked", "used"])
async def test_a_link_that_does_not_work_says_whom_to_ask(world: World, trouble: str) -> None:
    school = await world.organisation()
    token = await world.invite(Role.CURATOR if trouble == "used" else None, school)
    async with world.work() as work:
        invitation = await work.invitations.find(token)
        assert invitation is not None
        if trouble == "revoked":
            await work.invitations.revoke(invitation.id)
        elif trouble == "used":
            await work.invitations.use(invitation, 5)
    if trouble == "expired":
        world.passes_unlived(timedelta(days=500))
    phone = world.phone("Мария")
    await phone.starts("nosuchtoken" if trouble == "unknown" else token)
    await phone.sees("опросите")
    async with world.work() as work:
        assert await work.responses.waiting(phone.id) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ан\u200bна   Пет\u00adрова ", "Анна Петрова"),
        ("\u202eАнна Петрова", "Анна Петрова"),
        ("О’Нил-Петрова А. (Анна)", "О’Нил-Петрова А. (Анна)"),
    ],
)
def test_a_name_keeps_nothing_that_nobody_sees(typed: str, kept: str) -> None:
    assert read_name(typed) == kept


async def test_a_name_that_is_none_is_refused_when_it_is_typed(world: World) -> None:
    school = await world.organisation()
    teacher = world.phone("Мария")
    await begins(teacher, await world.invite(None, school), ADULT)
    await consents(teacher)
    for name in ("<b>Анна</b>", "Анна & Пётр", "Анна 🙂", "12345", "А"):
        await teacher.says(name)
        await teacher.sees("Как вас зовут?", "В имени могут быть только буквы")
    await teacher.says("\u200b\u2800")
    await teacher.sees("Как вас зовут?", "хотя бы из одного слова")
    await teacher_tells(teacher, NAME)
    await teacher.taps("4")
    await teacher.says("Ива\u200bнова  Мария")
    await teacher.sees("Иванова Мария", "всё верно?")
    await teacher.taps("Всё верно")
    await teacher.sees("заявка отправлена")
