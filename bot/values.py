"""What each setting's text must look like.

Every function takes the stripped, not empty text of one value and gives the checked value; what cannot be
read raises an error whose type is the key of a wording in locales/*/operator.ftl.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from pydantic_core import PydanticCustomError

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+", re.ASCII)
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)  # Bot API, setWebhook, secret_token
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FERNET_KEY = re.compile(rb"[A-Za-z0-9_-]{43}=")  # 32 bytes in URL-safe base64
_DRIVERS: Mapping[str, str] = {
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen: a host name or IP address, and a port."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def wrong(wording: str, **context: object) -> PydanticCustomError:
    """The error that says `wording` to the operator."""
    return PydanticCustomError(wording, wording, context)


def token(text: str) -> str:
    """A bot's token: number, colon, secret."""
    if not TOKEN.fullmatch(text):
        raise wrong("setting-token")
    return text


def api_url(text: str) -> str:
    """The root of a Bot API, without a slash at its end."""
    url = _web(text)
    if url is None or url.query or url.fragment:
        raise wrong("setting-api-url")
    return text.rstrip("/")


def webhook_url(text: str) -> str:
    """Where Telegram calls us; a bare host gets the path `/webhook`."""
    url = _web(text)
    if url is None or url.fragment:
        raise wrong("setting-webhook-url")
    return url._replace(path="/webhook").geturl() if url.path in ("", "/") else text


def webhook_secret(text: str) -> str:
    """The word by which Telegram's calls are known: 1–256 of A–Z a–z 0–9 _ - (Bot API, setWebhook)."""
    if not SECRET.fullmatch(text):
        raise wrong("setting-webhook-secret")
    return text


def address(text: str) -> Address:
    """`host:port`, an IPv6 host in brackets."""
    host_text, colon, port_text = text.rpartition(":")
    bracketed = host_text.startswith("[") and host_text.endswith("]")
    name = host_text[1:-1] if bracketed else host_text
    known_host = bool(name) and (bracketed or ":" not in name) and not re.search(r"[\s/@\[\]]", name)
    if not (colon and known_host and re.fullmatch(r"[0-9]{1,5}", port_text) and 0 < int(port_text) < 65536):
        raise wrong("setting-address")
    return Address(name, int(port_text))


def sending_rate(text: str) -> float:
    """Calls a second; 0 lifts every limit."""
    try:
        rate = float(text)
    except ValueError:
        raise wrong("setting-rate") from None
    if not (math.isfinite(rate) and rate >= 0):
        raise wrong("setting-rate")
    return rate


def flood_burst(text: str) -> int:
    """How many updates one person may send in a row; 0 lifts the limit. Under ten a form could not be filled in."""
    try:
        burst = int(text)
    except ValueError:
        raise wrong("setting-flood-burst") from None
    if burst != 0 and not 10 <= burst <= 100_000:
        raise wrong("setting-flood-burst")
    return burst


def flood_rate(text: str) -> float:
    """How many updates a second one person may go on with; 0 lifts the limit."""
    try:
        rate = float(text)
    except ValueError:
        raise wrong("setting-flood-rate") from None
    if not (rate == 0 or 0.1 <= rate <= 1000):
        raise wrong("setting-flood-rate")
    return rate


def encryption_key(text: str) -> str:
    """A Fernet key: 32 bytes in URL-safe base64."""
    if not is_fernet_key(text.encode()):
        raise wrong("setting-key")
    return text


def is_fernet_key(text: bytes) -> bool:
    """Whether `cryptography.fernet.Fernet` would take this key."""
    return FERNET_KEY.fullmatch(text) is not None


def chat(text: str) -> int:
    """The number of a chat; groups have negative ones."""
    if not re.fullmatch(r"-?[0-9]{1,16}", text) or int(text) == 0:
        raise wrong("setting-chat")
    return int(text)


def backup_keep(text: str) -> int:
    """How many nightly copies stay: 1 to 30, for what was erased has to be gone from them within a month."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= 30:
        raise wrong("setting-backup-keep")
    return int(text)


def yes_or_no(text: str) -> bool:
    """`yes` or `no`, also as 1 and 0."""
    known = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.lower() not in known:
        raise wrong("setting-yes-or-no")
    return known[text.lower()]


def school_year(text: str) -> int:
    """The calendar year in whose autumn a school year begins; `2026/2027` and `2026-2027` are taken, too."""
    match = re.fullmatch(r"(20\d\d)(?:\s*[/-]\s*(20\d\d))?", text)
    if match is None or (match[2] is not None and int(match[2]) != int(match[1]) + 1):
        raise wrong("setting-school-year")
    return int(match[1])


def log_level(text: str) -> str:
    """One of `LOG_LEVELS`, in any case of letters."""
    if text.upper() not in LOG_LEVELS:
        raise wrong("setting-log-level", levels=", ".join(LOG_LEVELS))
    return text.upper()


def database_url(text: str) -> str:
    """A database's URL with the driver written in full (`sqlite+aiosqlite`, `postgresql+asyncpg`)."""
    scheme, separator, rest = text.partition("://")
    driver = _DRIVERS.get(scheme.lower())
    if not separator or driver is None:
        raise wrong("setting-database-scheme")
    url = f"{driver}://{rest}"
    usable = _usable_sqlite(rest) if driver.startswith("sqlite") else _usable_postgres(url)
    if not usable:
        raise wrong("setting-database-sqlite" if driver.startswith("sqlite") else "setting-database-postgres")
    return url


def sqlite_path(url: str) -> Path | None:
    """The file of a checked database URL, None on PostgreSQL."""
    scheme, _, rest = url.partition("://")
    return Path(rest[1:].partition("?")[0]) if scheme.startswith("sqlite") else None


def password(url: str) -> str:
    """The password inside a checked URL, or nothing."""
    return unquote(urlsplit(url).password or "")


def host(url: str) -> str:
    """The host of a checked URL in small letters."""
    return (urlsplit(url).hostname or "").rstrip(".")


def _web(text: str) -> SplitResult | None:
    """The parts of an http or https URL; None for anything else."""
    try:
        url = urlsplit(text)
        sound = url.scheme in ("http", "https") and url.hostname and url.port != 0
    except ValueError:
        return None
    return url if sound and not re.search(r"\s", text) else None


def _usable_sqlite(rest: str) -> bool:
    """A file's path after `:///`: a database in memory would forget everything at the end."""
    path = rest[1:].partition("?")[0]
    return rest.startswith("/") and bool(path.strip("/")) and not path.endswith("/") and ":memory:" not in path


def _usable_postgres(url: str) -> bool:
    """A host (or a socket's folder as `?host=`) and a database's name."""
    try:
        parts: Any = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    named = bool(parts.path.strip("/")) and "/" not in parts.path.strip("/")
    return named and bool(parts.hostname or parse_qs(parts.query).get("host"))
