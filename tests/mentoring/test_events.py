"""Events: until when one signs up, who has a seat, who gets the next one, what follows what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mentoring.errors import Stale
from mentoring.events import (
    Event,
    EventKind,
    EventState,
    Result,
    Signed,
    SignState,
    changed,
    ensure_ahead,
    ensure_open,
    moved,
    next_in,
    ranked,
    seat_for,
)
from mentoring.roles import Role

NOW = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
START = NOW + timedelta(days=9)
EVENT = Event(1, None, EventKind.SEMINAR, "Встреча", START, (Role.MENTOR,), EventState.OPEN, 1, NOW, seats=2)


def people(*states: SignState) -> list[Signed]:
    """Each signed up a minute after the one before."""
    return [Signed(n, 1, n, 1, state, NOW + timedelta(minutes=n)) for n, state in enumerate(states, 1)]


S, W, OFF = SignState.SIGNED, SignState.WAITING, SignState.OFF


@pytest.mark.parametrize(
    ("states", "given"), [((), S), ((S,), S), ((S, S), W), ((S, OFF), S), ((S, OFF, W), W), ((OFF, OFF, OFF), S)]
)
def test_nobody_overtakes_who_waits(states: tuple[SignState, ...], given: SignState) -> None:
    assert seat_for(EVENT, people(*states)) is given
    assert seat_for(replace(EVENT, seats=None), people(*states)) is S


@pytest.mark.parametrize(
    ("states", "seated"), [((S, S, W), []), ((OFF, S, W, W), [3]), ((OFF, OFF, W, W, W), [3, 4]), ((S,), [])]
)
def test_who_waits_longest_is_next(states: tuple[SignState, ...], seated: list[int]) -> None:
    assert [one.id for one in next_in(EVENT, list(reversed(people(*states))))] == seated


@pytest.mark.parametrize(
    ("event", "at"),
    [
        (replace(EVENT, state=EventState.DRAFT), NOW),
        (replace(EVENT, state=EventState.CANCELLED), NOW),
        (EVENT, START),
        (replace(EVENT, sign_up_until=NOW), NOW),
    ],
)
def test_nobody_signs_up_too_late(event: Event, at: datetime) -> None:
    ensure_open(EVENT, START - timedelta(minutes=1))
    with pytest.raises(Stale):
        ensure_open(event, at)


def test_what_was_cancelled_stays_so_and_calendars_hear_of_it() -> None:
    assert moved(EVENT, EventState.HELD).sequence == 0
    cancelled = moved(EVENT, EventState.CANCELLED)
    assert cancelled.sequence == 1
    for state in EventState:
        with pytest.raises(Stale):
            moved(cancelled, state)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "Слёт"}, 1),
        ({"starts_at": START + timedelta(hours=1)}, 1),
        ({"place": "Зал"}, 1),
        ({"seats": 9, "about": "О чём", "roles": (Role.MENTEE,), "sign_up_until": NOW}, 0),
    ],
)
def test_calendars_hear_of_name_time_and_place(change: dict[str, Any], told: int) -> None:
    assert changed(EVENT, replace(EVENT, **change)).sequence == told


@pytest.mark.parametrize(
    ("event", "at"), [(moved(EVENT, EventState.HELD), NOW), (moved(EVENT, EventState.CANCELLED), NOW), (EVENT, START)]
)
def test_what_has_begun_stays_as_it_is(event: Event, at: datetime) -> None:
    ensure_ahead(replace(EVENT, sign_up_until=NOW), NOW)
    with pytest.raises(Stale):
        ensure_ahead(event, at)


def test_the_best_places_come_first_then_nominations() -> None:
    results = (Result(nomination="Юмор"), None, Result(2), Result(1, "Речь"), Result(nomination="Артистизм"))
    listed = [replace(one, result=result) for one, result in zip(people(S, S, S, S, S), results, strict=True)]
    assert [one.id for one in ranked(listed)] == [4, 3, 5, 1]
    assert not Result()
