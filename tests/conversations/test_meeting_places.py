"""Where a meeting is: another place or link asked for, changed and told; lessons; the calendar's own event."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from mentoring.meetings import MeetingFormat, MeetingState
from mentoring.roles import Role
from simulator.phones import Phone
from tests.conversations.pairs import meeting, pair, planned, stored
from tests.conversations.world import World

TOMORROW_NOON = datetime(2026, 9, 2, 9, 0, tzinfo=UTC)
ROOM, OTHER = "https://meet.example.org/room", "https://meet.example.org/other"


def events(phone: Phone) -> list[tuple[str, Any]]:
    """Method and event of every calendar file on the phone, the oldest first."""
    found = []
    for _, content in phone.documents:
        calendar = Calendar.from_ical(content)
        found += [(str(calendar["METHOD"]), event) for event in calendar.walk("VEVENT")]
    return found


async def test_the_place_is_changed_and_the_same_event_follows_in_the_calendar(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00", "Онлайн", "Всё верно"):
        await of.mentor.taps(label)
    await of.mentor.sees("Встреча назначена", "Онлайн, ссылки пока нет")
    (known,) = await planned(world, of)
    for answer, said in ((ROOM, "присылает ссылку"), (OTHER, "Ссылка изменилась"), ("Парк", "меняет место")):
        await of.mentor.presses_old(1, f"meeting.more:{known.id}")
        await of.mentor.taps("Место или ссылка")
        await of.mentor.says(answer)
        await of.mentor.sees("Место встречи изменено", answer)
        await of.mentee.sees(said, answer, "meeting.ics")
    await of.mentor.taps("Файл для календаря")
    await of.mentor.presses_old(1, f"meeting.cancel:{known.id}")
    await of.mentor.taps("Болезнь")
    await of.mentor.taps("Файл для календаря")
    heard = events(of.mentee)
    assert [(method, event["SEQUENCE"], str(event["STATUS"])) for method, event in heard] == [
        *(("PUBLISH", number, "CONFIRMED") for number in range(4)),
        ("CANCEL", 4, "CANCELLED"),
    ]
    assert len({str(event["UID"]) for _, event in (*heard, *events(of.mentor))}) == 1
    assert [str(event.get("URL")) for _, event in heard] == ["None", ROOM, OTHER, "None", "None"]
    assert [str(event["LOCATION"]) for _, event in heard] == ["Онлайн", ROOM, OTHER, "Парк", "Парк"]
    assert {event.decoded("DTSTART") for _, event in heard} == {TOMORROW_NOON}
    assert [(method, event["SEQUENCE"]) for method, event in events(of.mentor)] == [("PUBLISH", 3), ("CANCEL", 4)]


async def test_another_place_is_asked_for_and_accepted_or_not(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, TOMORROW_NOON)
    await of.mentee.presses_old(1, f"meeting.propose_place:{known}")
    await of.mentee.says("http://meet.example.org")
    await of.mentee.sees("должна начинаться с https://")
    await of.mentee.says(ROOM)
    await of.mentee.says("Я болею")
    await of.mentee.sees("подойдёт ли другое место", ROOM)
    await of.mentor.sees("просит изменить место", ROOM, "Я болею")
    await of.mentor.presses_old(1, f"meeting.open:{known}")
    await of.mentor.sees("Другое место", ROOM)
    await of.mentor.taps("Принять", message=of.mentor.screens[-2].message_id)
    await of.mentor.sees("Онлайн", ROOM)
    await of.mentee.sees("меняет место", ROOM, "meeting.ics")
    found = await stored(world, known)
    assert (found.format, found.link, found.sequence, found.moves) == (MeetingFormat.ONLINE, ROOM, 1, 0)
    await of.mentee.presses_old(1, f"meeting.propose_place:{known}")
    await of.mentee.taps("В школе")
    await of.mentee.taps("Пропустить")
    await of.mentor.taps("Оставить как есть")
    await of.mentee.sees("просит оставить прежнее место")
    assert await stored(world, known) == found
    stranger, _ = await world.member("Чужой Олег Олегович", Role.MENTOR, of.school)
    for data in (
        "meeting.place",
        "meeting.propose_place",
        "meeting.more",
        "meeting.ics",
        "series.begin",
        "series.open",
    ):
        await stranger.presses_old(1, f"{data}:{known}")
        await stranger.never_sees("meet.example")
    assert stranger.documents == []


async def test_a_lesson_is_visited(world: World) -> None:
    of = await pair(world)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Знакомство", "2", "12:00", "На уроке"):
        await of.mentor.taps(label)
    await of.mentor.says("Физика, 9А")
    await of.mentor.taps("Всё верно")
    await of.mentor.sees("На уроке: Физика, 9А")
    await of.mentee.sees("На уроке: Физика, 9А")
    ((_, event),) = events(of.mentee)
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == ("Наставничество: посещение урока", "Физика, 9А")
    (found,) = await planned(world, of)
    assert (found.format, found.place) == (MeetingFormat.LESSON, "Физика, 9А")


async def test_the_last_place_is_offered_and_kept_nowhere_in_the_draft(world: World) -> None:
    of = await pair(world)
    await meeting(world, of, TOMORROW_NOON)
    await of.mentor.presses_old(1, f"meeting.new:{of.mentorship}")
    for label in ("Пробная рабочая", "3", "12:00"):
        await of.mentor.taps(label)
    assert of.mentor.screen.labels[0] == "Кабинет 12"
    async with world.work() as work:
        rows = await work.connection.exec_driver_sql("SELECT marks FROM responses")
        assert not any("Кабинет" in row.marks for row in rows)
    await of.mentor.taps("Кабинет 12")
    await of.mentor.taps("Всё верно")
    assert (await planned(world, of))[1].place == "Кабинет 12"


async def test_of_two_at_once_one_wins_and_the_other_hears_what_happened(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, TOMORROW_NOON)
    for phone in (of.mentor, of.mentee):
        await phone.presses_old(1, f"meeting.move:{known}")
        await phone.taps("3")
    await of.mentor.taps("15:00")
    await of.mentee.taps("18:00")
    await of.mentee.sees("только что изменил кто-то другой", "чт, 3 сентября, 15:00")
    for phone in (of.mentor, of.mentee):
        await phone.presses_old(1, f"meeting.cancel:{known}")
    await of.mentee.taps("Болезнь")
    await of.mentor.taps("Болезнь")
    await of.mentor.sees("уже отменили. Кто: Сергеев Пётр Ильич")
    await of.mentor.presses_old(1, f"meeting.place:{known}")
    await of.mentor.sees("уже отменили. Кто: Сергеев Пётр Ильич")
    found = await stored(any_world, known)
    assert (found.state, found.sequence, found.moves) == (MeetingState.CANCELLED, 2, 1)
