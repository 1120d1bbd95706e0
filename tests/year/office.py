"""What is typed, filed and sent in offices over the year: denominators, plans, programmes, criteria, reports."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from mentoring.documents import Step
from services import evaluation, indicators_typed, organisation_documents, sent_reports
from surveys.path import Value
from surveys.record import Subject
from tests.year.answering import fills_in
from tests.year.documents import RULES
from tests.year.ledger import Paper, Report
from tests.year.story import Story
from tests.year.town import COORDINATOR, Town

_DUE = date(2026, 11, 30)


def opens(story: Story) -> None:
    """Puts the year's paperwork into the queue."""
    _denominators(story)
    _plans(story)
    if story.plot.programme == "seversk":
        for place in story.ledger.places:
            _programme_of(story, place)
            _report_of(story, place)


# --- numbers ----------------------------------------------------------------------------------------------------------


def _denominators(story: Story) -> None:
    """Each types its own in September, the last one in March; some type a newer one, or put an earlier one right."""
    rules = RULES.get(story.plot.programme, {}).values()
    own = sorted({rule.below for rule in rules if rule.below and not rule.alone})
    reporting = [one.id for one in story.ledger.places.values() if one.kind != "enterprise"]
    for place in reporting:
        late = place == reporting[-1]
        typed = date(2027, 3, 10) if late else date(2026, 9, 5)
        for name in own:
            _types(story, place, name, story.chance.randrange(3, 300), typed, typed)
    for name in own:
        _types(story, reporting[-1], name, 19, date(2027, 3, 11), date(2027, 3, 10))
        _types(story, reporting[0], name, 41, date(2026, 12, 20), date(2026, 12, 15))
        _types(story, reporting[0], name, 43, date(2027, 1, 11), date(2026, 12, 15))  # of the same day: it corrects
    for name in sorted({rule.below for rule in rules if rule.below and rule.alone}):
        _types(story, None, name, 40, date(2026, 9, 8), date(2026, 9, 8))
        _types(story, None, name, 61, date(2026, 12, 1), date(2026, 10, 20))
    if story.plot.programme == "kyzyl":
        _types(story, None, "pupils", 15_000, date(2027, 2, 1), date(2027, 1, 10))


def _types(story: Story, place: int | None, name: str, value: int, day: date, on: date) -> None:
    story.at(story.local(day, 10, 30), lambda: story.town.types_in(place, name, value, on))


def _plans(story: Story) -> None:
    """Where the document has none the coordinator lays one down; an organisation has a plan of its own."""
    codes = [one.code for one in story.plot.periods]
    for name, rule in RULES.get(story.plot.programme, {}).items():
        if not rule.plans:
            for code in codes:
                _lays_down(story, None, name, code, story.chance.choice(("2.5", "10", "60")))
        if not rule.alone and codes:
            _lays_down(story, next(iter(story.ledger.places)), name, codes[-1], "3.125")


def _lays_down(story: Story, place: int | None, name: str, code: str, value: str) -> None:
    async def act() -> None:
        chat = COORDINATOR if place is None else story.town.staff[place, "curator"]
        async with story.town.desk(chat) as desk:
            await indicators_typed.plan(desk, place, name, code, Decimal(value))
        story.ledger.plans[place, name, code] = value

    story.at(story.local(date(2026, 9, 20), 10), act)


# --- the register -----------------------------------------------------------------------------------------------------


def _programme_of(story: Story, place: int) -> None:
    """Kept, sent, approved or returned, taken out of force; nine in ten have one, at some time of the autumn."""
    chance = story.chance
    if chance.random() < 0.1:
        return
    kept = datetime.combine(date(2026, 9, 10) + timedelta(days=chance.randrange(0, 100)), datetime.min.time())
    begun = kept.replace(hour=13, tzinfo=story.zone)
    dated = chance.choice((None, begun.date(), begun.date() - timedelta(days=chance.randrange(1, 60))))
    until = chance.choice((None, None, date(2026, 11, 30), date(2026, 12, 31), date(2028, 8, 31)))
    steps: list[Step] = [Step.SEND, Step.APPROVE, Step.ARCHIVE][: chance.choice((0, 1, 2, 2, 2, 2, 3))]
    if len(steps) == 2 and chance.random() < 0.25:
        steps = [Step.SEND, Step.RETURN]
    moments = [begun]
    for _ in steps:
        moments.append(moments[-1] + timedelta(days=chance.choice((2, 9, 30))))

    async def files() -> None:
        paper = await files_programme(story.town, place, dated, max(until, dated or until) if until else None)
        for step, moment in zip(steps, moments[1:], strict=True):
            story.at(moment, lambda step=step: takes(story.town, paper, step))

    story.at(begun, files)


async def files_programme(town: Town, place: int, dated: date | None, until: date | None) -> Paper:
    """The curator puts the organisation's programme into the register."""
    typed: dict[str, Value] = {"kind": "programme", "title": "Программа наставничества", "copy": "none"}
    typed |= {name: day.isoformat() for name, day in (("dated", dated), ("until", until)) if day is not None}
    async with town.desk(town.staff[place, "curator"]) as desk:
        await town.finishes(desk, organisation_documents.keep, Subject("documents", place), typed)
        (*_, made) = await desk.work.organisation_documents.of(place)
    paper = Paper(place, [("kept", town.world.now)], dated, until, made.id)
    town.ledger.papers.append(paper)
    return paper


async def takes(town: Town, paper: Paper, step: Step) -> None:
    """The curator or, of a review, the coordinator goes a step further."""
    reviews = step in (Step.APPROVE, Step.RETURN)
    async with town.desk(COORDINATOR if reviews else town.staff[paper.place, "curator"]) as desk:
        await organisation_documents.take(desk, paper.id, step, "Добавьте сроки" if step is Step.RETURN else None)
    became = {Step.SEND: "sent", Step.APPROVE: "approved", Step.RETURN: "returned", Step.ARCHIVE: "archived"}
    paper.steps.append((became[step], town.world.now))


# --- the yearly monitoring --------------------------------------------------------------------------------------------


def _report_of(story: Story, place: int) -> None:
    """The organisation's report, in time or late, perhaps returned or sent again; else the criteria; else nothing."""
    chance: Random = story.chance
    dice = chance.random()
    day = chance.choice((date(2026, 11, 9), date(2026, 11, 30), date(2026, 12, 1)))
    if dice < 0.25:
        story.at(story.local(day, 16), lambda: fills_criteria(story.town, place))
    elif dice < 0.8:
        story.at(story.local(day, 16), lambda: sends_report(story.town, place))
        if dice < 0.4:
            story.at(story.local(date(2026, 12, 9), 16), lambda: returns_report(story.town, place))
        if dice < 0.35 or dice > 0.7:
            story.at(story.local(date(2026, 12, 15), 16), lambda: sends_report(story.town, place))


async def fills_criteria(town: Town, place: int) -> None:
    """The nine criteria of this school year."""
    chat = town.staff[place, "curator"]
    async with town.desk(chat) as desk:
        await evaluation.begin(desk, place, evaluation.CRITERIA)
        record = await desk.work.responses.active(chat)
        assert record is not None
        await fills_in(town, desk, record, lambda question: 2)
    town.ledger.reports.append(Report(place, town.world.now))


async def sends_report(town: Town, place: int) -> None:
    """With a note; what was returned before is answered by it, and counts by the day of the new one."""
    facts = {"report": "organisation", "last": _DUE.isoformat()}
    async with town.desk(town.staff[place, "curator"]) as desk:
        await town.finishes(desk, sent_reports.send, Subject("reports", place), {"note": "Отправляем"}, facts)
    town.ledger.reports.append(Report(place, town.world.now))


async def returns_report(town: Town, place: int) -> None:
    """The coordinator wants more: what was sent counts no longer."""
    facts = {"report": "organisation", "last": _DUE.isoformat()}
    async with town.desk(COORDINATOR) as desk:
        typed: dict[str, Value] = {"words": "Добавьте выводы"}
        await town.finishes(desk, sent_reports.give_back, Subject("reports", place), typed, facts)
    [one for one in town.ledger.reports if one.place == place][-1].returned = town.world.now
