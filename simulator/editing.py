"""Methods that change a message in place: its text, caption, media or keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.chats import Chat, Message
from simulator.errors import ApiError, bad_request
from simulator.keyboards import Markup, read_markup
from simulator.parameters import Params
from simulator.sending import open_chat, read_caption, read_text

if TYPE_CHECKING:
    from simulator.telegram import Request

_MEDIA = ("photo", "document", "voice", "sticker")
_READABLE = ("text", "entities", "caption", "caption_entities", *_MEDIA)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def edit_message_text(request: Request) -> Message:
    chat, message = _own_message(request)
    try:
        fields = read_text(request.params)
    except ApiError as error:
        if error.description.endswith("message is too long"):
            raise bad_request("MESSAGE_TOO_LONG") from None
        raise
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _replace(request, chat, message, ("text", "entities"), fields)


async def edit_message_caption(request: Request) -> Message:
    chat, message = _own_message(request)
    fields = read_caption(request.params)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return _replace(request, chat, message, ("caption", "caption_entities"), fields)


async def edit_message_reply_markup(request: Request) -> Message:
    chat, message = _own_message(request)
    return _replace(request, chat, message, (), {})


async def edit_message_media(request: Request) -> Message:
    chat, message = _own_message(request)
    media = request.params.json("media")
    if not isinstance(media, dict):
        raise bad_request("media is not specified" if media is None else "can't parse InputMedia")
    kind = media.get("type")
    if kind not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: type of media is unsupported")
    stored = request.world.files.resolve(kind, media.get("media"), request.files)
    fields = {kind: stored.as_media(), **read_caption(Params(media))}
    return _replace(request, chat, message, _READABLE, fields)


def _own_message(request: Request) -> tuple[Chat, Message]:
    if request.params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = open_chat(request)
    message_id = request.params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message["from"]["is_bot"]:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(request: Request, chat: Chat, old: Message, replaced: tuple[str, ...], fields: dict[str, Any]) -> Message:
    """Store the edit; without `reply_markup` in the call the message loses its keyboard, as at Telegram."""
    markup: Markup | None = read_markup(request.params, strict=request.strict, inline_only=True)
    gone = {*replaced, "reply_markup"}
    new = {key: value for key, value in old.items() if key not in gone} | fields
    if markup is not None:
        new["reply_markup"] = markup
    reads_new = any(old.get(name) != new.get(name) for name in _READABLE)
    if not reads_new and old.get("reply_markup") == markup:
        raise bad_request(_SAME)
    return request.world.replace_message(chat, new, readable=reads_new or markup is not None)
