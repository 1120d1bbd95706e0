"""The counts worked out anew from the answers themselves: what `answer_counts` must hold, and a way to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.answer_counts import NOWHERE
from storage.results import plain
from storage.tables import answer_counts, answers, responses
from surveys.counting import counted
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import RecordState

Key = tuple[str, int, str, int, int, str, str, str]
"""Definition, version, question, organisation, campaign, form, role, value."""
_KEY = tuple(answer_counts.primary_key.columns)
_PAGE = 1000


class Recount:
    """Reads every finished response: for checks and repairs, never for a screen."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def asked(self) -> tuple[tuple[str, int], ...]:
        """Every questionnaire, in every version, that somebody has finished."""
        rows = await self._connection.execute(
            select(responses.c.definition, responses.c.version).where(_COUNTS).distinct()
        )
        return tuple(sorted((row.definition, row.version) for row in rows))

    async def held(self) -> Counter[Key]:
        """What `answer_counts` holds, without zeros."""
        rows = await self._connection.execute(select(*_KEY, answer_counts.c.count).where(answer_counts.c.count != 0))
        return Counter({tuple(row[:-1]): row[-1] for row in rows})

    async def recounted(self, definitions: Mapping[tuple[str, int], Definition]) -> Counter[Key]:
        """What it must hold, counted from the answers; `definitions`: those of `asked`."""
        found: Counter[Key] = Counter()
        after = 0
        while True:
            heads = (
                await self._connection.execute(
                    select(responses).where(_COUNTS, responses.c.id > after).order_by(responses.c.id).limit(_PAGE)
                )
            ).all()
            if not heads:
                return found
            after = heads[-1].id
            given = await self._answers(heads[0].id, after)
            for row in heads:
                place = (row.organisation_id or NOWHERE, row.campaign_id or NOWHERE, row.form or "", row.role or "")
                for question, value in counted(definitions[row.definition, row.version], given.get(row.id, {})):
                    found[row.definition, row.version, question, *place, value] += 1

    async def mend(self, definitions: Mapping[tuple[str, int], Definition]) -> bool:
        """Put the counts right; False where they were."""
        wanted = await self.recounted(definitions)
        if wanted == await self.held():
            return False
        await self._connection.execute(delete(answer_counts))
        names = [column.name for column in _KEY]
        rows = [{**dict(zip(names, key, strict=True)), "count": many} for key, many in wanted.items()]
        if rows:
            await self._connection.execute(insert(answer_counts), rows)
        return True

    async def _answers(self, first: int, last: int) -> dict[int, dict[str, Value]]:
        rows = await self._connection.execute(
            select(answers.c.response_id, answers.c.question, answers.c.value, answers.c.secret).where(
                answers.c.response_id.between(first, last), answers.c.on_path
            )
        )
        found: dict[int, dict[str, Value]] = {}
        for row in rows:
            found.setdefault(row.response_id, {})[row.question] = plain(row)
        return found


_COUNTS = and_(
    responses.c.state == RecordState.FINISHED.value,
    responses.c.kind == "survey",
    ~and_(responses.c.anonymous, responses.c.person_id.is_not(None)),
)
