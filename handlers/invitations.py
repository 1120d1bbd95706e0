"""Inviting staff by personal links, and the organisation's own link with its poster."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import invitation_screens as screens
from handlers.press import Press
from mentoring.invitations import Addressee
from mentoring.roles import Role
from messaging.replies import Replies, Say, Show, Toast
from services import invitations, organisations, posters
from services.desk import Desk

router = Router(name="invitations")


@router.message(Command("invite", ignore_mention=True))
async def invite(message: Message, desk: Desk) -> Replies:
    return (await _where(desk),)


@router.callback_query(Press("invite.choose"))
async def choose_place(query: CallbackQuery, desk: Desk) -> Replies:
    return (await _where(desk),)


@router.callback_query(Press("invite.page", page=int))
async def turn_places(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.where(desk.actor.chat_id, await organisations.to_invite(desk, page)),)


@router.callback_query(Press("invite.to", organisation=int))
async def choose_role(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.whom(desk.actor.chat_id, await organisations.inviting(desk, organisation)),)


@router.callback_query(Press("invite.make", organisation=int, role=Role))
async def make(query: CallbackQuery, desk: Desk, organisation: int, role: Role) -> Replies:
    return screens.made(desk.actor.chat_id, await invitations.create(desk, role, organisation))


@router.callback_query(Press("links.show"))
async def choose_link(query: CallbackQuery, desk: Desk) -> Replies:
    """At once for a curator of one organisation."""
    page = await organisations.linked(desk)
    if page.total == 1:
        only = page.organisations[0].id
        return (screens.link(desk.actor.chat_id, await invitations.organisation_link(desk, only)),)
    return (screens.which(desk.actor.chat_id, page),)


@router.callback_query(Press("links.page", page=int))
async def turn_links(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.which(desk.actor.chat_id, await organisations.linked(desk, page)),)


@router.callback_query(Press("link.open", organisation=int))
async def open_link(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (screens.link(desk.actor.chat_id, await invitations.organisation_link(desk, organisation)),)


@router.callback_query(Press("link.text", organisation=int))
async def choose_text(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    shown = await invitations.organisation_link(desk, organisation)
    return (screens.texts(desk.actor.chat_id, shown, invitations.addressees(desk)),)


@router.callback_query(Press("link.forward", organisation=int))
@router.callback_query(Press("link.write", organisation=int, audience=Addressee))
async def link_text(query: CallbackQuery, desk: Desk, organisation: int, audience: Addressee | None = None) -> Replies:
    """A message to be forwarded: for everybody, or for some."""
    shown = await invitations.organisation_link(desk, organisation)
    return (screens.forward(desk.actor.chat_id, shown, audience),)


@router.callback_query(Press("link.guides", organisation=int))
async def choose_guide(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    shown = await invitations.organisation_link(desk, organisation)
    return (screens.guides(desk.actor.chat_id, shown, invitations.addressees(desk)),)


@router.callback_query(Press("link.guide", organisation=int, audience=Addressee))
async def guide(query: CallbackQuery, desk: Desk, organisation: int, audience: Addressee) -> Replies:
    return (await posters.order_guide(desk, organisation, audience),)


@router.callback_query(Press("link.renew", organisation=int))
async def ask_renewal(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    """A question before posters on walls stop working."""
    return (screens.renewal(desk.actor.chat_id, await invitations.organisation_link(desk, organisation)),)


@router.callback_query(Press("link.revoke", organisation=int, invitation=int))
async def renew(query: CallbackQuery, desk: Desk, organisation: int, invitation: int) -> Replies:
    made = await invitations.renew_link(desk, organisation, invitation)
    return (Toast(Say("links-renewed")), screens.link(desk.actor.chat_id, made))


@router.callback_query(Press("link.poster", organisation=int))
async def poster(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await posters.order_poster(desk, organisation),)


async def _where(desk: Desk) -> Show:
    """The organisation if there is but one, else a choice."""
    page = await organisations.to_invite(desk)
    if page.total == 1:
        return screens.whom(desk.actor.chat_id, await organisations.inviting(desk, page.organisations[0].id))
    return screens.where(desk.actor.chat_id, page)
