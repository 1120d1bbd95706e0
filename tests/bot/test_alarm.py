"""The operator hears of what went wrong, at most once an hour of a kind."""

from datetime import timedelta

from bot.alarm import Alarm
from tests.conversations.world import World


async def test_the_operator_is_told_once_an_hour(any_world: World) -> None:
    operator = any_world.phone("Виктор")
    await operator.starts()
    alarm = Alarm(any_world.machine, operator.id)
    before = len(operator.messages)
    await alarm.look()
    await any_world.settle()
    assert len(operator.messages) == before
    for _ in range(2):
        any_world.machine.vitals.updates_parked += 1
        await alarm.look()
        await any_world.settle()
    assert len(operator.messages) == before + 1
    await operator.sees("Не обработано обновлений: 1")
    await any_world.advance(timedelta(hours=1))
    any_world.machine.vitals.updates_parked += 3
    await alarm.look()
    await operator.sees("Не обработано обновлений: 4")


async def test_two_messages_of_a_kind_are_an_hour_apart_and_nothing_is_left_out(world: World) -> None:
    operator = world.phone("Виктор")
    await operator.starts()
    alarm = Alarm(world.machine, operator.id)
    await world.advance(timedelta(minutes=59))
    world.machine.vitals.updates_parked += 1
    await alarm.look()
    await operator.sees("Не обработано обновлений: 1")
    told = len(operator.messages)
    await world.advance(timedelta(minutes=2))
    world.machine.vitals.updates_parked += 5
    await alarm.look()
    await world.settle()
    assert len(operator.messages) == told, "a new hour of the clock is no hour since the last message"
    await world.advance(timedelta(minutes=58))
    await alarm.look()
    await operator.sees("Не обработано обновлений: 5")


async def test_another_kind_is_told_at_once(world: World) -> None:
    operator = world.phone("Виктор")
    await operator.starts()
    alarm = Alarm(world.machine, operator.id)
    world.machine.vitals.updates_parked += 1
    await alarm.look()
    world.machine.vitals.jobs_failed += 2
    await alarm.look()
    await operator.sees("Не удалось подготовить файлов: 2")
