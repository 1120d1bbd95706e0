"""Work for the workshop's child process: functions that it finds by their names."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def echo(content: bytes) -> bytes:
    return content


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


def hang(started: str) -> bytes:
    """Work without an end; the file `started` tells that it began."""
    Path(started).write_text(str(os.getpid()), encoding="utf-8")
    while True:
        time.sleep(1)
