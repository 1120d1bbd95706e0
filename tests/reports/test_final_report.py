"""The curator's final report as a document: its sections, numbers and plurals, read back from the docx."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from reports.final_report import write
from reports.final_report_data import Answered, FinalReport, FormRow, Milestones, People, Quarter, Told, Training
from reports.results_data import ChangeRow
from surveys.change import Change
from tests.reports.example import summary

REPORT = FinalReport(
    organisation="МОУ СОШ № 14",
    programme="Наставничество — путь к успеху",
    document="Программа наставничества МОУ СОШ № 14 на 2024–2028 годы",
    first=date(2026, 9, 1),
    last=date(2027, 8, 31),
    made_on=date(2027, 5, 20),
    people=People(mentorships=22, mentors=18, mentees=24, completed=15, ended_early=2),
    forms=(
        FormRow("Ученик – ученик", "Успевающий – неуспевающий", 12, 9),
        FormRow("Учитель – учитель", "Опытный педагог – молодой специалист", 10, 6),
    ),
    summary=summary(),
    training=Training(3, ("Как слушать", "Границы и доверие", "План развития")),
    results=tuple(
        Answered(
            number,
            "Измеримое улучшение показателей обучающихся в образовательной, культурной, спортивной сферах",
            "Средний балл участников вырос, двое стали призёрами олимпиады." if number % 2 else None,
        )
        for number in range(1, 18)
    ),
    indicators=None,
    swot=(
        Quarter("strength", 5, "Наставники держат слово."),
        Quarter("weakness", 2, None),
        Quarter("idea", 1, "Клуб наставников."),
        Quarter("trouble", 0, None),
    ),
    milestones=Milestones(8, 1, 4),
    conclusion="Программа работает.\nПары встречаются.",
    ahead=None,
)
CHANGE = (
    ChangeRow("Насколько тебе комфортно в классе?", Change("c", 24, 20, 5.4, 6.65, 1.25, (0.6, 1.9), 0.7, 0.01), 1, 10),
    ChangeRow("Тревожность", Change("t", 24, 18, 6.0, 5.5, -0.5, (-1.1, 0.1), -0.3, 0.2), 1, 10),
    ChangeRow("Мало кто", Change("m", 24, 2), 1, 10),
)


def text_of(content: bytes) -> str:
    document: Any = Document(BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in dict.fromkeys(row.cells))
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_every_section_stands_in_order_with_its_numbers() -> None:
    content = write(REPORT, CHANGE, "ru")
    document: Any = Document(BytesIO(content))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert heads == [
        "1. Программа и период",
        "2. Как шла работа",
        "3. Влияние на участников",
        "4. Ожидаемые результаты",
        "5. Сильные и слабые стороны",
        "6. Дорожная карта",
        "7. Выводы",
        "8. Что дальше",
    ]
    told = text_of(content)
    for part in ("2026/2027 учебный год", "Проведено 3 занятия", "17 ожидаемых результатов", "+1,3", "−0,5", "6,7"):
        assert part in told, part
    assert told.count("Куратор пока не заполнил.") == 8 + 2 + 1
    assert "Отмечено 5 ответов участников." in told
    assert len(document.inline_shapes) == 2
    assert len({id(each) for each in document.tables}) == 5
    assert "<b>" not in told


@pytest.mark.parametrize(("yes", "told"), [(0, "ответили 0"), (1, "ответил 1"), (3, "ответили 3"), (21, "ответил 21")])
def test_who_said_yes_agrees_with_the_number(yes: int, told: str) -> None:
    proof = (Told("proof-yes", {"question": "Оценки стали лучше?", "yes": yes, "count": 21}),)
    content = write(replace(REPORT, results=(Answered(1, "Рост", None, proof),)), (), "ru")
    assert f"«Оценки стали лучше?» — «да» {told} из 21." in text_of(content)


def test_words_stand_below_their_result_over_the_whole_width() -> None:
    document: Any = Document(BytesIO(write(REPORT, CHANGE, "ru")))
    table = next(each for each in document.tables if each.rows[0].cells[0].text == "№")
    assert len(table.rows) == 1 + 2 * len(REPORT.results)
    result, words = table.rows[1], table.rows[2]
    assert result.cells[0].text == "1"
    assert len(dict.fromkeys(words.cells)) == 1
    assert words.cells[0].text == "Что достигнуто (1): Средний балл участников вырос, двое стали призёрами олимпиады."
    assert all(cell.paragraphs[-1].paragraph_format.keep_with_next for cell in result.cells)


def test_the_signature_never_stands_alone_on_a_page() -> None:
    *_, words, first, second, signature = Document(BytesIO(write(REPORT, CHANGE, "ru"))).paragraphs
    assert signature.text.startswith("Куратор ___")
    assert words.text
    assert all(each.paragraph_format.keep_with_next for each in (words, first, second))


@pytest.mark.parametrize("letters", [100, 600, 1000])
def test_a_filled_report_has_five_to_ten_pages(letters: int) -> None:
    words = ("Ребята чаще просят помощи сами. " * 40)[:letters]
    results = tuple(replace(each, words=words) for each in REPORT.results)
    content = write(replace(REPORT, results=results, conclusion=words, ahead=words), CHANGE, "ru", "pdf")
    [pages] = re.findall(rb"/Type/Pages/Count (\d+)", content)
    assert 5 <= int(pages) <= 10


def test_what_is_not_there_has_no_section() -> None:
    bare = replace(REPORT, swot=None, milestones=None, results=(), forms=(), training=Training(0, ()))
    told = text_of(write(bare, (), "en"))
    assert "Too few people have answered" in told
    assert "No lessons of the school of mentors" in told
    assert "Strengths" not in told
    assert "Roadmap" not in told
