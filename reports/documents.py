"""What the workshop is asked to make. Importing this is cheap: matplotlib and xlsxwriter load in the child."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.papers import Paper
    from reports.data import Summary
    from reports.indicators_data import IndicatorReport, Past
    from reports.plan_document_data import PlanSheet
    from reports.results_data import ChangeRow, QuestionResult, ResponseExport, ResponseRow
    from reports.thanks_data import AwardPaper, BoardPage, CertificatePaper, MeritPaper, SiteText


def summary_chart(summary: Summary, language: str) -> bytes:
    """A PNG of 1080 × 1350 pixels: meetings and marks by week."""
    from reports.chart import draw

    return draw(summary, language)


def summary_workbook(summary: Summary, language: str) -> bytes:
    """An xlsx: the numbers of the summary and the rows behind them, in the reader's language."""
    from reports.workbook import write

    return write(summary, language)


def qr_poster(organisation: str, link: str, valid_until: date | None, language: str) -> bytes:
    """A PNG of an A4 page (1240 × 1754 pixels, 150 dpi) with the QR code of the organisation's link."""
    from reports.poster import draw

    return draw(organisation, link, valid_until, language)


def guide(audience: str, organisation: str, link: str, valid_until: date | None, language: str) -> bytes:
    """A PDF of one A4 page: how to join, what the bot does, what is kept, how to stop; with the QR code of the link."""
    from reports.guide import write

    return write(audience, organisation, link, valid_until, language)


def question_chart(result: QuestionResult, language: str) -> bytes:
    """A PNG, 1080 pixels wide: the distribution of one question."""
    from reports.results_chart import draw

    return draw(result, language)


def overview_chart(title: str, results: Sequence[QuestionResult], language: str) -> bytes:
    """A PNG, 1080 pixels wide: the means of at most `results_chart.OVERVIEW_ROWS` scale questions."""
    from reports.results_chart import overview

    return overview(title, results, language)


def change_chart(title: str, rows: Sequence[ChangeRow], language: str) -> bytes:
    """A PNG, 1080 pixels wide: from before to after, at most `change_chart.MOST_ROWS` parameters."""
    from reports.change_chart import draw

    return draw(title, rows, language)


def responses_workbook(export: ResponseExport, language: str, *, rows: Iterable[Sequence[ResponseRow]]) -> bytes:
    """An xlsx of responses with codebook and totals. rows: in pieces of any size, each held no longer than it takes."""
    from reports.results_workbook import write

    return write(export, language, chain.from_iterable(rows))


def responses_csv(export: ResponseExport, language: str, *, rows: Iterable[Sequence[ResponseRow]]) -> bytes:
    """The same rows as CSV."""
    from reports.results_csv import write

    return write(export, language, chain.from_iterable(rows))


def paper(document: Paper) -> bytes:
    """A docx of an A4 page or several: an order, a statement, or consent forms, in Russian."""
    from reports.papers import write

    return write(document)


def plan_document(sheet: PlanSheet, language: str) -> bytes:
    """A docx: an individual plan in the layout of the document's table."""
    from reports.plan_document import write

    return write(sheet, language)


def indicator_docx(report: IndicatorReport, language: str) -> bytes:
    """A docx: the indicators of a period in the layout of the document's table, to be signed."""
    from reports.indicators_docx import write

    return write(report, language)


def indicator_xlsx(report: IndicatorReport, language: str) -> bytes:
    """An xlsx: the same table, and a sheet with numerators and denominators."""
    from reports.indicators_xlsx import write

    return write(report, language)


def indicator_chart(past: Past, language: str) -> bytes:
    """A PNG, 1080 pixels wide: one indicator through its periods."""
    from reports.indicators_chart import draw

    return draw(past, language)


def award_paper(paper: AwardPaper, ending: str, language: str) -> bytes:
    """A letter of thanks or a diploma; `ending`: `pdf` or `docx`."""
    from reports.thanks_files import made
    from reports.thanks_text import award_sheet

    return made((award_sheet(paper, language),), ending)


def merit_papers(papers: Sequence[MeritPaper], ending: str, language: str) -> bytes:
    """Diplomas of a contest, a page each; `ending`: `pdf` or `docx`."""
    from reports.thanks_files import made
    from reports.thanks_text import merit_sheet

    return made([merit_sheet(each, language) for each in papers], ending)


def certificate_paper(paper: CertificatePaper, ending: str, language: str) -> bytes:
    """The certificate of a mentor; `ending`: `pdf` or `docx`."""
    from reports.thanks_files import made
    from reports.thanks_text import certificate_sheet

    return made((certificate_sheet(paper, language),), ending)


def board_page(page: BoardPage, ending: str, language: str) -> bytes:
    """The board of honour; `ending`: `pdf`, `docx`, or `png` (its first page)."""
    from reports.thanks_files import made
    from reports.thanks_text import board_sheets

    return made(board_sheets(page, language), ending)


def site_text(text: SiteText, ending: str, language: str) -> bytes:
    """A text for the school's site; `ending`: `txt` or `docx`."""
    from reports.thanks_files import written
    from reports.thanks_text import site_lines

    return written(site_lines(text, language), ending)
