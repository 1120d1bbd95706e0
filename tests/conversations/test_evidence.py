"""Questionnaires about a mentorship over time: reminders, halfway, the last day, and answers that never come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Order, Party, Side
from mentoring.people import Organisation
from mentoring.roles import Role
from simulator.phones import Phone
from surveys.record import Record, RecordState, Subject
from tests.conversations.digest_month import digests
from tests.conversations.world import World

pytestmark = pytest.mark.usefixtures("without_mondays")
LAST_DAY = date(2026, 12, 1)


@dataclass(frozen=True, slots=True)
class School:
    """A pair of teachers and their curator; what `state` says has happened before 1 September, 09:00 in Tver."""

    world: World
    place: Organisation
    curator: Phone
    mentor: Phone
    mentee: Phone
    people: tuple[int, int]

    async def pair(self, state: MentorshipState, *, ends: date = LAST_DAY, began: datetime | None = None) -> Mentorship:
        """A pair as it would stand in that state; an active one since `began`, by default since now."""
        mentor, mentee = self.people
        agreed = None if state is MentorshipState.PROPOSED else True
        active = state is MentorshipState.ACTIVE
        async with self.world.work() as work:
            made = await work.mentorships.propose(
                Mentorship(
                    0,
                    self.place.id,
                    Form.TEACHER_TEACHER,
                    "experienced-young",
                    "individual",
                    date(2026, 9, 1),
                    ends,
                    state,
                    (Party(mentor, Side.MENTOR, agreed), Party(mentee, Side.MENTEE, agreed)),
                    proposed_by=1,
                    proposed_at=self.world.now,
                    order=Order("1", date(2026, 9, 1)) if active else None,
                    activated_at=(began or self.world.now) if active else None,
                )
            )
            found = await work.mentorships.get(made)
        assert found is not None
        return found

    async def asked(self, mentorship: Mentorship, stage: str) -> list[Record]:
        """What was asked about it."""
        async with self.world.work() as work:
            every = await work.responses.about(Subject("mentorship", mentorship.id))
        return [record for record in every if record.definition.startswith(stage)]

    async def agreed(self) -> Mentorship:
        """Both have just agreed, entry questionnaires are asked."""
        pair = await self.pair(MentorshipState.PROPOSED)
        for phone in (self.mentor, self.mentee):
            await phone.says("/pairs")
            await phone.taps("1")
            await phone.taps("Согласиться")
        return pair


@pytest.fixture
async def school(world: World) -> School:
    place = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
    mentor, first = await world.member("Громов Олег Ильич", Role.MENTOR, place)
    mentee, second = await world.member("Серова Нина Юрьевна", Role.MENTEE, place)
    return School(world, place, curator, mentor, mentee, (first.id, second.id))


async def fill(phone: Phone) -> None:
    """Answer the questionnaire on the screen to its end: the first answer there is, a word where one is typed."""
    for _ in range(80):
        labels = phone.screen.labels
        if "Спасибо" in phone.screen.text:
            return
        if "Пропустить" in labels:
            await phone.taps("Пропустить", message=phone.screen.message_id)
        elif "Готово" in labels:
            await phone.taps(labels[0], message=phone.screen.message_id)
            await phone.taps("Готово", message=phone.screen.message_id)
        elif labels[0] in ("Назад", "Продолжить позже"):
            await phone.says("Слово")
        else:
            await phone.taps(labels[0], message=phone.screen.message_id)
    raise AssertionError(f"the questionnaire has no end: {phone.screen}")


async def test_the_last_entry_answer_brings_the_order(school: School) -> None:
    pair = await school.agreed()
    await school.mentor.taps("Ответить")
    await fill(school.mentor)
    await school.curator.sees_no("Осталось ввести приказ")
    await school.mentee.taps("Ответить")
    await fill(school.mentee)
    await school.curator.sees("Все ответили на анкеты", "Осталось ввести приказ")
    await school.curator.taps("Приказ")
    await school.curator.sees("Какой номер у приказа?")
    assert {record.state for record in await school.asked(pair, "entry")} == {RecordState.FINISHED}


async def test_reminders_after_two_and_five_days_and_not_at_night(school: School) -> None:
    await school.world.until(datetime(2026, 9, 1, 19, 0, tzinfo=UTC))
    await school.agreed()
    await school.mentor.sees("Анкета перед началом")
    await school.world.until(datetime(2026, 9, 4, 4, 59, tzinfo=UTC))
    assert digests(school.mentor) == ["Что ждёт вашего внимания\n1. Анкета «Перед началом» ждёт вашего ответа"]
    await school.world.until(datetime(2026, 9, 6, 7, 0, tzinfo=UTC))
    assert _reminders(school.mentor) == 2
    await school.world.until(datetime(2026, 9, 12, 7, 0, tzinfo=UTC))
    assert _reminders(school.mentor) == 2, "after that once a week"
    await school.mentor.taps("Ответить", message=newest(school.mentor, "ждёт вашего ответа"))
    await fill(school.mentor)
    await school.world.advance(timedelta(days=9))
    assert _reminders(school.mentor) == 2


def _reminders(phone: Phone) -> int:
    return sum("ждёт вашего ответа" in text for text in digests(phone))


async def test_what_a_stage_asks_is_gathered_in_one_campaign(school: School) -> None:
    pair = await school.agreed()
    records = await school.asked(pair, "entry")
    assert {(record.form, record.role) for record in records} == {
        ("teacher-teacher", "mentor"),
        ("teacher-teacher", "mentee"),
    }
    (number,) = {record.campaign_id for record in records}
    async with school.world.work() as work:
        gathering = await work.campaigns.by_key(f"stage:{school.place.id}:entry:2026")
    assert gathering is not None
    assert gathering.id == number
    await school.curator.says("/campaign")
    await school.curator.taps("Отправляет бот")
    await school.curator.sees("Анкеты до начала, 2026/2027", "ответили 0 из 2")
    await school.curator.taps("1", message=school.curator.screen.message_id)
    await school.curator.sees("Ответили 0 из 2")
    await school.curator.never_sees("Закрыть раньше")
    await school.curator.taps("Кто не ответил")
    await school.curator.sees("Громов Олег Ильич", "Серова Нина Юрьевна")


async def test_after_two_weeks_it_stands_as_unanswered(school: School) -> None:
    pair = await school.agreed()
    await school.world.advance(timedelta(days=13, hours=23))
    assert {record.state for record in await school.asked(pair, "entry")} == {RecordState.WAITING}
    await school.world.advance(timedelta(hours=1))
    assert {record.state for record in await school.asked(pair, "entry")} == {RecordState.UNANSWERED}
    await school.mentor.taps("Ответить")
    await school.mentor.sees_no("Вопрос 1")


async def test_who_blocked_the_bot_holds_nobody_up(school: School) -> None:
    await school.agreed()
    await school.mentee.blocks()
    await school.world.advance(timedelta(days=3))
    assert _reminders(school.mentor) == 1
    await school.mentee.unblocks()
    assert _reminders(school.mentee) == 0


async def test_a_proposal_is_reminded_after_two_and_five_days_and_then_weekly(school: School) -> None:
    await school.pair(MentorshipState.PROPOSED)
    await school.world.advance(timedelta(days=20))
    assert len(digests(school.mentee)) == 4, "after two days, five, and then weekly"
    assert "Ждём вашего согласия работать вместе: Олег Г. → Нина С." in digests(school.mentee)[0]
    await school.mentee.taps("Ответить на предложение")
    await school.mentee.taps("Согласиться")
    await school.mentee.sees("Записали ваше согласие")


async def test_halfway_everybody_is_asked_once_how_it_is_going(school: School) -> None:
    pair = await school.pair(MentorshipState.ACTIVE)
    await school.world.until(datetime(2026, 10, 16, 5, 59, tzinfo=UTC))
    assert not await school.asked(pair, "interim")
    await school.world.until(datetime(2026, 10, 16, 6, 0, tzinfo=UTC))
    await school.mentor.sees("Анкета на полпути")
    await school.mentee.sees("Анкета на полпути")
    await school.world.advance(timedelta(days=10))
    names = [record.definition for record in await school.asked(pair, "interim")]
    assert names == ["interim-teacher-teacher-mentor", "interim-teacher-teacher-mentee"]


async def test_on_the_last_day_exit_questionnaires_are_asked_once(school: School) -> None:
    pair = await school.pair(MentorshipState.ACTIVE)
    await school.world.until(datetime(2026, 12, 1, 5, 59, tzinfo=UTC), lived=timedelta(weeks=2))
    assert not await school.asked(pair, "exit")
    await school.world.until(datetime(2026, 12, 1, 6, 0, tzinfo=UTC))
    await school.mentor.sees("Итоговая анкета")
    assert "Пора завершать: Олег Г. → Нина С., срок — 1 декабря 2026" in digests(school.curator)[-1]
    await school.world.advance(timedelta(days=1))
    assert len(await school.asked(pair, "exit")) == 2
    await school.mentor.taps("Ответить", message=newest(school.mentor, "Итоговая анкета"))
    await fill(school.mentor)
    await school.mentee.taps("Ответить", message=newest(school.mentee, "Итоговая анкета"))
    await fill(school.mentee)
    await school.curator.sees("Все ответили на итоговые анкеты")
    await school.curator.taps("Завершить", message=newest(school.curator, "Все ответили"))
    await school.curator.taps("Да, завершить")
    await school.mentee.sees("Наставничество завершено")


async def test_the_final_meeting_brings_the_exit_questionnaires(school: School) -> None:
    pair = await school.pair(MentorshipState.ACTIVE)
    now = school.world.now
    async with school.world.work() as work:
        await work.meetings.add(Meeting(0, pair.id, MeetingKind.FINAL, now, None, MeetingState.HELD, 1, now))
    await school.world.advance(timedelta(minutes=1))
    await school.mentee.sees("Итоговая анкета")
    assert len(await school.asked(pair, "exit")) == 2


async def test_a_downtime_over_the_last_day_asks_once_it_is_back(school: School) -> None:
    last_week, spring = date(2026, 8, 25), datetime(2026, 4, 1, tzinfo=UTC)
    pair = await school.pair(MentorshipState.ACTIVE, ends=last_week, began=spring)
    await school.world.advance(timedelta(minutes=1))
    assert len(await school.asked(pair, "exit")) == 2
    assert not await school.asked(pair, "interim"), "what has lost its sense is skipped"


async def test_a_week_after_the_last_day_the_curator_is_told_once(school: School) -> None:
    await school.pair(MentorshipState.ACTIVE)
    await school.world.until(datetime(2026, 12, 20, 6, 0, tzinfo=UTC))
    told = [text for text in digests(school.curator) if "Пора завершать" in text]
    assert all("Олег Г. → Нина С." in text for text in told)
    assert 3 <= len(told) <= 6, "on the last day, a week later, and as long as nobody completes it"
    await school.curator.taps("Завершить")
    await school.curator.sees("Ещё не ответили на итоговую анкету")


async def test_an_early_end_withdraws_what_waits(school: School) -> None:
    pair = await school.pair(MentorshipState.ACTIVE)
    await school.world.until(datetime(2026, 10, 17, 6, 0, tzinfo=UTC))
    await school.curator.says("/pairs")
    await school.curator.taps("1")
    await school.curator.taps("Завершить досрочно")
    await school.curator.taps("Выбыл из организации")
    await school.curator.taps("Пропустить")
    await school.curator.says("131")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    assert {record.state for record in await school.asked(pair, "interim")} == {RecordState.CANCELLED}
    await school.world.until(datetime(2026, 12, 20, 6, 0, tzinfo=UTC), lived=timedelta(weeks=4))
    assert not await school.asked(pair, "exit")


def newest(phone: Phone, part: str) -> int:
    """The newest message that has the part."""
    return [screen for screen in phone.screens if part in screen.text][-1].message_id
