"""Answers given before counts were kept are counted by the step that brings them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select, text

from mentoring.mentorships import Form, Mentorship, MentorshipState, Party, Side
from mentoring.people import OrganisationKind
from storage.engine import Database
from storage.migrations.steps import downgrade, upgrade
from storage.tables import answer_counts, responses
from surveys.load import load
from surveys.record import RecordState, Subject
from surveys.response import Draft
from tests.databases import NOW

LIBRARY = load()


async def test_answers_of_an_older_database_are_counted(database: Database) -> None:
    await _with_an_answer(database)
    await downgrade(database.url, "0001")
    await upgrade(database.url)
    async with database.read(datetime(2026, 10, 1, tzinfo=UTC)) as work:
        found = await work.connection.execute(select(answer_counts))
        rows = {(row.question, row.value): row.count for row in found}
        places = {
            (row.definition, row.version, row.form, row.role, row.campaign_id)
            for row in await work.connection.execute(select(answer_counts))
        }
        placed = (await work.connection.execute(select(responses.c.form, responses.c.role))).one()
    assert rows == {("", "*"): 1, ("satisfaction", "*"): 1, ("satisfaction", "8"): 1, ("comment", "*"): 1}
    assert {place[2:] for place in places} == {("teacher-teacher", "mentee", 0)}
    assert tuple(placed) == ("teacher-teacher", "mentee")


async def _with_an_answer(database: Database) -> None:
    pulse = LIBRARY.get("pulse")
    async with database.write(NOW) as work:
        school = await work.organisations.add("Школа", OrganisationKind.SCHOOL, "Europe/Moscow")
        mentor, mentee = [await work.people.add(name, telegram_id=number) for number, name in ((5, "А"), (6, "Б"))]
        pair = await work.mentorships.propose(
            Mentorship(
                0, school.id, Form.TEACHER_TEACHER, "experienced-young", "individual", date(2026, 9, 1),
                date(2027, 5, 1), MentorshipState.ACTIVE,
                (Party(mentor.id, Side.MENTOR, True), Party(mentee.id, Side.MENTEE, True)), 1, NOW,
            )
        )  # fmt: skip
        await work.definitions.archive(pulse)
        item = next(question.id for question in pulse.questions if question.kind == "scale")
        given = Draft("pulse", pulse.version, {item: 8, "comment": "Спасибо"}, state="finished")
        record = await work.responses.add(
            given, pulse, state=RecordState.WAITING, chat_id=6, person_id=mentee.id, organisation_id=school.id,
            subject=Subject("mentorship", pair),
        )  # fmt: skip
        await work.connection.execute(text(f"UPDATE responses SET state = 'finished' WHERE id = {record.id}"))
