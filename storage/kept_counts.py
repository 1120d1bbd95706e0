"""The triggers that keep `mark_days`, `mark_people` and `asked_days`, and how to make all three anew.

What counts follows from the rows as they are, whoever changes them: an answer replaced or deleted, people merged or
erased. So the database keeps it, in the statement that changes the row: an answer costs no statement more. Made anew
at the end of every migration, since SQLite loses the triggers of a table that a step copies.

Anonymous answers are never in the marks: they are few, and counted from their rows (`storage.marks_by_place`).
"""

# ruff: noqa: S608 -- nothing in these statements comes from outside

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

TABLES = ("mark_days", "mark_people", "asked_days")
_NAMES = tuple(
    f"kept_{table}_{event}" for table in ("responses", "answers") for event in ("insert", "update", "delete")
)
_MARKS = (
    "{0}.state = 'finished' AND {0}.kind = 'survey' AND NOT {0}.anonymous AND {0}.person_id IS NOT NULL"
    " AND {0}.organisation_id IS NOT NULL AND {0}.finished_at IS NOT NULL"
)
_ASKED = "{0}.kind = 'survey' AND {0}.state <> 'cancelled' AND {0}.organisation_id IS NOT NULL"
_PUT = "CASE WHEN {0}.anonymous AND {0}.person_id IS NULL THEN 0 ELSE 1 END"  # a detached answer was put to nobody
_DONE = "CASE WHEN {0}.finished_at IS NULL THEN 0 ELSE 1 END"
_MORE_MARKS = (
    "ON CONFLICT (definition, question, organisation_id, day, role) DO UPDATE SET"
    " total = mark_days.total + excluded.total, count = mark_days.count + excluded.count"
)
_MORE_ASKED = (
    "ON CONFLICT (organisation_id, day, definition) DO UPDATE SET"
    " asked = asked_days.asked + excluded.asked, answered = asked_days.answered + excluded.answered"
)
_WATCHED = (
    *("state", "kind", "anonymous", "person_id", "organisation_id"),
    *("definition", "role", "asked_at", "finished_at"),
)
_ALL = "mark_days (definition, question, organisation_id, day, role, total, count)"
_WHO = "mark_people (definition, question, organisation_id, role, person_id, first_at, last_at)"
_PUTS = "asked_days (organisation_id, day, definition, asked, answered)"
_FROM = "FROM responses r JOIN answers a ON a.response_id = r.id"


@dataclass(frozen=True, slots=True)
class _Words:
    """What the two databases say differently. `day`, `whole`: of a column put in place of {}."""

    day: str
    whole: str
    least: str
    greatest: str
    differs: str


_SQLITE = _Words(
    day="substr({}, 1, 10)",
    whole="ltrim({0}, '-') NOT GLOB '*[^0-9]*' AND ltrim({0}, '-') <> '' AND length({0}) <= 9",
    least="min",
    greatest="max",
    differs="IS NOT",
)
_POSTGRES = _Words(
    day="CAST({} AT TIME ZONE 'UTC' AS date)",
    whole="{0} ~ '^-*[0-9]+$' AND length({0}) <= 9",
    least="least",
    greatest="greatest",
    differs="IS DISTINCT FROM",
)


def removed(dialect: str) -> Iterator[str]:
    """Statements that take the triggers away, where there are any."""
    for name in _NAMES:
        if dialect == "sqlite":
            yield f"DROP TRIGGER IF EXISTS {name}"
        else:
            yield f"DROP FUNCTION IF EXISTS {name}() CASCADE"


def made(dialect: str) -> Iterator[str]:
    """Statements that make the triggers."""
    words = _SQLITE if dialect == "sqlite" else _POSTGRES
    for name, (table, event, body) in zip(_NAMES, _triggers(words), strict=True):
        yield from (_in_sqlite if dialect == "sqlite" else _in_postgres)(name, table, event, body, words)


def refilled(dialect: str) -> Iterator[str]:
    """Statements that count everything anew."""
    words = _SQLITE if dialect == "sqlite" else _POSTGRES
    yield from (f"DELETE FROM {table}" for table in TABLES)
    counts = f"{_MARKS.format('r')} AND {_is_mark(words, 'a')}"
    day = f"{_place(words, 'r')}, sum({_number(words, 'a')}), count(*)"
    yield f"INSERT INTO {_ALL} SELECT {day} {_FROM} WHERE {counts} {_BY_KEY}"
    yield f"INSERT INTO {_WHO} SELECT {_person('r')}, {_BOUNDS} {_FROM} WHERE {counts} {_BY_KEY}"
    put = f"sum({_PUT.format('r')}), sum({_DONE.format('r')})"
    day = words.day.format("r.asked_at")
    yield (
        f"INSERT INTO {_PUTS} SELECT r.organisation_id, {day}, r.definition, {put} FROM responses r"
        f" WHERE {_ASKED.format('r')} GROUP BY 1, 2, 3"
    )


_BOUNDS = "min(r.finished_at), max(r.finished_at)"


def count_anew(connection: Connection) -> None:
    """Make the counts, and the triggers, as this version of the bot has them."""
    dialect = connection.dialect.name
    for statement in (*removed(dialect), *refilled(dialect), *made(dialect)):
        connection.execute(text(statement))


_BY_KEY = "GROUP BY 1, 2, 3, 4, 5"


def _triggers(words: _Words) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """By table and event: what is done, in the order of `_NAMES`.

    A response takes its answers with it: they are taken back before it is deleted, while they are still there.
    """
    put, taken = _puts(words, "NEW", ""), _puts(words, "OLD", "-")
    given, back = _marks(words, "NEW"), _taken_back(words)
    yield "responses", "AFTER INSERT", (put,)
    yield "responses", f"AFTER UPDATE OF {', '.join(_WATCHED)}", (taken, put, *back, *given)
    yield "responses", "BEFORE DELETE", (taken, *_taken_back(words, "AND r.id <> OLD.id"))
    one, gone = _mark(words, "NEW", ""), _mark(words, "OLD", "-")
    yield "answers", "AFTER INSERT", (one, _marker(words, "NEW"))
    yield "answers", "AFTER UPDATE OF value, on_path", (gone, *_unmarked(words), one, _marker(words, "NEW"))
    yield "answers", "AFTER DELETE", (gone, *_unmarked(words))


def _puts(words: _Words, row: str, sign: str) -> str:
    day = words.day.format(f"{row}.asked_at")
    return (
        f"INSERT INTO {_PUTS} SELECT {row}.organisation_id, {day}, {row}.definition,"
        f" {sign}({_PUT.format(row)}), {sign}({_DONE.format(row)}) WHERE {_ASKED.format(row)} {_MORE_ASKED}"
    )


def _marks(words: _Words, row: str) -> tuple[str, str]:
    """All marks of a response."""
    which = f"FROM answers a WHERE a.response_id = {row}.id AND {_MARKS.format(row)} AND {_is_mark(words, 'a')}"
    counted = f"SELECT {_place(words, row)}, {_number(words, 'a')}, 1 {which} ORDER BY a.question {_MORE_MARKS}"
    people = f"SELECT {_person(row)}, {row}.finished_at, {row}.finished_at {which} ORDER BY a.question {_seen(words)}"
    return f"INSERT INTO {_ALL} {counted}", f"INSERT INTO {_WHO} {people}"


def _taken_back(words: _Words, but: str = "") -> tuple[str, str, str]:
    """All marks that a response had; who is left behind them is looked up, `but` not in these rows."""
    had = _MARKS.format("OLD")
    which = f"FROM answers a WHERE a.response_id = OLD.id AND {had} AND {_is_mark(words, 'a')} ORDER BY a.question"
    same = " AND ".join(f"{{0}}.{name} = OLD.{name}" for name in ("person_id", "organisation_id", "definition"))
    here = f"{same.format('mark_people')} AND mark_people.role = coalesce(OLD.role, '')"
    left = f"{same.format('r')} AND coalesce(r.role, '') = coalesce(OLD.role, '')"
    return (
        f"INSERT INTO {_ALL} SELECT {_place(words, 'OLD')}, -({_number(words, 'a')}), -1 {which} {_MORE_MARKS}",
        f"DELETE FROM mark_people WHERE {had} AND {here}",
        f"INSERT INTO {_WHO} SELECT {_person('r')}, {_BOUNDS} {_FROM}"
        f" WHERE {had} AND {left} AND {_MARKS.format('r')} AND {_is_mark(words, 'a')} {but} {_BY_KEY}",
    )


def _mark(words: _Words, row: str, sign: str) -> str:
    """One answer of a response that is finished already."""
    return (
        f"INSERT INTO {_ALL} SELECT {_place(words, 'r', row)}, {sign}({_number(words, row)}), {sign}1 FROM responses r"
        f" WHERE r.id = {row}.response_id AND {_MARKS.format('r')} AND {_is_mark(words, row)} {_MORE_MARKS}"
    )


def _marker(words: _Words, row: str) -> str:
    return (
        f"INSERT INTO {_WHO} SELECT {_person('r', row)}, r.finished_at, r.finished_at FROM responses r"
        f" WHERE r.id = {row}.response_id AND {_MARKS.format('r')} AND {_is_mark(words, row)} {_seen(words)}"
    )


def _unmarked(words: _Words) -> tuple[str, str]:
    """Who is left behind a question after one answer to it is gone."""
    key = "definition, question, organisation_id, role, person_id"
    whose = f"FROM responses o WHERE o.id = OLD.response_id AND {_MARKS.format('o')}"
    same = "r.person_id = o.person_id AND r.organisation_id = o.organisation_id AND r.definition = o.definition"
    return (
        f"DELETE FROM mark_people WHERE ({key}) IN (SELECT {_person('o', 'OLD')} {whose})",
        f"INSERT INTO {_WHO} SELECT {_person('r')}, {_BOUNDS} FROM responses o JOIN responses r ON {same}"
        " AND coalesce(r.role, '') = coalesce(o.role, '') JOIN answers a ON a.response_id = r.id"
        f" AND a.question = OLD.question WHERE o.id = OLD.response_id AND {_MARKS.format('o')}"
        f" AND {_MARKS.format('r')} AND {_is_mark(words, 'a')} {_BY_KEY}",
    )


def _place(words: _Words, response: str, answer: str = "a") -> str:
    day = words.day.format(f"{response}.finished_at")
    place = f"{response}.definition, {answer}.question, {response}.organisation_id, {day}"
    return f"{place}, coalesce({response}.role, '')"


def _person(response: str, answer: str = "a") -> str:
    place = f"{response}.definition, {answer}.question, {response}.organisation_id"
    return f"{place}, coalesce({response}.role, ''), {response}.person_id"


def _is_mark(words: _Words, answer: str) -> str:
    return f"{answer}.on_path AND {words.whole.format(f'{answer}.value')}"


def _number(words: _Words, answer: str) -> str:
    """PostgreSQL may work a plain CAST out before it asks whether the row counts."""
    return f"CASE WHEN {words.whole.format(f'{answer}.value')} THEN CAST({answer}.value AS integer) END"


def _seen(words: _Words) -> str:
    return (
        "ON CONFLICT (definition, question, organisation_id, role, person_id) DO UPDATE SET"
        f" first_at = {words.least}(mark_people.first_at, excluded.first_at),"
        f" last_at = {words.greatest}(mark_people.last_at, excluded.last_at)"
    )


def _in_sqlite(name: str, table: str, event: str, body: tuple[str, ...], words: _Words) -> Iterator[str]:
    tests = {"answers": f"WHEN {_finished(event)}", "responses": f"WHEN {_changed(words)}" if "UPDATE" in event else ""}
    yield f"CREATE TRIGGER {name} {event} ON {table} {tests[table]} BEGIN {'; '.join(body)}; END"


def _in_postgres(name: str, table: str, event: str, body: tuple[str, ...], words: _Words) -> Iterator[str]:
    test = _finished(event) if table == "answers" else "true"
    back = "OLD" if "DELETE" in event else "NEW"
    steps = "".join(f"{each};\n" for each in body)
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n"
        f"IF {test} THEN\n{steps}END IF;\nRETURN {back};\nEND $$"
    )
    which = f"WHEN ({_changed(words)})" if table == "responses" and "UPDATE" in event else ""
    yield f"CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW {which} EXECUTE FUNCTION {name}()"


def _finished(event: str) -> str:
    """Whose response is finished: of a draft, nothing counts."""
    row = "OLD" if "DELETE" in event else "NEW"
    return f"EXISTS (SELECT 1 FROM responses WHERE id = {row}.response_id AND state = 'finished')"


def _changed(words: _Words) -> str:
    return " OR ".join(f"OLD.{each} {words.differs} NEW.{each}" for each in _WATCHED)
