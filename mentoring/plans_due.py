"""Reminders of what a plan has due: three days before and on the day, at nine, one message a plan, person and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.clock import QuietHours, at
from mentoring.plans import Item
from mentoring.reminders import MORNING, Recipient

AHEAD = timedelta(days=3)
LOSES_SENSE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """What an agreed plan has due on days around now, and who hears of it."""

    plan_id: int
    agreed_at: datetime
    items: tuple[Item, ...]
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message. `today` and `soon` are the items due on `day` and three days later. Moments are UTC."""

    plan_id: int
    recipient: int
    day: date
    due: datetime
    sends_at: datetime
    expires_at: datetime
    today: tuple[Item, ...]
    soon: tuple[Item, ...]

    @property
    def key(self) -> str:
        """The same however often it is computed."""
        return f"plan_due:{self.plan_id}:{self.recipient}:{self.day.isoformat()}"


def planned(dues: Iterable[Due], now: datetime, quiet: QuietHours) -> tuple[Reminder, ...]:
    """Everything still ahead of its expiry, by time."""
    found = [one for due in dues for one in _of(due, quiet) if now < one.expires_at]
    return tuple(sorted(found, key=lambda one: (one.sends_at, one.key)))


def _of(due: Due, quiet: QuietHours) -> Iterator[Reminder]:
    """A morning that had passed when the plan was agreed is left out: both have just read it."""
    open_items = [item for item in due.items if item.due is not None and item.grade is None and item.removed_at is None]
    days = {item.due for item in open_items} | {item.due - AHEAD for item in open_items if item.due is not None}
    for recipient in due.recipients:
        for day in sorted(day for day in days if day is not None):
            moment = at(day, MORNING, recipient.zone)
            if moment <= due.agreed_at:
                continue
            yield Reminder(
                due.plan_id,
                recipient.person_id,
                day,
                moment,
                quiet.release(moment, recipient.zone),
                moment + LOSES_SENSE,
                tuple(item for item in open_items if item.due == day),
                tuple(item for item in open_items if item.due == day + AHEAD),
            )
