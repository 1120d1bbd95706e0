"""Which answers ask for a talk soon: conditions on answers, kept beside the questionnaires (`alarms.yaml`).

They stand in no definition, so none of its archived bodies changes, and they hold for every version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from surveys.condition_parser import ConditionError, parse
from surveys.condition_sorts import misfit
from surveys.conditions import ANSWER, Compare, Condition, leaves, names
from surveys.definition import Definition, Question
from surveys.judging import holds
from surveys.load import BUNDLED, Library
from surveys.reading import Fields
from surveys.source import Node, Report, from_yaml

FILE = BUNDLED / "alarms.yaml"


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on the answers to one question, in questionnaires for `role` (None: for anybody)."""

    question: str
    role: str | None
    alarm: str

    def condition(self, definition: Definition) -> Condition | None:
        """It, read for the question as this definition has it; None where it does not fit."""
        if definition.question(self.question) is None:
            return None
        try:
            return parse(self.alarm, {name: one.kind for name, one in _named(definition, self.question).items()})
        except ConditionError:
            return None


@dataclass(frozen=True, slots=True)
class Alarms:
    """Every rule."""

    rules: tuple[Rule, ...]

    def raised(
        self, definition: Definition, answers: Mapping[str, object], today: date, *, role: str | None = None
    ) -> tuple[str, ...]:
        """Ids of the questions whose answers (those on the path) alarm; none in an anonymous questionnaire.

        `role`: the part in which it was answered, where the questionnaire is for any.
        """
        if definition.anonymous or definition.kind != "survey":
            return ()
        part = definition.audience.role or role
        found = []
        for rule in self.rules:
            if rule.question not in answers or rule.role not in (None, part):
                continue
            condition = rule.condition(definition)
            if condition is not None and holds(condition, {**answers, ANSWER: answers[rule.question]}, {}, today):
                found.append(rule.question)
        return tuple(dict.fromkeys(found))


def load_alarms(library: Library, path: Path = FILE) -> Alarms:
    """Read and check the rules against the questionnaires they are about.

    Raises surveys.source.DefinitionErrors with every mistake, each with its line and remedy.
    """
    report = Report()
    root = from_yaml(path.read_text(encoding="utf-8"), path.name, report)
    nodes = root.value if root is not None and isinstance(root.value, list) else []
    if root is not None and not nodes:
        report.add(root, "", "alarms are a list", "write each after «- »")
    rules = [rule for node in nodes if isinstance(node, Node) for rule in [_rule(node, report, library)] if rule]
    report.settle()
    return Alarms(tuple(rules))


def _rule(node: Node, report: Report, library: Library) -> Rule | None:
    fields = Fields(node, report)
    fields.only(("question", "role", "alarm"), "an alarm")
    question, alarm = fields.word("question", needed=True), fields.word("alarm", needed=True)
    if question is None or alarm is None:
        return None
    own = Fields(node, report, question)
    rule = Rule(question, fields.word("role"), alarm)
    asked = [one for one in library.all() if one.kind == "survey" and not one.anonymous and one.question(question)]
    about = [one for one in asked if rule.role is None or one.audience.role in (None, rule.role)]
    if not about:
        own.complain("no questionnaire asks this", "name a question by its id, and a role that is asked it")
    for definition in about:
        if not _sound(rule, definition, own):
            break  # the others would say the same
    return rule


def _sound(rule: Rule, definition: Definition, fields: Fields) -> bool:
    """Whether the condition can be read and can hold in a questionnaire that asks the question; complains if not."""
    asked = _named(definition, rule.question)
    try:
        condition = parse(rule.alarm, {name: one.kind for name, one in asked.items()})
    except ConditionError as error:
        fields.complain(f"in «{definition.id}»: {error.problem}", error.remedy)
        return False
    found = [misfit(leaf, asked) for leaf in leaves(condition) if isinstance(leaf, Compare)]
    problems = [(f"in «{definition.id}»: {problem[0]}", problem[1]) for problem in found if problem is not None]
    if ANSWER not in names(condition):
        problems.append(("«alarm» does not look at the answer", "name it `answer`"))
    for problem in problems:
        fields.complain(*problem)
    return not problems


def _named(definition: Definition, question_id: str) -> dict[str, Question]:
    """What a condition on the answer to a question may name: it, those before it, and `answer`."""
    found: dict[str, Question] = {}
    for question in definition.questions:
        found[question.id] = question
        if question.id == question_id:
            found[ANSWER] = question
            break
    return found
