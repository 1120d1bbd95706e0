"""What falls due by time, recomputed from rows: nothing is scheduled, so nothing can be lost or repeated."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from services import bases, campaign_duties, matching_publish, pauses, speed_meetings, training_duty
from services.audit_duty import duty as audit_duty
from services.desk import Desk
from services.documents_duty import duty as documents_duty
from services.events_duty import duty as events_duty
from services.health_duty import duty as health_duty
from services.help_duty import duty as help_duty
from services.indicators_duty import duty as indicators_duty
from services.meeting_reminders import feedback_duty, meetings_duty
from services.mentorship_duties import duty as mentorships_duty
from services.plans_reminders import duty as plans_duty
from services.recommendations_duty import duty as recommendations_duty
from services.reports_duty import duty as reports_duty
from services.roadmap_duty import duty as roadmap_duty
from services.task_duty import duty as tasks_duty
from services.vertical_duty import duty as vertical_duty
from services.weekly_summary import weekly_summary

Duty = Callable[[Desk], Awaitable[datetime | None]]

DUTIES: tuple[Duty, ...] = (
    meetings_duty,
    feedback_duty,
    mentorships_duty,
    plans_duty,
    weekly_summary,
    tasks_duty,
    help_duty,
    health_duty,
    pauses.duty,
    bases.duty,
    matching_publish.duty,
    speed_meetings.duty,
    training_duty.duty,
    indicators_duty,
    recommendations_duty,
    vertical_duty,
    roadmap_duty,
    documents_duty,
    reports_duty,
    audit_duty,
    events_duty,
    *campaign_duties.DUTIES,
)
"""Each does all that is due at `desk.now` and returns the next moment (UTC) at which it will have something to do, None
if nothing is in sight. Each has a transaction of its own, so that one that fails holds up none of the others."""
