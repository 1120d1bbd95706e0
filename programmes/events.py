"""What a programme holds for its people: seminars, contests, festivals, a closing event, in its documents' words."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.events import EventKind
from programmes.forms import BUTTON
from programmes.reading import Entry
from surveys.wording import Wording


@dataclass(frozen=True, slots=True)
class EventNamed:
    """A kind of event as the programme calls it; `place`: where its document has it, None where it does not."""

    kind: EventKind
    name: Wording
    place: str | None = None


def read_events(top: Entry) -> tuple[EventNamed, ...]:
    """Kinds that are offered for a new event, in this order; may be left out: then the usual ones are."""
    entries = top.each("events", ("kind", "name", "place"), "an event", needed=False)
    events = [
        EventNamed(each.member("kind", EventKind), each.name(limit=BUTTON), each.maybe("place")) for each in entries
    ]
    seen: set[EventKind] = set()
    for each, event in zip(entries, events, strict=True):
        if event.kind in seen:
            problem = f"two of «events» are of the kind «{event.kind.value}»"
            each.report.add(each.node("kind"), "", problem, "name each kind once")
        seen.add(event.kind)
    return tuple(events)
