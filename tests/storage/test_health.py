"""What tells how mentorships are, tasks and calls for help, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import event, insert

from mentoring.health import Facts
from mentoring.help import Addressee, Expert, HelpState
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from mentoring.tasks import Attachment, Task, TaskState, finish
from storage.engine import Database
from storage.health import Rules
from storage.tables import help_requests, plan_items, planned_keys, plans
from storage.work import Work
from surveys.definition import Definition, Question
from surveys.record import RecordState, Subject
from surveys.response import Draft
from surveys.wording import Wording
from tests.databases import NOW

MARK = Question("mark", "scale", minimum=1, maximum=5)
FEEDBACK = Definition("meeting-feedback", 1, "survey", Wording("Отзыв", "Feedback"), (MARK,), body="{}", sha256="0")
RULES = Rules("meeting-feedback", 3, timedelta(days=42), meets_once=frozenset({"flash"}))
DAY = timedelta(days=1)


class School:
    """An organisation with people; `pair` makes an active mentorship that began sixty days ago."""

    def __init__(self, work: Work, organisation: int) -> None:
        self.work = work
        self.id = organisation

    @classmethod
    async def open(cls, work: Work) -> School:
        return cls(work, (await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")).id)

    async def person(self, role: Role | None = None) -> int:
        made = await self.work.people.add("Человек Тест Тестович")
        if role is not None:
            await self.work.memberships.grant(made.id, self.id, role)
        return made.id

    async def pair(self, mentor: int, *mentees: int, kind: str = "individual") -> int:
        began = NOW - 60 * DAY
        return await self.work.mentorships.propose(
            Mentorship(
                0,
                self.id,
                Form.TEACHER_TEACHER,
                "experienced-young",
                kind,
                began.date(),
                date(2027, 5, 31),
                MentorshipState.ACTIVE,
                (Party(mentor, Side.MENTOR), *(Party(one, Side.MENTEE) for one in mentees)),
                proposed_by=1,
                proposed_at=began,
                activated_at=began,
            )
        )

    async def meeting(self, mentorship: int, starts_at: datetime, state: MeetingState) -> int:
        new = Meeting(0, mentorship, MeetingKind.WORKING, starts_at, None, state, 1, starts_at - DAY)
        return await self.work.meetings.add(new)

    async def answered(self, subject: Subject, mark: int | None = None) -> None:
        """Feedback given now, or asked for and forgotten."""
        given = {} if mark is None else {"mark": mark}
        state = RecordState.WAITING if mark is None else RecordState.OPEN
        record = await self.work.responses.add(
            Draft(FEEDBACK.id, 1, given), FEEDBACK, state=state, chat_id=None, person_id=None, subject=subject
        )
        if mark is not None:
            finished = replace(record.draft, state="finished")
            await self.work.responses.save(record, finished, FEEDBACK, was_on_path=given, on_path=given)


async def facts(work: Work, mentorship: int) -> Facts:
    found = await work.health.one(mentorship, RULES)
    assert found is not None
    return found


async def test_everything_that_speaks_against_a_pair_is_found(database: Database) -> None:
    async with database.write(NOW - 10 * DAY) as work:
        school = await School.open(work)
        mentor, mentee = await school.person(Role.MENTOR), await school.person(Role.MENTEE)
        pair = await school.pair(mentor, mentee)
        await school.answered(Subject("mentorship", pair))
        await work.tasks.add(pair, [mentee], "Прочитать", (NOW - DAY).date(), by=mentor)
        await work.tasks.add(pair, [mentee], "Ещё есть время", NOW.date(), by=mentor)
        await work.help_requests.add(school.id, pair, mentee, "Как быть?", Addressee.MENTOR, None)
        values = {"mentorship_id": pair, "person_id": mentee, "template": "t", "state": "agreed", "fields": "{}"}
        plan = insert(plans).values(**values, created_by=1, created_at=NOW, changed_at=NOW).returning(plans.c.id)
        item = {"plan_id": await work.connection.scalar(plan), "section": 1, "task": "Раз"}
        for place, due in enumerate((NOW - DAY, NOW)):
            await work.connection.execute(insert(plan_items).values(**item, place=place, due=due.date()))
    async with database.write(NOW) as work:
        school = School(work, school.id)
        held = await school.meeting(pair, NOW - 30 * DAY, MeetingState.HELD)
        for days in (20, 13):
            await school.meeting(pair, NOW - days * DAY, MeetingState.NOT_HELD)
        await school.meeting(pair, NOW - 40 * DAY, MeetingState.NOT_HELD)  # before the last one held
        await school.meeting(pair, NOW - 5 * DAY, MeetingState.PLANNED)
        await school.answered(Subject("meeting", held), 3)
        await school.answered(Subject("meeting", held), 4)
        hint = {"key": f"gap:interim:{pair}:{mentor}:{mentee}:9", "chat_id": 1, "due": NOW - DAY}
        await work.connection.execute(insert(planned_keys).values(**hint))
        found = await facts(work, pair)
    expected = Facts(
        pair,
        school.id,
        began=(NOW - 60 * DAY).date(),
        last_held=(NOW - 30 * DAY).date(),
        not_held=2,
        unlogged=1,
        low=1,
        gap=True,
        unanswered=1,
        help=1,
        tasks=1,
        plan=1,
    )
    assert found == expected
    async with database.write(NOW + DAY) as work:
        await work.looks.add(pair, by=1, rests_until=date(2026, 10, 20), note="Поговорили")
        found = await facts(work, pair)
        look = await work.looks.last(pair)
    assert (found.not_held, found.low, found.gap, found.rests_until) == (0, 0, False, date(2026, 10, 20))
    assert look is not None
    assert look.note == "Поговорили"


async def test_a_pause_of_a_whole_side_and_the_return_from_it(database: Database) -> None:
    today = NOW.date()
    async with database.write(NOW) as work:
        school = await School.open(work)
        mentor = await school.person(Role.MENTOR)
        mentees = [await school.person(Role.MENTEE) for _ in range(2)]
        group, flash = await school.pair(mentor, *mentees), await school.pair(mentor, mentees[0], kind="flash")
        first = await work.memberships.find(mentees[0], school.id, Role.MENTEE)
        assert first is not None
        await work.memberships.pause(first.id, since=today - DAY, until=today + 9 * DAY)
        assert [
            (one.mentorship_id, one.paused, one.meets_once) for one in await work.health.of([school.id], RULES)
        ] == [
            (group, False, False),
            (flash, True, True),
        ]
    async with database.write(NOW + 30 * DAY) as work:
        found = await facts(work, flash)
    assert (found.paused, found.returned) == (False, today + 9 * DAY)


async def test_forty_pairs_take_a_dozen_statements(sqlite_database: Database) -> None:
    async with sqlite_database.write(NOW) as work:
        school = await School.open(work)
        for number in range(40):
            pair = await school.pair(await school.person(Role.MENTOR), await school.person(Role.MENTEE))
            await school.meeting(pair, NOW - (number + 1) * DAY, MeetingState.HELD)
    async with sqlite_database.read(NOW) as work:
        with counted(work) as statements:
            assert len(await work.health.of([school.id], RULES)) == 40
    assert len(statements) <= 12


@contextmanager
def counted(work: Work) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        seen.append(statement)

    engine = work.connection.sync_connection
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def test_of_two_who_take_a_question_one_wins(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await School.open(work)
        mentor, mentee, *experts = [await school.person(Role.MENTOR) for _ in range(4)]
        for one in experts:
            found = await work.memberships.find(one, school.id, Role.MENTOR)
            assert found is not None
            await work.memberships.appoint(found.id, council=False, expert=True)
        pair = await school.pair(mentor, mentee)
        store = work.help_requests
        assert await store.experts(school.id, NOW.date()) == (Expert(experts[0], ()), Expert(experts[1], ()))
        asked = await store.add(school.id, pair, mentee, "Как быть?", Addressee.MENTOR, "maths")
        assert await store.hand_to_experts(asked.id)
        assert not await store.hand_to_experts(asked.id)
        assert await store.take(asked.id, experts[0])
        assert not await store.take(asked.id, experts[1])
        assert not await store.answer(asked.id, experts[1], "Так")
        assert [one.id for one in (await store.of_person(experts[0], [], [school.id]))[0]] == [asked.id]
        assert (await store.of_person(experts[1], [], [school.id]))[1] == 0
        assert await store.release(asked.id, experts[0])
        assert await store.answer(asked.id, experts[1], "Вот так")
        assert not await store.withdraw(asked.id)
        assert await store.close(asked.id, helped=False)
        after = await store.get(asked.id)
        assert after is not None
        assert (after.state, after.answer, after.helped) == (HelpState.CLOSED, "Вот так", False)
        assert (await store.page([school.id]))[1] == 1, "the curator follows what did not help"
        raw = await work.connection.exec_driver_sql(f"SELECT question FROM {help_requests.name}")
        assert "Как быть?" not in str(raw.one()[0])


async def test_a_question_taken_to_a_meeting_is_answered_by_planning_it(database: Database) -> None:
    async with database.write(NOW) as work:
        school = await School.open(work)
        mentor, mentee = await school.person(Role.MENTOR), await school.person(Role.MENTEE)
        pair = await school.pair(mentor, mentee)
        asked = await work.help_requests.add(school.id, pair, mentee, "Как быть?", Addressee.MENTOR, None)
        await school.meeting(pair, NOW, MeetingState.PLANNED)  # planned the day before
        assert await work.help_requests.take(asked.id, mentor)
        assert await work.help_requests.met() == 0
        await work.meetings.add(
            Meeting(0, pair, MeetingKind.WORKING, NOW + DAY, None, MeetingState.PLANNED, mentor, NOW)
        )
        assert await work.help_requests.met() == 1
        assert (await work.help_requests.waiting(NOW - DAY, 9)) == ()


async def test_of_two_who_change_a_task_one_wins_and_open_ones_go_on_at_a_hand_over(database: Database) -> None:
    today = NOW.date()
    async with database.write(NOW) as work:
        school = await School.open(work)
        mentor, first, second = [await school.person(Role.MENTEE) for _ in range(3)]
        old, new = await school.pair(mentor, first, second), await school.pair(second, first)
        made = await work.tasks.add(old, [first, second], "Прочитать главу", today, by=mentor)
        done = finish(made[0], "Готово", Attachment("f1", "снимок.jpg", True), NOW)
        assert await work.tasks.change(made[0], done)
        assert not await work.tasks.change(made[0], done)
        assert await work.tasks.get(made[0].id) == done
        assert (await work.tasks.page(old, [first, second]))[0] == (done, made[1])
        assert await work.tasks.carry_over(old, new, [first]) == 1
        assert [one.mentorship_id for one in await _all(work, [first, second])] == [new, old]


async def _all(work: Work, people: list[int]) -> tuple[Task, ...]:
    found, total = await work.tasks.open_of(people, [])
    assert total == len(found)
    assert {one.state for one in found} <= {TaskState.SET, TaskState.DONE}
    return found
