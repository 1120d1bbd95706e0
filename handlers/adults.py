"""The adults beside a mentorship in chat: who answers for it, who is consulted."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.press import Press
from mentoring.mentorships import Side
from messaging.replies import Button, Lines, Replies, Say, Show, Text, press
from services import adults
from services.adults import Adults, Beside, Mine
from services.desk import Desk
from services.keyboards import grid, pager
from services.pairs import facts, short_names

router = Router(name="adults")
MENU_SLOT = "menu"


@router.callback_query(Press("adults.open", mentorship=int))
async def open_adults(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (screen(desk, await adults.seen(desk, mentorship)),)


@router.callback_query(Press("pairs.beside"))
async def open_mine(query: CallbackQuery, desk: Desk) -> Replies:
    return (mine(desk, await adults.mine(desk)),)


@router.callback_query(Press("pairs.beside_page", page=int))
async def turn_mine(query: CallbackQuery, desk: Desk, page: int) -> Replies:
    return (mine(desk, await adults.mine(desk, page)),)


@router.callback_query(Press("adults.add", mentorship=int))
async def add(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (await adults.begin(desk, mentorship),)


@router.callback_query(Press("adults.removing", mentorship=int))
async def choose_removed(query: CallbackQuery, desk: Desk, mentorship: int) -> Replies:
    return (removing(desk, await adults.removable(desk, mentorship)),)


@router.callback_query(Press("adults.remove", adult=int))
async def remove(query: CallbackQuery, desk: Desk, adult: int) -> Replies:
    return (screen(desk, await adults.remove(desk, adult)),)


def mine(desk: Desk, seen: Mine) -> Show:
    """Whom the reader helps: a line and a numbered button each."""
    lines: list[Text] = [Say("adults-mine-head" if seen.lines else "adults-mine-none")]
    for number, (pair, duty) in enumerate(seen.lines, 1):
        who = {"mentors": short_names(pair.on(Side.MENTOR)), "mentees": short_names(pair.on(Side.MENTEE))}
        lines.append(Say("adults-mine-line", {**facts(desk, pair), **who, "number": number, "duty": duty.value}))
    numbers = [
        Button(str(number), press("pair.open", pair.mentorship.id)) for number, (pair, _) in enumerate(seen.lines, 1)
    ]
    turning = pager(seen.page, seen.pages, lambda page: press("pairs.beside_page", page))
    menu = (Button(Say("menu-button"), press("menu.open")),)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*grid(numbers, 4), *turning, menu))


def screen(desk: Desk, seen: Adults) -> Show:
    """A line each; the curator may add and take off."""
    number = seen.pair.mentorship.id
    edits = [Button(Say("adults-add"), press("adults.add", number))] if seen.may_add else []
    edits += [Button(Say("adults-remove"), press("adults.removing", number))] if seen.may_remove else []
    back = (Button(Say("pairs-back"), press("pair.open", number)), Button(Say("menu-button"), press("menu.open")))
    return Show(desk.actor.chat_id, MENU_SLOT, _list(desk, seen), (*grid(edits, 2), back))


def removing(desk: Desk, seen: Adults) -> Show:
    """The same lines, whose numbers are the buttons; who is chosen goes at once."""
    question = (Say("adults-remove-which"),) if seen.beside else ()
    numbers = [Button(str(place), press("adults.remove", one.adult.id)) for place, one in enumerate(seen.beside, 1)]
    back = press("adults.open", seen.pair.mentorship.id)
    below = (Button(Say("pairs-back"), back), Button(Say("menu-button"), press("menu.open")))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines((_list(desk, seen), *question)), (*grid(numbers, 4), below))


def _list(desk: Desk, seen: Adults) -> Lines:
    """Whose adults they are, and a line each."""
    known = tuple(line(one, number) for number, one in enumerate(seen.beside, 1))
    return Lines((Say("adults-head", facts(desk, seen.pair)), *(known or (Say("adults-none"),))))


def line(one: Beside, number: int) -> Text:
    """Number, duty and name; of a consultant the speciality too."""
    speciality = one.adult.speciality.value if one.adult.speciality is not None else "none"
    said = {"n": number, "duty": one.adult.duty.value, "speciality": speciality, "name": one.name}
    return Say("adults-line", said)
