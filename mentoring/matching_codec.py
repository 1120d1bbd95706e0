"""What the computation found, as JSON and back: it travels from the child process and is stored encrypted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mentoring.matching import Rule
from mentoring.matching_records import Other, Thought
from mentoring.matching_score import Reason
from mentoring.matching_weights import Part


def written(thought: Thought) -> str:
    """A thought as JSON text."""
    found: dict[str, Any] = {"why": _reasons(thought.why)}
    if thought.others:
        found["others"] = [[one.mentor_id, one.score, _reasons(one.why)] for one in thought.others]
    if thought.fitting:
        found["fitting"] = thought.fitting
    if thought.against:
        found["against"] = {rule.value: many for rule, many in thought.against.items()}
    if thought.liftable:
        found["liftable"] = list(thought.liftable)
    if thought.refused:
        found["refused"] = [thought.refused[0], dict(thought.refused[1])]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def read(text: str | None) -> Thought:
    """The thought of such a text; of None, one that says nothing."""
    if text is None:
        return Thought()
    found = json.loads(text)
    refused = found.get("refused")
    return Thought(
        _read_reasons(found["why"]),
        tuple(Other(mentor, score, _read_reasons(why)) for mentor, score, why in found.get("others", ())),
        found.get("fitting", 0),
        {Rule(name): many for name, many in found.get("against", {}).items()},
        tuple(found.get("liftable", ())),
        (refused[0], refused[1]) if refused else None,
    )


def _reasons(why: Sequence[Reason]) -> list[list[Any]]:
    return [[one.name.value, one.part, one.points, list(one.about)] for one in why]


def _read_reasons(found: Sequence[Sequence[Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(Part(name), part, points, tuple(about)) for name, part, points, about in found)
