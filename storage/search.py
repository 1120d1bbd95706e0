"""Search by a part of a name, alike on both databases: case and ё do not matter."""

from __future__ import annotations

from sqlalchemy import ColumnElement


def normalised(text: str) -> str:
    """What is stored in a `search` column: lower case, ё → е, single spaces."""
    return " ".join(text.lower().replace("ё", "е").split())


def contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Every word of `part` stands somewhere in the column, in any order; `%` and `_` mean themselves."""
    found: ColumnElement[bool] | None = None
    for word in normalised(part).split():
        one = column.contains(word, autoescape=True)
        found = one if found is None else found & one
    return found if found is not None else column.is_not(None)
