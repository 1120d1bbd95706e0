"""Anonymous answers: a person's encrypted draft until it is detached, then a row that leads to nobody.

Everything detached of one campaign in one organisation is written anew, shuffled, each time some more is: neither ids
nor times, places in the file, counts nor keys tell which came first. What remains of who was asked is the fact.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import SystemRandom
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.anonymous_traces import forget_reminders, forget_traces
from storage.answer_counts import NOWHERE
from storage.response_rows import SECRET_KINDS, UNFINISHED_STATES, value_of
from storage.tables import answer_counts, answer_marks, answers, campaigns, responses
from surveys import counting
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import RecordState

Marks = Mapping[str, tuple[str, int]]
"""By question: what a curator took the answer for, and which curator."""
Shuffle = Callable[[list[Any]], None]
_SHUFFLE: Shuffle = SystemRandom().shuffle
_FINISHED = responses.c.state == RecordState.FINISHED.value
_DETACHED = responses.c.anonymous & responses.c.person_id.is_(None)
_FACT = responses.c.anonymous & responses.c.person_id.is_not(None)
_WAITS = _FACT & _FINISHED & responses.c.finished_at.is_not(None)
"""Complete and not yet detached: the fact keeps its time until then."""
_BARE: Mapping[str, Any] = {
    "asking": None,
    "skipped": [],
    "marks": {},
    "reminders": 0,
    "reminded_at": None,
    "started_at": None,
    "finished_at": None,
}
"""A fact without anything that tells when or how somebody answered."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is kept apart and shuffled together: one campaign in one organisation."""

    campaign_id: int
    organisation_id: int | None

    @property
    def rows(self) -> ColumnElement[bool]:
        """Everything of it in `responses`, facts and detached answers alike."""
        here = responses.c.organisation_id
        same = here.is_(None) if self.organisation_id is None else here == self.organisation_id
        return and_(responses.c.campaign_id == self.campaign_id, same)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many were asked, how many complete answers wait as drafts, and how many are detached."""

    asked: int
    waiting: int
    detached: int

    @property
    def answered(self) -> int:
        return self.waiting + self.detached


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one person, whoever it was: those that count, in the words of one definition."""

    definition: str
    version: int
    answers: Mapping[str, Value]
    marks: Marks


class Anonymity:
    """Detaching, in one transaction. `shuffle` is replaced by tests alone."""

    def __init__(self, connection: AsyncConnection, now: datetime, shuffle: Shuffle = _SHUFFLE) -> None:
        self._connection = connection
        self._now = now
        self._shuffle = shuffle

    async def hold(self, campaign_id: int, *, alone: bool = True) -> bool:
        """Nobody else detaches or closes this campaign until the transaction ends; whether it takes answers still.

        Not `alone`: beside others that answer meanwhile, as each of their steps does."""
        state = await self._connection.scalar(
            select(campaigns.c.state).where(campaigns.c.id == campaign_id).with_for_update(read=not alone)
        )
        return state in ("opening", "open")

    async def places(self, campaign_id: int) -> tuple[Place, ...]:
        """The organisations in which anonymous answers of this campaign were asked for."""
        found = await self._connection.execute(
            select(responses.c.organisation_id)
            .where(responses.c.campaign_id == campaign_id, responses.c.anonymous, responses.c.kind == "survey")
            .group_by(responses.c.organisation_id)
            .order_by(responses.c.organisation_id)
        )
        return tuple(Place(campaign_id, organisation_id) for organisation_id in found.scalars())

    async def standing(self, place: Place) -> Standing:
        """The numbers of a place; what was withdrawn was not asked. Erased people leave their detached answers."""
        asked = _FACT & (responses.c.state != RecordState.CANCELLED.value)
        counts = (func.count().filter(which) for which in (asked, _WAITS, _DETACHED))
        row = (await self._connection.execute(select(*counts).select_from(responses).where(place.rows))).one()
        return Standing(max(row[0], row[1] + row[2]), row[1], row[2])

    async def sheets(self, place: Place) -> list[Sheet]:
        """Every complete answer of a place, detached already or not."""
        found = await self._connection.execute(
            select(responses.c.id, responses.c.definition, responses.c.version, *_ANSWER, *_MARK)
            .select_from(_WITH_MARKS)
            .where(place.rows, or_(_DETACHED, _WAITS))
            .order_by(responses.c.id)
        )
        heads: dict[int, tuple[str, int]] = {}
        given: dict[int, dict[str, Value]] = {}
        marks: dict[int, dict[str, tuple[str, int]]] = {}
        for row in found.mappings():
            heads[row["id"]] = (row["definition"], row["version"])
            if row["question"] is None:
                continue
            given.setdefault(row["id"], {})[row["question"]] = value_of(row)
            if row["mark"] is not None:
                marks.setdefault(row["id"], {})[row["question"]] = (row["mark"], row["marked_by"])
        return [Sheet(*head, given.get(one, {}), marks.get(one, {})) for one, head in heads.items()]

    async def rewrite(self, place: Place, sheets: Iterable[Sheet], known: Mapping[tuple[str, int], Definition]) -> None:
        """Write all of a place's complete answers anew, as nobody's; the drafts are erased, their facts stay.

        `known`: the definitions of the sheets by name and version. At the commit, the database's log is to be emptied.
        """
        shuffled = list(sheets)
        self._shuffle(shuffled)
        opened = await self._opened(place)
        await self._erase(place)
        for name in sorted({(sheet.definition, sheet.version) for sheet in shuffled}):
            same = [sheet for sheet in shuffled if (sheet.definition, sheet.version) == name]
            ids = await self._add(place, name, len(same), opened)
            await self._fill(ids, same, known[name], opened)
            await self._count(place, known[name], same)

    async def forget(self, place: Place, response_id: int | None = None) -> None:
        """Erase what the talk with people left of their answers: of those detached but `response_id`, whose last screen
        is about to be sent; of everybody who was asked if that is None."""
        detached = _FACT & _FINISHED & responses.c.finished_at.is_(None)
        which = place.rows & (detached & (responses.c.id != response_id) if response_id is not None else _FACT)
        rows = await self._connection.execute(select(responses.c.id, responses.c.chat_id).where(which))
        facts = {row.id: row.chat_id for row in rows}
        await forget_traces(self._connection, facts, since=await self._opened(place))

    async def end(self, place: Place, *, dissolve: bool) -> None:
        """No more answers: unfinished drafts are erased. `dissolve`: of nobody it stays known whether they answered."""
        which = place.rows & _FACT & (responses.c.state != RecordState.CANCELLED.value)
        left = which & responses.c.state.in_(UNFINISHED_STATES)
        facts = select(responses.c.id).where(place.rows, _FACT)
        await self._connection.execute(delete(answers).where(answers.c.response_id.in_(facts)))
        silent = {"state": RecordState.UNANSWERED.value}
        await self._connection.execute(update(responses).where(which if dissolve else left).values(silent))
        await self._connection.execute(update(responses).where(place.rows, _FACT).values(_BARE))
        await forget_reminders(self._connection, place.campaign_id)

    async def _opened(self, place: Place) -> datetime:
        found = await self._connection.scalar(select(campaigns.c.opens_at).where(campaigns.c.id == place.campaign_id))
        return found or self._now

    async def _erase(self, place: Place) -> None:
        """What was detached before, and the drafts."""
        drafts = select(responses.c.id).where(place.rows, _WAITS)
        await self._connection.execute(delete(answers).where(answers.c.response_id.in_(drafts)))
        await self._connection.execute(update(responses).where(place.rows, _WAITS).values(_BARE))
        await self._connection.execute(delete(responses).where(place.rows, _DETACHED))
        counts = answer_counts.c
        await self._connection.execute(
            delete(answer_counts).where(
                counts.campaign_id == place.campaign_id,
                counts.organisation_id == (place.organisation_id or NOWHERE),
                counts.definition.in_(select(responses.c.definition).where(place.rows, _FACT)),
            )
        )

    async def _add(self, place: Place, name: tuple[str, int], many: int, opened: datetime) -> Sequence[int]:
        """So many rows that differ in nothing but their ids, given in rising order."""
        row: dict[str, Any] = {
            "organisation_id": place.organisation_id,
            "campaign_id": place.campaign_id,
            "definition": name[0],
            "version": name[1],
            "kind": "survey",
            "state": RecordState.FINISHED.value,
            "skipped": [],
            "marks": {},
            "anonymous": True,
            "asked_at": opened,
            "finished_at": opened,
        }
        made = await self._connection.execute(insert(responses).returning(responses.c.id), [row] * many)
        return sorted(made.scalars())

    async def _fill(self, ids: Sequence[int], sheets: Sequence[Sheet], definition: Definition, at: datetime) -> None:
        rows, marked = [], []
        for response_id, sheet in zip(ids, sheets, strict=True):
            key = {"response_id": response_id}
            for name in _in_order(definition, sheet.answers):
                shape = _shape(definition, name, sheet.answers[name])
                rows.append({**key, **shape, "on_path": True, "answered_at": at})
            for name in _in_order(definition, sheet.marks):
                mark, by = sheet.marks[name]
                marked.append({**key, "question": name, "mark": mark, "marked_by": by, "marked_at": at})
        if rows:
            await self._connection.execute(insert(answers), rows)
        if marked:
            await self._connection.execute(insert(answer_marks), marked)

    async def _count(self, place: Place, definition: Definition, sheets: Iterable[Sheet]) -> None:
        """Counted anew: what was counted with an earlier batch would stand before the rest in the file."""
        totals = Counter(pair for sheet in sheets for pair in counting.counted(definition, sheet.answers))
        head = {
            "definition": definition.id,
            "version": definition.version,
            "organisation_id": place.organisation_id or NOWHERE,
            "campaign_id": place.campaign_id,
            "form": "",
            "role": "",
        }
        rows = [{**head, "question": name, "value": value, "count": n} for (name, value), n in sorted(totals.items())]
        await self._connection.execute(insert(answer_counts), rows)


_ANSWER = (answers.c.question, answers.c.value, answers.c.secret)
_MARK = (answer_marks.c.mark, answer_marks.c.marked_by)
_WITH_MARKS = responses.outerjoin(answers, (answers.c.response_id == responses.c.id) & answers.c.on_path).outerjoin(
    answer_marks,
    (answer_marks.c.response_id == answers.c.response_id) & (answer_marks.c.question == answers.c.question),
)


def _in_order(definition: Definition, names: Iterable[str]) -> list[str]:
    """As they stand in the definition: the order of answering is nobody's."""
    places = {question.id: number for number, question in enumerate(definition.questions)}
    return sorted(names, key=lambda name: (places.get(name, len(places)), name))


def _shape(definition: Definition, name: str, value: Value) -> dict[str, Any]:
    """A detached answer is encrypted only where one of a named person would be."""
    question = definition.question(name)
    secret = question is None or question.sensitive or question.kind in SECRET_KINDS
    return {
        "question": name,
        "value": None if secret else value,
        "secret": json.dumps(value, ensure_ascii=False) if secret else None,
    }
