"""Logs: one line an event, with ids and never with what people said.

    2026-09-07T06:00:00.123Z ERROR messaging.intake parked update_id=17 error=KeyError at handlers/menu.py:41

An exception is named by its class and place. Its message is shown only where it comes from the machine and
not from a person's data; the whole traceback only at DEBUG, which is for trials. Secrets are masked in every
line, whoever wrote it.
"""

import logging
import re
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

MASK = "***"
HOME = Path(__file__).resolve().parent.parent
FRAMES = 3
SHORTEST_SECRET = 6
_TOKENS = re.compile(
    r"(?<![\w-])(bot)?\d{5,}:[A-Za-z0-9_-]{20,}|(?<=/bot)\d+(:|%3A)[A-Za-z0-9_%-]+", re.ASCII | re.IGNORECASE
)
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_FIRST_PARTY = frozenset(
    {
        "bot",
        "messaging",
        "handlers",
        "services",
        "mentoring",
        "surveys",
        "programmes",
        "reports",
        "storage",
        "locales",
    }
)
_CHATTY = {
    "alembic": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "apscheduler": logging.WARNING,
    "aiogram": logging.WARNING,
}


def configure(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send every log line of the process to `stream` (stderr by default) in one shape."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(OneLine(secrets, tracebacks=level == "DEBUG"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name, quietest in _CHATTY.items():
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else quietest)


class OneLine(logging.Formatter):
    """Time in UTC, level, place, event, then `key=value` of every extra field."""

    def __init__(self, secrets: Iterable[str] = (), *, tracebacks: bool = False) -> None:
        super().__init__()
        # The longest first: a secret that begins another must not leave its rest behind. Masking a very short one
        # would tear every line apart and tell it by its gaps.
        long_enough = (secret for secret in secrets if len(secret) >= SHORTEST_SECRET)
        self._secrets = sorted(long_enough, key=len, reverse=True)
        self._tracebacks = tracebacks

    def format(self, record: logging.LogRecord) -> str:
        parts = [f"{_moment(record)} {record.levelname} {record.name} {record.getMessage()}"]
        parts += [f"{key}={_shown(value)}" for key, value in vars(record).items() if key not in _STANDARD]
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            parts.append(describe(error))
        line = " ".join(parts).replace("\r", " ").replace("\n", " ⏎ ")
        if error is not None and self._tracebacks:
            line += "\n" + "".join(traceback.format_exception(error)).rstrip()
        return self._masked(line)

    def _masked(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, MASK)
        return _TOKENS.sub(MASK, line)


def describe(error: BaseException) -> str:
    """An exception in a few words: class, place in our code, the machine's reason, and what it came from."""
    chain = list(_chain(error))
    words = [f"error={_named(chain[0])}"]
    places = [place for link in chain for place in _places(link)]
    if places:
        words.append(f"at {' < '.join(dict.fromkeys(places[:FRAMES]))}")
    words += [f"from {_named(cause)}" for cause in chain[1:]]
    return " ".join(words)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _named(error: BaseException) -> str:
    reason = _machine_reason(error)
    return type(error).__name__ + (f"({reason})" if reason else "")


def _machine_reason(error: BaseException) -> str:
    """The message of errors that machines make; others may quote a person, as a database's do."""
    if isinstance(error, OSError):
        return error.strerror or ""
    if type(error).__name__ == "OperationalError":
        return str(getattr(error, "orig", error)).partition("\n")[0]
    if type(error).__module__.startswith("aiogram."):
        return str(error).partition("\n")[0]
    return ""


def _places(error: BaseException) -> list[str]:
    """Where in our own packages it happened, the innermost first."""
    found = []
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(HOME):
            place = path.relative_to(HOME)
            if place.parts[0] in _FIRST_PARTY:
                found.append(f"{place.as_posix()}:{frame.lineno}")
    return found


def _moment(record: logging.LogRecord) -> str:
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z"


def _shown(value: object) -> str:
    text = str(value)
    return repr(text) if not text or any(character.isspace() for character in text) else text
