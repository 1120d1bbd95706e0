"""The digest: one message a day at most, what needs a hand first, gone once it is dealt with, silent on quiet days."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from mentoring.consents import ConsentKind
from mentoring.meetings import MeetingState
from mentoring.roles import Category, Role
from mentoring.tasks import check, finish
from services import digest, digest_duty
from storage.engine import Database
from storage.tables import meetings, memberships
from tests.conversations.digest_month import DAY, Reader, begun, digests, met, teachers
from tests.conversations.pairs import active
from tests.conversations.test_alarms import asked
from tests.conversations.test_campaigns import School, launches, school
from tests.conversations.test_indicators_core import municipality
from tests.conversations.world import START, World

__all__ = ["school"]
CURATOR = {
    "К застрявшим парам": "Ни одной встречи",
    "К отозванным согласиям": "Людин",
    "К тем, кто вне связи": "Белова",
    "К заявкам": "ждёт решения",
    "К предложениям": "Ещё не ответили",
    "К встрече без отметки": "Встреча",
    "Завершить": "Завершаем?",
    "К дорожной карте": "Дорожная карта",
}
"""By the label of a line's button: what the curator then reads."""
MENTOR = {
    "К задачам": "адач",
    "Проверить задачи": "адач",
    "К дорожной карте": "до 30 сентября",
    "Ответить": "Вопрос",
}
STAFF = {
    "К дорожной карте": "орожн",
    "Что и где опаздывает": "до ",
    "К показателям": "оказател",
    "Кто не отправил": "отправ",
    "К отчётам": "тчёт",
    "Кто не сдал отчёт": "прислали",
    "К тревожным ответам": "ответ",
    "Заполнить самоаудит": "амоаудит",
}


async def test_a_month_of_a_curator_with_thirty_pairs(world: World) -> None:
    school = await world.organisation()
    phone, person = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    blocked, mentee = await world.member("Белова Дарья Ивановна", Role.MENTEE, school)
    curator = Reader(world, phone, person)
    mentors = await teachers(world, school, 30, Role.MENTOR)
    mentees = [mentee, *await teachers(world, school, 29, Role.MENTEE, since=30)]
    pairs = [await active(world, school, [one], [other]) for one, other in zip(mentors, mentees, strict=True)]
    await begun(world, pairs[1], 41)

    async def looked_into() -> None:
        await phone.presses_old(1, f"health.look:{pairs[1]}")
        await phone.taps("На неделю")
        await phone.says("Позвонила обоим")
        await met(world, pairs[1], mentors[1], world.now, MeetingState.HELD)

    async def applied() -> None:
        async with world.work() as work:
            known = await work.people.add("Серова Нина Юрьевна", birth=date(1990, 1, 1))
            await work.memberships.apply(known.id, school.id, Role.MENTOR)

    async def decided() -> None:
        async with world.work() as work:
            (applied, *_), _ = await work.memberships.applicants([school.id])
            await work.memberships.approve(applied.id, by=person.id)

    async def withdrawn() -> None:
        async with world.work() as work:
            await work.consents.give(mentees[4].id, ConsentKind.PARTICIPATION, 1, given_by=mentees[4].id)
            await work.consents.withdraw(mentees[4].id, ConsentKind.PARTICIPATION)

    async def given_again() -> None:
        async with world.work() as work:
            await work.consents.give(mentees[4].id, ConsentKind.PARTICIPATION, 1, given_by=mentees[4].id)

    async def unlogged() -> None:
        await met(world, pairs[5], mentors[5], world.now, MeetingState.PLANNED)

    async def logged() -> None:
        async with world.work() as work:
            await work.connection.execute(update(meetings).values(state=MeetingState.HELD.value))

    happens: Mapping[int, Callable[[], Awaitable[None]]] = {
        2: looked_into,
        3: applied,
        7: decided,
        8: blocked.blocks,
        9: unlogged,
        15: blocked.unblocks,
        17: withdrawn,
        18: given_again,
        21: logged,
    }
    said: dict[int, list[str]] = {}
    while world.now < START + 30 * DAY:
        today = world.now.day
        screen = await curator.morning()
        if screen is not None:
            said[today] = await curator.presses_each(screen, CURATOR)
        if today in happens:
            await happens[today]()
            curator.read = len(phone.screens)
        await world.advance(DAY)
    roadmap, unlogged_meeting = (
        "Дорожная карта: 5 дел, ближайший срок — 30 сентября 2026",
        "Встреча прошла, а отметки нет",
    )
    assert said == {
        2: ["Пара застряла: Иван Л. → Иван Л."],
        7: ["Заявка ждёт решения: Серова Нина Юрьевна"],
        14: ["Бот закрыт, связи нет: Белова Дарья Ивановна", unlogged_meeting],
        16: [unlogged_meeting, roadmap],
        18: ["Согласие отозвано: Людин33 Иван Ильич", unlogged_meeting, roadmap],
        21: [unlogged_meeting, roadmap],
        28: [roadmap],
        30: [roadmap],
    }


async def test_a_month_of_a_mentor_with_three_pairs(world: World) -> None:
    """Tasks, proposals and questionnaires in one message; a child hears of the own ones as a child does."""
    school = await world.organisation()
    phone, person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    pupil, child = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2013, 5, 1)
    )
    mentor, mentee = Reader(world, phone, person), Reader(world, pupil, child)
    others = await teachers(world, school, 2, Role.MENTEE)
    pairs = [await active(world, school, [person], [one]) for one in (child, *others)]

    async def given() -> None:
        async with world.work() as work:
            for one, due in ((child, 9), (child, 12), (others[0], 30)):
                pair = pairs[0] if one is child else pairs[1]
                await work.tasks.add(pair, [one.id], f"Задача {due}", date(2026, 9, due), by=person.id)

    async def done() -> None:
        async with world.work() as work:
            for task in (await work.tasks.page(pairs[0], [child.id]))[0]:
                await work.tasks.change(task, finish(task, "Готово", None, work.now))

    async def checked() -> None:
        async with world.work() as work:
            for task in (await work.tasks.page(pairs[0], [child.id]))[0]:
                await work.tasks.change(task, check(task, True, None, person.id, work.now))

    happens: Mapping[int, Callable[[], Awaitable[None]]] = {2: given, 12: done, 18: checked}
    said: dict[int, list[str]] = {}
    heard: dict[int, list[str]] = {}
    while world.now < START + 25 * DAY:
        today = world.now.day
        for reader, into in ((mentor, said), (mentee, heard)):
            screen = await reader.morning()
            if screen is not None:
                into[today] = await reader.presses_each(screen, MENTOR)
        if today in happens:
            await happens[today]()
        await world.advance(DAY)
    model = (
        "Дорожная карта, до 30 сентября 2026: Отбор наставников и наставляемых. Закрепление наставнических пар/групп"
    )
    checks = "2 задачи ждут вашей проверки"
    assert said == {15: [checks], 16: [checks, model]}, "quiet days send nothing"
    assert heard == {
        8: ["Задача до 9 сентября 2026: Задача 9"],
        10: ["Задача до 9 сентября 2026: Задача 9"],
        11: ["2 задачи со сроком, ближайший — 9 сентября 2026"],
    }, "what is done is gone"


async def test_weeks_of_a_municipality_of_fifteen_organisations(quick_database: Database) -> None:
    """Coordinator, head and psychologist: terms of the document by their days, and then once a week."""
    async with municipality(quick_database, "kavkazsky", datetime(2026, 9, 15, 5, 0, tzinfo=UTC)) as world:
        schools = [await world.organisation(f"Школа № {number}") for number in range(1, 16)]
        leader = Reader(world, *await world.member("Серова Нина Павловна", Role.COORDINATOR, None))
        head = Reader(world, *await world.member("Громов Илья Ильич", Role.HEAD, schools[0]))
        carer = Reader(world, *await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, schools[0]))
        pupil, child = await world.member(
            "Орлов Петя Иванович", Role.MENTEE, schools[0], category=Category.PUPIL, birth=date(2010, 5, 1)
        )
        [mentor] = await teachers(world, schools[0], 1, Role.MENTOR)
        response = await asked(world, pupil, child, schools[0], await active(world, schools[0], [mentor], [child]))
        last = world.machine.house.surveys.get("strength").questions[-1].id
        await pupil.presses_old(pupil.screen.message_id, f"a:{response}:{last}:5")
        said: dict[Role, dict[date, list[str]]] = {
            role: {} for role in (Role.COORDINATOR, Role.HEAD, Role.PSYCHOLOGIST)
        }
        await world.advance(timedelta(hours=1))
        while world.now < datetime(2026, 10, 10, tzinfo=UTC):
            for (_, into), reader in zip(said.items(), (leader, head, carer), strict=True):
                screen = await reader.morning()
                if screen is not None:
                    into[world.now.date()] = await reader.presses_each(screen, STAFF)
                    if reader is carer:
                        await sees_alarm(world, reader)
            await world.advance(DAY)
    assert list(said[Role.PSYCHOLOGIST].items()) == [(date(2026, 9, 16), ["2 ответа в анкетах просят поговорить"])]
    report = "«Отчёт образовательной организации»"
    row = "Дорожная карта: 2 дела, ближайший срок — 1 октября 2026"
    assert [day.isoformat()[5:] for day in said[Role.HEAD]] == ["09-17", "09-28", "10-01", "10-02", "10-09"]
    assert {tuple(lines) for lines in said[Role.HEAD].values()} == {(f"{report}: отправить до 1 октября 2026", row)}
    days = [day.isoformat()[5:] for day in said[Role.COORDINATOR]]
    assert days == ["09-15", "09-16", "09-23", "09-30", "10-02", "10-05"], (
        "a term, the day after it, and then once a week"
    )
    assert said[Role.COORDINATOR][date(2026, 10, 2)][1:] == [
        "Показатели за 3 квартал 2026 года отправили не все",
        f"{report} до 1 октября 2026 сдали не все",
        "В организациях опаздывают с дорожной картой",
    ]


async def sees_alarm(world: World, reader: Reader) -> None:
    """The psychologist has looked into every alarm."""
    async with world.work() as work:
        for alarm in (await work.alarms.page([1], reader.person.id))[0]:
            await work.alarms.see(alarm.id, by=reader.person.id, note=None)


@pytest.mark.parametrize(("launched", "reminded"), [(6, 6), (20, 5)], ids=["after the digest", "before nine"])
async def test_a_reminder_of_a_campaign_is_the_digest_of_the_day(school: School, launched: int, reminded: int) -> None:
    """Who has more to hear gets all of it in one message, and who has not the reminder alone."""
    world = school.world
    first, second, busy = school.mentees[0], school.mentees[1], school.people[0]
    await world.until(START.replace(hour=launched))
    await launches(school)
    reminder = (world.now + 2 * DAY) if launched < 12 else (world.now + 3 * DAY).replace(hour=reminded, minute=0)
    pair = await active(world, school.place, [school.people[2]], [busy])
    async with world.work() as work:
        await work.tasks.add(pair, [busy.id], "Прочитать главу", reminder.date() + DAY, by=1)
    await world.until(reminder.replace(hour=18))
    [heard] = digests(first)
    assert "Прочитать главу" in heard
    assert "Анкета «Как идут дела?» ждёт вашего ответа" in heard
    assert not any("Напоминаем" in screen.text for screen in first.screens)
    assert digests(second) == []
    assert sum("Напоминаем об анкете" in screen.text for screen in second.screens) == 1
    assert [record.reminders for record in await school.asked()] == [1, 1, 1]


async def test_what_has_no_room_stands_behind_a_button(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest_duty, "MOST", 2)
    monkeypatch.setattr(digest, "PAGE", 2)
    school = await world.organisation()
    phone, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    other, _ = await world.member("Чужой Олег Ильич", Role.CURATOR, await world.organisation("Школа № 15"))
    [mentor], [mentee] = [await teachers(world, school, 1, role, since=9) for role in (Role.MENTOR, Role.MENTEE)]
    pair = await active(world, school, [mentor], [mentee])
    await begun(world, pair, 50)
    await met(world, pair, mentor, START - 4 * DAY, MeetingState.PLANNED)
    async with world.work() as work:
        known = await work.people.add("Серова Нина Юрьевна", birth=date(1990, 1, 1))
        applied = await work.memberships.apply(known.id, school.id, Role.MENTOR)
        earlier = update(memberships).where(memberships.c.id == applied.id).values(applied_at=START - 9 * DAY)
        await work.connection.execute(earlier)
    await world.advance(timedelta(minutes=1))
    await phone.sees("1. Пара застряла", "…и ещё 2 строки")
    assert phone.screen.labels == ["К застрявшим парам", "Показать всё"]
    await phone.taps("Показать всё")
    await phone.sees("1. Пара застряла", "2. Заявка ждёт решения: Серова Нина Юрьевна")
    await phone.taps("›")
    await phone.sees("3. Встреча прошла, а отметки нет")
    await phone.taps("К встрече без отметки")
    await phone.sees("Встреча")
    await other.presses_old(1, "digest.open")
    await other.sees("Сейчас ничего не ждёт")


async def test_whoever_looks_on_a_sunday_is_told_what_waits(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    async with world.work() as work:
        known = await work.people.add("Серова Нина Юрьевна", birth=date(1990, 1, 1))
        await work.memberships.apply(known.id, school.id, Role.MENTOR)
    world.passes_unlived(12 * DAY)
    assert world.now.strftime("%A") == "Sunday"
    await world.machine.tick()
    await world.settle()
    await curator.never_sees("Заявка ждёт решения")
    await curator.presses_old(1, "digest.open")
    await curator.sees("1. Заявка ждёт решения: Серова Нина Юрьевна")
    await curator.taps("К заявкам")
    await curator.sees("Серова Нина Юрьевна")
