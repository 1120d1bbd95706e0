"""Screens of pairs and groups: list, filters, and the questions before an order and before the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mentoring.mentorships import MentorshipState, Side
from mentoring.people import Organisation
from messaging.replies import Button, Lines, Replies, Say, Show, Style, Text, Toast, press
from services import keyboards
from services.desk import Desk
from services.dialogue_screens import own
from services.endings import Step
from services.evidence import Progress
from services.keyboards import MOST, Options, grid, options, pager
from services.mentorships import Line, Listing, View, Which
from services.pair_notices import slot
from services.pairs import Pair, facts, full_names, measured, short_names

MENU_SLOT = "menu"
EVERY_FORM = "-"
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("pairs-back"), press("pairs.list"))
_ROW = 4
# --- lists -----------------------------------------------------------------------------------------------------------


def listing(desk: Desk, seen: Listing) -> Show:
    """A page of mentorships: a line each, a numbered button each."""
    head = Say("pairs-head-own") if seen.own else _head(desk, seen)
    lines: list[Text] = [head]
    lines += [_line(desk, number, line) for number, line in enumerate(seen.lines, 1)]
    if not seen.lines:
        lines.append(Say("pairs-none"))
    numbers = [
        Button(str(number), press("pair.open", line.pair.mentorship.id)) for number, line in enumerate(seen.lines, 1)
    ]
    rows = [
        *grid(numbers, _ROW),
        *pager(seen.view.page, seen.pages, lambda page: _to(replace(seen.view, page=page))),
    ]
    ways: tuple[Button, ...] = ()
    if not seen.own:
        ways += (Button(Say("pairs-filter"), press("pairs.filter", seen.view.which, _form(seen.view))),)
    if seen.may_fix:
        ways += (Button(Say("orders-button"), press("orders.new")),)
    if seen.may_propose:
        ways += (Button(Say("pairs-new"), press("pair.new"), style=Style.MAIN if not seen.total else None),)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*rows, ways, (_MENU,)))


def _head(desk: Desk, seen: Listing) -> Text:
    view = seen.view
    parts: list[Text] = [Say("pairs-head", {"which": view.which.value, "total": seen.total})]
    if view.form is not None:
        parts.append(own(desk.programme.form(view.form).name))
    return Lines(tuple(parts), " · ")


def _line(desk: Desk, number: int, line: Line) -> Text:
    mentorship = line.pair.mentorship
    said = {
        "number": number,
        "mentors": short_names(line.pair.on(Side.MENTOR)),
        "mentees": short_names(line.pair.on(Side.MENTEE)),
        "form": own(desk.programme.form(mentorship.form).name),
        "state": state_text(mentorship.state, line.waits, line.asked, exit_asked=mentorship.exit_asked_at is not None),
    }
    return Say("pairs-line", said)


def state_text(state: MentorshipState, waits: int, asked: int, *, exit_asked: bool) -> Say:
    """Where it stands, and how many answers it waits for."""
    values = {"waits": waits, "asked": asked}
    if state is MentorshipState.AGREED:
        return Say("pairs-state-entry" if waits else "pairs-state-agreed", values)
    if state is MentorshipState.ACTIVE and exit_asked:
        return Say("pairs-state-exit" if waits else "pairs-state-finished", values)
    return Say(f"pairs-state-{state.value.replace('_', '-')}", values)


def filters(desk: Desk, counts: Mapping[Which, int], view: View) -> Show:
    """What a list can be narrowed by: state and, on a screen of its own, form."""
    states = [
        Button(
            Say("pairs-which", {"which": which.value, "count": count}),
            _to(View(which, view.form)),
            chosen=which is view.which,
        )
        for which, count in counts.items()
    ]
    by_form = Button(
        Say("pairs-by-form"),
        press("pairs.forms", view.which, _form(view)),
        chosen=view.form is not None,
    )
    keyboard = (*grid(states, 2), (by_form, Button(Say("pairs-back"), _to(view))))
    return Show(desk.actor.chat_id, MENU_SLOT, Say("pairs-filter-head"), keyboard)


def forms(desk: Desk, view: View) -> Show:
    """The forms of the programme."""
    every = Button(Say("pairs-every-form"), _to(View(view.which)), chosen=view.form is None)
    buttons = (
        Button(own(form.name), _to(View(view.which, form.id)), chosen=form.id is view.form)
        for form in desk.programme.forms
    )
    found = options(buttons, room=MOST - 3)
    back = (Button(Say("pairs-back"), press("pairs.filter", view.which, _form(view))), _MENU)
    text = found.under(Say("pairs-form-head"))
    return Show(desk.actor.chat_id, MENU_SLOT, text, (*found.rows, (every,), back))


def where_new(desk: Desk, organisations: Iterable[Organisation], page: int) -> Show:
    """Where the new pair is to be."""
    found = keyboards.organisations(organisations, "pair.new_in", "pair.where", page)
    return _chosen(desk, Say("pairs-where"), found)


def whose_order(desk: Desk, organisations: Iterable[Organisation], page: int) -> Show:
    """Whose order it is."""
    found = keyboards.organisations(organisations, "orders.new_in", "orders.where", page)
    return _chosen(desk, Say("orders-where"), found)


def _chosen(desk: Desk, question: Say, found: Options) -> Show:
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(question), (*found.rows, (_LIST, _MENU)))


# --- what comes of a press -------------------------------------------------------------------------------------------


def agreed(desk: Desk, pair: Pair) -> Replies:
    """Thanks, and what comes next."""
    done = pair.mentorship.state is MentorshipState.AGREED
    all_agreed = "pairs-agreed-all" if measured(desk, pair.mentorship) else "pairs-agreed-once"
    text = Say(all_agreed if done else "pairs-agreed-own", facts(desk, pair))
    keyboard = ((Button(Say("pairs-open"), press("pair.card", pair.mentorship.id)), _MENU),)
    return (Toast(Say("pairs-agreed-toast")), Show(desk.actor.chat_id, slot(pair), text, keyboard))


def entry_missing(desk: Desk, step: Step) -> Show:
    """Who has not answered; the curator may go on without them."""
    number = step.pair.mentorship.id
    keyboard = (
        (Button(Say("pairs-order-now"), press("pair.order_now", number)),),
        (Button(Say("pairs-wait"), press("pair.card", number)), _MENU),
    )
    text = Say("pairs-entry-missing", {"names": _missing(step.pair, step.progress)})
    return Show(desk.actor.chat_id, slot(step.pair), text, keyboard)


def completion(desk: Desk, step: Step, *, asked_now: bool) -> Show:
    """Before the end: whose exit questionnaires are missing."""
    number, missing = step.pair.mentorship.id, bool(step.progress.missing)
    key = "pairs-exit-sent" if asked_now else "pairs-exit-missing" if missing else "pairs-complete-sure"
    values = {**facts(desk, step.pair), "names": _missing(step.pair, step.progress)}
    sure = Button(
        Say("pairs-complete-anyway" if missing else "pairs-complete-yes"),
        press("pair.complete_now", number),
        style=None if missing else Style.GOOD,
    )
    keyboard = ((sure,), (Button(Say("pairs-wait" if missing else "pairs-back"), press("pair.card", number)), _MENU))
    return Show(desk.actor.chat_id, slot(step.pair), Say(key, values), keyboard)


def completed(desk: Desk, pair: Pair) -> Show:
    """Completed, parties thanked."""
    keyboard = ((Button(Say("pairs-open"), press("pair.card", pair.mentorship.id)),), (_LIST, _MENU))
    return Show(desk.actor.chat_id, slot(pair), Say("pairs-completed-done", facts(desk, pair)), keyboard)


def _missing(pair: Pair, progress: Progress) -> Text:
    return full_names(pair.people[person] for person in progress.missing if person in pair.people)


def _form(view: View) -> str:
    return view.form.value if view.form is not None else EVERY_FORM


def _to(view: View) -> str:
    return press("pairs.page", view.which, _form(view), view.page)
