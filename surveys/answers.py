"""Answers as values: whether one is valid for its question, and how it reads on a card or in an export."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from surveys import errors, typed
from surveys.definition import TIME, DateBound, Option, Question
from surveys.path import Context, Value
from surveys.wording import Key, Label, Wording

_PHONE = re.compile(r"\+\d{10,15}")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_FARTHEST = (DateBound(None, -110, "y"), DateBound(None, 10, "y"))
"""Bounds of a date question that names none: whatever a living person or a plan may need."""


def options_of(question: Question, context: Context) -> tuple[Option, ...]:
    """The options of a choice: its own, or those of its named source in the context."""
    return question.options if question.source is None else tuple(context.options.get(question.source, ()))


def check(question: Question, value: Value, context: Context) -> None:
    """Raise the InputError that says why `value` is no answer to the question; return if it is one."""
    match question.kind:
        case "single" | "pick":
            if value not in [option.id for option in options_of(question, context)]:
                raise errors.NotAnOption
        case "multi":
            _check_multi(question, value, context)
        case "scale":
            if not isinstance(value, int) or isinstance(value, bool) or not _within(question, Decimal(value)):
                raise out_of_range(question)
        case "number":
            _check_number(question, value)
        case "text":
            _check_text(question, value)
        case "date":
            _check_date(question, value, context)
        case "time":
            _check_time(question, value)
        case _:
            _check_other(question, value)


def is_answer(question: Question, value: Value, context: Context) -> bool:
    """Whether `value` is an answer to the question, without saying why not."""
    try:
        check(question, value, context)
    except errors.InputError:
        return False
    return True


def _check_other(question: Question, value: Value) -> None:
    match question.kind:
        case "contact" if not isinstance(value, str) or not _PHONE.fullmatch(value):
            raise errors.NotAPhone
        case "consent":
            expected = question.consent or ""
            own = isinstance(value, dict) and f"{value.get('text')}@{value.get('version')}" == expected
            if not own or not isinstance(value, dict) or not isinstance(value.get("given"), bool):
                raise errors.UseButtons
        case "photo" | "file":
            if not isinstance(value, dict) or not isinstance(value.get("file_id"), str):
                raise errors.PhotoExpected if question.kind == "photo" else errors.FileExpected
        case "wait" | "note" | "card":
            raise errors.UseButtons


def _check_multi(question: Question, value: Value, context: Context) -> None:
    options = {option.id: option for option in options_of(question, context)}
    if not isinstance(value, list) or len(set(value)) != len(value) or not set(value) <= set(options):
        raise errors.NotAnOption
    if len(value) > 1 and any(options[chosen].exclusive for chosen in value):
        raise errors.NotAnOption
    exclusive = any(options[chosen].exclusive for chosen in value)
    if len(value) < question.min_chosen and not exclusive:
        raise errors.TooFewChosen(min=question.min_chosen)
    if question.max_chosen is not None and len(value) > question.max_chosen:
        raise errors.TooManyChosen(max=question.max_chosen)


def _within(question: Question, number: Decimal) -> bool:
    low, high = question.minimum, question.maximum
    return (low is None or number >= low) and (high is None or number <= high)


def out_of_range(question: Question) -> errors.NumberOutOfRange:
    """What a number must be to be an answer."""
    low, high = question.minimum, question.maximum
    return errors.NumberOutOfRange(min="none" if low is None else low, max="none" if high is None else high)


def _check_number(question: Question, value: Value) -> None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise errors.NotANumber
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise errors.NotANumber from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(number) >= 10**12:
        raise errors.NotANumber
    if -exponent > question.decimals:
        raise errors.NotWhole(decimals=question.decimals)
    if not _within(question, number):
        raise out_of_range(question)


def _check_text(question: Question, value: Value) -> None:
    if not isinstance(value, str) or typed.is_blank(value):
        raise errors.EmptyText
    limit = int(question.maximum or 0)
    if len(value) > limit:
        raise errors.TooLong(max=limit, over=len(value) - limit)
    if question.must_be == "name" and typed.read_name(value) != value:
        raise errors.NotAName


def bounds(question: Question, context: Context) -> tuple[date, date]:
    """The first and the last day that may be given to a date question."""
    earliest, latest = question.earliest or _FARTHEST[0], question.latest or _FARTHEST[1]
    return earliest.on(context.today), latest.on(context.today)


def _check_date(question: Question, value: Value, context: Context) -> None:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        raise errors.NotADate from None
    if day.isoformat() != value:
        raise errors.NotADate
    earliest, latest = bounds(question, context)
    if day < earliest:
        raise errors.TooEarly(min=earliest)
    if day > latest:
        raise errors.TooLate(max=latest)


def _check_time(question: Question, value: Value) -> None:
    if not isinstance(value, str) or not TIME.fullmatch(value):
        raise errors.NotATime
    opens, closes = question.opens or "00:00", question.closes or "23:59"
    if not opens <= value <= closes:
        raise errors.TimeOutOfRange(min=opens, max=closes)


def describe_answer(question: Question, value: Value | None, options: Sequence[Option] = ()) -> tuple[Label, ...]:
    """An answer in words, to be joined with commas: labels of what was chosen, dates and consents as
    messages, what was typed as it is. `options` are those of the question's source, if it has one; a choice
    that is no longer among them shows its id. No answer gives the message `survey-blank`."""
    if value is None or value in ("", []):
        return (Key("survey-blank"),)
    match question.kind:
        case "single" | "pick" | "multi":
            labels: dict[str, Wording | str] = {item.id: item.label for item in (*question.options, *options)}
            chosen = value if isinstance(value, list) else [str(value)]
            return tuple(labels.get(item, item) for item in chosen)
        case "date":
            return (Key("survey-date", {"date": date.fromisoformat(str(value))}),)
        case "consent":
            given = isinstance(value, Mapping) and value.get("given")
            return (Key("survey-agreed" if given else "survey-refused"),)
        case "photo" | "file":
            name = value.get("name") if isinstance(value, Mapping) else None
            return (str(name),) if name else (Key("survey-attached"),)
        case "number":
            return (Key("survey-number", {"number": Decimal(str(value))}),)
        case "text":
            return (_typed(question, str(value)),)
        case _:
            return (str(value),)


def _typed(question: Question, value: str) -> Label:
    """What was typed as it is; of a likely value chosen by its button, readers of English get the label.

    A value that is an id (`online`) reads as its label in every language.
    """
    for quick in question.quick:
        if quick.value == value and quick.label is not None:
            return quick.label if _ID.fullmatch(value) else Wording(value, quick.label.en)
    return value
