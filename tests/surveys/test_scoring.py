"""Scores: reversed items turned, too many missing, satisfied or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.definition import Definition
from surveys.path import Context
from surveys.scoring import Score, satisfied, score
from tests.surveys.examples import TODAY, definition, scale, survey

CONTEXT = Context(TODAY)
FIVE = {"q1": 5, "q2": 4, "q3": 4, "q4": 2, "q5": 3}


@pytest.fixture
def asked(tmp_path: Path) -> Definition:
    items = [scale(f"q{number}", ", measures: satisfaction") for number in (1, 2, 3)]
    turned = scale("q4", ", measures: satisfaction, reversed: true")
    hidden = scale("q5", ", measures: satisfaction, when: q1 == 5")
    return definition(tmp_path, survey(*items, turned, hidden, scale("other")))


def test_the_mean_with_a_reversed_item_turned(asked: Definition) -> None:
    assert score(asked, FIVE, CONTEXT) == Score("satisfaction", 5, 5, (5 + 4 + 4 + 4 + 3) / 5, 20)


def test_one_missing_of_five_still_gives_a_mean_and_two_do_not(asked: Definition) -> None:
    four = {name: value for name, value in FIVE.items() if name != "q2"}
    assert score(asked, four, CONTEXT) == Score("satisfaction", 5, 4, (5 + 4 + 4 + 3) / 4, None)
    three = {name: value for name, value in four.items() if name != "q3"}
    assert score(asked, three, CONTEXT).mean is None


def test_an_item_off_the_path_is_not_missing(asked: Definition) -> None:
    assert score(asked, {**FIVE, "q1": 4}, CONTEXT) == Score("satisfaction", 4, 4, (4 + 4 + 4 + 4) / 4, 16)


def test_no_items_give_no_score(asked: Definition) -> None:
    assert score(asked, FIVE, CONTEXT, "anxiety") == Score("anxiety", 0, 0, None, None)


def test_satisfied_from_the_threshold_on() -> None:
    assert [satisfied(mean) for mean in (6.99, 7.0, None)] == [False, True, None]
    assert satisfied(6.5, threshold=6.5) is True
