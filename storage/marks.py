"""Answers that are marks: which of them count in a span, and their sums."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, cast, distinct, func

from mentoring.satisfaction import Tally
from storage.indices import beside
from storage.summary_rows import READABLE
from storage.tables import answers, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Measured:
    """A question whose answers are whole numbers that count. `turned`: from which number a reversed one is taken."""

    definition: str
    question: str
    turned: int | None = None


def marks_of(
    organisations: Collection[int], starts: datetime, ends: datetime, which: Iterable[Measured]
) -> ColumnElement[bool]:
    """Numbers that were given to these questions by responses finished in the span."""
    wanted = list(which)
    asked = and_(
        responses.c.state == RecordState.FINISHED.value,
        responses.c.definition.in_({each.definition for each in wanted}),
    )
    return and_(
        responses.c.organisation_id.in_(organisations),
        responses.c.finished_at >= starts,
        responses.c.finished_at < ends,
        beside(asked),
        answers.c.question.in_({each.question for each in wanted}),
        answers.c.on_path,
        answers.c.value.is_not(None),
        READABLE,
        _to_any(tuple(wanted)),
    )


@lru_cache(maxsize=256)
def _to_any(which: tuple[Measured, ...]) -> ColumnElement[bool]:
    return case(*((is_question(each), True) for each in which), else_=False)


@lru_cache(maxsize=1024)
def is_question(which: Measured) -> ColumnElement[bool]:
    """That an answer is to this question."""
    return and_(responses.c.definition == which.definition, answers.c.question == which.question)


def tally_of(which: Iterable[Measured]) -> tuple[ColumnElement[Any], ...]:
    """Sum, count and people; whoever answered anonymously is somebody by each answer."""
    number = cast(answers.c.value, Integer)
    turned = [(is_question(each), each.turned - number) for each in which if each.turned is not None]
    value = case(*turned, else_=number) if turned else number
    nameless = func.count() - func.count(responses.c.person_id)
    return (
        func.sum(value).label("total"),
        func.count().label("many"),
        (func.count(distinct(responses.c.person_id)) + nameless).label("people"),
    )


def read_tally(row: Any) -> Tally:
    """The value of a row that has the columns of `tally_of`."""
    return Tally(row.total, row.many, row.people)
