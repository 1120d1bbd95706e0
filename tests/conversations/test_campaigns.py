"""Campaigns in chat: one questionnaire put to many, from the form to the closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from mentoring.people import Organisation, Person
from mentoring.roles import Role
from simulator.phones import Phone
from surveys.load import load
from surveys.record import Record, RecordState, Subject
from tests.conversations.world import World

pytestmark = pytest.mark.usefixtures("without_mondays")
MENTEES = ("Андреева Вера Павловна", "Белов Пётр Ильич", "Громова Анна Олеговна")


@dataclass(frozen=True, slots=True)
class School:
    """A curator, three mentees and a mentor, nobody in a pair. It is Tuesday, 1 September 2026, 09:00 in Tver."""

    world: World
    place: Organisation
    curator: Phone
    mentor: Phone
    mentees: tuple[Phone, ...]
    people: tuple[Person, ...]

    async def asked(self, campaign_id: int = 1) -> list[Record]:
        """What the campaign asked, by the order of asking."""
        async with self.world.work() as work:
            return list(await work.responses.about(Subject("campaign", campaign_id)))

    async def states(self) -> list[RecordState]:
        return [record.state for record in await self.asked()]


@pytest.fixture
async def school(world: World) -> School:
    place = await world.organisation()
    curator, _ = await world.member("Ветрова Анна Львовна", Role.CURATOR, place)
    mentor, _ = await world.member("Громов Олег Ильич", Role.MENTOR, place)
    members = [await world.member(name, Role.MENTEE, place) for name in MENTEES]
    return School(world, place, curator, mentor, tuple(one for one, _ in members), tuple(one for _, one in members))


async def drafts(curator: Phone, *, what: str = "Как идут дела?", roles: tuple[str, ...] = ("Наставляемые",)) -> None:
    """The form to its end: everybody in these roles, at once, for a week."""
    await curator.says("/campaign")
    await curator.taps("Новая рассылка")
    await chooses(curator, what)
    for role in roles:
        await curator.taps(role)
    await curator.taps("Готово")
    await curator.taps("Всем")
    await curator.taps("Сразу после запуска")
    await curator.taps("Неделя")
    await curator.sees("Проверьте")
    await curator.taps("Всё верно")


async def chooses(phone: Phone, title: str) -> None:
    """A questionnaire from the list, by its button or its number."""
    for _ in range(9):
        screen = phone.screen
        if any(label.startswith(title) for label in screen.labels):
            await phone.taps(title, message=screen.message_id)
            return
        for line in screen.text.splitlines():
            number, _, rest = line.partition(". ")
            if number.isdecimal() and rest.startswith(title):
                await phone.taps(number, message=screen.message_id)
                return
        await phone.taps("›", message=screen.message_id)
    raise AssertionError(f"«{title}» is not offered: {phone.screen}")


async def launches(school: School, **more: object) -> None:
    """A campaign that is open."""
    await drafts(school.curator, **more)  # type: ignore[arg-type]
    await school.curator.taps("Запустить")
    await school.world.advance(timedelta(seconds=1))


async def answers(phone: Phone, mark: str = "9") -> None:
    """The pulse: a mark, and nothing to add."""
    await phone.taps("Ответить")
    await phone.taps(mark)
    await phone.taps("Пропустить")
    await phone.sees("Спасибо")


async def test_a_curator_asks_the_mentees(school: School) -> None:
    curator = school.curator
    await drafts(curator)
    await curator.sees("Как идут дела?", "Школа № 14", "Кому: наставляемые", "Получат: 3", "Запустить")
    await school.mentees[0].never_sees("Ответить")
    await curator.taps("Запустить")
    await curator.toasted("Запущено")
    await school.world.advance(timedelta(seconds=1))
    await curator.sees("Ответили 0 из 3", "идёт")
    for mentee in school.mentees:
        await mentee.sees("Как идут дела?", "2 вопроса", "8 сентября, 20:00")
        await answers(mentee)
    await school.mentor.never_sees("Ответить")
    assert await school.states() == [RecordState.FINISHED] * 3
    assert {record.role for record in await school.asked()} == {"mentee"}


async def test_progress_is_live_in_one_message(school: School) -> None:
    curator, world = school.curator, school.world
    await launches(school)
    card = next(screen for screen in curator.screens if "Ответили 0 из 3" in screen.text)
    await curator.says("/menu")
    await answers(school.mentees[0])
    await world.advance(timedelta(seconds=40))
    assert "Ответили 1 из 3 ▓▓░░░░░░ 33 %" in _message(curator, card.message_id)
    count = len(curator.screens)
    await answers(school.mentees[1])
    await world.advance(timedelta(seconds=10))
    assert "Ответили 1 из 3" in _message(curator, card.message_id), "not twice in half a minute"
    await world.advance(timedelta(seconds=25))
    assert "Ответили 2 из 3 ▓▓▓▓▓░░░ 67 %" in _message(curator, card.message_id)
    assert len(curator.screens) == count, "an edit, no new message"


def _message(phone: Phone, message_id: int) -> str:
    return next(screen.text for screen in phone.screens if screen.message_id == message_id)


async def test_nothing_is_written_to_who_blocked_the_bot(school: School) -> None:
    await school.mentees[0].blocks()
    await launches(school)
    await answers(school.mentees[1])
    assert (await school.states()).count(RecordState.WAITING) == 2
    await school.world.advance(timedelta(days=10))
    await school.mentees[0].unblocks()
    await school.mentees[0].never_sees("Ответить")
    assert sorted(await school.states()) == [RecordState.FINISHED, *[RecordState.UNANSWERED] * 2]


async def test_reminders_come_twice_and_not_at_night(school: School) -> None:
    world = school.world
    await world.until(datetime(2026, 9, 1, 19, 30, tzinfo=UTC))  # 22:30 in Tver
    await launches(school)
    waits, answered = school.mentees[0], school.mentees[1]
    await waits.never_sees("Ответить")
    await world.until(datetime(2026, 9, 2, 5, 0, tzinfo=UTC))
    await answers(answered)
    await world.until(datetime(2026, 9, 4, 4, 59, tzinfo=UTC))
    await waits.never_sees("Напоминаем")
    await world.until(datetime(2026, 9, 4, 5, 0, tzinfo=UTC))
    assert _reminders(waits) == 1
    await world.until(datetime(2026, 9, 7, 16, 59, tzinfo=UTC))
    assert _reminders(waits) == 1
    await world.until(datetime(2026, 9, 7, 17, 0, tzinfo=UTC))
    assert _reminders(waits) == 2
    await world.advance(timedelta(days=20))
    assert _reminders(waits) == 2
    await answered.never_sees("Напоминаем")


def _reminders(phone: Phone) -> int:
    return sum("Напоминаем об анкете" in screen.text for screen in phone.screens)


async def test_a_downtime_sends_one_reminder_for_two(school: School) -> None:
    await launches(school)
    school.world._clock.set(datetime(2026, 9, 7, 18, 0, tzinfo=UTC))
    for _ in range(3):
        await school.world.machine.tick()
        await school.world.settle()
    assert _reminders(school.mentees[0]) == 0, "it is night in Tver"
    await school.world.until(datetime(2026, 9, 8, 5, 0, tzinfo=UTC))
    assert _reminders(school.mentees[0]) == 1


async def test_extending_gives_more_time(school: School) -> None:
    curator, world = school.curator, school.world
    await launches(school)
    await world.advance(timedelta(days=6))
    await curator.taps("Продлить")
    await curator.taps("Ещё 3 дня")
    await curator.sees("продлена", "11 сентября, 20:00")
    await world.until(datetime(2026, 9, 11, 16, 59, tzinfo=UTC))
    assert await school.states() == [RecordState.WAITING] * 3
    await world.until(datetime(2026, 9, 11, 17, 0, tzinfo=UTC))
    assert await school.states() == [RecordState.UNANSWERED] * 3
    await school.mentees[0].taps("Ответить")
    await school.mentees[0].sees_no("Вопрос 1")


async def test_an_earlier_day_is_no_extension(school: School) -> None:
    await launches(school)
    await school.curator.taps("Продлить")
    await school.curator.taps("Другая дата")
    await school.curator.says("05.09.2026")
    await school.curator.sees("принимаются до", "8 сентября, 20:00", "более поздний")


async def test_closing_before_the_time(school: School) -> None:
    curator, world = school.curator, school.world
    other, _ = await world.member("Зимина Ольга Петровна", Role.CURATOR, school.place)
    await launches(school)
    await answers(school.mentees[2])
    await curator.taps("Кто не ответил")
    await curator.sees("Не ответили: 2", MENTEES[0], MENTEES[1])
    await curator.sees_no(MENTEES[2])
    await curator.taps("К рассылке")
    await curator.taps("Закрыть раньше", message=curator.screen.message_id)
    await curator.sees("Ещё не ответили: 2")
    await curator.taps("Пусть идёт")
    await curator.taps("Закрыть раньше", message=curator.screen.message_id)
    stale = curator.screen.message_id
    await curator.taps("Да, закрыть")
    await curator.sees("закрыта", "Ответили 1 из 3")
    await other.sees("закрыта", "Ответили 1 из 3 ▓▓░░░░░░ 33 %")
    assert (await school.states()).count(RecordState.UNANSWERED) == 2
    await curator.presses_old(stale, "campaign.close_now:1")
    await curator.sees("сейчас не идёт")
    await world.advance(timedelta(days=10))
    await school.mentees[0].never_sees("Напоминаем")


async def test_at_its_end_the_curators_hear_how_many_answered(school: School) -> None:
    await launches(school)
    await answers(school.mentees[0])
    await school.world.until(datetime(2026, 9, 8, 17, 0, tzinfo=UTC))
    await school.curator.sees("Рассылка «Как идут дела?» закрыта", "Ответили 1 из 3")
    await school.world.advance(timedelta(days=1))
    closed = [screen for screen in school.curator.screens if screen.text.startswith("Рассылка")]
    assert len([screen for screen in closed if "закрыта" in screen.text]) == 1
    await school.curator.says("/campaign")
    await school.curator.taps("Прошли")
    await school.curator.sees("ответили 1 из 3")


async def test_a_later_opening_and_a_narrow_audience(school: School) -> None:
    curator = school.curator
    await curator.says("/campaign")
    await curator.taps("Новая рассылка")
    await chooses(curator, "Как идут дела?")
    for step in ("Наставляемые", "Наставники", "Готово", "Уточнить", "Люди по именам", "Готово", "Пропустить"):
        await curator.taps(step)
    for name in ("Андреева", "Громов Олег"):
        await curator.taps(name)
    await curator.taps("Готово")
    await curator.sees("Получат: 2")
    await curator.taps("Назначить день и час")
    await curator.taps("3", message=curator.screen.message_id)
    await curator.taps("09:00")
    await curator.taps("3 дня")
    await curator.sees("Проверьте", "Получат: 2")
    await curator.taps("Всё верно")
    await curator.sees(
        "Только: людей — 2 (Андреева Вера Павловна, Громов Олег Ильич)", "Получат: 2", "3 сентября, 09:00"
    )
    await curator.taps("Запустить")
    await school.world.until(datetime(2026, 9, 3, 5, 59, tzinfo=UTC))
    assert not await school.asked()
    await school.world.until(datetime(2026, 9, 3, 6, 0, tzinfo=UTC))
    await school.mentor.sees("Как идут дела?")
    await school.mentees[0].sees("Как идут дела?", "6 сентября")
    await school.mentees[1].never_sees("Как идут дела?")


async def test_calling_off_before_it_opens(school: School) -> None:
    await drafts(school.curator)
    await school.curator.taps("Отменить", message=school.curator.screen.message_id)
    await school.curator.sees("отменена")
    await school.world.advance(timedelta(days=2))
    assert not await school.asked()


async def test_a_preview_keeps_nothing(school: School) -> None:
    curator = school.curator
    await drafts(curator)
    for reader in ("Просмотр: взрослым", "Просмотр: ученикам"):
        await curator.taps(reader)
        await curator.taps("7")
        await curator.taps("Пропустить")
        await curator.taps("Назад")
        await curator.sees("Получат: 3")
    await curator.taps("Просмотр: взрослым")
    await curator.taps("Закончить просмотр")
    await curator.sees("Предпросмотр окончен")
    assert not await school.asked()
    async with school.world.work() as work:
        assert not await work.responses.waiting(curator.id)


async def test_its_questionnaire_comes_back_as_a_spreadsheet(school: School) -> None:
    await drafts(school.curator)
    await school.curator.taps("Скачать анкету (.xlsx)")
    assert [name for name, _ in school.curator.documents] == ["pulse-v2.xlsx"]
    head, _ = await school.world.member("Орлова Нина Павловна", Role.HEAD, school.place)
    await head.presses_old(head.screen.message_id, "campaign.open:1")
    await head.never_sees("Скачать анкету (.xlsx)")


async def test_a_large_audience_is_asked_in_several_steps(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.campaign_running.AT_ONCE", 2)
    await drafts(school.curator)
    await school.curator.taps("Запустить")
    steps: list[int] = []
    while len(steps) < 9 and (due := await school.world.machine.tick()) is not None and due <= school.world.now:
        steps.append(len(await school.asked()))
    assert steps[:2] == [2, 3]
    await school.world.advance(timedelta(minutes=1))
    assert len(await school.asked()) == 3
    for mentee in school.mentees:
        assert sum("2 вопроса" in screen.text for screen in mentee.screens) == 1


async def test_another_organisations_curator_sees_nothing_of_it(school: School) -> None:
    other = await school.world.organisation("Лицей")
    stranger, _ = await school.world.member("Чужова Мария Ивановна", Role.CURATOR, other)
    await launches(school)
    await stranger.says("/campaign")
    await stranger.sees("Идут сейчас: 0")
    menu = stranger.screen.message_id
    for name in ("open", "launch", "close_now", "unanswered", "paper", "preview_adult", "places", "extend"):
        await stranger.presses_old(menu, f"campaign.{name}:1")
        await stranger.never_sees("Андреева")
        await stranger.never_sees("Ответили 0 из 3")
    assert await school.states() == [RecordState.WAITING] * 3


async def test_paper_answers_of_somebody_without_telegram(school: School) -> None:
    curator, world = school.curator, school.world
    async with world.work() as work:
        await work.people.detach(school.people[0].id)
    await launches(school)
    await curator.taps("Ввести с бумаги")
    await curator.sees("Чьи бумажные ответы введём?", MENTEES[0])
    await curator.taps(MENTEES[0])
    await curator.sees(f"Вводите с бумаги: отвечает {MENTEES[0]}", "Вопрос 1 из 2")
    await curator.taps("8", message=curator.screen.message_id)
    await curator.sees("Вводите с бумаги", "Вопрос 2 из 2")
    await curator.says("Всё хорошо")
    await curator.sees("Спасибо", MENTEES[0], "введённые с бумаги")
    (record,) = [one for one in await school.asked() if one.person_id == school.people[0].id]
    async with world.work() as work:
        actor = await work.chats.actor(curator.id)
    assert (record.state, record.entered_by) == (RecordState.FINISHED, actor.person_id)
    await curator.taps("Ввести ещё")
    await curator.sees("уже введены")
    await curator.presses_old(curator.screen.message_id, f"paper.enter:{record.id}")
    await curator.sees("уже есть")
    waiting = [one for one in await school.asked() if one.state is RecordState.WAITING]
    await curator.presses_old(curator.screen.message_id, f"paper.enter:{waiting[0].id}")
    await curator.sees("пусть ответит сам")


async def test_the_coordinator_asks_every_organisation(school: School) -> None:
    world = school.world
    lyceum = await world.organisation("Лицей")
    far, _ = await world.member("Чужова Мария Ивановна", Role.CURATOR, lyceum)
    pupil, _ = await world.member("Дроздов Илья Олегович", Role.MENTEE, lyceum)
    coordinator, _ = await world.member("Яковлева Инна Сергеевна", Role.COORDINATOR, None)
    await drafts(coordinator)
    await coordinator.sees("Все организации", "Получат: 4")
    await coordinator.taps("Запустить")
    await world.advance(timedelta(seconds=1))
    await answers(pupil)
    await world.advance(timedelta(seconds=40))
    await coordinator.sees("Ответили 1 из 4")
    await coordinator.taps("По организациям")
    await coordinator.sees("Лицей: 1 из 1 (100 %)", "Школа № 14: 0 из 3 (0 %)")
    await coordinator.never_sees("Кто не ответил")
    await far.says("/campaign")
    await far.sees("ответили 1 из 1")
    await school.curator.says("/campaign")
    await school.curator.taps("1")
    await school.curator.sees("Ответили 0 из 3")
    await school.curator.never_sees("Закрыть раньше")
    await school.curator.taps("Кто не ответил")
    await school.curator.sees(*MENTEES)
    await school.curator.never_sees("Дроздов")
    await school.curator.presses_old(school.curator.screen.message_id, "campaign.close_now:1")
    await school.curator.presses_old(school.curator.screen.message_id, "campaign.places:1")
    await coordinator.presses_old(coordinator.screen.message_id, "campaign.unanswered:1")
    await coordinator.never_sees("Андреева")
    assert (await school.states()).count(RecordState.WAITING) == 3
    await coordinator.says("/campaign")
    await coordinator.taps("1")
    await coordinator.taps("Закрыть раньше", message=coordinator.screen.message_id)
    await coordinator.taps("Да, закрыть")
    await school.curator.sees("закрыта", "Ответили 0 из 3")
    await far.sees("закрыта", "Ответили 1 из 1")


async def test_a_head_sees_how_far_it_is_and_changes_nothing(school: School) -> None:
    head, _ = await school.world.member("Орлова Нина Павловна", Role.HEAD, school.place)
    await launches(school)
    await head.says("/campaign")
    await head.never_sees("Новая рассылка")
    await head.taps("1")
    await head.sees("Ответили 0 из 3")
    for label in ("Закрыть раньше", "Продлить", "Кто не ответил", "Ввести с бумаги"):
        await head.never_sees(label)
    await head.presses_old(head.screen.message_id, "campaign.close_now:1")
    assert await school.states() == [RecordState.WAITING] * 3


async def test_in_english(school: School) -> None:
    world = school.world
    curator, _ = await world.member("Smith Ann", Role.CURATOR, school.place, language="en")
    mentee, _ = await world.member("Brown Tom", Role.MENTEE, school.place, language="en")
    await curator.says("/campaign")
    await curator.sees("Surveys", "Running now: 0", "Nobody is being asked anything now")
    await curator.taps("New campaign")
    await chooses(curator, "How is it going?")
    for step in ("Mentees", "Done", "All of them", "At once", "A week"):
        await curator.taps(step)
    await curator.sees("It would reach: 4")
    await curator.taps("All correct")
    await curator.sees("To: mentees", "Will reach: 4")
    await curator.taps("Launch")
    await world.advance(timedelta(seconds=1))
    await curator.sees("0 of 4 answered ░░░░░░░░ 0%")
    await mentee.sees("How is it going?", "2 questions", "you can answer until")
    await mentee.taps("Answer")
    await mentee.taps("10")
    await mentee.taps("Skip")
    await mentee.sees("Thank you")
    await curator.taps("Who has not answered")
    await curator.sees("Not answered: 3")


async def test_doors_of_the_home_of_campaigns(school: School) -> None:
    await school.curator.says("/menu")
    await school.curator.taps("Ещё…")
    await school.curator.taps("Опросы")
    await school.curator.sees("Новая рассылка", "Результаты")
    await school.curator.taps("Ещё…", message=school.curator.screen.message_id)
    await school.curator.sees("До и после", "Свои анкеты", "Оценка программы")
    assert "campaign" in school.curator.commands
    assert "campaign" not in school.mentor.commands
    await school.mentor.says("/campaign")
    await school.mentor.never_sees("Идут сейчас")


async def test_two_curators_press_at_once(school: School) -> None:
    other, _ = await school.world.member("Зимина Ольга Петровна", Role.CURATOR, school.place)
    await drafts(school.curator)
    await school.curator.taps("Запустить")
    await other.presses_old(other.screen.message_id, "campaign.launch:1")
    await other.sees("уже запущена")
    await other.presses_old(other.screen.message_id, "campaign.call_off:1")
    await other.sees("отменена")
    await school.world.advance(timedelta(days=1))
    assert not await school.asked()


ANONYMOUS = """
survey: own-1-climate
version: 1
title: {ru: Климат, en: Climate}
anonymous: true
ask:
- {id: calm, kind: scale, min: 1, max: 5, text: {ru: 'Спокойно ли вам?', en: 'Are you at ease?'},
   low: {ru: совсем нет, en: not at all}, high: {ru: очень, en: very}}
"""

NAMED_ANSWERS = """
SELECT count(*) FROM answers JOIN responses ON responses.id = answers.response_id
WHERE responses.person_id IS NOT NULL
"""


async def anonymous_questionnaire(school: School, folder: Path) -> None:
    """One that the school sent in."""
    (folder / "definitions").mkdir()
    (folder / "definitions" / "own-1-climate.yaml").write_text(ANONYMOUS, encoding="utf-8")
    definition = load(folder).get("own-1-climate")
    async with school.world.work() as work:
        await work.definitions.archive(definition)
        title = {"ru": "Климат", "en": "Climate"}
        await work.own_questionnaires.add("own-1-climate", title, organisation_id=school.place.id, created_by=1)


async def test_an_anonymous_questionnaire_needs_five_people(school: School, tmp_path: Path) -> None:
    await anonymous_questionnaire(school, tmp_path)
    curator = school.curator
    await drafts(curator, what="Климат")
    await curator.sees("хотя бы 5 человек, а подходит 3")
    assert not await school.asked()
    await curator.taps("Отменить", message=curator.screen.message_id)
    await curator.taps("Да, отменить")
    more = [await school.world.member(f"Новиков Иван {n}", Role.MENTEE, school.place) for n in ("Ильич", "Львович")]
    await launches(school, what="Климат")
    await curator.sees("Анонимно", "Ответили 0 из 5")
    for phone in (*school.mentees, *(one for one, _ in more)):
        await phone.sees("без имён")
        await phone.taps("Ответить")
        await phone.taps("4")
        await phone.sees("Спасибо")
    await school.world.advance(timedelta(minutes=1))
    await curator.sees("Ответили 5 из 5")
    await school.world.advance(timedelta(days=8))
    await curator.sees("закрыта", "Ответили 5 из 5")
    await curator.says("/campaign")
    await curator.taps("Прошли")
    await curator.taps("1", message=curator.screen.message_id)
    assert "Кто не ответил" not in curator.screen.labels
    async with school.world.work() as work:
        found = await work.connection.execute(text(NAMED_ANSWERS))
    assert found.scalar() == 0


DECEMBER = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)


async def test_the_calendar_asks_once_a_year(school: School) -> None:
    world = school.world
    empty = await world.organisation("Новая школа")
    await world.until(DECEMBER - timedelta(minutes=1), lived=timedelta(weeks=2))
    assert not await school.asked()
    await world.until(DECEMBER)
    assert len(await school.asked()) == 4
    await school.mentor.sees("Как идут дела?", "15 декабря, 20:00")
    for _ in range(3):
        await world.machine.tick()
    again = await World.open(world.database, world.now)
    await again.machine.tick()
    await again.machine.bot.session.close()
    await world.advance(timedelta(days=20))
    async with world.work() as work:
        keys = await work.connection.execute(text("SELECT key, organisation_id FROM campaigns"))
        assert [tuple(row) for row in keys] == [(f"calendar:{school.place.id}:satisfaction:2026", school.place.id)]
    assert empty.id != school.place.id
    await school.curator.sees("закрыта", "Ответили 0 из 4")


async def test_a_downtime_over_the_calendars_day(school: School) -> None:
    school.world._clock.set(DECEMBER + timedelta(days=3, hours=1))
    await school.world.advance(timedelta(minutes=1))
    assert len(await school.asked()) == 4


async def test_a_calendars_day_long_past_is_left_out(school: School) -> None:
    school.world._clock.set(DECEMBER + timedelta(days=15))
    await school.world.advance(timedelta(days=30))
    assert not await school.asked()
