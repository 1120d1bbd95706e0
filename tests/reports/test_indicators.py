"""The report of indicators: its cells in words, and the columns of each programme's document."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import load_workbook

from mentoring.indicators import ReportingPeriod, Standing
from reports.documents import indicator_chart, indicator_docx, indicator_xlsx
from reports.indicators_data import Cell, Heading, IndicatorReport, Past, Row, Source
from reports.indicators_text import Words, lines, shown

PER_CENT = "\N{NO-BREAK SPACE}%"
KINDS = (("preschool", 9), ("school", 7))
SMALL = Standing("1", None, 40, hidden=True, small=True)


@pytest.mark.parametrize(
    ("cell", "russian", "english"),
    [
        (Cell(), "", ""),
        (Cell(Decimal("0.065")), f"0,065{PER_CENT}", f"0.065{PER_CENT}"),
        (Cell(Decimal(40), kinds=KINDS), f"40{PER_CENT} (16: 9\u00a0– ДОУ, 7\u00a0– МОУ)", None),
        (Cell(stand=Standing("1", 10, 400)), f"2,5{PER_CENT} (10 из 400)", f"2.5{PER_CENT} (10 of 400)"),
        (
            Cell(stand=Standing("1", 1, 3, Decimal(50))),
            f"33,3{PER_CENT} (1 из 3), план 50{PER_CENT}",
            f"33.3{PER_CENT} (1 of 3), plan 50{PER_CENT}",
        ),
        (Cell(stand=Standing("1", 16, 40), kinds=KINDS), f"40{PER_CENT} (16 из 40: 9\u00a0– ДОУ, 7\u00a0– МОУ)", None),
        (Cell(stand=Standing("1", 3, None)), "3, без доли", "3, no share"),
        (Cell(stand=SMALL), "меньше 5", "fewer than 5"),
        (Cell(stand=Standing("1", None, 40, hidden=True)), "скрыто", "hidden"),
    ],
)  # fmt: skip
def test_a_cell_in_both_languages(cell: Cell, russian: str, english: str | None) -> None:
    assert shown(cell, Words("ru"), planned=True, answers=False) == russian
    assert english is None or shown(cell, Words("en"), planned=True, answers=False) == english


def report() -> IndicatorReport:
    """Kyzyl's columns, with two rows of which one may not be shown."""
    period = ReportingPeriod("2027", date(2027, 1, 1), date(2027, 12, 31), date(2027, 6, 30))
    headings = (
        Heading("number", "№ п/п"), Heading("name", "Показатель"), Heading("unit", "Значение"),
        Heading("base", "{year} (базовое значение)", 2026), Heading("plan", "{year} (план)", 2027),
        Heading("fact", None, 2027, None, period.report_date),
    )  # fmt: skip
    seen = Standing("2.1.1", 6, 800, Decimal("0.8"), Decimal("0.7"))
    first = (*(Cell() for _ in range(3)), Cell(Decimal("0.7")), Cell(Decimal("0.8")), Cell(stand=seen))
    second = (*(Cell() for _ in range(5)), Cell(stand=SMALL))
    typed = Source("Педагоги", 800, date(2027, 6, 1), "ОО-1")
    rows = (
        Row("2.1.1", "=Доля педагогов", None, first, seen, typed),
        Row("2.1.4", "Доля наставников", "основной", second, SMALL, Source(None), "Тип не указан"),
    )
    sent = datetime(2027, 6, 29, 20, tzinfo=UTC)
    return IndicatorReport("Цели", "Кызыл", None, period, headings, rows, date(2027, 6, 30), sent, "Asia/Krasnoyarsk")


def test_the_docx_has_the_document_s_table_and_how_it_was_counted() -> None:
    made = Document(BytesIO(indicator_docx(report(), "ru")))
    table, counted = ([[cell.text for cell in row.cells] for row in each.rows] for each in made.tables)
    heads = ["№ п/п", "Показатель", "Значение", "2026 (базовое значение)", "2027 (план)", "2027 г., факт"]
    assert table[0] == heads
    share = f"0,75{PER_CENT} (6 из 800)"
    assert table[1] == ["2.1.1", "=Доля педагогов", "в %", f"0,7{PER_CENT}", f"0,8{PER_CENT}", share]
    assert table[2][-1] == "меньше 5"
    aligned = [[cell.paragraphs[0].alignment for cell in each.rows[1].cells] for each in made.tables]
    assert [[at for at, how in enumerate(row) if how != WD_ALIGN_PARAGRAPH.CENTER] for row in aligned] == [[1], [3]]
    typed = "Педагоги, на 1 июня 2027; ОО-1"
    assert counted[1] == ["2.1.1", "6", "800", typed, f"0,8{PER_CENT} (не выполнен)"]
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert "за 2027 год, отчётная дата — 30 июня 2027" in texts
    assert "Примечание к 2.1.4: Тип не указан" in texts
    assert "Отправлено 30 июня 2027" in texts  # 20:00 UTC is the next day there
    assert texts[-1].startswith("Муниципальный координатор")


def test_the_xlsx_has_numbers_where_they_stand_alone_and_no_formulas() -> None:
    book = load_workbook(BytesIO(indicator_xlsx(report(), "ru")))
    sheet = book["Показатели"]
    row = [cell.value for cell in sheet[6]]
    assert row[3:] == [0.7, 0.8, f"0,75{PER_CENT} (6 из 800)"]
    assert sheet["B6"].data_type == "s"
    assert [cell.value for cell in book["Как посчитано"][2]][1:3] == [6, 800]


def test_the_message_has_a_line_for_each_indicator() -> None:
    (head, said), *rows = lines(report(), "en")
    assert (head, said["place"], said["period"]) == ("indicators-text-head", "Municipality", "2027")
    facts = [values["fact"] for _, values in rows]
    assert facts == [f"0.75{PER_CENT} (6 of 800), plan 0.8{PER_CENT}", "fewer than 5"]


def test_a_picture_is_drawn_even_where_every_share_is_nothing() -> None:
    for share in (Decimal(0), Decimal("2.5")):
        past = Past("Доля детей", "Школа № 1", ((2026, 4, share, None), (2027, 1, share, share)))
        assert indicator_chart(past, "ru").startswith(b"\x89PNG")
