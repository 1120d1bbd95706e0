"""Awards through chat: given to all who earned it, to parents, by the coordinator; certificates; what counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from mentoring.consents import ConsentKind
from mentoring.events import Event, EventKind, EventState, SignState
from mentoring.people import Organisation
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.pairs import Pair, active, meeting, taps_door
from tests.conversations.test_awards import meets
from tests.conversations.test_practices import submits
from tests.conversations.world import World

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
PUPIL = date(2010, 3, 1)
DAY = timedelta(days=1)


def words(phone: Phone) -> str:
    """The newest Word document, line by line."""
    return "\n".join(each.text for each in Document(BytesIO(phone.documents[-1][1])).paragraphs)


async def marked(world: World, pair: Pair, mark: str) -> None:
    """A meeting held now, which the mentee gives a mark."""
    await meeting(world, pair, world.now + timedelta(hours=1))
    await world.advance(timedelta(hours=2))
    for label in ("Да", "45 минут", "Готово"):
        await pair.mentor.taps(label)
    await pair.mentee.taps(mark)


async def couple(world: World, school: Organisation, mentor: str, mentee: str, held: int) -> Pair:
    """A pair with so many meetings held."""
    leads, first = await world.member(mentor, Role.MENTOR, school)
    learns, second = await world.member(mentee, Role.MENTEE, school)
    pair = Pair(school, leads, learns, first, second, await active(world, school, [first], [second]))
    await meets(world, pair.mentorship, first.id, held)
    return pair


async def child_mentor(world: World, school: Organisation, name: str, times: int) -> Phone:
    """A pupil who mentors and has had so many meetings, whose mother's phone it gives."""
    _, child = await world.member(name, Role.MENTOR, school, category=Category.PUPIL, birth=PUPIL)
    _, other = await world.member("Зайцев Лев Олегович", Role.MENTEE, school, category=Category.PUPIL, birth=PUPIL)
    mother, parent = await world.member("Лисина Ольга Павловна", Role.GUARDIAN, school)
    async with world.work() as work:
        await work.guardianships.put(child.id, parent.id, "mother")
    await meets(world, await active(world, school, [child], [other]), child.id, times)
    return mother


@pytest.mark.programme("kyzyl", START)
async def test_all_who_earned_it_get_the_diploma_with_one_press(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await world.member("Громов Олег Ильич", Role.HEAD, school)
    first = await couple(world, school, "Иванова Мария Петровна", "Сергеев Иван Ильич", 4)
    second = await couple(world, school, "Орлов Пётр Ильич", "Белова Инна Олеговна", 5)
    third = await couple(world, school, "Яшина Вера Павловна", "Котов Лев Ильич", 4)
    for pair, mark in ((first, "5"), (second, "4"), (third, "3")):
        await marked(world, pair, mark)

    await taps_door(curator, "Доска почёта")
    await curator.taps("Награды")
    await curator.taps("2")
    await curator.sees("Подходят: 2", "Орлов Пётр Ильич: встреч 6 из 5, оценка 4 при норме 4")
    await curator.taps("Почти")
    await curator.sees("Яшина Вера Павловна: встреч 5 из 5, оценка 3 при норме 4", "не хватает 1")
    await curator.taps("Подходят")
    await curator.taps("Вручить всем: 2")
    await curator.sees("всем, кто подходит (2)?")
    await curator.taps("Да, вручить")
    await curator.toasted("Вручено: 2")
    await first.mentor.sees("Вам вручено: Грамота «Лучший наставник»")
    await second.mentor.sees("Вам вручено")
    await third.mentor.never_sees("Вам вручено")
    await curator.presses_old(1, f"award.everyone:{school.id}:diploma")
    await curator.sees("Вручать больше некому")
    await curator.presses_old(1, "award.paper:1:docx")
    assert "Орлов Пётр Ильич" in words(curator)

    await second.mentor.presses_old(1, "person.me")
    await second.mentor.taps("Справка наставника")
    await second.mentor.sees("6 встреч, 4,5 ч")
    await curator.presses_old(1, f"person.of:{first.mentor_person.id}")
    await curator.taps("Справка наставника")
    await curator.sees("Справка наставника: Иванова Мария Петровна", "5 встреч, 3,8 ч")
    await curator.taps("Документ Word")
    assert "Иванова Мария Петровна" in words(curator)
    assert "Сергеев" not in words(curator), "it names no mentee"


@pytest.mark.programme("kyzyl", START)
async def test_a_letter_goes_to_the_parents_of_a_pupil_who_mentors(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await couple(world, school, "Орлов Пётр Ильич", "Белова Инна Олеговна", 5)
    mother = await child_mentor(world, school, "Лисин Пётр Андреевич", 3)
    await curator.presses_old(1, f"awards.list:{school.id}:parents:s:0")
    await curator.sees("Подходят: 1", "Лисин Пётр Андреевич: встреч 3 из 3")
    await curator.taps("1")
    await curator.taps("Вручить")
    for label in ("1", "Сегодня", "Всё верно"):
        await curator.taps(label)
    await mother.sees("Благодарственное письмо родителям наставника: спасибо вам за ребёнка")
    await mother.taps("PDF")
    await mother.sees("Лисин Пётр Андреевич: готово к печати")
    await mother.presses_old(1, "award.paper:1:docx")
    assert "Лисиной Ольге Павловне" in words(mother)
    assert "за воспитание и поддержку наставника Лисина Петра Андреевича" in words(mother)


@pytest.mark.programme("kumtorkala", START)
async def test_the_coordinator_thanks_for_the_municipality(world: World) -> None:
    first, second = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, first)
    pair = await couple(world, first, "Иванова Мария Петровна", "Сергеев Иван Ильич", 5)
    other = await couple(world, second, "Орлов Пётр Ильич", "Белова Инна Олеговна", 6)
    await taps_door(coordinator, "Муниципалитет")
    await taps_door(coordinator, "Награды")
    await coordinator.sees("Благодарственное письмо — вручено: 0", "1 / 2")
    await coordinator.taps("3")
    await coordinator.sees("1. Орлов Пётр Ильич: встреч 6 из 5", "2. Иванова Мария Петровна: встреч 5 из 5")
    await coordinator.taps("2")
    await coordinator.taps("Вручить")
    for label in ("1", "Сегодня", "Всё верно"):
        await coordinator.taps(label)
    await pair.mentor.sees("Вам вручено: Благодарственное письмо")
    await coordinator.presses_old(1, "award.paper:1:docx")
    assert "Ивановой Марии Петровне" in words(coordinator)
    await coordinator.presses_old(1, "awards.of:0")
    await coordinator.sees("письмо — вручено: 1")
    await curator.presses_old(1, f"awards.of:{first.id}")
    await curator.sees("письмо — вручено: 0")
    await curator.presses_old(1, "award.revoke:1")
    await curator.sees("Это вам недоступно")
    await other.mentor.never_sees("Вам вручено")
    await curator.presses_old(1, f"award.everyone:{first.id}:letter")
    await curator.sees("Подходят: 1")
    await coordinator.taps("За что награждают")
    await coordinator.presses_old(1, "awards.of:0")
    await coordinator.sees("письмо — вручено: 1")


@pytest.mark.programme("tver-school-14", START)
async def test_of_mentees_the_coordinator_knows_those_who_let_themselves_be_named(world: World) -> None:
    school = await world.organisation("Школа № 1")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    pair = await couple(world, school, "Иванова Мария Петровна", "Белова Инна Олеговна", 5)
    award = "letter"
    await coordinator.presses_old(1, f"award.candidate:0:{award}:{pair.mentee_person.id}")
    await coordinator.never_sees("Белова Инна")
    async with world.work() as work:
        await work.consents.give(pair.mentee_person.id, ConsentKind.PUBLICATION, 1, given_by=pair.mentee_person.id)
    await coordinator.presses_old(1, f"award.candidate:0:{award}:{pair.mentee_person.id}")
    await coordinator.sees("Белова Инна Олеговна")
    await coordinator.taps("Вручить")
    for label in ("1", "Сегодня", "Всё верно"):
        await coordinator.taps(label)
    await coordinator.taps("Открыть награду")
    await coordinator.sees("Белова Инна Олеговна")
    await coordinator.presses_old(1, "award.paper:1:docx")
    assert "Беловой Инне Олеговне" in words(coordinator)
    async with world.work() as work:
        await work.consents.withdraw(pair.mentee_person.id, ConsentKind.PUBLICATION)
    await coordinator.presses_old(1, "award.open:1")
    await coordinator.sees("Это вам недоступно")


def gathering(school: Organisation, now: datetime) -> Event:
    """An event of a school that began an hour ago."""
    began = now - timedelta(hours=1)
    return Event(
        0, school.id, EventKind.ROUND_TABLE, "Круглый стол", began, (Role.MENTOR,), EventState.OPEN, 1, began - DAY
    )


@pytest.mark.programme("seversk", START)
async def test_a_published_practice_counts_and_a_held_event_is_told(world: World) -> None:
    school = await world.organisation("Школа № 1")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    pair = await couple(world, school, "Дубов Сергей Ильич", "Белова Инна Олеговна", 1)
    await taps_door(pair.mentor, "Лучшие практики")
    await submits(pair.mentor, "Открытая среда")
    await curator.presses_old(1, f"awards.list:{school.id}:best-practice:n:0")
    await curator.sees("Дубов Сергей Ильич: практик 0 из 1, не хватает 1")
    await coordinator.taps("Открыть")
    await coordinator.taps("Опубликовать")
    await curator.presses_old(1, f"awards.list:{school.id}:best-practice:s:0")
    await curator.sees("Подходят: 1", "Дубов Сергей Ильич: практик 1 из 1")
    async with world.work() as work:
        held = await work.events.add(gathering(school, world.now))
        await work.events.sign(held.id, pair.mentor_person.id, school.id, SignState.SIGNED, by=pair.mentor_person.id)
    await curator.presses_old(1, f"sitetext.of:{school.id}")
    await curator.sees_no("Круглый стол")
    await curator.presses_old(1, f"event.came:{held.id}:{pair.mentor_person.id}:0")
    await curator.presses_old(1, f"sitetext.of:{school.id}")
    await curator.sees("у нас прошло: «Круглый стол»")
