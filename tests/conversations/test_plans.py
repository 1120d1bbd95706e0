"""An individual plan from the template to its paper: drawn up, agreed, changed, reported, graded, reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

from docx import Document

from mentoring.mentorships import MentorshipState
from mentoring.people import Profile
from mentoring.plans import Grade, Item, Plan, PlanState
from mentoring.roles import Category, Role
from services import plans
from services.desk import Desk
from simulator.phones import Phone
from tests.conversations.digest_month import digests
from tests.conversations.pairs import Pair, active, pair
from tests.conversations.world import World

DAY = timedelta(days=1)


async def agreed_only(world: World, of: Pair) -> None:
    """The mentorship waits for its order: in Tver the plan comes before it."""
    async with world.work() as work:
        before = await work.mentorships.get(of.mentorship)
        assert before is not None
        after = replace(before, state=MentorshipState.AGREED, order=None, activated_at=None)
        assert await work.mentorships.change(before, after)


async def stored(world: World, of: Pair) -> Plan:
    async with world.work() as work:
        found = await work.plans.of(of.mentorship, of.mentee_person.id)
    assert found is not None
    return found


async def drawn_up(world: World, of: Pair, *due: date, state: PlanState = PlanState.AGREED) -> Plan:
    """A plan of one section with an item for each day, agreed a day ago."""
    items = tuple(Item(0, 0, 1, place, f"Задание {place}", due=day) for place, day in enumerate(due, 1))
    async with world.work() as work:
        new = Plan(
            id=0,
            mentorship_id=of.mentorship,
            person_id=of.mentee_person.id,
            template="teacher-teacher",
            created_by=of.mentor_person.id,
            created_at=world.now - DAY,
            changed_at=world.now - DAY,
            state=state,
            items=items,
            agreed_at=world.now - DAY if state is PlanState.AGREED else None,
        )
        await work.plans.add(new)
    return await stored(world, of)


async def answers(phone: Phone, *given: str) -> None:
    """Each is a button if there is one of this name, else it is typed."""
    for one in given:
        if one in phone.screen.labels:
            await phone.taps(one)
        else:
            await phone.says(one)


async def test_a_plan_is_drawn_up_before_the_order_and_agreed(world: World) -> None:
    of = await pair(world)
    await agreed_only(world, of)
    async with world.work() as work:
        await work.people.save(
            replace(of.mentee_person, profile=Profile(post="учитель физики", hired_here=date(2026, 3, 1)))
        )
    await of.mentee.says("/plan")
    await of.mentee.taps("1")
    await of.mentee.sees("ещё не составлен", "Иванова Анна Петровна")
    await of.mentor.says("/plan")
    await of.mentor.sees("Пётр С.", "плана ещё нет")
    await of.mentor.taps("1")
    await of.mentor.sees("План развития", "Сергеев Пётр Ильич", "Вхождение в должность", "0 из 7", "Составляется")
    await of.mentor.taps("1")
    await of.mentor.sees("1.1", "диагностическую беседу")
    await of.mentor.taps("1.1")
    await of.mentor.sees("дефицитных компетенций", "Срок: не назначен")
    await of.mentor.taps("Задание")
    await of.mentor.sees("Сейчас: «Провести диагностическую беседу")
    await of.mentor.says("Провести две беседы <b>вместе</b>")
    await of.mentor.sees("Сохранено")
    await of.mentor.taps("‹ К пункту")
    await of.mentor.taps("Срок")
    await of.mentor.taps("15")
    await of.mentor.taps("‹ К пункту")
    await of.mentor.sees("Провести две беседы <b>вместе</b>", "до 15 сентября 2026")
    await of.mentor.taps("‹ Раздел")
    await of.mentor.taps("Добавить пункт")
    await answers(of.mentor, "Прочесть книгу о мотивации", "Пропустить", "Пропустить")
    await of.mentor.taps("‹ К пункту")
    await of.mentor.sees("1.4", "Прочесть книгу")
    await of.mentor.taps("▲")
    await of.mentor.sees("1.3.", "Прочесть книгу")
    await of.mentor.taps("‹ Раздел")
    await of.mentor.taps("‹ План")
    await of.mentor.taps("Тексты плана")
    await of.mentor.taps("Изменить 1")
    await answers(of.mentor, "Пётр Ильич пришёл из другой школы")
    await of.mentor.taps("‹ План")
    await of.mentor.taps("Отправить на согласие")
    await of.mentor.toasted("отправлен")
    await of.mentee.sees("Иванова Анна Петровна", "предлагает план развития")
    await of.mentee.taps("Открыть план")
    assert "Тексты плана" not in of.mentee.screen.labels
    await of.mentee.taps("Согласовать")
    await of.mentee.sees("Согласован обеими сторонами 1 сентября 2026")
    await of.mentor.sees("согласован обеими сторонами")
    plan = await stored(world, of)
    assert (plan.state, plan.version, len(plan.kept)) == (PlanState.AGREED, 1, 20)
    await of.mentee.never_sees("из другой школы")


async def test_the_other_side_asks_for_a_change_and_an_agreed_plan_gets_versions(world: World) -> None:
    of = await pair(world)
    plan = await drawn_up(world, of, date(2026, 12, 1), date(2026, 12, 2), state=PlanState.DRAFT)
    first, second = plan.items
    await of.mentor.presses_old(1, f"plan.send:{plan.id}")
    await of.mentee.taps("Открыть план")
    await of.mentee.taps("Попросить изменить")
    await of.mentee.says("Нужно больше открытых уроков")
    await of.mentor.sees("просит изменить план", "больше открытых уроков")
    await of.mentor.taps("Открыть план")
    await of.mentor.sees("Просят изменить: Нужно больше открытых уроков")
    await of.mentor.taps("Отправить на согласие")
    await of.mentee.presses_old(1, f"plan.agree:{plan.id}:1")
    await of.mentor.presses_old(1, f"plan.agree:{plan.id}:1")
    await of.mentor.sees("уже согласована")
    await of.mentor.presses_old(1, f"plan.grade:{first.id}")
    await answers(of.mentor, "В полной мере", "Пропустить", "Молодец")
    assert (await stored(world, of)).version == 1, "a grade is no change of what was agreed"
    await of.mentor.presses_old(1, f"plan.remove:{second.id}")
    await of.mentor.toasted("можно вернуть")
    await of.mentor.presses_old(1, f"plan.remove:{second.id}")
    await of.mentor.sees("уже удалён")
    changed = await stored(world, of)
    assert (changed.state, changed.version, len(changed.kept)) == (PlanState.DRAFT, 2, 1)
    await of.mentor.presses_old(1, f"plan.more:{plan.id}")
    await of.mentor.taps("Удалённые (1)")
    await of.mentor.taps("1")
    await of.mentor.taps("Вернуть в план")
    await of.mentor.presses_old(1, f"plan.send:{plan.id}")
    await of.mentee.sees("меняет план развития")
    await of.mentee.presses_old(1, f"plan.agree:{plan.id}:1")
    await of.mentee.sees("План с тех пор изменился")
    await of.mentee.presses_old(1, f"plan.agree:{plan.id}:2")
    await of.mentee.presses_old(1, f"plan.versions:{plan.id}")
    await of.mentee.sees("Версия 2", "Версия 1")
    await of.mentee.taps("1")
    await of.mentee.sees("Версия 1", "1.2", "Задание 2", "2 декабря 2026")


async def test_what_is_done_is_reported_graded_and_put_on_paper(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    plan = await drawn_up(world, of, date(2026, 8, 1), date(2026, 12, 2))
    late, later = plan.items
    await of.mentee.presses_old(1, f"plan.item:{late.id}")
    await of.mentee.sees("Просрочено")
    assert not {"Задание", "Удалить", "Отметить результат"} & set(of.mentee.screen.labels)
    await of.mentee.presses_old(1, f"plan.edit:{late.id}:task")
    await of.mentee.presses_old(1, f"plan.grade:{late.id}")
    await of.mentee.presses_old(1, f"plan.report:{late.id}")
    await of.mentee.says("Провёл два урока")
    await of.mentor.sees("Задание 1", "Провёл два урока")
    await of.mentor.taps("Отметить результат")
    await answers(of.mentor, "Превысил план", "Пропустить", "Отличная работа")
    await of.mentor.taps("‹ К пункту")
    await of.mentor.sees("превысил запланированный", "Провёл два урока", "Отличная работа")
    await of.mentee.presses_old(1, f"plan.report:{late.id}")
    await of.mentee.sees("уже отметил")
    await of.mentor.presses_old(1, f"plan.grade:{later.id}")
    await of.mentor.taps("Превысил план")
    assert "Пропустить" not in of.mentor.screen.labels, "what exceeds the plan must be described"
    await answers(of.mentor, "Прошёл ещё и курс", "Пропустить")
    found = {item.id: (item.grade, item.result, item.assessment) for item in (await stored(world, of)).items}
    assert found == {
        late.id: (Grade.EXCEEDED, "Провёл два урока", "Отличная работа"),
        later.id: (Grade.EXCEEDED, "Прошёл ещё и курс", None),
    }
    await of.mentor.presses_old(1, f"plan.assess:{plan.id}")
    await of.mentor.says("План выполнен раньше срока")
    await of.mentee.sees("даёт оценку всему плану", "раньше срока")
    await of.mentee.presses_old(1, f"plan.show:{plan.id}")
    await of.mentee.sees("Достигнуто: 2 из 2, с оценкой: 2\n", "\nОценка наставника: План выполнен раньше срока")
    await curator.says("/plan")
    await curator.sees("Планов: 1, согласовано: 1", "100 %", "Пётр С.", "2 из 2")
    await curator.presses_old(1, f"plan.paper:{plan.id}")
    name, content = curator.documents[-1]
    document = Document(BytesIO(content))
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert name == f"plan-{plan.id}-v1.docx"
    assert cells[0] == [
        "№",
        "Проект, задание",
        "Срок",
        "Планируемый результат1",
        "Фактический результат2",
        "Оценка наставника",
    ]
    assert cells[1][0] == "Раздел 1. Анализ профессиональных трудностей и способы их преодоления"
    assert cells[2][:3] == ["1.1.", "Задание 1", "01.08.2026"]
    assert cells[2][4:] == ["Результат превысил запланированный\nПровёл два урока", "Отличная работа"]
    assert "Подпись наставника" in document.tables[1].rows[0].cells[0].text


async def test_both_are_reminded_three_days_before_and_on_the_day(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    plan = await drawn_up(world, of, date(2026, 9, 5), date(2026, 9, 8))
    await world.advance(DAY)
    for phone in (of.mentor, of.mentee):
        assert "Срок по плану развития — 5 сентября 2026" in digests(phone)[-1]
    await world.advance(2 * DAY)
    async with world.work() as work:
        seat = next(one for one in await work.memberships.of_person(of.mentee_person.id) if one.role is Role.MENTEE)
        await work.memberships.pause(seat.id, since=date(2026, 9, 4), until=date(2026, 10, 7))
    await world.advance(DAY)
    assert [len(digests(phone)) for phone in (of.mentor, of.mentee)] == [2, 1], "who is on a pause hears nothing"
    await of.mentor.taps("К плану")
    await of.mentor.sees("План развития", "Наставляемый: Сергеев Пётр Ильич")
    async with world.work() as work:
        held = await work.plans.get(plan.id)
        assert held is not None
        for item in held.items:
            await work.plans.change_item(replace(item, grade=Grade.FULL))
    await world.advance(4 * DAY)
    assert len(digests(of.mentor)) == 2, "what is done is said no more"
    await curator.never_sees("Срок по плану")


async def test_others_read_nothing_and_two_at_once_are_told(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    other, other_person = await world.member("Чужая Вера Олеговна", Role.MENTEE, of.school)
    group = await active(world, of.school, [of.mentor_person], [of.mentee_person, other_person])
    plan = await drawn_up(world, of, date(2026, 12, 1))
    (item,) = plan.items
    for data in (
        f"plan.open:{of.mentorship}",
        f"plan.show:{plan.id}",
        f"plan.item:{item.id}",
        f"plan.report:{item.id}",
    ):
        await other.presses_old(1, data)
    for data in (f"plan.of:{group}:{of.mentee_person.id}", f"plan.paper:{plan.id}", f"plan.agree:{plan.id}:1"):
        await other.presses_old(1, data)
    await other.never_sees("Задание 1")
    await of.mentor.presses_old(1, f"plan.open:{group}")
    await of.mentor.sees("Чей план", "Пётр С.", "Вера Ч.")
    await of.mentor.presses_old(1, f"plan.edit:{item.id}:task")
    await curator.presses_old(1, f"plan.edit:{item.id}:task")
    await curator.says("Задание куратора")
    await of.mentor.says("Задание наставника")
    await of.mentor.sees("изменил другой", "Задание куратора")
    assert [one.task for one in (await stored(world, of)).items] == ["Задание куратора"]


async def test_a_guardian_agrees_for_a_child_without_telegram_and_the_plan_is_handed_over(world: World) -> None:
    of = await pair(world)
    guardian, guardian_person = await world.member(
        "Белова Мария Олеговна", Role.GUARDIAN, of.school, category=Category.PARENT
    )
    _, successor = await world.member("Орлова Вера Олеговна", Role.MENTOR, of.school)
    async with world.work() as work:
        await work.people.save(replace(of.mentee_person, telegram_id=None))
        await work.guardianships.put(of.mentee_person.id, guardian_person.id, "mother")
    plan = await drawn_up(world, of, date(2026, 12, 1), state=PlanState.DRAFT)
    await of.mentor.presses_old(1, f"plan.send:{plan.id}")
    await guardian.sees("согласовать план", "Сергеев Пётр Ильич")
    await guardian.taps("Открыть план")
    await guardian.taps("Согласовать")
    assert (await stored(world, of)).state is PlanState.AGREED
    new = await active(world, of.school, [successor], [of.mentee_person])
    async with world.work() as work:
        desk = Desk(work, world.machine.house, await work.chats.actor(of.mentor.id), world.now)
        assert (await plans.ready(desk, of.mentorship)).complete
        assert await plans.carry_over(desk, of.mentorship, new) == 1
        assert await plans.carry_over(desk, of.mentorship, new) == 0
        copied = await work.plans.of(new, of.mentee_person.id)
        assert copied is not None
        assert (copied.state, copied.version, len(copied.items)) == (PlanState.DRAFT, 2, 1)
        assert [one.version for one in await work.plans.versions(copied.id)] == [1]
        assert not (await plans.ready(desk, new)).complete
