"""What a dialogue is told of the world: today's date, facts that may have come true, options of the named sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.people import CONSENT_AGE, age
from services.desk import Asked, Desk
from surveys.consents import Consents, in_days
from surveys.definition import Definition
from surveys.path import Answers, Context, Value
from surveys.record import Subject
from surveys.wording import Wording

PREFILLED = "prefilled"
"""The fact that names the questions whose answers were known when a form was begun."""


@dataclass(frozen=True, slots=True)
class _Needs:
    """Names of the sources, waits and consent texts in a definition."""

    sources: frozenset[str]
    waits: frozenset[str]
    consents: frozenset[str]


_KNOWN: dict[str, _Needs] = {}
"""By the hash of the definition's body: what it needs never changes."""


def _needs(definition: Definition) -> _Needs:
    known = _KNOWN.get(definition.sha256)
    if known is None:
        questions = definition.questions
        known = _KNOWN[definition.sha256] = _Needs(
            frozenset(question.source for question in questions if question.source),
            frozenset(question.waits_for for question in questions if question.waits_for),
            frozenset(question.consent for question in questions if question.consent),
        )
    return known


async def build(
    desk: Desk,
    definition: Definition,
    subject: Subject | None,
    facts: Mapping[str, object],
    likely: Mapping[str, Value],
    answers: Answers,
    response_id: int | None = None,
) -> Context:
    """The engine's context for one step of one response."""
    needs = _needs(definition)
    ways = desk.house.ways
    asked = Asked(subject, facts, answers)
    known = dict(facts)
    for name in needs.waits:
        known[name] = response_id is not None and await ways.waits[name](desk, response_id)
    told = ways.facts.get(definition.id)
    if told is not None:
        known.update(await told(desk, asked))
    looked_up = ways.likely.get(definition.id)
    if looked_up is not None:
        likely = {**likely, **await looked_up(desk, asked)}
    seen = {**facts, **answers}
    options = {
        name: await ways.sources[name](desk, asked) if name in ways.sources else desk.programme.source(name, seen)
        for name in needs.sources
    }
    today = desk.today()
    texts = {}
    if needs.consents:
        variant = _variant(desk, facts, answers)
        known.setdefault("days", days := desk.programme.erasure_days)
        texts = {name: _consent(desk.house.consents, name, variant, days) for name in needs.consents}
    prefilled = facts.get(PREFILLED, ())
    beforehand = frozenset(map(str, prefilled)) if isinstance(prefilled, list) else frozenset[str]()
    return Context(today, known, options, likely, texts, beforehand)


def _variant(desk: Desk, facts: Mapping[str, object], answers: Answers) -> str:
    """Which text of a consent: a guardian's for a child, a child's own from 14, an adult's."""
    if facts.get("consents_for_child"):
        return "for_child"
    birth = answers.get("birth")
    if isinstance(birth, str):
        years = age(date.fromisoformat(birth), desk.today())
        if CONSENT_AGE <= years < 18:
            return "self_child"
    return "self_adult"


def _consent(consents: Consents, reference: str, variant: str, days: int) -> Wording:
    document, _, version = reference.partition("@")
    return in_days(consents.get(document, int(version)).variants[variant], days)
