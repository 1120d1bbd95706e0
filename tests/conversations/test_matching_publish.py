"""Publishing many: the rest goes out with the tick, by day, by turns; what can't be any more is told by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from mentoring.access import Actor
from mentoring.consents import ConsentKind
from mentoring.matching_codec import written
from mentoring.matching_records import Matching, MatchingState, Tally, Thought
from mentoring.mentorships import Form, Side
from mentoring.people import Organisation
from mentoring.roles import Category, Role
from services import matching_publish
from services.desk import Desk
from simulator.phones import Phone
from storage.tables import matchings
from storage.work import Work
from tests.conversations.matching_school import MatchingSchool
from tests.conversations.world import World

MORNING = datetime(2026, 9, 2, 5, 0, tzinfo=UTC)
"""08:00 in Moscow, when the quiet hours end."""


@dataclass(frozen=True, slots=True)
class Large:
    """A curator's matching of many pairs, computed; ids of the mentees, each of whom has a mentor of their own."""

    world: World
    place: Organisation
    curator: Phone
    matching: int
    mentees: tuple[int, ...]

    async def publishes(self) -> None:
        await self.curator.presses_old(self.curator.screen.message_id, f"match.publish:{self.matching}")
        await self.curator.taps("Да, предложить всем")

    async def tally(self) -> tuple[MatchingState, Tally]:
        async with self.world.work() as work:
            found = await work.matchings.get(self.matching)
            assert found is not None
            return found.state, await work.matchings.tally(self.matching)

    async def rests(self, mentee: int) -> None:
        async with self.world.work() as work:
            membership = await work.memberships.find(mentee, self.place.id, Role.MENTEE)
            assert membership is not None
            await work.memberships.pause(membership.id, since=date(2026, 9, 1), until=None)


async def large(world: World, many: int, name: str = "Школа № 14") -> Large:
    """Everybody is in the base without Telegram: nothing but the curator's phone is to be looked at."""
    place = await world.organisation(name)
    curator, _ = await world.member(f"Ветрова Анна {name[-2:]}", Role.CURATOR, place)
    async with world.work() as work:
        mentees = [await _teacher(work, place, f"Ученица № {one}", Role.MENTEE) for one in range(many)]
        mentors = [await _teacher(work, place, f"Наставница № {one}", Role.MENTOR) for one in range(many)]
        new = Matching(
            *(0, place.id, Form.TEACHER_TEACHER, "experienced-young", "individual"),
            *(date(2026, 9, 1), date(2027, 5, 31), MatchingState.DRAFT, 1, work.now),
        )
        made = await work.matchings.get(await work.matchings.add(new))
        assert made is not None
        await work.matchings.choose(made.id, Side.MENTEE, mentees)
        await work.matchings.choose(made.id, Side.MENTOR, mentors)
        assert await work.matchings.computed(made)
        thought = written(Thought())
        pairs = [(mentee, mentor, 70, thought) for mentee, mentor in zip(mentees, mentors, strict=True)]
        await work.matchings.replace(made.id, pairs)
    return Large(world, place, curator, made.id, tuple(mentees))


async def _teacher(work: Work, place: Organisation, name: str, role: Role) -> int:
    born = date(2001, 3, 4) if role is Role.MENTEE else date(1980, 1, 2)
    person = await work.people.add(name, birth=born, category=Category.TEACHER)
    await work.memberships.grant(person.id, place.id, role)
    for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
        await work.consents.give(person.id, kind, 1, given_by=person.id)
    return person.id


async def test_the_rest_goes_out_with_the_tick_and_who_cannot_be_is_named(world: World) -> None:
    school = await large(world, 25)
    await school.publishes()
    await school.curator.sees("Публикуем", "Предложено: 20, осталось: 5", "уйдут сами, по нескольку сразу")
    await school.rests(school.mentees[22])
    await world.advance(timedelta(minutes=1))
    await school.curator.sees(
        "Подбор опубликован", "Предложено наставляемым: 24, не получилось: 1", "• Ученица № 22: ", "на паузе"
    )
    state, tally = await school.tally()
    assert (state, tally.published, tally.dropped, tally.open) == (MatchingState.PUBLISHED, 24, 1, 0)
    await school.curator.taps("Без пары: 1")
    await school.curator.sees("Ученица № 22 — не удалось предложить")
    async with world.work() as work:
        led = [one.mentees[0] for one in await work.mentorships.of_people(school.mentees)]
    assert sorted(led) == sorted(set(school.mentees) - {school.mentees[22]})


async def test_at_night_the_rest_waits_for_the_morning(world: World) -> None:
    school = await large(world, 22)
    await world.until(datetime(2026, 9, 1, 19, 30, tzinfo=UTC))
    await school.publishes()
    await school.curator.sees("осталось: 2", "утром, когда кончатся тихие часы")
    await world.until(MORNING - timedelta(minutes=1))
    assert (await school.tally())[1].open == 2
    await world.until(MORNING)
    await school.curator.sees("Подбор опубликован", "Предложено наставляемым: 22")


async def test_what_the_programme_has_no_more_is_told_and_holds_up_nobody(world: World) -> None:
    first, second = await large(world, 21), await large(world, 21, "Школа № 15")
    for school in (first, second):
        await school.publishes()
    async with world.work() as work:  # as after a start with an edited programme: its kind is gone
        gone = {"kind": "gone", "starts": "2026-09-01", "ends": "2027-05-31", "published_by": 1}
        await work.connection.execute(update(matchings).where(matchings.c.id == first.matching).values(settings=gone))
    await world.advance(timedelta(minutes=1))
    await first.curator.sees("не получилось: 1", "• Ученица № 20: Формы, модели или вида этого подбора больше нет")
    await second.curator.sees("Подбор опубликован", "Предложено наставляемым: 21, не получилось: 0")


async def test_publications_take_turns_so_that_one_that_fails_starves_none(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching_publish, "AT_ONCE", 2)
    first, second = await large(world, 5), await large(world, 5, "Школа № 15")
    async with world.work() as work:
        for school in (first, second):
            ready = await work.matchings.get(school.matching)
            assert ready is not None
            assert await work.matchings.publish(ready, 1)
    served: list[tuple[int, int]] = []
    for minute in range(4):
        async with world.work() as work:
            now = MORNING + timedelta(minutes=minute)
            await matching_publish.duty(Desk(work, world.machine.house, Actor(0, None), now))
            tallies = [await work.matchings.tally(school.matching) for school in (first, second)]
            served.append((tallies[0].published, tallies[1].published))
    assert served in ([(2, 0), (2, 2), (4, 2), (4, 4)], [(0, 2), (2, 2), (2, 4), (4, 4)])


async def test_of_two_curators_the_one_who_looked_at_older_pairs_is_told(world: World) -> None:
    school = await MatchingSchool.open(world)
    second, _ = await world.member("Лапина Ольга Юрьевна", Role.CURATOR, school.place)
    await school.computed()
    await school.curator.taps("Открыть подбор")
    await school.curator.taps("Опубликовать")
    await second.says("/match")
    await second.taps("1")
    await second.taps("Подобрать заново")
    await second.sees("Пары подобраны")
    await school.curator.taps("Да, предложить всем")
    await school.curator.sees("пары подобрали заново")
    assert await school.mentorships() == ()
    await second.taps("Открыть подбор")
    await second.taps("Опубликовать")
    await second.taps("Да, предложить всем")
    await second.sees("Опубликовано")


async def test_a_computation_that_began_earlier_does_not_undo_a_newer_one(world: World) -> None:
    school = await MatchingSchool.open(world)
    await school.computed()
    async with world.work() as work:
        read = await work.matchings.get(1)
        assert read is not None
        assert await work.matchings.computed(read)  # a second curator's, begun at the same moment
        assert not await work.matchings.computed(read)
        after = await work.matchings.get(1)
        assert after is not None
    assert (after.round, after.state) == (2, MatchingState.READY)


async def test_the_way_back_from_a_proposal_leads_to_the_page_it_stands_on(world: World) -> None:
    school = await large(world, 14)
    curator = school.curator
    await curator.presses_old(curator.screen.message_id, f"match.card:{school.matching}")
    await curator.taps("Предложения: 14")
    await curator.taps("›")
    await curator.sees("Ученица № 6", "2 / 3")
    await curator.taps("2")
    await curator.taps("Закрепить")
    await curator.taps("Не соединять")
    await curator.taps("Назад")
    await curator.taps("Назад")
    await curator.sees("Ученица № 7", "2 / 3")
    await curator.taps("2")
    await curator.taps("Предложить")
    await curator.taps("Назад")
    await curator.sees("Ученица № 6", "Ученица № 8", "2 / 3")
    await curator.taps("1")
    await curator.taps("Убрать из подбора")
    await curator.sees("Ученица № 8", "2 / 3")
