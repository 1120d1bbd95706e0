"""When mentor and mentee see their relationship very differently, the curators hear of it: a hint, and no answers.

Looked at with the second of the two answers of a stage (entry, interim, exit), in a group for each mentee alone. The
rule is `surveys.ratings`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product

from mentoring.people import Person
from mentoring.roles import Role
from messaging.replies import Lane, Replies, Say, Show
from services import catalogue, evidence, pair_notices, pairs
from services.desk import Desk
from services.evidence import Stage
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from storage.paired import Answered
from surveys.path import Value
from surveys.ratings import rating_gap
from surveys.record import Record


async def after_entry(desk: Desk, record: Record) -> Replies:
    """What follows an entry questionnaire."""
    replies = await evidence.entry_answered(desk, record)
    await look(desk, record, Stage.ENTRY)
    return replies


async def after_interim(desk: Desk, record: Record) -> Replies:
    """What follows an interim questionnaire."""
    await look(desk, record, Stage.INTERIM)
    return ()


async def after_exit(desk: Desk, record: Record) -> Replies:
    """What follows an exit questionnaire."""
    replies = await evidence.exit_answered(desk, record)
    await look(desk, record, Stage.EXIT)
    return replies


async def look(desk: Desk, record: Record, stage: Stage) -> None:
    """Tell the curators of every wide gap between whoever has just answered and the other side; each once a stage."""
    mentorship_id = record.about(SUBJECT)
    mentorship = await desk.work.mentorships.get(mentorship_id) if mentorship_id is not None else None
    if mentorship is None or record.person_id not in mentorship.people:
        return
    names = frozenset(evidence.names(desk, mentorship, stage).values())
    placed = await desk.work.paired.placed(names, (), mentorship_id=mentorship.id)
    given = {each.person_id: each.entry for each in placed if each.entry is not None and each.entry.values is not None}
    pair = await pairs.pair_of(desk, mentorship)
    for mentor, mentee in _facing(pair, record.person_id):
        if mentor in given and mentee in given and await _wide(desk, given[mentor], given[mentee]):
            await _hint(desk, pair, stage, pair.people[mentor], pair.people[mentee])


def _facing(pair: Pair, person_id: int | None) -> Iterator[tuple[int, int]]:
    """Every mentor with every mentee of which one is that person."""
    for mentor, mentee in product(pair.mentorship.mentors, pair.mentorship.mentees):
        if person_id in (mentor, mentee) and {mentor, mentee} <= pair.people.keys():
            yield mentor, mentee


async def _wide(desk: Desk, mentor: Answered, mentee: Answered) -> bool:
    ours = await catalogue.find(desk, mentor.definition, mentor.version)
    theirs = await catalogue.find(desk, mentee.definition, mentee.version)
    if ours.anonymous or theirs.anonymous:
        return False
    gap = rating_gap(ours, _answers(mentor), theirs, _answers(mentee))
    return gap is not None and gap.wide


def _answers(of: Answered) -> Mapping[str, Value]:
    found: dict[str, Value] = json.loads(of.values or "{}")
    return found


async def _hint(desk: Desk, pair: Pair, stage: Stage, mentor: Person, mentee: Person) -> None:
    """One quiet message to each curator, by day; its key outlives it."""
    values = {"mentor": mentor.name, "mentee": mentee.name, "stage": stage.value}
    for holder in await desk.work.memberships.holders(Role.CURATOR, pair.organisation.id):
        chat = await desk.work.chats.of_person(holder.person_id)
        if chat is None:
            continue
        person = await desk.work.people.get(holder.person_id)
        zone = person.zone if person is not None and person.zone else pair.zone
        leaves = desk.programme.quiet.release(desk.now, zone)
        desk.tell(
            Show(
                chat,
                "notice",
                Say("gap-hint", values),
                (pair_notices.open_row(pair),),
                lane=Lane.REMINDER,
                fresh=True,
                key=f"gap:{stage.value}:{pair.mentorship.id}:{mentor.id}:{mentee.id}:{holder.person_id}",
                due=desk.now,
                not_before=leaves if leaves > desk.now else None,
            )
        )
