"""Repeated meetings by the local clock, who was there, and the hours of the diary."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring import attendance, diary
from mentoring.attendance import Absence
from mentoring.diary import Hours
from mentoring.errors import Invalid
from mentoring.meetings import Meeting, MeetingState
from mentoring.participation import Attended, attended
from mentoring.periods import Period, Span
from mentoring.series import MOST, repeats, shifted
from tests.mentoring.people import NOW, meeting, mentorship, utc

BERLIN, MOSCOW = "Europe/Berlin", "Europe/Moscow"
YEAR = mentorship(starts=date(2026, 9, 1), ends=date(2027, 8, 31))
GROUP = mentorship(mentees=(2, 3))
State = MeetingState


def test_the_hour_stays_where_the_clocks_change() -> None:
    first = datetime(2026, 10, 12, 13, tzinfo=UTC)  # 15:00 in Berlin, summer time
    found = repeats(first, 1, date(2026, 11, 2), YEAR, BERLIN)
    assert found == tuple(datetime(2026, *day, tzinfo=UTC) for day in ((10, 19, 13), (10, 26, 14), (11, 2, 14)))
    assert {one.astimezone(ZoneInfo(BERLIN)).time() for one in found} == {time(15)}


def test_they_end_with_the_day_asked_for_the_mentorship_or_the_fortieth() -> None:
    first = utc(7, hour=12)
    assert len(repeats(first, 2, date(2026, 10, 5), YEAR, MOSCOW)) == 2
    assert len(repeats(first, 1, date(2028, 1, 1), YEAR, MOSCOW)) == MOST - 1
    short = mentorship(ends=date(2026, 9, 20))
    assert repeats(first, 1, date(2028, 1, 1), short, MOSCOW) == (utc(14, hour=12),)
    for every, until in ((1, date(2026, 9, 13)), (3, date(2027, 1, 1))):
        with pytest.raises(Invalid):
            repeats(first, every, until, YEAR, MOSCOW)


def test_a_series_moves_by_local_days_to_another_hour() -> None:
    moved = shifted(datetime(2026, 10, 19, 13, tzinfo=UTC), 7, time(16, 30), BERLIN)
    assert moved == datetime(2026, 10, 26, 15, 30, tzinfo=UTC)


def test_who_was_there_is_asked_of_groups_alone() -> None:
    held = meeting(utc(14))
    assert attendance.mark(mentorship(), held, {2}, None, by=1, now=NOW) == ()
    marks = attendance.mark(GROUP, held, {3}, Absence.ILL, by=1, now=NOW)
    assert [(one.person_id, one.present, one.reason) for one in marks] == [
        (1, True, None),
        (2, True, None),
        (3, False, Absence.ILL),
    ]
    assert attendance.present(GROUP, marks) == (1, 2)
    assert attendance.present(GROUP, ()) == (1, 2, 3)
    for everybody in ({1}, {2, 3}):
        with pytest.raises(Invalid):
            attendance.mark(GROUP, held, everybody, None, by=1, now=NOW)


def _held(day: int, number: int, minutes: int = 45, month: int = 9) -> Meeting:
    return replace(meeting(utc(day, month=month), State.HELD, number=number), minutes=minutes)


def test_the_diary_has_what_became_of_each_meeting_and_the_hours() -> None:
    first, missed = _held(2, 1), meeting(utc(9), State.NOT_HELD, number=2)
    cancelled, ahead = meeting(utc(10), State.CANCELLED, number=3), meeting(utc(20), number=4)
    later = _held(14, 5, 90, month=10)
    marks = {1: attendance.mark(GROUP, first, {3}, Absence.BUSY, by=1, now=NOW)}
    entries = diary.entries(GROUP, [ahead, later, first, missed, cancelled], marks)
    assert [one.meeting.id for one in entries] == [1, 2, 5]
    assert [one.there for one in entries] == [(1, 2), (), (1, 2, 3)]
    assert [one.next.id if one.next else None for one in entries] == [2, 4, None]
    assert entries[0].away[0].reason is Absence.BUSY
    assert diary.hours(entries) == Hours(2, 135)
    assert diary.hours(diary.of_person(entries, 3)) == Hours(1, 90)
    assert diary.by_month(entries, MOSCOW) == ((date(2026, 9, 1), Hours(1, 45)), (date(2026, 10, 1), Hours(1, 90)))


def test_meetings_attended_are_counted_by_person() -> None:
    september = Period(Span.MONTH, utc(1, hour=0), utc(1, month=10, hour=0), MOSCOW)
    meetings = [_held(2, 1), _held(9, 2, 60), _held(5, 3, month=10), meeting(utc(16), number=4)]
    found = attended(september, [GROUP], meetings, {(2, 3)})
    assert found == {1: Attended(2, 105), 2: Attended(2, 105), 3: Attended(1, 45)}
    assert attended(replace(september, ends=september.starts + timedelta(hours=1)), [GROUP], meetings, ()) == {}
