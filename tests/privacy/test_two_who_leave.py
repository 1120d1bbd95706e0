"""Two of one pair withdraw: what stands in the same rows comes back, and goes, with each of them as if alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from mentoring.roles import Role
from simulator.phones import Phone
from storage.tables import erasures, help_requests, plan_items, tasks
from tests.conversations import pairs
from tests.conversations.pairs import Pair
from tests.conversations.world import World
from tests.privacy.test_erased_everywhere import withdraws
from tests.privacy.writing import Writer

AT_ONCE, LATER = ("Стереть сразу", "Да, стереть навсегда"), ("Стереть через 30 дн.",)


async def couple(world: World) -> tuple[Pair, Writer, Writer]:
    """A pair with a task, a plan and a question, each with words of both; either names the other."""
    of = await pairs.pair(world)
    await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    mentor = Writer(world, of.mentor, "mentor", of.mentee_person.name)
    mentee = Writer(world, of.mentee, "mentee", of.mentor_person.name)
    await mentor.fills(f"task.new:{of.mentorship}")
    await mentee.fills("task.done:1")
    await mentee.fills(f"help.ask:{of.mentorship}")
    await mentor.fills("help.answer:1")
    await mentor.phone.presses_old(1, f"plan.of:{of.mentorship}:{of.mentee_person.id}")
    await mentor.fills("plan.add:1:1")
    await mentee.fills("plan.report:1")
    return of, mentor, mentee


async def rows(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Where their words stand."""
    async with world.work() as work:
        return {
            table.name: [tuple(row) for row in await work.connection.execute(select(table))]
            for table in (tasks, help_requests, plan_items)
        }


async def lies(world: World, *words: str) -> list[str]:
    """Which of the words stand there, or in what is sealed."""
    async with world.work() as work:
        sealed = (await work.connection.execute(select(erasures.c.sealed))).scalars().all()
    said = f"{await rows(world)}{sealed}"
    return [word for word in words if word in said]


async def takes_back(phone: Phone) -> None:
    await phone.says("/privacy")
    await phone.taps("Вернуть данные")
    await phone.sees("снова на месте")


async def test_who_comes_back_brings_nothing_back_of_who_is_hidden_and_both_bring_all(world: World) -> None:
    of, mentor, mentee = await couple(world)
    before = await rows(world)
    await withdraws(of.mentor, *LATER)
    await withdraws(of.mentee, *LATER)
    hidden = await rows(world)
    for first, second in ((of.mentor, of.mentee), (of.mentee, of.mentor)):
        await takes_back(first)
        assert not [mark for mark in (*mentor.marks, *mentee.marks) if mark in str((await rows(world))["tasks"])]
        await takes_back(second)
        assert await rows(world) == before
        await withdraws(of.mentor, *LATER)
        await withdraws(of.mentee, *LATER)
        assert await rows(world) == hidden


async def test_who_is_erased_is_left_in_nothing_that_is_sealed_of_the_other(any_world: World) -> None:
    world = any_world
    of, mentor, mentee = await couple(world)
    await withdraws(of.mentor, *LATER)
    assert await lies(world, *mentor.marks) == mentor.marks
    await withdraws(of.mentee, *AT_ONCE)
    await world.advance(timedelta(minutes=5))
    await takes_back(of.mentor)
    assert await lies(world, *mentee.marks, of.mentee_person.name) == []
    async with world.work() as work:
        back = await work.people.get(of.mentor_person.id)
    assert back == of.mentor_person


async def test_the_same_where_both_were_hidden_and_one_is_hastened(world: World) -> None:
    of, _, mentee = await couple(world)
    await withdraws(of.mentor, *LATER)
    await withdraws(of.mentee, *LATER)
    await of.mentee.says("/privacy")
    await of.mentee.taps("Стереть сразу")
    await of.mentee.taps("Да, стереть навсегда")
    await world.advance(timedelta(minutes=5))
    await takes_back(of.mentor)
    assert await lies(world, *mentee.marks) == []
