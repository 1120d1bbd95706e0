"""Work for the workshop's child process: functions that it finds by their names."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path


def echo(content: bytes) -> bytes:
    return content


def joined(between: str, *, rows: Iterator[str]) -> bytes:
    return between.join(rows).encode()


def first(*, rows: Iterator[str]) -> bytes:
    """Leaves all rows but one unread."""
    return next(rows).encode()


def failed_reading(*, rows: Iterator[str]) -> bytes:
    next(rows)
    raise ValueError("in the middle")


def pid() -> bytes:
    return str(os.getpid()).encode()


def loaded(module: str) -> bytes:
    return b"yes" if module in sys.modules else b"no"


def chatter() -> bytes:
    print("a library that prints to the standard output")
    return b"made"


def fail(secret: str) -> bytes:
    raise ValueError(f"can't draw {secret}")


def die() -> bytes:
    os._exit(3)


def spooled() -> bytes:
    """Where temporary files are made."""
    return tempfile.gettempdir().encode()


def hang_spooling(started: str) -> bytes:
    """The same with something put by in a temporary folder, which `started` names."""
    folder = tempfile.mkdtemp()
    (Path(folder) / "answers").write_text("what somebody said", encoding="utf-8")
    Path(started).write_text(folder, encoding="utf-8")
    while True:
        time.sleep(1)


def hang(started: str) -> bytes:
    """Work without an end; the file `started` tells that it began."""
    Path(started).write_text(str(os.getpid()), encoding="utf-8")
    while True:
        time.sleep(1)
