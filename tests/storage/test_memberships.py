"""Roles: asked for, decided once, given up, asked for anew."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from mentoring.people import Membership, MembershipState, OrganisationKind
from mentoring.roles import Role
from storage.engine import Database
from storage.tables import memberships
from storage.work import Work
from tests.databases import NOW


async def place(work: Work) -> tuple[int, int]:
    """An organisation and a person."""
    organisation = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")
    return organisation.id, (await work.people.add("Имя")).id


async def test_apply_and_approve(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        asked = await work.memberships.apply(person, school, Role.MENTEE, areas=["sport", "it"], request="Помощь")
        assert asked == Membership(
            asked.id, person, school, Role.MENTEE, MembershipState.APPLIED, ("sport", "it"), "Помощь"
        )
        assert await work.memberships.approve(asked.id, by=9)
        known = await work.memberships.get(asked.id)
        assert known
        assert (known.state, known.decided_by, known.decided_at) == (MembershipState.APPROVED, 9, NOW)
        assert await work.memberships.apply(person, school, Role.MENTEE, areas=["x"]) == known


async def test_of_two_curators_at_once_one_decides(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        asked = await work.memberships.apply(person, school, Role.MENTOR)

    async def approve() -> bool:
        async with database.write(NOW) as work:
            await work.lock(1)
            return await work.memberships.approve(asked.id, by=1)

    async def refuse() -> bool:
        async with database.write(NOW) as work:
            await work.lock(2)
            return await work.memberships.refuse(asked.id, by=2, reason="нет мест")

    assert sorted(await asyncio.gather(approve(), refuse())) == [False, True]


async def test_who_was_refused_may_ask_anew(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        asked = await work.memberships.apply(person, school, Role.MENTOR)
        assert await work.memberships.refuse(asked.id, by=2, reason="нет мест")
        refused = await work.memberships.find(person, school, Role.MENTOR)
        assert refused
        assert (refused.state, refused.reason) == (MembershipState.REFUSED, "нет мест")
        again = await work.memberships.apply(person, school, Role.MENTOR, request="снова")
    assert (again.id, again.state) == (asked.id, MembershipState.APPLIED)
    assert (again.reason, again.decided_by, again.request) == (None, None, "снова")


async def test_leaving(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        given = await work.memberships.grant(person, school, Role.CURATOR, by=3)
        assert (given.state, given.decided_by) == (MembershipState.APPROVED, 3)
        assert await work.memberships.leave(given.id)
        assert not await work.memberships.leave(given.id)
        assert not await work.memberships.approve(given.id, by=1)
        assert (await work.memberships.grant(person, school, Role.CURATOR)).state is MembershipState.APPROVED


async def test_the_municipality_is_one_place_too(database: Database) -> None:
    async with database.write(NOW) as work:
        _, person = await place(work)
        given = await work.memberships.grant(person, None, Role.COORDINATOR)
        assert await work.memberships.grant(person, None, Role.COORDINATOR) == given
        assert await work.memberships.holders(Role.COORDINATOR, None) == (given,)
    with pytest.raises(IntegrityError):
        async with database.write(NOW) as work:
            await work.connection.execute(
                insert(memberships).values(
                    person_id=person, role="coordinator", state="approved", areas=[], applied_at=NOW
                )
            )


async def test_holders_and_what_somebody_is(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        other = (await work.people.add("Другой")).id
        mentor = await work.memberships.grant(person, school, Role.MENTOR)
        waiting = await work.memberships.apply(other, school, Role.MENTOR)
        mentee = await work.memberships.apply(person, school, Role.MENTEE)
        assert await work.memberships.holders(Role.MENTOR, school) == (mentor,)
        applied = MembershipState.APPLIED
        assert await work.memberships.holders(Role.MENTOR, school, state=applied) == (waiting,)
        assert await work.memberships.of_person(person) == (mentor, mentee)
        assert await work.memberships.of_people([person, other]) == {person: (mentor, mentee), other: (waiting,)}
        assert await work.memberships.of_person(999) == ()


async def test_who_waits_longest_comes_first(database: Database) -> None:
    async with database.write(NOW) as work:
        school, first = await place(work)
        second = (await work.people.add("Второй")).id
        await work.memberships.apply(second, school, Role.MENTOR)
    async with database.write(NOW - timedelta(days=1)) as work:
        await work.memberships.apply(first, school, Role.MENTOR)
    async with database.read(NOW) as work:
        waiting, total = await work.memberships.applicants([school])
        assert ([one.person_id for one in waiting], total) == ([first, second], 2)
        waiting, total = await work.memberships.applicants([school], offset=1, limit=1)
        assert ([one.person_id for one in waiting], total) == ([second], 2)
        assert await work.memberships.applicants([]) == ((), 0)


async def test_areas_and_request_change(database: Database) -> None:
    async with database.write(NOW) as work:
        school, person = await place(work)
        asked = await work.memberships.apply(person, school, Role.MENTEE, request="старое")
        changed = Membership(asked.id, person, school, Role.MENTEE, asked.state, ("art",), "новое")
        await work.memberships.save(changed)
        assert await work.memberships.get(asked.id) == changed
