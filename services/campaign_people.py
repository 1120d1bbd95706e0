"""The people of a campaign: who has not answered, whose paper answers are typed in, how far each organisation is."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.campaigns import Campaign, Count
from mentoring.errors import Forbidden, NotFound, Stale
from messaging.replies import Show, Text
from services import campaign_card, campaign_views, dialogue
from services.desk import Desk
from services.dialogue_screens import ENTERED_FOR
from storage.campaign_people import Awaited
from surveys.record import Record, RecordState

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
        return max(1, -(-self.total // PAGE))


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


async def enter(desk: Desk, response_id: int) -> Show:
    """Type in what somebody without Telegram answered on paper: in their name, marked by whom.

    Raises Stale where it is answered or over, where they have Telegram by now, or somebody else is typing it in.
    """
    record = await desk.work.responses.get(response_id)
    person = await desk.work.people.get(record.person_id) if record and record.person_id is not None else None
    if record is None or person is None or record.campaign_id is None:
        raise NotFound("dialogue-gone")
    ensure(desk.actor, Action.ENTER_PAPER_ANSWERS, Scope(record.organisation_id))
    if not record.unfinished:
        raise Stale("dialogue-paper-over")
    if person.telegram_id is not None:
        raise Stale("dialogue-paper-theirs")
    if record.entered_by not in (None, desk.actor.person_id) and await _is_entered(desk, record):
        raise Stale("dialogue-paper-taken")
    facts = {**record.facts, ENTERED_FOR: person.name}
    await desk.work.responses.enter(record.id, desk.actor.person_id or 0, desk.actor.chat_id, facts)
    return await dialogue.take_up(desk, record.id)


async def _is_entered(desk: Desk, record: Record) -> bool:
    """Whether whoever has begun to type it in is at it, and still may."""
    if record.state is not RecordState.OPEN or record.chat_id is None:
        return False
    actor = await desk.work.chats.actor(record.chat_id)
    return allowed(actor, Action.ENTER_PAPER_ANSWERS, Scope(record.organisation_id))


async def by_place(desk: Desk, campaign_id: int, page: int = 0) -> Places:
    """How far each organisation is, in numbers: the coordinator's view of a campaign of all of them."""
    campaign = await campaign_views.find(desk, campaign_id)
    if campaign.organisation_id is not None or campaign_views.part(desk, campaign) is not None:
        raise Forbidden
    counts = (await desk.work.campaigns.counts([campaign.id])).get(campaign.id, {})
    known = await desk.work.organisations.many(counts)
    ordered = sorted((one for one in known.values()), key=lambda one: (one.name, one.id))
    pages = max(1, -(-len(ordered) // PAGE))
    page = min(page, pages - 1)
    lines = tuple((one.name, counts[one.id]) for one in ordered[page * PAGE : (page + 1) * PAGE])
    title = campaign_card.title(campaign, await campaign_views.definition_of(desk, campaign))
    return Places(campaign, title, page, pages, lines, campaign_card.counted(counts, None))
