"""What the roadmap looks like on a phone: places, a page of a list, further ways, what is late where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.people_screens import MENU, MENU_SLOT
from mentoring.access import Action, Scope, allowed
from mentoring.roadmap import Standing, common_of
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services import keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, pager
from services.roadmap import NOW, Board, Group, Item, Only, Order, Place
from services.roadmap_late import Across, LateAt, LatePage
from services.roadmap_words import line, short
from surveys.wording import Wording

_ROW = 4


def places(chat: int, found: Sequence[Place], page: int) -> Show:
    """The municipality on a button of its own, then the organisations."""
    organisations = [each.organisation for each in found if each.organisation is not None]
    whole: Keyboard = ()
    if len(organisations) < len(found):
        late = Button(Say("roadmap-where-late"), press("roadmap.late", "rows", 0))
        whole = ((Button(Say("roadmap-municipality"), press("roadmap.of", 0)), late),)
    shown = keyboards.organisations(organisations, "roadmap.of", "roadmap.places", page, room=keyboards.MOST - 3)
    head = Say("roadmap-choose" if found else "roadmap-none")
    return Show(chat, MENU_SLOT, shown.under(head), (*whole, *shown.rows, (MENU,)))


def board(chat: int, seen: Board, *, several: bool) -> Show:
    """A page of milestones under headings. `several`: there are other places to look at."""
    place = seen.place.id or 0
    items = [each for group in seen.groups for each in group.items]
    numbers = {each.code: number for number, each in enumerate(items, 1)}
    lines: list[Text] = [_head(seen)]
    for group in seen.groups:
        lines += [
            Say("roadmap-heading", {"name": _heading(group)}),
            *(line(numbers[each.code], each) for each in group.items),
        ]
    lines += [_nothing(seen)] if not items else []
    buttons = (Button(str(numbers[each.code]), press("milestone.open", each.code)) for each in items)
    turn = pager(
        seen.page, seen.pages, lambda page: press("roadmap.view", place, seen.only.value, seen.order.value, page)
    )
    ways = Button(Say("roadmap-ways"), press("roadmap.ways", place))
    back = Button(Say("roadmap-other"), press("roadmap.places", 0)) if several else None
    rows = (
        *grid(buttons, _ROW),
        *turn,
        *_filters(seen),
        (_other_order(seen), ways),
        (*((back,) if back else ()), MENU),
    )
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), rows)


def _head(seen: Board) -> Text:
    counts = seen.counts
    said = {
        "place": _name(seen.place),
        "late": counts[Standing.LATE],
        "soon": counts[Standing.SOON] + counts[Standing.DUE],
        "done": counts[Standing.DONE],
        "count": sum(many for how, many in counts.items() if how is not Standing.PAST),
    }
    return Lines((Say("roadmap-head", {"place": said.pop("place")}), Say("roadmap-counts", said)))


def _name(place: Place) -> Text:
    return place.organisation.name if place.organisation is not None else Say("roadmap-of-municipality")


def _heading(group: Group) -> Text:
    match group.heading:
        case Wording() as stage:
            return own(stage)
        case date() as month:
            return Say("roadmap-month", {"month": month.month, "year": str(month.year)})
    return Say("roadmap-undated")


def _nothing(seen: Board) -> Text:
    if seen.only is Only.PRESSING and seen.next is not None and seen.next.last is not None:
        return Say("roadmap-nothing-next", {"day": seen.next.last, "measure": short(seen.next.measure)})
    return Say("roadmap-nothing")


def _filters(seen: Board) -> Keyboard:
    place = seen.place.id or 0
    buttons = (
        Button(
            Say(f"roadmap-only-{only.value}"),
            press("roadmap.view", place, only.value, seen.order.value, NOW),
            chosen=only is seen.only,
        )
        for only in Only
    )
    return grid(buttons, 2)


def _other_order(seen: Board) -> Button:
    other = Order.STAGE if seen.order is Order.MONTH else Order.MONTH
    to = press("roadmap.view", seen.place.id or 0, seen.only.value, other.value, NOW)
    return Button(Say(f"roadmap-by-{other.value}"), to)


def ways(desk: Desk, place: Place) -> Show:
    """Picture, document, who answers for it, and for the coordinator what is late where."""
    at = place.id or 0
    rows: list[tuple[Button, ...]] = [
        (Button(Say("roadmap-picture"), press("roadmap.file", at, "png")),),
        (Button(Say("roadmap-document"), press("roadmap.file", at, "docx")),),
    ]
    if allowed(desk.actor, Action.PLAN_MILESTONE, Scope(place.id)):
        rows.append((Button(Say("executors-door"), press("executors.of", at)),))
    if allowed(desk.actor, Action.SEE_ROADMAP, Scope()):
        rows.append((Button(Say("roadmap-where-late"), press("roadmap.late", "rows", 0)),))
    rows.append((Button(Say("roadmap-back"), press("roadmap.of", at)), MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Say("roadmap-ways-head", {"place": _name(place)}), tuple(rows))


def late(chat: int, seen: LatePage) -> Show:
    """Milestones with how many organisations are late, or organisations with how much is."""
    rows_shown = seen.across is Across.MILESTONES
    lines: list[Text] = [Say("roadmap-late-head", {"count": seen.total})]
    buttons = []
    for number, each in enumerate(seen.lines, 1):
        first, many = each.items[0], len(each.items)
        lines.append(_late_row(number, first, many, seen.concerned) if rows_shown else _late_place(number, first, many))
        to = press("roadmap.where", 0, common_of(first.code)) if rows_shown else _to_late(first.place)
        buttons.append(Button(str(number), to))
    turn = pager(seen.page, seen.pages, lambda page: press("roadmap.late", seen.across.value, page))
    other = Across.ORGANISATIONS if rows_shown else Across.MILESTONES
    switch = Button(Say(f"roadmap-late-by-{other.value}"), press("roadmap.late", other.value, 0))
    back = Button(Say("roadmap-other"), press("roadmap.places", 0))
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), (*grid(buttons, _ROW), *turn, (switch,), (back, MENU)))


def _late_row(number: int, item: Item, many: int, concerned: int) -> Text:
    said = {
        "number": number,
        "measure": short(item.measure),
        "day": item.last or "none",
        "count": many,
        "all": concerned,
    }
    return Say("roadmap-late-row", said)


def _late_place(number: int, item: Item, many: int) -> Text:
    return Say("roadmap-late-place", {"number": number, "place": _name(item.place), "count": many})


def where(chat: int, seen: LateAt) -> Show:
    """The organisations where one milestone is late, by name."""
    common = common_of(seen.item.code)
    head = Say(
        "roadmap-where-head",
        {"measure": short(seen.item.measure, 500), "count": seen.total, "all": seen.concerned},
    )
    lines: list[Text] = [head]
    buttons = []
    for number, place in enumerate(seen.places, 1):
        lines.append(Lines((f"{number}.", _name(place)), " "))
        buttons.append(Button(str(number), _to_late(place)))
    turn = pager(seen.page, seen.pages, lambda page: press("roadmap.where", page, common))
    back = Button(Say("roadmap-late-back"), press("roadmap.late", "rows", 0))
    return Show(chat, MENU_SLOT, Lines(tuple(lines)), (*grid(buttons, _ROW), *turn, (back, MENU)))


def _to_late(place: Place) -> str:
    """The list of what is late in a place."""
    return press("roadmap.view", place.id or 0, Only.LATE.value, Order.MONTH.value, 0)
