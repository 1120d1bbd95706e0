"""A whole municipality for measuring: two hundred people in each school, a year of meetings and feedback.

Filled past the bot, by the quickest way of each database; the same rows on both. What is made up stands for every form
of pupils' and teachers' pairs of the programme `PROGRAMME`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Protocol

import asyncpg
from sqlalchemy import make_url, text

from mentoring.mentorships import Form, Side
from services.desk import House
from storage import kept_counts
from storage.engine import Database
from storage.types import Cipher
from surveys.definition import Definition

KEY = b"dGVzdHMtYW5kLW5vdGhpbmctYnV0LXRlc3RzLTMyLWI="
PROGRAMME = "kumtorkala"
ZONE = "Europe/Moscow"
BEGAN, NOW = datetime(2025, 9, 8, 9, 0, tzinfo=UTC), datetime(2026, 5, 25, 9, 0, tzinfo=UTC)
PAIRS, MEETINGS = 100, 40
"""Of each school, and of each pair."""
CURATOR, COORDINATOR = 1, 2
"""Ids of people and chats alike; the curator is of the first school."""
_FIRST = 3
_FORMS = (Form.PUPIL_PUPIL, Form.TEACHER_TEACHER)
_BATCH = 20_000

_MENTORSHIP = (
    "id organisation_id form role_model kind starts ends state proposed_by proposed_at activated_at exit_asked_at"
)

Rows = Iterable[tuple[object, ...]]


class Sink(Protocol):
    """Takes rows in bulk."""

    async def put(self, table: str, columns: str, rows: Rows) -> None:
        """columns: separated by spaces; values are aware times, days, texts, numbers, bytes."""


class SqliteSink:
    """Plain `executemany` without waiting for the disk."""

    def __init__(self, path: Path) -> None:
        self._raw = sqlite3.connect(path)
        self._raw.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")

    async def put(self, table: str, columns: str, rows: Rows) -> None:
        names = columns.split()
        query = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        self._raw.executemany(query, (tuple(map(_plain, row)) for row in rows))

    async def close(self) -> None:
        self._raw.commit()  # and no ANALYZE: an installation has no statistics, and other plans with them
        self._raw.close()


class PostgresSink:
    """COPY."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def put(self, table: str, columns: str, rows: Rows) -> None:
        source = iter(rows)
        while some := list(islice(source, _BATCH)):
            await self._connection.copy_records_to_table(table, records=some, columns=columns.split())

    async def close(self) -> None:
        for table in ("people", "memberships", "parties", "mentorships", "meetings", "responses"):
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            await self._connection.execute(f"SELECT setval({sequence}, (SELECT max(id) FROM {table}))")
        await self._connection.execute("ANALYZE")
        await self._connection.close()


@dataclass(frozen=True, slots=True)
class Pair:
    """One mentorship with its two people."""

    id: int
    school: int

    @property
    def form(self) -> Form:
        return _FORMS[self.id % len(_FORMS)]

    def person(self, side: Side) -> int:
        return _FIRST + 2 * (self.id - 1) + (side is Side.MENTEE)


async def fill(url: str, house: House, schools: int) -> None:
    """Migrate the empty database at `url` and fill it with so many schools."""
    database = await Database.open(url, key=KEY)
    await database.migrate(NOW)
    async with database.write(NOW) as work:
        for definition in {each.id: each for each in _asked(house).values()}.values():
            await work.definitions.archive(definition)
        await work.definitions.archive(house.surveys.get(house.programme.questionnaires.feedback))
        for statement in kept_counts.removed(database.dialect):  # counted at once in the end
            await work.connection.execute(text(statement))
    sink = await _sink(url)
    for table, columns, rows in _everything(house, schools):
        await sink.put(table, columns, rows)
    await sink.close()
    async with database.write(NOW) as work:
        await work.connection.run_sync(kept_counts.count_anew)
    await database.close()


async def _sink(url: str) -> SqliteSink | PostgresSink:
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return SqliteSink(Path(str(where.database)))
    connection = await asyncpg.connect(host=str(where.query["host"]), user=where.username, database=where.database)
    return PostgresSink(connection)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "microseconds")
    return value.isoformat() if isinstance(value, date) else value


def _asked(house: House) -> dict[tuple[Form, Side], Definition]:
    known = house.programme.questionnaires
    return {(form, side): house.surveys.get(known.exit_id(form, side)) for form in _FORMS for side in Side}


def _everything(house: House, schools: int) -> Iterator[tuple[str, str, Rows]]:
    pairs = [Pair(number, 1 + (number - 1) // PAIRS) for number in range(1, schools * PAIRS + 1)]
    yield "organisations", "id name search kind zone created_at", _schools(schools)
    columns = "id telegram_id name search birth category school_class career_start language registered_at"
    yield "people", columns, _people(pairs)
    yield "memberships", "person_id organisation_id role state areas applied_at council expert", _memberships(pairs)
    yield "chats", "chat_id language started_at", ((i, "ru", BEGAN) for i in (CURATOR, COORDINATOR))
    yield "mentorships", _MENTORSHIP, _mentorships(pairs)
    yield "parties", "mentorship_id person_id side agreed", _parties(pairs)
    columns = (
        "id mentorship_id kind starts_at state planned_by planned_at sequence moves unplanned minutes topics format"
    )
    yield "meetings", columns, _meetings(pairs)
    yield "responses", _RESPONSE, _responses(house, pairs)
    yield "answers", "response_id question value secret on_path answered_at", _answers(house, pairs)


def _schools(schools: int) -> Rows:
    for number in range(1, schools + 1):
        yield number, f"Школа № {number}", f"школа № {number}", "school", ZONE, BEGAN


def _people(pairs: Sequence[Pair]) -> Rows:
    for number, role in ((CURATOR, "Куратор"), (COORDINATOR, "Координатор")):
        yield number, number, f"Ведущий {role}", "ведущий", date(1980, 5, 1), "teacher", None, None, "ru", BEGAN
    for each in pairs:
        for side in Side:
            person = each.person(side)
            name = f"Фамилия{person} Имя{person % 97}"
            if each.form is Form.PUPIL_PUPIL:
                birth, class_ = date(2009 + person % 5, 1 + person % 12, 3), f"{7 + person % 5}А"
                yield person, person, name, name.lower(), birth, "pupil", class_, None, "ru", BEGAN
            else:
                birth, begun = date(1970 + person % 30, 4, 7), date(2000 + person % 25, 9, 1)
                yield person, person, name, name.lower(), birth, "teacher", None, begun, "ru", BEGAN


def _memberships(pairs: Sequence[Pair]) -> Rows:
    rest = ("approved", "[]", BEGAN, False, False)
    yield CURATOR, 1, "curator", *rest
    yield COORDINATOR, None, "coordinator", *rest
    for each in pairs:
        for side in Side:
            yield each.person(side), each.school, side.value, *rest


def _mentorships(pairs: Sequence[Pair]) -> Rows:
    rest = ("any", "traditional", BEGAN.date(), NOW.date() + timedelta(days=7), "active", CURATOR, BEGAN, BEGAN)
    asked = NOW - timedelta(days=62)
    for each in pairs:
        yield each.id, each.school, each.form.value, *rest, asked


def _parties(pairs: Sequence[Pair]) -> Rows:
    for each in pairs:
        for side in Side:
            yield each.id, each.person(side), side.value, True


def _meetings(pairs: Sequence[Pair]) -> Rows:
    for each in pairs:
        for number in range(MEETINGS):
            state = ("held", "held", "held", "not_held", "held", "held", "cancelled")[(each.id + number) % 7]
            minutes, when = 45 if state == "held" else None, _when(each, number)
            head = (_meeting(each, number), each.id, "working", when, state, CURATOR, when - timedelta(days=3), 0)
            yield *head, number % 5 == 0, False, minutes, "[]", "in_person"


def _meeting(pair: Pair, number: int) -> int:
    return (pair.id - 1) * MEETINGS + number + 1


def _when(pair: Pair, number: int) -> datetime:
    """Spread over the school year."""
    return BEGAN + timedelta(days=6 * number + pair.id % 6, hours=pair.id % 8)


_MEETING = "id mentorship_id kind starts_at state planned_by planned_at sequence moves unplanned minutes topics format"
_RESPONSE = (
    "id chat_id person_id organisation_id definition version kind subject subject_id state skipped marks"
    " anonymous asked_at started_at finished_at form role reminders"
)


def _responses(house: House, pairs: Sequence[Pair]) -> Rows:
    """Of each pair: everybody's feedback after each meeting, then both exit questionnaires."""
    feedback, asked = house.surveys.get(house.programme.questionnaires.feedback), _asked(house)
    for each in pairs:
        for side in Side:
            person, about = each.person(side), (each.form.value, side.value, 0)
            for number in range(MEETINGS):
                at = _when(each, number) + timedelta(hours=3)
                head = (_response(each, side, number), person, person, each.school, feedback.id, feedback.version)
                state = ("survey", "meeting", _meeting(each, number), "finished", "[]", "{}", False, at, at, at)
                yield *head, *state, *about
            last, at = asked[each.form, side], NOW - timedelta(days=1 + each.id % 60)
            head = (_response(each, side, MEETINGS), person, person, each.school, last.id, last.version)
            yield *head, "survey", "mentorship", each.id, "finished", "[]", "{}", False, at, at, at, *about


def _response(pair: Pair, side: Side, number: int) -> int:
    return ((pair.id - 1) * 2 + (side is Side.MENTEE)) * (MEETINGS + 1) + number + 1


def _answers(house: House, pairs: Sequence[Pair]) -> Rows:
    """A mark and a comment for each meeting, and every scale of the exit questionnaires."""
    Cipher.use(KEY)
    comment, asked = Cipher.encrypt(json.dumps("Хорошая встреча, спасибо", ensure_ascii=False)), _asked(house)
    scales = {
        which: [
            (one.id, int(one.minimum or 1), int(one.maximum or 10))
            for one in definition.questions
            if one.kind == "scale"
        ]
        for which, definition in asked.items()
    }
    for each in pairs:
        for side in Side:
            for number in range(MEETINGS):
                response, at = _response(each, side, number), _when(each, number) + timedelta(hours=3)
                yield response, "mark", json.dumps(3 + (each.id + number) % 3), None, True, at
                yield response, "comment", None, comment, True, at
            response, at = _response(each, side, MEETINGS), NOW - timedelta(days=1 + each.id % 60)
            for place, (question, least, most) in enumerate(scales[each.form, side]):
                value = least + (each.id * 7 + place) % (most - least + 1)
                yield response, question, json.dumps(value), None, True, at
