"""Which meeting comes next: acquaintance → trial → planning → working … → final (Tver programme, section 6).

A role model may have a cycle of its own: its steps in their order, one kind perhaps several times. It is offered, never
forced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Mentorship

FINAL_WITHIN = timedelta(days=14)
"""This near to the last day the final meeting is offered."""
WHOLE = tuple(MeetingKind)
OPENING = (MeetingKind.ACQUAINTANCE, MeetingKind.TRIAL, MeetingKind.PLANNING)
_LATER = frozenset({MeetingKind.WORKING, MeetingKind.FINAL})
_COUNTED = frozenset({MeetingState.PLANNED, MeetingState.HELD})


def next_kind(
    mentorship: Mentorship, meetings: Iterable[Meeting], day: date, steps: Sequence[MeetingKind] = WHOLE
) -> MeetingKind:
    """The kind to offer for a meeting on `day` (in the organisation's zone), by the steps of a cycle.

    The opening meetings come in their order, as often as they stand in the steps; then working ones, and near the last
    day the final one, if it is not held or planned yet. Meetings cancelled or not held count as not having been.
    """
    been = _been(meetings)
    for kind in dict.fromkeys(steps):
        if kind not in _LATER and been[kind] < steps.count(kind):
            return kind
    working = MeetingKind.WORKING in steps
    near_the_end = day >= mentorship.ends - FINAL_WITHIN
    if MeetingKind.FINAL in steps and not been[MeetingKind.FINAL] and (near_the_end or not working):
        return MeetingKind.FINAL
    return MeetingKind.WORKING if working else steps[-1]


def unplanned_kind(
    mentorship: Mentorship, meetings: Iterable[Meeting], day: date, steps: Sequence[MeetingKind] = WHOLE
) -> MeetingKind:
    """The kind of a meeting on `day` that nobody had planned: the next one, but never taken for the final one.

    A final meeting sends the exit questionnaires, so it is one only where somebody has said so.
    """
    kind = next_kind(mentorship, meetings, day, steps)
    return MeetingKind.WORKING if kind is MeetingKind.FINAL else kind


def offered(
    mentorship: Mentorship, meetings: Iterable[Meeting], day: date, steps: Sequence[MeetingKind] = WHOLE
) -> tuple[MeetingKind, ...]:
    """All kinds of the steps, the next one first: it is offered, not forced."""
    first = next_kind(mentorship, meetings, day, steps)
    return (first, *(kind for kind in dict.fromkeys(steps) if kind is not first))


def only_kind(steps: Sequence[MeetingKind]) -> MeetingKind:
    """The kind of the one meeting of a mentorship that has no other: a working one where the cycle knows it."""
    return MeetingKind.WORKING if MeetingKind.WORKING in steps else steps[0]


def is_over(meetings: Iterable[Meeting]) -> bool:
    """Whether a mentorship of a single meeting has it already, held or planned."""
    return bool(_been(meetings))


def place_in(steps: Sequence[MeetingKind], kind: MeetingKind, meetings: Iterable[Meeting]) -> int | None:
    """Which of the steps the next meeting of `kind` is: as many of that kind as there were are behind it.

    The last one of a kind stands for all that follow. None where the steps know no such kind.
    """
    places = [place for place, each in enumerate(steps) if each is kind]
    return places[min(_been(meetings)[kind], len(places) - 1)] if places else None


def final_held(meetings: Iterable[Meeting]) -> bool:
    """Whether the final meeting has taken place."""
    return any(m.kind is MeetingKind.FINAL and m.state is MeetingState.HELD for m in meetings)


def _been(meetings: Iterable[Meeting]) -> Counter[MeetingKind]:
    return Counter(meeting.kind for meeting in meetings if meeting.state in _COUNTED)
