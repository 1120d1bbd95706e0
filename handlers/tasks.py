"""Tasks in chat: lists, one of them, setting, doing and checking it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import tasks_screens as screens
from handlers.press import Press
from messaging.replies import Replies, Say, Toast
from services import tasks, tasks_views
from services.desk import Desk

router = Router(name="tasks")


@router.callback_query(Press("tasks.open", mentorship=int))
async def open_board(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screens.board(desk, await tasks_views.board(desk, mentorship)),)


@router.callback_query(Press("tasks.page", mentorship=int, page=int))
async def turn_board(query: CallbackQuery, desk: Desk, mentorship: int, page: int) -> Replies:
    return (screens.board(desk, await tasks_views.board(desk, mentorship, page)),)


@router.callback_query(Press("tasks.mine"))
async def open_mine(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.board(desk, await tasks_views.mine(desk)),)


@router.callback_query(Press("tasks.mine_page", page=int))
async def turn_mine(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.board(desk, await tasks_views.mine(desk, page)),)


@router.callback_query(Press("task.new", mentorship=int))
async def set_task(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await tasks.begin_new(desk, mentorship),)


@router.callback_query(Press("task.open", task=int))
async def open_task(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    """From a list, in the menu's place."""
    return (screens.card(desk, await tasks_views.card(desk, task)),)


@router.callback_query(Press("task.card", task=int))
async def open_from_notice(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    """From a notice, below it."""
    return (screens.card(desk, await tasks_views.card(desk, task), fresh=True),)


@router.callback_query(Press("task.file", task=int))
async def show_file(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    return (screens.attachment(desk, task, await tasks_views.attachment(desk, task)),)


@router.callback_query(Press("task.done", task=int))
async def report(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    return (await tasks.begin_report(desk, task),)


@router.callback_query(Press("task.accept", task=int))
async def accept(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    return (Toast(Say("tasks-accepted")), screens.card(desk, await tasks.accept(desk, task)))


@router.callback_query(Press("task.return", task=int))
async def give_back(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    return (await tasks.begin_return(desk, task),)


@router.callback_query(Press("task.drop", task=int))
async def drop(query: CallbackQuery, desk: Desk, task: int) -> Replies:
    return (Toast(Say("tasks-dropped")), screens.card(desk, await tasks.drop(desk, task)))
