"""Files that people send, over Telegram's own methods."""

from __future__ import annotations

import pytest

from bot import downloads
from mentoring.errors import Refusal
from tests.conversations.world import World


async def sent(world: World, content: bytes) -> str:
    """A document that somebody sent to the bot: Telegram's id of it."""
    phone = world.phone("Аня")
    await phone.starts()
    await phone.sends_document("form.xlsx", content)
    return next(iter(world.telegram.world.files.by_id))


async def test_a_file_is_brought_by_its_id(world: World) -> None:
    file_id = await sent(world, b"abc" * 100_000)
    assert await downloads.Downloads(world.machine.bot).fetch(file_id) == b"abc" * 100_000


async def test_what_telegram_does_not_have_is_refused_in_words(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        await downloads.Downloads(world.machine.bot).fetch("unknown")
    assert refused.value.key == "job-file-gone"


async def test_what_is_too_big_is_not_downloaded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "LARGEST", 10)
    with pytest.raises(Refusal) as refused:
        await downloads.Downloads(world.machine.bot).fetch(await sent(world, b"abc" * 10))
    assert refused.value.key == "job-file-too-big"
