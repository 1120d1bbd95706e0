"""What a report looks like in chat: the checklist of its sections, and one of them. Organisation 0: the note."""

from __future__ import annotations

from handlers.home_screens import MENU, OPEN
from mentoring.pages import pages_of
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.keyboards import grid, pager
from services.report_texts import ENDINGS, Checklist, Section, open_press

PAGE = 8
_ROW = 4


def checklist(chat: int, seen: Checklist, page: int) -> Show:
    """A line and a number for each section; a page past the end is the last."""
    place, sections = seen.organisation.id if seen.organisation else 0, seen.sections
    pages = pages_of(len(sections), PAGE)
    page = min(page, pages - 1)
    shown = list(enumerate(sections, 1))[page * PAGE : (page + 1) * PAGE]
    name = seen.organisation.name if seen.organisation else "none"
    head = {"organisation": name, "year": str(seen.school_year), "next_year": str(seen.school_year + 1)}
    lines: list[Text] = [Say("final-head", {**head, "written": seen.written, "count": len(sections)})]
    lines += [_line(number, each) for number, each in shown]
    numbers = (Button(str(number), press("final.section", place, each.code)) for number, each in shown)
    turn = pager(page, pages, lambda to: press("final.page", place, to))
    make = tuple(
        Button(Say(f"final-make-{ending}"), press("final.make", place, ending), style=Style.MAIN) for ending in ENDINGS
    )
    back = Button(Say("final-to-reports"), press("reports.of", place))
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, make, (back, *OPEN)))


def section(chat: int, seen: Checklist, one: Section) -> Show:
    """The section's name and what is written in it."""
    place = seen.organisation.id if seen.organisation else 0
    lines: list[Text] = [Say("final-section", {"name": one.name})]
    lines.append(Say("final-section-words", {"words": one.words}) if one.words else Say("final-section-none"))
    rows: list[tuple[Button, ...]] = []
    if seen.writes:
        label = Say("final-rewrite" if one.words else "final-write")
        rows.append((Button(label, press("final.write", place, one.code), style=Style.MAIN),))
    back = Button(Say("final-back"), open_press(place or None))
    return Show(chat, MENU, Lines(tuple(lines), "\n\n"), (*rows, (back, *OPEN)))


def _line(number: int, one: Section) -> Text:
    return Say("final-line", {"number": number, "name": one.name, "state": "written" if one.words else "waits"})
