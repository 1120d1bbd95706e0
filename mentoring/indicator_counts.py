"""Counts numerators of indicators: people and organisations on the report date, each once.

Rules: docs/results.md#indicators. A person counts once in the municipality and once in each organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from mentoring.indicator_people import Judge, Known, PersonFacts, years_before
from mentoring.indicators import Count
from mentoring.mentorships import Side
from mentoring.names import plain
from mentoring.needs import Needs
from mentoring.numerators import Engagement, Giving, Having, Monitored, Numerator, People, Satisfied, Staff, Union
from mentoring.people import OrganisationKind
from mentoring.roles import Role


@dataclass(frozen=True, slots=True)
class Joined:
    """A mentorship that has become active: from which local day to which (None: it goes on), and its people."""

    organisation_id: int
    role_model: str
    began: date
    ended: date | None
    mentors: tuple[int, ...]
    mentees: tuple[int, ...]

    def on_side(self, side: Side) -> tuple[int, ...]:
        return self.mentors if side is Side.MENTOR else self.mentees


@dataclass(frozen=True, slots=True)
class Post:
    """A role of staff that somebody holds in an organisation since a local day."""

    person_id: int
    organisation_id: int
    role: Role
    since: date


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of an organisation's register: since which day it has been in each state that it went through."""

    organisation_id: int
    kind: str
    since: Mapping[str, date]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """How many participants of one side answered about their satisfaction, and how many are satisfied."""

    satisfied: int = 0
    answered: int = 0
    people: frozenset[int] = frozenset()


def _nothing(person_id: int, organisation_id: int) -> Needs | None:
    return None


@dataclass(frozen=True, slots=True)
class Facts:
    """What numerators are counted from. `belonging`: the organisations (by kind and name) that a mentor comes from.

    `answered`: by side and organisation, None the whole municipality. `monitored`: by questionnaire, who has filled it
    in on which local days; `reported`: by report, who has sent it on which.
    """

    people: Mapping[int, PersonFacts] = field(default_factory=dict)
    mentorships: tuple[Joined, ...] = ()
    posts: tuple[Post, ...] = ()
    belonging: Mapping[int, tuple[tuple[OrganisationKind, str], ...]] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    monitored: Mapping[str, tuple[tuple[int, date], ...]] = field(default_factory=dict)
    reported: Mapping[str, tuple[tuple[int, date], ...]] = field(default_factory=dict)
    answered: Mapping[tuple[Side, int | None], Answered] = field(default_factory=dict)
    known: Known = _nothing


@dataclass(frozen=True, slots=True)
class Window:
    """The days that matter: the report date, the first day of its period, and the programme's first day."""

    on: date
    first: date
    begins: date

    @property
    def answers_from(self) -> date:
        """Answers of a year count, so that every report has those of a whole round of questionnaires."""
        return max(years_before(self.on, 1) + timedelta(days=1), self.begins)

    def in_year(self, day: date) -> bool:
        """In the calendar year of the period, not after the report date."""
        return day.year == self.first.year and day <= self.on

    def holds(self, joined: Joined, engagement: Engagement) -> bool:
        """Whether a mentorship lies in time as the numerator wants it."""
        if joined.began > self.on:
            return False
        if engagement is Engagement.ENTERED:
            return joined.began >= self.begins
        return joined.ended is None or joined.ended >= max(self.first, self.begins)


def count(numerator: Numerator, facts: Facts, window: Window) -> Mapping[int | None, Count]:
    """What the numerator comes to in every organisation that has any of it, and (None) in all of them together."""
    match numerator:
        case Union(rules):
            return _people(rules, facts, window)
        case Giving(kinds):
            return _giving(kinds, facts, window)
        case Having(document, states):
            return _organisations(_having(document, states, facts, window))
        case Monitored(questionnaire, report):
            filled = (*facts.monitored.get(questionnaire, ()), *facts.reported.get(report or "", ()))
            return _organisations(
                {place for place, day in filled if window.first.year == day.year and day <= window.on}
            )
        case Satisfied(side):
            sides = {place: each for (asked, place), each in facts.answered.items() if asked is side}
            return {
                place: Count(each.satisfied, each.people, denominator=each.answered) for place, each in sides.items()
            }


def _people(rules: Iterable[People | Staff], facts: Facts, window: Window) -> Mapping[int | None, Count]:
    found: defaultdict[int | None, set[int]] = defaultdict(set)
    unknown: defaultdict[int | None, set[int]] = defaultdict(set)
    for rule in rules:
        for place, person, sure in (
            _held(rule, facts, window) if isinstance(rule, Staff) else _joined(rule, facts, window)
        ):
            chosen = found if sure else unknown
            chosen[place].add(person)
            chosen[None].add(person)
    return {
        place: Count(len(found[place]), frozenset(found[place]), unknown=frozenset(unknown[place] - found[place]))
        for place in {*found, *unknown, None}
    }


_Hit = tuple[int, int, bool]
"""Organisation, person, and whether it is sure: something that matters may not be known of them."""


def _held(rule: Staff, facts: Facts, window: Window) -> Iterator[_Hit]:
    for post in facts.posts:
        if post.role in rule.roles and post.since <= window.on:
            yield post.organisation_id, post.person_id, True


def _joined(rule: People, facts: Facts, window: Window) -> Iterator[_Hit]:
    """Everybody on the side whom the rule counts."""
    who = Judge(rule.who, window.on)
    beside = None if rule.mentees is None else Judge(rule.mentees, window.on)
    for joined in facts.mentorships:
        if not window.holds(joined, rule.engagement) or (
            rule.role_models and joined.role_model not in rule.role_models
        ):
            continue
        place = joined.organisation_id
        right = True if beside is None else _best(_sees(beside, facts, each, place) for each in joined.mentees)
        if right is False:
            continue
        for person in joined.on_side(rule.side):
            sure = _sees(who, facts, person, place)
            if sure is not False:
                yield place, person, sure is True and right is True


def _sees(judge: Judge, facts: Facts, person_id: int, organisation_id: int) -> bool | None:
    person = facts.people.get(person_id)
    return False if person is None else judge.sees(person, organisation_id, facts.known)


def _best(verdicts: Iterable[bool | None]) -> bool | None:
    """True if one is, else None if one may be."""
    best: bool | None = False
    for verdict in verdicts:
        if verdict:
            return True
        best = None if verdict is None else best
    return best


def _giving(kinds: frozenset[OrganisationKind], facts: Facts, window: Window) -> Mapping[int | None, Count]:
    """Enterprises by name: those that are organisations of the bot, and the workplaces that mentors have named."""
    names: defaultdict[int | None, dict[str, str]] = defaultdict(dict)
    people: defaultdict[int | None, set[int]] = defaultdict(set)
    for joined in facts.mentorships:
        if not window.holds(joined, Engagement.ENTERED):
            continue
        for mentor in joined.mentors:
            for name in _givers(facts, mentor, kinds):
                for place in (joined.organisation_id, None):
                    names[place].setdefault(plain(name), name)
                    people[place].add(mentor)
    return {
        place: Count(len(names[place]), frozenset(people[place]), tuple(sorted(names[place].values(), key=plain)))
        for place in {*names, None}
    }


def _givers(facts: Facts, mentor: int, kinds: frozenset[OrganisationKind]) -> Iterator[str]:
    belongs = [name for kind, name in facts.belonging.get(mentor, ()) if kind in kinds]
    person = facts.people.get(mentor)
    if belongs:
        yield from belongs
    elif OrganisationKind.ENTERPRISE in kinds and person is not None and person.workplace:
        yield person.workplace


def _pleased(answered: Answered) -> Count:
    return Count(answered.satisfied, answered.people, denominator=answered.answered)


def _having(document: str, states: frozenset[str], facts: Facts, window: Window) -> set[int]:
    return {
        kept.organisation_id
        for kept in facts.kept
        if kept.kind == document
        and (kept.until is None or kept.until >= window.on)
        and any(since <= window.on for state, since in kept.since.items() if state in states)
    }


def _organisations(places: set[int]) -> Mapping[int | None, Count]:
    return {**{place: Count(1) for place in places}, None: Count(len(places))}
