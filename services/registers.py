"""Which registers about the handling of personal data somebody may read."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.access import Action, Actor, places, somewhere
from mentoring.errors import Forbidden
from services.desk import Desk


@dataclass(frozen=True, slots=True)
class Readable:
    """The register of consents, the log of looks, the acts of destruction."""

    consents: bool
    log: bool
    acts: bool

    @property
    def any(self) -> bool:
        return self.consents or self.log or self.acts


def readable(actor: Actor) -> Readable:
    return Readable(
        bool(places(actor, Action.SEE_CONSENTS)),
        bool(places(actor, Action.SEE_DATA_LOG)),
        somewhere(actor, Action.SEE_ACTS),
    )


def choice(desk: Desk) -> Readable:
    """Those there are for the actor; Forbidden if there is none."""
    found = readable(desk.actor)
    if not found.any:
        raise Forbidden
    return found
