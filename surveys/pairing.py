"""Who answered what before and after: the pairs behind every change, per item and per scale.

An item is compared only where its text and its scale did not change between the two questionnaires; people of several
questionnaires count together for the items that these have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from surveys.change import Change, Number, Pair, paired_change
from surveys.definition import Definition, Question
from surveys.items import same_item
from surveys.path import Answers, Value
from surveys.scoring import score_items

DefinitionKey = tuple[str, int]
"""Id and version."""
COMPARED = frozenset({"scale", "number"})
"""Kinds whose answers have a mean."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One person in one mentorship: what they are asked at entry and at exit, and their finished answers (those on the
    path), None where a questionnaire is not finished."""

    entry: DefinitionKey
    exit: DefinitionKey
    before: Answers | None = None
    after: Answers | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is measured twice: one item, or, with `measure`, a scale of several.

    An item counts as it was answered, in its own words; in a scale reversed items are turned.
    """

    items: tuple[Question, ...]
    measure: str | None = None

    @property
    def id(self) -> str:
        """The item's id or the scale's name."""
        return self.measure or self.items[0].id

    @property
    def question(self) -> Question | None:
        """The item; None for a scale."""
        return None if self.measure else self.items[0]

    @property
    def top(self) -> int | Decimal | None:
        """Its highest value, None where there is none or the scale's items differ."""
        tops = {item.maximum for item in self.items}
        return tops.pop() if len(tops) == 1 else None

    @property
    def bottom(self) -> int | Decimal | None:
        """Its lowest value, in the same way."""
        bottoms = {item.minimum for item in self.items}
        return bottoms.pop() if len(bottoms) == 1 else None

    def same(self, other: Parameter) -> bool:
        """Whether both are one parameter: the same items, text and scale unchanged, and the same name of a scale."""
        return (
            self.measure == other.measure
            and list(map(_id, self.items)) == list(map(_id, other.items))
            and all(map(same_item, self.items, other.items))
        )

    def value(self, answers: Answers) -> Number | None:
        """What one person's answers say; None where it is missing, or too much of a scale is."""
        if self.measure is None:
            return _number(answers.get(self.items[0].id))
        # A conditional item without an answer was not asked: the path it lay on is not known here.
        asked = [item for item in self.items if item.when is None or item.id in answers]
        return score_items(asked, answers, self.measure).mean


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A parameter with its change; `definition`: a questionnaire at entry that asks it."""

    parameter: Parameter
    change: Change
    definition: DefinitionKey


def parameters(entry: Definition, leaving: Definition) -> tuple[Parameter, ...]:
    """What two questionnaires have in common, in the order of the first: the items, then scales of two items or more.

    Raises ValueError for an anonymous questionnaire: its answers belong to nobody, so there are no pairs.
    """
    if entry.anonymous or leaving.anonymous:
        raise ValueError("answers of an anonymous questionnaire can't be paired")
    common = [question for question in entry.questions if question.kind in COMPARED and _asked_in(leaving, question)]
    measures: dict[str, list[Question]] = {}
    for question in common:
        if question.measures:
            measures.setdefault(question.measures, []).append(question)
    scales = [Parameter(tuple(items), name) for name, items in measures.items() if len(items) > 1]
    return (*(Parameter((question,)) for question in common), *scales)


def changes(definitions: Mapping[DefinitionKey, Definition], people: Iterable[Enrolled]) -> tuple[ParameterChange, ...]:
    """The change of every parameter over all people to whom it applies, in the order of the questionnaires.

    `people`: everybody enrolled, those without answers too: they are the n that the pairs are told of.
    """
    common: dict[tuple[DefinitionKey, DefinitionKey], list[_Pairs]] = {}
    known: list[_Pairs] = []
    for person in people:
        asked = person.entry, person.exit
        if asked not in common:
            found = parameters(definitions[person.entry], definitions[person.exit])
            common[asked] = [_known(parameter, person.entry, known) for parameter in found]
        for each in common[asked]:
            each.pairs.append(_pair(each.parameter, person))
    items_first = sorted(known, key=lambda each: each.parameter.measure is not None)
    return tuple(
        ParameterChange(each.parameter, paired_change(each.parameter.id, len(each.pairs), each.pairs), each.definition)
        for each in items_first
    )


@dataclass(slots=True)
class _Pairs:
    """A parameter with the answers of everybody so far, and where it was met first."""

    parameter: Parameter
    definition: DefinitionKey
    pairs: list[Pair] = field(default_factory=list)


def _known(parameter: Parameter, definition: DefinitionKey, known: list[_Pairs]) -> _Pairs:
    """The parameter as it was met before, or a new one."""
    found = next((each for each in known if each.parameter.same(parameter)), None)
    if found is None:
        found = _Pairs(parameter, definition)
        known.append(found)
    return found


def _asked_in(definition: Definition, question: Question) -> bool:
    other = definition.question(question.id)
    return other is not None and same_item(question, other)


def _id(question: Question) -> str:
    return question.id


def _pair(parameter: Parameter, person: Enrolled) -> Pair:
    if person.before is None or person.after is None:
        return None, None
    return parameter.value(person.before), parameter.value(person.after)


def _number(value: Value | None) -> Number | None:
    """A scale's or a number's answer as it is stored: an int, or a decimal as text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return value if isinstance(value, int) else Decimal(value)
