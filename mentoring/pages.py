"""Lists are read page by page."""

from __future__ import annotations


def pages_of(total: int, size: int) -> int:
    """How many pages of `size` lines `total` of them take; an empty list is one page, too."""
    return max(1, -(-total // size))
