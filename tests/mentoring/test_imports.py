"""A list of people: headings in any order, every mistake with its place, the same list twice brings nobody twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentoring.imports import Cell, Entry, Listing, Rules, Sheet, read
from mentoring.people import Profile
from mentoring.roles import Category, Role
from mentoring.same_people import Known, match

RULES = Rules(
    frozenset({"7А", "11Б"}),
    frozenset({Category.PUPIL, Category.TEACHER}),
    frozenset({Category.PUPIL, Category.TEACHER}),
    date(2026, 9, 7),
)
HEAD: tuple[Cell, ...] = ("Класс", "Роль", "ФИО", "Дата рождения", "Должность")
PETROV = Entry(
    "Лист1", 2, "Петров Пётр Ильич", Role.MENTEE, Category.PUPIL, date(2013, 3, 25), Profile(school_class="7А")
)


def of(*rows: tuple[Cell, ...], head: tuple[Cell, ...] = HEAD) -> Listing:
    return read([Sheet("Лист1", list(enumerate((head, *rows), 1)))], RULES)


def problems(listing: Listing) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, each.problem) for each in listing.mistakes]


@pytest.mark.parametrize("birth", ["25.03.2013", "25/3/2013", "2013-03-25", "2013-03-25 00:00:00", date(2013, 3, 25)])
@pytest.mark.parametrize("school_class", ["7А", "7а", "7 «А»", "7-А", "7A", "7А класс"])
def test_a_row_reads_the_same_however_it_is_written(birth: Cell, school_class: str) -> None:
    assert of((school_class, "Наставляемый", "Петров  Пётр Ильич", birth)).entries == (PETROV,)


def test_headings_stand_in_any_order_and_a_name_in_three_columns() -> None:
    head = ("отчество", "ИМЯ ", "Фамилия*", "роль:", "Класс", "Примечание")
    [entry] = of(("Ильич", "Пётр", "Петров", "наставляемый", "7А", "—"), head=head).entries
    assert (entry.name, entry.birth) == ("Петров Пётр Ильич", None)


def test_a_post_tells_a_teacher_and_a_category_comes_first() -> None:
    teacher, parent = (None, "наставник", "Иванова Анна", None, "учитель"), ("", "наставник", "Ким Олег", "", "")
    [read_teacher] = of(teacher).entries
    assert read_teacher.category is Category.TEACHER
    assert problems(of(parent)) == [(2, "Категория", "category-missing")]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("7А", "наставник", "", None), (2, "ФИО", "name-missing")),
        (("7А", "наставник", "Петров", None), (2, "ФИО", "name")),
        (("7А", "ученик", "Петров Пётр", None), (2, "Роль", "role")),
        (("99Я", "наставник", "Петров Пётр", None), (2, "Класс", "class")),
        (("7А", "наставник", "Петров Пётр", "31.02.2013"), (2, "Дата рождения", "birth")),
        (("7А", "наставник", "Петров Пётр", "25.03.1813"), (2, "Дата рождения", "birth-odd")),
        (("7А", "наставник", "Петров Пётр", date(2026, 1, 1)), (2, "Дата рождения", "birth-odd")),
    ],
)
def test_a_mistake_names_row_and_column(row: tuple[Cell, ...], told: tuple[int, str, str]) -> None:
    assert problems(of(row)) == [told]


def test_all_mistakes_are_told_at_once_and_nobody_is_read() -> None:
    listing = of(("7А", "наставляемый", "Петров Пётр", None), ("99Я", "кто-то", "Пётр", "вчера"))
    assert listing.entries == ()
    assert [column for _, column, _ in problems(listing)] == ["ФИО", "Роль", "Дата рождения", "Класс"]


@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        (("Что-то", "Другое"), [("1", "2")], "no-heading"),
        (("ФИО", "Класс"), [("Петров Пётр", "7А")], "no-role-column"),
        (HEAD, [], "nobody"),
    ],
)
def test_a_sheet_that_is_no_list_says_what_is_missing(
    head: tuple[Cell, ...], rows: list[tuple[Cell, ...]], told: str
) -> None:
    assert [problem for _, _, problem in problems(of(*rows, head=head))] == [told]


def test_empty_rows_are_nobody() -> None:
    assert len(of(("7А", "наставляемый", "Петров Пётр", None), ("", None, "", None)).entries) == 1


# --- who is known -----------------------------------------------------------------------------------------------------

KNOWN = Known(17, "петров петр  ильич", date(2013, 3, 25), "7а", frozenset({Role.MENTEE}))


@pytest.mark.parametrize(
    ("entry", "person"),
    [
        (PETROV, 17),
        (replace(PETROV, profile=Profile(school_class="8Б")), 17),
        (replace(PETROV, birth=None), 17),
        (replace(PETROV, birth=None, profile=Profile(school_class="8Б")), None),
        (replace(PETROV, birth=date(2012, 1, 1)), None),
        (replace(PETROV, name="Петров Илья Ильич"), None),
    ],
)
def test_name_and_birth_or_name_and_class_mean_the_same_person(entry: Entry, person: int | None) -> None:
    [found], doubtful = match([entry], [KNOWN])
    assert (found.person_id, found.enlists, doubtful) == (person, person is None, [])


def test_somebody_twice_in_a_list_comes_once_with_both_roles() -> None:
    mentor = replace(PETROV, row=3, role=Role.MENTOR)
    first, second, third = match([PETROV, mentor, replace(PETROV, row=4)], [])[0]
    assert (first.first, second.first, third.first) == (0, 0, 0)
    assert (first.enlists, second.enlists, third.enlists) == (True, True, False)


def test_of_two_namesakes_a_birth_date_tells_and_without_it_the_row_is_refused() -> None:
    twin = replace(KNOWN, person_id=18, birth=date(2013, 9, 1))
    [found], doubtful = match([PETROV], [KNOWN, twin])
    assert (found.person_id, doubtful) == (17, [])
    none, [mistake] = match([replace(PETROV, birth=None)], [KNOWN, twin])
    assert (none, mistake.problem, mistake.row) == ((), "several", 2)
