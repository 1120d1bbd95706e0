"""What the bases of an organisation look like."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.people_screens import MENU, MENU_SLOT, pager
from mentoring.clock import local_date
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Say, Show, Text, press
from services import keyboards
from services.bases import Base, Bases, OldPage
from services.desk import Desk

_ROW = 4


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose bases."""
    found = keyboards.organisations(organisations, "base.in", "base.where", page)
    return Show(chat, MENU_SLOT, found.under(Say("base-where")), (*found.rows, (MENU,)))


def bases(desk: Desk, shown: Bases) -> Show:
    """Both bases: how many, when and by whom they were looked through, whether it is time."""
    place = shown.organisation
    parts: list[Text] = [Say("base-head", {"organisation": place.name})]
    rows: list[tuple[Button, ...]] = []
    for base in shown.bases:
        parts.append(Lines(tuple(_lines(shown, base))))
        role = {"role": base.role.value}
        rows.append((Button(Say("base-review", role), press("base.review", place.id, base.role.value)),))
        if base.size:
            rows.append((Button(Say("base-old", role), press("base.old", place.id, base.role.value, 0)),))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(parts), "\n\n"), (*rows, (MENU,)))


def _lines(shown: Bases, base: Base) -> list[Text]:
    lines: list[Text] = [Say("base-size", {"role": base.role.value, "count": base.size})]
    if base.review is None:
        lines.append(Say("base-never"))
    else:
        day = local_date(base.review.reviewed_at, shown.organisation.zone)
        by = base.reviewer.name if base.reviewer else "none"
        lines.append(Say("base-reviewed", {"day": day, "by": by}))
    if base.term is not None:
        lines.append(Say("base-waits", {"last": base.term.last, "count": base.unchanged}))
    return lines


def oldest(desk: Desk, shown: OldPage) -> Show:
    """Who has stood unchanged longest."""
    place, role = shown.organisation, shown.role.value
    lines: list[Text] = [Say("base-old-head", {"role": role, "count": shown.total})]
    for number, (person, since) in enumerate(shown.people, 1):
        lines.append(
            Say("base-old-line", {"number": number, "name": person.name, "since": local_date(since, place.zone)})
        )
    numbers = [Button(str(number), press("person.of", person.id)) for number, (person, _) in enumerate(shown.people, 1)]
    rows = tuple(tuple(numbers[start : start + _ROW]) for start in range(0, len(numbers), _ROW))
    page = shown.page
    back = press("base.old", place.id, role, page - 1) if page else None
    ahead = press("base.old", place.id, role, page + 1) if page + 1 < shown.pages else None
    home = (Button(Say("people-back"), press("base.in", place.id)), MENU)
    text = Lines(tuple(lines))
    return Show(desk.actor.chat_id, MENU_SLOT, text, (*rows, *pager(page, shown.pages, back, ahead), home))
