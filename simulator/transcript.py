"""A chat as text, for the message of a failed test."""

from __future__ import annotations

from datetime import UTC, datetime

from simulator.chats import Chat, Message
from simulator.keyboards import Markup, as_read, buttons_of, rows_of

_MESSAGES_SHOWN = 12
_OTHER_KINDS = {"photo": "[photo]", "voice": "[voice]", "sticker": "[sticker]", "contact": "[contact]"}


def readable_text(message: Message) -> str:
    """All that a person reads in a message: text, caption, file's name and labels, a line each."""
    parts = [message.get("text", ""), message.get("caption", "")]
    if "document" in message:
        parts.append(message["document"]["file_name"])
    parts += [button["text"] for button in buttons_of(message.get("reply_markup"))]
    return as_read("\n".join(part for part in parts if part))


def transcript(chat: Chat, since: int) -> str:
    """The end of a chat; `+` marks what arrived or changed after revision `since`."""
    state = "" if chat.started else " (not started)"
    state += " (bot blocked)" if chat.blocked else ""
    lines = [f"--- {chat.person.first_name}, id {chat.person.id}{state}"]
    messages = list(chat.messages.values())
    if len(messages) > _MESSAGES_SHOWN:
        lines.append(f"    … {len(messages) - _MESSAGES_SHOWN} earlier messages")
    for message in messages[-_MESSAGES_SHOWN:]:
        is_new = chat.revisions.get(message["message_id"], 0) > since
        lines += _message_lines(message, "+" if is_new else " ")
    if chat.keyboard:
        lines += ["  keyboard:", *_board_lines(chat.keyboard)]
    if chat.toasts:
        toast = chat.toasts[-1]
        new = "+" if toast.revision > since else " "
        lines.append(f"{new} {'alert' if toast.alert else 'toast'}: {toast.text}")
    return "\n".join([*lines, "---"])


def _message_lines(message: Message, mark: str) -> list[str]:
    who = "bot" if message["from"]["is_bot"] else message["from"]["first_name"]
    at = datetime.fromtimestamp(message["date"], UTC).strftime("%d.%m %H:%M")
    edited = ", edited" if "edit_date" in message else ""
    lines = [f"{mark} #{message['message_id']} {who} ({at} UTC{edited}):"]
    if "document" in message:
        lines.append(f"      [document {message['document']['file_name']}]")
    lines += [f"      {name}" for kind, name in _OTHER_KINDS.items() if kind in message]
    text = message.get("text") or message.get("caption") or ""
    lines += [f"      {line}" for line in text.splitlines()]
    return lines + _board_lines(message.get("reply_markup"))


def _board_lines(markup: Markup | None) -> list[str]:
    return ["      " + " ".join(f"[{button['text']}]" for button in row) for row in rows_of(markup)]
