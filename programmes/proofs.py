"""What shows an expected result in the bot's own data: its figures stand in reports beside the curator's words.

What each of them counts: docs/results.md#expected-results.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentoring.numerators import Numerator
from mentoring.outcomes import OutcomeKind
from surveys.wording import Wording


class Doing(StrEnum):
    """What an organisation has done in the year."""

    PLANS = "plans"
    TRAINING = "training"
    PRACTICES = "practices"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Changed:
    """How the answers to these questions have changed from entry to exit."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidYes:
    """How many have answered «yes» to each of these questions at the exit."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """What the curator has entered of mentees before the start and after the end."""

    outcome: OutcomeKind


@dataclass(frozen=True, slots=True)
class Talked:
    """How many mentees are in mentorships that have met about one of these topics."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A number counted as an indicator's numerator is, by what it is called."""

    name: Wording
    numerator: Numerator


@dataclass(frozen=True, slots=True)
class Done:
    """What the organisation has done."""

    what: Doing


Proof = Changed | SaidYes | Reached | Talked | Counted | Done
