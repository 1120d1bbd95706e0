"""Long work: made once and shown once, however often the bot is killed; cancelled, failing, refused."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.health import Vitals
from bot.jobs import AT_ONCE, Jobs
from locales import Wording
from mentoring.access import Actor
from mentoring.errors import Forbidden, Refusal
from messaging.post import post
from messaging.replies import Say, Show
from reports.errors import MakingTimeoutError
from services import jobs as orders
from services.desk import Desk, House
from services.jobs import Maker, Making
from storage.engine import Database
from storage.failures import DatabaseUnavailableError
from storage.intake import is_infrastructure
from storage.jobs import Job
from storage.tables import files
from tests.conversations.world import house_of

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
CHAT = 77
PNG = b"picture"


def draw() -> bytes:
    return PNG


async def make_picture(desk: Desk, job: Job) -> Making:
    return Making(draw, (), "picture.png", Say("job-waiting"), picture=True)


def reversed_bytes(content: bytes, end: bytes) -> bytes:
    return content[::-1] + end


async def make_read(desk: Desk, job: Job) -> Making:
    """Reads a file that was sent, and tells what was in it."""
    return Making(reversed_bytes, (b"!",), "", Say("job-waiting"), fetch="sent", then=told)


async def told(desk: Desk, job: Job, content: bytes) -> Show:
    if content == b"dab!":
        raise Refusal("job-gone")
    desk.tell(Show(CHAT, "beside", "noticed"))
    return Show(CHAT, job.slot, content.decode())


def joined(*, rows: Iterator[bytes]) -> bytes:
    return b"".join(rows)


async def make_fed(desk: Desk, job: Job) -> Making:
    return Making(joined, (), "all.txt", Say("job-waiting"), feed=pieces)


async def pieces(desk: Desk) -> AsyncIterator[object]:
    """From rows, in the transaction of the feeding."""
    yield str(len(await desk.work.jobs.states())).encode()
    yield str(desk.actor.chat_id).encode()


async def make_forbidden(desk: Desk, job: Job) -> Making:
    raise Forbidden


@dataclass(slots=True)
class Hands:
    """A workshop whose work is finished, or fails, when the test says so."""

    errors: list[Exception] = field(default_factory=list)
    gate: asyncio.Event | None = None
    begun: int = 0
    closed: bool = False

    async def make(
        self, function: Callable[..., bytes], *arguments: object, rows: AsyncIterator[object] | None = None
    ) -> bytes:
        self.begun += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        if rows is not None:
            return function(*arguments, rows=iter([each async for each in rows]))
        return function(*arguments)

    async def close(self) -> None:
        self.closed = True


class Shop:
    """A runner over one database, and what it has put into the outbox."""

    def __init__(self, database: Database, makers: Mapping[str, Maker] | None = None) -> None:
        self.database = database
        self.house: House = house_of("tver-school-14", "school_bot")
        self.hands = Hands()
        self.seconds = 0.0
        self.vitals = Vitals(started_at=NOW)
        self.makers = makers or {
            "picture": make_picture,
            "forbidden": make_forbidden,
            "read": make_read,
            "fed": make_fed,
        }
        self.files = {"sent": b"file"}
        self.jobs = self.restarted()

    def restarted(self) -> Jobs:
        """A fresh process on the same rows."""
        self.jobs = Jobs(
            self.database,
            self.house,
            Wording.load(),
            offer=lambda written, heard: None,
            clock=lambda: NOW,
            infrastructure=is_infrastructure,
            counters=self.vitals,
            workshop=lambda: self.hands,
            makers=self.makers,
            fetch=self.fetch,
            monotonic=lambda: self.seconds,
        )
        return self.jobs

    async def fetch(self, file_id: str) -> bytes:
        if file_id not in self.files:
            raise Refusal("job-file-gone")
        return self.files[file_id]

    @asynccontextmanager
    async def desk(self, chat: int = CHAT) -> AsyncIterator[Desk]:
        async with self.database.write(NOW) as work:
            yield Desk(work, self.house, Actor(chat, None), NOW)

    async def order(
        self, kind: str = "picture", slot: str = "picture", *, back: str | None = None, **arguments: Any
    ) -> int:
        """Orders a job as a handler would; gives its id."""
        async with self.desk() as desk:
            shown = await orders.order(desk, kind, arguments, slot=slot, back=back)
            await post(desk.work, Wording.load(), [shown])
            return max(await desk.work.jobs.states())

    async def shown(self, slot: str = "picture") -> list[dict[str, Any]]:
        async with self.database.read(NOW) as work:
            return [row.body for row in await work.outbox.pending(CHAT) if row.slot == slot]

    async def left(self) -> int:
        async with self.database.read(NOW) as work:
            return len(await work.jobs.states())


async def until(happened: Callable[[], bool]) -> None:
    """Lets the runner go on until something has happened."""
    for _ in range(5000):
        if happened():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it has not happened")


async def eventually(shop: Shop, is_so: Callable[[dict[str, Any]], bool]) -> None:
    """Waits for the slot to show something."""
    for _ in range(1000):
        if any(is_so(body) for body in await shop.shown()):
            return
        await asyncio.sleep(0.001)
    raise AssertionError(await shop.shown())


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


async def test_the_result_replaces_the_waiting_screen(shop: Shop) -> None:
    await shop.order()
    assert [body["text"] for body in await shop.shown()] == ["⏳ Готовлю…"]
    assert await shop.jobs.work_off() == 1
    (body,) = await shop.shown()
    assert body["file"]["form"] == "photo"
    assert await shop.left() == 0
    assert await shop.jobs.work_off() == 0


def presses(body: dict[str, Any]) -> list[str]:
    rows = json.loads(body["markup"])["inline_keyboard"] if body.get("markup") else []
    return [button["callback_data"] for row in rows for button in row]


@pytest.mark.parametrize("kind", ["picture", "forbidden"])
async def test_whatever_comes_of_a_job_leads_back_to_where_it_was_ordered(shop: Shop, kind: str) -> None:
    await shop.order(kind, back="roadmap.of:3")
    await shop.jobs.work_off()
    assert presses((await shop.shown())[-1]) == ["roadmap.of:3", "menu.open"]


async def test_a_cancelled_job_leads_home(shop: Shop) -> None:
    job = await shop.order()
    async with shop.desk() as desk:
        await post(desk.work, Wording.load(), [await orders.cancel(desk, job)])
    assert presses((await shop.shown())[-1]) == ["menu.open"]


async def test_what_nobody_asked_for_has_no_buttons(shop: Shop) -> None:
    await shop.order(quiet=True)
    await shop.jobs.work_off()
    assert presses((await shop.shown())[-1]) == []


async def test_a_file_that_was_sent_is_read_and_what_follows_is_one_with_the_end_of_the_job(shop: Shop) -> None:
    await shop.order("read")
    await shop.jobs.work_off()
    assert [body["text"] for body in await shop.shown()] == ["elif!"]
    assert [body["text"] for body in await shop.shown("beside")] == ["noticed"]
    assert await shop.left() == 0


@pytest.mark.parametrize(
    ("files", "text"), [({}, "Этот файл уже не получить"), ({"sent": b"bad"}, "Отменять уже нечего")]
)
async def test_a_file_that_is_gone_or_refused_is_told_in_words(shop: Shop, files: dict[str, bytes], text: str) -> None:
    shop.files = files
    await shop.order("read")
    await shop.jobs.work_off()
    (body,) = await shop.shown()
    assert body["text"].startswith(text)
    assert await shop.shown("beside") == []
    assert await shop.left() == 0


async def test_what_is_too_much_to_hold_is_fed(shop: Shop) -> None:
    await shop.order("fed")
    await shop.jobs.work_off()
    (body,) = await shop.shown()
    assert body["file"]["name"] == "all.txt"
    async with shop.database.read(NOW) as work:
        assert await work.connection.scalar(select(files.c.content)) == b"177"


async def test_a_job_cut_short_by_a_kill_is_made_again_and_shown_once(shop: Shop) -> None:
    await shop.order()
    async with shop.database.write(NOW) as work:  # the killed process had begun it
        begun = await work.jobs.start()
    assert begun is not None
    assert begun.attempts == 1
    await shop.restarted().work_off()
    assert shop.hands.begun == 1
    assert len(await shop.shown()) == 1
    assert await shop.left() == 0


async def test_after_three_kills_in_the_middle_it_is_given_up_in_words(shop: Shop) -> None:
    await shop.order()
    for _ in range(3):
        async with shop.database.write(NOW) as work:
            await work.jobs.recover([])
            await work.jobs.start()
    await shop.restarted().work_off()
    assert shop.hands.begun == 0
    (body,) = await shop.shown()
    assert body["text"].startswith("Не получилось подготовить файл")
    assert await shop.left() == 0


async def test_two_failures_are_tried_again_the_third_is_told(shop: Shop) -> None:
    shop.hands.errors = [RuntimeError("x"), RuntimeError("x")]
    await shop.order()
    await shop.jobs.work_off()
    assert "file" in (await shop.shown())[0]
    shop.hands.errors = [RuntimeError("x"), RuntimeError("x"), MakingTimeoutError("slow")]
    await shop.order()
    await shop.jobs.work_off()
    assert (await shop.shown())[0]["text"].startswith("Файл готовился слишком долго")
    assert await shop.left() == 0
    assert (shop.vitals.jobs_finished, shop.vitals.jobs_failed) == (1, 1)


async def test_a_fault_of_the_database_does_not_count_as_an_attempt(shop: Shop) -> None:
    shop.hands.errors = [DatabaseUnavailableError("gone")] * 5
    await shop.order()
    await shop.jobs.work_off()
    assert "file" in (await shop.shown())[0]


async def test_a_right_that_was_lost_meanwhile_is_told_in_words(shop: Shop) -> None:
    await shop.order("forbidden")
    await shop.jobs.work_off()
    (body,) = await shop.shown()
    assert "file" not in body
    assert body["text"] == Wording.load().text("ru", Forbidden.default)
    assert await shop.left() == 0


async def test_a_kind_nobody_knows_is_given_up_like_any_failure(shop: Shop) -> None:
    await shop.order("of-a-newer-version")
    await shop.jobs.work_off()
    assert (await shop.shown())[0]["text"].startswith("Не получилось")


async def test_cancelled_while_it_waits(shop: Shop) -> None:
    job = await shop.order()
    async with shop.desk() as desk:
        shown = await orders.cancel(desk, job)
    assert shown.text == Say("job-cancelled")
    assert await shop.jobs.work_off() == 0
    async with shop.desk() as desk:
        with pytest.raises(orders.Stale):
            await orders.cancel(desk, job)


async def test_cancelled_while_it_is_made_nothing_is_shown(shop: Shop) -> None:
    shop.hands.gate = asyncio.Event()
    job = await shop.order()
    stop = asyncio.Event()
    running = asyncio.create_task(shop.jobs.run(stop))
    await until(lambda: shop.hands.begun > 0)
    async with shop.desk() as desk:
        await orders.cancel(desk, job)
    shop.jobs.wake()
    stop.set()
    await running
    assert "file" not in (await shop.shown())[0]
    assert await shop.left() == 0
    assert shop.hands.closed


async def test_nobody_cancels_the_job_of_another_chat(shop: Shop) -> None:
    job = await shop.order()
    async with shop.desk(chat=CHAT + 1) as desk:
        with pytest.raises(orders.Stale):
            await orders.cancel(desk, job)
    assert await shop.left() == 1


async def test_a_newer_order_for_the_slot_takes_the_place_of_the_older(shop: Shop) -> None:
    await shop.order()
    await shop.order()
    assert await shop.jobs.work_off() == 1


async def test_a_shutdown_puts_back_what_runs_and_no_attempt_is_counted(shop: Shop) -> None:
    shop.hands.gate = asyncio.Event()
    job = await shop.order()
    stop = asyncio.Event()
    running = asyncio.create_task(shop.jobs.run(stop))
    await until(lambda: shop.hands.begun > 0)
    stop.set()
    await running
    async with shop.database.read(NOW) as work:
        kept = await work.jobs.get(job)
    assert kept is not None
    assert (kept.state, kept.attempts) == ("waiting", 0)


async def test_two_at_most_run_at_once(shop: Shop) -> None:
    shop.hands.gate = asyncio.Event()
    for number in range(5):
        await shop.order(slot=f"picture:{number}")
    working = asyncio.create_task(shop.jobs.work_off())
    await until(lambda: shop.hands.begun == AT_ONCE)
    async with shop.database.read(NOW) as work:
        states = list((await work.jobs.states()).values())
    assert states.count("running") == AT_ONCE  # type: ignore[arg-type]
    shop.hands.gate.set()
    assert await working == 5


async def test_who_waits_long_sees_that_it_goes_on(shop: Shop) -> None:
    shop.hands.gate = asyncio.Event()
    await shop.order()
    stop = asyncio.Event()
    running = asyncio.create_task(shop.jobs.run(stop))
    await until(lambda: shop.hands.begun > 0)
    shop.seconds = 7
    shop.jobs.wake()
    await eventually(shop, lambda body: "7 с" in body["text"])
    shop.hands.gate.set()
    await eventually(shop, lambda body: "file" in body)
    assert await shop.left() == 0
    stop.set()
    await running
