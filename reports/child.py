"""The workshop's child process: reads a function and its arguments, writes the bytes it made, until its input ends.

A frame is its length (8 bytes, big-endian) and a pickle. A request is `(function, arguments)`, a reply `(content,
"")` or, when the function raised, `(None, where)`. It ends when the bot ends, killed or not: its input ends.
"""

from __future__ import annotations

import os
import pickle
import traceback
from pathlib import Path
from typing import BinaryIO

HEAD = 8

Reply = tuple[bytes | None, str]


def main() -> None:
    """Serve until the input ends. Whatever a function prints goes to stderr, never between the frames."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.nice(5)
    while frame := read(requests):
        answer = frame_of(perform(frame))
        try:
            replies.write(answer)
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


def perform(frame: bytes) -> Reply:
    """Call what the frame asks for. An exception becomes its kind and place: its message may hold personal data."""
    try:
        function, arguments = pickle.loads(frame)
        return bytes(function(*arguments)), ""
    except Exception as error:
        places = traceback.extract_tb(error.__traceback__)
        where = ", ".join(f"{Path(place.filename).name}:{place.lineno}" for place in places[1:])
        return None, f"{type(error).__name__} at {where or 'its import'}"


if __name__ == "__main__":
    main()
