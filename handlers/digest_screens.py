"""What the whole digest looks like: numbered lines, a button for each in the same order."""

from __future__ import annotations

from handlers.home_screens import BACK, MENU, pager
from messaging.replies import Lines, Say, Show
from services.digest import Page, numbered


def whole(chat: int, seen: Page) -> Show:
    """A page of it; a word where nothing waits."""
    texts = (numbered(number, line) for number, line in enumerate(seen.lines, seen.first))
    text = Lines((Say("digest-head"), *texts)) if seen.lines else Say("digest-nothing")
    rows = tuple((line.button,) for line in seen.lines)
    return Show(chat, MENU, text, (*rows, *pager("digest.page", seen.page, seen.pages), BACK))
