"""Papers of thanks: what they say in Russian and English, and that they are files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from reports.documents import award_paper, board_page, merit_papers, site_text
from reports.thanks_data import AwardPaper, BoardPage, CertificatePaper, Honoured, Led, Merit, MeritPaper, SiteText
from reports.thanks_text import ON_PAGE, award_sheet, board_sheets, certificate_sheet, merit_sheet, site_lines

DAY = date(2026, 11, 22)


def paper(name: str, kind: str = "letter", parents: tuple[str, ...] | None = None) -> AwardPaper:
    title = "Грамота «Лучший наставник»" if kind == "diploma" else "Благодарственное письмо"
    return AwardPaper(kind, title, name, parents, "mentor", "Школа № 14", "Громов Олег Ильич", "3", DAY, 2026)


@pytest.mark.parametrize(
    ("given", "language", "said"),
    [
        (paper("Иванова Анна Петровна"), "ru", "выражается благодарность|Ивановой Анне Петровне|за наставничество"),
        (paper("Smith John"), "ru", "Smith John!|Благодарим вас|за наставничество"),
        (paper("Иванова Анна Петровна", "diploma"), "ru", "«Лучший наставник»|награждается|Иванова Анна Петровна"),
        (
            paper("Петров Илья Олегович", parents=("Петрова Мария Ивановна",)),
            "ru",
            "Петровой Марии Ивановне|за воспитание и поддержку наставника Петрова Ильи Олеговича",
        ),
        (paper("Петров Илья Олегович", parents=()), "ru", "родителям наставника Петрова Ильи Олеговича"),
        (paper("Петров Илья Олегович", parents=("Li Wu",)), "ru", "Li Wu!|Благодарим вас|за воспитание"),
        (paper("Иванова Анна Петровна"), "en", "our thanks go to|Иванова Анна Петровна|for mentoring"),
    ],
)
def test_a_letter_reads_right_whatever_the_name(given: AwardPaper, language: str, said: str) -> None:
    text = "|".join(block.text for block in award_sheet(given, language).blocks)
    assert said in text
    assert "О. И. Громов" in text


MERITS = (
    Merit("Наставник года", date(2026, 10, 10), 1, "За душевность"),
    Merit("Фестиваль «Вместе»", date(2026, 11, 3), None, "Приз зрителей"),
)


def test_a_letter_names_results_and_a_short_title_stands_large() -> None:
    given = replace(paper("Иванова Анна Петровна", "diploma"), title="Диплом", merits=MERITS)
    text = [block.text for block in award_sheet(given, "ru").blocks]
    assert text[1] == "ДИПЛОМ"
    assert "«Наставник года», 10 октября 2026: 1 место, номинация «За душевность»" in text
    assert "Фестиваль «Вместе», 3 ноября 2026: номинация «Приз зрителей»" in text


@pytest.mark.parametrize(
    ("merit", "called", "language", "said"),
    [
        (MERITS[0], "Смотр", "ru", "награждается|Ли Вера|1 место|номинация «За душевность»|Смотр|Наставник года|"),
        (MERITS[1], None, "ru", "Ли Вера|номинация «Приз зрителей»|Конкурс|Фестиваль «Вместе»|"),
        (MERITS[1], "Фестиваль", "ru", "номинация «Приз зрителей»|Фестиваль «Вместе»|"),
        (replace(MERITS[0], nomination=None), None, "en", "is awarded to|Ли Вера|First place|Contest|Наставник года|"),
    ],
)
def test_the_diploma_of_a_contest(merit: Merit, called: str | None, language: str, said: str) -> None:
    given = MeritPaper("Ли Вера", "contest", called, merit, "Школа № 1", "Громов Олег Ильич")
    sheet = merit_sheet(given, language)
    assert said in "|".join(block.text for block in sheet.blocks)
    assert sheet.landscape


def test_diplomas_are_a_page_each() -> None:
    given = MeritPaper("Ли Вера", "contest", None, MERITS[0], "Школа № 1", None)
    words = [each.text for each in Document(BytesIO(merit_papers((given, given), "docx", "ru"))).paragraphs]
    assert words.count("Ли Вера") == 2


def test_a_long_name_makes_a_pdf_and_a_document() -> None:
    given = paper("Абдурахманова-Константинопольская " + "Екатерина" * 9 + " Магомедшарифовна", "diploma")
    assert award_paper(given, "pdf", "ru").startswith(b"%PDF")
    document = Document(BytesIO(award_paper(given, "docx", "ru")))
    assert given.name in [paragraph.text for paragraph in document.paragraphs]
    page = document.sections[0]
    assert (page.page_width or 0) > (page.page_height or 0)


def test_a_certificate_counts_without_naming_anybody() -> None:
    led = Led("учитель – учитель", False, date(2025, 9, 1), None, 21, 950, ("12-од", date(2025, 9, 1)))
    sheet = certificate_sheet(CertificatePaper("Иванова Анна", "Школа", None, DAY, (led, led)), "ru")
    text = "\n".join(block.text for block in sheet.blocks)
    assert "Пара «учитель – учитель», с 1 сентября 2025 по настоящее время: 21 встреча, 15,8 ч" in text
    assert "Всего: 2 наставничества, 42 встречи, 31,7 ч" in text


def test_the_board_has_pages() -> None:
    people = tuple(Honoured(f"Иванова {number}", ("Грамота",)) for number in range(ON_PAGE + 1))
    board = BoardPage("Школа", 2026, people)
    assert len(board_sheets(board, "ru")) == 2
    assert board_page(board, "png", "ru").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (1, "работает 1 наставническая пара или группа: 1 наставник и 1 наставляемый."),
        (3, "работают 3 наставнические пары и группы: 3 наставника и 3 наставляемых."),
        (11, "работают 11 наставнических пар и групп: 11 наставников и 11 наставляемых."),
    ],
)
def test_the_text_for_the_site_counts_in_russian(many: int, said: str) -> None:
    text = SiteText("Школа", 2026, DAY, DAY, many, many, many, many, 60 * many, many, ())
    assert said in site_lines(text, "ru")[1]
    assert site_text(text, "txt", "ru").decode("utf-8-sig").endswith("новому!")


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "Участники довольны наставничеством на 8,3 из 10."), ("en", "satisfied with mentoring: 8.3 of 10.")],
)
def test_the_text_for_the_site_tells_how_satisfied_people_are(language: str, said: str) -> None:
    text = SiteText("Школа", 2026, DAY, DAY, 3, 3, 3, 9, 540, 1, (), satisfaction=8.25)
    assert any(said in line for line in site_lines(text, language))


def test_twelve_long_names_of_the_board_stand_on_one_page_of_word_too() -> None:
    long = Honoured("Преображенская-Константинопольская Александра Владиславовна", ("Лучший наставник",))
    sizes = {}
    for many in (2, 12):
        document: Any = Document(BytesIO(board_page(BoardPage("Школа № 1", 2026, (long,) * many), "docx", "ru")))
        sizes[many] = [one.runs[0].font.size.pt for one in document.paragraphs if one.text == long.name]
    assert len(sizes[12]) == 12
    assert sizes[12][0] < sizes[2][0] == 19
    assert document.sections[0].page_height.mm > 296


def test_a_text_for_the_site_is_on_a4() -> None:
    document: Any = Document(
        BytesIO(site_text(SiteText("Школа № 1", 2026, DAY, DAY, 1, 1, 1, 1, 60, 0, ()), "docx", "ru"))
    )
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (210, 297)
