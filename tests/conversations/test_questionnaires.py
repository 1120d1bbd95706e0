"""Somebody's own questionnaires: sent as a spreadsheet, tried, saved, changed, answered, and given back as one."""

from __future__ import annotations

from mentoring.roles import Role
from messaging.replies import press
from surveys.record import RecordState
from surveys.response import Draft
from tests.conversations import workbooks
from tests.conversations.failing_school import parked_bodies
from tests.conversations.own_questionnaires import FILE, LONGER, asked, available, curator, forged
from tests.conversations.world import World

# --- from a file to a questionnaire -----------------------------------------------------------------------------------


async def test_a_file_is_read_tried_and_saved(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.sees("Анкета прочитана", "Кружок", "Вопросов: 3", "русский и английский", "никто не увидит")
    assert await available(world, school.id) == []

    await phone.taps("Попробовать")
    await phone.sees("Предпросмотр", "Вам понравился кружок?", "Вопрос 1")
    await phone.taps("Нет")
    await phone.sees("Что добавить?")
    await phone.taps("Пропустить")
    await phone.sees("Предпросмотр окончен")

    await phone.taps("Сохранить")
    await phone.sees("«Кружок» сохранена, версия 1")
    kept = await available(world, school.id)
    assert [(each.name, each.version, each.title["ru"]) for each in kept] == [(f"own-{school.id}-club", 1, "Кружок")]
    async with world.work() as work:
        assert await work.definitions.body(f"own-{school.id}-club", 1) is not None
        assert not [name for name, _ in await work.definitions.hashes() if name.startswith("draft")]
        assert await work.questionnaire_drafts.of_chat(phone.id) is None


async def test_it_can_be_tried_as_a_pupil_sees_it(world: World) -> None:
    phone = await curator(world, await world.organisation())
    head = ("type", "name", "label::Русский (ru)", "label::Русский, ты (ru-child)")
    asking = ("text", "wish", "Чего вы хотите?", "Чего ты хочешь?")
    await phone.sends_document(FILE, workbooks.book(survey=(head, asking)))
    await phone.sees("Анкета кружка", "один язык")
    await phone.taps("Как увидит ученик")
    await phone.sees("Чего ты хочешь?")


async def test_what_was_dropped_is_gone(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    card = phone.screen.message_id
    await phone.taps("Попробовать")
    await phone.taps("Не нужно", message=card)
    await phone.sees("Не сохраняю")
    async with world.work() as work:
        assert await work.responses.active(phone.id) is None
        assert await work.questionnaire_drafts.of_chat(phone.id) is None
    await forged(phone, press("questionnaires.save", 1, school.id, 1))
    await phone.sees("пришлите файл ещё раз")
    assert await available(world, school.id) == []


async def test_the_same_file_changes_nothing_and_a_changed_one_is_the_next_version(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Сохранить")
    await phone.sends_document("Ещё раз.xlsx", workbooks.form())
    await phone.sees("уже есть (версия 1), ничего не изменилось")
    assert "Сохранить" not in phone.screen.labels

    liked, _, wish = workbooks.ASKED
    changed = (liked, (*wish[:2], "Чего не хватает?", *wish[3:]), LONGER)
    await phone.sends_document(FILE, workbooks.form(*changed))
    await phone.sees("станет версией 2", "Новых вопросов: 1, изменено: 1, убрано: 1")
    assert [each.version for each in await available(world, school.id)] == [1]
    await phone.taps("Сохранить")
    await phone.sees("версия 2")
    assert [each.version for each in await available(world, school.id)] == [2]

    await phone.sends_document(FILE, workbooks.form(*changed, title="Наш кружок"))
    await phone.sees("изменились только название")


async def test_whoever_answers_the_earlier_version_finishes_it(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    mentor, person = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Сохранить")
    name = f"own-{school.id}-club"
    before = await asked(world, mentor, person, school, name)
    await mentor.says("/surveys")
    await mentor.taps("Кружок")
    await mentor.taps("Да")
    await mentor.sees("Сколько раз вы приходили?")

    await phone.sends_document(FILE, workbooks.form(LONGER))
    await phone.taps("Сохранить")
    await mentor.says("5")
    await mentor.sees("Что добавить?")
    await mentor.says("шахматы")
    await mentor.sees("Спасибо")
    async with world.work() as work:
        record = await work.responses.get(before)
        assert record is not None
        assert (record.state, record.draft.version) == (RecordState.FINISHED, 1)
        assert record.draft.answers == {"liked": "yes", "visits": 5, "wish": "шахматы"}
    after = await asked(world, mentor, person, school, name, about=2)
    async with world.work() as work:
        assert (await work.responses.get(after)).draft.version == 2  # type: ignore[union-attr]
    await mentor.says("/surveys")
    await mentor.taps("Кружок")
    await mentor.sees("Кто ведёт кружок?")


async def test_two_who_save_at_once_make_one_version(world: World) -> None:
    school = await world.organisation()
    one, other = await curator(world, school), await curator(world, school, "Орлова Инна Львовна")
    await one.sends_document(FILE, workbooks.form())
    await other.sends_document(FILE, workbooks.form(LONGER))
    await one.taps("Сохранить")
    await other.taps("Сохранить")
    await other.sees("уже сохранили или изменили")
    assert [each.version for each in await available(world, school.id)] == [1]
    await other.sends_document(FILE, workbooks.form(LONGER))
    await other.sees("станет версией 2")


# --- who may ----------------------------------------------------------------------------------------------------------


async def test_files_of_others_are_no_questionnaires(world: World) -> None:
    school = await world.organisation()
    mentor, _ = await world.member("Иванова Анна Петровна", Role.MENTOR, school)
    await mentor.sends_document(FILE, workbooks.form())
    await mentor.sees_no("Читаю файл", "Анкета прочитана")
    for data in ("questionnaires.list", press("questionnaires.export", "pulse", 0), "questionnaires.example"):
        await forged(mentor, data)
        await mentor.sees("недоступно")
    assert mentor.documents == []


async def test_another_schools_questionnaires_are_never_seen(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Лицей № 2")
    phone, stranger = await curator(world, school), await curator(world, other, "Орлова Инна Львовна")
    await phone.sends_document(FILE, workbooks.form(title="Секретный кружок"))
    for name in ("draft", "drop"):
        await forged(stranger, press(f"questionnaires.{name}", 1))
        await stranger.sees("пришлите файл ещё раз")
    await forged(stranger, press("questionnaires.save", 1, other.id, 1))
    await forged(phone, press("questionnaires.save", 1, other.id, 1))
    await phone.sees("недоступно")
    await phone.taps("Сохранить")
    (kept,) = await available(world, school.id)
    assert await available(world, other.id) == []
    for data in (
        press("questionnaires.open", kept.id),
        press("questionnaires.archive", kept.id),
        press("questionnaires.try", kept.name, 0),
        press("questionnaires.export", kept.name, 1),
    ):
        await forged(stranger, data)
        await stranger.sees("недоступно")
    await forged(stranger, "questionnaires.list")
    await stranger.sees("пока ни одной")
    await stranger.never_sees("Секретный")
    assert stranger.documents == []


async def test_the_coordinators_questionnaire_is_for_everybody(world: World) -> None:
    school = await world.organisation()
    coordinator, _ = await world.member("Громова Нина Сергеевна", Role.COORDINATOR, None)
    phone = await curator(world, school)
    await coordinator.sends_document(FILE, workbooks.form())
    await coordinator.taps("Сохранить")
    (kept,) = await available(world, school.id)
    assert kept.name == "own-0-club"
    await forged(phone, "questionnaires.list")
    await phone.taps("Кружок")
    await phone.sees("Общая для всех организаций")
    assert "Убрать из списка" not in phone.screen.labels
    await forged(phone, press("questionnaires.archive", kept.id))
    await phone.sees("недоступно")
    await phone.sends_document(FILE, workbooks.form(LONGER))
    await phone.sees("Новая анкета")
    await phone.taps("Сохранить")
    assert [each.name for each in await available(world, school.id)] == ["own-0-club", f"own-{school.id}-club"]


async def test_whoever_works_in_two_schools_says_for_which(world: World) -> None:
    school, other = await world.organisation(), await world.organisation("Лицей № 2")
    phone, person = await world.member("Седова Ольга Павловна", Role.CURATOR, school)
    async with world.work() as work:
        await work.memberships.grant(person.id, other.id, Role.PSYCHOLOGIST)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Сохранить")
    await phone.sees("Для кого сохранить")
    await phone.taps("Лицей № 2")
    await phone.sees("Новая анкета")
    await phone.taps("Сохранить")
    assert [each.name for each in await available(world, other.id)] == [f"own-{other.id}-club"]
    assert await available(world, school.id) == []


async def test_a_form_that_is_open_keeps_what_is_meant_for_it(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Попробовать")
    await phone.sends_document("Фото.pdf", b"%PDF-1.7")
    await phone.sees("Вам понравился кружок?")
    await phone.sees_no("Читаю файл", "xlsx")
    await phone.sends_document(FILE, workbooks.form(LONGER))
    await phone.sees("Анкета прочитана", "Вопросов: 1")


async def test_a_form_that_waits_for_a_file_gets_it(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    form = world.machine.house.surveys.get("paper-consent")
    given = {"documents": ["processing"], "guardian_name": "Петрова Анна Ивановна", "relation": "mother"}
    draft = Draft(form.id, form.version, {**given, "paper_date": "2026-08-31"}, asking="photo")
    async with world.work() as work:
        record = await work.responses.add(draft, form, state=RecordState.OPEN, chat_id=phone.id, person_id=None)
        await work.responses.activate(phone.id, record.id)
    await phone.sends_document(FILE, workbooks.form())
    await phone.sees_no("Читаю файл", "Анкета прочитана")
    await phone.sends_photo()
    await phone.sees("Проверьте: всё верно?")


# --- what there is ----------------------------------------------------------------------------------------------------


async def test_a_questionnaire_goes_off_the_list_and_comes_back(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Сохранить")
    await phone.taps("Открыть анкету")
    await phone.taps("Убрать из списка")
    await phone.sees("Убрана из списка")
    assert await available(world, school.id) == []
    await phone.taps("Назад")
    await phone.taps("🗄 Кружок")
    await phone.taps("Вернуть в список")
    assert [each.name for each in await available(world, school.id)] == [f"own-{school.id}-club"]
    await phone.sees_no("Убрана из списка")


async def test_what_is_given_out_comes_back_as_the_same(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await phone.sends_document(FILE, workbooks.form())
    await phone.taps("Сохранить")
    await phone.taps("Открыть анкету")
    await phone.taps("Скачать анкету (.xlsx)")
    name, content = phone.documents[-1]
    assert name == "club-v1.xlsx"
    await phone.sends_document(name, content)
    await phone.sees("уже есть (версия 1), ничего не изменилось")


async def test_a_bundled_questionnaire_becomes_ones_own(world: World) -> None:
    school = await world.organisation()
    phone = await curator(world, school)
    await forged(phone, "questionnaires.list")
    await phone.taps("Готовые анкеты")
    await phone.taps("До начала")
    await phone.sees("Перед началом", "ученик — ученик · Наставники", "1 / 2")
    await phone.taps("›")
    await phone.taps("1")
    await phone.sees("Перед началом")
    await phone.taps("Попробовать")
    await phone.sees("Предпросмотр")
    await phone.says("/cancel")
    await forged(phone, press("questionnaires.bundled_open", "pulse"))
    await phone.taps("Скачать анкету (.xlsx)")
    name, content = phone.documents[-1]
    assert name.startswith("pulse-v")
    await phone.sends_document(name, content)
    await phone.sees("Анкета прочитана", "Как идут дела?", "Новая анкета")
    await phone.taps("Сохранить")
    assert [each.name for each in await available(world, school.id)] == [f"own-{school.id}-pulse"]


async def test_the_example_is_a_good_questionnaire(world: World) -> None:
    phone = await curator(world, await world.organisation())
    await forged(phone, "questionnaires.list")
    await phone.taps("Пример анкеты (.xlsx)")
    name, content = phone.documents[-1]
    await phone.sends_document(name, content)
    await phone.sees("Анкета прочитана", "Пример: моя анкета", "русский и английский")
    assert not [label for label in phone.screen.labels if "Замечания" in label]


async def test_forms_and_unknown_names_are_not_given_out(world: World) -> None:
    phone = await curator(world, await world.organisation())
    for name in ("registration", "nothing", "draft-1", "own-1-club"):
        await forged(phone, press("questionnaires.export", name, 0))
        await phone.sees("Такой анкеты больше нет")
    assert phone.documents == []
    assert await parked_bodies(world) == []
