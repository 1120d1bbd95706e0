"""The register of consents of an organisation: who agreed to which version of which text, when, and by whose word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mentoring.access import Action, Scope, ensure
from mentoring.clock import local_date
from mentoring.errors import NotFound
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Say, Show, press
from reports.consents_xlsx import ConsentRow, ConsentsRegister, TextRow, consents_workbook
from services import allowed_places, data_log, jobs
from services.desk import Desk
from services.jobs import Making
from storage.consents import Registered
from storage.jobs import Job

KIND = "consents"
PAGE = 6


@dataclass(frozen=True, slots=True)
class Register:
    """A page of it, the newest first."""

    organisation: Organisation
    lines: tuple[Registered, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def organisations(desk: Desk) -> tuple[Organisation, ...]:
    """Those whose register the actor may read; Forbidden if there is none."""
    return await allowed_places.where(desk, Action.SEE_CONSENTS)


async def page(desk: Desk, organisation_id: int, number: int = 0) -> Register:
    """A page of the register; one past the end is the last. Raises Forbidden, NotFound. That it was read is noted."""
    organisation = await _organisation(desk, organisation_id)
    await data_log.note(desk, data_log.Look.CONSENTS, (organisation_id,))
    found, total = await desk.work.consents.register(organisation_id, offset=number * PAGE, limit=PAGE)
    if not found and number:
        return await page(desk, organisation_id, max(0, -(-total // PAGE) - 1))
    return Register(organisation, found, number, total)


async def order(desk: Desk, organisation_id: int) -> Show:
    """Order the whole register as a workbook. Raises Forbidden, NotFound."""
    organisation = await _organisation(desk, organisation_id)
    asked = {"organisation": organisation.id}
    return await jobs.order(desk, KIND, asked, slot=f"{KIND}:{organisation.id}", text=Say("consents-waiting"))


async def make(desk: Desk, job: Job) -> Making:
    """Reads the register with the texts of its versions. Raises Forbidden if the right to see it is gone."""
    organisation = await _organisation(desk, int(job.arguments["organisation"]))
    found, total = await desk.work.consents.register(organisation.id, limit=None)
    rows = tuple(_row(one, organisation.zone) for one in found)
    register = ConsentsRegister(organisation.name, rows, _texts(desk, organisation, found))
    return Making(
        consents_workbook,
        (register, desk.actor.language),
        name=f"consents-{desk.today(organisation.zone)}.xlsx",
        caption=Say("consents-caption", {"count": total, "organisation": organisation.name}),
        keyboard=((Button(Say("consents-back"), press("consents.of", organisation.id, 0)),),),
    )


async def _organisation(desk: Desk, organisation_id: int) -> Organisation:
    ensure(desk.actor, Action.SEE_CONSENTS, Scope(organisation_id))
    found = await desk.work.organisations.get(organisation_id)
    if found is None:
        raise NotFound
    return found


def _row(one: Registered, zone: str) -> ConsentRow:
    given = one.consent
    withdrawn = local_date(given.withdrawn_at, zone) if given.withdrawn_at is not None else None
    on_paper: date | None = given.paper_date
    given_on = local_date(given.given_at, zone)
    return ConsentRow(one.name, given.kind.value, given.version, given_on, one.giver, on_paper, one.recorder, withdrawn)


def _texts(desk: Desk, organisation: Organisation, found: Collection[Registered]) -> tuple[TextRow, ...]:
    """The texts that were agreed to, in every variant; a version that is kept no longer is left out."""
    language, known = desk.actor.language, desk.house.consents
    values = {"organisation": organisation.name, "days": str(desk.programme.erasure_days)}
    used = sorted({(one.consent.kind.value, one.consent.version) for one in found})
    return tuple(
        TextRow(kind, version, variant, known.text(kind, version, variant, language, values))
        for kind, version in used
        if (kind, version) in known.texts
        for variant in known.get(kind, version).variants
    )
