"""Responses as rows: how a record is read from one, and how an answer is written into one."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select

from storage.tables import answers, responses
from surveys.definition import Definition
from surveys.path import Value
from surveys.record import UNFINISHED, Record, RecordState, Subject
from surveys.response import Draft, State

SECRET_KINDS = frozenset({"text", "contact", "photo", "file"})
DRAFT_STATES: Mapping[str, State] = {
    "open": "open",
    "waiting": "open",
    "paused": "paused",
    "finished": "finished",
}
UNFINISHED_STATES = tuple(state.value for state in UNFINISHED)
WITH_ANSWERS = (
    select(
        responses,
        answers.c.question.label("question"),
        answers.c.value.label("value"),
        answers.c.secret.label("secret"),
    )
    .select_from(responses.outerjoin(answers, answers.c.response_id == responses.c.id))
    .order_by(responses.c.id)
)


def answer_row(
    response_id: int, definition: Definition, name: str, value: Value, on_path: Collection[str], now: datetime
) -> dict[str, Any]:
    """One answer as it is kept: texts, sensitive questions and every draft of an anonymous questionnaire encrypted."""
    question = definition.question(name)
    secret = definition.anonymous or question is None or question.sensitive or question.kind in SECRET_KINDS
    return {
        "response_id": response_id,
        "question": name,
        "value": None if secret else value,
        "secret": json.dumps(value, ensure_ascii=False) if secret else None,
        "on_path": name in on_path,
        "answered_at": now,
    }


def value_of(row: Any) -> Value:
    """The answer in a row of `answers`, decrypted if need be."""
    found: Value = row["value"] if row["secret"] is None else json.loads(row["secret"])
    return found


def records(rows: Collection[RowMapping]) -> list[Record]:
    """The records of rows of `WITH_ANSWERS`."""
    heads: dict[int, RowMapping] = {}
    given: dict[int, dict[str, Value]] = {}
    for row in rows:
        heads.setdefault(row["id"], row)
        known = given.setdefault(row["id"], {})
        if row["question"] is not None:
            known[row["question"]] = value_of(row)
    return [record(row, given[response_id]) for response_id, row in heads.items()]


def row_of(new: Record) -> dict[str, Any]:
    """The row of a response that is about to be kept; the database gives its id."""
    return {
        "chat_id": new.chat_id,
        "person_id": new.person_id,
        "organisation_id": new.organisation_id,
        "definition": new.definition,
        "version": new.draft.version,
        "kind": new.kind,
        "anonymous": new.anonymous,
        "subject": new.subject.kind if new.subject else None,
        "subject_id": new.subject.id if new.subject else None,
        "state": new.state.value,
        "asking": new.draft.asking,
        "skipped": sorted(new.draft.skipped),
        "marks": {"facts": dict(new.facts), "likely": dict(new.likely)},
        "asked_at": new.asked_at,
        "due_at": new.due_at,
        "started_at": new.started_at,
        "entered_by": new.entered_by,
        "campaign_id": new.campaign_id,
        "form": new.form,
        "role": new.role,
    }


def record(row: RowMapping, given: Mapping[str, Value]) -> Record:
    """The record of a row of `responses`, with the answers `given`."""
    marks = row["marks"]
    state = RecordState(row["state"])
    draft = Draft(
        row["definition"],
        row["version"],
        given,
        frozenset(row["skipped"]),
        row["asking"],
        DRAFT_STATES.get(state.value, "cancelled"),
        marks.get("choosing", {}),
        marks.get("view", ""),
    )
    return Record(
        id=row["id"],
        chat_id=row["chat_id"],
        person_id=row["person_id"],
        organisation_id=row["organisation_id"],
        kind=row["kind"],
        subject=Subject(row["subject"], row["subject_id"]) if row["subject"] else None,
        state=state,
        draft=draft,
        asked_at=row["asked_at"],
        facts=marks.get("facts", {}),
        likely=marks.get("likely", {}),
        due_at=row["due_at"],
        reminded_at=row["reminded_at"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        entered_by=row["entered_by"],
        campaign_id=row["campaign_id"],
        form=row["form"],
        role=row["role"],
        reminders=row["reminders"],
        anonymous=row["anonymous"],
    )
