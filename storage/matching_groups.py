"""The groups of a matching: the mentees that have the same mentor in it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, select

from mentoring.matching_records import GroupLine, Mark, Proposal
from storage.matching_pairs import MatchingPairs, proposal
from storage.tables import matching_pairs

_OPEN = matching_pairs.c.mentorship_id.is_(None)
_TOLD = matching_pairs.c.mark.in_([Mark.PROPOSED.value, Mark.FIXED.value]) & matching_pairs.c.mentor_id.is_not(None)


class MatchingGroups(MatchingPairs):
    """Groups by matching and mentor."""

    async def groups(self, matching_id: int, *, offset: int = 0, limit: int = 6) -> tuple[tuple[GroupLine, ...], int]:
        """One page, the group with the weakest mentee first (those published last), and how many there are."""
        pairs = matching_pairs.c
        published = pairs.mentorship_id.is_not(None).label("published")
        worst = func.min(func.coalesce(pairs.score, 0)).label("worst")
        query = (
            select(pairs.mentor_id, published, func.count().label("many"), worst)
            .where(pairs.matching_id == matching_id, _TOLD)
            .group_by(pairs.mentor_id, published)
        )
        total = await self._connection.scalar(select(func.count()).select_from(query.subquery()))
        page = query.order_by(published, worst, pairs.mentor_id).offset(offset).limit(limit)
        found = await self._connection.execute(page)
        lines = [GroupLine(row.mentor_id, row.many, row.worst, bool(row.published)) for row in found]
        return tuple(lines), total or 0

    async def group(self, matching_id: int, mentor_id: int, *, published: bool = False) -> tuple[Proposal, ...]:
        """The mentees of one group, the weakest first."""
        return await self._those(
            matching_id,
            matching_pairs.c.mentor_id == mentor_id,
            matching_pairs.c.mentorship_id.is_not(None) if published else _OPEN,
        )

    async def unpublished_groups(self, matching_id: int, limit: int) -> tuple[int, ...]:
        """Mentors of groups that are to be published and were not yet."""
        found = await self._connection.execute(
            select(matching_pairs.c.mentor_id)
            .where(matching_pairs.c.matching_id == matching_id, _TOLD, _OPEN)
            .distinct()
            .order_by(matching_pairs.c.mentor_id)
            .limit(limit)
        )
        return tuple(found.scalars())

    async def _those(self, matching_id: int, *which: ColumnElement[bool]) -> tuple[Proposal, ...]:
        found = await self._connection.execute(
            select(matching_pairs)
            .where(and_(matching_pairs.c.matching_id == matching_id, _TOLD, *which))
            .order_by(func.coalesce(matching_pairs.c.score, 0), matching_pairs.c.mentee_id.desc())
        )
        return tuple(proposal(row) for row in found)
