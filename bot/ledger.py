"""Who was erased, kept beside the copies of the database: whoever a restored copy brings back is erased once more.

The file holds numbers and times, nobody's name. It is read before a database is given up for a copy, from the folder of
the copies and from that database itself.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.clock import wall_clock
from bot.database import open_database
from bot.settings import Settings
from storage.engine import Database
from storage.erasures import Erased

FILE = "erased.json"
_log = logging.getLogger(__name__)


def write(folder: Path, entries: Iterable[Erased]) -> None:
    """Keeps them in the folder, beside those that stand there already; whole or not at all."""
    known = {**_by_person(read(folder)), **_by_person(entries)}
    lines = [
        [one.person_id, one.registered_at.isoformat(), one.asked_at.isoformat(), list(one.places)]
        for _, one in sorted(known.items())
    ]
    path = folder / FILE
    content = json.dumps(lines)
    if not lines or (path.exists() and path.read_text(encoding="ascii") == content):
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{FILE}.part"
    draft.write_text(content, encoding="ascii")
    draft.replace(path)


def read(folder: Path) -> tuple[Erased, ...]:
    """Those of a folder; none where there is no file. Raises ValueError for a damaged one."""
    path = folder / FILE
    if not path.exists():
        return ()
    return tuple(
        Erased(person, datetime.fromisoformat(registered), datetime.fromisoformat(asked), tuple(places))
        for person, registered, asked, places in json.loads(path.read_text(encoding="ascii"))
    )


async def gathered(settings: Settings) -> tuple[Erased, ...]:
    """Everybody known to be erased, before the database is filled from a copy; what can't be read is passed over."""
    found = list(read(settings.backup_dir)) if settings.backup_dir is not None else []
    if settings.sqlite_path is not None and not settings.sqlite_path.exists():
        return tuple(found)
    try:
        database = await open_database(settings)
        try:
            found += await of_database(database)
        finally:
            await database.close()
    except Exception as error:
        _log.warning("the former database can't be asked who was erased", exc_info=error)
    return tuple(_by_person(found).values())


async def of_database(database: Database) -> tuple[Erased, ...]:
    """Those of a database."""
    async with database.read(wall_clock()) as work:
        return await work.erasures.ledger()


def _by_person(entries: Iterable[Erased]) -> dict[tuple[int, str], Erased]:
    return {(one.person_id, one.registered_at.isoformat()): one for one in entries}
