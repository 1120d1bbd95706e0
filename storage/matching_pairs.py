"""What a matching has found: a row a mentee, with the mentor proposed or none, and rows of pairs that must not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.matching import Two
from mentoring.matching_codec import read, written
from mentoring.matching_records import Mark, Proposal, Shelf, Tally, Thought
from storage.tables import matching_pairs
from storage.upsert import insert_or

AT_ONCE = 40
"""Rows stored in one statement."""
_ALONE = matching_pairs.c.mentor_id.is_(None) | (matching_pairs.c.mark == Mark.DROPPED.value)
_WEAKEST_FIRST = (
    matching_pairs.c.mentorship_id.is_not(None),
    func.coalesce(matching_pairs.c.score, 0),
    matching_pairs.c.mentee_id,
)
_TOLD = (Mark.PROPOSED.value, Mark.FIXED.value, Mark.DROPPED.value)
"""What stands for a mentee; a forbidden pair stands beside it."""
Found = tuple[int, int | None, int | None, str]
"""What the computation found for a mentee: mentee, mentor, score, thought as text."""


def proposal(row: Row[Any]) -> Proposal:
    """The value of a row of `matching_pairs`."""
    return Proposal(
        row.id,
        row.matching_id,
        row.mentee_id,
        row.mentor_id,
        Mark(row.mark),
        row.score,
        read(row.reasons),
        row.mentorship_id,
    )


def _on_shelf(matching_id: int, shelf: Shelf) -> ColumnElement[bool]:
    """What stands for the mentees of a matching that have somebody, or nobody."""
    which = (matching_pairs.c.matching_id == matching_id) & matching_pairs.c.mark.in_(_TOLD)
    return which & (_ALONE if shelf is Shelf.ALONE else ~_ALONE)


def _row(matching_id: int, found: Found, *, fixed: bool) -> dict[str, Any]:
    mentee, mentor, score, reasons = found
    mark = Mark.FIXED if fixed else Mark.PROPOSED
    return {
        "matching_id": matching_id,
        "mentee_id": mentee,
        "mentor_id": mentor,
        "mark": mark.value,
        "score": score,
        "reasons": reasons,
    }


class MatchingPairs:
    """The pairs of matchings, by matching and mentee."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def tally(self, matching_id: int) -> Tally:
        """How many of what there are."""
        pairs = matching_pairs.c
        open_pair = pairs.mentor_id.is_not(None) & pairs.mentorship_id.is_(None)

        def many(which: ColumnElement[bool]) -> ColumnElement[int]:
            return func.coalesce(func.sum(case((which, 1), else_=0)), 0)

        found = await self._connection.execute(
            select(
                many(open_pair & (pairs.mark == Mark.PROPOSED.value)).label("proposed"),
                many(open_pair & (pairs.mark == Mark.FIXED.value)).label("fixed"),
                many(_ALONE).label("alone"),
                many(pairs.mentorship_id.is_not(None)).label("published"),
                many(pairs.mark == Mark.DROPPED.value).label("dropped"),
                func.min(case((open_pair & (pairs.mark != Mark.DROPPED.value), pairs.score))).label("worst"),
                func.count(case((open_pair & (pairs.mark != Mark.DROPPED.value), pairs.mentor_id)).distinct()).label(
                    "groups"
                ),
            ).where(pairs.matching_id == matching_id, pairs.mark.in_(_TOLD))
        )
        row = found.one()
        return Tally(row.proposed, row.fixed, row.alone, row.published, row.dropped, row.worst, row.groups)

    async def proposals(
        self, matching_id: int, shelf: Shelf, *, offset: int = 0, limit: int = 6
    ) -> tuple[tuple[Proposal, ...], int]:
        """One page, the weakest first (those that were published last), and how many there are in all."""
        which = _on_shelf(matching_id, shelf)
        total = await self._connection.scalar(select(func.count()).select_from(matching_pairs).where(which))
        found = await self._connection.execute(
            select(matching_pairs).where(which).order_by(*_WEAKEST_FIRST).offset(offset).limit(limit)
        )
        return tuple(proposal(row) for row in found), total or 0

    async def place(self, matching_id: int, shelf: Shelf, mentee_id: int) -> int:
        """How many stand before a mentee in that order; 0 for who is not there."""
        number = func.row_number().over(order_by=_WEAKEST_FIRST).label("number")
        listed = select(matching_pairs.c.mentee_id, number).where(_on_shelf(matching_id, shelf)).subquery()
        found = await self._connection.scalar(select(listed.c.number).where(listed.c.mentee_id == mentee_id))
        return (found or 1) - 1

    async def fixed(self, matching_id: int) -> Mapping[int, int]:
        """The pairs that the curator has fixed and that were not published yet: mentee → mentor."""
        found = await self._connection.execute(
            select(matching_pairs.c.mentee_id, matching_pairs.c.mentor_id).where(
                matching_pairs.c.matching_id == matching_id,
                matching_pairs.c.mark == Mark.FIXED.value,
                matching_pairs.c.mentor_id.is_not(None),
                matching_pairs.c.mentorship_id.is_(None),
            )
        )
        return {row.mentee_id: row.mentor_id for row in found}

    async def published(self, matching_id: int) -> frozenset[int]:
        """The mentees for whom a mentorship has come of it."""
        found = await self._connection.execute(
            select(matching_pairs.c.mentee_id).where(
                matching_pairs.c.matching_id == matching_id, matching_pairs.c.mentorship_id.is_not(None)
            )
        )
        return frozenset(found.scalars())

    async def unpublished(self, matching_id: int, limit: int) -> tuple[Proposal, ...]:
        """Some of the pairs that are to be published and were not yet."""
        found = await self._connection.execute(
            select(matching_pairs)
            .where(
                matching_pairs.c.matching_id == matching_id,
                matching_pairs.c.mark.in_([Mark.PROPOSED.value, Mark.FIXED.value]),
                matching_pairs.c.mentor_id.is_not(None),
                matching_pairs.c.mentorship_id.is_(None),
            )
            .order_by(matching_pairs.c.mentee_id)
            .limit(limit)
        )
        return tuple(proposal(row) for row in found)

    async def dropped(self, matching_id: int, limit: int) -> tuple[Proposal, ...]:
        """Some of those that could not be published, with the reason in their thoughts."""
        which = (matching_pairs.c.matching_id == matching_id) & (matching_pairs.c.mark == Mark.DROPPED.value)
        found = await self._connection.execute(
            select(matching_pairs).where(which).order_by(matching_pairs.c.mentee_id).limit(limit)
        )
        return tuple(proposal(row) for row in found)

    async def proposal(self, matching_id: int, mentee_id: int) -> Proposal | None:
        """What stands for one mentee."""
        found = await self._connection.execute(
            select(matching_pairs).where(
                matching_pairs.c.matching_id == matching_id,
                matching_pairs.c.mentee_id == mentee_id,
                matching_pairs.c.mark.in_(_TOLD),
            )
        )
        row = found.first()
        return proposal(row) if row else None

    async def replace(self, matching_id: int, found: Sequence[Found], known: Mapping[int, int] | None = None) -> None:
        """A computation's result takes the place of the earlier one; what was fixed, and what was published, stays.

        known: the pairs that were fixed when the computation began (None: those that are now). What the curator has
        fixed or forbidden since then stands against what was found.
        """
        published, fixed = await self.published(matching_id), await self.fixed(matching_id)
        since = {one for one, mentor in fixed.items() if known is not None and known.get(one) != mentor}
        forbidden = await self.forbidden(matching_id)
        await self._connection.execute(
            delete(matching_pairs).where(
                matching_pairs.c.matching_id == matching_id,
                matching_pairs.c.mark.in_(_TOLD),
                matching_pairs.c.mentorship_id.is_(None),
                matching_pairs.c.mentee_id.not_in(since),
            )
        )
        rows = [
            _row(matching_id, each, fixed=each[0] in fixed and fixed[each[0]] == each[1])
            if (each[0], each[1]) not in forbidden
            else _row(matching_id, (each[0], None, None, written(Thought(liftable=(each[1] or 0,)))), fixed=False)
            for each in found
            if each[0] not in published | since
        ]
        for first in range(0, len(rows), AT_ONCE):  # each is encrypted on the loop: others have their turn between
            await self._connection.execute(insert(matching_pairs), rows[first : first + AT_ONCE])

    async def set_mark(self, proposal: Proposal, mark: Mark) -> bool:
        """Fixes a proposal or lets it loose; False where it was published or changed meanwhile."""
        return await self._change(proposal, mark=mark.value)

    async def set_mentor(
        self, proposal: Proposal, mentor_id: int | None, mark: Mark, score: int | None, thought: Thought
    ) -> bool:
        """Another mentor instead, or none; False where it was published or changed meanwhile."""
        reasons = written(thought)
        return await self._change(proposal, mentor_id=mentor_id, mark=mark.value, score=score, reasons=reasons)

    async def set_mentorship(self, proposal: Proposal, mentorship_id: int) -> bool:
        """It has become a mentorship; False where somebody was quicker."""
        return await self._change(proposal, mentorship_id=mentorship_id)

    async def _change(self, before: Proposal, **values: Any) -> bool:
        changed = await self._connection.execute(
            update(matching_pairs)
            .where(
                matching_pairs.c.id == before.id,
                matching_pairs.c.mark == before.mark.value,
                matching_pairs.c.mentor_id.is_not_distinct_from(before.mentor_id),
                matching_pairs.c.mentorship_id.is_(None),
            )
            .values(**values)
        )
        return changed.rowcount == 1

    async def forbid(self, matching_id: int, mentee_id: int, mentor_id: int) -> None:
        """Not these two in this matching."""
        values = {"matching_id": matching_id, "mentee_id": mentee_id, "mentor_id": mentor_id}
        statement = insert_or(self._connection, matching_pairs, **values, mark=Mark.FORBIDDEN.value)
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=list(values), set_={"mark": Mark.FORBIDDEN.value, "score": None, "reasons": None}
            )
        )

    async def permit(self, matching_id: int, mentee_id: int, mentor_id: int) -> None:
        """Takes that back."""
        await self._connection.execute(
            delete(matching_pairs).where(
                matching_pairs.c.matching_id == matching_id,
                matching_pairs.c.mentee_id == mentee_id,
                matching_pairs.c.mentor_id == mentor_id,
                matching_pairs.c.mark == Mark.FORBIDDEN.value,
            )
        )

    async def forbidden(self, matching_id: int) -> frozenset[Two]:
        """Pairs (mentee, mentor) that must not be in this matching."""
        found = await self._connection.execute(
            select(matching_pairs.c.mentee_id, matching_pairs.c.mentor_id).where(
                matching_pairs.c.matching_id == matching_id, matching_pairs.c.mark == Mark.FORBIDDEN.value
            )
        )
        return frozenset((row.mentee_id, row.mentor_id) for row in found)
