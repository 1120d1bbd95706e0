"""Two records of one person: found, shown side by side, merged by the curator; nothing that hangs on either is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.access import Action, Scope, ensure, places
from mentoring.errors import Forbidden, Invalid, NotFound, Stale
from mentoring.mentorships import MentorshipState
from mentoring.merging import ensure_same, merged
from mentoring.names import alike
from mentoring.people import MembershipState, Person
from messaging.replies import Replies, Say, Show
from services import catalogue, contexts, dialogue, merging_screens
from services.desk import Desk
from storage.people import PeopleFilter
from surveys import counting
from surveys.path import Value, answers_on_path
from surveys.record import Record, Subject

FORM = "merge-search"
PERSON = "person"
MOST = 8
_EVERY = frozenset(MembershipState)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Somebody and the records that may be the same person; `part`: what was looked for, "": the same name."""

    person: Person
    others: tuple[Person, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging would leave: `stays` is the person afterwards, figures are of each record now."""

    kept: Person
    dropped: Person
    stays: Person
    figures: Mapping[int, Mapping[str, int]]


async def begin(desk: Desk, person_id: int) -> Candidates:
    """Records of the same name or one near it, for who wants to merge this one with another."""
    person = await _mine(desk, person_id)
    own = frozenset(places(desk.actor, Action.MERGE_PEOPLE))
    which = PeopleFilter(organisations=own, states=_EVERY, part=_surname(person))
    found, _ = await desk.work.people.page(which, limit=50)
    same = [each for each in found if each.id != person.id and _alike(each, person)]
    return Candidates(person, tuple(same[:MOST]))


def _surname(person: Person) -> str:
    return person.name.split()[0]


def _alike(one: Person, other: Person) -> bool:
    """The same surname, and the same first name or birth date; a slip of typing makes no other name."""
    mine, theirs = one.name.split(), other.name.split()
    same_first = len(mine[1:2]) == len(theirs[1:2]) and all(map(alike, mine[1:2], theirs[1:2]))
    return alike(mine[0], theirs[0]) and (same_first or (one.birth is not None and one.birth == other.birth))


async def begin_search(desk: Desk, person_id: int) -> Show:
    """Asks for a part of the other record's name."""
    person = await _mine(desk, person_id)
    return await dialogue.begin(desk, FORM, subject=Subject(PERSON, person.id), facts={"name": person.name})


async def search(desk: Desk, record: Record, answers: Mapping[str, Value]) -> Replies:
    """Finish of the form `merge-search`: whom the other record may be."""
    person = await _mine(desk, record.about(PERSON) or 0)
    part = " ".join(str(answers["part"]).split())
    own = frozenset(places(desk.actor, Action.MERGE_PEOPLE))
    which = PeopleFilter(organisations=own, states=_EVERY, part=part)
    found, _ = await desk.work.people.page(which, limit=MOST + 1)
    others = tuple(each for each in found if each.id != person.id)[:MOST]
    return (merging_screens.found(record, Candidates(person, others, part)),)


async def preview(desk: Desk, kept_id: int, dropped_id: int) -> Preview:
    """Both records side by side, and what stays; Invalid where they can't be one person."""
    kept, dropped = await _mine(desk, kept_id), await _mine(desk, dropped_id)
    await _ensure_whole(desk, kept, dropped)
    figures = {person.id: await desk.work.merging.figures(person.id) for person in (kept, dropped)}
    return Preview(kept, dropped, merged(kept, dropped), figures)


async def merge(desk: Desk, kept_id: int, dropped_id: int) -> Person:
    """The dropped record goes, everything of it is the kept one's. The Telegram account that is left is told."""
    await desk.work.merging.hold(kept_id, dropped_id)
    kept, dropped = await _mine(desk, kept_id), await _mine(desk, dropped_id)
    await _ensure_whole(desk, kept, dropped)
    stays = merged(kept, dropped)
    left = dropped.telegram_id if kept.telegram_id is not None else None

    async def forget(response_id: int) -> None:
        await _forget(desk, response_id)

    await desk.work.merging.merge(stays, dropped, forget)
    await desk.work.people.save(stays)
    organisation = await _shared(desk, stays)
    details = {"dropped": dropped.id, "name": dropped.name}
    await desk.work.trail.add(
        PERSON, stays.id, "merged", actor_id=desk.actor.person_id, organisation_id=organisation, details=details
    )
    if left is not None:
        desk.tell(Show(left, "notice", Say("merge-told", {"name": stays.name}), fresh=True))
    return stays


async def _forget(desk: Desk, response_id: int) -> None:
    """Takes one finished response out of the counts."""
    record = await desk.work.responses.get(response_id)
    if record is None or record.kind != "survey":
        return
    definition = await catalogue.find(desk, record.definition, record.draft.version)
    given = record.draft.answers
    context = await contexts.build(desk, definition, record.subject, record.facts, record.likely, given, record.id)
    counted = counting.counted(definition, answers_on_path(definition, given, context))
    await desk.work.counts.add(record, counted, times=-1)


async def _mine(desk: Desk, person_id: int) -> Person:
    """Somebody whose record is the actor's organisations' alone; Stale once it is merged away."""
    person = await desk.work.people.get(person_id)
    if person is None:
        raise Stale("merge-gone")
    memberships = await desk.work.memberships.of_person(person_id)
    own = places(desk.actor, Action.MERGE_PEOPLE)
    here = next((m.organisation_id for m in memberships if m.organisation_id in own), None)
    if here is None:
        raise Forbidden
    ensure(desk.actor, Action.MERGE_PEOPLE, Scope(here, person_id))
    return person


async def _ensure_whole(desk: Desk, kept: Person, dropped: Person) -> None:
    """Nothing of another organisation's is merged away, nor the actor's own record; and they can be one person."""
    if dropped.id == desk.actor.person_id:
        raise Invalid("merge-self")
    own = places(desk.actor, Action.MERGE_PEOPLE)
    for membership in await desk.work.memberships.of_person(dropped.id):
        if membership.organisation_id not in own:
            raise Invalid("merge-elsewhere", name=dropped.name)
    if kept.telegram_id is None and dropped.telegram_id is not None:  # that account would get into everything of it
        for membership in await desk.work.memberships.of_person(kept.id):
            if membership.organisation_id not in own:
                raise Invalid("merge-elsewhere", name=kept.name)
    mentorships = await desk.work.mentorships.of_person(dropped.id, frozenset(MentorshipState))
    guardianships = (
        *await desk.work.guardianships.of_child(kept.id),
        *await desk.work.guardianships.of_child(dropped.id),
    )
    ensure_same(kept, dropped, mentorships, guardianships)


async def _shared(desk: Desk, person: Person) -> int:
    """The organisation whose curator the actor is."""
    own = places(desk.actor, Action.MERGE_PEOPLE)
    memberships = await desk.work.memberships.of_person(person.id)
    found = next((m.organisation_id for m in memberships if m.organisation_id in own), None)
    if found is None:
        raise NotFound
    return found
