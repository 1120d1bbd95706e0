"""The command line: reads what is wanted, runs it, and turns every expected failure into one clear line."""

from __future__ import annotations

import argparse
import asyncio
import errno
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot import logs
from bot.light import import_aiogram
from bot.memory import lasting
from bot.settings import Settings, SettingsError, load_settings
from bot.words import say

OK, FAILED, USAGE = 0, 1, 2
STAFF = ("coordinator", "curator", "head", "psychologist")


class CommandError(Exception):
    """What was asked can't be done; the text is one line that says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 it failed, 2 it was asked for wrongly)."""
    asked = _parser().parse_args(arguments)
    try:
        settings = load_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return USAGE
    logs.configure(settings.log_level, settings.secrets)
    try:
        return asyncio.run(_run(asked, settings)) or OK
    except KeyboardInterrupt:
        return OK
    except Exception as error:
        line = _known(error)
        if line is None:
            raise
        print(line, file=sys.stderr)
        return USAGE if _wrongly_set(error) else FAILED


def _wrongly_set(error: Exception) -> bool:
    """Whether it stays so until somebody changes a setting: a supervisor need not start it again."""
    from messaging.webhook import RefusedWebhookError

    return isinstance(error, SettingsError | RefusedWebhookError)


def _known(error: Exception) -> str | None:
    """The line for a failure that an operator can mend; None for a fault of ours."""
    from messaging.polling import WrongTokenError
    from messaging.webhook import RefusedWebhookError
    from storage.definitions import ChangedDefinitionError
    from storage.failures import AlreadyRunningError, DatabaseUnavailableError, NewerDatabaseError
    from storage.types import UnreadableError
    from surveys.source import DefinitionErrors

    if isinstance(error, WrongTokenError):
        return f"BOT_TOKEN: {say('doctor-token-refused')} {say('doctor-token-refused-remedy')}"
    if isinstance(error, RefusedWebhookError):
        return f"WEBHOOK_URL: {say('start-webhook', reason=str(error))}"
    if isinstance(error, DatabaseUnavailableError):
        return f"DATABASE_URL: {say('start-database', reason=str(error))}"
    if isinstance(error, AlreadyRunningError):
        return say("start-running")
    if isinstance(error, NewerDatabaseError):
        return f"DATABASE_URL: {say('start-newer')}"
    if isinstance(error, UnreadableError):
        return f"ENCRYPTION_KEY: {say('start-key')}"
    if isinstance(error, DefinitionErrors):
        return f"{say('start-definitions')}\n{error}"
    if isinstance(error, ChangedDefinitionError | CommandError | SettingsError):
        return str(error)
    if isinstance(error, OSError) and error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES):
        return say("start-address", reason=error.strerror or type(error).__name__)
    return None


async def _run(asked: argparse.Namespace, settings: Settings) -> int | None:
    """The command's own coroutine; heavy imports wait until it is known which one."""
    job: Coroutine[Any, Any, int | None]
    if asked.command == "run" and not settings.demo:
        with lasting():
            import_aiogram()
            from bot.serve import serve

        job = serve(settings)
    elif asked.command in ("run", "demo"):
        with lasting():
            import_aiogram()
            from bot.demo import demo

        job = demo(settings, getattr(asked, "programme", None) or settings.programme, getattr(asked, "port", None))
    else:
        from bot import commands

        job = commands.run(asked, settings)
    return await job


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=say("cli-about"))
    commands = parser.add_subparsers(dest="command", metavar=say("cli-command"))
    parser.set_defaults(command="run")
    commands.add_parser("run", help=say("cli-run"))
    demo = commands.add_parser("demo", help=say("cli-demo"))
    demo.add_argument("--programme", help=say("cli-demo-programme"))
    demo.add_argument("--port", type=_port, help=say("cli-demo-port"))
    commands.add_parser("migrate", help=say("cli-migrate"))
    invite = commands.add_parser("invite", help=say("cli-invite"))
    invite.add_argument("--role", required=True, choices=STAFF, help=say("cli-invite-role"))
    invite.add_argument("--organisation", help=say("cli-invite-organisation"))
    taking_in = commands.add_parser("import", help=say("cli-import"))
    taking_in.add_argument("file", type=Path, metavar="FILE.xlsx")
    taking_in.add_argument("--organisation", help=say("cli-import-organisation"))
    export = commands.add_parser("export", help=say("cli-export"))
    export.add_argument("file", type=Path, metavar="FILE.xlsx")
    backup = commands.add_parser("backup", help=say("cli-backup"))
    backup.add_argument("file", type=Path, nargs="?", metavar="FILE", help=say("cli-backup-file"))
    backup.add_argument("--force", action="store_true", help=say("cli-backup-force"))
    restore = commands.add_parser("restore", help=say("cli-restore"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--force", action="store_true", help=say("cli-restore-force"))
    commands.add_parser("doctor", help=say("cli-doctor"))
    questionnaires = commands.add_parser("questionnaires", help=say("cli-questionnaires"))
    questionnaires.add_argument("--json", action="store_true", help=say("cli-json"))
    broadcast = commands.add_parser("broadcast", help=say("cli-broadcast"))
    broadcast.add_argument("--text", required=True, help=say("cli-broadcast-text"))
    sample = commands.add_parser("sample", help=say("cli-sample"))
    sample.add_argument("--people", required=True, type=_even, help=say("cli-sample-people"))
    return parser


def _even(text: str) -> int:
    number = _whole(text)
    if number is None or number < 2 or number % 2:
        raise argparse.ArgumentTypeError(say("cli-even"))
    return number


def _port(text: str) -> int:
    number = _whole(text)
    if number is None or not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(say("cli-port"))
    return number


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None
