"""The home screen and what is one step from it: what waits, help, giving something up."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import home_screens
from handlers.press import Press
from messaging.replies import Replies, Say, Show
from services import command_menu, dialogue, home
from services.desk import Desk

router = Router(name="home")


async def screen(desk: Desk) -> Show:
    """The home screen; to a stranger, what the bot is."""
    seen = await home.home(desk)
    chat = desk.actor.chat_id
    if seen is None:
        return home_screens.stranger(chat, await home.unfinished(desk))
    return home_screens.home(chat, seen)


@router.message(Command("menu", ignore_mention=True))
async def menu(message: Message, desk: Desk) -> Replies:
    return (await screen(desk), *command_menu.replies(desk))


@router.callback_query(Press("menu.open"))
async def open_menu(query: CallbackQuery, desk: Desk) -> Replies:
    return (await screen(desk),)


@router.callback_query(Press("menu.more", page=int))
async def open_more(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    seen = await home.home(desk)
    return (await screen(desk) if seen is None else home_screens.more(desk.actor.chat_id, seen, page),)


@router.message(Command("surveys", ignore_mention=True))
async def surveys(message: Message, desk: Desk) -> Replies:
    return (home_screens.waiting(desk.actor.chat_id, await home.waiting(desk)),)


@router.callback_query(Press("surveys.list"))
async def open_surveys(query: CallbackQuery, desk: Desk) -> Replies:
    return (home_screens.waiting(desk.actor.chat_id, await home.waiting(desk)),)


@router.callback_query(Press("surveys.page", page=int))
async def turn_surveys(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (home_screens.waiting(desk.actor.chat_id, await home.waiting(desk, page)),)


@router.message(Command("help", ignore_mention=True))
async def help_(message: Message, desk: Desk) -> Replies:
    return (home_screens.help_screen(desk.actor.chat_id, desk.actor),)


@router.callback_query(Press("help.open"))
async def open_help(query: CallbackQuery, desk: Desk) -> Replies:
    return (home_screens.help_screen(desk.actor.chat_id, desk.actor),)


@router.message(Command("cancel", ignore_mention=True))
async def cancel(message: Message, desk: Desk) -> Replies:
    shown = await dialogue.put_by(desk)
    if shown is not None:
        return (shown,)
    return (Show(desk.actor.chat_id, home_screens.MENU, Say("dialogue-nothing"), (home_screens.BACK,)),)
