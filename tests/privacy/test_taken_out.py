"""Whoever takes out what is kept of them finds all that they ever typed or sent, in both files of the zip."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from tests.conversations.world import World
from tests.privacy.life import Life
from tests.storage.nameless import dump

PASSING = frozenset({"outgoing", "jobs", "parked", "consents"})
"""What waits to be sent or made; of a consent on paper there is Telegram's id of a picture alone."""


async def test_all_words_of_a_pupil_and_a_mentor_are_in_it(world: World) -> None:
    life = await Life.open(world)
    await life.lives()
    kept = {name: str(rows) for name, rows in (await dump(world.database)).items() if name not in PASSING}
    for name in ("pupil", "mentor"):
        writer = life.who[name]
        await writer.phone.says("/privacy")
        await writer.phone.taps("Скачать мои данные")
        with ZipFile(BytesIO(writer.phone.documents[-1][1])) as archive:
            page, machine = archive.read("data.html").decode(), archive.read("data.json").decode()
        lies = {mark: [table for table, said in kept.items() if mark in said] for mark in writer.marks}
        assert {mark: where for mark, where in lies.items() if where and not (mark in page and mark in machine)} == {}
        assert sum(map(bool, lies.values())) > 8
