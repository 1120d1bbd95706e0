"""A paper as PDF, set by typst from `paper.typ`: text that can be searched and read aloud, fonts inside.

How it is set: `reports.typeset`. Runs in the workshop.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reports import fonts, typeset
from reports.paper import LONG, Paper

TEMPLATE = Path(__file__).with_name("paper.typ")


class PdfPaper(Paper):
    """Blocks are kept until the end, pictures as files beside them."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._blocks: list[dict[str, Any]] = []
        self._pictures: dict[str, bytes] = {}

    def heading(self, text: str) -> None:
        self._add("heading", level=1, text=_clean(text))

    def subheading(self, text: str) -> None:
        self._add("heading", level=2, text=_clean(text))

    def line(self, text: str, *, bold: bool = False, centred: bool = False, small: bool = False, size: int = 0) -> None:
        self._add("line", text=_clean(text), bold=bold, centred=centred, small=small, size=size)

    def bullet(self, text: str) -> None:
        self._add("bullet", text=_clean(text))

    def space(self, lines: int) -> None:
        self._add("space", lines=lines)

    def page_break(self) -> None:
        self._add("break")

    def picture(self, content: bytes, width: float, alt: str) -> None:
        file = f"picture-{len(self._pictures)}.png"
        self._pictures[file] = content
        self._add("picture", file=file, width=width, alt=_clean(alt))

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        cells = [{"cells": [_clean(cell) for cell in row], "breakable": sum(map(len, row)) >= LONG} for row in rows]
        if self._blocks:
            self._blocks[-1]["leads"] = True
        self._add("table", heads=[_clean(head) for head in heads], rows=cells, widths=list(widths))

    def content(self, title: str) -> bytes:
        said = json.dumps({"title": _clean(title), "language": self.language})
        files = {"blocks.json": json.dumps(self._blocks).encode(), **self._pictures}
        return typeset.pdf(TEMPLATE, files, {"said": said})

    def _add(self, kind: str, **block: Any) -> None:
        self._blocks.append({"kind": kind, **block})


def _clean(text: str) -> str:
    """Line by line, without what no font has (emoji, rare scripts)."""
    return "\n".join(fonts.printable(line) for line in text.split("\n"))
