"""What people write, their names and their chats' contents stand in no log line, also when something breaks."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest

from mentoring.roles import Role
from tests.conversations import newcomers, pairs
from tests.conversations.world import World

NAME = "Меткова Лога Журналовна"
WORDS = "секретметка"
PHONE = "+79990001122"


async def test_a_play_with_faults_leaves_no_words_in_the_log(
    world: World, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = await pairs.pair(world)
    await world.member("Ветрова Анна Львовна", Role.CURATOR, of.school)
    token = await world.invite(None, of.school)
    newcomer = world.phone("Лога")
    await newcomers.begins(newcomer, token, newcomers.ADULT)
    await newcomers.consents(newcomer)
    await newcomers.teacher_tells(newcomer, NAME)
    await newcomer.taps("Всё верно")
    await of.mentee.says(f"{WORDS} просто так")
    await of.mentee.sends_contact(PHONE)
    await of.mentee.sends_document(f"{WORDS}.docx", b"x", f"{WORDS} подпись")

    async def broken(*_: object, **__: object) -> None:
        raise ValueError(f"{NAME}: {WORDS}")

    monkeypatch.setattr("storage.help_requests.HelpRequests.add", broken)
    await of.mentee.says("/menu")
    await of.mentee.taps("Нужна помощь")
    await of.mentee.says(f"{WORDS} вопрос")
    await newcomer.says("/privacy")
    await newcomer.taps("Отозвать согласие")
    await newcomer.taps("Стереть сразу")
    await newcomer.taps("Да, стереть навсегда")
    await of.mentor.blocks()
    await world.advance(timedelta(days=1))
    written = lines.getvalue()
    assert "update parked" in written
    for mark in (NAME, "Меткова", "меткова", WORDS, PHONE, "Сергеев", "Иванова"):
        assert mark not in written, mark


async def test_a_parked_update_is_named_by_its_id_alone(
    world: World, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours does leave a line: the class and the place of the error, and no word of the person."""
    of = await pairs.pair(world)

    async def broken(*_: object, **__: object) -> None:
        raise ValueError(f"{NAME}: {WORDS}")

    monkeypatch.setattr("handlers.privacy.privacy.kept", broken)
    await of.mentee.says("/privacy")
    written = lines.getvalue()
    assert "update parked" in written
    assert "ValueError" in written
    assert "update_id=" in written
    assert WORDS not in written
    assert NAME not in written
