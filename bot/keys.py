"""The key that encrypts what is sensitive at rest: from `ENCRYPTION_KEY`, or made at the first start.

A made key lies beside the database, readable by its owner alone. It is on the disk before anything is
encrypted with it, and it is never made anew over a damaged one: without the old key the old texts cannot be
read.
"""

import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet

from bot.settings import Settings, SettingsError
from bot.values import is_fernet_key
from bot.words import say

KEY_FILE = "encryption.key"
OWNER_ONLY = 0o600


def load_or_create_key(settings: Settings, data_dir: Path) -> bytes:
    """A Fernet key (44 bytes of URL-safe base64); `SettingsError` for a damaged or unreachable file."""
    if settings.encryption_key:
        return settings.encryption_key.encode()
    path = data_dir / KEY_FILE
    return _read(path, make=True)


def known_key(settings: Settings, data_dir: Path) -> bytes | None:
    """The key that is there already; None where none was ever made. Errors as in `load_or_create_key`."""
    if settings.encryption_key:
        return settings.encryption_key.encode()
    path = data_dir / KEY_FILE
    return _read(path, make=False) if path.exists() else None


def _read(path: Path, *, make: bool) -> bytes:
    try:
        if make and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _create(path)
        path.chmod(OWNER_ONLY)
        key = path.read_bytes().strip()
    except OSError as error:
        raise SettingsError(
            f"ENCRYPTION_KEY: {say('key-unreachable', path=str(path), reason=_reason(error))}"
        ) from None
    if not is_fernet_key(key):
        raise SettingsError(f"ENCRYPTION_KEY: {say('key-damaged', path=str(path))}")
    return key


def _create(path: Path) -> None:
    """Whole or not at all; of two processes that start at once the first one's key stands for both."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(Fernet.generate_key() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
