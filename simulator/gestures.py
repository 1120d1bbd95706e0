"""What people do with their Telegram: each gesture changes the chat and queues the update the bot gets."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator.chats import Chat, Message, World
from simulator.entities import with_links
from simulator.errors import PersonCannot
from simulator.files import Upload
from simulator.updates import Updates

_KEPT_PRESSES = 10_000
MAX_TEXT = 4096


class Gestures:
    """The people's side of Telegram. Raises `PersonCannot` where a real client would not let them."""

    def __init__(self, world: World, updates: Updates) -> None:
        self.world = world
        self.updates = updates

    def chat(self, person_id: int) -> Chat:
        """The chat of a person who exists."""
        try:
            return self.world.chats[person_id]
        except KeyError:
            raise PersonCannot(f"nobody has the id {person_id}") from None

    def start(self, person_id: int, token: str | None = None) -> Message:
        """Open the bot and press «Start», by a deep link if there is a token; unblocks a blocked bot."""
        chat = self.chat(person_id)
        if chat.blocked:
            self.unblock(person_id)
        if not chat.started:
            chat.started = True
            self.world.tell(person_id, "chat")
        return self.say(person_id, f"/start {token}" if token else "/start")

    def say(self, person_id: int, text: str) -> Message:
        """Send a text; one longer than Telegram takes goes in parts, as from a client. Returns the last."""
        chat = self._open(person_id)
        text = text.strip()
        if not text:
            raise PersonCannot("there is nothing to send")
        message: Message = {}
        for begin in range(0, len(text), MAX_TEXT):
            part = text[begin : begin + MAX_TEXT]
            content: dict[str, Any] = {"text": part}
            if entities := with_links(part, []):
                content["entities"] = entities
            message = self._send(chat, content)
        if chat.keyboard is not None and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None
            self.world.tell(person_id, "chat")
        return message

    def edit(self, person_id: int, message_id: int, text: str) -> Message:
        """Change one of the person's own texts."""
        chat = self._open(person_id)
        old = chat.messages.get(message_id)
        if old is None or old["from"]["is_bot"] or "text" not in old:
            raise PersonCannot("only an own text can be edited")
        changed = {key: value for key, value in old.items() if key != "entities"}
        changed["text"] = text.strip()
        if entities := with_links(changed["text"], []):
            changed["entities"] = entities
        message = self.world.replace_message(chat, changed)
        self.updates.put("edited_message", message)
        return message

    def press(self, person_id: int, message_id: int, data: str) -> str:
        """Press a callback button, real or forged; returns the id of the query."""
        chat = self._open(person_id)
        message = chat.messages.get(message_id) or {
            "message_id": message_id,
            "chat": chat.person.as_chat(),
            "date": 0,
        }
        self.world.last_press += 1
        query_id = str(4_000_000_000 + self.world.last_press)
        self.world.presses[query_id] = person_id
        if len(self.world.presses) > _KEPT_PRESSES:
            self.world.presses.popitem(last=False)
        query = {
            "id": query_id,
            "from": chat.person.as_user(),
            "message": message,
            "chat_instance": str(person_id),
            "data": data,
        }
        self.updates.put("callback_query", query)
        return query_id

    def send_file(self, person_id: int, kind: str, upload: Upload, caption: str = "") -> Message:
        """Send a photo, document, voice or sticker."""
        chat = self._open(person_id)
        stored = self.world.files.keep(kind, upload)
        content: dict[str, Any] = {kind: stored.as_media()}
        if caption.strip():
            content["caption"] = caption.strip()
        return self._send(chat, content)

    def send_contact(self, person_id: int, phone_number: str, owner: int | None = None) -> Message:
        """Share a contact: the person's own unless `owner` is another's id."""
        chat = self._open(person_id)
        contact = {
            "phone_number": phone_number,
            "first_name": chat.person.first_name,
            "user_id": owner or person_id,
        }
        return self._send(chat, {"contact": contact})

    def send_content(self, person_id: int, content: dict[str, Any]) -> Message:
        """Send a message with fields that have no gesture of their own here."""
        return self._send(self._open(person_id), content)

    def block(self, person_id: int) -> None:
        """Stop the bot."""
        self._set_blocked(self.chat(person_id), True)

    def unblock(self, person_id: int) -> None:
        """Let the bot write again."""
        self._set_blocked(self.chat(person_id), False)

    def link_token(self, url: str) -> str | None:
        """The start token of a deep link to this bot («» if it has none), or None for any other address."""
        parts = urlsplit(url if "://" in url else f"https://{url}")
        same = parts.path.strip("/").lower() == self.world.bot["username"].lower()
        if parts.hostname not in ("t.me", "telegram.me") or not same:
            return None
        return parse_qs(parts.query).get("start", [""])[0]

    def _open(self, person_id: int) -> Chat:
        chat = self.chat(person_id)
        if chat.blocked:
            raise PersonCannot(f"{chat.person.first_name} has blocked the bot")
        if not chat.started:
            raise PersonCannot(f"{chat.person.first_name} has not started the bot")
        return chat

    def _send(self, chat: Chat, content: dict[str, Any]) -> Message:
        message = self.world.add_message(chat, chat.person.as_user(), content)
        self.updates.put("message", message)
        return message

    def _set_blocked(self, chat: Chat, blocked: bool) -> None:
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        statuses = ("member", "kicked") if blocked else ("kicked", "member")
        old, new = (self._membership(status) for status in statuses)
        self.updates.put(
            "my_chat_member",
            {
                "chat": chat.person.as_chat(),
                "from": chat.person.as_user(),
                "date": self.world.timestamp(),
                "old_chat_member": old,
                "new_chat_member": new,
            },
        )
        self.world.tell(chat.person.id, "chat")

    def _membership(self, status: str) -> dict[str, Any]:
        membership: dict[str, Any] = {"user": self.world.bot, "status": status}
        if status == "kicked":
            membership["until_date"] = 0
        return membership
