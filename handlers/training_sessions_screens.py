"""Screens of the sessions of the school of mentors: the list, one of them, who is asked, who came."""

from __future__ import annotations

from handlers.home_screens import pager
from handlers.school_of_mentors_screens import HALL, MENU_BUTTON, MENU_SLOT
from mentoring.training import Result, SessionState
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services.desk import Desk
from services.training_sessions import SessionCard, SessionPeople, Sessions, facts

_LIST = Button(Say("training-back"), press("training.sessions", 0))


def slot(session_id: int) -> str:
    """The place on the curator's phone where a session is shown."""
    return f"training-session:{session_id}"


def listing(desk: Desk, seen: Sessions) -> Show:
    """A page of sessions: a line and a number each."""
    lines: list[Text] = [Say("training-sessions-head" if seen.lines else "training-sessions-none")]
    for number, (session, _) in enumerate(seen.lines, 1):
        said = {"number": number, "title": session.title, "when": session.starts_at, "state": session.state.value}
        lines.append(Say("training-sessions-line", said))
    numbers = tuple(
        Button(str(number), press("training.session", session.id)) for number, (session, _) in enumerate(seen.lines, 1)
    )
    new = (Button(Say("training-new"), press("training.new"), style=Style.MAIN),)
    rows = (numbers, *pager("training.sessions", seen.page, seen.pages), new, (HALL, MENU_BUTTON))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), tuple(row for row in rows if row))


def card(desk: Desk, seen: SessionCard, *, missed: int = 0) -> Show:
    """A session and what can be done with it. missed: how many could not be told of it."""
    number, state = seen.session.id, seen.session.state
    came = sum(one.result is Result.PASSED for one in seen.asked)
    lines: list[Text] = [Say("training-session-card", facts(seen))]
    lines.append(Say("training-session-state", {"state": state.value, "asked": len(seen.asked), "came": came}))
    if missed:
        lines.append(Say("training-missed", {"count": missed}))
    rows: list[tuple[Button, ...]] = []
    begun = desk.now >= seen.session.starts_at
    if state in (SessionState.DRAFT, SessionState.INVITED) and not begun:
        rows.append((Button(Say("training-whom"), press("training.people", number, 0)),))
    if state is SessionState.DRAFT and not begun:
        rows.append((Button(Say("training-invite"), press("training.invite", number), style=Style.GOOD),))
    if state is not SessionState.DRAFT and begun:
        rows.append((Button(Say("training-came-list"), press("training.came", number, 0), style=Style.MAIN),))
    if state is not SessionState.HELD:
        rows.append((Button(Say("training-call-off"), press("training.call_off", number), style=Style.BAD),))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), (*rows, (_LIST, MENU_BUTTON)))


def people(desk: Desk, seen: SessionPeople) -> Show:
    """A page of mentors; pressing a number asks somebody to come, or not."""
    number = seen.card.session.id
    lines: list[Text] = [Say("training-people-head", {"asked": len(seen.card.asked)})]
    for place, (member, step) in enumerate(seen.lines, 1):
        said = {
            "number": place,
            "name": member.person.name,
            "asked": "yes" if step is not None else "no",
            "lacks": "yes" if member.membership.id in seen.lacks else "no",
        }
        lines.append(Say("training-people-line", said))
    toggles = [
        Button(
            f"✓ {place}" if step is not None else str(place),
            press("training.ask", number, member.membership.id, seen.page),
        )
        for place, (member, step) in enumerate(seen.lines, 1)
    ]
    everybody = Button(Say("training-ask-lacking"), press("training.ask_lacking", number))
    pages = pager(f"training.people:{number}", seen.page, seen.pages)
    rows = (tuple(toggles[:3]), tuple(toggles[3:]), *pages, (everybody,), (_card(number), MENU_BUTTON))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), tuple(row for row in rows if row))


def attendance(desk: Desk, seen: SessionPeople) -> Show:
    """A page of those who were asked; pressing a number says that somebody did not come, or did after all."""
    number, held = seen.card.session.id, seen.card.session.state is SessionState.HELD
    lines: list[Text] = [Say("training-came-head", {"title": seen.card.session.title, "held": "yes" if held else "no"})]
    marks: list[Button] = []
    for place, (member, step) in enumerate(seen.lines, 1):
        came = step is not None and step.result is not Result.ABSENT
        said = {"number": place, "name": member.person.name, "came": "yes" if came else "no"}
        lines.append(Say("training-came-line", said))
        label = f"✓ {place}" if came else str(place)
        marks.append(Button(label, press("training.mark", number, member.membership.id, seen.page)))
    done = () if held else ((Button(Say("training-hold"), press("training.hold", number), style=Style.GOOD),),)
    pages = pager(f"training.came:{number}", seen.page, seen.pages)
    rows = (tuple(marks[:3]), tuple(marks[3:]), *pages, *done, (_card(number), MENU_BUTTON))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), tuple(row for row in rows if row))


def sure_to_call_off(desk: Desk, seen: SessionCard) -> Show:
    """Who will hear of it."""
    number = seen.session.id
    rows = (
        (Button(Say("training-call-off-yes"), press("training.call_off_now", number), style=Style.BAD),),
        (_card(number), MENU_BUTTON),
    )
    return Show(desk.actor.chat_id, slot(number), Say("training-call-off-sure", facts(seen)), rows)


def called_off(desk: Desk, seen: SessionCard) -> Show:
    done = Say("training-call-off-done", facts(seen))
    return Show(desk.actor.chat_id, slot(seen.session.id), done, ((_LIST, MENU_BUTTON),))


def _card(number: int) -> Button:
    return Button(Say("training-back"), press("training.session", number))
