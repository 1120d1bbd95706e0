"""When two records can't be one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentoring.errors import Invalid
from mentoring.merging import ensure_same
from mentoring.people import Guardianship
from tests.mentoring.people import mentorship, person

CHILD = replace(person(1), birth=date(2014, 3, 12))


@pytest.mark.parametrize("born", [None, date(2014, 3, 12), date(2014, 12, 3), date(2013, 3, 12)])
def test_a_slip_in_the_birth_date_is_forgiven(born: date | None) -> None:
    ensure_same(CHILD, replace(person(2), birth=born), [], [])


def test_a_child_does_not_become_an_adult() -> None:
    with pytest.raises(Invalid) as refused:
        ensure_same(CHILD, replace(person(2), birth=date(1985, 3, 12)), [], [])
    assert refused.value.key == "merge-births"


def test_those_who_face_each_other_are_two() -> None:
    with pytest.raises(Invalid) as refused:
        ensure_same(CHILD, person(2), [mentorship(mentors=(2,), mentees=(1,))], [])
    assert refused.value.key == "merge-opposite"


def test_a_guardian_is_not_the_child() -> None:
    with pytest.raises(Invalid) as refused:
        ensure_same(CHILD, replace(person(2), birth=None), [], [Guardianship(1, 2, "mother", hears_of_meetings=True)])
    assert refused.value.key == "merge-guardian"


def test_a_record_is_not_merged_with_itself() -> None:
    with pytest.raises(Invalid):
        ensure_same(CHILD, CHILD, [], [])
