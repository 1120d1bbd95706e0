"""Two curators hold the same screen and press in the same instant: one wins, the other is told what happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.consents import ConsentKind
from mentoring.matching_records import Mark
from mentoring.meetings import MeetingState
from mentoring.mentorships import EarlyEnd, MentorshipState
from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from simulator.phones import Phone
from storage.engine import Database
from tests.conversations import pairs
from tests.conversations.at_once import press, told_apart
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.pair_school import School
from tests.conversations.world import World

SECOND = "Лаптева Ирина Олеговна"


@pytest.mark.parametrize("second", ["Одобрить", "Нет мест"])
async def test_an_applicant_is_decided_once(world: World, second: str) -> None:
    place = await world.organisation()
    first, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
    other, _ = await world.member(SECOND, Role.CURATOR, place)
    async with world.work() as work:
        person = await work.people.add("Котов Илья Петрович", birth=date(1990, 1, 2), category=Category.TEACHER)
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            await work.consents.give(person.id, kind, 1, given_by=person.id)
        waiting = await work.memberships.apply(person.id, place.id, Role.MENTOR)
    for phone in (first, other):
        await phone.presses_old(phone.screen.message_id, f"applicant.open:{waiting.id}")
    if second != "Одобрить":
        await other.taps("Отклонить")
    await press(world, (first, "Одобрить"), (other, second))
    async with world.work() as work:
        decided = await work.memberships.get(waiting.id)
    assert decided is not None
    quick = first if decided.state is MembershipState.APPROVED else other
    slow = other if quick is first else first
    if second == "Одобрить":
        quick, slow = (first, other) if any("заявка уже" in each.text for each in other.screens) else (other, first)
    await slow.sees("Котов Илья Петрович: заявка уже", "Кто решил:")
    await quick.sees_no("заявка уже")


async def test_a_pair_is_fixed_handed_over_and_released_once(world: World) -> None:
    await _once_for_a_pair(world)


async def test_a_pair_is_fixed_handed_over_and_released_once_with_both_transactions_under_way(
    postgres_database: Database,
) -> None:
    world = await World.open(postgres_database)
    await _once_for_a_pair(world)
    await world.machine.jobs.close()
    await world.machine.bot.session.close()


async def _once_for_a_pair(world: World) -> None:
    school = await School.open(world)
    second, _ = await world.member(SECOND, Role.CURATOR, school.place)
    for name in ("Лисина Вера Павловна", "Юдин Пётр Ильич"):
        await world.member(name, Role.MENTOR, school.place)
    both = (school.curator, second)
    await school.agree()
    await school.answered("entry")
    number = (await school.newest()).id
    for phone, order in zip(both, ("1-од", "2-од"), strict=True):
        await phone.taps("Приказ")
        await phone.says(order)
        await phone.taps("Сегодня")
    await press(world, *((phone, "Всё верно") for phone in both))
    told_apart(both, "пара работает.\n", "Приказ уже введён (№ ")
    fixed = await school.newest()
    assert fixed.state is MentorshipState.ACTIVE

    for phone, successor in zip(both, ("Лисина Вера Павловна", "Юдин Пётр Ильич"), strict=True):
        await _puts_by(phone)
        await phone.presses_old(phone.screen.message_id, f"pair.hand_over:{number}")
        await phone.taps(successor)
        for _ in range(2):
            await phone.taps("Пропустить")
    await press(world, *((phone, "Всё верно") for phone in both))
    told_apart(both, "Передано: ", "уже закончила работу раньше срока")
    async with world.work() as work:
        ended = await work.mentorships.get(number)
        (made,) = await work.mentorships.of_person(school.mentee_person.id)
    assert ended is not None
    assert (ended.end_reason, made.continues_id) == (EarlyEnd.HANDED_OVER, number)

    for phone, order in zip(both, ("3-од", "4-од"), strict=True):
        await _puts_by(phone)
        await phone.presses_old(phone.screen.message_id, f"pair.release_order:{number}")
        await phone.says(order)
        await phone.taps("Сегодня")
    await press(world, *((phone, "Всё верно") for phone in both))
    told_apart(both, "Приказ об освобождении № ", "Приказ об освобождении уже введён: № ")


async def _puts_by(phone: Phone) -> None:
    """The form that came too late is given up."""
    if "Отменить" in phone.screen.labels:
        await phone.taps("Отменить", message=phone.screen.message_id)


async def test_a_meeting_is_moved_or_cancelled(world: World) -> None:
    of = await pairs.pair(world)
    first, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    second, _ = await world.member(SECOND, Role.CURATOR, of.school)
    meeting = await pairs.meeting(world, of, world.now + timedelta(days=2))
    await first.presses_old(first.screen.message_id, f"meeting.move:{meeting}")
    await first.taps("4")
    await second.presses_old(second.screen.message_id, f"meeting.cancel:{meeting}")
    await press(world, (first, "15:00"), (second, "Болезнь"))
    found = await pairs.stored(world, meeting)
    if found.state is MeetingState.CANCELLED:
        await first.sees(f"Эту встречу уже отменили. Кто: {SECOND}")
    else:
        await second.sees("Эту встречу только что изменил кто-то другой: теперь она")
    assert (found.state is MeetingState.CANCELLED) != (found.moves == 1)
    await first.presses_old(first.screen.message_id, f"meeting.open:{meeting}")
    stale = first.screen.message_id
    await second.presses_old(second.screen.message_id, f"meeting.cancel:{meeting}")
    if found.state is MeetingState.PLANNED:
        await second.taps("Болезнь")
    await first.presses_old(stale, f"meeting.move:{meeting}")
    await first.sees("Эту встречу уже отменили")


async def test_a_proposal_of_a_matching_is_published_once_and_not_fixed_afterwards(world: World) -> None:
    school = await MatchingSchool.open(world)
    second, _ = await world.member(SECOND, Role.CURATOR, school.place)
    await school.computed()
    kotov = school.people["Котов"].id
    async with world.work() as work:
        (matching,) = (await work.matchings.page([school.place.id]))[0]
    for phone in (school.curator, second):
        await phone.presses_old(phone.screen.message_id, f"match.pair:{matching.id}:{kotov}")
    await press(world, (school.curator, "Предложить"), (second, "Предложить"))
    told_apart((school.curator, second), "Предложено: ", "Эту пару уже предложили")
    for phone in (school.curator, second):
        await phone.presses_old(phone.screen.message_id, f"match.fix:{matching.id}:{kotov}")
        await phone.sees("уже предложили")
    serova = school.people["Серова"].id
    for phone in (school.curator, second):
        await phone.presses_old(phone.screen.message_id, f"match.pair:{matching.id}:{serova}")
    await press(world, (school.curator, "Закрепить"), (second, "Предложить"))
    async with world.work() as work:
        proposal = await work.matchings.proposal(matching.id, serova)
    assert proposal is not None
    assert (proposal.mark, proposal.mentorship_id is None) in ((Mark.FIXED, False), (Mark.PROPOSED, False)), proposal
    assert len(await school.mentorships()) == 2


async def test_a_matching_is_published_once(world: World) -> None:
    school = await MatchingSchool.open(world)
    second, _ = await world.member(SECOND, Role.CURATOR, school.place)
    await school.computed()
    async with world.work() as work:
        (matching,) = (await work.matchings.page([school.place.id]))[0]
    for phone in (school.curator, second):
        await phone.presses_old(phone.screen.message_id, f"match.publish:{matching.id}")
    await press(world, *((phone, "Да, ") for phone in (school.curator, second)))
    told_apart((school.curator, second), "Предложено наставляемым: 2", "уже опубликовал другой куратор")
    assert len(await school.mentorships()) == 2


async def test_who_comes_to_speed_meetings_is_marked_once_by_two(world: World) -> None:
    school = await MatchingSchool.open(world)
    second, _ = await world.member(SECOND, Role.CURATOR, school.place)
    curator = school.curator
    await curator.says("/match")
    for choice in ("Быстрые встречи", "Новые встречи"):
        await curator.taps(choice)
    await curator.taps("Быстрые встречи", message=curator.screen.message_id)
    await curator.says("02.09.2026")
    for choice in ("15:00", "Актовый зал", "5", "Всё верно"):
        await curator.taps(choice)
    for phone in (curator, second):
        await phone.presses_old(phone.screen.message_id, "speed.people:1:mentee:0")
    await press(world, (curator, "1"), (second, "1"))
    async with world.work() as work:
        assert len(await work.speed_events.seats(1)) == 1, "what both have pressed holds"
    for phone in (curator, second):
        await phone.sees("✓ 1. ")
