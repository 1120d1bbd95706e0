"""Names found by a part, with slips forgiven."""

from __future__ import annotations

import pytest

from mentoring.names import alike, counted, find, slips

NAMES = {
    1: "Иванова Мария Петровна",
    2: "Ёлкин Семён",
    3: "Смирнов Олег Ильич",
    4: "Иванов Пётр",
    5: "Ли Ян",
    6: "Петрова-Водкина Анна",
}


@pytest.mark.parametrize(
    ("part", "found"),
    [
        # е and ё, case, spaces
        ("ёлкин", (2,)),
        ("ЕЛКИН  семен", (2,)),
        ("елкин Семён", (2,)),
        # the exact ones first
        ("иванов", (1, 4)),
        ("Иванова", (1, 4)),
        # a slip or two, by the length of the word
        ("ивонова", (1, 4)),
        ("ивнова", (1,)),
        ("мраия", (1,)),
        ("смернов ол", (3,)),
        ("симрнав", (3,)),  # two in seven letters
        ("семрин", ()),  # two in six
        ("ла", ()),  # in short words nothing is forgiven
        ("петрухин", ()),
        # in any order, every word has to be found
        ("олег смирнов", (3,)),
        ("петр ивонов", (1, 4)),  # «Петровна» has it, too
        ("смирнов мария", ()),
        ("ян", (5,)),
        # a double surname: either half, both, with a hyphen or without, mistyped
        ("водкина", (6,)),
        ("водкена", (6,)),
        ("Петрова-Водкина", (6,)),
        ("анна водкина петрова", (6,)),
        ("петрова – водкена", (6,)),
        # initials
        ("Иванова М.П.", (1,)),
        # everybody, and nobody
        ("", tuple(NAMES)),
        ("  ", tuple(NAMES)),
        ("%", ()),
        ("…", ()),
    ],
)
def test_a_part_finds(part: str, found: tuple[int, ...]) -> None:
    assert find(part, NAMES) == found


def test_exact_parts_come_before_slips() -> None:
    assert find("петров", {1: "Пестров Иван", 2: "Петров Иван", 3: "Сидоров Иван"}) == (2, 1)


@pytest.mark.parametrize(("word", "forgiven"), [("ли", 0), ("ана", 0), ("олег", 1), ("иванов", 1), ("иванова", 2)])
def test_longer_words_forgive_more(word: str, forgiven: int) -> None:
    assert slips(word) == forgiven


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Семёнова", "семенова", True),
        ("Сергеева", "Серегева", True),
        ("Сергеева", "Сергиева", True),
        ("Орлов", "Козлов", False),
        ("Ян", "Ян", True),
        ("Ян", "Яна", False),
        ("Ли", "Лист", False),
    ],
)
def test_two_words_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_numbered_schools_stand_as_people_count() -> None:
    sorted_names = ["14-я гимназия", "Лицей", "школа № 2", "Школа № 2 (филиал)", "Школа № 10"]
    assert sorted(set(sorted_names), key=counted) == sorted_names
