"""What falls due about sessions of the school of mentors: a reminder the day before, and who came."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.clock import days_before
from mentoring.people import Organisation
from mentoring.training import Session
from messaging.replies import Button, Lane, Say, press
from services import notices
from services.desk import Desk
from services.training_sessions import SessionCard, asked, card_of, facts
from services.training_steps import ways

RECORD_AFTER = timedelta(hours=2)
"""So long after its start the curator is asked who came."""
_KEPT_UP = timedelta(days=3)
"""What was not said for so long, after a downtime, has lost its sense."""


async def duty(desk: Desk) -> datetime | None:
    """Reminds mentors the day before, and asks the curator afterwards who came; gives the next moment of either."""
    ahead: list[datetime] = []
    for session in await desk.work.training.invited():
        organisation = await desk.work.organisations.get(session.organisation_id)
        if organisation is None:
            continue
        eve, after = days_before(session.starts_at, 1, organisation.zone), session.starts_at + RECORD_AFTER
        ahead += [moment for moment in (eve, after) if moment > desk.now]
        if eve <= desk.now < session.starts_at and session.created_at < eve:
            await _remind(desk, await card_of(desk, session, organisation), eve)
        elif after <= desk.now < after + _KEPT_UP:
            await _ask_who_came(desk, session, organisation, after)
    return min(ahead, default=None)


async def _remind(desk: Desk, found: SessionCard, due: datetime) -> None:
    members = {f"training:{found.session.id}:{one.person.id}": one for one in await asked(desk, found)}
    for key in await desk.work.meetings.unused(members):
        await notices.to(
            desk,
            members[key].person.id,
            Say("training-reminder", facts(found)),
            keyboard=ways(members[key].membership.id),
            lane=Lane.REMINDER,
            key=key,
            due=due,
            expires_at=found.session.starts_at,
            not_before=desk.programme.quiet.release(desk.now, found.organisation.zone),
        )


async def _ask_who_came(desk: Desk, session: Session, organisation: Organisation, due: datetime) -> None:
    key = f"training-came:{session.id}"
    for left in await desk.work.meetings.unused([key]):
        await notices.to(
            desk,
            session.created_by,
            Say("training-who-came", {"title": session.title}),
            keyboard=((Button(Say("training-came-list"), press("training.came", session.id, 0)),),),
            lane=Lane.REMINDER,
            key=left,
            due=due,
            not_before=desk.programme.quiet.release(desk.now, organisation.zone),
        )
