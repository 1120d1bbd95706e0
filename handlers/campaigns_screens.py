"""Screens around campaigns: their lists, the choice of a place, names of those who have not answered."""

from __future__ import annotations

from handlers.home_screens import pager
from mentoring.campaigns import AHEAD, CampaignState
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services import campaign_card, keyboards
from services.campaign_card import LIST, Card
from services.campaign_making import Where
from services.campaign_people import People, Places
from services.campaigns import Line, Listing, Which
from services.desk import Desk
from services.keyboards import MOST, grid, options

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4


def listing(desk: Desk, seen: Listing) -> Show:
    """A page of campaigns: a line each, a numbered button each, the lists, and what else is done with answers."""
    lines: list[Text] = [Say("campaigns-head", {"which": seen.which.value, "total": seen.total})]
    lines += [_line(seen, number, line) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("campaigns-none", {"which": seen.which.value}))
    numbers = [
        Button(str(number), press("campaign.open", line.campaign.id)) for number, line in enumerate(seen.lines, 1)
    ]
    turning = keyboards.pager(seen.page, seen.pages, lambda at: press("campaign.page", seen.which.value, at))
    rows: list[tuple[Button, ...]] = [*grid(numbers, _ROW), *turning]
    tabs = [_tab(which, seen.which) for which in Which]
    begin = (Button(Say("campaigns-new"), press("campaign.new"), style=Style.MAIN),) if seen.may_begin else ()
    shown, others = _doors(seen)
    ahead = [*map(_door, shown)] + ([Button(Say("home-more"), press("campaign.more"))] if others else [])
    keyboard = (*rows, *grid(tabs, 2), begin, *grid(ahead, 2), (_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), keyboard)


def more(desk: Desk, seen: Listing) -> Show:
    """What else is done with answers: the doors that the list has no room for."""
    _, others = _doors(seen)
    back = (Button(Say("survey-back"), press("campaign.list")), _MENU)
    keyboard = (*grid(map(_door, others), 1), back)
    return Show(desk.actor.chat_id, MENU_SLOT, Say("campaigns-more-head"), keyboard)


def _doors(seen: Listing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that stand under the list, beside the lists, a new one and the way home; and those behind «Ещё…»."""
    room = MOST - len(Which) - seen.may_begin - 1
    if len(seen.doors) <= room:
        return seen.doors, ()
    return seen.doors[: room - 1], seen.doors[room - 1 :]


def _door(name: str) -> Button:
    return Button(Say(f"campaigns-door-{name.partition('.')[0]}"), press(name))


def _tab(which: Which, shown: Which) -> Button:
    to = press("campaign.page", which.value, 0)
    return Button(Say("campaigns-which", {"which": which.value}), to, chosen=which is shown)


def _line(seen: Listing, number: int, line: Line) -> Text:
    campaign = line.campaign
    said = {
        "number": number,
        "title": campaign_card.title(campaign, line.definition),
        "where": line.organisation.name if seen.several and line.organisation is not None else "none",
        "state": "ahead" if campaign.state in AHEAD else campaign.state.value,
        "answered": line.count.answered,
        "asked": line.count.asked,
        "opens": campaign.opens_at,
    }
    return Say("campaigns-line", said)


def choose_place(desk: Desk, where: Where, page: int) -> Show:
    """Where the new campaign is to be."""
    buttons = (Button(each.label, press("campaign.new_in", each.id)) for each in where.organisations)
    every: Keyboard = ((Button(Say("campaigns-in-all"), press("campaign.new_in", 0)),),) if where.municipal else ()
    found = options(buttons, room=MOST - 3, page=page, turn=lambda at: press("campaign.where", at))
    text = found.under(Say("campaigns-which-place"))
    return Show(desk.actor.chat_id, MENU_SLOT, text, (*found.rows, *every, (LIST, _MENU)))


def launched(desk: Desk, card: Card) -> Text:
    """The short word after launching."""
    if card.campaign.state is CampaignState.PLANNED and card.campaign.opens_at > desk.now:
        return Say("campaigns-launched-later")
    zone = card.organisation.zone if card.organisation is not None else desk.programme.zone
    quiet = desk.programme.quiet.release(desk.now, zone) > desk.now
    return Say("campaigns-launched-quiet" if quiet else "campaigns-launched")


def sure_to_close(desk: Desk, card: Card) -> Show:
    """In the place of the card: what closing now would cut off."""
    number = card.campaign.id
    missing = card.count.asked - card.count.answered
    said = {"title": campaign_card.title(card.campaign, card.definition), "missing": missing}
    keyboard = (
        (Button(Say("campaigns-close-yes"), press("campaign.close_now", number), style=Style.BAD),),
        (Button(Say("campaigns-keep"), press("campaign.back", number)), _MENU),
    )
    return Show(desk.actor.chat_id, campaign_card.slot(number), Say("campaigns-close-sure", said), keyboard)


# --- people and places, each in a place of its own beside the card ---------------------------------------------------


def unanswered(desk: Desk, seen: People, *, fresh: bool = False) -> Show:
    """Names of those who have not answered."""
    lines: list[Text] = [Say("campaigns-unanswered-head", {"title": seen.title, "total": seen.total})]
    lines += [_named(one.name, one.school_class, here=one.chat_id is not None) for one in seen.found]
    rows = _pages("campaign.unanswered_page", seen.campaign.id, seen.page, seen.pages)
    return _beside(desk, seen.campaign.id, lines, rows, fresh=fresh)


def on_paper(desk: Desk, seen: People, *, fresh: bool = False) -> Show:
    """A button for each whose paper answers may be typed in."""
    key = "campaigns-paper-head" if seen.found else "campaigns-paper-none"
    names = options(
        Button(_labelled(one.name, one.school_class), press("paper.enter", one.response_id)) for one in seen.found
    )
    lines = [Say(key, {"title": seen.title}), *names.lines]
    rows = (*names.rows, *_pages("campaign.paper_page", seen.campaign.id, seen.page, seen.pages))
    return _beside(desk, seen.campaign.id, lines, rows, fresh=fresh)


def by_place(desk: Desk, seen: Places, *, fresh: bool = False) -> Show:
    """How far each organisation is, in numbers alone."""
    lines: list[Text] = [Say("campaigns-places-head", {"title": seen.title}), campaign_card.progress(seen.whole), ""]
    for name, count in seen.lines:
        said = {"organisation": name, "answered": count.answered, "asked": count.asked, "percent": count.percent}
        lines.append(Say("campaigns-place", said))
    rows = _pages("campaign.places_page", seen.campaign.id, seen.page, seen.pages)
    return _beside(desk, seen.campaign.id, lines, rows, fresh=fresh)


def _named(name: str, school_class: str | None, *, here: bool) -> Text:
    return Say("campaigns-awaited", {"name": _labelled(name, school_class), "telegram": "yes" if here else "no"})


def _labelled(name: str, school_class: str | None) -> str:
    return f"{name}, {school_class}" if school_class else name


def _beside(desk: Desk, campaign_id: int, lines: list[Text], rows: Keyboard, *, fresh: bool) -> Show:
    ways = ((Button(Say("campaigns-card"), press("campaign.open", campaign_id)), _MENU),)
    slot = f"campaign-people:{campaign_id}"
    return Show(desk.actor.chat_id, slot, Lines(tuple(lines)), (*rows, *ways), fresh=fresh)


def _pages(name: str, campaign_id: int, page: int, pages: int) -> Keyboard:
    return pager(f"{name}:{campaign_id}", page, pages)
