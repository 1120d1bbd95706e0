"""The home screen, what waits, help, language, privacy, blocking the bot, and everything nobody expected."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from locales.wording import LANGUAGES, Wording
from mentoring.consents import ConsentKind
from mentoring.invitations import Refusal as Why
from mentoring.meetings import Meeting, MeetingKind, MeetingState
from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import Profile
from mentoring.roles import Category, Role
from simulator.phones import Phone
from surveys.record import RecordState
from surveys.response import Draft
from tests.conversations import pairs
from tests.conversations.clumsy import OTHER_CONTENT
from tests.conversations.newcomers import ADULT, begins, consents
from tests.conversations.world import World

FILE = {"file_id": "AwACAgIAAxkB", "file_unique_id": "AgADxkB", "file_size": 9}


async def asked(world: World, phone: Phone, name: str = "sample") -> int:
    """A questionnaire that waits for the owner of the phone."""
    async with world.work() as work:
        actor = await work.chats.actor(phone.id)
        definition = world.machine.house.surveys.get(name)
        await work.definitions.archive(definition)
        made = await work.responses.add(
            Draft(definition.id, definition.version),
            definition,
            state=RecordState.WAITING,
            chat_id=phone.id,
            person_id=actor.person_id,
        )
    return made.id


async def test_a_stranger_hears_what_the_bot_is(world: World) -> None:
    stranger = world.phone("Гость")
    await stranger.starts()
    await stranger.sees("школьной программы наставничества", "QR-код", "попросите её у куратора")
    await stranger.says("привет")
    await stranger.sees("попросите её у куратора")
    await stranger.sends_sticker()
    await stranger.sees("попросите её у куратора")


async def test_a_stranger_with_an_english_telegram_is_spoken_to_in_english(world: World) -> None:
    stranger = world.phone("Guest", language="en")
    await stranger.starts()
    await stranger.sees("school mentoring programme", "ask the curator")


@pytest.mark.parametrize(
    ("role", "doors", "closed"),
    [
        (Role.MENTOR, ["Встречи", "Записать встречу", "Анкеты"], ["Люди", "Сводка", "Пригласить"]),
        (Role.MENTEE, ["Встречи", "Анкеты"], ["Записать встречу", "Люди", "Сводка", "Что ждёт"]),
        (
            Role.CURATOR,
            ["Что ждёт", "Заявки", "Люди", "Пары и группы", "Новая пара", "Ссылка и плакат", "Пригласить", "Сводка"],
            ["Организации", "Встречи"],
        ),
        (Role.HEAD, ["Пары и группы", "Сводка"], ["Люди", "Заявки", "Пригласить", "Новая пара"]),
        (Role.PSYCHOLOGIST, ["Люди", "Пары и группы", "Сводка"], ["Заявки", "Пригласить"]),
    ],
)
async def test_every_role_has_its_doors(world: World, role: Role, doors: list[str], closed: list[str]) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", role, await world.organisation())
    await phone.sees("Здравствуйте, Анна Ивановна!", "Первые шаги" if role is Role.CURATOR else "Помощь")
    labels = await every_door(phone)
    assert "Помощь" in labels
    assert set(doors) <= set(labels)
    assert not set(closed) & set(labels)
    assert all(len(label) <= 24 for label in labels)


async def every_door(phone: Phone) -> list[str]:
    """The buttons of the home screen, at most eight, and those behind «Ещё…»."""
    labels = list(phone.screen.labels)
    assert len(labels) <= 8
    while "Ещё…" in phone.screen.labels:
        await phone.taps("Ещё…")
        assert len(phone.screen.labels) <= 8
        labels += phone.screen.labels
    return [label for label in dict.fromkeys(labels) if label not in ("Ещё…", "‹ Меню")]


async def test_no_door_leads_to_a_refusal(world: World) -> None:
    school = await world.organisation()
    for role in (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST, Role.COORDINATOR):
        place = None if role is Role.COORDINATOR else school
        phone, _ = await world.member("Петрова Анна Ивановна", role, place)
        for label in await every_door(phone):
            await phone.says("/menu")
            while label not in phone.screen.labels:
                await phone.taps("Ещё…")
            await phone.taps(label)
            await phone.sees_no("недоступно", "не действует", "случилась ошибка")


async def test_a_pupil_is_greeted_as_one(world: World) -> None:
    phone, _ = await world.member(
        "Иванов Пётр Сергеевич",
        Role.MENTEE,
        await world.organisation(),
        category=Category.PUPIL,
        birth=date(2012, 3, 1),
    )
    await phone.sees("Привет, Пётр!", "тебя ничего не ждёт")


async def test_applications_are_counted_for_the_curator(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    async with world.work() as work:
        for number in range(3):
            applicant = await work.people.add(f"Иванов Пётр {number}")
            await work.memberships.apply(applicant.id, school.id, Role.MENTEE)
    await curator.says("/menu")
    await curator.sees("Ждут вашего решения: 3 заявки", "Заявки (3)")


async def test_an_applicant_sees_that_the_application_waits(world: World) -> None:
    school = await world.organisation()
    guest = world.phone("Пётр")
    async with world.work() as work:
        await work.chats.start(guest.id, "ru")
        person = await work.people.add("Иванов Пётр Сергеевич", telegram_id=guest.id)
        await work.memberships.apply(person.id, school.id, Role.MENTOR)
    await guest.starts()
    await guest.sees("Заявка ждёт решения куратора: Школа № 14")


async def test_what_waits_is_one_tap_away(any_world: World) -> None:
    world = any_world
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await phone.says("/surveys")
    await phone.sees("Анкет и незаконченных форм нет")
    await asked(world, phone)
    await phone.says("/menu")
    await phone.sees("Незавершённое: 1 анкета или форма", "Незавершённое (1)")
    await phone.says("/surveys")
    await phone.taps(phone.screen.labels[0])
    await phone.sees("Вопрос 1 из 10")


async def test_a_questionnaire_comes_before_a_form(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("Школа № 1")
    await asked(world, coordinator)
    await coordinator.says("/surveys")
    title = world.machine.house.surveys.get("sample").title.text("ru")
    assert coordinator.screen.labels[:2] == [title, "Новая организация"]


async def test_many_waiting_questionnaires_are_paged(world: World) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    for _ in range(9):
        await asked(world, phone)
    await phone.says("/surveys")
    await phone.sees("1 / 2")
    await phone.taps("›")
    await phone.sees("2 / 2")
    await phone.presses_old(phone.screen.message_id, "surveys.page:-5")
    await phone.sees("1 / 2")


async def test_help_names_the_commands_that_work(world: World) -> None:
    mentor, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await mentor.says("/help")
    await mentor.sees("/meetings", "/log", "/surveys", "/privacy")
    await mentor.sees_no("/people", "/match")
    stranger = world.phone("Гость")
    await stranger.starts()
    await stranger.says("/help")
    await stranger.sees("откройте ссылку", "/language")


async def test_cancel_puts_a_questionnaire_by_and_drops_a_form(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    await coordinator.says("/cancel")
    await coordinator.sees("отменять нечего")
    response = await asked(world, coordinator)
    await coordinator.says("/surveys")
    await coordinator.presses_old(coordinator.screen.message_id, f"response.open:{response}")
    await coordinator.taps("5")
    await coordinator.says("/cancel")
    await coordinator.sees("Ответы сохранены")
    await coordinator.says("/menu")
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("/cancel")
    await coordinator.sees("Отменили")
    async with world.work() as work:
        assert [record.id for record in await work.responses.waiting(coordinator.id)] == [response]


async def test_the_language_changes_at_once(world: World) -> None:
    phone, person = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    await phone.says("/language")
    await phone.taps("English")
    await phone.sees("I speak English now")
    await phone.taps("‹ Menu")
    await phone.sees("Hello, Анна Ивановна!", "Pairs and groups")
    async with world.work() as work:
        known = await work.people.get(person.id)
    assert known is not None
    assert known.language == "en"
    await phone.presses_old(phone.screen.message_id, "language.set:xx")
    await phone.toasted("no longer here")


async def test_privacy_tells_all_that_is_kept(world: World) -> None:
    school = await world.organisation()
    profile = Profile(school_class="7А", post=None)
    phone, _ = await world.member(
        "Иванов <Пётр> Сергеевич", Role.MENTEE, school, category=Category.PUPIL, birth=date(2012, 3, 1), profile=profile
    )
    await phone.says("/privacy")
    await phone.sees(
        "Что о тебе хранится",
        "Иванов <Пётр> Сергеевич",
        "1 марта 2012",
        "ученик",
        "7А",
        "наставляемый — Школа № 14",
        "Обработка персональных данных, редакция 1: дано 1 сентября 2026",
        "Участие в программе",
        "Кто это видит",
        "Как отозвать согласие",
    )
    stranger = world.phone("Гость")
    await stranger.starts()
    await stranger.says("/privacy")
    await stranger.sees("только номер этого чата и язык")


async def test_privacy_shows_a_withdrawn_consent(world: World) -> None:
    phone, person = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    async with world.work() as work:
        await work.consents.withdraw(person.id, ConsentKind.PARTICIPATION)
    await phone.says("/privacy")
    await phone.sees("Участие в программе, редакция 1: дано 1 сентября 2026", "отозвано 1 сентября 2026")


async def test_what_nobody_expected_is_answered_in_words(world: World) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await phone.says("какая сегодня погода?")
    await phone.sees("я ни о чём не спрашиваю", "Меню")
    await phone.says("/nonsense")
    await phone.sees("я ни о чём не спрашиваю")


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"video_note": {**FILE, "length": 240, "duration": 3}}, "видеосообщения я не слушаю"),
        ({"audio": {**FILE, "duration": 3}}, "Напишите, пожалуйста, словами"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "Стикеры я, правда, понимать не умею"),
        ({"video": {**FILE, "width": 9, "height": 9, "duration": 3}}, "нигде не сохраняю"),
        ({"location": {"latitude": 56.86, "longitude": 35.9}}, "Места на карте я не читаю"),
        (OTHER_CONTENT[1], "Мои анкеты — в меню"),
        (OTHER_CONTENT[2], "Напишите словами, что нужно"),
    ],
)
async def test_what_is_no_text_gets_a_friendly_answer(world: World, content: dict[str, Any], answer: str) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await phone.sends(content)
    await phone.sees(answer)
    assert phone.screen.labels == ["Меню"]


async def test_voice_stickers_and_files_get_a_friendly_answer(world: World) -> None:
    school, birth = await world.organisation(), date(2012, 3, 1)
    pupil, _ = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, school, category=Category.PUPIL, birth=birth)
    await pupil.sends_voice()
    await pupil.sees("Напиши, пожалуйста, словами", "Меню")
    await pupil.sends_sticker()
    await pupil.sees("Спасибо!", "Напиши словами")
    await pupil.sends_photo()
    await pupil.sees("Снимки и видео я сейчас не жду", "открой её в меню")
    await pupil.sends_document("реферат.docx", b"PK")
    await pupil.sees("Файл я сейчас не жду")
    await pupil.sends_contact()
    await pupil.sees("нигде не записан")
    stranger = world.phone("Гость")
    await stranger.starts()
    await stranger.sends_voice()
    await stranger.sees("школьной программы наставничества")


@pytest.mark.parametrize(
    "data",
    [
        "nonsense",
        "menu.open:1",
        "organisation.open:x",
        "response.open:99999",
        "response.open:" + "9" * 40,
        "a:1:q:x",
        "a:::",
        "invite.make:1:emperor",
        "link.open:5",
        "staff.accept:",
        "языки:🙂",
    ],
)
async def test_a_forged_button_is_answered_and_the_bot_goes_on(any_world: World, data: str) -> None:
    phone, _ = await any_world.member("Петрова Анна Ивановна", Role.MENTOR, await any_world.organisation())
    await phone.presses_old(phone.screen.message_id, data)
    assert phone.last_toast is not None
    await phone.never_sees("случилась ошибка")
    await phone.says("/menu")
    await phone.sees("Здравствуйте")


async def test_an_old_button_opens_the_menu_anew(world: World) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await phone.presses_old(phone.screen.message_id, "yesterday.thing:1")
    await phone.toasted("уже не действует")
    await phone.sees_no("случилась ошибка")


async def test_an_edited_answer_is_explained_and_an_edited_chat_is_not(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    await coordinator.says("просто так")
    written = coordinator.messages[-2]["message_id"]
    await coordinator.edits(written, "просто")
    await coordinator.sees_no("исправлено")
    await coordinator.says("/menu")
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    await coordinator.says("Школа № 1")
    mine = [message for message in coordinator.messages if not message["from"]["is_bot"]]
    await coordinator.edits(mine[-1]["message_id"], "Школа № 2")
    await coordinator.sees("ответ уже записан прежним")


async def test_a_foreign_contact_is_no_answer(world: World) -> None:
    coordinator, _ = await world.member("Смирнова Ольга Павловна", Role.COORDINATOR, None)
    await coordinator.taps("Организации")
    await coordinator.taps("Новая организация")
    for act in (coordinator.sends_sticker, coordinator.sends_photo, coordinator.sends_contact):
        await act()
        await coordinator.sees("Как называется организация?", "словами")
    await coordinator.sends_contact(owner=5)
    await coordinator.sees("словами")
    await coordinator.sends_document("list.pdf", b"%PDF")
    await coordinator.sees("словами")


async def test_a_blocked_bot_is_told_to_the_curator_once_and_the_return_too(any_world: World) -> None:
    world = any_world
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    mentee, person = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, school)
    await curator.says("/menu")
    await mentee.blocks()
    await curator.sees("Иванов Пётр Сергеевич не получает сообщений", "Карточка")
    assert sum("не получает" in screen.text for screen in curator.screens) == 1
    async with world.work() as work:
        assert await work.chats.of_person(person.id) is None
    await mentee.unblocks()
    await curator.sees("Иванов Пётр Сергеевич снова получает")
    await mentee.sees("Снова здравствуйте", "Меню")
    async with world.work() as work:
        assert await work.chats.of_person(person.id) == mentee.id


async def test_the_curators_card_button_opens_the_person(world: World) -> None:
    school = await world.organisation()
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, school)
    mentee, _ = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, school)
    await mentee.blocks()
    await curator.taps("Карточка")
    await curator.sees("Иванов Пётр Сергеевич")


async def test_a_stranger_who_blocks_the_bot_is_nobodys_news(world: World) -> None:
    curator, _ = await world.member("Петрова Анна Ивановна", Role.CURATOR, await world.organisation())
    stranger = world.phone("Гость")
    await stranger.starts()
    before = len(curator.messages)
    await stranger.blocks()
    await stranger.unblocks()
    await stranger.starts()
    await stranger.sees("школьной программы")
    assert len(curator.messages) == before


async def test_the_next_meeting_stands_on_the_home_screen(world: World) -> None:
    school = await world.organisation()
    mentor, first = await world.member("Петрова Анна Ивановна", Role.MENTOR, school)
    _, second = await world.member("Иванов Пётр Сергеевич", Role.MENTEE, school)
    now = world.now
    pair = Mentorship(
        id=0,
        organisation_id=school.id,
        form=Form.TEACHER_TEACHER,
        role_model="experienced-young",
        kind="individual",
        starts=now.date(),
        ends=now.date() + timedelta(days=90),
        state=MentorshipState.ACTIVE,
        parties=(Party(first.id, Side.MENTOR), Party(second.id, Side.MENTEE)),
        proposed_by=first.id,
        proposed_at=now,
    )
    async with world.work() as work:
        pair_id = await work.mentorships.propose(pair)
        when = now + timedelta(days=2)
        kind, state = MeetingKind.ACQUAINTANCE, MeetingState.PLANNED
        await work.meetings.add(Meeting(0, pair_id, kind, when, None, state, first.id, now))
    await mentor.says("/menu")
    await mentor.sees("Ближайшая встреча: чт, 3 сентября, 09:00", "Знакомство")


async def test_a_participant_finds_their_pair_and_a_guardian_does_not(world: World) -> None:
    of = await pairs.pair(world)
    for phone in (of.mentor, of.mentee):
        await phone.says("/menu")
        await phone.taps("Моя пара")
        await phone.sees("Иванова Анна Петровна", "Сергеев Пётр Ильич", "Приказ № 12")
    _, second = await world.member("Котова Ирина Львовна", Role.MENTEE, of.school)
    await pairs.active(world, of.school, [of.mentor_person], [second])
    await of.mentor.says("/menu")
    await of.mentor.taps("Мои пары")
    await of.mentor.sees("в которых вы участвуете", "Ирина К.", "Пётр С.")
    guardian, parent = await world.member("Сергеева Вера Ильинична", Role.GUARDIAN, of.school)
    async with world.work() as work:
        await work.guardianships.put(of.mentee_person.id, parent.id, "mother", hears_of_meetings=True)
    await guardian.says("/menu")
    await guardian.sees_no("Моя пара", "Мои пары")


async def test_staff_who_mentor_have_their_own_pair_beside_the_list(world: World) -> None:
    of = await pairs.pair(world)
    async with world.work() as work:
        await work.memberships.grant(of.mentor_person.id, of.school.id, Role.CURATOR)
    await of.mentor.says("/menu")
    assert {"Моя пара", "Пары и группы"} <= set(await every_door(of.mentor))
    _, second = await world.member("Котова Ирина Львовна", Role.MENTEE, of.school)
    await pairs.active(world, of.school, [of.mentor_person], [second])
    await of.mentor.says("/menu")
    doors = await every_door(of.mentor)
    assert "Пары и группы" in doors
    assert "Мои пары" not in doors


async def test_a_registration_left_half_way_is_offered_to_a_stranger(world: World) -> None:
    guest = world.phone("Анна")
    await guest.starts(await world.invite(Role.CURATOR, await world.organisation()))
    await guest.taps("Даю согласие")
    await guest.starts()
    await guest.sees("ещё не закончили", "Незавершённое (1)")
    await guest.taps("Незавершённое (1)")
    await guest.taps("Регистрация")
    await guest.sees("Как вас зовут?")


async def test_whoever_has_left_hears_how_to_join_again(world: World) -> None:
    school = await world.organisation()
    phone, person = await world.member("Петрова Анна Ивановна", Role.MENTOR, school)
    async with world.work() as work:
        held = await work.memberships.find(person.id, school.id, Role.MENTOR)
        assert held is not None
        await work.memberships.leave(held.id)
    await phone.says("/menu")
    await phone.sees("откройте ссылку, которую даёт куратор")
    await phone.sees_no("Встречи")


def refusals() -> list[str]:
    """The keys of all refusals that rules and use cases raise."""
    raising = re.compile(r'(?:Refusal|Forbidden|NotFound|Stale|TooLate|Invalid)\(\s*"([a-z-]+)"|default = "([a-z-]+)"')
    home = Path(__file__).parents[2]
    sources = [path.read_text("utf-8") for room in ("mentoring", "services") for path in (home / room).glob("*.py")]
    found = {first or second for source in sources for first, second in raising.findall(source)}
    return sorted(found | {f"invitation-{why}" for why in Why})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_words(language: str) -> None:
    keys, words = refusals(), Wording.load()
    assert len(keys) > 100
    assert [key for key in keys if not words.has(language, key)] == []


async def test_a_form_with_much_in_it_is_given_up_only_for_certain(world: World) -> None:
    newcomer = world.phone("Мария")
    link = await world.invite(None, await world.organisation())
    await begins(newcomer, link, ADULT)
    await newcomer.says("/cancel")
    await newcomer.sees("Отменили", "Меню")
    await begins(newcomer, link, ADULT)
    await consents(newcomer)
    await newcomer.says("Иванова Мария Петровна")
    await newcomer.says("/cancel")
    await newcomer.sees("Отменить? Всё введённое сотрётся")
    await newcomer.taps("Продолжить")
    await newcomer.sees("Кто вы?")
    await newcomer.taps("Отменить")
    await newcomer.taps("Да, отменить")
    await newcomer.sees("Отменили")
    async with world.work() as work:
        assert await work.responses.waiting(newcomer.id, "form") == []
