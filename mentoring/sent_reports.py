"""Reports that a programme's document asks for: what was sent, who decided, how a report owed stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import roadmap
from mentoring.tasks import Attachment


class ReportState(StrEnum):
    """ASKED: the coordinator has asked for it by a day. REPLACED: it was sent again, only the later one counts."""

    ASKED = "asked"
    SENT = "sent"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REPLACED = "replaced"


COUNTS = (ReportState.SENT, ReportState.ACCEPTED)
"""States in which a report is there; of a returned one the work goes on."""


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report as it was sent, or asked for. Times are aware UTC; `organisation_id` None: the municipality's own.

    `due` is the last day it was due; `note` the sender's words (of one ASKED, the coordinator's), `answer` those of
    whoever returned it.
    """

    id: int
    organisation_id: int | None
    report: str
    due: date
    state: ReportState
    sent_by: int
    sent_at: datetime
    link: str | None = None
    file: Attachment | None = None
    note: str | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    answer: str | None = None


class Standing(StrEnum):
    """How a report owed stands on a day."""

    RETURNED = "returned"
    LATE = "late"
    DUE = "due"
    SOON = "soon"
    AHEAD = "ahead"
    SENT = "sent"
    ACCEPTED = "accepted"
    FULFILLED = "fulfilled"
    """The indicators that it asks for were sent."""
    PAST = "past"
    """It was due before the place came to the bot: nobody is asked for it."""


OPEN = (Standing.RETURNED, Standing.LATE, Standing.DUE, Standing.SOON, Standing.AHEAD)
"""It is still to be sent."""
PRESSING = OPEN[:4]
_SAID = {ReportState.SENT, ReportState.ACCEPTED, ReportState.RETURNED}


def standing(newest: SentReport | None, last: date, today: date, since: date) -> Standing:
    """How it stands. `last`: its last day; `since`: the place's first day in the bot; days are local to the place."""
    if newest is not None and newest.state in _SAID:
        return Standing(newest.state.value)
    asked = newest is not None
    return Standing(roadmap.standing(None, last, today, min(since, last) if asked else since).value)
