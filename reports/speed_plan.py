"""The plan of speed meetings as a paper for the room: who of the mentors talks to whom in which round.

It is Word's, so that somebody who falls ill on the day can be crossed out before it is printed. Runs in the workshop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

ROUNDS = 5
"""Of one table: names stand whole in so many columns of an upright sheet; further rounds stand in further tables."""


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """Names in order of their seats; `day` and `hours` (the beginning of each round) are the organisation's.

    talks: a mentor, and round by round with whom they talk (None: they have a break).
    resting: round by round the mentees who have a break. place: «» where there is none.
    """

    title: str
    day: date
    place: str
    hours: tuple[time, ...]
    talks: tuple[tuple[str, tuple[str | None, ...]], ...]
    resting: tuple[tuple[str, ...], ...]


def print_plan(plan: RoomPlan, language: str) -> bytes:
    """A docx in the reader's language (`ru` or `en`)."""
    from reports.paper import DOCX, TEXT_WIDTH, paper

    made = paper(language, DOCX)
    made.line(plan.title, bold=True, centred=True, size=16)
    when = made.word("speed-print-when", day=plan.day, place=plan.place or "none")
    made.line(when, centred=True)
    for first in range(0, len(plan.hours), ROUNDS):
        hours = plan.hours[first : first + ROUNDS]
        heads = [made.word("speed-print-round", number=first + at, hour=hour) for at, hour in enumerate(hours, 1)]
        width = (TEXT_WIDTH - 40) / ROUNDS
        made.table(
            (made.word("speed-print-mentor"), *heads),
            _rows(plan, slice(first, first + ROUNDS), made.word("speed-print-break"), made.word("speed-print-resting")),
            (40, *(width for _ in heads)),
        )
    return made.content(plan.title)


def _rows(plan: RoomPlan, rounds: slice, alone: str, resting: str) -> Sequence[Sequence[str]]:
    """A row for each mentor, and one for the mentees who have a break while there are any."""
    rows = [(mentor, *(mentee or alone for mentee in talks[rounds])) for mentor, talks in plan.talks]
    if any(plan.resting[rounds]):
        rows.append((resting, *("\n".join(names) for names in plan.resting[rounds])))
    return rows
