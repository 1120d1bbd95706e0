"""A municipality's database for measuring: 220,000 finished responses of 25 answers, and the two ends of 20,000 people.

Filled by plain SQL with all that the bot itself would have kept beside the answers (`answer_counts`). One large
organisation holds 200,000 of the responses, as many as its curator may export; 39 others have the rest.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.mentorships import Form, Side
from mentoring.names import plain
from services.desk import House
from storage.engine import Database
from storage.tables import campaigns, chats, memberships, organisations
from storage.types import Cipher
from surveys.counting import counted
from surveys.definition import Definition
from surveys.load import load
from surveys.pairing import parameters
from surveys.path import Answers, Value
from tests.bench.asked import NAME, written

KEY = b"dGVzdHMtYW5kLW5vdGhpbmctYnV0LXRlc3RzLTMyLWI="
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
OPENED = NOW - timedelta(days=30)
LARGE, PLACES = 1, 40
"""The large organisation's id, and how many organisations there are."""
CURATOR, COORDINATOR = 1, 2
"""Ids of people and chats alike."""
FIRST = 3
PEOPLE, ELSEWHERE = 100_000, 10_000
"""Participants of the large organisation and of all the others; each has answered twice."""
RESPONSES = 2 * (PEOPLE + ELSEWHERE)
BIG, SMALLER, ABROAD = 1, 10, 12
"""Everybody's campaign; so many of the large organisation's; the others' own."""
SHEETS = 20_000
"""Different filled-in questionnaires; each stands for eleven people."""
MENTORSHIPS = 10_000
ITEMS = 8
_FORMS = tuple(Form)
_PAIRED = (Form.PUPIL_PUPIL, Form.TEACHER_PUPIL)

Given = tuple[tuple[str, str | None, bytes | None], ...]
"""Answers as rows: question, value, secret."""
Group = tuple[str, int, int, int, str, str]
"""Definition, version, organisation, campaign, form, role."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers as rows, and what of them is counted."""

    given: Given
    counted: tuple[tuple[str, str], ...]


async def fill(path: Path, house: House) -> None:
    """Migrate and fill the SQLite database at `path`."""
    asked = _definition(path.parent)
    database = await Database.open(f"sqlite+aiosqlite:///{path}", key=KEY)
    await database.migrate(NOW)
    async with database.write(NOW) as work:
        title = {"ru": asked.title.ru, "en": asked.title.en}
        await work.own_questionnaires.add(NAME, title, organisation_id=None, created_by=None)
        for definition in (asked, *_ends(house).values()):
            await work.definitions.archive(definition)
        await _few(work.connection, asked)
    await database.close()
    raw = sqlite3.connect(path)
    try:
        raw.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        Many(raw).all(asked, house)
        raw.commit()
        raw.execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _definition(folder: Path) -> Definition:
    (folder / "definitions").mkdir()
    (folder / "definitions" / f"{NAME}.yaml").write_text(written(), encoding="utf-8")
    return load(folder).get(NAME)


def _ends(house: House) -> dict[tuple[Form, Side, str], Definition]:
    """The bundled entry and exit questionnaires of the pairs."""
    known = house.programme.questionnaires
    return {
        (form, side, stage): house.surveys.get(name(form, side))
        for form in _PAIRED
        for side in Side
        for stage, name in (("entry", known.entry_id), ("exit", known.exit_id))
    }


async def _few(connection: AsyncConnection, asked: Definition) -> None:
    """Organisations, the curator, the coordinator, campaigns."""
    for number in range(1, PLACES + 1):
        name = f"Школа № {number}"
        row = {"name": name, "search": plain(name), "kind": "school", "zone": "Europe/Moscow", "created_at": NOW}
        await connection.execute(insert(organisations).values(row))
    for number in range(1, ABROAD + 1):
        row = {
            "organisation_id": None if number in (BIG, ABROAD) else LARGE,
            "origin": "person",
            "questionnaire": asked.id,
            "version": asked.version,
            "audience": {},
            "state": "closed",
            "created_at": OPENED,
            "opens_at": OPENED,
            "opened_at": OPENED,
            "closes_at": NOW,
            "closed_at": NOW,
        }
        await connection.execute(insert(campaigns).values(row))
    for person, role in ((CURATOR, "curator"), (COORDINATOR, "coordinator")):
        await connection.execute(insert(chats).values(chat_id=person, language="ru", started_at=NOW))
        # The people themselves come with all the others; foreign keys are checked at the commit.
        await connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        await connection.exec_driver_sql(
            "INSERT INTO people (id, telegram_id, name, search, category, language, registered_at)"
            f" VALUES ({person}, {person}, 'Ведущий {role}', 'ведущий', 'teacher', 'ru', '{_time(NOW)}')"
        )
        place = LARGE if role == "curator" else None
        row = {"person_id": person, "organisation_id": place, "role": role, "state": "approved", "areas": []}
        await connection.execute(insert(memberships).values(**row, applied_at=NOW))


class Many:
    """The rows that are too many for anything but plain SQL."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._counts: dict[Group, Counter[tuple[str, str]]] = {}
        self._next = 1

    def all(self, asked: Definition, house: House) -> None:
        self._people()
        chance = random.Random(1)
        sheets = [_sheet(asked, _answers(asked, chance)) for _ in range(SHEETS)]
        self._responses(asked, sheets)
        self._mentorships()
        self._pairs(house, chance)
        self._counted()

    def _people(self) -> None:
        everybody = range(FIRST, FIRST + PEOPLE + ELSEWHERE)
        at = _time(OPENED)
        self._insert(
            "people",
            "id telegram_id name search category language registered_at",
            ((i, i, _name(i), _name(i).lower(), "teacher", "ru", at) for i in everybody),
        )
        self._insert(
            "memberships",
            "person_id organisation_id role state areas applied_at",
            ((i, _place(i), _role(i), "approved", "[]", at) for i in everybody),
        )

    def _responses(self, asked: Definition, sheets: list[Sheet]) -> None:
        heads = list(_heads(asked))
        self._add(heads, lambda number: sheets[number * 7919 % SHEETS])

    def _mentorships(self) -> None:
        at, day = _time(OPENED), OPENED.date().isoformat()
        self._insert(
            "mentorships",
            "id organisation_id form role_model kind starts ends state proposed_by proposed_at activated_at",
            (
                (i, LARGE, _PAIRED[i % 2].value, "any", "any", day, day, "active", CURATOR, at, at)
                for i in range(1, MENTORSHIPS + 1)
            ),
        )
        self._insert(
            "parties",
            "mentorship_id person_id side agreed",
            ((i, _party(i, side), side.value, 1) for i in range(1, MENTORSHIPS + 1) for side in Side),
        )

    def _pairs(self, house: House, chance: random.Random) -> None:
        """Both ends of both sides: `ITEMS` parameters each, most of them a little better at the exit."""
        ends = _ends(house)
        heads: list[tuple[object, ...]] = []
        sheets: list[Sheet] = []
        for form in _PAIRED:
            for side in Side:
                entry, out = ends[form, side, "entry"], ends[form, side, "exit"]
                items = [one.items[0].id for one in parameters(entry, out) if one.measure is None][:ITEMS]
                for mentorship in range(1, MENTORSHIPS + 1):
                    if _PAIRED[mentorship % 2] is not form:
                        continue
                    for definition, more in ((entry, 0), (out, 1)):
                        answers: Answers = {one: min(10, chance.randint(1, 10) + more) for one in items}
                        person = _party(mentorship, side)
                        about = ("mentorship", mentorship, None, form.value, side.value)
                        heads.append((person, LARGE, definition.id, definition.version, *about))
                        sheets.append(_sheet(definition, answers))
        self._add(heads, sheets.__getitem__)

    def _add(self, heads: list[tuple[object, ...]], sheet: Callable[[int], Sheet]) -> None:
        """Responses with their answers; a head is person, organisation, definition, version, subject, its id, campaign,
        form, role."""
        first, self._next = self._next, self._next + len(heads)
        at = _time(OPENED + timedelta(days=3))
        rest = ("survey", "finished", "[]", "{}", 0, _time(OPENED), at, at)
        self._insert(
            "responses",
            "id chat_id person_id organisation_id definition version subject subject_id campaign_id form role kind"
            " state skipped marks anonymous asked_at started_at finished_at",
            ((first + number, head[0], *head, *rest) for number, head in enumerate(heads)),
        )
        self._insert(
            "answers",
            "response_id question value secret on_path answered_at",
            (
                (first + number, question, value, secret, 1, at)
                for number in range(len(heads))
                for question, value, secret in sheet(number).given
            ),
        )
        for number, (_, place, name, version, _, _, campaign, form, role) in enumerate(heads):
            group = (str(name), int(str(version)), int(str(place)), int(str(campaign or 0)), str(form), str(role))
            self._counts.setdefault(group, Counter()).update(sheet(number).counted)

    def _counted(self) -> None:
        self._insert(
            "answer_counts",
            "definition version organisation_id campaign_id form role question value count",
            ((*group, *pair, many) for group, counts in self._counts.items() for pair, many in counts.items()),
        )

    def _insert(self, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        names = columns.split()
        places = ", ".join("?" * len(names))
        self._raw.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)


def _heads(asked: Definition) -> Iterator[tuple[object, ...]]:
    """Each person answers everybody's campaign, and one more."""
    for person in range(FIRST, FIRST + PEOPLE + ELSEWHERE):
        another = BIG + 1 + person % SMALLER if person < FIRST + PEOPLE else ABROAD
        for campaign in (BIG, another):
            about = ("campaign", campaign, campaign, _FORMS[person % 6].value, _role(person))
            yield (person, _place(person), asked.id, asked.version, *about)


def _place(person: int) -> int:
    return LARGE if person < FIRST + PEOPLE else LARGE + 1 + person % (PLACES - 1)


def _role(person: int) -> str:
    return "mentor" if person // 6 % 2 else "mentee"


def _party(mentorship: int, side: Side) -> int:
    return FIRST + 2 * (mentorship - 1) + (side is Side.MENTEE)


def _name(person: int) -> str:
    """A made-up full name, different for everybody."""
    return f"Фамилия{person} Имя{person % 97} Отчество{person % 89}"


def _time(moment: datetime) -> str:
    """As SQLite has it."""
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _sheet(definition: Definition, answers: Mapping[str, Value]) -> Sheet:
    secret = {question.id for question in definition.questions if question.kind == "text"}
    given = tuple(
        (name, None, Cipher.encrypt(json.dumps(value, ensure_ascii=False)))
        if name in secret
        else (name, json.dumps(value, ensure_ascii=False, separators=(",", ":")), None)
        for name, value in sorted(answers.items())
    )
    return Sheet(given, tuple(counted(definition, answers)))


_WORDS = (
    *("наставник", "помог", "найти", "своё", "дело", "и", "время", "чтобы", "спокойно", "поговорить"),
    *("о", "том", "что", "важно", "для", "меня", "сейчас"),
)


def _answers(asked: Definition, chance: random.Random) -> Answers:
    """An answer to every question, by chance."""
    found: dict[str, Value] = {}
    for question in asked.questions:
        options = [option.id for option in question.options]
        match question.kind:
            case "scale":
                found[question.id] = min(10, max(1, round(chance.gauss(6.5, 2))))
            case "single":
                found[question.id] = chance.choice(options)
            case "multi":
                found[question.id] = [one for one in options if chance.random() < 0.4] or options[:1]
            case "number":
                found[question.id] = chance.randint(0, 40)
            case _:
                found[question.id] = " ".join(chance.choices(_WORDS, k=chance.randint(3, 20)))
    return found
