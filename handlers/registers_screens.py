"""What the register of consents and the log of looks at personal data look like."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.access import Actor
from mentoring.clock import local_date
from mentoring.erasure import Erasure, ErasureState
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services import keyboards
from services.consents_register import Register
from services.data_log import Line, Log
from services.desk import Desk
from services.erasure_acts import Acts
from services.registers import Readable, readable
from storage.consents import Registered

_PRIVACY = (Button(Say("registers-back"), press("privacy.open")), Button(Say("menu-button"), press("menu.open")))
BACK = (Button(Say("registers-all"), press("registers.open")), Button(Say("menu-button"), press("menu.open")))


def door(actor: Actor) -> Keyboard:
    """The way to the registers, for those who may read one."""
    return ((Button(Say("registers-open"), press("registers.open")),),) if readable(actor).any else ()


def registers(desk: Desk, may: Readable) -> Show:
    """A row for each that the actor may read."""
    ways = (
        (Button(Say("registers-consents"), press("consents.open")),) if may.consents else (),
        (Button(Say("registers-log"), press("datalog.open")),) if may.log else (),
        (Button(Say("registers-acts"), press("acts.open")),) if may.acts else (),
    )
    return Show(desk.actor.chat_id, MENU, Say("registers-head"), (*(row for row in ways if row), _PRIVACY))


def where(desk: Desk, organisations: Iterable[Organisation], to: str, turns: str, page: int) -> Show:
    """Whose register."""
    found = keyboards.organisations(organisations, to, turns, page)
    return Show(desk.actor.chat_id, MENU, found.under(Say("registers-where")), (*found.rows, BACK))


def consents(desk: Desk, seen: Register) -> Show:
    """A line each, the newest first; the whole as a table."""
    place = seen.organisation
    lines: list[Text] = [Say("consents-head", {"organisation": place.name, "count": seen.total})]
    lines += [_consent(one, place.zone) for one in seen.lines] or [Say("consents-none")]
    turn = keyboards.pager(seen.page, seen.pages, lambda at: press("consents.of", place.id, at))
    table = ((Button(Say("consents-file"), press("consents.file", place.id)),),) if seen.total else ()
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*turn, *table, BACK))


def _consent(one: Registered, zone: str) -> Text:
    given = one.consent
    said = {
        "name": one.name,
        "document": Say(f"privacy-{given.kind}"),
        "version": given.version,
        "day": local_date(given.given_at, zone),
        "giver": one.giver or "self",
        "paper": "paper" if given.paper_date is not None else "chat",
        "withdrawn": local_date(given.withdrawn_at, zone) if given.withdrawn_at is not None else "none",
    }
    return Say("consents-line", said)


def log(desk: Desk, seen: Log) -> Show:
    """A line each, the newest first."""
    place = seen.organisation
    lines: list[Text] = [Say("datalog-head", {"organisation": place.name, "count": seen.total})]
    lines += [_look(one) for one in seen.lines] or [Say("datalog-none")]
    turn = keyboards.pager(seen.page, seen.pages, lambda at: press("datalog.of", place.id, at))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*turn, BACK))


def _look(one: Line) -> Text:
    said = {
        "when": one.at,
        "who": one.who.name if one.who is not None else "—",
        "look": one.look.value,
        "about": one.about[0].name if one.about else "none",
        "count": one.count,
        "more": max(len(one.about) - 1, 0),
        "file": one.file or "none",
    }
    return Say("datalog-line", said)


def acts(desk: Desk, seen: Acts) -> Show:
    """A line each, the newest first; what is done has its act behind a number."""
    zone = seen.organisation.zone if seen.organisation is not None else desk.programme.zone
    place = seen.organisation.name if seen.organisation is not None else Say("acts-municipality")
    lines: list[Text] = [Say("acts-head", {"organisation": place, "count": seen.total})]
    lines += [_erasure(one, zone) for one in seen.lines] or [Say("acts-none-yet")]
    done = (one for one in seen.lines if one.state is ErasureState.ERASED)
    files = keyboards.grid((Button(str(one.id), press("acts.file", one.id, seen.place)) for one in done), 3)
    turn = keyboards.pager(seen.page, seen.pages, lambda at: press("acts.of", seen.place, at))
    return Show(desk.actor.chat_id, MENU, Lines(tuple(lines)), (*files, *turn, BACK))


def _erasure(one: Erasure, zone: str) -> Text:
    said = {
        "number": one.id,
        "person": one.number,
        "state": one.state.value,
        "asked": local_date(one.asked_at, zone),
        "due": local_date(one.due_at, zone),
        "erased": local_date(one.erased_at, zone) if one.erased_at is not None else "",
    }
    return Say("acts-line", said)
