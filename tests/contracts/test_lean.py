"""The bot's own process stays small: what reports are made with is imported by their child process alone."""

from __future__ import annotations

from tests.durability.process import Nursery

HEAVY = ("PIL", "docx", "docxtpl", "matplotlib", "numpy", "openpyxl", "scipy", "segno", "typst", "xlsxwriter")


async def test_the_bot_imports_nothing_that_only_reports_need(nursery: Nursery) -> None:
    assert await nursery.imported("aiogram") == 1
    assert await nursery.imported(*HEAVY) == 0
