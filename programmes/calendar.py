"""Reads which questionnaires a programme asks: by stage of a mentorship, after meetings, every year on one day."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from string import Formatter

from mentoring.mentorships import Form, Side
from mentoring.roles import Role
from programmes.dates import day_of_year
from programmes.parts import CalendarQuestionnaire, Questionnaires
from programmes.reading import Entry, unique

_PLACES = ("stage", "form", "role")
_KEYS = ("id", "questionnaire", "roles", "forms", "opens", "days")
LONGEST = 92
"""Days that it may stay open."""


def read_questionnaires(top: Entry, forms: Collection[Form], known: Collection[str] | None) -> Questionnaires:
    """Ids by stage; each must be there for every form of the programme. `known`: ids there are, None: any."""
    entry = top.inner("questionnaires", ("entry", "exit", "interim", "feedback", "calendar"))
    found = Questionnaires(
        entry.text("entry"),
        entry.text("exit"),
        entry.text("interim"),
        entry.text("feedback"),
        read_calendar(entry, known),
    )
    if known is not None:
        entry.known("feedback", (found.feedback,), known, "questionnaire")
    for key, pattern in (("entry", found.entry), ("exit", found.exit), ("interim", found.interim)):
        try:
            places = {place for _, place, _, _ in Formatter().parse(pattern) if place is not None}
        except ValueError:
            places = {"{"}
        entry.known(key, sorted(places), _PLACES, "place")
        if known is not None and places <= set(_PLACES):
            named = {pattern.format(stage=key, form=form.value, role=side.value) for form, side in product(forms, Side)}
            entry.known(key, sorted(named), known, "questionnaire")
    return found


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
