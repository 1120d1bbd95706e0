"""How milestones are told: a line of a list, a reminder with its buttons, the coordinator's week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from messaging.replies import Button, Keyboard, Lines, Own, Say, Text, press
from services.dialogue_screens import own
from services.keyboards import MOST, grid
from services.roadmap import Item
from surveys.wording import Wording

SHORT = 110
"""Characters of a measure in a list; the card has the whole of it."""
_ROW = 4


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


def reminder(items: Sequence[Item]) -> Text:
    """What is due, at most eight lines; the places are named where there are several."""
    several = len({each.place.id for each in items}) > 1
    lines: list[Text] = [Say("roadmap-reminder", {"count": len(items)})]
    lines += [line(number, each, place=several) for number, each in enumerate(items[:MOST], 1)]
    if len(items) > MOST:
        lines.append(Say("roadmap-more-lines", {"count": len(items) - MOST}))
    return Lines(tuple(lines))


def ways(items: Sequence[Item], *, whole: bool) -> Keyboard:
    """A number for each milestone and, for who may see it, the way to the whole roadmap."""
    numbers = (Button(str(number), press("milestone.open", each.code)) for number, each in enumerate(items[:MOST], 1))
    places = list(dict.fromkeys(each.place.id or 0 for each in items))
    to = press("roadmap.of", places[0]) if len(places) == 1 else press("roadmap.open")
    return (*grid(numbers, _ROW), *(((Button(Say("roadmap-open"), to),),) if whole else ()))


def weekly(items: Sequence[Item]) -> Text:
    """How much is late where; the organisations with the most first."""
    many = Counter(each.place.organisation.name for each in items if each.place.organisation is not None)
    lines: list[Text] = [Say("roadmap-weekly", {"count": len(items), "number": len(many)})]
    lines += [Say("roadmap-weekly-line", {"name": name, "count": count}) for name, count in _first(many.most_common())]
    if len(many) > MOST:
        lines.append(Say("roadmap-weekly-rest", {"count": len(many) - MOST}))
    return Lines(tuple(lines))


def late_ways() -> Keyboard:
    return ((Button(Say("roadmap-where-late"), press("roadmap.late", "rows", 0)),),)


def _first(listed: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(listed)[:MOST]
