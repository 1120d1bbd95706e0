"""Plain words instead of a button or an answer: the screen they mean, a choice of two or three, a friendly line."""

from __future__ import annotations

from dataclasses import replace

from aiogram.types import Message

from handlers import home_screens
from handlers.press import Led
from locales.words import Words
from messaging.replies import Button, Replies, Say, Show, press
from services import words
from services.desk import Desk
from services.home import Home
from services.words import Place

LABELS = {
    "menu.open": "menu-button",
    "help.open": "home-help-open",
    "privacy.open": "home-privacy",
    "language.open": "home-language",
}
"""Of places that strangers see too."""
WORRY = "words-worry"
"""What is said to somebody in trouble, whatever else they are being asked."""


async def led(message: Message, desk: Desk) -> Replies | Led | None:
    """None where a text says nothing that is known; finding that out asks nothing of the database."""
    asked = Words.load().find(message.text or "")
    if asked is None:
        return None
    found = await words.places(desk, asked.offer, only_first=asked.only_first)
    if asked.say is None and len(found.places) == 1:
        return Led(message, found.places[0].press)
    if asked.say is None and not found.places and found.seen is None:
        return Led(message, press("menu.open"))
    text = Say(asked.say or ("words-which" if found.places else "words-not-yours"))
    rows = (*((_button(found.seen, place),) for place in found.places), home_screens.OPEN)
    return (Show(desk.actor.chat_id, home_screens.MENU, text, rows),)


async def instead(desk: Desk, typed: str, response_id: int) -> Replies | None:
    """What a text means that is no answer to the question asked: where it leads, and the way back to the question.

    None where it means nothing that is known, or what the question says itself: how to cancel, say.
    """
    asked = Words.load().find(typed)
    if asked is None or asked.say not in (None, WORRY):
        return None
    found = await words.places(desk, asked.offer, only_first=asked.only_first)
    if asked.say is None and not found.places:
        return None
    back = (Button(Say("words-back"), press("response.open", response_id)),)
    rows = (*((_button(found.seen, place),) for place in found.places), back)
    return (Show(desk.actor.chat_id, home_screens.MENU, Say(asked.say or "words-instead"), rows),)


def _button(seen: Home | None, place: Place) -> Button:
    if seen is None or place.name in LABELS:
        return Button(Say(LABELS[place.name]), place.press)
    if place.name.startswith(words.ROOM):
        return Button(Say(f"municipality-door-{place.name.removeprefix(words.ROOM)}"), place.press)
    return replace(home_screens.door(seen, place.name), press=place.press)
