"""Campaigns when something changes under way: rights are lost, people leave, the bot was down, somebody was quicker."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from mentoring.consents import ConsentKind
from mentoring.people import Person
from mentoring.roles import Role
from services import results_files
from services.desk import Desk
from services.results_files import Sort
from services.results_view import View
from simulator.phones import Phone
from surveys.record import RecordState
from tests.conversations.test_campaigns import DECEMBER, MENTEES, School, answers, drafts, launches, school
from tests.conversations.world import World

pytestmark = pytest.mark.usefixtures("without_mondays")

__all__ = ["school"]


async def leaves(world: World, person: Person, role: Role, organisation_id: int | None) -> None:
    async with world.work() as work:
        held = await work.memberships.find(person.id, organisation_id, role)
        assert held is not None
        await work.memberships.leave(held.id)


async def himself(world: World, phone: Phone) -> Person:
    async with world.work() as work:
        actor = await work.chats.actor(phone.id)
        assert actor.person is not None
        return actor.person


async def test_who_leaves_is_neither_reminded_nor_named(school: School) -> None:
    world = school.world
    await launches(school)
    await leaves(world, school.people[0], Role.MENTEE, school.place.id)
    async with world.work() as work:
        await work.consents.withdraw(school.people[1].id, ConsentKind.PROCESSING)
    await world.advance(timedelta(days=3))
    for gone in school.mentees[:2]:
        await gone.never_sees("Напоминаем")
    assert [record.reminders for record in await school.asked()] == [0, 0, 1]
    await school.curator.presses_old(school.curator.screen.message_id, "campaign.unanswered:1")
    await school.curator.sees(MENTEES[2])
    for name in MENTEES[:2]:
        named = [screen.text for screen in school.curator.screens if name in screen.text]
        assert all(f"Согласие отозвано: {name}" in text for text in named)


async def test_whoever_consents_anew_is_reminded_again(school: School) -> None:
    world, person = school.world, school.people[0]
    await launches(school)
    async with world.work() as work:
        await work.consents.withdraw(person.id, ConsentKind.PARTICIPATION)
        await work.consents.give(person.id, ConsentKind.PARTICIPATION, 1, given_by=person.id)
    await world.advance(timedelta(days=3))
    assert [record.reminders for record in await school.asked()] == [1, 1, 1]


async def test_who_left_before_the_opening_is_not_asked(school: School) -> None:
    await drafts(school.curator)
    await leaves(school.world, school.people[0], Role.MENTEE, school.place.id)
    await school.curator.taps("Запустить")
    await school.world.advance(timedelta(seconds=1))
    assert {record.person_id for record in await school.asked()} == {one.id for one in school.people[1:]}


async def test_an_opening_that_was_cut_short_does_not_go_on_after_the_closing(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.campaign_running.AT_ONCE", 1)
    await drafts(school.curator)
    await school.curator.taps("Запустить")
    await school.world.machine.tick()
    before = len(await school.asked())
    assert 0 < before < len(MENTEES)
    school.world._clock.set(school.world.now + timedelta(days=30))
    await school.world.advance(timedelta(minutes=1))
    assert await school.states() == [RecordState.UNANSWERED] * before
    await school.mentees[-1].never_sees("Ответить")


async def test_a_campaign_that_closes_under_somebodys_hands(school: School) -> None:
    mentee = school.mentees[0]
    await launches(school)
    await mentee.taps("Ответить")
    await mentee.taps("9")
    await mentee.sees("Вопрос 2 из 2")
    await school.world.advance(timedelta(days=8))
    await mentee.taps("Пропустить")
    await mentee.sees("Здесь уже всё завершено")
    await mentee.says("Всё хорошо")
    await mentee.sees()
    assert await school.states() == [RecordState.UNANSWERED] * 3


async def test_who_is_curator_no_more_types_no_paper_answers_in(school: School) -> None:
    world, curator = school.world, school.curator
    other, _ = await world.member("Ильина Вера Олеговна", Role.CURATOR, school.place)
    async with world.work() as work:
        await work.people.detach(school.people[0].id)
    await launches(school)
    await curator.taps("Ввести с бумаги")
    await curator.taps(MENTEES[0])
    await curator.sees("Вопрос 1 из 2")
    asked = curator.screen.message_id
    (record,) = [one for one in await school.asked() if one.person_id == school.people[0].id]
    await other.presses_old(other.screen.message_id, f"paper.enter:{record.id}")
    await other.sees("кто-то другой")
    await leaves(world, await himself(world, curator), Role.CURATOR, school.place.id)
    await curator.taps("8", message=asked)
    await curator.sees("Это вам недоступно")
    await curator.says("/cancel")
    await curator.says("/menu")
    await curator.sees_no("Это вам недоступно")
    await other.presses_old(other.screen.message_id, f"paper.enter:{record.id}")
    await other.sees("Вводите с бумаги", "Вопрос 1 из 2")


async def test_only_answers_of_a_campaign_are_typed_in(school: School) -> None:
    """What a curator observes about somebody without Telegram is no paper answer of theirs."""
    world = school.world
    async with world.work() as work:
        await work.people.detach(school.people[0].id)
        await work.connection.execute(
            text(
                "INSERT INTO responses (chat_id, person_id, organisation_id, definition, version, kind, state, skipped,"
                " marks, anonymous, asked_at, entered_by)"
                f" VALUES (1, {school.people[0].id}, {school.place.id}, 'outcomes-entry', 1, 'survey', 'paused', '[]',"
                " '{}', false, '2026-09-01 06:00:00', 1)"
            )
        )
        number = (await work.connection.execute(text("SELECT max(id) FROM responses"))).scalar_one()
    await school.curator.presses_old(school.curator.screen.message_id, f"paper.enter:{number}")
    await school.curator.sees("уже закрыта")


async def test_a_table_ordered_by_who_was_curator_is_not_made(school: School) -> None:
    world, curator = school.world, school.curator
    await launches(school)
    await answers(school.mentees[0])
    async with world.work() as work:
        desk = Desk(work, world.machine.house, await work.chats.actor(curator.id), work.now)
        archive = (await work.results.newest(["pulse"]))["pulse"].id
        await results_files.order_rows(desk, View(archive, school.place.id), Sort.CSV)
    await leaves(world, await himself(world, curator), Role.CURATOR, school.place.id)
    await world.settle()
    await curator.sees("Это вам недоступно")
    assert not curator.documents


async def test_who_began_it_and_left_hears_no_more_of_it(school: School) -> None:
    world, curator = school.world, school.curator
    await launches(school)
    await leaves(world, await himself(world, curator), Role.CURATOR, school.place.id)
    await curator.says("/menu")
    await world.advance(timedelta(days=8))
    await curator.never_sees("закрыта")


async def test_what_the_calendar_plans_is_kept_in_the_archive(school: School) -> None:
    """The version that was planned is the one that is asked, whatever is installed by then."""
    world = school.world
    await world.until(DECEMBER, lived=timedelta(weeks=2))
    async with world.work() as work:
        row = (await work.connection.execute(text("SELECT questionnaire, version FROM campaigns"))).one()
        assert await work.definitions.body(row.questionnaire, row.version) is not None
