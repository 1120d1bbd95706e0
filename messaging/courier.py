"""One message, one visit to Telegram: what stands in the slot is edited if that can be, else it is sent anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile

from messaging.ports import Outgoing, Screen, StoredFile
from messaging.raw import DeleteMessage, EditMedia, EditText, SendDocument, SendPhoto, SendText, StripButtons

TIMEOUT = 15
"""Seconds a call may take; an upload may take longer."""
UPLOAD_TIMEOUT = 60
_NOT_MODIFIED = "message is not modified"
_UNKNOWN_TIME = 'start tag "tg-time"'
_TIME_TAG = re.compile(r"</?tg-time[^>]*>")


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it. `screen`: what stands in the slot now; `left`: the message it took over from, if that one still
    has to lose its buttons (`vanish`: to be deleted); `file_id` of what was uploaded."""

    screen: Screen
    left: Screen | None = None
    vanish: bool = False
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take it; `unreachable`: the person blocked the bot."""

    reason: str
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """A network error, a 5xx (`after` None), or a 429, which says how many seconds to wait."""

    after: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """It was to change what stands in its slot, and nothing that could be changed stands there."""


Outcome = Sent | Refused | Later | Dropped


@dataclass(frozen=True, slots=True)
class Errand:
    """A message to be delivered: what stands in its slot, and whether the person has written below that."""

    row: Outgoing
    screen: Screen | None
    below: bool
    file: StoredFile | None = None

    @property
    def form(self) -> str:
        return str(self.row.body["file"]["form"]) if "file" in self.row.body else "text"

    @property
    def lost_file(self) -> bool:
        """Whether the file it needs is neither kept here nor known to Telegram."""
        needed = "file" in self.row.body and "id" not in self.row.body["file"]
        return needed and (self.file is None or not (self.file.file_id or self.file.content))

    @property
    def editable(self) -> bool:
        below = self.below and not self.row.in_place
        return self.screen is not None and not self.row.fresh and not below and self.screen.form == self.form


async def deliver(bot: Bot, errand: Errand) -> Outcome:
    """Visit Telegram once, or twice where an edit turns out impossible. Never raises for Telegram or the net."""
    if errand.lost_file:
        return Refused("the file is not kept any more")
    try:
        if errand.editable and errand.screen is not None:
            edited = await _edit(bot, errand, errand.screen)
            if edited is not None:
                return edited
        return Dropped() if errand.row.in_place else await _send(bot, errand)
    except (TelegramAPIError, ClientDecodeError) as error:
        if isinstance(error, TelegramBadRequest) and _UNKNOWN_TIME in error.message:
            return await deliver(bot, _without_times(errand))
        return judge(error)


def _without_times(errand: Errand) -> Errand:
    """The words alone, for a Bot API server of one's own that is older than times in messages."""
    row = errand.row
    return replace(errand, row=replace(row, body=row.body | {"text": _TIME_TAG.sub("", row.body["text"])}))


def judge(error: Exception) -> Refused | Later:
    """What an error of a call means for its message."""
    if isinstance(error, TelegramRetryAfter):
        return Later(float(error.retry_after), "429")
    if isinstance(error, TelegramForbiddenError):
        return Refused(error.message, unreachable=True)
    refusals = (TelegramBadRequest, TelegramEntityTooLarge, TelegramMigrateToChat, TelegramNotFound)
    if isinstance(error, refusals):
        return Refused(error.message)
    return Later(None, type(error).__name__)


async def tidy(bot: Bot, chat: int, message_id: int, *, vanish: bool) -> Later | None:
    """Take the buttons (or all) of an old message away, as well as it can be done; gives a 429 to be respected."""
    method = DeleteMessage if vanish else StripButtons
    try:
        await bot(method(chat_id=chat, message_id=message_id), request_timeout=TIMEOUT)
    except TelegramRetryAfter as error:
        return Later(float(error.retry_after), "429")
    except (TelegramAPIError, ClientDecodeError):
        return None
    return None


async def _edit(bot: Bot, errand: Errand, screen: Screen) -> Sent | None:
    """None if what stands there can't be edited: deleted, too old, of another kind."""
    row = errand.row
    markup = row.body.get("markup")
    method: TelegramMethod[Any]
    file_id = None
    if errand.form == "text":
        method = EditText(chat_id=row.chat, message_id=screen.message_id, text=row.body["text"], reply_markup=markup)
    else:
        media = {"type": errand.form, "media": _source(errand), "caption": row.body["text"], "parse_mode": "HTML"}
        method = EditMedia(chat_id=row.chat, message_id=screen.message_id, media=media, reply_markup=markup)
    try:
        answer = await bot(method, request_timeout=_timeout(errand))
        file_id = _file_id(answer, errand.form)
    except TelegramBadRequest as error:
        if _UNKNOWN_TIME in error.message:
            raise
        if _NOT_MODIFIED not in error.message:
            return None
    return Sent(Screen(screen.message_id, errand.form, markup is not None), file_id=file_id)


async def _send(bot: Bot, errand: Errand) -> Sent:
    row, markup, text = errand.row, errand.row.body.get("markup"), errand.row.body["text"]
    method: TelegramMethod[dict[str, Any]]
    if errand.form == "text":
        method = SendText(chat_id=row.chat, text=text, reply_markup=markup)
    elif errand.form == "photo":
        method = SendPhoto(chat_id=row.chat, photo=_source(errand), caption=text or None, reply_markup=markup)
    else:
        method = SendDocument(chat_id=row.chat, document=_source(errand), caption=text or None, reply_markup=markup)
    answer = await bot(method, request_timeout=_timeout(errand))
    screen = Screen(int(answer["message_id"]), errand.form, markup is not None)
    old = None if row.fresh else errand.screen
    # A notice «being prepared» that became a file is not worth keeping, unless the person has written below it.
    vanish = old is not None and old.form != errand.form and not errand.below
    left = old if old is not None and (old.buttons or vanish) else None
    return Sent(screen, left, vanish, _file_id(answer, errand.form))


def _source(errand: Errand) -> InputFile | str:
    """Telegram's id if there is one, else the bytes."""
    file = errand.row.body["file"]
    if "id" in file:
        return str(file["id"])
    stored = errand.file or StoredFile(file["name"], b"", None)
    return stored.file_id or BufferedInputFile(stored.content or b"", filename=stored.name)


def _timeout(errand: Errand) -> int:
    uploading = errand.file is not None and errand.file.file_id is None
    return UPLOAD_TIMEOUT if uploading else TIMEOUT


def _file_id(answer: Any, form: str) -> str | None:
    """Telegram's id of what was sent, from its answer."""
    found = answer.get(form) if isinstance(answer, dict) else None
    if isinstance(found, list) and found:
        found = found[-1]
    return str(found["file_id"]) if isinstance(found, dict) and "file_id" in found else None
