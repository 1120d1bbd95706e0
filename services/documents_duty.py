"""Agreements with partners that end within thirty days: on Mondays at 9:00 local, one message an organisation.

Also what of the register needs a hand, for digests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.clock import at, monday_of
from mentoring.documents import Document, DocumentKind, DocumentState
from mentoring.people import Organisation
from mentoring.reminders import MORNING, WEEKLY_LOSES_SENSE
from messaging.replies import Button, Lane, Lines, Say, Text, press
from services import notices
from services.desk import Desk
from services.organisation_documents import keepers_of

_WEEK = timedelta(days=7)
NAMED = 6
"""Agreements that a message names; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Attention:
    """Agreements that end soon, documents that were returned, and those that wait for the coordinator's review."""

    ending: tuple[Document, ...] = ()
    returned: tuple[Document, ...] = ()
    to_review: tuple[Document, ...] = ()


async def attention(desk: Desk, organisation_id: int | None) -> Attention:
    """What needs a hand in an organisation, or (None) of the coordinator. For digests: asks no rights."""
    if organisation_id is None:
        return Attention(to_review=await desk.work.organisation_documents.in_state(DocumentState.SENT))
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        return Attention()
    listed, today = await desk.work.organisation_documents.of(organisation_id), desk.today(organisation.zone)
    returned = tuple(each for each in listed if each.state is DocumentState.RETURNED)
    return Attention(tuple(each for each in listed if each.ends_soon(today)), returned)


async def duty(desk: Desk) -> datetime | None:
    """Tells whoever keeps the register; gives the next Monday (UTC) while an agreement with a last day is in force."""
    found: dict[int, list[Document]] = {}
    for each in await desk.work.organisation_documents.of_kinds((DocumentKind.AGREEMENT,)):
        if each.details.valid_until is not None:
            found.setdefault(each.organisation_id, []).append(each)
    places = await desk.work.organisations.many(found)
    ahead: list[datetime] = []
    for place, listed in found.items():
        organisation = places[place]
        today = desk.today(organisation.zone)
        monday = monday_of(today)
        if any(each.in_force(today) for each in listed):
            this, following = (at(day, MORNING, organisation.zone) for day in (monday, monday + _WEEK))
            ahead.append(this if this > desk.now else following)
            if this <= desk.now < this + WEEKLY_LOSES_SENSE:
                await _tell(desk, organisation, [each for each in listed if each.ends_soon(today)], monday)
    return min(ahead, default=None)


async def _tell(desk: Desk, organisation: Organisation, ending: Sequence[Document], monday: date) -> None:
    if not ending:
        return
    ending = sorted(ending, key=lambda each: (each.details.valid_until or date.max, each.id))
    lines: list[Text] = [Say("documents-ending", {"organisation": organisation.name, "count": len(ending)})]
    lines += [
        Say("documents-ending-line", {"title": each.details.title, "until": each.details.valid_until})
        for each in ending[:NAMED]
    ]
    lines += [Say("documents-ending-rest", {"count": len(ending) - NAMED})] if len(ending) > NAMED else []
    people = (await keepers_of(desk, (organisation.id,))).get(organisation.id, ())
    keys = {f"agreements:{organisation.id}:{monday}:{one}": one for one in people}
    begins = at(monday, MORNING, organisation.zone)
    for planned in sorted(await desk.work.meetings.unused(keys)):
        await notices.to(
            desk,
            keys[planned],
            Lines(tuple(lines)),
            keyboard=((Button(Say("documents-register"), press("documents.of", organisation.id)),),),
            lane=Lane.REMINDER,
            key=planned,
            due=begins,
            not_before=desk.programme.quiet.release(desk.now, organisation.zone),
            expires_at=begins + WEEKLY_LOSES_SENSE,
        )
