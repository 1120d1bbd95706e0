"""What may grow larger than a messenger takes, packed before it leaves the workshop."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.results_data import ResponseExport, ResponseRow

MOST_SENT = 49_000_000
"""Bytes of a file that a bot may send (Bot API: 50 MB), with some room for the rest of the request."""
SIGN = b"PK"
"""What a zip begins with; no CSV of ours does: it has a byte order mark."""


def csv_packed(export: ResponseExport, language: str, *, rows: Iterable[Sequence[ResponseRow]]) -> bytes:
    """The responses as CSV; as a zip with it where it would be too large to be sent."""
    from reports.documents import responses_csv

    written = responses_csv(export, language, rows=rows)
    if len(written) <= MOST_SENT:
        return written
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as packed:
        packed.writestr("responses.csv", written)
    return box.getvalue()
