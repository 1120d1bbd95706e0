"""What can be wrong with a press or a text. Each class carries the key of its message in
locales/*/survey.ftl.

None of them changes the response: what was entered before stays, and the present question is shown again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveys.wording import Key, Wording

Value = str | int | Decimal | date
Problem = Key | Wording
"""What is said of a wrong input: a message of the engine's own, or the sentence of a definition's `invalid`."""


class SurveyError(Exception):
    """The base of them all; `key` and `values` make the sentence a person reads."""

    key: ClassVar[str] = "survey-stale"

    def __init__(self, **values: Value) -> None:
        super().__init__(self.key)
        self.values: Mapping[str, Value] = values

    @property
    def message(self) -> Problem:
        """The sentence to show."""
        return Key(self.key, self.values)


class Stale(SurveyError):
    """The button belongs to a question that is not being asked any more, or to no button there is."""


class Closed(SurveyError):
    """The response is finished or cancelled."""

    key = "survey-closed"


class NotComplete(SurveyError):
    """Questions are still open."""

    key = "survey-not-complete"


class InputError(SurveyError):
    """What came in is no answer to the question."""

    key = "survey-use-buttons"


class UseButtons(InputError):
    """A text where only a button will do."""


class CannotSkip(InputError):
    key = "survey-cannot-skip"


class EmptyText(InputError):
    key = "survey-empty"


class TextExpected(InputError):
    key = "survey-text-expected"


class TooLong(InputError):
    """`max` characters are allowed, `over` are too many."""

    key = "survey-too-long"


class NotAName(InputError):
    key = "survey-not-a-name"


class NotANumber(InputError):
    key = "survey-not-a-number"


class NumberOutOfRange(InputError):
    """Below `min` or above `max`; a bound that does not exist is the word «none»."""

    key = "survey-number-range"


class NotWhole(InputError):
    """More than `decimals` digits after the comma."""

    key = "survey-number-decimals"


class NotADate(InputError):
    key = "survey-not-a-date"


class TooEarly(InputError):
    """Before `min`."""

    key = "survey-date-early"


class TooLate(InputError):
    """After `max`."""

    key = "survey-date-late"


class NotATime(InputError):
    key = "survey-not-a-time"


class TimeOutOfRange(InputError):
    """Outside `min`–`max`."""

    key = "survey-time-range"


class TooFewChosen(InputError):
    """Fewer than `min`."""

    key = "survey-too-few"


class TooManyChosen(InputError):
    """More than `max`."""

    key = "survey-too-many"


class NotAnOption(InputError):
    key = "survey-not-an-option"


class NotAPhone(InputError):
    key = "survey-not-a-phone"


class PhotoExpected(InputError):
    key = "survey-photo-expected"


class FileExpected(InputError):
    key = "survey-file-expected"


class Invalid(InputError):
    """It breaks the question's own condition (`valid`); `sentence` is what its author says to that. It may hold
    `{earlier_question}` and `{fact.name}`, as the question's text."""

    def __init__(self, sentence: Wording) -> None:
        super().__init__()
        self.sentence = sentence

    @property
    def message(self) -> Problem:
        return self.sentence
