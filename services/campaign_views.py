"""One campaign as its makers see it: who may see which part of it, and what its card says."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.access import Action, Scope, allowed, ensure, everywhere, places, somewhere
from mentoring.campaigns import AHEAD, LEAST_ANONYMOUS, RUNNING, Campaign, CampaignState, Count, Origin
from mentoring.errors import Forbidden, NotFound
from services import campaign_audience, campaign_card, catalogue
from services.campaign_card import Card, Do
from services.desk import Desk
from surveys.definition import Definition


async def find(desk: Desk, campaign_id: int) -> Campaign:
    """A campaign that the actor may see. Raises NotFound, Forbidden."""
    found = await desk.work.campaigns.get(campaign_id)
    if found is None:
        raise NotFound
    ensure_sees(desk, found)
    return found


def ensure_sees(desk: Desk, campaign: Campaign) -> None:
    """Forbidden for who may not see how far it is: of all organisations' campaign each sees their own part."""
    if campaign.organisation_id is not None:
        ensure(desk.actor, Action.SEE_RESULTS, Scope(campaign.organisation_id))
    elif not everywhere(desk.actor, Action.SEE_RESULTS) and not places(desk.actor, Action.SEE_RESULTS):
        raise Forbidden


def part(desk: Desk, campaign: Campaign, action: Action = Action.SEE_RESULTS) -> frozenset[int] | None:
    """The organisations whose part of a campaign the actor may see so; None: all that it has."""
    if allowed(desk.actor, action, Scope(campaign.organisation_id)):
        return None
    return frozenset(places(desk.actor, action)) if campaign.organisation_id is None else frozenset()


def runs(desk: Desk, campaign: Campaign) -> bool:
    """Whether the actor may launch, extend and close it."""
    return allowed(desk.actor, Action.RUN_CAMPAIGN, Scope(campaign.organisation_id))


async def definition_of(desk: Desk, campaign: Campaign) -> Definition | None:
    """What it asks; None for a stage, where each form and side has its own."""
    if campaign.questionnaire is None:
        return None
    return await catalogue.find(desk, campaign.questionnaire, campaign.version)


async def card(desk: Desk, campaign_id: int) -> Card:
    """All that the card of a campaign says to the actor."""
    return await seen(desk, await find(desk, campaign_id))


async def seen(desk: Desk, campaign: Campaign) -> Card:
    """The same of a campaign read already."""
    mine = part(desk, campaign)
    counts = (await desk.work.campaigns.counts([campaign.id])).get(campaign.id, {})
    place = campaign.organisation_id
    organisation = await desk.work.organisations.get(place) if place is not None else None
    ahead = campaign.state in AHEAD
    count = campaign_card.counted(counts, mine)
    return Card(
        campaign,
        await definition_of(desk, campaign),
        organisation,
        count,
        await campaign_audience.reach(desk, place, campaign.audience) if ahead else None,
        await _named(desk, campaign),
        await _do(desk, campaign, count, counts),
    )


async def _named(desk: Desk, campaign: Campaign) -> tuple[str, ...]:
    """The people whom the audience names, the first few, for those who may know them."""
    wanted = campaign.audience.people
    if not wanted or part(desk, campaign, Action.SEE_UNANSWERED) is not None:
        return ()
    known = await desk.work.people.many(wanted)
    return tuple(sorted(one.name for one in known.values()))[: campaign_card.NAMES]


async def _do(desk: Desk, campaign: Campaign, count: Count, counts: Mapping[int, Count]) -> tuple[Do, ...]:
    """What the actor may do about it now."""
    running = campaign.state in RUNNING
    by_hand = runs(desk, campaign) and campaign.origin is not Origin.STAGE
    found = {
        Do.PREVIEW: by_hand and campaign.state in AHEAD | RUNNING,
        Do.LAUNCH: by_hand and campaign.state is CampaignState.DRAFT,
        Do.CALL_OFF: by_hand and campaign.state in AHEAD,
        Do.UNANSWERED: shows_unanswered(desk, campaign, count),
        Do.PAPER: running and await _on_paper(desk, campaign),
        Do.PLACES: campaign.organisation_id is None and everywhere(desk.actor, Action.SEE_RESULTS) and len(counts) > 1,
        Do.EXTEND: by_hand and campaign.state is CampaignState.OPEN,
        Do.CLOSE: by_hand and campaign.state is CampaignState.OPEN,
        Do.EXPORT: campaign.questionnaire is not None and somewhere(desk.actor, Action.EDIT_QUESTIONNAIRES),
        Do.RESULTS: campaign.state in RUNNING | {CampaignState.CLOSED} and bool(count.asked),
    }
    return tuple(one for one, may in found.items() if may)


def shows_unanswered(desk: Desk, campaign: Campaign, count: Count) -> bool:
    """Whether the actor may see who has not answered: of anonymous ones while they run, and of five people at least."""
    mine = part(desk, campaign, Action.SEE_UNANSWERED)
    if mine is not None and not mine:
        return False
    if campaign.anonymous:
        return campaign.state in RUNNING and count.asked >= LEAST_ANONYMOUS
    return campaign.state in RUNNING | {CampaignState.CLOSED} and count.asked > count.answered


async def _on_paper(desk: Desk, campaign: Campaign) -> bool:
    mine = part(desk, campaign, Action.ENTER_PAPER_ANSWERS)
    if mine is not None and not mine:
        return False
    _, total = await desk.work.campaigns.awaited(campaign.id, mine, on_paper=True, limit=1)
    return bool(total)


async def zone_of(desk: Desk, organisation_id: int | None) -> str:
    """By whose clock a campaign opens and closes."""
    place = await desk.work.organisations.get(organisation_id) if organisation_id is not None else None
    return place.zone if place is not None else desk.programme.zone
