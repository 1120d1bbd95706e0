"""What can go wrong with a database that is no fault of the code above it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError


class DatabaseUnavailableError(Exception):
    """The database can't be reached, is full, read-only, damaged or busy for too long: nothing was stored, try later.

    The text is one line for the operator and holds neither data nor secrets.
    """


class NewerDatabaseError(Exception):
    """A newer version of the bot has migrated the database; the text is one line for the operator."""


class AlreadyRunningError(Exception):
    """Another process runs the bot on this SQLite database, which serves one replica only."""


_SQLITE_INFRASTRUCTURE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_NOTADB,
    }
)
_POSTGRES_CLASSES = ("08", "28", "3D", "40", "53", "55", "57P", "58", "F0", "XX")
"""SQLSTATE classes: connection, login, database missing, serialisation and deadlock, resources, lock not available,
operator's intervention (not 57014: a statement that took too long is at fault itself), system, damage."""


def is_unavailable(error: BaseException) -> bool:
    """Whether the database failed rather than the statement: then nothing may be acknowledged or parked."""
    if isinstance(error, DatabaseUnavailableError | ConnectionError | PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return True
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return (code & 0xFF) in _SQLITE_INFRASTRUCTURE
    state = getattr(error.orig, "sqlstate", None)
    return isinstance(state, str) and state.startswith(_POSTGRES_CLASSES)


@contextmanager
def telling(where: str, *, connecting: bool = False) -> Iterator[None]:
    """Turns a failure of the database at `where` into `DatabaseUnavailableError`; other errors pass.

    connecting: nothing but the database is at work, so any OSError is its own, a timeout too.
    """
    try:
        yield
    except DatabaseUnavailableError:
        raise
    except Exception as error:
        if not is_unavailable(error) and not (connecting and isinstance(error, OSError)):
            raise
        raise DatabaseUnavailableError(f"{where}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    """The driver's own short words, without the statement and its values."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    lines = str(cause).strip().splitlines()
    return lines[0] if lines else type(cause).__name__
