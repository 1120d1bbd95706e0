"""The workshop: a small parent, one child at a time, and no failure that outlives its call."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from reports import documents
from reports.errors import (
    MakingError,
    MakingFailedError,
    MakingTimeoutError,
    WorkshopBrokenError,
    WorkshopClosedError,
)
from reports.workshop import HOME, Workshop
from tests.reports import example, tasks


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    made = Workshop()
    yield made
    await made.close()


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def until(condition: Callable[[], bool]) -> None:
    """Wait for another process to get so far."""
    for _ in range(2000):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("the other process did not get so far in 20 s")


async def test_documents_are_made_in_the_child_and_heavy_libraries_stay_there() -> None:
    """In a fresh interpreter, since the tests' own may have drawn already."""
    script = """
import asyncio, sys
from reports import documents
from reports.workshop import Workshop
from tests.reports import example
async def main():
    workshop = Workshop()
    picture = await workshop.make(documents.summary_chart, example.summary(), "ru")
    await workshop.close()
    print(picture[:4], {"matplotlib", "numpy", "PIL", "xlsxwriter", "segno"} & set(sys.modules))
asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    told, wrong = await process.communicate()
    assert told.decode().strip() == r"b'\x89PNG' set()", wrong.decode()


async def test_one_child_serves_one_after_another(workshop: Workshop) -> None:
    pids = await asyncio.gather(*(workshop.make(tasks.pid) for _ in range(5)))
    assert set(pids) == {str(workshop.pid).encode()}
    assert int(pids[0]) != os.getpid()


async def test_large_content_goes_both_ways(workshop: Workshop) -> None:
    content = os.urandom(3_000_000)
    assert await workshop.make(tasks.echo, content) == content


async def several(*pieces: str) -> AsyncIterator[object]:
    for piece in pieces:
        yield piece


async def test_rows_are_handed_over_while_they_come(workshop: Workshop) -> None:
    assert await workshop.make(tasks.joined, "+", rows=several("1", "", "3")) == b"1++3"
    assert await workshop.make(tasks.joined, "+", rows=several()) == b""


async def test_rows_that_were_left_unread_are_not_taken_for_the_next_request(workshop: Workshop) -> None:
    assert await workshop.make(tasks.first, rows=several("a" * 200_000, "b" * 200_000, "c")) == b"a" * 200_000
    with pytest.raises(MakingFailedError):
        await workshop.make(tasks.failed_reading, rows=several("a", "b" * 200_000))
    assert await workshop.make(tasks.echo, b"next") == b"next"


async def test_rows_that_break_off_end_the_work(workshop: Workshop) -> None:
    async def broken() -> AsyncIterator[object]:
        yield "a"
        raise OSError("the database is gone")

    with pytest.raises(OSError, match="gone"):
        await workshop.make(tasks.joined, "+", rows=broken())
    assert await workshop.make(tasks.echo, b"next") == b"next"


async def test_what_a_library_prints_does_not_spoil_the_reply(workshop: Workshop) -> None:
    assert await workshop.make(tasks.chatter) == b"made"


async def test_a_function_that_raises_is_told_by_place_and_not_by_data(workshop: Workshop) -> None:
    with pytest.raises(MakingFailedError) as failed:
        await workshop.make(tasks.fail, "Иванова")
    assert "tests.reports.tasks.fail: ValueError at" in str(failed.value)
    assert "tasks.py:" in str(failed.value)
    assert "Иванова" not in str(failed.value)
    assert await workshop.make(tasks.echo, b"next") == b"next"


async def test_a_crash_of_the_child_is_one_failed_call(workshop: Workshop) -> None:
    with pytest.raises(WorkshopBrokenError):
        await workshop.make(tasks.die)
    assert workshop.pid is None
    assert await workshop.make(tasks.echo, b"next") == b"next"


async def test_a_child_killed_while_idle_costs_at_most_one_call(workshop: Workshop) -> None:
    first = int(await workshop.make(tasks.pid))
    os.kill(first, signal.SIGKILL)
    try:
        assert int(await workshop.make(tasks.pid)) != first
    except WorkshopBrokenError:
        assert int(await workshop.make(tasks.pid)) != first


async def test_work_over_its_time_is_ended(tmp_path: Path) -> None:
    workshop = Workshop(timeout=2.0)
    with pytest.raises(MakingTimeoutError):
        await workshop.make(tasks.hang, str(tmp_path / "began"))
    assert not runs(int((tmp_path / "began").read_text(encoding="utf-8")))
    assert await workshop.make(tasks.echo, b"next") == b"next"
    await workshop.close()


async def test_cancelling_ends_the_work_and_lets_the_next_in(workshop: Workshop, tmp_path: Path) -> None:
    began = tmp_path / "began"
    work = asyncio.create_task(workshop.make(tasks.hang, str(began)))
    waiting = asyncio.create_task(workshop.make(tasks.echo, b"next"))
    await until(lambda: began.exists() and began.stat().st_size > 0)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert not runs(int(began.read_text(encoding="utf-8")))
    assert await waiting == b"next"


async def test_work_that_is_ended_leaves_nothing_on_the_disk(workshop: Workshop, tmp_path: Path) -> None:
    began = tmp_path / "began"
    work = asyncio.create_task(workshop.make(tasks.hang_spooling, str(began)))
    await until(lambda: began.exists() and began.stat().st_size > 0)
    spool = Path(began.read_text(encoding="utf-8"))
    assert spool.exists()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert not spool.parent.exists()


async def test_closing_takes_the_temporary_files_along(workshop: Workshop) -> None:
    spool = Path((await workshop.make(tasks.spooled)).decode())
    assert spool.is_dir()
    assert spool.stat().st_mode & 0o077 == 0, "for the owner alone"
    await workshop.close()
    assert not spool.exists()


async def test_the_loop_goes_on_while_the_child_works(workshop: Workshop, tmp_path: Path) -> None:
    began = tmp_path / "began"
    work = asyncio.create_task(workshop.make(tasks.hang, str(began)))
    await until(lambda: began.exists() and began.stat().st_size > 0)
    before = asyncio.get_running_loop().time()
    await asyncio.sleep(0)
    assert asyncio.get_running_loop().time() - before < 0.5
    assert not work.done()
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


class Alarm:
    """A timer that goes off when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def __call__(self, seconds: float, call: Callable[[], None]) -> _Set:
        entry = (seconds, call)
        self.waiting.append(entry)
        return _Set(lambda: self.waiting.remove(entry))

    def ring(self) -> None:
        for _, call in self.waiting:
            call()


class _Set:
    def __init__(self, cancel: Callable[[], None]) -> None:
        self._cancel = cancel

    def cancel(self) -> None:
        self._cancel()


async def test_an_idle_child_ends_and_comes_back_on_demand() -> None:
    alarm = Alarm()
    workshop = Workshop(idle=120, later=alarm)
    first = int(await workshop.make(tasks.pid))
    assert int(await workshop.make(tasks.pid)) == first
    assert [seconds for seconds, _ in alarm.waiting] == [120], "work puts the end off"
    alarm.ring()
    await until(lambda: workshop.pid is None and not runs(first))
    assert int(await workshop.make(tasks.pid)) != first
    await workshop.close()


async def test_closing_ends_the_child_for_good(workshop: Workshop) -> None:
    pid = int(await workshop.make(tasks.pid))
    await workshop.close()
    assert not runs(pid)
    with pytest.raises(WorkshopClosedError):
        await workshop.make(tasks.pid)


async def test_what_cannot_be_sent_is_refused_before_it_starts(workshop: Workshop) -> None:
    with pytest.raises(MakingFailedError):
        await workshop.make(lambda: b"")
    assert workshop.pid is None


async def test_the_child_of_a_killed_bot_ends(tmp_path: Path) -> None:
    script = """
import asyncio
from reports.workshop import Workshop
from tests.reports import tasks
async def main():
    print((await Workshop().make(tasks.pid)).decode(), flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", script, cwd=HOME, stdout=subprocess.PIPE)
    assert bot.stdout is not None
    child = int(await bot.stdout.readline())
    assert runs(child)
    bot.kill()
    await bot.wait()
    await until(lambda: not runs(child))


async def test_every_document_is_made_by_name(workshop: Workshop) -> None:
    book = await workshop.make(documents.summary_workbook, example.summary(), "en")
    poster = await workshop.make(documents.qr_poster, example.SCHOOL, "https://t.me/a_bot?start=b", None, "en")
    assert (book[:2], poster[:4]) == (b"PK", b"\x89PNG")


def test_every_error_has_words_for_a_person() -> None:
    from locales import LANGUAGES, Wording

    kinds: set[type[MakingError]] = {MakingError, *MakingError.__subclasses__()}
    assert all(Wording.load().text(language, kind.key) for language in LANGUAGES for kind in kinds)
