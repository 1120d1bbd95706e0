"""What a phone holds: twelve lines, eight of them of a list; eight buttons of 24 characters. Every message is measured.

Russian and English alike: a screen's labels are measured in the language that its reader did not choose, too.
"""

from __future__ import annotations

import re
from typing import ClassVar

from messaging.readers import Reader
from messaging.render import DEAD_CELL, Renderer
from messaging.replies import Button as Reply
from messaging.replies import Keyboard
from simulator.chats import Change
from simulator.keyboards import Button, Markup, buttons_of, rows_of
from simulator.telegram import Telegram

LABEL = 24
BUTTONS = 8
LINES = 8
ALL_LINES = 12
"""Of words: what is empty between them takes little room."""

_ANSWER = r"a:\d+:[^:]*:"
ASIDE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (why, re.compile(data), re.compile(label))
    for why, data, label in (
        ("the numbers of a list, a card or a scale: short, several in a row", r".*", r"(✓ )?\d{1,3}(\.\d{1,2})?"),
        ("cells that do nothing: the heads of a calendar, «2 / 5»", re.escape(DEAD_CELL), r".*"),
        ("the arrows of a pager, and those that move an item", r".*", r"[‹›▲▼]"),
        ("school classes, four in a row, as short as numbers", r"people\.view:.*", r"\d{1,2}[А-ЯЁA-Z]"),
        ("the week as a grid: mornings, days and evenings", r"place\.time:.*", r".*"),
        ("a calendar: its days, months, years and arrows", _ANSWER + r"(\.[cym]\S*|\d{4}-\d\d-\d\d)", r".*"),
        ("a grid of times or of likely numbers", _ANSWER + r"(\d\d:\d\d|\d+)", r".*"),
        ("the signs beside each number of a list of answers: a grid", r"answers\.mark:.*", r"(✓ )?.{1,2}"),
    )
)
"""(why, the data, the label) of the buttons that are not counted."""
LISTED = re.compile(r"([✓✗–] )*\d{1,3}\. |• ")
"""How a line of a list begins."""

LONGER = re.compile(
    r"^(📊|🗓|💬|🗺)|"  # reports: a summary, indicators, answers to a question, the roadmap
    r"^(Что о (вас|тебе) хранится|What is kept about you)$|"  # all of it, and by law
    r"^(Что я умею|What I can do)$|"  # every command that there is
    r"^(Отчёт наставника|Closing report): |"  # all that the mentor has written
    r"^👀 |"  # a questionnaire tried out: a line more than who answers it sees
    r"^(Срок в документе|Term in the document):|"  # a row of the roadmap in the document's words
    r"^(За что награждают|What earns an award)$",  # awards in the document's words
    re.MULTILINE,
)
"""What messages say that may have more lines. Consent texts have fewer so far."""


def breaches(text: str, markup: Markup | None) -> list[str]:
    """What of a message a phone cannot show well."""
    buttons = list(buttons_of(markup))
    found = [f"«{button['text']}» has {len(button['text'])} characters" for button in buttons if _too_long(button)]
    if (many := sum(map(counted, buttons))) > BUTTONS:
        found.append(f"{many} buttons")
    if (lines := sum(1 for line in text.splitlines() if LISTED.match(line))) > LINES:
        found.append(f"{lines} lines of a list")
    if (lines := sum(1 for line in text.splitlines() if line.strip())) > ALL_LINES and not LONGER.search(text):
        found.append(f"{lines} lines")
    return found


def counted(button: Button) -> bool:
    """Whether a button is one of the eight."""
    data, label = button.get("callback_data", ""), button["text"]
    return not any(of_data.fullmatch(data) and of_label.fullmatch(label) for _, of_data, of_label in ASIDE)


def _too_long(button: Button) -> bool:
    return len(button["text"]) > LABEL


class Limits:
    """Notes every breach until it is told of."""

    other: ClassVar[list[str]] = []
    """Labels that are too long in the language the reader did not choose: whoever renders them knows no world."""

    def __init__(self, telegram: Telegram) -> None:
        self.other.clear()
        self._telegram = telegram
        self._found: list[str] = []
        telegram.watch(self._look)

    def _look(self, change: Change) -> None:
        if change.kind == "chat":
            self._measure("", self._telegram.chat(change.chat).keyboard)
        elif change.kind in ("message", "edited") and change.value["from"]["is_bot"]:
            message = change.value
            self._measure(message.get("text") or message.get("caption") or "", message.get("reply_markup"))

    def _measure(self, text: str, markup: Markup | None) -> None:
        if wrong := breaches(text, markup):
            self._found.append(f"{'; '.join(wrong)}:\n{text}\n{_drawn(markup)}")

    def hold(self) -> None:
        """Raise AssertionError for what was seen since the last time."""
        found, self._found = [*self._found, *self.other], []
        self.other.clear()
        if found:
            raise AssertionError("A phone cannot show this.\n\n" + "\n\n".join(found))


def _drawn(markup: Markup | None) -> str:
    """The keyboard with the data of each button."""
    rows = ((f"[{button['text']} → {button.get('callback_data', '')}]" for button in row) for row in rows_of(markup))
    return "\n".join(map(" ".join, rows))


class BothLanguages(Renderer):
    """Renders as ever, and measures the labels in the other language."""

    def _markup(self, keyboard: Keyboard, reader: Reader, slot: str) -> str:
        other = Reader("en" if reader.language == "ru" else "ru", reader.child, reader.zone)
        for row in keyboard:
            for button in row:
                self._measure(button, other, slot)
        return super()._markup(keyboard, reader, slot)

    def _measure(self, button: Reply, other: Reader, slot: str) -> None:
        label = button.label if isinstance(button.label, str) else self.plain(button.label, other)
        if len(label) > LABEL:
            Limits.other.append(f"{slot}: «{label}» has {len(label)} characters, {button.press}")
