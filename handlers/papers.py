"""Official papers in chat: which there are for a pair or a person, and the file once it is made."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import papers_screens as screens
from handlers.press import Press
from messaging.replies import Replies
from services import papers
from services.desk import Desk
from services.papers import PaperKind

router = Router(name="papers")


@router.callback_query(Press("papers.open", mentorship=int))
async def of_pair(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screens.of_pair(desk.actor.chat_id, await papers.of_pair(desk, mentorship)),)


@router.callback_query(Press("papers.make", paper=PaperKind, mentorship=int))
async def make(query: CallbackQuery, desk: Desk, paper: PaperKind, mentorship: int) -> Replies:
    return (await papers.order(desk, paper, mentorship),)


@router.callback_query(Press("person.papers", person=int))
async def of_person(query: CallbackQuery, desk: Desk, person: int) -> Replies:
    return (screens.of_person(desk.actor.chat_id, await papers.of_person(desk, person)),)


@router.callback_query(Press("papers.person", paper=PaperKind, person=int))
async def make_for_person(query: CallbackQuery, desk: Desk, paper: PaperKind, person: int) -> Replies:
    return (await papers.order_for_person(desk, paper, person),)
