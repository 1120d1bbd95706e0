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
    await operator.sees("Не обработано обновлений: 3")
