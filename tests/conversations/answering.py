"""Finished questionnaires, for tests that are about what becomes of them rather than about answering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.house import library
from mentoring.people import Person
from storage.work import Work
from surveys import counting
from surveys.definition import Definition
from surveys.path import Context, Value, answers_on_path
from surveys.record import Record, RecordState, Subject
from surveys.response import Draft

TODAY = Context(date(2026, 10, 1))


async def answered(
    work: Work,
    definition: Definition | str,
    person: Person | None,
    organisation_id: int,
    values: Mapping[str, Value],
    *,
    subject: Subject | None = None,
    campaign_id: int | None = None,
    form: str | None = None,
    role: str | None = None,
    entered_by: int | None = None,
) -> Record:
    """A response with these answers, finished and counted as the dialogue does it. `person` None: detached already."""
    found = library().get(definition) if isinstance(definition, str) else definition
    await work.definitions.archive(found)
    empty = Draft(found.id, found.version)
    record = await work.responses.add(
        empty,
        found,
        state=RecordState.WAITING,
        chat_id=person.telegram_id if person else None,
        person_id=person.id if person else None,
        organisation_id=organisation_id,
        subject=subject,
        campaign_id=campaign_id,
        form=form,
        role=role,
        entered_by=entered_by,
    )
    draft = replace(empty, answers=dict(values), state="finished")
    given = answers_on_path(found, draft.answers, TODAY)
    await work.responses.save(record, draft, found, was_on_path=(), on_path=frozenset(given))
    if not found.anonymous or person is None:
        await work.counts.add(record, counting.counted(found, given))
    return record


async def asked(work: Work, definition: str, person: Person, organisation_id: int, **more: object) -> Record:
    """A questionnaire that waits for an answer."""
    found = library().get(definition)
    await work.definitions.archive(found)
    return await work.responses.add(
        Draft(found.id, found.version),
        found,
        state=RecordState.WAITING,
        chat_id=person.telegram_id,
        person_id=person.id,
        organisation_id=organisation_id,
        **more,  # type: ignore[arg-type]
    )
