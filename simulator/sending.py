"""Methods that send, delete and fetch: sendMessage, sendPhoto, sendDocument, deleteMessage, getFile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.chats import Chat, Message
from simulator.entities import formatted, utf16_length
from simulator.errors import bad_request, forbidden
from simulator.keyboards import is_inline, read_markup
from simulator.parameters import Params

if TYPE_CHECKING:
    from simulator.telegram import Request

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_TOAST = 200
DELETABLE_SECONDS = 48 * 3600
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def find_chat(request: Request) -> Chat:
    """The chat a call names, if the bot may know it."""
    if "chat_id" not in request.params.raw or request.params.raw["chat_id"] == "":
        raise bad_request("chat_id is empty")
    number = request.params.integer("chat_id")
    chat = request.world.chats.get(number) if number is not None else None
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    return chat


def open_chat(request: Request) -> Chat:
    """The chat a call sends to; 403 when the person has blocked the bot."""
    chat = find_chat(request)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def read_text(params: Params) -> dict[str, Any]:
    """The checked text of a call as fields of a message."""
    source = params.text("text")
    if source is None:
        raise bad_request("message text is empty")
    text, entities = formatted(source, params.text("parse_mode"), params.json("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(params: Params) -> dict[str, Any]:
    """The checked caption of a call as fields of a message; empty without one."""
    source = params.text("caption")
    if source is None:
        return {}
    text, entities = formatted(source, params.text("parse_mode"), params.json("caption_entities"))
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


async def send_message(request: Request) -> Message:
    chat = open_chat(request)
    return _deliver(request, chat, read_text(request.params))


async def send_photo(request: Request) -> Message:
    return _send_file(request, "photo")


async def send_document(request: Request) -> Message:
    return _send_file(request, "document")


def _send_file(request: Request, kind: str) -> Message:
    chat = open_chat(request)
    caption = read_caption(request.params)
    markup = read_markup(request.params, strict=request.strict)
    stored = request.world.files.resolve(kind, request.params.raw.get(kind), request.files)
    return _deliver(request, chat, {kind: stored.as_media(), **caption}, markup)


def _deliver(request: Request, chat: Chat, content: dict[str, Any], markup: dict[str, Any] | None = None) -> Message:
    markup = markup or read_markup(request.params, strict=request.strict)
    answered = _answered(request, chat)
    if answered is not None:
        content["reply_to_message"] = answered
    if request.params.flag("protect_content"):
        content["has_protected_content"] = True
    if is_inline(markup):
        content["reply_markup"] = markup
    elif markup is not None:
        _change_keyboard(request, chat, markup)
    return request.world.add_message(chat, request.world.bot, content)


def _change_keyboard(request: Request, chat: Chat, markup: dict[str, Any]) -> None:
    if "keyboard" in markup:
        chat.keyboard = markup
    elif markup.get("remove_keyboard"):
        chat.keyboard = None
    else:
        return
    request.world.tell(chat.person.id, "chat")


def _answered(request: Request, chat: Chat) -> Message | None:
    parameters = request.params.json("reply_parameters")
    if not parameters:
        return None
    message = chat.messages.get(parameters.get("message_id"))
    if message is None:
        if parameters.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return {key: value for key, value in message.items() if key != "reply_to_message"}


async def delete_message(request: Request) -> bool:
    chat = find_chat(request)
    message_id = request.params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if request.world.timestamp() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    request.world.delete_message(chat, message_id)
    return True


async def delete_messages(request: Request) -> bool:
    chat = find_chat(request)
    ids = request.params.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        if message_id in chat.messages:
            request.world.delete_message(chat, message_id)
    return True


async def send_chat_action(request: Request) -> bool:
    chat = open_chat(request)
    action = request.params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    request.world.tell(chat.person.id, "typing", action)
    return True


async def answer_callback_query(request: Request) -> bool:
    query_id = request.params.text("callback_query_id") or ""
    person_id = request.world.presses.get(query_id)
    if person_id is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = request.params.text("text")
    if text is not None and utf16_length(text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if text is not None:
        alert = request.params.flag("show_alert")
        request.world.add_toast(request.world.chats[person_id], text, alert)
    return True


async def get_file(request: Request) -> dict[str, Any]:
    return request.world.files.describe(request.params.text("file_id"))


async def get_chat(request: Request) -> dict[str, Any]:
    chat = find_chat(request)
    return {**chat.person.as_chat(), "accent_color_id": 0, "max_reaction_count": 11}
