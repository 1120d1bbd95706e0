"""The plan of speed meetings as a paper: every talk once, a few rounds to a table, breaks on both sides."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import pytest
from docx import Document

from reports.speed_plan import RoomPlan, print_plan

Rows = list[list[str]]


def read(plan: RoomPlan, language: str = "ru") -> tuple[list[str], list[Rows]]:
    made = Document(BytesIO(print_plan(plan, language)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    return [each.text for each in made.paragraphs if each.text], tables


def room(mentors: int, mentees: int, place: str = "Актовый зал") -> RoomPlan:
    rounds = max(mentors, mentees)
    seats = [[(seat + turn) % rounds for turn in range(rounds)] for seat in range(rounds)]
    called = [[f"Ученик {at + 1}" if at < mentees else None for at in turns] for turns in seats]
    return RoomPlan(
        "Быстрые встречи",
        date(2026, 9, 2),
        place,
        tuple(time(15, 5 * turn) for turn in range(rounds)),
        tuple((f"Наставник {at + 1}", tuple(called[at])) for at in range(mentors)),
        tuple(tuple(filter(None, (called[at][turn] for at in range(mentors, rounds)))) for turn in range(rounds)),
    )


def test_a_room_that_fits_has_one_table() -> None:
    texts, [table] = read(room(3, 3))
    assert texts == ["Быстрые встречи", "2 сентября 2026, Актовый зал"]
    assert table[0] == ["Наставник", "Раунд 1, 15:00", "Раунд 2, 15:05", "Раунд 3, 15:10"]
    assert table[2] == ["Наставник 2", "Ученик 2", "Ученик 3", "Ученик 1"]
    assert len(table) == 4


def test_who_has_a_break_stands_in_the_plan() -> None:
    _, [fewer] = read(room(2, 4))
    assert fewer[-1] == [
        "Перерыв у наставляемых",
        "Ученик 3\nУченик 4",
        "Ученик 4\nУченик 1",
        "Ученик 1\nУченик 2",
        "Ученик 2\nУченик 3",
    ]
    _, [more] = read(room(3, 2), "en")
    assert more[1][1:] == ["Ученик 1", "Ученик 2", "a break"]
    assert len(more) == 4


@pytest.mark.parametrize("size", [5, 6, 12])
def test_more_rounds_than_a_sheet_is_wide_stand_in_further_tables(size: int) -> None:
    plan = room(size, size, place="")
    texts, tables = read(plan)
    assert texts[1] == "2 сентября 2026"
    heads = [head for table in tables for head in table[0][1:]]
    assert [head.split(",")[0] for head in heads] == [f"Раунд {number}" for number in range(1, size + 1)]
    talks = [(row[0], mentee) for table in tables for row in table[1:] for mentee in row[1:]]
    assert len(talks) == len(set(talks)) == size * size
