"""The register of documents and the reports that were sent, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentoring.documents import Details, DocumentKind, DocumentState
from mentoring.people import OrganisationKind
from mentoring.sent_reports import ReportState
from mentoring.tasks import Attachment
from storage.engine import Database
from tests.databases import NOW

TODAY = NOW.date()
PROGRAMME = Details(
    DocumentKind.PROGRAMME, "Программа", "12", TODAY, TODAY + timedelta(days=1), file=Attachment("f1", "p.pdf", False)
)


async def test_a_document_moves_only_from_the_state_that_was_read(database: Database) -> None:
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        other = (await work.organisations.add("Завод", OrganisationKind.ENTERPRISE, "UTC")).id
        store = work.organisation_documents
        first = await store.add(school, PROGRAMME, by=1)
        agreement = Details(DocumentKind.AGREEMENT, "Договор", partner_id=other, link="https://example.org/a")
        await store.add(school, agreement, by=1)
        kept = await store.get(first)
        assert kept is not None
        assert (kept.details, kept.state, kept.added_at) == (PROGRAMME, DocumentState.KEPT, NOW)
        assert [each.details for each in await store.of(school)] == [PROGRAMME, agreement]
        there = (DocumentKind.PROGRAMME, (DocumentState.KEPT, DocumentState.SENT))
        assert await store.having(*there, TODAY + timedelta(days=1)) == {school}
        assert await store.having(*there, TODAY + timedelta(days=2)) == frozenset()
        assert await store.move(kept, DocumentState.SENT, by=1)
        assert not await store.move(kept, DocumentState.ARCHIVED, by=2)
        assert not await store.change(first, replace(PROGRAMME, title="Другая"))
        (sent,) = await store.in_state(DocumentState.SENT)
        assert await store.move(sent, DocumentState.RETURNED, by=2, words="Нет плана")
        returned = await store.get(first)
        assert returned is not None
        assert (returned.sent_at, returned.reviewed_by, returned.review) == (NOW, 2, "Нет плана")
        assert await store.change(first, replace(PROGRAMME, valid_until=None))
        assert await store.move(returned, DocumentState.ARCHIVED, by=1)
        assert [each.details for each in await store.of_kinds(tuple(DocumentKind))] == [agreement]


async def test_a_report_sent_again_replaces_the_one_before(database: Database) -> None:
    due, other = date(2026, 11, 30), date(2026, 12, 20)
    proof = {"link": None, "file": Attachment("f1", "o.docx", True), "note": "Готово", "by": 5}
    async with database.write(NOW) as work:
        school = (await work.organisations.add("Школа", OrganisationKind.SCHOOL, "UTC")).id
        store = work.sent_reports
        await store.ask("organisation", other, (None, school), "За полугодие", by=9)
        sent = await store.send(school, "organisation", due, **proof)  # type: ignore[arg-type]
        assert (sent.state, sent.due, sent.file, sent.note) == (ReportState.SENT, due, proof["file"], "Готово")
        assert await store.decide(sent.id, ReportState.RETURNED, "Нет чисел", by=9)
        assert not await store.decide(sent.id, ReportState.ACCEPTED, None, by=9)
        assert await store.sent_on(("organisation",)) == (("organisation", school, NOW, NOW),)
    async with database.write(NOW + timedelta(days=1)) as work:
        store = work.sent_reports
        again = await store.send(school, "organisation", due, **proof)  # type: ignore[arg-type]
        await store.send(None, "organisation", other, **proof)  # type: ignore[arg-type]
        later = NOW + timedelta(days=1)
        assert set(await store.sent_on(("organisation",))) == {
            ("organisation", school, NOW, NOW),  # returned on the day it was sent, and so still
            ("organisation", school, later, None),
        }
        assert {(each.due, each.state) for each in await store.of(school)} == {
            (due, ReportState.SENT),
            (other, ReportState.ASKED),
        }
        assert [each.state for each in await store.of(None)] == [ReportState.SENT]
        assert {each.organisation_id for each in await store.on("organisation", other)} == {None, school}
        assert {each.due for each in await store.all(other)} == {other}
        assert await store.on("organisation", due) == (again,)
