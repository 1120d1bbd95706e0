"""From the order to the end of a pair, as the curator and the parties see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import MentorshipState
from mentoring.people import MembershipState
from mentoring.roles import Role
from surveys.record import RecordState, Subject
from tests.conversations.pair_school import School
from tests.conversations.world import World


@pytest.fixture
async def school(world: World) -> School:
    return await School.open(world)


async def test_the_order_makes_it_active(school: School) -> None:
    await school.activate()
    await school.curator.sees("Приказ № 125-од", "пара работает")
    await school.mentor.sees("Наставничество началось", "Назначить встречу")
    await school.mentee.sees("Наставник назначит встречу-знакомство")
    made = await school.newest()
    assert made.state is MentorshipState.ACTIVE
    assert made.order is not None
    assert (made.order.number, made.order.date) == ("125-од", date(2026, 9, 1))
    assert made.activated_at == school.world.now


async def test_no_order_is_given_with_somebody_who_has_left_since_they_agreed(school: School) -> None:
    await school.agree()
    await school.answered("entry")
    await school.curator.taps("Приказ")
    await school.curator.says("125-од")
    await school.curator.taps("Сегодня")
    async with school.world.work() as work:
        (place,) = await work.memberships.of_person(school.mentee_person.id)
        await work.memberships.leave(place.id, by=school.mentee_person.id)
    await school.curator.taps("Всё верно")
    await school.curator.sees("уже не участвует в программе (Серова Нина Юрьевна)", "Верните человека")
    assert (await school.newest()).state is MentorshipState.AGREED
    await school.mentor.never_sees("Наставничество началось")

    async with school.world.work() as work:
        await work.memberships.come_back(place.id, MembershipState.APPROVED, by=school.mentor_person.id)
    await school.curator.taps("Всё верно")
    assert (await school.newest()).state is MentorshipState.ACTIVE


async def test_the_curator_goes_on_without_missing_answers(school: School) -> None:
    await school.agree()
    await school.curator.taps("Приказ")
    await school.curator.sees("Ещё не ответили", "Громов Олег Ильич, Серова Нина Юрьевна")
    await school.curator.taps("Продолжить без них")
    await school.curator.says("7")
    await school.curator.taps("Вчера")
    await school.curator.taps("Всё верно")
    assert (await school.newest()).state is MentorshipState.ACTIVE


async def test_of_two_curators_one_enters_the_order(school: School) -> None:
    other, _ = await school.world.member("Лаптева Ирина Олеговна", Role.CURATOR, school.place)
    await school.agree()
    await school.answered("entry")
    for curator in (school.curator, other):
        await curator.taps("Приказ")
        await curator.says("9")
        await curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    await other.taps("Всё верно")
    await other.sees("Приказ уже введён")
    order = (await school.newest()).order
    assert order is not None


async def test_completed_after_the_exit_questionnaires(school: School) -> None:
    await school.activate()
    await school.curator.says("/pairs")
    await school.curator.sees("1. Олег Г. → Нина С.", "работает")
    await school.curator.taps("1")
    await school.curator.sees("Приказ № 125-од", "Опытный – молодой", "Зам. директора по УМР", "Встреч прошло: 0")
    await school.curator.taps("Завершить", message=school.curator.screen.message_id)
    await school.curator.sees("Итоговые анкеты отправлены", "Серова Нина Юрьевна")
    await school.mentor.sees("Итоговая анкета")
    await school.answered("exit")
    await school.curator.taps("Завершить", message=school.curator.screens[-2].message_id)
    await school.curator.sees("Завершаем?")
    await school.curator.taps("Да, завершить")
    await school.curator.sees("Завершено")
    await school.mentee.sees("Наставничество завершено")
    assert (await school.newest()).state is MentorshipState.COMPLETED


async def test_completed_without_the_missing(school: School) -> None:
    await school.activate()
    await school.curator.taps("Карточка")
    await school.curator.taps("Завершить", message=school.curator.screen.message_id)
    await school.curator.taps("Завершить без них")
    ended = await school.newest()
    assert (ended.state, ended.ended_at) == (MentorshipState.COMPLETED, school.world.now)
    await school.curator.presses_old(school.curator.screen.message_id, f"pair.complete_now:{ended.id}")
    await school.curator.sees("уже закончила работу")


async def test_ended_early_on_a_ground_and_an_order(school: School) -> None:
    await school.activate()
    await school.curator.taps("Карточка")
    await school.curator.taps("Завершить досрочно")
    await school.curator.taps("Заявление наставника")
    await school.curator.says("Переезжает\nза океан")
    await school.curator.says("130-од")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Прекращено")
    await school.mentor.sees("прекращено досрочно")
    await school.mentee.never_sees("Переезжает")
    ended = await school.newest()
    assert (ended.state, ended.end_comment) == (MentorshipState.ENDED_EARLY, "Переезжает\nза океан")
    assert ended.end_order is not None
    assert ended.end_order.number == "130-од"
    await school.curator.presses_old(school.curator.screen.message_id, f"pair.open:{ended.id}")
    await school.curator.sees(
        "· Приказ № 125-од",
        "Состояние: прекращено досрочно · Встреч прошло: 0",
        "Основание: заявление наставника · Пояснение: Переезжает за океан",
        "Приказ об освобождении № 130-од",
    )


async def test_a_proposal_is_taken_back_without_an_order(school: School) -> None:
    await school.agree()
    await school.curator.says("/pairs")
    await school.curator.taps("1")
    await school.curator.taps("Отозвать")
    await school.curator.taps("Другое")
    await school.curator.says("Ошиблись парой")
    await school.curator.taps("Всё верно")
    await school.mentee.sees("отозвано")
    mentorship = await school.newest()
    async with school.world.work() as work:
        asked = await work.responses.about(Subject("mentorship", mentorship.id))
    assert mentorship.state is MentorshipState.ENDED_EARLY
    assert {record.state for record in asked} == {RecordState.CANCELLED}


async def test_planned_meetings_are_called_off_for_everybody(school: School) -> None:
    await school.activate()
    mentorship = await school.newest()
    planned = Meeting(
        id=0,
        mentorship_id=mentorship.id,
        kind=MeetingKind.ACQUAINTANCE,
        starts_at=school.world.now + timedelta(days=3),
        place=None,
        state=MeetingState.PLANNED,
        planned_by=school.mentor_person.id,
        planned_at=school.world.now,
    )
    async with school.world.work() as work:
        await work.meetings.add(planned)
    await school.curator.taps("Карточка")
    await school.curator.taps("Завершить досрочно")
    await school.curator.taps("Заявление наставника")
    await school.curator.taps("Пропустить")
    await school.curator.says("130-од")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    for phone in (school.mentor, school.mentee):
        await phone.sees("Встреча отменена: наставничество завершено")
        assert b"STATUS:CANCELLED" in phone.documents[-1][1]
