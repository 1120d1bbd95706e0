"""Which index a statement walks, where SQLite would choose badly."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case


def beside(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """A condition that no index is chosen for: SQLite, which knows nothing of how values are spread, would take one
    with more columns in it before the one by time."""
    return case((condition, True), else_=False)
