"""The Cyrillic fonts that come with matplotlib, and what of a text they can show. Importing this is cheap."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from textwrap import wrap

from locales.typography import bound

FAMILY = "DejaVu Sans"
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may break."""


def path(bold: bool = False) -> Path:
    """The font file: DejaVu Sans or its bold."""
    import matplotlib

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name


def printable(text: str) -> str:
    """The text in one line without what the font would draw as an empty box (emoji, rare scripts)."""
    known = _known()
    seen = unicodedata.normalize("NFC", " ".join(words(text)))
    return bound(" ".join(words("".join(sign for sign in seen if ord(sign) in known))))


def words(text: str) -> list[str]:
    """What a line may be broken between: no-break spaces hold what they stand in together."""
    return [word for word in _SPACES.split(text) if word]


def lines(text: str, width: int, most: int = 2) -> list[str]:
    """What is printable of a name: at most `most` lines of at most `width` characters, cut with an ellipsis."""
    return wrap(printable(text), width, max_lines=most, placeholder="…") or [""]


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Characters that both weights have."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(path())).get_charmap()) & frozenset(FT2Font(str(path(bold=True))).get_charmap())
