"""What a questionnaire or a form is: frozen values, read from YAML by surveys/load.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from surveys.conditions import Condition
from surveys.days import shifted
from surveys.wording import Key, Label, Wording

__all__ = [
    "Audience",
    "DateBound",
    "Definition",
    "Key",
    "Kind",
    "Label",
    "Option",
    "Question",
    "Quick",
    "Rule",
    "Wording",
]

Kind = Literal[
    "single", "multi", "scale", "number", "text", "date", "time",
    "contact", "pick", "consent", "wait", "photo", "file", "note", "card",
]  # fmt: skip
Rule = Literal["name"]
"""What the words of a text question must be, beyond not being empty."""
UNANSWERED: frozenset[Kind] = frozenset({"note", "wait", "card"})
"""Kinds that store no answer: left out of cards and exports."""
UNCOUNTED: frozenset[Kind] = UNANSWERED | {"consent"}
"""Kinds that are no question in the eyes of the person who answers: left out of «Вопрос 3 из 10»."""

TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
"""A time of day as it is stored."""

_BOUND = re.compile(r"(today|\d{4}-\d{2}-\d{2})(?:\s*([+-])\s*(\d{1,3})\s*([dwmy]))?")


@dataclass(frozen=True, slots=True)
class DateBound:
    """A date, or one reckoned from today: `today - 5y`, `today + 2w`, `2026-09-01`."""

    base: date | None = None
    amount: int = 0
    unit: str = "d"

    @classmethod
    def parse(cls, text: str) -> DateBound:
        """Read a bound; raises ValueError for anything else than the three shapes above."""
        match = _BOUND.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        base = None if match[1] == "today" else date.fromisoformat(match[1])
        amount = int(match[3] or 0) * (-1 if match[2] == "-" else 1)
        return cls(base, amount, match[4] or "d")

    def on(self, today: date) -> date:
        """The date meant on the day `today` (29 February becomes 28 in a common year)."""
        return shifted(self.base or today, self.amount, self.unit)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen. An `exclusive` one («ничего из этого») clears the others."""

    id: str
    label: Wording | str
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Quick:
    """A likely value as a button; a date may be reckoned from today."""

    value: str | DateBound
    label: Wording | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which fields matter follows from `kind`; docs/questionnaires.md lists them.

    `when` must hold for it to be asked; `valid` must not be broken by its answer, else `invalid` is said."""

    id: str
    kind: Kind
    text: Wording | None = None
    hint: Wording | None = None
    short: Wording | None = None
    options: tuple[Option, ...] = ()
    source: str | None = None
    minimum: int | Decimal | None = None
    maximum: int | Decimal | None = None
    decimals: int = 0
    earliest: DateBound | None = None
    latest: DateBound | None = None
    opens: str | None = None
    closes: str | None = None
    low: Wording | None = None
    high: Wording | None = None
    min_chosen: int = 1
    max_chosen: int | None = None
    quick: tuple[Quick, ...] = ()
    likely: bool = False
    must_be: Rule | None = None
    consent: str | None = None
    waits_for: str | None = None
    edit: tuple[str, ...] | None = None
    when: Condition | None = None
    valid: Condition | None = None
    invalid: Wording | None = None
    optional: bool = False
    measures: str | None = None
    reversed: bool = False
    both_sides: bool = False
    sensitive: bool = False

    @property
    def counted(self) -> bool:
        """Whether «Вопрос n из m» counts it."""
        return self.kind not in UNCOUNTED

    @property
    def answerable(self) -> bool:
        """Whether an answer to it is stored."""
        return self.kind not in UNANSWERED


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a survey is for; None where it does not matter."""

    form: str | None = None
    role: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A survey (evidence, kept) or a form (a draft that ends in the service `finish`).

    `body` is its canonical JSON with everything included, `sha256` its hash: a body that changes under
    the same version is refused by storage, since what people answered must stay readable."""

    id: str
    version: int
    kind: Literal["survey", "form"]
    title: Wording
    questions: tuple[Question, ...]
    audience: Audience = Audience()
    intro: Wording | None = None
    thanks: Wording | None = None
    anonymous: bool = False
    finish: str | None = None
    body: str = field(default="", repr=False)
    sha256: str = ""
    by_id: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {question.id: question for question in self.questions})

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return self.by_id.get(question_id)
