"""What a job costs somebody at a phone: gestures counted, seconds estimated from what is tapped, typed and read.

The model is stated in docs/steps.md: everybody reads each new screen once, to its end, and types letter by letter.
"""

from __future__ import annotations

from simulator.chats import Message
from simulator.phones import Phone

SECONDS_A_GESTURE = 1.5
SECONDS_A_CHARACTER = 0.35
SECONDS_A_LINE = 1.5
LINE = 36
"""Characters of one line of a phone."""


class Stopwatch:
    """Measures one phone from now on; what stands last in its chat is read, too."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._gestures = phone.gestures
        self._revision = phone.telegram.world.revision
        self._typed, self._lines = 0, _lines(phone.screen.text)
        self._settle = phone.settle
        phone.settle = self._settled

    @property
    def steps(self) -> int:
        """Taps, typed texts and files."""
        return self._phone.gestures - self._gestures

    @property
    def seconds(self) -> int:
        """What the model makes of them, to five seconds."""
        spent = self.steps * SECONDS_A_GESTURE + self._typed * SECONDS_A_CHARACTER + self._lines * SECONDS_A_LINE
        return 5 * max(1, round(spent / 5))

    async def _settled(self) -> None:
        await self._settle()
        chat = self._phone.telegram.chat(self._phone.id)
        news = [m for m in self._phone.messages if chat.revisions.get(m["message_id"], 0) > self._revision]
        self._revision = self._phone.telegram.world.revision
        for message in news:
            text = _text(message)
            if message["from"]["is_bot"]:
                self._lines += _lines(text)
            elif not text.startswith("/start"):  # a link does this by itself
                self._typed += len(text)


def _text(message: Message) -> str:
    return message.get("text") or message.get("caption") or ""


def _lines(text: str) -> int:
    return sum(-(-len(line) // LINE) for line in text.splitlines())
