"""Every morning, by everybody's own clock: what waits for them, in one message, if there is anything to say.

Some readers at a time, in transactions of their own, so that nobody's update waits for a whole municipality. On the
Monday of a weekly summary it is said with the summary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.access import Actor
from mentoring.clock import at, local_date, monday_of
from mentoring.digest import LOOKS_BACK
from mentoring.reminders import MORNING
from mentoring.roles import Role
from messaging.replies import Keyboard, Lane, Lines, Say, Show, Text
from services import digest
from services.desk import Desk
from services.digest_readers import Readers, Thing, among, of
from services.keyboards import MOST
from services.mornings import heard

AT_ONCE = 400
PLACES_AT_ONCE = 3
"""Readers, and organisations of whose staff they are, in one transaction."""
STAFF = (Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST)
DAY = timedelta(days=1)
BACK = LOOKS_BACK + DAY
NEXT = "digest:next"
"""The fact that holds the next morning somewhere, so that a tick between mornings asks one thing."""
ALL = "all"


async def duty(desk: Desk) -> datetime | None:
    """Tell the next readers for whom it is morning; gives the next morning (UTC), or now while more are left."""
    opens = await desk.work.facts.get(NEXT)
    if opens is not None and desk.now < datetime.fromisoformat(opens):
        return datetime.fromisoformat(opens)
    mornings: list[datetime] = []
    for zone in sorted(await desk.work.digests.zones(desk.programme.zone)):
        today = desk.today(zone)
        opens_at = at(today, desk.programme.digest, zone)
        if opens_at > desk.now:
            mornings.append(opens_at)
        elif await _some(desk, zone, today):
            return desk.now
        else:
            mornings.append(at(today + DAY, desk.programme.digest, zone))
    await desk.work.facts.set(NEXT, min(mornings).isoformat())
    return min(mornings)


async def _some(desk: Desk, zone: str, today: date) -> bool:
    """Tell the next readers of a zone; False where all have been told today, or it is too late for it."""
    if desk.programme.quiet.covers(desk.now.astimezone(ZoneInfo(zone)).time()):
        return False
    name = f"digest:{zone}"
    day, _, reached = (await desk.work.facts.get(name) or "").partition(" ")
    if day != today.isoformat():
        reached = "0"
    elif reached == ALL:
        return False
    ids = await desk.work.digests.readers(zone, desk.programme.zone, int(reached), AT_ONCE)
    every = await of(desk, ids)
    readers = _fewer(every)
    await _tell(desk, readers)
    if len(readers.actors) < len(every.actors):
        reached = str(max(readers.actors))
    else:
        reached = str(ids[-1]) if len(ids) == AT_ONCE else ALL
    await desk.work.facts.set(name, f"{today.isoformat()} {reached}")
    return reached != ALL


def _fewer(every: Readers) -> Readers:
    """The first of them whose staff are of a few organisations: what waits there is looked up for all of it."""
    places: set[int] = set()
    kept: dict[int, Actor] = {}
    for person, actor in every.actors.items():
        places |= {place for role in STAFF for place in actor.organisations(role)}
        if kept and len(places) > PLACES_AT_ONCE:
            break
        kept[person] = actor
    return replace(every, actors=kept)


async def _tell(desk: Desk, readers: Readers) -> None:
    """One message to each who has something to hear and has heard none today."""
    waiting = await digest.things(desk, readers)
    days = {person: desk.today(readers.zone(person)) for person in waiting}
    before = await heard(desk, days, key, back=BACK)
    speaking = {
        person: waiting[person]
        for person, last in before.items()
        if not _hears_summary(desk, readers, person) and digest.speaks(waiting[person], days[person], last)
    }
    await _say(desk, readers, speaking)


async def _say(desk: Desk, readers: Readers, speaking: Mapping[int, Sequence[Thing]]) -> None:
    for person, found in (await digest.lines(desk, speaking)).items():
        texts, rows = digest.told(found, MOST)
        zone = readers.zone(person)
        day = desk.today(zone)
        desk.tell(
            Show(
                readers.actors[person].chat_id,
                "digest",
                Lines((Say("digest-head"), *texts)),
                rows,
                lane=Lane.REMINDER,
                fresh=True,
                key=key(person, day),
                due=at(day, desk.programme.digest, zone),
                expires_at=at(day + DAY, desk.programme.digest, zone),
            )
        )


async def remind(desk: Desk, said: Mapping[int, Show]) -> None:
    """Reminders of a questionnaire that leave now, by person: each counts as the digest of the day.

    Who has heard that today has seen the questionnaire in it; who has more to hear gets the digest instead.
    """
    readers = await of(desk, said)
    days = {person: desk.today(readers.zone(person)) for person in readers.actors}
    fresh = await desk.work.meetings.unused([key(person, day) for person, day in days.items()])
    left = {person: actor for person, actor in readers.actors.items() if key(person, days[person]) in fresh}
    readers = replace(readers, actors=left)
    waiting = await digest.things(desk, readers) if left else {}
    several = {person: found for person, found in waiting.items() if any(one.matter.days for one in found)}
    await _say(desk, readers, several)
    for person in left.keys() - several.keys():
        desk.tell(replace(said[person], key=key(person, days[person])))


def _hears_summary(desk: Desk, readers: Readers, person: int) -> bool:
    """Whether it is a Monday on which the curator gets the weekly summary, which has the digest in it."""
    for one in readers.actors[person].approved:
        place = readers.places.get(one.organisation_id or 0)
        if one.role is not Role.CURATOR or place is None:
            continue
        today = local_date(desk.now, place.zone)
        opens = at(today, MORNING, place.zone)
        if today == monday_of(today) and (one.decided_at is None or one.decided_at <= opens):
            return True
    return False


async def with_summary(desk: Desk, reader: Actor, room: int) -> tuple[tuple[Text, ...], Keyboard]:
    """The day's digest as a part of another message with so much room; nothing where it was said, or nothing waits."""
    person = reader.person_id
    if person is None:
        return (), ()
    readers = await among(desk, [reader])
    found = await digest.things(desk, readers)
    planned = key(person, desk.today(readers.zone(person)))
    if not found or not await desk.work.outbox.plan(planned, reader.chat_id):
        return (), ()
    texts, rows = digest.told((await digest.lines(desk, found))[person], room)
    return (Lines((Say("digest-head"), *texts)),), rows


def key(person_id: int, day: date) -> str:
    """By which the digest of a day is said once."""
    return f"digest:{person_id}:{day.isoformat()}"
