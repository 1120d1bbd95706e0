"""`python -m bot doctor`: what is configured, what is missing, and what to do about it.

It changes nothing and makes nothing: a look at each thing the bot needs, each with its own finding, so that
one that is broken hides no other. Wording: `doctor-*` in locales/*/operator.ftl; whatever is not well has a
remedy there too.
"""

import asyncio
import os
import shutil
import stat
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.backups import day_of, nightly
from bot.health import DatabaseState
from bot.keys import KEY_FILE
from bot.settings import Settings
from bot.telegram_check import Account, ask_telegram
from bot.values import is_fernet_key
from bot.words import operator_language, say
from programmes.terms import FIRST_MONTH

DATABASE_SECONDS = 10.0
MEGABYTE = 1024 * 1024
DISK_LOW_MB = 1024
DISK_FULL_MB = 200
CLOCK_TOLERANCE = timedelta(seconds=60)
WEBHOOK_FAULT_FRESH = timedelta(hours=1)
BACKUP_OLD = timedelta(days=2)
SAMPLE_ZONES = ("Europe/Moscow", "Asia/Krasnoyarsk", "Asia/Vladivostok")


class Level(StrEnum):
    """How a finding stands: `ok`, `note` (works, but read this) or `bad` (mend it first)."""

    OK = "ok"
    NOTE = "note"
    BAD = "bad"


_MARKS = {Level.OK: "✓", Level.NOTE: "•", Level.BAD: "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: the key of its wording and the values in it."""

    level: Level
    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A programme as it is run: its title, the autumn it begins in, its last day."""

    title: str
    autumn: int
    ends: date


@dataclass(frozen=True, slots=True)
class Probes:
    """What others know: how the database is, and how the programme is run (an exception says what is wrong)."""

    database: Callable[[Settings], Awaitable[DatabaseState]]
    programme: Callable[[Settings], Run]
    telegram: Callable[[Settings], Awaitable[Account]] = ask_telegram
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free


async def examine(settings: Settings, probes: Probes, *, now: datetime) -> list[Finding]:
    """Look at everything; `now` is aware UTC. Takes ten seconds at most and raises no fault it finds."""
    telegram, database = await asyncio.gather(_telegram(settings, probes, now), _database(settings, probes))
    return [
        *telegram,
        database,
        _programme(settings, probes, now.date()),
        _key(settings),
        _disk(settings, probes),
        _zones(),
        _backups(settings, now.date()),
    ]


def render(findings: Sequence[Finding], language: str | None = None) -> str:
    """The findings as lines of text, the remedy under each that needs one, and a closing line."""
    language = language or operator_language()
    lines = []
    for found in findings:
        lines.append(f"{_MARKS[found.level]} {say(found.key, language=language, **found.values)}")
        if found.level is not Level.OK:
            lines.append(f"    {say(f'{found.key}-remedy', language=language, **found.values)}")
    closing = "doctor-closing-well" if healthy(findings) else "doctor-closing-ill"
    return "\n".join([*lines, "", say(closing, language=language)])


def healthy(findings: Sequence[Finding]) -> bool:
    """Whether the bot can start and work."""
    return all(found.level is not Level.BAD for found in findings)


async def _telegram(settings: Settings, probes: Probes, now: datetime) -> list[Finding]:
    if settings.demo:
        unasked = (Finding(Level.NOTE, "doctor-token-empty"), Finding(Level.NOTE, "doctor-clock-unchecked"))
        return [*unasked, _operator_chat(settings)]
    account = await probes.telegram(settings)
    if account.refused:
        token = Finding(Level.BAD, "doctor-token-refused")
    elif account.fault:
        values = {"url": settings.telegram_api_url, "reason": account.fault}
        token = Finding(Level.BAD, "doctor-telegram-unreachable", values)
    else:
        token = Finding(Level.OK, "doctor-token-ok", {"username": account.username})
    webhook = [] if account.refused or account.fault else [_webhook(settings, account, now)]
    return [token, *webhook, _clock(account, now), _operator_chat(settings, account)]


def _webhook(settings: Settings, account: Account, now: datetime) -> Finding:
    fault_at = account.webhook_fault_at
    if not settings.webhook_url:
        return (
            Finding(Level.NOTE, "doctor-polling-webhook-set")
            if account.webhook
            else Finding(Level.OK, "doctor-polling")
        )
    if account.webhook != settings.webhook_url:
        return Finding(Level.NOTE, "doctor-webhook-unset", {"url": settings.webhook_url})
    if fault_at is not None and now - fault_at < WEBHOOK_FAULT_FRESH:
        return Finding(Level.BAD, "doctor-webhook-failing", {"reason": account.webhook_fault})
    return Finding(Level.OK, "doctor-webhook-ok", {"url": settings.webhook_url})


def _clock(account: Account, now: datetime) -> Finding:
    if account.server_time is None:
        return Finding(Level.NOTE, "doctor-clock-unchecked")
    skew = abs(now - account.server_time)
    if skew > CLOCK_TOLERANCE:
        return Finding(Level.BAD, "doctor-clock-wrong", {"seconds": str(int(skew.total_seconds()))})
    return Finding(Level.OK, "doctor-clock-ok")


async def _database(settings: Settings, probes: Probes) -> Finding:
    try:
        state = await asyncio.wait_for(probes.database(settings), DATABASE_SECONDS)
    except Exception as error:
        state = DatabaseState(reachable=False, reason=type(error).__name__)
    values = {"place": str(settings.sqlite_path or "PostgreSQL"), "reason": state.reason}
    if not state.reachable:
        return Finding(Level.BAD, "doctor-database-unreachable", values)
    if state.lacks:
        return Finding(Level.BAD, "doctor-database-rights", {**values, "right": state.lacks})
    if not state.writable:
        return Finding(Level.BAD, "doctor-database-readonly", values)
    if state.newer:
        return Finding(Level.BAD, "doctor-database-newer", values)
    if not state.migrated:
        return Finding(Level.NOTE, "doctor-database-unmigrated", values)
    return Finding(Level.OK, "doctor-database-ok", values)


def _programme(settings: Settings, probes: Probes, today: date) -> Finding:
    try:
        run = probes.programme(settings)
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        return Finding(Level.BAD, "doctor-programme-unreadable", {"name": settings.programme, "reason": reason})
    values = {"name": settings.programme, "title": run.title, "autumn": str(run.autumn), "ends": f"{run.ends:%d.%m.%Y}"}
    if run.ends < today:
        now = str(today.year if today.month >= FIRST_MONTH else today.year - 1)
        return Finding(Level.NOTE, "doctor-programme-over", {**values, "now": now})
    return Finding(Level.OK, "doctor-programme-ok", values)


def _key(settings: Settings) -> Finding:
    path = settings.data_dir / KEY_FILE
    values = {"path": str(path)}
    if settings.encryption_key:
        return Finding(Level.OK, "doctor-key-given")
    try:
        key, mode = path.read_bytes().strip(), stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return Finding(Level.NOTE, "doctor-key-to-come", values)
    except OSError:
        return Finding(Level.BAD, "doctor-key-unreadable", values)
    if not is_fernet_key(key):
        return Finding(Level.BAD, "doctor-key-damaged", values)
    return (
        Finding(Level.NOTE, "doctor-key-open", values) if mode & 0o077 else Finding(Level.OK, "doctor-key-ok", values)
    )


def _disk(settings: Settings, probes: Probes) -> Finding:
    folder = _existing(settings.data_dir)
    values = {"folder": str(settings.data_dir)}
    if not os.access(folder, os.W_OK):
        return Finding(Level.BAD, "doctor-disk-readonly", values)
    free = probes.free_bytes(folder) // MEGABYTE
    values["megabytes"] = str(free)
    if free < DISK_FULL_MB:
        return Finding(Level.BAD, "doctor-disk-full", values)
    return Finding(Level.NOTE if free < DISK_LOW_MB else Level.OK, "doctor-disk", values)


def _zones() -> Finding:
    try:
        for name in SAMPLE_ZONES:
            ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return Finding(Level.BAD, "doctor-zones-missing")
    return Finding(Level.OK, "doctor-zones-ok")


def _operator_chat(settings: Settings, account: Account | None = None) -> Finding:
    if settings.operator_chat is None:
        return Finding(Level.NOTE, "doctor-operator-missing")
    values = {"chat": str(settings.operator_chat), "username": account.username if account else ""}
    if account is not None and not account.operator_reached:
        return Finding(Level.NOTE, "doctor-operator-unreached", values)
    return Finding(Level.OK, "doctor-operator-ok")


def _backups(settings: Settings, today: date) -> Finding:
    folder = settings.backup_dir
    if folder is None:
        return Finding(Level.NOTE, "doctor-backups-missing")
    values = {"folder": str(folder)}
    if not os.access(_existing(folder), os.W_OK) or (folder.exists() and not folder.is_dir()):
        return Finding(Level.BAD, "doctor-backups-readonly", values)
    newest = next(iter(nightly(folder)), None)
    if newest is not None and today - day_of(newest) > BACKUP_OLD:
        return Finding(Level.NOTE, "doctor-backups-old", {**values, "day": str(day_of(newest))})
    return Finding(Level.OK, "doctor-backups-ok", values)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there already."""
    folder = folder.absolute()
    return next((candidate for candidate in (folder, *folder.parents) if candidate.exists()), Path("/"))
