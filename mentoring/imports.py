"""A list of people as it comes out of a sheet: which column is what, and what each row says.

Headings are Russian or English, in any order; case, ё and spaces do not matter. Nothing here opens a file: rows are
lists of cells, a cell is a text, a number as text, or a date. Mistakes name their place and what to do, as message
keys `import-wrong-…` with values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from mentoring.names import plain
from mentoring.people import Profile, age
from mentoring.roles import PARTICIPANTS, Category, Role

Cell = str | date | None
LARGEST = 2000
"""Rows that are taken in at once: the largest municipality of the five has some 800 pupils in its programme."""
LONGEST_NAME = 100
_OLDEST = 100
_YOUNGEST = 5


COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("ФИО", "Фамилия, имя, отчество", "Фамилия имя отчество", "Имя и фамилия", "Name", "Full name"),
        "surname": ("Фамилия", "Surname", "Last name"),
        "given": ("Имя", "First name", "Given name"),
        "patronymic": ("Отчество", "Patronymic", "Middle name"),
        "role": ("Роль", "Role"),
        "category": ("Категория", "Кто", "Category"),
        "class": ("Класс", "Class"),
        "post": ("Должность", "Post", "Position"),
        "birth": ("Дата рождения", "День рождения", "Date of birth", "Birth date", "Birthday"),
        "workplace": ("Место работы", "Workplace"),
    }
)
"""What a column may be called; the first name is the template's."""
ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "наставник": Role.MENTOR,
        "наставница": Role.MENTOR,
        "mentor": Role.MENTOR,
        "наставляемый": Role.MENTEE,
        "наставляемая": Role.MENTEE,
        "подопечный": Role.MENTEE,
        "mentee": Role.MENTEE,
    }
)
CATEGORIES: Mapping[str, Category] = MappingProxyType(
    {
        **dict.fromkeys(("ученик", "ученица", "школьник", "обучающийся", "pupil"), Category.PUPIL),
        **dict.fromkeys(("студент", "студентка", "student"), Category.STUDENT),
        **dict.fromkeys(("учитель", "педагог", "педагогический работник", "teacher"), Category.TEACHER),
        **dict.fromkeys(("сотрудник", "сотрудник предприятия", "работодатель", "employee"), Category.EMPLOYEE),
        **dict.fromkeys(("родитель", "parent"), Category.PARENT),
        **dict.fromkeys(("выпускник", "выпускница", "alumnus"), Category.ALUMNUS),
    }
)
_Word = TypeVar("_Word", Role, Category)


def first_words(words: Mapping[str, _Word]) -> tuple[str, ...]:
    """What the template offers: the first word for each."""
    found: dict[_Word, str] = {}
    for word, meaning in words.items():
        found.setdefault(meaning, word)
    return tuple(found.values())


_NAMED = {plain(name): column for column, names in COLUMNS.items() for name in names}
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*г\.?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00:00)?")
_CLASS = re.compile(r"(\d{1,2})\s*[-«\" ]?\s*([A-Za-zА-Яа-яЁё])[»\"]?")
_LETTERS = str.maketrans("ABCEHKMOPTXabcehkmoptx", "АВСЕНКМОРТХавсенкмортх")
"""Latin letters that look like Russian ones: «7A» typed on an English keyboard is 7А."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in a list. `row` 0 and `column` "": the whole sheet. `problem` ends the key `import-wrong-…`."""

    sheet: str
    row: int
    column: str
    problem: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that can be taken in, and where it stands."""

    sheet: str
    row: int
    name: str
    role: Role
    category: Category
    birth: date | None = None
    profile: Profile = field(default_factory=Profile)

    @property
    def place(self) -> str:
        """What tells two people of one name apart where a birth date is missing."""
        return plain(self.profile.school_class or self.profile.post or "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it was read: its name, and every row that has a cell, with its number from 1."""

    name: str
    rows: Sequence[tuple[int, Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the programme allows: its classes, whose categories stand on which side, and the day it is."""

    classes: frozenset[str]
    mentors: frozenset[Category]
    mentees: frozenset[Category]
    today: date


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read: people, or mistakes; never both."""

    entries: tuple[Entry, ...]
    mistakes: tuple[Mistake, ...]


def read(sheets: Iterable[Sheet], rules: Rules) -> Listing:
    """All people of all sheets that have a heading with a name; one mistake makes the list void."""
    entries: list[Entry] = []
    mistakes: list[Mistake] = []
    known = 0
    for sheet in sheets:
        if not sheet.rows:
            continue
        columns = _columns(sheet)
        if columns is None:
            continue
        known += 1
        _read_sheet(sheet, columns, rules, entries, mistakes)
    if not known:
        mistakes.append(Mistake("", 0, "", "no-heading"))
    elif not entries and not mistakes:
        mistakes.append(Mistake("", 0, "", "nobody"))
    elif len(entries) > LARGEST:
        mistakes.append(Mistake("", 0, "", "too-many", {"most": str(LARGEST)}))
    return Listing((), tuple(mistakes)) if mistakes else Listing(tuple(entries), ())


def _columns(sheet: Sheet) -> dict[str, int] | None:
    """Which place has which column; None for a sheet whose first row names no people."""
    found: dict[str, int] = {}
    for place, cell in enumerate(sheet.rows[0][1]):
        column = _NAMED.get(plain(cell.rstrip("*: "))) if isinstance(cell, str) else None
        if column is not None:
            found.setdefault(column, place)
    named = "name" in found or {"surname", "given"} <= found.keys()
    return found if named else None


def _read_sheet(
    sheet: Sheet, columns: Mapping[str, int], rules: Rules, entries: list[Entry], mistakes: list[Mistake]
) -> None:
    if "role" not in columns:
        mistakes.append(Mistake(sheet.name, sheet.rows[0][0], "", "no-role-column"))
        return
    for number, cells in sheet.rows[1:]:
        given = {column: cells[place] for column, place in columns.items() if place < len(cells)}
        if any(cell not in (None, "") for cell in given.values()):
            row = _Row(sheet, number, given, rules)
            entry = row.entry()
            mistakes += row.mistakes
            if entry is not None:
                entries.append(entry)


class _Row:
    """One row being read; every cell is looked at, so that all its mistakes are told at once."""

    def __init__(self, sheet: Sheet, number: int, cells: Mapping[str, Cell], rules: Rules) -> None:
        self._sheet, self._number, self._cells, self._rules = sheet, number, cells, rules
        self.mistakes: list[Mistake] = []

    def entry(self) -> Entry | None:
        name, role, birth = self._name(), self._role(), self._birth()
        school_class = self._class()
        post, workplace = self._text("post"), self._text("workplace")
        category = self._category(school_class, post, workplace)
        if role is not None and category is not None:
            self._check_side(role, category)
        if self.mistakes or name is None or role is None or category is None:
            return None
        profile = Profile(school_class=school_class, post=post, workplace=workplace)
        return Entry(self._sheet.name, self._number, name, role, category, birth, profile)

    def _wrong(self, column: str, problem: str, **values: str) -> None:
        self.mistakes.append(Mistake(self._sheet.name, self._number, COLUMNS[column][0], problem, values))

    def _text(self, column: str) -> str | None:
        cell = self._cells.get(column)
        if isinstance(cell, date):
            cell = cell.isoformat()
        return " ".join(cell.split()) or None if cell is not None else None

    def _name(self) -> str | None:
        parts = [self._text("name")] if self._text("name") else []
        parts = parts or [self._text("surname"), self._text("given"), self._text("patronymic")]
        name = " ".join(part for part in parts if part)
        column = "name" if "name" in self._cells else "surname"
        if not name:
            self._wrong(column, "name-missing")
        elif len(name.split()) < 2 or any(letter.isdigit() for letter in name):
            self._wrong(column, "name", said=name[:LONGEST_NAME])
        elif len(name) > LONGEST_NAME:
            self._wrong(column, "name-long", most=str(LONGEST_NAME))
        else:
            return name
        return None

    def _role(self) -> Role | None:
        said = self._text("role")
        role = ROLES.get(plain(said or ""))
        if role not in PARTICIPANTS:
            self._wrong("role", "role", said=said or "—")
        return role

    def _class(self) -> str | None:
        said = self._text("class")
        if said is None:
            return None
        shape = _CLASS.fullmatch(said.removesuffix(" класс"))
        tidy = f"{shape[1]}{shape[2].translate(_LETTERS).upper()}" if shape else said
        if tidy not in self._rules.classes:
            self._wrong("class", "class", said=said[:LONGEST_NAME])
            return None
        return tidy

    def _category(self, school_class: str | None, post: str | None, workplace: str | None) -> Category | None:
        """As it stands; else a class tells a pupil, a post a teacher, a workplace an employee."""
        said = self._text("category")
        if said is not None:
            category = CATEGORIES.get(plain(said))
            if category is None:
                self._wrong("category", "category", said=said[:LONGEST_NAME])
            return category
        if school_class is not None:
            return Category.PUPIL
        if workplace is not None:
            return Category.EMPLOYEE
        if post is not None:
            return Category.TEACHER
        if not self.mistakes:  # a wrong class is told of once
            self._wrong("category", "category-missing")
        return None

    def _birth(self) -> date | None:
        cell = self._cells.get("birth")
        if cell is None or cell == "":
            return None
        day = cell if isinstance(cell, date) else _day(cell)
        if day is None:
            self._wrong("birth", "birth", said=str(cell)[:LONGEST_NAME])
        elif not _YOUNGEST <= age(day, self._rules.today) <= _OLDEST:
            self._wrong("birth", "birth-odd", said=day.strftime("%d.%m.%Y"))
            return None
        return day

    def _check_side(self, role: Role, category: Category) -> None:
        fit = self._rules.mentors if role is Role.MENTOR else self._rules.mentees
        if category not in fit:
            self._wrong("role", "misfit", category=category.value, role=role.value)


def _day(text: str) -> date | None:
    """25.03.2012, 25/3/2012, 2012-03-25; None for anything else."""
    tidy = text.strip()
    russian, iso = _DAY.fullmatch(tidy), _ISO.fullmatch(tidy)
    parts = (russian[3], russian[2], russian[1]) if russian else iso.groups() if iso else None
    if parts is None:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
