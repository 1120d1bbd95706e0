"""Rows of buttons that every list has: a grid of numbers, and arrows around «2 / 5»."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from messaging.replies import Button, Keyboard, Say

DEAD = Button(" · ")
"""Where there is nothing further; it answers no press."""


def grid(buttons: Iterable[Button], width: int) -> Keyboard:
    """Buttons in rows of `width`."""
    found = tuple(buttons)
    return tuple(found[start : start + width] for start in range(0, len(found), width))


def pager(page: int, pages: int, to: Callable[[int], str]) -> Keyboard:
    """«‹ 2 / 5 ›» for a page counted from 0; nothing for a single page. `to`: the press that leads to a page."""
    if pages < 2:
        return ()
    back = Button("‹", to(page - 1)) if page > 0 else DEAD
    ahead = Button("›", to(page + 1)) if page < pages - 1 else DEAD
    return ((back, Button(Say("survey-page", {"n": page + 1, "m": pages})), ahead),)
