"""The municipality's analytical note as a document, read back from the docx."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from docx import Document

from reports.analytical_note import write
from reports.analytical_note_data import AnalyticalNote, Place, Roadmap
from reports.final_report_data import FormRow, People
from tests.reading import plain
from tests.reports.example import summary

NOTE = AnalyticalNote(
    programme="Наставничество",
    document="приказ № 975",
    first=date(2026, 9, 1),
    last=date(2027, 8, 31),
    made_on=date(2027, 5, 20),
    people=People(mentorships=4, mentors=4, mentees=5, completed=1, ended_early=0),
    forms=(FormRow("Ученик – ученик", "", 4, 1),),
    summary=summary(),
    places=(
        Place("Школа № 1", 3, 5, 6, 4, 7, 8.25, False, 1),
        Place("Школа № 2", 1, 0, 0, 0, 0, None, True, 0),
    ),
    indicators=None,
    by_place=(),
    titles={},
    roadmap=Roadmap(30, 4, 3),
    recommendations=(3, 1, 2),
    conclusion="Наставничество прижилось.",
    ahead=None,
)


def test_organisations_stand_in_a_table_and_what_is_hidden_is_a_star() -> None:
    document: Any = Document(BytesIO(write(NOTE, (), "ru")))
    table = document.tables[2]
    rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    assert rows[1] == ["Школа № 1", "3", "5 из 6", "4 из 7", "8,3", "1"]
    assert rows[2] == ["Школа № 2", "1", "—", "—", "*", "0"]
    told = "\n".join(each.text for each in document.paragraphs)
    for part in ("* Среднее скрыто", "выполнено 30, просрочено 4", "прижилось", "Координатор пока не заполнил."):
        assert part in told, part
