"""One clock for the bot's process, the Telegram and the trial: the machine's, so many seconds off as a file says."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path


class SharedClock:
    """`file`: where the bot's process reads how far off it is (`tests.durability.nursery`)."""

    def __init__(self, file: Path, begins: datetime) -> None:
        self._file = file
        self._offset = begins - datetime.now(UTC)
        self._write()

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC) + self._offset

    def jump(self, by: timedelta) -> None:
        """From now on it is so much later, or earlier."""
        self._offset += by
        self._write()

    def _write(self) -> None:
        content = struct.pack("d", self._offset.total_seconds())
        with self._file.open("r+b" if self._file.exists() else "wb") as file:
            file.write(content)
