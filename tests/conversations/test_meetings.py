"""Planning a meeting, another time, moving, cancelling: who taps what and what everybody is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from mentoring.meetings import MeetingKind, MeetingState
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.pairs import Pair, active, in_zone, meeting, pair, planned, stored
from tests.conversations.world import World

TOMORROW_NOON = datetime(2026, 9, 2, 9, 0, tzinfo=UTC)


async def plans(phone: Phone, of: Pair) -> None:
    """Six taps: opening, kind, day, time, place, confirmation."""
    await phone.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00", "В школе", "Всё верно"):
        await phone.taps(label)


async def test_a_meeting_is_planned_in_six_taps(any_world: World) -> None:
    of = await pair(any_world)
    await plans(of.mentor, of)
    await of.mentor.sees("Встреча назначена", "ср, 2 сентября, 12:00", "В школе", "Сергеев Пётр Ильич")
    await of.mentee.sees("Иванова Анна Петровна", "приглашает", "ср, 2 сентября, 12:00", "meeting.ics")
    (found,) = await planned(any_world, of)
    assert (found.kind, found.starts_at, found.state) == (
        MeetingKind.ACQUAINTANCE,
        TOMORROW_NOON,
        MeetingState.PLANNED,
    )
    await of.mentee.taps("Хорошо")
    await of.mentor.sees("время встречи подходит")


@pytest.mark.parametrize(("language", "place"), [("ru", "В школе"), ("en", "At school")])
async def test_the_calendar_names_the_place_in_its_readers_language(world: World, language: str, place: str) -> None:
    of = await pair(world)
    async with world.work() as work:
        await work.people.save(replace(of.mentee_person, language=language))
    await plans(of.mentor, of)
    ((_, content),) = of.mentee.documents
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["LOCATION"]) == place


async def test_the_list_offers_the_next_kind_first(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, TOMORROW_NOON)
    await of.mentor.says("/meetings")
    await of.mentor.sees("ср, 2 сентября, 12:00", "Знакомство", "Пётр С.")
    await of.mentor.taps("Назначить встречу")
    screen = of.mentor.screen
    assert screen.labels[0] == "Пробная рабочая"


async def test_the_other_side_proposes_another_time_and_it_is_accepted(any_world: World) -> None:
    of = await pair(any_world)
    await plans(of.mentor, of)
    await of.mentee.taps("Другое время")
    await of.mentee.taps("3")
    await of.mentee.taps("15:00")
    await of.mentee.says("Раньше у меня урок")
    await of.mentee.sees("остаётся в прежнее время")
    await of.mentor.sees("чт, 3 сентября, 15:00", "Раньше у меня урок")
    await of.mentor.taps("Принять")
    await of.mentor.sees("чт, 3 сентября, 15:00")
    await of.mentee.sees("соглашается и переносит встречу", "ср, 2 сентября, 12:00", "meeting.ics")
    (found,) = await planned(any_world, of)
    assert (found.starts_at, found.sequence, found.moves) == (TOMORROW_NOON + timedelta(hours=27), 1, 1)
    await of.mentor.taps("Оставить как есть")
    await of.mentor.sees("уже")
    assert (await stored(any_world, found.id)).moves == 1


async def test_the_planner_keeps_the_time(world: World) -> None:
    of = await pair(world)
    await plans(of.mentor, of)
    await of.mentee.taps("Другое время")
    for label in ("3", "15:00", "Пропустить"):
        await of.mentee.taps(label)
    await of.mentor.taps("Оставить как есть")
    await of.mentee.sees("просит оставить время прежним")
    (found,) = await planned(world, of)
    assert (found.starts_at, found.moves) == (TOMORROW_NOON, 0)


async def test_moving_and_cancelling_tell_everybody(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, TOMORROW_NOON)
    await of.mentee.says("/meetings")
    await of.mentee.taps("02.09 12:00")
    await of.mentee.taps("Перенести")
    await of.mentee.taps("4")
    await of.mentee.says("половина третьего")
    await of.mentee.sees("Не получилось понять время")
    await of.mentee.says("14:30")
    await of.mentee.sees("Встреча перенесена", "пт, 4 сентября, 14:30")
    await of.mentor.sees("Сергеев Пётр Ильич", "переносит встречу", "пт, 4 сентября, 14:30", "meeting.ics")
    await of.mentor.says("/meetings")
    await of.mentor.taps("04.09 14:30")
    await of.mentor.taps("Отменить встречу")
    await of.mentor.taps("Болезнь")
    await of.mentor.sees("Встреча отменена")
    await of.mentee.sees("отменяет встречу", "Болезнь", "meeting.ics")
    found = await stored(world, known)
    assert (found.state, found.sequence, found.outcome) == (MeetingState.CANCELLED, 2, "Болезнь")
    file = of.mentee.documents[-1][1].decode()
    for line in ("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2", f"UID:meeting-{known}@"):
        assert line in file


async def test_a_time_that_has_passed_is_refused_and_nothing_is_lost(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "1"):
        await of.mentor.taps(label)
    await of.mentor.says("8:00")
    for label in ("Онлайн", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees("уже прошло")
    await of.mentor.taps("3")
    await of.mentor.taps("18:00")
    await of.mentor.taps("Всё верно")
    await of.mentor.sees("Встреча назначена", "вт, 1 сентября, 18:00")


async def test_each_reads_their_own_clock_and_the_others(world: World) -> None:
    of = await pair(world)
    await in_zone(world, of.mentee_person, "Asia/Yekaterinburg")
    await plans(of.mentor, of)
    await of.mentor.sees("ср, 2 сентября, 12:00", "14:00 (у вас 12:00) — Екатеринбург (UTC+5)")
    await of.mentee.sees("ср, 2 сентября, 14:00", "12:00 (у вас 14:00) — Москва (UTC+3)")
    for phone in (of.mentor, of.mentee):  # by the phone's own clock wherever its owner is
        assert _times(phone.messages[-1]) == [int(datetime(2026, 9, 2, 9, tzinfo=UTC).timestamp())]


async def test_a_second_meeting_at_the_same_time_is_warned_of(world: World) -> None:
    of = await pair(world)
    """Also one of another mentorship, of which the planner is told nothing but whose it is; going on is possible."""
    other, other_person = await world.member("Орлов Олег Львович", Role.MENTOR, of.school)
    elsewhere = replace(of, mentor=other, mentor_person=other_person)
    elsewhere.mentorship = await active(world, of.school, [other_person], [of.mentee_person])
    busy = await meeting(world, elsewhere, TOMORROW_NOON + timedelta(minutes=30), MeetingKind.TRIAL)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00"):
        await of.mentor.taps(label)
    await of.mentor.sees("уже есть другая встреча. У кого: Пётр С.", "Всё равно назначить?")
    await of.mentor.never_sees("Орлов")
    for label in ("Дальше", "В школе", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees(
        "Встреча назначена", "уже есть другая встреча. Если это ошибка, перенесите одну из них. У кого: Пётр С."
    )
    (found,) = await planned(world, of)
    await of.mentee.taps("Другое время")
    for label in ("2", "13:00"):
        await of.mentee.taps(label)
    await of.mentee.sees("У кого: Пётр С.", "Всё равно предложить?")
    for label in ("Дальше", "Пропустить"):
        await of.mentee.taps(label)
    await of.mentor.sees("просит перенести", "У кого: Пётр С.")
    await of.mentor.taps("Принять")
    await of.mentor.sees("У кого: Пётр С.", "Принять предложение всё равно?")
    assert (await stored(world, found.id)).starts_at == TOMORROW_NOON
    await of.mentor.taps("Всё равно принять")
    await of.mentor.sees("13:00", "У кого: Пётр С.")
    await other.presses_old(1, f"meeting.move:{busy}")
    for label in ("2", "14:00"):
        await other.taps(label)
    await other.sees("Встреча перенесена")
    await other.sees_no("другая встреча")
    assert (await stored(world, found.id)).starts_at == TOMORROW_NOON + timedelta(hours=1)


async def test_moving_asks_before_two_meet_at_once_or_in_one_room(world: World) -> None:
    """Nothing is lost by going back, another busy hour is warned of anew, and nothing moves before it is confirmed."""
    of = await pair(world)
    other, other_person = await world.member("Орлов Олег Львович", Role.MENTOR, of.school)
    _, third = await world.member("Белова Вера Олеговна", Role.MENTEE, of.school)
    elsewhere = replace(of, mentor=other, mentor_person=other_person)
    elsewhere.mentorship = await active(world, of.school, [other_person], [of.mentee_person])
    room = replace(elsewhere, mentorship=await active(world, of.school, [other_person], [third]))
    await meeting(world, elsewhere, TOMORROW_NOON + timedelta(hours=2), MeetingKind.TRIAL)
    await meeting(world, room, TOMORROW_NOON + timedelta(hours=4), MeetingKind.TRIAL)
    known = await meeting(world, of, TOMORROW_NOON)
    await of.mentor.presses_old(1, f"meeting.move:{known}")
    for label in ("2", "14:00"):
        await of.mentor.taps(label)
    await of.mentor.sees("уже есть другая встреча. У кого: Пётр С.", "Всё равно перенести?")
    await of.mentor.taps("Назад")
    await of.mentor.says("14:30")
    await of.mentor.sees("уже есть другая встреча. У кого: Пётр С.")
    await of.mentor.taps("Назад")
    await of.mentor.taps("16:00")
    await of.mentor.sees("там уже назначена другая встреча. Где: Кабинет 12")
    await of.mentor.never_sees("Орлов")
    assert (await stored(world, known)).starts_at == TOMORROW_NOON
    await of.mentor.taps("Назад")
    await of.mentor.taps("18:00")
    await of.mentor.sees("Встреча перенесена", "ср, 2 сентября, 18:00")
    await of.mentee.presses_old(1, f"meeting.move:{known}")
    for label in ("2", "14:00", "Дальше", "Дальше"):
        await of.mentee.taps(label)
    await of.mentee.sees("Встреча перенесена", "ср, 2 сентября, 14:00")

    await of.mentor.presses_old(1, f"meeting.move:{known}")
    for label in ("3", "12:00"):
        await of.mentor.taps(label)
    await meeting(world, room, TOMORROW_NOON + timedelta(days=1), MeetingKind.WORKING)
    await of.mentor.presses_old(1, f"meeting.place:{known}")
    await of.mentor.says("каб. 7")
    await of.mentee.presses_old(1, f"meeting.propose_place:{known}")
    await of.mentee.says("кабинет 12")
    await of.mentee.sees("там уже назначена другая встреча. Где: кабинет 12")
    for label in ("Дальше", "Пропустить"):
        await of.mentee.taps(label)
    await of.mentor.taps("Принять")
    await of.mentor.sees("Где: кабинет 12", "Принять предложение всё равно?")
    await of.mentor.taps("Оставить как есть")
    assert (await stored(world, known)).place == "каб. 7"


async def test_a_link_becomes_a_button(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00"):
        await of.mentor.taps(label)
    for wrong in ("https://meet.example.org/room <b>", "http://meet.example.org", "https://meet"):
        await of.mentor.says(wrong)
        await of.mentor.sees("должна начинаться с https://")
    await of.mentor.says("https://meet.example.org/room")
    await of.mentor.taps("Всё верно")
    await of.mentor.sees("Онлайн: https://meet.example.org/room")
    await of.mentor.taps("Подробнее")
    await of.mentor.taps("Открыть ссылку")
    assert of.mentor.opened == "https://meet.example.org/room"
    await world.advance(timedelta(hours=26))
    await of.mentee.sees("Встреча через час")
    await of.mentee.taps("Открыть ссылку")
    assert of.mentee.opened == "https://meet.example.org/room"


async def test_whom_with_is_asked_where_there_are_several(world: World) -> None:
    of = await pair(world)
    _, third = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    await active(world, of.school, [of.mentor_person], [third])
    await of.mentor.says("/meetings")
    await of.mentor.taps("Назначить встречу")
    await of.mentor.taps("Вера О.")
    await of.mentor.sees("Какая это будет встреча?")


async def test_others_things_are_refused(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, TOMORROW_NOON)
    stranger, _ = await any_world.member("Чужой Олег Олегович", Role.MENTOR, of.school)
    for data in ("meeting.open", "meeting.move", "meeting.cancel", "meeting.fine", "meeting.propose", "meeting.log"):
        await stranger.presses_old(1, f"{data}:{known}")
        await stranger.sees_no("Кабинет 12")
    for data in (f"meeting.new:{of.mentorship}", "meeting.accept:1", "meeting.keep:99", "meeting.open:77"):
        await stranger.presses_old(1, data)
        await stranger.sees()
    await stranger.presses_old(1, f"meetings.of:{of.mentorship}:0")
    await stranger.never_sees("12:00")
    assert (await stored(any_world, known)).sequence == 0


async def test_a_curator_plans_moves_and_hears(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    await plans(curator, of)
    await of.mentor.sees("Кузнецова Ольга Львовна", "приглашает")
    await of.mentee.taps("Другое время")
    for label in ("3", "15:00", "Пропустить"):
        await of.mentee.taps(label)
    await curator.sees("просит перенести")
    await curator.taps("Принять")
    await of.mentor.sees("Кузнецова Ольга Львовна", "переносит встречу")
    await curator.presses_old(1, f"meetings.of:{of.mentorship}:0")
    await curator.sees("чт, 3 сентября, 15:00")


async def test_a_curator_who_is_one_no_more_hears_nothing_of_what_they_planned(world: World) -> None:
    of = await pair(world)
    curator, person = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    await plans(curator, of)
    async with world.work() as work:
        (held,) = await work.memberships.of_person(person.id)
        await work.memberships.leave(held.id)
    (found,) = await planned(world, of)
    heard = len(curator.messages)
    await of.mentee.taps("Хорошо")
    await of.mentor.sees("время встречи подходит")
    await of.mentee.taps("Другое время")
    for label in ("3", "15:00", "Пропустить"):
        await of.mentee.taps(label)
    await of.mentor.taps("Принять")
    await of.mentee.sees("переносит встречу")
    await of.mentor.presses_old(1, f"meeting.propose:{found.id}")
    for label in ("4", "12:00", "Пропустить"):
        await of.mentor.taps(label)
    await of.mentee.sees("просит перенести")
    await of.mentee.taps("Принять")
    await of.mentor.sees("переносит встречу")
    await of.mentor.presses_old(1, f"meeting.cancel:{found.id}")
    await of.mentor.taps("Болезнь")
    await of.mentee.sees("отменяет встречу")
    assert len(curator.messages) == heard


async def test_a_guardian_is_told_and_has_nothing_to_answer(world: World) -> None:
    of = await pair(world)
    guardian, person = await world.member("Белова Мария Олеговна", Role.GUARDIAN, of.school, category=Category.PARENT)
    async with world.work() as work:
        await work.guardianships.put(of.mentee_person.id, person.id, "mother")
    await plans(of.mentor, of)
    await guardian.sees("приглашает на встречу", "Сергеев Пётр Ильич", "meeting.ics")
    assert guardian.screen.labels == ["Подробнее"]


async def test_a_day_after_the_end_is_refused_with_the_last_day(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    await of.mentor.taps("Знакомство")
    await of.mentor.says("15.07.2027")
    for label in ("12:00", "В школе", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees("29 мая 2027")
    assert await planned(world, of) == []


def _times(message: dict[str, Any]) -> list[int]:
    entities = [*message.get("entities", ()), *message.get("caption_entities", ())]
    return [entity["unix_time"] for entity in entities if entity["type"] == "date_time"]
