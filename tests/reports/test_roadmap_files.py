"""The roadmap as a picture and as a document: what stands on them, in letters that a phone can show."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from locales import LANGUAGES
from mentoring.roadmap import Standing
from reports.roadmap_data import RoadmapSheet, SheetRow, SheetStage, Step, roadmap_document, roadmap_picture
from reports.sheet import SMALL
from tests.reading import plain
from tests.reports.test_pictures import Drawn, pixels

LONG = "Сбор данных о формах работы, наставниках и наставляемых во всех организациях муниципалитета за учебный год"
DONE = Step(
    date(2026, 8, 1),
    date(2026, 9, 30),
    Standing.DONE,
    date(2026, 9, 28),
    "Ветрова Анна Львовна",
    ("Приказ № 114 <и> список", "https://school.ru/order"),
)
ROWS = (
    SheetRow(
        "1.1", LONG, ("Издание приказа", "Сбор согласий"), ("август – сентябрь",), ("Куратор",), "Приказ", (DONE,)
    ),
    SheetRow(
        "1.2",
        "Отчёт",
        (),
        ("ежеквартально",),
        ("Руководители", "УО"),
        None,
        (
            Step(date(2026, 10, 1), date(2026, 10, 1), Standing.LATE),
            Step(date(2027, 1, 1), date(2027, 1, 1), Standing.AHEAD),
            Step(date(2030, 1, 1), date(2030, 1, 1), Standing.AHEAD),
        ),
    ),
    SheetRow("1.3", "Обучение", (), ("по плану",), (), None, (Step(None, None, Standing.UNDATED),)),
    SheetRow(
        "1.4", "Сайт", (), ("весь период",), (), None, (Step(date(2026, 8, 1), date(2028, 7, 31), Standing.AHEAD),)
    ),
)
SHEET = RoadmapSheet(
    "Программа наставничества",
    "Школа № 14 🚀",
    date(2026, 11, 22),
    date(2026, 8, 1),
    date(2027, 7, 31),
    (SheetStage("Подготовка условий", ROWS), SheetStage("Без дней", ROWS[2:3])),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_tells_every_row_by_shape_and_words(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    drawn = Drawn(monkeypatch)
    picture = pixels(roadmap_picture(SHEET, language))
    assert picture.shape[1] == 1080
    words = drawn.words()
    said = {
        "ru": (
            "сделано",
            "поздно, до 1 окт.",
            "до 31 июл. 2028",
            "сегодня, 22 нояб.",
            "Дорожная карта, 2026/2027 учебный год",
        ),
        "en": ("done", "late, by 1 Oct", "by 31 Jul 2028", "today, 22 Nov", "Roadmap, school year 2026/2027"),
    }[language]
    for one in said:
        assert one in words
    assert any(word.startswith("1.1") and word.endswith("…") for word in words)
    assert "Подготовка условий" in words
    assert not any("Без дней" in word or word.startswith("1.3") for word in words)
    assert drawn.outside() == []
    assert min(drawn.heights()) >= SMALL - 0.5


def test_a_year_without_any_day_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Drawn(monkeypatch)
    empty = RoadmapSheet("П", "Школа", SHEET.today, SHEET.first, SHEET.last, SHEET.stages[1:])
    assert pixels(roadmap_picture(empty, "ru")).shape[1] == 1080
    assert "В этом году сроков нет" in drawn.words()


def table(sheet: RoadmapSheet, language: str = "ru") -> list[list[str]]:
    document = Document(BytesIO(roadmap_document(sheet, language)))
    return [[plain(cell.text) for cell in row.cells] for row in document.tables[0].rows]


def test_the_document_has_the_table_with_what_was_done() -> None:
    head, stage, first, second, *_ = table(SHEET)
    assert head == [
        "№",
        "Мероприятие",
        "Содержание деятельности",
        "Сроки",
        "Ответственные",
        "Результат",
        "Отметка о выполнении",
    ]
    assert set(stage) == {"Подготовка условий"}
    assert first == [
        "1.1",
        LONG,
        "– Издание приказа\n– Сбор согласий",
        "август – сентябрь",
        "Куратор",
        "Приказ",
        "Выполнено 28.09.2026, Ветрова Анна Львовна\nПриказ № 114 <и> список\nhttps://school.ru/order",
    ]
    assert second[4:] == ["Руководители\nУО", "", "Не выполнено в срок до 01.10.2026"]


def test_columns_that_the_programme_does_not_have_are_left_out() -> None:
    bare = RoadmapSheet("П", "П", SHEET.today, SHEET.first, SHEET.last, (SheetStage("Этап", ROWS[1:]),), moved=True)
    head, _, first, *_ = table(bare, "en")
    assert head == ["No.", "Measure", "Term", "Responsible", "Done"]
    assert first[2] == "ежеквартально\n(now: by 1 Oct 2026, 1 Jan 2027, 1 Jan 2030)"
