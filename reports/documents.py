"""What the workshop is asked to make. Importing this is cheap: matplotlib and xlsxwriter load in the child."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.data import Summary


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
