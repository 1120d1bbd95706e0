"""What entering people without Telegram looks like, and a personal link."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.people import Organisation, Person
from messaging.replies import Button, Replies, Say, Show, Toast, press
from services import keyboards
from services.desk import Desk
from services.keyboards import MOST
from services.pair_notices import open_row, slot
from services.pairs import Pair, facts
from services.people import View
from services.personal_links import PersonalLink

FORWARD = "forward"
"""Slot of the message that is forwarded: it stays in the chat while screens change."""
_MENU = Button(Say("menu-button"), press("menu.open"))


def where(chat: int, organisations: Iterable[Organisation], page: int, *, to: str, turns: str) -> Show:
    """Of several organisations, whose base. `to`: the press that goes on; `turns`: that of the pages."""
    found = keyboards.organisations(organisations, to, turns, page, room=MOST - 1)
    return Show(chat, MENU, found.under(Say("enter-where")), (*found.rows, (_MENU,)))


def agreed_for(desk: Desk, pair: Pair, person: Person) -> Replies:
    """What was answered, and for whom."""
    text = Say("enter-agreed-for", {**facts(desk, pair), "name": person.name})
    return (
        Toast(Say("pairs-agreed-toast")),
        Show(desk.actor.chat_id, slot(pair), text, (open_row(pair), (_MENU,))),
    )


def personal_link(chat: int, link: PersonalLink) -> Replies:
    """What to do, and below it the message to be forwarded, without buttons of this chat."""
    values = {"name": link.person.name, "place": link.organisation.name, "link": link.url, "until": link.until}
    rows = (
        (Button(Say("invite-copy"), copy=link.url),),
        (Button(Say("applicant-card"), press("person.open", link.person.id, View().code)), _MENU),
    )
    told = Show(chat, MENU, Say("personal-made", values), rows)
    return (told, Show(chat, FORWARD, Say("personal-forward", values), fresh=True))
