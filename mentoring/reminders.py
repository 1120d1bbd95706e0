"""What falls due by itself: computed from meetings and waiting marks, never kept as timers.

`planned(...)` gives everything that is still ahead of its expiry; `due` filters what is to be sent now,
`next_due` says when to look again. Each item has a lasting key, so computing it twice sends it once, and a
moved meeting simply has other items. What lost its sense during a downtime has expired and is not among
them. Moments are aware UTC; hours of the day are local to the recipient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from mentoring.clock import QuietHours, days_before
from mentoring.meetings import Meeting, MeetingState
from mentoring.planning import end_of
from mentoring.roles import Role

MORNING = time(9)
HOUR = timedelta(hours=1)
LOG_WAITS = timedelta(days=7)
LOG_AGAIN = timedelta(days=1)
FEEDBACK_AGAIN = timedelta(days=2)
FEEDBACK_CLOSES = timedelta(days=7)
FEEDBACK_ON_PAPER_CLOSES = timedelta(days=30)
"""Of who has no Telegram: sheets are handed in later."""
SURVEY_AGAIN = (timedelta(days=2), timedelta(days=5))
PROPOSAL_AGAIN = (timedelta(days=2), timedelta(days=5))


class ReminderKind(StrEnum):
    MEETING_DAY = "meeting_day"
    MEETING_HOUR = "meeting_hour"
    MEETING_LOG = "meeting_log"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is to hear of something, and by which clock (an IANA zone)."""

    person_id: int
    zone: str
    role: Role


@dataclass(frozen=True, slots=True)
class Item:
    """One thing due.

    `due` is its own time; it may leave from `sends_at` (quiet hours over) to `expires_at`.
    """

    kind: ReminderKind
    subject: int
    recipient: int
    due: datetime
    sends_at: datetime
    expires_at: datetime

    @property
    def key(self) -> str:
        """Kind, subject, recipient and due: the same for as long as the thing itself is the same."""
        return f"{self.kind}:{self.subject}:{self.recipient}:{self.due.astimezone(UTC):%Y%m%dT%H%MZ}"


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """A meeting and everybody who hears of it: mentors, mentees, guardians who asked to."""

    meeting: Meeting
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that is awaited after a meeting; `subject` is the response."""

    kind: ReminderKind
    subject: int
    recipient: Recipient
    asked_at: datetime


def of_meeting(plan: MeetingPlan, quiet: QuietHours) -> Iterator[Item]:
    """A day before, an hour before, and «Состоялась?» to the mentors after its end, asked again once the next
    day. Guardians hear of it the day before only.

    A reminder whose time had passed when the meeting was planned is left out: they have just been told.
    """
    meeting = plan.meeting
    if meeting.state is not MeetingState.PLANNED:
        return
    for recipient in plan.recipients:
        yield from _before(meeting, recipient, quiet)
        if recipient.role is Role.MENTOR:
            yield from _after(meeting, recipient, quiet)


def _before(meeting: Meeting, recipient: Recipient, quiet: QuietHours) -> Iterator[Item]:
    day, hour = days_before(meeting.starts_at, 1, recipient.zone), meeting.starts_at - HOUR
    if day > meeting.planned_at:
        yield _item(ReminderKind.MEETING_DAY, meeting.id, recipient, day, hour, quiet=quiet)
    if hour > meeting.planned_at and recipient.role is not Role.GUARDIAN:
        yield _item(ReminderKind.MEETING_HOUR, meeting.id, recipient, hour, meeting.starts_at, quiet=None)


def _after(meeting: Meeting, recipient: Recipient, quiet: QuietHours) -> Iterator[Item]:
    end = end_of(meeting)
    again = end + LOG_AGAIN
    yield _item(ReminderKind.MEETING_LOG, meeting.id, recipient, end, again, quiet=quiet)
    yield _item(ReminderKind.MEETING_LOG, meeting.id, recipient, again, end + LOG_WAITS, quiet=quiet)


def of_waiting(waiting: Waiting, quiet: QuietHours) -> Iterator[Item]:
    """Feedback is reminded once, after two days, until it closes."""
    asked = waiting.asked_at
    again, closes = asked + FEEDBACK_AGAIN, asked + FEEDBACK_CLOSES
    yield _item(waiting.kind, waiting.subject, waiting.recipient, again, closes, quiet=quiet)


def planned(
    now: datetime,
    *,
    meetings: Iterable[MeetingPlan] = (),
    waiting: Iterable[Waiting] = (),
    quiet: QuietHours | None = None,
) -> tuple[Item, ...]:
    """Everything that is due or will be, without what has expired or would expire before it may leave; by time."""
    hours = quiet or QuietHours()
    items = [item for plan in meetings for item in of_meeting(plan, hours)]
    items += [item for one in waiting for item in of_waiting(one, hours)]
    ahead = (item for item in items if now < item.expires_at and item.sends_at < item.expires_at)
    return tuple(sorted(ahead, key=lambda item: (item.sends_at, item.key)))


def due(items: Iterable[Item], now: datetime) -> tuple[Item, ...]:
    """Those that may leave now; whether their key was used already is known to whoever keeps the keys."""
    return tuple(item for item in items if item.sends_at <= now < item.expires_at)


def next_due(items: Iterable[Item], waiting: Iterable[Waiting], now: datetime) -> datetime | None:
    """The next moment after `now` at which something falls due or a feedback closes; None if nothing is ahead."""
    moments = [item.sends_at for item in items]
    moments += [closes_at(one) for one in waiting]
    return min((moment for moment in moments if moment > now), default=None)


def closes_at(waiting: Waiting) -> datetime:
    """When it stands as unanswered: a week after it was asked."""
    return waiting.asked_at + FEEDBACK_CLOSES


def closing(waiting: Iterable[Waiting], now: datetime) -> tuple[int, ...]:
    """Subjects of the answers that are from now on unanswered."""
    return tuple(one.subject for one in waiting if closes_at(one) <= now)


def _item(
    kind: ReminderKind,
    subject: int,
    recipient: Recipient,
    due_at: datetime,
    expires_at: datetime,
    *,
    quiet: QuietHours | None,
) -> Item:
    sends_at = quiet.release(due_at, recipient.zone) if quiet else due_at
    return Item(kind, subject, recipient.person_id, due_at, sends_at, expires_at)
