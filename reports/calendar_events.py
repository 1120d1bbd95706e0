"""An event as an .ics file; one made after it was moved or cancelled replaces the earlier one in the calendar."""

from __future__ import annotations

from datetime import datetime

from locales import Wording
from mentoring.events import USUAL, Event, EventState
from mentoring.whereabouts import is_link
from reports.calendar_file import Slot, calendar


def event_file(event: Event, organisation: str | None, bot: str, language: str, now: datetime) -> bytes:
    """The file's bytes. `organisation` None: of the municipality; `bot`: its user name, without the @."""
    wording = Wording.load()
    about = wording.text(language, "event-calendar-about", bot=f"https://t.me/{bot}")
    link = event.place if event.place and is_link(event.place) else None
    slot = Slot(
        f"event-{event.id}@{bot}.t.me",
        event.sequence,
        event.state is EventState.CANCELLED,
        event.starts_at,
        USUAL,
        event.title,
        "\n".join(part for part in (event.about, organisation, about) if part),
        event.place,
        link,
    )
    return calendar([slot], now)
