"""The council of mentors in chat: what is proposed, and what a member thinks of it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import matching_words as words
from handlers.home_screens import pager
from handlers.pairs import read_page
from handlers.press import Press
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, press
from services import council
from services.council import CouncilCard, CouncilPage
from services.desk import Desk
from services.speed_meetings import label

router = Router(name="council")
_MENU = Button(Say("menu-button"), press("menu.open"))
_COMMENTS = 4


@router.callback_query(Press("council.open", number=int, page=read_page))
async def look(query: CallbackQuery, desk: Desk, number: int, page: int) -> Replies:
    return (_page(desk, await council.look(desk, number, page)),)


@router.callback_query(Press("council.pair", number=int, mentee=int))
async def card(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (_card(desk, await council.card(desk, number, mentee)),)


@router.callback_query(Press("council.say", number=int, mentee=int))
async def say(query: CallbackQuery, desk: Desk, number: int, mentee: int) -> Replies:
    return (await council.begin(desk, number, mentee),)


# --- screens ---------------------------------------------------------------------------------------------------------


def _slot(number: int) -> str:
    return f"council:{number}"


def _page(desk: Desk, seen: CouncilPage) -> Show:
    """A page of what is proposed: short names and classes."""
    number = seen.seen.matching.id
    lines: list[Text] = [Say("council-head", {"organisation": seen.seen.organisation.name})]
    for place, one in enumerate(seen.lines, 1):
        mentee, mentor = seen.people.get(one.mentee_id), seen.people.get(one.mentor_id or 0)
        names = {"mentee": label(mentee) if mentee else "…", "mentor": label(mentor) if mentor else "…"}
        lines.append(Say("council-line", {"number": place, **names}))
    if not seen.lines:
        lines.append(Say("match-pairs-none"))
    numbers = [
        Button(str(place), press("council.pair", number, one.mentee_id)) for place, one in enumerate(seen.lines, 1)
    ]
    pages = pager(f"council.open:{number}", seen.page, seen.pages)
    rows = (tuple(numbers[:3]), tuple(numbers[3:]), *pages, (_MENU,))
    return Show(desk.actor.chat_id, _slot(number), Lines(tuple(lines)), rows)


def _card(desk: Desk, seen: CouncilCard) -> Show:
    """One proposal: names, class, what was asked for; and what members have said."""
    number = seen.seen.matching.id
    mentor = label(seen.mentor) if seen.mentor else "none"
    lines: list[Text] = [
        Say("council-card", {"mentee": label(seen.mentee), "mentor": mentor}),
        words.asked(desk, seen.asks),
    ]
    for one in seen.comments[:_COMMENTS]:
        author = seen.people.get(one.author_id)
        lines.append(Say("match-comment", {"who": author.name if author else "…", "comment": one.comment}))
    rows = (
        (Button(Say("council-say"), press("council.say", number, seen.mentee.id), style=Style.GOOD),),
        (Button(Say("council-back"), press("council.open", number, 0)),),
    )
    return Show(desk.actor.chat_id, _slot(number), Lines(tuple(lines)), rows)
