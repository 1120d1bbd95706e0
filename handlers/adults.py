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
    lines: list[Text] = [Say("adults-head", facts(desk, seen.pair))]
    lines += [line(one, number) for number, one in enumerate(seen.beside, 1)]
    lines += [] if seen.beside else [Say("adults-none")]
    rows: list[tuple[Button, ...]] = []
    number = seen.pair.mentorship.id
    if seen.may_edit:
        rows += [
            (Button(Say("adults-remove", {"n": place}), press("adults.remove", one.adult.id)),)
            for place, one in enumerate(seen.beside, 1)
        ]
        rows.append((Button(Say("adults-add"), press("adults.add", number)),))
    back = Button(Say("pairs-back"), press("pair.open", number))
    return Show(
        desk.actor.chat_id,
        MENU_SLOT,
        Lines(tuple(lines)),
        (*_paired(rows), (back, Button(Say("menu-button"), press("menu.open")))),
    )


def line(one: Beside, number: int) -> Text:
    """Number, duty and name; of a consultant the speciality too."""
    speciality = one.adult.speciality.value if one.adult.speciality is not None else "none"
    said = {"n": number, "duty": one.adult.duty.value, "speciality": speciality, "name": one.name}
    return Say("adults-line", said)


def _paired(rows: list[tuple[Button, ...]]) -> tuple[tuple[Button, ...], ...]:
    """Two buttons a row: eight adults make no more than five rows."""
    flat = [button for row in rows for button in row]
    return tuple(tuple(flat[start : start + 2]) for start in range(0, len(flat), 2))
