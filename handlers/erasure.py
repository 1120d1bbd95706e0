"""Withdrawing the consent to the processing of data: asked, confirmed, taken back, hastened."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import erasure_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import command_menu, withdrawal
from services.desk import Desk

router = Router(name="erasure")


@router.callback_query(Press("erase.ask", person=int))
async def ask(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (screens.prospect(desk, await withdrawal.prospect(desk, person)),)


@router.callback_query(Press("erase.sure", person=int))
async def sure(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (screens.sure(desk, await withdrawal.prospect(desk, person)),)


@router.callback_query(Press("erase.later", person=int))
async def later(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    done = await withdrawal.withdraw(desk, person, at_once=False)
    return (screens.hidden(desk, done), *command_menu.replies(desk))


@router.callback_query(Press("erase.now", person=int))
async def now(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    done = await withdrawal.withdraw(desk, person, at_once=True)
    return (screens.gone(desk, done), *command_menu.replies(desk))


@router.callback_query(Press("erasure.undo", erasure=int))
async def undo(query: CallbackQuery, desk: Desk, erasure: int) -> Replies:
    person = await withdrawal.undo(desk, erasure)
    return (screens.back(desk, person), *command_menu.replies(desk))


@router.callback_query(Press("erasure.sure", erasure=int))
async def hasten_sure(query: CallbackQuery, desk: Desk, erasure: int) -> Replies:
    return (screens.hasten(desk, await withdrawal.waiting(desk, erasure)),)


@router.callback_query(Press("erasure.now", erasure=int))
async def hasten(query: CallbackQuery, desk: Desk, erasure: int) -> Replies:
    return (screens.gone(desk, await withdrawal.hasten(desk, erasure)),)


@router.callback_query(Press("privacy.unpublish"))
async def unpublish(query: CallbackQuery, desk: Desk) -> Replies:
    await withdrawal.unpublish(desk)
    return (Toast(Say("erasure-unpublished-toast")), screens.unpublished(desk))
