"""Sheets of thanks and texts as the file that was asked for. Runs in the workshop."""

from __future__ import annotations

from collections.abc import Sequence

from reports import thanks_docx, thanks_sheet
from reports.blank_docx import blank, finished, printable
from reports.thanks_sheet import Sheet


def made(sheets: Sequence[Sheet], ending: str) -> bytes:
    """Pages as `pdf` or `docx`; as `png` the first one."""
    match ending:
        case "pdf":
            return thanks_sheet.pdf(sheets)
        case "png":
            return thanks_sheet.png(sheets[0])
    return thanks_docx.docx(sheets)


def written(lines: Sequence[str], ending: str) -> bytes:
    """Paragraphs as `txt` (UTF-8 with a mark, so that Notepad reads it) or `docx`."""
    if ending == "txt":
        return "\r\n\r\n".join(lines).encode("utf-8-sig")
    document = blank(11)
    for number, line in enumerate(lines):
        text = printable(line)
        document.add_heading(text, level=1) if number == 0 else document.add_paragraph(text)
    return finished(document)
