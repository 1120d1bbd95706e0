"""The indicators of one period counted for every organisation at once: what boards, comparisons and reports show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mentoring.indicator_counts import Window, count
from mentoring.indicators import Count, Denominator, Plan, ReportingPeriod, Standing
from mentoring.mentorships import Side
from mentoring.numerators import Level, Satisfied
from mentoring.people import Organisation
from mentoring.satisfaction import SMALL_GROUP
from mentoring.small_groups import Cell, hide_counts, hide_small
from programmes.milestones import Indicator
from programmes.programme import Scope
from programmes.reporting import reporting_kinds
from reports.data import Measure
from services import summary
from services.desk import Desk
from storage.indicator_answers import Satisfying
from storage.indicator_facts import Reading

NOTHING = Count()


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by indicator and organisation (None: the municipality), beside what was typed in.

    `organisations`: those that report, by name. `levels`: who types a denominator in, by its id.
    """

    period: ReportingPeriod
    organisations: tuple[Organisation, ...]
    counts: Mapping[str, Mapping[int | None, Count]]
    denominators: Mapping[tuple[int | None, str], Denominator]
    plans: Mapping[tuple[int | None, str], Plan]
    levels: Mapping[str, Level]

    def count(self, indicator: Indicator, organisation_id: int | None) -> Count:
        return self.counts[indicator.id].get(organisation_id, NOTHING)

    def standing(self, indicator: Indicator, organisation_id: int | None) -> Standing:
        """As it is, nothing hidden."""
        counted = self.count(indicator, organisation_id)
        typed = self.denominator(indicator, organisation_id)
        below = counted.denominator if indicator.denominator is None else (typed.value if typed else None)
        return Standing(
            indicator.id,
            counted.numerator,
            below,
            self.planned(indicator, organisation_id),
            indicator.before(self.period.year) if organisation_id is None else None,
            indicator.more_is_better,
        )

    def veiled(self, indicator: Indicator, organisation_id: int | None) -> Standing:
        """As the coordinator may see it: without what would tell of fewer than five people."""
        shown = self.standing(indicator, organisation_id)
        return veil(shown) if organisation_id in self.hidden(indicator) else shown

    def hidden(self, indicator: Indicator) -> frozenset[int | None]:
        """What the coordinator may not see: see `hidden_places`."""
        places = {each.id for each in self.organisations} | {place for place in self.counts[indicator.id] if place}
        return hidden_places(indicator, {place: self.count(indicator, place) for place in (*places, None)})

    def denominator(self, indicator: Indicator, organisation_id: int | None) -> Denominator | None:
        """What was typed in at this level; for the municipality else the sum, once every organisation has typed."""
        wanted = indicator.denominator
        if wanted is None:
            return None
        if organisation_id is not None and self.levels[wanted.id] is Level.MUNICIPALITY:
            return None
        typed = self.denominators.get((organisation_id, wanted.id))
        if typed is not None or organisation_id is not None or self.levels[wanted.id] is Level.MUNICIPALITY:
            return typed
        return None if self.lacking(indicator) else _summed(self._typed(wanted.id))

    def lacking(self, indicator: Indicator) -> tuple[Organisation, ...]:
        """Organisations whose denominator the municipality's sum waits for; none where it is typed in whole."""
        wanted = indicator.denominator
        if wanted is None or self.levels[wanted.id] is Level.MUNICIPALITY or (None, wanted.id) in self.denominators:
            return ()
        return tuple(each for each in self.organisations if (each.id, wanted.id) not in self.denominators)

    def planned(self, indicator: Indicator, organisation_id: int | None) -> Decimal | None:
        """The own plan, else the municipality's, else the document's; None where no share can be told here."""
        level = None if indicator.denominator is None else self.levels[indicator.denominator.id]
        if organisation_id is not None and level is Level.MUNICIPALITY:
            return None
        for place in (organisation_id, None):
            typed = self.plans.get((place, indicator.id))
            if typed is not None:
                return typed.value
        return indicator.planned(self.period.year)

    def _typed(self, name: str) -> list[Denominator]:
        return [self.denominators[each.id, name] for each in self.organisations if (each.id, name) in self.denominators]


def veil(shown: Standing) -> Standing:
    """The same without what would tell of few people."""
    people = shown.numerator
    return replace(shown, numerator=None, hidden=True, small=people is not None and people < SMALL_GROUP)


def guarded(indicator: Indicator) -> bool:
    """Whether some of it may have to be hidden from whoever is not of the organisation."""
    return indicator.numerator.sensitive or isinstance(indicator.numerator, Satisfied)


def hidden_places(indicator: Indicator, counts: Mapping[int | None, Count]) -> frozenset[int | None]:
    """Organisations (None: the municipality) whose number may not be shown beyond them.

    Of a sensitive category small counts, the total of the municipality being given; of satisfaction shares over fewer
    than five people, as of any mean.
    """
    if isinstance(indicator.numerator, Satisfied):
        return _hidden_shares(counts)
    if not indicator.numerator.sensitive:
        return frozenset()
    return frozenset(hide_counts({place: each.numerator for place, each in counts.items() if place is not None}))


def _hidden_shares(counts: Mapping[int | None, Count]) -> frozenset[int | None]:
    keys = {place: (None if place is None else str(place),) for place, each in counts.items() if each.denominator}
    if set(keys) <= {None}:  # a total whose parts are not there
        return frozenset(place for place in keys if (counts[place].denominator or 0) < SMALL_GROUP)
    cells = hide_small(Cell(key, counts[place].denominator or 0) for place, key in keys.items())
    hidden = {cell.keys for cell in cells if cell.hidden}
    return frozenset(place for place, key in keys.items() if key in hidden)


async def table(
    desk: Desk, indicators: Sequence[Indicator], period: ReportingPeriod, organisation_id: int | None = None
) -> Table:
    """The table of one organisation, or of all and the municipality (None)."""
    every = await desk.work.organisations.all()
    kinds = reporting_kinds(desk.programme)
    window = Window(period.report_date, period.first, desk.programme.years.whole.first)
    numerators = tuple(each.numerator for each in indicators)
    zones = {each.id: each.zone for each in every}
    reading = Reading(numerators, window, organisation_id, zones, desk.programme.zone, satisfying(desk))
    facts = await desk.work.indicator_facts.read(reading)
    return Table(
        period,
        tuple(each for each in every if each.kind in kinds),
        {each.id: count(each.numerator, facts, window) for each in indicators},
        await desk.work.indicators.denominators(period.report_date),
        await desk.work.indicators.plans(period.code),
        levels(desk),
    )


def levels(desk: Desk) -> dict[str, Level]:
    """Who types each denominator in: where one school runs the programme by itself, that school types all."""
    own = desk.programme.scope is Scope.SCHOOL
    named = (each.denominator for each in desk.programme.indicators if each.denominator is not None)
    return {each.id: Level.ORGANISATION if own else each.level for each in named}


def satisfying(desk: Desk) -> Satisfying:
    """The questions that say how satisfied somebody is, and whose side a questionnaire is for."""
    places = tuple(
        place for item in summary.items(desk) if item.measure is Measure.SATISFACTION for place in item.places
    )
    sides = {}
    for place in places:
        definition = summary.known(desk, place.definition)
        role = None if definition is None else definition.audience.role
        if role is not None:
            sides[place.definition] = Side(role)
    return Satisfying(places, desk.programme.thresholds.satisfied, sides)


def _summed(parts: Sequence[Denominator]) -> Denominator | None:
    if not parts:
        return None
    newest = max(parts, key=lambda each: (each.on, each.entered_at))
    total = sum(each.value for each in parts)
    return Denominator(newest.name, total, newest.on, "", newest.entered_at, summed=len(parts))
