"""The curator's first hour: a checklist that fills itself, and goes away when all is done or it is told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mentoring.roles import Role
from simulator.phones import Phone
from surveys.record import RecordState
from surveys.response import Draft
from tests.conversations import pairs
from tests.conversations.world import World

MONDAY = datetime(2026, 9, 7, 6, 30, tzinfo=UTC)


def left(phone: Phone) -> int:
    return sum("осталось" in line for line in phone.screen.text.splitlines())


async def opens(curator: Phone) -> None:
    await curator.says("/menu")
    await curator.taps("Первые шаги")


async def test_the_list_fills_itself_and_goes_away(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    await curator.sees("Первых шагов осталось: 6", "Первые шаги")
    await curator.taps("Первые шаги")
    await curator.sees("Школа № 14", "Готово 0 из 6", "1. Короткое название и название для приказов — осталось")
    assert len(curator.screen.labels) == 8
    await curator.taps("Вписать названия")
    await curator.sees("Короткое название", "Родительный падеж")
    async with world.work() as work:
        await work.organisations.save(replace(school, short_name="Школа 14", genitive="школы № 14"))
    await opens(curator)
    await curator.sees("Готово 1 из 6", "для приказов — готово ✓")
    await curator.taps("Ссылка и плакат")
    await curator.sees("t.me")
    await opens(curator)
    await curator.sees("Готово 2 из 6", "Ссылка и плакат школы — готово ✓")
    mentor, first = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
    _, second = await world.member("Сергеев Пётр Ильич", Role.MENTEE, school)
    await opens(curator)
    assert left(curator) == 3
    await curator.taps("Составить пару")
    await curator.sees("Кого соединяем?")
    await pairs.active(world, school, [first], [second])
    await answered(world, mentor)
    await opens(curator)
    assert left(curator) == 1
    await curator.taps("Посмотреть сводку")
    await curator.sees("Активных пар")
    await world.until(MONDAY)
    await curator.says("/menu")
    await curator.sees("Помощь")
    await curator.sees_no("Первые шаги", "Первых шагов")
    await curator.presses_old(curator.screen.message_id, "first.open")
    await curator.sees("позади")


async def answered(world: World, phone: Phone) -> None:
    """Somebody of the school has answered a questionnaire."""
    async with world.work() as work:
        actor = await work.chats.actor(phone.id)
        definition = world.machine.house.surveys.get("sample")
        await work.definitions.archive(definition)
        assert actor.person is not None
        made = await work.responses.add(
            Draft(definition.id, definition.version),
            definition,
            state=RecordState.WAITING,
            chat_id=phone.id,
            person_id=actor.person_id,
            organisation_id=actor.memberships[0].organisation_id,
        )
    await phone.presses_old(phone.screen.message_id, f"response.open:{made.id}")
    for _ in range(10):
        await phone.taps("5")
    await phone.sees("Спасибо")


async def test_the_curator_puts_it_away_for_good(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    await curator.taps("Первые шаги")
    await curator.taps("Больше не показывать")
    await curator.toasted("Убрал")
    await curator.sees("Здравствуйте", "Помощь")
    assert "Первые шаги" not in str(curator.screen.labels)
    await curator.presses_old(curator.screen.message_id, f"first.of:{school.id}")
    await curator.sees("Готово 0 из 6")


async def test_of_several_schools_one_is_chosen(world: World) -> None:
    schools = [await world.organisation(name) for name in ("Школа № 1", "Школа № 2")]
    curator, person = await world.member("Петрова Анна Ивановна", Role.CURATOR, schools[0])
    async with world.work() as work:
        await work.memberships.grant(person.id, schools[1].id, Role.CURATOR)
    await curator.says("/menu")
    await curator.sees("Первых шагов осталось: 12")
    await curator.taps("Первые шаги")
    await curator.taps("Школа № 2")
    await curator.sees("Первые шаги: Школа № 2")


async def test_nobody_else_has_first_steps(world: World) -> None:
    school = await world.organisation()
    for role in (Role.HEAD, Role.PSYCHOLOGIST, Role.MENTOR):
        phone, _ = await world.member("Котова Ирина Львовна", role, school)
        await phone.sees_no("Первые шаги")
        await phone.presses_old(phone.screen.message_id, f"first.away:{school.id}")
        await phone.sees("недоступно")
