"""The parts of a screen: buttons, lines, and the screen itself, as plain values for whoever renders them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from surveys.errors import Problem
from surveys.wording import Key, Label, Wording

BUTTON_LIMIT = 24
"""Characters a phone shows on a button."""
BUTTONS = 8
"""Buttons of one screen beside numbers, scales, calendars and the arrows of a list."""
TICK_ROOM = 2
"""Characters the tick of a multiple choice takes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. An empty `token` is a dead cell (outside the bounds, a heading). `chosen` is True for what
    is ticked or was answered before: whoever renders it adds the tick. `main` marks the likely or final
    choice."""

    label: Label
    question: str
    token: str
    chosen: bool = False
    main: bool = False


Row = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text under the question: an option that is too long for a button, an end of a scale, a line
    of the card. `mark` comes before the label, with a space; `answer` (joined with commas) after it, with a
    colon."""

    mark: str
    label: Label
    answer: tuple[Label, ...] = ()


Wants = Literal["press", "text", "contact", "photo", "file", "nothing"]


@dataclass(frozen=True, slots=True)
class Screen:
    """What is to be shown, top to bottom: title and intro (with the first question), progress, text, document (what
    is agreed to), lines, hint, problem, then rows of buttons.

    `values` fill the `{name}` places of text, document, hint, intro and problem: parts to be joined with commas, what
    people typed among them, so they are escaped by whoever renders them. `wants` is what besides a press is
    awaited."""

    question: str | None
    text: Label
    title: Wording | None = None
    intro: Wording | None = None
    progress: Key | None = None
    hint: Label | None = None
    lines: tuple[Line, ...] = ()
    problem: Problem | None = None
    rows: tuple[Row, ...] = ()
    values: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    wants: Wants = "press"
    document: Label | None = None


def grid(choices: Sequence[Choice], width: int) -> tuple[Row, ...]:
    """Buttons in rows of `width`."""
    return tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width))


def fits(label: Label, room: int = BUTTON_LIMIT) -> bool:
    """Whether a label fits on a button in each language and variant."""
    texts = label.variants() if isinstance(label, Wording) else (label,) if isinstance(label, str) else ()
    return all(len(text) <= room for text in texts)
