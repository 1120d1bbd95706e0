"""The register of addressed recommendations as a document: what is recommended, by which indicator, what came of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from reports.recommendations_docx import AdvisedRow, AdvisedSheet, recommendations_document
from tests.reading import plain


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("Доля мероприятий", "Собрание\nПровести.\nПоказатель: Доля мероприятий\nНаписано 31 мая 2027"),
        (None, "Собрание\nПровести.\nНаписано 31 мая 2027"),
    ],
)
def test_an_indicator_is_called_one(indicator: str | None, told: str) -> None:
    day = date(2027, 5, 31)
    row = AdvisedRow("Школа № 7", "Собрание", "Провести.", indicator, day, date(2027, 6, 15), "open", None, None, None)
    made = Document(BytesIO(recommendations_document(AdvisedSheet("Школа № 7", day, day, (row,)), "ru")))
    assert [plain(cell.text) for cell in made.tables[0].rows[1].cells][:3] == ["Школа № 7", told, "15.06.2027"]
