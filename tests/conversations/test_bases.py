"""The dated bases: looked through by the curator, who is reminded once a term."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.people import OrganisationKind
from mentoring.roles import Category, Role
from tests.conversations.digest_month import digests
from tests.conversations.pairs import taps_door
from tests.conversations.world import World


@pytest.mark.programme("tver-school-14", datetime(2027, 8, 1, 5, 58, tzinfo=UTC))
async def test_a_base_is_looked_through_and_falls_due_again(world: World) -> None:
    """Tver: August and September of every year (section 9, stages 2 and 3)."""
    async with world.database.write(datetime(2026, 11, 2, 9, 0, tzinfo=UTC)) as work:
        school = await work.organisations.add("Школа № 14", OrganisationKind.SCHOOL, "Europe/Moscow")
        known = await work.people.add("Громов Олег Ильич", category=Category.TEACHER)
        await work.memberships.grant(known.id, school.id, Role.MENTOR)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, _ = await world.member("Серов Юрий Ильич", Role.MENTOR, school)
    await curator.says("/menu")
    await taps_door(curator, "Базы")
    await curator.sees("Наставляемые: 0", "Наставники: 2", "Ещё не просматривали", "Не менялись с начала срока: 1")
    await curator.taps("Давние наставники")
    await curator.sees("1. Громов Олег Ильич — с 2 ноября 2026", "2. Серов Юрий Ильич — с 1 августа 2027")
    await curator.taps("1")
    await curator.sees("Громов Олег Ильич")
    await world.advance(timedelta(hours=30))  # the first of August is a Sunday
    assert ["Пора просмотреть базы — до 30 сентября 2027: Школа № 14" in text for text in digests(curator)] == [True]
    await curator.taps("К базам")
    await curator.sees("Не менялись с начала срока: 1")
    await mentor.presses_old(mentor.screens[-1].message_id, f"base.review:{school.id}:mentor")
    await mentor.presses_old(mentor.screens[-1].message_id, f"base.in:{school.id}")
    await mentor.never_sees("Базы: Школа")
    await curator.taps("Наставники просмотрены")
    await curator.toasted("просмотрено сегодня")
    await curator.sees("Просмотрено 2 августа 2027, Ветрова Анна Львовна")
    await curator.sees_no("Не менялись")
    await world.machine.jobs.close()
    await world.machine.bot.session.close()
