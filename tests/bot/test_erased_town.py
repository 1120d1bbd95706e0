"""A town that has lived a while: whoever is erased leaves no name anywhere, and the counts of what was stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.demo_life import live
from bot.demo_town import town
from mentoring.names import plain
from mentoring.periods import Span
from mentoring.roles import Role
from services import erasure_duty, summary, withdrawal
from services.desk import Desk, House
from storage.engine import Database
from storage.tables import parties, people
from tests.conversations.world import house_of
from tests.storage.nameless import dump, read

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


async def told(database: Database, house: House, chat: int) -> list[object]:
    """What a curator's summaries say of meetings and answers, span by span."""
    found: list[object] = []
    async with database.read(NOW) as work:
        desk = Desk(work, house, await work.chats.actor(chat), NOW)
        seen = await summary.view(desk, (await summary.choices(desk))[0].id)
        for span in (Span.MONTH, Span.QUARTER, Span.YEAR):
            found.append((await summary.numbers(desk, seen, summary.last(desk, seen, span))).participation)
    return found


async def finish(database: Database, house: House, now: datetime) -> None:
    """As many ticks as the duty asks for."""
    for _ in range(500):
        async with database.write(now) as work:
            desk = Desk(work, house, await work.chats.actor(0), now)
            due = await erasure_duty.duty(desk)
        if due is None or due > now:
            return
    raise AssertionError("the duty does not come to rest")


async def test_whoever_is_erased_leaves_no_name_and_the_counts_stay(database: Database) -> None:
    house = house_of("kyzyl", "mentoring_bot", school_year=2026)
    souls = town(house.programme, NOW.date())
    await live(database, house, souls, NOW)
    curator = souls.staff[0].chat
    before = await told(database, house, curator)
    async with database.write(NOW) as work:
        mentored = select(people.c.id).join(parties, parties.c.person_id == people.c.id)
        chosen = (
            await work.connection.execute(
                select(people).where(
                    people.c.id.in_(mentored.where(parties.c.side == Role.MENTEE.value)),
                    people.c.telegram_id.is_not(None),
                )
            )
        ).first()
        assert chosen is not None
        desk = Desk(work, house, await work.chats.actor(chosen.telegram_id), NOW)
        await withdrawal.withdraw(desk, chosen.id, at_once=True)
    await finish(database, house, NOW + timedelta(hours=2))
    surname, first, *_ = chosen.name.split()
    for name, rows in (await dump(database)).items():
        for part in (chosen.name, f"{surname} {first}", f"{first} {surname}", plain(chosen.name)):
            assert part not in str(rows), name
    if database.path is not None:
        assert chosen.name.encode() not in read(database)
    assert await told(database, house, curator) == before
