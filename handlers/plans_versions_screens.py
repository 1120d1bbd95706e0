"""Screens of what a plan was: agreed versions, removed items."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.home_screens import MENU, pager
from handlers.plans_screens import removed_line, to_plan
from mentoring.clock import local_date
from mentoring.pages import pages_of
from mentoring.plans import Item, Version
from messaging.replies import Button, Lines, Say, Show, Text, press
from services.desk import Desk
from services.keyboards import grid
from services.plans import Opened

PAGE = 8
_VERSIONS = 8


def versions(desk: Desk, opened: Opened, known: Sequence[Version]) -> Show:
    """The newest agreed versions, each with a button."""
    lines: list[Text] = [Say("plans-versions-head", {"mentee": opened.mentee.name})]
    shown = known[:_VERSIONS]
    lines += [
        Say("plans-version-line", {"version": one.version, "on": local_date(one.agreed_at, opened.pair.zone)})
        for one in shown
    ]
    buttons = [Button(str(one.version), press("plan.version", opened.plan.id, one.version, 0)) for one in shown]
    rows = (*grid(buttons, 4), to_plan(opened.plan.id))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), rows)


def version(desk: Desk, opened: Opened, seen: Version, page: int) -> Show:
    """What was agreed to, page by page: numbers as they were."""
    plan = opened.plan
    pages = pages_of(len(seen.items), PAGE)
    page = min(max(page, 0), pages - 1)
    on = local_date(seen.agreed_at, opened.pair.zone)
    lines: list[Text] = [Say("plans-version-head", {"version": seen.version, "on": on})]
    lines += [_old(seen, item) for item in seen.items[page * PAGE : (page + 1) * PAGE]]
    rows = (
        *pager(f"plan.version:{plan.id}:{seen.version}", page, pages),
        (Button(Say("plans-to-versions"), press("plan.versions", plan.id)), *to_plan(plan.id)),
    )
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), rows)


def _old(seen: Version, item: Item) -> Text:
    section = [one for one in seen.items if one.section == item.section]
    values = {
        "number": f"{item.section}.{section.index(item) + 1}",
        "task": item.task,
        "expected": item.expected or "—",
    }
    return (
        Say("plans-version-item", values)
        if item.due is None
        else Say("plans-version-item-due", {**values, "due": item.due})
    )


def removed(desk: Desk, opened: Opened, page: int) -> Show:
    """Items that were taken out, each with a button that opens it."""
    items = opened.plan.removed
    pages = pages_of(len(items), PAGE)
    page = min(max(page, 0), pages - 1)
    shown = items[page * PAGE : (page + 1) * PAGE]
    lines: list[Text] = [Say("plans-removed-head" if items else "plans-removed-none")]
    lines += [Lines((f"{place}.", removed_line(one)), " ") for place, one in enumerate(shown, 1)]
    buttons = [Button(str(place), press("plan.item", one.id)) for place, one in enumerate(shown, 1)]
    rows = (*grid(buttons, 4), *pager(f"plan.removed:{opened.plan.id}", page, pages), to_plan(opened.plan.id))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines), "\n\n"), rows)
