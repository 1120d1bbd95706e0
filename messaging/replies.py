"""What handlers and services leave behind: plain values, rendered in the recipient's language at commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any


class Lane(IntEnum):
    """A higher lane (smaller number) overtakes within a chat."""

    ANSWER = 0
    REMINDER = 1
    MAILING = 2


@dataclass(frozen=True, slots=True)
class Say:
    """A wording from `locales/` by its key.

    Values: str (escaped), int, float, date, aware datetime (shown in the reader's zone), Moment, other texts.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Own:
    """A wording that lives in a definition: locale → (to an adult, to a child). Values fill `{name}`, escaped."""

    texts: Mapping[str, tuple[str, str]]
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lines:
    """Several texts, one under the other."""

    parts: tuple[Text, ...]
    between: str = "\n"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to be kept, as the value of a Say: a press on it tells it by the phone's own clock (entity `date_time`).

    The words stay those of the reader's zone: who travels reads the time they know and, pressing, sees the local one.
    Old clients show the words alone.
    """

    at: datetime


Text = Say | Own | Lines | str
"""A bare `str` is a person's or a document's own words: shown as they are, escaped."""


class Style(StrEnum):
    """Colour of a button (Bot API 10); old clients show it plain."""

    GOOD = "success"
    MAIN = "primary"
    BAD = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """One button: `press` is callback data (≤ 64 bytes), or a link, or a text to copy. None of them: a dead cell.

    chosen: what a list shows now, or what is ticked. It is told by a mark, and only besides by colour.
    """

    label: Text
    press: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style | None = None
    chosen: bool = False


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent: uploaded once, then by Telegram's own id.

    picture: shown inline. telegram_id: Telegram has it already.
    """

    name: str
    content: bytes
    picture: bool = False
    telegram_id: str | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """A screen in a slot of a chat: edits what stands there if it can, is sent anew if it can't.

    slot: a place on the person's phone, e.g. `q:17`, `menu`; a newer Show in it replaces an unsent older one.
    fresh: always a new message (reminders, notices); it never touches what stands in the slot.
    in_place: only ever an edit of what stands in the slot, wherever in the chat that is; dropped where nothing does.
    key: identity of a planned message, outlives sending: the same key is never sent twice.
    not_before / expires_at: UTC; after `expires_at` it is dropped and counted as expired.
    """

    chat: int
    slot: str
    text: Text
    keyboard: Keyboard = ()
    file: File | None = None
    lane: Lane = Lane.ANSWER
    fresh: bool = False
    key: str | None = None
    due: datetime | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press; goes out at once after the commit and is never the only notice."""

    text: Text
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Commands:
    """Telegram's command menu of one chat: names without the slash; descriptions are the wordings `command-<name>`.

    Set at once after the commit, unretried: it is set anew with the next `/start`, `/menu` or change of role.
    """

    chat: int
    names: tuple[str, ...]


Reply = Show | Toast | Commands
Replies = tuple[Reply, ...] | list[Reply]


def press(name: str, *arguments: int | str) -> str:
    """Callback data of a button: `name:argument:argument`, read back by `handlers.press.Press`.

    Raises ValueError over Telegram's 64 bytes: a programming error, never a person's.
    """
    data = ":".join((name, *map(str, arguments)))
    if len(data.encode()) > 64:
        raise ValueError(f"callback data over 64 bytes: {data}")
    return data
