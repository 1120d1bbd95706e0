"""People: registered, imported, with Telegram or without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    ScalarSelect,
    Select,
    Text,
    bindparam,
    delete,
    distinct,
    exists,
    func,
    insert,
    select,
    true,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import OPEN_STATES, Side
from mentoring.names import find, plain
from mentoring.people import MembershipState, Person, Profile
from mentoring.roles import Category, Role
from storage.response_rows import UNFINISHED_STATES
from storage.tables import memberships, mentorships, parties, people, responses

_ALL = select(people)
_MANY = _ALL.where(people.c.id.in_(bindparam("ids", expanding=True)))
_BY_ID = _ALL.where(people.c.id == bindparam("number"))
_BY_TELEGRAM = _ALL.where(people.c.telegram_id == bindparam("number"))
NO_PROFILE = Profile()


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Whom a list shows; what is left out does not narrow it.

    `states` counts where organisations or roles are named. `part`: of the name, with
    slips of typing forgiven (`mentoring.names.find`). `telegram`: with or without.
    `organisations`: in any of them; of none there is nobody, so a list for somebody without rights is empty.
    Of the place itself: `area` is asked for or offered; `paused_on`: on a pause that day; `room`: a mentor who may take
    one more, with the programme's number for those who said none; `unpaired`: in no open mentorship in that role.
    """

    organisation_id: int | None = None
    roles: frozenset[Role] = frozenset()
    states: frozenset[MembershipState] = frozenset({MembershipState.APPROVED})
    part: str = ""
    telegram: bool | None = None
    category: Category | None = None
    school_class: str | None = None
    organisations: frozenset[int] | None = None
    area: str | None = None
    paused_on: date | None = None
    room: int | None = None
    unpaired: bool = False

    @property
    def by_membership(self) -> bool:
        place = (self.organisation_id, self.organisations, self.area, self.paused_on, self.room)
        return any(wanted is not None for wanted in place) or self.unpaired or bool(self.roles)


def person(row: Row[Any]) -> Person:
    """The value of a row of `people`."""
    profile = Profile(row.school_class, row.post, row.subject, row.career_start, row.hired_here, row.workplace)
    return Person(
        row.id,
        row.telegram_id,
        row.name,
        row.birth,
        Category(row.category) if row.category else None,
        profile,
        row.language,
        row.zone,
        row.registered_at,
        tuple(row.speaks or ()),
        row.entered_by,
    )


def _columns(of: Person) -> dict[str, Any]:
    """What `people` stores of a person, but id and time of registration."""
    return {
        "telegram_id": of.telegram_id,
        "name": of.name,
        "search": plain(of.name),
        "birth": of.birth,
        "category": of.category.value if of.category else None,
        "school_class": of.profile.school_class,
        "post": of.profile.post,
        "subject": of.profile.subject,
        "career_start": of.profile.career_start,
        "hired_here": of.profile.hired_here,
        "workplace": of.profile.workplace,
        "language": of.language,
        "zone": of.zone,
        "speaks": of.speaks or None,
        "entered_by": of.entered_by,
    }


class People:
    """Everybody known by name."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self,
        name: str,
        *,
        telegram_id: int | None = None,
        birth: date | None = None,
        category: Category | None = None,
        profile: Profile = NO_PROFILE,
        language: str = "ru",
        zone: str | None = None,
        speaks: tuple[str, ...] = (),
        entered_by: int | None = None,
    ) -> Person:
        """A new person, registered now. A `telegram_id` of somebody known raises IntegrityError: look before."""
        new = Person(0, telegram_id, name, birth, category, profile, language, zone, self._now, speaks, entered_by)
        statement = insert(people).values(registered_at=self._now, **_columns(new)).returning(people.c.id)
        return replace(new, id=(await self._connection.execute(statement)).scalar_one())

    async def get(self, person_id: int) -> Person | None:
        return await self._one(_BY_ID, person_id)

    async def by_telegram(self, telegram_id: int) -> Person | None:
        return await self._one(_BY_TELEGRAM, telegram_id)

    async def _one(self, query: Select[Any], number: int) -> Person | None:
        row = (await self._connection.execute(query, {"number": number})).one_or_none()
        return person(row) if row else None

    async def many(self, ids: Iterable[int]) -> dict[int, Person]:
        """Those of `ids` that exist, by id."""
        found = await self._connection.execute(_MANY, {"ids": list(set(ids))})
        return {row.id: person(row) for row in found}

    async def save(self, changed: Person) -> None:
        """Stores every field of a known person but the time of registration (`dataclasses.replace` makes `changed`)."""
        await self._connection.execute(update(people).where(people.c.id == changed.id).values(**_columns(changed)))

    async def attach(self, person_id: int, telegram_id: int) -> bool:
        """Gives a person without Telegram their account; False where they have one already.

        What they were asked before waits there from now on, unless somebody is typing their paper answers in.
        """
        changed = await self._connection.execute(
            update(people)
            .where(people.c.id == person_id, people.c.telegram_id.is_(None))
            .values(telegram_id=telegram_id)
        )
        if changed.rowcount != 1:
            return False
        asked = (responses.c.person_id == person_id) & responses.c.chat_id.is_(None) & (responses.c.kind == "survey")
        waits = responses.c.state.in_(UNFINISHED_STATES)
        await self._connection.execute(update(responses).where(asked, waits).values(chat_id=telegram_id))
        return True

    async def detach(self, person_id: int) -> None:
        """The person takes part without Telegram from now on."""
        await self._connection.execute(update(people).where(people.c.id == person_id).values(telegram_id=None))

    async def erase(self, person_id: int) -> None:
        """Deletes the person with memberships, consents, guardianships, places in mentorships and answers.

        After the commit call `Database.forget_deleted()`.
        """
        await self._connection.execute(delete(people).where(people.c.id == person_id))

    async def count(self) -> int:
        return await self._connection.scalar(select(func.count()).select_from(people)) or 0

    async def page(self, which: PeopleFilter, *, offset: int = 0, limit: int = 10) -> tuple[tuple[Person, ...], int]:
        """One page by name, each person once however many roles they have, and how many there are in all.

        Where a part of a name is sought, whose name has it stands first, then whose name is near it.
        """
        if which.part.strip():
            return await self._sought(which, offset, limit)
        matching = _matching(which)
        total = await self._connection.scalar(select(func.count()).select_from(people).where(matching))
        found = await self._connection.execute(
            _ALL.where(matching).order_by(people.c.search, people.c.id).offset(offset).limit(limit)
        )
        return tuple(person(row) for row in found), total or 0

    async def _sought(self, which: PeopleFilter, offset: int, limit: int) -> tuple[tuple[Person, ...], int]:
        found = await self._connection.execute(
            select(people.c.id, people.c.search).where(_matching(which)).order_by(people.c.search, people.c.id)
        )
        ids = find(which.part, {row.id: row.search for row in found})
        shown = ids[offset : offset + limit]
        known = await self.many(shown)
        return tuple(known[one] for one in shown), len(ids)

    async def classes(self, which: PeopleFilter) -> tuple[str, ...]:
        """The classes that those people are in, each once."""
        found = await self._connection.execute(
            select(people.c.school_class)
            .where(_matching(which), people.c.school_class.is_not(None))
            .group_by(people.c.school_class)
            .order_by(func.length(people.c.school_class), people.c.school_class)
        )
        return tuple(found.scalars())


def _matching(which: PeopleFilter) -> ColumnElement[bool]:
    """Everything but the part of the name."""
    matching: ColumnElement[bool] = true()
    if which.telegram is not None:
        matching &= people.c.telegram_id.is_not(None) if which.telegram else people.c.telegram_id.is_(None)
    if which.category is not None:
        matching &= people.c.category == which.category.value
    if which.school_class is not None:
        matching &= people.c.school_class == which.school_class
    return matching & _placed(which) if which.by_membership else matching


def _placed(which: PeopleFilter) -> ColumnElement[bool]:
    """The person has a place such as the filter wants."""
    place = exists().where(
        memberships.c.person_id == people.c.id,
        memberships.c.state.in_([state.value for state in which.states]),
    )
    if which.organisation_id is not None:
        place = place.where(memberships.c.organisation_id == which.organisation_id)
    if which.organisations is not None:
        place = place.where(memberships.c.organisation_id.in_(which.organisations))
    if which.roles:
        place = place.where(memberships.c.role.in_([role.value for role in which.roles]))
    if which.area is not None:
        place = place.where(type_coerce(memberships.c.areas, Text).contains(f'"{which.area}"', autoescape=True))
    if which.paused_on is not None:
        until = memberships.c.paused_until
        place = place.where(memberships.c.paused_from <= which.paused_on, until.is_(None) | (until > which.paused_on))
    if which.unpaired:
        place = place.where(~exists().where(_joined(parties), parties.c.side == memberships.c.role))
    if which.room is not None:
        place = place.where(_mentees() < func.coalesce(memberships.c.capacity, which.room))
    return place


def _joined(party: FromClause) -> ColumnElement[bool]:
    """The person of a membership stands in an open mentorship."""
    joined = (party.c.person_id == memberships.c.person_id) & (party.c.mentorship_id == mentorships.c.id)
    return joined & mentorships.c.state.in_([state.value for state in OPEN_STATES])


def _mentees() -> ScalarSelect[int]:
    """How many people the mentor of a membership has in open mentorships."""
    own, facing = parties.alias("own"), parties.alias("facing")
    return (
        select(func.count(distinct(facing.c.person_id)))
        .select_from(
            mentorships.join(own, own.c.mentorship_id == mentorships.c.id).join(
                facing, facing.c.mentorship_id == mentorships.c.id
            )
        )
        .where(_joined(own), own.c.side == Side.MENTOR.value, facing.c.side == Side.MENTEE.value)
        .correlate(memberships)
        .scalar_subquery()
    )
