"""The buttons that answer a question, by its kind, and the lines that explain them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from surveys import calendar
from surveys.answers import bounds, describe_answer, is_answer, options_of
from surveys.definition import DateBound, Definition, Option, Question
from surveys.inputs import AGREE, DONE, NEXT, PAGE, QUICK, RECHECK, REFUSE, SHOW, quick_texts, ticked
from surveys.layout import BUTTON_LIMIT, BUTTONS, TICK_ROOM, Choice, Line, Row, fits, grid
from surveys.path import Context, Value, walk
from surveys.response import Draft
from surveys.wording import Key, Label, Wording

PAGE_SIZE = 8
_CLIP = 80
"""Characters of a typed answer on a line of the card."""
_NARROW = 10
"""Labels up to this length stand two in a row."""

Keyboard = tuple[tuple[Line, ...], tuple[Row, ...]]


def keyboard(definition: Definition, question: Question, draft: Draft, context: Context, steps: int = 0) -> Keyboard:
    """The lines under the question and its rows of buttons. `steps`: how many more buttons stand below them."""
    match question.kind:
        case "single" | "pick":
            return _choice(question, draft, context, BUTTONS - steps)
        case "multi":
            return _multi(question, draft, context, BUTTONS - steps - 1)
        case "scale":
            return _scale(question, draft)
        case "number" | "time" | "text":
            return (), _quick(question, draft, context)
        case "date":
            return (), _date(question, draft, context)
        case "consent":
            return (), _consent(question)
        case "wait":
            return (), ((Choice(Key("survey-check"), question.id, RECHECK),),)
        case "note":
            return (), ((Choice(Key("survey-next"), question.id, NEXT, main=True),),)
        case "card":
            return _card(definition, question, draft, context)
    return (), ()


def _consent(question: Question) -> tuple[Row, ...]:
    agree = Choice(Key("survey-agree"), question.id, AGREE, main=True)
    return ((agree,), (Choice(Key("survey-refuse"), question.id, REFUSE),))


def _likely_first(question: Question, options: tuple[Option, ...], context: Context) -> tuple[Option, ...]:
    likely = context.likely.get(question.id) if question.likely else None
    return tuple(sorted(options, key=lambda option: option.id != likely))


def _choice(question: Question, draft: Draft, context: Context, most: int) -> Keyboard:
    shown, page, pages = _page(_likely_first(question, options_of(question, context), context), draft)
    given = draft.answers.get(question.id)
    choices = [
        Choice(option.label, question.id, option.id, option.id == given, question.likely and page + place == 0)
        for place, option in enumerate(shown)
    ]
    lines, rows = _labelled(choices, BUTTON_LIMIT - TICK_ROOM if given else BUTTON_LIMIT, most)
    return lines, (*rows, *_page_row(question, page, pages))


def _page(options: tuple[Option, ...], draft: Draft) -> tuple[tuple[Option, ...], int, int]:
    """The options of the page shown, its number and how many pages there are."""
    page, pages = _place(len(options), draft)
    return options[page * PAGE_SIZE : (page + 1) * PAGE_SIZE], page, pages


def _place(many: int, draft: Draft) -> tuple[int, int]:
    """The page shown of so many lines, and how many pages there are."""
    pages = max(1, -(-many // PAGE_SIZE))
    return min(int(draft.view), pages - 1) if draft.view.isdigit() else 0, pages


def _page_row(question: Question, page: int, pages: int) -> tuple[Row, ...]:
    if pages == 1:
        return ()
    back = f"{PAGE}{page - 1}" if page > 0 else ""
    ahead = f"{PAGE}{page + 1}" if page < pages - 1 else ""
    place = Key("survey-page", {"n": page + 1, "m": pages})
    return ((Choice("‹", question.id, back), Choice(place, question.id, ""), Choice("›", question.id, ahead)),)


def _labelled(choices: list[Choice], room: int, most: int) -> Keyboard:
    """Options on buttons; if one is too long for a button (`room` characters) or they are more than `most`, all are
    numbered in the text and the buttons are numbers."""
    if len(choices) <= most and all(fits(choice.label, room) for choice in choices):
        narrow = len(choices) > 2 and all(fits(choice.label, _NARROW) for choice in choices)
        return (), grid(choices, 2 if narrow else 1)
    lines = tuple(Line(f"{number}.", choice.label) for number, choice in enumerate(choices, start=1))
    numbered = [
        Choice(str(number), choice.question, choice.token, choice.chosen, choice.main)
        for number, choice in enumerate(choices, start=1)
    ]
    return lines, grid(numbered, 5)


def _multi(question: Question, draft: Draft, context: Context, most: int) -> Keyboard:
    now = ticked(question, draft, context)
    shown, page, pages = _page(options_of(question, context), draft)
    choices = [
        Choice(option.label, question.id, ("-" if option.id in now else "+") + option.id, option.id in now)
        for option in shown
    ]
    lines, rows = _labelled(choices, BUTTON_LIMIT - TICK_ROOM, most)
    done = (Choice(Key("survey-done"), question.id, DONE, main=True),)
    return lines, (*rows, *_page_row(question, page, pages), done)


def _scale(question: Question, draft: Draft) -> Keyboard:
    low, high = int(question.minimum or 0), int(question.maximum or 0)
    given = draft.answers.get(question.id)
    steps = [Choice(str(step), question.id, str(step), step == given) for step in range(low, high + 1)]
    width = len(steps) if len(steps) <= 5 else -(-len(steps) // 2)
    ends = ((low, question.low), (high, question.high))
    return tuple(Line(f"{step} —", label) for step, label in ends if label is not None), grid(steps, width)


def _quick(question: Question, draft: Draft, context: Context) -> tuple[Row, ...]:
    """Likely values of a number, a time or a text; the likely one first."""
    labels = {str(quick.value): quick.label for quick in question.quick}
    values = list(quick_texts(question, context)) if question.kind == "text" else list(labels)
    tokens = {value: f"{QUICK}{place}" for place, value in enumerate(values)} if question.kind == "text" else {}
    likely = context.likely.get(question.id) if question.likely else None
    if likely is not None:
        values = [str(likely), *(value for value in values if value != str(likely))]
    given = draft.answers.get(question.id)
    choices = [
        Choice(
            labels.get(value) or _plain(question, value), question.id, tokens.get(value, value),
            given is not None and str(given) == value, question.likely and place == 0,
        )
        for place, value in enumerate(value for value in values if is_answer(question, value, context))
    ]  # fmt: skip
    if question.kind == "text":
        return grid(choices, 1)
    return grid(choices, 4 if all(fits(choice.label, 6) for choice in choices) else 2)


def _plain(question: Question, value: str) -> Label:
    return Key("survey-number", {"number": Decimal(value.replace(",", "."))}) if question.kind == "number" else value


_NAMED_DAYS = {-1: "survey-yesterday", 0: "survey-today", 1: "survey-tomorrow"}


def _date(question: Question, draft: Draft, context: Context) -> tuple[Row, ...]:
    earliest, latest = bounds(question, context)
    labels: dict[date, Wording | None] = {}
    likely = context.likely.get(question.id) if question.likely else None
    if likely is not None:
        labels[date.fromisoformat(str(likely))] = None
    for quick in question.quick:
        if isinstance(quick.value, DateBound):
            day = quick.value.on(context.today)
            labels[day] = labels.get(day) or quick.label
    quick_row = [
        Choice(label or _day(day, context.today), question.id, day.isoformat(), main=question.likely and place == 0)
        for place, (day, label) in enumerate(labels.items())
        if earliest <= day <= latest
    ]
    given = draft.answers.get(question.id)
    chosen = date.fromisoformat(str(given)) if given is not None else None
    return grid(quick_row, 2) + calendar.rows(
        question.id, draft.view, earliest, latest, today=context.today, chosen=chosen
    )


def _day(day: date, today: date) -> Label:
    name = _NAMED_DAYS.get((day - today).days)
    return Key(name) if name else Key("survey-date", {"date": day})


def _card(definition: Definition, card: Question, draft: Draft, context: Context) -> Keyboard:
    """Every answer on a line with its number, and a button to each, in pages; the first button confirms."""
    answered = [
        question
        for question, is_open in walk(definition, draft.answers, draft.skipped, context)
        if question.answerable and not is_open
    ]
    page, pages = _place(len(answered), draft)
    lines: list[Line] = []
    buttons: list[Choice] = []
    number = 0
    for place, question in enumerate(answered):
        editable = card.edit is None or question.id in card.edit
        number += editable
        if place // PAGE_SIZE != page:
            continue
        if editable:
            buttons.append(Choice(str(number), question.id, SHOW))
        lines.append(_answered(f"{number}." if editable else "•", question, draft, context))
    confirm = Choice(Key("survey-confirm"), card.id, DONE, main=True)
    return tuple(lines), ((confirm,), *grid(buttons, 5), *_page_row(card, page, pages))


def _answered(mark: str, question: Question, draft: Draft, context: Context) -> Line:
    """A line of the card."""
    parts = answer_parts(question, draft.answers.get(question.id), context)
    return Line(mark, card_label(question), tuple(_clipped(part) for part in parts))


def _clipped(part: Label) -> Label:
    """What was typed, short enough for a line: a card of long answers must still fit one message."""
    return part[:_CLIP] + "…" if isinstance(part, str) and len(part) > _CLIP else part


def card_label(question: Question) -> Label:
    """What a question is called on a card: its short name, else its text."""
    return question.short or question.text or Key("survey-consent-line")


def answer_parts(question: Question, value: Value | None, context: Context) -> tuple[Label, ...]:
    """An answer in words, with the options of the context's sources."""
    return describe_answer(question, value, options_of(question, context))
