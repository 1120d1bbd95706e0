"""The commands that do one thing and end: migrate, invite, import, export, backup, doctor and more."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.backup_commands import back_up, restore
from bot.cli import CommandError
from bot.clock import wall_clock
from bot.database import open_migrated
from bot.people_import import import_people
from bot.places import place_of
from bot.settings import Settings
from bot.words import say
from mentoring.roles import Role
from storage.engine import Database
from storage.organisations import Organisations


async def run(asked: argparse.Namespace, settings: Settings) -> int | None:
    """Run the command that was asked for; a number is the exit code."""
    command: Callable[[argparse.Namespace, Settings], Awaitable[int | None]] = COMMANDS[asked.command]
    return await command(asked, settings)


async def migrate(asked: argparse.Namespace, settings: Settings) -> None:
    """Bring the database to this version."""
    database = await open_migrated(settings)
    await database.close()
    print(say("cli-migrated"))


async def invite(asked: argparse.Namespace, settings: Settings) -> None:
    """Make a personal invitation; prints the deep link, then the bare token alone on the last line."""
    role = Role(asked.role)
    database = await open_migrated(settings)
    try:
        name = await _bot_name(settings, database)
        async with database.write(wall_clock()) as work:
            organisation = await _organisation(work.organisations, role, asked.organisation)
            token = await work.invitations.create(role, organisation)
    finally:
        await database.close()
    print(say("cli-invited", role=say(f"staff-role-{role.value}")))
    print(f"https://t.me/{name}?start={token}" if name else say("cli-invite-nameless"))
    print(token)


async def export(asked: argparse.Namespace, settings: Settings) -> None:
    """Write people, pairs, meetings and answers of all organisations into a workbook."""
    from bot.house import build
    from services.export import everything

    database = await open_migrated(settings)
    try:
        async with database.read(wall_clock()) as work:
            content = await everything(work, build(settings.programme, "", school_year=settings.school_year))
    finally:
        await database.close()
    path: Path = asked.file
    try:
        await asyncio.to_thread(path.write_bytes, content)
    except OSError as error:
        raise CommandError(say("cli-export-failed", path=str(path), reason=error.strerror or "")) from None
    print(say("cli-exported", path=str(path)))


async def doctor(asked: argparse.Namespace, settings: Settings) -> int:
    """Say what is configured and what is missing; the exit code is 1 if anything must be mended."""
    from bot.doctor import Probes, examine, healthy, render
    from bot.probes import database_state, programme_run

    findings = await examine(settings, Probes(database_state, programme_run), now=wall_clock())
    print(render(findings))
    return 0 if healthy(findings) else 1


async def questionnaires(asked: argparse.Namespace, settings: Settings) -> None:
    """List every questionnaire: as JSON for programs, else a line each."""
    from bot.house import library

    surveys = [found for found in library().all() if found.kind == "survey"]
    rows: list[dict[str, Any]] = [
        {
            "id": found.id,
            "version": found.version,
            "form": found.audience.form,
            "role": found.audience.role,
            "stage": found.audience.stage,
            "languages": ["ru", "en"],
        }
        for found in surveys
    ]
    if asked.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for found in surveys:
        print(f"{found.id}@{found.version}  {found.title.ru}")


async def broadcast(asked: argparse.Namespace, settings: Settings) -> None:
    """Put the operator's notice to everybody reachable into the queue, whether or not the bot runs."""
    from locales import Wording
    from messaging.post import post
    from messaging.render import MAX_TEXT, units
    from messaging.replies import Lane, Show

    if not asked.text.strip():
        raise CommandError(say("cli-broadcast-empty"))
    over = units(asked.text) - MAX_TEXT
    if over > 0:
        raise CommandError(say("cli-broadcast-long", max=str(MAX_TEXT), over=str(over)))
    database = await open_migrated(settings)
    try:
        async with database.write(wall_clock()) as work:
            chats = await work.chats.reachable()
            shows = [Show(chat, "notice", asked.text, lane=Lane.MAILING, fresh=True) for chat in chats]
            await post(work, Wording.load(), shows, here=False)
    finally:
        await database.close()
    print(say("cli-broadcast-queued", count=len(chats)))


async def sample(asked: argparse.Namespace, settings: Settings) -> None:
    """Fill an empty database for practice and for load trials."""
    from bot.house import build
    from bot.training import sample as fill
    from storage.training import NotEmptyError

    database = await open_migrated(settings)
    try:
        async with database.write(wall_clock()) as work:
            await fill(work, build(settings.programme, "", school_year=settings.school_year), asked.people)
    except NotEmptyError:
        raise CommandError(say("cli-sample-people-there")) from None
    finally:
        await database.close()
    print(say("cli-sampled", count=asked.people))


COMMANDS: dict[str, Callable[[argparse.Namespace, Settings], Awaitable[int | None]]] = {
    "migrate": migrate,
    "invite": invite,
    "import": import_people,
    "export": export,
    "backup": back_up,
    "restore": restore,
    "doctor": doctor,
    "questionnaires": questionnaires,
    "broadcast": broadcast,
    "sample": sample,
}


async def _bot_name(settings: Settings, database: Database) -> str | None:
    """The bot's user name for a link; None if there is no token or Telegram has never told it."""
    if settings.demo:
        return None
    from aiogram import Bot

    from bot.machine import telegram_session
    from bot.serve import bot_name

    bot = Bot(settings.bot_token, session=telegram_session(settings.telegram_api_url))
    try:
        return await bot_name(bot, database)
    finally:
        await bot.session.close()


async def _organisation(organisations: Organisations, role: Role, name: str | None) -> int | None:
    """The organisation that an invitation is for; a coordinator's is for the whole municipality."""
    if role is Role.COORDINATOR:
        if name:
            raise CommandError(say("cli-invite-municipal"))
        return None
    return (await place_of(organisations, name)).id
