"""What taking in a list of people looks like, before and after the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.home_screens import MENU
from mentoring.pages import pages_of
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.imports import Taken
from services.imports_screens import SLOT
from services.keyboards import pager
from services.people import PAGE
from storage.people_drafts import Listed

_MENU = Button(Say("menu-button"), press("menu.open"))
_PEOPLE = Button(Say("people-to-list"), press("people.list"))


def which(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Of several organisations, whose base."""
    found = keyboards.organisations(organisations, "import.in", "import.where", page)
    return Show(chat, MENU, found.under(Say("import-where")), (*found.rows, (_PEOPLE, _MENU)))


def opened(chat: int, place: Organisation, listed: int) -> Show:
    """What to do, step by step."""
    rows = [(Button(Say("import-template"), press("import.template", place.id), style=Style.MAIN),)]
    if listed:
        rows.append((Button(Say("import-listed"), press("import.listed", place.id, 0)),))
        rows.append((Button(Say("import-links"), press("import.links", place.id)),))
    text = Say("import-open", {"organisation": place.name, "listed": listed})
    return Show(chat, MENU, text, (*rows, (_PEOPLE, _MENU)))


def taken(chat: int, done: Taken) -> Show:
    """What was taken in, and the way to the invitations."""
    values = {"organisation": done.organisation.name, "people": done.people, "roles": done.roles}
    rows = (
        (Button(Say("import-links"), press("import.links", done.organisation.id), style=Style.MAIN),),
        (Button(Say("import-listed"), press("import.listed", done.organisation.id, 0)), _MENU),
    )
    return Show(chat, SLOT, Say("import-taken", values), rows)


def dropped(chat: int) -> Show:
    """In place of the preview."""
    return Show(chat, SLOT, Say("import-dropped"), ((_PEOPLE, _MENU),))


def links(chat: int, place: Organisation, listed: int) -> Show:
    """The question before links that were printed stop working."""
    rows = (
        (Button(Say("import-links-yes"), press("import.links_file", place.id), style=Style.MAIN),),
        (Button(Say("people-back"), press("import.in", place.id)), _MENU),
    )
    return Show(chat, MENU, Say("import-links-sure", {"count": listed}), rows)


def listed(chat: int, place: Organisation, found: Sequence[Listed], page: int) -> Show:
    """A page of those who have not come; each button leads to their personal link."""
    pages = pages_of(len(found), PAGE)
    page = min(page, pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    lines: list[Text] = [Say("import-listed-head", {"organisation": place.name, "count": len(found)})]
    for number, each in enumerate(shown, 1):
        where = each.person.profile.school_class or each.person.profile.post or "none"
        values = {"number": number, "name": each.person.name, "role": each.role.value, "where": where}
        lines.append(Say("import-line", values))
    buttons = tuple(Button(str(number), press("person.invite", each.person.id)) for number, each in enumerate(shown, 1))
    turning = pager(page, pages, lambda at: press("import.listed", place.id, at))
    back = (Button(Say("people-back"), press("import.in", place.id)), _MENU)
    return Show(
        chat, MENU, Lines(tuple(lines)), tuple(row for row in (buttons[:4], buttons[4:], *turning, back) if row)
    )
