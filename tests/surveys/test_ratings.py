"""The rating gap: mean difference on common items, in points of 1–10."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.definition import Definition
from surveys.path import Answers
from surveys.ratings import Gap, common_items, rating_gap
from tests.surveys.examples import definition, scale, survey

THIRD = Gap(("trust", "joint", "heard"), 3.0)


def ten(name: str, more: str = ", both_sides: true") -> str:
    return scale(name, more).replace("max: 5", "max: 10")


@pytest.fixture
def mentor(tmp_path: Path) -> Definition:
    items = [
        ten("trust"),
        ten("joint"),
        ten("heard"),
        scale("small", ", both_sides: true"),
        scale("small2", ", both_sides: true"),
    ]
    turned = ten("distant", ", both_sides: true, reversed: true, measures: strength")
    return definition(tmp_path / "mentor", survey(*items, turned, ten("own", ""), ten("ends")))


@pytest.fixture
def mentee(tmp_path: Path) -> Definition:
    items = [
        ten("own"),
        ten("heard"),
        ten("joint"),
        ten("trust"),
        scale("small", ", both_sides: true"),
        scale("small2", ", both_sides: true"),
    ]
    return definition(tmp_path / "mentee", survey(*items, ten("distant"), scale("ends", ", both_sides: true")))


def test_common_items_are_marked_on_both_sides_with_the_same_ends(mentor: Definition, mentee: Definition) -> None:
    pairs = [(ours.id, theirs.id) for ours, theirs in common_items(mentor, mentee)]
    assert pairs == [(name, name) for name in ("trust", "joint", "heard", "small", "small2", "distant")]


@pytest.mark.parametrize(
    ("given", "taken", "gap", "wide"),
    [
        ({"trust": 9, "joint": 8}, {"trust": 9, "joint": 8}, Gap(("trust", "joint"), 0.0), False),
        ({"trust": 9, "joint": 8}, {"trust": 6, "joint": 5}, Gap(("trust", "joint"), 3.0), True),
        ({"trust": 9, "joint": 8}, {"trust": 6, "joint": 6}, Gap(("trust", "joint"), 2.5), False),
        ({"trust": 9, "joint": 3}, {"trust": 3, "joint": 9}, Gap(("trust", "joint"), 6.0), True),
        ({"trust": 10, "joint": 9, "heard": 9}, {"trust": 1, "joint": 9, "heard": 9}, THIRD, True),
        ({"trust": 10, "joint": 5}, {"trust": 1, "heard": 5}, None, False),
        ({}, {}, None, False),
        ({"own": 10, "ends": 5, "trust": 1}, {"own": 1, "ends": 1, "trust": 9}, None, False),
        ({"small": 5, "small2": 1}, {"small": 1, "small2": 1}, Gap(("small", "small2"), 4.5), True),
        ({"distant": 2, "trust": 9}, {"distant": 9, "trust": 9}, Gap(("trust", "distant"), 0.0), False),
    ],
)  # fmt: skip
def test_the_gap(
    mentor: Definition, mentee: Definition, given: Answers, taken: Answers, gap: Gap | None, wide: bool
) -> None:
    found = rating_gap(mentor, given, mentee, taken)
    assert found == gap
    assert (found is not None and found.wide) is wide
    assert (rating_gap(mentee, taken, mentor, given) or Gap((), -1)).size == (gap or Gap((), -1)).size
