"""Practices and self-audits: what moves from where, what a search finds, whose name may be shown, when heads hear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.audit import Audit, reminders
from mentoring.errors import Stale
from mentoring.practices import (
    Practice,
    PracticeState,
    Story,
    published,
    returned,
    submitted_anew,
    tell_of,
    withdrawn,
)

NOW = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
STORY = Story("Открытая среда", "Боятся уроков", "Наставник открывает класс", "Все провели ещё по одному")
ONE = Practice(1, 1, 5, STORY, PracticeState.SUBMITTED, NOW)
MOVES: dict[str, Callable[[Practice], Practice]] = {
    "publish": lambda one: published(one, 9, NOW),
    "return": lambda one: returned(one, "Сколько?", 9, NOW),
    "again": lambda one: submitted_anew(one, STORY, NOW),
    "withdraw": lambda one: withdrawn(one, 9, NOW),
}
ALLOWED = {
    PracticeState.SUBMITTED: {"publish", "return", "withdraw"},
    PracticeState.RETURNED: {"again", "withdraw"},
    PracticeState.PUBLISHED: {"withdraw"},
    PracticeState.WITHDRAWN: {"again"},
}


@pytest.mark.parametrize("state", PracticeState)
@pytest.mark.parametrize("move", MOVES)
def test_a_practice_moves_only_from_where_it_may(state: PracticeState, move: str) -> None:
    before = replace(ONE, state=state)
    if move in ALLOWED[state]:
        assert MOVES[move](before).state is not state
    else:
        with pytest.raises(Stale):
            MOVES[move](before)


@pytest.mark.parametrize(
    ("words", "found"), [("СРЕДА", True), ("урок класс", True), ("еще", True), ("среда спорт", False)]
)
def test_a_search_wants_every_word_whatever_its_case(words: str, found: bool) -> None:
    assert bool(tell_of([ONE], words)) is found


def test_an_audit_tells_strengths_from_weaknesses() -> None:
    audit = Audit(1, 2026, {"order": 2, "base": 0, "pairs": 1}, None, None, NOW)
    assert (audit.total, audit.most, audit.strengths, audit.weaknesses) == (3, 6, ("order",), ("base",))


def test_heads_hear_in_the_morning_of_their_own_zone() -> None:
    moments = reminders(date(2026, 11, 1), date(2026, 12, 31), "Asia/Omsk")
    assert [moment.date() for moment in moments] == [date(2026, 11, 1), date(2026, 12, 17), date(2026, 12, 28)]
    assert {moment.hour for moment in moments} == {3}
