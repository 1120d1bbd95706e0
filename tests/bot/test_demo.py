"""The demo in process: its school, its clock, its data between two openings, beginning anew."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import demo as demos
from bot.cli import CommandError
from bot.clock import MovableClock
from bot.demo import Demo
from bot.demo_town import town
from bot.settings import Settings, load_settings

COORDINATOR, CURATOR, TEACHER = 101, 102, 103
PROGRAMME = "tver-school-14"
PATIENCE = 30.0


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo keeps its data in the folder it is started from; of the town's pairs only one is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demos, "town", lambda *told: replace(town(*told), couples=town(*told).couples[:1]))
    return tmp_path


def settings() -> Settings:
    return load_settings(Path("no.env"), {"DATABASE_URL": "sqlite+aiosqlite:///elsewhere.db"})


@asynccontextmanager
async def opened(programme: str = PROGRAMME) -> AsyncIterator[Demo]:
    shown = Demo(settings(), programme)
    try:
        await shown.open()
        yield shown
    finally:
        await shown.close()
        shown.telegram.save(shown.path(".json"))


def texts(shown: Demo, person: int) -> list[str]:
    """What the bot has said to somebody."""
    messages = shown.telegram.chat(person).messages.values()
    return [message["text"] for message in messages if message["from"]["is_bot"] and "text" in message]


def buttons(shown: Demo, person: int) -> dict[str, tuple[int, str]]:
    """The buttons under the newest message: their labels, with what a press of them carries."""
    message = list(shown.telegram.chat(person).messages.values())[-1]
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {key["text"]: (message["message_id"], key.get("callback_data", "")) for row in rows for key in row}


async def until(shown: Demo, seen: Callable[[], bool]) -> None:
    """Wait for something to be on a phone; told of each change, never by the clock."""
    changed = asyncio.Event()
    unwatch = shown.telegram.watch(lambda _: changed.set())
    try:
        async with asyncio.timeout(PATIENCE):
            while not seen():
                await changed.wait()
                changed.clear()
    finally:
        unwatch()


async def link_of(shown: Demo) -> str:
    """The token of the organisation's link, as the curator gets it."""
    await until(shown, lambda: "Ссылка и плакат" in buttons(shown, CURATOR))
    shown.telegram.gestures.press(CURATOR, *buttons(shown, CURATOR)["Ссылка и плакат"])
    await until(shown, lambda: "?start=" in texts(shown, CURATOR)[-1])
    return texts(shown, CURATOR)[-1].partition("?start=")[2].split()[0]


async def test_a_fresh_demo_has_staff_with_menus_and_a_link_for_the_others(folder: Path) -> None:
    async with opened() as shown:
        await until(shown, lambda: "Организации" in buttons(shown, COORDINATOR))
        token = await link_of(shown)
        assert texts(shown, TEACHER) == []
        shown.telegram.gestures.start(TEACHER, token)
        await until(shown, lambda: "Хочу быть наставником" in buttons(shown, TEACHER))
    assert {path.name for path in folder.glob("**/*.db")} == {f"demo-{PROGRAMME}.db"}, "DATABASE_URL is left alone"


async def test_a_leap_walks_through_monday_morning() -> None:
    async with opened() as shown:
        await until(shown, lambda: bool(buttons(shown, CURATOR)))
        before = shown.telegram.world.now()
        await shown.advance(timedelta(weeks=1))
        assert shown.telegram.world.now() - before >= timedelta(weeks=1)
        heard = [
            datetime.fromtimestamp(message["date"], UTC).astimezone(ZoneInfo(shown.zone))
            for message in shown.telegram.chat(CURATOR).messages.values()
            if message["from"]["is_bot"]
        ]
        assert any((when.weekday(), when.hour) == (0, 9) for when in heard), "the week's summary came at its hour"


async def test_chats_people_and_clock_are_kept_between_two_openings() -> None:
    async with opened() as shown:
        token = await link_of(shown)
        await shown.advance(timedelta(days=1))
        said, now = texts(shown, CURATOR), shown.telegram.world.now()
    async with opened() as shown:
        assert texts(shown, CURATOR) == said
        assert now <= shown.telegram.world.now() < now + timedelta(hours=1)
        shown.telegram.gestures.start(TEACHER, token)
        await until(shown, lambda: "Хочу быть наставником" in buttons(shown, TEACHER))


async def test_beginning_anew_brings_a_fresh_school_today() -> None:
    async with opened() as shown:
        old = await link_of(shown)
        await shown.advance(timedelta(weeks=1))
        await shown.reset()
        assert abs(shown.telegram.world.now() - datetime.now(UTC)) < timedelta(minutes=1)
        assert await link_of(shown) != old
        shown.telegram.gestures.start(TEACHER, old)
        await until(shown, lambda: bool(texts(shown, TEACHER)))
        assert "Хочу быть наставником" not in buttons(shown, TEACHER)


async def test_a_programme_may_be_a_file(folder: Path) -> None:
    bundled = Path(demos.__file__).parents[1] / "programmes" / f"{PROGRAMME}.yaml"
    own = folder / "own.yaml"
    text = bundled.read_text(encoding="utf-8")
    own.write_text(text.replace(f"programme: {PROGRAMME}", "programme: our-school", 1), encoding="utf-8")
    async with opened(str(own)) as shown:
        await until(shown, lambda: bool(buttons(shown, CURATOR)))
    assert (folder / "data" / "demo-our-school.db").exists()


async def test_a_second_demo_on_the_same_data_gets_one_clear_line() -> None:
    async with opened():
        with pytest.raises(CommandError, match="уже запущено"):
            await demos.demo(settings(), PROGRAMME, 0)


async def test_a_taken_port_gets_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=str(port)):
            await demos.demo(settings(), PROGRAMME, port)
    async with opened() as shown:
        await until(shown, lambda: bool(texts(shown, CURATOR)))  # it greets when it starts after all


async def test_closing_ends_a_leap_at_the_moment_it_has_reached() -> None:
    async with opened() as shown:
        before = shown.telegram.world.now()
        leap = asyncio.create_task(shown.advance(timedelta(weeks=50)))
        await asyncio.sleep(0)
        await shown.close()
        await leap
        assert shown.telegram.world.now() - before < timedelta(weeks=50)


async def test_a_halted_clock_goes_no_further() -> None:
    start = datetime(2026, 9, 1, tzinfo=UTC)
    clock = MovableClock(lambda: start)
    ticks: list[datetime] = []

    async def tick() -> datetime:
        ticks.append(clock.now())
        return clock.now() + timedelta(hours=1)

    async def settle() -> None:
        return None

    await clock.leap(start + timedelta(days=1), tick, settle, lambda: len(ticks) == 3)
    assert clock.now() == start + timedelta(hours=3)
