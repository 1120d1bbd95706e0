"""Counts of answers, kept by whoever finishes a response: one row a value, organisation, campaign, form and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import answer_counts
from surveys.record import Record

NOWHERE = 0
"""In place of an organisation or a campaign where there is none."""


class AnswerCounts:
    """What was answered how often; see `surveys.counting` for what counts."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, record: Record, values: Iterable[tuple[str, str]], times: int = 1) -> None:
        """Count (question, value) pairs of a response; `times` -1 takes them back."""
        totals = Counter(values)
        if not totals:
            return
        place = {
            "definition": record.definition,
            "version": record.draft.version,
            "organisation_id": record.organisation_id or NOWHERE,
            "campaign_id": record.campaign_id or NOWHERE,
            "form": record.form or "",
            "role": record.role or "",
        }
        # In a fixed order, so that two replicas that count at once wait for each other instead of blocking each other.
        rows = [
            {**place, "question": question, "value": value, "count": many * times}
            for (question, value), many in sorted(totals.items())
        ]
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        upsert = dialect.insert(answer_counts)
        more = {"count": answer_counts.c.count + upsert.excluded["count"]}
        await self._connection.execute(
            upsert.on_conflict_do_update(index_elements=list(answer_counts.primary_key.columns), set_=more), rows
        )
