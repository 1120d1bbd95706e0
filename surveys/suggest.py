"""«Did you mean …?» for errors that speak to the author of a definition."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy: the known word nearest to the one written, or else the given advice."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean «{near[0]}»?" if near else otherwise
