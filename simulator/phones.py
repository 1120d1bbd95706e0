"""A person's Telegram client for tests that read as speech: `says`, `taps`, `sees`.

An action does the gesture, then awaits `settle`, which a test sets to «run the bot until it is idle».
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.chats import Chat, Message, Person, Toast
from simulator.errors import PersonCannot
from simulator.files import Upload
from simulator.keyboards import Button, as_read, buttons_of, find_button, rows_of
from simulator.pictures import small_picture
from simulator.telegram import Telegram
from simulator.transcript import readable_text, transcript

Settle = Callable[[], Awaitable[None]]
_OPTION = re.compile(r"^(\d+)\. (?:✓ )?(.+)$", re.MULTILINE)
"""A line of the text that says what the button with its number means."""
_NEXT = "›"


async def _at_once() -> None:
    """Nothing to wait for."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees of one message: its text (or caption) and its buttons' labels by row."""

    message_id: int
    text: str
    buttons: list[list[str]]

    @property
    def labels(self) -> list[str]:
        """All labels in reading order."""
        return [label for row in self.buttons for label in row]


class Phone:
    """The Telegram client of one person. What cannot be done or is not seen raises `AssertionError`."""

    def __init__(self, telegram: Telegram, person: Person | int, settle: Settle = _at_once) -> None:
        if isinstance(person, Person):
            telegram.add(person)
        self.id = person.id if isinstance(person, Person) else person
        self.telegram = telegram
        self.settle = settle
        self.copied: str | None = None
        self.opened: str | None = None
        self.gestures = 0
        """How many taps, texts and files there were so far."""
        self._since = telegram.world.revision

    # What the person does

    async def starts(self, token: str | None = None) -> None:
        """Opens the bot and presses «Start», by a deep link if there is a token."""
        await self._act(lambda: self.telegram.gestures.start(self.id, token))

    async def says(self, text: str) -> None:
        """Sends a text; a link to the bot is sent as text like any other."""
        await self._act(lambda: self.telegram.gestures.say(self.id, text))

    async def edits(self, message_id: int, text: str) -> None:
        """Changes an own text sent before."""
        await self._act(lambda: self.telegram.gestures.edit(self.id, message_id, text))

    async def taps(self, label: str, *, message: int | None = None) -> None:
        """Taps the button with this label: exact before beginning before part, newest message first.

        Where no button has it, a numbered line may («3. Label»): then the button with that number. A list in pages is
        leafed through from here on.
        `message` names the message by id. Links to the bot start it, other links go to `opened`, copied texts
        to `copied`, buttons of a reply keyboard say their label (or share the contact).
        """
        found = self._find(label, message)
        while found is None and await self._leafs():
            found = self._find(label, message)
        if found is None:
            raise AssertionError(f"{self.name} finds no button «{label}».\n{self._picture()}")
        message_id, button = found
        await self._act(lambda: self._use(message_id, button))

    async def opens(self, url: str) -> None:
        """Opens a deep link to the bot."""
        token = self.telegram.gestures.link_token(url)
        if token is None:
            raise AssertionError(f"{url} does not lead to @{self.telegram.username}")
        await self.starts(token or None)

    async def presses_old(self, message_id: int, data: str) -> None:
        """Presses a button that may be stale, deleted or forged."""
        await self._act(lambda: self.telegram.gestures.press(self.id, message_id, data))

    async def sends_photo(self, content: bytes | None = None, caption: str = "") -> None:
        """Sends a picture; a small one if none is given."""
        await self._send("photo", Upload("photo.png", content or small_picture()), caption)

    async def sends_document(self, name: str, content: bytes, caption: str = "") -> None:
        """Sends a file."""
        await self._send("document", Upload(name, content), caption)

    async def sends_sticker(self) -> None:
        """Sends a sticker."""
        await self._send("sticker", Upload("sticker.webp", b"RIFF\0\0\0\0WEBP"), "")

    async def sends_voice(self) -> None:
        """Sends a voice message."""
        await self._send("voice", Upload("voice.ogg", b"OggS"), "")

    async def sends_contact(self, phone_number: str = "+70000000000", *, owner: int | None = None) -> None:
        """Shares the own contact, or somebody else's (`owner`)."""
        await self._act(lambda: self.telegram.gestures.send_contact(self.id, phone_number, owner))

    async def sends(self, content: dict[str, Any]) -> None:
        """Sends anything else that Telegram has: a place on the map, a poll. `content`: its field of the message."""
        await self._act(lambda: self.telegram.gestures.send_content(self.id, content))

    async def blocks(self) -> None:
        """Blocks the bot."""
        await self._act(lambda: self.telegram.gestures.block(self.id))

    async def unblocks(self) -> None:
        """Unblocks the bot."""
        await self._act(lambda: self.telegram.gestures.unblock(self.id))

    # What the person sees

    async def sees(self, *parts: str) -> None:
        """Each part stands in the messages (texts, labels, file names) that arrived or changed since the
        person's last action; without parts: something did."""
        await self.settle()
        missing = self._missing(parts)
        if missing or not self._news():
            wanted = ", ".join(f"«{part}»" for part in missing) or "anything new"
            raise AssertionError(f"{self.name} does not see {wanted}.\n{self._picture()}")

    async def waits_for(self, *parts: str, seconds: float = 10) -> None:
        """Sees the parts, giving a bot in another process so many seconds for them."""
        changed = asyncio.Event()
        unwatch = self.telegram.watch(lambda _: changed.set())
        try:
            async with asyncio.timeout(seconds):
                while self._missing(parts) or not self._news():
                    changed.clear()
                    await changed.wait()
        except TimeoutError:
            pass  # `sees` says what is missing
        finally:
            unwatch()
        await self.sees(*parts)

    async def sees_no(self, *parts: str) -> None:
        """None of the parts stands in what arrived or changed since the person's last action; without parts:
        nothing did."""
        await self.settle()
        news = self._news()
        seen = [part for part in parts if any(part in text for text in news)]
        if seen or (not parts and news):
            raise AssertionError(f"{self.name} sees {seen or 'something new'}.\n{self._picture()}")

    async def never_sees(self, part: str) -> None:
        """The bot never showed the part to this person: in no message, edited, deleted or still there, in no
        button and no toast."""
        await self.settle()
        labels = (b["text"] for m in self.messages for b in buttons_of(m.get("reply_markup")))
        if any(part in text for text in (*self._chat.shown, *labels)):
            raise AssertionError(f"{self.name} was shown «{part}».\n{self._picture()}")

    async def toasted(self, part: str) -> None:
        """The answer to the person's last press has the part."""
        await self.settle()
        toast = self.last_toast
        if toast is None or toast.revision <= self._since or part not in toast.text:
            raise AssertionError(f"{self.name} sees no toast «{part}».\n{self._picture()}")

    @property
    def name(self) -> str:
        """The person's first name."""
        return self._chat.person.first_name

    @property
    def messages(self) -> list[Message]:
        """All messages of the chat, oldest first, as Bot API objects."""
        return list(self._chat.messages.values())

    @property
    def screen(self) -> Screen:
        """The last message."""
        return _screen(self._chat.last())

    @property
    def screens(self) -> list[Screen]:
        """All messages of the bot, oldest first."""
        return [_screen(message) for message in self.messages if message["from"]["is_bot"]]

    @property
    def keyboard(self) -> list[list[str]]:
        """Labels of the reply keyboard below the chat."""
        return [[button["text"] for button in row] for row in rows_of(self._chat.keyboard)]

    @property
    def last_toast(self) -> Toast | None:
        """The latest answer to a press that had words."""
        return self._chat.toasts[-1] if self._chat.toasts else None

    @property
    def documents(self) -> list[tuple[str, bytes]]:
        """Names and bytes of the documents the bot sent."""
        files = self.telegram.world.files.by_id
        found = (m["document"] for m in self.messages if m["from"]["is_bot"] and "document" in m)
        return [(document["file_name"], files[document["file_id"]].content) for document in found]

    @property
    def photos(self) -> list[bytes]:
        """Bytes of the pictures the bot sent."""
        files = self.telegram.world.files.by_id
        found = (m["photo"][-1] for m in self.messages if m["from"]["is_bot"] and "photo" in m)
        return [files[photo["file_id"]].content for photo in found]

    @property
    def commands(self) -> list[str]:
        """The commands in the person's menu."""
        return [entry["command"] for entry in self.telegram.world.profile.commands_for(self._chat.person)]

    # How it works

    @property
    def _chat(self) -> Chat:
        return self.telegram.chat(self.id)

    def _picture(self) -> str:
        return transcript(self._chat, self._since)

    def _news(self) -> list[str]:
        chat = self._chat
        return [
            readable_text(message)
            for message_id, message in chat.messages.items()
            if message["from"]["is_bot"] and chat.revisions.get(message_id, 0) > self._since
        ]

    def _missing(self, parts: tuple[str, ...]) -> list[str]:
        news = self._news()
        return [part for part in parts if not any(part in text for text in news)]

    async def _act(self, gesture: Callable[[], object]) -> None:
        self._since = self.telegram.world.revision
        self.gestures += 1
        try:
            gesture()
        except PersonCannot as error:
            raise AssertionError(f"{error}\n{self._picture()}") from None
        await self.settle()

    async def _send(self, kind: str, upload: Upload, caption: str) -> None:
        await self._act(lambda: self.telegram.gestures.send_file(self.id, kind, upload, caption))

    def _find(self, label: str, message_id: int | None) -> tuple[int, Button] | None:
        """The button meant, with its message (0 for the reply keyboard)."""
        chat = self._chat
        if message_id is not None:
            messages = [chat.messages[message_id]] if message_id in chat.messages else []
        else:
            messages = list(reversed(chat.messages.values()))
        boards = [(m["message_id"], list(buttons_of(m.get("reply_markup")))) for m in messages]
        if message_id is None:
            boards.append((0, list(buttons_of(chat.keyboard))))
        everything = [button for _, board in boards for button in board]
        wanted = find_button(everything, label)
        for board_id, board in boards:
            if any(button is wanted for button in board) and wanted is not None:
                return board_id, wanted
        return _numbered(messages, label)

    async def _leafs(self) -> bool:
        """Turns the list that stands last in the chat to its next page; False if there is none."""
        last = next((m for m in reversed(self._chat.messages.values()) if m.get("reply_markup")), None)
        ahead = None if last is None else find_button(list(buttons_of(last["reply_markup"])), _NEXT)
        if last is None or ahead is None or ahead["text"] != _NEXT:
            return False
        message_id, button = last["message_id"], ahead
        await self._act(lambda: self._use(message_id, button))
        return True

    def _use(self, message_id: int, button: dict[str, Any]) -> None:
        gestures = self.telegram.gestures
        if message_id == 0:
            if button.get("request_contact"):
                gestures.send_contact(self.id, "+70000000000")
            else:
                gestures.say(self.id, button["text"])
        elif "callback_data" in button:
            gestures.press(self.id, message_id, button["callback_data"])
        elif "copy_text" in button:
            self.copied = button["copy_text"]["text"]
        elif "url" in button:
            self.opened = button["url"]
            token = gestures.link_token(button["url"])
            if token is not None:
                gestures.start(self.id, token or None)
        elif "disabled" not in button:
            raise PersonCannot(f"nothing is known of the button «{button['text']}»")


def _numbered(messages: list[Message], label: str) -> tuple[int, Button] | None:
    """The button whose number stands before the label in the text of its message."""
    for message in messages:
        text = message.get("text") or message.get("caption") or ""
        for number, option in _OPTION.findall(text):
            if option.startswith(label):
                for button in buttons_of(message.get("reply_markup")):
                    if button["text"].removeprefix("✓ ") == number:
                        return message["message_id"], button
    return None


def _screen(message: Message | None) -> Screen:
    if message is None:
        return Screen(0, "", [])
    rows = [[as_read(button["text"]) for button in row] for row in rows_of(message.get("reply_markup"))]
    return Screen(message["message_id"], as_read(message.get("text") or message.get("caption") or ""), rows)
