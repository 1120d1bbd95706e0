"""Reads the questionnaires that a programme puts to people every year on one day."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from mentoring.mentorships import Form
from mentoring.roles import Role
from programmes.parts import CalendarQuestionnaire
from programmes.reading import Entry, unique

_DAY = re.compile(r"(\d{2})-(\d{2})")
_KEYS = ("id", "questionnaire", "roles", "forms", "opens", "days")
_COMMON_YEAR = 2025
"""29 February is no day to open on."""
LONGEST = 92
"""Days that it may stay open."""


def read_calendar(questionnaires: Entry, known: Collection[str] | None) -> tuple[CalendarQuestionnaire, ...]:
    """`calendar:` of the questionnaires, a list that may be left out; `known`: ids there are, None: any."""
    entries = questionnaires.each("calendar", _KEYS, "a questionnaire of the calendar", needed=False)
    found = [_read(each, known) for each in entries]
    unique(entries, [one.id for one in found], "calendar")
    return tuple(found)


def _read(entry: Entry, known: Collection[str] | None) -> CalendarQuestionnaire:
    questionnaire = entry.text("questionnaire")
    if known is not None:
        entry.known("questionnaire", (questionnaire,), known, "questionnaire")
    roles = entry.members("roles", Role)
    if "roles" in entry.fields.entries and not roles:
        entry.report.add(entry.node("roles"), "", "«roles» is empty", "name who is asked, as [mentor, mentee]")
    month, day = _opens(entry)
    return CalendarQuestionnaire(
        entry.id(),
        questionnaire,
        roles,
        entry.members("forms", Form) if "forms" in entry.fields.entries else frozenset(),
        month,
        day,
        entry.whole("days", 1, LONGEST),
    )


def _opens(entry: Entry) -> tuple[int, int]:
    """Month and day, of a common year."""
    written = entry.text("opens")
    match = _DAY.fullmatch(written)
    try:
        day = date(_COMMON_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        if written:
            entry.report.add(
                entry.node("opens"),
                "",
                f"«{written}» is no day of the year",
                "write month and day in quotes, as '12-01'",
            )
        return 1, 1
    return day.month, day.day
