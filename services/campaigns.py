"""Campaigns as their makers see them: lists, the card, launching, calling off, extending, closing before the time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.access import Action, Scope, ensure, everywhere, places, somewhere
from mentoring.campaigns import (
    AHEAD,
    LEAST_ANONYMOUS,
    OVER,
    RUNNING,
    Campaign,
    CampaignState,
    Count,
    Origin,
    closing,
    ensure_times,
)
from mentoring.clock import local_date
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Replies, Show, press
from services import (
    campaign_audience,
    campaign_card,
    campaign_running,
    campaign_views,
    dialogue,
    dialogue_screens,
    paper_answers,
)
from services.campaign_card import Card
from services.desk import Desk
from storage.campaign_people import SUBJECT
from storage.campaigns import CampaignFilter
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import Record, Subject

PAGE = 6


class Which(StrEnum):
    """The lists of campaigns: `auto` are those that begin by themselves."""

    OPEN = "open"
    PLANNED = "planned"
    RECENT = "recent"
    AUTO = "auto"


_STATES: Mapping[Which, frozenset[CampaignState]] = {
    Which.OPEN: RUNNING,
    Which.PLANNED: AHEAD,
    Which.RECENT: OVER,
    Which.AUTO: frozenset(CampaignState) - {CampaignState.CANCELLED},
}


_DOORS = (
    ("results.open", Action.SEE_RESULTS),
    ("change.open", Action.SEE_RESULTS),
    ("questionnaires.list", Action.EDIT_QUESTIONNAIRES),
    ("observation.list", Action.OBSERVE_OUTCOMES),
)
"""What else is done with questionnaires and answers, and who may."""
PAPER = "paper.list"
"""A door that is there while something waits behind it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A campaign in a list: `definition` None for a stage, `organisation` None for all of them."""

    campaign: Campaign
    definition: Definition | None
    organisation: Organisation | None
    count: Count


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list; `may_begin`: the actor may begin a campaign; `several`: organisations are to be named;
    `doors`: what else this actor may do with answers, as names of presses.
    """

    which: Which
    page: int
    lines: tuple[Line, ...]
    total: int
    may_begin: bool
    several: bool
    doors: tuple[str, ...]

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


# --- lists -----------------------------------------------------------------------------------------------------------


async def listing(desk: Desk, which: Which = Which.OPEN, page: int = 0) -> Listing:
    """A page of campaigns: of the actor's organisations, and of all of them together. A page past the end is the last.

    The coordinator sees those of the municipality; an organisation's own are its own.
    """
    own = places(desk.actor, Action.SEE_RESULTS)
    if not own and not everywhere(desk.actor, Action.SEE_RESULTS):
        raise Forbidden
    wanted = CampaignFilter(_STATES[which], frozenset(own), True, by_themselves=which is Which.AUTO)
    found, total = await desk.work.campaigns.page(wanted, offset=page * PAGE, limit=PAGE)
    if not found and page:
        page = max(0, -(-total // PAGE) - 1)
        found, total = await desk.work.campaigns.page(wanted, offset=page * PAGE, limit=PAGE)
    lines = await _lines(desk, found)
    waits = (PAPER,) if await paper_answers.waits_anywhere(desk) else ()
    doors = (*waits, *(name for name, action in _DOORS if somewhere(desk.actor, action)))
    return Listing(which, page, lines, total, may_begin(desk), len(own) > 1, doors)


async def _lines(desk: Desk, found: Collection[Campaign]) -> tuple[Line, ...]:
    counts = await desk.work.campaigns.counts(one.id for one in found)
    known = await desk.work.organisations.many(one.organisation_id for one in found if one.organisation_id is not None)
    return tuple(
        [
            Line(
                one,
                await campaign_views.definition_of(desk, one),
                known.get(one.organisation_id or 0),
                campaign_card.counted(counts.get(one.id, {}), campaign_views.part(desk, one)),
            )
            for one in found
        ]
    )


def may_begin(desk: Desk) -> bool:
    """Whether the actor may begin a campaign anywhere."""
    return everywhere(desk.actor, Action.RUN_CAMPAIGN) or bool(places(desk.actor, Action.RUN_CAMPAIGN))


# --- what is done about it -------------------------------------------------------------------------------------------


async def run(desk: Desk, campaign_id: int) -> Campaign:
    """A campaign that the actor may change, held for that."""
    found = await desk.work.campaigns.hold(campaign_id)
    if found is None:
        raise NotFound
    ensure(desk.actor, Action.RUN_CAMPAIGN, Scope(found.organisation_id))
    return found


async def preview(desk: Desk, campaign_id: int, *, as_child: bool) -> Show:
    """Try the questionnaire out as those who are asked will see it; nothing of it is kept."""
    campaign = await campaign_views.find(desk, campaign_id)
    definition = await campaign_views.definition_of(desk, campaign)
    if definition is None or not campaign_views.runs(desk, campaign):
        raise Forbidden
    place, back = campaign.organisation_id, press("campaign.open", campaign.id)
    return await dialogue.try_out(desk, definition, organisation_id=place, as_child=as_child, back=back)


async def launch(desk: Desk, campaign_id: int) -> Card:
    """From now on it opens by itself when its time comes; a time that has passed meanwhile is now."""
    campaign = await run(desk, campaign_id)
    if campaign.state is not CampaignState.DRAFT or campaign.closes_at is None:
        raise Stale("campaigns-launched-before")
    opens_at = max(campaign.opens_at, desk.now)
    ensure_times(opens_at, campaign.closes_at, desk.now)
    reached = await campaign_audience.reach(desk, campaign.organisation_id, campaign.audience)
    ensure_enough(reached, anonymous=campaign.anonymous)
    await _moved(desk, campaign, {CampaignState.DRAFT}, CampaignState.PLANNED, opens_at)
    return await campaign_views.card(desk, campaign_id)


def ensure_enough(reached: int, *, anonymous: bool) -> None:
    """Invalid where nobody is reached, or too few for answers without names."""
    if not reached:
        raise Invalid("campaigns-nobody")
    if anonymous and reached < LEAST_ANONYMOUS:
        raise Invalid("campaigns-too-few", least=LEAST_ANONYMOUS, reached=reached)


async def _moved(
    desk: Desk, campaign: Campaign, states: Collection[CampaignState], to: CampaignState, opens_at: object = None
) -> None:
    values = {"opens_at": opens_at} if opens_at is not None else {}
    if not await desk.work.campaigns.move(campaign.id, states, to, **values):  # type: ignore[arg-type]
        raise Stale
    await campaign_running.refresh(desk, campaign.id, but=desk.actor.chat_id)


async def call_off(desk: Desk, campaign_id: int) -> Card:
    """A campaign that has not opened will not."""
    campaign = await run(desk, campaign_id)
    if campaign.state not in AHEAD:
        raise Stale("campaigns-opened-before")
    await _moved(desk, campaign, AHEAD, CampaignState.CANCELLED)
    return await campaign_views.card(desk, campaign_id)


async def before_closing(desk: Desk, campaign_id: int) -> Card:
    """What closing now would cut off. Stale if it does not run."""
    campaign = await run(desk, campaign_id)
    _ensure_open(campaign)
    return await campaign_views.seen(desk, campaign)


async def close(desk: Desk, campaign_id: int) -> Card:
    """Close before the time."""
    campaign = await run(desk, campaign_id)
    _ensure_open(campaign)
    if not await campaign_running.close(desk, campaign):
        raise Stale("campaigns-closed-before")
    return await campaign_views.card(desk, campaign_id)


def _ensure_open(campaign: Campaign) -> None:
    if campaign.origin is Origin.STAGE:
        raise Forbidden
    if campaign.state is not CampaignState.OPEN:
        raise Stale("campaigns-closed-before")


async def begin_extension(desk: Desk, campaign_id: int) -> Show:
    """The form `campaign-extend`."""
    campaign = await run(desk, campaign_id)
    _ensure_open(campaign)
    return await dialogue.begin(
        desk, "campaign-extend", subject=Subject(SUBJECT, campaign.id), organisation_id=campaign.organisation_id
    )


async def extend(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `campaign-extend`: a later last day."""
    campaign = await run(desk, record.about(SUBJECT) or 0)
    _ensure_open(campaign)
    closes_at = _later(desk, campaign, answers, await campaign_views.zone_of(desk, campaign.organisation_id))
    if closes_at <= max(desk.now, campaign.closes_at or desk.now):
        raise Invalid("campaigns-extend-later", closes=campaign.closes_at)
    if not await desk.work.campaigns.extend(campaign, closes_at):
        raise Stale("campaigns-closed-before")
    await campaign_running.refresh(desk, campaign.id)
    said, rows = campaign_card.extended(replace(campaign, closes_at=closes_at))
    return (dialogue_screens.done(record, said, rows),)


def _later(desk: Desk, campaign: Campaign, answers: Mapping[str, Value], zone: str) -> datetime:
    """The day that was named, or so many days after the present last one."""
    by = str(answers["by"])
    if by == "other":
        return closing(date.fromisoformat(str(answers["closes"])), zone)
    last = local_date(max(desk.now, campaign.closes_at or desk.now), zone)
    return closing(last + timedelta(days=int(by.removeprefix("d"))), zone)
