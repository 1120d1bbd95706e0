"""Another mentor goes on, somebody wants out, a guardian stops it: as everybody concerned sees it."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.consents import ConsentKind
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import EarlyEnd, MentorshipState
from mentoring.roles import Category, Role
from tests.conversations import pairs
from tests.conversations.pair_school import School
from tests.conversations.world import World


async def test_another_mentor_goes_on_for_the_rest_of_the_term(world: World) -> None:
    school = await School.open(world)
    successor, new = await world.member("Лисина Вера Павловна", Role.MENTOR, school.place)
    await school.activate()
    old = await school.newest()
    async with world.work() as work:
        await work.meetings.add(
            Meeting(0, old.id, MeetingKind.WORKING, world.now + timedelta(days=20), None, MeetingState.PLANNED,
                    school.mentor_person.id, world.now)
        )  # fmt: skip
    await world.advance(timedelta(days=14))
    curator = school.curator
    await curator.presses_old(curator.screen.message_id, f"pair.hand_over:{old.id}")
    await curator.sees("Кто станет новым наставником?", "Лисина Вера Павловна")
    await curator.taps("Лисина Вера Павловна")
    await curator.says("Громов ушёл в длительный отпуск")
    await curator.taps("Пропустить")  # the order of release comes later
    await curator.taps("Всё верно")
    await curator.sees("Передано: Лисина Вера Павловна → Серова Нина Юрьевна", "Ввести приказ")
    await school.mentor.sees("передано другому наставнику", "Встреча отменена")
    await school.mentee.sees("Наставник меняется", "Для вас нашёлся наставник", "Лисина Вера Павловна")
    await successor.sees("Вас приглашают стать наставником", "Серова Нина Юрьевна")
    await school.mentee.never_sees("отпуск")
    async with world.work() as work:
        ended, made = await work.mentorships.get(old.id), await work.mentorships.get(old.id + 1)
        trail = [one.event for one in await work.trail.of("mentorship", old.id)]
    assert ended is not None
    assert made is not None
    assert (ended.state, ended.end_reason, ended.end_order) == (
        MentorshipState.ENDED_EARLY, EarlyEnd.HANDED_OVER, None,
    )  # fmt: skip
    assert (made.state, made.continues_id, made.mentors) == (MentorshipState.PROPOSED, old.id, (new.id,))
    assert (made.mentees, made.role_model, made.starts, made.ends) == (
        old.mentees, old.role_model, date(2026, 9, 15), old.ends,
    )  # fmt: skip
    assert trail[:2] == ["handed_over", "ended_early"]

    await curator.taps("Ввести приказ")
    await curator.says("140-од")
    await curator.taps("Сегодня")
    await curator.taps("Всё верно")
    await curator.sees("Приказ об освобождении № 140-од записан")
    await curator.taps("Приказ об уходе (.docx)")
    await curator.sees("release-1.docx")
    await curator.presses_old(curator.screen.message_id, f"pair.release_order:{old.id}")
    await curator.sees("Приказ об освобождении уже введён: № 140-од")
    await curator.presses_old(curator.screen.message_id, f"pair.hand_over:{old.id}")
    await curator.sees("уже закончила работу", "Вы сделали это сами")


async def test_among_many_mentors_the_successor_is_found_by_a_mistyped_name(world: World) -> None:
    school = await School.open(world)
    async with world.work() as work:
        names = [f"Наставник Номер {number}" for number in range(8)]
        for name in (*names, "Лисицын-Ёлкин Семён Павлович"):
            teacher = await work.people.add(name, category=Category.TEACHER)
            await work.memberships.grant(teacher.id, school.place.id, Role.MENTOR)
    number = await pairs.active(world, school.place, [school.mentor_person], [school.mentee_person])
    await school.curator.presses_old(school.curator.screen.message_id, f"pair.hand_over:{number}")
    await school.curator.sees("Кого ищем среди наставников?")
    await school.curator.says("ЕЛКИН лисицин")
    await school.curator.sees("Кто станет новым наставником?", "Лисицын-Ёлкин Семён")
    await school.curator.sees_no("Наставник Номер")


async def test_a_mentor_asks_to_be_released_and_the_curator_decides(world: World) -> None:
    school = await School.open(world)
    other, _ = await world.member("Лаптева Ирина Олеговна", Role.CURATOR, school.place)
    await school.activate()
    number = (await school.newest()).id
    await school.mentor.taps("Карточка")
    await school.mentor.taps("Ещё…")
    await school.mentor.taps("Хочу выйти")
    await school.mentor.sees("Почему вы хотите закончить раньше?")
    await school.mentor.says("Переезжаю в <другой> город")
    await school.mentor.sees("Куратор получил вашу просьбу")
    await school.curator.sees("Громов Олег Ильич просит освободить", "Переезжаю в <другой> город")
    await school.mentee.never_sees("Переезжаю")
    await other.taps("Продолжаем")
    await other.sees("Записали")
    await school.mentor.sees("работа продолжается")
    await school.curator.taps("Завершить", message=school.curator.screen.message_id)
    await school.curator.sees("На эту просьбу уже ответили: Лаптева Ирина Олеговна")

    await school.mentee.presses_old(school.mentee.screen.message_id, f"pair.leave:{number}")
    await school.mentee.taps("Не складывается общение")
    await school.curator.sees("Серова Нина Юрьевна просит закончить раньше")
    await school.curator.taps("Завершить", message=school.curator.screen.message_id)
    await school.curator.taps("Пропустить")  # ground and words are filled in, the order follows
    await school.curator.sees("Просьба наставляемого", "Не складывается общение")
    await school.curator.taps("Всё верно")
    await school.curator.sees("Прекращено")
    ended = await school.newest()
    assert (ended.state, ended.end_reason) == (MentorshipState.ENDED_EARLY, EarlyEnd.PETITION)
    await school.curator.taps("Ввести приказ")
    await school.curator.says("141-од")
    await school.curator.taps("Сегодня")
    await school.curator.taps("Всё верно")
    await other.presses_old(other.screen.message_id, f"pair.end_early:{number}")
    await other.sees("раньше срока", "Кто и когда: Ветрова Анна Львовна")

    await school.curator.presses_old(school.curator.screen.message_id, f"trail.open:{number}")
    await school.curator.sees(
        "История",
        "приказ об освобождении № 141-од",
        "прекращено досрочно: просьба наставляемого",
        "«Переезжаю в <другой> город»",
    )
    await school.curator.taps("›")
    await school.curator.sees("предложено")
    head, _ = await world.member("Павлова Елена Викторовна", Role.HEAD, school.place)
    await head.presses_old(head.screen.message_id, f"trail.open:{number}")
    await head.sees("заявление наставника")
    await head.never_sees("Переезжаю")
    await school.mentor.presses_old(school.mentor.screen.message_id, f"trail.open:{number}")
    await school.mentor.sees("Это вам недоступно")


async def test_a_guardian_stops_the_only_childs_pair_at_once(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, school)
    child, child_person = await world.member(
        "Орлов Петя Иванович", Role.MENTEE, school, category=Category.PUPIL, birth=date(2014, 5, 1)
    )
    guardian, guardian_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(child_person.id, guardian_person.id, "mother")
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            await work.consents.give(child_person.id, kind, 1, given_by=guardian_person.id)
    number = await pairs.active(world, school, [mentor_person], [child_person])
    await guardian.presses_old(guardian.screen.message_id, f"pair.card:{number}")
    await guardian.taps("Остановить участие")
    await guardian.sees("Ребёнок: Орлов Петя Иванович. Почему вы хотите остановить участие?")
    await guardian.taps("Пропустить")
    await guardian.taps("Всё верно")
    await guardian.sees("Участие остановлено")
    await curator.sees("Орлова Вера Петровна", "Причина: не названа")
    await child.sees("прекращено досрочно")
    async with world.work() as work:
        ended = await work.mentorships.get(number)
    assert ended is not None
    assert (ended.state, ended.end_reason) == (MentorshipState.ENDED_EARLY, EarlyEnd.GUARDIAN)
    await mentor.sees("прекращено досрочно")
