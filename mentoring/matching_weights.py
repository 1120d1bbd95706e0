"""What a score of matching is made of, how much each part counts, and how the curator turns that up or down."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from mentoring.mentorships import Form


class Part(StrEnum):
    """What a score is made of."""

    AREAS = "areas"
    WISHES = "wishes"
    TIMES = "times"
    DISTANCE = "distance"
    LANGUAGES = "languages"


class Strength(StrEnum):
    """How much the curator lets a part count: not at all, half, as usual, twice as much."""

    OFF = "none"  # YAML takes a bare «off» for a truth value
    LOW = "low"
    USUAL = "usual"
    HIGH = "high"


Strengths = Mapping[Part, Strength]
"""A part that is not named counts as usual."""

WEIGHTS: Mapping[Part, int] = MappingProxyType(
    {Part.AREAS: 40, Part.WISHES: 25, Part.TIMES: 15, Part.DISTANCE: 10, Part.LANGUAGES: 10}
)
"""How much each part counts as usual, of a hundred."""
SETTABLE = (Part.AREAS, Part.WISHES, Part.TIMES, Part.DISTANCE)
"""Parts that the curator may turn up or down. A language in common always counts, so no score is made of nothing."""
_TIMES_USUAL = MappingProxyType({Strength.OFF: 0, Strength.LOW: 1, Strength.USUAL: 2, Strength.HIGH: 4})


def settable(form: Form) -> tuple[Part, ...]:
    """The parts that may be turned in a form: the distance of classes counts between pupils alone."""
    return tuple(part for part in SETTABLE if part is not Part.DISTANCE or form is Form.PUPIL_PUPIL)


def full(strengths: Strengths) -> Strengths:
    """The same with every settable part named, so that two of them compare."""
    return {part: strengths.get(part, Strength.USUAL) for part in SETTABLE}


def weights(form: Form, strengths: Strengths = MappingProxyType({})) -> Mapping[Part, int]:
    """The weights that count in a form, in proportion to each other; parts that are off are left out."""
    turned = full(strengths)
    return {
        part: WEIGHTS[part] * _TIMES_USUAL[turned.get(part, Strength.USUAL)]
        for part in Part
        if part not in SETTABLE or (part in settable(form) and turned[part] is not Strength.OFF)
    }


def shares(form: Form, strengths: Strengths = MappingProxyType({})) -> Mapping[Part, int]:
    """The same in per cent of the whole score."""
    counts = weights(form, strengths)
    whole = sum(counts.values())
    return {part: (200 * weight + whole) // (2 * whole) for part, weight in counts.items()}
