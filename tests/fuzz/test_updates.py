"""Any update, any text, any button: answered or passed over on purpose, never a fault."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiogram.types import Message
from hypothesis import given

from tests.conversations.entries import commands
from tests.conversations.failing_school import FailingSchool
from tests.conversations.world import World
from tests.fuzz.feeding import Feeding, Stored, callback_data
from tests.fuzz.profiles import CHANCES, LONG, SHORT
from tests.fuzz.shapes import KINDS, ODD_VALUES, Shapes
from tests.fuzz.texts import ODD, a_text

CONTENTS = tuple(name for name, field in Message.model_fields.items() if not field.is_required())
"""What a message may be made of: text, a sticker, a payment, a topic that was closed."""


@pytest.fixture(scope="session")
def school(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    path = tmp_path_factory.mktemp("fuzz") / "school.db"
    shutil.copy(sqlite_template, path)
    return asyncio.run(Stored.build(path))


def steps(chance: Random, shapes: Shapes, people: tuple[int, ...]) -> list[dict[str, Any]]:
    """Somebody opens something, and then anything follows."""
    person = chance.choice(people)
    opening = chance.random()
    begun = [shapes.press(person, chance.choice(shapes.presses))] if opening < 0.6 else []
    begun += [shapes.message(person, text=chance.choice(commands()))] if opening > 0.8 else []
    following = chance.randrange(6)
    if following < 2:
        return [*begun, shapes.message(person, text=a_text(chance))]
    if following == 2:
        return [*begun, shapes.press(person, shapes.data())]
    if following == 3:
        return [*begun, shapes.message(person, **shapes.content(chance.choice(CONTENTS)))]
    made = shapes.update()
    return [*begun, shapes.broken(made) if following == 5 else made]


async def fed(school: Stored, chance: Random, rounds: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        async with school.opened() as world:
            feeding = Feeding.begin(world, patch)
            shapes = Shapes(chance, school.people, school.presses)
            for _ in range(rounds):
                await feeding.feed(steps(chance, shapes, school.people))
            assert await feeding.faults() == []


@SHORT
@given(chance=CHANCES)
def test_anything(school: Stored, chance: Random) -> None:
    asyncio.run(fed(school, chance, 40))


@pytest.mark.long
@LONG
@given(chance=CHANCES)
def test_anything_for_long(school: Stored, chance: Random) -> None:
    asyncio.run(fed(school, chance, 120))


async def test_every_kind_of_update_every_content_and_every_odd_text_once(
    any_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By both databases; what is of no known kind, too."""
    school = await FailingSchool.open(any_world)
    feeding, chance = Feeding.begin(any_world, monkeypatch), Random(14)
    shapes = Shapes(chance, (school.curator.id,), callback_data(school))
    person = school.curator.id
    fed: list[Any] = [shapes.update(kind) for kind in KINDS for _ in range(2)]
    fed += [shapes.message(person, **shapes.content(name)) for name in CONTENTS]
    fed += [each for text in ODD for each in (shapes.message(person, text=text), shapes.press(person, text))]
    for value in ODD_VALUES:
        fed += [{"quite_new": value}, {"quite_new": {"chat": {"id": value}}}, {"message": value}, value]
        fed += [{"update_id": value, "odd": "\ud800"}, shapes.press(person, value)]
    for start in range(0, len(fed), 20):
        await feeding.feed(fed[start : start + 20])
    assert await feeding.faults() == []
    assert {each.chat for each in feeding.hearing.said} >= {person}
