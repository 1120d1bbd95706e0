"""September and October: people come, pairs begin to work, one ends early, a pupil stops the bot."""

from __future__ import annotations

from tests.year import arriving
from tests.year.arriving import MENTEE, MENTOR
from tests.year.school import Year
from tests.year.speech import (
    PROGRAMME,
    answers,
    begins_answers,
    cancels,
    enters_order,
    gives,
    goes_on,
    logs,
    logs_not_held,
    logs_unplanned,
    moves,
    newest,
    opens_card,
    plans,
    proposes,
    proposes_another_time,
    taps_all,
)

ENTRY, INTERIM = "Анкета перед началом", "Анкета на полпути"


async def people_come(year: Year) -> None:
    """1–5 September."""
    our = year.cast
    token = await arriving.the_school_opens(year)

    await arriving.a_teacher_tells(our.gromov, token, "Громов Олег Ильич", "02.05.1980", MENTOR, "Проекты")
    await arriving.sends(our.gromov)
    await arriving.approves(our.curator, "Громов Олег Ильич")
    await our.gromov.sees("Вас приняли")

    await arriving.a_teacher_tells(
        our.vetrova, token, "Ветрова Мария Сергевна", "12.03.1985", MENTOR, "Олимпиады и конкурсы"
    )
    await our.vetrova.taps("4")  # the name, on the card
    await our.vetrova.says("Ветрова Мария Сергеевна")
    await our.vetrova.sees("всё верно?", "Ветрова Мария Сергеевна")
    await arriving.sends(our.vetrova)
    await arriving.approves(our.curator, "Ветрова Мария Сергеевна")

    await year.on("02.09 12:00")
    await arriving.a_teacher_tells(our.nina, token, "Серова Нина Юрьевна", "20.02.1995", MENTEE, "Методика и уроки")
    await arriving.sends(our.nina)
    await arriving.approves(our.curator, "Серова Нина Юрьевна")
    await arriving.an_alumnus_registers(our.tkachev, token, "Ткачёв Илья Романович")
    await arriving.approves(our.curator, "Ткачёв Илья Романович")
    for pupil, name, school_class in (
        (our.alina, "Зайцева Алина Олеговна", "11А"),
        (our.denis, "Соколов Денис Андреевич", "11Б"),
        (our.kirill, "Морозов Кирилл Львович", "11В"),
    ):
        await arriving.a_grown_up_pupil_registers(pupil, token, name, school_class)
        await arriving.approves(our.curator, name)

    link = await arriving.the_mother_hesitates(our.petya, our.mother, token)
    await our.curator.sees("не дал согласия")
    await year.on("05.09 11:00")
    await arriving.the_mother_consents(our.petya, our.mother, link)
    await arriving.approves(our.curator, "Петров Пётр Ильич")
    await our.petya.sees("Тебя приняли")


async def pairs_begin(year: Year) -> None:
    """7–8 September: four proposals, nine entry questionnaires: one is put by, one never answered."""
    our = year.cast
    await year.on("07.09 12:00")
    await proposes(our.curator, "Громов Олег Ильич", ["Серова Нина Юрьевна"], "Учитель – учитель", "Опытный – молодой")
    for phone in (our.gromov, our.nina):
        await phone.taps("Согласиться")
    for phone in (our.gromov, our.nina):
        await answers(phone, ENTRY)
    await our.curator.sees("Все ответили на анкеты", "Осталось ввести приказ")

    await proposes(our.curator, "Громов Олег Ильич", ["Морозов Кирилл Львович"], "Учитель – ученик", "Соцпедагог")
    for phone in (our.gromov, our.kirill):
        await phone.taps("Согласиться")
    for phone in (our.gromov, our.kirill):
        await answers(phone, ENTRY)

    await year.on("08.09 10:00")
    group = ["Петров Пётр Ильич", "Зайцева Алина Олеговна"]
    await proposes(our.curator, "Ветрова Мария Сергеевна", group, "Учитель – ученик", "Учитель – одарённый")
    await our.mother.sees("Петров Пётр Ильич получает предложение")
    for phone in (our.vetrova, our.petya, our.alina):
        await phone.taps("Согласиться")
    await our.alina.sees("Все согласны")
    for phone in (our.vetrova, our.alina):
        await answers(phone, ENTRY)
    await begins_answers(our.petya, ENTRY)
    await goes_on(our.petya, most=3)
    await our.petya.sees("Вопрос 4 из")
    await our.petya.taps("Продолжить позже")
    await our.petya.sees("Отложили")

    await proposes(our.curator, "Ткачёв Илья Романович", ["Соколов Денис Андреевич"], "Учитель – ученик", "Профориент")
    for phone in (our.tkachev, our.denis):
        await phone.taps("Согласиться")
    await answers(our.tkachev, ENTRY)  # Denis never answers his


async def orders_come(year: Year) -> None:
    """9–11 September: Petya goes on where he stopped; four orders, the first two meetings are planned."""
    our = year.cast
    await year.on("09.09 11:00")
    await enters_order(our.curator, "Нина С.", "125-од")
    await enters_order(our.curator, "Кирилл М.", "126-од")
    await plans(our.gromov, "Знакомство", "11.09", "15:00", "Нина С.")

    await year.on("11.09 12:00")
    await our.petya.taps("Ответить", message=newest(our.petya, "Что тебя ждёт").message_id)
    await our.petya.sees("Вопрос 4 из")
    await goes_on(our.petya)
    await enters_order(our.curator, "Алина З.", "127-од")
    await enters_order(our.curator, "Денис С.", "128-од", missing="Соколов Денис Андреевич")
    await plans(our.vetrova, "Знакомство", "15.09", "14:00")
    await our.mother.sees("приглашает на встречу", "Петров Пётр Ильич")


async def first_meetings(year: Year) -> None:
    """11–24 September: six meetings, one of them at the time the other side proposed."""
    our = year.cast
    await year.on("11.09 16:30")
    await logs(our.gromov)
    await gives(our.gromov, 5)
    await gives(our.nina, 4, "Теперь знаю, с чего начать")

    await year.on("14.09 12:00")
    await plans(our.nina, "Пробная рабочая", "17.09", "16:00")
    await proposes_another_time(our.gromov, "18.09", "14:00", "В четверг педсовет")
    await our.nina.sees("пт, 18 сентября, 14:00", "В четверг педсовет")
    await our.nina.taps("Принять")
    await our.gromov.sees("переносит встречу", "meeting.ics")
    await plans(our.gromov, "Знакомство", "16.09", "15:00", "Кирилл М.")
    await plans(our.tkachev, "Знакомство", "18.09", "17:00")

    await year.on("15.09 15:30")
    await logs(our.vetrova)
    await gives(our.vetrova, 4)
    await gives(our.petya, 3)
    await gives(our.alina, 5)
    await year.on("16.09 16:30")
    await logs(our.gromov)
    await gives(our.gromov, 3)
    await gives(our.kirill, 2)
    await plans(our.vetrova, "Пробная рабочая", "22.09", "14:00")
    await year.on("18.09 15:30")
    await logs(our.gromov)
    await gives(our.gromov, 4)
    await gives(our.nina, 5)
    await year.on("18.09 18:30")
    await logs(our.tkachev)
    await gives(our.tkachev, 4)
    await gives(our.denis, 2, "Было скучно <b>и долго</b>")

    await year.on("21.09 12:00")
    await plans(our.gromov, "Планирование", "25.09", "15:00", "Нина С.")
    await year.on("22.09 15:30")
    await logs(our.vetrova)
    await gives(our.vetrova, 5)
    await gives(our.alina, 4)  # Petya says nothing about this one
    await year.on("24.09 10:00")
    await moves(our.nina, "25.09 15:00", "28.09", "15:00")
    await our.gromov.sees("переносит встречу", "пн, 28 сентября, 15:00", "meeting.ics")


async def october(year: Year) -> None:
    """28 September – 11 October: one meeting is not held, one is cancelled, a mark never comes."""
    our = year.cast
    await year.on("28.09 12:00")
    await plans(our.gromov, "Пробная рабочая", "30.09", "15:00", "Кирилл М.")
    await year.on("28.09 16:30")
    await logs(our.gromov)
    await gives(our.gromov, 5)
    await year.on("30.09 16:30")
    await logs_not_held(our.gromov, "Накладка в расписании")
    await our.nina.sees("Ждём один ответ")
    await year.on("01.10 12:00")
    await plans(our.vetrova, "Планирование", "06.10", "14:00")
    await year.on("05.10 12:00")
    await plans(our.gromov, "Рабочая", "08.10", "15:00", "Нина С.")
    await plans(our.denis, "Пробная рабочая", "14.10", "17:00")
    await our.tkachev.taps("Хорошо")
    await our.denis.sees("время встречи подходит")

    await year.on("06.10 10:00")
    await our.nina.taps("5", message=newest(our.nina, "Ждём один ответ").message_id)
    await our.nina.sees("уже всё завершено")  # a week has passed: it stands as unanswered
    await cancels(our.gromov, "08.10 15:00", "Болезнь")
    await our.nina.sees("отменяет встречу", "Болезнь", "meeting.ics")
    await year.on("06.10 15:30")
    await taps_all(our.vetrova, "Да", "45 минут", "Темы, итог, кто был")
    await taps_all(our.vetrova, "Пропустить", "Цели и план", "Готово")
    await our.vetrova.says("Выбрали проект")
    for phone in (our.vetrova, our.petya, our.alina):
        await gives(phone, 5)


async def a_pupil_stops_the_bot(year: Year) -> None:
    """12–27 October: Denis blocks it, a pair ends early, a meeting nobody logs, one that was moved afterwards."""
    our = year.cast
    await year.on("12.10 13:00")
    await our.denis.blocks()
    await our.curator.sees("Соколов Денис Андреевич", "не получает сообщений бота")
    await year.on("14.10 12:00")
    await plans(our.gromov, "Пробная рабочая", "22.10", "15:00", "Кирилл М.")
    await year.on("14.10 18:30")
    await logs(our.tkachev)
    await gives(our.tkachev, 3)  # Denis came, and can't be asked
    await year.on("15.10 12:00")
    await logs_unplanned(our.gromov, "Нина С.", "Вчера")
    await gives(our.gromov, 5)
    await gives(our.nina, 5)
    await plans(our.vetrova, "Рабочая", "20.10", "14:00")

    await year.on("19.10 12:00")
    await plans(our.tkachev, "Планирование", "23.10", "17:00")  # nobody ever says what became of it
    await year.on("20.10 11:00")
    await opens_card(our.curator, "Кирилл М.")
    await taps_all(our.curator, "Завершить досрочно", "Просьба наставляемого")
    await our.curator.says("Не подошло время встреч")
    await our.curator.says("131-од")
    await taps_all(our.curator, "Сегодня", "Всё верно")
    await our.curator.sees("Прекращено")
    await our.kirill.sees("прекращено досрочно")
    await our.kirill.never_sees("Не подошло время")
    await year.on("20.10 15:30")
    await our.vetrova.taps("Перенесли")
    await our.vetrova.says("27.10.2026")
    await our.vetrova.taps("14:00")
    await our.alina.sees("переносит встречу", "вт, 27 октября, 14:00")
    await year.on("27.10 15:30")
    await logs(our.vetrova)
    await gives(our.vetrova, 4)
    await gives(our.petya, 4)  # Alina says nothing about this one


async def halfway(year: Year) -> None:
    """29–30 October: everybody is asked how it is going; Petya and the blocked Denis do not answer."""
    our = year.cast
    await year.on("29.10 12:00")
    await answers(our.gromov, INTERIM, {PROGRAMME: 8})
    await answers(our.nina, INTERIM, {PROGRAMME: 9})
    await year.on("30.10 12:00")
    await our.petya.sees("Анкета на полпути")
    await answers(our.vetrova, "Анкета на полпути", {PROGRAMME: 7})
    await answers(our.alina, INTERIM, {PROGRAMME: 6})
    await answers(our.tkachev, INTERIM, {PROGRAMME: 5})
