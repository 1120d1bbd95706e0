"""What falls due by time, recomputed from rows: nothing is scheduled, so nothing can be lost or repeated."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from services import campaign_duties, erasure_duty, matching_publish, speed_meetings, training_duty
from services.desk import Desk
from services.digest_duty import duty as digest_duty
from services.events_duty import duty as events_duty
from services.help_duty import duty as help_duty
from services.meeting_reminders import feedback_duty, meetings_duty
from services.mentorship_duties import duty as mentorships_duty
from services.weekly_summary import weekly_summary

Duty = Callable[[Desk], Awaitable[datetime | None]]

DUTIES: tuple[Duty, ...] = (
    meetings_duty,
    feedback_duty,
    mentorships_duty,
    weekly_summary,
    digest_duty,
    help_duty,
    matching_publish.duty,
    speed_meetings.duty,
    training_duty.duty,
    events_duty,
    erasure_duty.duty,
    *campaign_duties.DUTIES,
)
"""Each does all that is due at `desk.now` and returns the next moment (UTC) at which it will have something to do, None
if nothing is in sight. Each has a transaction of its own, so that one that fails holds up none of the others."""
