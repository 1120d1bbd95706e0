"""The list of those who come to an event as a workbook, ordered as a job; names as its screen shows them."""

from __future__ import annotations

from mentoring.events import SignState
from messaging.replies import Button, Say, Show, press
from reports.table_xlsx import Cell, Table, table_workbook
from services import jobs
from services.desk import Desk
from services.events import Guest, all_guests, card
from services.jobs import Making
from storage.jobs import Job

KIND = "event-people"
COLUMNS = ("event-file-name", "event-file-organisation", "event-file-came")


async def order(desk: Desk, event_id: int) -> Show:
    """Order the workbook. Raises Forbidden, NotFound."""
    await all_guests(desk, event_id)
    return await jobs.order(desk, KIND, {"event": event_id}, slot=f"event:{event_id}", text=Say("event-file-waiting"))


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
        keyboard=((Button(Say("event-to-card"), press("event.card", event_id)),),),
    )


def _row(guest: Guest) -> tuple[Cell, ...]:
    """Who came has a 1; of whom nothing is recorded the cell is empty."""
    place = guest.organisation.name if guest.organisation is not None else None
    came = guest.signed.came
    return (guest.name, place, int(came) if came is not None else None)
