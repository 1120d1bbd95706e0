"""Telegram in one process: the Bot API on one side, people's gestures on the other.

A call goes the way of a real one: the network's delay, ordered faults, limits, the method itself, the record.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator import editing, profile, receiving, saved, sending
from simulator.chats import Change, Chat, Person, World
from simulator.errors import ApiError, NoAnswer
from simulator.faults import Call, Fault, Faults
from simulator.files import Files, Upload
from simulator.gestures import Gestures
from simulator.limits import Limits
from simulator.parameters import Params
from simulator.updates import Updates
from simulator.webhook import Post, Webhook

DEFAULT_TOKEN = "4242424242:demo-token-of-a-local-telegram-only"


@dataclass(frozen=True, slots=True)
class Request:
    """One call on its way: what a method needs to do its work."""

    telegram: Telegram
    params: Params
    files: Mapping[str, Upload]

    @property
    def world(self) -> World:
        return self.telegram.world

    @property
    def updates(self) -> Updates:
        return self.telegram.updates

    @property
    def strict(self) -> bool:
        return self.telegram.strict


Method = Callable[[Request], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "deleteMessages": sending.delete_messages,
    "sendChatAction": sending.send_chat_action,
    "answerCallbackQuery": sending.answer_callback_query,
    "getFile": sending.get_file,
    "getChat": sending.get_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "logOut": profile.leave,
    "close": profile.leave,
}
_NAMES = {name.lower(): name for name in METHODS}


class Telegram:
    """A Telegram with one bot.

    `now` gives the aware time that messages carry. `strict` refuses parameters that the interface does not
    have (Telegram overlooks them); load trials switch it off. `limits` are off unless given. `post` replaces
    HTTP for the webhook's delivery.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime] | None = None,
        people: Iterable[Person] = (),
        token: str = DEFAULT_TOKEN,
        username: str = "mentoring_demo_bot",
        name: str = "Mentoring",
        strict: bool = True,
        limits: Limits | None = None,
        post: Post | None = None,
    ) -> None:
        bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.token = token
        self.strict = strict
        self.limits = limits
        self.post = post
        self.faults = Faults()
        self.updates = Updates()
        self.webhook: Webhook | None = None
        self.world = World(bot, now or _wall_clock)
        self.gestures = Gestures(self.world, self.updates)
        for person in people:
            self.add(person)

    @property
    def username(self) -> str:
        """The bot's name in links, without the @."""
        return str(self.world.bot["username"])

    @property
    def people(self) -> list[Person]:
        """Everybody, in the order they were added."""
        return [chat.person for chat in self.world.chats.values()]

    def add(self, person: Person) -> Chat:
        """Let a person exist; known ids get the new name and caption and keep their chat."""
        chat = self.world.chats.get(person.id)
        if chat is None:
            chat = self.world.chats[person.id] = Chat(person)
        chat.person = person
        return chat

    def chat(self, person_id: int) -> Chat:
        """The chat of a person; raises `PersonCannot` for an unknown id."""
        return self.gestures.chat(person_id)

    def deep_link(self, token: str) -> str:
        """The address that starts this bot with a token."""
        return f"https://t.me/{self.username}?start={token}"

    def watch(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Tell `watcher` of every change; returns what ends it."""
        self.world.watchers.append(watcher)
        return lambda: self.world.watchers.remove(watcher)

    async def call(
        self, method: str, params: dict[str, Any] | None = None, files: Mapping[str, Upload] | None = None
    ) -> Any:
        """Do one method of the Bot API; values of `params` are JSON values or a form's strings.

        Raises `ApiError` with Telegram's words, `ConnectionCut` or `NoAnswer` when such a fault is ordered.
        """
        name = _NAMES.get(method.lower())
        if name is None:
            raise ApiError(404, "Not Found")
        request = Request(self, Params(params or {}), files or {})
        chat = request.params.integer("chat_id")
        fault = self.faults.choose(name, chat) if self.faults.rules else None
        outcome = "cut"  # also when the caller goes away before the answer
        try:
            result = await self._do(name, request, chat, fault)
            outcome = "ok"
            return result
        except ApiError as error:
            outcome = str(error.code)
            raise
        except NoAnswer:
            outcome = "timeout"
            raise
        finally:
            if self.faults.recording:
                self.faults.record.append(Call(name, chat, time.monotonic(), outcome))

    async def _do(self, name: str, request: Request, chat: int | None, fault: Fault | None) -> Any:
        await self.faults.delay(name)
        if fault is not None and not fault.after:
            fault.strike()
        if self.limits is not None:
            self.limits.take(name, chat)
        if self.strict:
            request.params.check(name)
        result = await METHODS[name](request)
        if fault is not None:
            fault.strike()
        return result

    def reset(self) -> None:
        """Empty every chat, queue and setting; the people and the bot stay. Ids go on growing."""
        for person_id, chat in self.world.chats.items():
            self.world.chats[person_id] = Chat(chat.person)
        self.world.profile.commands.clear()
        self.world.profile.menu_buttons.clear()
        self.world.presses.clear()
        self.world.files = Files()
        self.updates.waiting.clear()
        self.faults.record.clear()
        self.world.tell(0, "reset")

    def save(self, path: Path) -> None:
        """Write everything to `path` (JSON) and a folder of files beside it, atomically."""
        saved.write(path, saved.snapshot(self.world, self.updates), self.world.files)

    @classmethod
    def load(cls, path: Path, **settings: Any) -> Telegram:
        """A Telegram as it was saved, or a new one if there is no file; `settings` as for `Telegram(...)`.

        People given in `settings` come first, and keep the chats they had.
        """
        telegram = cls(**settings)
        given = telegram.people
        if path.exists():
            saved.restore(path, telegram.world, telegram.updates)
        for person in given:
            telegram.add(person)
        return telegram

    async def close(self) -> None:
        """Stop the webhook's delivery."""
        if self.webhook is not None:
            await self.webhook.close()
            self.webhook = None


def _wall_clock() -> datetime:
    return datetime.now(UTC)
