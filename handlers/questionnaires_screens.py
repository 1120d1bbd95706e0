"""The list of own questionnaires, the bundled ones by group, and the card of either."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.home_screens import MENU, OPEN, pager
from mentoring.pages import pages_of
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.dialogue_screens import own
from services.keyboards import MOST, options
from services.questionnaires import Bundled, Card, Group, Page, group_of
from services.questionnaires_drafts import MUNICIPALITY, Draft
from services.questionnaires_screens import SLOT, described, title_of
from surveys.definition import Definition

_ROW = 4
_PAGE = 8
_TO_LIST = (Button(Say("questionnaires-back"), press("questionnaires.list")), *OPEN)


def listed(chat: int, page: Page) -> Show:
    """One button each, then what else there is."""
    head = Say("questionnaires-own", {"count": page.total}) if page.total else Say("questionnaires-none")
    buttons = (
        Button(_label(each.archived, title_of(each)), press("questionnaires.open", each.id)) for each in page.items
    )
    found = options(buttons, room=MOST - 4)
    ways = (
        (Button(Say("questionnaires-bundled"), press("questionnaires.groups")),),
        (Button(Say("questionnaires-example"), press("questionnaires.example")),),
        (Button(Say("questionnaires-to-campaigns"), press("campaign.list")), *OPEN),
    )
    text = Lines((found.under(head), Say("questionnaires-how")), "\n\n")
    return Show(chat, MENU, text, (*found.rows, *pager("questionnaires.page", page.page, page.pages), *ways))


def _label(archived: bool, title: Text) -> Text:
    return Say("questionnaires-archived-label", {"title": title}) if archived else title


def card(chat: int, seen: Card) -> Show:
    """What it is, and what can be done with it."""
    definition, kept = seen.definition, seen.own
    head = Say("questionnaires-card", {"title": own(definition.title)})
    lines = [*described(definition, head), Say("questionnaires-version", {"version": definition.version})]
    if kept is None:
        lines.append(_whose(definition))
    elif kept.organisation_id is None:
        lines.append(Say("questionnaires-municipal"))
    if kept is not None and kept.archived:
        lines.append(Say("questionnaires-archived"))
    name = definition.id
    rows: list[tuple[Button, ...]] = [
        (Button(Say("questionnaires-try"), press("questionnaires.try", name, 0)),),
        (Button(Say("questionnaires-try-child"), press("questionnaires.try", name, 1)),),
        (Button(Say("questionnaires-export"), press("questionnaires.export", name, definition.version)),),
    ]
    if kept is not None and seen.editable:
        restore = Button(Say("questionnaires-restore"), press("questionnaires.restore", kept.id))
        archive = Button(Say("questionnaires-archive"), press("questionnaires.archive", kept.id))
        rows.append((restore if kept.archived else archive,))
    back = _TO_LIST if kept is not None else (_to_group(definition), *OPEN)
    return Show(chat, MENU, Lines(tuple(lines)), (*rows, back))


def _to_group(definition: Definition) -> Button:
    """Back to the list where a bundled one stands."""
    return Button(Say("questionnaires-back"), press("questionnaires.bundled", group_of(definition), 0))


def groups(chat: int) -> Show:
    """By when they are asked."""
    rows = [
        (Button(Say(f"questionnaires-group-{group}"), press("questionnaires.bundled", group, 0)),) for group in Group
    ]
    return Show(chat, MENU, Say("questionnaires-groups"), (*rows, _TO_LIST))


def bundled(chat: int, page: Bundled) -> Show:
    """A numbered line and a numbered button each: the titles are alike, whom they are for tells them apart."""
    lines: list[Text] = [Say("questionnaires-group-head", {"group": Say(f"questionnaires-group-{page.group}")})]
    buttons: list[Button] = []
    for number, each in enumerate(page.items, 1):
        line = {"number": str(number), "title": own(each.title), "whose": _whose(each)}
        lines.append(Say("questionnaires-line", line))
        buttons.append(Button(str(number), press("questionnaires.bundled_open", each.id)))
    grid = [tuple(buttons[start : start + _ROW]) for start in range(0, len(buttons), _ROW)]
    turning = pager(f"questionnaires.bundled:{page.group}", page.page, page.pages)
    back = (Button(Say("questionnaires-back"), press("questionnaires.groups")), *OPEN)
    return Show(chat, MENU, Lines(tuple(lines)), (*grid, *turning, back))


def _whose(definition: Definition) -> Text:
    """Whom a bundled questionnaire is for."""
    audience = definition.audience
    parts: list[Text] = []
    if audience.form:
        parts.append(Say(f"report-value-form-{audience.form}"))
    if audience.role:
        parts.append(Say("results-role", {"role": audience.role}))
    return Lines(tuple(parts), " · ") if parts else Say("questionnaires-for-all")


def whose(chat: int, seen: Draft, names: Mapping[int, str], page: int) -> Show:
    """Where to keep a draft."""
    pages = pages_of(len(seen.targets), _PAGE)
    page = min(max(page, 0), pages - 1)
    shown = seen.targets[page * _PAGE : (page + 1) * _PAGE]
    found = options(
        (
            Button(_place(place, names), press("questionnaires.draft_for", seen.kept.id, place), style=Style.MAIN)
            for place in shown
        ),
        room=MOST - 1,
    )
    turning = pager(f"questionnaires.whose:{seen.kept.id}", page, pages)
    back = (Button(Say("questionnaires-to-draft"), press("questionnaires.draft", seen.kept.id)),)
    return Show(chat, SLOT, found.under(Say("questionnaires-whose")), (*found.rows, *turning, back))


def _place(place: int, names: Mapping[int, str]) -> Text:
    return Say("questionnaires-everywhere") if place == MUNICIPALITY else names.get(place, str(place))
