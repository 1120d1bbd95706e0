"""The digest: one message a day at most, what needs a hand first, gone once it is dealt with, silent on quiet days."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta

from sqlalchemy import update

from mentoring.consents import ConsentKind
from mentoring.meetings import MeetingState
from mentoring.roles import Role
from storage.tables import meetings
from tests.conversations.digest_month import DAY, Reader, begun, met, teachers
from tests.conversations.pairs import active
from tests.conversations.world import START, World

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
        await world.advance(timedelta(hours=4))
        if today in happens:
            await happens[today]()
            curator.read = len(phone.screens)
        await world.advance(timedelta(hours=20))
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
