"""Long work ordered by a person: a row and a «Готовлю…» screen now, the result in the same slot when it is made.

A maker reads what it needs in a read-only transaction and says what is to be made of it; the making itself happens
outside of any transaction and off the event loop (`bot.jobs`, `reports.workshop`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mentoring.errors import Stale
from messaging.replies import Button, File, Keyboard, Say, Show, Text, press
from services.desk import Desk
from storage.jobs import Job

_BACK = "back"


@dataclass(frozen=True, slots=True)
class Making:
    """What is to be made: `function(*arguments)` gives the bytes of the file called `name`.

    The function is importable by its name and the arguments pickle: a child process makes it. `caption` and
    `keyboard` stand with the file, the ways back under them.

    fetch: Telegram's id of a file that somebody sent; its bytes become the first argument.
    feed: gives what is too much to hold at once, piece by piece, from a read-only transaction of its own; the function
    takes the pieces as the iterator `rows`.
    then: what follows in the transaction that ends the job, given what was made, instead of showing it as a file; a
    Refusal is told in words.
    """

    function: Callable[..., bytes]
    arguments: tuple[object, ...]
    name: str
    caption: Text
    picture: bool = False
    keyboard: Keyboard = ()
    fetch: str | None = None
    feed: Callable[[Desk], AsyncIterator[object]] | None = None
    then: Callable[[Desk, Job, bytes], Awaitable[Show]] | None = None


Maker = Callable[[Desk, Job], Awaitable[Making]]
"""Reads for one job; the desk's actor is who ordered it, as they are now. Authorises anew: Refusal is told in words."""


async def order(
    desk: Desk,
    kind: str,
    arguments: Mapping[str, Any],
    *,
    slot: str,
    text: Text | None = None,
    back: str | None = None,
) -> Show:
    """Order a job of a kind of `services.makers`; returns the screen that stands in its slot until the result does.

    Call it authorised: rights are checked again when the job runs. A job that was under way for the slot is dropped.
    `back`: the press of the screen that it was ordered from, so that whatever comes of it leads there again.
    """
    chat = desk.actor.chat_id
    asked = {**arguments, _BACK: back}
    job = await desk.work.jobs.add(kind, asked, chat_id=chat, person_id=desk.actor.person_id, slot=slot)
    return waiting(job, text or Say("job-waiting"))


async def order_quietly(desk: Desk, kind: str, arguments: Mapping[str, Any], *, person_id: int, slot: str) -> bool:
    """Order a job for somebody who has not asked for it: only its result is shown. False if they can't be reached."""
    chat = await desk.work.chats.of_person(person_id)
    if chat is None:
        return False
    quiet = {**arguments, "quiet": True}
    await desk.work.jobs.add(kind, quiet, chat_id=chat, person_id=person_id, slot=slot)
    return True


async def cancel(desk: Desk, job_id: int) -> Show:
    """Drop a job of the actor's own chat. Raises Stale if its result is there already, or it was dropped before."""
    job = await desk.work.jobs.get(job_id)
    if job is None or job.chat_id != desk.actor.chat_id or not await desk.work.jobs.finish(job_id):
        raise Stale("job-gone")
    return Show(job.chat_id, job.slot, Say("job-cancelled"), ways(job))


def waiting(job: Job, text: Text) -> Show:
    """What stands in the slot meanwhile, with the button that drops the job."""
    return Show(job.chat_id, job.slot, text, ((Button(Say("job-cancel"), press("job.cancel", job.id)),),))


def under_way(job: Job, seconds: int) -> Show:
    """The same for a job that takes its time."""
    return waiting(job, Say("job-under-way", {"seconds": seconds}))


def result(job: Job, making: Making, content: bytes) -> Show:
    """The file in place of the waiting screen."""
    file = File(making.name, content, picture=making.picture)
    return Show(job.chat_id, job.slot, making.caption, (*making.keyboard, *ways(job)), file)


def refused(job: Job, key: str, values: Mapping[str, Any]) -> Show:
    """A sentence in place of the result."""
    return Show(job.chat_id, job.slot, Say(key, values), ways(job))


def ways(job: Job) -> Keyboard:
    """From what came of a job back to where it was ordered, and home; none from what nobody asked for."""
    if job.quiet:
        return ()
    menu = Button(Say("menu-button"), press("menu.open"))
    back = job.arguments.get(_BACK)
    return ((Button(Say("job-back"), back), menu),) if back else ((menu,),)
