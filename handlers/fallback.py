"""What nothing else has taken: answers to an open dialogue, and whatever nobody expected. Offered last."""

from __future__ import annotations

from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import home_screens, words
from handlers.home import screen
from handlers.press import Led
from messaging.replies import Replies, Say, Show, Toast
from services import dialogue_answers
from services.desk import Desk

router = Router(name="fallback")
UNREAD: dict[str, str] = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "sticker": "sticker",
    "animation": "sticker",
    "dice": "sticker",
    "photo": "picture",
    "video": "picture",
    "document": "file",
    "contact": "contact",
    "location": "place",
    "venue": "place",
    "poll": "poll",
}
"""By kind of content, the sort of which the wording speaks."""


@router.message(F.text)
async def text(message: Message, desk: Desk) -> Replies | Led:
    """While something is asked, a text is the answer if it can be one; a command that nobody has taken is none."""
    typed = message.text or ""
    meant = partial(words.instead, desk, typed)
    replies = await (
        dialogue_answers.other(desk) if typed.startswith("/") else dialogue_answers.text(desk, typed, meant)
    )
    if replies is not None:
        return replies
    return await words.led(message, desk) or await _pointer(desk)


@router.message(F.contact)
async def contact(message: Message, desk: Desk) -> Replies:
    """One's own number only: somebody else's contact is no answer."""
    given = message.contact
    own = given is not None and given.user_id == desk.actor.chat_id
    replies = await (
        dialogue_answers.contact(desk, given.phone_number) if given and own else dialogue_answers.other(desk)
    )
    return replies if replies is not None else await _unread(message, desk)


@router.message(F.photo)
async def photo(message: Message, desk: Desk) -> Replies:
    """The largest size Telegram has."""
    best = (message.photo or [])[-1]
    replies = await dialogue_answers.file(desk, best.file_id, "photo.jpg", best.file_size or 0, photo=True)
    return replies if replies is not None else await _unread(message, desk)


@router.message(F.document)
async def document(message: Message, desk: Desk) -> Replies:
    given = message.document
    if given is None:
        return await _pointer(desk)
    replies = await dialogue_answers.file(
        desk, given.file_id, given.file_name or "file", given.file_size or 0, photo=False
    )
    return replies if replies is not None else await _unread(message, desk)


@router.message()
async def other(message: Message, desk: Desk) -> Replies:
    """A sticker, a voice message, a place on the map."""
    replies = await dialogue_answers.other(desk)
    return replies if replies is not None else await _unread(message, desk)


@router.edited_message()
async def edited(message: Message, desk: Desk) -> Replies:
    """An answer is stored as it was sent; whoever is answering hears how to change it."""
    if await desk.work.responses.active(desk.actor.chat_id) is None:
        return ()
    return (Show(desk.actor.chat_id, "notice", Say("dialogue-edited"), fresh=True),)


@router.callback_query()
async def unknown(query: CallbackQuery, desk: Desk) -> Replies:
    """A button of another time, or a forged one."""
    return (Toast(Say("fallback-stale")), await screen(desk))


async def _unread(message: Message, desk: Desk) -> Replies:
    """Something that is no text, while nothing is asked: what it was, and what to do instead."""
    if desk.actor.person is None:
        return await _pointer(desk)
    text = Say("fallback-unread", {"sort": UNREAD.get(message.content_type, "other")})
    return (Show(desk.actor.chat_id, home_screens.MENU, text, (home_screens.OPEN,)),)


async def _pointer(desk: Desk) -> Replies:
    """Nothing is open that this could answer."""
    if desk.actor.person is None:
        return (await screen(desk),)
    return (Show(desk.actor.chat_id, home_screens.MENU, Say("fallback-pointer"), (home_screens.OPEN,)),)
