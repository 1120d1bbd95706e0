"""What the bot says beside what was counted by hand: every indicator, every number of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from mentoring.indicators import Standing
from mentoring.periods import Span
from mentoring.satisfaction import SMALL_GROUP, Figure
from programmes import reporting
from reports.data import Summary
from services import indicators, indicators_sent, summary
from services.desk import Desk
from services.indicator_table import table
from tests.year.by_hand import Period
from tests.year.documents import RULES, Found, found
from tests.year.reckoning import Mean, Sums, sums
from tests.year.story import Story
from tests.year.town import COORDINATOR

Differences = list[str]


# --- indicators ------------------------------------------------------------------------------------------------------


def by_hand(story: Story, place: int | None, period: Period) -> dict[str, Found]:
    """Every indicator of the programme that is reported in the period."""
    rules = RULES.get(story.plot.programme, {})
    told = {name: rule for name, rule in rules.items() if not (name == "iv.1" and period.code != "2026")}
    return {name: found(story.ledger, rule, name, place, period) for name, rule in told.items()}


async def indicators_differ(story: Story, period: Period) -> Differences:
    """In every organisation and the municipality, as they are counted for all at once."""
    async with story.town.desk(COORDINATOR) as desk:
        known = reporting.period(desk.programme, period.code)
        assert known is not None
        assert (known.first, known.report_date) == (period.first, period.on)
        shown = reporting.reported_in(desk.programme, period.code)
        counted = await table(desk, shown, known)
        wrong: Differences = []
        for place in (None, *story.ledger.places):
            expected = by_hand(story, place, period)
            assert set(expected) == {one.id for one in shown}
            for one in shown:
                stand = counted.standing(one, place)
                wrong += _unlike(f"{period.code} {place} {one.id}", stand, expected[one.id])
    return wrong


def _unlike(where: str, stand: Standing, expected: Found) -> Differences:
    said = (stand.numerator, stand.denominator, stand.planned, stand.fact, stand.met)
    plan = None if expected.plan is None else Decimal(expected.plan)
    right = (expected.number, expected.below, plan, expected.share, expected.met)
    return [] if said == right else [f"{where}: says {said}, is {right}"]


async def boards_differ(story: Story, places: Iterable[int], period: Period) -> Differences:
    """The boards that a curator, a head and the coordinator open."""
    wrong: Differences = []
    for place in places:
        for role in ("curator", "head"):
            async with story.town.desk(story.town.staff[place, role]) as desk:
                board = await indicators.standing(desk, place, period.code)
            expected = by_hand(story, place, period)
            for line in board.lines:
                name = f"{role} {period.code} {place} {line.indicator.id}"
                wrong += _unlike(name, line.standing, expected[line.indicator.id])
    async with story.town.desk(COORDINATOR) as desk:
        wrong += await _municipality(story, desk, period)
    return wrong


async def _municipality(story: Story, desk: Desk, period: Period) -> Differences:
    """What the coordinator sees: the municipality's own numbers, and of organisations nothing that tells of few."""
    wrong: Differences = []
    board = await indicators.standing(desk, None, period.code)
    whole = by_hand(story, None, period)
    for line in board.lines:
        name, expected = line.indicator.id, whole[line.indicator.id]
        rule = RULES[story.plot.programme][name]
        few = rule.answers and 0 < (expected.below or 0) < SMALL_GROUP
        if line.standing.hidden:
            wrong += [] if rule.answers else [f"{period.code} {name}: the municipality's is hidden"]
        else:
            wrong += _unlike(f"{period.code} coordinator {name}", line.standing, expected)
            wrong += [f"{period.code} {name}: shown over few people"] if few else []
        across = await indicators.across(desk, name, period.code)
        for place, stand in across.organisations:
            right = found(story.ledger, rule, name, place.id, period)
            small = (rule.few and right.number < SMALL_GROUP) or (rule.answers and 0 < (right.below or 0) < SMALL_GROUP)
            if small and not stand.hidden:
                wrong.append(f"{period.code} {name}: {place.name} is shown with {right.number} of {right.below}")
            if not stand.hidden:
                wrong += _unlike(f"{period.code} across {place.id} {name}", stand, right)
    return wrong


async def sends(story: Story, period: Period, places: Iterable[int | None]) -> Differences:
    """Each sends the period now: the snapshot has the numbers of this moment."""
    wrong: Differences = []
    for place in places:
        chat = COORDINATOR if place is None else story.town.staff[place, "curator"]
        async with story.town.desk(chat) as desk:
            sent = await indicators_sent.send(desk, place, period.code)
        for name, right in by_hand(story, place, period).items():
            fact = sent.fact(name)
            assert fact is not None
            plan = None if right.plan is None else Decimal(right.plan)
            if (fact.numerator, fact.denominator, fact.planned) != (right.number, right.below, plan):
                wrong.append(f"sent {period.code} {place} {name}: {fact}, is {right}")
    return wrong


# --- summaries --------------------------------------------------------------------------------------------------------


async def summaries_differ(story: Story, places: Iterable[int], spans: Iterable[Span]) -> Differences:
    """Of these organisations as their curators see them, and of all together as the coordinator does."""
    wrong: Differences = []
    chosen = tuple(spans)
    for place in places:
        async with story.town.desk(story.town.staff[place, "curator"]) as desk:
            seen = await summary.view(desk, place)
            for span in chosen:
                said = await summary.numbers(desk, seen, summary.last(desk, seen, span))
                right = sums(story.ledger, [place], desk.now, span.value, seen.zone)
                wrong += [f"{span} of {place}: {each}" for each in _apart(said, right)]
    async with story.town.desk(COORDINATOR) as desk:
        seen = await summary.view(desk, None)
        for span in chosen:
            said = await summary.numbers(desk, seen, summary.last(desk, seen, span))
            right = sums(story.ledger, list(story.ledger.places), desk.now, span.value, seen.zone)
            wrong += [f"{span} of all: {each}" for each in _apart(said, right, veiled=True)]
    return wrong


def _apart(said: Summary, right: Sums, *, veiled: bool = False) -> Iterator[str]:
    part = said.participation
    pairs: dict[str, tuple[Any, Any]] = {
        "active": (part.active, right.active),
        "planned": (part.planned, right.planned),
        "held": (part.held, right.held),
        "unplanned": (part.unplanned, right.unplanned),
        "not held": (part.not_held, right.not_held),
        "unlogged": (part.unlogged, right.unlogged),
        "cancelled": (said.cancelled, right.cancelled),
        "moved": (said.moved, right.moved),
        "feedback": ((said.feedback.answered, said.feedback.asked), right.feedback),
        "questionnaires": ((said.questionnaires.answered, said.questionnaires.asked), right.questionnaires),
        "waiting": ({one.mentorship_id: one.days for one in part.stuck}, right.waiting),
    }
    yield from (f"{name} is {one}, should be {other}" for name, (one, other) in pairs.items() if one != other)
    for name, figure, mean in (
        ("marks", said.meeting_marks, right.meeting_marks),
        ("satisfaction", said.satisfaction, right.satisfaction),
    ):
        if _figure(figure, mean, veiled=veiled):
            yield f"{name} are {figure}, should be {mean}"


def _figure(figure: Figure | None, mean: Mean, *, veiled: bool) -> bool:
    """Whether they differ; a coordinator may see less, and nothing over few people."""
    if figure is None:
        return mean.count > 0
    if figure.count != mean.count:
        return True
    if veiled and figure.hidden:
        return False
    shown = None if figure.mean is None else int(figure.mean * 100)
    change = None if figure.change is None else int(figure.change * 100)
    if veiled and mean.count and mean.people < SMALL_GROUP:
        return True
    return shown != mean.value or (change != mean.change and not (veiled and change is None))
