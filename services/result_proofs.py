"""The figures beside a programme's expected results, for the final report: counted from the school year's data.

What a reader from outside may not know of few people is told as few (docs/results.md#expected-results).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure
from mentoring.indicator_counts import Window, count
from mentoring.indicators import Count
from mentoring.mentorships import Mentorship, Side
from mentoring.outcomes import Kept, Outcome, OutcomeKind, outcome
from mentoring.practices import PracticeState
from mentoring.satisfaction import SMALL_GROUP
from programmes.proofs import Changed, Counted, Doing, Done, Proof, Reached, SaidYes, Talked
from reports.data import Summary
from reports.final_report_data import Changes, Told, Training
from services import awards, change, observations, summary
from services.desk import Desk
from services.indicator_table import satisfying
from services.report_people import Year
from services.summary import View
from storage.indicator_facts import Reading
from storage.mentorship_dues import SUBJECT
from storage.practices import PracticeFilter
from storage.report_figures import Chosen
from surveys.definition import Question


@dataclass(frozen=True, slots=True)
class Seen:
    """What the report has gathered already: whose it is, of which year, its mentorships, summary and training."""

    view: View
    year: Year
    school_year: int
    pairs: tuple[Mentorship, ...]
    summary: Summary
    training: Training

    @property
    def organisation_id(self) -> int:
        return self.view.organisations[0].id


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything that is read for all expected results together."""

    counts: Mapping[Counted, Count]
    chosen: Mapping[str, Chosen]
    kept: tuple[Kept, ...]
    topics: Mapping[int, frozenset[str]]
    done: Mapping[Doing, int]


async def told(desk: Desk, seen: Seen) -> Mapping[int, tuple[Told | Changes, ...]]:
    """By the number of an expected result: what the data say of it. Raises Forbidden."""
    ensure(desk.actor, Action.MAKE_REPORT, Scope(organisation_id=seen.organisation_id))
    facts = await _facts(desk, seen)
    return {
        each.number: tuple(line for proof in each.proof for line in _lines(desk, seen, facts, proof))
        for each in desk.programme.results
    }


async def _facts(desk: Desk, seen: Seen) -> _Facts:
    proofs = [proof for each in desk.programme.results for proof in each.proof]
    work, place, period = desk.work, seen.organisation_id, seen.year.period
    asked = {question for proof in proofs if isinstance(proof, SaidYes) for question in proof.questions}
    talked = any(isinstance(proof, Talked) for proof in proofs)
    return _Facts(
        await _counts(desk, seen, [proof for proof in proofs if isinstance(proof, Counted)]),
        await work.report_figures.said_yes(place, period, change.questionnaires(desk)[1], asked),
        await _kept(desk, seen) if any(isinstance(proof, Reached) for proof in proofs) else (),
        await work.report_figures.topics(place, period) if talked else {},
        await _done(desk, seen),
    )


async def _counts(desk: Desk, seen: Seen, proofs: Sequence[Counted]) -> dict[Counted, Count]:
    """As numerators of indicators on this day, the school year being what is reported."""
    if not proofs:
        return {}
    today, zone = desk.today(seen.view.zone), seen.view.zone
    window = Window(today, seen.year.period.first_day, desk.programme.years.whole.first)
    numerators = tuple(proof.numerator for proof in proofs)
    place = seen.organisation_id
    reading = Reading(numerators, window, place, {place: zone}, desk.programme.zone, satisfying(desk))
    facts = await desk.work.indicator_facts.read(reading)
    return {proof: count(proof.numerator, facts, window).get(place, Count()) for proof in proofs}


async def _kept(desk: Desk, seen: Seen) -> tuple[Kept, ...]:
    """Outcomes of the year's mentees, of one mentorship each."""
    ids = {each.id for each in seen.pairs}
    records = await desk.work.observations.of_organisation(seen.organisation_id, SUBJECT, observations.OUTCOMES)
    ends: dict[tuple[int, int | None], dict[str, Mapping[str, object]]] = {}
    for record in records:  # the newest first
        mentorship = record.about(SUBJECT)
        if mentorship in ids:
            ends.setdefault((mentorship, record.person_id), {}).setdefault(record.definition, record.draft.answers)
    return tuple(Kept(each.get(observations.ENTRY), each.get(observations.EXIT)) for each in ends.values())


async def _done(desk: Desk, seen: Seen) -> dict[Doing, int]:
    published = PracticeFilter((PracticeState.PUBLISHED,), organisation_id=seen.organisation_id)
    days = (seen.year.period.starts, seen.year.period.ends)
    practices = await desk.work.practices.listed(published)
    events = await desk.work.deeds.events(awards.wanted(desk, seen.view.organisations[0], seen.school_year))
    return {
        Doing.PRACTICES: sum(days[0] <= (each.decided_at or each.submitted_at) < days[1] for each in practices),
        Doing.EVENTS: len(events),
        Doing.TRAINING: seen.training.sessions,
    }


def _lines(desk: Desk, seen: Seen, facts: _Facts, proof: Proof) -> Sequence[Told | Changes]:
    match proof:
        case Changed(questions):
            return (Changes(questions),)
        case SaidYes(questions):
            return [line for each in questions if (line := _yes(desk, seen, each, facts.chosen.get(each))) is not None]
        case Reached(kind):
            found = outcome(kind, facts.kept)
            return () if found is None else (_outcome(seen, kind, found),)
        case Talked(topics):
            return (_talked(desk, seen, facts, topics),)
        case Counted():
            return (_counted(desk, seen, proof, facts.counts[proof]),)
        case Done(Doing.PLANS):
            return _plans(seen)
        case Done(what):
            return (Told(f"proof-{what.value}", {"count": facts.done[what]}),)


def _yes(desk: Desk, seen: Seen, question: str, chosen: Chosen | None) -> Told | None:
    asked = _question(desk, question)
    if chosen is None or asked is None or asked.text is None:
        return None
    said = {"question": asked.text.text(desk.actor.language), "count": chosen.answers}
    if chosen.answers < seen.view.fewest:
        return Told("proof-yes-few", said)
    return Told("proof-yes", {**said, "yes": chosen.yes})


def _question(desk: Desk, name: str) -> Question | None:
    """The question as it is asked now."""
    for each in sorted(change.questionnaires(desk)[1]):
        definition = summary.known(desk, each)
        if definition is not None and (found := definition.question(name)) is not None:
            return found
    return None


def _outcome(seen: Seen, kind: OutcomeKind, found: Outcome) -> Told:
    if found.people < seen.view.fewest:
        return Told("proof-outcome-few", {"what": kind.value})
    before = {} if found.before is None else {"before": _number(kind, found.before)}
    return Told(f"proof-{kind.value}", {**before, "after": _number(kind, found.after), "count": found.people})


def _number(kind: OutcomeKind, number: float) -> float | int:
    """A mean mark with hundredths, a count as it is."""
    return round(number, 2) if kind is OutcomeKind.MARKS else int(number)


def _talked(desk: Desk, seen: Seen, facts: _Facts, topics: Sequence[str]) -> Told:
    language = desk.actor.language
    names = "; ".join(each.name.text(language) for each in desk.programme.topics if each.id in topics)
    met = [each for each in seen.pairs if not facts.topics.get(each.id, frozenset()).isdisjoint(topics)]
    people = {person for each in met for person in each.on_side(Side.MENTEE)}
    everybody = {person for each in seen.pairs for person in each.on_side(Side.MENTEE)}
    return Told("proof-topics", {"topics": names, "people": len(people), "count": len(everybody)})


def _counted(desk: Desk, seen: Seen, proof: Counted, counted: Count) -> Told:
    name = proof.name.text(desk.actor.language)
    outside = seen.view.fewest > 1
    behind = counted.numerator if counted.denominator is None else counted.denominator
    guarded = proof.numerator.sensitive or counted.denominator is not None
    if outside and guarded and behind < SMALL_GROUP:
        return Told("proof-counted-few", {"name": name, "fewest": SMALL_GROUP})
    if counted.denominator is not None:
        return Told("proof-share", {"name": name, "part": counted.numerator, "count": counted.denominator})
    return Told("proof-counted", {"name": name, "count": counted.numerator})


def _plans(seen: Seen) -> tuple[Told, ...]:
    """Of open mentorships, as the summary has them."""
    plans = seen.summary.plans
    if plans is None or not plans.plans:
        return ()
    values = {"plans": plans.plans, "agreed": plans.agreed, "done": plans.done, "count": plans.items}
    return (Told("proof-plans", values),)
