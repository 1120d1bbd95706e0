"""What falls due about events: the reminder the day before, seats that are free again, invitations that go on."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.events import Event, SignState
from messaging.replies import Lane, Say, Show
from services import events_inviting, events_leaving
from services.desk import Desk
from services.events_notices import Hearer, facts, hearers, to_card

BEFORE = timedelta(days=1)


async def duty(desk: Desk) -> datetime | None:
    """Reminds those who have a seat a day before, fills free seats, invites the next people; gives the next moment."""
    await events_leaving.fill_free(desk)
    moments = (await _reminders(desk), await events_inviting.duty(desk))
    return min((moment for moment in moments if moment is not None), default=None)


async def _reminders(desk: Desk) -> datetime | None:
    for event in await desk.work.events.starting(desk.now, desk.now + BEFORE):
        await _remind(desk, event)
    later = await desk.work.events.next_start(desk.now + BEFORE)
    return later - BEFORE if later is not None else None


async def _remind(desk: Desk, event: Event) -> None:
    people = await desk.work.events.people(event.id)
    due = event.starts_at - BEFORE
    coming = [one.person_id for one in people if one.state is SignState.SIGNED and one.signed_at < due]
    told = {_key(event, each): each for each in await hearers(desk, coming)}
    for key in sorted(await desk.work.meetings.unused(list(told))):
        one = told[key]
        desk.tell(
            Show(
                one.chat,
                "notice",
                Say("event-remind", {**facts(event), "ward": one.ward or "none"}),
                to_card(event),
                lane=Lane.REMINDER,
                fresh=True,
                key=key,
                due=due,
                not_before=desk.programme.quiet.release(desk.now, desk.programme.zone),
                expires_at=event.starts_at,
            )
        )


def _key(event: Event, one: Hearer) -> str:
    """Of an event that was moved people are reminded anew."""
    return f"event:{event.id}:day:{event.starts_at:%Y%m%d%H%M}:{one.about}:{one.person_id}"
