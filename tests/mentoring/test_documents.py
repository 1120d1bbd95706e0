"""What counts as being in a register, what may be done about a document, how a report owed stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.documents import Cover, Details, Document, DocumentKind, DocumentState, Step, covered, in_order
from mentoring.sent_reports import ReportState, SentReport, Standing, standing

NOW = datetime(2026, 11, 10, 6, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


def document(
    kind: str = "programme", state: str = "kept", until: date | None = None, place: int = 1, at: datetime = NOW
) -> Document:
    return Document(1, place, Details(DocumentKind(kind), "Имя", valid_until=until), DocumentState(state), 1, at)


@pytest.mark.parametrize(
    ("state", "until", "there"),
    [
        ("kept", None, True),
        ("sent", TODAY, True),
        ("approved", TODAY - DAY, False),
        ("returned", None, False),
        ("archived", None, False),
    ],
)
def test_what_an_organisation_has(state: str, until: date | None, there: bool) -> None:
    assert document(state=state, until=until).there(TODAY) is there


@pytest.mark.parametrize(
    ("kind", "state", "steps"),
    [
        ("programme", "kept", {"edit", "send", "archive"}),
        ("roadmap", "sent", {"approve", "return"}),
        ("programme", "returned", {"edit", "send", "archive"}),
        ("programme", "approved", {"archive"}),
        ("order", "kept", {"edit", "archive"}),
        ("agreement", "archived", {"restore"}),
    ],
)
def test_what_may_be_done(kind: str, state: str, steps: set[str]) -> None:
    assert {step.value for step in Step if document(kind, state).may(step)} == steps


def test_agreements_that_end_and_the_order_of_a_register() -> None:
    ends = [TODAY - DAY, TODAY, TODAY + 30 * DAY, TODAY + 31 * DAY, None]
    assert [document("agreement", until=day).ends_soon(TODAY) for day in ends] == [False, True, True, False, False]
    assert not document("order", until=TODAY).ends_soon(TODAY)
    old, new = document(at=NOW - DAY), document()
    gone, order = document("order", "archived"), document("order")
    assert in_order((gone, old, new, order)) == (order, new, old, gone)


def test_who_is_covered() -> None:
    listed = (
        document(place=1, state="approved"),
        document(place=2),
        document("order", place=2, until=TODAY - DAY),
        document("roadmap", place=3),
        document("roadmap", place=9),
    )
    found = covered(listed, dict.fromkeys((1, 2, 3), TODAY), (3,))
    assert {cover: set(places) for cover, places in found.items()} == {
        Cover.PROGRAMME: {1, 2},
        Cover.APPROVED: {1},
        Cover.ORDER: set(),
        Cover.ROADMAP: {3},
        Cover.APPOINTMENT: set(),
        Cover.CURATOR: {3},
    }


@pytest.mark.parametrize(
    ("state", "last", "stands"),
    [
        (None, TODAY + 15 * DAY, Standing.AHEAD),
        (None, TODAY + 14 * DAY, Standing.SOON),
        (None, TODAY, Standing.DUE),
        (None, TODAY - DAY, Standing.LATE),
        (None, TODAY - 9 * DAY, Standing.PAST),
        (ReportState.ASKED, TODAY - 9 * DAY, Standing.LATE),
        (ReportState.SENT, TODAY - DAY, Standing.SENT),
        (ReportState.RETURNED, TODAY + DAY, Standing.RETURNED),
        (ReportState.ACCEPTED, TODAY - 9 * DAY, Standing.ACCEPTED),
    ],
)
def test_how_a_report_stands(state: ReportState | None, last: date, stands: Standing) -> None:
    newest = None if state is None else SentReport(1, 1, "organisation", last, state, 1, NOW)
    assert standing(newest, last, TODAY, TODAY - 8 * DAY) is stands
