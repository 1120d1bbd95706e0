"""Events in motion and afterwards: moved with calendars, others signed up, contests judged, seminars that count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document
from icalendar import Calendar

from mentoring.consents import ConsentKind
from mentoring.people import Organisation, Person
from mentoring.roles import Category, Role
from simulator.phones import Phone
from tests.conversations.pairs import taps_door
from tests.conversations.world import World
from tests.reading import plain

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
pytestmark = pytest.mark.programme("kumtorkala", START)
BEGINS = datetime(2026, 10, 10, 11, 0, tzinfo=UTC)


async def makes(maker: Phone, kind: str, title: str, *roles: str, until: str | None = None) -> None:
    """On 10 October at 14:00, open."""
    await taps_door(maker, "Мероприятия")
    await maker.taps("Новое мероприятие")
    await maker.taps(kind)
    await maker.says(title)
    await maker.taps("Пропустить")
    await maker.says("10.10.2026")
    await maker.taps("14:00")
    await (maker.says(until) if until else maker.taps("Пропустить"))
    await maker.says("Актовый зал")
    for role in roles:
        await maker.taps(role)
    await maker.taps("Готово")
    await maker.taps("Пропустить")
    await maker.taps("Всё верно")
    await maker.taps("К мероприятию")
    await maker.taps("Открыть запись")


async def child_without_telegram(world: World, school: Organisation, name: str, guardian: Person | None) -> Person:
    async with world.work() as work:
        child = await work.people.add(name, telegram_id=None, birth=date(2012, 3, 1), category=Category.PUPIL)
        await work.memberships.grant(child.id, school.id, Role.MENTEE)
        if guardian is not None:
            await work.guardianships.put(child.id, guardian.id, "mother")
    return child


def read(phone: Phone) -> tuple[str, str, int, datetime]:
    """The newest calendar file: its method, and of the event its UID, sequence and start."""
    name, content = phone.documents[-1]
    assert name == "event.ics"
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), str(event["uid"]), int(event["sequence"]), event.decoded("dtstart")


async def test_moved_and_changed_everybody_hears_and_calendars_follow(world: World) -> None:
    school = await world.organisation("Школа № 1")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    mentor, _ = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    mother, parent = await world.member("Лисина Ольга Павловна", Role.GUARDIAN, school)
    child = await child_without_telegram(world, school, "Лисин Пётр", parent)
    await child_without_telegram(world, school, "Белкин Илья", None)
    await makes(curator, "Семинар", "Как слушать", "Наставники", "Наставляемые", until="08.10.2026")
    await curator.sees("Запись до 8 октября")

    await mentor.taps("Открыть")
    await mentor.taps("Записаться")
    await mentor.taps("В календарь")
    assert read(mentor) == ("PUBLISH", "event-1@mentoring_bot.t.me", 0, BEGINS)
    await mother.sees("Приглашение для ребёнка", "чтобы записать ребёнка")
    await mother.taps("Открыть")
    await mother.taps("Записать своего ребёнка")
    await mother.sees("1. Лисин Пётр, Школа № 1")
    await mother.sees_no("Белкин")
    await mother.taps("1")
    await mother.sees("Лисин Пётр, Школа № 1 — запись есть")
    await mentor.presses_old(mentor.screens[-1].message_id, f"event.other:1:{child.id}:0")
    await mentor.toasted("недоступно")

    await curator.taps("Записать других")
    await curator.sees("1. Белкин Илья, Школа № 1", "2. Лисин Пётр, Школа № 1 — запись есть")
    await curator.taps("1")
    await curator.sees("Белкин Илья, Школа № 1 — запись есть")
    await curator.taps("К мероприятию")
    await curator.sees("Записались: 3")

    await curator.taps("Изменить…")
    await curator.taps("Дата, время, место")
    await curator.says("12.10.2026")
    await curator.taps("Пропустить")
    await curator.says("Библиотека")
    await curator.taps("Всё верно")
    await curator.sees("Сохранено", "узнают днём")
    moved = BEGINS + timedelta(days=2)
    await mentor.sees("Перенос: «Как слушать»", "12 октября", "Библиотека", "Ваша запись сохранилась")
    assert read(mentor) == ("PUBLISH", "event-1@mentoring_bot.t.me", 1, moved)
    await mother.sees("Запись сохранилась: Лисин Пётр")
    await curator.taps("К мероприятию")
    await curator.taps("Изменить…")
    await curator.taps("Название")
    await curator.says("Как слышать")
    await mentor.sees("Новое название: «Как слышать» (раньше «Как слушать»)")
    await curator.taps("К мероприятию")
    await curator.taps("Изменить…")
    await curator.taps("Срок записи")
    await curator.says("13.10.2026")
    await curator.sees("не может закончиться позже")

    await world.until(datetime(2026, 10, 8, 22, 0, tzinfo=UTC))
    await mentor.presses_old(mentor.screens[-1].message_id, "event.off:1")
    await mentor.sees("Записались: 2", "Запись закончилась 8 октября")
    await mentor.presses_old(mentor.screens[-1].message_id, "event.sign:1")
    await mentor.sees("Запись уже закончилась")
    await world.until(datetime(2026, 10, 11, 12, 0, tzinfo=UTC))
    await mother.sees("Завтра: «Как слышать»", "Записан ваш ребёнок: Лисин Пётр")
    await curator.presses_old(1, "event.cancel:1")
    await mother.sees("Отменено: «Как слышать»", "Лисин Пётр")
    assert read(mother)[0::2] == ("CANCEL", 3)


async def test_a_contest_is_judged_and_names_follow_consent(world: World) -> None:
    school = await world.organisation("Школа № 1")
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    await world.member("Громов Олег Ильич", Role.HEAD, school)
    mentor, first = await world.member("Дубова Мария Ильинична", Role.MENTOR, school)
    second, other = await world.member("Орлов Пётр Ильич", Role.MENTOR, school)
    await makes(curator, "Конкурс мастерства", "Наставник года", "Наставники")
    for phone in (mentor, second):
        await phone.taps("Открыть")
        await phone.taps("Записаться")
    await world.until(BEGINS + timedelta(hours=3))
    await curator.presses_old(1, f"event.came:1:{first.id}:0")
    await curator.presses_old(1, f"event.came:1:{other.id}:0")
    await curator.presses_old(1, "event.open:1")
    await curator.taps("Итоги")
    await curator.sees("ещё не объявлены", "1. Дубова Мария Ильинична, Школа № 1: участие")
    await second.presses_old(1, "event.results:1:0")
    await second.sees("Этого здесь уже нет")
    await curator.taps("1")
    await curator.taps("1 место")
    await curator.says("За душевность")
    await curator.sees("Дубова Мария Ильинична: 1 место, номинация «За душевность»")
    await curator.presses_old(1, f"event.came:1:{first.id}:0")
    await curator.sees("записан итог")
    await curator.presses_old(1, "event.results:1:0")
    await curator.taps("Объявить итоги")
    await mentor.sees("Итоги: «Наставник года»", "1 место, номинация «За душевность»")
    await second.sees("Итоги объявлены: «Наставник года»")
    await curator.presses_old(1, "event.announce:1")
    await curator.sees("уже что-то сделали")

    await second.taps("Открыть")
    await second.taps("Итоги")
    await second.sees("1. Имя не публикуется: 1 место")
    async with world.work() as work:
        await work.consents.give(first.id, ConsentKind.PUBLICATION, 1, given_by=first.id)
    await second.presses_old(1, "event.results:1:0")
    await second.sees("1. Дубова Мария Ильинична, Школа № 1: 1 место")
    await curator.presses_old(1, f"sitetext.of:{school.id}")
    await curator.sees("Дубова Мария Ильинична: «Наставник года», 10 октября 2026: 1 место")
    await second.presses_old(1, "event.merits:1:docx")
    assert not second.documents, "nobody prints another's diploma"
    await mentor.presses_old(1, "event.results:1:0")
    await mentor.taps("Документ Word")
    words = [plain(each.text) for each in Document(BytesIO(mentor.documents[-1][1])).paragraphs]
    assert words[:4] == ["Школа № 1", "ГРАМОТА", "награждается", "Дубова Мария Ильинична"]
    assert words[4:8] == ["1 место", "номинация «За душевность»", "Конкурс мастерства", "Наставник года"]
    assert "О. И. Громов" in words[8]


async def test_a_seminar_counts_where_the_curator_says_so(world: World) -> None:
    school, elsewhere = await world.organisation("Школа № 1"), await world.organisation("Школа № 2")
    coordinator, _ = await world.member("Орлова Ольга Николаевна", Role.COORDINATOR, None)
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, school)
    other, _ = await world.member("Серова Нина Павловна", Role.CURATOR, elsewhere)
    mentor, person = await world.member("Дубов Сергей Ильич", Role.MENTOR, school)
    _, late = await world.member("Берёзова Инна Олеговна", Role.MENTOR, elsewhere)
    await world.member("Смирнова Яна Олеговна", Role.MENTEE, elsewhere)
    young = date(2010, 3, 1)
    await world.member("Лисин Пётр Ильич", Role.MENTOR, school, category=Category.PUPIL, birth=young)
    await taps_door(coordinator, "Муниципалитет")
    await makes(coordinator, "Обучение наставников", "Первая встреча", "Наставники", "Наставляемые")
    await mentor.taps("Открыть")
    await mentor.taps("Записаться")
    await world.until(BEGINS + timedelta(hours=3))
    await coordinator.presses_old(1, f"event.came:1:{person.id}:0")
    await coordinator.sees("Кто ещё пришёл")
    await coordinator.taps("Кто ещё пришёл")
    await coordinator.says("Лис")
    await coordinator.sees("никого не нашлось")
    await coordinator.taps("Искать ещё")
    await coordinator.says("Смирнова")
    await coordinator.sees("никого не нашлось")
    await coordinator.taps("Искать ещё")
    await coordinator.says("берёзова")
    await coordinator.taps("1")
    await coordinator.sees("2. Берёзова Инна Олеговна, Школа № 2 — пришёл(ла)")
    await coordinator.presses_old(1, f"event.walked:1:{late.id}")
    await coordinator.sees("уже что-то сделали")
    await curator.presses_old(1, f"event.walked:1:{late.id}")
    await curator.sees("Это вам недоступно")
    await other.presses_old(1, "event.learnt:1")
    await other.sees("Наставники, которые пришли: 1", "Берёзова")
    await other.sees_no("Дубов")
    await curator.presses_old(1, "events.list")
    await curator.taps("1")
    await curator.taps("Зачесть обучение")
    await curator.sees("Дубов Сергей Ильич", "Какой шаг школы наставников")
    await curator.taps("Обучение наставников")
    await curator.toasted("наставников: 1")
    await mentor.sees("Школа наставников, Школа № 1", "10 октября", "пройдено")
    await curator.presses_old(1, "event.count:1:training")
    await curator.sees("этот шаг уже есть")
