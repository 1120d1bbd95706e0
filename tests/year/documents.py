"""The 21 indicators of the four documents that set any, written out once more from the documents themselves.

Shares, denominators and plans as docs/results.md says; nothing is taken from the programmes' files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.year.by_hand import (
    Period,
    aged,
    came_in,
    enterprises,
    guides,
    monitored,
    pleased,
    staff,
    with_a_tutor,
    with_paper,
    young,
)
from tests.year.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of one organisation or of the municipality. `below` None: nobody has typed it in."""

    number: int
    below: int | None
    plan: str | None
    falls: bool = False

    @property
    def share(self) -> Decimal | None:
        """Per cent, half up to thousandths."""
        if not self.below:
            return None
        return (Decimal(100 * self.number) / self.below).quantize(Decimal("0.001"), ROUND_HALF_UP)

    @property
    def met(self) -> bool | None:
        if self.share is None or self.plan is None:
            return None
        return self.share <= Decimal(self.plan) if self.falls else self.share >= Decimal(self.plan)


@dataclass(frozen=True, slots=True)
class Rule:
    """`count`: the numerator of an organisation, or (None) of all. `below`: the denominator's name; `alone`: it is one
    number for the municipality. `answers`: the denominator is counted, too. `few`: it tells of a sensitive category."""

    count: Callable[[Ledger, int | None, Period], tuple[int, int | None]]
    below: str | None = None
    alone: bool = False
    plans: tuple[tuple[str, str], ...] = ()
    falls: bool = False
    few: bool = False
    answers: bool = False


_CHILDREN = came_in("mentees", aged(10, 19))
_TEENAGERS = came_in("mentors", aged(15, 19))

RULES: dict[str, dict[str, Rule]] = {
    "kumtorkala": {
        "1": Rule(_CHILDREN, "children", alone=True),
        "2": Rule(_TEENAGERS, "children", alone=True),
        "3": Rule(came_in("mentees", young), "young-teachers", alone=True),
        "4": Rule(came_in("mentors", young), "young-teachers", alone=True),
        "5": Rule(pleased("mentee"), answers=True),
        "6": Rule(pleased("mentor"), answers=True),
    },
    "kavkazsky": {
        "5.1.1": Rule(_CHILDREN, "children-10-19"),
        "5.1.2": Rule(_TEENAGERS, "youth-15-19"),
        "5.1.3": Rule(came_in("mentees", young), "young-teachers"),
        "5.1.4": Rule(enterprises, "enterprises", alone=True),
        "5.1.5": Rule(pleased("mentee"), answers=True),
        "5.1.6": Rule(pleased("mentor"), answers=True),
    },
    "seversk": {
        "iv.1": Rule(with_paper(("kept", "sent", "approved")), "organisations", alone=True, plans=(("2026", "100"),)),
        "iv.3": Rule(
            monitored,
            "organisations",
            alone=True,
            plans=(("2026", "100"), ("2027", "100"), ("2028", "100"), ("2029", "100")),
        ),
        "iv.4": Rule(
            with_paper(("approved",)),
            "organisations",
            alone=True,
            plans=(("2026", "40"), ("2027", "60"), ("2028", "80"), ("2029", "100")),
        ),
    },
    "kyzyl": {
        "2.1": Rule(staff, "named-staff", plans=(("2026", "100"), ("2027", "100"))),
        "2.1.1": Rule(guides("teacher", under=35), "teachers", plans=(("2027", "0.8"),)),
        "2.1.2": Rule(guides("teacher", "low_results"), "teachers", plans=(("2027", "0.6"),), falls=True, few=True),
        "2.1.3": Rule(
            guides("pupil", "underachieving", (8, 9)), "teachers", plans=(("2027", "4"),), falls=True, few=True
        ),
        "2.1.4": Rule(guides("pupil", "register"), "teachers", plans=(("2027", "15"),), falls=True, few=True),
        "2.1.5": Rule(with_a_tutor, "pupils", plans=(("2027", "0.17"),), few=True),
    },
}


def found(ledger: Ledger, rule: Rule, name: str, place: int | None, period: Period) -> Found:
    """The indicator there: numerator, denominator, plan."""
    number, answered = rule.count(ledger, place, period)
    below = (answered or None) if rule.answers else _below(ledger, rule, place, period.on)
    return Found(number, below, _plan(ledger, rule, name, place, period), rule.falls)


def _below(ledger: Ledger, rule: Rule, place: int | None, on: date) -> int | None:
    typed = None if rule.below is None or (rule.alone and place is not None) else _typed(ledger, rule.below, place, on)
    if typed is not None or place is not None or rule.alone or rule.below is None:
        return typed
    reporting = [one.id for one in ledger.places.values() if one.kind != "enterprise"]
    each = [_typed(ledger, rule.below, one, on) for one in reporting]
    return None if None in each else sum(one for one in each if one is not None)


def _typed(ledger: Ledger, name: str, place: int | None, on: date) -> int | None:
    """The newest of those dated up to the day, else the first one after it; of one day the one typed last."""
    mine = [one for one in ledger.typed if (one.place, one.name) == (place, name)]
    before = [one for one in mine if one.on <= on]
    if before:
        newest = max(one.on for one in before)
        return [one.value for one in before if one.on == newest][-1]
    first = min((one.on for one in mine), default=None)
    return None if first is None else [one.value for one in mine if one.on == first][-1]


def _plan(ledger: Ledger, rule: Rule, name: str, place: int | None, period: Period) -> str | None:
    if rule.alone and place is not None:
        return None
    for whose in (place, None):
        if (whose, name, period.code) in ledger.plans:
            return ledger.plans[whose, name, period.code]
    return dict(rule.plans).get(period.code[:4])
