"""How milestones are told: a line of a list, a measure cut to what a phone shows."""

from __future__ import annotations

from messaging.replies import Own, Say, Text
from services.dialogue_screens import own
from services.roadmap import Item
from surveys.wording import Wording

SHORT = 110
"""Characters of a measure in a list; the card has the whole of it."""


def line(number: int, item: Item, *, place: bool = False) -> Text:
    """A milestone in a list: how it stands, its day, what it is; `place`: and where."""
    said = {
        "number": number,
        "standing": item.standing.value,
        "day": item.last or "none",
        "measure": short(item.measure),
        "place": item.place.organisation.name if place and item.place.organisation else "none",
    }
    return Say("roadmap-line", said)


def short(measure: Wording, most: int = SHORT) -> Own:
    """A measure as a text of at most so many characters."""
    return own(Wording(shortened(measure.ru, most), shortened(measure.en, most)))


def shortened(text: str, most: int) -> str:
    """The text, cut after a whole word with an ellipsis if it is longer than `most` characters."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"
