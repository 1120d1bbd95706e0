"""Somebody's place: changed bit by bit, paused and back, given up and taken up again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.consents import ConsentKind
from mentoring.people import Membership, MembershipState
from mentoring.roles import Category, Role
from tests.conversations.digest_month import digests
from tests.conversations.pair_school import School
from tests.conversations.pairs import taps_door
from tests.conversations.world import World


async def place_of(world: World, person: int, role: Role) -> Membership:
    async with world.work() as work:
        [found] = [one for one in await work.memberships.of_person(person) if one.role is role]
    return found


async def test_a_mentor_changes_the_own_place_without_retyping_the_rest(world: World) -> None:
    school = await School.open(world)
    mentor = school.mentor
    await mentor.says("/menu")
    await taps_door(mentor, "Моя карточка")
    await mentor.taps("Наставник")
    await mentor.sees("Громов Олег Ильич", "Может помочь: не указано", "Наставляемых сейчас: 0 из 5")
    assert len(mentor.screen.labels) <= 8
    await mentor.taps("Направления")
    await mentor.taps("Проекты")
    await mentor.taps("›")
    await mentor.taps("Спорт")
    await mentor.taps("✓ Спорт")
    await mentor.taps("‹")
    await mentor.taps("✓ Проекты")
    await mentor.sees("Хотя бы одно направление нужно оставить")
    await mentor.says("/menu")
    await taps_door(mentor, "Моя карточка")
    await mentor.taps("Наставник")
    await mentor.taps("Свободное время")
    assert len(mentor.screen.labels) == 7 * 3 + 2
    await mentor.taps("Пн утро")
    await mentor.taps("Ср вечер")
    await mentor.taps("К участию")
    await mentor.taps("Сколько наставляемых")
    await mentor.taps("2")
    await mentor.sees("Может помочь: Проекты", "Наставляемых сейчас: 0 из 2", "Свободное время: Пн утро, Ср вечер")
    await mentor.taps("Запрос")
    await mentor.sees("новый текст")
    await mentor.says("Готов вести кружок")
    await mentor.taps("К участию")
    await mentor.sees("Запрос: Готов вести кружок", "Может помочь: Проекты")
    assert "Совет и эксперты" not in mentor.screen.labels  # nobody appoints themselves
    kept = await place_of(world, school.mentor_person.id, Role.MENTOR)
    assert (kept.areas, kept.capacity, kept.times) == (("projects",), 2, ("1m", "3e"))

    for data in (
        f"place.office:{kept.id}:council:1",
        f"place.area:{kept.id}:0:nothing:1",
        f"place.time:{kept.id}:9x:1",
        f"place.room:{kept.id}:99",
        f"place.open:{10**12}",
    ):
        await mentor.presses_old(mentor.screens[-1].message_id, data)
        await school.mentee.presses_old(school.mentee.screens[-1].message_id, data)
    await school.mentee.never_sees("Громов")
    assert await place_of(world, school.mentor_person.id, Role.MENTOR) == kept


async def test_the_curator_appoints_to_the_council_and_the_experts(world: World) -> None:
    school = await School.open(world)
    place = await place_of(world, school.mentor_person.id, Role.MENTOR)
    await school.curator.says("/people")
    await school.curator.taps("Наставники")
    await school.curator.taps("1")
    await school.curator.taps("Наставник")
    await school.curator.taps("Совет и эксперты")
    await school.curator.taps("Совет наставников")
    await school.mentor.sees("Вас пригласили в совет наставников")
    await school.curator.taps("Эксперт")
    await school.mentor.sees("Теперь вы эксперт")
    await school.curator.taps("✓ Эксперт")
    await school.mentor.sees("Вы больше не эксперт")
    after = await place_of(world, school.mentor_person.id, Role.MENTOR)
    assert (place.council, after.council, after.expert) == (False, True, False)


async def test_a_pause_keeps_new_pairs_away_and_ends_by_itself(world: World) -> None:
    school = await School.open(world)
    await school.mentor.says("/menu")
    await taps_door(school.mentor, "Моя карточка")
    await school.mentor.taps("Наставник")
    await school.mentor.taps("Пауза")
    await school.mentor.says("03.09.2026")
    await school.mentor.says("Отпуск")
    await school.mentor.sees("пауза, снова с 3 сентября 2026")
    await school.curator.sees("Громов Олег Ильич", "пауза, снова с 3 сентября 2026")
    await school.curator.taps("К участию")
    await school.curator.sees("⏸ На паузе до 3 сентября 2026", "Причина: Отпуск")
    await school.proposes()
    await school.curator.sees("Громов Олег Ильич", "пауз")
    async with world.work() as work:
        assert await work.mentorships.of_people([school.mentor_person.id]) == ()

    await world.until(datetime(2026, 9, 3, 5, 59, tzinfo=UTC))
    assert digests(school.mentor) == []
    await world.until(datetime(2026, 9, 3, 6, 1, tzinfo=UTC))
    for phone in (school.mentor, school.curator):
        assert "Пауза закончилась: Громов Олег Ильич" in digests(phone)[-1]
    await world.advance(timedelta(days=2))
    assert len(digests(school.mentor)) == 1
    kept = await place_of(world, school.mentor_person.id, Role.MENTOR)
    assert kept.paused_until == date(2026, 9, 3)
    assert kept.taking_part(date(2026, 9, 3))


async def test_the_curator_ends_a_pause_early_and_nobody_is_told_twice(world: World) -> None:
    school = await School.open(world)
    place = await place_of(world, school.mentee_person.id, Role.MENTEE)
    await school.curator.says("/menu")
    await school.curator.presses_old(school.curator.screens[-1].message_id, f"place.pause:{place.id}")
    await school.curator.says("04.09.2026")
    await school.curator.taps("Пропустить")
    await school.mentee.sees("ваше участие на паузе")
    await world.advance(timedelta(days=1))
    await school.curator.taps("К участию")
    await school.curator.taps("Закончить паузу")
    await school.mentee.sees("пауза закончена, вы снова участвуете")
    await school.curator.presses_old(school.curator.screens[-1].message_id, f"place.resume:{place.id}")
    await school.curator.sees("паузы уже нет")
    await world.advance(timedelta(days=3))
    await school.mentee.never_sees("Пауза закончилась")


async def test_leaving_is_asked_for_and_leaves_the_pair_to_the_curator(world: World) -> None:
    school = await School.open(world)
    await school.agree()
    mentor = school.mentor
    place = await place_of(world, school.mentor_person.id, Role.MENTOR)
    await mentor.says("/menu")
    await taps_door(mentor, "Моя карточка")
    await mentor.taps("Наставник")
    await mentor.taps("Закончить участие")
    await mentor.sees("Напоминаний больше не будет", "Серова Нина Юрьевна")
    assert (await place_of(world, school.mentor_person.id, Role.MENTOR)).state is MembershipState.APPROVED
    await mentor.taps("Да, закончить")
    await mentor.sees("Участие закончено")
    await school.curator.sees("Громов Олег Ильич", "больше не участвует", "Незаконченные пары (1): Серова Нина Юрьевна")
    await school.curator.taps("Пара: Нина С.")
    await school.curator.sees("Громов Олег Ильич")
    before = len(mentor.messages)
    await world.advance(timedelta(days=3))
    assert len(mentor.messages) == before  # who has left gets no reminders

    await mentor.taps("К участию")
    await mentor.taps("Вернуть")
    await school.curator.sees("Новая заявка: Громов Олег Ильич")
    again = await place_of(world, school.mentor_person.id, Role.MENTOR)
    assert (again.id, again.state) == (place.id, MembershipState.APPLIED)


async def test_the_curator_marks_somebody_as_left_and_takes_them_in_again(world: World) -> None:
    school = await School.open(world)
    place = await place_of(world, school.mentee_person.id, Role.MENTEE)
    await school.curator.says("/people")
    await school.curator.taps("1")
    await school.curator.taps("Наставляемый")
    await school.curator.taps("Больше не участвует")
    await school.curator.sees("больше не участвует", "Вернуть можно в любой день")
    await school.curator.taps("Да, не участвует")
    await school.mentee.sees("записано, что вы больше не участвуете")
    await school.curator.presses_old(school.curator.screens[-1].message_id, f"place.left:{place.id}")
    await school.curator.sees("это участие уже закончено")
    async with world.work() as work:
        await work.consents.withdraw(school.mentee_person.id, ConsentKind.PARTICIPATION)
    await school.curator.says("/people")
    await school.curator.presses_old(school.curator.screens[-1].message_id, f"place.return:{place.id}")
    await school.curator.sees("нет действующих согласий")
    async with world.work() as work:
        await work.consents.give(
            school.mentee_person.id, ConsentKind.PARTICIPATION, 1, given_by=school.mentee_person.id
        )
    await school.curator.presses_old(school.curator.screens[-1].message_id, f"place.return:{place.id}")
    await school.mentee.sees("вы снова участвуете")
    assert (await place_of(world, school.mentee_person.id, Role.MENTEE)).state is MembershipState.APPROVED
    async with world.work() as work:
        events = [one.event for one in await work.trail.of("membership", place.id)]
    assert events == ["came_back", "left"]


async def test_a_guardian_pauses_and_stops_for_the_child(world: World) -> None:
    school = await School.open(world)
    mother, parent = await world.member(
        "Лебедева Ольга Ивановна", Role.GUARDIAN, school.place, category=Category.PARENT
    )
    child, person = await world.member(
        "Лебедев Иван", Role.MENTEE, school.place, category=Category.PUPIL, birth=date(2012, 3, 4)
    )
    async with world.work() as work:
        await work.guardianships.put(person.id, parent.id, "mother")
    place = await place_of(world, person.id, Role.MENTEE)
    await mother.says("/menu")
    await taps_door(mother, "Моя карточка")
    await mother.taps("Иван Л.")
    await mother.taps("Наставляемый")
    await mother.taps("Пауза")
    await mother.taps("Через месяц")
    await mother.taps("Пропустить")
    await child.sees("твоё участие на паузе")
    await school.curator.sees("Лебедев Иван", "пауза, снова с 1 октября 2026")
    await mother.taps("К участию")
    await mother.taps("Больше не участвует")
    await mother.taps("Да, не участвует")
    await child.sees("ты больше не участвуешь")
    await school.curator.sees("Лебедев Иван", "больше не участвует")
    assert (await place_of(world, person.id, Role.MENTEE)).state is MembershipState.LEFT
    await school.mentor.presses_old(school.mentor.screens[-1].message_id, f"place.return:{place.id}")
    assert (await place_of(world, person.id, Role.MENTEE)).state is MembershipState.LEFT
