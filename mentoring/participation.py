"""Participation: who works together, which meetings took place, who answers, who is stuck.

Definitions (the target model's monitoring of the process; Tver programme, section 10, stage 1):

- active: mentorships that were active at some moment of the period, from their order to their end; -
planned: meetings whose time lies in the period and that were planned beforehand, without cancelled ones; a
moved meeting counts where it was moved to; - held: those of the planned that took place; its share is held
/ planned; meetings that nobody had planned are counted beside them (`unplanned`), so the share never
exceeds one; - attended: held meetings of a person's mentorships but those they were marked away from
(planned or not), and their minutes; - unlogged: planned ones of which nobody has said yet whether they
took place; - responses: asked in the period, and of these answered before its end, by kind of
questionnaire; - stuck: mentorships active at the period's end without a held meeting for three weeks,
counted from the last one held, or from the order where there was none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.clock import local_date
from mentoring.meetings import Meeting, MeetingState
from mentoring.mentorships import Mentorship
from mentoring.periods import Period

STUCK_AFTER = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Asked:
    """A questionnaire put to one person; `group` is what it is counted under (entry, exit, interim, feedback)."""

    group: str
    person_id: int
    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of `asked` answered; `share` is None where nobody was asked."""

    asked: int
    answered: int

    @property
    def share(self) -> float | None:
        return self.answered / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Stuck:
    """A mentorship without a meeting since `since`, for `days` full days (local)."""

    mentorship_id: int
    since: datetime
    days: int


@dataclass(frozen=True, slots=True)
class Participation:
    """The numbers of one period; definitions above."""

    active: int
    planned: int
    held: int
    unplanned: int
    not_held: int
    unlogged: int
    responses: Mapping[str, Rate]
    stuck: tuple[Stuck, ...]

    @property
    def held_share(self) -> float | None:
        return self.held / self.planned if self.planned else None

    @property
    def meetings(self) -> int:
        """Everything that took place."""
        return self.held + self.unplanned

    @property
    def all_responses(self) -> Rate:
        rates = self.responses.values()
        return Rate(sum(rate.asked for rate in rates), sum(rate.answered for rate in rates))


def participation(
    period: Period,
    mentorships: Sequence[Mentorship],
    meetings: Sequence[Meeting],
    asked: Iterable[Asked],
    stuck_after: timedelta = STUCK_AFTER,
) -> Participation:
    """Count one period.

    `meetings` are all meetings of `mentorships`, also older ones (being stuck looks back).
    """
    inside = [meeting for meeting in meetings if period.has(meeting.starts_at)]
    states = Counter(meeting.state for meeting in inside if not meeting.unplanned)
    return Participation(
        active=sum(active_during(mentorship, period) for mentorship in mentorships),
        planned=sum(states.values()) - states[MeetingState.CANCELLED],
        held=states[MeetingState.HELD],
        unplanned=sum(meeting.unplanned and meeting.state is MeetingState.HELD for meeting in inside),
        not_held=states[MeetingState.NOT_HELD],
        unlogged=states[MeetingState.PLANNED],
        responses=response_rates(period, asked),
        stuck=stuck(period, mentorships, meetings, stuck_after),
    )


@dataclass(frozen=True, slots=True)
class Attended:
    """Meetings somebody was at and the minutes they took."""

    meetings: int = 0
    minutes: int = 0


def attended(
    period: Period, mentorships: Iterable[Mentorship], meetings: Iterable[Meeting], away: Collection[tuple[int, int]]
) -> dict[int, Attended]:
    """By person: the held meetings of the period in their mentorships, without those they were away from.

    away: pairs of meeting and person.
    """
    people = {one.id: one.people for one in mentorships}
    found: dict[int, Attended] = {}
    for meeting in meetings:
        if meeting.state is not MeetingState.HELD or not period.has(meeting.starts_at):
            continue
        for person_id in people.get(meeting.mentorship_id, ()):
            if (meeting.id, person_id) not in away:
                known = found.get(person_id, Attended())
                found[person_id] = Attended(known.meetings + 1, known.minutes + (meeting.minutes or 0))
    return found


def active_during(mentorship: Mentorship, period: Period) -> bool:
    """Whether it was active at some moment of the period."""
    began, ended = mentorship.activated_at, mentorship.ended_at
    return began is not None and began < period.ends and (ended is None or ended >= period.starts)


def active_at(mentorship: Mentorship, moment: datetime) -> bool:
    """Whether it was active just before `moment`."""
    began, ended = mentorship.activated_at, mentorship.ended_at
    return began is not None and began < moment and (ended is None or ended >= moment)


def response_rates(period: Period, asked: Iterable[Asked]) -> dict[str, Rate]:
    """By group, in alphabetical order: asked in the period, answered before its end."""
    put: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for one in asked:
        if period.has(one.asked_at):
            put[one.group] += 1
            answered[one.group] += one.answered_at is not None and one.answered_at < period.ends
    return {group: Rate(put[group], answered[group]) for group in sorted(put)}


def stuck(
    period: Period,
    mentorships: Iterable[Mentorship],
    meetings: Iterable[Meeting],
    after: timedelta = STUCK_AFTER,
) -> tuple[Stuck, ...]:
    """Active mentorships without a held meeting for `after` at the period's end, the longest first."""
    last: dict[int, datetime] = {}
    for meeting in meetings:
        if meeting.state is MeetingState.HELD and meeting.starts_at < period.ends:
            known = last.get(meeting.mentorship_id, meeting.starts_at)
            last[meeting.mentorship_id] = max(known, meeting.starts_at)
    found = []
    for mentorship in mentorships:
        if mentorship.activated_at is None or not active_at(mentorship, period.ends):
            continue
        since = last.get(mentorship.id, mentorship.activated_at)
        days = (local_date(period.ends, period.zone) - local_date(since, period.zone)).days
        if days >= after.days:
            found.append(Stuck(mentorship.id, since, days))
    return tuple(sorted(found, key=lambda one: (-one.days, one.mentorship_id)))
