"""Everybody who is in a mentorship, with their answers at its entry and at its exit: what the change is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.response_stream import packed
from storage.tables import answers, mentorships, parties, responses
from surveys.record import RecordState


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire put to somebody; `values`: the answers on the path as a JSON object, None until it is finished.

    Encrypted answers are not among them: they are no numbers.
    """

    definition: str
    version: int
    values: str | None


@dataclass(frozen=True, slots=True)
class Placed:
    """One person's place in one mentorship, and their newest entry and exit questionnaires."""

    mentorship_id: int
    organisation_id: int
    form: str
    side: str
    person_id: int
    entry: Answered | None = None
    exit: Answered | None = None


class Paired:
    """Named questionnaires only: anonymous answers belong to nobody."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def placed(
        self,
        entries: Collection[str],
        exits: Collection[str],
        *,
        organisations: Collection[int] | None = None,
        form: str | None = None,
        mentorship_id: int | None = None,
    ) -> tuple[Placed, ...]:
        """Everybody in mentorships that have begun, or in the one that is named, in the order of mentorships.

        `entries`, `exits`: the questionnaires that are asked at either end.
        """
        where = _begun(organisations, form, mentorship_id)
        given = await self._given(where, {*entries, *exits})
        rows = await self._connection.execute(
            select(
                *(parties.c.mentorship_id, parties.c.person_id, parties.c.side),
                *(mentorships.c.organisation_id, mentorships.c.form),
            )
            .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
            .where(where, parties.c.person_id.is_not(None))
            .order_by(parties.c.mentorship_id, parties.c.id)
        )
        found = []
        for row in rows:
            theirs = given.get((row.mentorship_id, row.person_id), {})
            before = [each for name, each in theirs.items() if name in entries]
            after = [each for name, each in theirs.items() if name in exits]
            found.append(
                Placed(
                    row.mentorship_id,
                    row.organisation_id,
                    row.form,
                    row.side,
                    row.person_id,
                    before[-1] if before else None,
                    after[-1] if after else None,
                )
            )
        return tuple(found)

    async def _given(
        self, where: ColumnElement[bool], names: Collection[str]
    ) -> Mapping[tuple[int, int], Mapping[str, Answered]]:
        finished = RecordState.FINISHED.value
        which = and_(
            responses.c.subject == "mentorship",
            responses.c.kind == "survey",
            responses.c.definition.in_(names),
            responses.c.state != RecordState.CANCELLED.value,
            responses.c.person_id.is_not(None),
            ~responses.c.anonymous,
            where,
        )
        about = responses.join(mentorships, mentorships.c.id == responses.c.subject_id)
        values = await self._connection.execute(
            select(answers.c.response_id, packed(self._connection).label("packed"))
            .select_from(about.join(answers, answers.c.response_id == responses.c.id))
            .where(which, responses.c.state == finished, answers.c.on_path, answers.c.value.is_not(None))
            .group_by(answers.c.response_id)
        )
        said: dict[int, str] = {row.response_id: row.packed for row in values}
        rows = await self._connection.execute(
            select(
                *(responses.c.id, responses.c.subject_id, responses.c.person_id, responses.c.state),
                *(responses.c.definition, responses.c.version),
            )
            .select_from(about)
            .where(which)
            .order_by(responses.c.id)
        )
        found: dict[tuple[int, int], dict[str, Answered]] = {}
        for row in rows:
            spoken = said.get(row.id, "{}") if row.state == finished else None
            theirs = found.setdefault((row.subject_id, row.person_id), {})
            theirs[row.definition] = Answered(row.definition, row.version, spoken)
        return found


def _begun(organisations: Collection[int] | None, form: str | None, mentorship_id: int | None) -> ColumnElement[Any]:
    found: list[ColumnElement[bool]] = [] if mentorship_id is not None else [mentorships.c.activated_at.is_not(None)]
    if organisations is not None:
        found.append(mentorships.c.organisation_id.in_(organisations))
    if form is not None:
        found.append(mentorships.c.form == form)
    if mentorship_id is not None:
        found.append(mentorships.c.id == mentorship_id)
    return and_(*found)
