"""The cycle of meetings, planning and moving, proposals of another time, and the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring import cycle, meeting_log, planning
from mentoring.errors import Forbidden, Invalid, Refusal, Stale
from mentoring.meetings import Meeting, MeetingFormat, MeetingKind, MeetingState, NotHeld
from mentoring.mentorships import MentorshipState
from mentoring.whereabouts import Whereabouts, link_of, whereabouts
from tests.mentoring.people import NOW, meeting, mentorship, utc

MOSCOW = "Europe/Moscow"
ACTIVE = mentorship()
LINK = "https://meet.example/room-5"
Kind, State = MeetingKind, MeetingState


@pytest.mark.parametrize(
    ("been", "day", "expected"),
    [
        ([], date(2026, 9, 10), Kind.ACQUAINTANCE),
        ([(Kind.ACQUAINTANCE, State.HELD)], date(2026, 9, 10), Kind.TRIAL),
        ([(Kind.ACQUAINTANCE, State.PLANNED)], date(2026, 9, 10), Kind.TRIAL),
        ([(Kind.ACQUAINTANCE, State.CANCELLED)], date(2026, 9, 10), Kind.ACQUAINTANCE),
        ([(Kind.ACQUAINTANCE, State.NOT_HELD)], date(2026, 9, 10), Kind.ACQUAINTANCE),
        ([(Kind.ACQUAINTANCE, State.HELD), (Kind.TRIAL, State.HELD)], date(2026, 9, 10), Kind.PLANNING),
        ([(kind, State.HELD) for kind in cycle.OPENING], date(2026, 12, 10), Kind.WORKING),
        ([(kind, State.HELD) for kind in cycle.OPENING], date(2026, 12, 11), Kind.FINAL),
        ([(kind, State.HELD) for kind in (*cycle.OPENING, Kind.FINAL)], date(2026, 12, 20), Kind.WORKING),
    ],
)
def test_the_next_kind(been: list[tuple[MeetingKind, MeetingState]], day: date, expected: MeetingKind) -> None:
    meetings = [meeting(NOW, state, kind) for kind, state in been]
    assert cycle.next_kind(ACTIVE, meetings, day) is expected
    offered = cycle.offered(ACTIVE, meetings, day)
    assert offered[0] is expected
    assert sorted(offered) == sorted(Kind)


def test_a_cycle_of_its_own() -> None:
    """A role model's steps: one kind several times, each under a name of its own; some kinds not at all."""
    steps = (Kind.ACQUAINTANCE, Kind.PLANNING, Kind.PLANNING, Kind.WORKING, Kind.WORKING)
    been = [meeting(NOW, State.HELD, Kind.ACQUAINTANCE), meeting(NOW, State.PLANNED, Kind.PLANNING)]
    assert cycle.next_kind(ACTIVE, been, date(2026, 9, 10), steps) is Kind.PLANNING
    assert [cycle.place_in(steps, kind, been) for kind in steps[1::2]] == [2, 3]
    been += [meeting(NOW, State.HELD, kind) for kind in (Kind.PLANNING, Kind.WORKING, Kind.WORKING, Kind.WORKING)]
    assert cycle.next_kind(ACTIVE, been, date(2026, 12, 25), steps) is Kind.WORKING, "it has no final meeting"
    assert cycle.place_in(steps, Kind.WORKING, been) == 4
    assert cycle.place_in(steps, Kind.FINAL, been) is None
    assert cycle.offered(ACTIVE, been, date(2026, 12, 25), steps) == (Kind.WORKING, Kind.ACQUAINTANCE, Kind.PLANNING)
    assert cycle.next_kind(ACTIVE, been, date(2026, 9, 10), (Kind.ACQUAINTANCE, Kind.FINAL)) is Kind.FINAL
    assert cycle.only_kind(steps) is Kind.WORKING
    assert cycle.only_kind((Kind.FINAL,)) is Kind.FINAL
    assert (cycle.is_over(been), cycle.is_over([meeting(NOW, State.NOT_HELD)])) == (True, False)


def test_an_unplanned_meeting_is_never_taken_for_the_final_one() -> None:
    been = [meeting(NOW, State.HELD, kind) for kind in cycle.OPENING]
    assert cycle.unplanned_kind(ACTIVE, been, date(2026, 12, 20)) is Kind.WORKING
    assert cycle.unplanned_kind(ACTIVE, [], date(2026, 12, 20)) is Kind.ACQUAINTANCE


def test_the_final_meeting_counts_when_it_was_held() -> None:
    assert cycle.final_held([meeting(NOW, State.HELD, Kind.FINAL)])
    assert not cycle.final_held([meeting(NOW, State.PLANNED, Kind.FINAL), meeting(NOW, State.HELD)])


@pytest.mark.parametrize(
    ("starts_at", "key"),
    [
        (NOW, "refusal-time-past"),
        (datetime(2026, 12, 25, 21, 0, tzinfo=UTC), "refusal-after-end"),  # 26 December in Moscow
        (datetime(2027, 1, 1, tzinfo=UTC), "refusal-after-end"),
    ],
)
def test_times_that_cannot_be(starts_at: datetime, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        planning.check_time(ACTIVE, starts_at, MOSCOW, NOW)
    assert refused.value.key == key


def test_days_are_days_in_the_organisations_zone() -> None:
    planning.check_time(ACTIVE, datetime(2026, 12, 25, 20, 59, tzinfo=UTC), MOSCOW, NOW)
    late_start = mentorship(starts=date(2026, 9, 20))
    planning.check_time(late_start, utc(19, 21), MOSCOW, NOW)
    with pytest.raises(Invalid) as refused:
        planning.check_time(late_start, utc(19, 20), MOSCOW, NOW)
    assert refused.value.key == "refusal-before-start"


@pytest.mark.parametrize("state", [state for state in MentorshipState if state is not MentorshipState.ACTIVE])
def test_only_the_active_meet(state: MentorshipState) -> None:
    with pytest.raises(Stale):
        planning.check_time(mentorship(state), utc(20), MOSCOW, NOW)
    with pytest.raises(Stale):
        meeting_log.unplanned(mentorship(state), Kind.WORKING, utc(14), 45, MOSCOW, by=1, now=NOW)


def test_planning_makes_a_planned_meeting() -> None:
    where = Whereabouts(MeetingFormat.IN_PERSON, "Каб. 12")
    made = planning.plan(ACTIVE, Kind.TRIAL, utc(20), MOSCOW, where=where, planned_by=2, now=NOW)
    assert (made.mentorship_id, made.kind, made.state, made.planned_at) == (5, Kind.TRIAL, State.PLANNED, NOW)


@pytest.mark.parametrize(("minutes_apart", "overlaps"), [(0, True), (59, True), (60, False), (-59, True), (-60, False)])
def test_overlaps_are_found(minutes_apart: int, overlaps: bool) -> None:
    busy = planning.busy_at(utc(20) + timedelta(minutes=minutes_apart), [(7, utc(20)), (7, utc(20)), (8, utc(25))])
    assert busy == ((7,) if overlaps else ())


def test_moving() -> None:
    planned = meeting(utc(20))
    moved = planning.move(ACTIVE, planned, utc(21), MOSCOW, NOW)
    assert (moved.starts_at, moved.sequence, moved.moves, moved.planned_at) == (utc(21), 1, 1, NOW)
    assert planning.move(ACTIVE, moved, utc(21), MOSCOW, NOW) is moved
    with pytest.raises(Invalid):
        planning.move(ACTIVE, planned, utc(14), MOSCOW, NOW)


def test_a_meeting_that_passed_unlogged_may_be_moved() -> None:
    assert planning.move(ACTIVE, meeting(utc(14)), utc(21), MOSCOW, NOW).moves == 1


def test_cancelling_twice_is_cancelling_once() -> None:
    cancelled = planning.cancel(meeting(utc(20)), "Болезнь", by=1, now=NOW)
    assert (cancelled.state, cancelled.sequence, cancelled.logged_by) == (State.CANCELLED, 1, 1)
    assert planning.cancel(cancelled, "Другое", by=2, now=NOW) is cancelled


def test_another_place() -> None:
    planned = meeting(utc(20))
    online = planning.relocate(planned, Whereabouts(MeetingFormat.ONLINE, link=LINK))
    assert (online.sequence, online.format, online.link, online.place) == (1, MeetingFormat.ONLINE, LINK, None)
    assert planning.relocate(online, Whereabouts(MeetingFormat.ONLINE, link=LINK)) is online


@pytest.mark.parametrize("state", [State.HELD, State.NOT_HELD, State.CANCELLED])
def test_what_is_closed_stays(state: MeetingState) -> None:
    closed = meeting(utc(20), state)
    steps: list[Callable[[], object]] = [
        lambda: planning.move(ACTIVE, closed, utc(21), MOSCOW, NOW),
        lambda: planning.relocate(closed, Whereabouts(MeetingFormat.ONLINE)),
        lambda: planning.propose_place(closed, whereabouts("Парк"), proposed_by=2, comment=None, now=NOW),
        lambda: planning.propose_time(ACTIVE, closed, utc(21), MOSCOW, proposed_by=2, comment=None, now=NOW),
    ]
    for step in steps:
        with pytest.raises(Stale):
            step()
    if state is not State.CANCELLED:
        with pytest.raises(Stale):
            planning.cancel(closed, None, by=1, now=NOW)


def test_another_time_is_proposed_and_accepted() -> None:
    planned = meeting(utc(20))  # planned by 1, the mentor
    proposal = planning.propose_time(ACTIVE, planned, utc(22), MOSCOW, proposed_by=2, comment="тренировка", now=NOW)
    moved, accepted = planning.accept(ACTIVE, planned, proposal, person_id=1, zone=MOSCOW, now=NOW)
    assert (moved.starts_at, accepted.accepted) == (utc(22), True)
    with pytest.raises(Stale):
        planning.accept(ACTIVE, moved, accepted, person_id=1, zone=MOSCOW, now=NOW)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (LINK, Whereabouts(MeetingFormat.ONLINE, link=LINK)),
        ("online", Whereabouts(MeetingFormat.ONLINE)),
        ("В парке", Whereabouts(MeetingFormat.IN_PERSON, "В парке")),
    ],
)
def test_another_place_is_proposed_and_accepted(answer: str, expected: Whereabouts) -> None:
    planned = meeting(utc(20))
    proposal = planning.propose_place(planned, whereabouts(answer), proposed_by=2, comment=None, now=NOW)
    there, accepted = planning.accept(ACTIVE, planned, proposal, person_id=1, zone=MOSCOW, now=NOW)
    assert Whereabouts(there.format, there.place, there.link) == expected
    assert (there.starts_at, there.moves, there.sequence, accepted.accepted) == (planned.starts_at, 0, 1, True)
    with pytest.raises(Invalid):
        planning.propose_place(there, whereabouts(answer), proposed_by=2, comment=None, now=NOW)


def test_what_people_answer_to_where() -> None:
    assert whereabouts("lesson", "физика, 9А") == Whereabouts(MeetingFormat.LESSON, "физика, 9А")
    assert whereabouts("Онлайн") == Whereabouts(MeetingFormat.IN_PERSON, "Онлайн")
    assert link_of(replace(meeting(utc(20)), place=LINK)) == LINK, "places were links once"
    assert link_of(replace(meeting(utc(20)), place="https://a b")) is None
    with pytest.raises(Invalid):
        whereabouts("я" * 201)


@pytest.mark.parametrize(
    "link",
    [
        "http://meet.example/abc",
        "https://meet",
        "https://meet.example/a b",
        "https://user@meet.example/",
        "https://meet.example/<script>",
        "https://meet.example/\nATTACH:x",
        "https://-meet.example/",
        "https://",
        f"https://meet.example/{'a' * 500}",
    ],
)
def test_links_that_cannot_be(link: str) -> None:
    with pytest.raises(Invalid):
        whereabouts(link)


def test_links_that_can_be() -> None:
    for link in (
        LINK,
        "HTTPS://Meet.Example:8443?room=1#x",
        "https://talk.example.org/j/123",
        "https://xn--d1.xn--p1ai/",
    ):
        assert whereabouts(link).link == link


def test_another_time_is_refused() -> None:
    planned = meeting(utc(20))
    proposal = planning.propose_time(ACTIVE, planned, utc(22), MOSCOW, proposed_by=2, comment=None, now=NOW)
    assert planning.refuse(ACTIVE, planned, proposal, person_id=1).accepted is False


@pytest.mark.parametrize(
    ("proposed_by", "answers", "may"),
    [(2, 1, True), (2, 2, False), (1, 1, False), (1, 2, True), (2, 3, False), (3, 1, True)],
)
def test_who_answers_a_proposal(proposed_by: int, answers: int, may: bool) -> None:
    group = mentorship(mentees=(2, 3))
    planned = meeting(utc(20))
    proposal = planning.propose_time(group, planned, utc(22), MOSCOW, proposed_by=proposed_by, comment=None, now=NOW)
    assert planning.may_answer(planned, proposal, answers, group.mentors) is may
    if not may:
        with pytest.raises(Forbidden):
            planning.refuse(group, planned, proposal, person_id=answers)


@pytest.mark.parametrize(
    ("planned", "starts_at", "key"),
    [
        (meeting(utc(20)), utc(20), "refusal-same-time"),
        (meeting(utc(14)), utc(20), "refusal-meeting-begun"),
        (meeting(utc(20)), utc(14), "refusal-time-past"),
    ],
)
def test_proposals_that_cannot_be(planned: Meeting, starts_at: datetime, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        planning.propose_time(ACTIVE, planned, starts_at, MOSCOW, proposed_by=2, comment=None, now=NOW)
    assert refused.value.key == key


def test_held() -> None:
    held = meeting_log.hold(meeting(utc(14)), 45, by=1, now=NOW, topics=("homework",), outcome="Разобрали дроби")
    assert (held.state, held.minutes, held.topics, held.logged_at) == (State.HELD, 45, ("homework",), NOW)
    assert planning.end_of(held) == utc(14, 12, 45)


def test_not_held_and_mended() -> None:
    missed = meeting_log.not_hold(meeting(utc(14)), NotHeld.FORGOTTEN, by=1, now=NOW)
    assert (missed.state, missed.not_held_reason, missed.minutes) == (State.NOT_HELD, NotHeld.FORGOTTEN, None)
    mended = meeting_log.hold(missed, 30, by=1, now=NOW + timedelta(days=14))
    assert (mended.state, mended.not_held_reason) == (State.HELD, None)
    with pytest.raises(Stale):
        meeting_log.hold(missed, 30, by=1, now=NOW + timedelta(days=14, seconds=1))


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_impossible_minutes(minutes: int) -> None:
    with pytest.raises(Invalid):
        meeting_log.hold(meeting(utc(14)), minutes, by=1, now=NOW)


def test_nothing_is_logged_before_it_began_or_after_it_was_cancelled() -> None:
    with pytest.raises(Invalid):
        meeting_log.hold(meeting(utc(20)), 45, by=1, now=NOW)
    with pytest.raises(Invalid):
        meeting_log.not_hold(meeting(utc(20)), NotHeld.OTHER, by=1, now=NOW)
    with pytest.raises(Stale):
        meeting_log.hold(meeting(utc(14), State.CANCELLED), 45, by=1, now=NOW)


def test_a_meeting_nobody_planned() -> None:
    made = meeting_log.unplanned(ACTIVE, Kind.WORKING, utc(14), 30, MOSCOW, by=1, now=NOW)
    assert (made.unplanned, made.state, made.minutes) == (True, State.HELD, 30)
    for starts_at in (utc(16), utc(31, month=8, hour=20)):
        with pytest.raises(Invalid):
            meeting_log.unplanned(ACTIVE, Kind.WORKING, starts_at, 30, MOSCOW, by=1, now=NOW)
