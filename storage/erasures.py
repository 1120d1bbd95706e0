"""Erasures: who was hidden, until when that may be taken back, how far the search for the name has come, the evidence.

A row outlives the person: afterwards it holds a number, days and counts, nobody's data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.erasure import Erasure, ErasureState, Ground, label
from mentoring.people import Person
from storage.entangled import Entangled, Sealed
from storage.erasure_plan import Whose
from storage.hiding import Hiding
from storage.response_rows import UNFINISHED_STATES
from storage.sweeping import Sweeping
from storage.tables import chats, erasures, files, outgoing, people, responses, screens

_STALE_FILE = timedelta(days=1)
_LAST_WORD = timedelta(hours=1)
"""So long a last message to the person may wait to be sent before their chat is forgotten without it."""
_PAGES_AT_ONCE = 2
"""Answers to people wait for no more than so many pages of a search."""


@dataclass(frozen=True, slots=True)
class Erased:
    """A line of the ledger: what has to be done again after an older copy of the database was restored.

    `registered_at` tells the person from somebody who was given the same number in the restored copy.
    """

    person_id: int
    registered_at: datetime
    asked_at: datetime
    places: tuple[int, ...]


def erasure(row: Row[Any]) -> Erasure:
    """The value of a row of `erasures`."""
    return Erasure(
        row.id,
        row.person_id,
        row.chat_id,
        tuple(int(each) for each in row.places.split(",") if each),
        Ground(row.ground),
        row.asked_by,
        row.asked_at,
        row.due_at,
        ErasureState(row.state),
        row.counts,
        row.erased_at,
    )


class Erasures:
    """Each step holds only while the erasure stands as it was read."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.hiding = Hiding(connection, now)
        self._entangled = Entangled(connection, self.hiding)

    async def hide(
        self,
        whose: Whose,
        *,
        words: Sequence[str],
        places: Sequence[int],
        ground: Ground,
        asked_by: int | None,
        due_at: datetime,
    ) -> Erasure:
        """Hide somebody now and erase what is hidden at `due_at`; at once if that is not later than now."""
        steps, counts = await self.hiding.hide(whose)
        later = due_at > self._now
        if not later:
            await self._entangled.forget(whose)
        row = {
            "person_id": whose.person_id,
            "chat_id": whose.chat_id,
            "places": f",{','.join(map(str, places))},",
            "ground": ground.value,
            "asked_by": asked_by,
            "asked_at": self._now,
            "due_at": due_at,
            "state": (ErasureState.HIDDEN if later else ErasureState.SWEEPING).value,
            "sealed": Sealed(steps if later else (), words, whose if later else None).written(),
            "progress": "",
            "counts": dict(counts),
        }
        made = await self._connection.execute(insert(erasures).values(**row).returning(erasures))
        return erasure(made.one())

    async def get(self, erasure_id: int) -> Erasure | None:
        row = (await self._connection.execute(select(erasures).where(erasures.c.id == erasure_id))).one_or_none()
        return erasure(row) if row is not None else None

    async def hold(self, erasure_id: int) -> Erasure | None:
        """The same; nobody else changes it until this transaction ends."""
        query = select(erasures).where(erasures.c.id == erasure_id).with_for_update()
        row = (await self._connection.execute(query)).one_or_none()
        return erasure(row) if row is not None else None

    async def pending(self, chat_id: int, person_id: int | None) -> tuple[Erasure, ...]:
        """What may still be taken back by whoever asked for it: from their chat, or for somebody they answer for."""
        mine: ColumnElement[bool] = erasures.c.chat_id == chat_id
        if person_id is not None:
            mine |= erasures.c.asked_by == person_id
        hidden = erasures.c.state == ErasureState.HIDDEN.value
        found = await self._connection.execute(select(erasures).where(hidden, mine).order_by(erasures.c.id))
        return tuple(erasure(row) for row in found)

    async def undo(self, erasure_id: int) -> int:
        """Put back what was hidden; how many records. The erasure is held and hidden."""
        kept = await self._sealed(erasure_id)
        missed = await self.hiding.put_back(kept.steps)
        await self._set(erasure_id, state=ErasureState.UNDONE.value, sealed=None, chat_id=None)
        if kept.whose is not None:
            await self._entangled.hide_again(kept.whose)
        return len(kept.steps) - len(missed)

    async def hasten(self, erasure_id: int) -> None:
        """Nothing can be taken back any more: what was hidden is gone, the names remain to be looked for."""
        kept = await self._sealed(erasure_id)
        names_alone = Sealed(words=kept.words).written()
        await self._set(erasure_id, state=ErasureState.SWEEPING.value, sealed=names_alone, progress="")
        if kept.whose is not None:
            await self._entangled.forget(kept.whose)

    async def begin_due(self, limit: int = 50) -> int:
        """The same with all that are due; how many."""
        due = (erasures.c.state == ErasureState.HIDDEN.value) & (erasures.c.due_at <= self._now)
        found = await self._connection.execute(select(erasures.c.id).where(due).order_by(erasures.c.id).limit(limit))
        ids = list(found.scalars())
        for each in ids:
            await self.hasten(each)
        return len(ids)

    async def next_due(self) -> datetime | None:
        """When the next hidden one is due."""
        hidden = erasures.c.state == ErasureState.HIDDEN.value
        found: datetime | None = await self._connection.scalar(select(func.min(erasures.c.due_at)).where(hidden))
        return found

    async def sweep(self) -> tuple[Erasure, ...] | None:
        """Some pages of the search, for all that stand at the same page; those that are through. None: nobody waits."""
        query = select(erasures).where(erasures.c.state == ErasureState.SWEEPING.value).order_by(erasures.c.id)
        rows = (await self._connection.execute(query.with_for_update())).all()
        if not rows:
            return None
        together = [row for row in rows if row.progress == rows[0].progress]
        progress: str | None = rows[0].progress
        words = await self._words(together)
        for _ in range(_PAGES_AT_ONCE):
            if progress is None or progress == _THROUGH or not words:
                break
            progress = await Sweeping(self._connection, self._now).page(progress, words)
        stands = _THROUGH if progress is None or not words else progress
        if stands == _THROUGH:
            await self._entangled.rename(words)
        for row in together:
            await self._set(row.id, progress=stands)
        return tuple(erasure(row) for row in together) if stands == _THROUGH else ()

    async def _words(self, rows: Sequence[Row[Any]]) -> Mapping[str, str]:
        """What to look for: not the name of somebody else who is called the same."""
        found: dict[str, str] = {}
        for row in rows:
            for word in Sealed.read(row.sealed).words:
                found[word] = label(row.person_id)
        if not found:
            return found
        names = await self._connection.execute(select(people.c.name))
        others = set(names.scalars())
        return {word: number for word, number in found.items() if not any(other.startswith(word) for other in others)}

    async def end(self, done: Erasure) -> bool:
        """The last step: chat and screens are forgotten, what was kept of it is destroyed.

        False while a last message to the person waits to be sent: to be asked again soon.
        """
        if done.chat_id is not None and not await self._forget_chat(done.chat_id, done.asked_at):
            return False
        old = self._now - _STALE_FILE
        await self._connection.execute(delete(files).where(files.c.content.is_not(None), files.c.stored_at < old))
        await self._set(
            done.id, state=ErasureState.ERASED.value, sealed=None, chat_id=None, erased_at=self._now, progress=""
        )
        return True

    async def _forget_chat(self, chat_id: int, asked_at: datetime) -> bool:
        waits = exists().where(outgoing.c.chat_id == chat_id, outgoing.c.dead.is_(None))
        if self._now - asked_at < _LAST_WORD and await self._connection.scalar(select(waits)):
            return False
        again = exists().where(people.c.telegram_id == chat_id)
        begun = exists().where(responses.c.chat_id == chat_id, responses.c.state.in_(UNFINISHED_STATES))
        if not await self._connection.scalar(select(again | begun)):  # not for somebody who has come again since
            for table in (screens, chats, outgoing):
                await self._connection.execute(delete(table).where(table.c.chat_id == chat_id))
        return True

    async def page(self, organisation_id: int, *, offset: int = 0, limit: int = 8) -> tuple[tuple[Erasure, ...], int]:
        """Erasures an organisation (0: the municipality) answers for, the newest first, and how many there are."""
        which = erasures.c.places.contains(f",{organisation_id},") & (erasures.c.state != ErasureState.UNDONE.value)
        total = await self._connection.scalar(select(func.count()).select_from(erasures).where(which))
        found = await self._connection.execute(
            select(erasures).where(which).order_by(erasures.c.id.desc()).offset(offset).limit(limit)
        )
        return tuple(erasure(row) for row in found), total or 0

    async def ledger(self) -> tuple[Erased, ...]:
        """Everybody hidden or erased, to be kept beside the backups; ids and times alone."""
        found = await self._connection.execute(
            select(erasures, people.c.registered_at)
            .join(people, people.c.id == erasures.c.person_id)
            .where(erasures.c.state != ErasureState.UNDONE.value)
            .order_by(erasures.c.id)
        )
        return tuple(Erased(row.person_id, row.registered_at, row.asked_at, erasure(row).places) for row in found)

    async def known(self, person_id: int) -> bool:
        """Whether the person is hidden or erased."""
        stands = erasures.c.state != ErasureState.UNDONE.value
        query = select(exists().where(erasures.c.person_id == person_id, stands))
        return bool(await self._connection.scalar(query))

    async def taken(self, person: Person) -> bool:
        """Whether the account the person came from belongs to somebody else now."""
        query = select(exists().where(people.c.telegram_id == person.telegram_id, people.c.id != person.id))
        return bool(await self._connection.scalar(query))

    async def _sealed(self, erasure_id: int) -> Sealed:
        query = select(erasures.c.sealed).where(erasures.c.id == erasure_id)
        return Sealed.read((await self._connection.execute(query)).scalar_one())

    async def _set(self, erasure_id: int, **values: Any) -> None:
        await self._connection.execute(update(erasures).where(erasures.c.id == erasure_id).values(**values))


_THROUGH = "end"
"""Progress of a search that is over; no table is called so."""
