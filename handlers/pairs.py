"""Pairs and groups in chat: lists, cards, forming one, the parties' answers, the order and the end."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import pairs_card
from handlers import pairs_screens as screens
from handlers.press import Press
from mentoring.mentorships import Form
from messaging.replies import Replies
from services import agreement, endings, forming, mentorships, orders
from services.desk import Desk
from services.mentorships import View, Which

router = Router(name="pairs")


def read_form(written: str) -> Form | None:
    """A form as buttons carry it, «-» for every form; ValueError for anything else."""
    return None if written == screens.EVERY_FORM else Form(written)


def read_page(written: str) -> int:
    """A page's number; ValueError for a forged one."""
    if not written.isdecimal() or len(written) > 6:
        raise ValueError(written)
    return int(written)


@router.message(Command("pairs", ignore_mention=True))
async def my_pairs(message: Message, desk: Desk) -> Replies:
    return (screens.listing(desk, await mentorships.listing(desk, View())),)


@router.callback_query(Press("pairs.list"))
async def list_pairs(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.listing(desk, await mentorships.listing(desk, View())),)


@router.callback_query(Press("pairs.page", which=Which, form=read_form, page=read_page))
async def turn_page(query: CallbackQuery, desk: Desk, which: Which, form: Form | None, page: int) -> Replies:
    return (screens.listing(desk, await mentorships.listing(desk, View(which, form, page))),)


@router.callback_query(Press("pairs.filter", which=Which, form=read_form))
async def narrow(query: CallbackQuery, desk: Desk, which: Which, form: Form | None) -> Replies:
    return (screens.filters(desk, await mentorships.counts(desk), View(which, form)),)


@router.callback_query(Press("pairs.forms", which=Which, form=read_form))
async def narrow_by_form(query: CallbackQuery, desk: Desk, which: Which, form: Form | None) -> Replies:
    return (screens.forms(desk, View(which, form)),)


@router.callback_query(Press("pair.open", mentorship=int))
async def open_pair(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a list, in the menu's place."""
    return (pairs_card.card(desk, await mentorships.card(desk, mentorship)),)


@router.callback_query(Press("pair.card", mentorship=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From a notice, below it."""
    return (pairs_card.card(desk, await mentorships.card(desk, mentorship), fresh=True),)


@router.callback_query(Press("pair.more", mentorship=int))
async def more(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (pairs_card.more(desk, await mentorships.card(desk, mentorship), 0),)


@router.callback_query(Press("pair.further", mentorship=int, page=read_page))
async def further(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    return (pairs_card.more(desk, await mentorships.card(desk, mentorship), page),)


@router.callback_query(Press("orders.new"))
@router.callback_query(Press("orders.where", page=read_page))
async def fix_several(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """One order for several; where, if the curator has several organisations."""
    own = await orders.organisations(desk)
    if len(own) == 1:
        return (await orders.begin(desk, own[0].id),)
    return (screens.whose_order(desk, own, page),)


@router.callback_query(Press("orders.new_in", organisation=int))
async def fix_several_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await orders.begin(desk, organisation),)


@router.callback_query(Press("pair.new"))
@router.callback_query(Press("pair.where", page=read_page))
async def propose(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if the curator has several organisations; then the form."""
    own = await forming.organisations(desk)
    if len(own) == 1:
        return (await forming.begin(desk, own[0].id),)
    return (screens.where_new(desk, own, page),)


@router.callback_query(Press("pair.new_in", organisation=int))
async def propose_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await forming.begin(desk, organisation),)


@router.callback_query(Press("pair.agree", mentorship=int))
async def agree(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return screens.agreed(desk, await agreement.agree(desk, mentorship))


@router.callback_query(Press("pair.refuse", mentorship=int))
async def refuse(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await agreement.begin_refusal(desk, mentorship),)


@router.callback_query(Press("pair.order", mentorship=int))
async def enter_order(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """The order; while entry questionnaires are missing the curator decides first whether to go on without them."""
    step = await endings.before_order(desk, mentorship)
    if step.progress.missing:
        return (screens.entry_missing(desk, step),)
    return (await endings.begin_order(desk, mentorship, go_on=False),)


@router.callback_query(Press("pair.order_now", mentorship=int))
async def enter_order_now(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await endings.begin_order(desk, mentorship, go_on=True),)


@router.callback_query(Press("pair.complete", mentorship=int))
async def complete(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """Asks for the exit questionnaires if nobody has, then says whose are missing before anything ends."""
    step, asked_now = await endings.before_completion(desk, mentorship)
    return (screens.completion(desk, step, asked_now=asked_now),)


@router.callback_query(Press("pair.complete_now", mentorship=int))
async def complete_now(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screens.completed(desk, await endings.complete(desk, mentorship)),)


@router.callback_query(Press("pair.end_early", mentorship=int))
async def end_early(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await endings.begin_early_end(desk, mentorship),)
