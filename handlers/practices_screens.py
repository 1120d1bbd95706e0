"""What the bank of best practices looks like: lists with their filters, one of them."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from handlers.results_screens import form_name
from mentoring.people import Organisation
from mentoring.practices import Practice
from messaging.replies import Button, File, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import grid, options, pager
from services.practices import Board, Card, Only

EVERY_FORM = "-"
LINE = 60
"""So much of a title stands in a list."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("practices-back"), press("practices.list"))
_ROW = 4


def board(desk: Desk, seen: Board) -> Show:
    """A page: a line each, a numbered button each, the filters, what else can be done."""
    view = seen.view
    lines: list[Text] = [Say("practices-head", {"only": view.only.name.lower()})]
    if view.part:
        lines = [Say("practices-found", {"part": view.part, "count": seen.total})]
    elif view.form is not None:
        lines.append(form_name(desk, view.form))
    lines += [_line(seen, number, one) for number, one in enumerate(seen.rows, 1)]
    if not seen.rows and not view.part:
        lines.append(Say("practices-none", {"only": view.only.name.lower()}))
    numbers = (Button(str(number), press("practice.open", one.id)) for number, one in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda page: _turn(seen, page))
    text = Lines(tuple(lines))
    return Show(desk.actor.chat_id, MENU, text, (*grid(numbers, _ROW), *turn, *_filters(seen), *_ways(seen)))


def _turn(seen: Board, page: int) -> str:
    view = seen.view
    if view.part:
        return press("practices.found", page, view.part)
    return press("practices.view", view.only.value, view.form.value if view.form else EVERY_FORM, page)


def _filters(seen: Board) -> Keyboard:
    offered = (
        (Only.PUBLISHED, seen.may_submit or seen.may_review),
        (Only.WAITING, seen.may_review),
        (Only.MINE, seen.may_submit),
    )
    found = (
        Button(
            Say(f"practices-only-{only.name.lower()}"),
            press("practices.view", only.value, EVERY_FORM, 0),
            chosen=only is seen.view.only,
        )
        for only, there in offered
        if there
    )
    return grid(found, 3)


def _ways(seen: Board) -> Keyboard:
    new = Button(Say("practices-new"), press("practice.new"))
    ways = (
        *((new,) if seen.may_submit else ()),
        Button(Say("practices-forms"), press("practices.forms")),
        Button(Say("practices-search"), press("practices.search")),
        Button(Say("practices-paper"), press("practices.paper")),
    )
    back = (Button(Say("municipality-button"), press("municipality.open")),) if seen.municipal else ()
    return (*grid(ways, 2), (*back, _MENU))


def _line(seen: Board, number: int, one: Practice) -> Text:
    place = seen.places.get(one.organisation_id)
    title = one.story.title
    return Say(
        "practices-line",
        {
            "number": number,
            "title": title if len(title) <= LINE else title[: LINE - 1].rstrip() + "…",
            "organisation": place.label if place is not None else "none",
            "state": "none" if seen.view.only is Only.PUBLISHED else one.state.value,
        },
    )


def forms(desk: Desk) -> Show:
    """Of which form of mentoring."""
    found = options(
        Button(own(form.name), press("practices.view", Only.PUBLISHED.value, form.id.value, 0))
        for form in desk.programme.forms
    )
    return Show(desk.actor.chat_id, MENU, found.under(Say("practices-which-form")), (*found.rows, (_LIST, _MENU)))


def where(chat: int, organisations: Iterable[Organisation]) -> Show:
    """In the name of which of one's organisations."""
    found = options(Button(each.label, press("practice.new_in", each.id)) for each in organisations)
    return Show(chat, MENU, found.under(Say("practices-where")), (*found.rows, (_LIST, _MENU)))


def card(desk: Desk, seen: Card, *, fresh: bool = False) -> Show:
    """One of them and what may be done. `fresh`: opened from a notice, so it comes below it."""
    one, story = seen.practice, seen.practice.story
    head: list[Text] = [Say("practice-card", {"title": story.title, "organisation": seen.organisation.name})]
    head += [form_name(desk, story.form)] if story.form is not None else []
    head += [Say("practice-author", {"name": seen.author})] if seen.author else []
    head.append(Say("practice-state", {"state": one.state.value, "day": one.decided_at or one.submitted_at}))
    parts: list[Text] = [
        Lines(tuple(head)),
        Say("practice-problem", {"words": story.problem}),
        Say("practice-description", {"words": story.description}),
        Say("practice-outcome", {"words": story.outcome}),
    ]
    if one.comment and (seen.may_mend or seen.may_decide):
        parts.append(Say("practice-comment", {"comment": one.comment}))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(parts), "\n\n"), _buttons(seen), fresh=fresh)


def _buttons(seen: Card) -> Keyboard:
    number, story = seen.practice.id, seen.practice.story
    publish = Button(Say("practice-publish"), press("practice.publish", number), style=Style.GOOD)
    give_back = Button(Say("practice-return"), press("practice.return", number))
    again = Button(Say("practice-again"), press("practice.again", number), style=Style.MAIN)
    file = Button(Say("practice-file"), press("practice.file", number))
    withdraw = Button(Say("practice-withdraw"), press("practice.withdraw", number))
    ways = (
        *((publish, give_back) if seen.may_decide else ()),
        *((again,) if seen.may_mend else ()),
        *((Button(Say("practice-link"), url=story.link),) if story.link else ()),
        *((file,) if story.file is not None else ()),
        *((withdraw,) if seen.may_withdraw else ()),
    )
    return (*grid(ways, 2), (_LIST, _MENU))


def attachment(chat: int, practice_id: int, file: File) -> Show:
    """The practice's file, with the way back to the card."""
    back = Button(Say("practice-to-card"), press("practice.card", practice_id))
    return Show(chat, f"practice:{practice_id}", Say("practice-file-caption"), ((back,),), file)
