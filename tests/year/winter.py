"""November and December: a new pair, a late meeting, a pupil comes back, the final meetings, the end."""

from __future__ import annotations

from tests.year.autumn import ENTRY
from tests.year.school import Year
from tests.year.speech import (
    EXPECTED,
    PROGRAMME,
    RESULTS,
    TOGETHER,
    answers,
    completes,
    enters_order,
    gives,
    logs,
    logs_not_held,
    logs_unplanned,
    newest,
    plans,
    proposes,
)

EXIT = "Итоговая анкета"


async def november(year: Year) -> None:
    """2–24 November: Kirill gets another mentor, Denis comes back."""
    our = year.cast
    await year.on("02.11 12:00")
    await plans(our.gromov, "Рабочая", "05.11", "15:00")
    kirill = ["Морозов Кирилл Львович"]
    await proposes(our.curator, "Ткачёв Илья Романович", kirill, "Учитель – ученик", "Профориент", "31.05.2027")
    for phone in (our.tkachev, our.kirill):
        await phone.taps("Согласиться")
    for phone in (our.tkachev, our.kirill):
        await answers(phone, ENTRY)
    await year.on("05.11 16:30")
    await logs_not_held(our.gromov, "Болезнь наставляемого")
    await year.on("09.11 12:00")
    await enters_order(our.curator, "Кирилл М.", "140-од")
    await plans(our.gromov, "Рабочая", "12.11", "20:30")
    await year.on("10.11 12:00")
    await plans(our.tkachev, "Знакомство", "16.11", "15:00", "Кирилл М.")
    await plans(our.vetrova, "Рабочая", "17.11", "14:00")

    await year.on("13.11 07:59")  # it was over at 21:30: nobody is asked at night
    await our.gromov.sees_no("Встреча состоялась?")
    await year.on("13.11 08:30")
    await logs(our.gromov)
    for phone in (our.gromov, our.nina):
        await gives(phone, 4)

    await year.on("16.11 13:00")
    await our.denis.unblocks()
    await our.curator.sees("Соколов Денис Андреевич", "снова получает")
    await year.on("16.11 16:30")
    await logs(our.tkachev)
    for phone in (our.tkachev, our.kirill):
        await gives(phone, 5)
    await year.on("17.11 12:00")
    await plans(our.tkachev, "Рабочая", "20.11", "17:00", "Денис С.")
    await year.on("17.11 15:30")
    await logs_not_held(our.vetrova, "Забыли")
    await plans(our.vetrova, "Рабочая", "24.11", "14:00")
    await year.on("20.11 18:30")
    await logs(our.tkachev)
    for phone in (our.tkachev, our.denis):
        await gives(phone, 4)

    await year.on("23.11 09:00")
    await our.curator.sees("Прошлая неделя", "16 ноября 2026 — 22 ноября 2026")
    await our.curator.sees("Без встреч 21 день и дольше — 1 пара", "Ветрова Мария Сергеевна", "27 дней")
    await year.on("24.11 15:30")
    await logs(our.vetrova)
    await gives(our.vetrova, 5)
    await gives(our.petya, 4)
    await gives(our.alina, 3)


async def december(year: Year) -> None:
    """3–21 December: the last meetings bring the exit questionnaires, or else the last day does."""
    our = year.cast
    await year.on("03.12 12:00")
    await plans(our.gromov, "Итоговая", "10.12", "15:00")
    await year.on("03.12 17:00")
    await logs_unplanned(our.tkachev, "Денис С.", "Сегодня", besides=True)
    await gives(our.tkachev, 5)  # Denis says nothing about this one
    await year.on("08.12 12:00")
    await plans(our.vetrova, "Итоговая", "15.12", "14:00")
    await plans(our.tkachev, "Пробная рабочая", "28.12", "17:00", "Кирилл М.")

    await year.on("10.12 16:30")
    await logs(our.gromov)
    for phone in (our.gromov, our.nina):
        await gives(phone, 5)
    await year.on("11.12 12:00")
    await answers(our.gromov, EXIT, {PROGRAMME: 9})
    await answers(our.nina, EXIT, {PROGRAMME: 10})
    await our.curator.sees("Все ответили на итоговые анкеты")
    await year.on("14.12 12:00")
    await completes(our.curator, "Нина С.")
    await our.nina.sees("Наставничество завершено")

    await year.on("15.12 15:30")
    await logs(our.vetrova)
    for phone in (our.vetrova, our.petya, our.alina):
        await gives(phone, 5)
    await year.on("16.12 12:00")
    await answers(our.vetrova, EXIT, {PROGRAMME: 8, EXPECTED: 7})
    await answers(our.petya, EXIT, {TOGETHER: 10, RESULTS: 8, EXPECTED: 9})
    await answers(our.alina, EXIT, {TOGETHER: 7, RESULTS: 6, EXPECTED: 8})
    await completes(our.curator, "Алина З.")
    await our.mother.sees("Петров Пётр Ильич", "закончилось")

    await year.on("18.12 08:59")
    await our.tkachev.sees_no(EXIT)
    await year.on("18.12 09:00")
    await our.curator.sees("Пора завершать", "Илья Т. → Денис С.")
    await answers(our.tkachev, EXIT, {PROGRAMME: 8, EXPECTED: 7})
    assert "Ответить" in newest(our.denis, EXIT).labels  # and Denis does not
    await year.on("21.12 12:00")
    await completes(our.curator, "Денис С.", missing="Соколов Денис Андреевич")
    await our.denis.sees("Наставничество завершено")
