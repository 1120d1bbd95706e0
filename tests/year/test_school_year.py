"""A school's year, September to December, lived on phones; its summaries equal the numbers worked out by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.year import autumn, winter
from tests.year.counting import Numbers, Table
from tests.year.school import SCHOOL, Year
from tests.year.sums import MONDAYS, MONTH, QUARTER, YEAR

STUCK = "Ткачёв Илья Романович — Морозов Кирилл Львович"
"""The one pair that waits on 24 December: 38 days since 16 November."""


@pytest.fixture
async def year(sqlite_url: str) -> AsyncIterator[Year]:
    begun = await Year.begins(sqlite_url)
    yield begun
    await begun.ends()


@pytest.fixture
async def year_on_postgresql(postgres_url: str) -> AsyncIterator[Year]:
    begun = await Year.begins(postgres_url)
    yield begun
    await begun.ends()


async def test_the_school_year(year: Year) -> None:
    await is_lived_through(year)
    await the_year_is_summed_up(year)
    await the_quarter_is_summed_up(year)
    await the_month_is_summed_up(year)
    mondays_came_once_each(year)
    reminders_came_in_time(year)
    nothing_reached_who_stopped_the_bot(year)


@pytest.mark.long
async def test_the_school_year_on_postgresql(year_on_postgresql: Year) -> None:
    await test_the_school_year(year_on_postgresql)


async def is_lived_through(year: Year) -> None:
    """From the coordinator's invitation to Christmas; twice the process ends and another one goes on."""
    await autumn.people_come(year)
    await autumn.pairs_begin(year)
    await year.on("09.09 10:00")  # one questionnaire is put by half-way, others wait
    await year.restarts()
    await autumn.orders_come(year)
    await autumn.first_meetings(year)
    await autumn.october(year)
    await year.on("12.10 12:00")  # a Monday: its summary is there already, a meeting is planned
    await year.restarts()
    await autumn.a_pupil_stops_the_bot(year)
    await autumn.halfway(year)
    await winter.november(year)
    await winter.december(year)
    await year.on("24.12 12:00")


async def the_year_is_summed_up(year: Year) -> None:
    curator = year.cast.curator
    await curator.says("/summary year")
    await curator.sees(
        f"{SCHOOL}, 24 декабря 2025 — 24 декабря 2026",
        "Активных пар и групп: 5",
        "Проведено 16 из 20 встреч",
        "Ещё без плана: 2",
        "Не состоялось: 3, без отметки: 1, отменено: 2, перенесено: 3",
        "Отзывы о встречах: 37 из 42",
        "Анкеты: 21 из 36",
        "Оценка встреч: 4,3 из 5 (37 ответов)",
        "Удовлетворённость: 7,76 из 10 (17 ответов)",
        "Без встреч 21 день и дольше — 1 пара:",
        f"• {STUCK} — 38 дней",
    )
    table = the_table_agrees(year, YEAR)
    assert table.figures()["Оценка встреч (1–5), среднее"] == (4.3, 37, None)
    assert table.figures()["Удовлетворённость (1–10), среднее"] == (7.76, 17, None)


async def the_quarter_is_summed_up(year: Year) -> None:
    curator = year.cast.curator
    await curator.says("/summary quarter")
    await curator.sees(
        f"{SCHOOL}, 24 сентября 2026 — 24 декабря 2026",
        "Активных пар и групп: 5",
        "Проведено 10 из 14 встреч",
        "Ещё без плана: 2",
        "Не состоялось: 3, без отметки: 1, отменено: 2, перенесено: 2",
        "Отзывы о встречах: 24 из 28",
        "Анкеты: 13 из 27",
        "Оценка встреч: 4,54 из 5 (24 ответа, ▲ 0,7)",
        "Удовлетворённость: 7,76 из 10 (17 ответов)",
        f"• {STUCK} — 38 дней",
    )
    table = the_table_agrees(year, QUARTER)
    assert table.figures()["Оценка встреч (1–5), среднее"] == (4.54, 24, 0.7)
    assert table.figures()["Удовлетворённость (1–10), среднее"] == (7.76, 17, None)
    assert table.figures()[f"Дней без встречи: {STUCK}"][0] == 38


async def the_month_is_summed_up(year: Year) -> None:
    curator = year.cast.curator
    await curator.says("/summary month")
    await curator.sees(
        "Активных пар и групп: 4",
        "Проведено 3 из 3 встреч",
        "Ещё без плана: 1",
        "Отзывы о встречах: 9 из 10",
        "Анкеты: 6 из 18",
        "Оценка встреч: 4,67 из 5 (9 ответов, ▲ 0,42)",
        "Удовлетворённость: 8,08 из 10 (12 ответов, ▲ 1,08)",
    )
    await curator.sees_no("Не состоялось")
    table = the_table_agrees(year, MONTH)
    assert table.figures()["Оценка встреч (1–5), среднее"] == (4.67, 9, 0.42)
    assert table.figures()["Удовлетворённость (1–10), среднее"] == (8.08, 12, 1.08)


def the_table_agrees(year: Year, by_hand: Numbers) -> Table:
    """The last xlsx states the numbers, and its rows give them again."""
    table = Table(year.cast.curator.documents[-1][1])
    assert table.stated() == by_hand
    assert table.counted() == by_hand
    assert table.figures()["Оценка встреч (1–5), среднее"][0] == by_hand.meeting_marks.mean
    assert table.figures()["Удовлетворённость (1–10), среднее"][0] == by_hand.satisfaction.mean
    return table


def mondays_came_once_each(year: Year) -> None:
    """At nine in the morning, each with its picture and its table."""
    curator = year.cast.curator
    assert year.told(curator, "Прошлая неделя") == [f"{day} 09:00" for day in MONDAYS]
    for part in ("встречи и оценки по неделям", "строки, из которых они получены"):
        mornings = [moment for moment in year.told(curator, part) if moment.endswith("09:00")]
        assert mornings == [f"{day} 09:00" for day in MONDAYS]


def reminders_came_in_time(year: Year) -> None:
    """A day and an hour before; the mother hears the day before; nobody hears anything at night."""
    nina, mother = year.cast.nina, year.cast.mother
    assert year.told(nina, "Скоро встреча") == [
        *("10.09 15:00", "17.09 14:00", "27.09 15:00"),  # at the proposed time, and at the one it was moved to
        *("04.11 15:00", "11.11 20:30", "09.12 15:00"),  # none for 08.10, which was cancelled
    ]
    assert year.told(nina, "Встреча через час") == [
        *("11.09 14:00", "18.09 13:00", "28.09 14:00"),
        *("05.11 14:00", "12.11 19:30", "10.12 14:00"),
    ]
    assert year.told(mother, "Скоро встреча") == [
        *("14.09 14:00", "21.09 14:00", "05.10 14:00", "19.10 14:00", "26.10 14:00"),
        *("16.11 14:00", "23.11 14:00", "14.12 14:00"),
    ]
    assert year.told(mother, "Встреча через час") == []
    assert len(year.told(nina, "Ждём один ответ")) == 1  # about 28.09: two days later, and never again
    assert "13.11 08:00" in year.told(year.cast.gromov, "Встреча состоялась?")
    assert year.told(year.cast.tkachev, "Встреча состоялась?")[2:4] == ["23.10 18:00", "24.10 18:00"]
    assert year.at_night() == []


def nothing_reached_who_stopped_the_bot(year: Year) -> None:
    """From 12 October to 16 November, and everything again after that."""
    heard = [one.at for one in year.heard if one.phone == year.cast.denis.id]
    assert not [at for at in heard if (10, 12) < (at.month, at.day) < (11, 16)]
    assert year.told(year.cast.denis, "Встреча через час") == ["18.09 16:00", "20.11 16:00"]
    assert len(year.told(year.cast.curator, "Соколов Денис Андреевич не получает сообщений бота")) == 1
