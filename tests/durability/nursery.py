"""Starts the bot again and again without importing it again: each child is a process of its own, forked after imports.

    python -m tests.durability.nursery

Reads lines from its input: `start {"arguments": […], "environment": {…}, "log": "path", "trouble": {…}}` prints the
child's process id, `wait ID` prints how it ended (negative: by a signal), `imported NAME …` how many of these modules
the bot has imported. Trouble is what a test breaks inside the bot on purpose.
"""

from __future__ import annotations

import json
import mmap
import os
import sqlite3
import struct
import sys
import traceback
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.cli import main
from bot.light import import_aiogram
from tests.durability.process import MAGIC

import_aiogram()
import bot.serve  # noqa: E402, F401 -- seconds of imports, spent once; aiogram's as the command line imports them


def serve_lines() -> None:
    """Until the input ends."""
    for line in sys.stdin:
        command, _, rest = line.partition(" ")
        if command == "start":
            print(start(**json.loads(rest)), flush=True)
        elif command == "imported":
            print(len(set(rest.split()) & sys.modules.keys()), flush=True)
        else:
            _, status = os.waitpid(int(rest), 0)
            print(os.waitstatus_to_exitcode(status), flush=True)


def start(arguments: list[str], environment: dict[str, str], log: str, trouble: dict[str, Any]) -> int:
    """The id of a process that does what `python -m bot` with these arguments does."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        os.environ.update(environment)
        os.chdir(Path(log).parent)
        _redirect(log)
        if trouble.get("handler"):
            _raise_in_a_handler()
        if path := trouble.get("clock"):
            _go_by(Path(path))
        if commits := trouble.get("commits"):
            _fail_commits(frozenset(commits))
        code = main(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _redirect(log: str) -> None:
    """Input from nowhere, both outputs to the log."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for target, source in ((0, nowhere), (1, file), (2, file)):
        os.dup2(source, target)


def _go_by(file: Path) -> None:
    """The machine's clock is so many seconds off as the file says now: a double in its first eight bytes."""
    from bot import clock

    with file.open("rb") as opened:
        shift = mmap.mmap(opened.fileno(), 8, access=mmap.ACCESS_READ)
    real = clock.wall_clock

    def shifted() -> datetime:
        return real() + timedelta(seconds=struct.unpack("d", shift[:8])[0])

    for module in list(sys.modules.values()):
        if getattr(module, "wall_clock", None) is real:
            module.wall_clock = shifted  # type: ignore[attr-defined]


def _raise_in_a_handler() -> None:
    """A handler that raises at a magic text, after it has written something that must not stay."""
    from bot.dispatch import Dispatch

    handle = Dispatch.__call__

    async def raising(self: Dispatch, update: Any, work: Any) -> Any:
        replies = await handle(self, update, work)
        if update.message is not None and update.message.text == MAGIC:
            await work.facts.set("written_by_a_broken_handler", "1")
            raise RuntimeError("a handler that raises")
        return replies

    Dispatch.__call__ = raising  # type: ignore[method-assign]


def _fail_commits(numbers: frozenset[int]) -> None:
    """The disk fails at these commits of updates."""
    from sqlalchemy import Engine, event
    from sqlalchemy.exc import OperationalError

    from storage.intake import Updates

    record = Updates.record
    commits = count(1)
    taking: set[object] = set()

    async def recording(self: Updates, *given: Any) -> set[int]:
        taking.add(self._connection.sync_connection)
        return await record(self, *given)

    Updates.record = recording  # type: ignore[method-assign,assignment]

    @event.listens_for(Engine, "commit")
    def failing(connection: Any) -> None:
        if connection in taking:
            taking.remove(connection)
            if next(commits) in numbers:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise OperationalError("COMMIT", None, error)


if __name__ == "__main__":
    serve_lines()
