"""A whole matching, worked out in the workshop's child: who is proposed to whom, why, and why somebody has nobody."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest

from mentoring.matching import LIFTABLE, Candidate, Rule, Terms, excluded_by
from mentoring.matching_codec import written
from mentoring.matching_groups import Solver, form_groups
from mentoring.matching_records import Other, Thought
from mentoring.matching_score import EXCLUDED, scores, why
from reports.assignment import assign, reach

OTHERS = 5
"""Next best mentors kept for each mentee."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Mentees and mentors in order of their ids, and the pairs (by id) that the curator has fixed.

    A mentor's `places` count without the fixed pairs. `most`: mentees of a group at most; None: pairs are sought.
    """

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    terms: Terms
    fixed: Mapping[int, int] = field(default_factory=dict)
    most: int | None = None


def propose(problem: Problem) -> bytes:
    """JSON: for each mentee `[mentee, mentor or null, score or null, thought]`, thoughts as by `matching_codec`."""
    found = scores(problem.mentees, problem.mentors, problem.terms)
    free = [place for place, one in enumerate(problem.mentees) if one.id not in problem.fixed]
    chosen = dict(zip(free, _assigned(problem, [found[place] for place in free]), strict=True))
    by_id = {one.id: place for place, one in enumerate(problem.mentors)}
    chosen |= {place: by_id.get(problem.fixed[one.id]) for place, one in _fixed(problem)}
    rows = [_row(problem, place, found[place], chosen[place]) for place in range(len(problem.mentees))]
    return json.dumps(rows, separators=(",", ":")).encode()


def _fixed(problem: Problem) -> list[tuple[int, Candidate]]:
    return [(place, one) for place, one in enumerate(problem.mentees) if one.id in problem.fixed]


def _assigned(problem: Problem, found: Sequence[Sequence[int]]) -> list[int | None]:
    """The column of each row that is not fixed: pairs, or groups."""
    counted = Counter(problem.fixed.values())
    taken = [counted[one.id] for one in problem.mentors]
    most = len(problem.mentees) if problem.most is None else problem.most
    rooms = [max(0, min(one.places, most) - held) for one, held in zip(problem.mentors, taken, strict=True)]
    if problem.most is None:
        return assign(found, rooms)
    return form_groups(found, rooms, Solver(assign, reach), held=taken)


def _row(
    problem: Problem, place: int, row: Sequence[int], mentor: int | None
) -> tuple[int, int | None, int | None, str]:
    mentee = problem.mentees[place]
    best = nlargest(OTHERS + 1, (one for one in range(len(row)) if row[one] >= 0), key=lambda one: (row[one], -one))
    others = tuple(_other(problem, mentee, one, row[one]) for one in best if one != mentor)[:OTHERS]
    if mentor is not None:
        known = problem.mentors[mentor]
        thought = Thought(why(mentee, known, problem.terms), others)
        return mentee.id, known.id, max(row[mentor], 0), written(thought)
    fitting = sum(score != EXCLUDED for score in row)
    return mentee.id, None, None, written(_nobody(problem, mentee, others, fitting))


def _other(problem: Problem, mentee: Candidate, place: int, score: int) -> Other:
    mentor = problem.mentors[place]
    return Other(mentor.id, score, why(mentee, mentor, problem.terms))


def _nobody(problem: Problem, mentee: Candidate, others: tuple[Other, ...], fitting: int) -> Thought:
    """Why there is no mentor: the places went to others, or which rule excluded how many."""
    against: dict[Rule, int] = {}
    liftable: list[int] = []
    for mentor in problem.mentors:
        rule = excluded_by(mentee, mentor, problem.terms)
        if rule is not None and rule is not Rule.SELF:
            against[rule] = against.get(rule, 0) + 1
            if rule in LIFTABLE:
                liftable.append(mentor.id)
    return replace(Thought(), others=others, fitting=fitting, against=against, liftable=tuple(liftable[:OTHERS]))
