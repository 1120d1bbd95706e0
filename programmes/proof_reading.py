"""Reads what shows an expected result: the figures under «proof» (`programmes.proofs`)."""

from __future__ import annotations

from collections.abc import Collection

from mentoring.outcomes import OutcomeKind
from programmes.formulas import FormulaReader
from programmes.proofs import Changed, Counted, Doing, Done, Proof, Reached, SaidYes, Talked
from programmes.reading import Entry

_SORTS = ("changed", "said_yes", "outcome", "topics", "numerator", "done")


def read_proofs(result: Entry, formulas: FormulaReader, topics: Collection[str]) -> tuple[Proof, ...]:
    """What stands under «proof» of an expected result; may be left out."""
    entries = result.each("proof", (*_SORTS, "name"), "a proof", needed=False)
    found = [_proof(each, formulas, topics) for each in entries]
    return tuple(each for each in found if each is not None)


def _proof(entry: Entry, formulas: FormulaReader, topics: Collection[str]) -> Proof | None:
    sorts = [sort for sort in _SORTS if entry.has(sort)]
    if len(sorts) != 1:
        remedy = "write one of `changed: [mood]`, `said_yes: [go_on]`, `outcome: marks`, `done: plans`"
        entry.report.add(entry.fields.node, "", "a proof says one thing", remedy)
        return None
    match sorts[0]:
        case "changed":
            return Changed(entry.texts("changed"))
        case "said_yes":
            return SaidYes(entry.texts("said_yes"))
        case "outcome":
            return Reached(entry.member("outcome", OutcomeKind))
        case "topics":
            named = entry.texts("topics")
            entry.known("topics", named, topics, "topic")
            return Talked(named)
        case "done":
            return Done(entry.member("done", Doing))
    return Counted(entry.name(), formulas.numerator(entry))
