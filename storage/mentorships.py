"""Mentorships with their parties: proposed, answered, changed under the condition that nobody was quicker, listed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, select, update

from mentoring.mentorships import OPEN_STATES, Form, Mentorship, MentorshipState, Order, Party, Side
from storage.mentorship_dues import MentorshipDues, mentorship, party
from storage.tables import mentorships, parties, people

_ALL = select(mentorships)
_PARTIES = (
    select(parties)
    .where(
        parties.c.mentorship_id.in_(bindparam("mentorships", expanding=True)),
        parties.c.person_id.is_not(None),
    )
    .order_by(parties.c.id)
)
_ONE = _ALL.where(mentorships.c.id == bindparam("mentorship"))
_MANY = _ALL.where(mentorships.c.id.in_(bindparam("ids", expanding=True))).order_by(mentorships.c.id)
_PROPOSED = mentorships.c.state == MentorshipState.PROPOSED.value


def _in(states: Collection[MentorshipState]) -> ColumnElement[bool]:
    return mentorships.c.state.in_([state.value for state in states])


_JOINED = (
    select(parties.c.person_id)
    .join(mentorships, mentorships.c.id == parties.c.mentorship_id)
    .where(
        mentorships.c.organisation_id == bindparam("place"),
        _in(OPEN_STATES),
        parties.c.side == bindparam("side"),
        parties.c.person_id.is_not(None),
    )
)


@dataclass(frozen=True, slots=True)
class PairFilter:
    """Which mentorships a list shows: of any of `organisations`, in any of `states`, of `form` if one is named."""

    organisations: frozenset[int]
    states: frozenset[MentorshipState] = OPEN_STATES
    form: Form | None = None


def _columns(of: Mentorship) -> dict[str, Any]:
    """What `mentorships` stores of a mentorship, but its id."""
    return {
        "organisation_id": of.organisation_id,
        "form": of.form.value,
        "role_model": of.role_model,
        "kind": of.kind,
        "starts": of.starts,
        "ends": of.ends,
        "state": of.state.value,
        "proposed_by": of.proposed_by,
        "proposed_at": of.proposed_at,
        "order_number": of.order.number if of.order else None,
        "order_date": of.order.date if of.order else None,
        "activated_at": of.activated_at,
        "exit_asked_at": of.exit_asked_at,
        "ended_at": of.ended_at,
        "end_reason": of.end_reason.value if of.end_reason else None,
        "end_comment": of.end_comment,
        "end_order_number": of.end_order.number if of.end_order else None,
        "end_order_date": of.end_order.date if of.end_order else None,
        "continues_id": of.continues_id,
    }


class Mentorships(MentorshipDues):
    """Pairs, groups and circles by id, by person, by organisation, and by what falls due about them."""

    # --- one mentorship -----------------------------------------------------------------------------------------------

    async def propose(self, new: Mentorship) -> int:
        """Stores a new mentorship with its parties (its id does not matter) and gives its id."""
        statement = insert(mentorships).values(**_columns(new)).returning(mentorships.c.id)
        made: int = (await self._connection.execute(statement)).scalar_one()
        rows = [
            {
                "mentorship_id": made,
                "person_id": one.person_id,
                "side": one.side.value,
                "agreed": one.agreed,
                "answered_at": one.answered_at,
            }
            for one in new.parties
        ]
        await self._connection.execute(insert(parties), rows)
        return made

    async def get(self, mentorship_id: int) -> Mentorship | None:
        found = await self._several(_ONE, {"mentorship": mentorship_id})
        return found[0] if found else None

    async def many(self, ids: Iterable[int]) -> tuple[Mentorship, ...]:
        """Those of `ids` that exist."""
        return await self._several(_MANY, {"ids": list(set(ids))})

    async def hold(self, mentorship_id: int) -> Mentorship | None:
        """The same, for a change: whoever else wants to change it waits until this transaction is over."""
        query = select(mentorships.c.id).where(mentorships.c.id == mentorship_id).with_for_update()
        await self._connection.execute(query)
        return await self.get(mentorship_id)

    async def hold_people(self, ids: Collection[int]) -> None:
        """Two transactions that want to join the same people go one after the other."""
        # Not the key: whoever stores an answer or a place of theirs meanwhile need not wait, nor can the two lock up.
        theirs = select(people.c.id).where(people.c.id.in_(set(ids))).order_by(people.c.id)
        query = theirs.with_for_update(key_share=True)
        await self._connection.execute(query)

    async def answer(self, before: Mentorship, after: Mentorship) -> bool:
        """Stores who has answered a proposal and what comes of it; False if it was decided meanwhile."""
        changed = await self._connection.execute(
            update(mentorships).where(mentorships.c.id == before.id, _PROPOSED).values(state=after.state.value)
        )
        if changed.rowcount != 1:
            return False
        for one in set(after.parties) - set(before.parties):
            await self._connection.execute(
                update(parties)
                .where(
                    parties.c.mentorship_id == before.id,
                    parties.c.person_id == one.person_id,
                    parties.c.side == one.side.value,
                )
                .values(agreed=one.agreed, answered_at=one.answered_at)
            )
        return True

    async def change(self, before: Mentorship, after: Mentorship) -> bool:
        """Whether this change was the one that counted: it holds only while state and exit are as they were read."""
        changed = await self._connection.execute(
            update(mentorships)
            .where(
                mentorships.c.id == before.id,
                mentorships.c.state == before.state.value,
                mentorships.c.exit_asked_at.is_not_distinct_from(before.exit_asked_at),
            )
            .values(**_columns(after))
        )
        return changed.rowcount == 1

    async def take_out(self, before: Mentorship, after: Mentorship) -> bool:
        """Stores who is still in it; False if it was changed meanwhile. What the others did together stays."""
        if not await self.change(before, after):
            return False
        gone = set(before.people) - set(after.people)
        await self._connection.execute(
            delete(parties).where(parties.c.mentorship_id == before.id, parties.c.person_id.in_(gone))
        )
        return True

    # --- lists --------------------------------------------------------------------------------------------------------

    async def of_person(
        self, person_id: int, states: Collection[MentorshipState] = OPEN_STATES
    ) -> tuple[Mentorship, ...]:
        """Those a person stands in, on either side, the newest first."""
        return await self._several(_ALL.where(_with_person(person_id), _in(states)).order_by(mentorships.c.id.desc()))

    async def of_people(self, ids: Collection[int]) -> tuple[Mentorship, ...]:
        """The open ones in which any of these people stands, the newest first."""
        theirs = select(parties.c.mentorship_id).where(parties.c.person_id.in_(set(ids)))
        return await self._several(
            _ALL.where(mentorships.c.id.in_(theirs), _in(OPEN_STATES)).order_by(mentorships.c.id.desc())
        )

    async def fixed_by(self, organisation_id: int, order: Order) -> tuple[Mentorship, ...]:
        """Those that one order of the organisation fixed, the oldest first."""
        return await self._several(
            _ALL.where(
                mentorships.c.organisation_id == organisation_id,
                mentorships.c.order_number == order.number,
                mentorships.c.order_date == order.date,
            ).order_by(mentorships.c.id)
        )

    async def awaiting_order(self, organisation_id: int, limit: int) -> tuple[Mentorship, ...]:
        """Those everybody has agreed to, the oldest first."""
        return await self._several(
            _ALL.where(
                mentorships.c.organisation_id == organisation_id,
                mentorships.c.state == MentorshipState.AGREED.value,
            )
            .order_by(mentorships.c.id)
            .limit(limit)
        )

    async def joined(self, organisation_id: int, side: Side) -> frozenset[int]:
        """Who stands on that side of an open mentorship of the organisation."""
        found = await self._connection.execute(_JOINED, {"place": organisation_id, "side": side.value})
        return frozenset(found.scalars())

    async def page(self, which: PairFilter, *, offset: int = 0, limit: int = 8) -> tuple[tuple[Mentorship, ...], int]:
        """One page, the newest first, and how many there are in all."""
        matching = mentorships.c.organisation_id.in_(which.organisations) & _in(which.states)
        if which.form is not None:
            matching &= mentorships.c.form == which.form.value
        total = await self._connection.scalar(select(func.count()).select_from(mentorships).where(matching))
        query = _ALL.where(matching).order_by(mentorships.c.id.desc()).offset(offset).limit(limit)
        return await self._several(query), total or 0

    async def counts(self, organisations: Iterable[int]) -> Mapping[MentorshipState, int]:
        """How many mentorships of these organisations are in each state; none is left out."""
        found = await self._connection.execute(
            select(mentorships.c.state, func.count().label("many"))
            .where(mentorships.c.organisation_id.in_(set(organisations)))
            .group_by(mentorships.c.state)
        )
        known = {MentorshipState(row.state): row.many for row in found}
        return {state: known.get(state, 0) for state in MentorshipState}

    async def _several(self, query: Select[Any], values: Mapping[str, object] | None = None) -> tuple[Mentorship, ...]:
        rows = (await self._connection.execute(query, values)).all()
        if not rows:
            return ()
        found = await self._connection.execute(_PARTIES, {"mentorships": [row.id for row in rows]})
        their: dict[int, list[Party]] = {}
        for row in found:
            their.setdefault(row.mentorship_id, []).append(party(row))
        return tuple(mentorship(row, tuple(their.get(row.id, ()))) for row in rows)


def _with_person(person_id: int) -> ColumnElement[bool]:
    return mentorships.c.id.in_(select(parties.c.mentorship_id).where(parties.c.person_id == person_id))
