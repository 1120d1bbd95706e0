"""The summary and the export in chat: a text at once, files as soon as they are made."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import summary_screens as screens
from handlers.press import Press
from mentoring.access import Action, everywhere
from mentoring.errors import Invalid
from mentoring.periods import Span
from messaging.replies import Lines, Replies
from services import export, municipal_summary, summary, summary_files, summary_roles
from services.desk import Desk
from services.people import page_number

router = Router(name="summary")


@router.message(Command("summary", ignore_mention=True))
async def commanded(message: Message, desk: Desk, command: CommandObject) -> Replies:
    return await _opened(desk, _span(command.args))


@router.callback_query(Press("summary.open"))
async def opened(query: CallbackQuery, desk: Desk) -> Replies:
    return await _opened(desk, Span.WEEK)


@router.callback_query(Press("summary.choose", span=Span, page=int))
async def choosing(query: CallbackQuery, desk: Desk, span: Span, page: int) -> Replies:
    return await _choice(desk, span, page)


@router.callback_query(Press("summary.show", organisation=int, span=Span))
async def shown(query: CallbackQuery, desk: Desk, organisation: int, span: Span) -> Replies:
    return await _told(desk, None if organisation == screens.EVERY else organisation, span)


@router.callback_query(Press("summary.places", span=Span, page=page_number))
async def by_place(query: CallbackQuery, desk: Desk, span: Span, page: int) -> Replies:
    return (screens.by_place(desk.actor.chat_id, await municipal_summary.seen(desk, span), span, page),)


@router.callback_query(Press("summary.sheet", span=Span))
async def sheet(query: CallbackQuery, desk: Desk, span: Span) -> Replies:
    return (await municipal_summary.order(desk, span),)


@router.message(Command("export", ignore_mention=True))
async def exported(message: Message, desk: Desk) -> Replies:
    return (await export.order(desk),)


def _span(typed: str | None) -> Span:
    """The period named after the command; a week if none is."""
    try:
        return Span((typed or Span.WEEK).strip().lower())
    except ValueError:
        raise Invalid("summary-which-period") from None


async def _opened(desk: Desk, span: Span) -> Replies:
    organisations = await summary.choices(desk)
    if len(organisations) != 1:
        return await _choice(desk, span, 0)
    return await _told(desk, organisations[0].id, span)


async def _choice(desk: Desk, span: Span, page: int) -> Replies:
    organisations = await summary.choices(desk)
    every = len(organisations) > 1 and everywhere(desk.actor, Action.SEE_SUMMARY)
    return (screens.choose(desk.actor.chat_id, organisations, span, page, every=every),)


async def _told(desk: Desk, organisation_id: int | None, span: Span) -> Replies:
    seen = await summary.view(desk, organisation_id)
    period = summary.last(desk, seen, span)
    text = await summary.told(desk, seen, period)
    if beside := await summary_roles.told(desk, organisation_id, period):
        text = Lines((text, *beside))
    others = len(await summary.choices(desk)) > 1
    screen = screens.told(desk.actor.chat_id, seen, span, text, others=others)
    return screen, *await summary_files.order(desk, seen, period)
