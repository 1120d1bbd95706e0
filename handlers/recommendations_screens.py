"""What recommendations look like: lists with their filters, one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handlers.home_screens import MENU
from mentoring.people import Organisation
from mentoring.recommendations import Recommendation
from messaging.replies import Button, File, Keyboard, Lines, Say, Show, Style, Text, press
from services import keyboards
from services.dialogue_screens import own
from services.keyboards import grid, pager
from services.recommendations import EVERY, Board, Card, Only

_MENU = Button(Say("menu-button"), press("menu.open"))
_ROW = 4
LINE = 60
"""So much of a title stands in a list."""


def where(chat: int, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose recommendations, of several organisations."""
    found = keyboards.organisations(organisations, "recommendations.of", "recommendations.where", page)
    return Show(chat, MENU, found.under(Say("recommendation-where")), (*found.rows, (_MENU,)))


def board(chat: int, seen: Board) -> Show:
    """A page: a line each, a numbered button each, the filters, what else can be done."""
    waiting, overdue, answered = seen.counts
    lines: list[Text] = [
        Say("recommendation-head", {"organisation": seen.organisation.name if seen.organisation else "none"}),
        Say("recommendation-counts", {"waiting": waiting, "overdue": overdue, "answered": answered}),
    ]
    lines += [_line(seen, number, one) for number, one in enumerate(seen.rows, 1)]
    if not seen.rows:
        lines.append(Say("recommendation-none", {"only": seen.only.name.lower()}))
    numbers = (Button(str(number), press("recommendation.open", one.id)) for number, one in enumerate(seen.rows, 1))
    turn = pager(seen.page, seen.pages, lambda page: _view(seen, seen.only, page))
    filters = (
        Button(
            Say(f"recommendation-only-{only.name.lower()}"),
            _view(seen, only, 0),
            chosen=only is seen.only,
        )
        for only in Only
    )
    return Show(chat, MENU, Lines(tuple(lines)), (*grid(numbers, _ROW), *turn, *grid(filters, 2), *_ways(seen)))


def _ways(seen: Board) -> Keyboard:
    paper = Button(Say("recommendation-paper"), press("recommendations.paper", seen.place))
    if not seen.may_write:
        return ((paper, Button(Say("organisations-card-button"), press("organisation.open", seen.place))), (_MENU,))
    new = Button(Say("recommendation-new"), press("recommendation.new", seen.place))
    back = (
        Button(Say("municipality-button"), press("municipality.open"))
        if seen.place == EVERY
        else Button(Say("organisations-card-button"), press("organisation.open", seen.place))
    )
    return ((new, paper), (back, _MENU))


def _view(seen: Board, only: Only, page: int) -> str:
    return press("recommendations.view", seen.place, only.value, page)


def _line(seen: Board, number: int, one: Recommendation) -> Text:
    organisation = seen.names.get(one.organisation_id)
    title = one.title if len(one.title) <= LINE else one.title[: LINE - 1].rstrip() + "…"
    return Say(
        "recommendation-line",
        {
            "number": number,
            "title": title,
            "organisation": organisation.label if organisation and seen.organisation is None else "none",
            "state": "overdue" if one.overdue(seen.today) else one.state.value,
            "due": one.due if one.due is not None else "none",
        },
    )


def card(chat: int, seen: Card, *, fresh: bool = False) -> Show:
    """One of them with its answer and what may be done. `fresh`: opened from a notice, so it comes below it."""
    one = seen.recommendation
    head = {"title": one.title, "organisation": seen.organisation.name, "day": one.written_at}
    parts: list[Text] = [Say("recommendation-card", head), one.words]
    facts: list[Text] = []
    if seen.indicator is not None:
        facts.append(Say("recommendation-indicator", {"indicator": own(seen.indicator)}))
    facts.append(Say("recommendation-state", _state(seen)))
    if one.read_at is not None and seen.municipal:
        facts.append(Say("recommendation-read", {"day": one.read_at}))
    parts.append(Lines(tuple(facts)))
    if one.answered_at is not None:
        said = {"name": _name(seen, one.answered_by), "day": one.answered_at, "answer": one.answer or "none"}
        parts.append(Say("recommendation-answer-line", said))
    if one.comment:
        parts.append(Say("recommendation-comment", {"comment": one.comment}))
    return Show(chat, MENU, Lines(tuple(parts), "\n\n"), _buttons(seen), fresh=fresh)


def _state(seen: Card) -> Mapping[str, object]:
    one = seen.recommendation
    state = "overdue" if seen.overdue else one.state.value
    return {"state": state, "due": one.due if one.due is not None else "none"}


def _name(seen: Card, person: int | None) -> str:
    return seen.people[person].name if person is not None and person in seen.people else "none"


def _buttons(seen: Card) -> Keyboard:
    number = seen.recommendation.id
    answer = Button(Say("recommendation-answer"), press("recommendation.answer", number), style=Style.MAIN)
    close = Button(Say("recommendation-close"), press("recommendation.close", number), style=Style.GOOD)
    again = Button(Say("recommendation-return"), press("recommendation.return", number))
    file = Button(Say("recommendation-file"), press("recommendation.file", number))
    withdraw = Button(Say("recommendation-withdraw"), press("recommendation.withdraw", number))
    ways = (
        *((answer,) if seen.may_answer else ()),
        *((close, again) if seen.may_decide else ()),
        *((file,) if seen.recommendation.file is not None else ()),
        *((withdraw,) if seen.may_withdraw else ()),
    )
    place = EVERY if seen.municipal else seen.organisation.id
    return (*grid(ways, 2), (Button(Say("recommendation-list"), press("recommendations.of", place)), _MENU))


def attachment(chat: int, recommendation_id: int, file: File) -> Show:
    """The file of the answer, with the way back to the card."""
    back = Button(Say("recommendation-to-card"), press("recommendation.card", recommendation_id))
    return Show(chat, f"recommendation:{recommendation_id}", Say("recommendation-file-caption"), ((back,),), file)
