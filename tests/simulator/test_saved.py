"""The state survives a restart, and numbers go on growing after it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from simulator.chats import Person
from simulator.files import Upload
from simulator.keeper import Keeper
from simulator.phones import Phone
from simulator.telegram import Telegram


async def fill(telegram: Telegram) -> None:
    await telegram.call("sendDocument", {"chat_id": 11}, {"document": Upload("a.txt", b"abc")})
    keyboard = {"keyboard": [["Меню"]]}
    await telegram.call(
        "sendMessage", {"chat_id": 11, "text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": keyboard}
    )
    await telegram.call(
        "setMyCommands", {"commands": [{"command": "menu", "description": "Меню"}], "language_code": "ru"}
    )
    telegram.gestures.say(11, "ждёт")
    telegram.gestures.press(11, 2, "y")


async def test_a_saved_telegram_comes_back(telegram: Telegram, watch: Any, tmp_path: Path) -> None:
    await fill(telegram)
    path = tmp_path / "state" / "telegram.json"
    telegram.save(path)
    newcomer = Person(13, "Вера")
    renamed = Person(11, "Анна Ивановна")
    again = Telegram.load(path, now=watch, people=[renamed, newcomer])
    old, new = Phone(telegram, 11), Phone(again, 11)
    assert new.messages == old.messages
    assert new.documents == [("a.txt", b"abc")]
    assert new.keyboard == [["Меню"]]
    assert new.commands == ["menu"]
    assert new.name == "Анна Ивановна"
    assert [person.id for person in again.people] == [11, 13, 12]
    assert again.updates.waiting == telegram.updates.waiting
    await new.sees_no()
    with pytest.raises(AssertionError, match="was shown"):
        await new.never_sees("x")


async def test_numbers_jump_on_after_a_restart(telegram: Telegram, watch: Any, tmp_path: Path) -> None:
    path = tmp_path / "telegram.json"
    telegram.save(path)
    unsaved = telegram.gestures.say(11, "не записано")["message_id"]
    last_update = telegram.updates.next_id - 1
    again = Telegram.load(path, now=watch)
    assert again.gestures.say(11, "новое")["message_id"] > unsaved
    assert min(again.updates.waiting) > last_update


def test_without_a_file_it_begins_anew(watch: Any, tmp_path: Path) -> None:
    telegram = Telegram.load(tmp_path / "none.json", now=watch, people=[Person(1, "Анна")])
    assert [person.id for person in telegram.people] == [1]


async def test_a_reset_empties_chats_and_keeps_people(telegram: Telegram) -> None:
    await fill(telegram)
    telegram.reset()
    assert Phone(telegram, 11).messages == []
    assert not telegram.chat(11).started
    assert telegram.updates.pending == 0
    assert len(telegram.people) == 2


async def test_changes_are_kept_while_it_is_served(telegram: Telegram, watch: Any, tmp_path: Path) -> None:
    path = tmp_path / "telegram.json"
    keeper = Keeper(telegram, path, pause=0)
    running = keeper.run(web.Application())
    await anext(running)
    telegram.gestures.say(11, "запомни")
    await asyncio.wait_for(keeper.written.wait(), 5)
    assert Phone(Telegram.load(path, now=watch), 11).messages[-1]["text"] == "запомни"
    telegram.gestures.say(11, "и это")
    assert await anext(running, "ended") == "ended"
    assert Phone(Telegram.load(path, now=watch), 11).messages[-1]["text"] == "и это"
