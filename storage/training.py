"""A training database: many consenting adults in active pairs, for practice and for load trials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.campaigns import CampaignState, Origin, calendar_key
from mentoring.mentorships import Form, MentorshipState, Order, Side
from mentoring.names import plain
from mentoring.people import MembershipState, OrganisationKind
from mentoring.roles import Category, Role
from storage.tables import (
    campaigns,
    chats,
    consents,
    memberships,
    mentorships,
    organisations,
    parties,
    people,
    responses,
)
from storage.work import Work
from surveys.definition import Definition

CURATOR, COORDINATOR = 900_001, 900_002
"""Telegram ids of the two who run the training school."""
_BATCH = 5_000
_TERM = timedelta(days=365)


class NotEmptyError(Exception):
    """There are people in the database already."""


@dataclass(frozen=True, slots=True)
class Training:
    """What is filled in. `names` are full names by Telegram id 1…N, then the curator's and the coordinator's.

    `yearly`: ids and school years of the calendar's questionnaires, which are to leave the training school in peace.
    """

    organisation: str
    zone: str
    names: Sequence[str]
    form: Form
    role_model: str
    kind: str
    area: str
    consent_versions: dict[str, int]
    survey: Definition
    yearly: Sequence[tuple[str, int]]
    birth: date
    order: Order


async def fill(work: Work, training: Training) -> None:
    """Fill an empty database: odd Telegram ids are mentors, the next even id the mentee. Raises NotEmptyError.

    Each person consented and has the survey waiting; nothing else is due.
    """
    connection = work.connection
    if await connection.scalar(select(func.count()).select_from(people)):
        raise NotEmptyError
    await work.definitions.archive(training.survey)
    school = await _insert_one(connection, organisations, _organisation(work, training))
    ids = (*range(1, len(training.names) - 1), CURATOR, COORDINATOR)
    await _insert(
        connection, people, (_person(work, training, *pair) for pair in zip(ids, training.names, strict=True))
    )
    await _insert(connection, chats, ({"chat_id": i, "language": "ru", "started_at": work.now} for i in ids))
    found = await connection.execute(select(people.c.telegram_id, people.c.id))
    known: dict[int, int] = {telegram: person for telegram, person in found if telegram is not None}
    await _insert(connection, memberships, (_membership(work, training, known[i], i, school) for i in ids))
    await _insert(connection, consents, _consents(work, training, known.values()))
    await _pairs(work, training, school, known, ids[:-2])
    await _insert(connection, responses, (_waiting(work, training, school, known[i], i) for i in ids[:-2]))
    await _insert(connection, campaigns, _yearly(work, training, school))


def _organisation(work: Work, training: Training) -> dict[str, Any]:
    return {
        "name": training.organisation,
        "search": plain(training.organisation),
        "kind": OrganisationKind.SCHOOL.value,
        "zone": training.zone,
        "created_at": work.now,
    }


def _person(work: Work, training: Training, telegram_id: int, name: str) -> dict[str, Any]:
    return {
        "telegram_id": telegram_id,
        "name": name,
        "search": plain(name),
        "birth": training.birth,
        "category": Category.TEACHER.value,
        "career_start": training.birth + 22 * _TERM,
        "hired_here": training.birth + 22 * _TERM,
        "language": "ru",
        "registered_at": work.now,
    }


def _membership(work: Work, training: Training, person: int, telegram_id: int, school: int) -> dict[str, Any]:
    fixed = {CURATOR: Role.CURATOR, COORDINATOR: Role.COORDINATOR}
    role = fixed.get(telegram_id, Role.MENTOR if telegram_id % 2 else Role.MENTEE)
    return {
        "person_id": person,
        "organisation_id": None if role is Role.COORDINATOR else school,
        "role": role.value,
        "state": MembershipState.APPROVED.value,
        "areas": [training.area] if telegram_id not in fixed else [],
        "applied_at": work.now,
        "decided_at": work.now,
    }


def _consents(work: Work, training: Training, persons: Iterable[int]) -> Iterator[dict[str, Any]]:
    for person in persons:
        for kind, version in training.consent_versions.items():
            yield {
                "person_id": person,
                "kind": kind,
                "version": version,
                "given_by": person,
                "given_at": work.now,
            }


def _yearly(work: Work, training: Training, school: int) -> Iterator[dict[str, Any]]:
    """The calendar's campaigns, called off beforehand: nothing but the survey is due."""
    for name, autumn in training.yearly:
        yield {
            "organisation_id": school,
            "origin": Origin.CALENDAR.value,
            "key": calendar_key(school, name, autumn),
            "audience": {},
            "state": CampaignState.CANCELLED.value,
            "created_at": work.now,
            "opens_at": work.now,
        }


async def _pairs(
    work: Work, training: Training, school: int, known: dict[int, int], participants: Sequence[int]
) -> None:
    today = work.now.date()
    mentors = participants[::2]
    row = {
        "organisation_id": school,
        "form": training.form.value,
        "role_model": training.role_model,
        "kind": training.kind,
        "starts": today - timedelta(days=1),
        "ends": today + _TERM,
        "state": MentorshipState.ACTIVE.value,
        "proposed_by": known[CURATOR],
        "proposed_at": work.now,
        "order_number": training.order.number,
        "order_date": training.order.date,
        "activated_at": work.now,
    }
    await _insert(work.connection, mentorships, (row for _ in mentors))
    made = (await work.connection.scalars(select(mentorships.c.id).order_by(mentorships.c.id))).all()
    await _insert(work.connection, parties, _parties(work, known, zip(made, mentors, strict=True)))


def _parties(work: Work, known: dict[int, int], pairs: Iterable[tuple[int, int]]) -> Iterator[dict[str, Any]]:
    for mentorship, mentor in pairs:
        for side, telegram_id in ((Side.MENTOR, mentor), (Side.MENTEE, mentor + 1)):
            yield {
                "mentorship_id": mentorship,
                "person_id": known[telegram_id],
                "side": side.value,
                "agreed": True,
                "answered_at": work.now,
            }


def _waiting(work: Work, training: Training, school: int, person: int, telegram_id: int) -> dict[str, Any]:
    return {
        "chat_id": telegram_id,
        "person_id": person,
        "organisation_id": school,
        "definition": training.survey.id,
        "version": training.survey.version,
        "kind": training.survey.kind,
        "state": "waiting",
        "skipped": [],
        "marks": {},
        "asked_at": work.now,
        "reminded_at": work.now,  # nothing else is due: no reminder in the middle of a trial
    }


async def _insert(connection: AsyncConnection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert in batches, so that a hundred thousand rows need no hundred thousand dicts at once."""
    iterator = iter(rows)
    while batch := list(islice(iterator, _BATCH)):
        await connection.execute(table.insert(), batch)


async def _insert_one(connection: AsyncConnection, table: Table, row: dict[str, Any]) -> int:
    made = await connection.execute(table.insert().values(row))
    key = made.inserted_primary_key
    return int(key[0]) if key else 0
