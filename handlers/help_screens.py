"""Screens of calls for help: where to ask, lists, one of them."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.help import HelpRequest, HelpState
from messaging.replies import Button, Keyboard, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.help_notices import helped_keyboard
from services.help_views import Listing, Sees, View
from services.keyboards import pager
from services.pairs import Pair, full_names

MENU_SLOT = "menu"
LINE = 60
"""So much of a question stands in a list."""
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("help-all"), press("help.list"))


def choose(desk: Desk, places: Iterable[Pair]) -> Show:
    """In which mentorship the help is needed: numbered in the text, names being long."""
    lines: list[Text] = [Say("help-where")]
    buttons = []
    for number, pair in enumerate(list(places)[:8], 1):
        others = (person for person in pair.people.values() if person.id != desk.actor.person_id)
        lines.append(Say("help-where-line", {"number": number, "names": full_names(others)}))
        buttons.append(Button(str(number), press("help.ask", pair.mentorship.id)))
    rows = tuple(tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*rows, (_MENU,)))


def listing(desk: Desk, seen: Listing) -> Show:
    """A page of questions: a line each, a numbered button each."""
    lines: list[Text] = [Say(f"help-head-{'curator' if seen.whose is Sees.CURATOR else 'own'}", {"total": seen.total})]
    for number, line in enumerate(seen.lines, 1):
        said = {
            "number": number,
            "who": line.asker,
            "question": _short(line.request.question),
            "state": _state(line.request),
        }
        lines.append(Say("help-request-line", said))
    if not seen.lines:
        lines.append(Say("help-none"))
    buttons = [Button(str(number), press("help.see", line.request.id)) for number, line in enumerate(seen.lines, 1)]
    rows = [tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4)]
    rows += pager(seen.page, seen.pages, lambda at: press("help.page", at))
    if seen.whose is Sees.CURATOR:
        rows.append((Button(Say("health-back"), press("health.list")), _MENU))
    else:
        rows.append((Button(Say("help-ask-door"), press("help.begin")), _MENU))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(rows))


def card(desk: Desk, seen: View, *, fresh: bool = False) -> Show:
    """A question with its answer, and what its reader may do. `fresh`: opened from a notice, so it comes below it."""
    request = seen.request
    lines: list[Text] = [Say("help-card", {"who": seen.asker, "question": request.question})]
    if seen.area is not None:
        lines.append(Say("help-card-area", {"area": seen.area}))
    lines.append(Say("help-card-state", {"state": _state(request), "asked": request.asked_at}))
    if seen.taker is not None and request.waits:
        lines.append(Say("help-card-taker", {"who": seen.taker}))
    if request.answer:
        lines.append(Say("help-card-answer", {"who": seen.taker or "…", "answer": request.answer}))
    keyboard = (*_doors(seen), _back(seen))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines), "\n\n"), keyboard, fresh=fresh)


def said(desk: Desk, text: Say, request: HelpRequest) -> Show:
    """What came of a press."""
    return Show(desk.actor.chat_id, f"help:{request.id}", text, ((_LIST, _MENU),))


def thanks(desk: Desk, request: HelpRequest, *, yes: bool) -> Show:
    """What follows the asker's verdict: if it did not help, the way to ask again."""
    if yes or request.mentorship_id is None:
        return Show(desk.actor.chat_id, f"help:{request.id}", Say("help-thanks-yes"), ((_MENU,),))
    again = (Button(Say("help-again"), press("help.ask", request.mentorship_id)),)
    return Show(desk.actor.chat_id, f"help:{request.id}", Say("help-thanks-no"), (again, (_MENU,)))


def _doors(seen: View) -> Keyboard:
    request = seen.request
    match seen.sees:
        case Sees.ASKER if request.state is HelpState.ANSWERED:
            return helped_keyboard(request)
        case Sees.ASKER if request.waits:
            return ((Button(Say("help-do-withdraw"), press("help.withdraw", request.id)),),)
        case Sees.MENTOR if request.waits:
            answer = Button(Say("help-do-answer"), press("help.answer", request.id), style=Style.MAIN)
            return ((answer, Button(Say("help-do-meet"), press("help.meet", request.id))), *_pass(seen))
        case Sees.EXPERT if request.waits and seen.mine:
            answer = Button(Say("help-do-answer"), press("help.answer", request.id), style=Style.MAIN)
            return ((answer,), (Button(Say("help-do-release"), press("help.release", request.id)),))
        case Sees.EXPERT if request.state is HelpState.OPEN:
            return ((Button(Say("help-do-take"), press("help.take", request.id), style=Style.MAIN),),)
        case Sees.CURATOR if request.waits:
            remind = (Button(Say("help-do-nudge"), press("help.nudge", request.id)),)
            return (remind, *_pass(seen))
    return ()


def _pass(seen: View) -> Keyboard:
    return ((Button(Say("help-do-pass"), press("help.pass", seen.request.id)),),) if seen.may_pass else ()


def _back(seen: View) -> tuple[Button, ...]:
    if seen.mentorship_id is None:
        return (_LIST, _MENU)
    return (Button(Say("pairs-open"), press("pair.open", seen.mentorship_id)), _LIST)


def _state(request: HelpRequest) -> Say:
    if request.state is HelpState.CLOSED:
        return Say("help-state-helped" if request.helped else "help-state-not-helped")
    if request.waits:
        return Say(f"help-state-{request.state.value}-{request.addressee.value}")
    return Say(f"help-state-{request.state.value}")


def _short(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= LINE else one[: LINE - 1].rstrip() + "…"
