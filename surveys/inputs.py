"""What a press, a text, a file or a contact means for the question being asked.

Tokens (what a button carries after the question's id): the answer itself (an option's id, a digit,
`2026-09-01`, `15:30`), `+id` and `-id` to tick and untick, and words that begin with a dot for everything
else. All of them are absolute, so pressing twice does what pressing once does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from surveys import errors, typed
from surveys.answers import bounds, check, is_answer, options_of, out_of_range
from surveys.calendar import is_view
from surveys.definition import DateBound, Question
from surveys.path import Context, Value
from surveys.response import Draft
from surveys.wording import Wording

SHOW, SKIP, DONE, PAUSE, RESUME, CANCEL, RECHECK, NEXT = (
    ".show", ".skip", ".done", ".pause", ".resume", ".cancel", ".check", ".next",
)  # fmt: skip
AGREE, REFUSE = ".agree", ".refuse"
QUICK, PAGE = ".q", ".p"


@dataclass(frozen=True, slots=True)
class Give:
    """An answer."""

    value: Value


@dataclass(frozen=True, slots=True)
class Tick:
    """What is ticked now in a multiple choice."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Another page of a list or of the calendar."""

    view: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is no answer: one of SKIP, PAUSE, RESUME, CANCEL, NEXT of a note, or DONE of a card."""

    token: str


Move = Give | Tick | Look | Step


def read_press(question: Question, token: str, draft: Draft, context: Context) -> Move:
    """What a press on a button of this question's screen means. Raises errors.Stale for a token it cannot
    have."""
    if token in (SKIP, PAUSE, RESUME, CANCEL):
        return Step(token)
    match question.kind:
        case "pick" | "single" | "multi" | "card" if re.fullmatch(r"\.p\d{1,4}", token):
            return Look(token.removeprefix(PAGE))
        case "multi":
            return _multi(question, token, draft, context)
        case "consent" if token in (AGREE, REFUSE):
            name, _, version = (question.consent or "").partition("@")
            return Give({"text": name, "version": int(version), "given": token == AGREE})
        case "card" if token == DONE:
            return Step(DONE)
        case "note" if token == NEXT:
            return Step(NEXT)
        case "date" if token.startswith("."):
            if not is_view(token[1:], *bounds(question, context)):
                raise errors.Stale
            return Look(token[1:])
    return Give(_value(question, token, context))


def _value(question: Question, token: str, context: Context) -> Value:
    """The answer a token stands for; must be valid, since only buttons the screen had carry one."""
    value: Value = token
    if question.kind == "scale" and re.fullmatch(r"-?\d{1,6}", token):
        value = int(token)
    elif question.kind == "text":
        value = _quick_text(question, token, context)
    elif question.kind == "number":
        value = _number(token)
    elif question.kind not in ("single", "pick", "date", "time"):
        raise errors.Stale
    if not is_answer(question, value, context):
        raise errors.Stale
    return value


def _number(token: str) -> Value:
    try:
        return typed.read_number(token)
    except errors.NotANumber:
        raise errors.Stale from None


def quick_texts(question: Question, context: Context) -> tuple[str, ...]:
    """The texts behind `.q0`, `.q1` …: the quick values, then the likely one if it is not among them."""
    own = tuple(quick.value for quick in question.quick if not isinstance(quick.value, DateBound))
    likely = context.likely.get(question.id)
    return own if not isinstance(likely, str) or likely in own else (*own, likely)


def _quick_text(question: Question, token: str, context: Context) -> str:
    texts = quick_texts(question, context)
    match = re.fullmatch(r"\.q(\d{1,2})", token)
    if match is None or int(match[1]) >= len(texts):
        raise errors.Stale
    return texts[int(match[1])]


def ticked(question: Question, draft: Draft, context: Context) -> tuple[str, ...]:
    """What is ticked: the choice in progress, else the answer given before; only options there are, in their
    order."""
    given = draft.answers.get(question.id)
    before: Sequence[str] = given if isinstance(given, list) else ()
    chosen = draft.choosing.get(question.id, before)
    return tuple(option.id for option in options_of(question, context) if option.id in chosen)


def _multi(question: Question, token: str, draft: Draft, context: Context) -> Move:
    now = ticked(question, draft, context)
    if token == DONE:
        check(question, list(now), context)
        return Give(list(now))
    options = {option.id: option for option in options_of(question, context)}
    sign, name = token[:1], token[1:]
    if sign not in ("+", "-") or name not in options:
        raise errors.Stale
    if sign == "-":
        return Tick(tuple(chosen for chosen in now if chosen != name))
    if options[name].exclusive:
        return Tick((name,))
    kept = {chosen for chosen in now if not options[chosen].exclusive} | {name}
    if question.max_chosen is not None and len(kept) > question.max_chosen:
        raise errors.TooManyChosen(max=question.max_chosen)
    return Tick(tuple(option for option in options if option in kept))


def _step(question: Question, text: str) -> Value:
    """A step of a scale as typed; who types no number is told from where to where the scale goes."""
    try:
        return typed.read_number(text)
    except errors.NotANumber:
        raise out_of_range(question) from None


def read_text(question: Question, text: str, locale: str, context: Context) -> Value:
    """What a typed text means as an answer. Raises an InputError that says what is expected instead."""
    value: Value
    match question.kind:
        case "text":
            value = _words(question, text)
        case "number":
            value = typed.read_number(text)
        case "scale":
            value = _step(question, text)
        case "date":
            value = typed.read_date(text, context.today, *bounds(question, context)).isoformat()
        case "time":
            value = typed.read_time(text)
        case "contact":
            value = typed.read_phone(text)
        case "single" | "pick":
            value = _named(question, text, locale, context)
        case _:
            raise expected(question)
    if question.kind == "scale" and not isinstance(value, int):
        raise errors.UseButtons
    check(question, value, context)
    return value


def _words(question: Question, text: str) -> str:
    words = text.replace("\0", "").strip()  # PostgreSQL stores no NUL
    if question.must_be != "name" or typed.is_blank(words):
        return words
    return typed.capitalised(typed.read_name(words))


def _named(question: Question, text: str, locale: str, context: Context) -> str:
    """The option whose label was typed instead of pressed."""
    wanted = " ".join(text.casefold().split())
    for option in options_of(question, context):
        label = option.label
        known = [label] if isinstance(label, str) else [label.text(locale, child) for child in (False, True)]
        if isinstance(label, Wording):
            known += label.variants()
        if wanted in [" ".join(name.casefold().split()) for name in known]:
            return option.id
    raise errors.UseButtons


def read_file(question: Question, file_id: str, name: str, size: int, *, photo: bool, context: Context) -> Value:
    """A photo or a document that was sent. A photo question takes pictures only, a file question takes both."""
    if question.kind not in ("photo", "file") or (question.kind == "photo" and not photo):
        raise expected(question)
    value: dict[str, object] = {"file_id": file_id, "name": name, "size": size}
    if photo:  # Telegram gives a photo back as a photo only
        value["photo"] = True
    check(question, value, context)
    return value


def read_contact(question: Question, phone: str, context: Context) -> Value:
    """A phone number sent with Telegram's own button."""
    if question.kind != "contact":
        raise expected(question)
    value = typed.read_phone(phone if phone.startswith("+") else f"+{phone}")
    check(question, value, context)
    return value


def expected(question: Question) -> errors.InputError:
    """What to say to a sticker, a voice message or anything else that cannot be the answer."""
    match question.kind:
        case "text":
            return errors.TextExpected()
        case "number":
            return errors.NotANumber()
        case "date":
            return errors.NotADate()
        case "time":
            return errors.NotATime()
        case "contact":
            return errors.NotAPhone()
        case "photo":
            return errors.PhotoExpected()
        case "file":
            return errors.FileExpected()
    return errors.UseButtons()
