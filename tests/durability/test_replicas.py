"""Replicas on one PostgreSQL, killed, frozen and restarted while people answer: nothing lost, nothing applied twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from simulator.server import address_of, serve
from simulator.telegram import Telegram
from tests.durability.people import QUESTIONS, Crowd, pressed
from tests.durability.process import Nursery
from tests.durability.replicas import Balancer, Replica, Replicas
from tests.durability.test_kills import spread

PEOPLE = 20
TAKEN_OVER = 15.0
"""Seconds until another one sends, after the one that did was killed or frozen."""


@pytest.fixture
async def balancer() -> AsyncIterator[Balancer]:
    made = Balancer()
    yield made
    await made.close()


@pytest.fixture
async def telegram(balancer: Balancer) -> AsyncIterator[Telegram]:
    made = Telegram(post=balancer.post)
    yield made
    await made.close()


@pytest.fixture
async def replicas(
    nursery: Nursery, telegram: Telegram, balancer: Balancer, postgres_url: str, tmp_path: Path
) -> AsyncIterator[Replicas]:
    runner = await serve(telegram, port=0)
    made = Replicas(nursery, telegram, address_of(runner), postgres_url, tmp_path, 2, balancer)
    yield made
    for replica in made.all:
        if replica.pid:
            replica.thaw()
        await replica.close()
    await runner.cleanup()


async def killed(replicas: Replicas, leader: Replica) -> float:
    """Until another one sends; the dead one is started again then."""
    await leader.kill()
    _, seconds = await replicas.leader(besides=leader)
    await leader.start()
    return seconds


async def frozen(replicas: Replicas, leader: Replica) -> float:
    """Until another one sends; the frozen one goes on afterwards, in the belief that no time has passed."""
    leader.freeze()
    _, seconds = await replicas.leader(besides=leader)
    leader.thaw()
    return seconds


End = Callable[[Replicas, Replica], Awaitable[float]]


async def check(replicas: Replicas, crowd: Crowd) -> None:
    """Every answer is there once, as it was pressed; nothing was put aside, nothing waits; few messages came twice."""
    rows = await replicas.fetch("SELECT telegram_id, question, value FROM answers_v WHERE questionnaire = 'sample'")
    found: dict[int, dict[str, str]] = {}
    for person, question, value in rows:
        assert question not in found.setdefault(person, {})
        found[person][question] = value
    assert found == pressed(crowd.respondents)
    assert all(len(one.pressed) == QUESTIONS for one in crowd.respondents)
    [(parked, outgoing)] = await replicas.fetch("SELECT (SELECT count(*) FROM parked), (SELECT count(*) FROM outgoing)")
    assert (parked, outgoing) == (0, 0), replicas.log()
    repeated = crowd.repeated()
    assert all(count == 1 for count in repeated.values()), repeated
    assert all(life > 0 for _, life in repeated), repeated


async def survive(telegram: Telegram, replicas: Replicas, ends: Sequence[End], seed: int) -> list[float]:
    """Whoever leads is killed or frozen, again and again; the seconds until another one sent."""
    random, seconds = Random(seed), []
    crowd = Crowd(telegram, PEOPLE, seed)
    await replicas.all[0].sample(PEOPLE)
    for replica in replicas.all:
        await replica.start()
    answering = asyncio.create_task(crowd.answer_all())
    share = crowd.actions // (len(ends) + 1)
    try:
        for end in ends:
            leader, _ = await replicas.leader()
            traffic = asyncio.create_task(spread(crowd, share, random))
            await asyncio.sleep(random.uniform(0, 1))
            crowd.life += 1
            seconds.append(await end(replicas, leader))
            await traffic
        crowd.gate.open()
        await answering
    except AssertionError as error:
        raise AssertionError(f"{error}\n{replicas.log()}") from error
    finally:
        answering.cancel()
    for replica in replicas.all:
        assert await replica.stop() == 0, replica.log()
    await check(replicas, crowd)
    assert telegram.updates.pending == 0
    assert max(seconds) <= TAKEN_OVER, seconds
    return seconds


async def test_a_kill_of_the_leader(telegram: Telegram, replicas: Replicas, seed: int) -> None:
    seconds = await survive(telegram, replicas, (killed,), seed)
    print(f"seconds till somebody else sent: {seconds}")


@pytest.mark.long
async def test_twenty_kills_and_twenty_freezes_of_the_leader(telegram: Telegram, replicas: Replicas, seed: int) -> None:
    seconds = await survive(telegram, replicas, (killed, frozen) * 20, seed)
    print(f"seconds till somebody else sent: after a kill {max(seconds[::2]):.1f}, a freeze {max(seconds[1::2]):.1f}")


async def test_a_rolling_restart_repeats_and_loses_nothing(telegram: Telegram, replicas: Replicas, seed: int) -> None:
    crowd = Crowd(telegram, PEOPLE, seed)
    await replicas.all[0].sample(PEOPLE)
    for replica in replicas.all:
        await replica.start()
    crowd.gate.open()
    answering = asyncio.create_task(crowd.answer_all())
    for replica in replicas.all:
        assert await replica.stop() == 0, replica.log()
        await replica.start()
    await answering
    taken = [await replica.metric("updates_taken_total") for replica in replicas.all]
    for replica in replicas.all:
        assert await replica.stop() == 0, replica.log()
    await check(replicas, crowd)
    assert not crowd.repeated()
    assert taken[0] > 0, "updates are shared"
