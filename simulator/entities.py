"""Formatted text as Telegram reads it: HTML to plain text with entities, counted in UTF-16 units.

The rules and the wording of refusals follow the Bot API's «HTML style».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request

Entity = dict[str, Any]

_PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(lt|gt|amp|quot));?")
_TAG_NAME = re.compile(r"[a-zA-Z0-9-]+")
_ATTRIBUTE = re.compile(r"""\s*([a-zA-Z0-9_-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.\-]+))?""")
_FOUND_BY_ITSELF = re.compile(
    r"(?P<url>https?://[^\s<>«»]+[^\s<>«».,;:!?)]|\bt\.me/[\w?=&/-]+)"
    r"|(?<![\w/<>])(?P<bot_command>/[a-zA-Z0-9_]{1,64})(?![\w/<>])"
    r"|(?<!\w)(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{3,31})(?!\w)"
)


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: characters outside the basic plane count twice."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


class _HtmlReader:
    """One pass over a message in HTML."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self._take(self.source[position:start])
            position = self._tag(start)
        self._take(self.source[position:])
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        order = {"bold": 0, "italic": 1}
        self.entities.sort(key=lambda e: (e["offset"], -e["length"], order.get(e["type"], 2)))
        return "".join(self.parts), self.entities

    def _take(self, raw: str) -> None:
        text = _REFERENCE.sub(_character, raw) if "&" in raw else raw
        self.parts.append(text)
        self.length += utf16_length(text)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _tag(self, start: int) -> int:
        """Read the tag that opens at `start`; returns the position after it."""
        if self.source.startswith("</", start):
            return self._end_tag(start)
        name = _TAG_NAME.match(self.source, start + 1)
        tag = name.group().lower() if name else ""
        position = name.end() if name else start + 1
        if tag not in _PLAIN_TAGS:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {self._bytes(start)}')
        attributes: dict[str, str] = {}
        while True:
            while self.source[position : position + 1].isspace():
                position += 1
            if position >= len(self.source):
                raise _broken(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
            if self.source[position] == ">":
                break
            found = _ATTRIBUTE.match(self.source, position)
            if found is None:
                raise _broken(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(position)}')
            value = (found.group(2) or "").strip("\"'")
            attributes[found.group(1).lower()] = _REFERENCE.sub(_character, value)
            position = found.end()
        self._check_attributes(tag, attributes, start)
        self.open.append(_Open(tag, self.length, attributes))
        return position + 1

    def _check_attributes(self, tag: str, attributes: dict[str, str], start: int) -> None:
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}')
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise _broken("Invalid custom emoji identifier specified")
        if tag == "tg-time" and not attributes.get("unix", "").isdigit():
            raise _broken("Invalid date specified")

    def _end_tag(self, start: int) -> int:
        close = self.source.find(">", start)
        name = self.source[start + 2 : close].strip().lower()
        if close < 0:
            raise _broken(f"Unclosed end tag at byte offset {self._bytes(start)}")
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {self._bytes(start)}")
        opened = self.open.pop()
        if name not in ("", opened.tag):
            raise _broken(
                f'Unmatched end tag at byte offset {self._bytes(start)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)
        return close + 1

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if length == 0:
            return
        entity: Entity = {"type": _PLAIN_TAGS[opened.tag], "offset": opened.offset, "length": length}
        attributes = opened.attributes
        if opened.tag == "a":
            url = attributes.get("href") or "".join(self.parts)[-length:]
            if not re.match(r"(?:https?|tg|mailto|tel|ton):", url) and "." not in url:
                return
            entity["url"] = url
        elif opened.tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = attributes["emoji-id"]
        elif opened.tag == "tg-time":
            entity["unix_time"] = int(attributes["unix"])
            if "format" in attributes:
                entity["date_time_format"] = attributes["format"]
        elif opened.tag == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        if entity["type"] == "pre":
            self._adopt_language(entity)
        self.entities.append(entity)

    def _adopt_language(self, entity: Entity) -> None:
        """`<pre><code class="language-…">` is one entity with the language."""
        inner = self.entities[-1] if self.entities else None
        if inner is not None and inner["type"] == "code" and inner["offset"] == entity["offset"]:
            self.entities.pop()
            if "language" in inner:
                entity["language"] = inner["language"]


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _CHARACTERS[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else found.group()


def _broken(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def formatted(source: str, parse_mode: str | None, entities: list[Entity] | None = None) -> tuple[str, list[Entity]]:
    """Plain text and entities of what a bot sent, without the blanks around it.

    `parse_mode` is empty or HTML in any case of letters; raises `ApiError` for others and for broken HTML.
    """
    if parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request("unsupported parse_mode")
        text, found = _HtmlReader(source).read() if _has_markup(source) else (source, [])
    else:
        text, found = source, [dict(entity) for entity in entities or ()]
    text, found = _trimmed(text, found)
    return text, with_links(text, found)


def _has_markup(source: str) -> bool:
    return "<" in source or "&" in source


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    stripped = text.strip()
    if len(stripped) == len(text) or not entities:
        return stripped, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(stripped)
    kept: list[Entity] = []
    for entity in entities:
        first = max(entity["offset"] - cut, 0)
        last = min(entity["offset"] + entity["length"] - cut, end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return stripped, kept


def with_links(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the addresses, commands and mentions that Telegram finds by itself."""
    if "/" not in text and "@" not in text:
        return entities
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _WITHOUT_LINKS]
    found = list(entities)
    for match in _FOUND_BY_ITSELF.finditer(text):
        start = utf16_length(text[: match.start()])
        length = utf16_length(match.group())
        if not any(begin < start + length and start < end for begin, end in taken):
            found.append({"type": str(match.lastgroup), "offset": start, "length": length})
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return found


_WITHOUT_LINKS = frozenset({"code", "pre", "text_link"})
