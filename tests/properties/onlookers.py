"""Who must not be told something: those who take part no more, and those outside a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from mentoring.erasure import label
from mentoring.people import MembershipState
from mentoring.roles import Role
from storage import tables
from storage.work import Work
from tests.properties.secrecy import CARERS, NEED, Circles

OPEN = (MembershipState.LISTED, MembershipState.APPLIED, MembershipState.APPROVED)


async def gone(work: Work) -> frozenset[int]:
    """Chats of those who left wherever they took part, or whose consent was withdrawn, and who guard nobody."""
    states: dict[int, set[str]] = {}
    for row in await work.connection.execute(select(tables.memberships.c.person_id, tables.memberships.c.state)):
        states.setdefault(row.person_id, set()).add(row.state)
    live: dict[int, set[bool]] = {}
    consents = tables.consents.c
    taking_part = select(consents.person_id, consents.withdrawn_at).where(consents.kind == "participation")
    for row in await work.connection.execute(taking_part):
        live.setdefault(row.person_id, set()).add(row.withdrawn_at is None)
    guards = set(await work.connection.scalars(select(tables.guardianships.c.guardian_id)))
    people = await work.connection.execute(
        select(tables.people.c.id, tables.people.c.telegram_id).where(tables.people.c.telegram_id.is_not(None))
    )

    def left(person: int) -> bool:
        held = states.get(person, set())
        if MembershipState.APPLIED in held:
            return False  # they ask to come back, and are answered
        return live.get(person) == {False} or (MembershipState.LEFT in held and not held.intersection(OPEN))

    return frozenset(chat for person, chat in people if person not in guards and left(person))


async def overheard(
    work: Work, known: Circles, shown: Iterable[tuple[int, str]], *, network: bool, sensitive: Collection[str]
) -> list[str]:
    """Categories of need outside their circle, and people of one organisation on the phones of another.

    network: mentors of every organisation may be taken everywhere; sensitive: role models that are about a category.
    """
    names: dict[str, set[int]] = {}
    for row in await work.connection.execute(select(tables.people.c.id, tables.people.c.name)):
        if row.name != label(row.id):  # a number is nobody's name
            names.setdefault(row.name, set()).add(row.id)
    homes = await _homes(work, network=network)
    places, models = await _homes(work, network=False), await _of_models(work, sensitive)
    wrong = []
    for chat, text in shown:
        held = known.roles.get(chat, ())
        near = {place for place, _ in held}
        named = {name: people for name, people in names.items() if name in text}
        cared = {place for place, role in held if role in CARERS}
        if NEED.search(text) and not any(
            person in models.get(chat, ()) or places.get(person, set()) & cared
            for people in named.values()
            for person in people
        ):
            wrong.append(f"{chat} sees a category of need: {text}")
        if near and None not in near and not any(role is Role.MENTOR for _, role in held):
            wrong += [
                f"{chat} sees {name} of another organisation: {text}"
                for name, people in named.items()
                if all(homes.get(person) and not homes[person] & near for person in people)
            ]
    return wrong


async def _of_models(work: Work, sensitive: Collection[str]) -> dict[int, set[int]]:
    """By the chat of a mentor: their mentees of role models that are about a category."""
    mentor, mentee = tables.parties.alias(), tables.parties.alias()
    query = (
        select(tables.people.c.telegram_id, mentee.c.person_id)
        .join(mentor, mentor.c.person_id == tables.people.c.id)
        .join(mentee, mentee.c.mentorship_id == mentor.c.mentorship_id)
        .join(tables.mentorships, tables.mentorships.c.id == mentor.c.mentorship_id)
        .where(mentor.c.side == "mentor", mentee.c.side == "mentee", tables.mentorships.c.role_model.in_(sensitive))
    )
    found: dict[int, set[int]] = {}
    for chat, person in await work.connection.execute(query):
        found.setdefault(chat, set()).add(person)
    return found


async def _homes(work: Work, *, network: bool) -> dict[int, set[int | None]]:
    """Where each person takes part or did; a coordinator belongs to everybody, as mentors in a network do: no home."""
    homes: dict[int, set[int | None]] = {}
    members = tables.memberships.c
    for row in await work.connection.execute(select(members.person_id, members.organisation_id, members.role)):
        shared = network and row.role == Role.MENTOR
        homes.setdefault(row.person_id, set()).add(None if shared else row.organisation_id)
    return {person: places for person, places in homes.items() if None not in places}
