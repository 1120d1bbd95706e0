"""The mentor's closing report: asked at the end of a mentorship, for staff and its mentor, never for the mentee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.access import Action, Scope, allowed, ensure
from mentoring.errors import NotFound
from mentoring.mentorships import Mentorship
from mentoring.people import Person
from messaging.replies import Button, Lane, Replies, Say, press
from services import catalogue, contexts, dialogue, pair_notices, pairs
from services.desk import Desk
from services.pairs import Pair
from storage.mentorship_dues import SUBJECT
from surveys.answers import describe_answer
from surveys.definition import Label
from surveys.path import answers_on_path
from surveys.record import Record, RecordState, Subject

REPORT = "closing-report"
OPEN_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the report and what was answered."""

    question: Label
    answer: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One mentor's report; `finished_at` None: not written (yet). `response_id` to open or to write it."""

    response_id: int
    person: Person | None
    finished_at: datetime | None
    may_write: bool


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a mentorship that are for the reader's eyes."""

    pair: Pair
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One of them, answer by answer."""

    pair: Pair
    person: Person | None
    finished_at: datetime
    answers: tuple[Answer, ...]


async def ask(desk: Desk, pair: Pair) -> None:
    """Put the report before every mentor, once, with a notice that opens it.

    The notice with the exit questionnaire counts as the first reminder, so that one more comes, after five days.
    """
    for person_id in pair.mentorship.mentors:
        person = pair.people.get(person_id)
        if person is None:
            continue
        record = await dialogue.ask(
            desk,
            REPORT,
            person.id,
            person.telegram_id,
            organisation_id=pair.organisation.id,
            subject=Subject(SUBJECT, pair.mentorship.id),
            form=pair.mentorship.form.value,
            role="mentor",
        )
        if record.state is RecordState.WAITING and record.due_at is None:
            await desk.work.mentorships.close_at(record.id, desk.now + OPEN_FOR)
            await desk.work.responses.ask_again(record.id, desk.now)
            row = (Button(Say("closing-write"), press("response.open", record.id)),)
            await pair_notices.to_party(desk, pair, person, "closing-told-asked", keyboard=(row,))


async def written(desk: Desk, record: Record) -> Replies:
    """Follows the report: the curators hear that it is there."""
    mentorship_id = record.about(SUBJECT)
    mentorship = await desk.work.mentorships.get(mentorship_id) if mentorship_id is not None else None
    if mentorship is not None:
        row = (Button(Say("closing-read"), press("closing.card", mentorship.id)),)
        pair = await pairs.pair_of(desk, mentorship)
        await pair_notices.to_curators(desk, pair, "closing-told-written", keyboard=(row,), lane=Lane.REMINDER)
    return ()


async def reports(desk: Desk, mentorship_id: int) -> Reports:
    """The reports of a mentorship: all of them to staff, their own to a mentor."""
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_CLOSING_REPORT, Scope.of(mentorship))
    pair = await pairs.pair_of(desk, mentorship)
    records = [one for one in await _records(desk, mentorship_id) if _sees(desk, mentorship, one)]
    return Reports(pair, tuple(_line(desk, pair, one) for one in records))


async def report(desk: Desk, response_id: int) -> Report:
    """One report with its answers; NotFound for what is none, or not written."""
    record = await desk.work.responses.get(response_id)
    mentorship_id = record.about(SUBJECT) if record is not None else None
    if record is None or mentorship_id is None or record.definition != REPORT:
        raise NotFound
    mentorship = await pairs.find(desk, mentorship_id)
    ensure(desk.actor, Action.SEE_CLOSING_REPORT, Scope.of(mentorship))
    if record.finished_at is None or not _sees(desk, mentorship, record):
        raise NotFound
    pair = await pairs.pair_of(desk, mentorship)
    person = pair.people.get(record.person_id or 0)
    return Report(pair, person, record.finished_at, await _answers(desk, record))


async def _answers(desk: Desk, record: Record) -> tuple[Answer, ...]:
    definition = await catalogue.find(desk, record.definition, record.draft.version)
    context = await contexts.build(desk, definition, record.subject, record.facts, record.likely, {}, record.id)
    given = answers_on_path(definition, record.draft.answers, context)
    return tuple(
        Answer(question.text, describe_answer(question, given[question.id]))
        for question in definition.questions
        if question.id in given and question.text is not None
    )


async def _records(desk: Desk, mentorship_id: int) -> Sequence[Record]:
    found = await desk.work.responses.about(Subject(SUBJECT, mentorship_id), REPORT)
    return [one for one in found if one.state is not RecordState.CANCELLED]


def _sees(desk: Desk, mentorship: Mentorship, record: Record) -> bool:
    staff = allowed(desk.actor, Action.SEE_CLOSING_REPORT, Scope(mentorship.organisation_id))
    return staff or record.person_id == desk.actor.person_id


def _line(desk: Desk, pair: Pair, record: Record) -> Line:
    own = record.person_id == desk.actor.person_id and record.unfinished
    return Line(record.id, pair.people.get(record.person_id or 0), record.finished_at, may_write=own)
