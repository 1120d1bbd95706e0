"""A Telegram at rest on the first of September, and two people in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simulator.chats import Person
from simulator.telegram import Telegram

ANNA = Person(11, "Анна", "ru", "куратор")
BORIS = Person(12, "Борис", "en", "наставник")


class Watch:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.time = datetime(2026, 9, 1, 6, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def goes(self, by: timedelta) -> None:
        self.time += by


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def telegram(watch: Watch) -> Telegram:
    telegram = Telegram(now=watch, people=[ANNA, BORIS])
    telegram.gestures.start(ANNA.id)
    telegram.updates.waiting.clear()
    return telegram
