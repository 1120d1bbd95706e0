"""Individual development plans in chat: lists, the plan, its items, the agreement, results, versions, the paper."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import plans_lists_screens as lists
from handlers import plans_screens as screens
from handlers import plans_versions_screens as older
from handlers.press import Press
from messaging.replies import Replies, Show, Toast
from services import plans, plans_agreement, plans_editing, plans_making, plans_paper, plans_results, plans_views
from services.desk import Desk
from services.plans import Opened
from services.plans_making import Choice, Missing

router = Router(name="plans")


def read_part(written: str) -> str:
    """What of an item is edited; ValueError for anything else."""
    if written not in plans_editing.FORMS:
        raise ValueError(written)
    return written


def read_step(written: str) -> int:
    """Up or down; ValueError for anything else."""
    steps = {"up": -1, "down": 1}
    if written not in steps:
        raise ValueError(written)
    return steps[written]


async def _plan(desk: Desk, opened: Opened, *, fresh: bool = False) -> Show:
    return screens.card(desk, await plans_views.card(desk, opened), fresh=fresh)


async def _found(desk: Desk, found: Opened | Choice | Missing) -> Replies:
    if isinstance(found, Choice):
        return (lists.choice(desk, found),)
    if isinstance(found, Missing):
        return (lists.missing(desk, found),)
    return (await _plan(desk, found),)


# --- the way to a plan -----------------------------------------------------------------------------------------------


@router.message(Command("plan", ignore_mention=True))
async def my_plans(message: Message, desk: Desk) -> Replies:
    return (lists.listing(desk, await plans_views.listing(desk)),)


@router.callback_query(Press("plan.list"))
async def list_plans(query: CallbackQuery, desk: Desk) -> Replies:
    return (lists.listing(desk, await plans_views.listing(desk)),)


@router.callback_query(Press("plan.page", page=int))
async def turn_page(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (lists.listing(desk, await plans_views.listing(desk, page)),)


@router.callback_query(Press("plan.open", mentorship=int))
async def open_of_mentorship(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    """From the pair's card: the only mentee's plan, or the choice among them."""
    return await _found(desk, await plans_making.of_mentorship(desk, mentorship))


@router.callback_query(Press("plan.of", mentorship=int, person=int))
async def open_of_mentee(query: CallbackQuery, desk: Desk, mentorship: int, person: int) -> Replies:
    return await _found(desk, await plans_making.of_mentee(desk, mentorship, person))


@router.callback_query(Press("plan.show", plan=int))
async def open_plan(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    """From its own pages, in the menu's place."""
    return (await _plan(desk, await plans.find(desk, plan)),)


@router.callback_query(Press("plan.card", plan=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    """From a notice, below it."""
    return (await _plan(desk, await plans.find(desk, plan), fresh=True),)


@router.callback_query(Press("plan.more", plan=int))
async def open_more(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    return (screens.more(desk, await plans_views.card(desk, await plans.find(desk, plan))),)


@router.callback_query(Press("plan.section", plan=int, section=int, page=int))
async def open_section(query: CallbackQuery, desk: Desk, plan: int, section: int, page: int) -> Replies:
    return (screens.section(desk, await plans_views.section(desk, plan, section, page)),)


@router.callback_query(Press("plan.item", item=int))
async def open_item(query: CallbackQuery, desk: Desk, item: int) -> Replies:
    return (screens.item(desk, await plans_views.item(desk, item)),)


@router.callback_query(Press("plan.fields", plan=int))
async def open_fields(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    return (screens.fields(desk, await plans_views.card(desk, await plans.find(desk, plan))),)


# --- changing it -----------------------------------------------------------------------------------------------------


@router.callback_query(Press("plan.edit", item=int, part=read_part))
async def edit(query: CallbackQuery, desk: Desk, item: int, part: str) -> Replies:
    return (await plans_editing.begin_edit(desk, item, part),)


@router.callback_query(Press("plan.add", plan=int, section=int))
async def add(query: CallbackQuery, desk: Desk, plan: int, section: int) -> Replies:
    return (await plans_editing.begin_add(desk, plan, section),)


@router.callback_query(Press("plan.field", plan=int, field=str))
async def edit_field(query: CallbackQuery, desk: Desk, plan: int, field: str) -> Replies:
    return (await plans_editing.begin_field(desk, plan, field),)


@router.callback_query(Press("plan.move", item=int, step=read_step))
async def move(query: CallbackQuery, desk: Desk, item: int, step: int) -> Replies:
    await plans_editing.move(desk, item, step)
    return (screens.item(desk, await plans_views.item(desk, item)),)


@router.callback_query(Press("plan.remove", item=int))
async def remove(query: CallbackQuery, desk: Desk, item: int) -> Replies:
    await plans_editing.remove(desk, item)
    return (Toast(screens.REMOVED), screens.item(desk, await plans_views.item(desk, item)))


@router.callback_query(Press("plan.restore", item=int))
async def restore(query: CallbackQuery, desk: Desk, item: int) -> Replies:
    await plans_editing.restore(desk, item)
    return (screens.item(desk, await plans_views.item(desk, item)),)


@router.callback_query(Press("plan.removed", plan=int, page=int))
async def list_removed(query: CallbackQuery, desk: Desk, plan: int, page: int) -> Replies:
    return (older.removed(desk, await plans_views.removed(desk, plan), page),)


# --- the agreement ---------------------------------------------------------------------------------------------------


@router.callback_query(Press("plan.send", plan=int))
async def send(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    opened, reached = await plans_agreement.send(desk, plan)
    return (Toast(screens.sent(reached=reached)), await _plan(desk, opened))


@router.callback_query(Press("plan.agree", plan=int, version=int))
async def agree(query: CallbackQuery, desk: Desk, plan: int, version: int) -> Replies:
    return (Toast(screens.AGREED), await _plan(desk, await plans_agreement.agree(desk, plan, version)))


@router.callback_query(Press("plan.change", plan=int, version=int))
async def ask_change(query: CallbackQuery, desk: Desk, plan: int, version: int) -> Replies:
    return (await plans_agreement.begin_change(desk, plan, version),)


# --- results ---------------------------------------------------------------------------------------------------------


@router.callback_query(Press("plan.report", item=int))
async def report(query: CallbackQuery, desk: Desk, item: int) -> Replies:
    return (await plans_results.begin_report(desk, item),)


@router.callback_query(Press("plan.grade", item=int))
async def grade(query: CallbackQuery, desk: Desk, item: int) -> Replies:
    return (await plans_results.begin_grade(desk, item),)


@router.callback_query(Press("plan.assess", plan=int))
async def assess(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    return (await plans_results.begin_assessment(desk, plan),)


# --- versions and the paper ------------------------------------------------------------------------------------------


@router.callback_query(Press("plan.versions", plan=int))
async def list_versions(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    return (older.versions(desk, *await plans_views.versions(desk, plan)),)


@router.callback_query(Press("plan.version", plan=int, version=int, page=int))
async def open_version(query: CallbackQuery, desk: Desk, plan: int, version: int, page: int) -> Replies:
    return (older.version(desk, *await plans_views.version(desk, plan, version), page),)


@router.callback_query(Press("plan.paper", plan=int))
async def paper(query: CallbackQuery, desk: Desk, plan: int) -> Replies:
    return (await plans_paper.order(desk, plan),)
