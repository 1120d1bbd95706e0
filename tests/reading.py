"""What is printed, read as people read it: a space that no line breaks at is a space."""

from __future__ import annotations

import re

_NO_BREAK = re.compile("[\u00a0\u202f]")


def plain(text: str) -> str:
    return _NO_BREAK.sub(" ", text)
