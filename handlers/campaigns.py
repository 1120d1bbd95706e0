"""Campaigns in chat: lists, a new one, its card, who has not answered, paper answers, extending and closing."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import campaigns_screens as screens
from handlers.pairs import read_page
from handlers.press import Press
from messaging.replies import Replies, Toast
from services import campaign_card, campaign_making, campaign_people, campaign_views, campaigns
from services.campaigns import Which
from services.desk import Desk

router = Router(name="campaigns")


# --- lists and a new one ---------------------------------------------------------------------------------------------


@router.message(Command("campaign", ignore_mention=True))
async def my_campaigns(message: Message, desk: Desk) -> Replies:
    return (screens.listing(desk, await campaigns.listing(desk)),)


@router.callback_query(Press("campaign.list"))
async def list_campaigns(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await campaigns.listing(desk)),)


@router.callback_query(Press("campaign.page", which=Which, page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, which: Which, page: int) -> Replies:
    return (screens.listing(desk, await campaigns.listing(desk, which, page)),)


@router.callback_query(Press("campaign.more"))
async def more(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.more(desk, await campaigns.listing(desk)),)


@router.callback_query(Press("campaign.new"))
@router.callback_query(Press("campaign.where", page=read_page))
async def begin(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if there are several places; then the form."""
    where = await campaign_making.where(desk)
    if where.only is not None:
        return (await campaign_making.begin(desk, where.only or None),)
    return (screens.choose_place(desk, where, page),)


@router.callback_query(Press("campaign.new_in", organisation=int))
async def begin_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await campaign_making.begin(desk, organisation or None),)


# --- the card --------------------------------------------------------------------------------------------------------


@router.callback_query(Press("campaign.open", campaign=int))
async def open_card(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    """From a list or a notice, below it; from then on it is kept up to date there."""
    return (campaign_card.screen(desk, await campaign_views.card(desk, campaign), fresh=True),)


@router.callback_query(Press("campaign.back", campaign=int))
async def back_to_card(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (campaign_card.screen(desk, await campaign_views.card(desk, campaign)),)


@router.callback_query(Press("campaign.preview_adult", campaign=int))
async def preview_adult(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (await campaigns.preview(desk, campaign, as_child=False),)


@router.callback_query(Press("campaign.preview_child", campaign=int))
async def preview_child(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (await campaigns.preview(desk, campaign, as_child=True),)


@router.callback_query(Press("campaign.launch", campaign=int))
async def launch(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    card = await campaigns.launch(desk, campaign)
    return (Toast(screens.launched(desk, card)), campaign_card.screen(desk, card))


@router.callback_query(Press("campaign.call_off", campaign=int))
async def call_off(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (campaign_card.screen(desk, await campaigns.call_off(desk, campaign)),)


@router.callback_query(Press("campaign.extend", campaign=int))
async def extend(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (await campaigns.begin_extension(desk, campaign),)


@router.callback_query(Press("campaign.close", campaign=int))
async def close(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (screens.sure_to_close(desk, await campaigns.before_closing(desk, campaign)),)


@router.callback_query(Press("campaign.close_now", campaign=int))
async def close_now(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (campaign_card.screen(desk, await campaigns.close(desk, campaign)),)


# --- its people ------------------------------------------------------------------------------------------------------


@router.callback_query(Press("campaign.unanswered", campaign=int))
async def unanswered(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (screens.unanswered(desk, await campaign_people.unanswered(desk, campaign), fresh=True),)


@router.callback_query(Press("campaign.unanswered_page", campaign=int, page=read_page))
async def turn_unanswered(query: CallbackQuery, desk: Desk, campaign: int, page: int) -> Replies:
    return (screens.unanswered(desk, await campaign_people.unanswered(desk, campaign, page)),)


@router.callback_query(Press("campaign.paper", campaign=int))
async def on_paper(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (screens.on_paper(desk, await campaign_people.on_paper(desk, campaign), fresh=True),)


@router.callback_query(Press("campaign.paper_page", campaign=int, page=read_page))
async def turn_on_paper(query: CallbackQuery, desk: Desk, campaign: int, page: int) -> Replies:
    return (screens.on_paper(desk, await campaign_people.on_paper(desk, campaign, page)),)


@router.callback_query(Press("campaign.places", campaign=int))
async def by_place(query: CallbackQuery, desk: Desk, campaign: int) -> Replies:
    return (screens.by_place(desk, await campaign_people.by_place(desk, campaign), fresh=True),)


@router.callback_query(Press("campaign.places_page", campaign=int, page=read_page))
async def turn_places(query: CallbackQuery, desk: Desk, campaign: int, page: int) -> Replies:
    return (screens.by_place(desk, await campaign_people.by_place(desk, campaign, page)),)
