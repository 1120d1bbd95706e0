"""What the register of consents and the log of looks at personal data look like."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.home_screens import MENU
from mentoring.access import Action, Actor, places
from mentoring.clock import local_date
from mentoring.people import Organisation
from messaging.replies import Button, Keyboard, Lines, Say, Show, Text, press
from services import keyboards
from services.consents_register import Register
from services.data_log import Line, Log
from services.desk import Desk
from storage.consents import Registered

BACK = (Button(Say("registers-back"), press("privacy.open")), Button(Say("menu-button"), press("menu.open")))


def ways(actor: Actor) -> Keyboard:
    """The registers that the actor may read, a row each."""
    consents = places(actor, Action.SEE_CONSENTS)
    log = places(actor, Action.SEE_DATA_LOG)
    found = (
        (Button(Say("registers-consents"), press("consents.open")),) if consents else (),
        (Button(Say("registers-log"), press("datalog.open")),) if log else (),
    )
    return tuple(row for row in found if row)


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
        "about": one.about.name if one.about is not None else "none",
        "file": one.file or "none",
    }
    return Say("datalog-line", said)
