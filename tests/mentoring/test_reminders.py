"""What falls due, when it may leave, and when it has lost its sense."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentoring import planning
from mentoring.clock import QuietHours, at, days_before, local_date, monday_of
from mentoring.meetings import MeetingState
from mentoring.reminders import (
    Item,
    MeetingPlan,
    Recipient,
    ReminderKind,
    Waiting,
    closing,
    due,
    next_due,
    planned,
)
from mentoring.roles import Role
from tests.mentoring.people import meeting, mentorship, utc

MOSCOW, TOMSK, BERLIN = "Europe/Moscow", "Asia/Tomsk", "Europe/Berlin"
MENTOR = Recipient(1, MOSCOW, Role.MENTOR)
MENTEE = Recipient(2, MOSCOW, Role.MENTEE)
CURATOR = Recipient(9, MOSCOW, Role.CURATOR)
AFTERNOON = utc(20, 12)  # 15:00 in Moscow
Kind = ReminderKind


def kinds(items: tuple[Item, ...]) -> list[tuple[Kind, datetime]]:
    return [(item.kind, item.sends_at) for item in items]


def meeting_items(now: datetime, starts_at: datetime = AFTERNOON, who: Recipient = MENTOR) -> tuple[Item, ...]:
    return planned(now, meetings=[MeetingPlan(meeting(starts_at), (who,))])


@pytest.mark.parametrize(
    ("local", "released"),
    [
        (time(20, 59), time(20, 59)),
        (time(21, 0), time(8, 0)),
        (time(23, 59), time(8, 0)),
        (time(0, 0), time(8, 0)),
        (time(7, 59), time(8, 0)),
        (time(8, 0), time(8, 0)),
        (time(12, 0), time(12, 0)),
    ],
)
def test_quiet_hours(local: time, released: time) -> None:
    moment = at(date(2026, 9, 15), local, MOSCOW)
    day = date(2026, 9, 16) if local >= time(21) else date(2026, 9, 15)
    assert QuietHours().release(moment, MOSCOW) == at(day, released, MOSCOW)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = QuietHours(time(12), time(14))
    assert noon.release(at(date(2026, 9, 15), time(13), MOSCOW), MOSCOW) == at(date(2026, 9, 15), time(14), MOSCOW)
    never = QuietHours(time(8), time(8))
    assert never.release(utc(15, 23), MOSCOW) == utc(15, 23)


def test_a_mentor_hears_a_day_and_an_hour_before_and_is_asked_after_it() -> None:
    assert kinds(meeting_items(utc(15))) == [
        (Kind.MEETING_DAY, utc(19, 12)),
        (Kind.MEETING_HOUR, utc(20, 11)),
        (Kind.MEETING_LOG, utc(20, 13)),
        (Kind.MEETING_LOG, utc(21, 13)),
    ]


@pytest.mark.parametrize(
    ("role", "kinds_told"),
    [(Role.MENTEE, [Kind.MEETING_DAY, Kind.MEETING_HOUR]), (Role.GUARDIAN, [Kind.MEETING_DAY])],
)
def test_others_are_not_asked_for_the_log(role: Role, kinds_told: list[Kind]) -> None:
    found = meeting_items(utc(15), who=replace(MENTEE, role=role))
    assert [item.kind for item in found] == kinds_told


@pytest.mark.parametrize("state", [state for state in MeetingState if state is not MeetingState.PLANNED])
def test_what_is_logged_or_cancelled_reminds_nobody(state: MeetingState) -> None:
    assert planned(utc(15), meetings=[MeetingPlan(meeting(AFTERNOON, state), (MENTOR,))]) == ()


def test_an_early_meeting_breaks_the_quiet_hours_only_for_the_hour_before() -> None:
    early = utc(20, 4, 30)  # 7:30 in Moscow
    found = kinds(meeting_items(utc(15), early, MENTEE))
    assert found == [(Kind.MEETING_DAY, utc(19, 5)), (Kind.MEETING_HOUR, utc(20, 3, 30))]


def test_a_late_meeting_is_asked_about_in_the_morning() -> None:
    late = utc(20, 17, 30)  # 20:30 in Moscow, over at 21:30
    assert (Kind.MEETING_LOG, utc(21, 5)) in kinds(meeting_items(utc(15), late))


def test_each_by_their_own_clock() -> None:
    evening = utc(20, 15)  # 18:00 in Moscow, 22:00 in Tomsk
    in_tomsk = meeting_items(utc(15), evening, replace(MENTEE, zone=TOMSK))
    assert kinds(in_tomsk)[0] == (Kind.MEETING_DAY, utc(20, 1))  # 8:00 in Tomsk on the day itself
    assert kinds(meeting_items(utc(15), evening, MENTEE))[0] == (Kind.MEETING_DAY, utc(19, 15))


def test_the_day_before_is_the_same_hour_though_the_clocks_change() -> None:
    noon = datetime(2026, 10, 25, 11, 0, tzinfo=UTC)  # 12:00 in Berlin, an hour after summer time ended
    assert days_before(noon, 1, BERLIN) == datetime(2026, 10, 24, 10, 0, tzinfo=UTC)


def test_whoever_has_just_been_told_is_not_reminded_of_it() -> None:
    fresh = replace(meeting(AFTERNOON), planned_at=utc(19, 18))
    found = planned(utc(19, 18), meetings=[MeetingPlan(fresh, (MENTEE,))])
    assert [item.kind for item in found] == [Kind.MEETING_HOUR]


def test_a_moved_meeting_has_reminders_of_its_own() -> None:
    first, moved_at = meeting(AFTERNOON), utc(20, 9)
    moved = planning.move(mentorship(), first, utc(21, 12), MOSCOW, moved_at)
    before, after = (planned(utc(15), meetings=[MeetingPlan(each, (MENTOR,))]) for each in (first, moved))
    assert before[0].key == "meeting_day:7:1:20260919T1200Z"
    assert kinds(after)[0] == (Kind.MEETING_DAY, utc(20, 12))
    sent = {item.key for item in before if item.due <= moved_at}
    assert not sent & {item.key for item in after}


def test_after_a_downtime_what_lost_its_sense_is_skipped() -> None:
    woken = utc(20, 11, 30)  # half an hour before the meeting
    assert [item.kind for item in due(meeting_items(woken), woken)] == [Kind.MEETING_HOUR]
    much_later = utc(24)
    assert [item.kind for item in due(meeting_items(much_later), much_later)] == [Kind.MEETING_LOG]
    assert meeting_items(utc(28)) == ()


def test_no_reminder_once_the_meeting_has_begun() -> None:
    assert Kind.MEETING_HOUR not in [item.kind for item in meeting_items(AFTERNOON)]


def waiting() -> Waiting:
    return Waiting(Kind.FEEDBACK, 31, MENTEE, utc(10))


def test_feedback_is_reminded_once_and_then_unanswered() -> None:
    assert kinds(planned(utc(10), waiting=[waiting()])) == [(Kind.FEEDBACK, utc(12))]
    assert closing([waiting()], utc(17) - timedelta(seconds=1)) == ()
    assert closing([waiting()], utc(17)) == (31,)


def test_the_next_moment() -> None:
    feedback = waiting()
    items = planned(utc(10), waiting=[feedback], meetings=[MeetingPlan(meeting(AFTERNOON), (MENTEE,))])
    steps = []
    now: datetime | None = utc(10)
    while now is not None and (now := next_due(items, [feedback], now)) is not None:
        steps.append(now)
    assert steps == [utc(12), utc(17), utc(19, 12), utc(20, 11)]


def test_mondays() -> None:
    assert monday_of(date(2026, 9, 20)) == date(2026, 9, 14) == monday_of(date(2026, 9, 14))
    assert local_date(utc(19, 22), MOSCOW) == date(2026, 9, 20)


@given(
    minutes=some.integers(0, 2 * 365 * 24 * 60),
    zone=some.sampled_from([MOSCOW, TOMSK, BERLIN, "America/New_York", "Australia/Lord_Howe"]),
    before=some.integers(0, 60 * 24 * 12),
)
def test_whatever_the_zone_nothing_wakes_anybody_but_the_hour_before(minutes: int, zone: str, before: int) -> None:
    starts_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    plan = MeetingPlan(
        replace(meeting(starts_at), planned_at=starts_at - timedelta(days=30)), (Recipient(1, zone, Role.MENTOR),)
    )
    now = starts_at - timedelta(minutes=before)
    for item in planned(now, meetings=[plan]):
        assert item.due <= item.sends_at < item.expires_at
        assert now < item.expires_at
        if item.kind is not Kind.MEETING_HOUR:
            assert QuietHours().release(item.sends_at, zone) == item.sends_at
