"""The summary of a period: who may see whose, and its numbers.

A curator, head or psychologist sees their own organisation; a coordinator any organisation, or all together, and of
them no mean behind which fewer than five people stand (glossary, «Personal data of children»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from mentoring.access import Action, Scope, allowed, ensure, places
from mentoring.clock import local_date
from mentoring.errors import NotFound
from mentoring.mentorships import Mentorship, Side
from mentoring.participation import Participation, Rate, Stuck
from mentoring.people import Organisation, short_name
from mentoring.periods import Period, Span, up_to
from mentoring.satisfaction import SMALL_GROUP, Figure, Tally, figure
from messaging.replies import Lines, Say, Text
from reports import summary_text
from reports.data import FEEDBACK, Measure, Summary, Waiting
from services import allowed_places, plans, summary_veil
from services.desk import Desk
from storage.marks import Measured
from storage.summary import Idle
from surveys.definition import Definition, Question

QUESTIONNAIRE = "questionnaire"
"""The group of a questionnaire that belongs to no stage."""


class Naming(Enum):
    """How people are named to a reader: in full to curators, shortly to others; to a coordinator mentors alone."""

    FULL = auto()
    SHORT = auto()
    MENTORS = auto()


@dataclass(frozen=True, slots=True)
class View:
    """What somebody sees a summary of. `organisation_id` None: the whole municipality.

    `fewest`: people who must stand behind a mean; `rows`: whether the rows behind the numbers are for them too.
    """

    organisation_id: int | None
    organisations: tuple[Organisation, ...]
    title: str
    zone: str
    fewest: int
    naming: Naming
    rows: bool

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(each.id for each in self.organisations)


@dataclass(frozen=True, slots=True)
class Item:
    """A question that measures something, by all definitions it stands in; `text` is its wording."""

    text: str
    measure: Measure
    places: tuple[Measured, ...]


_MEASURES = {measure.value: measure for measure in Measure}


async def choices(desk: Desk) -> tuple[Organisation, ...]:
    """The organisations whose summary the actor may see, by name. Raises Forbidden for nobody's."""
    return await allowed_places.anywhere(desk, Action.SEE_SUMMARY)


async def view(desk: Desk, organisation_id: int | None) -> View:
    """What the actor sees of an organisation, or of all. Raises Forbidden and NotFound."""
    scope = Scope(organisation_id=organisation_id)
    ensure(desk.actor, Action.SEE_SUMMARY, scope)
    if organisation_id is None:
        title = desk.programme.title.text(desk.actor.language)
        every = await desk.work.organisations.all()
        return View(None, every, title, desk.programme.zone, SMALL_GROUP, Naming.MENTORS, rows=False)
    organisation = await desk.work.organisations.get(organisation_id)
    if organisation is None:
        raise NotFound
    own = organisation_id in places(desk.actor, Action.SEE_SUMMARY)
    rows = allowed(desk.actor, Action.EXPORT, scope)
    naming = Naming.FULL if rows else Naming.SHORT if own else Naming.MENTORS
    fewest = 1 if own else SMALL_GROUP
    return View(organisation_id, (organisation,), organisation.name, organisation.zone, fewest, naming, rows)


def last(desk: Desk, seen: View, span: Span) -> Period:
    """The last week, month, quarter or year up to now, by the clock of those it is about."""
    return up_to(desk.now, span, seen.zone)


async def numbers(desk: Desk, seen: View, period: Period, named: int | None = summary_text.MOST_LINES) -> Summary:
    """The summary's numbers, without the rows behind them; of the stuck pairs the `named` longest by name, or all."""
    work, ids = desk.work, seen.ids
    counted = await work.summary.meetings(ids, period)
    idle = await _stuck(desk, seen, period)
    by_measure: dict[str, list[Measured]] = defaultdict(list)
    for item in items(desk):
        by_measure[item.measure] += item.places
    if seen.fewest > 1:
        tallies = await summary_veil.tallies(desk, seen.organisation_id, period, by_measure)
    else:
        tallies = await work.summary.tallies(ids, period, by_measure)
    return Summary(
        organisation=seen.title,
        period=period,
        participation=Participation(
            active=await work.summary.active(ids, period),
            planned=counted.planned,
            held=counted.held,
            unplanned=counted.unplanned,
            not_held=counted.not_held,
            unlogged=counted.unlogged,
            responses=_by_group(desk, await work.summary.asked(ids, period)),
            stuck=tuple(Stuck(each.mentorship_id, each.since, days) for each, days in idle),
        ),
        cancelled=counted.cancelled,
        moved=counted.moved,
        meeting_marks=_figure(Measure.MEETING, tallies, seen),
        satisfaction=_figure(Measure.SATISFACTION, tallies, seen),
        idle_days=desk.programme.thresholds.stuck_days,
        waiting=await _waiting(desk, seen, idle, named),
        plans=await plans.progress(desk, ids),
    )


async def told(desk: Desk, seen: View, period: Period) -> Text:
    """The numbers as a text for a phone."""
    found = await numbers(desk, seen, period)
    lines = [Say(key, values) for key, values in summary_text.lines(found)]
    if seen.organisation_id is None and desk.programme.vertical is not None:
        lines.append(Say("summary-vertical", {"count": await desk.work.organisation_mentorships.active()}))
    return Lines(tuple(lines))


def items(desk: Desk) -> tuple[Item, ...]:
    """Every question that measures meetings or satisfaction; the same wording in several definitions is one item."""
    found: dict[tuple[Measure, str], list[Measured]] = defaultdict(list)
    for definition in desk.house.surveys.all():
        for question in definition.questions:
            measure = measure_of(question)
            if measure is None or question.text is None:
                continue
            place = Measured(definition.id, question.id, _turned(question))
            text = question.text.text(desk.actor.language)
            if place not in found[measure, text]:
                found[measure, text].append(place)
    return tuple(Item(text, measure, tuple(places)) for (measure, text), places in found.items())


def measure_of(question: Question) -> Measure | None:
    """What the question's answers count for in a summary; None for all other scales."""
    return _MEASURES.get(question.measures or "")


def group_of(desk: Desk, definition_id: str) -> str:
    """What a questionnaire is counted under: `feedback`, its stage, or just `questionnaire`."""
    if definition_id == desk.programme.questionnaires.feedback:
        return FEEDBACK
    definition = known(desk, definition_id)
    return (definition.audience.stage if definition else None) or QUESTIONNAIRE


def by_staff(desk: Desk, definition_id: str) -> bool:
    """Whether staff fill it in about others: nobody was asked, so it is in no rate and no row of participants."""
    return definition_id in desk.house.ways.guards


def known(desk: Desk, definition_id: str, version: int | None = None) -> Definition | None:
    """A definition of that version, or as it is now, or None where it is not used any more."""
    for wanted in (version, None):
        try:
            return desk.house.surveys.get(definition_id, wanted)
        except KeyError:
            continue
    return None


def named(people: Iterable[int], names: Mapping[int, str], naming: Naming) -> tuple[str, ...]:
    """Names of people as the reader may see them; those who are gone are left out."""
    return _called((names[person] for person in people if person in names), naming)


def pair_name(mentorship: Mentorship, names: Mapping[int, str], naming: Naming) -> str:
    """«Мария И. — Пётр С.»; for a coordinator the mentors alone."""
    mentors, mentees = ([names[each] for each in mentorship.on_side(side) if each in names] for side in Side)
    return _joined(mentors, mentees, naming)


def _joined(mentors: Iterable[str], mentees: Iterable[str], naming: Naming) -> str:
    sides = (mentors,) if naming is Naming.MENTORS else (mentors, mentees)
    return " — ".join(", ".join(_called(side, naming)) or "…" for side in sides)


def _called(names: Iterable[str], naming: Naming) -> tuple[str, ...]:
    return tuple(names if naming is Naming.FULL else map(short_name, names))


def _turned(question: Question) -> int | None:
    return int(question.minimum or 0) + int(question.maximum or 0) if question.reversed else None


def _figure(measure: Measure, tallies: Mapping[str, tuple[Tally, Tally]], seen: View) -> Figure | None:
    now, before = tallies.get(measure, (Tally(), Tally()))
    return figure(measure, now, before, seen.fewest) if now.count or before.count else None


def _by_group(desk: Desk, rates: Mapping[str, Rate]) -> dict[str, Rate]:
    found: dict[str, Rate] = {}
    for definition, rate in sorted(rates.items()):
        if by_staff(desk, definition):
            continue
        group = group_of(desk, definition)
        so_far = found.get(group, Rate(0, 0))
        found[group] = Rate(so_far.asked + rate.asked, so_far.answered + rate.answered)
    return dict(sorted(found.items()))


async def _stuck(desk: Desk, seen: View, period: Period) -> list[tuple[Idle, int]]:
    """Who has had no meeting for the programme's days at the period's end, with the full local days since."""
    most = desk.programme.thresholds.stuck_days
    today = local_date(period.ends, period.zone)
    # A local day may begin up to a day later than so many days before the moment; days are counted exactly below.
    roughly = period.ends - timedelta(days=most - 1)
    idle = await desk.work.summary.idle(seen.ids, period.ends, roughly)
    counted = [(each, (today - local_date(each.since, period.zone)).days) for each in idle]
    return [(each, days) for each, days in counted if days >= most]


async def _waiting(desk: Desk, seen: View, idle: Iterable[tuple[Idle, int]], named: int | None) -> tuple[Waiting, ...]:
    found = sorted(idle, key=lambda each: (-each[1], each[0].mentorship_id))[:named]
    if not found:
        return ()
    names = await desk.work.summary.pair_names(each.mentorship_id for each, _ in found)
    schools = {each.id: each.name for each in seen.organisations} if seen.organisation_id is None else {}
    shown = []
    for each, days in found:
        of = names[each.mentorship_id]
        pair = _joined(of.mentors, of.mentees, seen.naming)
        school = schools.get(of.organisation_id)
        shown.append(Waiting(f"{pair} ({school})" if school else pair, days, each.never))
    return tuple(shown)
