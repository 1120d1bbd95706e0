"""Plain words instead of buttons: each finds its screen for whoever may see it, and none where an answer is awaited."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from handlers.words import LABELS
from locales import LANGUAGES, Wording
from locales.words import Asked, Words
from mentoring.roles import Category, Role
from services import municipality, words
from tests.conversations import entries, pairs
from tests.conversations.world import World

PUPIL = {"category": Category.PUPIL, "birth": date(2012, 3, 1)}


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("Когда встреча?", "чт, 3 сентября"),
        ("хочу перенести", "Кабинет 12"),
        ("Я не смогу прийти на встречу", "Кабинет 12"),
        ("мой наставник", "Приказ № 12"),
        ("напарнек", "Приказ № 12"),
        ("анкета", "Анкет и незаконченных форм нет"),
        ("Отзыв", "Анкет и незаконченных форм нет"),
        ("план", "лан"),
        ("домашка", "Задач"),
        ("что мне делать", "Ближайшая встреча"),
        ("Привет!", "Здравствуйте"),
        ("удалить мои данные", "согласи"),
        ("мои данные", "Что о вас хранится"),
        ("язык", "Choose a language"),
        ("спасибо!", "Пожалуйста!"),
        ("отмена", "отменять нечего"),
    ],
)
async def test_a_word_finds_its_screen(world: World, said: str, seen: str) -> None:
    of = await pairs.pair(world)
    await pairs.meeting(world, of, world.now + timedelta(days=2))
    await of.mentee.says(said)
    await of.mentee.sees(seen)


async def test_english_words_find_theirs(world: World) -> None:
    of = await pairs.pair(world, language="en")
    await pairs.meeting(world, of, world.now + timedelta(days=2))
    await of.mentee.says("When is the meeting?")
    await of.mentee.sees("3 September")
    await of.mentee.says("I can't come, please reschedule")
    await of.mentee.sees("Кабинет 12")
    await of.mentee.says("my mentor")
    await of.mentee.sees("Иванова Анна Петровна")
    await of.mentee.says("delete my data")
    await of.mentee.sees("consent")


async def test_a_mentor_finds_the_diary_and_a_mentee_hears_there_is_none(world: World) -> None:
    of = await pairs.pair(world)
    await of.mentor.says("дневник")
    await of.mentor.sees("Дневник")
    await of.mentor.says("Записать встречу")
    await of.mentor.sees_no("Что вы имеете в виду?")
    await of.mentee.says("дневник")
    await of.mentee.sees("Такого раздела у вас пока нет", "Меню")


async def test_what_may_mean_several_things_is_asked(world: World) -> None:
    of = await pairs.pair(world)
    await of.mentee.says("выйти")
    await of.mentee.sees("Что вы имеете в виду?")
    assert of.mentee.screen.labels == ["Моя пара", "Мои данные", "Меню"]
    await of.mentee.taps("Моя пара")
    await of.mentee.sees("Приказ № 12")
    await of.mentee.says("Помощь")
    assert of.mentee.screen.labels == ["Нужна помощь", "Помощь", "Меню"]
    await of.mentee.says("план и анкета")
    assert of.mentee.screen.labels == ["Анкеты", "План развития", "Меню"]


async def test_the_curators_words_find_the_curators_screens(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await curator.says("Сводка за неделю")
    await curator.sees("Активных пар")
    await curator.says("кто ждёт?")
    await curator.sees("Что вы имеете в виду?", "Заявки", "Что ждёт")
    await curator.says("плокат")
    await curator.sees("t.me")
    await curator.says("наставники")
    await curator.sees("Пар")


async def test_a_word_opens_nothing_that_is_not_open_to_its_writer(world: World) -> None:
    pupil, _ = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, await world.organisation(), **PUPIL)
    for word in ("сводка", "заявки", "тревожные ответы", "подбор", "люди", "показатели", "документы"):
        await pupil.says(word)
        await pupil.sees("Такого раздела у тебя пока нет", "Меню")
    await pupil.says("мой наставник")
    await pupil.sees_no("Такого раздела")


async def test_a_guardian_finds_the_child(world: World) -> None:
    of = await pairs.pair(world)
    guardian, parent = await world.member("Сергеева Вера Ильинична", Role.GUARDIAN, of.school)
    async with world.work() as work:
        await work.guardianships.put(of.mentee_person.id, parent.id, "mother")
    for word in ("мой ребёнок", "когда встреча?", "кто наставник"):
        await guardian.says(word)
        await guardian.sees("Сергеев Пётр Ильич")
    await guardian.says("хочу остановить участие")
    assert guardian.screen.labels[-2:] == ["Мои данные", "Меню"]
    assert guardian.screen.labels[0].startswith("Мой ребёнок")


async def test_while_something_is_asked_a_word_is_the_answer(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("Помощь")
    async with world.work() as work:
        record = await work.responses.active(coordinator.id)
    assert record is not None
    assert record.draft.answers["name"] == "Помощь"


async def test_what_is_no_answer_may_be_a_way_elsewhere_and_the_question_waits(world: World) -> None:
    of = await pairs.pair(world)
    await of.mentor.says("/meetings")
    await of.mentor.taps("Назначить встречу")
    await of.mentor.says("нужен план")
    await of.mentor.sees("Похоже, это не ответ", "План развития")
    await of.mentor.taps("‹ К вопросу")
    await of.mentor.says("знакомство")
    await of.mentor.says("что-нибудь")
    await of.mentor.sees("⚠️")
    async with world.work() as work:
        record = await work.responses.active(of.mentor.id)
    assert record is not None
    assert record.draft.answers == {"kind": "acquaintance"}


async def test_a_child_in_trouble_is_heard_whatever_is_asked(world: World) -> None:
    pupil, _ = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, await world.organisation(), **PUPIL)
    await pupil.says("/start " + await world.invite(None, await world.organisation("Школа № 2")))
    await pupil.says("меня обижают")
    await pupil.sees("Ты не виноват", "‹ К вопросу")
    await pupil.sees_no("Нажми, пожалуйста")


async def test_places_meant_together_are_all_offered_by_name(world: World) -> None:
    of = await pairs.pair(world)
    await of.mentor.says("план и дневник")
    assert of.mentor.screen.labels == ["Дневник", "План развития", "Меню"]
    await of.mentor.taps("Дневник")
    await of.mentor.sees("Записей ещё нет")


async def test_the_coordinators_words_find_the_rooms_of_the_municipality(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    for word, seen in (
        ("лучшие практики", "Лучшие практики"),
        ("рекомендации", "Рекомендации"),
        ("кураторы", "Кураторы"),
    ):
        await coordinator.says(word)
        await coordinator.sees(seen)


async def test_a_child_in_trouble_hears_where_help_is(world: World) -> None:
    pupil, _ = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, await world.organisation(), **PUPIL)
    await pupil.says("привет, меня обижают в классе")
    await pupil.sees("Ты не виноват", "8-800-2000-122", "112", "Нужна помощь")


async def test_a_stranger_hears_what_the_bot_is_whatever_they_ask(world: World) -> None:
    stranger = world.phone("Гость")
    await stranger.starts()
    await stranger.says("когда встреча")
    await stranger.sees("школьной программы наставничества")
    await stranger.says("помощь")
    await stranger.sees("/language")
    await stranger.says("удалите мои данные")
    await stranger.sees("только номер этого чата")


@pytest.mark.parametrize(
    "text",
    ["", "5", "?!", "школа.рф", "хочу уметь рисовать", "какая сегодня погода", "встреча " * 9, "я" * 5000, "как дела"],
)
def test_what_says_nothing_known_is_not_guessed(text: str) -> None:
    assert Words.load().find(text) is None


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("втсреча", "meetings.list"),
        ("ВСТРЕЧИ", "meetings.list"),
        ("добрый день, где отчёт?", "reports.open"),
        ("мой ребёнок", "ward.open"),
        ("записать ребёнка", "ward.enter"),
        ("дневник", "diary.own"),
        ("у кого нет наставника?", "unmatched.list"),
        ("мне нужна помощь", "help.begin"),
        ("распечатать памятку", "links.show"),
        ("первые шаги", "first.open"),
    ],
)
def test_case_yo_and_a_slip_are_forgiven(text: str, offer: str) -> None:
    asked = Words.load().find(text)
    assert asked is not None
    assert asked.offer[0] == offer


def test_the_table_names_places_that_there_are() -> None:
    own = {"pair.own", "meeting.next", "meeting.plan", "diary.own", "erase.ask"}
    rooms = {words.ROOM + name for name in municipality.PRESSES}
    named, wording = [row.asked for row in Words.load().entries], Wording.load()
    places = {name for asked in named for name in asked.offer}
    assert places <= {button.name for button in entries.buttons()} | own | rooms
    for language in LANGUAGES:
        assert all(asked.say is None or wording.has(language, asked.say) for asked in named)
        labels = {f"home-{name}".replace(".", "-").replace("_", "-") for name in places - LABELS.keys() - rooms}
        labels |= {name.replace(words.ROOM, "municipality-door-") for name in places & rooms}
        assert all(wording.has(language, label) for label in labels)
    assert LABELS.keys() == words.EVERYBODY


def test_each_phrase_finds_its_own_row() -> None:
    table = Words.load()
    own = [(phrase, row.asked, table.find(" ".join(phrase))) for row in table.entries for phrase in row.phrases]
    assert [(phrase, asked, found) for phrase, asked, found in own if found != asked] == []


def test_one_answer_in_words_stands_before_places() -> None:
    assert Words.load().find("привет, меня травят") == Asked(("help.begin",), say="words-worry")
