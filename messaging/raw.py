"""Calls to Telegram that take and give plain JSON.

aiogram's own methods parse every answer: one update of an unknown shape fails its whole batch, and a message whose
answer has a new field would count as unsent. They also check every button again, after our rendering did.
"""

from __future__ import annotations

from typing import Any

from aiogram.methods.base import Response, TelegramMethod
from aiogram.types import InputFile


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates: the updates as they came."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class DropWebhook(TelegramMethod[Any]):
    """deleteWebhook: polling and a webhook exclude each other."""

    __returning__ = Any
    __api_method__ = "deleteWebhook"


class SendText(TelegramMethod[dict[str, Any]]):
    """sendMessage; `reply_markup` and `link_preview_options` are JSON texts."""

    __returning__ = dict[str, Any]
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str = "HTML"
    reply_markup: str | None = None
    link_preview_options: str = '{"is_disabled":true}'


class EditText(TelegramMethod[Any]):
    """editMessageText; without `reply_markup` the message loses its buttons."""

    __returning__ = Any
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    parse_mode: str = "HTML"
    reply_markup: str | None = None
    link_preview_options: str = '{"is_disabled":true}'


class SendPhoto(TelegramMethod[dict[str, Any]]):
    """sendPhoto; `photo` is an upload or a file_id."""

    __returning__ = dict[str, Any]
    __api_method__ = "sendPhoto"

    chat_id: int
    photo: InputFile | str
    caption: str | None = None
    parse_mode: str = "HTML"
    reply_markup: str | None = None


class SendDocument(TelegramMethod[dict[str, Any]]):
    """sendDocument; `document` is an upload or a file_id."""

    __returning__ = dict[str, Any]
    __api_method__ = "sendDocument"

    chat_id: int
    document: InputFile | str
    caption: str | None = None
    parse_mode: str = "HTML"
    reply_markup: str | None = None


class EditMedia(TelegramMethod[Any]):
    """editMessageMedia; `media` is the InputMedia object, its file an upload or a file_id."""

    __returning__ = Any
    __api_method__ = "editMessageMedia"

    chat_id: int
    message_id: int
    media: dict[str, Any]
    reply_markup: str | None = None


class StripButtons(TelegramMethod[Any]):
    """editMessageReplyMarkup without a keyboard."""

    __returning__ = Any
    __api_method__ = "editMessageReplyMarkup"

    chat_id: int
    message_id: int


class DeleteMessage(TelegramMethod[Any]):
    """deleteMessage."""

    __returning__ = Any
    __api_method__ = "deleteMessage"

    chat_id: int
    message_id: int


class AnswerPress(TelegramMethod[Any]):
    """answerCallbackQuery."""

    __returning__ = Any
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None


class SetMenu(TelegramMethod[Any]):
    """setMyCommands for one chat."""

    __returning__ = Any
    __api_method__ = "setMyCommands"

    commands: list[dict[str, str]]
    scope: dict[str, Any]


ENVELOPES = (Response[Any], Response[dict[str, Any]], Response[list[dict[str, Any]]])
"""What answers come in. pydantic drops a class with parameters that nobody holds, and aiogram asks for it at each call:
making it anew took 3 ms before every fifth answer to a person."""
