"""Acts of destruction: what kinds of data, when, on what ground; with the extract of the log. Nobody's data is in them.

Roskomnadzor's order of 28 October 2022 № 179: of data processed by machines an act and an extract of the log, kept for
three years. The person stands there as a number, «other information that relates to» them (sections 3 and 5).
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, everywhere, places
from mentoring.clock import local_date
from mentoring.erasure import Erasure, ErasureState
from mentoring.errors import Forbidden, NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Say, Show, press
from reports.erasure_docx import Act, act_document
from services import jobs
from services.data_log import MUNICIPALITY
from services.desk import Desk
from services.jobs import Making
from storage.jobs import Job

KIND = "erasure-act"
PAGE = 6


@dataclass(frozen=True, slots=True)
class Acts:
    """A page of an organisation's (None: the municipality's) erasures, the newest first."""

    organisation: Organisation | None
    lines: tuple[Erasure, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)

    @property
    def place(self) -> int:
        return self.organisation.id if self.organisation is not None else MUNICIPALITY


async def organisations(desk: Desk) -> tuple[Organisation | None, ...]:
    """Those whose acts the actor may read, None: the municipality; Forbidden if there is none."""
    own = await desk.work.organisations.many(places(desk.actor, Action.SEE_ACTS))
    found = tuple(sorted(own.values(), key=lambda each: each.turn))
    if not found and not everywhere(desk.actor, Action.SEE_ACTS):
        raise Forbidden
    return found or (None,)


async def page(desk: Desk, organisation_id: int, number: int = 0) -> Acts:
    """A page of them; one past the end is the last. Raises Forbidden, NotFound."""
    organisation = await _organisation(desk, organisation_id)
    found, total = await desk.work.erasures.page(organisation_id, offset=number * PAGE, limit=PAGE)
    if not found and number:
        return await page(desk, organisation_id, max(0, -(-total // PAGE) - 1))
    return Acts(organisation, found, number, total)


async def order(desk: Desk, erasure_id: int, organisation_id: int) -> Show:
    """Order an act as a document. Raises Forbidden, NotFound for an erasure that is not done."""
    await _organisation(desk, organisation_id)
    await _done(desk, erasure_id, organisation_id)
    asked = {"erasure": erasure_id, "organisation": organisation_id}
    return await jobs.order(desk, KIND, asked, slot=f"act:{erasure_id}", text=Say("acts-waiting"))


async def make(desk: Desk, job: Job) -> Making:
    """Reads it again, and the rights."""
    place = int(job.arguments["organisation"])
    organisation = await _organisation(desk, place)
    done = await _done(desk, int(job.arguments["erasure"]), place)
    act = _act(desk, done, organisation)
    return Making(
        act_document,
        (act, desk.actor.language),
        name=f"act-{done.id}.docx",
        caption=Say("acts-caption", {"number": done.id}),
        keyboard=((Button(Say("acts-back"), press("acts.of", place, 0)),),),
    )


def _act(desk: Desk, done: Erasure, organisation: Organisation | None) -> Act:
    zone = organisation.zone if organisation is not None else desk.programme.zone
    return Act(
        number=done.id,
        operator=organisation.name if organisation is not None else desk.programme.title.text(desk.actor.language),
        person=done.number,
        ground=done.ground.value,
        kinds=tuple(sorted(done.counts.items())),
        system=desk.programme.title.text(desk.actor.language),
        asked_at=done.asked_at,
        erased_at=done.erased_at or desk.now,
        on=local_date(done.erased_at or desk.now, zone),
        zone=zone,
    )


async def _organisation(desk: Desk, organisation_id: int) -> Organisation | None:
    ensure(desk.actor, Action.SEE_ACTS, Scope(organisation_id or None))
    if organisation_id == MUNICIPALITY:
        return None
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


async def _done(desk: Desk, erasure_id: int, organisation_id: int) -> Erasure:
    found = await desk.work.erasures.get(erasure_id)
    if found is None or organisation_id not in found.places or found.state is not ErasureState.ERASED:
        raise NotFound("acts-none")
    return found
