"""Screens of speed meetings: events, one of them, who comes and who came, plans."""

from __future__ import annotations

from handlers.home_screens import pager
from mentoring.mentorships import Side
from mentoring.people import Organisation
from mentoring.speed_meetings import SpeedState
from messaging.replies import Button, Lines, Say, Show, Style, Text, press
from services import keyboards, speed_titles
from services.desk import Desk
from services.speed_meetings import EventCard, Events, OwnPlan, facts, label
from services.speed_people import SpeedPeople

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_LIST = Button(Say("speed-back"), press("speed.open"))


def slot(event_id: int) -> str:
    """The place on the curator's phone where an event is shown."""
    return f"speed:{event_id}"


def listing(desk: Desk, seen: Events) -> Show:
    """A page of events: a line and a number each."""
    lines: list[Text] = [Say("speed-list-head" if seen.lines else "speed-list-none")]
    for number, (event, _) in enumerate(seen.lines, 1):
        named = speed_titles.title(desk, event)
        said = {"number": number, "title": named, "when": event.starts_at, "state": event.state.value}
        lines.append(Say("speed-list-line", said))
    numbers = tuple(
        Button(str(number), press("speed.card", event.id)) for number, (event, _) in enumerate(seen.lines, 1)
    )
    begin = Button(Say("speed-new"), press("speed.new"), style=Style.MAIN)
    rows = (numbers, *pager("speed.page", seen.page, seen.pages), (begin,), (_MENU,))
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), rows)


def choose_place(desk: Desk, where: tuple[Organisation, ...], page: int) -> Show:
    """In which organisation to hold it."""
    found = keyboards.organisations(where, "speed.new_in", "speed.where", page)
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(Say("speed-where")), (*found.rows, (_LIST, _MENU)))


def card(desk: Desk, seen: EventCard, *, missed: int = 0) -> Show:
    """An event and what can be done with it. missed: how many could not be told of the invitation."""
    number, state = seen.event.id, seen.event.state
    said = {"mentors": len(seen.on(Side.MENTOR)), "mentees": len(seen.on(Side.MENTEE))}
    lines: list[Text] = [Say("speed-card-head", facts(desk, seen)), Say("speed-card-people", said)]
    if seen.rounds:
        lines.append(Say("speed-card-rounds", facts(desk, seen)))
    lines.append(Say("speed-card-state", {"state": state.value}))
    if missed:
        lines.append(Say("speed-missed", {"count": missed}))
    rows: list[tuple[Button, ...]] = []
    if state is SpeedState.DRAFT:
        rows.append(
            tuple(
                Button(Say(f"speed-side-{side}"), press("speed.people", number, side, 0))
                for side in ("mentee", "mentor")
            )
        )
        rows.append((Button(Say("speed-invite"), press("speed.invite", number), style=Style.GOOD),))
    elif desk.now >= seen.event.starts_at:
        rows.append((Button(Say("speed-came"), press("speed.came", number, "mentee", 0)),))
    if state is SpeedState.HELD:
        rows.append((Button(Say("speed-wishes"), press("speed.wishes", number, 0)),))
    if seen.rounds:
        rows.append((Button(Say("speed-print"), press("speed.print", number)),))
    if state is not SpeedState.HELD:
        rows.append((Button(Say("speed-call-off"), press("speed.call_off", number), style=Style.BAD),))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), (*rows, (_LIST, _MENU)))


def people(desk: Desk, seen: SpeedPeople) -> Show:
    """A page of those who could come; pressing a number takes somebody in or out."""
    number, side = seen.card.event.id, seen.side.value
    chosen = len(seen.card.on(seen.side))
    lines: list[Text] = [Say("speed-people-head", {"side": side, "chosen": chosen, "total": seen.total})]
    lines += [
        Say("speed-people-line", {"number": place, "name": label(person), "chosen": "yes" if seat else "no"})
        for place, (person, seat) in enumerate(seen.lines, 1)
    ]
    toggles = [
        Button(
            f"✓ {place}" if seat else str(place), press("speed.seat", number, side, person.id, int(not seat), seen.page)
        )
        for place, (person, seat) in enumerate(seen.lines, 1)
    ]
    everybody = chosen < seen.total
    flip = Button(
        Say("match-everybody" if everybody else "match-nobody"),
        press("speed.everybody", number, side, int(everybody)),
    )
    pages = pager(f"speed.people:{number}:{side}", seen.page, seen.pages)
    rows = (tuple(toggles[:3]), tuple(toggles[3:]), *pages, (flip, _card(number)))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), rows)


def attendance(desk: Desk, seen: SpeedPeople) -> Show:
    """A page of those who were to come; pressing a number says that somebody did not, or did after all."""
    number, side = seen.card.event.id, seen.side
    lines: list[Text] = [Say("speed-came-head", {"side": side.value})]
    lines += [
        Say(
            "speed-came-line",
            {"number": place, "name": label(person), "came": "yes" if seat and seat.present else "no"},
        )
        for place, (person, seat) in enumerate(seen.lines, 1)
    ]
    marks = [
        Button(
            f"✓ {place}" if seat and seat.present else str(place),
            press("speed.mark", number, side, person.id, int(not (seat and seat.present)), seen.page),
        )
        for place, (person, seat) in enumerate(seen.lines, 1)
    ]
    other = Side.MENTOR if side is Side.MENTEE else Side.MENTEE
    switch = Button(Say(f"speed-side-{other.value}"), press("speed.came", number, other.value, 0))
    pages = pager(f"speed.came:{number}:{side.value}", seen.page, seen.pages)
    rows = (tuple(marks[:3]), tuple(marks[3:]), *pages, (switch, _card(number)))
    return Show(desk.actor.chat_id, slot(number), Lines(tuple(lines)), rows)


def sure_to_call_off(desk: Desk, seen: EventCard) -> Show:
    """Who will hear of it."""
    number = seen.event.id
    rows = (
        (Button(Say("speed-call-off-yes"), press("speed.call_off_now", number), style=Style.BAD),),
        (_card(number),),
    )
    return Show(desk.actor.chat_id, slot(number), Say("speed-call-off-sure", facts(desk, seen)), rows)


def called_off(desk: Desk, seen: EventCard) -> Show:
    return Show(
        desk.actor.chat_id, slot(seen.event.id), Say("speed-call-off-done", facts(desk, seen)), ((_LIST, _MENU),)
    )


def own_plan(desk: Desk, seen: OwnPlan) -> Show:
    """Somebody's own talks."""
    number = seen.card.event.id
    lines: list[Text] = [Say("speed-plan-head", facts(desk, seen.card))]
    for turn, hour, person in seen.lines:
        said = {"number": turn, "hour": hour, "name": label(person) if person is not None else "none"}
        lines.append(Say("speed-plan-line", said))
    held = seen.card.event.state is SpeedState.HELD
    wishes = ((Button(Say("speed-wishes"), press("wishes.of", number, 0, 0)),),) if held else ()
    rows = (*pager(f"speed.mine:{number}", seen.page, seen.pages), *wishes, (_MENU,))
    return Show(desk.actor.chat_id, f"speed-plan:{number}", Lines(tuple(lines)), rows)


def _card(number: int) -> Button:
    return Button(Say("speed-back"), press("speed.card", number))
