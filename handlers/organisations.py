"""The coordinator's organisations: list, card, a new one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.home_screens import BACK, MENU, pager
from handlers.press import Press
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, press
from services import organisations
from services.desk import Desk
from services.dialogue_screens import own
from services.organisations import Card, Page

router = Router(name="organisations")
TO_LIST = (Button(Say("organisations-back"), press("organisations.list")),)


@router.callback_query(Press("organisations.list"))
async def show_list(query: CallbackQuery, desk: Desk) -> Replies:
    return (_list(desk.actor.chat_id, await organisations.listed(desk)),)


@router.callback_query(Press("organisations.page", page=int))
async def turn_list(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (_list(desk.actor.chat_id, await organisations.listed(desk, page)),)


@router.callback_query(Press("organisation.open", organisation=int))
async def open_card(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (_card(desk.actor.chat_id, await organisations.card(desk, organisation)),)


@router.callback_query(Press("organisation.new"))
async def found(query: CallbackQuery, desk: Desk) -> Replies:
    return (await organisations.found(desk),)


def _list(chat: int, page: Page) -> Show:
    rows = [(Button(each.name, press("organisation.open", each.id)),) for each in page.organisations]
    new = (Button(Say("organisations-new"), press("organisation.new"), style=None if rows else Style.MAIN),)
    text = Say("organisations-title", {"count": page.total}) if rows else Say("organisations-none")
    extra = (new,) if page.may_create else ()
    return Show(chat, MENU, text, (*rows, *pager("organisations.page", page.page, page.pages), *extra, BACK))


def _card(chat: int, card: Card) -> Show:
    place = card.organisation
    zone: Text = card.zone if isinstance(card.zone, str) else own(card.zone)
    head = Say("organisations-card", {"name": place.name, "kind": place.kind.value, "hours": zone})
    names = ", ".join(curator.name for curator in card.curators)
    second: Text = Say("organisations-curators", {"names": names}) if names else Say("organisations-no-curator")
    rows = [(Button(Say(f"invite-{role}"), press("invite.make", place.id, role)),) for role in card.may_invite]
    return Show(chat, MENU, Lines((head, second), "\n\n"), (*rows, TO_LIST))
