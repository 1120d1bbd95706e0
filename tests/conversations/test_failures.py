"""One matrix of shared failures over every command and every button there is."""

from __future__ import annotations

import pytest

from simulator.phones import Phone
from tests.conversations.entries import buttons, commands
from tests.conversations.failing_school import KEPT, SECRETS, FailingSchool, parked_bodies
from tests.conversations.hearing import Hearing
from tests.conversations.world import World

OUTSIDERS = (
    "stranger",
    "mentee of another pair",
    "mentor of another pair",
    "other organisation's curator",
    "coordinator",
    "guardian",
)
IN_THE_ORGANISATION = ("head",)
"""A head sees the pairs of the organisation, and changes nothing."""
MENTORS_NAME = ("Скрытнева", "Аполлинария")
"""A coordinator sees the mentors of every organisation."""

SOON = ("mentor of another pair", "other organisation's curator", "coordinator")
NOT_THEIRS = tuple(
    who if who in SOON else pytest.param(who, marks=pytest.mark.long) for who in OUTSIDERS + IN_THE_ORGANISATION
)
"""The access matrix presses every button as everybody; here long lists of arguments, as those who know most of them."""

IN_FULL = tuple(pytest.param(who, marks=pytest.mark.long) for who in ("mentor", "mentee"))
"""The curator opens every door there is; that the others' doors behave alike is looked at in `make long`."""

ERASING = ("erase.now", "erase.later")
"""A letter of withdrawal may come at any time: whoever may write it down changes what is over by right."""


async def does_all(phone: Phone, words: list[str], presses: list[str]) -> None:
    """Says all the words and presses all the buttons, a few dozen at a time."""
    gestures = phone.telegram.gestures
    for some in range(0, len(words), 40):
        for text in words[some : some + 40]:
            gestures.say(phone.id, text)
        await phone.settle()
    for some in range(0, len(presses), 40):
        for data in presses[some : some + 40]:
            gestures.press(phone.id, phone.screen.message_id, data)
        await phone.settle()


@pytest.mark.parametrize("ways", [1, pytest.param(2, marks=pytest.mark.long)])
@pytest.mark.parametrize("who", NOT_THEIRS)
async def test_other_peoples_things_are_neither_shown_nor_touched(
    world: World, who: str, ways: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ways: with how many different arguments each button is pressed."""
    school = await FailingSchool.open(world)
    phone, before = school.phones[who], await school.kept()
    hearing = Hearing.begin(monkeypatch)
    await does_all(phone, list(commands()), [data for each in buttons() for data in each.presses(school.ids)[:ways]])
    assert await parked_bodies(world) == []
    assert await school.kept() == before
    assert hearing.silence() == []
    if who in OUTSIDERS:
        secrets = [one for one in SECRETS if who != "coordinator" or one not in MENTORS_NAME]
        assert hearing.leaked(phone.id, tuple(secrets)) == []


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)])
async def test_forged_arguments_change_nothing(world: World, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """step: every third of them, or all."""
    school = await FailingSchool.open(world)
    phone, before = school.curator, await school.kept()
    hearing = Hearing.begin(monkeypatch)
    await does_all(phone, [], [data for each in buttons() for data in each.forged(school.ids)][::step])
    assert await parked_bodies(world) == []
    assert await school.kept() == before
    assert hearing.silence() == []


@pytest.mark.parametrize("who", ["curator", *IN_FULL])
async def test_gibberish_and_cancel_in_the_middle_of_everything(world: World, who: str) -> None:
    school = await FailingSchool.open(world)
    phone: Phone = getattr(school, who)
    for button in buttons():
        for data in button.presses(school.ids)[:1]:
            phone.telegram.gestures.press(phone.id, phone.screen.message_id, data)
            phone.telegram.gestures.say(phone.id, "абракадабра ₽ <i>")
            phone.telegram.gestures.say(phone.id, "/cancel")
    await phone.settle()
    assert await parked_bodies(world) == []
    await phone.says("/cancel")
    await phone.sees("отменять нечего")


@pytest.mark.parametrize("who", ["curator", *IN_FULL])
async def test_what_is_over_stays_as_it_ended(world: World, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    school = await FailingSchool.open(world)
    await school.everything_ends()
    phone, before = getattr(school, who), await school.kept(KEPT)
    hearing = Hearing.begin(monkeypatch)
    pressed = [each for each in buttons() if each.name not in ERASING]
    await does_all(phone, list(commands()), [data for each in pressed for data in each.presses(school.ids)[:2]])
    assert await parked_bodies(world) == []
    assert await school.kept(KEPT) == before
    assert hearing.silence() == []


async def test_in_a_group_the_bot_is_silent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    school = await FailingSchool.open(world)
    phone, before = school.curator, await school.kept()
    updates, person = world.telegram.gestures.updates, world.telegram.chat(phone.id).person
    group = {"id": -100123, "type": "supergroup", "title": "7А"}
    written = {"message_id": 5, "date": 0, "chat": group, "from": person.as_user()}
    hearing = Hearing.begin(monkeypatch)
    for command in commands():
        updates.put("message", {**written, "text": command, "entities": _command(command)})
    for number, button in enumerate(buttons()):
        query = {"id": str(number), "from": person.as_user(), "chat_instance": "1", "message": written}
        updates.put("callback_query", {**query, "data": button.presses(school.ids)[0]})
    await world.settle()
    assert await parked_bodies(world) == []
    assert await school.kept() == before
    assert [each.what for each in hearing.said if each.replies] == []


def _command(text: str) -> list[dict[str, object]]:
    return [{"type": "bot_command", "offset": 0, "length": len(text)}]
