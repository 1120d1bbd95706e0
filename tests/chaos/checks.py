"""What must hold after the trial, whatever happened in it; each finding is a sentence."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from tests.chaos.trial import AHEAD, STORM, Trial, repeated
from tests.durability.people import stored

_QUESTION = re.compile(r"Вопрос (\d+) из 10")


def findings(trial: Trial) -> list[str]:
    """Everything that is not as it must be."""
    return [
        *_effects(trial),
        *_left_over(trial),
        *_repeated(trial),
        *_order(trial),
        *_late_reminders(trial),
        *_storm(trial),
    ]


def _rows(trial: Trial, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(trial.bot.database)) as connection:
        return connection.execute(query).fetchall()


def _effects(trial: Trial) -> Iterator[str]:
    """Each answer as it was pressed, each meeting logged and planned once, each newcomer there once."""
    school = trial.school
    pressed = {n: {f"q{place}": digit for place, digit in enumerate(given, 1)} for n, given in school.answers.items()}
    for person, given in stored(trial.bot.database).items():
        if given != pressed.pop(person, None):
            yield f"{person} has other answers than were pressed: {given}"
    if pressed:
        yield f"answers of {sorted(pressed)} are lost"
    held = Counter(dict(_rows(trial, "SELECT mentorship_id, count(*) FROM meetings WHERE state = 'held' GROUP BY 1")))
    if held != Counter({(mentor + 1) // 2: 1 for mentor in school.plans}):
        yield f"meetings logged, by pair: {held}"
    planned: dict[int, list[datetime]] = {}
    for pair, at in _rows(trial, "SELECT mentorship_id, starts_at FROM meetings WHERE state = 'planned'"):
        planned.setdefault(pair, []).append(datetime.fromisoformat(at).replace(tzinfo=UTC))
    if planned != {(mentor + 1) // 2: [plan.begins] for mentor, plan in school.plans.items()}:
        wanted = {(mentor + 1) // 2: plan.begins for mentor, plan in school.plans.items()}
        yield f"meetings planned, by pair: {planned}, wanted: {wanted}"
    came = Counter(_rows(trial, "SELECT telegram_id, name FROM people WHERE telegram_id > 1000 AND telegram_id < 2000"))
    if came != Counter(dict.fromkeys(school.names.items(), 1)):
        yield f"newcomers: {came}"


def _left_over(trial: Trial) -> Iterator[str]:
    reasons = Counter(reason for (reason,) in _rows(trial, "SELECT reason FROM parked"))
    if reasons != Counter({"unparseable": trial.faults.junk} if trial.faults.junk else {}):
        yield f"updates put aside: {dict(reasons)}, unparseable ones: {trial.faults.junk}"


def _repeated(trial: Trial) -> Iterator[str]:
    """A kill repeats at most one message of a chat, a lost answer one more."""
    lost = Counter(trial.faults.lost)
    by_chat: Counter[int] = Counter()
    for (chat, life), count in repeated(trial).items():
        if count > 1 + lost[chat]:
            yield f"{chat} was sent {count} messages again in life {life}"
        by_chat[chat] += count
    for chat, count in by_chat.items():
        if count > trial.life + lost[chat]:
            yield f"{chat} was sent {count} messages again"


def _order(trial: Trial) -> Iterator[str]:
    """The questions came in their order."""
    for number in trial.school.answers:
        shown = [int(found) for text in trial.telegram.chat(number).shown for found in _QUESTION.findall(text)]
        if any(later < earlier for earlier, later in itertools.pairwise(shown)):
            yield f"{number} was asked in another order: {shown}"


def _late_reminders(trial: Trial) -> Iterator[str]:
    for sent in trial.sent:
        begins = trial.school.meeting_of(sent.chat)
        if sent.text.startswith(AHEAD) and begins is not None and sent.at > begins:
            yield f"{sent.chat} was reminded at {sent.at} of a meeting at {begins}"


def _storm(trial: Trial) -> Iterator[str]:
    """After days off nobody is sent more than a few messages at once, their own screens aside."""
    markers = set(trial.school.markers)
    for life in trial.off:
        got = Counter(
            sent.chat for sent in trial.sent if sent.life == life and not any(mark in sent.text for mark in markers)
        )
        yield from (f"{chat} was sent {count} messages after days off" for chat, count in got.items() if count > STORM)


def figures(trial: Trial) -> Mapping[str, object]:
    """What the trial was, in numbers."""
    again = repeated(trial)
    return {
        "kills": trial.kills,
        "stops": trial.stops,
        "three days off": len(trial.off),
        "people": len(trial.school.walkers),
        "texts and presses": trial.school.actions,
        "new messages": len(trial.sent),
        "reminders of meetings ahead": sum(sent.text.startswith(AHEAD) for sent in trial.sent),
        "messages repeated": sum(again.values()),
        "answers stored": sum(map(len, stored(trial.bot.database).values())),
        **dict(sorted(trial.faults.counts.items())),
    }
