"""Results of contests and festivals: written down by who runs them, announced once, seen by those who came.

To everybody a name is shown only while there is consent to publishing it; to a guardian their ward's, to staff of an
organisation those of its people.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mentoring import events as rules
from mentoring.access import Action, Scope, allowed
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.events import Event, EventState, Result, Signed, ranked
from mentoring.pages import pages_of
from mentoring.people import Organisation, Person
from messaging.replies import Button, Replies, Say, Show, Text, press
from services import dialogue
from services.desk import Desk
from services.dialogue_screens import done
from services.events import Card, card, named
from services.events_notices import tell
from services.events_running import MENU, SUBJECT, held, store, trace
from services.naming import published
from services.people import last_page
from services.registration_answers import text_of
from surveys.path import Value
from surveys.record import Record, Subject

FORM = "event-result"
PERSON = "person"
PAGE = 8
PLACES = {"first": 1, "second": 2, "third": 3}


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody with a result, or (for who runs it) without one yet. `name` None: it is not for the actor to know.

    `mine`: the actor, a ward of theirs, or somebody of the organisation they lead: their paper may be made.
    """

    signed: Signed
    name: str | None
    organisation: Organisation | None
    mine: bool


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results, the best first. `writes`: the actor runs it; `papers`: how many papers they may make."""

    card: Card
    rows: tuple[Placed, ...]
    page: int
    total: int
    writes: bool
    papers: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


async def results(desk: Desk, event_id: int, page: int = 0) -> Results:
    """For who runs it everybody who came; for others, once they are announced, those with a result.

    Raises Forbidden, and NotFound for what has no results to be seen.
    """
    seen = await card(desk, event_id)
    if not seen.judged:
        raise NotFound
    came = [one for one in await desk.work.events.people(event_id) if one.came]
    winners = ranked(came)
    listed = (*winners, *(one for one in came if not one.result)) if seen.runs else winners
    page = min(max(page, 0), last_page(len(listed)))
    rows = await placed(desk, seen, listed[page * PAGE : (page + 1) * PAGE])
    papers = sum(one.mine and one.name is not None for one in await placed(desk, seen, winners))
    return Results(seen, rows, page, len(listed), seen.runs, papers)


async def placed(desk: Desk, seen: Card, listed: Collection[Signed]) -> tuple[Placed, ...]:
    """These people as the actor may see them."""
    people = await desk.work.people.many(one.person_id for one in listed)
    own = {one.person_id for one in listed if _own(desk, one)}
    if seen.runs:
        known = {guest.signed.person_id: guest.name for guest in await named(desk, seen.event, tuple(listed))}
    else:
        shown = await published(desk, people.values())
        known = {person: one.name for person, one in people.items() if person in shown}
    places = await desk.work.organisations.many(one.organisation_id for one in listed if one.organisation_id)
    return tuple(_placed(one, people, known, places, own=one.person_id in own, runs=seen.runs) for one in listed)


def _placed(
    signed: Signed,
    people: Mapping[int, Person],
    known: Mapping[int, str | None],
    places: Mapping[int, Organisation],
    *,
    own: bool,
    runs: bool,
) -> Placed:
    name = people[signed.person_id].name if own else known.get(signed.person_id)
    return Placed(signed, name, places.get(signed.organisation_id or 0), own or runs)


def _own(desk: Desk, signed: Signed) -> bool:
    """The actor, a ward, or somebody of an organisation whose people the actor sees."""
    if signed.person_id == desk.actor.person_id or signed.person_id in desk.actor.wards:
        return True
    place = signed.organisation_id
    return place is not None and allowed(desk.actor, Action.SEE_PEOPLE, Scope(place))


async def begin(desk: Desk, event_id: int, person_id: int) -> Show:
    """The form that asks for place and nomination of somebody who came. Raises Forbidden, NotFound, Stale."""
    seen = await card(desk, event_id)
    if not seen.runs:
        raise Forbidden
    (row,) = await placed(desk, seen, (await _came(desk, seen, person_id),))
    subject = Subject(SUBJECT, event_id)
    name = row.name or (row.organisation.label if row.organisation is not None else "—")
    return await dialogue.begin(desk, FORM, subject=subject, facts={PERSON: person_id, "name": name})


async def judge(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish `events.judge`. What was announced and is changed is told anew to whom it is about."""
    event = await held(desk, record.about(SUBJECT) or 0)
    seen = await card(desk, event.id)
    before = await _came(desk, seen, int(str(record.facts[PERSON])))
    result = Result(PLACES.get(str(answers["place"])), text_of(answers, "nomination")) or None
    by = desk.actor.person_id or 0
    if not await desk.work.events.judge(event.id, before.person_id, result, by=by):
        raise Stale("event-refusal-changed")
    await trace(desk, event, "judged")
    if event.state is EventState.ANNOUNCED and result is not None and result != before.result:
        await _tell(desk, event, before.person_id, result)
    ways = ((Button(Say("event-results"), press("event.results", event.id, 0)), MENU),)
    said = Say("event-judged", {"name": str(record.facts["name"]), "result": words(result)})
    return (done(record, said, ways),)


async def announce(desk: Desk, event_id: int) -> Card:
    """Everybody who came hears of it, each their own result; the others' are on the card. Raises Invalid, Stale."""
    event = await held(desk, event_id)
    after = rules.moved(event, EventState.ANNOUNCED)
    came = [one for one in await desk.work.events.people(event_id) if one.came]
    if event.kind not in rules.JUDGED or not ranked(came):
        raise Invalid("event-refusal-no-results")
    await store(desk, event, after)
    for one in ranked(came):
        await _tell(desk, after, one.person_id, one.result)
    await tell(desk, after, [one.person_id for one in came if not one.result], "event-told-announced")
    return await card(desk, event_id)


def words(result: Result | None) -> Text:
    """«1 место, номинация «…»»."""
    place, nomination = (result.place or 0, result.nomination or "none") if result else (0, "none")
    return Say("event-result", {"place": place, "nomination": nomination})


async def _tell(desk: Desk, event: Event, person_id: int, result: Result | None) -> None:
    await tell(desk, event, [person_id], "event-told-result", result=words(result))


async def _came(desk: Desk, seen: Card, person_id: int) -> Signed:
    """Somebody who came. Raises NotFound where there are no results, Stale for who did not come."""
    if not seen.judged:
        raise NotFound
    people = await desk.work.events.people(seen.event.id)
    found = next((one for one in people if one.person_id == person_id and one.came), None)
    if found is None:
        raise Stale("event-refusal-changed")
    return found
