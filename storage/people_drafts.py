"""Lists of people: what was read out of a file until it is taken in, and the base it is compared with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.imports import Entry
from mentoring.names import plain
from mentoring.people import MembershipState, Person
from mentoring.roles import PARTICIPANTS, Role
from mentoring.same_people import Known, Match
from storage.people import person
from storage.tables import memberships, people, people_drafts


@dataclass(frozen=True, slots=True)
class PeopleDraft:
    """A list that was read and is not taken in yet. `body`: JSON as `reports.people_list.read_people` gives it."""

    id: int
    chat_id: int
    organisation_id: int
    body: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the base who has not come yet, with the role they are put down for."""

    membership_id: int
    person: Person
    role: Role


class PeopleDrafts:
    """One draft a chat, the newest; the people of a list are written all together."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # --- what was read ------------------------------------------------------------------------------------------------

    async def keep(self, chat_id: int, organisation_id: int, body: str) -> int:
        """Keep what was read in place of what the chat had before; gives the draft's id."""
        await self._connection.execute(delete(people_drafts).where(people_drafts.c.chat_id == chat_id))
        values = {"chat_id": chat_id, "organisation_id": organisation_id, "body": body, "read_at": self._now}
        made = await self._connection.execute(insert(people_drafts).values(values).returning(people_drafts.c.id))
        kept: int = made.scalar_one()
        return kept

    async def get(self, draft_id: int) -> PeopleDraft | None:
        row = (
            await self._connection.execute(select(people_drafts).where(people_drafts.c.id == draft_id))
        ).one_or_none()
        return PeopleDraft(row.id, row.chat_id, row.organisation_id, row.body, row.read_at) if row else None

    async def drop(self, draft_id: int) -> bool:
        """Forget a draft; False: gone already. Of two presses at once one takes the list in."""
        dropped = await self._connection.execute(delete(people_drafts).where(people_drafts.c.id == draft_id))
        return dropped.rowcount == 1

    # --- the base -----------------------------------------------------------------------------------------------------

    async def known(self, organisation_id: int) -> tuple[Known, ...]:
        """Everybody with a place in the organisation, whatever its state, as far as a list is compared with them."""
        found = await self._connection.execute(
            select(people.c.id, people.c.name, people.c.birth, people.c.school_class, people.c.post, memberships.c.role)
            .join(memberships, memberships.c.person_id == people.c.id)
            .where(memberships.c.organisation_id == organisation_id)
            .order_by(people.c.id)
        )
        kept: dict[int, Known] = {}
        for row in found:
            before = kept[row.id].roles if row.id in kept else frozenset()
            place = plain(row.school_class or row.post or "")
            kept[row.id] = Known(row.id, row.name, row.birth, place, before | {Role(row.role)})
        return tuple(kept.values())

    async def take_in(self, organisation_id: int, matches: Sequence[Match], by: int | None) -> int:
        """Put down everybody of a list who is not known, and the roles that are new; gives how many people came new."""
        fresh = {
            place: each.entry for place, each in enumerate(matches) if each.person_id is None and each.first == place
        }
        ids = dict(zip(fresh, await self._add(list(fresh.values()), by), strict=True))
        places = [
            {
                "person_id": each.person_id or ids[each.first],
                "organisation_id": organisation_id,
                "role": each.entry.role.value,
                "state": MembershipState.LISTED.value,
                "areas": (),
                "applied_at": self._now,
            }
            for each in matches
            if each.enlists
        ]
        if places:
            await self._connection.execute(insert(memberships), places)
        for each in matches:
            if each.person_id is not None:
                await self._fill(each.person_id, each.entry)
        return len(ids)

    async def _add(self, entries: Sequence[Entry], by: int | None) -> list[int]:
        if not entries:
            return []
        rows = [
            {
                "name": each.name,
                "search": plain(each.name),
                "birth": each.birth,
                "category": each.category.value,
                "school_class": each.profile.school_class,
                "post": each.profile.post,
                "workplace": each.profile.workplace,
                "language": "ru",
                "registered_at": self._now,
                "entered_by": by,
            }
            for each in entries
        ]
        made = await self._connection.execute(insert(people).returning(people.c.id, sort_by_parameter_order=True), rows)
        return list(made.scalars())

    async def _fill(self, person_id: int, entry: Entry) -> None:
        """A corrected list tells what was missing about somebody who has not come yet."""
        if entry.birth is None:
            return
        came = select(memberships.c.person_id).where(memberships.c.state != MembershipState.LISTED.value)
        await self._connection.execute(
            update(people)
            .where(
                people.c.id == person_id,
                people.c.birth.is_(None),
                people.c.telegram_id.is_(None),
                people.c.id.not_in(came),
            )
            .values(birth=entry.birth)
        )

    async def listed(self, organisation_id: int, *, offset: int = 0, limit: int | None = None) -> tuple[Listed, ...]:
        """Who is put down and has not come, by name, each once."""
        here = (
            (memberships.c.organisation_id == organisation_id)
            & (memberships.c.state == MembershipState.LISTED.value)
            & people.c.telegram_id.is_(None)
        )
        found = await self._connection.execute(
            select(people, memberships.c.id.label("membership_id"), memberships.c.role)
            .join(memberships, memberships.c.person_id == people.c.id)
            .where(here)
            .order_by(people.c.search, people.c.id, memberships.c.id)
        )
        each: dict[int, Listed] = {}
        for row in found:
            each.setdefault(row.id, Listed(row.membership_id, person(row), Role(row.role)))
        return tuple(each.values())[offset : None if limit is None else offset + limit]

    async def same(
        self, organisation_id: int, name: str, *, birth: date | None, place: str, roles: Collection[Role] = PARTICIPANTS
    ) -> Person | None:
        """The one person put down here without Telegram whom this name, birth date and class or post mean.

        None where there is none, or several: then the curator decides.
        """
        found = await self._connection.execute(
            select(people)
            .join(memberships, memberships.c.person_id == people.c.id)
            .where(
                memberships.c.organisation_id == organisation_id,
                memberships.c.state == MembershipState.LISTED.value,
                memberships.c.role.in_([role.value for role in roles]),
                people.c.telegram_id.is_(None),
                people.c.search == plain(name),
            )
            .order_by(people.c.id)
        )
        fitting = {row.id: person(row) for row in found}
        meant = [one for one in fitting.values() if _means(one, birth, place)]
        return meant[0] if len(meant) == 1 else None


def _means(one: Person, birth: date | None, place: str) -> bool:
    if one.birth is not None and birth is not None:
        return one.birth == birth
    return plain(one.profile.school_class or one.profile.post or "") == plain(place)
