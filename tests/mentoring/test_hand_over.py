"""Handing over, and who may stand beside a mentorship."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring import adults, hand_over
from mentoring.adults import Adult, AdultDuty
from mentoring.errors import Invalid, Stale
from mentoring.mentorships import EarlyEnd, MentorshipState
from tests.mentoring.people import NOW, TODAY, mentorship

State = MentorshipState


@pytest.mark.parametrize("state", [State.AGREED, State.ACTIVE])
def test_what_goes_on_is_handed_over(state: State) -> None:
    ended = hand_over.release(mentorship(state), NOW, comment=" болезнь ", order=None)
    assert (ended.state, ended.end_reason, ended.end_comment) == (State.ENDED_EARLY, EarlyEnd.HANDED_OVER, "болезнь")


@pytest.mark.parametrize("state", [State.PROPOSED, State.COMPLETED, State.ENDED_EARLY, State.DECLINED])
def test_what_has_not_begun_or_is_over_is_not(state: State) -> None:
    with pytest.raises(Stale) as refused:
        hand_over.release(mentorship(state), NOW, comment=None, order=None)
    assert refused.value.key == ("hand-over-proposed" if state is State.PROPOSED else "refusal-mentorship-over")


def test_the_successor_takes_the_place_of_whoever_leaves() -> None:
    circle = mentorship(mentors=(1, 2), mentees=(3, 4))
    assert hand_over.mentors_after(circle, 2, 9) == (1, 9)
    with pytest.raises(Invalid, match="hand-over-same"):
        hand_over.mentors_after(circle, 2, 1)
    with pytest.raises(Invalid, match="hand-over-same"):
        hand_over.mentors_after(circle, 2, 4)
    with pytest.raises(Invalid, match="hand-over-not-mentor"):
        hand_over.mentors_after(circle, 3, 9)


def test_the_rest_of_the_term_is_kept() -> None:
    running = replace(mentorship(), starts=TODAY - timedelta(days=30), ends=TODAY + timedelta(days=60))
    assert hand_over.term(running, TODAY) == (TODAY, running.ends)
    ahead = replace(running, starts=TODAY + timedelta(days=5))
    assert hand_over.term(ahead, TODAY) == (ahead.starts, ahead.ends)
    with pytest.raises(Invalid, match="refusal-dates-past"):
        hand_over.term(replace(running, ends=TODAY - timedelta(days=1)), TODAY)


def test_who_may_stand_beside_a_mentorship() -> None:
    pair = mentorship(mentors=(1,), mentees=(2,))
    new = Adult(0, pair.id, AdultDuty.RESPONSIBLE, 9, NOW, person_id=5)
    assert adults.add(pair, (), new) == new
    with pytest.raises(Invalid, match="adults-is-party"):
        adults.add(pair, (), replace(new, person_id=2))
    with pytest.raises(Invalid, match="adults-already"):
        adults.add(pair, (replace(new, id=3),), new)
    with pytest.raises(Stale):
        adults.add(replace(pair, state=State.COMPLETED), (), new)
    others = tuple(replace(new, id=number, person_id=number) for number in range(10, 10 + adults.MOST))
    with pytest.raises(Invalid, match="adults-many"):
        adults.add(pair, others, new)
