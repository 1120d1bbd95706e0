"""What must hold of a question, and between the questions of one definition, checked at load."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from surveys.condition_sorts import misfit
from surveys.condition_tokens import RESERVED
from surveys.conditions import ANSWER, Compare, Condition, FactOf, leaves, names, operands
from surveys.definition import Question
from surveys.questions import CHECKED
from surveys.reading import Fields
from surveys.suggest import did_you_mean
from surveys.wording import Wording, places

CALLBACK_LIMIT = 64
_PREFIX = len("a:") + 10 + len(":")
"""Bytes before the question's id in the data of a button: `a:<response id of up to 10 digits>:`."""
SCALE_LIMIT = 11
CARD_LABEL_LIMIT = 100
_ENTRY_KINDS = frozenset({"consent", "wait", "card", "note"})


@dataclass(frozen=True, slots=True)
class Known:
    """Names a definition may use; None where any name will do."""

    sources: Collection[str] | None = None
    facts: Collection[str] | None = None
    consents: Collection[str] | None = None


def check_questions(items: list[tuple[Question, Fields]], known: Known) -> None:
    """Complain of everything wrong in and between the questions of one definition."""
    earlier: dict[str, Question] = {}
    for question, fields in items:
        if question.id in earlier:
            fields.complain(f"the id «{question.id}» is used twice", "give each question its own id")
        if question.id in RESERVED:
            fields.complain(f"«{question.id}» means something of its own in conditions", "give the question another id")
        _check_kind(question, fields, known)
        _check_tokens(question, fields)
        _check_places(question, fields, earlier, known)
        _check_conditions(question, fields, earlier, known)
        earlier.setdefault(question.id, question)
    _check_measures(items)
    _check_cards(items)


def _check_kind(question: Question, fields: Fields, known: Known) -> None:
    match question.kind:
        case "single" | "multi":
            _check_choice(question, fields)
        case "pick" if question.source is None:
            fields.complain("«from» is missing", "name where the choice comes from, as `from: mentors`")
        case "scale":
            _check_scale(question, fields)
        case "consent" | "wait" | "card" if question.optional:
            fields.complain(f"a {question.kind} cannot be optional", "remove `optional`, use `when` instead")
    if question.source is not None and known.sources is not None and question.source not in known.sources:
        fields.complain(
            f"there is no source «{question.source}»",
            did_you_mean(question.source, known.sources, f"use one of: {', '.join(sorted(known.sources))}"),
        )
    if question.consent is not None and known.consents is not None and question.consent not in known.consents:
        fields.complain(
            f"there is no consent text «{question.consent}»",
            did_you_mean(question.consent, known.consents, "write it in surveys/consents"),
        )
    if question.likely and question.kind in ("date", "time", "number", "text") and not question.quick:
        fields.complain("«likely» needs a first button", "add `quick: […]`")
    if question.kind in ("number", "scale") and _above(question.minimum, question.maximum):
        fields.complain("«min» is above «max»", "swap them")
    if question.opens and question.closes and question.opens > question.closes:
        fields.complain("«min» is later than «max»", "swap them")


def _above(low: int | Decimal | None, high: int | Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def _check_choice(question: Question, fields: Fields) -> None:
    if (question.source is None) == ("options" not in fields.entries):
        fields.complain("a choice needs options", "write either `options:` or `from:` with the name of a source")
    if question.source is None and question.max_chosen is not None and question.max_chosen < question.min_chosen:
        fields.complain("«max_chosen» is below «min_chosen»", "swap them")
    if question.kind == "multi" and question.options and question.min_chosen > len(question.options):
        fields.complain(f"there are only {len(question.options)} options", "lower «min_chosen»")


def _check_scale(question: Question, fields: Fields) -> None:
    low, high = question.minimum, question.maximum
    if not isinstance(low, int) or not isinstance(high, int):
        fields.complain("a scale needs whole «min» and «max»", "write `min: 1` and `max: 10`")
    elif not 2 <= high - low + 1 <= SCALE_LIMIT:
        fields.complain(f"a scale from {low} to {high} has no fit", f"use 2 to {SCALE_LIMIT} steps, as 1 to 10")


def _check_tokens(question: Question, fields: Fields) -> None:
    room = CALLBACK_LIMIT - _PREFIX - len(question.id) - len(":")
    mark = len("+") if question.kind == "multi" else 0
    for option in question.options:
        if len(option.id.encode()) + mark > room:
            fields.complain(f"the id «{option.id}» does not fit a button", "shorten the question's or the option's id")


def _texts(question: Question) -> Iterable[Wording]:
    return (wording for wording in (question.text, question.hint, question.invalid) if wording is not None)


def _check_places(question: Question, fields: Fields, earlier: dict[str, Question], known: Known) -> None:
    named = {name for wording in _texts(question) for text in wording.variants() for name in places(text)}
    for name in sorted(named):
        if name.startswith("fact."):
            _check_fact(name.removeprefix("fact."), fields, known)
        elif name not in earlier or not earlier[name].answerable:
            fields.complain(
                f"the text names {{{name}}}, which is no earlier question",
                did_you_mean(name, earlier, "name a question asked before this one, or {fact.NAME}"),
            )


def _check_fact(name: str, fields: Fields, known: Known) -> None:
    if known.facts is not None and name not in known.facts:
        fields.complain(
            f"there is no fact «{name}»",
            did_you_mean(name, known.facts, f"use one of: {', '.join(known.facts)}"),
        )


def _check_conditions(question: Question, fields: Fields, earlier: dict[str, Question], known: Known) -> None:
    if question.when is not None:
        _check_condition(question.when, fields, earlier, known)
    if question.kind in CHECKED and ("valid" in fields.entries) != ("invalid" in fields.entries):
        fields.complain("«valid» and «invalid» need each other", "write the condition and the sentence that is shown")
    if question.valid is not None:
        _check_condition(question.valid, fields, {**earlier, ANSWER: question}, known)
        if ANSWER not in names(question.valid):
            fields.complain("«valid» does not look at the answer", "name it `answer`, or use `when` instead")


def _check_condition(condition: Condition, fields: Fields, asked: dict[str, Question], known: Known) -> None:
    for operand in operands(condition):
        if isinstance(operand, FactOf):
            _check_fact(operand.name, fields, known)
    for leaf in leaves(condition):
        problem = misfit(leaf, asked) if isinstance(leaf, Compare) else None
        if problem is not None:
            fields.complain(problem[0], problem[1])


def _check_measures(items: list[tuple[Question, Fields]]) -> None:
    """Items of one measure make a mean, so they must share their ends."""
    ends: dict[str, tuple[object, object]] = {}
    for question, fields in items:
        if question.reversed and question.measures is None:
            fields.complain("«reversed» needs «measures»", "name the scale the item counts for")
        if question.measures is None:
            continue
        own = (question.minimum, question.maximum)
        if ends.setdefault(question.measures, own) != own:
            fields.complain(f"items of «{question.measures}» have different ends", "give them the same min and max")


def _check_cards(items: list[tuple[Question, Fields]]) -> None:
    asked = {question.id: question for question, _ in items}
    for place, (question, fields) in enumerate(items):
        if question.kind != "card":
            continue
        if place != len(items) - 1:
            fields.complain("a card must be the last question", "move it to the end")
        for other, own in items:
            longest = max((len(text) for text in other.text.variants()), default=0) if other.text else 0
            if other.short is None and longest > CARD_LABEL_LIMIT and other.answerable:
                own.complain(f"{longest} characters are too long for a line of the card", "add `short: {ru: …, en: …}`")
        for name in question.edit or ():
            if name not in asked or asked[name].kind in _ENTRY_KINDS - {"consent"}:
                fields.complain(
                    f"the card cannot edit «{name}»",
                    did_you_mean(name, asked, "name an earlier question, or all"),
                )
