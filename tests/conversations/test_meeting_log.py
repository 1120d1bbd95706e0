"""«Состоялась?» in three taps, `/log` in four presses of the first button, and one tap of feedback."""

from __future__ import annotations

from datetime import timedelta

from mentoring.meetings import MeetingKind, MeetingState, NotHeld
from mentoring.roles import Role
from simulator.phones import Phone
from surveys.record import RecordState, Subject
from tests.conversations.pairs import active, meeting, pair, planned, stored
from tests.conversations.world import World

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


async def marks(world: World, meeting_id: int) -> dict[int, tuple[RecordState, object, object]]:
    """By person: the state of their feedback, their mark and their comment."""
    found: dict[int, tuple[RecordState, object, object]] = {}
    async with world.work() as work:
        for one in await work.responses.about(Subject("meeting", meeting_id), "meeting-feedback"):
            record = await work.responses.get(one.id)
            assert record is not None
            assert record.person_id is not None
            given = record.draft.answers
            found[record.person_id] = (record.state, given.get("mark"), given.get("comment"))
    return found


async def first(phone: Phone) -> str:
    """Press the first button of the last message and read what it became."""
    await phone.taps(phone.screen.labels[0], message=phone.screen.message_id)
    return phone.screen.text


async def test_mentor_logs_a_meeting_in_three_taps(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, any_world.now + 3 * HOUR)
    await any_world.advance(4 * HOUR)
    await of.mentor.sees("Встреча состоялась?")
    await of.mentor.taps("Да")
    await of.mentor.taps("45 минут")
    await of.mentor.taps("Готово")
    await of.mentor.sees("Записано")
    assert not any("состоялась?" in screen.text and screen.buttons for screen in of.mentor.screens)
    held = await stored(any_world, known)
    assert (held.state, held.minutes, held.unplanned) == (MeetingState.HELD, 45, False)
    await of.mentee.sees("Как прошла встреча?", "Иванова Анна Петровна")


async def test_a_mentor_who_logged_nothing_for_weeks_still_reads_the_list_on_one_screen(world: World) -> None:
    of = await pair(world)
    for week in range(8):
        await meeting(world, of, world.now + week * 7 * DAY + HOUR)
    await world.advance(8 * 7 * DAY)
    await of.mentor.says("/log")
    await of.mentor.sees("Какую встречу отметить?", "6.")
    assert "7." not in of.mentor.screen.text
    assert len(of.mentor.screen.labels) == 8


async def test_one_tap_answers_the_feedback_and_a_comment_may_follow(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, any_world.now + HOUR)
    await any_world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    await of.mentee.taps("4")
    await of.mentee.sees("Спасибо")
    await of.mentor.taps("5")
    mentor, mentee = of.mentor_person.id, of.mentee_person.id
    finished = RecordState.FINISHED
    assert await marks(any_world, known) == {mentor: (finished, 5, None), mentee: (finished, 4, None)}
    answered_at = any_world.now
    await any_world.advance(DAY)
    await of.mentee.taps("Добавить комментарий")
    await of.mentee.says("Было <b>полезно</b>")
    await of.mentee.sees("Комментарий сохранён")
    assert (await marks(any_world, known))[mentee] == (finished, 4, "Было <b>полезно</b>")
    async with any_world.work() as work:
        found = await work.responses.about(Subject("meeting", known), "meeting-feedback")
        definitions = {key: any_world.machine.house.surveys.get(*key) for key in await work.recount.asked()}
        assert await work.recount.held() == await work.recount.recounted(definitions), "the comment is counted, too"
    assert {one.finished_at for one in found} == {answered_at}
    await of.mentor.never_sees("полезно")
    await of.mentor.presses_old(1, "feedback.comment:2")
    await of.mentor.sees()
    assert (await marks(any_world, known))[mentee] == (finished, 4, "Было <b>полезно</b>")


async def test_a_mark_may_be_typed_while_just_one_meeting_waits_for_it(any_world: World) -> None:
    of = await pair(any_world)
    known = await meeting(any_world, of, any_world.now + HOUR)
    await any_world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Готово"):
        await of.mentor.taps(label)
    for words, seen in (("спасибо!", "Пожалуйста"), ("7", "я ни о чём не спрашиваю")):
        await of.mentee.says(words)
        await of.mentee.sees(seen)
    await of.mentee.says("5")
    await of.mentee.sees("Спасибо", "Добавить комментарий")
    assert (await marks(any_world, known))[of.mentee_person.id] == (RecordState.FINISHED, 5, None)
    await of.mentee.says("4")
    await of.mentee.sees("я ни о чём не спрашиваю")
    assert (await marks(any_world, known))[of.mentee_person.id] == (RecordState.FINISHED, 5, None)


async def test_of_two_meetings_that_wait_a_typed_mark_is_for_neither(world: World) -> None:
    of = await pair(world)
    both = [await meeting(world, of, world.now + hours * HOUR) for hours in (1, 3)]
    for _ in both:
        await world.advance(2 * HOUR)
        for label in ("Да", "45 минут", "Готово"):
            await of.mentor.taps(label)
    await of.mentee.says("5")
    await of.mentee.sees("я ни о чём не спрашиваю")
    for known in both:
        assert (await marks(world, known))[of.mentee_person.id] == (RecordState.WAITING, None, None)


async def test_topics_and_outcome_are_optional(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    for label in ("Да", "45 минут", "Добавить темы и итог", "Цели и план", "Готово"):
        await of.mentor.taps(label)
    await of.mentor.says("Договорились о плане")
    await of.mentor.sees("Записано")
    held = await stored(world, known)
    assert (held.topics, held.outcome) == (("goals",), "Договорились о плане")


async def test_not_held_and_why(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    await of.mentor.taps("Нет")
    await of.mentor.taps("Забыли")
    await of.mentor.sees("Записано", "не состоялась")
    found = await stored(world, known)
    assert (found.state, found.not_held_reason) == (MeetingState.NOT_HELD, NotHeld.FORGOTTEN)
    assert await marks(world, known) == {}


async def test_it_was_moved_and_everybody_is_told(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    await of.mentor.taps("Нет")
    await of.mentor.taps("Назад")
    await of.mentor.taps("Перенесли")
    await of.mentor.taps("4")
    await of.mentor.taps("15:00")
    await of.mentor.sees("Записано", "пт, 4 сентября, 15:00")
    await of.mentee.sees("переносит встречу", "пт, 4 сентября, 15:00", "meeting.ics")
    found = await stored(world, known)
    assert (found.state, found.moves) == (MeetingState.PLANNED, 1)
    await world.advance(4 * DAY)
    await of.mentor.sees("Встреча состоялась?")


async def test_of_two_mentors_one_logs_it(any_world: World) -> None:
    of = await pair(any_world)
    second, person = await any_world.member("Орлов Олег Львович", Role.MENTOR, of.school)
    of.mentorship = await active(any_world, of.school, [of.mentor_person, person], [of.mentee_person])
    known = await meeting(any_world, of, any_world.now + HOUR)
    await any_world.advance(2 * HOUR)
    for phone in (of.mentor, second):
        await phone.taps("Да")
    await of.mentor.taps("45 минут")
    await second.taps("30 минут")
    await of.mentor.taps("Все были")
    await second.taps("Все были")
    await second.sees("уже отметили. Кто: Иванова Анна Петровна")
    assert (await stored(any_world, known)).minutes == 45
    assert len(await marks(any_world, known)) == 3


async def test_an_unplanned_meeting_in_at_most_four_first_presses(any_world: World) -> None:
    of = await pair(any_world)
    await of.mentor.says("/log")
    shown = [await first(of.mentor) for _ in range(3)]
    assert any("Записано" in message.text for message in of.mentor.screens), shown
    (found,) = await planned(any_world, of)
    assert (found.state, found.unplanned, found.minutes) == (MeetingState.HELD, True, 45)
    assert found.kind is MeetingKind.ACQUAINTANCE
    assert found.starts_at == any_world.now - timedelta(minutes=45)


async def test_with_two_mentees_it_takes_four(world: World) -> None:
    of = await pair(world)
    _, third = await world.member("Орлова Вера Олеговна", Role.MENTEE, of.school)
    await active(world, of.school, [of.mentor_person], [third])
    await of.mentor.says("/log")
    for _ in range(4):
        await first(of.mentor)
    assert any("Записано" in message.text for message in of.mentor.screens)


async def test_log_offers_the_planned_meeting_that_waits_first(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(3 * HOUR)
    await of.mentor.says("/log")
    for _ in range(4):
        await first(of.mentor)
    assert any("Записано" in message.text for message in of.mentor.screens)
    assert (await stored(world, known)).state is MeetingState.HELD
    assert len(await planned(world, of)) == 1


async def test_a_mentee_has_nothing_to_log(world: World) -> None:
    of = await pair(world)
    await of.mentee.says("/log")
    await of.mentee.sees("отмечает наставник")
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    await of.mentee.presses_old(1, f"meeting.logged:{known}:held")
    await of.mentee.sees_no("Сколько длилась")
    await of.mentor.presses_old(1, f"meeting.logged:{known}:forged")
    await of.mentor.sees_no("Сколько длилась")


async def test_a_future_meeting_is_not_logged(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + 2 * DAY)
    await of.mentor.presses_old(1, f"meeting.log:{known}")
    await of.mentor.sees("ещё не началась")


async def test_in_english(world: World) -> None:
    of = await pair(world, language="en")
    await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    await of.mentor.sees("Was the meeting held?")
    for label in ("Yes", "45 minutes", "Done"):
        await of.mentor.taps(label)
    await of.mentor.sees("Recorded")
    await of.mentee.sees("How was the meeting?")


async def test_a_curator_logs_what_a_pair_forgot(world: World) -> None:
    of = await pair(world)
    curator, _ = await world.member("Кузнецова Ольга Львовна", Role.CURATOR, of.school)
    await curator.presses_old(1, f"meetings.of:{of.mentorship}:0")
    await curator.sees("Встреч ещё не было")
    await curator.taps("Отметить прошедшую")
    for label in ("Сегодня", "1 час", "Готово"):
        await curator.taps(label)
    await curator.sees("Записано")
    await of.mentor.sees("Как прошла встреча?")
    await of.mentee.sees("Как прошла встреча?")
    await curator.sees_no("Как прошла встреча?")


async def test_pressing_another_answer_begins_the_log_anew(world: World) -> None:
    of = await pair(world)
    known = await meeting(world, of, world.now + HOUR)
    await world.advance(2 * HOUR)
    question = of.mentor.screen.message_id
    await of.mentor.taps("Нет")
    await of.mentor.presses_old(question, f"meeting.logged:{known}:held")
    await of.mentor.sees("Сколько длилась встреча?")
    await of.mentor.says("сорок")
    await of.mentor.sees("Нужно число")
    await of.mentor.says("40")
    await of.mentor.taps("Готово")
    assert (await stored(world, known)).minutes == 40
