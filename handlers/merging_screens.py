"""What merging two records looks like."""

from __future__ import annotations

from handlers.home_screens import MENU
from mentoring.people import Person
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services import merging_screens
from services.merging import Candidates, Preview
from services.people import View

_MENU = Button(Say("menu-button"), press("menu.open"))


def candidates(chat: int, seen: Candidates) -> Show:
    """Records of the same name."""
    return Show(chat, MENU, merging_screens.text(seen), merging_screens.keyboard(seen))


def preview(chat: int, seen: Preview) -> Show:
    """Both records, and what stays of them."""
    kept, dropped, stays = seen.kept, seen.dropped, seen.stays
    lines: list[Text] = [
        Say("merge-preview"),
        _record("merge-kept", seen, kept),
        _record("merge-dropped", seen, dropped),
        Say("merge-stays", {"name": stays.name, "account": _account(seen)}),
    ]
    rows = (
        (Button(Say("merge-yes"), press("merge.do", kept.id, dropped.id), style=Style.BAD),),
        (Button(Say("merge-swap"), press("merge.show", dropped.id, kept.id)),),
        (Button(Say("people-back"), press("merge.begin", kept.id)), _MENU),
    )
    return Show(chat, MENU, Lines(tuple(lines), "\n\n"), rows)


def _record(key: str, seen: Preview, person: Person) -> Text:
    line = merging_screens.line(1, person)
    return Lines((Say(key, line.values), Say("merge-figures", seen.figures[person.id])))


def _account(seen: Preview) -> str:
    """Which Telegram account stays."""
    if seen.stays.telegram_id is None:
        return "none"
    both = seen.kept.telegram_id is not None and seen.dropped.telegram_id is not None
    return "own" if both else "only"


def done(chat: int, stays: Person) -> Show:
    """One record is left."""
    rows = ((Button(Say("applicant-card"), press("person.open", stays.id, View().code)), _MENU),)
    return Show(chat, MENU, Say("merge-done", {"name": stays.name}), rows)
