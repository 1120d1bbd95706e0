"""A paper in both of its forms: what people typed is never markup, whatever they typed, and tables break over pages."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from reports.paper import ENDINGS, paper
from simulator.pictures import small_picture

HOSTILE = ("#panic()", "$x^2$", "*a* _b_ `c` @d <e>", '\\u{41} // "', "# нет\n= да", "😀 тест\x0b", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_part_takes_whatever_people_typed(ending: str) -> None:
    made = paper("ru", ending)
    for text in HOSTILE:
        made.heading(text)
        made.subheading(text)
        made.line(text, bold=True, centred=True, size=18)
        made.line(text, small=True)
        made.bullet(text)
        made.picture(small_picture(), 20, text)
        made.table((text, "№"), ((text, text), ("1", "2")), (90, 80))
    made.space(2)
    made.page_break()
    content = made.content(HOSTILE[0])
    assert content.startswith(b"%PDF" if ending == "pdf" else b"PK")
    if ending == "docx":
        document: Any = Document(BytesIO(content))
        assert "PAGE" in document.sections[0].footer._element.xml
        assert not document.sections[0].first_page_footer.paragraphs[0].text
        assert next(each.text for each in document.paragraphs if each.style.name == "Heading 1") == HOSTILE[0]


def test_a_long_table_goes_over_pages_and_its_fonts_come_along() -> None:
    made = paper("ru", "pdf")
    made.table(("№", "Что"), [(str(number), "Слово " * 20) for number in range(60)], (20, 150))
    content = made.content("Таблица")
    [pages] = re.findall(rb"/Type/Pages/Count (\d+)", content)
    assert int(pages) == 3
    assert b"+LibertinusSerif-Regular" in content
    assert b"/FontFile" in content


def test_a_line_of_a_cell_may_end_after_a_slash_between_words() -> None:
    made = paper("ru", "docx")
    made.table(("№ п/п",), (("организации/муниципалитета/ на 1/2 часа",),), (30,))
    document: Any = Document(BytesIO(made.content("Таблица")))
    assert document.tables[0].cell(0, 0).text.endswith(" п/п")
    assert document.tables[0].cell(1, 0).text == "организации/\u200bмуниципалитета/ на 1/2 часа"


def test_no_paper_of_another_kind() -> None:
    with pytest.raises(ValueError):
        paper("ru", "odt")
