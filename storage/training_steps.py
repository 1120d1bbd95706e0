"""The school of mentors as rows: steps of mentors, sessions with those asked to come, materials."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.people import MembershipState
from mentoring.training import Attachment, Material, Result, Session, SessionState, Step
from storage.tables import memberships, training_materials, training_sessions, training_steps
from storage.upsert import insert_or

_SHOWN = tuple(state.value for state in SessionState if state is not SessionState.CALLED_OFF)
_TOLD = (SessionState.INVITED.value, SessionState.HELD.value)


def _step(row: Row[Any]) -> Step:
    return Step(
        row.id,
        row.membership_id,
        row.step,
        row.session_id,
        Result(row.result) if row.result else None,
        row.held_on,
        row.note,
        row.recorded_by,
        row.recorded_at,
    )


def _session(row: Row[Any]) -> Session:
    return Session(
        row.id,
        row.organisation_id,
        row.step,
        row.title,
        row.starts_at,
        row.place,
        SessionState(row.state),
        row.created_by,
        row.created_at,
    )


def _material(row: Row[Any]) -> Material:
    file = Attachment(**row.file) if row.file else None
    return Material(
        row.id, row.organisation_id, row.title, row.link, file, row.added_by, row.added_at, bool(row.archived)
    )


class TrainingSteps:
    """Steps by membership, sessions and materials by organisation; notes are encrypted."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    # --- steps --------------------------------------------------------------------------------------------------------

    async def of(self, memberships_: Iterable[int]) -> tuple[Step, ...]:
        """Everything recorded about these mentors or ahead of them, the oldest first, but sessions called off."""
        query = (
            select(training_steps)
            .outerjoin(training_sessions, training_sessions.c.id == training_steps.c.session_id)
            .where(
                training_steps.c.membership_id.in_(set(memberships_)),
                training_sessions.c.state.is_(None) | training_sessions.c.state.in_(_TOLD),
            )
            .order_by(training_steps.c.id)
        )
        return tuple(_step(row) for row in await self._connection.execute(query))

    async def record(
        self, membership_id: int, step: str, result: Result, held_on: date, *, note: str | None, by: int
    ) -> None:
        """Writes down how a step went, outside any session."""
        await self._connection.execute(
            insert(training_steps).values(
                membership_id=membership_id,
                step=step,
                result=result.value,
                held_on=held_on,
                note=note,
                recorded_by=by,
                recorded_at=self._now,
            )
        )

    # --- sessions -----------------------------------------------------------------------------------------------------

    async def add_session(self, new: Session) -> int:
        """Stores a new session (its id does not matter) and gives its id."""
        statement = insert(training_sessions).values(
            organisation_id=new.organisation_id,
            step=new.step,
            title=new.title,
            starts_at=new.starts_at,
            place=new.place,
            state=new.state.value,
            created_by=new.created_by,
            created_at=self._now,
        )
        made: int = (await self._connection.execute(statement.returning(training_sessions.c.id))).scalar_one()
        return made

    async def session(self, session_id: int) -> Session | None:
        query = select(training_sessions).where(training_sessions.c.id == session_id)
        row = (await self._connection.execute(query)).one_or_none()
        return _session(row) if row else None

    async def sessions(
        self, organisations: Collection[int], *, offset: int = 0, limit: int = 5
    ) -> tuple[tuple[Session, ...], int]:
        """One page of those that were not called off, the latest first, and how many there are."""
        which = training_sessions.c.organisation_id.in_(set(organisations)) & training_sessions.c.state.in_(_SHOWN)
        total = await self._connection.scalar(select(func.count()).select_from(training_sessions).where(which))
        order = training_sessions.c.starts_at.desc(), training_sessions.c.id.desc()
        query = select(training_sessions).where(which).order_by(*order).offset(offset).limit(limit)
        return tuple(_session(row) for row in await self._connection.execute(query)), total or 0

    async def invited(self) -> tuple[Session, ...]:
        """Those that people are asked to and that are not recorded yet, the next one first."""
        query = (
            select(training_sessions)
            .where(training_sessions.c.state == SessionState.INVITED.value)
            .order_by(training_sessions.c.starts_at, training_sessions.c.id)
        )
        return tuple(_session(row) for row in await self._connection.execute(query))

    async def ahead(self, membership_ids: Collection[int]) -> tuple[Session, ...]:
        """The sessions to which these mentors are asked and that were not recorded yet, the next one first."""
        theirs = select(training_steps.c.session_id).where(training_steps.c.membership_id.in_(set(membership_ids)))
        query = (
            select(training_sessions)
            .where(training_sessions.c.id.in_(theirs), training_sessions.c.state == SessionState.INVITED.value)
            .order_by(training_sessions.c.starts_at, training_sessions.c.id)
        )
        return tuple(_session(row) for row in await self._connection.execute(query))

    async def move(self, session_id: int, before: Collection[SessionState], after: SessionState) -> bool:
        """Whether this step was the one that counted."""
        changed = await self._connection.execute(
            update(training_sessions)
            .where(training_sessions.c.id == session_id, training_sessions.c.state.in_([one.value for one in before]))
            .values(state=after.value)
        )
        return changed.rowcount == 1

    async def attendees(self, session_id: int) -> tuple[Step, ...]:
        """The steps of those asked to a session who still have their place."""
        query = (
            select(training_steps)
            .join(memberships, memberships.c.id == training_steps.c.membership_id)
            .where(
                training_steps.c.session_id == session_id,
                memberships.c.state == MembershipState.APPROVED.value,
            )
            .order_by(training_steps.c.id)
        )
        return tuple(_step(row) for row in await self._connection.execute(query))

    async def ask(self, session: Session, membership_id: int) -> bool:
        """Somebody is asked to come; False where they were already."""
        statement = insert_or(
            self._connection,
            training_steps,
            membership_id=membership_id,
            session_id=session.id,
            step=session.step,
        )
        done = await self._connection.execute(
            statement.on_conflict_do_nothing(index_elements=["membership_id", "session_id"])
        )
        return done.rowcount == 1

    async def unask(self, session_id: int, membership_id: int) -> bool:
        """Somebody need not come; False where they were not asked, or it is recorded."""
        gone = await self._connection.execute(
            delete(training_steps).where(
                training_steps.c.session_id == session_id,
                training_steps.c.membership_id == membership_id,
                training_steps.c.result.is_(None),
            )
        )
        return gone.rowcount == 1

    async def mark(self, step: Step, after: Result | None, *, held_on: date | None, by: int) -> bool:
        """Records whether somebody came; False if it was changed meanwhile."""
        before = None if step.result is None else step.result.value
        changed = await self._connection.execute(
            update(training_steps)
            .where(training_steps.c.id == step.id, training_steps.c.result.is_not_distinct_from(before))
            .values(
                result=None if after is None else after.value,
                held_on=held_on if after is Result.PASSED else None,
                recorded_by=by,
                recorded_at=self._now,
            )
        )
        return changed.rowcount == 1

    # --- materials ----------------------------------------------------------------------------------------------------

    async def add_material(self, new: Material) -> int:
        """Stores something to read (its id does not matter) and gives its id."""
        file = new.file
        stored = {"file_id": file.file_id, "name": file.name, "photo": file.photo} if file is not None else None
        statement = insert(training_materials).values(
            organisation_id=new.organisation_id,
            title=new.title,
            link=new.link,
            file=stored,
            added_by=new.added_by,
            added_at=self._now,
        )
        made: int = (await self._connection.execute(statement.returning(training_materials.c.id))).scalar_one()
        return made

    async def material(self, material_id: int) -> Material | None:
        query = select(training_materials).where(training_materials.c.id == material_id)
        row = (await self._connection.execute(query)).one_or_none()
        return _material(row) if row else None

    async def materials(
        self, organisations: Collection[int], *, offset: int = 0, limit: int = 6
    ) -> tuple[tuple[Material, ...], int]:
        """One page of those in use, the newest first, and how many there are."""
        which = training_materials.c.organisation_id.in_(set(organisations)) & training_materials.c.archived.is_(False)
        total = await self._connection.scalar(select(func.count()).select_from(training_materials).where(which))
        order = training_materials.c.added_at.desc(), training_materials.c.id.desc()
        query = select(training_materials).where(which).order_by(*order).offset(offset).limit(limit)
        return tuple(_material(row) for row in await self._connection.execute(query)), total or 0

    async def archive(self, material_id: int, *, archived: bool) -> None:
        """Takes something off the list, or puts it back."""
        await self._connection.execute(
            update(training_materials).where(training_materials.c.id == material_id).values(archived=archived)
        )
