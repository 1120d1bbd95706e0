"""Telling people of an event: themselves, or the guardians of whoever has no Telegram; with a file for the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.events import Event
from messaging.replies import Button, File, Keyboard, Lane, Moment, Say, Show, press
from reports.calendar_events import event_file
from services.desk import Desk

FILE_NAME = "event.ics"


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who is told in which chat; `ward`: of whom, where it is not about themselves."""

    person_id: int
    chat: int
    about: int
    ward: str | None = None


def facts(event: Event) -> dict[str, object]:
    """What texts about an event say of it."""
    return {"title": event.title, "when": Moment(event.starts_at), "place": event.place or event.link or "none"}


def to_card(event: Event) -> Keyboard:
    """The way from a notice to the event."""
    return ((Button(Say("event-open"), press("event.card", event.id)),),)


async def hearers(desk: Desk, people: Iterable[int]) -> tuple[Hearer, ...]:
    """Each of these people in their own chat; of those without Telegram the guardians who have one."""
    listed = tuple(dict.fromkeys(people))
    chats = await desk.work.chats.of_people(listed)
    found = [Hearer(person, chats[person], person) for person in listed if person in chats]
    known = await desk.work.people.many(one for one in listed if one not in chats)
    silent = {one.id: one for one in known.values() if one.telegram_id is None}
    if not silent:
        return tuple(found)
    guardians = await desk.work.guardianships.of_children(set(silent))
    theirs = await desk.work.chats.of_people([one.guardian_id for one in guardians])
    found += [
        Hearer(one.guardian_id, theirs[one.guardian_id], one.child_id, silent[one.child_id].name)
        for one in guardians
        if one.guardian_id in theirs and one.child_id is not None
    ]
    return tuple(found)


async def tell(
    desk: Desk, event: Event, people: Iterable[int], key: str, *, file: bool = False, **more: object
) -> None:
    """A notice of it to these people but the actor, by day. `file`: with the event for their calendars."""
    told = [one for one in await hearers(desk, people) if one.person_id != desk.actor.person_id]
    files = await _files(desk, event, told) if file else {}
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    for one in told:
        text = Say(key, {**facts(event), "ward": one.ward or "none", **more})
        shown = Show(one.chat, "notice", text, to_card(event), files.get(one.chat), fresh=True, not_before=release)
        desk.tell(shown)


async def invite(desk: Desk, event: Event, people: Iterable[int]) -> int:
    """The invitation, by day: each person gets it once, whoever it reaches them for. How many it does not reach."""
    listed = [one for one in people if one != desk.actor.person_id]
    told = await hearers(desk, listed)
    release = desk.programme.quiet.release(desk.now, desk.programme.zone)
    for one in {hearer.person_id: hearer for hearer in reversed(told)}.values():
        if one.person_id == desk.actor.person_id:
            continue
        text = Say("event-told-invited", {**facts(event), "ward": one.ward or "none"})
        desk.tell(
            Show(
                one.chat,
                "notice",
                text,
                to_card(event),
                lane=Lane.MAILING,
                fresh=True,
                key=f"event:{event.id}:invite:{one.person_id}",
                not_before=release,
                expires_at=event.starts_at,
            )
        )
    return len(set(listed) - {one.about for one in told})


async def calendar(desk: Desk, event: Event, language: str) -> File:
    """The event for a calendar, as it is now."""
    place = event.organisation_id
    organisation = await desk.work.organisations.get(place) if place is not None else None
    name = organisation.name if organisation is not None else None
    return File(FILE_NAME, event_file(event, name, desk.house.bot_name, language, desk.now))


async def _files(desk: Desk, event: Event, told: Iterable[Hearer]) -> Mapping[int, File]:
    """By chat, each in its language: two files for however many people."""
    readers = await desk.work.chats.readers([one.chat for one in told])
    chats: defaultdict[str, list[int]] = defaultdict(list)
    for chat, reader in readers.items():
        chats[reader.language].append(chat)
    made = {language: await calendar(desk, event, language) for language in chats}
    return {chat: made[language] for language, theirs in chats.items() for chat in theirs}
