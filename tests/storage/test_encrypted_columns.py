"""What lies in the database's file in plain, and why; every other column with words, files or facts is encrypted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Column, LargeBinary, String, Text, select, text

from storage.engine import Database
from storage.tables import files, metadata
from storage.types import EncryptedBytes, EncryptedText, Json, SealedText
from tests.databases import NOW

SEARCHED = "names and places of work are searched, sorted and shown in every list"
OFFICE = "what an organisation says of itself, its documents and reports; nobody's free text about a person"
PUBLIC = "written to be published to all organisations, or announced to everybody invited"
TELEGRAM = "Telegram's ids of files; of what people sent about themselves they are encrypted"
PLAIN: Mapping[str, str] = {
    **dict.fromkeys(("people.name", "people.search", "people.post", "people.subject", "people.workplace"), SEARCHED),
    **dict.fromkeys(("organisations.name", "organisations.search", "organisations.short_name"), OFFICE),
    **dict.fromkeys(("organisations.genitive", "organisation_mentorships.goal", "denominators.source"), OFFICE),
    **dict.fromkeys(("indicator_plans.source", "recommendations.title", "mentorship_adults.speciality"), OFFICE),
    **dict.fromkeys(("organisation_documents.title", "organisation_documents.number"), OFFICE),
    **dict.fromkeys(("organisation_documents.link", "sent_reports.link", "milestones.link"), OFFICE),
    **dict.fromkeys(("mentorships.order_number", "mentorships.end_order_number", "awards.number"), OFFICE),
    **dict.fromkeys(("practices.title", "practices.problem", "practices.description"), PUBLIC),
    **dict.fromkeys(("practices.outcome", "practices.link"), PUBLIC),
    **dict.fromkeys(("events.title", "events.about", "events.place", "events.link"), PUBLIC),
    **dict.fromkeys(("speed_events.title", "speed_events.place"), PUBLIC),
    **dict.fromkeys(("training_materials.title", "training_materials.link"), PUBLIC),
    **dict.fromkeys(("training_sessions.title", "training_sessions.place"), PUBLIC),
    **dict.fromkeys(("definitions.name", "definitions.body", "own_questionnaires.title"), PUBLIC),
    **dict.fromkeys(("own_questionnaires.name", "questionnaire_drafts.body", "questionnaire_drafts.mistakes"), PUBLIC),
    **dict.fromkeys(("files.name", "files.file_id", "milestones.file", "organisation_documents.file"), TELEGRAM),
    **dict.fromkeys(
        ("practices.file", "recommendations.file", "sent_reports.file", "training_materials.file"), TELEGRAM
    ),
    "answers.value": "choices, numbers and dates, for the view answers_v; texts and sensitive ones are in `secret`",
    "responses.marks": "where a dialogue stands, and the names it speaks of, as they stand in `people`",
    "outgoing.dead": "Telegram's own reason for refusing a message",
    "invitations.token_hash": "a digest of a random token",
    "erasures.places": "numbers of organisations",
}


def words() -> Iterator[Column[object]]:
    """Columns that could hold anybody's words, files or facts."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            kind = column.type
            long = isinstance(kind, String) and not isinstance(kind, Text) and (kind.length or 99) > 48
            if column.name == "definition":  # the id of a questionnaire, in whatever table
                continue
            if isinstance(kind, Text | LargeBinary | Json | SealedText | EncryptedText | EncryptedBytes) or long:
                yield column


def test_whatever_is_not_encrypted_is_explained() -> None:
    plain = {
        f"{column.table.name}.{column.name}"
        for column in words()
        if not isinstance(column.type, EncryptedText | SealedText | EncryptedBytes)
    }
    assert sorted(plain - PLAIN.keys() - CODED) == []
    assert sorted((PLAIN.keys() | CODED) - plain) == [], "explained and not there"


CODED = {
    *("answer_counts.value", "awards.grounds", "campaigns.audience", "campaigns.key"),
    *("campaigns.questionnaire", "definitions.sha256", "erasures.counts", "erasures.progress", "events.roles"),
    *("files.sha256", "jobs.arguments", "matchings.settings", "meetings.topics", "memberships.areas"),
    *("memberships.times", "milestones.code", "organisations.zone", "people.speaks", "people.zone"),
    *("planned_keys.key", "referrals.areas", "report_texts.code", "responses.skipped"),
    "settings.value",
}
"""Codes, numbers and settings."""


async def test_a_file_on_its_way_is_encrypted_and_one_from_before_is_read(sqlite_database: Database) -> None:
    content, token = "Справка: Журавлёва".encode(), b"gAAAAABpacked"
    async with sqlite_database.write(NOW) as work:
        await work.files.keep("a", "certificate.pdf", content)
        await work.files.keep("b", "copy.db.enc", token)
        await work.connection.execute(
            text("INSERT INTO files (sha256, name, content, stored_at) VALUES ('c', 'old', :content, :at)"),
            {"content": content, "at": "2026-10-01 00:00:00.000000"},
        )
    async with sqlite_database.read(NOW) as work:
        raw = await work.connection.scalar(text("SELECT content FROM files WHERE sha256 = 'a'"))
        kept = {row.sha256: row.content for row in await work.connection.execute(select(files))}
    assert "Журавлёва".encode() not in raw
    assert kept == {"a": content, "b": token, "c": content}
