"""Reads the questionnaires that a programme puts to people every year on one day."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.mentorships import Form
from mentoring.roles import Role
from programmes.dates import day_of_year
from programmes.parts import CalendarQuestionnaire
from programmes.reading import Entry, unique

_KEYS = ("id", "questionnaire", "roles", "forms", "opens", "days")
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
    month, day = day_of_year(entry, "opens", entry.text("opens"))
    return CalendarQuestionnaire(
        entry.id(),
        questionnaire,
        roles,
        entry.members("forms", Form) if "forms" in entry.fields.entries else frozenset(),
        month,
        day,
        entry.whole("days", 1, LONGEST),
    )
