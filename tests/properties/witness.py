"""Sees every message on every phone: whether it reads well there, and whether its owner may be told anything."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from locales.wording import LANGUAGES, Wording
from simulator.chats import Change
from simulator.keyboards import Button, rows_of
from simulator.telegram import Telegram

LONGEST_LABEL, MOST_ROWS, MOST_LINES = 24, 15, 8
"""A question of a form has up to twelve options on a page, each in a row, and two or three rows of ways on."""
_LINE = re.compile(r"^[✓✗– ]*\d+\. ", re.MULTILINE)
_MARKS = re.compile(r"^(?:[✓✗•○●☑☐←→‹›]|\d+\.)\s*|\s*[✓›]$")


@dataclass
class Witness:
    """`shown`: what arrived since the last look, (chat, text with labels); `wrong`: what should not have."""

    shown: list[tuple[int, str]] = field(default_factory=list)
    _words: dict[tuple[int, int], str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    ugly: dict[str, str] = field(default_factory=dict)
    long_labels: dict[str, str] = field(default_factory=dict)
    messages: int = 0
    acting: int | None = None
    gone: Collection[int] = ()
    """Chats of people who take part no more."""
    _told: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, telegram: Telegram) -> Witness:
        """Looks on from now."""
        made = cls()
        telegram.watch(made._see)
        return made

    def compare(self, gone: Collection[int]) -> None:
        """A step is over: who was gone before it and still is should have heard nothing but what they asked for."""
        told = [(chat, text) for chat, text in self._told if chat in gone and text not in last_words()]
        self.wrong += [f"{chat} takes part no more and is told: {text}" for chat, text in told]
        self._told.clear()
        self.gone = gone

    def forget(self) -> None:
        """What was shown has been looked at."""
        self.shown.clear()

    def _see(self, change: Change) -> None:
        if change.kind == "toast":
            self.shown.append((change.chat, str(change.value["text"])))
        elif change.kind in ("message", "edited") and change.value["from"]["is_bot"]:
            text = change.value.get("text") or change.value.get("caption") or ""
            rows = rows_of(change.value.get("reply_markup"))
            self.messages += 1
            place = (change.chat, int(change.value["message_id"]))
            # Buttons are taken from an old message whose words its reader has had for long.
            new = () if self._words.get(place) == text else (text,)
            self._words[place] = text
            self.shown.append((change.chat, "\n".join((*new, *(button["text"] for row in rows for button in row)))))
            self._look_at(text, rows)
            if change.chat in self.gone and change.chat != self.acting:
                self._told.append((change.chat, text))

    def _look_at(self, text: str, rows: list[list[Button]]) -> None:
        """Whether it fits on a phone. The card of a form has a line for each answer, however many there are."""
        buttons = [button for row in rows for button in row]
        for button in buttons:
            if len(_MARKS.sub("", button["text"])) > LONGEST_LABEL:
                self.long_labels.setdefault(button["text"], text)
        if len(rows) > MOST_ROWS:
            self.ugly.setdefault(f"{len(rows)} rows of buttons under {text[:60]!r}", text)
        lines = len(_LINE.findall(text))
        if (
            buttons
            and lines > MOST_LINES
            and not any(button.get("callback_data", "").startswith("a:") for button in buttons)
        ):
            self.ugly.setdefault(f"{lines} numbered lines in {text[:60]!r}", text)


@cache
def last_words() -> frozenset[str]:
    """What a child hears when a guardian stops it, also where the place had been given up before."""
    words = Wording.load()
    return frozenset(
        words.text(language, "wards-stopped-child", child=child) for language in LANGUAGES for child in (False, True)
    )
