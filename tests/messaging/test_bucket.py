"""Limits on sending."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from messaging.bucket import Bucket


def take_all(bucket: Bucket, chats: list[int], seconds: float) -> list[tuple[float, int]]:
    """Every chat wants to send all the time; when calls were allowed."""
    made, now = [], 0.0
    while now < seconds:
        waits = []
        for chat in chats:
            wait = bucket.take(chat, now)
            waits.append(wait)
            if wait == 0.0:
                made.append((now, chat))
        now += max(min(waits), 0.001)
    return made


def test_a_chat_has_a_burst_of_three_and_then_one_a_second() -> None:
    made = take_all(Bucket(28), [1], 5.0)
    assert [round(at, 2) for at, _ in made[:3]] == [0, 0, 0.04]
    assert 6 <= len(made) <= 8


def test_no_second_has_more_than_thirty_calls_and_the_rate_is_used() -> None:
    made = [at for at, _ in take_all(Bucket(28), list(range(400)), 6.0)]
    assert max(sum(start <= at < start + 1 for at in made) for start in made) <= 30
    assert len(made) >= 28 * 6 - 1


def test_zero_lifts_every_limit() -> None:
    bucket = Bucket(0)
    assert all(bucket.take(1, 0.0) == 0.0 for _ in range(1000))


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 3)), max_size=200))
def test_a_wait_is_as_long_as_it_says(steps: list[tuple[int, float]]) -> None:
    bucket, now = Bucket(2), 0.0
    for chat, passed in steps:
        now += passed
        wait = bucket.take(chat, now)
        if wait > 0:
            now += wait
            assert bucket.take(chat, now) == 0.0


def test_a_chat_that_is_full_again_is_forgotten() -> None:
    bucket = Bucket(1000)
    for chat in range(10_000):
        bucket.take(chat, chat * 0.01)
    assert len(bucket._chats) < 5_000
