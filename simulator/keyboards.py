"""Keyboards: what Telegram refuses in them, and how a person finds a button by its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from simulator.entities import utf16_length
from simulator.errors import ApiError, bad_request
from simulator.parameters import Params, interface

_NO_BREAK = re.compile(r"(?<!\d)\u00a0|\u00a0(?!\d)")

Markup = dict[str, Any]
Button = dict[str, Any]

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPIED = 256
_INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_MAY_BE_EMPTY = frozenset({"switch_inline_query", "switch_inline_query_current_chat", "disabled"})
_STYLES = frozenset({"danger", "success", "primary"})


def read_markup(params: Params, *, strict: bool, inline_only: bool = False) -> Markup | None:
    """The checked `reply_markup` of a call, or None; raises `ApiError` for what Telegram refuses."""
    markup = params.json("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup, strict)
    if inline_only and markup:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _reply(markup, strict)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def is_inline(markup: Markup | None) -> bool:
    """Whether the keyboard sticks to its message."""
    return bool(markup and "inline_keyboard" in markup)


def rows_of(markup: Markup | None) -> list[list[Button]]:
    """Rows of buttons of either kind of keyboard; none without a keyboard."""
    if not markup:
        return []
    rows: list[list[Button]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return rows


def buttons_of(markup: Markup | None) -> Iterator[Button]:
    """The buttons in reading order."""
    for row in rows_of(markup):
        yield from row


def as_read(text: str) -> str:
    """A text as a person reads it: a no-break space is a space, but for those within a number."""
    return _NO_BREAK.sub(" ", text)


def find_button(buttons: list[Button], label: str) -> Button | None:
    """The button a person means: the exact label before its beginning before a part of it."""
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for button in buttons:
            if fits(as_read(button["text"]), label):
                return button
    return None


def _inline(markup: Markup, strict: bool) -> Markup | None:
    rows = _rows(markup["inline_keyboard"], "inline keyboard")
    kept: list[list[Button]] = []
    for row in rows:
        buttons = [_inline_button(button, strict) for button in row]
        if buttons:
            kept.append(buttons)
    if sum(map(len, kept)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: Any, kind: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{kind.replace(" ", "_")}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse {kind}: Field must be an Array of Arrays")
    return rows


def _inline_button(button: Any, strict: bool) -> Button:
    unreadable = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(unreadable + "Inline keyboard button must be an Object")
    _check_label(button, unreadable, "inline keyboard button")
    if strict:
        _check_fields(button, "InlineKeyboardButton")
    given = [n for n in _INLINE_ACTIONS if button.get(n) or (n in _MAY_BE_EMPTY and n in button)]
    if not given:
        raise bad_request(unreadable + "Text buttons are unallowed in the inline keyboard")
    if strict and len(given) > 1:
        raise bad_request(unreadable + f"exactly one action must be used, found {', '.join(given)}")
    if style := button.get("style"):
        _check_style(style, unreadable)
    _check_action(button)
    return button


def _check_action(button: Button) -> None:
    data = button.get("callback_data")
    if data and (not isinstance(data, str) or len(data.encode()) > MAX_CALLBACK_BYTES):
        raise bad_request("BUTTON_DATA_INVALID")
    if url := button.get("url"):
        _check_url(url)
    copied = button.get("copy_text")
    if copied and not 1 <= utf16_length(copied.get("text", "")) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: str) -> None:
    wrong = f"inline keyboard button URL '{url}' is invalid: "
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host = parts.hostname or ""
    except ValueError:
        raise bad_request(wrong + "Wrong HTTP URL") from None
    if parts.scheme not in ("http", "https", "tg", "ton", "tonsite"):
        raise bad_request(wrong + "Unsupported URL protocol")
    if parts.scheme.startswith("http") and ("." not in host or " " in url):
        raise bad_request(wrong + "Wrong HTTP URL")


def _reply(markup: Markup, strict: bool) -> Markup:
    unreadable = "can't parse keyboard button: "
    rows: list[list[Button]] = []
    for row in _rows(markup["keyboard"], "keyboard"):
        buttons = [{"text": b} if isinstance(b, str) else b for b in row]
        for button in buttons:
            if not isinstance(button, dict):
                raise bad_request(unreadable + "KeyboardButton must be an Object or a String")
            _check_label(button, unreadable, "keyboard button")
            if strict:
                _check_fields(button, "KeyboardButton")
            if style := button.get("style"):
                _check_style(style, unreadable)
        rows.append(buttons)
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    if strict:
        _check_fields(markup, "ReplyKeyboardMarkup")
    return {**markup, "keyboard": rows}


def _check_label(button: Button, unreadable: str, kind: str) -> None:
    if not isinstance(button.get("text"), str):
        raise bad_request(unreadable + 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(f"{kind} text must be non-empty")


def _check_style(style: Any, unreadable: str) -> None:
    if style not in _STYLES:
        raise bad_request(unreadable + "invalid button style specified")


@cache
def _fields(type_name: str) -> frozenset[str]:
    return frozenset(interface()["types"][type_name])


def _check_fields(value: dict[str, Any], type_name: str) -> None:
    unknown = value.keys() - _fields(type_name)
    if unknown:
        raise _unknown_field(type_name, min(unknown))


def _unknown_field(type_name: str, field: str) -> ApiError:
    return bad_request(f'{type_name} has no field "{field}"')
