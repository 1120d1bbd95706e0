"""Reads one question of a definition: which keys its kind takes, and what each must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast, get_args

from surveys.condition_parser import ConditionError, parse
from surveys.conditions import ANSWER, Condition
from surveys.definition import Kind, Question, Rule
from surveys.reading import Fields, read_options, read_quick
from surveys.suggest import did_you_mean

KINDS: tuple[str, ...] = get_args(Kind)
RULES: tuple[str, ...] = get_args(Rule)
_NOTE = frozenset({"id", "kind", "text", "hint", "when"})
_EVERY = _NOTE | {"short", "optional", "sensitive"}
CHECKED = frozenset({"single", "multi", "scale", "number", "text", "date", "time", "pick", "contact"})
"""Kinds whose answer may have a condition of its own."""
_OWN: dict[str, frozenset[str]] = {
    "single": frozenset({"options", "from", "likely"}),
    "multi": frozenset({"options", "from", "min_chosen", "max_chosen"}),
    "scale": frozenset({"min", "max", "low", "high", "measures", "reversed", "both_sides"}),
    "number": frozenset({"min", "max", "decimals", "quick", "likely"}),
    "text": frozenset({"max", "quick", "likely", "must_be"}),
    "date": frozenset({"min", "max", "quick", "likely"}),
    "time": frozenset({"min", "max", "quick", "likely"}),
    "contact": frozenset(),
    "pick": frozenset({"from", "likely"}),
    "consent": frozenset(),
    "wait": frozenset({"for"}),
    "photo": frozenset(),
    "file": frozenset(),
    "note": frozenset(),
    "card": frozenset({"edit"}),
}
_QUESTION_ID = re.compile(r"[a-z][a-z0-9_]{0,23}")
_CONSENT = re.compile(r"[a-z][a-z0-9-]{0,31}@[1-9]\d{0,3}")
_TEXT_MAX = 1000
_WORDLESS = frozenset({"consent", "card"})


def read_question(fields: Fields, earlier: Mapping[str, str]) -> Question | None:
    """One item of `ask`. `earlier` are the kinds of the questions before it, for its conditions.

    None if it has no usable id or kind; what is wrong is in the report."""
    name = fields.word("id") or ""
    fields = Fields(fields.node, fields.report, name)
    if not _QUESTION_ID.fullmatch(name):
        fields.complain(
            f"«{name}» is no question id", "use up to 24 small Latin letters, digits and «_», a letter first"
        )
        return None
    kind = fields.word("kind", needed=True)
    if kind not in KINDS:
        if kind is not None:
            fields.complain(f"there is no kind «{kind}»", did_you_mean(kind, KINDS, f"use one of: {', '.join(KINDS)}"))
        return None
    fields.only(_known_keys(kind), f"a question of kind {kind}")
    return _question(fields, name, cast(Kind, kind), earlier)


def _known_keys(kind: str) -> frozenset[str]:
    if kind == "note":
        return _NOTE
    return _EVERY | _OWN[kind] | ({"valid", "invalid"} if kind in CHECKED else frozenset())


def _question(fields: Fields, name: str, kind: Kind, earlier: Mapping[str, str]) -> Question:
    bounded = kind in ("scale", "number")
    edit = fields.entries.get("edit")
    return Question(
        id=name,
        kind=kind,
        text=None if kind == "consent" else fields.wording("text", needed=kind not in _WORDLESS),
        hint=fields.wording("hint"),
        short=fields.wording("short", limit=40),
        options=read_options(fields),
        source=fields.word("from"),
        minimum=fields.number("min") if bounded else None,
        maximum=fields.number("max") if bounded else (fields.whole("max", _TEXT_MAX, 1) if kind == "text" else None),
        decimals=fields.whole("decimals", 0),
        earliest=fields.bound("min") if kind == "date" else None,
        latest=fields.bound("max") if kind == "date" else None,
        opens=fields.time("min") if kind == "time" else None,
        closes=fields.time("max") if kind == "time" else None,
        low=fields.wording("low", needed=kind == "scale", limit=60),
        high=fields.wording("high", needed=kind == "scale", limit=60),
        min_chosen=fields.whole("min_chosen", 1),
        max_chosen=fields.whole("max_chosen", 1, 1) if "max_chosen" in fields.entries else None,
        quick=read_quick(fields, kind) if kind in ("number", "text", "date", "time") else (),
        likely=_likely(fields),
        must_be=_rule(fields),
        consent=_consent(fields) if kind == "consent" else None,
        waits_for=fields.word("for", needed=True) if kind == "wait" else None,
        edit=None if edit is None or edit.value == "all" else tuple(str(item.value) for item in fields.items("edit")),
        when=_condition(fields, "when", earlier),
        valid=_condition(fields, "valid", {**earlier, ANSWER: kind}),
        invalid=fields.wording("invalid"),
        optional=fields.flag("optional"),
        measures=fields.word("measures"),
        reversed=fields.flag("reversed"),
        both_sides=fields.flag("both_sides"),
        sensitive=fields.flag("sensitive"),
    )


def _likely(fields: Fields) -> bool:
    value = fields.word("likely")
    if value not in (None, "first"):
        fields.complain(f"«likely: {value}» means nothing", "write `likely: first` or leave it out")
    return value is not None


def _rule(fields: Fields) -> Rule | None:
    value = fields.word("must_be")
    if value is None or value in RULES:
        return cast(Rule | None, value)
    remedy = did_you_mean(value, RULES, f"use one of: {', '.join(RULES)}, or leave it out")
    fields.complain(f"there is no rule «{value}»", remedy, fields.entries["must_be"])
    return None


def _consent(fields: Fields) -> str | None:
    value = fields.word("text", needed=True)
    if value is None or _CONSENT.fullmatch(value):
        return value
    fields.complain(f"«{value}» names no text of a consent", "write its id and version, as `text: processing@1`")
    return None


def _condition(fields: Fields, key: str, earlier: Mapping[str, str]) -> Condition | None:
    text = fields.word(key)
    if text is None:
        return None
    try:
        return parse(text, earlier)
    except ConditionError as error:
        fields.complain(error.problem, error.remedy, fields.entries[key])
        return None
