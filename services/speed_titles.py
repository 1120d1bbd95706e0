"""What speed meetings are called: the usual name in the reader's language, else the one they were given."""

from __future__ import annotations

from mentoring.speed_meetings import SpeedEvent
from messaging.replies import Text
from services.desk import Desk
from services.dialogue_screens import own
from surveys.wording import Wording

FORM = "speed-event"


def title(desk: Desk, event: SpeedEvent) -> Text:
    """The title as a text."""
    usual = _usual(desk, event)
    return event.title if usual is None else own(usual)


def printed(desk: Desk, event: SpeedEvent) -> str:
    """The title for a file in the actor's language."""
    usual = _usual(desk, event)
    return event.title if usual is None else usual.text(desk.actor.language)


def named(desk: Desk, event: SpeedEvent) -> str:
    """`yes` or `no`, for sentences that say «быстрые встречи» themselves: whether there is a name to add."""
    return "yes" if _usual(desk, event) is None else "no"


def _usual(desk: Desk, event: SpeedEvent) -> Wording | None:
    """The form's own suggestion, where the title is that one."""
    question = desk.house.surveys.get(FORM).question("title")
    labels = [quick.label for quick in question.quick] if question is not None else []
    told = event.title.strip().casefold()
    return next(
        (one for one in labels if isinstance(one, Wording) and told in {each.casefold() for each in one.variants()}),
        None,
    )
