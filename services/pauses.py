"""A pause in taking part: until a day, ended by hand or by itself; nothing new is proposed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mentoring.access import Action
from mentoring.clock import at
from mentoring.errors import Stale
from mentoring.people import Membership, MembershipState, Organisation, Person
from mentoring.reminders import MORNING
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Lane, Replies, Say, Show
from services import dialogue, dialogue_screens, notices, places
from services.desk import Desk
from services.places import MEMBERSHIP, Place
from surveys.path import Value
from surveys.record import Record, Subject

LOSES_SENSE = timedelta(days=7)
"""So long after the end of a pause it is still worth saying."""


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


async def duty(desk: Desk) -> datetime | None:
    """At 9:00 on the day somebody is back, they and the curators are told; outside quiet hours."""
    last = desk.now.date() + timedelta(days=1)
    listed = await desk.work.memberships.pauses_over((desk.now - LOSES_SENSE).date(), last)
    known = await desk.work.organisations.many(m.organisation_id for m in listed if m.organisation_id is not None)
    returns = [_Return.of(membership, known[membership.organisation_id or 0]) for membership in listed]
    await _tell(desk, [one for one in returns if one.at <= desk.now < one.at + LOSES_SENSE])
    ahead = [one.at for one in returns]
    later = await desk.work.memberships.next_return(last)
    if later is not None:
        ahead.append(at(later - timedelta(days=1), MORNING, desk.programme.zone))
    return min((moment for moment in ahead if moment > desk.now), default=None)


@dataclass(frozen=True, slots=True)
class _Return:
    """Somebody is back from a pause; `at`: when they are told, UTC."""

    membership: Membership
    organisation: Organisation
    at: datetime

    @classmethod
    def of(cls, membership: Membership, organisation: Organisation) -> _Return:
        day = membership.paused_until or date.max
        return cls(membership, organisation, at(day, MORNING, organisation.zone))

    def key(self, person_id: int) -> str:
        return f"pause_over:{self.membership.id}:{self.membership.paused_until}:{person_id}"


async def _tell(desk: Desk, due: Sequence[_Return]) -> None:
    """Tells whom nobody has told yet; at night it waits in the queue for the morning."""
    curators = await desk.work.memberships.holders_in(Role.CURATOR, {one.organisation.id for one in due})
    heard = [
        (one, person_id)
        for one in due
        for person_id in dict.fromkeys([one.membership.person_id, *curators.get(one.organisation.id, ())])
    ]
    unused = await desk.work.meetings.unused([one.key(person_id) for one, person_id in heard])
    waiting = [(one, person_id) for one, person_id in heard if one.key(person_id) in unused]
    people = await desk.work.people.many(
        {person_id for _, person_id in waiting} | {one.membership.person_id for one, _ in waiting}
    )
    for one, person_id in waiting:
        await _say(desk, one, people[person_id], people[one.membership.person_id])


async def _say(desk: Desk, one: _Return, hearer: Person, back: Person) -> None:
    words = {"name": back.name, "organisation": one.organisation.name}
    await notices.to(
        desk,
        hearer.id,
        Say("place-pause-over-you" if hearer.id == back.id else "place-pause-over-told", words),
        keyboard=places.back(one.membership.id),
        lane=Lane.REMINDER,
        key=one.key(hearer.id),
        due=one.at,
        not_before=desk.programme.quiet.release(desk.now, hearer.zone or one.organisation.zone),
        expires_at=one.at + LOSES_SENSE,
    )


async def _pausing(desk: Desk, membership_id: int) -> Place:
    found = await places.place(desk, membership_id, Action.PAUSE, hold=True)
    if found.membership.state is not MembershipState.APPROVED or found.membership.role not in PARTICIPANTS:
        raise Stale("place-over", name=found.person.name)
    return found


def _words(about: Place) -> dict[str, str]:
    role = about.membership.role.value
    return {"name": about.person.name, "role": role, "organisation": about.organisation.name}
