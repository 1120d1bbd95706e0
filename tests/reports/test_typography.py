"""What belongs together is not parted at the end of a line, and a minus is no hyphen: wordings, docx, pdf, pictures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from locales import Wording
from locales.typography import bound, joined, minus, nested
from reports import fonts
from reports.blank_docx import blank, finished, printable
from reports.paper import DOCX, PDF, paper
from reports.paper_pdf import PdfPaper
from reports.thanks_sheet import Block, _lines

BOUND = "\u00a0"
NAME = "Школа № 14, И. И. Иванова, 95 %"
SET = "Школа №_14, И._И._Иванова, 95_%".replace("_", BOUND)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("95 % от 7", "95_% от 7"),
        ("приказ № 114", "приказ №_114"),
        ("{ $share } % и № { $number }", "{ $share }_% и №_{ $number }"),
        ("Иванов И. И. и П. Ильин", "Иванов_И._И. и П._Ильин"),
        ("в % от числа, № по порядку", "в % от числа, № по порядку"),
        ("Конец. Иван И. пришёл", "Конец. Иван И. пришёл"),
    ],
)
def test_what_belongs_together_stays_together(text: str, told: str) -> None:
    assert bound(text) == told.replace("_", BOUND)
    assert bound(bound(text)) == bound(text)


def test_hyphens_before_numbers_become_minus_signs_and_others_stay() -> None:
    assert minus("от -0,2 до 2,5 (-3) в 8-9 классах, 2026-09-01, кое-что") == (
        "от −0,2 до 2,5 (−3) в 8-9 классах, 2026-09-01, кое-что"
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Анна", "Отправили 4 мая 2026, Анна."),
        ("Анна В.", "Отправили 4 мая 2026, Анна В."),
        ("none", "Отправили 4 мая 2026."),
    ],
)
def test_a_name_that_ends_with_a_stop_takes_no_second_one(name: str, told: str) -> None:
    assert Wording.load().text("ru", "owed-card-sent", state="sent", day=date(2026, 5, 4), name=name) == told


def test_only_what_ends_a_sentence_by_itself_takes_no_stop() -> None:
    begins, ends = "\u2068", "\u2069"
    told = f"Ждёт <b>{begins}Анна В.</b>{ends}. «{begins}Вперёд!{ends}». {begins}Когда?{ends}. {begins}Да{ends}."
    assert joined(told) == "Ждёт <b>Анна В.</b> «Вперёд!». Когда? Да."
    assert joined("Подождите.. и...") == "Подождите.. и..."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("«Конкурс «Лучший наставник»», «Да»", "«Конкурс „Лучший наставник“», «Да»"),
        ("««А» и «Б»»", "«„А“ и „Б“»"),
        ("«А», «Б»", "«А», «Б»"),
        ("«А «Б»", "«А «Б»"),
        ("А» «Б»", "А» «Б»"),
    ],
)
def test_quotation_marks_within_others_are_other_ones(text: str, told: str) -> None:
    assert nested(text) == told


def test_a_title_with_quotation_marks_stands_between_others() -> None:
    values = {"title": "Конкурс «Лучший наставник»", "when": "5 июня", "ward": "none"}
    assert Wording.load().text("ru", "event-told-cancelled", **values) == (
        "Отменено: «Конкурс „Лучший наставник“», 5 июня."
    )


def test_a_wording_has_both() -> None:
    said = Wording.load().text
    assert f"33{BOUND}%" in said("ru", "campaigns-progress", answered=1, asked=3, bar="▓", percent=33)
    values = {"paired": 22, "label": "Сон -2", "change": Decimal("0.1"), "known": "yes", "top": "10"}
    told = said("ru", "change-points-same", **values, low=Decimal("-0.2"), high=Decimal("0.4"))
    assert f"95{BOUND}% от −0,2 до 0,4" in told


def test_every_docx_is_bound_whoever_wrote_it() -> None:
    document = blank()
    document.add_paragraph(printable(NAME))
    document.add_table(1, 1).cell(0, 0).text = NAME
    made: Any = Document(BytesIO(finished(document)))
    assert [made.paragraphs[0].text, made.tables[0].cell(0, 0).text] == [SET, SET]


def test_pdf_and_pictures_are_bound_too() -> None:
    assert fonts.printable(f"{NAME}\u202f·") == f"{SET}\u202f·"
    assert _lines(Block("слово № 1", size=40), 150) == ("слово", f"№{BOUND}1")
    on = paper("ru", PDF)
    assert isinstance(on, PdfPaper)
    on.line(NAME)
    assert on._blocks[0]["text"] == SET


@pytest.mark.parametrize("ending", [DOCX, PDF])
def test_a_fall_has_a_minus(ending: str) -> None:
    on = paper("ru", ending)
    assert (on.number(-1.25, sign=True), on.number(-0.5), on.number(0.5, sign=True)) == ("−1,3", "−0,5", "+0,5")


def test_a_paper_keeps_every_sign_that_it_can_hold() -> None:
    family, thin = "\U0001f469\u200d\U0001f467", "5\u2009000"
    assert printable(f"{family} {thin}\u200b\r\n\x00\x0b\ud800") == f"{family} {thin}\u200b\r\n"
