"""The copy that is made every night, and sent to the operator if they want it.

It is due once a day from three at night on, by the clock of the programme's zone. Whether today's is there is read off
the folder, so a restart or a downtime neither skips one nor makes two.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import ledger
from bot.backups import nightly_name, pack, rotate
from bot.machine import Machine
from mentoring.erasure import longest_backup
from messaging.replies import File, Lane, Say, Show
from storage import backup

HOUR = 3
LARGEST = 45 * 1024 * 1024
"""Bytes that a bot may upload, with room to spare (Bot API: 50 MB)."""
_log = logging.getLogger(__name__)


class Nightly:
    """Makes today's copy if it is due. `send`: to this chat, packed with `key`; None: it stays in the folder."""

    def __init__(self, machine: Machine, folder: Path, *, keep: int, key: bytes, send: int | None) -> None:
        self._machine = machine
        self._folder = folder
        self._keep = keep
        self._longest = longest_backup(machine.house.programme.erasure_days)
        self._key = key
        self._send = send
        self._zone = ZoneInfo(machine.house.programme.zone)

    async def look(self) -> None:
        """Make it unless it is there, too early, or somebody else's work; a failure is counted and told."""
        await self._note_erased()
        now = self._machine.clock().astimezone(self._zone)
        path = self._folder / nightly_name(now.date())
        if now.hour < HOUR or not self._machine.database.is_leader or await asyncio.to_thread(path.exists):
            return
        vitals = self._machine.vitals
        try:
            await backup.take(self._machine.database.url, path)
            await asyncio.to_thread(rotate, self._folder, self._keep, now.date() - self._longest)
        except Exception as error:
            vitals.backups_failed += 1
            _log.error("the nightly copy failed; it is tried again", exc_info=error)
            return
        vitals.backups_made += 1
        vitals.last_backup_at = self._machine.clock()
        if self._send is not None:
            await self._hand_over(path, now.date(), self._send)

    async def _note_erased(self) -> None:
        """Who was erased stands beside the copies that may still hold them."""
        try:
            async with self._machine.database.read(self._machine.clock()) as work:
                erased = await work.erasures.ledger()
            await asyncio.to_thread(ledger.write, self._folder, erased)
        except Exception as error:
            _log.error("who was erased could not be noted beside the copies; it is tried again", exc_info=error)

    async def _hand_over(self, path: Path, day: date, chat: int) -> None:
        content = await asyncio.to_thread(lambda: pack(path.read_bytes(), self._key))
        name = f"{path.name}.enc"
        file = File(name, content) if len(content) <= LARGEST else None
        said = Say("backup-sent" if file else "backup-too-large", {"day": f"{day:%d.%m.%Y}", "name": name})
        await self._machine.tell(
            [Show(chat, "backup", said, file=file, fresh=True, lane=Lane.MAILING, key=f"backup:{chat}:{day}")]
        )
