"""Reports that were sent or asked for. Sending again replaces what was sent before; what was replaced stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mentoring.sent_reports import ReportState, SentReport
from mentoring.tasks import Attachment
from storage.tables import sent_reports as table

_STANDING = table.c.state != ReportState.REPLACED.value


class SentReports:
    """`organisation_id` None is the municipality."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    async def get(self, sent_id: int) -> SentReport | None:
        found = await self._connection.execute(select(table).where(table.c.id == sent_id))
        row = found.one_or_none()
        return None if row is None else _sent(row)

    async def of(self, organisation_id: int | None) -> tuple[SentReport, ...]:
        """What counts of a place: each report and day once, what was sent before what was asked for."""
        return await self._newest(_at(organisation_id))

    async def all(self, due_since: date) -> tuple[SentReport, ...]:
        """The same of every place, of reports due on that day or later."""
        return await self._newest(table.c.occurrence >= due_since.isoformat())

    async def on(self, report: str, due: date) -> tuple[SentReport, ...]:
        """What counts of one report due on a day, in every place."""
        return await self._newest((table.c.report == report) & (table.c.occurrence == due.isoformat()))

    async def ask(self, report: str, due: date, places: Iterable[int | None], words: str | None, *, by: int) -> None:
        """Each of the places owes the report by that day."""
        common = {"report": report, "occurrence": due.isoformat(), "state": ReportState.ASKED.value}
        rows = [
            {**common, "organisation_id": place, "note": words, "sent_by": by, "sent_at": self._now} for place in places
        ]
        if rows:
            await self._connection.execute(insert(table), rows)

    async def send(
        self,
        organisation_id: int | None,
        report: str,
        due: date,
        *,
        link: str | None,
        file: Attachment | None,
        note: str | None,
        by: int,
    ) -> SentReport:
        """What was sent before of the same is replaced."""
        same = (_at(organisation_id), table.c.report == report, table.c.occurrence == due.isoformat())
        sent = table.c.state.in_([ReportState.SENT.value, ReportState.ACCEPTED.value, ReportState.RETURNED.value])
        await self._connection.execute(update(table).where(*same, sent).values(state=ReportState.REPLACED.value))
        statement = insert(table).values(
            organisation_id=organisation_id,
            report=report,
            occurrence=due.isoformat(),
            state=ReportState.SENT.value,
            link=link,
            file=None if file is None else asdict(file),
            note=note,
            sent_by=by,
            sent_at=self._now,
        )
        row = (await self._connection.execute(statement.returning(table))).one()
        return _sent(row)

    async def decide(self, sent_id: int, to: ReportState, words: str | None, *, by: int) -> bool:
        """Accepts or returns it; False where somebody has decided, or it was sent again, meanwhile."""
        changed = await self._connection.execute(
            update(table)
            .where(table.c.id == sent_id, table.c.state == ReportState.SENT.value)
            .values(state=to.value, answer=words, decided_by=by, decided_at=self._now)
        )
        return changed.rowcount > 0

    async def sent_on(self, reports: Collection[str]) -> tuple[tuple[str, int, datetime, datetime | None], ...]:
        """Of organisations: report, whose it is, when it was sent, and when it was returned (None: it was not).

        What was sent over again is there, too: it was there until then.
        """
        rows = await self._connection.execute(
            select(table).where(
                table.c.report.in_(reports),
                table.c.state != ReportState.ASKED.value,
                table.c.organisation_id.is_not(None),
            )
        )
        return tuple((row.report, row.organisation_id, row.sent_at, _returned_at(row)) for row in rows)

    async def _newest(self, which: ColumnElement[bool]) -> tuple[SentReport, ...]:
        rows = await self._connection.execute(select(table).where(which, _STANDING).order_by(table.c.id))
        found: dict[tuple[int | None, str, date], SentReport] = {}
        for row in rows:
            one = _sent(row)
            known = found.get((one.organisation_id, one.report, one.due))
            if known is None or one.state is not ReportState.ASKED:
                found[one.organisation_id, one.report, one.due] = one
        return tuple(found.values())


def _at(organisation_id: int | None) -> ColumnElement[bool]:
    place = table.c.organisation_id
    return place.is_(None) if organisation_id is None else place == organisation_id


def _returned_at(row: Row[Any]) -> datetime | None:
    """Also of what was sent over again since: it is returned with words, and accepted without."""
    returned = row.state == ReportState.RETURNED.value or row.answer is not None
    return row.decided_at if returned else None


def _sent(row: Row[Any]) -> SentReport:
    return SentReport(
        row.id,
        row.organisation_id,
        row.report,
        date.fromisoformat(row.occurrence),
        ReportState(row.state),
        row.sent_by,
        row.sent_at,
        row.link,
        Attachment(**row.file) if row.file else None,
        row.note,
        row.decided_by,
        row.decided_at,
        row.answer,
    )
