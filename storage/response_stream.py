"""Finished responses as a stream for exports: page by page, the answers of each packed into one text by the database.

So neither side ever holds them all, and the event loop is not held by millions of small rows.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, ColumnElement, LargeBinary, Text, cast, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.results import Among, finished_of
from storage.tables import answers, people, responses
from storage.types import Cipher
from surveys.path import Value

PAGE = 500


@dataclass(frozen=True, slots=True)
class Streamed:
    """A finished response. `person`: the full name. Of an anonymous one there is no person, no time, no writer.

    `values`: a JSON object of the answers on the path; `secrets`: another one of those that are encrypted.
    """

    id: int
    version: int
    organisation_id: int | None
    campaign_id: int | None
    form: str | None
    role: str | None
    person: str | None
    finished_at: datetime | None
    entered_by: int | None
    anonymous: bool
    values: str
    secrets: str


class ResponseStream:
    """The stream over one questionnaire, in the order of the rows."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def pages(self, name: str, among: Among, size: int = PAGE) -> AsyncIterator[tuple[Streamed, ...]]:
        """Every finished response that may be read, `size` at a time."""
        after = 0
        while page := await self._page(name, among, after, size):
            yield page
            after = page[-1].id

    async def _page(self, name: str, among: Among, after: int, size: int) -> tuple[Streamed, ...]:
        which = finished_of(name, among)
        heads = (
            await self._connection.execute(
                select(*_HEAD, people.c.name)
                .select_from(responses.outerjoin(people, people.c.id == responses.c.person_id))
                .where(which, responses.c.id > after)
                .order_by(responses.c.id)
                .limit(size)
            )
        ).all()
        if not heads:
            return ()
        here = which & responses.c.id.between(heads[0].id, heads[-1].id)
        values = await self._packed(here)
        secrets = await self._secrets(here)
        return tuple(
            Streamed(
                row.id,
                row.version,
                row.organisation_id,
                row.campaign_id,
                row.form,
                row.role,
                None if row.anonymous else row.name,
                None if row.anonymous else row.finished_at,
                None if row.anonymous else row.entered_by,
                row.anonymous,
                values.get(row.id, "{}"),
                secrets.get(row.id, "{}"),
            )
            for row in heads
        )

    async def _packed(self, here: ColumnElement[bool]) -> dict[int, str]:
        rows = await self._connection.execute(
            select(answers.c.response_id, packed(self._connection).label("packed"))
            .join(responses, responses.c.id == answers.c.response_id)
            .where(here, answers.c.on_path, answers.c.value.is_not(None))
            .group_by(answers.c.response_id)
        )
        return {row.response_id: row.packed for row in rows}

    async def _secrets(self, here: ColumnElement[bool]) -> dict[int, str]:
        rows = await self._connection.execute(
            select(answers.c.response_id, packed_secrets(self._connection).label("packed"))
            .join(responses, responses.c.id == answers.c.response_id)
            .where(here, answers.c.on_path, answers.c.secret.is_not(None))
            .group_by(answers.c.response_id)
        )
        return {row.response_id: row.packed for row in rows}


_HEAD = tuple(
    responses.c[name]
    for name in (
        *("id", "version", "organisation_id", "campaign_id", "form", "role"),
        *("finished_at", "entered_by", "anonymous"),
    )
)


def packed(connection: AsyncConnection) -> ColumnElement[str]:
    """The answers of a group of rows as one JSON object, question → value."""
    value = type_coerce(answers.c.value, Text)
    if connection.dialect.name == "postgresql":
        return cast(func.json_object_agg(answers.c.question, cast(value, JSON)), Text)
    return type_coerce(func.json_group_object(answers.c.question, func.json(value)), Text)


def packed_secrets(connection: AsyncConnection) -> ColumnElement[str]:
    """The encrypted answers of a group of rows in the same way: what is encrypted is plain ASCII."""
    secret = type_coerce(answers.c.secret, LargeBinary)
    if connection.dialect.name == "postgresql":
        return cast(func.json_object_agg(answers.c.question, func.convert_from(secret, "UTF8")), Text)
    return type_coerce(func.json_group_object(answers.c.question, cast(secret, Text)), Text)


def unpacked(of: Streamed) -> dict[str, Value]:
    """Every answer of a response, readable; slow enough to be done in a thread."""
    found: dict[str, Value] = json.loads(of.values)
    for question, token in json.loads(of.secrets).items():
        found[question] = json.loads(Cipher.decrypt(token.encode()))
    return found
