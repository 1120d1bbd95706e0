"""Copies of the database: what they are called, how many nightly ones stay, how one travels through a chat."""

from __future__ import annotations

import gzip
import re
from datetime import date, datetime
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from storage.types import UnreadableError

_NIGHTLY = re.compile(r"mentoring-\d{4}-\d\d-\d\d\.db")
_PACKED = b"gAAAA"
"""A Fernet token of this century begins so."""


def nightly_name(day: date) -> str:
    return f"mentoring-{day:%Y-%m-%d}.db"


def name_by_hand(now: datetime) -> str:
    """A copy that somebody asked for; rotation leaves it alone. `now`: aware UTC."""
    return f"mentoring-{now:%Y-%m-%d-%H%M%S}.db"


def nightly(folder: Path) -> list[Path]:
    """The nightly copies of a folder, the newest first."""
    return sorted((path for path in folder.glob("mentoring-*.db") if _NIGHTLY.fullmatch(path.name)), reverse=True)


def day_of(path: Path) -> date:
    """The day of a nightly copy, by its name."""
    return date.fromisoformat(path.stem.removeprefix("mentoring-"))


def rotate(folder: Path, keep: int, oldest: date) -> None:
    """Deletes nightly copies beyond the newest `keep`, those of before `oldest`, which hold what was to be erased, and
    what a killed process left half written. The newest stays in any case."""
    kept = nightly(folder)
    old = (path for path in kept[1:keep] if day_of(path) < oldest)
    for path in (*kept[keep:], *old, *folder.glob(".mentoring-*.part*")):
        path.unlink(missing_ok=True)


def pack(content: bytes, key: bytes) -> bytes:
    """Compressed and encrypted with ENCRYPTION_KEY, to be sent."""
    return Fernet(key).encrypt(gzip.compress(content))


def packed(beginning: bytes) -> bool:
    """Whether a file that begins so was packed."""
    return beginning.startswith(_PACKED)


def unpack(content: bytes, key: bytes) -> bytes:
    """What was packed. Raises UnreadableError where it was with another key, or was damaged."""
    try:
        return gzip.decompress(Fernet(key).decrypt(content))
    except InvalidToken as error:
        raise UnreadableError("the copy was packed with another ENCRYPTION_KEY") from error
