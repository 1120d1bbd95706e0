"""Column types: UTC times, encrypted texts and files, enumerations by value."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in an INTEGER primary key."""


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC time. SQLite drops zones: naive values are refused on the way in and marked UTC on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time can't be stored; pass an aware one")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A value as JSON text: readable by the view `answers_v` and alike on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class UnreadableError(Exception):
    """The database was written with another ENCRYPTION_KEY."""


class Cipher:
    """Encrypts free texts and files at rest; one key a process, set once at the start."""

    _fernet: Fernet | None = None

    @classmethod
    def use(cls, key: bytes) -> None:
        cls._fernet = Fernet(key)

    @classmethod
    def encrypt(cls, text: str) -> bytes:
        return cls.seal(text.encode())

    @classmethod
    def decrypt(cls, token: bytes) -> str:
        return cls.open(token).decode()

    @classmethod
    def seal(cls, content: bytes) -> bytes:
        if cls._fernet is None:
            raise RuntimeError("Cipher.use(key) comes before any encrypted column is written")
        return cls._fernet.encrypt(content)

    @classmethod
    def open(cls, token: bytes) -> bytes:
        if cls._fernet is None:
            raise RuntimeError("Cipher.use(key) comes before any encrypted column is read")
        try:
            return cls._fernet.decrypt(token)
        except InvalidToken as error:
            raise UnreadableError("this database was written with another ENCRYPTION_KEY") from error


class SealedText(TypeDecorator[str]):
    """An encrypted text in a column of text; what was stored there before it was encrypted is read as it stands."""

    impl = Text
    cache_ok = True
    _BEGINS = "gAAAAA"
    """The version and the first bytes of the time of every Fernet token."""

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else Cipher.encrypt(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith(self._BEGINS):
            return value
        return Cipher.decrypt(value.encode())


class EncryptedText(TypeDecorator[str]):
    """A text that only the holder of ENCRYPTION_KEY reads."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else Cipher.encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else Cipher.decrypt(value)


class EncryptedBytes(TypeDecorator[bytes]):
    """A file's content that only the holder of ENCRYPTION_KEY reads; what is a token already is kept as it is.

    Content without the mark was stored before files were encrypted, or is such a token: it is given as it lies there.
    """

    impl = LargeBinary
    cache_ok = True
    MARK = b"\x00enc:"
    TOKEN = b"gAAAA"

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        if value is None or value.startswith(self.TOKEN):
            return value
        return self.MARK + Cipher.seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        if value is None or not value.startswith(self.MARK):
            return value
        return Cipher.open(value.removeprefix(self.MARK))
