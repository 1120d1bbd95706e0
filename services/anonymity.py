"""Anonymous questionnaires: complete answers lose their names five at a time, and all of them when a campaign closes.

Rule, what is guaranteed and what is not: docs/privacy.md#anonymous.
"""

from __future__ import annotations

from mentoring.errors import Invalid
from services import catalogue
from services.desk import Desk
from storage.anonymity import Place, Standing
from surveys.definition import Definition
from surveys.record import Record

FEWEST = 5
"""So many complete answers are detached together, and so many people are asked at least."""
_LARGE = 20
"""Of many answers a twentieth is waited for: all of them are written anew each time."""


def ensure_askable(definition: Definition, campaign_id: int | None) -> None:
    """Raise Invalid for an anonymous questionnaire outside a campaign: there is nobody to be mixed with."""
    if definition.anonymous and campaign_id is None:
        raise Invalid("anonymity-campaign-only")


async def goes_on(desk: Desk, record: Record, *, last: bool) -> bool:
    """Before anything is written for an anonymous response: whether its campaign takes answers still.

    Holds the campaign, so that nobody closes it or detaches meanwhile; before the `last` step, which may detach, alone.
    """
    if record.campaign_id is None:
        return record.kind == "trial"
    return await desk.work.anonymity.hold(record.campaign_id, alone=last)


async def finished(desk: Desk, record: Record) -> None:
    """After an anonymous response is complete: the fifth detaches those that wait. Call `goes_on` first."""
    if record.campaign_id is None:
        return
    place = Place(record.campaign_id, record.organisation_id)
    standing = await desk.work.anonymity.standing(place)
    if standing.waiting >= max(FEWEST, standing.detached // _LARGE):
        await _detach(desk, place)
        await desk.work.anonymity.forget(place, record.id)


async def close(desk: Desk, campaign_id: int) -> None:
    """When a campaign closes, in the same transaction: every complete answer is detached, every other draft erased.

    Where fewer than five have answered in an organisation, it is forgotten who they were; nobody's row tells whether
    they answered. A campaign that asks nothing anonymously is left alone."""
    places = await desk.work.anonymity.places(campaign_id)
    if places:
        await desk.work.anonymity.hold(campaign_id)
    for place in places:
        before = await desk.work.anonymity.standing(place)
        if before.waiting:
            await _detach(desk, place)
        await desk.work.anonymity.end(place, dissolve=before.answered < FEWEST)
        await desk.work.anonymity.forget(place)
        desk.work.forgets = True


async def standing(desk: Desk, campaign_id: int, organisation_id: int | None) -> Standing:
    """How many were asked and have answered, however far detaching is."""
    return await desk.work.anonymity.standing(Place(campaign_id, organisation_id))


async def _detach(desk: Desk, place: Place) -> None:
    sheets = await desk.work.anonymity.sheets(place)
    names = {(sheet.definition, sheet.version) for sheet in sheets}
    known = {name: await catalogue.find(desk, *name) for name in names}
    await desk.work.anonymity.rewrite(place, sheets, known)
    desk.work.forgets = True
