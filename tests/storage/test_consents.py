"""Consents and guardians, before and after the person exists."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from mentoring.consents import Consent, ConsentKind
from mentoring.people import Guardianship
from storage.consents import Paper, WaitingConsent
from storage.engine import Database
from storage.tables import consents, responses
from storage.work import Work
from tests.databases import NOW
from tests.storage.drafts import draft

PROCESSING, PUBLICATION = ConsentKind.PROCESSING, ConsentKind.PUBLICATION


async def two(work: Work) -> tuple[int, int]:
    """A child and a parent."""
    return (await work.people.add("Ребёнок")).id, (await work.people.add("Родитель")).id


async def test_a_consent_is_given_and_withdrawn(database: Database) -> None:
    async with database.write(NOW) as work:
        child, parent = await two(work)
        first = await work.consents.give(child, PROCESSING, 1, given_by=parent)
        await work.consents.give(child, PUBLICATION, 1, given_by=parent)
        assert Consent(first, child, PROCESSING, 1, parent, NOW) in await work.consents.current(child)
    later = NOW + timedelta(days=1)
    async with database.write(later) as work:
        assert await work.consents.withdraw(child, PUBLICATION)
        assert not await work.consents.withdraw(child, PUBLICATION)
        assert [one.kind for one in await work.consents.current(child)] == [PROCESSING]
        assert [one.withdrawn_at for one in await work.consents.history(child)] == [None, later]


async def test_the_newest_of_each_giver_counts(database: Database) -> None:
    async with database.write(NOW) as work:
        child, parent = await two(work)
        await work.consents.give(child, PROCESSING, 1, given_by=parent)
        await work.consents.give(child, PROCESSING, 2, given_by=parent)
        await work.consents.give(child, PROCESSING, 2, given_by=child)
        current = await work.consents.current(child)
    assert {(one.given_by, one.version) for one in current} == {(parent, 2), (child, 2)}


async def test_paper(database: Database) -> None:
    paper = Paper(date(2026, 9, 1), "Иванова И. И.", recorded_by=7, file="AgAC")
    async with database.write(NOW) as work:
        child, parent = await two(work)
        await work.consents.give(child, PROCESSING, 1, given_by=parent, paper=paper)
        (given,) = await work.consents.current(child)
        giver = await work.connection.scalar(select(consents.c.paper_giver))
    assert (given.paper_date, given.paper_file, given.recorded_by) == (paper.date, "AgAC", 7)
    assert giver == paper.giver


async def test_what_waits_with_a_registration_moves_to_its_person(database: Database) -> None:
    async with database.write(NOW) as work:
        response = await draft(work)
        child, parent = await two(work)
        await work.consents.give_waiting(response, PROCESSING, 1, given_by=parent)
        await work.consents.give_waiting(response, PROCESSING, 1)
        await work.guardianships.put_waiting(response, parent, "mother", hears_of_meetings=False)
        assert await work.consents.waiting(response) == (
            WaitingConsent(PROCESSING, 1, parent, NOW),
            WaitingConsent(PROCESSING, 1, None, NOW),
        )
        assert await work.guardianships.waiting(response) == (parent,)
        assert await work.guardianships.of_guardian(parent) == ()
        assert await work.consents.move(response, child) == 2
        await work.guardianships.move(response, child)
        await work.connection.execute(delete(responses))
        assert {one.given_by for one in await work.consents.current(child)} == {parent, child}
        assert await work.guardianships.of_child(child) == (Guardianship(child, parent, "mother", False),)


async def test_a_registration_given_up_leaves_no_consent(database: Database) -> None:
    async with database.write(NOW) as work:
        response = await draft(work)
        await work.consents.give_waiting(response, PROCESSING, 1)
        assert await work.consents.withdraw_waiting(response)
        assert await work.consents.waiting(response) == ()
        await work.connection.execute(delete(responses))
        assert (await work.connection.execute(select(consents))).all() == []


async def test_a_consent_is_about_somebody(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write(NOW) as work:
            await work.connection.execute(insert(consents).values(kind="processing", version=1, given_at=NOW))


async def test_guardians(database: Database) -> None:
    async with database.write(NOW) as work:
        child, parent = await two(work)
        await work.guardianships.put(child, parent, "mother")
        await work.guardianships.put(child, parent, "guardian", hears_of_meetings=False)
        expected = (Guardianship(child, parent, "guardian", False),)
        assert await work.guardianships.of_child(child) == expected
        assert await work.guardianships.of_guardian(parent) == expected
        assert await work.guardianships.of_children({child, parent}) == expected
        assert await work.guardianships.remove(child, parent)
        assert not await work.guardianships.remove(child, parent)
