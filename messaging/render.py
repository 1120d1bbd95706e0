"""Replies become messages: in the reader's language and zone, for an adult or a child, within Telegram's limits."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from html import escape, unescape
from typing import Any

from messaging.ports import Body, Message, Words
from messaging.readers import Reader
from messaging.replies import Button, File, Keyboard, Lines, Moment, Own, Say, Show, Style, Text, Toast

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_TOAST = 200
MAX_PRESS_BYTES = 64
MAX_BUTTONS = 100
MAX_SLOT = 48
MAX_KEY = 120
DEAD_CELL = "-"
"""Callback data of a cell that does nothing; the intake answers it without a handler."""
CHOSEN = "✓"
CUT = Say("text-cut")

_PLACE = re.compile(r"\{([a-z][a-z0-9_.]*)\}(\.(?!\.))?")
_ENDED = (".", "!", "?", "…")
"""Ends of a value («Анна В.») that take no full stop after them."""
_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class UnsendableError(ValueError):
    """A reply that Telegram would refuse: a programming error. The text names the slot, not the words."""


class Renderer:
    """Renders with one wording. Raises what the wording raises for a missing key or value."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def message(self, show: Show, reader: Reader) -> Message:
        """A Show as it will be stored. Raises UnsendableError."""
        if len(show.slot) > MAX_SLOT or len(show.key or "") > MAX_KEY:
            raise UnsendableError(f"slot {show.slot}: the name of the slot or its key is too long")
        return Message(
            chat=show.chat,
            slot=show.slot,
            body=self.body(show, reader),
            lane=show.lane,
            fresh=show.fresh,
            key=show.key,
            due=show.due,
            not_before=show.not_before,
            expires_at=show.expires_at,
            in_place=show.in_place,
        )

    def body(self, show: Show, reader: Reader) -> Body:
        """Text as HTML, keyboard as a JSON text, file by its digest or Telegram's id."""
        body: Body = {}
        text = self.html(show.text, reader)
        if show.file is None and not visible(text).strip():
            raise UnsendableError(f"slot {show.slot}: there is nothing to read in it")
        limit = MAX_TEXT if show.file is None else MAX_CAPTION
        if 2 * len(text) > limit and visible_length(text) > limit:
            text = cut(text, limit, self.html(CUT, reader))
        body["text"] = text
        if show.keyboard:
            body["markup"] = self._markup(show.keyboard, reader, show.slot)
        if show.file is not None:
            body["file"] = _file(show.file)
        return body

    def toast(self, toast: Toast, reader: Reader) -> str:
        """The short answer to a press, plain, at most 200 characters."""
        text = self.plain(toast.text, reader)
        return text if len(text) <= MAX_TOAST else text[: MAX_TOAST - 1] + "…"

    def html(self, text: Text, reader: Reader) -> str:
        """HTML: what people and definitions wrote is escaped, once."""
        return self._text(text, reader, _escaped)

    def plain(self, text: Text, reader: Reader) -> str:
        """For labels and toasts, where Telegram reads no HTML."""
        return self._text(text, reader, str)

    def _text(self, text: Text, reader: Reader, written: Callable[[str], str]) -> str:
        if isinstance(text, str):
            return written(text)
        if isinstance(text, Lines):
            return text.between.join(self._text(part, reader, written) for part in text.parts)
        values = {name: self._value(value, reader, written) for name, value in text.values.items()}
        if isinstance(text, Say):
            return self._words.text(reader.language, text.key, child=reader.child, zone=reader.zone, **values)
        return self._own(text, reader, values, written)

    def _value(self, value: Any, reader: Reader, written: Callable[[str], str]) -> Any:
        """Texts become escaped strings; numbers and times stay what they are for plurals and patterns."""
        if isinstance(value, Moment):
            words = self._words.moment(reader.language, value.at, reader.zone)
            return f'<tg-time unix="{int(value.at.timestamp())}">{words}</tg-time>' if written is _escaped else words
        return self._text(value, reader, written) if isinstance(value, str | Say | Own | Lines) else value

    def _own(self, own: Own, reader: Reader, values: dict[str, Any], written: Callable[[str], str]) -> str:
        variants = own.texts.get(reader.language) or next(iter(own.texts.values()))
        text = written(variants[1] if reader.child else variants[0])

        def put(place: re.Match[str]) -> str:
            if place[1] not in values:
                return place[0]
            shown = self._shown(values[place[1]], reader)
            return shown if shown.endswith(_ENDED) else shown + (place[2] or "")

        return _PLACE.sub(put, text)

    def _shown(self, value: Any, reader: Reader) -> str:
        if isinstance(value, datetime):
            return self._words.moment(reader.language, value, reader.zone)
        return self._words.day(reader.language, value) if isinstance(value, date) else str(value)

    def _markup(self, keyboard: Keyboard, reader: Reader, slot: str) -> str:
        rows = [[self._button(button, reader, slot) for button in row] for row in keyboard if row]
        if sum(map(len, rows)) > MAX_BUTTONS:
            raise UnsendableError(f"slot {slot}: more than {MAX_BUTTONS} buttons")
        return json.dumps({"inline_keyboard": rows}, ensure_ascii=False, separators=(",", ":"))

    def _button(self, button: Button, reader: Reader, slot: str) -> dict[str, Any]:
        shown: dict[str, Any] = {"text": self.plain(button.label, reader)}
        if not shown["text"].strip():
            raise UnsendableError(f"slot {slot}: a button without a label")
        if button.url is not None:
            shown["url"] = button.url
        elif button.copy is not None:
            shown["copy_text"] = {"text": button.copy}
        else:
            shown["callback_data"] = data = DEAD_CELL if button.press is None else button.press
            if not 0 < len(data.encode()) <= MAX_PRESS_BYTES:
                raise UnsendableError(f"slot {slot}: callback data of {len(data.encode())} bytes")
        if button.chosen:
            shown |= {"text": f"{CHOSEN} {shown['text']}", "style": Style.MAIN.value}
        elif button.style is not None:
            shown["style"] = button.style.value
        return shown


def digest(file: File) -> str:
    """Identity of an upload: Telegram's ids differ by kind and keep the name."""
    head = f"{'photo' if file.picture else 'document'}\0{file.name}\0".encode()
    return hashlib.sha256(head + file.content).hexdigest()


def _file(file: File) -> dict[str, Any]:
    known = {"id": file.telegram_id} if file.telegram_id else {"sha256": digest(file)}
    return {"form": "photo" if file.picture else "document", "name": file.name, **known}


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def visible(html: str) -> str:
    """What is left after parsing."""
    return unescape(_TAG.sub("", html))


def visible_length(html: str) -> int:
    """UTF-16 units after parsing, as Telegram counts."""
    return units(visible(html))


def units(text: str) -> int:
    """UTF-16 units of a plain text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(html: str, limit: int, pointer: str) -> str:
    """The beginning of a text up to a line's end, its tags closed, and `pointer` below it: at most `limit` units."""
    room = limit - visible_length(pointer) - 1
    kept, open_tags, line_end = _fitting(html, room)
    # A line's end far from the limit would throw away too much: then the line itself is cut.
    if line_end is not None and 2 * line_end[0] >= len(kept):
        kept, open_tags = kept[: line_end[0]], line_end[1]
    closing = "".join(f"</{name}>" for name in reversed(open_tags))
    return f"{kept}{closing}\n{pointer}"


def _fitting(html: str, room: int) -> tuple[str, tuple[str, ...], tuple[int, tuple[str, ...]] | None]:
    """The part within `room` units, the tags open at its end, and the last line's end in it with those open there."""
    used, end = 0, 0
    open_tags: tuple[str, ...] = ()
    line_end: tuple[int, tuple[str, ...]] | None = None
    for piece in _PIECE.finditer(html):
        found = piece[0]
        if len(found) > 1 and found[0] == "<":
            open_tags = open_tags[:-1] if found[1] == "/" else (*open_tags, found[1:-1].split()[0])
        else:
            used += units(unescape(found))
            if used > room:
                break
            if found == "\n":
                line_end = (piece.start(), open_tags)
        end = piece.end()
    return html[:end], open_tags, line_end
