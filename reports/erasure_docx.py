"""The act of destruction of personal data with the extract of the log, as a .docx. Runs in the workshop.

Its parts are those that Roskomnadzor's order of 28 October 2022 № 179 asks for (sections 3 and 5), the person
by number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reports.paper import DOCX, paper


@dataclass(frozen=True, slots=True)
class Act:
    """`kinds`: of data, with how many records; `person`: the number they are known by; times are aware."""

    number: int
    operator: str
    person: str
    ground: str
    kinds: tuple[tuple[str, int], ...]
    system: str
    asked_at: datetime
    erased_at: datetime
    on: date
    zone: str


def act_document(act: Act, language: str) -> bytes:
    """The document in the reader's language (`ru` or `en`), with room for the signatures."""
    made = paper(language, DOCX)

    def word(key: str, **values: object) -> str:
        return made.word(f"act-{key}", **values)

    def at(moment: datetime) -> str:
        return word("at", day=moment.date(), time=moment.time())

    zone = ZoneInfo(act.zone)
    asked, erased = act.asked_at.astimezone(zone), act.erased_at.astimezone(zone)
    kinds = [(word("kind", what=kind), str(count)) for kind, count in act.kinds]
    made.heading(word("title", number=act.number, day=act.on))
    for name in ("operator", "person", "system"):
        made.line(word(name, value=getattr(act, name)))
    made.line(word("ground", ground=act.ground, day=asked.date()))
    made.line(word("method"))
    made.line(word("day", day=erased.date()))
    made.subheading(word("kinds"))
    made.table((word("column-kind"), word("column-count")), kinds, (130, 40))
    made.line(word("rest"))
    made.line(word("signature"))
    made.line(word("signature"))
    made.heading(word("log", number=act.number))
    events = (
        (at(asked), word("event-asked", ground=act.ground)),
        (at(asked), word("event-hidden")),
        (at(erased), word("event-erased")),
    )
    made.table((word("column-when"), word("column-event")), events, (50, 120))
    for name in ("person", "system"):
        made.line(word(name, value=getattr(act, name)))
    made.line(word("kept"))
    return made.content(word("title", number=act.number, day=act.on))
