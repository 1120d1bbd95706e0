"""Matchings: whom they are for, what was proposed, what the curator and the council said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update

from mentoring.matching import Two
from mentoring.matching_records import OPEN_MATCHING, Chosen, Comment, Mark, Matching, MatchingState
from mentoring.matching_weights import Part, Strength, Strengths, full
from mentoring.mentorships import Form, Side
from storage.matching_groups import MatchingGroups
from storage.tables import matching_comments, matching_pairs, matching_people, matchings, pair_rules
from storage.upsert import insert_or


def _matching(row: Row[Any]) -> Matching:
    return Matching(
        row.id,
        row.organisation_id,
        Form(row.form),
        row.role_model,
        row.settings["kind"],
        date.fromisoformat(row.settings["starts"]),
        date.fromisoformat(row.settings["ends"]),
        MatchingState(row.state),
        row.created_by,
        row.created_at,
        row.computed_at,
        row.council_at,
        row.published_at,
        row.settings.get("published_by"),
        _strengths(row.settings.get("strengths", {})),
        _strengths(row.settings.get("computed_with", {})),
        row.settings.get("round", 0),
        row.settings.get("most"),
    )


def _strengths(told: Mapping[str, str]) -> Strengths:
    return full({Part(part): Strength(strength) for part, strength in told.items()})


def _settings(of: Matching) -> dict[str, Any]:
    """What `matchings.settings` holds of a matching; what is not there reads as usual, for pairs, never computed."""
    return {
        "kind": of.kind,
        "starts": of.starts.isoformat(),
        "ends": of.ends.isoformat(),
        "published_by": of.published_by,
        "strengths": {part.value: strength.value for part, strength in full(of.strengths).items()},
        "computed_with": {part.value: strength.value for part, strength in full(of.computed_with).items()},
        "round": of.round,
        "most": of.most,
    }


class Matchings(MatchingGroups):
    """Matchings by id and organisation, their people and pairs."""

    # --- one matching -------------------------------------------------------------------------------------------------

    async def add(self, new: Matching) -> int:
        """Stores a new draft (its id does not matter) and gives its id."""
        statement = insert(matchings).values(
            organisation_id=new.organisation_id,
            form=new.form.value,
            role_model=new.role_model,
            state=new.state.value,
            settings=_settings(new),
            created_by=new.created_by,
            created_at=new.created_at,
        )
        made: int = (await self._connection.execute(statement.returning(matchings.c.id))).scalar_one()
        return made

    async def get(self, matching_id: int) -> Matching | None:
        row = (await self._connection.execute(select(matchings).where(matchings.c.id == matching_id))).one_or_none()
        return _matching(row) if row else None

    async def page(
        self, organisations: Collection[int], *, offset: int = 0, limit: int = 5
    ) -> tuple[tuple[Matching, ...], int]:
        """One page of those that were not dropped, the newest first, and how many there are."""
        which = matchings.c.organisation_id.in_(organisations) & (matchings.c.state != MatchingState.DROPPED.value)
        total = await self._connection.scalar(select(func.count()).select_from(matchings).where(which))
        found = await self._connection.execute(
            select(matchings).where(which).order_by(matchings.c.id.desc()).offset(offset).limit(limit)
        )
        return tuple(_matching(row) for row in found), total or 0

    async def move(
        self, matching_id: int, before: Collection[MatchingState], after: MatchingState, **stamps: datetime
    ) -> bool:
        """Whether this step was the one that counted: it holds only from one of the states `before`."""
        changed = await self._connection.execute(
            update(matchings)
            .where(matchings.c.id == matching_id, matchings.c.state.in_([state.value for state in before]))
            .values(state=after.value, **stamps)
        )
        return changed.rowcount == 1

    async def to_council(self, matching_id: int) -> bool:
        """The council may look at it from now on; False where it is not ready or was sent before."""
        changed = await self._connection.execute(
            update(matchings)
            .where(
                matchings.c.id == matching_id,
                matchings.c.state == MatchingState.READY.value,
                matchings.c.council_at.is_(None),
            )
            .values(council_at=self._now)
        )
        return changed.rowcount == 1

    async def hold(self, matching_id: int) -> Matching | None:
        """The matching for a change: whoever else wants to change it waits until this transaction is over."""
        query = select(matchings).where(matchings.c.id == matching_id).with_for_update()
        row = (await self._connection.execute(query)).one_or_none()
        return _matching(row) if row else None

    async def set_strength(self, matching_id: int, part: Part, strength: Strength) -> bool:
        """How much a part of the score counts; False once it is published or dropped."""
        held = await self.hold(matching_id)
        if held is None or held.state not in OPEN_MATCHING:
            return False
        await self._store(replace(held, strengths={**held.strengths, part: strength}))
        return True

    async def computed(self, read: Matching) -> bool:
        """A computation that began with the matching as it was `read` has a result; False where another was quicker,
        or it may not be changed any more."""
        held = await self.hold(read.id)
        if held is None or held.state not in OPEN_MATCHING or held.round != read.round:
            return False
        after = replace(held, state=MatchingState.READY, computed_with=read.strengths, round=held.round + 1)
        await self._store(after, computed_at=self._now)
        return True

    async def publish(self, read: Matching, by: int) -> bool:
        """Publication begins, of what was computed when the matching was `read`; False where somebody was quicker."""
        held = await self.hold(read.id)
        if held is None or held.state is not MatchingState.READY or held.round != read.round:
            return False
        await self._store(replace(held, state=MatchingState.PUBLISHING, published_by=by))
        return True

    async def _store(self, after: Matching, **stamps: datetime) -> None:
        """State and settings of a matching that is held."""
        await self._connection.execute(
            update(matchings)
            .where(matchings.c.id == after.id)
            .values(state=after.state.value, settings=_settings(after), **stamps)
        )

    async def publishing(self) -> tuple[Matching, ...]:
        """The matchings whose publication is under way."""
        query = select(matchings).where(matchings.c.state == MatchingState.PUBLISHING.value).order_by(matchings.c.id)
        return tuple(_matching(row) for row in await self._connection.execute(query))

    # --- its people ---------------------------------------------------------------------------------------------------

    async def chosen(self, matching_id: int) -> Chosen:
        """Who takes part."""
        found = await self._connection.execute(
            select(matching_people.c.person_id, matching_people.c.side)
            .where(matching_people.c.matching_id == matching_id)
            .order_by(matching_people.c.person_id)
        )
        rows = found.all()
        by_side = {side: tuple(row.person_id for row in rows if row.side == side.value) for side in Side}
        return Chosen(by_side[Side.MENTEE], by_side[Side.MENTOR])

    async def choose(self, matching_id: int, side: Side, people: Iterable[int]) -> None:
        """They take part; who does already stays."""
        known = set((await self.chosen(matching_id)).on(side))
        rows = [
            {"matching_id": matching_id, "person_id": person, "side": side.value}
            for person in dict.fromkeys(people)
            if person not in known
        ]
        if rows:
            await self._connection.execute(insert(matching_people), rows)

    async def unchoose(self, matching_id: int, side: Side, people: Collection[int] | None = None) -> None:
        """They take no part any more (None: nobody of that side), and nothing is proposed to them here."""
        here = and_(matching_people.c.matching_id == matching_id, matching_people.c.side == side.value)
        column = matching_pairs.c.mentor_id if side is Side.MENTOR else matching_pairs.c.mentee_id
        pairs = and_(matching_pairs.c.matching_id == matching_id, matching_pairs.c.mentorship_id.is_(None))
        if people is not None:
            here &= matching_people.c.person_id.in_(people)
            pairs &= column.in_(people)
        await self._connection.execute(delete(matching_people).where(here))
        await self._connection.execute(
            delete(matching_pairs).where(pairs, matching_pairs.c.mark != Mark.FORBIDDEN.value)
        )

    # --- the curator's word for good ----------------------------------------------------------------------------------

    async def set_rule(self, organisation_id: int, mentee_id: int, mentor_id: int, *, allowed: bool, by: int) -> None:
        """Never together, or (`allowed`) together again after a failed pair; the newest word counts."""
        names = {"organisation_id": organisation_id, "mentee_id": mentee_id, "mentor_id": mentor_id}
        told = {"allowed": allowed, "set_by": by, "set_at": self._now}
        statement = insert_or(self._connection, pair_rules, **names, **told)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=list(names), set_=told))

    async def rules(self, organisation_id: int) -> tuple[frozenset[Two], frozenset[Two]]:
        """Pairs (mentee, mentor) that are allowed again, and those that never may be."""
        found = await self._connection.execute(
            select(pair_rules).where(pair_rules.c.organisation_id == organisation_id)
        )
        rows = found.all()
        again, never = (
            frozenset((row.mentee_id, row.mentor_id) for row in rows if row.allowed is allowed)
            for allowed in (True, False)
        )
        return again, never

    # --- the council --------------------------------------------------------------------------------------------------

    async def comment(self, matching_id: int, mentee_id: int, author_id: int, comment: str) -> None:
        """A member of the council says something about what is proposed to a mentee."""
        await self._connection.execute(
            insert(matching_comments).values(
                matching_id=matching_id,
                mentee_id=mentee_id,
                author_id=author_id,
                comment=comment,
                written_at=self._now,
            )
        )

    async def comments(self, matching_id: int, mentee_id: int | None = None) -> tuple[Comment, ...]:
        """What was said, the newest first; of one mentee or of all."""
        which = matching_comments.c.matching_id == matching_id
        if mentee_id is not None:
            which &= matching_comments.c.mentee_id == mentee_id
        found = await self._connection.execute(
            select(matching_comments).where(which).order_by(matching_comments.c.id.desc())
        )
        return tuple(Comment(row.mentee_id, row.author_id, row.comment, row.written_at) for row in found)
