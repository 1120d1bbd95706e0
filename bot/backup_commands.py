"""The commands `backup` and `restore`: what can go wrong with a file, in one line that says what to do."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from bot import ledger
from bot.backups import name_by_hand, packed, unpack
from bot.cli import CommandError
from bot.clock import wall_clock
from bot.database import open_migrated
from bot.keys import KEY_FILE, known_key
from bot.settings import Settings
from bot.words import say
from mentoring.access import Actor
from services import withdrawal
from services.desk import Desk
from storage import backup
from storage.backup import BrokenBackupError, OccupiedError
from storage.erasures import Erased
from storage.failures import NewerDatabaseError
from storage.types import UnreadableError


async def back_up(asked: argparse.Namespace, settings: Settings) -> None:
    """Copy the database into a file, also while the bot runs; without a name into BACKUP_DIR."""
    path: Path | None = asked.file
    if path is None:
        if settings.backup_dir is None:
            raise CommandError(say("cli-backup-where"))
        path = settings.backup_dir / name_by_hand(wall_clock())
    database = await open_migrated(settings)
    try:
        await backup.take(database.url, path, replace=asked.force)
    except OccupiedError:
        raise CommandError(say("cli-backup-there", path=str(path))) from None
    except (OSError, BrokenBackupError) as error:
        raise CommandError(say("cli-backup-failed", path=str(path), reason=_reason(error))) from None
    finally:
        await database.close()
    print(say("cli-backed-up", path=str(path)))


async def restore(asked: argparse.Namespace, settings: Settings) -> None:
    """Fill the database from a copy; what is there already is only given up with --force."""
    path: Path = asked.file
    key = known_key(settings, settings.data_dir)
    if key is None:
        raise CommandError(say("cli-restore-key", path=str(settings.data_dir / KEY_FILE)))
    erased = await ledger.gathered(settings)
    try:
        with _unpacked(path, key) as file:
            await backup.restore(make_url(settings.database_url), file, key, force=asked.force)
    except OccupiedError:
        raise CommandError(say("cli-restore-there")) from None
    except NewerDatabaseError:
        raise CommandError(say("cli-restore-newer", path=str(path))) from None
    except UnreadableError:
        raise CommandError(say("cli-restore-other-key", path=str(path))) from None
    except (OSError, BrokenBackupError) as error:
        raise CommandError(say("cli-restore-broken", path=str(path), reason=_reason(error))) from None
    print(say("cli-restored", path=str(path)))
    if again := await _erase_again(settings, erased):
        print(say("cli-erased-again", count=again))


async def _erase_again(settings: Settings, erased: Sequence[Erased]) -> int:
    """Whoever the copy has brought back is erased once more; how many."""
    if not erased:
        return 0
    from bot.house import build

    database = await open_migrated(settings)
    try:
        house = build(settings.programme, "", school_year=settings.school_year)
        async with database.write(wall_clock()) as work:
            desk = Desk(work, house, Actor(0, None), work.now)
            return sum([await withdrawal.again(desk, one) for one in erased])
    finally:
        await database.close()


@contextmanager
def _unpacked(path: Path, key: bytes) -> Iterator[Path]:
    """The copy itself, where it came packed through a chat; its folder is for the owner alone."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if not packed(beginning):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="mentoring-restore-") as folder:
        found = Path(folder) / "copy.db"
        found.write_bytes(unpack(path.read_bytes(), key))
        yield found


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
