"""The rotation of speed meetings: everybody talks to everybody once, nobody twice at a time."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from mentoring.mentorships import Side
from mentoring.speed_meetings import Seat, met, own_plan, plan, rotation

SEATS = (
    *(Seat(number, Side.MENTOR, number - 1) for number in (1, 2)),
    *(Seat(number, Side.MENTEE, number - 11) for number in (11, 12, 13)),
)


@given(st.integers(0, 9), st.integers(0, 9))
def test_everybody_meets_everybody_once_in_as_few_rounds_as_can_be(mentors: int, mentees: int) -> None:
    ours, theirs = tuple(range(mentors)), tuple(range(100, 100 + mentees))
    rounds = rotation(ours, theirs)
    assert len(rounds) == (max(mentors, mentees) if mentors and mentees else 0)
    both = [(talk.mentor_id, talk.mentee_id) for talks in rounds for talk in talks]
    talks = [pair for pair in both if None not in pair]
    if rounds:
        assert Counter(talks) == Counter((one, other) for one in ours for other in theirs)
    for talks_of_round in rounds:
        there = [person for talk in talks_of_round for person in (talk.mentor_id, talk.mentee_id) if person is not None]
        assert sorted(there) == sorted({*ours, *theirs})


def test_one_person_has_a_talk_or_a_break_each_round() -> None:
    assert len(plan(SEATS)) == 3
    assert own_plan(SEATS, SEATS[0]) == ((0, 11), (1, 12), (2, 13))
    assert sorted(other or 0 for _, other in own_plan(SEATS, SEATS[2])) == [0, 1, 2]


def test_who_did_not_come_was_not_met() -> None:
    absent = (Seat(1, Side.MENTOR, 0, came=False), *SEATS[1:])
    assert met(absent, absent[2]) == (2,)
    assert met(absent, absent[0]) == ()
    assert set(met(SEATS, SEATS[0])) == {11, 12, 13}
