"""Files of an event, ordered as jobs: who comes, as a workbook; diplomas of those with a result.

Names are those that the screens show the actor.
"""

from __future__ import annotations

from mentoring.errors import NotFound
from mentoring.events import Result, SignState, ranked
from messaging.replies import Say, Show, press
from reports.documents import merit_papers
from reports.table_xlsx import Cell, Table, table_workbook
from reports.thanks_data import Merit, MeritPaper
from services import jobs
from services.desk import Desk
from services.events import Guest, all_guests, card, zone_of
from services.events_results import placed
from services.jobs import Making
from services.thanks_files import head_of
from storage.jobs import Job

KIND, MERITS = "event-people", "event-merits"
COLUMNS = ("event-file-name", "event-file-organisation", "event-file-came", "event-file-place", "event-file-nomination")


async def order(desk: Desk, event_id: int) -> Show:
    """Order the workbook. Raises Forbidden, NotFound."""
    await all_guests(desk, event_id)
    return await jobs.order(
        desk,
        KIND,
        {"event": event_id},
        slot=f"event:{event_id}",
        text=Say("event-file-waiting"),
        back=press("event.card", event_id),
    )


async def make(desk: Desk, job: Job) -> Making:
    """Reads who comes. Raises Forbidden if the right to see it is gone."""
    event_id = int(job.arguments["event"])
    guests = await all_guests(desk, event_id)
    tables = tuple(
        Table(name, COLUMNS, tuple(_row(each) for each in guests if each.signed.state is state))
        for name, state in (("event-file-seated", SignState.SIGNED), ("event-file-queue", SignState.WAITING))
    )
    title = (await card(desk, event_id)).event.title
    return Making(
        table_workbook,
        (tables, desk.actor.language),
        name=f"event-{event_id}.xlsx",
        caption=Say("event-file-caption", {"title": title, "count": len(guests)}),
    )


def _row(guest: Guest) -> tuple[Cell, ...]:
    """Who came has a 1; of whom nothing is recorded the cell is empty."""
    place = guest.organisation.name if guest.organisation is not None else None
    came = guest.signed.came
    result = guest.signed.result or Result()
    return (guest.name, place, int(came) if came is not None else None, result.place, result.nomination)


async def order_merits(desk: Desk, event_id: int, end: str) -> Show:
    """Order the diplomas that the actor may make. Raises Forbidden, and NotFound where there is none."""
    await _merits(desk, event_id)
    return await jobs.order(
        desk,
        MERITS,
        {"event": event_id, "end": end},
        slot=f"event-merits:{event_id}:{end}",
        back=press("event.card", event_id),
    )


async def make_merits(desk: Desk, job: Job) -> Making:
    """Reads anew whose they are."""
    event_id, end = int(job.arguments["event"]), str(job.arguments["end"])
    papers = await _merits(desk, event_id)
    return Making(
        merit_papers,
        (papers, end, desk.actor.language),
        name=f"event-{event_id}-diplomas.{end}",
        caption=Say("event-merits-caption", {"title": papers[0].merit.title, "count": len(papers)}),
    )


async def _merits(desk: Desk, event_id: int) -> tuple[MeritPaper, ...]:
    """All whose names they know for who runs it; for others their own, their wards', their organisation's people's."""
    seen = await card(desk, event_id)
    if not seen.judged:
        raise NotFound
    winners = ranked(one for one in await desk.work.events.people(event_id) if one.came)
    rows = [one for one in await placed(desk, seen, winners) if one.mine and one.name is not None]
    if not rows:
        raise NotFound
    event, here, language = seen.event, seen.organisation, desk.actor.language
    named = next((each.name.text(language) for each in desk.programme.events if each.kind is event.kind), None)
    place = here.name if here is not None else desk.programme.title.text(language)
    head = await head_of(desk, here)
    return tuple(
        MeritPaper(
            one.name or "",
            event.kind.value,
            named,
            Merit.of(event, one.signed.result or Result(), zone_of(desk, here)),
            place,
            head,
        )
        for one in rows
    )
