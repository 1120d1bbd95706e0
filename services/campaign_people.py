"""The people of a campaign: who has not answered, whose paper answers are awaited, how far each organisation is."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action
from mentoring.campaigns import Campaign, Count
from mentoring.errors import Forbidden
from mentoring.pages import pages_of
from messaging.replies import Text
from services import campaign_card, campaign_views
from services.desk import Desk
from storage.campaign_people import Awaited

PAGE = 8


@dataclass(frozen=True, slots=True)
class People:
    """One page of names."""

    campaign: Campaign
    title: Text
    page: int
    found: tuple[Awaited, ...]
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Places:
    """One page of organisations with how far each is; `name` None where an organisation is gone."""

    campaign: Campaign
    title: Text
    page: int
    pages: int
    lines: tuple[tuple[str, Count], ...]
    whole: Count


async def unanswered(desk: Desk, campaign_id: int, page: int = 0) -> People:
    """Who has not answered, by name: in the actor's own organisations, and never what others answered."""
    campaign = await campaign_views.find(desk, campaign_id)
    mine = campaign_views.part(desk, campaign, Action.SEE_UNANSWERED)
    counts = (await desk.work.campaigns.counts([campaign.id])).get(campaign.id, {})
    if not campaign_views.shows_unanswered(desk, campaign, campaign_card.counted(counts, mine)):
        raise Forbidden
    return await _people(desk, campaign, mine, page, on_paper=False)


async def on_paper(desk: Desk, campaign_id: int, page: int = 0) -> People:
    """Who takes part without Telegram and has not answered: the curator may type in what they wrote on paper."""
    campaign = await campaign_views.find(desk, campaign_id)
    mine = campaign_views.part(desk, campaign, Action.ENTER_PAPER_ANSWERS)
    if mine is not None and not mine:
        raise Forbidden
    return await _people(desk, campaign, mine, page, on_paper=True)


async def _people(desk: Desk, campaign: Campaign, mine: frozenset[int] | None, page: int, *, on_paper: bool) -> People:
    store = desk.work.campaigns
    found, total = await store.awaited(campaign.id, mine, on_paper=on_paper, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await store.awaited(campaign.id, mine, on_paper=on_paper, offset=page * PAGE, limit=PAGE)
    title = campaign_card.title(campaign, await campaign_views.definition_of(desk, campaign))
    return People(campaign, title, page, found, total)


async def by_place(desk: Desk, campaign_id: int, page: int = 0) -> Places:
    """How far each organisation is, in numbers: the coordinator's view of a campaign of all of them."""
    campaign = await campaign_views.find(desk, campaign_id)
    if campaign.organisation_id is not None or campaign_views.part(desk, campaign) is not None:
        raise Forbidden
    counts = (await desk.work.campaigns.counts([campaign.id])).get(campaign.id, {})
    known = await desk.work.organisations.many(counts)
    ordered = sorted((one for one in known.values()), key=lambda one: (one.name, one.id))
    pages = pages_of(len(ordered), PAGE)
    page = min(page, pages - 1)
    lines = tuple((one.name, counts[one.id]) for one in ordered[page * PAGE : (page + 1) * PAGE])
    title = campaign_card.title(campaign, await campaign_views.definition_of(desk, campaign))
    return Places(campaign, title, page, pages, lines, campaign_card.counted(counts, None))
