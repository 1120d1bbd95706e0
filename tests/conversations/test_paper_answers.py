"""Whoever has no Telegram answers on paper: the curator types it in, and the guardian for their own child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.consents import ConsentKind
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft
from tests.conversations import pairs
from tests.conversations.answering import asked
from tests.conversations.pairs import Pair
from tests.conversations.world import World

CHILD = "Орлов Петя Иванович"
HOUR = timedelta(hours=1)


@dataclass
class School:
    """A mentor with a phone, a child without one, the child's mother, a curator and a psychologist."""

    world: World
    place: Organisation
    curator: Phone
    psychologist: Phone
    mentor: Phone
    mother: Phone
    mother_person: Person
    child: Person
    pair: int

    async def meets(self) -> int:
        """A meeting is held and logged by the mentor; its id."""
        of = Pair(self.place, self.mentor, self.mentor, await self._mentor(), self.child, self.pair)
        number = await pairs.meeting(self.world, of, self.world.now + HOUR)
        await self.world.advance(2 * HOUR)
        for label in ("Да", "45 минут", "Готово"):
            await self.mentor.taps(label)
        return number

    async def _mentor(self) -> Person:
        async with self.world.work() as work:
            found = await work.people.by_telegram(self.mentor.id)
        assert found is not None
        return found

    async def feedback(self, meeting: int) -> Record:
        """The child's, with its answers."""
        async with self.world.work() as work:
            found = await work.responses.about(Subject("meeting", meeting), "meeting-feedback")
            (mine,) = [one for one in found if one.person_id == self.child.id]
            record = await work.responses.get(mine.id)
        assert record is not None
        return record

    async def pulse(self) -> int:
        """A questionnaire that waits for the child; its id."""
        about = Subject("mentorship", self.pair)
        async with self.world.work() as work:
            return (await asked(work, "pulse", self.child, self.place.id, subject=about, role="mentee")).id


async def opened(world: World) -> School:
    place = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
    psychologist, _ = await world.member("Миронова Ольга Игоревна", Role.PSYCHOLOGIST, place)
    mentor, mentor_person = await world.member("Громов Олег Ильич", Role.MENTOR, place)
    mother, mother_person = await world.member("Орлова Вера Петровна", Role.GUARDIAN, place)
    async with world.work() as work:
        child = await work.people.add(CHILD, birth=date(2014, 5, 1), category=Category.PUPIL)
        await work.memberships.grant(child.id, place.id, Role.MENTEE)
        await work.guardianships.put(child.id, mother_person.id, "mother")
        for kind in (ConsentKind.PROCESSING, ConsentKind.PARTICIPATION):
            await work.consents.give(child.id, kind, 1, given_by=mother_person.id)
    number = await pairs.active(world, place, [mentor_person], [child])
    return School(world, place, curator, psychologist, mentor, mother, mother_person, child, number)


async def test_meeting_feedback_is_typed_in_from_paper(world: World) -> None:
    school = await opened(world)
    mother, curator = school.mother, school.curator
    await mother.presses_old(mother.screen.message_id, "ward.open")
    await mother.sees_no("Ввести с бумаги")
    first = await school.meets()
    assert (await school.feedback(first)).state is RecordState.WAITING
    await mother.presses_old(mother.screen.message_id, "ward.open")
    await mother.taps("Ввести с бумаги")
    await mother.sees("Ответы с бумаги", f"1. {CHILD} — Отзыв о встрече, вт, 1 сентября")
    await mother.taps("1")
    await mother.sees("Вводите с бумаги: отвечает", CHILD, "Громов Олег Ильич", "Как прошла встреча?")
    await mother.taps("2")
    await mother.says("Было скучно")
    await mother.sees("Ответы записаны", "введённые с бумаги")
    await mother.taps("Ввести ещё")
    await mother.sees("Вводить нечего")
    typed = await school.feedback(first)
    assert (typed.state, typed.entered_by) == (RecordState.FINISHED, school.mother_person.id)
    assert typed.draft.answers == {"mark": 2, "comment": "Было скучно"}
    await school.mentor.never_sees("скучно")

    second = await school.meets()
    await school.mentor.presses_old(school.mentor.screen.message_id, f"paper.meeting:{second}:0")
    await school.mentor.sees("недоступно")
    await curator.presses_old(curator.screen.message_id, f"meeting.open:{second}")
    await curator.taps("Отзыв с бумаги")
    await curator.taps("1")
    await curator.taps("5")
    await curator.taps("Пропустить")
    await curator.sees("Ответы записаны")
    await curator.presses_old(curator.screen.message_id, f"meeting.open:{second}")
    await curator.sees("Состоялась")
    assert "Отзыв с бумаги" not in curator.screen.labels
    await world.advance(HOUR)
    await curator.says("/summary week")
    await curator.sees("Отзывы о встречах: 2 из 4", "Оценка встреч: 3,5 из 5 (2 ответа)")
    async with world.work() as work:
        definitions = {key: world.machine.house.surveys.get(*key) for key in await work.recount.asked()}
        assert await work.recount.held() == await work.recount.recounted(definitions)

    third = await school.meets()
    await curator.says("/campaign")
    await curator.taps("С бумаги")
    await curator.sees(f"1. {CHILD} — Отзыв о встрече")
    await world.advance(timedelta(days=20))
    assert (await school.feedback(third)).state is RecordState.WAITING, "a sheet may come later than a press"
    phone = world.phone("Петя")
    await phone.starts()
    async with world.work() as work:
        assert await work.people.attach(school.child.id, phone.id)
    await phone.says("/surveys")
    await phone.sees("Отзыв о встрече")
    await curator.presses_old(curator.screen.message_id, f"paper.enter:{(await school.feedback(third)).id}")
    await curator.sees("пусть ответит сам")


async def test_a_worrying_answer_on_paper_reaches_the_psychologist(world: World) -> None:
    school = await opened(world)
    number = await school.pulse()
    await school.mother.presses_old(school.mother.screen.message_id, f"paper.of:{school.child.id}:0")
    await school.mother.taps("1")
    await school.mother.taps("1")
    await school.psychologist.never_sees("Есть ответ")
    await school.mother.taps("Пропустить")
    await school.mother.sees("Ответы записаны")
    await school.psychologist.sees("Есть ответ, на который стоит взглянуть")
    await school.psychologist.taps("Посмотреть")
    await school.psychologist.taps("1")
    await school.psychologist.sees(CHILD, "Ответ: 1")
    for phone in (school.mother, school.curator, school.mentor):
        await phone.never_sees("Есть ответ")
    async with world.work() as work:
        record = await work.responses.get(number)
    assert record is not None
    assert (record.person_id, record.entered_by) == (school.child.id, school.mother_person.id)


async def test_a_guardian_sees_nothing_that_the_child_or_anybody_else_has_begun(world: World) -> None:
    school = await opened(world)
    stranger, _ = await world.member("Кузнецова Инна Олеговна", Role.GUARDIAN, school.place)
    number = await school.pulse()
    mother, curator = school.mother, school.curator
    await stranger.presses_old(stranger.screen.message_id, f"paper.enter:{number}")
    await stranger.sees("недоступно")
    await stranger.presses_old(stranger.screen.message_id, f"paper.of:{school.child.id}:0")
    await stranger.sees("недоступно")
    await mother.presses_old(mother.screen.message_id, "paper.list")
    await mother.sees("недоступно")
    async with world.work() as work:  # the child had a phone then, and began
        definition, before = world.machine.house.surveys.get("pulse"), await work.responses.get(number)
        assert before is not None
        begun = Draft(definition.id, definition.version, {"satisfaction": 1}, frozenset(), "improve", "paused")
        await work.responses.save(before, begun, definition, was_on_path=(), on_path={"satisfaction", "improve"})
    await mother.presses_old(mother.screen.message_id, f"paper.of:{school.child.id}:0")
    await mother.sees("Вводить нечего")
    await mother.presses_old(mother.screen.message_id, f"paper.enter:{number}")
    await mother.sees("Эту анкету вводит куратор")
    await curator.presses_old(curator.screen.message_id, f"paper.enter:{number}")
    await curator.sees("Вводите с бумаги", "Вопрос 2 из 2")
    await mother.presses_old(mother.screen.message_id, f"paper.enter:{number}")
    await mother.sees("кто-то другой")
    await curator.taps("Пропустить")
    await mother.presses_old(mother.screen.message_id, f"paper.enter:{number}")
    await mother.sees("уже есть")


async def test_the_guardian_hears_that_a_questionnaire_waits_for_the_child(world: World) -> None:
    school = await opened(world)
    await world.advance(HOUR)
    await school.pulse()
    await school.mother.never_sees("ждёт ответов ребёнка")
    await world.advance(timedelta(days=1))
    await school.mother.sees(f"Анкета ждёт ответов ребёнка: {CHILD}")
    await school.mentor.never_sees("ждёт ответов ребёнка")
    await school.mother.taps("Внести ответы с бумаги")
    await school.mother.taps("1")
    await school.mother.taps("1")
    await school.mother.taps("Пропустить")
    await school.mother.sees("Ответы записаны")
    await school.mother.presses_old(school.mother.screen.message_id, "digest.open")
    await school.mother.sees("Сейчас ничего не ждёт")
