"""Campaigns as they run: people are asked, told, reminded, and thanked for by whoever closes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentoring.access import Action, Actor, Scope, allowed
from mentoring.campaigns import (
    LEAST_ANONYMOUS,
    RUNNING,
    Campaign,
    CampaignState,
    Origin,
    Reminding,
)
from mentoring.errors import Refusal
from mentoring.roles import Role
from messaging.replies import Button, Lane, Say, Show, press
from services import anonymity, campaign_audience, campaign_card, campaign_views, digest_duty, notices
from services.campaign_audience import Found
from services.desk import Desk
from services.dialogue_screens import PRESS, own
from surveys.definition import Definition

AT_ONCE = 200
"""People asked or reminded in one transaction."""


# --- opening ---------------------------------------------------------------------------------------------------------


async def open_some(desk: Desk, campaign: Campaign) -> bool:
    """Ask the next people of a campaign whose time has come; False while some are left.

    What lost its sense while nobody was there to open it, or would ask too few for anonymity, is called off.
    """
    definition = await campaign_views.definition_of(desk, campaign)
    closes_at = campaign.closes_at
    if definition is None or closes_at is None:
        return True
    if campaign.state is CampaignState.PLANNED:
        reason = await _hindrance(desk, campaign)
        if reason is not None:
            await _call_off(desk, campaign, definition, reason)
            return True
        campaign = replace(campaign, state=CampaignState.OPENING, opened_at=desk.now)
        await desk.work.campaigns.move(campaign.id, {CampaignState.PLANNED}, CampaignState.OPENING, opened_at=desk.now)
        await desk.work.definitions.archive(definition)
    elif closes_at <= desk.now:
        return True  # nobody was there to go on; now the closing is due
    if not await _ask_some(desk, campaign, definition):
        return False
    await desk.work.campaigns.move(campaign.id, {CampaignState.OPENING}, CampaignState.OPEN)
    await refresh(desk, campaign.id)
    return True


async def _hindrance(desk: Desk, campaign: Campaign) -> str | None:
    """Why it can't open any more, as the key of what is said about it."""
    if campaign.closes_at is not None and campaign.closes_at <= desk.now:
        return "campaigns-missed"
    if campaign.anonymous:
        reached = await campaign_audience.reach(desk, campaign.organisation_id, campaign.audience)
        return "campaigns-too-few-now" if reached < LEAST_ANONYMOUS else None
    return None


async def _call_off(desk: Desk, campaign: Campaign, definition: Definition, reason: str) -> None:
    await desk.work.campaigns.move(campaign.id, {CampaignState.PLANNED}, CampaignState.CANCELLED)
    await refresh(desk, campaign.id)
    if campaign.created_by is not None and await _still_runs(desk, campaign):
        said = Say(reason, {"title": own(definition.title), "least": LEAST_ANONYMOUS})
        await notices.to(desk, campaign.created_by, said, keyboard=(campaign_card.open_row(campaign.id),))


async def _ask_some(desk: Desk, campaign: Campaign, definition: Definition) -> bool:
    """Ask the next people; whether that was everybody."""
    after = await desk.work.campaigns.last_asked(campaign.id)
    asked = 0
    async for found in campaign_audience.batches(
        desk, campaign.organisation_id, campaign.audience, after=after, at_once=AT_ONCE
    ):
        if asked and asked + len(found) > AT_ONCE:
            return False
        await _ask(desk, campaign, definition, found)
        asked += len(found)
    return True


async def _ask(desk: Desk, campaign: Campaign, definition: Definition, found: Sequence[Found]) -> None:
    """One response a person; who can be reached is told."""
    phones = {one.chosen.person_id: one.member.person.telegram_id for one in found}
    made = await desk.work.campaigns.ask(campaign, definition, [one.chosen for one in found], phones)
    chats = await desk.work.chats.of_people(made.keys())
    zones = {one.chosen.person_id: one.member.zone for one in found}
    text = _invitation(campaign, definition)
    quiet = desk.programme.quiet
    for person_id, chat in chats.items():
        response_id = made[person_id]
        sends_at = quiet.release(desk.now, zones[person_id])
        desk.tell(
            Show(
                chat,
                f"{PRESS}:{response_id}",
                text,
                ((Button(Say("campaigns-answer"), press("response.open", response_id)),),),
                lane=Lane.MAILING,
                fresh=True,
                key=f"campaign:{campaign.id}:{person_id}",
                due=desk.now,
                not_before=sends_at if sends_at > desk.now else None,
                expires_at=campaign.closes_at,
            )
        )


def _invitation(campaign: Campaign, definition: Definition) -> Say:
    said = {
        "title": own(definition.title),
        "questions": sum(question.counted for question in definition.questions),
        "closes": campaign.closes_at,
        "anonymous": "yes" if campaign.anonymous else "no",
    }
    return Say("campaigns-asked", said)


# --- reminding -------------------------------------------------------------------------------------------------------


async def remind(
    desk: Desk, campaign: Campaign, definition: Definition, item: Reminding, people: Sequence[tuple[int, int]]
) -> None:
    """Remind these of their answers; who cannot be reached counts as reminded."""
    await desk.work.campaigns.reminded([response_id for response_id, _ in people], item.number)
    chats = await desk.work.chats.of_people([person_id for _, person_id in people])
    text = Say("campaigns-again", {"title": own(definition.title), "closes": campaign.closes_at})
    said = {
        person_id: Show(
            chats[person_id],
            f"{PRESS}:{response_id}",
            text,
            ((Button(Say("campaigns-answer"), press("response.open", response_id)),),),
            lane=Lane.REMINDER,
            fresh=True,
            due=item.due,
            expires_at=item.expires_at,
        )
        for response_id, person_id in people
        if person_id in chats
    }
    await digest_duty.remind(desk, said)


# --- closing ---------------------------------------------------------------------------------------------------------


async def close(desk: Desk, campaign: Campaign) -> bool:
    """Nothing more is answered; whoever began it and the curators are told. False if somebody was quicker."""
    if not await desk.work.campaigns.move(campaign.id, RUNNING, CampaignState.CLOSED, closed_at=desk.now):
        return False
    await desk.work.campaigns.end(campaign.id)
    if campaign.anonymous:
        await anonymity.close(desk, campaign.id)
    await refresh(desk, campaign.id, but=desk.actor.chat_id)
    await _tell_closed(desk, campaign)
    return True


async def _still_runs(desk: Desk, campaign: Campaign) -> bool:
    """Whether whoever began it may see all of it still."""
    chat = await desk.work.chats.of_person(campaign.created_by) if campaign.created_by is not None else None
    if chat is None:
        return False
    actor: Actor = await desk.work.chats.actor(chat)
    return allowed(actor, Action.SEE_RESULTS, Scope(campaign.organisation_id))


async def _tell_closed(desk: Desk, campaign: Campaign) -> None:
    """Each hears of the part that they may see; who closed it knows."""
    counts = (await desk.work.campaigns.counts([campaign.id])).get(campaign.id, {})
    if not counts:
        return
    title = campaign_card.title(campaign, await campaign_views.definition_of(desk, campaign))
    parts: dict[int, frozenset[int] | None] = {}
    for place in sorted(counts):
        for holder in await desk.work.memberships.holders(Role.CURATOR, place):
            before = parts.get(holder.person_id, frozenset())
            parts[holder.person_id] = (before or frozenset()) | {place}
    if campaign.origin is Origin.PERSON and await _still_runs(desk, campaign):
        parts[campaign.created_by or 0] = None
    zone = await campaign_views.zone_of(desk, campaign.organisation_id)
    sends_at = desk.programme.quiet.release(desk.now, zone)
    chats = await desk.work.chats.of_people(parts.keys() - {desk.actor.person_id})
    for person_id, chat in chats.items():
        count = campaign_card.counted(counts, parts[person_id])
        desk.tell(
            Show(
                chat,
                "notice",
                Say("campaigns-closed", {"title": title, "progress": campaign_card.progress(count)}),
                (campaign_card.results_row(campaign.id), campaign_card.open_row(campaign.id)),
                lane=Lane.REMINDER,
                fresh=True,
                key=f"campaign-closed:{campaign.id}:{person_id}",
                due=desk.now,
                not_before=sends_at if sends_at > desk.now else None,
            )
        )


# --- the card, kept up to date ---------------------------------------------------------------------------------------


async def refresh(desk: Desk, campaign_id: int, *, but: int | None = None) -> None:
    """Every screen that shows the campaign's card shows it as it is now; `but`: the chat that is answered anyway."""
    watching = await desk.work.campaigns.watched(campaign_id)
    for one in watching:
        if one.chat_id != but:
            await renew(desk, campaign_id, one.chat_id)


async def renew(desk: Desk, campaign_id: int, chat_id: int) -> None:
    """The card on one screen, in its place; nothing for who may not see it any more."""
    actor: Actor = await desk.work.chats.actor(chat_id)
    reader = replace(desk, actor=actor)
    try:
        show = campaign_card.screen(reader, await campaign_views.card(reader, campaign_id))
    except Refusal:
        return
    desk.tell(replace(show, in_place=True, lane=Lane.REMINDER))
