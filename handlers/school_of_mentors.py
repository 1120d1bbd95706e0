"""The school of mentors in chat: steps of a mentor, sessions, materials."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import school_of_mentors_screens as screens
from handlers import training_sessions_screens as sessions
from handlers.pairs import read_page
from handlers.press import Press
from messaging.replies import Replies
from services import school_of_mentors, training_sessions, training_steps
from services.desk import Desk

router = Router(name="school_of_mentors")


@router.callback_query(Press("training.list"))
async def hall(query: CallbackQuery, desk: Desk) -> Replies:
    return (screens.hall(desk, await school_of_mentors.hall(desk)),)


@router.callback_query(Press("training.open", membership=int))
async def course(query: CallbackQuery, desk: Desk, membership: int) -> Replies:
    return (screens.course(desk, await training_steps.course(desk, membership)),)


@router.callback_query(Press("training.record", membership=int, step=str))
async def record(query: CallbackQuery, desk: Desk, membership: int, step: str) -> Replies:
    return (await training_steps.begin(desk, membership, step),)


# --- materials -------------------------------------------------------------------------------------------------------


@router.callback_query(Press("training.materials", page=read_page))
async def materials(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (screens.shelf(desk, await school_of_mentors.shelf(desk, page)),)


@router.callback_query(Press("training.material", material=int))
async def material(query: CallbackQuery, desk: Desk, material: int) -> Replies:
    return (screens.material(desk, await school_of_mentors.material(desk, material)),)


@router.callback_query(Press("training.file", material=int))
async def file(query: CallbackQuery, desk: Desk, material: int) -> Replies:
    seen, kept = await school_of_mentors.file(desk, material)
    return (screens.file(desk, seen, kept),)


@router.callback_query(Press("training.put_away", material=int))
async def put_away(query: CallbackQuery, desk: Desk, material: int) -> Replies:
    return (screens.material(desk, await school_of_mentors.archive(desk, material, archived=True)),)


@router.callback_query(Press("training.put_back", material=int))
async def put_back(query: CallbackQuery, desk: Desk, material: int) -> Replies:
    return (screens.material(desk, await school_of_mentors.archive(desk, material, archived=False)),)


@router.callback_query(Press("training.add"))
@router.callback_query(Press("training.add_where", page=read_page))
async def add(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if there are several organisations; then the form."""
    where = await training_sessions.organisations(desk)
    if len(where) == 1:
        return (await school_of_mentors.begin(desk, where[0].id),)
    return (screens.choose_place(desk, where, page, to="training.add_in", turns="training.add_where"),)


@router.callback_query(Press("training.add_in", organisation=int))
async def add_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await school_of_mentors.begin(desk, organisation),)


# --- sessions --------------------------------------------------------------------------------------------------------


@router.callback_query(Press("training.sessions", page=read_page))
async def listing(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (sessions.listing(desk, await training_sessions.listing(desk, page)),)


@router.callback_query(Press("training.new"))
@router.callback_query(Press("training.new_where", page=read_page))
async def new(query: CallbackQuery, desk: Desk, page: int = 0) -> Replies:
    """Where, if there are several organisations; then the form."""
    where = await training_sessions.organisations(desk)
    if len(where) == 1:
        return (await training_sessions.begin(desk, where[0].id),)
    return (screens.choose_place(desk, where, page, to="training.new_in", turns="training.new_where"),)


@router.callback_query(Press("training.new_in", organisation=int))
async def new_in(query: CallbackQuery, desk: Desk, organisation: int) -> Replies:
    return (await training_sessions.begin(desk, organisation),)


@router.callback_query(Press("training.session", session=int))
async def session(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    return (sessions.card(desk, await training_sessions.card(desk, session)),)


@router.callback_query(Press("training.people", session=int, page=read_page))
async def people(query: CallbackQuery, desk: Desk, session: int, page: int) -> Replies:
    return (sessions.people(desk, await training_sessions.people(desk, session, page)),)


@router.callback_query(Press("training.ask", session=int, membership=int, page=read_page))
async def ask(query: CallbackQuery, desk: Desk, session: int, membership: int, page: int) -> Replies:
    await training_sessions.toggle(desk, session, membership)
    return (sessions.people(desk, await training_sessions.people(desk, session, page)),)


@router.callback_query(Press("training.ask_lacking", session=int))
async def ask_lacking(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    await training_sessions.ask_lacking(desk, session)
    return (sessions.people(desk, await training_sessions.people(desk, session)),)


@router.callback_query(Press("training.invite", session=int))
async def invite(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    seen, missed = await training_sessions.invite(desk, session)
    return (sessions.card(desk, seen, missed=missed),)


@router.callback_query(Press("training.call_off", session=int))
async def call_off(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    return (sessions.sure_to_call_off(desk, await training_sessions.card(desk, session)),)


@router.callback_query(Press("training.call_off_now", session=int))
async def call_off_now(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    return (sessions.called_off(desk, await training_sessions.call_off(desk, session)),)


@router.callback_query(Press("training.came", session=int, page=read_page))
async def came(query: CallbackQuery, desk: Desk, session: int, page: int) -> Replies:
    return (sessions.attendance(desk, await training_sessions.attendance(desk, session, page)),)


@router.callback_query(Press("training.mark", session=int, membership=int, page=read_page))
async def mark(query: CallbackQuery, desk: Desk, session: int, membership: int, page: int) -> Replies:
    await training_sessions.mark(desk, session, membership)
    return (sessions.attendance(desk, await training_sessions.attendance(desk, session, page)),)


@router.callback_query(Press("training.hold", session=int))
async def hold(query: CallbackQuery, desk: Desk, session: int) -> Replies:
    return (sessions.card(desk, await training_sessions.hold(desk, session)),)
