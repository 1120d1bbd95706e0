"""`import FILE.xlsx`: a list of people is taken into an organisation's base, all of it or nothing."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.cli import CommandError
from bot.clock import wall_clock
from bot.database import open_migrated
from bot.places import place_of
from bot.settings import Settings
from bot.words import say
from storage.work import Work


async def import_people(asked: argparse.Namespace, settings: Settings) -> None:
    """Reads the list and takes it in; mistakes are told line by line, and then nothing is."""
    path: Path = asked.file
    try:
        content = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        raise CommandError(say("cli-import-unreadable", path=str(path), reason=error.strerror or "")) from None
    database = await open_migrated(settings)
    try:
        async with database.write(wall_clock()) as work:
            print(await _taken_in(work, settings, content, path.name, asked.organisation))
    finally:
        await database.close()


async def _taken_in(work: Work, settings: Settings, content: bytes, file: str, name: str | None) -> str:
    from bot.house import build
    from mentoring.clock import local_date
    from reports.people_list import read_people
    from services import imports

    organisation = await place_of(work.organisations, name)
    programme = build(settings.programme, "", school_year=settings.school_year).programme
    rules = imports.rules_of(programme, local_date(work.now, organisation.zone))
    found = json.loads(await asyncio.to_thread(read_people, content, file, rules))
    if "mistakes" in found:
        raise CommandError(_told(found["mistakes"]))
    matches, doubtful = await imports.compared(work, organisation.id, imports.entries_of(json.dumps(found)))
    if doubtful:
        raise CommandError(_told([(each.sheet, each.row, each.column, each.problem, each.values) for each in doubtful]))
    taken = await imports.taken_in(work, organisation, matches, None)
    known = len(matches) - taken.roles
    return say("cli-imported", organisation=organisation.name, people=taken.people, roles=taken.roles, known=known)


def _told(mistakes: Sequence[Sequence[Any]]) -> str:
    lines = [say("cli-import-mistakes", count=len(mistakes))]
    for sheet, row, column, problem, values in mistakes:
        said = say(f"import-wrong-{problem}", **values)
        if not row:
            lines.append(said)
        elif not column:
            lines.append(say("import-mistake-row", sheet=sheet, row=str(row), problem=said))
        else:
            lines.append(say("import-mistake", sheet=sheet, row=str(row), column=column, problem=said))
    return "\n".join(lines)
