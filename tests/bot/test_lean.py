"""The bot's own process stays small: what reports are made with is imported by their child process alone."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"PIL", "docx", "docxtpl", "matplotlib", "numpy", "openpyxl", "scipy", "segno", "typst", "xlsxwriter"}


def test_the_bot_imports_nothing_that_only_reports_need() -> None:
    seen = f"import sys, bot.serve; print(sorted({HEAVY} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
