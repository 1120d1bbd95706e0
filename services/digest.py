"""The digest of a reader: what waits for their hand, a line a kind of thing, each with the button that does it.

Computed from rows whenever it is said or looked at, so a line is gone once the thing is dealt with.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentoring import digest as rules
from mentoring.digest import Kind, Matter
from mentoring.errors import Forbidden
from mentoring.mentorships import Side
from mentoring.pages import pages_of
from messaging.replies import Button, Keyboard, Lines, Say, Text, press
from services import digest_own, digest_pairs, digest_tasks, digest_terms, pairs
from services.desk import Desk
from services.digest_readers import Readers, Thing, among
from services.fulfilled import Row

PAGE = 6
"""Lines of a page of the whole digest; arrows and the way back stand beside."""
Provider = Callable[[Desk, Readers], Awaitable[list[Thing]]]
PROVIDERS: tuple[Provider, ...] = (
    digest_pairs.alarms,
    digest_pairs.help_late,
    digest_pairs.stuck,
    digest_pairs.withdrawn,
    digest_pairs.unreachable,
    digest_pairs.children,
    digest_pairs.applicants,
    digest_pairs.referrals,
    digest_pairs.unmatched,
    digest_pairs.proposals,
    digest_pairs.silent,
    digest_pairs.unlogged,
    digest_pairs.closing,
    digest_pairs.back,
    digest_own.agreements,
    digest_own.tasks,
    digest_own.surveys,
    digest_own.on_paper,
    digest_own.plans,
    digest_own.checks,
    digest_tasks.campaigns,
    digest_terms.indicators,
    digest_terms.of_document,
    digest_terms.self_audits,
    digest_terms.of_municipality,
    digest_tasks.advice,
    digest_tasks.documents,
    digest_tasks.bank,
    digest_tasks.events,
    digest_tasks.dated_bases,
    digest_tasks.between_organisations,
)
"""Each asks the access table for whom it has something, and then a few statements, however many the readers are."""


@dataclass(frozen=True, slots=True)
class Line:
    """All things of one kind: what is said of them, and the press that does it."""

    kind: Kind
    text: Text
    press: str

    @property
    def button(self) -> Button:
        return Button(Say(f"digest-do-{self.kind}"), self.press)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the whole digest."""

    lines: tuple[Line, ...]
    page: int
    pages: int

    @property
    def first(self) -> int:
        """The number of its first line, from 1."""
        return self.page * PAGE + 1


async def things(desk: Desk, readers: Readers, *, asked: bool = False) -> dict[int, list[Thing]]:
    """What waits today for each reader, by the reader's clock, what needs a hand first at the head.

    asked: they look it up themselves, be it on a Sunday.
    """
    found: dict[int, list[Thing]] = {person: [] for person in readers.actors}
    for provider in PROVIDERS:
        for thing in await provider(desk, readers):
            if rules.here(thing.matter, desk.today(readers.zone(thing.reader)), asked=asked):
                found[thing.reader].append(thing)
    return {person: list(_once(listed)) for person, listed in found.items() if listed}


def _once(listed: Iterable[Thing]) -> Iterable[Thing]:
    """Without what fulfils the same row of the document as something before it."""
    rows: set[Row] = set()
    order = {kind: number for number, kind in enumerate(Kind)}
    for thing in sorted(listed, key=lambda one: (order[one.matter.kind], one.matter.since)):
        if not thing.same & rows:
            yield thing
        rows |= thing.same


async def lines(desk: Desk, listed: Mapping[int, Sequence[Thing]]) -> dict[int, tuple[Line, ...]]:
    """A line for each kind of thing of each reader; names are looked up for all of them at once."""
    grouped = {person: _grouped(found) for person, found in listed.items()}
    firsts = [group[0] for groups in grouped.values() for group in groups]
    names = await _names(desk, firsts)
    return {person: tuple(_line(group, names(group[0])) for group in groups) for person, groups in grouped.items()}


def _grouped(found: Sequence[Thing]) -> tuple[list[Thing], ...]:
    by_kind: dict[Kind, list[Thing]] = {}
    for thing in found:
        by_kind.setdefault(thing.matter.kind, []).append(thing)
    return tuple(by_kind[kind] for kind in rules.in_order(by_kind))


async def _names(desk: Desk, firsts: Sequence[Thing]) -> Callable[[Thing], Text]:
    people = await desk.work.people.many({one.person for one in firsts if one.person is not None})
    mentorships = await desk.work.mentorships.many({one.pair for one in firsts if one.pair is not None})
    known = {pair.mentorship.id: pair for pair in await pairs.pairs_of(desk, mentorships)}

    def name(thing: Thing) -> Text:
        if thing.pair in known:
            return _sides(known[thing.pair])
        person = people.get(thing.person or 0)
        return thing.name or (person.name if person is not None else "")

    return name


def _sides(pair: pairs.Pair) -> Text:
    return Lines((pairs.short_names(pair.on(Side.MENTOR)), pairs.short_names(pair.on(Side.MENTEE))), " → ")


def _line(group: Sequence[Thing], name: Text) -> Line:
    first = group[0]
    several = len({one.press for one in group})
    soonest = min((one.day for one in group if one.day is not None), default="none")
    said = {"count": several, "name": name, "day": soonest}
    to = first.press if several == 1 or first.every is None else first.every
    return Line(first.matter.kind, Say(f"digest-{first.matter.kind}", said), to)


def told(found: Sequence[Line], room: int) -> tuple[tuple[Text, ...], Keyboard]:
    """The lines of a message with room for so many buttons, numbered, and the buttons in the same order."""
    page = rules.shown(found, room)
    texts: list[Text] = [numbered(number + 1, found[number]) for number in page.shown]
    rows = [(found[number].button,) for number in page.shown]
    if page.rest:
        texts.append(Say("digest-rest", {"count": page.rest}))
        rows.append((Button(Say("digest-whole"), press("digest.open")),))
    return tuple(texts), tuple(rows)


def numbered(number: int, line: Line) -> Text:
    """A line as it stands in the text above its button."""
    return Lines((f"{number}.", line.text), " ")


async def whole(desk: Desk, number: int) -> Page:
    """A page of all that waits for the actor; a page past the end is the last. Forbidden for who is not registered."""
    if desk.actor.person_id is None:
        raise Forbidden
    readers = await among(desk, [desk.actor])
    found = (await lines(desk, await things(desk, readers, asked=True))).get(desk.actor.person_id, ())
    pages = pages_of(len(found), PAGE)
    number = min(max(number, 0), pages - 1)
    return Page(found[number * PAGE : (number + 1) * PAGE], number, pages)


def speaks(found: Iterable[Thing], today: date, heard: date | None) -> bool:
    """Whether there is anything to say today to somebody who heard the last digest then."""
    matters: list[Matter] = [thing.matter for thing in found]
    return rules.speaks(matters, today, heard)
