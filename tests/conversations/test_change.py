"""Before and after: sentences and slopes of an organisation, one pair's answers, and the hint about a wide gap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.house import library
from mentoring.access import Actor
from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Lane, Say
from reports.workshop import Workshop
from services import rating_gap
from services.desk import Desk
from services.evidence import Stage
from simulator.phones import Phone
from surveys.path import Value
from surveys.record import Subject
from tests.conversations.answering import answered
from tests.conversations.pairs import active, taps_door
from tests.conversations.test_summary import begin
from tests.conversations.world import World

pytestmark = pytest.mark.usefixtures("without_mondays")


def scales(stage: str, side: str, value: int) -> dict[str, Value]:
    """Every scale question of a set answered alike."""
    definition = library().get(f"{stage}-teacher-teacher-{side}")
    return {question.id: value for question in definition.questions if question.kind == "scale"}


async def mentorship(
    world: World, place: Organisation, number: int, before: int, after: int | None
) -> tuple[int, Person, Person]:
    """A pair without Telegram whose mentee answered so before and, if at all, after."""
    async with world.work() as work:
        mentor = await work.people.add(f"Наставник {number} Петрович")
        mentee = await work.people.add(f"Подопечный {number} Петрович")
    pair = await active(world, place, [mentor], [mentee])
    async with world.work() as work:
        about = Subject("mentorship", pair)
        values = scales("entry", "mentee", before)
        await answered(work, "entry-teacher-teacher-mentee", mentee, place.id, values, subject=about)
        if after is not None:
            values = scales("exit", "mentee", after)
            await answered(work, "exit-teacher-teacher-mentee", mentee, place.id, values, subject=about)
    return pair, mentor, mentee


async def school(world: World, shifts: list[int | None], name: str = "Школа № 14") -> tuple[Organisation, Phone]:
    """A school whose mentees stood at 5 and went up by so much; None: they have not answered at the end."""
    place = await world.organisation(name)
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place)
    for number, shift in enumerate(shifts):
        await mentorship(world, place, number, 5, None if shift is None else 5 + shift)
    return place, curator


async def test_sentences_and_slopes_of_a_school(world: World) -> None:
    await begin(world, Workshop)
    _, curator = await school(world, [1, 2, 3, 1, 1, None])
    await curator.presses_old(curator.screen.message_id, "change.open")
    await curator.sees("До и после", "Школа № 14", "Из 5 пар ответов", "выросла в среднем на 1,6 балла из 10")
    await curator.sees("Было 5,0, стало 6,6. Оба раза ответили 5 из 12")
    await curator.taps("Картинка")
    assert curator.photos[-1].startswith(b"\x89PNG")
    await curator.taps("По формам")
    await curator.taps("Учитель – учитель")
    await curator.sees("Школа № 14, Учитель – учитель", "выросла")


async def test_too_few_pairs_say_so(world: World) -> None:
    _, curator = await school(world, [1, 2, None])
    await curator.presses_old(curator.screen.message_id, "change.open")
    await curator.sees("мало данных", "Есть 2 пары ответов, нужно хотя бы 5")


async def test_nobody_answered_yet(world: World) -> None:
    place = await world.organisation()
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place)
    await curator.presses_old(curator.screen.message_id, "change.open")
    await curator.sees("Сравнивать пока нечего")
    mentor, _ = await world.member("Громов Олег Ильич", Role.MENTOR, place)
    await mentor.presses_old(mentor.screen.message_id, "change.open")
    await mentor.never_sees("До и после")


async def test_a_coordinator_cannot_take_a_small_school_out_of_the_whole(world: World) -> None:
    small, _ = await school(world, [3, 3])
    large, _ = await school(world, [1, 1, 1, 1, 1, 2], "Школа № 15")
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    shown = {}
    for place in (small.id, large.id, 0):
        await coordinator.presses_old(coordinator.screen.message_id, f"change.in:{place}")
        shown[place] = "выросла" in coordinator.screen.text
    assert not shown[small.id]
    assert not (shown[large.id] and shown[0])


async def test_one_pair_before_and_after_is_for_its_curator_alone(any_world: World) -> None:
    place, curator = await school(any_world, [])
    pair, _, _ = await mentorship(any_world, place, 1, 4, 8)
    psychologist, _ = await any_world.member("Орлова Инна Олеговна", Role.PSYCHOLOGIST, place)
    await curator.presses_old(curator.screen.message_id, f"pair.open:{pair}")
    await taps_door(curator, "До и после")
    await curator.taps("Подопечный 1 Петрович")
    await curator.sees("наставляемый", "Ответы до и после", "4 → 8 (+4)")
    await curator.taps("Назад")
    await curator.sees("Подопечный 1 Петрович")
    await psychologist.presses_old(psychologist.screen.message_id, f"change.pair:{pair}")
    await psychologist.never_sees("4 → 8")


async def rated(world: World, mentor_says: int, mentee_says: int) -> tuple[Phone, Phone, Phone]:
    """A pair with phones that waits for the interim questionnaires, and what each answers to every scale."""
    place = await world.organisation()
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place)
    mentor, one = await world.member("Громов Олег Ильич", Role.MENTOR, place)
    mentee, other = await world.member("Серова Нина Юрьевна", Role.MENTEE, place)
    await active(world, place, [one], [other])
    await world.until(world.now + timedelta(days=136), lived=timedelta(days=6))
    for phone, value in ((mentor, mentor_says), (mentee, mentee_says)):
        await answer_all(phone, str(value))
    return curator, mentor, mentee


async def answer_all(phone: Phone, value: str) -> None:
    """The newest questionnaire from «Ответить» to «Спасибо»."""
    await phone.taps("Ответить")
    for _ in range(40):
        screen = phone.screen
        if "Спасибо" in screen.text:
            return
        if value in screen.labels:
            await phone.taps(value, message=screen.message_id)
        elif "Пропустить" in screen.labels:
            await phone.taps("Пропустить", message=screen.message_id)
        else:
            await phone.taps(screen.labels[0], message=screen.message_id)
    raise AssertionError(phone.screen)


async def test_a_wide_gap_is_hinted_at_once_without_answers(world: World) -> None:
    curator, mentor, mentee = await rated(world, 9, 2)
    await world.advance(timedelta(days=1))
    hints = [screen for screen in curator.screens if "по-разному видят" in screen.text]
    assert len(hints) == 1
    assert "Громов Олег Ильич" in hints[0].text
    assert not any(digit in hints[0].text for digit in "0123456789")
    await mentor.never_sees("по-разному видят")
    await mentee.never_sees("по-разному видят")
    await curator.taps("Карточка", message=hints[0].message_id)
    await curator.sees("Серова Нина Юрьевна")


async def test_a_narrow_gap_is_nobodys_business(world: World) -> None:
    curator, _, _ = await rated(world, 7, 6)
    await world.advance(timedelta(days=1))
    await curator.never_sees("по-разному видят")


async def test_in_a_group_the_gap_is_with_one_mentee(world: World) -> None:
    place = await world.organisation()
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place)
    async with world.work() as work:
        people = [await work.people.add(name) for name in ("Наставник Олег", "Довольная Нина", "Недовольный Пётр")]
    group = await active(world, place, people[:1], people[1:])
    about = Subject("mentorship", group)
    async with world.work() as work:
        desk = Desk(work, world.machine.house, Actor(0, None), work.now)
        for person, side, value in zip(people, ("mentor", "mentee", "mentee"), (9, 8, 1), strict=True):
            name = f"interim-teacher-teacher-{side}"
            values = scales("interim", side, value)
            record = await answered(work, name, person, place.id, values, subject=about)
            await rating_gap.look(desk, record, Stage.INTERIM)
        said = [show.text for show in desk.told]
        assert [show.lane for show in desk.told] == [Lane.REMINDER]
    assert isinstance(said[0], Say)
    assert said[0].values["mentee"] == "Недовольный Пётр"
    assert said[0].values["mentor"] == "Наставник Олег"
    await curator.sees_no("Довольная")


async def test_at_night_the_hint_waits_for_the_morning(world: World) -> None:
    await world.advance(timedelta(hours=17))  # 2:00 in Tver
    place = await world.organisation()
    await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place)
    async with world.work() as work:
        people = [await work.people.add(name) for name in ("Наставник Олег", "Подопечный Пётр")]
    pair = await active(world, place, people[:1], people[1:])
    async with world.work() as work:
        desk = Desk(work, world.machine.house, Actor(0, None), work.now)
        for person, side, value in zip(people, ("mentor", "mentee"), (9, 1), strict=True):
            values = scales("interim", side, value)
            about = Subject("mentorship", pair)
            record = await answered(work, f"interim-teacher-teacher-{side}", person, place.id, values, subject=about)
            await rating_gap.look(desk, record, Stage.INTERIM)
        assert [show.not_before for show in desk.told] == [datetime(2026, 9, 2, 5, 0, tzinfo=UTC)]
