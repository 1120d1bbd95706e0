"""How a list of people that was just read looks: what it brings, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mentoring.pages import pages_of
from mentoring.same_people import by_role
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.keyboards import pager

if TYPE_CHECKING:
    from services.imports import Prospect

SLOT = "import:file"
PAGE = 8
_FIRST = 5
_MENU = Button(Say("menu-button"), press("menu.open"))


def preview(chat: int, seen: Prospect) -> Show:
    """How many are new and known, by role, and the first lines; nothing is taken in before «Взять в базу»."""
    matches = seen.matches
    fresh = [each for place, each in enumerate(matches) if each.person_id is None and each.first == place]
    brings = sum(each.enlists for each in matches)
    lines: list[Text] = [
        Say("import-preview", {"organisation": seen.organisation.name, "rows": len(matches)}),
        Say("import-new", {"count": len(fresh)}),
        Say("import-known", {"count": len(matches) - brings}),
    ]
    lines += [
        Say("import-by-role", {"role": role.value, "count": count}) for role, count in by_role(matches).items() if count
    ]
    shown = [each for each in matches if each.enlists][:_FIRST]
    lines += [Say("import-line", _words(number, each.entry)) for number, each in enumerate(shown, 1)]
    if brings > len(shown):
        lines.append(Say("import-more", {"count": brings - len(shown)}))
    take = (Button(Say("import-take"), press("import.take", seen.draft.id), style=Style.GOOD),)
    drop = (Button(Say("import-drop"), press("import.drop", seen.draft.id)),)
    if not brings:
        lines.append(Say("import-nothing-new"))
        return Show(chat, SLOT, Lines(tuple(lines)), ((_open(seen.organisation.id), _MENU),))
    return Show(chat, SLOT, Lines(tuple(lines)), (take, drop))


def _words(number: int, entry: Any) -> dict[str, str | int]:
    return {
        "number": number,
        "name": entry.name,
        "role": entry.role.value,
        "where": entry.profile.school_class or entry.profile.post or entry.profile.workplace or "none",
    }


def mistakes(chat: int, draft_id: int, organisation_id: int, found: Sequence[Any], page: int = 0) -> Show:
    """A page of what is wrong: nothing of the list is taken in until all of it can be."""
    pages = pages_of(len(found), PAGE)
    page = min(max(page, 0), pages - 1)
    lines: list[Text] = [Say("import-mistakes-head", {"count": len(found)})]
    lines += [_mistake(each) for each in found[page * PAGE : (page + 1) * PAGE]]
    sheet = (Button(Say("import-mistakes-file"), press("import.mistakes_file", draft_id)),)
    turning = pager(page, pages, lambda at: press("import.mistakes", draft_id, at))
    rows = (*turning, sheet, (_open(organisation_id), _MENU))
    return Show(chat, SLOT, Lines(tuple(lines)), rows)


def _mistake(found: Sequence[Any]) -> Text:
    sheet, row, column, problem, values = found
    said = Say(f"import-wrong-{problem}", values)
    if not row:
        return said
    if not column:
        return Say("import-mistake-row", {"sheet": sheet, "row": str(row), "problem": said})
    return Say("import-mistake", {"sheet": sheet, "row": str(row), "column": column, "problem": said})


def _open(organisation_id: int) -> Button:
    return Button(Say("import-again"), press("import.in", organisation_id))
