"""Categories of need and facts of a person: seen and set by the curator alone."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import needs_screens as screens
from handlers.press import Press
from mentoring.needs import Need, Qualification
from messaging.replies import Replies
from services import needs
from services.desk import Desk

router = Router(name="needs")


@router.callback_query(Press("needs.open", person=int, organisation=int))
async def opened(query: CallbackQuery, desk: Desk, person: int, organisation: int) -> Replies:
    return (screens.sheet(desk.actor.chat_id, await needs.sheet(desk, person, organisation)),)


@router.callback_query(Press("needs.more", person=int, organisation=int))
async def more(query: CallbackQuery, desk: Desk, person: int, organisation: int) -> Replies:
    return (screens.more(desk.actor.chat_id, await needs.sheet(desk, person, organisation)),)


@router.callback_query(Press("needs.mark", person=int, organisation=int, need=Need))
async def marked(query: CallbackQuery, desk: Desk, person: int, organisation: int, need: Need) -> Replies:
    return (screens.around(desk.actor.chat_id, await needs.mark(desk, person, organisation, need), need),)


@router.callback_query(Press("needs.fact", person=int, organisation=int, need=Need))
async def fact(query: CallbackQuery, desk: Desk, person: int, organisation: int, need: Need) -> Replies:
    """What is known already: its date can be changed, or it can be taken away."""
    return (screens.fact(desk.actor.chat_id, await needs.sheet(desk, person, organisation), need),)


@router.callback_query(Press("needs.grades", person=int, organisation=int))
async def grades(query: CallbackQuery, desk: Desk, person: int, organisation: int) -> Replies:
    return (screens.grades(desk.actor.chat_id, await needs.sheet(desk, person, organisation)),)


@router.callback_query(Press("needs.grade", person=int, organisation=int, grade=Qualification))
async def graded(query: CallbackQuery, desk: Desk, person: int, organisation: int, grade: Qualification) -> Replies:
    found = await needs.mark(desk, person, organisation, Need.QUALIFICATION, grade)
    return (screens.around(desk.actor.chat_id, found, Need.QUALIFICATION),)


@router.callback_query(Press("needs.clear", person=int, organisation=int, need=Need))
async def cleared(query: CallbackQuery, desk: Desk, person: int, organisation: int, need: Need) -> Replies:
    return (screens.around(desk.actor.chat_id, await needs.clear(desk, person, organisation, need), need),)


@router.callback_query(Press("needs.since", person=int, organisation=int, need=Need))
async def since(query: CallbackQuery, desk: Desk, person: int, organisation: int, need: Need) -> Replies:
    return (await needs.begin_since(desk, person, organisation, need),)
