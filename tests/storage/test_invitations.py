"""Links: the token is never stored, a personal one lets in one person once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import select

from mentoring.invitations import ORGANISATION_TERM, PERSONAL_TERM, Invitation, Refusal
from mentoring.people import OrganisationKind
from mentoring.roles import Role
from storage.engine import Database
from storage.tables import invitations
from storage.work import Work
from tests.databases import NOW
from tests.storage.drafts import draft


async def school(work: Work) -> int:
    return (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id


async def known(work: Work, token: str) -> Invitation:
    found = await work.invitations.find(token)
    assert found is not None
    return found


async def test_a_link_is_found_by_its_token_alone(database: Database) -> None:
    async with database.write(NOW) as work:
        here = await school(work)
        token = await work.invitations.create(Role.CURATOR, here, created_by=4)
        link = await known(work, token)
        assert link == Invitation(link.id, here, Role.CURATOR, 4, NOW, NOW + PERSONAL_TERM)
        assert await work.invitations.get(link.id) == link
        assert await work.invitations.find(token + "x") is None
        rows = (await work.connection.execute(select(invitations))).all()
    assert len(token) == 22
    assert token not in str(rows)


async def test_a_personal_link_is_spent_by_the_first(database: Database) -> None:
    async with database.write(NOW) as work:
        link = await known(work, await work.invitations.create(Role.COORDINATOR, None))

    async def use(chat: int) -> bool:
        async with database.write(NOW) as work:
            await work.lock(chat)
            return await work.invitations.use(link, chat)

    assert sorted(await asyncio.gather(use(1), use(2), use(3))) == [False, False, True]
    async with database.read(NOW) as work:
        spent = await work.invitations.get(link.id)
    assert spent
    assert spent.refusal(NOW) is Refusal.USED


async def test_an_organisations_link_lets_in_many_until_it_is_revoked(database: Database) -> None:
    async with database.write(NOW) as work:
        here = await school(work)
        link = await known(work, await work.invitations.create(None, here))
        assert link.expires_at == NOW + ORGANISATION_TERM
        assert [await work.invitations.use(link, chat) for chat in (1, 2)] == [True, True]
        assert await work.invitations.open_links(here) == (link,)
        assert await work.invitations.revoke(link.id)
        assert not await work.invitations.revoke(link.id)
        assert not await work.invitations.use(link, 3)
        assert await work.invitations.open_links(here) == ()


async def test_time_runs_out(database: Database) -> None:
    async with database.write(NOW) as work:
        token = await work.invitations.create(Role.HEAD, None, term=timedelta(hours=1))
    async with database.write(NOW + timedelta(hours=1)) as work:
        link = await known(work, token)
        assert link.refusal(work.now) is Refusal.EXPIRED
        assert not await work.invitations.use(link, 1)


async def test_a_childs_links_for_the_guardian(database: Database) -> None:
    async with database.write(NOW) as work:
        response = await draft(work)
        link = await known(work, await work.invitations.create(Role.GUARDIAN, None, response_id=response))
        assert await work.invitations.for_response(response) == (link,)
        assert await work.invitations.for_response(response + 1) == ()
