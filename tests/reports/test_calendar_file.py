"""The calendar file as a phone's calendar reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from locales import LANGUAGES
from mentoring.meetings import Meeting, MeetingFormat, MeetingKind, MeetingState
from reports.calendar_file import Entry, calendar_file

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
MEETING = Meeting(
    id=17,
    mentorship_id=5,
    kind=MeetingKind.WORKING,
    starts_at=datetime(2026, 9, 7, 12, 30, tzinfo=UTC),
    place="В школе",
    state=MeetingState.PLANNED,
    planned_by=1,
    planned_at=NOW,
    sequence=2,
)
ENTRY = Entry(MEETING, ("Мария И.", "Пётр С."), "МОУ СОШ № 14", "school14_bot", "кабинет 12; второй этаж, налево")


def read(entry: Entry, language: str = "ru") -> tuple[Any, Any]:
    calendar = Calendar.from_ical(calendar_file([entry], language, NOW))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def with_meeting(**changes: Any) -> Entry:
    return replace(ENTRY, meeting=replace(MEETING, **changes))


def test_a_planned_meeting_is_published() -> None:
    calendar, event = read(ENTRY)
    assert calendar["METHOD"] == "PUBLISH"
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("meeting-17@school14_bot.t.me", 2, "CONFIRMED")
    assert event.decoded("DTSTART") == MEETING.starts_at
    assert event.decoded("DURATION") == timedelta(hours=1)
    assert event.decoded("DTSTAMP") == NOW
    assert str(event["SUMMARY"]) == "Наставничество: рабочая встреча"
    assert str(event["LOCATION"]) == "кабинет 12; второй этаж, налево"
    assert "Мария И., Пётр С." in str(event["DESCRIPTION"])
    assert "https://t.me/school14_bot" in str(event["DESCRIPTION"])


def test_times_are_written_in_utc_and_lines_end_as_the_standard_says() -> None:
    moscow = datetime.fromisoformat("2026-09-07T15:30:00+03:00")
    content = calendar_file([with_meeting(starts_at=moscow)], "ru", NOW)
    assert b"DTSTART:20260907T123000Z\r\n" in content
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_moved_and_a_cancelled_meeting_replace_the_one_in_the_calendar() -> None:
    moved = read(with_meeting(starts_at=MEETING.starts_at + timedelta(days=1), sequence=3))[1]
    calendar, cancelled = read(with_meeting(state=MeetingState.CANCELLED, sequence=4))
    assert moved["UID"] == cancelled["UID"] == read(ENTRY)[1]["UID"]
    assert moved["SEQUENCE"] < cancelled["SEQUENCE"]
    assert (calendar["METHOD"], cancelled["STATUS"]) == ("CANCEL", "CANCELLED")


def test_there_is_no_alarm() -> None:
    assert read(ENTRY)[0].walk("VALARM") == []


def test_an_online_meeting_has_its_link_where_calendars_look_for_it() -> None:
    online = read(replace(ENTRY, link="https://meet.example/abc"))[1]
    assert (str(online["URL"]), str(online["LOCATION"])) == ("https://meet.example/abc",) * 2
    assert "LOCATION" not in read(replace(ENTRY, place=None))[1]


@pytest.mark.parametrize(
    "place", ["x\r\nATTACH:https://evil.example", "https://a b", "\nEND:VEVENT", "https://x\nATTACH:y"]
)
def test_what_people_type_cannot_add_properties(place: str) -> None:
    event = read(replace(ENTRY, place=place))[1]
    assert "ATTACH" not in event
    assert "URL" not in event
    assert str(event["LOCATION"]).splitlines() == place.splitlines()


def test_several_meetings_stand_in_one_file_each_with_its_own_state() -> None:
    second = replace(ENTRY, meeting=replace(MEETING, id=18, state=MeetingState.CANCELLED, sequence=5))
    calendar = Calendar.from_ical(calendar_file([ENTRY, second], "ru", NOW))
    assert calendar["METHOD"] == "PUBLISH"
    events = [(str(event["UID"])[:10], str(event["STATUS"]), event["SEQUENCE"]) for event in calendar.walk("VEVENT")]
    assert events == [("meeting-17", "CONFIRMED", 2), ("meeting-18", "CANCELLED", 5)]


@pytest.mark.parametrize(("language", "title"), [("ru", "посещение урока"), ("en", "a visit to a lesson")])
def test_a_lesson_has_its_subject_as_place(language: str, title: str) -> None:
    lesson = replace(with_meeting(format=MeetingFormat.LESSON), place="Физика, 9А")
    event = read(lesson, language)[1]
    assert title in str(event["SUMMARY"])
    assert str(event["LOCATION"]) == "Физика, 9А"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_has_a_title(kind: MeetingKind, language: str) -> None:
    titles = {str(read(with_meeting(kind=kind), language)[1]["SUMMARY"]), str(read(ENTRY, language)[1]["SUMMARY"])}
    assert len(titles) == (1 if kind is MEETING.kind else 2)
