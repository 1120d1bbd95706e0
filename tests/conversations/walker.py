"""A person who finds their way by what buttons do, not by what they say: the same walk in any language.

Everything shown on the way is remembered, so that a test can look at all of it afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from simulator.keyboards import buttons_of
from simulator.phones import Phone

LIMIT = 120
"""More steps than the longest questionnaire has."""
NEVER = ("language.set", "link.revoke", "a:")
"""Buttons a looker-round leaves alone."""


class Walker:
    """One person with a phone. `word`: what they type where nothing better is known."""

    def __init__(self, phone: Phone, word: str) -> None:
        self.phone = phone
        self.word = word
        self._labels: dict[str, None] = {}

    @property
    def seen(self) -> list[str]:
        """Every text, caption, toast and label shown so far."""
        self._remember()
        return [*self.phone.telegram.chat(self.phone.id).shown, *self._labels]

    async def starts(self, link: str) -> None:
        """By a link or a bare token."""
        await self.phone.starts(link.rsplit("start=", 1)[-1])
        self._remember()

    async def says(self, text: str) -> None:
        await self.phone.says(text)
        self._remember()

    async def opens(self, start: str) -> None:
        """Presses the newest button whose data begins so."""
        await self._press(lambda data: data.startswith(start), start)

    async def fills(self, answers: Mapping[str, str], *, until: str | None = None) -> None:
        """Goes through the form or questionnaire on the screen to its end, or to the question `until`.

        `answers`: by question, a token that a button has or a text to type; else the first answer there is.
        """
        for _ in range(LIMIT):
            tokens = self._tokens()
            if not tokens:
                return
            question = tokens[0][0]
            if question == until:
                return
            await self._answer(question, [token for asked, token in tokens if asked == question], answers)
        raise AssertionError(f"no end in sight: {self.phone.screen}")

    async def looks_round(self, *commands: str) -> None:
        """Says each command and presses once what its screen offers."""
        for command in commands:
            await self.says(command)
            for data in [data for _, data in self._buttons(self.phone.screen.message_id)]:
                if not data.startswith(NEVER):
                    await self.says(command)
                    await self.opens(data)

    async def _answer(self, question: str, tokens: list[str], answers: Mapping[str, str]) -> None:
        wanted = answers.get(question)
        plain = [token for token in tokens if not token.startswith(".") and token]
        if wanted is not None and wanted not in tokens:
            await self.says(wanted)
        elif wanted is not None:
            await self._takes(question, wanted)
        elif ".agree" in tokens:
            await self._takes(question, ".agree")
        elif plain and plain[0][0] in "+-" and not any(token[0] == "-" for token in plain):
            await self._takes(question, plain[0])
        elif ".done" in tokens:
            await self._takes(question, ".done")
        elif plain:
            await self._takes(question, plain[0])
        elif ".q0" in tokens:
            await self._takes(question, ".q0")
        else:
            await self.says(self.word)

    async def _takes(self, question: str, token: str) -> None:
        ending = f":{question}:{token}"
        await self._press(lambda data: data.startswith("a:") and data.endswith(ending), ending)

    def _tokens(self) -> list[tuple[str, str]]:
        """(question, token) of the newest message that asks something; nothing if the newest asks nothing."""
        for message in reversed(self.phone.messages):
            if message["from"]["is_bot"]:
                pairs = [data.split(":", 3)[2:] for _, data in self._buttons(message["message_id"]) if data[:2] == "a:"]
                own = [(asked, token) for asked, token in pairs]
                asked = [question for question, token in own if token != ".show"]
                return [pair for pair in own if not asked or pair[0] == asked[0]]
        return []

    async def _press(self, fits: Callable[[str], bool], what: str) -> None:
        for message_id, data in self._buttons():
            if fits(data):
                await self.phone.presses_old(message_id, data)
                self._remember()
                return
        raise AssertionError(f"{self.phone.name} has no button {what}: {self.phone.screen}")

    def _buttons(self, only: int | None = None) -> Iterator[tuple[int, str]]:
        """(message, data), the newest message first."""
        for message in reversed(self.phone.messages):
            if only in (None, message["message_id"]):
                for button in buttons_of(message.get("reply_markup")):
                    if "callback_data" in button:
                        yield message["message_id"], button["callback_data"]

    def _remember(self) -> None:
        for message in self.phone.messages[-12:]:
            for button in buttons_of(message.get("reply_markup")):
                self._labels[button["text"]] = None


def link_in(walker: Walker) -> str:
    """The newest deep link on the phone."""
    found = re.findall(r"https://t\.me/\S+\?start=[\w-]+", "\n".join(walker.phone.telegram.chat(walker.phone.id).shown))
    return str(found[-1])
