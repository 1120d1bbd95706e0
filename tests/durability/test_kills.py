"""Killed while 20 people answer, the bot loses no answer, applies none twice and leaves nobody unanswered."""

from __future__ import annotations

import asyncio
from random import Random

import pytest

from simulator.telegram import Telegram
from tests.durability.people import QUESTIONS, Crowd, count_of, pressed, stored
from tests.durability.process import BotProcess

PEOPLE = 20
LIFE = 1.0
"""Seconds within which a life of the bot ends, at a random moment, while presses come at random moments."""


async def spread(crowd: Crowd, presses: int, random: Random) -> None:
    """Allow so many presses at random moments of a life; those after its end wait for the next one."""
    moments = sorted(random.uniform(0, LIFE) for _ in range(presses))
    before = 0.0
    for moment in moments:
        await asyncio.sleep(moment - before)
        crowd.gate.let(1)
        before = moment


async def killed(bot: BotProcess, crowd: Crowd, kills: int, random: Random) -> None:
    """Start and kill again and again, then let it live."""
    share = crowd.actions // (kills + 1)
    for _ in range(kills):
        await bot.start()
        traffic = asyncio.create_task(spread(crowd, share, random))
        await asyncio.sleep(random.uniform(0, LIFE))
        await bot.kill()
        crowd.life += 1
        await traffic
    await bot.start()
    crowd.gate.open()


def check(bot: BotProcess, crowd: Crowd) -> None:
    """Every answer is there once, as it was pressed; nothing was put aside; nothing waits; few messages came twice."""
    assert stored(bot.database) == pressed(crowd.respondents)
    assert all(len(respondent.pressed) == QUESTIONS for respondent in crowd.respondents)
    assert count_of(bot.database, "parked") == 0, bot.log()
    assert count_of(bot.database, "outgoing") == 0
    repeated = crowd.repeated()
    assert all(count == 1 for count in repeated.values()), repeated
    assert all(life > 0 for _, life in repeated), repeated


async def survive(telegram: Telegram, bot: BotProcess, kills: int, seed: int) -> None:
    await bot.sample(PEOPLE)
    crowd = Crowd(telegram, PEOPLE, seed)
    answering = asyncio.create_task(crowd.answer_all())
    try:
        await killed(bot, crowd, kills, Random(seed))
        await answering
    except AssertionError as error:
        raise AssertionError(f"{error}\n{bot.log()[-4000:]}") from error
    finally:
        answering.cancel()
    assert await bot.stop() == 0, bot.log()
    check(bot, crowd)
    assert telegram.updates.pending == 0


@pytest.mark.long
@pytest.mark.parametrize("round_", range(3))
async def test_thirty_kills(telegram: Telegram, bot: BotProcess, seed: int, round_: int) -> None:
    await survive(telegram, bot, 30, seed + round_)


@pytest.mark.long
async def test_thirty_kills_of_a_process_started_as_operators_do(
    telegram: Telegram, plain_bot: BotProcess, seed: int
) -> None:
    await survive(telegram, plain_bot, 30, seed)
