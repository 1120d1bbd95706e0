"""Where plain words lead a person: which of the places they mean are open to this one, and the press for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, allowed, somewhere
from mentoring.erasure import may_alone
from mentoring.roles import PARTICIPANTS
from messaging.replies import press
from services import home, municipality, pairs
from services.desk import Desk
from services.home import Home

EVERYBODY = frozenset({"menu.open", "help.open", "privacy.open", "language.open"})
"""Open to strangers too."""
OWN_LIST = "pairs.list"
"""A participant without a pair reads there that there is none yet."""
ROOM = "room."
"""Before the name of one of the coordinator's rooms."""
MOST = 3
"""So many are offered where more than one is meant."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the name it has in the menu, with the callback data that opens it."""

    name: str
    press: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is open of what was asked for. `seen`: the actor's home screen; None of a stranger."""

    seen: Home | None
    places: tuple[Place, ...]


async def places(desk: Desk, names: Sequence[str], *, only_first: bool = False) -> Found:
    """Of the places named those that are open to the actor, in that order, at most three.

    Beside the doors of the home screen: `meeting.next` is the card of the next meeting, `diary.own` the diary of the
    only mentorship, `erase.ask` the withdrawal of the consent to keep one's data, `room.NAME` a coordinator's room.
    """
    seen = await home.home(desk)
    if seen is None:
        open_to_all = ("privacy.open" if name == "erase.ask" else name for name in names)
        found = [Place(name, press(name)) for name in open_to_all if name in EVERYBODY]
    else:
        ways = [(name, await _way(desk, seen, name)) for name in names]
        found = [Place(name, way) for name, way in ways if way is not None]
    return Found(seen, tuple(found[: 1 if only_first else MOST]))


async def _way(desk: Desk, seen: Home, name: str) -> str | None:
    """The press that opens a place; None: it is closed to the actor."""
    match name:
        case "pair.own":
            return home.own_pairs(seen.mine) if name in seen.doors else None
        case "meeting.next":
            return press("meeting.open", seen.meeting.id) if seen.meeting is not None else None
        case "meeting.plan":
            return press(name) if desk.actor.roles & PARTICIPANTS and seen.mine else None
        case "diary.own":
            return await _diary(desk, seen)
        case "erase.ask":
            alone = may_alone(seen.person, desk.today(seen.person.zone))
            return press(name, seen.person.id) if alone else press("privacy.open")
    if name.startswith(ROOM):
        return _room(desk, name.removeprefix(ROOM))
    open_to_them = name in seen.doors or name in EVERYBODY
    return press(name) if open_to_them or (name == OWN_LIST and desk.actor.roles & PARTICIPANTS) else None


def _room(desk: Desk, name: str) -> str | None:
    open_to_them = somewhere(desk.actor, Action.SEE_ORGANISATIONS) and name in municipality.doors(desk)
    return municipality.PRESSES[name] if open_to_them else None


async def _diary(desk: Desk, seen: Home) -> str | None:
    if len(seen.mine) != 1:
        return press(OWN_LIST) if seen.mine else None
    scope = Scope.of(await pairs.find(desk, seen.mine[0]))
    return press("diary.open", seen.mine[0]) if allowed(desk.actor, Action.SEE_DIARY, scope) else None
