"""What one person may send: hands are never held up, scripts are, calmly and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.flood import BURST, PER_SECOND, UNLIMITED, Flood, Verdict
from storage.engine import Database
from tests.messaging.stage import ANNA, BORIS, Stage, count_words, counted, echo


def judged(flood: Flood, moments: Iterable[float], chat: int = ANNA) -> list[Verdict]:
    """The verdicts on updates at these moments, in their order."""
    return [flood.judge(chat, number, at) for number, at in enumerate(moments, start=1)]


def every(seconds: float, many: int, start: float = 0.0) -> list[float]:
    return [start + seconds * number for number in range(many)]


@pytest.mark.parametrize("seed", range(5))
def test_a_clumsy_pupil_is_never_held_up(seed: int) -> None:
    """Ten questionnaires of 25 questions, one after another; every button is pressed one to four times in a row."""
    chance, now, moments = Random(seed), 0.0, list[float]()
    for _ in range(10 * 25):
        for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
            now += chance.uniform(0.08, 0.3)
            moments.append(now)
        now += chance.uniform(0.8, 3.0)  # the next question appears and is read
    assert set(judged(Flood(), moments)) == {Verdict.SERVED}


@pytest.mark.parametrize("moments", [every(0, BURST), every(0.0, 100) + every(0.5, 2000, start=60), every(0.5, 5000)])
def test_forwarding_a_hundred_messages_at_once_and_going_on_without_a_rest(moments: list[float]) -> None:
    assert set(judged(Flood(), moments)) == {Verdict.SERVED}


def test_a_script_hears_of_it_once_and_is_served_again_after_a_rest() -> None:
    flood = Flood()
    verdicts = judged(flood, every(0.05, 20 * 600))
    first = verdicts.index(Verdict.FIRST)
    assert BURST <= first <= BURST * 1.2
    assert set(verdicts[first + 1 :]) == {Verdict.MORE}
    assert flood.judge(ANNA, 90_000, 600 + flood.pause) is Verdict.SERVED
    assert flood.judge(BORIS, 90_001, 600) is Verdict.SERVED


def test_somebody_who_goes_on_tapping_slowly_is_let_in_all_the_same() -> None:
    flood = Flood()
    judged(flood, every(0.01, 1000))
    verdicts = [flood.judge(ANNA, 2000 + number, 10 + 3.0 * number) for number in range(40)]
    assert verdicts.index(Verdict.SERVED) <= 10
    assert Verdict.MORE not in verdicts[verdicts.index(Verdict.SERVED) :]


def test_what_is_delivered_again_is_not_counted() -> None:
    flood = Flood(10, 1)
    for _ in range(50):
        assert set(judged(flood, every(0, 10))) == {Verdict.SERVED}
    assert flood.judge(ANNA, 11, 0) is Verdict.FIRST


def test_numbers_may_begin_anew_after_a_quiet_week() -> None:
    flood = Flood(10, 1)
    flood.judge(ANNA, 900_000, 0)
    assert Counter(judged(flood, every(0, 13, start=604_800)))[Verdict.SERVED] == 10


@given(
    gaps=st.lists(st.floats(0, 30), min_size=1, max_size=300),
    burst=st.integers(10, 200),
    rate=st.floats(0.1, 10),
)
def test_nobody_gets_more_than_the_limits_or_waits_longer_than_the_pause(
    gaps: list[float], burst: int, rate: float
) -> None:
    flood, now, served, began = Flood(burst, rate), 0.0, 0, 0.0
    for number, gap in enumerate(gaps):
        now += gap
        verdict = flood.judge(ANNA, number, now)
        served += verdict is Verdict.SERVED
        assert served <= burst + (now - began) * rate + 1
    assert flood.judge(ANNA, len(gaps), now + burst / rate) is Verdict.SERVED


def test_without_a_limit_nobody_is_held_up() -> None:
    assert set(judged(UNLIMITED, every(0, 1000))) == {Verdict.SERVED}
    assert set(judged(Flood(0, PER_SECOND), every(0, 1000))) == {Verdict.SERVED}


async def test_what_was_entered_is_kept_and_the_person_hears_it_once(database: Database) -> None:
    stage = Stage(database, count_words, flood=Flood(20, 1))
    for _ in range(50):
        await stage.phone(ANNA).says("раз")
    await stage.phone(BORIS).says("два")
    await stage.goes()
    assert await counted(stage) == {"раз": 20, "два": 1}
    assert stage.texts(ANNA) == ["раз"] * 20 + ["Подождите 5 с."]
    assert stage.texts(BORIS) == ["два"]
    assert stage.counters.updates_held == 30
    assert (await stage.rows("parked"), stage.telegram.updates.pending) == (0, 0)
    stage.time.passes(5)
    await stage.phone(ANNA).says("три")
    await stage.goes()
    assert (await counted(stage))["три"] == 1


async def test_a_press_that_is_held_up_ends_its_spinner(database: Database) -> None:
    stage = Stage(database, echo, flood=Flood(10, 1))
    phone = stage.phone(ANNA)
    for _ in range(12):
        stage.telegram.gestures.press(phone.id, 1, "x")
    await stage.goes()
    assert stage.calls("answerCallbackQuery") == 12
    assert stage.texts(ANNA)[-1] == "Подождите 3 с."


async def test_a_database_that_fails_for_a_while_costs_nobody_their_turn(database: Database) -> None:
    stage = Stage(database, count_words, flood=Flood(10, 1))
    for word in "абвгд":
        await stage.phone(ANNA).says(word)
    batch = list(stage.telegram.updates.waiting.values())
    for _ in range(30):
        stage.shaky.failing = [("before", OSError(28, "disk full"))]
        with pytest.raises(OSError, match="disk full"):
            await stage.intake.take(batch)
    await stage.intake.take(batch)
    assert await counted(stage) == dict.fromkeys("абвгд", 1)
