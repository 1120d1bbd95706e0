"""Which answers alarm, and how a rule that fits no questionnaire is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.house import library
from surveys.alarms import load_alarms
from surveys.source import DefinitionErrors

DAY = date(2026, 10, 1)
ENTRY = "entry-pupil-pupil-mentee"


@pytest.mark.parametrize(
    ("name", "answers", "raised"),
    [
        (ENTRY, {"comfort": 2, "support": 3, "anxiety": 9, "mood": 3}, ("comfort", "anxiety")),
        (ENTRY, {"comfort": 5}, ()),
        ("entry-pupil-pupil-mentor", {"comfort": 1}, ()),
        ("exit-pupil-pupil-mentee", {"liked": "no", "go_on": "no"}, ("go_on",)),
        ("exit-pupil-pupil-mentee", {"liked": "yes", "go_on": "no"}, ()),
        ("exit-pupil-pupil-mentee", {"go_on": "no"}, ()),
        ("entry-teacher-teacher-mentee", {"burnout": 10, "team_climate": 2}, ("burnout", "team_climate")),
        ("strength", {"trust": 1, "misunderstood": 5}, ("trust", "misunderstood")),
    ],
)
def test_what_alarms(name: str, answers: Mapping[str, object], raised: tuple[str, ...]) -> None:
    surveys = library()
    rules = load_alarms(surveys)
    assert rules.raised(surveys.get(name), answers, DAY) == raised
    assert rules.raised(replace(surveys.get(name), anonymous=True), answers, DAY) == ()


def test_a_questionnaire_for_anybody_alarms_by_the_part_of_who_answers() -> None:
    surveys = library()
    rules, pulse = load_alarms(surveys), surveys.get("pulse")
    assert rules.raised(pulse, {"satisfaction": 1}, DAY, role="mentee") == ("satisfaction",)
    assert rules.raised(pulse, {"satisfaction": 1}, DAY, role="mentor") == ()
    assert rules.raised(pulse, {"satisfaction": 1}, DAY) == ()


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("question: comfrt, alarm: answer <= 2", "no questionnaire asks this"),
        ("question: comfort, role: mentee, alarm: support <= 2", "no earlier question"),
        ("question: comfort, role: mentee, alarm: answer <=", "too early"),
        ("question: comfort, role: mentee, alarm: answer == 'low'", "number"),
        ("question: support, role: mentee, alarm: comfort <= 2", "does not look at the answer"),
        ("question: comfort, loud: 1, alarm: answer <= 2", "loud"),
        ("question: comfort", "«alarm» is missing"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, rule: str, problem: str) -> None:
    path = tmp_path / "alarms.yaml"
    path.write_text(f"- {{{rule}}}\n", encoding="utf-8")
    with pytest.raises(DefinitionErrors, match=problem):
        load_alarms(library(), path)
