"""Too much at once: one calm sentence, nothing lost, and on one goes."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.roles import Category, Role
from messaging.flood import Flood
from storage.engine import Database
from tests.conversations.failing_school import parked_bodies
from tests.conversations.world import World


@pytest.mark.parametrize(
    ("birth", "category", "language", "said"),
    [
        (date(1985, 5, 12), Category.TEACHER, "ru", "Всё, что вы ввели раньше, сохранено. Подождите 10 секунд"),
        (date(2012, 5, 12), Category.PUPIL, "ru", "сохранено. Подожди 10 секунд"),
        (date(1985, 5, 12), Category.TEACHER, "en", "Please wait 10 seconds"),
    ],
)
async def test_one_sentence_in_ones_own_words(
    quick_database: Database, birth: date, category: Category, language: str, said: str
) -> None:
    world = await World.open(quick_database, flood=Flood(40, 1))
    school = await world.organisation()
    phone, _ = await world.member(
        "Петрова Анна", Role.MENTEE, school, birth=birth, category=category, language=language
    )
    before = len(phone.screens)
    for _ in range(60):
        phone.telegram.gestures.say(phone.id, "/menu")
    await world.settle()
    assert [said in screen.text for screen in phone.screens[before:]].count(True) == 1
    assert phone.screens[-1].text.count(said) == 1, "the last that is said"
    assert await parked_bodies(world) == []
