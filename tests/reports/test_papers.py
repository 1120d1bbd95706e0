"""Official papers as Word opens them: what stands in them, how the page is laid out, and that typed text stays text."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.shared import Cm, Pt

from mentoring.mentorships import EarlyEnd, Order
from mentoring.papers import (
    ConsentForm,
    ConsentForms,
    FixedRow,
    FixingOrder,
    Issuer,
    Named,
    Paper,
    ReleaseOrder,
    Statement,
    StatementKind,
    Statements,
)
from mentoring.people import OrganisationKind
from reports.documents import paper
from reports.paper_template import FOLDER, template
from tests.reading import plain

SCHOOL = Issuer("МОУ «Школа & лицей»", OrganisationKind.SCHOOL, "Павлова Елена Викторовна", "Программа школы")
MENTOR, MENTEE = Named("Иванова Мария Петровна", "учитель"), Named("Сергеев Пётр Ильич")
STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 31)
PAIR = FixedRow("Учитель – учитель", (MENTOR,), (MENTEE,), STARTS, ENDS, ("Ким Анна Сергеевна",))
GROUP = FixedRow(
    "Учитель – ученик", (Named("Громов Олег Ильич"),), (Named("Орлов Петя", "6А"), Named("Орлова Катя")), STARTS, ENDS
)
FIXED, RELEASED = Order("125-од", date(2026, 9, 1)), Order("130-од", date(2026, 12, 1))


def opened(made: Paper) -> Any:
    return Document(BytesIO(paper(made)))


def text_of(document: Any) -> str:
    return "\n".join(plain(one.text) for one in document.paragraphs)


def released(reason: EarlyEnd, words: str | None = None) -> str:
    return text_of(opened(ReleaseOrder(SCHOOL, RELEASED, FIXED, PAIR, reason, date(2026, 12, 1), words)))


def test_an_order_fixes_a_pair_in_one_sentence() -> None:
    text = text_of(opened(FixingOrder(SCHOOL, FIXED, (PAIR,), planned=True)))
    assert text.startswith("МОУ «Школа & лицей»\n\nПРИКАЗ\n1 сентября 2026 г.\t№ 125-од")
    assert "на основании индивидуального плана развития" in text
    wanted = "Закрепить наставника Иванову Марию Петровну (учитель) за наставляемым Сергеевым Петром Ильичом"
    assert f"1. {wanted} с 1 сентября 2026 г. по 31 мая 2027 г." in text
    assert "Наставнику Ивановой Марии Петровне" in text
    assert "3. Ответственным за сопровождение назначить Ким Анну Сергеевну." in text
    assert "Директор\t____________ / Е. В. Павлова" in text
    assert "____________ / П. И. Сергеев\t" in text


def test_words_agree_with_a_woman() -> None:
    row = FixedRow("Форма", (MENTOR,), (Named("Серова Нина Юрьевна"),), STARTS, ENDS)
    assert "за наставляемой Серовой Ниной Юрьевной" in text_of(
        opened(FixingOrder(SCHOOL, FIXED, (row,), planned=False))
    )


def test_one_order_for_several_has_a_table() -> None:
    document = opened(FixingOrder(SCHOOL, FIXED, (PAIR, GROUP), planned=True))
    [table] = document.tables
    rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["№", "1", "2"]
    assert rows[1][1:3] == ["Иванова Мария Петровна (учитель)", "Сергеев Пётр Ильич"]
    assert rows[2][2:5] == [
        "Орлов Петя (6А), Орлова Катя",
        "Учитель – ученик",
        "с 1 сентября 2026 г. по 31 мая 2027 г.",
    ]
    assert "согласно приложению" in text_of(document)
    assert "к приказу от 1 сентября 2026 г." in text_of(document)


def test_a_draft_leaves_room_for_number_date_and_head() -> None:
    nobody = Issuer("Детский сад № 3", OrganisationKind.PRESCHOOL, None, "Программа")
    text = text_of(opened(FixingOrder(nobody, None, (PAIR,), planned=False)))
    assert "«___» ______________ 20___ г.\t№ __________" in text
    assert "Заведующий\t____________ / ____________________" in text


@pytest.mark.parametrize(("given", "wanted"), [(None, "лицея № 3"), ("Третьего лицея города", "Третьего лицея города")])
def test_an_organisation_stands_in_the_genitive_it_gave(given: str | None, wanted: str) -> None:
    school = Issuer("Лицей № 3", OrganisationKind.SCHOOL, "Павлова Елена Викторовна", "Программа", given)
    assert wanted in text_of(opened(Statements(school, (Statement(StatementKind.JOIN, MENTOR),))))


def test_the_page_is_an_official_one() -> None:
    document = opened(FixingOrder(SCHOOL, FIXED, (PAIR, GROUP), planned=True))
    section, style = document.sections[0], document.styles["Normal"]
    size = [round(each.cm, 1) for each in (section.page_width, section.page_height)]
    assert size == [21.0, 29.7]
    margins = [section.left_margin, section.right_margin, section.top_margin, section.bottom_margin]
    assert [round(each.cm, 1) for each in margins] == [3.0, 1.0, 2.0, 2.0]
    assert (style.font.name, style.font.size) == ("Times New Roman", Pt(14))
    widths = [cell.width for cell in document.tables[0].rows[1].cells]
    assert sum(widths) <= Cm(17)
    for row in document.tables[0].rows:
        assert row._tr.trPr.xpath("w:cantSplit")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (EarlyEnd.STATEMENT, "На основании письменного заявления Ивановой Марии Петровны"),
        (EarlyEnd.DUTIES, "ненадлежащим выполнением Ивановой Марией Петровной возложенных обязанностей"),
        (EarlyEnd.PETITION, "мотивированного ходатайства Сергеева Петра Ильича"),
        (EarlyEnd.GUARDIAN, "решения законного представителя"),
        (EarlyEnd.LEFT, "В связи с выбытием участника"),
        (EarlyEnd.HANDED_OVER, "В связи с передачей наставляемого другому наставнику"),
        (EarlyEnd.OTHER, "По следующей причине: переезд,"),
    ],
)
def test_an_order_of_release_names_its_ground(reason: EarlyEnd, words: str) -> None:
    text = released(reason, "переезд")
    assert words in text
    assert "Освободить Иванову Марию Петровну от обязанностей наставника Сергеева Петра Ильича" in text
    assert "приказа от 1 сентября 2026 г. № 125-од в части закрепления наставника Ивановой Марии Петровны" in text


def test_statements_are_addressed_to_the_head() -> None:
    pages = (
        Statement(StatementKind.LEAVE, MENTOR, (MENTEE.name,), FIXED, "Переезжаю"),
        Statement(StatementKind.PETITION, MENTEE, (MENTOR.name,), FIXED, guardian_signs=True),
        Statement(StatementKind.JOIN, MENTOR),
    )
    text = text_of(opened(Statements(SCHOOL, pages)))
    assert "Директору\nМОУ «Школа & лицей»\nПавловой Елене Викторовне\nот Ивановой Марии Петровны\n(учитель)" in text
    assert "освободить меня от обязанностей наставника Сергеева Петра Ильича" in text
    assert "Причина: Переезжаю" in text
    assert "ХОДАТАЙСТВО" in text
    assert "от обязанностей наставника Иванову Марию Петровну" in text
    assert "Законный представитель" in text
    assert "Прошу включить меня в число наставников" in text


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (("Сергеев Пётр Ильич",), "наставника Сергеева Петра Ильича, закреплённого за мной"),
        (("Серова Нина Юрьевна",), "наставника Серовой Нины Юрьевны, закреплённой за мной"),
        (("Серова Нина Юрьевна", "Сергеев Пётр Ильич"), "Сергеева Петра Ильича, закреплённых за мной"),
        (("Smith John",), "Smith John, закреплённого (закреплённой) за мной"),
    ],
)
def test_a_statement_agrees_with_whom_it_is_about(about: tuple[str, ...], words: str) -> None:
    page = Statement(StatementKind.LEAVE, MENTOR, about, FIXED)
    assert f"{words} приказом от 1 сентября 2026 г. № 125-од." in text_of(opened(Statements(SCHOOL, (page,))))


@pytest.mark.parametrize(
    ("post", "told"),
    [("Классный руководитель", "классный руководитель"), ("6А", "6А"), ("IT-специалист", "IT-специалист"), ("Я", "Я")],
)
def test_a_post_within_a_sentence_begins_small(post: str, told: str) -> None:
    mentor = Named("Иванова Мария Петровна", post)
    single = FixedRow("Форма", (mentor,), (MENTEE,), STARTS, ENDS)
    order = opened(FixingOrder(SCHOOL, FIXED, (single,), planned=False))
    assert f"Иванову Марию Петровну ({told}) за" in text_of(order)
    listed = opened(FixingOrder(SCHOOL, FIXED, (single, GROUP), planned=False))
    assert listed.tables[0].cell(1, 1).text == f"Иванова Мария Петровна ({told})"
    assert f"\n({told})\n" in text_of(opened(Statements(SCHOOL, (Statement(StatementKind.JOIN, mentor),))))


def test_consents_are_whole_and_signed_by_whom_they_bind() -> None:
    forms = (
        ConsentForm("Обработка данных", ("Первое.", "Второе."), None, "Орлов Петя Иванович"),
        ConsentForm("Участие", ("Третье.",), MENTOR.name),
    )
    text = text_of(opened(ConsentForms(SCHOOL, forms)))
    assert "законный представитель ребёнка: Орлов Петя Иванович." in text
    assert "Первое.\nВторое." in text
    assert "Я, Иванова Мария Петровна," in text
    assert text.count("СОГЛАСИЕ") == 2


@pytest.mark.parametrize("typed", ["<w:p/>&amp;", "{{ organisation }}", "{% for x in y %}", "a\x07b", "=1+1"])
def test_what_people_typed_stays_text(typed: str) -> None:
    assert typed.replace("\x07", "") in released(EarlyEnd.OTHER, typed)


def test_templates_are_made_the_same_each_time() -> None:
    names = sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem not in ("patronymics", "organisations"))
    assert names == ["consents", "fixing", "release", "statements"]
    for name in names:
        first = text_of(Document(BytesIO(template(name))))
        template.cache_clear()
        assert text_of(Document(BytesIO(template(name)))) == first
