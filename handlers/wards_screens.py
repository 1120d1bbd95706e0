"""Screens of a guardian's page: children, one of them, consents and their texts."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.clock import local_date
from mentoring.consents import Consent
from mentoring.people import Person, short_name
from messaging.replies import Button, Keyboard, Lines, Moment, Say, Show, Style, Text, press
from services.desk import Desk
from services.dialogue_screens import own
from services.keyboards import MOST, options
from services.pairs import Pair, full_names
from services.wards import ConsentPage, Ward

MENU_SLOT = "menu"
_MENU = Button(Say("menu-button"), press("menu.open"))
_PAIRS = 2
"""So many mentorships have a line, and a button of their own as far as there is room; the list of pairs has all."""


def listing(desk: Desk, children: Sequence[Person], page: int) -> Show:
    """A button for each child."""
    buttons = (Button(one.name, press("ward.of", one.id)) for one in children)
    found = options(buttons, room=MOST - 1, page=page, turn=lambda at: press("ward.page", at))
    return Show(desk.actor.chat_id, MENU_SLOT, found.under(Say("wards-head")), (*found.rows, (_MENU,)))


def ward(desk: Desk, seen: Ward, *, alone: bool) -> Show:
    """A child: places, mentorships, meetings; and the ways on."""
    child = seen.child.id
    lines: list[Text] = [Say("wards-card", {"name": seen.child.name}), *_places(seen)]
    lines += [_pair(one, child) for one in seen.pairs[:_PAIRS]]
    lines += [
        Say("wards-meeting", {"when": Moment(one.starts_at), "with": _facing(pair, child)}) for one, pair in seen.coming
    ]
    if seen.pairs:
        lines.append(Say("wards-held", {"held": seen.held}))
    if seen.stopped:
        lines.append(Say("wards-stopped"))
    work = (
        Button(Say("wards-meetings"), press("meetings.list")),
        Button(Say("wards-plans"), press("plan.list")),
        Button(Say("wards-tasks"), press("tasks.mine")),
    )
    ways: Keyboard = (
        *((work,) if seen.pairs else ()),
        *(((Button(Say("wards-paper"), press("paper.of", child, 0)),),) if seen.on_paper else ()),
        (Button(Say("wards-consents"), press("ward.consents", child)), *_switch(seen)),
        (_MENU,) if alone else (Button(Say("wards-back"), press("ward.open")), _MENU),
    )
    room = min(_PAIRS, MOST - sum(map(len, ways)))
    opened = tuple(_pair_button(one, child) for one in seen.pairs[:room])
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*((opened,) if opened else ()), *ways))


def consents(desk: Desk, seen: Ward) -> Show:
    """What was agreed to about the child; a number opens the text."""
    shown = seen.consents[:6]
    lines: list[Text] = [Say("wards-consents-head", {"name": seen.child.name})]
    lines += [_consent(seen, number, one) for number, one in enumerate(shown, 1)] or [Say("wards-consents-none")]
    child = seen.child.id
    numbers = [Button(str(number), press("ward.consent", child, one.id)) for number, one in enumerate(shown, 1)]
    back = (Button(Say("wards-back"), press("ward.of", child)), _MENU)
    erase = (Button(Say("erasure-child-button"), press("erase.ask", child), style=Style.BAD),)
    take = (Button(Say("owndata-child-button"), press("owndata.order", child)),)
    rows = tuple(row for row in (tuple(numbers[:3]), tuple(numbers[3:])) if row)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines(tuple(lines)), (*rows, take, erase, back))


def consent(desk: Desk, seen: ConsentPage) -> Show:
    """The whole text, as it was shown."""
    given = {
        "title": own(seen.title),
        "day": local_date(seen.consent.given_at, seen.zone),
        "version": seen.consent.version,
    }
    text = own(seen.text, {"organisation": seen.organisation, "days": str(seen.days)})
    back = (Button(Say("wards-back"), press("ward.consents", seen.child.id)), _MENU)
    return Show(desk.actor.chat_id, MENU_SLOT, Lines((Say("wards-consent-head", given), text), "\n\n"), (back,))


def _places(seen: Ward) -> list[Text]:
    return [
        Say(
            "wards-place-line",
            {
                "role": one.role.value,
                "state": one.state.value,
                "organisation": seen.organisations[one.organisation_id or 0].name,
            },
        )
        for one in seen.memberships[:2]
        if one.organisation_id in seen.organisations
    ]


def _pair(pair: Pair, child: int) -> Text:
    mentorship = pair.mentorship
    said = {"with": full_names(pair.facing(child)), "state": mentorship.state.value, "ends": mentorship.ends}
    return Say("wards-pair-line", said)


def _pair_button(pair: Pair, child: int) -> Button:
    names = ", ".join(short_name(one.name) for one in pair.facing(child)[:1])
    return Button(Say("wards-pair", {"with": names}), press("pair.card", pair.mentorship.id))


def _facing(pair: Pair | None, child: int) -> Text:
    return full_names(pair.facing(child)) if pair is not None else ""


def _consent(seen: Ward, number: int, one: Consent) -> Text:
    giver = seen.givers.get(one.given_by)
    said: dict[str, Text | int | object] = {
        "number": number,
        "document": Say(f"privacy-{one.kind.value}"),
        "day": local_date(one.given_at, seen.zone),
        "who": giver.name if giver is not None else "",
        "paper": "paper" if one.paper_date is not None else "chat",
        "withdrawn": local_date(one.withdrawn_at, seen.zone) if one.withdrawn_at is not None else "",
        "state": "withdrawn" if one.withdrawn_at is not None else "given",
    }
    return Say("wards-consent-line", said)


def _switch(seen: Ward) -> tuple[Button, ...]:
    if seen.may_stop:
        return (Button(Say("wards-stop"), press("ward.stop", seen.child.id), style=Style.BAD),)
    if seen.stopped:
        return (Button(Say("wards-again"), press("ward.again", seen.child.id), style=Style.GOOD),)
    return ()
