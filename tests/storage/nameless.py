"""An anonymous campaign in a database, without a bot around it: who was asked, who answers what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, text

from mentoring.people import OrganisationKind
from storage.anonymity import Anonymity, Place, Sheet
from storage.engine import Database
from storage.tables import campaigns, metadata
from storage.work import Work
from surveys.definition import Definition, Question
from surveys.path import Value
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft
from surveys.wording import Wording
from tests.databases import NOW

CLIMATE = Definition(
    "own-1-climate",
    1,
    "survey",
    Wording("Климат", "Climate"),
    (Question("mark", "scale", minimum=1, maximum=10), Question("words", "text", optional=True)),
    anonymous=True,
    body="{}",
    sha256="0",
)
KNOWN = {(CLIMATE.id, CLIMATE.version): CLIMATE}
OPENED = NOW - timedelta(days=3)


async def campaign(work: Work) -> Place:
    """An open one in a new organisation."""
    school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Europe/Moscow")
    row = {"origin": "person", "anonymous": True, "audience": {}, "state": "open", "created_at": OPENED}
    made = await work.connection.execute(
        insert(campaigns).values(organisation_id=school.id, opens_at=OPENED, **row).returning(campaigns.c.id)
    )
    return Place(made.scalar_one(), school.id)


async def asked(work: Work, place: Place, many: int) -> list[Record]:
    """So many people with the questionnaire before them."""
    records = []
    for number in range(1, many + 1):
        person = await work.people.add(f"Человек {number}", telegram_id=100 + number)
        await work.chats.start(100 + number, "ru")
        records.append(
            await work.responses.add(
                Draft(CLIMATE.id, 1),
                CLIMATE,
                state=RecordState.WAITING,
                chat_id=100 + number,
                person_id=person.id,
                organisation_id=place.organisation_id,
                subject=Subject("campaign", place.campaign_id),
                campaign_id=place.campaign_id,
                form="teacher-teacher",
                role="mentor" if number % 2 else "mentee",
            )
        )
    return records


async def answers(database: Database, record: Record, given: dict[str, Value], at: datetime) -> None:
    """One answer after the other, the last of them completes it."""
    for number in range(1, len(given) + 1):
        some = dict(list(given.items())[:number])
        draft = Draft(CLIMATE.id, 1, some, state="finished" if number == len(given) else "open")
        async with database.write(at + timedelta(minutes=number)) as work:
            before = await work.responses.get(record.id)
            assert before is not None
            await work.responses.save(before, draft, CLIMATE, was_on_path=before.draft.answers, on_path=some)


def by_content(sheets: list[Sheet]) -> None:
    """In place of the shuffle: an order that depends on what was answered alone."""
    sheets.sort(key=lambda sheet: json.dumps(dict(sheet.answers), sort_keys=True))


async def detach(database: Database, place: Place, shuffle: Any = None, last: int | None = 0) -> None:
    """All that are complete; `last`: as in `Anonymity.forget`."""
    async with database.write(NOW) as work:
        store = Anonymity(work.connection, work.now, shuffle) if shuffle else work.anonymity
        await store.rewrite(place, await store.sheets(place), KNOWN)
        await store.forget(place, last)
        work.forgets = True


async def dump(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every table as the holder of file and key reads it, on SQLite with the hidden numbers of rows."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with database.read(NOW) as work:
        for table in metadata.sorted_tables:
            hidden = [text("rowid AS hidden")] if database.path else []
            read = await work.connection.execute(select(*hidden, table))
            found[table.name] = [dict(row) for row in read.mappings()]
        if database.path:
            ids = await work.connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
            found["sqlite_sequence"] = [dict(row) for row in ids.mappings()]
    return found


def read(database: Database) -> bytes:
    """Everything that lies beside the database, log and all."""
    assert database.path
    return b"".join(path.read_bytes() for path in sorted(database.path.parent.iterdir()) if path.is_file())


async def tokens(database: Database) -> Sequence[bytes]:
    """The encrypted answers as they lie in the file now."""
    async with database.read(NOW) as work:
        found = await work.connection.execute(text("SELECT secret FROM answers WHERE secret IS NOT NULL"))
        return [bytes(value) for value in found.scalars()]
