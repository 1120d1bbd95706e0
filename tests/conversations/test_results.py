"""Results in chat: numbers at once, parts, pictures and tables; who sees what."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mentoring.people import Organisation, Person
from mentoring.roles import Role
from messaging.replies import Say
from reports import packed
from services import results_files
from services.results_files import Sort
from simulator.phones import Phone
from storage.jobs import Job
from storage.tables import campaigns
from surveys.load import from_body
from surveys.path import Value
from tests.conversations.answering import answered, asked
from tests.conversations.world import World

HOUR = timedelta(hours=1)
NAMELESS = from_body(
    """{"survey": "own-1-mood", "version": 1, "anonymous": true, "title": {"ru": "Настроение", "en": "Mood"}, "ask": [
    {"id": "mood", "kind": "scale", "min": 1, "max": 10, "text": {"ru": "Как настроение?", "en": "How are you?"},
     "low": {"ru": "плохо", "en": "bad"}, "high": {"ru": "отлично", "en": "great"}},
    {"id": "why", "kind": "text", "optional": true, "max": 500, "text": {"ru": "Почему?", "en": "Why?"}}]}"""
)


@dataclass
class Staff:
    """A school with its curator and people who answer."""

    world: World
    school: Organisation
    curator: Phone
    people: list[Person]


async def school(world: World, marks: list[int], *, language: str = "ru", name: str = "Школа № 14") -> Staff:
    """People who have answered the pulse with these marks, one who has not, and the curator."""
    place = await world.organisation(name)
    curator, _ = await world.member("Кузнецова Ольга Ивановна", Role.CURATOR, place, language=language)
    people = []
    async with world.work() as work:
        for number, mark in enumerate(marks):
            person = await work.people.add(f"Участник {number} Петрович")
            people.append(person)
            values: dict[str, Value] = {"satisfaction": mark, "improve": f"=Больше встреч {number}"}
            form = "pupil-pupil" if number % 2 else "teacher-teacher"
            await answered(work, "pulse", person, place.id, values, form=form, role="mentee")
        silent = await work.people.add("Молчун Иван Петрович")
        await asked(work, "pulse", silent, place.id)
    return Staff(world, place, curator, people)


async def opens(phone: Phone) -> None:
    await phone.presses_old(phone.screen.message_id, "results.open")


async def test_the_curator_sees_counts_mean_and_median(any_world: World) -> None:
    at = await school(any_world, [8, 9, 4])
    await opens(at.curator)
    await at.curator.sees("Результаты анкет", "Школа № 14", "ответили 3 из 4")
    await at.curator.taps("1")
    await at.curator.sees("Спросили 4, ответили 3 (75 %)", "Среднее 7,0, медиана 8,0, 3 ответа")
    await at.curator.taps("1")
    await at.curator.sees("Ответили 3 из 3", "9 ▓▓▓▓▓▓▓▓▓▓ 1 (33 %)")
    await at.curator.taps("По формам")
    await at.curator.sees("Среднее 6,0", "Среднее 9,0", "Ученик – ученик")


async def test_a_form_is_looked_at_by_itself(world: World) -> None:
    at = await school(world, [8, 9, 4])
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("Фильтр")
    await at.curator.taps("По форме")
    await at.curator.taps("Ученик – ученик")
    await at.curator.sees("Только: Ученик – ученик", "1 законченный ответ", "Среднее 9,0")


async def test_pictures_of_many_questions_and_of_one(world: World) -> None:
    at = await school(world, [8, 9, 4])
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("Картинка")
    await at.curator.sees("Как идут дела? · Школа № 14")
    many = at.curator.photos[-1]
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("1")
    await at.curator.taps("Картинка")
    assert at.curator.photos[-1].startswith(b"\x89PNG")
    assert at.curator.photos[-1] != many


async def test_every_response_as_a_table(any_world: World) -> None:
    at = await school(any_world, [8, 9, 4])
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("Скачать ответы")
    await at.curator.taps("Таблица Excel")
    name, content = at.curator.documents[-1]
    assert name == "results.xlsx"
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 3
    assert {cell for row in rows for cell in row if str(cell).startswith("=")} == {
        f"=Больше встреч {number}" for number in range(3)
    }
    assert "Участник 0 Петрович" in {cell for row in rows for cell in row}
    await opens(at.curator)
    await at.curator.taps("1")
    await at.curator.taps("Скачать ответы")
    await at.curator.taps("CSV")
    name, content = at.curator.documents[-1]
    assert name == "results.csv"
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(read) == 4


async def test_a_psychologist_downloads_nothing_and_a_head_reads_no_words(world: World) -> None:
    at = await school(world, [8, 9, 4])
    psychologist, _ = await world.member("Орлова Инна Олеговна", Role.PSYCHOLOGIST, at.school)
    head, _ = await world.member("Попов Семён Ильич", Role.HEAD, at.school)
    for phone in (psychologist, head):
        await opens(phone)
        await phone.taps("1")
        await phone.sees("Среднее 7,0")
        await phone.sees_no("Скачать")
        code = "1.1.0.0.0.0"
        await phone.presses_old(phone.screen.message_id, f"results.file:{code}:xlsx")
        assert not phone.documents
    await opens(head)
    await head.taps("1")
    await head.taps("2")
    await head.sees_no("Читать ответы")
    await head.presses_old(head.screen.message_id, f"answers.list:{code}:1.1")
    await head.never_sees("Больше встреч")


async def test_nobody_else_sees_results(world: World) -> None:
    at = await school(world, [8, 9, 4, 5, 6])
    other = await world.organisation("Школа № 15")
    stranger, _ = await world.member("Зуева Вера Львовна", Role.CURATOR, other)
    mentor, _ = await world.member("Громов Олег Ильич", Role.MENTOR, at.school)
    for phone in (stranger, mentor):
        for data in (
            "results.view:1.1.0.0.0.0",
            f"results.in:{at.school.id}",
            "results.view:1.0.0.0.0.0",
            "swot.open:1",
        ):
            await phone.presses_old(phone.screen.message_id, data)
        await phone.never_sees("Среднее")
        await phone.never_sees("Больше встреч")
        await phone.never_sees("Сильные стороны")


async def test_a_coordinator_sees_no_mean_of_a_few_nor_what_gives_it_away(world: World) -> None:
    at = await school(world, [8, 9, 4])
    large = await school(world, [5, 6, 7, 8, 9, 10], name="Школа № 15")
    coordinator, _ = await world.member("Белова Нина Павловна", Role.COORDINATOR, None)
    await opens(coordinator)
    await coordinator.taps("Школа № 14")
    await coordinator.taps("1")
    await coordinator.sees("3 ответа, числа скрыты")
    await coordinator.sees_no("Среднее", "Скачать", "Читать")
    await opens(coordinator)
    await coordinator.taps("Школа № 15")
    await coordinator.taps("1")
    small = "Среднее" not in coordinator.screen.text
    await opens(coordinator)
    await coordinator.taps("Все вместе")
    await coordinator.taps("1")
    whole = "Среднее" not in coordinator.screen.text
    assert small or whole, "the total less the one is the other"
    await coordinator.taps("1")
    await coordinator.never_sees("Больше встреч")
    assert large.school.id != at.school.id


async def test_anonymous_answers_are_told_from_five_on(world: World) -> None:
    at = await school(world, [8])
    async with world.work() as work:
        for mark in (7, 8, 9, 10):
            await answered(work, NAMELESS, None, at.school.id, {"mood": mark, "why": "Тайна"}, campaign_id=1)
    view = "results.view:2.1.0.0.0.0"
    await at.curator.presses_old(at.curator.screen.message_id, view)
    await at.curator.sees("4 ответа, числа скрыты")
    await at.curator.sees_no("Среднее")
    async with world.work() as work:
        await answered(work, NAMELESS, None, at.school.id, {"mood": 6, "why": "Тайна"}, campaign_id=1)
    await at.curator.presses_old(at.curator.screen.message_id, view)
    await at.curator.sees("Среднее 8,0")
    await at.curator.taps("2")
    await at.curator.taps("Читать ответы")
    await at.curator.sees("Тайна")


async def test_versions_are_told_apart_where_the_question_changed(world: World) -> None:
    at = await school(world, [8])
    first = from_body(
        """{"survey": "own-1-day", "version": 1, "title": {"ru": "День", "en": "Day"}, "ask": [
        {"id": "day", "kind": "scale", "min": 1, "max": 5, "text": {"ru": "Как день?", "en": "How?"},
        "low": {"ru": "плохо", "en": "bad"}, "high": {"ru": "отлично", "en": "great"}},
        {"id": "same", "kind": "number", "text": {"ru": "Сколько встреч?", "en": "How many?"}}]}"""
    )
    second = from_body(first.body.replace('"version":1', '"version":2').replace("Как день?", "Как прошёл день?"))
    async with world.work() as work:
        await answered(work, first, at.people[0], at.school.id, {"day": 2, "same": 4})
        await answered(work, second, at.people[0], at.school.id, {"day": 4, "same": 8})
    async with world.work() as work:
        newest = (await work.results.newest(["own-1-day"]))["own-1-day"]
    await at.curator.presses_old(at.curator.screen.message_id, f"results.view:{newest.id}.1.0.0.0.0")
    await at.curator.sees("Как прошёл день? (версия 2)", "Как день? (версия 1)", "Сколько встреч?", "Среднее 6,0")


async def test_it_speaks_english(world: World) -> None:
    at = await school(world, [8, 9], language="en")
    await opens(at.curator)
    await at.curator.sees("Questionnaire results", "2 of 3 answered")
    await at.curator.taps("1")
    await at.curator.sees("Asked 3, answered 2 (67%)", "Mean 8.5, median 8.5, 2 answers")


async def campaign(world: World, organisation_id: int | None, questionnaire: str | None) -> int:
    """A campaign that is open; its id."""
    async with world.work() as work:
        made = await work.connection.execute(
            campaigns.insert()
            .values(
                organisation_id=organisation_id,
                origin="person",
                questionnaire=questionnaire,
                version=2,
                audience={},
                state="open",
                created_at=world.now,
                opens_at=world.now,
            )
            .returning(campaigns.c.id)
        )
        return int(made.scalar_one())


async def test_a_campaigns_results_are_its_own(any_world: World) -> None:
    at = await school(any_world, [1, 1])
    own = await campaign(any_world, at.school.id, "pulse")
    async with any_world.work() as work:
        for mark in (9, 10):
            person = await work.people.add("Новый Иван Петрович")
            await answered(work, "pulse", person, at.school.id, {"satisfaction": mark}, campaign_id=own)
    await at.curator.presses_old(at.curator.screen.message_id, f"results.campaign:{own}")
    await at.curator.sees("эта рассылка", "Спросили 2, ответили 2", "Среднее 9,5")
    stages = await campaign(any_world, at.school.id, None)
    await at.curator.presses_old(at.curator.screen.message_id, f"results.campaign:{stages}")
    await at.curator.sees("Ответов пока нет")


async def test_of_everybodys_campaign_a_curator_sees_their_own_school(world: World) -> None:
    at = await school(world, [1])
    other = await world.organisation("Школа № 15")
    whole = await campaign(world, None, "pulse")
    async with world.work() as work:
        for place, mark in ((at.school.id, 4), (other.id, 10)):
            person = await work.people.add("Новый Иван Петрович")
            await answered(work, "pulse", person, place, {"satisfaction": mark}, campaign_id=whole)
    await at.curator.presses_old(at.curator.screen.message_id, f"results.campaign:{whole}")
    await at.curator.sees("Школа № 14", "ответили 1", "Среднее 4,0")
    stranger, _ = await world.member("Громов Олег Ильич", Role.MENTOR, at.school)
    await stranger.presses_old(stranger.screen.message_id, f"results.campaign:{whole}")
    await stranger.never_sees("Среднее")


async def test_sensitive_answers_are_counted_for_curator_and_psychologist_alone(world: World) -> None:
    at = await school(world, [1])
    head, _ = await world.member("Попов Семён Ильич", Role.HEAD, at.school)
    secret = from_body(
        """{"survey": "own-1-secret", "version": 1, "title": {"ru": "Учёт", "en": "Register"}, "ask": [
        {"id": "register", "kind": "single", "sensitive": true, "text": {"ru": "Снят ли учёт?", "en": "Ended?"},
        "options": [{"id": "yes", "label": {"ru": "Снят", "en": "Ended"}},
                    {"id": "no", "label": {"ru": "Не снят", "en": "On it"}}]}]}"""
    )
    async with world.work() as work:
        for value in ("yes", "yes", "no"):
            await answered(work, secret, at.people[0], at.school.id, {"register": value})
        view = f"results.view:{(await work.results.newest([secret.id]))[secret.id].id}.1.0.0.0.0"
    await at.curator.presses_old(at.curator.screen.message_id, view)
    await at.curator.sees("Снят — 2; Не снят — 1 (всего 3)")
    await head.presses_old(head.screen.message_id, view)
    await head.sees("видят только куратор и психолог")
    await head.taps("1")
    await head.sees_no("Снят — 2", "Картинка")


def test_what_telegram_would_refuse_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_SENT", 10)
    job = Job(1, results_files.ROWS, {}, 5, 1, "results:rows")
    large = results_files.sent(job, Sort.XLSX, b"x" * 11, "Подпись")
    assert large.file is None
    assert isinstance(large.text, Say)
    assert large.text.key == "results-rows-large-xlsx"
    zipped = results_files.sent(job, Sort.CSV, b"PK12345", "Подпись")
    assert zipped.file is not None
    assert zipped.file.name == "results.zip"
    plain = results_files.sent(job, Sort.CSV, "\ufeffa".encode(), "Подпись")
    assert plain.file is not None
    assert plain.file.name == "results.csv"


async def test_a_conclusion_about_a_pair_is_in_nobody_elses_results(world: World) -> None:
    at = await school(world, [8])
    head, _ = await world.member("Попов Семён Ильич", Role.HEAD, at.school)
    async with world.work() as work:
        await answered(work, "compatibility", at.people[0], at.school.id, {"conclusion": "yes"}, role="psychologist")
        archive = (await work.results.newest(["compatibility"]))["compatibility"].id
    await opens(at.curator)
    await at.curator.sees("Совместимость пары")
    await opens(head)
    await head.sees("Как идут дела?")
    await head.presses_old(head.screen.message_id, f"results.view:{archive}.{at.school.id}.0.0.0.0")
    await head.never_sees("Совместимость пары")
