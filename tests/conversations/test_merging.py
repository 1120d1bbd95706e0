"""Two records of one person are merged by the curator: what hangs on either stays, the other phone is told."""

from __future__ import annotations

from datetime import date

from mentoring.roles import Role
from tests.conversations.pairs import active
from tests.conversations.world import World


async def test_two_records_become_one_and_the_mentorship_goes_on(world: World) -> None:
    school = await world.organisation()
    other_school = await world.organisation("Школа № 15")
    curator, staff = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    _, mentor = await world.member("Иванова Мария Петровна", Role.MENTOR, school)
    main, kept = await world.member("Сергеев Пётр Ильич", Role.MENTOR, school)
    second, dropped = await world.member("Сергеев Пётр", Role.MENTEE, school)
    _, elsewhere = await world.member("Сергеев Пётр", Role.MENTEE, other_school, birth=date(1991, 1, 1))
    number = await active(world, school, [mentor], [dropped])

    await curator.presses_old(curator.screen.message_id, f"merge.begin:{kept.id}")
    await curator.sees("Похожие записи", "Сергеев Пётр")
    await curator.taps("1")
    await curator.sees("Объединить две записи?", "Сергеев Пётр Ильич", "пар: 1", "Telegram останется от первой записи")
    await curator.taps("Поменять местами")
    await curator.taps("Поменять местами")
    await curator.taps("Объединить")
    await curator.sees("одна запись")
    await second.sees("Куратор объединил")
    async with world.work() as work:
        made = await work.mentorships.get(number)
        assert made is not None
        assert made.mentees == (kept.id,)
        assert {one.role for one in await work.memberships.of_person(kept.id)} == {Role.MENTOR, Role.MENTEE}
        person = await work.people.get(kept.id)
        assert person is not None
        assert (person.name, person.telegram_id) == ("Сергеев Пётр Ильич", main.id)
        [trace] = await work.trail.of("person", kept.id)
        assert (trace.event, trace.actor_id, trace.details["dropped"]) == ("merged", staff.id, dropped.id)
    await curator.presses_old(curator.screen.message_id, f"merge.do:{kept.id}:{dropped.id}")
    await curator.sees("Этой записи уже нет")
    await curator.presses_old(curator.screen.message_id, f"merge.do:{kept.id}:{mentor.id}")
    await curator.sees("разные люди")
    await curator.presses_old(curator.screen.message_id, f"merge.do:{kept.id}:{staff.id}")
    await curator.sees("ваша собственная запись")
    await curator.presses_old(curator.screen.message_id, f"merge.show:{kept.id}:{elsewhere.id}")
    await curator.sees_no("Объединить две записи?")
    await main.presses_old(main.screen.message_id, f"merge.begin:{mentor.id}")
    await main.sees_no("Похожие записи")
    await curator.presses_old(curator.screen.message_id, f"merge.search:{kept.id}")
    await curator.says("мария")
    await curator.sees("Поиск «мария»", "Иванова Мария Петровна")
    for slip in ("мраия", "ивановна петровна мария", "ИВОНОВА"):
        await curator.presses_old(curator.screen.message_id, f"merge.search:{kept.id}")
        await curator.says(slip)
        await curator.sees(f"Поиск «{slip}»", "Иванова Мария Петровна")


async def test_a_record_under_a_mistyped_name_is_offered(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    _, kept = await world.member("Семёнова-Климова Алёна", Role.MENTOR, school)
    await world.member("Семенова-Килмова Алена", Role.MENTEE, school)
    await world.member("Семенихин Олег", Role.MENTEE, school)
    await curator.presses_old(curator.screen.message_id, f"merge.begin:{kept.id}")
    await curator.sees("Похожие записи", "Семенова-Килмова Алена")
    await curator.sees_no("Семенихин")


async def test_an_account_does_not_get_into_a_record_of_another_organisation(world: World) -> None:
    school = await world.organisation()
    other_school = await world.organisation("Школа № 15")
    curator, _ = await world.member("Сидорова Анна Ивановна", Role.CURATOR, school)
    _, own = await world.member("Орлов Семён Ильич", Role.MENTEE, school)
    async with world.work() as work:
        shared = await work.people.add("Орлов Семён Ильич")
        for place in (school, other_school):
            await work.memberships.grant(shared.id, place.id, Role.MENTEE)
    await curator.presses_old(curator.screen.message_id, f"merge.do:{shared.id}:{own.id}")
    async with world.work() as work:
        kept = await work.people.get(shared.id)
        assert kept is not None
        assert kept.telegram_id is None
        assert await work.people.get(own.id) is not None
