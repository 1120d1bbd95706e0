"""A guardian's page: what was consented to, the child's pair and meetings, and stopping it all."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import update

from mentoring.consents import ConsentKind
from mentoring.meetings import MeetingState
from mentoring.mentorships import EarlyEnd, MentorshipState
from mentoring.people import MembershipState
from mentoring.roles import Category, Role
from storage.tables import responses
from tests.conversations import pairs
from tests.conversations.pairs import Pair
from tests.conversations.world import World


async def test_a_guardian_sees_everything_and_stops_it_and_may_begin_again(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    child, child_person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2010, 5, 1)
    )
    guardian, guardian_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    father, father_person = await world.member("Орлов Иван Ильич", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(child_person.id, guardian_person.id, "mother")
        await work.guardianships.put(child_person.id, father_person.id, "father", hears_of_meetings=False)
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            await work.consents.give(child_person.id, kind, 1, given_by=guardian_person.id)
    number = await pairs.active(world, school, [mentor_person], [child_person])
    pair = Pair(school, mentor, child, mentor_person, child_person, number)
    meeting = await pairs.meeting(world, pair, world.now + timedelta(days=1))

    await guardian.presses_old(guardian.screen.message_id, "ward.open")
    await guardian.sees("Орлов Петя Иванович", "Наставляемый — Школа № 14", "Громов Олег Ильич: работают до")
    await guardian.sees("2 сентября", "Встреч проведено: 0", "Встречи", "План", "Задачи")
    await guardian.taps("Согласия")
    await guardian.sees("Обработка персональных данных: 1 сентября 2026, Орлова Вера Петровна", "Участие в программе")
    await guardian.taps("1")
    await guardian.sees("Школа № 14", "дано 1 сентября 2026")
    await guardian.taps("Назад")
    await guardian.taps("Назад")
    await guardian.taps("Пара: Олег Г.")
    await guardian.sees("Встречи", "План развития")

    await guardian.presses_old(guardian.screen.message_id, "ward.open")
    await guardian.taps("Остановить участие")
    await guardian.sees("Почему вы хотите остановить участие")
    await guardian.says("Переезжаем")
    await guardian.sees("Останавливаем участие?")
    await child.sees_no("остановлено")
    await guardian.taps("Всё верно")
    await guardian.sees("согласие на участие отозвано, встречи отменены")
    await curator.sees("останавливает участие ребёнка: Орлов Петя Иванович", "Причина: Переезжаем")
    await mentor.sees("прекращено досрочно")
    await father.sees("Орлова Вера Петровна останавливает участие вашего ребёнка")
    await father.never_sees("Переезжаем")
    await child.sees("Твоё участие в программе остановлено")
    async with world.work() as work:
        ended, called_off = await work.mentorships.get(number), await work.meetings.get(meeting)
        left = await work.memberships.find(child_person.id, school.id, Role.MENTEE)
        given = await work.consents.current(child_person.id)
        assert await work.chats.of_person(child_person.id) is None, "nothing is written to the child any more"
    assert ended is not None
    assert called_off is not None
    assert left is not None
    assert (ended.state, ended.end_reason) == (MentorshipState.ENDED_EARLY, EarlyEnd.GUARDIAN)
    assert called_off.state is MeetingState.CANCELLED
    assert left.state is MembershipState.LEFT
    kinds = {(one.kind, one.given_by) for one in given}
    assert (ConsentKind.PARTICIPATION, guardian_person.id) not in kinds
    assert (ConsentKind.PARTICIPATION, child_person.id) in kinds, "what the child has said itself stays"
    shown = len(child.messages)
    await world.advance(timedelta(days=3))
    assert len(child.messages) == shown

    await father.presses_old(father.screen.message_id, f"ward.stop:{child_person.id}")
    await father.sees("участие уже остановлено")
    await curator.presses_old(curator.screen.message_id, f"ward.of:{child_person.id}")
    await curator.sees("недоступно")
    await child.presses_old(child.screen.message_id, f"place.return:{left.id}")
    await child.sees("Вернуть тебя может только он", "Участвовать снова")
    await guardian.presses_old(guardian.screen.message_id, f"place.return:{left.id}")
    await guardian.sees("Согласие на участие отозвано", "Участвовать снова")
    async with world.work() as work:  # asked before the guardian's word, or by a phone that was quicker
        await work.memberships.come_back(left.id, MembershipState.APPLIED, by=None)
    await curator.presses_old(curator.screen.message_id, f"applicant.approve:{left.id}")
    await curator.sees("нет действующего согласия на участие", "Участвовать снова")
    async with world.work() as work:
        await work.memberships.leave(left.id)
    await guardian.taps("К ребёнку")
    await guardian.sees("Участие остановлено по вашему слову")
    await guardian.taps("Участвовать снова")
    await guardian.taps("Даю согласие")
    await guardian.sees("согласие записано, заявка ушла куратору")
    await curator.sees("Орлов Петя Иванович")
    await guardian.presses_old(guardian.screen.message_id, f"ward.again:{child_person.id}")
    await guardian.sees("возобновлять нечего")
    async with world.work() as work:
        applied = await work.memberships.find(child_person.id, school.id, Role.MENTEE)
    assert applied is not None
    assert applied.state is MembershipState.APPLIED


async def test_a_group_goes_on_without_the_child_and_several_children_are_listed(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    phone, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    guardian, mother = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        children = [
            await work.people.add(name, birth=date(2015, 5, 1), category=Category.PUPIL)
            for name in ("Орлов Петя Иванович", "Орлова Маша Ивановна")
        ]
        for one in children:
            await work.memberships.grant(one.id, school.id, Role.MENTEE)
            await work.guardianships.put(one.id, mother.id, "mother")
    group = await pairs.active(world, school, [mentor], children)
    async with world.work() as work:
        await work.tasks.add(group, [one.id for one in children], "Прочитать главу", date(2026, 9, 9), by=mentor.id)
    await guardian.presses_old(guardian.screen.message_id, "ward.open")
    await guardian.sees("Дети, за которых вы отвечаете")
    await guardian.taps("Орлова Маша Ивановна")
    await guardian.taps("Остановить участие")
    await guardian.taps("Пропустить")
    await guardian.taps("Всё верно")
    await curator.sees("Орлова Вера Петровна останавливает участие ребёнка: Орлова Маша Ивановна")
    assert sum("Орлова Маша Ивановна" in each.text for each in curator.screens) == 1, "the curator hears of it once"
    await phone.sees("Орлова Маша Ивановна больше не участвует", "Остальные продолжают: Орлов Петя Иванович")
    async with world.work() as work:
        going_on = await work.mentorships.get(group)
        traces = [one.event for one in await work.trail.of("mentorship", group)]
    assert going_on is not None
    assert (going_on.state, going_on.mentees) == (MentorshipState.ACTIVE, (children[0].id,))
    assert traces == ["left_group"]
    await phone.presses_old(phone.screen.message_id, f"tasks.open:{group}")
    await phone.sees("Прочитать главу")
    await phone.sees_no("Орлова")
    await curator.presses_old(curator.screen.message_id, f"trail.open:{group}")
    await curator.sees("больше не участвует: Орлова Маша Ивановна")


async def test_the_card_of_a_group_stops_it_for_the_child_that_is_chosen(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    _, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    guardian, mother = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        petya, masha, other = [
            await work.people.add(name, birth=date(2015, 5, 1), category=Category.PUPIL)
            for name in ("Орлов Петя Иванович", "Орлова Маша Ивановна", "Зимина Катя Олеговна")
        ]
        for one in (petya, masha, other):
            await work.memberships.grant(one.id, school.id, Role.MENTEE)
        for one in (petya, masha):
            await work.guardianships.put(one.id, mother.id, "mother")
    group = await pairs.active(world, school, [mentor], [petya, masha, other])
    await guardian.presses_old(guardian.screen.message_id, f"pair.leave_for:{group}:{other.id}")
    await guardian.sees("Это вам недоступно")

    await guardian.presses_old(guardian.screen.message_id, f"pair.card:{group}")
    await guardian.taps("Остановить участие")
    await guardian.sees("Для кого останавливаем участие?")
    await guardian.taps("Орлова Маша Ивановна")
    await guardian.sees("Ребёнок: Орлова Маша Ивановна. Почему")
    await guardian.taps("Пропустить")
    await guardian.sees("Ребёнок выйдет из группы, остальные продолжат")
    await guardian.sees_no("Приказ")
    await guardian.taps("Всё верно")
    await guardian.sees("Орлова Маша Ивановна больше не в группе")
    await curator.sees("ребёнок больше не участвует в группе — Орлова Маша Ивановна")
    async with world.work() as work:
        going_on = await work.mentorships.get(group)
    assert going_on is not None
    assert (going_on.state, going_on.mentees) == (MentorshipState.ACTIVE, (petya.id, other.id))
    await guardian.presses_old(guardian.screen.message_id, f"pair.leave_for:{group}:{masha.id}")
    await guardian.sees("Этот ребёнок здесь уже не участвует")
    await guardian.presses_old(guardian.screen.message_id, f"pair.leave:{group}")
    await guardian.sees("Ребёнок: Орлов Петя Иванович. Почему")


async def test_a_form_about_a_child_whom_the_other_parent_took_out_touches_nobody_else(world: World) -> None:
    school = await world.organisation()
    _, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    phones = [await world.member(name, Role.GUARDIAN, school) for name in ("Орлова Вера Петровна", "Орлов Иван Ильич")]
    async with world.work() as work:
        children = [
            await work.people.add(name, birth=date(2015, 5, 1), category=Category.PUPIL)
            for name in ("Орлов Петя Иванович", "Орлова Маша Ивановна")
        ]
        for child in children:
            await work.memberships.grant(child.id, school.id, Role.MENTEE)
            for (_, parent), relation in zip(phones, ("mother", "father"), strict=True):
                await work.guardianships.put(child.id, parent.id, relation)
    petya, masha = children
    group = await pairs.active(world, school, [mentor], children)
    for phone, _ in phones:
        await phone.presses_old(phone.screen.message_id, f"pair.leave_for:{group}:{masha.id}")
        await phone.taps("Пропустить")
    (mother, _), (father, _) = phones
    await mother.taps("Всё верно")
    await father.taps("Всё верно")
    await father.sees("Этот ребёнок здесь уже не участвует")
    async with world.work() as work:
        going_on = await work.mentorships.get(group)
    assert going_on is not None
    assert (going_on.state, going_on.mentees) == (MentorshipState.ACTIVE, (petya.id,))


async def test_a_form_that_names_no_child_stops_it_for_an_only_one_and_for_none_of_several(world: World) -> None:
    school = await world.organisation()
    _, mentor = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    guardian, mother = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        children = [
            await work.people.add(name, birth=date(2015, 5, 1), category=Category.PUPIL)
            for name in ("Орлов Петя Иванович", "Орлова Маша Ивановна")
        ]
        for child in children:
            await work.memberships.grant(child.id, school.id, Role.MENTEE)
            await work.guardianships.put(child.id, mother.id, "mother")
    petya, masha = children
    group = await pairs.active(world, school, [mentor], children)
    alone = await pairs.active(world, school, [mentor], [petya])
    for number, said in ((group, "Этот ребёнок здесь уже не участвует, или он не выбран"), (alone, "остановлено")):
        await guardian.presses_old(guardian.screen.message_id, f"pair.leave_for:{number}:{petya.id}")
        await guardian.taps("Пропустить")
        async with world.work() as work:
            await work.connection.execute(update(responses).values(marks={"facts": {}, "likely": {}}))
        await guardian.taps("Всё верно")
        await guardian.sees(said)
    async with world.work() as work:
        found = [await work.mentorships.get(number) for number in (group, alone)]
    assert [one.state for one in found if one] == [MentorshipState.ACTIVE, MentorshipState.ENDED_EARLY]
    assert found[0] is not None
    assert set(found[0].mentees) == {petya.id, masha.id}
