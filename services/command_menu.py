"""The chat commands that work for whom: what Telegram's command menu offers, and `/help` explains."""

from __future__ import annotations

from mentoring.access import Action, Actor, somewhere
from mentoring.roles import PARTICIPANTS, Role
from messaging.replies import Commands, Reply
from services.desk import Desk
from services.invitations import INVITING

EVERYBODY = ("menu", "help", "cancel", "language", "privacy")
STAFF: tuple[tuple[str, tuple[Action, ...]], ...] = (
    ("people", (Action.SEE_PEOPLE,)),
    ("pairs", (Action.SEE_PAIRS,)),
    ("plan", (Action.SEE_PLAN,)),
    ("match", (Action.MATCH,)),
    ("campaign", (Action.RUN_CAMPAIGN, Action.SEE_RESULTS)),
    ("summary", (Action.SEE_SUMMARY,)),
    ("indicators", (Action.SEE_INDICATORS,)),
    ("roadmap", (Action.SEE_ROADMAP,)),
    ("invite", tuple(INVITING.values())),
    ("export", (Action.EXPORT,)),
)
"""Commands that the access table grants: any of the actions is enough."""


def commands(actor: Actor) -> tuple[str, ...]:
    """Names without the slash, in the order of the menu: what one does most comes first."""
    found = [EVERYBODY[0]]
    if actor.roles & PARTICIPANTS:
        found.append("meetings")
    if Role.MENTOR in actor.roles:
        found.append("log")
    if actor.roles & PARTICIPANTS:
        found += ["surveys", "pairs"]
    granted = [name for name, actions in STAFF if any(somewhere(actor, action) for action in actions)]
    found += [name for name in granted if name not in found]
    return (*found, *EVERYBODY[1:])


def replies(desk: Desk) -> tuple[Reply, ...]:
    """To be returned whenever roles or language have changed: the menu of this chat anew."""
    return (Commands(desk.actor.chat_id, commands(desk.actor)),)
