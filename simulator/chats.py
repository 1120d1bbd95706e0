"""People and their private chats with the bot."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from simulator.files import Files
from simulator.keyboards import Markup

# A Message of the Bot API; never changed in place: an edit puts another in its stead.
Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account. `caption` is what the page shows under the name (the role).

    `hidden`: without a phone on the page.
    """

    id: int
    first_name: str
    language: str = "ru"
    caption: str = ""
    last_name: str | None = None
    username: str | None = None
    hidden: bool = False

    def as_user(self) -> dict[str, Any]:
        """The `User` of the Bot API."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language}

    def as_chat(self) -> dict[str, Any]:
        """The private `Chat` of the Bot API."""
        return {"id": self.id, "type": "private", **self._names()}

    def _names(self) -> dict[str, Any]:
        names = {"first_name": self.first_name}
        if self.last_name:
            names["last_name"] = self.last_name
        if self.username:
            names["username"] = self.username
        return names


@dataclass(frozen=True, slots=True)
class Toast:
    """The bot's answer to a press: a passing notice, or an alert that has to be closed."""

    text: str
    alert: bool
    revision: int


class Change(NamedTuple):
    """Something that a person's client would show.

    `kind` is message, edited, deleted, toast, typing, chat (started, blocked, keyboard, commands) or reset.
    """

    chat: int
    kind: str
    value: Any


@dataclass(slots=True)
class Chat:
    """A private chat. `revisions` says when each message last changed what a person reads in it."""

    person: Person
    started: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    revisions: dict[int, int] = field(default_factory=dict)
    keyboard: Markup | None = None
    toasts: list[Toast] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def last(self) -> Message | None:
        """The lowest message on the screen."""
        return next(reversed(self.messages.values()), None)


@dataclass(slots=True)
class Profile:
    """What the bot tells about itself: commands by scope and language, descriptions, menu button."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def commands_for(self, person: Person) -> list[dict[str, str]]:
        """The commands in a person's menu: the narrowest scope with their language, then without it."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language, ""):
                if (scope, language) in self.commands:
                    return self.commands[scope, language]
        return []


class World:
    """Everything that exists in this Telegram besides the queue of updates."""

    def __init__(self, bot: dict[str, Any], now: Callable[[], datetime]) -> None:
        self.bot = bot
        self.now = now
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.profile = Profile()
        self.presses: OrderedDict[str, int] = OrderedDict()
        self.watchers: list[Callable[[Change], None]] = []
        self.revision = 0
        self.last_message_id = 0
        self.last_press = 0

    def timestamp(self) -> int:
        """The time as messages carry it: whole seconds since 1970, UTC."""
        return int(self.now().timestamp())

    def tell(self, chat: int, kind: str, value: Any = None) -> None:
        """Let the watchers know of a change."""
        for watcher in self.watchers:
            watcher(Change(chat, kind, value))

    def add_message(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        """A new message at the end of a chat."""
        self.last_message_id += 1
        message = {
            "message_id": self.last_message_id,
            "from": sender,
            "chat": chat.person.as_chat(),
            "date": self.timestamp(),
            **content,
        }
        chat.messages[self.last_message_id] = message
        self._note(chat, message)
        self.tell(chat.person.id, "message", message)
        return message

    def replace_message(self, chat: Chat, message: Message, *, readable: bool = True) -> Message:
        """Put an edited message in its place; `readable` when a person sees something new in it."""
        message = {**message, "edit_date": self.timestamp()}
        chat.messages[message["message_id"]] = message
        if readable:
            self._note(chat, message)
        self.tell(chat.person.id, "edited", message)
        return message

    def delete_message(self, chat: Chat, message_id: int) -> None:
        """Take a message off the screen."""
        del chat.messages[message_id]
        chat.revisions.pop(message_id, None)
        self.tell(chat.person.id, "deleted", message_id)

    def _note(self, chat: Chat, message: Message) -> None:
        self.revision += 1
        chat.revisions[message["message_id"]] = self.revision
        if message["from"]["is_bot"]:
            chat.shown.append(message.get("text") or message.get("caption") or "")

    def add_toast(self, chat: Chat, text: str, alert: bool) -> None:
        """Show the answer to a press."""
        self.revision += 1
        chat.toasts.append(Toast(text, alert, self.revision))
        chat.shown.append(text)
        self.tell(chat.person.id, "toast", {"text": text, "alert": alert})
