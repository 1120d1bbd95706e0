"""What the diary looks like on a phone."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from handlers.home_screens import MENU, pager
from mentoring.diary import Hours
from mentoring.meetings import MeetingState
from messaging.replies import Button, Lines, Moment, Say, Show, Text, press
from services.desk import Desk
from services.diary import Noted, Page

SHORT = 200
"""Characters of an outcome; the documents have it whole."""


def page(desk: Desk, seen: Page) -> Show:
    """Hours, then the newest meetings with what came of them."""
    number = seen.mentorship.id
    parts: list[Text] = [Lines((Say("diary-title"), _hours("diary-total", seen.total), *_months(desk, seen)))]
    parts += [_noted(one, several=seen.several) for one in seen.noted]
    if not seen.noted:
        parts.append(Say("diary-empty"))
    if seen.next is not None:
        parts.append(Say("diary-next", {"when": Moment(seen.next.starts_at)}))
    files = tuple(Button(Say(f"diary-button-{each}"), press("diary.file", number, each)) for each in ("docx", "xlsx"))
    rows = (
        *pager(press("diary.page", number), seen.page, seen.pages),
        *((files,) if seen.noted else ()),
        (Button(Say("diary-button-pair"), press("pair.open", number)), Button(Say("menu-back"), press("menu.open"))),
    )
    return Show(desk.actor.chat_id, MENU, Lines(tuple(parts), "\n\n"), rows)


def _months(desk: Desk, seen: Page) -> list[Text]:
    return [_hours("diary-month", of, month=_month(desk, first)) for first, of in seen.months]


def _month(desk: Desk, first: date) -> str:
    return str(format_date(first, "LLLL y", locale=desk.actor.language))


def _hours(key: str, of: Hours, **values: object) -> Say:
    time = Say("diary-hours", {"hours": of.minutes // 60, "minutes": of.minutes % 60})
    return Say(key, {"count": of.meetings, "time": time, **values})


def _noted(one: Noted, *, several: bool) -> Text:
    meeting = one.entry.meeting
    values = {"when": meeting.starts_at, "kind": one.kind}
    if meeting.state is not MeetingState.HELD:
        return Say("diary-not-held", values)
    held = Say("diary-held", {**values, "minutes": meeting.minutes})
    lines: list[Text] = [Lines((held, one.where), " · ") if one.where is not None else held]
    lines += [Say("diary-topics", {"topics": Lines(one.topics, ", ")})] if one.topics else []
    lines += [Say("diary-outcome", {"outcome": _short(meeting.outcome)})] if meeting.outcome else []
    return Lines((*lines, *_attendance(one, several=several)))


def _attendance(one: Noted, *, several: bool) -> tuple[Text, ...]:
    """A line of who was there, of a group, and who was not; none where that is nobody's news."""
    count, away = len(one.entry.there), len(one.entry.away)
    there = Say("diary-there", {"people": ", ".join(one.there), "here": count, "total": count + away})
    absent = Say("diary-away", {"people": ", ".join(one.away)})
    parts = (*((there,) if several else ()), *((absent,) if one.away else ()))
    return (Lines(parts, ". "),) if parts else ()


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
