"""What the board of honour, a mentor's certificate and the text for the site look like."""

from __future__ import annotations

from dataclasses import replace

from handlers.home_screens import MENU
from mentoring.pages import pages_of
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from reports.thanks_data import SiteText
from reports.thanks_text import led_values, site_paragraphs, sums
from services.board import PAGE, Seen
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, pager
from services.thanks_files import Certificate

_MENU = Button(Say("menu-button"), press("menu.open"))
_LINES = 8
"""Mentorships of a certificate, and names of a text for the site, that its screen shows; the file has all."""


def board(desk: Desk, seen: Seen, page: int = 0) -> Show:
    """Who is on it and what for, by name; how to get there."""
    pages = pages_of(len(seen.people), PAGE)
    page = min(page, pages - 1)
    lines: list[Text] = [Say("board-head", {"first": f"{seen.school_year}", "last": f"{seen.school_year + 1}"})]
    for person, given in seen.people[page * PAGE : (page + 1) * PAGE]:
        what = Lines(tuple(own(each.name) for each in given), ", ")
        lines.append(Say("board-line", {"name": person.name, "awards": what}))
    if not seen.people:
        lines.append(Say("board-none"))
    ways = [Button(Say("awards-criteria"), press("awards.criteria", 0))]
    if seen.people:
        ways += [
            Button(Say("board-picture"), press("board.file", "png")),
            Button(Say("thanks-file-pdf"), press("board.file", "pdf")),
        ]
    if seen.staff:
        way = press("awards.of", seen.staff[0]) if len(seen.staff) == 1 else press("awards.places", 0)
        ways.append(Button(Say("municipality-door-awards"), way))
    turn = pager(page, pages, lambda at: press("board.page", at))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*turn, *grid((*ways, _MENU), 2)))


def certificate(desk: Desk, seen: Certificate) -> Show:
    """What stands in it, and the files."""
    lines: list[Text] = [Say("certificate-head", {"name": seen.person.name})]
    lines += [
        Say("certificate-line", {"number": number, **led_values(one)})
        for number, one in enumerate(seen.paper.led[-_LINES:], 1)
    ]
    lines.append(Say("certificate-paper-sum", sums(seen.paper)))
    person = seen.person.id
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), _files("certificate.file", person, ("pdf", "docx")))


def site(desk: Desk, organisation: int, text: SiteText) -> Show:
    """The text to be copied, and the files."""
    short = replace(text, people=text.people[:_LINES], winners=text.winners[:_LINES])
    parts = tuple(Say(key, values) for key, values in site_paragraphs(short))
    return Show(desk.actor.chat_id, MENU, Lines(parts, "\n\n"), _files("sitetext.file", organisation, ("docx", "txt")))


def _files(name: str, about: int, endings: tuple[str, ...]) -> Keyboard:
    files = (Button(Say(f"thanks-file-{end}"), press(name, about, end)) for end in endings)
    return (*grid(files, 2), (_MENU,))
