"""Names found by a part, with slips forgiven."""

from __future__ import annotations

import pytest

from mentoring.names import find, slips

NAMES = {1: "иванова мария петровна", 2: "елкин семен", 3: "смирнов олег ильич", 4: "иванов петр", 5: "ли ян"}


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("иванов", (1, 4)),
        ("иванова", (1, 4)),  # the exact one first
        ("ивонова", (1, 4)),  # a wrong letter
        ("ивнова", (1,)),  # one missing
        ("мраия", (1,)),  # two swapped
        ("смернов ол", (3,)),  # word by word, beginnings count
        ("олег смирнов", (3,)),  # in any order
        ("ян", (5,)),
        ("ла", ()),  # in short words nothing is forgiven
        ("петрухин", ()),
        ("смирнов мария", ()),  # every word has to be found
        ("", (1, 2, 3, 4, 5)),
    ],
)
def test_a_part_finds(part: str, found: tuple[int, ...]) -> None:
    assert find(part, NAMES) == found


def test_exact_parts_come_before_slips() -> None:
    assert find("петров", {1: "пестров иван", 2: "петров иван", 3: "сидоров иван"}) == (2, 1)


@pytest.mark.parametrize(("word", "forgiven"), [("ли", 0), ("ана", 0), ("олег", 1), ("иванов", 1), ("иванова", 2)])
def test_longer_words_forgive_more(word: str, forgiven: int) -> None:
    assert slips(word) == forgiven
