"""A pause in taking part: until a day, ended by hand or by itself; nothing new is proposed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentoring.access import Action
from mentoring.errors import Stale
from mentoring.people import MembershipState
from mentoring.roles import PARTICIPANTS
from messaging.replies import Replies, Say, Show
from services import dialogue, dialogue_screens, notices, places
from services.desk import Desk
from services.places import MEMBERSHIP, Place
from surveys.path import Value
from surveys.record import Record, Subject


async def begin(desk: Desk, membership_id: int) -> Show:
    """The form that asks until when, and why if they like."""
    found = await _pausing(desk, membership_id)
    return await dialogue.begin(
        desk,
        "pause",
        subject=Subject(MEMBERSHIP, membership_id),
        organisation_id=found.organisation.id,
    )


async def pause(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `pause`: the person, a minor's guardians and the curators hear of it."""
    found = await _pausing(desk, record.about(MEMBERSHIP) or 0)
    until = date.fromisoformat(str(answers["until"]))
    reason = str(answers["reason"]) if answers.get("reason") else None
    today = desk.today(found.organisation.zone)
    if not await desk.work.memberships.pause(found.membership.id, since=today, until=until, reason=reason):
        raise Stale("place-over", name=found.person.name)
    await places.note(desk, found, "paused")
    said = {**_words(found), "until": until}
    if not found.own:
        await notices.to(
            desk, found.person.id, Say("place-paused-you", said), keyboard=places.back(found.membership.id)
        )
    await places.tell_around(desk, found, Say("place-paused-told", said))
    return (dialogue_screens.done(record, Say("place-paused-done", said), places.back(found.membership.id)),)


async def resume(desk: Desk, membership_id: int) -> Place:
    """Back before the time; Stale where there is no pause any more."""
    found = await places.place(desk, membership_id, Action.PAUSE, hold=True)
    today = desk.today(found.organisation.zone)
    if not await desk.work.memberships.resume(membership_id, today):
        raise Stale("place-not-paused", name=found.person.name)
    await places.note(desk, found, "resumed")
    if not found.own:
        await notices.to(
            desk, found.person.id, Say("place-resumed-you", _words(found)), keyboard=places.back(found.membership.id)
        )
    await places.tell_around(desk, found, Say("place-resumed-told", _words(found)))
    changed = replace(found.membership, paused_from=None, paused_until=today, pause_reason=None)
    return replace(found, membership=changed)


async def _pausing(desk: Desk, membership_id: int) -> Place:
    found = await places.place(desk, membership_id, Action.PAUSE, hold=True)
    if found.membership.state is not MembershipState.APPROVED or found.membership.role not in PARTICIPANTS:
        raise Stale("place-over", name=found.person.name)
    return found


def _words(about: Place) -> dict[str, str]:
    role = about.membership.role.value
    return {"name": about.person.name, "role": role, "organisation": about.organisation.name}
