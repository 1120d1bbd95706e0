"""Responses and their answers: the state of every dialogue, and the programme's evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.response_rows import UNFINISHED_STATES, WITH_ANSWERS, answer_row, record, records, row_of
from storage.tables import answers, chats, responses
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import Record, RecordKind, RecordState, Subject
from surveys.response import Draft

# Made once: an answer takes all three, and making them took as long as running them.
_ONE = WITH_ANSWERS.where(responses.c.id == bindparam("response"))
_STANDS = update(responses).where(
    responses.c.id == bindparam("response"), responses.c.state.in_(bindparam("among", expanding=True))
)
_UNFINISHED = responses.c.state.in_(UNFINISHED_STATES)
_WAITING = select(responses).where(responses.c.chat_id == bindparam("chat"), _UNFINISHED).order_by(responses.c.id)
_WAITING_OF_KIND = _WAITING.where(responses.c.kind == bindparam("kind"))
_FIRST_ASKED = (
    select(responses.c.asked_at)
    .where(_UNFINISHED, responses.c.kind == "survey", responses.c.reminded_at.is_(None))
    .order_by(responses.c.asked_at)
    .limit(1)
)
_FIRST_OVER = (
    select(responses.c.due_at).where(_UNFINISHED, responses.c.due_at.is_not(None)).order_by(responses.c.due_at).limit(1)
)


def _given(dialect: Any) -> Any:
    statement = dialect.insert(answers)
    fresh = {name: statement.excluded[name] for name in ("value", "secret", "on_path", "answered_at")}
    return statement.on_conflict_do_update(index_elements=["response_id", "question"], set_=fresh)


_GIVEN: Mapping[str, Any] = MappingProxyType({"sqlite": _given(sqlite), "postgresql": _given(postgresql)})


class Responses:
    """One store for surveys and forms alike; forms are erased once their action is done."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def add(
        self,
        draft: Draft,
        definition: Definition,
        *,
        state: RecordState,
        chat_id: int | None,
        person_id: int | None,
        organisation_id: int | None = None,
        subject: Subject | None = None,
        facts: Mapping[str, object] | None = None,
        likely: Mapping[str, Value] | None = None,
        due_at: datetime | None = None,
        entered_by: int | None = None,
        kind: RecordKind | None = None,
        campaign_id: int | None = None,
        form: str | None = None,
        role: str | None = None,
    ) -> Record:
        """Keep a new response (`waiting` or `open`), with answers that were known beforehand.

        `kind` is the definition's unless told: a survey may be tried out.
        """
        new = Record(
            id=0,
            chat_id=chat_id,
            person_id=person_id,
            organisation_id=organisation_id,
            kind=kind or definition.kind,
            subject=subject,
            state=state,
            draft=draft,
            asked_at=self._now,
            facts=dict(facts or {}),
            likely=dict(likely or {}),
            due_at=due_at,
            started_at=self._now if state is RecordState.OPEN else None,
            entered_by=entered_by,
            campaign_id=campaign_id,
            form=form,
            role=role,
            anonymous=definition.anonymous,
        )
        made = await self._connection.execute(responses.insert().values(row_of(new)))
        key = made.inserted_primary_key
        new = replace(new, id=int(key[0]) if key else 0)
        await self._write(new.id, definition, draft.answers, frozenset(draft.answers))
        return new

    async def get(self, response_id: int) -> Record | None:
        """A response with its answers."""
        found = await self._records(_ONE, {"response": response_id})
        return found[0] if found else None

    async def active(self, chat_id: int) -> Record | None:
        """The one response that a text in this chat answers."""
        current = select(chats.c.active_response).where(chats.c.chat_id == chat_id).scalar_subquery()
        found = await self._records(
            WITH_ANSWERS.where(responses.c.id == current, responses.c.state == RecordState.OPEN.value)
        )
        return found[0] if found else None

    async def activate(self, chat_id: int, response_id: int | None) -> None:
        """Make a response the chat's active one; the one that was is put by and waits in the menu."""
        before = select(chats.c.active_response).where(chats.c.chat_id == chat_id).scalar_subquery()
        await self._connection.execute(
            update(responses)
            .where(
                responses.c.id == before,
                responses.c.id != (response_id or 0),
                responses.c.state == RecordState.OPEN.value,
            )
            .values(state=RecordState.PAUSED.value)
        )
        await self._connection.execute(
            update(chats).where(chats.c.chat_id == chat_id).values(active_response=response_id)
        )

    async def save(
        self,
        before: Record,
        draft: Draft,
        definition: Definition,
        *,
        was_on_path: Collection[str],
        on_path: Collection[str],
    ) -> bool:
        """Write what a step changed: the answers that differ, whether each counts, and where the dialogue stands.

        False, and nothing is written, where the response was closed since `before` was read."""
        if not await self._stand(before, draft):
            return False
        old, new = before.draft.answers, draft.answers
        changed = {name: value for name, value in new.items() if name not in old or old[name] != value}
        gone = [name for name in old if name not in new]
        moved = [name for name in new if name not in changed and (name in was_on_path) != (name in on_path)]
        await self._write(before.id, definition, changed, on_path)
        if gone:
            await self._connection.execute(
                delete(answers).where(answers.c.response_id == before.id, answers.c.question.in_(gone))
            )
        for name in moved:
            await self._connection.execute(
                update(answers)
                .where(answers.c.response_id == before.id, answers.c.question == name)
                .values(on_path=name in on_path)
            )
        return True

    async def ask_again(self, response_id: int, at: datetime) -> None:
        """Note that the person was reminded once more."""
        again = {"reminded_at": at, "reminders": responses.c.reminders + 1}
        await self._connection.execute(update(responses).where(responses.c.id == response_id).values(again))

    async def close(self, ids: Iterable[int], state: RecordState) -> int:
        """Give unfinished responses a final state (`unanswered`, `cancelled`); returns how many it was."""
        made = await self._connection.execute(
            update(responses)
            .where(responses.c.id.in_(list(ids)), responses.c.state.in_(UNFINISHED_STATES))
            .values(state=state.value, asking=None)
        )
        return made.rowcount

    async def enter(self, before: Record, entered_by: int, chat_id: int, facts: Mapping[str, object]) -> bool:
        """Somebody types in, in their own chat, what a person without Telegram answered.

        False if somebody else took it up, or it ended, since `before` was read.
        """
        made = await self._connection.execute(
            update(responses)
            .where(
                responses.c.id == before.id,
                responses.c.entered_by.is_not_distinct_from(before.entered_by),
                responses.c.chat_id.is_not_distinct_from(before.chat_id),
                responses.c.state.in_(UNFINISHED_STATES),
            )
            .values(entered_by=entered_by, chat_id=chat_id, marks={"facts": dict(facts), "likely": {}})
        )
        return made.rowcount == 1

    async def belong(self, response_id: int, person_id: int) -> None:
        """A registration whose person exists now."""
        await self._connection.execute(
            update(responses).where(responses.c.id == response_id).values(person_id=person_id)
        )

    async def erase(self, response_id: int) -> None:
        """Erase a form with all that was typed into it."""
        await self._connection.execute(delete(answers).where(answers.c.response_id == response_id))
        await self._connection.execute(delete(responses).where(responses.c.id == response_id))

    async def waiting(self, chat_id: int, kind: str | None = None) -> Sequence[Record]:
        """The unfinished responses of a chat, the oldest first, without answers."""
        query = _WAITING if kind is None else _WAITING_OF_KIND
        given = {"chat": chat_id} if kind is None else {"chat": chat_id, "kind": kind}
        rows = await self._connection.execute(query, given)
        return [record(row, {}) for row in rows.mappings()]

    async def about(self, subject: Subject, *names: str) -> Sequence[Record]:
        """Every response about something, without answers; `names` narrows it to those definitions."""
        query = select(responses).where(responses.c.subject == subject.kind, responses.c.subject_id == subject.id)
        if names:
            query = query.where(responses.c.definition.in_(names))
        rows = await self._connection.execute(query.order_by(responses.c.id))
        return [record(row, {}) for row in rows.mappings()]

    async def asked_before(self, moment: datetime, *, reminded: bool, limit: int) -> Sequence[Record]:
        """Unfinished surveys asked before `moment`, reminded already or not yet, the oldest first, without answers."""
        mark = responses.c.reminded_at.is_not(None) if reminded else responses.c.reminded_at.is_(None)
        rows = await self._connection.execute(
            select(responses)
            .where(
                responses.c.kind == "survey",
                responses.c.state.in_(UNFINISHED_STATES),
                responses.c.asked_at <= moment,
                mark,
            )
            .order_by(responses.c.asked_at)
            .limit(limit)
        )
        return [record(row, {}) for row in rows.mappings()]

    async def overdue(self, now: datetime, limit: int) -> Sequence[Record]:
        """Surveys whose time ran out at `now`, without answers."""
        rows = await self._connection.execute(
            select(responses)
            .where(responses.c.state.in_(UNFINISHED_STATES), responses.c.due_at <= now)
            .order_by(responses.c.due_at)
            .limit(limit)
        )
        return [record(row, {}) for row in rows.mappings()]

    async def next_moments(self) -> tuple[datetime | None, datetime | None]:
        """The earliest asking time of surveys not yet reminded, and the earliest end of those unfinished."""
        return await self._connection.scalar(_FIRST_ASKED), await self._connection.scalar(_FIRST_OVER)

    async def _write(
        self, response_id: int, definition: Definition, values: Mapping[str, Value], on_path: Collection[str]
    ) -> None:
        if not values:
            return
        rows = [answer_row(response_id, definition, name, value, on_path, self._now) for name, value in values.items()]
        await self._connection.execute(_GIVEN[self._connection.dialect.name], rows)

    async def _stand(self, before: Record, draft: Draft) -> bool:
        state = RecordState(draft.state)
        marks: dict[str, Any] = {"facts": dict(before.facts), "likely": dict(before.likely)}
        if draft.choosing:
            marks["choosing"] = {name: list(ticked) for name, ticked in draft.choosing.items()}
        if draft.view:
            marks["view"] = draft.view
        values: dict[str, Any] = {
            "state": state.value,
            "asking": draft.asking,
            "skipped": sorted(draft.skipped),
            "marks": marks,
        }
        if before.started_at is None:
            values["started_at"] = self._now
        if state is RecordState.FINISHED and before.finished_at is None:
            values["finished_at"] = self._now
        states = UNFINISHED_STATES if before.unfinished else (before.state.value,)
        changed = await self._connection.execute(_STANDS, {"response": before.id, "among": list(states), **values})
        return changed.rowcount == 1

    async def _records(self, query: Select[Any], values: Mapping[str, object] | None = None) -> list[Record]:
        return records((await self._connection.execute(query, values or {})).mappings().all())
