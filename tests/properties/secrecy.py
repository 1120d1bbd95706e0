"""What people type is marked, so that each word can be followed to every phone on which it turns up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from sqlalchemy import Select, select

from mentoring.people import MembershipState
from mentoring.roles import Role
from storage import tables
from storage.work import Work
from surveys.record import Record, Subject
from tests.conversations.world import World

MARK = re.compile(r"метка[а-к]{5}")
NEED = re.compile(
    r"(ОВЗ|заключение ПМПК|профилактический учёт|трудная жизненная ситуация|неуспевающ\w+|группа риска"
    r"|низкие результаты у учеников) — с \d"
)
"""A category of need as cards write it: with its day."""
_LETTERS = "абвгдежзик"
CARERS = frozenset({Role.CURATOR, Role.PSYCHOLOGIST})
STAFF = CARERS | {Role.HEAD}
_CONCERNED = {
    "place-request": CARERS,
    "pause": CARERS,
    "leave-request": CARERS,
    "help-ask": STAFF | {Role.MENTOR},
    "help-answer": STAFF | {Role.MENTOR},
}
"""By form, the staff who may read it beside the people it is about."""
_STAFF_ALONE = {
    "referral": CARERS,
    "support-note": CARERS,
    "council-comment": CARERS | {Role.MENTOR},
    "health-look": STAFF,
}
"""By form, who may read it; the people it is about may not."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Who typed it, where, and who may read it: these people with their guardians, these roles, or all (None)."""

    chat: int
    form: str
    organisation: int | None
    people: frozenset[int]
    roles: frozenset[Role] | None
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Circles:
    """Who is what now, by Telegram id: roles by organisation, one's own person with wards and mentees."""

    roles: Mapping[int, Collection[tuple[int | None, Role]]]
    own: Mapping[int, Collection[int]]

    def joined(self, other: Circles | None) -> Circles:
        """Who was within either: a day has a morning and an evening, and records may be merged in between."""
        if other is None:
            return self
        chats = {*self.roles, *other.roles, *self.own, *other.own}
        return Circles(
            {chat: {*self.roles.get(chat, ()), *other.roles.get(chat, ())} for chat in chats},
            {chat: {*self.own.get(chat, ()), *other.own.get(chat, ())} for chat in chats},
        )

    def may(self, chat: int, secret: Secret) -> bool:
        held = self.roles.get(chat, ())
        if chat == secret.chat or secret.people.intersection(self.own.get(chat, ())):
            return True
        if secret.roles is None:
            return secret.organisation is None or any(place in (secret.organisation, None) for place, _ in held)
        return any(place == secret.organisation and role in secret.roles for place, role in held)


@dataclass
class Secrets:
    """Every marked word there is."""

    world: World
    known: dict[str, Secret] = field(default_factory=dict)

    def of_person(self, organisation: int, person: int) -> str:
        """A request that stands in the base from the beginning."""
        return self._marked(Secret(0, "place-request", organisation, frozenset({person}), CARERS))

    async def typed(self, work: Work, chat: int, record: Record | None) -> str:
        """A word to answer this response with."""
        if record is None:
            return self._marked(Secret(chat, "nothing", 0, frozenset(), frozenset()))
        form, place = record.definition, record.organisation_id
        if record.kind != "form":
            return self._marked(Secret(chat, form, place, frozenset(), STAFF))
        if form in _STAFF_ALONE:
            return self._marked(Secret(chat, form, place, frozenset(), _STAFF_ALONE[form]))
        people = await _people(work, record.subject)
        place = place or await _home(work, people)
        roles = _CONCERNED.get(form, STAFF) if people else None
        return self._marked(Secret(chat, form, place, frozenset(people), roles, record.subject))

    def _marked(self, secret: Secret) -> str:
        mark = "метка" + "".join(_LETTERS[int(digit)] for digit in f"{len(self.known):05}")
        self.known[mark] = secret
        return mark

    async def leaked(self, work: Work, circles: Circles, shown: Iterable[tuple[int, str]]) -> list[str]:
        """Marks on phones where they do not belong, with the message."""
        wrong = []
        for chat, text in shown:
            for mark in set(MARK.findall(text)):
                secret = self.known[mark]
                if not circles.may(chat, secret) and not circles.may(chat, await _as_now(work, secret)):
                    wrong.append(f"{secret} on the phone {chat}: {text}")
        return wrong


async def _as_now(work: Work, secret: Secret) -> Secret:
    """With the people it is about by now: records of one person may have been merged."""
    return replace(secret, people=frozenset(await _people(work, secret.subject)))


async def circles(work: Work) -> Circles:
    """As the database has it: those who have left know what they knew."""
    people = {
        row.id: row.telegram_id for row in await work.connection.execute(select(tables.people)) if row.telegram_id
    }
    roles: dict[int, set[tuple[int | None, Role]]] = {}
    own: dict[int, set[int]] = {chat: {person} for person, chat in people.items()}
    for row in await work.connection.execute(select(tables.memberships)):
        if row.person_id in people and row.state != MembershipState.REFUSED:
            roles.setdefault(people[row.person_id], set()).add((row.organisation_id, Role(row.role)))
    for row in await work.connection.execute(select(tables.guardianships)):
        if row.guardian_id in people and row.child_id is not None:
            own[people[row.guardian_id]].add(row.child_id)
    sides: dict[int, dict[str, set[int]]] = {}
    for row in await work.connection.execute(select(tables.parties)):
        sides.setdefault(row.mentorship_id, {}).setdefault(row.side, set()).add(row.person_id)
    for found in sides.values():
        for mentor in found.get("mentor", set()) & set(people):
            own[people[mentor]] |= found.get("mentee", set())
    return Circles(roles, own)


async def _people(work: Work, subject: Subject | None) -> set[int]:
    """Whom a response is about: the people of its mentorship, or the person themselves."""
    if subject is None:
        return set()
    if subject.kind == "person":
        return {subject.id}
    if subject.kind == "membership":
        return set((await work.connection.scalars(_person_of(subject.id))).all())
    mentorship = await _mentorship(work, subject)
    found = await work.connection.scalars(
        select(tables.parties.c.person_id).where(tables.parties.c.mentorship_id == mentorship)
    )
    return set(found.all())


async def _home(work: Work, people: Collection[int]) -> int | None:
    """Where somebody takes part, for what is about them and no organisation."""
    members = tables.memberships.c
    places = select(members.organisation_id).where(members.person_id.in_(people), members.organisation_id.is_not(None))
    return cast(int | None, await work.connection.scalar(places.limit(1)))


def _person_of(membership: int) -> Select[Any]:
    return select(tables.memberships.c.person_id).where(tables.memberships.c.id == membership)


async def _mentorship(work: Work, subject: Subject) -> int | None:
    """The mentorship that a meeting, a plan, an item of one, a task or a question belongs to."""
    kept = {
        "meeting": tables.meetings,
        "plan": tables.plans,
        "task": tables.tasks,
        "help": tables.help_requests,
        "help_request": tables.help_requests,
        "series": tables.meeting_series,
        "proposal": tables.meetings,
    }
    if subject.kind == "mentorship":
        return subject.id
    if subject.kind == "plan_item":
        plans, items = tables.plans, tables.plan_items
        query = select(plans.c.mentorship_id).join(items, items.c.plan_id == plans.c.id).where(items.c.id == subject.id)
        return cast(int | None, await work.connection.scalar(query))
    if subject.kind not in kept:
        return None
    table = kept[subject.kind]
    return cast(int | None, await work.connection.scalar(select(table.c.mentorship_id).where(table.c.id == subject.id)))
