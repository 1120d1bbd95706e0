"""People who are hidden at the same time and whose words stand in the same rows, as of a pair that leaves.

What was hidden with one of them may hold words of the other. So whoever is erased is taken out of what is sealed of
those beside them, and whoever comes back brings nothing back of those who are hidden still.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.erasure import ErasureState
from storage.erasure_plan import Whose
from storage.hiding import Hiding, Step
from storage.sweeping import without
from storage.tables import erasures, guardianships, help_requests, parties, people, referrals


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is kept, encrypted, of somebody who is hidden: what puts it back, the names to look for, whose it is."""

    steps: Sequence[Step] = ()
    words: Sequence[str] = ()
    whose: Whose | None = None

    def written(self) -> str:
        """As `erasures.sealed` keeps it."""
        found = {"steps": list(self.steps), "words": list(self.words), "whose": _written(self.whose)}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Sealed:
        found = json.loads(text)
        return cls(found["steps"], found["words"], _read(found.get("whose")))


class Entangled:
    """One transaction's work on what is sealed of others."""

    def __init__(self, connection: AsyncConnection, hiding: Hiding) -> None:
        self._connection = connection
        self._hiding = hiding

    async def forget(self, gone: Whose) -> None:
        """Takes somebody who is erased out of what is sealed of others: put back, taken out, hidden again."""
        for number, kept, whose in await self._beside(gone):
            missed = await self._hiding.put_back(kept.steps)
            await self._hiding.hide(gone, passing=False)
            steps, _ = await self._hiding.hide(whose, passing=False)
            await self._keep(number, replace(kept, steps=[*missed, *steps]))

    async def hide_again(self, back: Whose) -> None:
        """Hides once more of others what came back with somebody."""
        for number, kept, whose in await self._beside(back):
            steps, _ = await self._hiding.hide(whose, passing=False)
            await self._keep(number, replace(kept, steps=[*kept.steps, *steps]))

    async def rename(self, words: Mapping[str, str]) -> None:
        """Puts numbers in place of names in all that is sealed; a card keeps its own name, which may be alike."""
        for number, kept in await self._hidden():
            steps = [step if step[0] == people.name else without(step, words) for step in kept.steps]
            if steps != list(kept.steps):
                await self._keep(number, replace(kept, steps=steps))

    async def _beside(self, whose: Whose) -> list[tuple[int, Sealed, Whose]]:
        """Those hidden whose rows may be somebody's as well."""
        near = await self._near(whose)
        return [
            (number, kept, kept.whose)
            for number, kept in await self._hidden()
            if kept.whose is not None
            and kept.whose.person_id != whose.person_id
            and (kept.whose.person_id in near or _names(kept.steps, whose.person_id))
        ]

    async def _hidden(self) -> list[tuple[int, Sealed]]:
        which = (erasures.c.state == ErasureState.HIDDEN.value) & erasures.c.sealed.is_not(None)
        query = select(erasures.c.id, erasures.c.sealed).where(which).order_by(erasures.c.id).with_for_update()
        return [(row.id, Sealed.read(row.sealed)) for row in await self._connection.execute(query)]

    async def _near(self, whose: Whose) -> set[int]:
        """Everybody of their mentorships, and who asked, answered, recommended or answers for them."""
        found = await self._connection.execute(
            select(parties.c.person_id).where(parties.c.mentorship_id.in_(list(whose.mentorships)))
        )
        near = set(found.scalars())
        for one, other in (
            (help_requests.c.asked_by, help_requests.c.taken_by),
            (referrals.c.person_id, referrals.c.referred_by),
            (guardianships.c.child_id, guardianships.c.guardian_id),
        ):
            mine = or_(one == whose.person_id, other == whose.person_id)
            rows = await self._connection.execute(select(one, other).where(mine))
            near.update(person for row in rows for person in row if person is not None)
        return near

    async def _keep(self, number: int, kept: Sealed) -> None:
        await self._connection.execute(update(erasures).where(erasures.c.id == number).values(sealed=kept.written()))


def _names(steps: Sequence[Step], person: int) -> bool:
    """Whether a row that was taken away whole points at somebody (or has that number for another reason)."""
    return any(sort == "row" and ["", person] in values.values() for _, sort, values in steps)


def _written(whose: Whose | None) -> dict[str, Any] | None:
    if whose is None:
        return None
    texts = [[name, version, sorted(questions)] for (name, version), questions in whose.texts.items()]
    plain = {
        name: sorted(value) if isinstance(value, frozenset | set) else value for name, value in asdict(whose).items()
    }
    return {**plain, "texts": texts}


def _read(found: dict[str, Any] | None) -> Whose | None:
    if found is None:
        return None
    texts = {(name, version): questions for name, version, questions in found["texts"]}
    return Whose(**{**found, "texts": texts})
