"""What the world's own eye for phones sees, and what it overlooks."""

from __future__ import annotations

from typing import Any

import pytest

from mentoring.roles import Role
from messaging.post import post
from messaging.replies import Button, Own, Show, Text, press
from simulator.phones import Phone
from tests.conversations.phone_limits import breaches
from tests.conversations.test_home import asked
from tests.conversations.world import World


def board(*labels: str, data: str = "menu.open") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data}] for label in labels]}


EIGHT = tuple(f"Кнопка {letter}" for letter in "абвгдежз")


@pytest.mark.parametrize(
    ("text", "markup", "wrong"),
    [
        ("Меню", board(*EIGHT), []),
        ("Меню", board(*EIGHT, "В меню"), ["9 buttons"]),
        ("Список", board(*EIGHT, *map(str, range(1, 9)), "✓ 9", "1.2", "‹", "›"), []),
        ("Время", board(*(f"{hour}:00" for hour in range(10, 20)), data="a:1:at:10:00"), []),
        ("Чья?", board("Средняя общеобразовательная школа"), ["«Средняя общеобразовательная школа» has 33 characters"]),
        ("\n".join(f"{number}. Анна" for number in range(1, 10)), None, ["9 lines of a list"]),
        ("\n".join(["• Анна"] * 9), None, ["9 lines of a list"]),
        ("\n\n".join(["Слово"] * 12), None, []),
        ("\n".join(["Слово"] * 13), None, ["13 lines"]),
        ("\n".join(["📊 Школа № 14", *["Слово"] * 13]), None, []),
        ("\n".join(["Что о вас хранится", *["Слово"] * 13]), None, []),
        ("\n".join(f"✓ {number}. Анна" for number in range(1, 10)), None, ["9 lines of a list"]),
    ],
)  # fmt: skip
def test_what_does_not_fit(text: str, markup: dict[str, Any] | None, wrong: list[str]) -> None:
    assert breaches(text, markup) == wrong


async def shows(world: World, *rows: tuple[Button, ...], text: Text = "Меню") -> Phone:
    """A phone with such a screen."""
    anna = world.phone("Анна")
    await anna.starts()
    async with world.work() as work:
        await post(work, world.machine.words, [Show(anna.id, "menu", text, rows)])
    world.machine.sender.wake()
    await world.settle()
    return anna


async def test_a_screen_that_does_not_fit_ends_the_test(world: World) -> None:
    """In the language that its reader did not choose, too."""
    name = Own({"ru": ("Пара", "Пара"), "en": ("Mentoring of a young teacher",) * 2})
    with pytest.raises(AssertionError, match="«Mentoring of a young teacher» has 28 characters"):
        await shows(world, (Button(name, press("menu.open")),))


async def test_a_label_is_found_by_its_number(world: World) -> None:
    """A person who looks for a name finds it in the text, and taps its number."""
    numbers = (Button("1", press("menu.open")), Button("2", press("language.open")))
    anna = await shows(world, numbers, text="1. Меню\n2. Язык бота")
    await anna.taps("Язык")
    await anna.sees("English")


async def test_a_first_question_with_eight_answers_fits_with_title_and_intro(world: World) -> None:
    phone, _ = await world.member("Петрова Анна Ивановна", Role.MENTOR, await world.organisation())
    await asked(world, phone, "deficits")
    await phone.says("/surveys")
    await phone.taps(phone.screen.labels[0])
    await phone.sees("Чего не хватает в работе · Вопрос 1 из 7", "8. Ничего из этого")
