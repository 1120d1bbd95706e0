"""The workshop's child process: reads a function and its arguments, writes the bytes it made, until its input ends.

A frame is its length (8 bytes, big-endian) and a pickle. A request is `(function, arguments, fed)`; if `fed`, frames of
rows follow it, ended by an empty one. A reply is no pickle, since what a stranger sent may have been read here: its
length, a sign, and what was made or where the function failed. It ends when the bot ends, killed or not: its input
ends. Its argument is a folder of its own: there its functions put by what is too much for memory, and it is gone with
the child.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

HEAD = 8
END = bytes(HEAD)
"""The empty frame that follows the last of the rows."""

MADE, FAILED = b"+", b"-"
"""How a reply begins."""


def main(spool: str) -> None:
    """Serve until the input ends, with `spool` for temporary files.

    Whatever a function prints goes to stderr, never between the frames.
    """
    tempfile.tempdir = spool
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.nice(5)
    try:
        _serve(requests, replies)
    finally:
        shutil.rmtree(spool, ignore_errors=True)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    while frame := read(requests):
        sign, content = perform(frame, requests)
        try:
            # Piece by piece: what was made may be large, and is not copied into one frame first.
            for piece in ((len(sign) + len(content)).to_bytes(HEAD, "big"), sign, content):
                replies.write(piece)
            replies.flush()
        except BrokenPipeError:
            return


def frame_of(value: object) -> bytes:
    content = pickle.dumps(value)
    return len(content).to_bytes(HEAD, "big") + content


def read(source: BinaryIO) -> bytes:
    """The next frame's content; empty at the end of the input."""
    head = source.read(HEAD)
    if len(head) < HEAD:
        return b""
    return source.read(int.from_bytes(head, "big"))


def rows_of(source: BinaryIO) -> Iterator[object]:
    """What was fed, until the frame that ends it."""
    while frame := read(source):
        yield pickle.loads(frame)


def perform(frame: bytes, source: BinaryIO) -> tuple[bytes, bytes]:
    """Call what the frame asks for; gives a sign and the bytes that were made, or where it failed.

    An exception becomes its kind and place: its message may hold personal data.
    """
    try:
        function, arguments, fed = pickle.loads(frame)
        if not fed:
            return MADE, bytes(function(*arguments))
        rows = rows_of(source)
        try:
            return MADE, bytes(function(*arguments, rows=rows))
        finally:
            for _ in rows:  # what the function left is no request
                pass
    except Exception as error:
        places = traceback.extract_tb(error.__traceback__)
        where = ", ".join(f"{Path(place.filename).name}:{place.lineno}" for place in places[1:])
        return FAILED, f"{type(error).__name__} at {where or 'its import'}".encode()


if __name__ == "__main__":
    main(sys.argv[1])
