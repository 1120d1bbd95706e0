"""What falls due about campaigns: the calendar's begin, launched ones open, remind and close; cards stay up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.campaigns import (
    OPENING_HOUR,
    REMINDERS,
    Audience,
    Campaign,
    CampaignState,
    Origin,
    Reminding,
    calendar_key,
    closing,
    reminder_times,
    remindings,
)
from mentoring.clock import at, local_date
from programmes.parts import CalendarQuestionnaire
from programmes.terms import school_year_of
from services import campaign_card, campaign_running, campaign_views, catalogue
from services.campaign_running import AT_ONCE
from services.desk import Desk

LIVE_AGAIN = timedelta(seconds=30)
"""A card on somebody's screen is not changed more often."""
CLOSED_AT_ONCE = 10


# --- the programme's calendar ----------------------------------------------------------------------------------------


async def calendar(desk: Desk) -> datetime | None:
    """Plans the yearly campaigns of the programme's calendar, one an organisation and school year.

    What is past when the bot comes back from a downtime, and would be closed by now, is left out.
    """
    entries = desk.programme.questionnaires.calendar
    if not entries:
        return None
    zones = await desk.work.campaigns.peopled()
    dated = [new for place, zone in zones.items() for entry in entries for new in _dated(desk, entry, place, zone)]
    due = [new for new in dated if new.opens_at <= desk.now]
    known = await desk.work.campaigns.known_keys(new.key or "" for new in due) if due else frozenset()
    for new in due:
        if new.key not in known:
            await _plan(desk, new)
    return min((new.opens_at for new in dated if new.opens_at > desk.now), default=None)


def _dated(desk: Desk, entry: CalendarQuestionnaire, place: int, zone: str) -> Iterator[Campaign]:
    """This school year's campaign and the next one's, unless it is over or the programme is."""
    year = school_year_of(local_date(desk.now, zone))
    for autumn in (year, year + 1):
        day = entry.on(autumn)
        closes_at = closing(day + timedelta(days=entry.days), zone)
        if closes_at > desk.now and autumn in desk.programme.years.autumns:
            key = calendar_key(place, entry.id, autumn)
            yield _campaign(desk, entry, place, key, at(day, OPENING_HOUR, zone), closes_at)


def _campaign(
    desk: Desk, entry: CalendarQuestionnaire, place: int, key: str, opens_at: datetime, closes_at: datetime
) -> Campaign:
    return Campaign(
        0,
        place,
        Origin.CALENDAR,
        entry.questionnaire,
        None,
        None,
        False,
        Audience(entry.roles, entry.forms),
        CampaignState.PLANNED,
        None,
        desk.now,
        opens_at,
        closes_at,
        key=key,
    )


async def _plan(desk: Desk, new: Campaign) -> None:
    definition = await catalogue.find(desk, new.questionnaire or "")
    await desk.work.definitions.archive(definition)
    await desk.work.campaigns.add(replace(new, version=definition.version, anonymous=definition.anonymous))


# --- opening and closing ---------------------------------------------------------------------------------------------


async def opening(desk: Desk) -> datetime | None:
    """Opens the launched campaign whose time has come, some hundreds of people at a time."""
    found = await desk.work.campaigns.to_open()
    if found is None:
        return None
    if found.opens_at > desk.now:
        return found.opens_at
    held = await desk.work.campaigns.hold(found.id)
    if held is not None and held.state in (CampaignState.PLANNED, CampaignState.OPENING):
        await campaign_running.open_some(desk, held)
    return desk.now


async def closes(desk: Desk) -> datetime | None:
    """Closes campaigns whose time is over."""
    for _ in range(CLOSED_AT_ONCE):
        found = await desk.work.campaigns.to_close()
        if found is None:
            return None
        if found.closes_at is None or found.closes_at > desk.now:
            return found.closes_at
        await campaign_running.close(desk, found)
    return desk.now


# --- reminding -------------------------------------------------------------------------------------------------------


async def reminds(desk: Desk) -> datetime | None:
    """Reminds those who have not answered, twice in a campaign, each outside their own quiet hours."""
    moments: list[datetime] = []
    left = AT_ONCE
    campaigns = await desk.work.campaigns.reminding()
    for number in range(1, REMINDERS + 1):
        times = {campaign.id: _between(campaign, number) for campaign in campaigns}
        moments += [begins for begins, _ in times.values() if begins > desk.now]
        due = [one for one in campaigns if times[one.id][0] <= desk.now < times[one.id][1]]
        zones = await desk.work.campaigns.zones_to_remind([one.id for one in due], number) if due else {}
        for campaign in due:
            if campaign.id not in zones:
                continue
            done, ahead = await _remind(desk, campaign, number, zones[campaign.id], left)
            left -= done
            moments += ahead
            if left <= 0:
                return desk.now
    return min(moments, default=None)


def _between(campaign: Campaign, number: int) -> tuple[datetime, datetime]:
    """When the reminder of this number falls due, and when it has lost its sense."""
    if campaign.opened_at is None or campaign.closes_at is None:
        return campaign.opens_at, campaign.opens_at
    bounds = (*reminder_times(campaign.opened_at, campaign.closes_at), campaign.closes_at)
    return bounds[number - 1], bounds[number]


async def _remind(
    desk: Desk, campaign: Campaign, number: int, zones: Collection[str], most: int
) -> tuple[int, list[datetime]]:
    """Send the reminder of this number, which is due, in these zones; gives how many, and when it leaves elsewhere."""
    items = {zone: item for zone in zones for item in _items(desk, campaign, zone) if item.number == number}
    # Also when the bot comes back from a downtime at night.
    waits = {zone: desk.programme.quiet.release(max(item.sends_at, desk.now), zone) for zone, item in items.items()}
    due = [zone for zone, moment in waits.items() if moment == desk.now]
    ahead = [moment for moment in waits.values() if moment > desk.now]
    definition = await campaign_views.definition_of(desk, campaign)
    if not due or definition is None:
        return 0, ahead
    people = await desk.work.campaigns.to_remind(campaign.id, number, due, most)
    if people:
        await campaign_running.remind(desk, campaign, definition, items[due[0]], people)
    return len(people), ahead


def _items(desk: Desk, campaign: Campaign, zone: str) -> Iterator[Reminding]:
    if campaign.opened_at is not None and campaign.closes_at is not None:
        yield from remindings(campaign.opened_at, campaign.closes_at, zone, desk.programme.quiet)


# --- cards on people's screens ---------------------------------------------------------------------------------------


async def live(desk: Desk) -> datetime | None:
    """Shows how many have answered, in its place, on every screen that has the card of a running campaign."""
    watching = await desk.work.campaigns.watched()
    if not watching:
        return None
    known = await desk.work.campaigns.many({one.campaign_id for one in watching})
    counts = await desk.work.campaigns.counts(known)
    held_back: dict[int, datetime] = {}
    for one in watching:
        answered = campaign_card.counted(counts.get(one.campaign_id, {}), None).answered
        if answered == known[one.campaign_id].shown:
            continue
        again = one.shown_at + LIVE_AGAIN
        if again > desk.now:
            held_back[one.campaign_id] = min(again, held_back.get(one.campaign_id, again))
        else:
            await campaign_running.renew(desk, one.campaign_id, one.chat_id)
    for campaign_id, campaign in known.items():
        answered = campaign_card.counted(counts.get(campaign_id, {}), None).answered
        if campaign_id not in held_back and answered != campaign.shown:
            await desk.work.campaigns.showed(campaign_id, answered)
    return min(held_back.values(), default=None)


DUTIES = (calendar, opening, reminds, closes, live)
"""In the order of a campaign's life; each with a transaction of its own."""
