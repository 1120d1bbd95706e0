"""Outcomes of mentees summed up: only what is known of both ends is compared, and nothing of nobody is nothing."""

from __future__ import annotations

import pytest

from mentoring.outcomes import Kept, Outcome, OutcomeKind, outcome

KEPT = (
    Kept({"mean_mark": "3.5", "olympiads": 1}, {"mean_mark": "4.25", "olympiads": 3, "exam_oge": "passed"}),
    Kept(
        {"mean_mark": "4"}, {"mean_mark": "4", "exam_oge": "passed", "exam_vpr": "failed", "taken_off_register": "no"}
    ),
    Kept({"mean_mark": "5", "olympiads": 9}, None),
    Kept(None, {"mean_mark": "2", "exam_ege": "none", "taken_off_register": "yes"}),
    Kept(None, {"taken_off_register": "never"}),
)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (OutcomeKind.MARKS, Outcome(2, 3.75, 4.125)),
        (OutcomeKind.OLYMPIADS, Outcome(1, 1, 3)),
        (OutcomeKind.EXAMS, Outcome(2, None, 1)),
        (OutcomeKind.REGISTER, Outcome(2, None, 1)),
    ],
)
def test_what_is_known_is_summed_up(kind: OutcomeKind, found: Outcome) -> None:
    assert outcome(kind, KEPT) == found
    assert outcome(kind, ()) is None
    assert outcome(kind, (Kept(None, {}), Kept({}, None))) is None
