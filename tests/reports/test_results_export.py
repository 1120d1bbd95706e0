"""Responses as xlsx and csv, read back by other programs than the one that wrote them."""

from __future__ import annotations

import csv
import resource
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from locales import LANGUAGES
from reports import documents, results_csv, results_workbook
from reports.results_columns import columns
from reports.results_data import ResponseExport, ResponseRow
from reports.workshop import Workshop
from tests.reports import results_example as example
from tests.reports.test_workbook import INJECTIONS

MOMENT = datetime(2026, 9, 4, 1, 30)  # noqa: DTZ001 -- a spreadsheet has no zones

Table = list[dict[str, Any]]


@pytest.fixture
def export(tmp_path: Path) -> ResponseExport:
    return example.export(tmp_path)


def book(export: ResponseExport, rows: Iterable[ResponseRow], language: str = "ru") -> dict[str, Table]:
    read = load_workbook(BytesIO(results_workbook.write(export, language, rows)))
    found: dict[str, Table] = {}
    for sheet in read.worksheets:
        head, *lines = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), line, strict=True)) for line in lines]
    return found


def table(export: ResponseExport, rows: Iterable[ResponseRow], language: str = "ru") -> list[dict[str, str]]:
    text = results_csv.write(export, language, rows).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_the_sheets_in_both_languages(export: ResponseExport) -> None:
    assert list(book(export, [])) == ["Ответы", "Описание вопросов", "Итоги"]
    assert list(book(export, [], "en")) == ["Responses", "Codebook", "Totals"]


def test_one_row_a_response_with_real_numbers_and_dates(export: ResponseExport) -> None:
    (row,) = book(export, [example.row(7)])["Ответы"]
    assert row == {
        "Номер": 7,
        "Анкета": "Климат",
        "Версия": 1,
        "Организация": "МОУ СОШ № 14",
        "Форма": "ученик — ученик",
        "Роль": "наставляемый",
        "Кто": "Мария И.",
        "Когда": MOMENT,
        "С бумаги": "нет",
        "comfort": 8,
        "bored (climate 1)": 2,
        "areas": "Спорт; Музыка",
        "grade": "7Б",
        "mark": 4.5,
        "day": datetime(2026, 9, 4),  # noqa: DTZ001
        "why": "Всё нравится",
        "bored (climate 2)": None,
    }


def test_versions_share_a_column_only_where_text_and_scale_are_the_same(export: ResponseExport) -> None:
    first, second = book(export, [example.row(1), example.row(2, version=2, bored=5)])["Ответы"]
    assert (first["comfort"], second["comfort"]) == (8, 8)
    assert (first["bored (climate 1)"], first["bored (climate 2)"]) == (2, None)
    assert (second["bored (climate 1)"], second["bored (climate 2)"]) == (None, 5)
    assert [column.asked_in for column in columns(export)][:2] == [(example.KEY, example.NEXT), (example.KEY,)]


def test_what_is_missing_stays_empty_and_what_is_unknown_shows_as_it_is(export: ResponseExport) -> None:
    anonymous = replace(
        example.row(),
        person="",
        form="",
        role="",
        answered_at=None,
        paper=True,
        answers={"grade": "9z", "areas": ["x"]},
    )
    (row,) = book(export, [anonymous])["Ответы"]
    assert {row[name] for name in ("Кто", "Форма", "Роль", "Когда", "comfort", "why")} == {None}
    assert (row["С бумаги"], row["grade"], row["areas"]) == ("да", "9z", "x")


def test_a_row_of_an_unknown_questionnaire_is_refused(export: ResponseExport) -> None:
    with pytest.raises(KeyError):
        results_workbook.write(export, "ru", [example.row(version=3)])


@pytest.mark.parametrize("text", [*INJECTIONS, "<r><t>a</t></r>", "<r>&</r>", "\t=1", "ж\n😀"])
def test_what_people_type_stays_text_in_the_workbook(export: ResponseExport, text: str) -> None:
    content = results_workbook.write(export, "ru", [replace(example.row(why=text), person=text, organisation=text)])
    cells = [cell for sheet in load_workbook(BytesIO(content)) for line in sheet.iter_rows() for cell in line]
    typed = [cell for cell in cells if str(cell.value).strip().startswith(text.strip()[:3])]
    assert len(typed) == 3
    assert {cell.data_type for cell in typed} <= {"s", "inlineStr"}
    with zipfile.ZipFile(BytesIO(content)) as parts:
        written = {name: parts.read(name) for name in parts.namelist()}
    assert not [name for name, part in written.items() if b"<f>" in part or b"<hyperlink" in part]


@pytest.mark.parametrize("text", [*INJECTIONS, "\t=1", "-2"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe_in_csv(export: ResponseExport, text: str) -> None:
    (row,) = table(export, [example.row(why=text)])
    assert row["why"] == (f"'{text}" if text[0] in "=+-@\t" else text)


def test_the_same_rows_as_csv_for_other_programs(export: ResponseExport) -> None:
    content = results_csv.write(export, "ru", [example.row(7, why='Скучно, "очень"\nи всё')])
    assert content.startswith(b"\xef\xbb\xbf")
    (row,) = list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert (row["Номер"], row["Когда"], row["day"]) == ("7", "2026-09-04 01:30", "2026-09-04")
    assert (row["mark"], row["comfort"], row["areas"]) == ("4.5", "8", "Спорт; Музыка")
    assert row["why"] == 'Скучно, "очень"\nи всё'
    assert row["bored (climate 2)"] == ""
    assert list(row) == list(book(export, [example.row()])["Ответы"][0])


def test_a_negative_number_stays_a_number_in_csv() -> None:
    assert [results_csv.safe(cell) for cell in (-2, -2.5, "-2", None)] == [-2, -2.5, "'-2", None]


def test_the_codebook_tells_what_was_asked_in_each_version(export: ResponseExport) -> None:
    rows = book(export, [])["Описание вопросов"]
    assert [(row["Столбец"], row["Версия"]) for row in rows[:4]] == [
        ("comfort", 1),
        ("comfort", 2),
        ("bored (climate 1)", 1),
        ("areas", 1),
    ]
    bored = rows[-1]
    assert (bored["Столбец"], bored["Вопрос"], bored["Версия"]) == ("bored (climate 2)", "bored", 2)
    assert (bored["От"], bored["До"], bored["Что значит «до»"]) == (1, 5, "да")
    assert (bored["Шкала"], bored["Обратный"], bored["Вид"]) == ("boredom", "да", "шкала")
    options = {row["Столбец"]: row["Варианты"] for row in rows}
    assert (options["areas"], options["grade"]) == ("sport = Спорт\nmusic = Музыка", "7b = 7Б\n8a = 8А")
    assert {row["Столбец"]: row["Текст вопроса"] for row in rows}["why"] == "Почему …?"
    assert len(rows) == 14


def test_the_totals_can_be_counted_from_the_rows(export: ResponseExport) -> None:
    rows = [example.row(n, comfort=value, areas=["sport"]) for n, value in enumerate((3, 8, 8, 10))]
    del rows[0].answers["areas"]  # type: ignore[attr-defined]
    totals = {(row["Столбец"], row["Значение"]): row for row in book(export, rows)["Итоги"]}
    comfort = totals["comfort", "всего ответили"]
    assert (comfort["Ответов"], comfort["Среднее"], comfort["Медиана"]) == (4, 7.25, 8)
    assert {value: row["Ответов"] for (name, value), row in totals.items() if name == "comfort" and row["Ответов"]} == {
        "всего ответили": 4,
        3: 1,
        8: 2,
        10: 1,
    }
    assert (totals["areas", "всего ответили"]["Ответов"], totals["areas", "Спорт"]["Ответов"]) == (3, 3)
    assert (totals["areas", "Музыка"]["Ответов"], totals["grade", "7Б"]["Ответов"]) == (0, 4)
    assert totals["mark", "всего ответили"]["Среднее"] == 4.5
    assert totals["why", "всего ответили"]["Ответов"] == 4


def test_more_rows_than_a_sheet_takes_go_on_the_next_one(
    export: ResponseExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results_workbook, "ROWS_OF_A_SHEET", 3)
    found = book(export, example.crowd(7))
    assert [len(found[name]) for name in ("Ответы", "Ответы 2", "Ответы 3")] == [3, 3, 1]
    assert found["Ответы 3"][0]["Номер"] == 7
    assert found["Итоги"][0]["Ответов"] == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stay_in_sight_and_can_be_told_apart(export: ResponseExport, language: str) -> None:
    for sheet in load_workbook(BytesIO(results_workbook.write(export, language, [example.row()]))).worksheets:
        heads = [str(cell.value) for cell in sheet[1]]
        assert sheet.freeze_panes == "A2"
        assert len(set(heads)) == len(heads)
        assert sheet["A1"].font.bold
        assert sheet.auto_filter.ref is not None


async def test_the_workshop_takes_the_rows_in_pieces(export: ResponseExport) -> None:
    async def pieces() -> Any:
        rows: Iterator[ResponseRow] = example.crowd(25)
        for size in (10, 14, 1):
            yield tuple(next(rows) for _ in range(size))

    workshop = Workshop()
    try:
        content = await workshop.make(documents.responses_workbook, export, "ru", rows=pieces())
        text = await workshop.make(documents.responses_csv, export, "ru", rows=pieces())
    finally:
        await workshop.close()
    assert load_workbook(BytesIO(content)).worksheets[0].max_row == 26
    assert text.decode("utf-8-sig").count("\r\n") == 26


def test_memory_does_not_grow_with_the_rows(export: ResponseExport) -> None:
    """20,000 rows pass through, of which neither writer keeps any."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made = [write(export, "ru", example.crowd(20_000)) for write in (results_workbook.write, results_csv.write)]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform != "darwin" else 1e-3)
    assert grown / 1024 < 60 + sum(map(len, made)) / 1e6
